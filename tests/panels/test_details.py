"""The details panel changes what is selected, through the document and nothing else."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from canvasdesk.layout.style import LIGHT
from canvasdesk.model.canvas import AlternativeKind, CanvasStatus, Role
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Half, Section
from canvasdesk.panels.details import DetailsPanel
from canvasdesk.panels.segments import SegmentsPanel
from canvasdesk.session.commands import shown_canvas
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection


@pytest.fixture
def panel(qtbot: QtBot, document: Document, selection: Selection) -> DetailsPanel:
    panel = DetailsPanel(document, selection)
    qtbot.addWidget(panel)
    panel.resize(284, 900)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def named(panel: QWidget, kind: type[QWidget], name: str) -> QWidget:
    """Give the one visible widget with this accessible name."""
    (found,) = (
        each for each in panel.findChildren(kind) if each.accessibleName() == name and each.isVisibleTo(panel)
    )
    return found


def a_note(document: Document, selection: Selection, section: Section) -> Note:
    canvas = shown_canvas(document, selection)
    assert canvas is not None
    return canvas.in_section(section)[0]


def now(document: Document, note: Note) -> Note:
    there = document.workspace.note(note.id)
    assert there is not None
    return there


def test_what_may_not_be_changed_can_still_be_reached_and_is_open_once_a_copy_is_saved(
    qtbot: QtBot, document: Document, tmp_path: Path
) -> None:
    path = tmp_path / "newer.canvasdesk"
    document.save(path)
    path.write_text(path.read_text("utf-8").replace('"version": 1', '"version": 99', 1), "utf-8")
    document.open(path)
    selection = Selection(document)
    panel, segments = DetailsPanel(document, selection), SegmentsPanel(document, selection, LIGHT)
    for each in (panel, segments):
        qtbot.addWidget(each)
        each.show()
    selection.select([a_note(document, selection, Section.PAINS).id])
    text, section = named(panel, QPlainTextEdit, "Text"), named(panel, QComboBox, "Section")
    (add,) = segments.findChildren(QToolButton)
    before = document.workspace
    qtbot.keyClicks(text, "x")
    assert document.workspace is before
    assert (text.isEnabled(), section.isEnabled(), add.isEnabled()) == (True, False, False)
    document.save(tmp_path / "copy.canvasdesk")
    assert (section.isEnabled(), add.isEnabled()) == (True, True)
    qtbot.keyClicks(text, "x")
    assert document.workspace is not before


def test_typing_changes_the_note_as_one_step(
    qtbot: QtBot, panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    note, first = a_note(document, selection, Section.PAINS), document.workspace
    selection.select([note.id])
    text = named(panel, QPlainTextEdit, "Text")
    text.setFocus()
    text.selectAll()
    qtbot.keyClicks(text, "Line stops")
    assert now(document, note).text == "Line stops"
    assert [step.label for step in document.history.done] == ["Edit note"]
    document.undo()
    assert document.workspace is first
    assert text.toPlainText() == note.text


def test_keys_of_undo_are_left_to_the_window(
    qtbot: QtBot, panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    selection.select([a_note(document, selection, Section.PAINS).id])
    for kind, name in ((QPlainTextEdit, "Text"), (QLineEdit, "How they would measure it")):
        field = named(panel, kind, name)
        before = document.workspace
        qtbot.keyClicks(field, "x")
        after = document.workspace
        assert after is not before
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert document.workspace is after


def test_each_section_shows_its_own_fields(
    panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    def shown() -> set[str]:
        every = panel.findChildren(QWidget)
        return {each.accessibleName() for each in every if each.accessibleName() and each.isVisibleTo(panel)}

    own = {
        Section.JOBS: "Kind of job",
        Section.PAINS: "Kind of pain",
        Section.GAINS: "Level",
        Section.PRODUCTS: "Form",
    }
    for section in Section:
        selection.select([a_note(document, selection, section).id])
        there = shown()
        assert (
            {each for each in own.values() if each in there} == {own[section]} & set(own.values())
            if (section in own)
            else not there & set(own.values())
        )
        assert ("How much it matters" in there) == (section.half is Half.CIRCLE)
        assert ("State: Exists" in there) == (section.half is Half.SQUARE)


def test_a_rank_is_chosen_for_several_and_taken_back(
    qtbot: QtBot, panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    canvas = shown_canvas(document, selection)
    assert canvas is not None
    ids = [note.id for note in canvas.in_section(Section.GAINS)]
    selection.select(ids)
    two = named(panel, QToolButton, "How much it matters: 2")
    qtbot.mouseClick(two, Qt.MouseButton.LeftButton)
    assert {document.workspace.note_by_id[each].importance for each in ids} == {2}
    qtbot.mouseClick(two, Qt.MouseButton.LeftButton)
    assert {document.workspace.note_by_id[each].importance for each in ids} == {None}
    assert [step.label for step in document.history.done] == ["Edit 3 notes"] * 2


def test_the_section_of_a_note_is_a_choice(
    panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    note = a_note(document, selection, Section.RELIEVERS)
    selection.select([note.id])
    said: list[str] = []
    panel.said.connect(said.append)
    pick = named(panel, QComboBox, "Section")
    pick.setCurrentText("Gain creators")
    pick.activated.emit(pick.currentIndex())
    assert now(document, note).section is Section.CREATORS
    assert "link" in said[0]
    document.undo()
    assert now(document, note).section is Section.RELIEVERS


def test_links_are_made_rated_and_removed(
    qtbot: QtBot, panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    canvas = shown_canvas(document, selection)
    assert canvas is not None
    (gain,) = (note for note in canvas.in_section(Section.GAINS) if note.id not in canvas.links_of)
    selection.select([gain.id])
    more = named(panel, QComboBox, "Link to…")
    more.setCurrentIndex(0)
    more.activated.emit(0)
    (link,) = document.workspace.canvas_by_id[canvas.id].links_of[gain.id]
    qtbot.mouseClick(named(panel, QToolButton, "It answers: Mostly"), Qt.MouseButton.LeftButton)
    assert document.workspace.link(link.id).strength == 2  # type: ignore[union-attr]
    qtbot.mouseClick(named(panel, QToolButton, "Remove this link"), Qt.MouseButton.LeftButton)
    assert document.workspace.link(link.id) is None


def test_evidence_is_added_filled_in_and_taken_away(
    qtbot: QtBot, panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    note, before = a_note(document, selection, Section.PAINS), document.workspace.evidence
    selection.select([note.id])
    (add,) = (
        each
        for each in panel.findChildren(QPushButton)
        if each.text() == "Add evidence" and each.isVisibleTo(panel)
    )
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    finding = named(panel, QPlainTextEdit, "What was learnt")
    finding.setFocus()
    qtbot.keyClicks(finding, "3 of 4 said so")
    qtbot.mouseClick(named(panel, QToolButton, "How strong: Committed"), Qt.MouseButton.LeftButton)
    record = document.workspace.evidence[-1]
    assert (record.finding, record.level, record.about) == ("3 of 4 said so", 3, (note.id,))
    assert document.workspace.levels[note.id] == 3
    taken = [
        each
        for each in panel.findChildren(QToolButton)
        if each.accessibleName() == "Take this evidence away" and each.isVisibleTo(panel)
    ]
    qtbot.mouseClick(taken[-1], Qt.MouseButton.LeftButton)
    assert document.workspace.evidence == before


def test_without_a_selection_it_tells_of_the_canvas(
    qtbot: QtBot, panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    canvas = shown_canvas(document, selection)
    assert canvas is not None
    status = named(panel, QComboBox, "Status")
    status.setCurrentText("In test")
    status.activated.emit(status.currentIndex())
    role = named(panel, QComboBox, "Stakeholder role")
    role.setCurrentText("Influencer")
    role.activated.emit(role.currentIndex())
    qtbot.mouseClick(
        named(panel, QCheckBox, "Can stop the sale"), Qt.MouseButton.LeftButton, pos=_on_the_box(panel)
    )
    after = document.workspace.canvas_by_id[canvas.id]
    assert after.status is CanvasStatus.IN_TEST
    assert after.stakeholder is not None
    assert (after.stakeholder.role, after.stakeholder.veto) == (Role.INFLUENCER, True)


def _on_the_box(panel: DetailsPanel) -> object:
    box = named(panel, QCheckBox, "Can stop the sale")
    point = box.rect().center()
    point.setX(8)
    return point


def test_a_second_do_nothing_is_refused_in_words(
    panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    said: list[str] = []
    panel.said.connect(said.append)
    before = len(shown_canvas(document, selection).alternatives)  # type: ignore[union-attr]
    (add,) = (
        each
        for each in panel.findChildren(QPushButton)
        if each.text() == "Add an alternative" and each.isVisibleTo(panel)
    )
    add.click()
    canvas = shown_canvas(document, selection)
    assert canvas is not None
    assert len(canvas.alternatives) == before + 1
    kind = named_all(panel, "Kind of the alternative")[-1]
    kind.setCurrentText("Do nothing")
    kind.activated.emit(kind.currentIndex())
    assert said == ["This canvas already has “do nothing” as an alternative."]
    assert kind.currentText() == "Competitor"
    kinds = [other.kind for other in shown_canvas(document, selection).alternatives]  # type: ignore[union-attr]
    assert kinds.count(AlternativeKind.DO_NOTHING) == 1


def named_all(panel: QWidget, name: str) -> list[QComboBox]:
    return [each for each in panel.findChildren(QComboBox) if each.accessibleName() == name]


def test_every_field_has_a_name_for_a_screen_reader(
    panel: DetailsPanel, document: Document, selection: Selection
) -> None:
    canvas = shown_canvas(document, selection)
    assert canvas is not None
    kinds = (QPlainTextEdit, QLineEdit, QComboBox, QToolButton)
    inner = ("qt_spinbox_lineedit", "qt_scrollarea")
    for ids in ([], [canvas.notes[0].id], [canvas.links[0].id]):
        selection.select(ids)
        for kind in kinds:
            for field in panel.findChildren(kind):
                if field.isVisibleTo(panel) and not field.objectName().startswith(inner):
                    parent = field.parent()
                    assert field.accessibleName() or (
                        field.accessibleName() == "" and isinstance(parent, QComboBox)
                    ), field
