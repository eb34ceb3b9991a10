"""Commands for entries and segments: one step each, what they say, and where things go."""

from pathlib import Path

import pytest

from canvasdesk.drawing.business_model import board_of, segment_cards
from canvasdesk.drawing.entry import entry_size
from canvasdesk.layout.geometry import Rect
from canvasdesk.model.business import ENTRY_BLOCKS, Block, Entry
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.session import entries, hands, pasting, segments
from canvasdesk.session.pasting import TEXT
from tests.editing.workshop import workshop
from tests.session.desk import Desk


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, workshop())
    desk.selection.show_business_model()
    return desk


def entry(desk: Desk, entry_id: str) -> Entry:
    return desk.document.workspace.entry_by_id[entry_id]


def place(desk: Desk, entry_id: str) -> Rect:
    """Give the place on the board."""
    board, found = board_of(desk.document.workspace), entry(desk, entry_id)
    return board.place(found.block, found.x, found.y, entry_size(found.text))


def ids(desk: Desk) -> list[str]:
    return [segment.id for segment in desk.document.workspace.segments]


def test_strokes_in_an_entry_are_one_step_and_an_empty_one_vanishes(desk: Desk) -> None:
    for text in ("V", "Va", "Van"):
        entries.edit_text(desk.document, "vans", text)
    assert desk.labels == ["Edit note"]
    entries.edit_text(desk.document, "vans", " ")
    entries.end_text(desk.document, "vans")
    assert "vans" not in desk.document.workspace.entry_by_id
    desk.document.undo()
    assert entry(desk, "vans").text == ""


def test_an_entry_with_a_detail_stays_without_a_text(desk: Desk) -> None:
    entries.edit_entries(desk.document, ["vans"], detail="Leased")
    entries.end_text(desk.document, "vans")
    assert entry(desk, "vans").detail == "Leased"


def test_entries_move_to_free_places_of_another_block(desk: Desk) -> None:
    desk.hold("vans", "advice")
    entries.move_to_block(desk.document, desk.selection, Block.PARTNERS)
    assert desk.labels == ["Move 2 notes to Key partners"]
    assert not place(desk, "vans").intersects(place(desk, "advice"))
    assert entry(desk, "advice").relationship is None
    assert entries.move_to_block(desk.document, desk.selection, Block.PARTNERS) is None
    assert len(desk.labels) == 1


def test_nudges_are_one_step_and_end_at_the_edge_of_the_block(desk: Desk) -> None:
    desk.hold("fuel")
    for _ in range(200):
        entries.nudge(desk.document, desk.selection, 8.0, 8.0)
    assert desk.labels == ["Move note"]
    inside = board_of(desk.document.workspace).inside(Block.COSTS)
    assert (place(desk, "fuel").right, place(desk, "fuel").bottom) == (inside.right, inside.bottom)


def test_a_segment_is_nudged_along_the_list(desk: Desk) -> None:
    desk.hold("builders")
    hands.nudge(desk.document, desk.selection, 0.0, 8.0)
    assert ids(desk) == ["painters", "builders"]
    hands.nudge(desk.document, desk.selection, 0.0, 8.0)
    hands.nudge(desk.document, desk.selection, -8.0, 0.0)
    assert ids(desk) == ["builders", "painters"]
    assert desk.labels == ["Move segment", "Move segment"]


@pytest.mark.parametrize("count", [3, 12])
@pytest.mark.parametrize("to", range(3))
def test_a_segment_dropped_on_another_takes_its_place(desk: Desk, count: int, to: int) -> None:
    many = tuple(CustomerSegment(id=f"s{n}", name=f"Segment {n}") for n in range(count))
    desk.document.commit("Many", evolve(workshop(), segments=many, business_model=_empty(), **NOTHING))
    cards = segment_cards(desk.document.workspace)
    target, own = cards[f"s{to}"], cards[f"s{count - 1}"]
    segments.drop(desk.document, own_id := f"s{count - 1}", (target.x, target.y - 5))
    assert ids(desk).index(own_id) == to
    assert own.w == target.w


NOTHING = {"flows": (), "evidence": (), "hypotheses": ()}


def _empty() -> object:
    return evolve(workshop().business_model, entries=())


def test_copied_entries_come_back_beside_themselves_with_their_fields(desk: Desk) -> None:
    desk.hold("fuel", "vans")
    data = pasting.copy(desk.document, desk.selection)
    pasting.paste_entries(desk.document, desk.selection, data)
    assert len(desk.selection.ids) == 2
    copies = {entry(desk, each).block: entry(desk, each) for each in desk.selection.ids}
    assert copies[Block.COSTS].amount == 9000.0
    assert copies[Block.RESOURCES].segment_ids == ("builders", "painters")
    assert not {(copy.x, copy.y) for copy in copies.values()} & {(0.0, 0.0)}


def test_entries_from_another_workspace_lose_segments_that_are_not_here(desk: Desk, tmp_path: Path) -> None:
    desk.hold("vans")
    data = pasting.copy(desk.document, desk.selection)
    other = Desk(tmp_path, evolve(workshop(), segments=(), business_model=_empty(), **NOTHING))
    pasting.paste_entries(other.document, other.selection, data)
    (copy,) = other.selection.ids
    assert entry(other, copy).segment_ids == ()


def test_entries_on_a_canvas_are_pasted_as_their_words(desk: Desk) -> None:
    entries.edit_text(desk.document, "vans", "Ten vans")
    desk.hold("vans")
    data = pasting.copy(desk.document, desk.selection)
    desk.selection.show_canvas("manager")
    pasting.paste(desk.document, desk.selection, data)
    assert [desk.note(each).text for each in desk.selection.ids] == ["Ten vans"]


def test_names_of_segments_are_copied_and_cut_leaves_segments(desk: Desk) -> None:
    desk.hold("builders", "fuel")
    data, refusal = pasting.cut(desk.document, desk.selection)
    assert refusal is None
    assert data[TEXT].decode().splitlines()[0] == "Builders"
    assert ids(desk) == ["builders", "painters"]
    assert "fuel" not in desk.document.workspace.entry_by_id


def test_too_many_lines_are_cut_and_that_is_said(desk: Desk) -> None:
    said = pasting.paste_entries(desk.document, desk.selection, {TEXT: b"\n".join([b"x"] * 400)})
    assert said == "Only the first 300 lines were pasted."
    assert len(desk.selection.ids) == 300


def test_tidy_leaves_no_note_over_another_in_any_block(desk: Desk) -> None:
    for block in ENTRY_BLOCKS:
        new = [Entry(block=block, text=text) for text in ("One", "Two " * 20, "Three")]
        for each in new:
            entries.add_entry(desk.document, desk.selection, each)
    entries.tidy(desk.document)
    for block in ENTRY_BLOCKS:
        there = [each for each in desk.document.workspace.business_model.entries if each.block is block]
        places = [place(desk, each.id) for each in there]
        assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_a_reading_copy_says_why_nothing_happens(desk: Desk) -> None:
    desk.document.read_only = True
    desk.hold("fuel")
    said = hands.delete(desk.document, desk.selection)
    assert said == "This file is open for reading only. Save a copy to change it."
    assert hands.move(desk.document, desk.selection, {"fuel": (0.0, 0.0)}, {"fuel": Block.COSTS}) == said
    assert desk.labels == []


def test_what_vanishes_leaves_the_selection_and_the_filter(desk: Desk) -> None:
    desk.hold("fuel", "builders")
    desk.selection.show_only("builders")
    segments.remove(desk.document, ["builders"])
    assert (desk.selection.ids, desk.selection.only) == (frozenset({"fuel"}), None)


def test_a_part_is_shown_where_it_lies(desk: Desk) -> None:
    for part, canvas in (("late", "manager"), ("fuel", None), ("price", "buyer"), ("painters", None)):
        desk.selection.show_part(part)
        assert (desk.selection.canvas_id, desk.selection.ids) == (canvas, {part})
