"""The outline follows the document, and changing it changes the document; the fit explains itself."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QToolTip, QTreeWidgetItemIterator
from pytestqt.qtbot import QtBot

from canvasdesk.drawing.naming import block_name
from canvasdesk.editing.evidence import add_evidence
from canvasdesk.model.business import Block
from canvasdesk.model.evidence import Evidence, EvidenceKind
from canvasdesk.model.flows import Relation
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.panels.fit_panel import FitPanel
from canvasdesk.panels.outline import ID, OutlinePanel
from canvasdesk.panels.text_button import TextButton
from canvasdesk.session import commands, entries, flows
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection


@pytest.fixture
def outline(qtbot: QtBot, document: Document, selection: Selection) -> OutlinePanel:
    panel = OutlinePanel(document, selection)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def texts(outline: OutlinePanel) -> dict[str, dict[str, list[str]]]:
    """Give the notes' texts by canvas and section, as the tree shows them."""
    shown = {}
    for top in range(outline.tree.topLevelItemCount()):
        canvas = outline.tree.topLevelItem(top)
        branches = [canvas.child(each) for each in range(canvas.childCount())]
        shown[canvas.text(0)] = {
            branch.text(0): [branch.child(each).text(0) for each in range(branch.childCount())]
            for branch in branches
        }
    return shown


def descriptions(outline: OutlinePanel) -> dict[str, str]:
    """Give what a screen reader says of each note, by its id."""
    flags = QTreeWidgetItemIterator.IteratorFlag.NoChildren
    found, role = {}, Qt.ItemDataRole.AccessibleDescriptionRole
    iterator = QTreeWidgetItemIterator(outline.tree, flags)
    while item := iterator.value():
        found[item.data(0, Qt.ItemDataRole.UserRole)] = item.data(0, role)
        iterator += 1
    return found


def test_the_outline_shows_every_note_in_its_place(outline: OutlinePanel, document: Document) -> None:
    shown = texts(outline)
    assert len(shown) == 1 + len(document.workspace.canvas_by_id)
    for canvas, sections in zip(document.workspace.canvas_by_id.values(), [*shown.values()][1:], strict=True):
        expected = [[note.text for note in canvas.in_section(section)] for section in Section]
        assert list(sections.values()) == expected


def test_the_outline_follows_edits_undo_and_moves(
    outline: OutlinePanel, document: Document, selection: Selection
) -> None:
    first = texts(outline)
    commands.add_note(document, selection, Section.PAINS, "Scrap found too late")
    (name,) = (name for name in texts(outline) if name.endswith("End user"))
    assert "Scrap found too late" in texts(outline)[name]["Pains (3)"]
    commands.move_to_section(document, selection, Section.GAINS)
    assert "Scrap found too late" in texts(outline)[name]["Gains (4)"]
    document.undo()
    document.undo()
    assert texts(outline) == first


def test_a_new_link_and_new_evidence_are_told_of_the_notes_they_change(
    outline: OutlinePanel, document: Document, selection: Selection
) -> None:
    said = descriptions(outline)
    canvas = document.workspace.canvas_by_id[selection.canvas_id or ""]
    link = canvas.links[0]
    commands.edit_links(document, [link.id], strength=1 if link.strength == 3 else 3)
    now = descriptions(outline)
    assert {each for each in said if now[each] != said[each]} == {link.target}
    document.undo()
    assert descriptions(outline) == said
    unproven = next(note.id for note in canvas.notes if note.id not in document.workspace.levels)
    evidence = Evidence(kind=EvidenceKind.INTERVIEW, level=3, about=(unproven,), date=date.max)
    document.commit("Evidence", add_evidence(document.workspace, evidence))
    now = descriptions(outline)
    assert {each for each in said if now[each] != said[each]} == {unproven}


def test_renaming_in_the_outline_edits_the_note(
    qtbot: QtBot, outline: OutlinePanel, document: Document, selection: Selection
) -> None:
    note = document.workspace.canvas_by_id[selection.canvas_id or ""].in_section(Section.PAINS)[0]
    selection.select([note.id])
    outline.tree.setFocus()
    qtbot.keyClick(outline.tree, Qt.Key.Key_F2)
    editor = outline.tree.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "Line stops")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: document.workspace.note_by_id[note.id].text == "Line stops")
    assert document.history.done[-1].label == "Edit note"


def test_a_text_being_written_is_kept_when_something_else_is_selected_and_goes_with_its_note(
    qtbot: QtBot, outline: OutlinePanel, document: Document, selection: Selection
) -> None:
    first, second = document.workspace.canvas_by_id[selection.canvas_id or ""].in_section(Section.PAINS)[:2]

    def begin(note_id: str) -> None:
        selection.select([note_id])
        qtbot.keyClick(outline.tree, Qt.Key.Key_F2)
        qtbot.keyClicks(outline.tree.findChild(QLineEdit), "Stops")

    begin(first.id)
    selection.select([second.id])
    assert document.workspace.note_by_id[first.id].text == "Stops"
    assert outline.tree.currentItem().text(0) == second.text
    begin(second.id)
    commands.delete(document, selection)
    assert [step.label for step in document.history.done] == ["Edit note", "Delete note"]


def test_renaming_begins_with_the_whole_text_however_little_is_shown(
    qtbot: QtBot, outline: OutlinePanel, document: Document, selection: Selection
) -> None:
    note = document.workspace.canvas_by_id[selection.canvas_id or ""].in_section(Section.PAINS)[0]
    text = "One line\nand another " * 20
    commands.edit_text(document, note.id, text)
    selection.select([note.id])
    steps, shown = len(document.history.done), outline.tree.currentItem().text(0)
    qtbot.keyClick(outline.tree, Qt.Key.Key_F2)
    editor = outline.tree.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == text
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: outline.tree.findChild(QLineEdit) is None)
    assert outline.tree.currentItem().text(0) == shown
    assert len(document.history.done) == steps
    qtbot.keyClick(outline.tree, Qt.Key.Key_F2)
    editor = outline.tree.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.keyClicks(editor, "!")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: document.workspace.note_by_id[note.id].text == text + "!")


def test_selecting_goes_both_ways(outline: OutlinePanel, document: Document, selection: Selection) -> None:
    other = list(document.workspace.canvas_by_id.values())[3]
    note = other.notes[0]
    item = outline._items[note.id]
    outline.tree.setCurrentItem(item)
    assert (selection.canvas_id, selection.ids, selection.focus) == (other.id, frozenset({note.id}), note.id)
    second = other.notes[1]
    selection.select([second.id])
    assert [each.text(0) for each in outline.tree.selectedItems()] == [second.text]


def test_arrows_walk_through_the_whole_outline_and_back(
    qtbot: QtBot, outline: OutlinePanel, document: Document, selection: Selection
) -> None:
    tree, there = outline.tree, document.workspace
    parts = {*there.note_by_id, *there.entry_by_id, *there.segment_by_id}
    tree.expandAll()
    tree.setCurrentItem(tree.topLevelItem(0))
    rows = [tree.currentItem()]
    while below := tree.itemBelow(rows[-1]):
        rows.append(below)
    for keys, expected in ((Qt.Key.Key_Down, rows[1:]), (Qt.Key.Key_Up, rows[-2::-1])):
        for row in expected:
            qtbot.keyClick(tree, keys)
            assert tree.currentItem() is row
            assert selection.ids == {row.data(0, ID)} & parts
    assert len(rows) > 50


def test_a_note_moved_to_another_section_stays_the_current_one(
    outline: OutlinePanel, document: Document, selection: Selection
) -> None:
    note = document.workspace.canvas_by_id[selection.canvas_id or ""].in_section(Section.PAINS)[0]
    outline.tree.setCurrentItem(outline._items[note.id])
    commands.move_to_section(document, selection, Section.GAINS)
    assert outline.tree.currentItem().data(0, ID) == note.id


def test_what_is_cut_off_is_shown_as_a_tip_of_plain_text(
    qtbot: QtBot, outline: OutlinePanel, document: Document, selection: Selection
) -> None:
    outline.resize(200, 800)
    note = document.workspace.canvas_by_id[selection.canvas_id or ""].in_section(Section.PAINS)[0]
    for text, told in (
        (
            "<b>Bold</b> words that go on and on & on",
            "<p>&lt;b&gt;Bold&lt;/b&gt; words that go on and on &amp; on</p>",
        ),
        ("Short", ""),
    ):
        commands.edit_text(document, note.id, text)
        place = outline.tree.visualItemRect(outline._items[note.id]).center()
        viewport = outline.tree.viewport()
        asking = QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
        QApplication.sendEvent(viewport, asking)
        qtbot.waitUntil(lambda told=told: QToolTip.text() == told)


def test_a_hidden_outline_catches_up_when_shown(
    outline: OutlinePanel, document: Document, selection: Selection
) -> None:
    outline.hide()
    commands.add_note(document, selection, Section.PAINS, "Scrap found too late")
    outline.show()
    assert any("Scrap found too late" in notes for each in texts(outline).values() for notes in each.values())


def test_the_explanation_speaks_of_every_note_and_leads_to_it(
    qtbot: QtBot, document: Document, selection: Selection
) -> None:
    panel = FitPanel(document, selection)
    qtbot.addWidget(panel)
    panel.resize(284, 900)
    panel.show()
    canvas = document.workspace.canvas_by_id[selection.canvas_id or ""]
    assert "Stage: problem–solution fit" in panel._figures.text()
    said = [each.accessibleName() for each in panel.findChildren(TextButton)]
    for section in (Section.JOBS, Section.PAINS, Section.GAINS):
        for note in canvas.in_section(section):
            assert note.parked or any(note.text in each for each in said), note.text
    (unanswered,) = (each for each in panel.findChildren(TextButton) if "20 points" in each.accessibleName())
    qtbot.waitUntil(lambda: unanswered.isVisible() and unanswered.height() > 0)
    qtbot.mouseClick(unanswered, Qt.MouseButton.LeftButton)
    (chosen,) = selection.ids
    assert document.workspace.note_by_id[chosen].text in unanswered.accessibleName()
    commands.delete(document, selection)
    assert not any(
        "20 points" in each.accessibleName() for each in panel.findChildren(TextButton) if each.isVisible()
    )


def test_the_outline_has_the_business_model_with_its_entries_and_segments(
    qtbot: QtBot, outline: OutlinePanel, document: Document, selection: Selection
) -> None:
    entry = document.workspace.business_model.entries[-1]
    shown = texts(outline)["Business model"]
    assert [each.split(" (")[0] for each in shown] == [block_name(block) for block in Block]
    assert next(iter(shown.values())) == [each.name for each in document.workspace.segments]
    selection.show_part(entry.id)
    tree = outline.tree
    assert tree.currentItem().data(0, ID) == entry.id
    assert [each.text(0) for each in tree.selectedItems()] == [entry.text]
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    editor = tree.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "Steel")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: document.workspace.entry_by_id[entry.id].text == "Steel")
    entries.move_to_block(document, selection, Block.CHANNELS)
    (channels,) = (rows for name, rows in texts(outline)["Business model"].items() if "Channels" in name)
    assert channels[-1] == "Steel"
    assert tree.currentItem().data(0, ID) == entry.id
    document.undo()
    document.undo()
    assert texts(outline)["Business model"] == shown


def test_a_flow_to_be_reviewed_is_told_at_both_its_ends(outline: OutlinePanel, document: Document) -> None:
    flow = next(flow for flow in document.workspace.flows if flow.relation is Relation.ENABLES)
    flows.review(document, [each.id for each in document.workspace.flows])
    said = descriptions(outline)
    entries.edit_entries(document, [flow.business_end], text="Steel")
    now = descriptions(outline)
    assert now[flow.canvas_end] == f"{said[flow.canvas_end]}, to be reviewed"
    assert now[flow.business_end] == f"{said[flow.business_end]}, to be reviewed"


def test_the_outline_of_a_workspace_without_segments_has_the_business_model(
    qtbot: QtBot, document: Document
) -> None:
    document.reset(Workspace())
    panel = OutlinePanel(document, Selection(document))
    qtbot.addWidget(panel)
    panel.show()
    (top,) = texts(panel)
    assert top == "Business model"


def test_the_explanation_settles_at_every_height(
    qtbot: QtBot, document: Document, selection: Selection
) -> None:
    panel = FitPanel(document, selection)
    qtbot.addWidget(panel)
    panel.show()
    area = panel.findChild(QScrollArea)
    inner = area.widget()
    for canvas_id in document.workspace.canvas_by_id:
        selection.show_canvas(canvas_id)
        for height in range(200, 1100, 3):
            panel.resize(300 + height % 2, height)
            for _ in range(3):
                QApplication.processEvents()
            assert inner.width() == area.viewport().width()
            assert inner.height() >= inner.heightForWidth(inner.width())
