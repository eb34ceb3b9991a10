"""The nine blocks: they fill the board at every level, and whatever lies in them finds room."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.layout.blocks import (
    MOST_LEVEL,
    ROW,
    SEGMENT_WIDE,
    USUAL_LEVEL,
    ModelBoard,
    free_entry_places,
    level_for,
    model_board,
    segment_places,
    segments_stand_wide,
    tidy_entries,
)
from canvasdesk.layout.geometry import Point, Rect, Size
from canvasdesk.layout.plan import HEIGHT, WIDTH
from canvasdesk.layout.style import GAP, NOTE_WIDTH
from canvasdesk.model.business import ENTRY_BLOCKS, Block
from tests.layout.places import NOTE, overlaps, rects, sizes

levels = st.integers(USUAL_LEVEL, MOST_LEVEL)
boards = st.builds(model_board, st.booleans(), levels)
blocks = st.sampled_from(ENTRY_BLOCKS)
taken = st.lists(
    st.builds(lambda x, y, size: Rect(x, y, *size), st.floats(0, 400), st.floats(0, 900), sizes), max_size=12
)


def inside(block: Block, level: int) -> Rect:
    """Give the room of a block as its entries count: from its top left corner."""
    return model_board(level=level).inside(block)._replace(x=0.0, y=0.0)


def test_the_usual_board_is_as_large_as_that_of_a_canvas() -> None:
    assert model_board().bounds == Rect(0, 0, WIDTH, HEIGHT)


@given(boards)
def test_the_blocks_fill_their_frame_and_do_not_overlap(board: ModelBoard) -> None:
    rects = board.blocks.values()
    assert set(board.blocks) == set(Block)
    assert sum(w * h for _, _, w, h in rects) == pytest.approx(board.frame.w * board.frame.h)
    assert not any(one.inset(0.01).intersects(other) for one, other in combinations(rects, 2))
    assert all(board.frame.inset(-0.01).contains(rect) for rect in rects)
    assert board.bounds.contains(board.frame)
    assert board.title.bottom < board.frame.y


@given(boards)
def test_notes_stand_below_the_header_of_their_block(board: ModelBoard) -> None:
    for block, rect in board.blocks.items():
        header, room = board.header(block), board.inside(block)
        assert rect.contains(header)
        assert rect.contains(room)
        assert header.bottom < room.y
        assert (header.x, header.w) == (room.x, room.w)


@given(levels)
def test_a_level_is_as_many_notes_wide_and_three_times_as_many_high(level: int) -> None:
    for block in (Block.PARTNERS, Block.PROPOSITIONS, Block.SEGMENTS):
        room = inside(block, level)
        assert (room.w + GAP) / (NOTE_WIDTH + GAP) == level
        assert (room.h + GAP) // ROW >= 3 * level
    for block in (Block.CHANNELS, Block.RELATIONSHIPS, Block.ACTIVITIES, Block.RESOURCES):
        assert (inside(block, level).h + GAP) // ROW >= 1.5 * level
    for block in (Block.COSTS, Block.REVENUE):
        assert (inside(block, level).h + GAP) // ROW >= level


@given(levels)
def test_the_board_keeps_roughly_its_proportions(level: int) -> None:
    bounds = model_board(level=level).bounds
    assert bounds.w / bounds.h == pytest.approx(WIDTH / HEIGHT, rel=0.2)


@given(levels)
def test_swapping_mirrors_the_blocks(level: int) -> None:
    board, swapped = model_board(level=level), model_board(swapped=True, level=level)
    axis = board.bounds.w / 2
    assert swapped.bounds == board.bounds
    assert swapped.frame == board.frame
    for block in Block:
        again = swapped.blocks[block].mirrored(axis)
        assert again == pytest.approx(board.blocks[block])
    assert swapped.blocks[Block.SEGMENTS].x < swapped.blocks[Block.PARTNERS].x


@given(boards, st.floats(-50, 3000), st.floats(-50, 2000))
def test_a_point_lies_in_the_block_around_it(board: ModelBoard, x: float, y: float) -> None:
    block = board.block_at(x, y)
    if block is None:
        assert not board.frame.inset(0.01).contains(Point(x, y))
    else:
        assert board.blocks[block].contains(Point(x, y))


@given(boards, blocks, st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_an_entry_is_kept_inside_its_block(board: ModelBoard, block: Block, x: float, y: float) -> None:
    place, room = board.place(block, x, y, NOTE), board.inside(block)
    assert room.inset(-0.01).contains(place)
    assert board.place(block, place.x - room.x, place.y - room.y, NOTE) == pytest.approx(place)
    meant = Rect(room.x + x, room.y + y, *NOTE)
    assert place == meant or not room.contains(meant)


@given(levels, blocks, st.lists(sizes, max_size=12), taken)
def test_free_places_cover_nothing_and_lie_inside(
    level: int, block: Block, wanted: list[Size], there: list[Rect]
) -> None:
    places = rects(free_entry_places(level, block, wanted, there), wanted)
    for index, place in enumerate(places):
        near = place.inset(-GAP + 0.01)
        assert not any(near.intersects(other) for other in [*there, *places[:index]])
    needed = max(level, level_for({block: places}))
    assert all(inside(block, needed).inset(-0.01).contains(place) for place in places)


@pytest.mark.parametrize("block", ENTRY_BLOCKS)
def test_free_places_are_row_by_row_and_the_block_grows_only_when_it_is_full(block: Block) -> None:
    room = inside(block, USUAL_LEVEL)
    columns, rows = int((room.w + GAP) // (NOTE_WIDTH + GAP)), int((room.h + GAP) // ROW)
    places = free_entry_places(USUAL_LEVEL, block, [NOTE] * (columns * rows + 1), [])
    *first, last = rects(places, [NOTE] * len(places))
    assert [(place.y, place.x) for place in first] == sorted((place.y, place.x) for place in first)
    assert first[0] == Rect(0, 0, *NOTE)
    assert (level_for({block: first}), level_for({block: [last]})) == (USUAL_LEVEL, USUAL_LEVEL + 1)


@given(blocks, st.lists(sizes, max_size=20))
def test_tidy_entries_stand_in_rows_in_their_order(block: Block, wanted: list[Size]) -> None:
    tidied = tidy_entries(USUAL_LEVEL, block, list(enumerate(wanted)))
    assert list(tidied) == list(range(len(wanted)))
    places = rects(list(tidied.values()), wanted)
    assert overlaps([place.inset(-GAP / 2 + 0.01) for place in places]) == []
    assert all(after.y > before.y or after.x > before.x for before, after in pairwise(places))
    needed = level_for({block: places})
    assert all(inside(block, needed).inset(-0.01).contains(place) for place in places)


entries = st.dictionaries(blocks, taken, max_size=4)
cards = st.lists(st.builds(Size, st.just(NOTE_WIDTH), st.floats(62, 150)), max_size=60)


@given(entries, cards)
def test_the_level_is_the_lowest_with_room_for_all(there: dict[Block, list[Rect]], some: list[Size]) -> None:
    level = level_for(there, some)

    def enough(at: int) -> bool:
        rows = [max(size.h for size in some[first : first + at]) for first in range(0, len(some), at)]
        high = sum(rows) + GAP * (len(rows) - 1)
        return high <= model_board(level=at).inside(Block.SEGMENTS).h and all(
            inside(block, at).contains(rect) for block, rects in there.items() for rect in rects
        )

    assert overlaps(segment_places(model_board(level=level), some)) == [] or level == MOST_LEVEL
    assert enough(level) or level == MOST_LEVEL
    assert level == USUAL_LEVEL or not enough(level - 1)


@given(entries, cards, entries, cards)
def test_more_never_lower_the_level(
    there: dict[Block, list[Rect]], some: list[Size], others: dict[Block, list[Rect]], more: list[Size]
) -> None:
    both = {block: [*there.get(block, ()), *others.get(block, ())] for block in {*there, *others}}
    assert level_for(both, [*some, *more]) >= level_for(there, some)


def test_thirty_entries_a_block_and_fifty_segments_have_room_at_a_low_level() -> None:
    thirty = {
        block: tidy_entries(USUAL_LEVEL, block, [(n, NOTE) for n in range(30)]) for block in ENTRY_BLOCKS
    }
    there = {block: rects(list(found.values()), [NOTE] * 30) for block, found in thirty.items()}
    assert level_for(there) == 5
    assert level_for({}, [Size(NOTE_WIDTH, 80)] * 12) == 3
    assert level_for({}, [Size(NOTE_WIDTH, 80)] * 50) == 5


def test_what_is_far_out_stops_at_the_last_level() -> None:
    assert level_for({Block.COSTS: [Rect(1e6, 1e6, *NOTE)]}) == MOST_LEVEL


def test_few_segments_stand_wide_below_each_other() -> None:
    assert segments_stand_wide([70] * 6)
    assert not segments_stand_wide([70] * 7)
    board = model_board()
    places = segment_places(board, [Size(SEGMENT_WIDE, 70)] * 6)
    assert {place.x for place in places} == {board.inside(Block.SEGMENTS).x}
    assert all(after.y - before.bottom == GAP for before, after in pairwise(places))
