"""A red-team round in the window: begun and ended by hand, told above the canvas while it runs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasdesk.editing import red_team
from canvasdesk.session.document import Document
from canvasdesk.windows.workbench import Workbench

pytestmark = pytest.mark.usefixtures("still")


@pytest.fixture
def bench(bench: Workbench) -> Workbench:
    """Give the window with the first canvas shown."""
    bench.selection.show_canvas("first")
    return bench


def strength(bench: Workbench) -> int | None:
    link = bench.document.workspace.link("answer")
    assert link is not None
    return link.strength


def test_links_get_weaker_and_the_strip_says_what_that_does(bench: Workbench) -> None:
    bench.bound["room.red_team"].trigger()
    strip = bench.room.red_team
    assert strip.isVisible()
    assert strip.said.text() == "Red-team round: fit was 20 %, is 20 %"
    assert bench.bound["room.red_team"].isChecked()
    bench.selection.select(["answer"])
    bench.view.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert strength(bench) == 2
    assert bench.toast.label.text() == "In a red-team round, links can only get weaker."
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert strength(bench) == 1
    assert strip.said.text() == "Red-team round: fit was 20 %, is 10 %"
    QTest.mouseClick(strip.buttons[0], Qt.MouseButton.LeftButton)
    assert not strip.isVisible()
    assert bench.document.workspace.view.red_team is None
    assert bench.toast.label.text() == "Red-team round: fit was 20 %, is 10 %"
    QTest.mouseClick(bench.toast.button, Qt.MouseButton.LeftButton)
    assert strip.isVisible()
    assert [step.label for step in bench.document.history.done] == ["Begin red-team round", "Rate link"]


def test_the_strip_follows_the_canvas_and_undo(bench: Workbench) -> None:
    bench.bound["room.red_team"].trigger()
    strip = bench.room.red_team
    bench.selection.show_canvas("second")
    assert strip.said.text() == "Red-team round: fit was 0 %, is 0 %"
    bench.selection.show_business_model()
    assert strip.said.text() == "Red-team round"
    bench.document.undo()
    assert not strip.isVisible()
    bench.document.redo()
    assert strip.isVisible()


def test_the_end_can_be_reached_by_keyboard_and_gives_it_back(bench: Workbench) -> None:
    bench.bound["room.red_team"].trigger()
    strip = bench.room.red_team
    strip.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(strip.buttons[0], Qt.Key.Key_Space)
    assert not strip.isVisible()
    assert bench.view.hasFocus()


def test_a_file_left_in_the_middle_of_a_round_is_opened_in_it(
    qtbot: QtBot, document: Document, request: pytest.FixtureRequest
) -> None:
    document.reset(red_team.begin(document.workspace))
    bench: Workbench = request.getfixturevalue("bench")
    qtbot.waitUntil(bench.room.red_team.isVisible)
