"""The details of the business model and its entries, flows seen from both ends, and the review queue."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from canvasdesk.model.business import Block, Purpose, Relationship
from canvasdesk.panels.details import DetailsPanel
from canvasdesk.panels.review_panel import MOST_ROWS, ReviewPanel, ReviewRow
from canvasdesk.session import commands, entries, flows
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from tests.editing.workshop import workshop

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def document(qtbot: QtBot, document: Document) -> Document:
    document.reset(workshop())
    flows.review(document, [flow.id for flow in document.workspace.flows])
    document.reset(document.workspace)
    return document


@pytest.fixture
def panel(qtbot: QtBot, document: Document, selection: Selection) -> DetailsPanel:
    panel = DetailsPanel(document, selection)
    selection.show_business_model()
    selection.clear()
    show(qtbot, panel)
    return panel


@pytest.fixture
def queue(qtbot: QtBot, document: Document, selection: Selection) -> ReviewPanel:
    queue = ReviewPanel(document, selection)
    show(qtbot, queue)
    return queue


def show(qtbot: QtBot, panel: QWidget) -> None:
    qtbot.addWidget(panel)
    panel.resize(284, 900)
    with qtbot.waitActive(panel):
        panel.show()


def named(panel: QWidget, kind: type[QWidget], name: str) -> QWidget:
    """Give the one visible widget with this accessible name or text."""
    (found,) = (
        each
        for each in panel.findChildren(kind)
        if name in (each.accessibleName(), each.property("text")) and each.isVisibleTo(panel)
    )
    return found


def labels(panel: QWidget) -> set[str]:
    return {each.text() for each in panel.findChildren(QLabel) if each.isVisibleTo(panel)}


def choose(box: QWidget, text: str) -> None:
    assert isinstance(box, QComboBox)
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def test_without_a_selection_it_tells_of_the_business_model(
    qtbot: QtBot, panel: DetailsPanel, document: Document
) -> None:
    qtbot.keyClicks(named(panel, QLineEdit, "Name"), "Fleet")
    qtbot.keyClicks(named(panel, QLineEdit, "Title"), "Tools")
    choose(named(panel, QComboBox, "What it is drawn for"), "Redesign a business model")
    after = document.workspace
    assert (after.business_model.name, after.title) == ("Fleet", "Tools")
    assert after.business_model.purpose is Purpose.REDESIGN
    assert "Revenue: 0\nCosts: 9,000\nLeft: -9,000" in labels(panel)
    assert [step.label for step in document.history.done] == [
        "Edit business model",
        "Edit title",
        "Edit business model",
    ]


def test_each_block_shows_its_own_fields(panel: DetailsPanel, selection: Selection) -> None:
    def shown() -> set[str]:
        every = panel.findChildren(QWidget)
        return {each.accessibleName() for each in every if each.isVisibleTo(panel)}

    own = {"fuel": {"Amount a year"}, "advice": {"Kind of relationship"}, "vans": set[str]()}
    for entry_id, names in own.items():
        selection.select([entry_id])
        assert shown() & {"Amount a year", "Kind of relationship"} == names
        assert {"Text", "Detail", "Block"} <= shown()
    selection.select(["fuel", "vans"])
    assert shown() & {"Text", "Detail", "Block", "Amount a year"} == {"Block"}


def test_an_amount_is_typed_as_the_language_writes_it_in_one_step(
    qtbot: QtBot, panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    selection.select(["fuel"])
    amount = named(panel, QLineEdit, "Amount a year")
    assert isinstance(amount, QLineEdit)
    assert amount.text() == "9,000"
    amount.setFocus()
    amount.selectAll()
    qtbot.keyClicks(amount, "12,500.5")
    assert document.workspace.entry_by_id["fuel"].amount == 12_500.5
    assert amount.text() == "12,500.5"
    qtbot.keyClicks(amount, "x")
    assert document.workspace.entry_by_id["fuel"].amount == 12_500.5
    named(panel, QPlainTextEdit, "Text").setFocus()
    assert amount.text() == "12,500.50"
    assert [step.label for step in document.history.done] == ["Edit note"]
    document.undo()
    assert amount.text() == "9,000"
    amount.setFocus()
    amount.selectAll()
    qtbot.keyClicks(amount, "inf")
    assert document.workspace.entry_by_id["fuel"].amount == 9_000.0
    amount.selectAll()
    qtbot.keyClick(amount, Qt.Key.Key_Delete)
    assert document.workspace.entry_by_id["fuel"].amount is None


def test_fields_change_the_entry(panel: DetailsPanel, document: Document, selection: Selection) -> None:
    selection.select(["advice"])
    choose(named(panel, QComboBox, "Kind of relationship"), "Community")
    assert document.workspace.entry_by_id["advice"].relationship is Relationship.COMMUNITY
    choose(named(panel, QComboBox, "Block"), "Channels")
    after = document.workspace.entry_by_id["advice"]
    assert (after.block, after.relationship) == (Block.CHANNELS, None)


def test_boxes_say_for_whom_entries_are(
    qtbot: QtBot, panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    selection.select(["vans", "fuel"])
    box = named(panel, QCheckBox, "Builders")
    assert isinstance(box, QCheckBox)
    assert box.checkState() is Qt.CheckState.PartiallyChecked
    on_the_box = QPoint(8, box.height() // 2)
    qtbot.mouseClick(box, LEFT, pos=on_the_box)
    assert [document.workspace.entry_by_id[each].segment_ids for each in ("vans", "fuel")] == [
        ("builders", "painters"),
        ("builders",),
    ]
    qtbot.mouseClick(box, LEFT, pos=on_the_box)
    assert [document.workspace.entry_by_id[each].segment_ids for each in ("vans", "fuel")] == [
        ("painters",),
        (),
    ]
    assert [step.label for step in document.history.done] == ["Edit 2 notes"] * 2


def test_a_segment_shows_its_own_fields(
    qtbot: QtBot, panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    selection.select(["painters"])
    qtbot.keyClicks(named(panel, QLineEdit, "Name"), "Painters")
    assert document.workspace.segment_by_id["painters"].name == "Painters"


def test_both_ends_show_the_flow_and_lead_to_each_other(
    qtbot: QtBot, panel: DetailsPanel, selection: Selection
) -> None:
    shown: list[str] = []
    selection.part_shown.connect(shown.append)
    selection.select(["fuel"])
    there = named(panel, QToolButton, "limits “Swap on site” · Builders · End user")
    qtbot.mouseClick(there, LEFT)
    assert (selection.canvas_id, selection.ids, shown) == ("manager", {"swap"}, ["swap"])
    named(panel, QToolButton, "enabled by “empty note” · Key resources")
    back = named(panel, QToolButton, "limited by “empty note” · Cost structure")
    qtbot.mouseClick(back, LEFT)
    assert (selection.canvas_id, selection.ids) == (None, {"fuel"})
    selection.show_part("lost")
    assert "None yet: “Send to business model…” makes one." in labels(panel)


def test_a_flow_is_remarked_on_and_removed(
    qtbot: QtBot, panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    selection.select(["fuel"])
    qtbot.keyClicks(named(panel, QLineEdit, "Remark on this flow"), "per van")
    assert document.workspace.flows[1].remark == "per van"
    qtbot.mouseClick(named(panel, QToolButton, "Remove this flow"), LEFT)
    assert "fuel" not in document.workspace.flows_of
    assert [step.label for step in document.history.done] == ["Edit flow", "Remove flow"]


def test_both_ends_show_what_changed_until_it_is_fine(
    qtbot: QtBot, panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    changed = "Cost structure: was 9,000 a year, now 5 a year"
    entries.edit_entries(document, ["fuel"], amount=5.0)
    for end in ("fuel", "swap"):
        selection.show_part(end)
        assert changed in labels(panel)
    document.undo()
    assert changed not in labels(panel)
    document.redo()
    qtbot.mouseClick(named(panel, QPushButton, f"Looks fine: {changed}"), LEFT)
    assert document.workspace.to_review == ()
    selection.show_part("fuel")
    assert changed not in labels(panel)


def waiting(queue: ReviewPanel) -> list[str]:
    """Give what the rows shown say, from top to bottom."""
    rows = [each for each in queue.findChildren(ReviewRow) if each.isVisibleTo(queue)]
    return [each.accessibleName() for each in sorted(rows, key=lambda row: row.y())]


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def test_the_queue_follows_what_changes_and_says_what_it_is_for(
    queue: ReviewPanel, document: Document
) -> None:
    assert waiting(queue) == []
    assert any("waits here" in each for each in labels(queue))
    commands.edit_notes(document, ["swap"], text="Swap at once")
    assert len(waiting(queue)) == 2
    assert "One end of 2 flows changed since somebody looked at both. Do they still hold?" in labels(queue)
    assert waiting(queue)[0] == (
        "“Swap at once” · Builders · End user, enabled by “empty note” · Key resources,"
        " Pain relievers: was “Swap on site”, now “Swap at once”"
    )
    document.undo()
    assert waiting(queue) == []


def test_the_queue_is_worked_by_keyboard(
    qtbot: QtBot, queue: ReviewPanel, document: Document, selection: Selection
) -> None:
    commands.edit_notes(document, ["swap"], text="Swap at once")
    commands.edit_notes(document, ["job"], text="Keep all crews working")
    first, second, third = queue.findChildren(ReviewRow)
    qtbot.waitUntil(first.isVisible)
    first.setFocus()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Down)
    assert second.hasFocus()
    press(Qt.Key.Key_Return)
    assert selection.focus == "swap"
    press(Qt.Key.Key_Return)
    assert (selection.canvas_id, selection.focus) == (None, "fuel")
    press(Qt.Key.Key_Down)
    assert third.hasFocus()
    press(Qt.Key.Key_Space)
    assert [flow.id for flow in document.workspace.to_review] == ["vans-swap", "fuel-swap"]
    assert second.hasFocus()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert second.hasFocus()
    press(Qt.Key.Key_Space)
    assert document.workspace.to_review == ()
    assert [step.label for step in document.history.done][-3:] == ["Review flow"] * 3


def test_all_are_fine_at_once(qtbot: QtBot, queue: ReviewPanel, document: Document) -> None:
    said: list[str] = []
    queue.said.connect(said.append)
    entries.edit_entries(document, ["vans", "fuel"], text="Changed")
    qtbot.mouseClick(named(queue, QPushButton, "All fine"), LEFT)
    assert document.workspace.to_review == ()
    assert said == ["3 flows reviewed."]
    document.undo()
    assert len(waiting(queue)) == 3


def test_a_long_queue_shows_its_beginning(queue: ReviewPanel, document: Document) -> None:
    ids = list(document.workspace.note_by_id)
    while len(document.workspace.flows) <= MOST_ROWS + 5:
        flows.send(document, [ids[len(document.workspace.flows) % 4]], Block.REVENUE)
    entries.edit_entries(document, list(document.workspace.entry_by_id), text="Changed")
    there = len(document.workspace.to_review)
    assert len(waiting(queue)) == MOST_ROWS
    assert f"and {there - MOST_ROWS} more" in labels(queue)
