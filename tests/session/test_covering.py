"""Covered notes under the user's hands: one step each, in words, revealed in reading order."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.editing.notes import edit_notes
from canvasdesk.model.sections import Section
from canvasdesk.session import commands, covering, hands, pasting
from tests.editing.workshop import workshop
from tests.session.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(tmp_path, edit_notes(workshop(), {"late": {"author": "Ann"}, "job": {"author": "bo"}}))


def hidden(desk: Desk) -> set[str]:
    return {note.id for note in desk.canvas.notes if note.covered}


def test_selected_notes_are_covered_and_revealed_with_the_same_command(desk: Desk) -> None:
    desk.hold("late", "job")
    assert covering.cover(desk.document, desk.selection) is None
    assert hidden(desk) == {"late", "job"}
    desk.hold("late", "lost")
    assert covering.cover(desk.document, desk.selection) is None
    assert hidden(desk) == {"late", "lost", "job"}
    assert covering.cover(desk.document, desk.selection) == "2 notes revealed."
    assert hidden(desk) == {"job"}
    assert desk.labels == ["Cover 2 notes", "Cover 2 notes", "Reveal 2 notes"]


def test_a_section_is_written_covered_until_it_is_uncovered(desk: Desk) -> None:
    desk.hold("late")
    said = covering.toggle_section(desk.document, desk.selection)
    assert said == "Pains are written covered from now on."
    pains = {note.id for note in desk.canvas.in_section(Section.PAINS)}
    assert hidden(desk) == pains
    commands.add_note(desk.document, desk.selection, Section.PAINS, "Rain")
    (new,) = desk.selection.ids
    assert desk.note(new).covered
    commands.add_note(desk.document, desk.selection, Section.GAINS, "Sun")
    assert hidden(desk) == pains | {new}
    said = covering.toggle_section(desk.document, desk.selection, Section.PAINS)
    assert said == "Pains are written in the open again."
    assert hidden(desk) == set()
    labels = ["Cover Pains", "Add note", "Add note", "Uncover Pains"]
    assert desk.labels == labels
    desk.document.undo()
    assert hidden(desk) == pains | {new}


def test_without_a_focus_a_section_has_to_be_named(desk: Desk) -> None:
    said = covering.toggle_section(desk.document, desk.selection)
    assert said == "Go to a note first: its section is the one that is written covered."
    assert desk.labels == []


def test_what_is_pasted_or_begun_in_a_covered_section_is_covered_too(desk: Desk) -> None:
    desk.hold("late")
    copied = pasting.copy(desk.document, desk.selection)
    covering.toggle_section(desk.document, desk.selection, Section.PAINS)
    before = hidden(desk)
    pasting.paste(desk.document, desk.selection, {pasting.TEXT: b"Rain\nSnow"}, Section.PAINS)
    assert hidden(desk) - before == desk.selection.ids
    before = hidden(desk)
    pasting.paste(desk.document, desk.selection, copied)
    assert hidden(desk) - before == desk.selection.ids
    look = hands.blank(desk.document, desk.selection, Section.PAINS, None)
    assert look is not None
    assert "covered" in look.bare(look.text).words()[1]  # type: ignore[attr-defined]


def test_a_note_that_changes_its_section_stays_covered(desk: Desk) -> None:
    desk.hold("late")
    covering.cover(desk.document, desk.selection)
    commands.move_to_section(desk.document, desk.selection, Section.GAINS)
    assert hidden(desk) == {"late"}


def test_the_next_one_is_that_of_the_section_with_the_focus(desk: Desk) -> None:
    commands.select_all(desk.document, desk.selection)
    covering.cover(desk.document, desk.selection)
    pains = desk.canvas.in_section(Section.PAINS)
    order = [note.id for note in pains]
    desk.hold(order[-1])
    for number, note_id in enumerate(order, 1):
        said = covering.reveal_next(desk.document, desk.selection)
        assert said is not None
        assert desk.note(note_id).text in said
        left = len(order) - number
        assert (f"{left} more covered in Pains" if left else "the last covered one of Pains") in said
        assert not hidden(desk) & {*order[:number]}
    covering.reveal_next(desk.document, desk.selection)
    assert not desk.note(desk.canvas.in_section(Section.JOBS)[0].id).covered
    assert desk.labels[-1] == "Reveal note"
    assert desk.selection.ids == {order[-1]}  # a caret that is somewhere else stays there


def test_authors_are_listed_and_revealed_together(desk: Desk) -> None:
    commands.select_all(desk.document, desk.selection)
    covering.cover(desk.document, desk.selection)
    total = len(desk.canvas.notes)
    assert covering.covered_authors(desk.canvas) == {"Ann": 1, "bo": 1, "": total - 2}
    assert covering.reveal_by(desk.document, desk.selection, "Ann") == "1 note revealed."
    assert not desk.note("late").covered
    assert covering.covered_authors(desk.canvas) == {"bo": 1, "": total - 2}
    assert covering.reveal_by(desk.document, desk.selection, "") == f"{total - 2} notes revealed."
    assert hidden(desk) == {"job"}


def test_all_are_revealed_at_once_or_those_of_a_section(desk: Desk) -> None:
    commands.select_all(desk.document, desk.selection)
    covering.cover(desk.document, desk.selection)
    covering.reveal_all(desk.document, desk.selection, Section.PAINS)
    assert not any(note.covered for note in desk.canvas.in_section(Section.PAINS))
    assert hidden(desk)
    covering.reveal_all(desk.document, desk.selection)
    assert not hidden(desk)
    steps = len(desk.labels)
    assert covering.reveal_all(desk.document, desk.selection) == "No note of this canvas is covered."
    assert covering.reveal_next(desk.document, desk.selection) == "No note of this canvas is covered."
    assert len(desk.labels) == steps


def test_nothing_is_revealed_in_a_file_that_is_read_only(desk: Desk) -> None:
    desk.hold("late")
    covering.cover(desk.document, desk.selection)
    desk.document.read_only = True
    refusal = "This file is open for reading only. Save a copy to change it."
    assert covering.reveal_next(desk.document, desk.selection) == refusal
    assert covering.reveal_all(desk.document, desk.selection) == refusal
    assert covering.toggle_section(desk.document, desk.selection) == refusal
    assert hidden(desk) == {"late"}
