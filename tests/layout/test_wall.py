"""The wall: nothing is lost, nothing overlaps, everything is as large as it can be."""

from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.layout.geometry import Rect, Size
from canvasdesk.layout.wall import AIR, EDGE, GAP, WIDTHS, Heights, Wall, wall

ROOM = Size(1920, 956)
LEAST, MOST = 3.573, 8.0

rooms = st.builds(Size, st.floats(600, 4000), st.floats(300, 2200))
lengths = st.lists(st.integers(0, 400), max_size=60)


def heights(letters: list[int]) -> Heights:
    """Measure as if every letter were 6 units wide and every line 15 high."""
    return lambda width: [max(48.0, -(-each * 6 // (width - 20)) * 15.0 + 4) for each in letters]


@given(lengths, rooms, st.floats(1, 5))
def test_every_card_has_one_place_on_its_page_and_no_two_overlap(
    letters: list[int], room: Size, least: float
) -> None:
    found = wall(len(letters), heights(letters), room, least, 2 * least)
    assert sum(map(len, found.pages)) == len(letters)
    page = Rect(0, 0, room.w / found.scale, room.h / found.scale).inset(-0.01)
    for places in found.pages:
        for number, place in enumerate(places):
            assert page.contains(place) or WIDTHS[0] + 2 * GAP > page.w
            assert not any(place.intersects(other) for other in places[number + 1 :])


@given(lengths, rooms, st.floats(1, 5))
def test_cards_are_never_smaller_than_asked_and_pages_are_only_turned_where_they_must(
    letters: list[int], room: Size, least: float
) -> None:
    found = wall(len(letters), heights(letters), room, least, 2 * least)
    assert least - 1e-9 <= found.scale <= 2 * least + 1e-9
    if len(found.pages) > 1:
        assert found.scale == least
        assert all(found.pages)


@given(lengths.filter(bool), rooms)
def test_a_card_is_found_on_its_page(letters: list[int], room: Size) -> None:
    found = wall(len(letters), heights(letters), room, 4, 8)
    numbers = [page for page, places in enumerate(found.pages) for _ in places]
    assert [found.page_of(number) for number in range(len(letters))] == numbers


def test_twenty_cards_of_four_lines_fill_one_picture_at_the_scale_of_the_back_row() -> None:
    found = wall(20, lambda _width: [64.0] * 20, ROOM, LEAST, MOST)
    assert len(found.pages) == 1
    assert found.scale >= LEAST


def test_a_few_cards_are_as_large_as_may_be() -> None:
    assert wall(2, lambda _width: [48.0] * 2, ROOM, LEAST, MOST).scale == MOST


def test_what_is_higher_than_a_page_is_cut_off_there() -> None:
    found = wall(2, lambda _width: [48.0, 5000.0], ROOM, LEAST, MOST)
    page = Size(ROOM.w / LEAST, ROOM.h / LEAST)
    assert max(place.h for places in found.pages for place in places) == page.h - 2 * EDGE


def test_without_cards_there_is_one_empty_page() -> None:
    assert wall(0, lambda _width: [], ROOM, LEAST, MOST) == Wall(LEAST, WIDTHS[-1], ((),))


def test_rows_have_air_below_their_words_where_these_stay_large_enough_without() -> None:
    roomy = wall(8, lambda _width: [50.0] * 8, ROOM, LEAST, MOST)
    assert all(place.h >= 50.0 + AIR - 1e-9 for place in roomy.pages[0])
    full = wall(20, lambda _width: [64.0] * 20, ROOM, LEAST, MOST)
    assert full.scale >= LEAST
    (first, _) = wall(30, lambda _width: [64.0] * 30, ROOM, LEAST, MOST).pages
    assert max(place.bottom for place in first) <= ROOM.h / LEAST
