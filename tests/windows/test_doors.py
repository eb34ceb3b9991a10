"""Where one stands opens the right place, with the right step above it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from canvasdesk.model.business import Purpose
from canvasdesk.windows.workbench import Workbench

CTRL = Qt.KeyboardModifier.ControlModifier
DOWN, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Right


def press(bench: Workbench, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or bench.window, key)


@pytest.mark.parametrize(
    ("purpose", "way", "on_canvas", "question"),
    [
        (Purpose.NEW_IDEA, [], False, "Step 1 of 10: Who are the customers?"),
        (Purpose.REDESIGN, [DOWN], False, "Step 1 of 10: Whom do you serve today?"),
        (Purpose.PORTFOLIO, [DOWN, DOWN], False, "Step 1 of 10: Whom do your offers serve?"),
        (Purpose.IMPROVE_PROPOSITION, [RIGHT], True, "Step 1 of 8: Who chooses it today?"),
        (Purpose.NEW_SEGMENT, [RIGHT, DOWN], True, "Step 1 of 8: Who are the new customers?"),
        (Purpose.AFTER_RESEARCH, [RIGHT, DOWN, DOWN], True, "Step 1 of 8: Whom did you talk to?"),
    ],
)
def test_each_purpose_opens_where_it_begins(
    bench: Workbench, purpose: Purpose, way: list[Qt.Key], on_canvas: bool, question: str
) -> None:
    QTest.keyClick(bench.view, Qt.Key.Key_N, CTRL)
    press(bench, *way, Qt.Key.Key_Return)
    begun = bench.document.workspace
    assert begun.business_model.purpose is purpose
    assert (bench.selection.canvas_id in begun.canvas_by_id) is on_canvas
    assert bench.doors.guide.question.text() == question
    assert bench.doors.guide.name.hasFocus()
    assert bench.files.untouched


def test_where_work_would_be_lost_it_opens_in_a_window_of_its_own(bench: Workbench) -> None:
    QTest.keyClick(bench.view, Qt.Key.Key_P)
    QTest.keyClicks(QApplication.focusWidget(), "Written")
    press(bench, Qt.Key.Key_Escape)
    before = bench.document.workspace
    QTest.keyClick(bench.view, Qt.Key.Key_N, CTRL)
    press(bench, Qt.Key.Key_Return)
    assert bench.document.workspace is before
    windows = [each for each in QApplication.topLevelWidgets() if each.findChild(Workbench)]
    (other,) = (found for each in windows if (found := each.findChild(Workbench)) not in (bench, None))
    assert other.selection.canvas_id is None
    assert other.doors.guide.step == "customer segments"
    other.window.close()


def test_the_guide_is_called_from_the_business_model_too(bench: Workbench) -> None:
    bench.selection.show_business_model()
    bench.bound["help.guide"].trigger()
    assert bench.doors.guide.question.text() == "Step 2 of 10: What do you promise them?"
    bench.bound["help.guide"].trigger()
    assert bench.doors.guide.isHidden()


def test_what_is_offered_goes_with_what_it_was_meant_for(bench: Workbench) -> None:
    bench.doors.point_elsewhere()
    assert bench.doors.palette.isVisible()
    bench.selection.show_business_model()
    assert not bench.doors.palette.isVisible()
    bench.doors.commands()
    bench.document.reset(bench.document.workspace)
    assert not bench.doors.palette.isVisible()


def test_what_floats_outlives_the_editor_that_had_the_keyboard(bench: Workbench) -> None:
    segment = bench.document.workspace.segments[0]
    bench.doors.rename(segment.id)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    bench.doors.commands()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.keyClick(bench.doors.palette.field, Qt.Key.Key_Escape)
    assert not bench.doors.palette.isVisible()
