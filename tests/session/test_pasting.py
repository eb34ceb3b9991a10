"""Copy, cut and paste: between canvases, windows and other programs."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.editing.board import swap_sides
from canvasdesk.editing.notes import place_notes
from canvasdesk.interchange.clipboard import MIME
from canvasdesk.layout.regions import board
from canvasdesk.model.sections import Section
from canvasdesk.model.value import REACH
from canvasdesk.session.pasting import MOST_LETTERS, MOST_NOTES, TEXT, copy, cut, paste, paste_one
from canvasdesk.session.placing import MIRROR
from tests.editing.workshop import workshop
from tests.session.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(tmp_path, workshop())


@pytest.fixture
def other(qtbot: QtBot, tmp_path: Path) -> Desk:
    """Give a second window with another file, its sides swapped and the canvas empty."""
    other = Desk(tmp_path, swap_sides(workshop(), MIRROR))
    other.selection.show_canvas("painter")
    return other


def texts(*lines: str) -> dict[str, bytes]:
    return {TEXT: "\r\n".join(lines).encode()}


def pasted(desk: Desk) -> list[tuple[str, Section]]:
    notes = desk.document.workspace.canvas_by_id[desk.selection.canvas_id or ""].notes
    return [(note.text, note.section) for note in notes if note.id in desk.selection.ids]


def test_a_copy_speaks_to_other_programs_in_reading_order(desk: Desk) -> None:
    desk.hold("swap", "lost", "late", "swap-late")
    data = copy(desk.document, desk.selection)
    assert data[TEXT].decode() == "Tools arrive late\nTools get lost\nSwap on site"
    assert set(data) == {MIME, TEXT}
    assert desk.labels == []


def test_a_copy_of_no_notes_is_empty(desk: Desk) -> None:
    desk.hold("swap-late")
    assert copy(desk.document, desk.selection) == {}
    assert cut(desk.document, desk.selection) == ({}, None)
    assert desk.labels == []


def test_pasting_twice_hides_nothing(desk: Desk) -> None:
    desk.hold("late", "swap")
    data = copy(desk.document, desk.selection)
    for _ in range(2):
        assert paste(desk.document, desk.selection, data) is None
    places = [(note.x, note.y) for note in desk.canvas.notes if note.text == "Tools arrive late"]
    assert places == [(900, 500), (918, 518), (936, 536)]
    assert len(desk.canvas.links) == 6
    assert desk.labels == ["Paste 2 notes", "Paste 2 notes"]
    assert sorted(pasted(desk)) == [("Swap on site", Section.RELIEVERS), ("Tools arrive late", Section.PAINS)]


def test_what_was_cut_is_pasted_back_where_it_was(desk: Desk) -> None:
    first = desk.document.workspace
    desk.hold("late", "swap")
    data, said = cut(desk.document, desk.selection)
    assert said is None
    assert desk.labels == ["Cut 2 notes"]
    assert not {"late", "swap"} & desk.canvas.note_by_id.keys()
    paste(desk.document, desk.selection, data)
    back = {(note.text, note.x, note.y) for note in desk.canvas.notes}
    assert back == {(note.text, note.x, note.y) for note in workshop().canvas_by_id["manager"].notes}
    desk.document.undo()
    desk.document.undo()
    assert desk.document.workspace is first


def test_pasted_in_another_window_notes_keep_section_place_and_links(desk: Desk, other: Desk) -> None:
    desk.hold("late", "swap", "job")
    assert paste(other.document, other.selection, copy(desk.document, desk.selection)) is None
    canvas = other.document.workspace.canvas_by_id["painter"]
    assert {(note.text, note.x, note.y, note.importance) for note in canvas.notes} == {
        ("Keep crews working", MIRROR - 1300, 360, 5),
        ("Tools arrive late", MIRROR - 900, 500, 4),
        ("Swap on site", MIRROR - 300, 500, None),
    }
    assert [link.strength for link in canvas.links] == [2]
    assert other.selection.ids == set(canvas.note_by_id)
    assert not set(canvas.note_by_id) & {"late", "swap", "job"}


def test_a_note_from_far_away_stays_within_reach(desk: Desk, other: Desk) -> None:
    desk.document.commit("Far", place_notes(desk.document.workspace, {"late": (-REACH, 0.0)}))
    desk.hold("late")
    paste(other.document, other.selection, copy(desk.document, desk.selection))
    (note,) = other.document.workspace.canvas_by_id["painter"].notes
    assert note.x == REACH


def test_lines_become_notes_at_free_places_of_the_section(desk: Desk) -> None:
    assert paste(desk.document, desk.selection, texts("- one", "- two", "", "three"), Section.GAINS) is None
    assert desk.labels == ["Paste 3 notes"]
    assert pasted(desk) == [("one", Section.GAINS), ("two", Section.GAINS), ("three", Section.GAINS)]
    rects = [desk.rect(each) for each in desk.canvas.note_by_id]
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
    assert all(board().region(Section.GAINS).holds(desk.rect(each)) for each in desk.selection.ids)


def test_without_a_section_lines_go_where_the_focus_is(desk: Desk) -> None:
    desk.selection.select([], focus="swap")
    paste(desk.document, desk.selection, texts("one"))
    assert pasted(desk) == [("one", Section.RELIEVERS)]
    desk.selection.select([], focus=None)
    paste(desk.document, desk.selection, texts("two"))
    assert pasted(desk) == [("two", Section.JOBS)]
    assert desk.labels == ["Paste note", "Paste note"]


def test_lines_as_one_note(desk: Desk) -> None:
    assert paste_one(desk.document, desk.selection, texts("one", "- two"), Section.PAINS) is None
    assert pasted(desk) == [("one\n- two", Section.PAINS)]


@pytest.mark.parametrize("data", [{}, {TEXT: b" \n "}, {TEXT: b""}, {"image/png": b"x"}, {MIME: b"{}"}])
def test_nothing_to_paste_says_so(desk: Desk, data: dict[str, bytes]) -> None:
    said = "There is nothing to paste that could become a note."
    assert paste(desk.document, desk.selection, data) == said
    assert paste_one(desk.document, desk.selection, data) == said
    assert desk.labels == []


def test_a_clip_that_cannot_be_read_falls_back_to_its_text(desk: Desk) -> None:
    assert paste(desk.document, desk.selection, {MIME: b"{broken", **texts("one")}, Section.PAINS) is None
    assert pasted(desk) == [("one", Section.PAINS)]


def test_a_wall_of_lines_is_cut_and_says_so(desk: Desk) -> None:
    wall = texts(*(f"n{number}" for number in range(MOST_NOTES + 1)))
    said = paste(desk.document, desk.selection, wall, Section.PAINS)
    assert said == "Only the first 300 lines were pasted."
    assert len(desk.selection.ids) == MOST_NOTES
    assert paste(desk.document, desk.selection, texts("x" * MOST_LETTERS + "\ny"), Section.PAINS) == (
        "Only the first line was pasted."
    )


def test_a_read_only_file_takes_nothing_in_and_gives_copies_out(desk: Desk) -> None:
    desk.document.read_only = True
    desk.hold("late")
    said = "This file is open for reading only. Save a copy to change it."
    data, refusal = cut(desk.document, desk.selection)
    assert refusal == said
    assert MIME in data
    assert paste(desk.document, desk.selection, data) == said
    assert paste(desk.document, desk.selection, texts("one")) == said
    assert desk.selection.ids == {"late"}
