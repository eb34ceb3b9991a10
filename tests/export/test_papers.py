"""Papers: known ones and others, turned so that most fits, and what is fitted lies inside the margins."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from canvasdesk.export.errors import ExportError
from canvasdesk.export.pages import Drawing
from canvasdesk.export.papers import INCH, MM, PAPERS, SMALL_PAPERS, Orientation, Paper, fitted, leaf, paper
from canvasdesk.layout.geometry import Rect

BOARD = Rect(0.0, 0.0, 1436.0, 744.0)
A4 = paper("A4")

sides = st.floats(100 * MM, 200 * INCH)
papers = st.builds(lambda one, other: Paper("x", min(one, other), max(one, other)), sides, sides)
bounds = st.builds(
    Rect, st.floats(-1e4, 1e4), st.floats(-1e4, 1e4), st.floats(10.0, 1e5), st.floats(10.0, 1e5)
)


def test_papers_are_known_by_name() -> None:
    assert [each.name for each in PAPERS] == ["A4", "A3", "A2", "A1", "A0", "Letter", "Tabloid", "Arch E"]
    assert all(paper(each.name) is each for each in PAPERS)
    assert paper(" arch-e ") is paper("ArchE") is PAPERS[-1]
    assert [each.name for each in SMALL_PAPERS] == ["A4", "A3", "Letter", "Tabloid"]


@pytest.mark.parametrize(
    ("name", "short", "long"),
    [
        ("A4", 595.276, 841.890),
        ("A0", 2383.937, 3370.394),
        ("Letter", 612.0, 792.0),
        ("Tabloid", 792.0, 1224.0),
        ("Arch E", 2592.0, 3456.0),
        ("500 x 700 mm", 1417.323, 1984.252),
        ("24x36in", 1728.0, 2592.0),
        ("36×24.5in", 1764.0, 2592.0),
        ("100x5080mm", 283.465, 14400.0),
        ("200x200in", 14400.0, 14400.0),
    ],
)
def test_papers_have_their_sizes_in_points(name: str, short: float, long: float) -> None:
    found = paper(name)
    assert (found.short, found.long) == pytest.approx((short, long), abs=0.001)


@pytest.mark.parametrize("name", ["A9", "", "500x700", "x700mm", "500x700cm", "-500x700mm"])
def test_another_name_lists_those_there_are(name: str) -> None:
    with pytest.raises(ExportError, match=r"is no paper; there are A4, A3, .*Arch E, and sizes such as"):
        paper(name)


@pytest.mark.parametrize("name", ["99x500mm", "500x5081mm", "0x0in", "201x20in"])
def test_papers_that_nobody_has_are_refused(name: str) -> None:
    with pytest.raises(ExportError, match="too small or too large"):
        paper(name)


def test_a_paper_is_turned_as_asked_or_so_that_most_fits() -> None:
    ways = [leaf(A4, way, 0.0, BOARD) for way in (Orientation.PORTRAIT, Orientation.LANDSCAPE)]
    assert [each.width < each.height for each in ways] == [True, False]
    assert leaf(A4, Orientation.AUTOMATIC, 0.0, BOARD) == ways[1]
    assert leaf(A4, Orientation.AUTOMATIC, 0.0, Rect(0, 0, 100, 200)) == ways[0]


@given(papers, bounds, st.floats(0.0, 16.0))
def test_what_is_fitted_is_as_large_as_can_be_and_in_the_middle(
    kind: Paper, bounds: Rect, margin: float
) -> None:
    assume(margin <= kind.short / 6)
    turned = leaf(kind, Orientation.AUTOMATIC, margin, bounds)
    placed = fitted(Drawing(bounds, lambda _: None), turned.room)
    slack = 1e-6 * kind.long
    assert turned.room.inset(-slack).contains(placed.clip)
    assert placed.clip.centre == pytest.approx(turned.room.centre, abs=slack)
    spare = min(turned.room.w - placed.clip.w, turned.room.h - placed.clip.h)
    assert spare == pytest.approx(0.0, abs=slack)
    corner = (placed.x + bounds.x * placed.scale, placed.y + bounds.y * placed.scale)
    assert corner == pytest.approx(placed.clip[:2], abs=slack)
    assert not turned.room.intersects(turned.footer.inset(1e-6))
    assert turned.printed.inset(-1e-6).contains(turned.footer)
    other = leaf(kind, Orientation.PORTRAIT, margin, bounds)
    assert placed.scale >= fitted(placed.drawing, other.room).scale * (1 - 1e-9)


@pytest.mark.parametrize("margin", [-1.0, A4.short / 6 + 1])
def test_a_margin_leaves_room(margin: float) -> None:
    with pytest.raises(ExportError, match="at most 35 mm"):
        leaf(A4, Orientation.AUTOMATIC, margin, BOARD)


@given(papers)
def test_words_of_a_large_page_are_those_of_a_small_one_seen_through_a_glass(kind: Paper) -> None:
    turned = leaf(kind, Orientation.PORTRAIT, 0.0, BOARD)
    assert turned.width / turned.unit == pytest.approx(A4.short)
