"""Free places and tidy order: nothing ever covers anything, whatever stands there and however much comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.layout.arrange import free_places, tidy
from canvasdesk.layout.geometry import Point, Rect, Size
from canvasdesk.layout.regions import Board, board
from canvasdesk.layout.style import GAP, NOTE_HEIGHT, NOTE_WIDTH
from canvasdesk.model.sections import CIRCLE, Section
from tests.layout.places import NOTE, heights, overlaps, places, rects, sizes

BOARDS = [board(), board(swapped=True)]
boards = st.sampled_from(BOARDS)
sections = st.sampled_from(Section)
ROUNDING = 1e-6


def stands_well(on: Board, section: Section, note: Rect) -> bool:
    """Whether a note lies inside its section or outside both shapes, and on nothing that is fixed."""
    inner = note.inset(ROUNDING)
    if on.region(section).holds(inner):
        return not inner.intersects(on.region(section).title)
    fixed = [on.title, on.statement, on.meter, on.legend, on.square]
    x, y, radius = on.circle
    nearest_x, nearest_y = min(max(x, inner.x), inner.right), min(max(y, inner.y), inner.bottom)
    in_circle = (nearest_x - x) ** 2 + (nearest_y - y) ** 2 < radius**2
    return not in_circle and not any(inner.intersects(part) for part in fixed)


@given(boards, sections, st.lists(sizes, min_size=1, max_size=40), st.lists(places, max_size=30))
def test_free_places_cover_nothing(on: Board, section: Section, new: list[Size], taken: list[Rect]) -> None:
    notes = rects(free_places(on, section, new, taken), new)
    assert all(stands_well(on, section, note) for note in notes)
    assert overlaps([note.inset(-GAP / 2) for note in notes]) == []
    assert not any(note.inset(ROUNDING).intersects(other) for note in notes for other in taken)


@given(boards, sections, st.lists(sizes, min_size=1, max_size=12), st.lists(places, max_size=12))
def test_one_by_one_ends_up_as_good_as_all_at_once(
    on: Board, section: Section, new: list[Size], taken: list[Rect]
) -> None:
    standing = list(taken)
    for size in new:
        note = Rect(*free_places(on, section, [size], standing)[0], *size)
        assert stands_well(on, section, note)
        assert not any(note.inset(ROUNDING).intersects(other) for other in standing)
        standing.append(note)


@pytest.mark.parametrize("on", BOARDS, ids=["square left", "square right"])
@pytest.mark.parametrize("section", Section)
def test_a_thousand_notes_find_places(on: Board, section: Section) -> None:
    many = [NOTE] * 1000
    notes = rects(free_places(on, section, many, []), many)
    assert all(stands_well(on, section, note) for note in notes)
    assert overlaps([note.inset(-GAP / 2) for note in notes]) == []
    middle = on.bounds.centre
    assert max(abs(note.x - middle.x) for note in notes) < 60 * NOTE_WIDTH
    assert max(abs(note.y - middle.y) for note in notes) < 60 * NOTE_HEIGHT


@pytest.mark.parametrize("section", Section)
def test_a_full_section_spills_on_its_own_side(section: Section) -> None:
    for on in BOARDS:
        last = free_places(on, section, [NOTE] * 30, [])[-1]
        right_side = (section in CIRCLE) is not on.swapped
        assert last.x >= on.bounds.right if right_side else last.x + NOTE_WIDTH <= on.bounds.x


@given(boards, st.lists(sizes, min_size=1, max_size=5))
def test_the_sections_spill_without_meeting(on: Board, few: list[Size]) -> None:
    many = (few * 30)[:30]
    notes = [note for section in Section for note in rects(free_places(on, section, many, []), many)]
    assert overlaps([note.inset(-GAP / 4) for note in notes]) == []


def test_a_few_more_gains_and_pains_than_fit_stay_on_the_board() -> None:
    for on in BOARDS:
        for section in (Section.GAINS, Section.PAINS):
            notes = rects(free_places(on, section, [NOTE] * 9, []), [NOTE] * 9)
            assert all(on.bounds.contains(note) for note in notes)


@pytest.mark.parametrize("section", Section)
def test_the_first_note_goes_to_the_anchor_and_rows_read_left_to_right(section: Section) -> None:
    for on in BOARDS:
        found = free_places(on, section, [NOTE] * 7, [])
        assert found[0] == on.region(section).anchor
        assert found == sorted(found, key=lambda point: (point.y, point.x))


def test_a_gap_left_by_a_removed_note_is_filled_first() -> None:
    on = board()
    found = free_places(on, Section.CREATORS, [NOTE] * 8, [])
    standing = rects(found, [NOTE] * 8)
    gone = standing.pop(3)
    assert free_places(on, Section.CREATORS, [NOTE], standing)[0] == Point(gone.x, gone.y)


def test_a_note_of_a_stranger_in_the_way_is_walked_around() -> None:
    on = board()
    first = free_places(on, Section.GAINS, [NOTE], [])[0]
    stranger = Rect(first.x + 20, first.y + 10, *NOTE)
    place = Rect(*free_places(on, Section.GAINS, [NOTE], [stranger])[0], *NOTE)
    assert not place.intersects(stranger.inset(-GAP + ROUNDING))
    assert on.region(Section.GAINS).holds(place.inset(ROUNDING))


ranked = st.lists(st.tuples(heights, st.integers(0, 5)), max_size=25)


@given(boards, sections, ranked, st.lists(places, max_size=8))
def test_tidy_covers_nothing_and_loses_nobody(
    on: Board, section: Section, drawn: list[tuple[float, int]], taken: list[Rect]
) -> None:
    notes = [(number, Size(NOTE_WIDTH, height), float(key)) for number, (height, key) in enumerate(drawn)]
    tidied = tidy(on, section, notes, taken)
    assert sorted(tidied) == list(range(len(drawn)))
    standing = [Rect(*tidied[number], *size) for number, size, _ in notes]
    assert all(stands_well(on, section, note) for note in standing)
    assert overlaps(standing) == []
    assert not any(note.inset(ROUNDING).intersects(other) for note in standing for other in taken)


@given(boards, sections, st.lists(st.integers(0, 5), max_size=7))
def test_tidy_puts_the_important_first_and_keeps_equals_in_order(
    on: Board, section: Section, keys: list[int]
) -> None:
    tidied = tidy(on, section, [(number, NOTE, float(key)) for number, key in enumerate(keys)])
    read = sorted(tidied, key=lambda number: (tidied[number].y, tidied[number].x))
    assert read == sorted(range(len(keys)), key=lambda number: -keys[number])


@given(boards, ranked)
def test_tidying_twice_changes_nothing(on: Board, drawn: list[tuple[float, int]]) -> None:
    notes = [(number, Size(NOTE_WIDTH, height), key) for number, (height, key) in enumerate(drawn)]
    once = {section: tidy(on, section, notes) for section in Section}
    assert {section: tidy(on, section, notes) for section in Section} == once
    assert [len(places) for places in once.values()] == 6 * [len(drawn)]
    standing = [Rect(*places[note], *size) for places in once.values() for note, size, _ in notes]
    assert overlaps(standing) == []


def test_a_note_as_tall_as_three_rows_leaves_room_beside_it() -> None:
    on = board()
    tall = Size(NOTE_WIDTH, 3 * NOTE_HEIGHT + 2 * GAP)
    notes = [("tall", tall, 5.0), *((str(n), NOTE, 1.0) for n in range(3))]
    tidied = tidy(on, Section.RELIEVERS, notes)
    assert tidied["tall"] == on.region(Section.RELIEVERS).anchor
    assert [tidied[str(n)].y - tidied["tall"].y for n in range(3)] == [0, 68, 136]
    assert {tidied[str(n)].x for n in range(3)} == {tidied["tall"].x + NOTE_WIDTH + GAP}
