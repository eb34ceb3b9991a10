import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.editing.notes import edit_notes
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.windows.find_bar import FindBar


@pytest.fixture
def shown() -> list[str]:
    return []


@pytest.fixture
def bar(host: QWidget, document: Document, selection: Selection, shown: list[str]) -> FindBar:
    selection.part_shown.connect(shown.append)
    bar = FindBar(host, host, document, selection, lambda: document.workspace)
    bar.ask()
    return bar


def test_typing_jumps_to_the_first_hit_and_counts(
    bar: FindBar, selection: Selection, shown: list[str]
) -> None:
    QTest.keyClicks(bar.field, "line")
    assert bar.count.text() == "1 of 4"
    assert selection.ids == {"lines"}
    assert shown[-1] == "lines"


def test_enter_walks_through_all_canvases_and_round(
    bar: FindBar, selection: Selection, shown: list[str]
) -> None:
    QTest.keyClicks(bar.field, "line")
    walked = []
    for _ in range(4):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        walked.append((selection.canvas_id, selection.focus, bar.count.text()))
    assert walked == [
        ("first", "stop", "2 of 4"),
        ("first", "camera", "3 of 4"),
        ("second", "far", "4 of 4"),
        ("first", "lines", "1 of 4"),
    ]
    assert shown[-4:] == ["stop", "camera", "far", "lines"]
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert selection.focus == "far"


def test_the_search_goes_on_from_the_selected_note(bar: FindBar, selection: Selection) -> None:
    selection.select(["camera"])
    QTest.keyClicks(bar.field, "line")
    assert bar.count.text() == "3 of 4"


def test_nothing_found_is_said_and_moves_nothing(bar: FindBar, selection: Selection) -> None:
    selection.select(["blame"])
    QTest.keyClicks(bar.field, "zebra")
    assert bar.count.text() == "not found"
    assert selection.ids == {"blame"}
    assert not bar.after.isEnabled()
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert selection.ids == {"blame"}


def test_the_count_stays_true_while_the_document_changes(bar: FindBar, document: Document) -> None:
    QTest.keyClicks(bar.field, "line")
    document.commit("Edit", edit_notes(document.workspace, {"stop": {"text": "Silence"}}))
    assert bar.count.text() == "1 of 3"
    document.commit("Edit", edit_notes(document.workspace, {"lines": {"text": "Calm"}}))
    assert bar.count.text() == "2 hits"


def test_esc_leaves_with_the_hit_selected_and_the_words_kept(
    bar: FindBar, selection: Selection, host: QWidget
) -> None:
    QTest.keyClicks(bar.field, "line")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert selection.ids == {"lines"}
    bar.ask()
    assert bar.field.selectedText() == "line"


def test_the_buttons_do_what_the_keys_do(bar: FindBar, selection: Selection, qtbot: QtBot) -> None:
    QTest.keyClicks(bar.field, "line")
    qtbot.mouseClick(bar.after, Qt.MouseButton.LeftButton)
    assert selection.focus == "stop"
    qtbot.mouseClick(bar.before, Qt.MouseButton.LeftButton)
    assert selection.focus == "lines"
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
