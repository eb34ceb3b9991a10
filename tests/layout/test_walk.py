"""Walking by arrows reaches every note and leads back; reading order follows sections and rows."""

from collections import deque
from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from canvasdesk.layout.arrange import free_places, tidy
from canvasdesk.layout.geometry import Rect, Size
from canvasdesk.layout.regions import board
from canvasdesk.layout.style import NOTE_HEIGHT, NOTE_WIDTH
from canvasdesk.layout.walk import Direction, nearest, reading_order
from canvasdesk.model.sections import Section
from tests.layout.places import NOTE, places, rects

DIRECTIONS: tuple[Direction, ...] = ("left", "right", "up", "down")
OPPOSITE: dict[Direction, Direction] = {"left": "right", "right": "left", "up": "down", "down": "up"}
GRID = {(column, row): Rect(column * 130, row * 68, *NOTE) for column in range(5) for row in range(4)}

on_a_grid = st.builds(
    lambda x, y, h: Rect(x * 62, y * 31, NOTE_WIDTH, h),
    st.integers(-9, 9),
    st.integers(-9, 9),
    st.sampled_from([62, 93, 310]),
)
crowds = st.lists(st.one_of(places, on_a_grid), min_size=1, max_size=24)


def reached(notes: Mapping[int, Rect], start: int) -> set[int]:
    seen, waiting = {start}, deque([start])
    while waiting:
        here = waiting.popleft()
        for direction in DIRECTIONS:
            there = nearest(notes, here, direction)
            if there is not None and there not in seen:
                seen.add(there)
                waiting.append(there)
    return seen


@given(crowds)
@example([Rect(0, 0, *NOTE)] * 5)
@example([Rect(step * 62, step * 31, *NOTE) for step in range(6)])
@example([Rect(step * 62, -step * 31, *NOTE) for step in range(6)])
def test_every_note_can_be_reached_from_every_other(crowd: list[Rect]) -> None:
    notes = dict(enumerate(crowd))
    for start in notes:
        assert reached(notes, start) == set(notes)


@given(crowds, st.sampled_from(DIRECTIONS), st.data())
def test_the_opposite_arrow_leads_back(crowd: list[Rect], direction: Direction, data: st.DataObject) -> None:
    notes = dict(enumerate(crowd))
    start = data.draw(st.sampled_from(sorted(notes)))
    there = nearest(notes, start, direction)
    if there is not None:
        back = nearest(notes, there, OPPOSITE[direction], previous=start)
        assert back == start or not _in_quarter(notes[start], notes[there], direction)


def _in_quarter(start: Rect, there: Rect, direction: Direction) -> bool:
    wide = abs(there.centre.x - start.centre.x)
    high = abs(there.y - start.y) * 2
    return wide > high + 0.1 if direction in ("left", "right") else high > wide + 0.1


@pytest.mark.parametrize(
    ("direction", "step"), [("left", (-1, 0)), ("right", (1, 0)), ("up", (0, -1)), ("down", (0, 1))]
)
def test_in_a_grid_arrows_go_to_the_next_cell(direction: Direction, step: tuple[int, int]) -> None:
    for column, row in GRID:
        beyond = (column + step[0], row + step[1])
        assert nearest(GRID, (column, row), direction) == (beyond if beyond in GRID else None)


def test_a_shifted_row_below_is_down_not_right() -> None:
    notes = {"above": Rect(0, 0, *NOTE), "below": Rect(90, 68, *NOTE), "aside": Rect(400, 10, *NOTE)}
    assert nearest(notes, "above", "down") == "below"
    assert nearest(notes, "above", "right") == "aside"
    assert nearest(notes, "below", "up") == "above"


def test_a_tall_note_is_left_of_all_that_stand_beside_it() -> None:
    notes = {"tall": Rect(0, 0, NOTE_WIDTH, 198), **{n: Rect(130, n * 68, *NOTE) for n in range(3)}}
    assert [nearest(notes, n, "left") for n in range(3)] == ["tall", "tall", "tall"]
    assert nearest(notes, "tall", "right") == 0


def test_alone_no_arrow_leads_anywhere() -> None:
    assert [nearest({1: Rect(5, 5, *NOTE)}, 1, direction) for direction in DIRECTIONS] == [None] * 4


def test_from_the_last_creator_right_leads_over_to_the_circle() -> None:
    notes = {
        (section, number): Rect(*point, *NOTE)
        for section in Section
        for number, point in enumerate(free_places(board(), section, [NOTE] * 7, []))
    }
    there = nearest(notes, (Section.CREATORS, 2), "right")
    assert there is not None
    assert there[0] is Section.GAINS


@given(st.permutations([(section, number) for section in Section for number in range(7)]))
def test_a_tidy_canvas_is_read_by_section_and_importance(mixed: list[tuple[Section, int]]) -> None:
    notes = [(n, Size(*NOTE), -n) for n in range(7)]
    tidied = {section: tidy(board(), section, notes) for section in Section}
    placed = [((section, n), section, Rect(*tidied[section][n], *NOTE)) for section, n in mixed]
    assert reading_order(placed) == [(section, n) for section in Section for n in range(7)]


def test_rows_that_are_a_little_crooked_are_still_rows() -> None:
    crooked = [Rect(0, 12, *NOTE), Rect(130, 0, *NOTE), Rect(260, 20, *NOTE), Rect(10, 75, *NOTE)]
    numbered = [(number, Section.PAINS, place) for number, place in enumerate(crooked)]
    assert reading_order(numbered) == [0, 1, 2, 3]
    assert reading_order(reversed(numbered)) == [0, 1, 2, 3]
    assert reading_order([]) == []


def test_spilled_notes_are_walked_like_all_others() -> None:
    spilled = rects(free_places(board(), Section.JOBS, [NOTE] * 12, []), [NOTE] * 12)
    assert reached(dict(enumerate(spilled)), 0) == set(range(12))
    assert spilled[0].h == NOTE_HEIGHT
