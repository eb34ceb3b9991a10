"""The board: everything has its place, sections hold enough notes, and the fitted text can be read."""

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from canvasdesk.layout.arrange import free_places
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.plan import CLEAR
from canvasdesk.layout.regions import Board, board
from canvasdesk.layout.style import GAP, TEXT_FLOOR
from canvasdesk.model.sections import Half, Section
from tests.layout.places import NOTE, area, inside, overlaps, polygon, rects

BOARDS = [board(), board(swapped=True)]
both = pytest.mark.parametrize("on", BOARDS, ids=["square left", "square right"])


@both
@pytest.mark.parametrize("section", Section)
def test_a_section_holds_enough_notes_clear_of_its_title(on: Board, section: Section) -> None:
    enough = 7 if section.half is Half.CIRCLE else 8
    region = on.region(section)
    notes = rects(free_places(on, section, [NOTE] * enough, []), [NOTE] * enough)
    assert all(region.holds(note) for note in notes)
    assert overlaps([*(note.inset(-GAP / 2) for note in notes), region.title.inset(GAP / 2)]) == []


@both
@pytest.mark.parametrize(
    ("width", "height", "pixels"), [(1366, 655, 11), (1380, 950, 12)], ids=["small laptop", "full HD"]
)
def test_the_fitted_board_can_be_read(on: Board, width: float, height: float, pixels: float) -> None:
    scale = min(width / on.bounds.w, height / on.bounds.h)
    assert scale * TEXT_FLOOR >= pixels


@both
def test_all_places_lie_on_the_board_and_apart(on: Board) -> None:
    parts = [on.title, on.statement, on.half(Half.SQUARE), on.half(Half.CIRCLE), on.meter, on.legend]
    assert all(on.bounds.contains(part) for part in parts)
    assert not any(one.intersects(other) for one, other in combinations(parts, 2))
    assert on.meter.centre.y == on.square.centre.y == on.circle[1]
    left, right = sorted((on.half(Half.SQUARE), on.half(Half.CIRCLE)))
    assert right.x - left.right >= 150


@both
def test_titles_lie_in_their_sections(on: Board) -> None:
    for section in Section:
        region = on.region(section)
        title = region.title
        corners = [(x, y) for x in (title.x, title.right) for y in (title.y, title.bottom)]
        assert {on.section_at(x, y) for x, y in corners} == {section}, section
        assert not title.intersects(Rect(*region.anchor, *NOTE).inset(-GAP + 1))
        assert on.section_at(*region.middle) is section
        assert region.holds(Rect(*region.anchor, *NOTE))


@both
def test_the_sections_fill_their_shape(on: Board) -> None:
    for half, outline in ((Half.SQUARE, on.square_outline), (Half.CIRCLE, on.circle_outline)):
        parts = [polygon(on.region(each).outline) for each in Section if each.half is half]
        assert sum(area(part) for part in parts) == pytest.approx(area(polygon(outline)), rel=3e-4)


@given(st.sampled_from(BOARDS), st.floats(-50, 1500), st.floats(0, 744))
def test_a_point_belongs_to_the_section_whose_outline_is_around_it(on: Board, x: float, y: float) -> None:
    near = {(x + dx, y + dy) for dx in (-0.5, 0, 0.5) for dy in (-0.5, 0, 0.5)}
    around = [
        [section for section in Section if inside(polygon(on.region(section).outline), *point)]
        for point in near
    ]
    assume(all(each == around[0] for each in around))  # on a border either answer will do
    assert on.section_at(x, y) == (around[0][0] if around[0] else None)


@given(
    st.sampled_from(BOARDS),
    st.sampled_from(Section),
    st.floats(0, 1),
    st.floats(0, 0.999),  # at the very edge, rounding decides
    st.floats(0, 1),
    st.floats(1, 300),
)
def test_a_note_within_the_span_lies_inside_the_outline_on_all_sides(
    on: Board, section: Section, down: float, across: float, along: float, height: float
) -> None:
    region = on.region(section)
    y = region.bounds.y + CLEAR + down * (region.bounds.h - 2 * CLEAR - height)
    left, right = region.span(y, y + height)
    assume(right > left)
    note = Rect(left + across * (right - left) / 2, y, (right - left) / 2, height)
    assert region.holds(note)
    assert not region.holds(note.moved(right - left, 0))
    for edge_y in (note.y, note.y + along * height, note.bottom):
        for edge_x in (note.x - CLEAR / 2, note.right + CLEAR / 2):
            assert on.section_at(edge_x, edge_y) is section


@given(st.floats(-10, 1446), st.floats(0, 744))
def test_swapping_mirrors_the_sections(x: float, y: float) -> None:
    plain, swapped = BOARDS
    assert swapped.section_at(plain.bounds.w - x, y) is plain.section_at(x, y)


@pytest.mark.parametrize("section", Section)
def test_swapping_mirrors_the_titles_and_keeps_the_rows(section: Section) -> None:
    plain, swapped = (on.region(section) for on in BOARDS)
    assert swapped.title == plain.title.mirrored(718)
    assert (plain.title_align, swapped.title_align) in [
        ("left", "right"),
        ("right", "left"),
        ("centre", "centre"),
    ]
    assert swapped.anchor.y == plain.anchor.y


def test_the_board_is_made_once() -> None:
    assert board() is board(swapped=False)
    assert board(swapped=True) is not board()
