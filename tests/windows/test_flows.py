"""Notes sent to the business model and back again, followed and reviewed with real keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from canvasdesk.model.business import Block
from canvasdesk.model.flows import Relation
from canvasdesk.model.workspace import Workspace
from canvasdesk.panels.review_panel import ReviewPanel, ReviewRow
from canvasdesk.windows.sides import REVIEW
from canvasdesk.windows.workbench import Workbench
from tests.windows.business import with_business_model

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton

pytestmark = pytest.mark.usefixtures("still")


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    return with_business_model(workspace)


def key(
    bench: Workbench, pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or bench.window, pressed, modifiers)


def offered(bench: Workbench) -> list[tuple[str, str]]:
    """Give text and hint of what the palette shows."""
    rows = bench.doors.palette.list
    items = [rows.topLevelItem(row) for row in range(rows.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items]


def test_a_note_is_sent_where_it_fits_and_the_toast_leads_there(bench: Workbench, qtbot: QtBot) -> None:
    before = bench.document.workspace
    bench.selection.select(["stop"])
    key(bench, Qt.Key.Key_M, CTRL | SHIFT)
    assert offered(bench) == [
        ("New note in Customer relationships", "New"),
        ("New note in Channels", "New"),
        ("New note in Revenue streams", "New"),
        ("New note in Key activities", "New"),
        ("New note in Key resources", "New"),
        ("Siren", "Key resources"),
        ("Yearly fee", "Revenue streams"),
    ]
    key(bench, Qt.Key.Key_Return)
    made = bench.document.workspace.business_model.entries[-1]
    assert (made.block, made.text) == (Block.RELATIONSHIPS, "Lines stop without warning")
    assert bench.toast.label.text() == "Sent to Customer relationships."
    qtbot.mouseClick(bench.toast.button, LEFT)
    assert (bench.selection.canvas_id, bench.selection.ids) == (None, {made.id})
    assert bench.view.hasFocus()
    key(bench, Qt.Key.Key_Z, CTRL)
    assert bench.document.workspace is before


def test_notes_that_differ_share_only_what_suits_all_of_them(bench: Workbench) -> None:
    bench.selection.select(["stop", "lines"])
    key(bench, Qt.Key.Key_M, CTRL | SHIFT)
    assert len(offered(bench)) == 7
    key(bench, Qt.Key.Key_Escape)
    bench.selection.select(["stop", "camera"])
    bench.view.setFocus()
    key(bench, Qt.Key.Key_M, CTRL | SHIFT)
    assert bench.toast.label.text() == "There is nothing that this note could be linked with."


def test_an_entry_is_linked_with_a_note_of_any_canvas(bench: Workbench) -> None:
    bench.selection.show_part("fee")
    key(bench, Qt.Key.Key_M, CTRL | SHIFT)
    assert ("Calm lines", "Gains · Bakers") in offered(bench)
    assert not any(text == "Camera on every line" for text, _ in offered(bench))
    QTest.keyClicks(QApplication.focusWidget(), "calm")
    key(bench, Qt.Key.Key_Return)
    flow = bench.document.workspace.flows[-1]
    assert (flow.relation, flow.business_end, flow.canvas_end) == (Relation.DRIVES, "fee", "far")
    assert bench.selection.ids == {"fee"}
    key(bench, Qt.Key.Key_G, CTRL)
    assert (bench.selection.canvas_id, bench.selection.focus) == ("second", "far")
    key(bench, Qt.Key.Key_Left, ALT)
    assert (bench.selection.canvas_id, bench.selection.focus) == (None, "fee")


def test_what_waits_for_review_is_counted_and_leads_to_the_queue(bench: Workbench, qtbot: QtBot) -> None:
    tabs = bench.window.sides.right.tabs
    assert (tabs.tabText(REVIEW), bench.status.reviews.text()) == ("Review (1)", "1 to review")
    qtbot.mouseClick(bench.status.reviews, LEFT)
    assert isinstance(tabs.currentWidget(), ReviewPanel)
    assert isinstance(QApplication.focusWidget(), ReviewRow)
    bench.selection.show_part("camera")
    bench.view.setFocus()
    key(bench, Qt.Key.Key_Y)
    assert bench.document.workspace.to_review == ()
    assert tabs.tabText(REVIEW) == "Review"
    assert not bench.status.reviews.isVisible()


def test_entries_and_segments_are_found_too(bench: Workbench) -> None:
    key(bench, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "yearly")
    assert (bench.selection.canvas_id, bench.selection.ids) == (None, {"fee"})
    key(bench, Qt.Key.Key_Escape)
    key(bench, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "calm lines")
    assert offered(bench)[0] == ("Calm lines", "Gains")
    key(bench, Qt.Key.Key_Return)
    assert (bench.selection.canvas_id, bench.selection.ids) == ("second", {"far"})


def test_follow_one_note_end_to_end(bench: Workbench, qtbot: QtBot) -> None:
    first = bench.document.workspace
    bench.selection.show_part("far")
    key(bench, Qt.Key.Key_M, CTRL | SHIFT)
    assert offered(bench)[0] == ("New note in Revenue streams", "New")
    key(bench, Qt.Key.Key_Return)
    entry_id = bench.document.workspace.business_model.entries[-1].id

    key(bench, Qt.Key.Key_G, CTRL)
    assert bench.selection.ids == {entry_id}
    key(bench, Qt.Key.Key_I, CTRL)
    details = bench.window.sides.right.tabs.currentWidget()
    (amount,) = (each for each in details.findChildren(QLineEdit, "amount") if each.isVisible())
    amount.setFocus()
    QTest.keyClicks(amount, "4000")
    assert bench.document.workspace.entry_by_id[entry_id].amount == 4000.0

    flow = bench.document.workspace.flows[-1]
    bench.view.setFocus()
    key(bench, Qt.Key.Key_G, CTRL)
    assert bench.selection.ids == {"far"}
    (text,) = (each for each in details.findChildren(QPlainTextEdit, "text") if each.isVisible())
    text.setFocus()
    QTest.keyClicks(text, "Very ")
    assert bench.document.workspace.note_by_id["far"].text == "Very Calm lines"
    assert flow in bench.document.workspace.to_review
    assert bench.scene.notes["far"].look.review
    bench.view.setFocus()
    key(bench, Qt.Key.Key_G, CTRL)
    assert bench.scene.notes[entry_id].look.review

    key(bench, Qt.Key.Key_R, CTRL | SHIFT)
    while bench.document.workspace.to_review:
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ReviewRow))
        key(bench, Qt.Key.Key_Space)
    assert not bench.scene.notes[entry_id].look.review

    while bench.document.history.done:
        key(bench, Qt.Key.Key_Z, CTRL)
    assert bench.document.workspace is first
