"""What if: the fit without a note, told under mouse and focus, and nothing of it when it is off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvasdesk.editing.covering import cover
from canvasdesk.layout.geometry import Point
from canvasdesk.windows.workbench import Workbench

pytestmark = pytest.mark.usefixtures("still")


@pytest.fixture
def bench(bench: Workbench) -> Workbench:
    """Give the window with the first canvas shown."""
    bench.selection.show_canvas("first")
    return bench


def hover(bench: Workbench, note_id: str | None) -> None:
    """Move the mouse over a note, or to where none is."""
    point = bench.scene.place_of(note_id).centre if note_id else Point(600, 60)
    QTest.mouseMove(bench.view, bench.view.to_view(point).toPoint())


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def test_the_mouse_over_a_note_of_the_square_tells_the_fit_without_it(bench: Workbench) -> None:
    press(Qt.Key.Key_W)
    what_if = bench.room.what_if
    assert bench.bound["room.what_if"].isChecked()
    assert not what_if.isVisible()
    hover(bench, "camera")
    assert what_if.label.text() == "Without “Camera on every line”: 0 % (−20)"
    assert what_if.isVisible()
    assert bench.scene.left_out == "camera"
    hover(bench, "lines")
    assert not what_if.isVisible()
    assert bench.scene.left_out is None


def test_the_focus_tells_it_too_and_follows_edits_and_undo(bench: Workbench) -> None:
    press(Qt.Key.Key_W)
    what_if = bench.room.what_if
    bench.selection.select(["camera"])
    assert what_if.label.text() == "Without “Camera on every line”: 0 % (−20)"
    bench.selection.select(["answer"], "camera")
    press(Qt.Key.Key_1)
    assert what_if.label.text() == "Without “Camera on every line”: 0 % (−10)"
    bench.document.undo()
    assert what_if.label.text() == "Without “Camera on every line”: 0 % (−20)"
    bench.selection.select(["answer"], "camera")
    press(Qt.Key.Key_Delete)
    assert what_if.label.text() == "Without “Camera on every line”: 0 %, as before"
    bench.selection.show_business_model()
    assert not what_if.isVisible()


def test_its_links_are_painted_as_if_they_were_not_there(bench: Workbench) -> None:
    bench.selection.select(["camera"])
    bench.view.repaint()
    before = bench.view.grab().toImage()
    press(Qt.Key.Key_W)
    assert bench.view.grab().toImage() != before
    press(Qt.Key.Key_W)
    assert not bench.room.what_if.isVisible()
    assert bench.view.grab().toImage() == before


def test_it_stays_below_the_meter_and_in_sight(bench: Workbench) -> None:
    press(Qt.Key.Key_W)
    bench.selection.select(["camera"])
    what_if = bench.room.what_if
    place = what_if.geometry()
    bench.view.pan(0, 4000)
    bench.view.pan(60, -80)
    assert what_if.geometry() != place
    room = bench.view.geometry()
    assert room.contains(what_if.geometry())


def test_a_covered_note_is_not_named(bench: Workbench) -> None:
    bench.document.commit("Cover", cover(bench.document.workspace, ["camera"], covered=True))
    press(Qt.Key.Key_W)
    bench.selection.select(["camera"])
    assert bench.room.what_if.label.text() == "Without “Covered note”: 0 % (−20)"


def test_off_means_that_nothing_is_computed(bench: Workbench) -> None:
    hover(bench, "camera")
    assert "what_if" not in vars(bench.room)
    assert bench.scene.left_out is None
