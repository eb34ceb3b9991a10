"""Pages of words: everything is there once, in order, inside its column; titles stay with what follows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.drawing.surface import Surface
from canvasdesk.export.pages import Page
from canvasdesk.export.papers import fitted
from canvasdesk.export.pieces import BETWEEN, Piece, beside, columns, drawings, heading, words
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import LIGHT, Theme
from tests.export.drawn import check_places, check_texts, said


def nothing(surface: Surface, theme: Theme) -> None:
    """Draw nothing."""


def piece(height: float, above: float = 0.0, *, tied: bool = False) -> Piece:
    return Piece(height, nothing, above, tied=tied)


some_pieces = st.lists(
    st.builds(
        lambda height, above, tied: piece(height, above, tied=tied),
        st.floats(1.0, 60.0),
        st.floats(0.0, 10.0),
        st.booleans(),
    )
)


@given(some_pieces)
def test_pieces_keep_their_order_and_stand_apart(pieces: list[Piece]) -> None:
    found = columns(pieces, 100.0)
    assert [each for column in found for _, each in column] == pieces
    for column in found:
        below = 0.0
        for number, (y, each) in enumerate(column):
            assert y == pytest.approx(below + each.above if number else 0.0)
            below = y + each.height
        tied = all(each.tied for _, each in column[:-1])
        assert below <= 100.0 or tied


@given(some_pieces)
def test_what_is_tied_is_followed_in_its_column(pieces: list[Piece]) -> None:
    *found, _ = columns(pieces, 100.0)
    assert not any(column[-1][1].tied for column in found)


def test_a_head_stands_above_what_begins_a_column() -> None:
    head, row = piece(10.0), piece(30.0, 2.0)
    rows = [replace(row, head=head) for _ in range(6)]
    found = columns([head, *rows], 80.0)
    assert [[each is head for _, each in column] for column in found] == [[True, False, False]] * 3
    assert [y for y, _ in found[1]] == [0.0, 12.0, 44.0]


def test_no_pieces_are_one_empty_column() -> None:
    assert columns([], 100.0) == [[]]


def pages(pieces: list[Piece], room: Rect, wide: float) -> list[Page]:
    there = drawings(pieces, room, wide, LIGHT)
    return [Page(room.w, room.h, (fitted(drawing, room),)) for drawing in there]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "text", ["word " * 3000, "W" * 5000, "語" * 5000, "😀" * 3000, "كلمة " * 2000, "one\n\ntwo\r\nthree", ""]
)
def test_long_texts_go_on_over_columns_and_pages(text: str) -> None:
    room = Rect(0.0, 0.0, 2 * 250.0 + BETWEEN, 400.0)
    found = pages([heading("Title", 250.0), *words(text, 250.0)], room, 250.0)
    for page in found:
        check_places(page)
        check_texts(page)
        assert page.placed[0].scale == pytest.approx(1.0)
    assert "".join(said(*found).split()) == "".join(f"Title{text}".split())


@pytest.mark.usefixtures("qapp")
def test_what_is_too_high_makes_its_page_smaller() -> None:
    room = Rect(0.0, 0.0, 300.0, 60.0)
    (page,) = pages([beside(nothing, 50.0, 40.0, "word " * 120, 300.0)], room, 300.0)
    assert page.placed[0].scale < 0.9
    check_texts(page)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", ["short", "long " * 60, "نص قصير"])
def test_words_stand_beside_their_picture(text: str) -> None:
    def picture(surface: Surface, theme: Theme) -> None:
        surface.rect(Rect(0.0, 0.0, 50.0, 40.0), theme.ink)

    explained = beside(picture, 50.0, 40.0, text, 250.0)
    room = Rect(0.0, 0.0, 250.0, 300.0)
    (page,) = pages([explained], room, 250.0)
    check_texts(page)
    assert explained.height >= 40.0
