"""Tiles: together they are the page, none is empty, they overlap as asked, and the plan shows them all."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.export.errors import ExportError
from canvasdesk.export.grid import Grid, Tile, grid
from canvasdesk.export.pages import Drawing, Page, Placed
from canvasdesk.export.papers import INCH, MM, SMALL_PAPERS, Paper, paper
from canvasdesk.export.tiles import tiles
from canvasdesk.layout.geometry import Point, Rect
from tests.drawing.recording import Recording, letters
from tests.export.drawn import check_places, check_texts, extent, recorded, said

NEAR = 0.01  # points
A4 = paper("A4")

sides = st.floats(100 * MM, 60 * INCH)
small = st.sampled_from(SMALL_PAPERS)
overlaps = st.floats(0.0, 20 * MM)
margins = st.floats(0.0, 15 * MM)
grids = st.builds(grid, sides, sides, small, overlaps, margins)


def poster(width: float, height: float, title: str = "Makers") -> Page:
    """Give a page with two drawings, of which the second does not reach its edges."""
    whole, part = Rect(0.0, 0.0, width, height), Rect(-50.0, 20.0, 100.0, 80.0)
    scale = min(width, height) / 200
    placed = (
        Placed(Drawing(whole, lambda surface: surface.rect(whole, "#FFFFFF")), 0.0, 0.0, 1.0, whole),
        Placed(
            Drawing(part, lambda surface: surface.rect(part, "#000000")),
            width / 2,
            height / 4,
            scale,
            Rect(width / 2 - 50 * scale, height / 4 + 20 * scale, 100 * scale, 80 * scale),
        ),
    )
    return Page(width, height, placed, title, 1, "3")


@given(grids)
def test_tiles_are_as_large_as_what_is_printed_on_them_with_the_page_in_the_middle(parted: Grid) -> None:
    printed = parted.leaf.printed
    first, *_, last = (tile.part for tile in (*parted.tiles, *parted.tiles))
    assert all(tile.part[2:] == (printed.w, printed.h) for tile in parted.tiles)
    assert -first.x == pytest.approx(last.right - parted.width, abs=NEAR)  # the page in the middle
    assert -first.y == pytest.approx(last.bottom - parted.height, abs=NEAR)


@given(grids)
def test_neighbours_overlap_as_asked(parted: Grid) -> None:
    there = {(tile.column, tile.row): tile.part for tile in parted.tiles}
    assert len(there) == parted.columns * parted.rows
    for (column, row), part in there.items():
        if right := there.get((column + 1, row)):
            assert part.right - right.x == pytest.approx(parted.overlap, abs=NEAR)
            assert right.y == part.y
        if below := there.get((column, row + 1)):
            assert part.bottom - below.y == pytest.approx(parted.overlap, abs=NEAR)
            assert below.x == part.x


@given(grids, st.floats(0, 1), st.floats(0, 1))
def test_every_point_of_the_page_is_kept_on_one_tile_and_printed_there(
    parted: Grid, across: float, down: float
) -> None:
    point = Point(across * parted.width, down * parted.height)
    kept = [tile for tile in parted.tiles if parted.kept(tile).inset(-NEAR).contains(point)]
    assert kept
    assert all(tile.part.inset(-NEAR).contains(parted.kept(tile)) for tile in parted.tiles)


@given(grids)
def test_what_is_kept_of_all_tiles_is_the_page_and_none_is_empty(parted: Grid) -> None:
    kept = [parted.kept(tile) for tile in parted.tiles]
    assert all(each.w > 0 and each.h > 0 for each in kept)
    assert sum(each.w * each.h for each in kept) == pytest.approx(parted.width * parted.height)
    columns = {tile.column: parted.kept(tile) for tile in parted.tiles}
    edges = [0.0, *(each.right for each in columns.values())]
    assert [each.x for each in columns.values()] == pytest.approx(edges[:-1], abs=NEAR)
    assert edges[-1] == pytest.approx(parted.width, abs=NEAR)


@given(sides, sides, small)
def test_one_tile_fewer_would_not_do(width: float, height: float, kind: Paper) -> None:
    parted = grid(width, height, kind)
    printed, overlap = parted.leaf.printed, parted.overlap
    for count, whole, side in (
        (parted.columns, width, printed.w),
        (parted.rows, height, printed.h),
    ):
        assert count == 1 or (count - 1) * (side - overlap) + overlap < whole


def test_a_page_as_large_as_its_tiles_has_no_empty_ones() -> None:
    printed = grid(100.0, 100.0, A4).leaf.printed
    step_x, step_y = printed.w - 10 * MM, printed.h - 10 * MM
    parted = grid(3 * step_x + 10 * MM, 2 * step_y + 10 * MM, A4)
    assert (parted.columns, parted.rows) == (3, 2)


def test_labels_are_letters_and_numbers() -> None:
    def label(column: int, row: int) -> str:
        return Tile(column, row, Rect(0, 0, 1, 1)).label

    assert [label(0, 0), label(1, 1), label(25, 9), label(26, 0), label(52, 2)] == [
        "A1", "B2", "Z10", "AA1", "BA3",
    ]  # fmt: skip


@given(sides, sides, small, overlaps, margins)
def test_tiles_put_together_are_the_page(
    width: float, height: float, kind: Paper, overlap: float, margin: float
) -> None:
    page = poster(width, height)
    parted = grid(width, height, kind, overlap, margin)
    _, *there = tiles(page, kind, overlap, margin)
    whole = there[0].placed[0].drawing
    assert [(mark.kind, mark.x, mark.y) for mark in recorded(*page.placed).marks] == [
        (mark.kind, mark.x, mark.y) for mark in recorded(Placed(whole, 0.0, 0.0, 1.0, whole.bounds)).marks
    ]
    shown = []
    for tile, sheet in zip(parted.tiles, there, strict=True):
        check_places(sheet)
        (each,) = sheet.placed
        assert each.drawing is whole
        assert each.scale == 1
        back = tile.part.x - margin, tile.part.y - margin  # to where it was on the page
        assert (each.x + back[0], each.y + back[1]) == pytest.approx((0, 0), abs=NEAR)
        shown.append(each.clip.moved(*back))
        assert tile.part.inset(-NEAR).contains(shown[-1])
    for corner in product((0.0, width), (0.0, height)):
        assert any(each.inset(-NEAR).contains(Point(*corner)) for each in shown)


def marked(page: Page) -> Recording:
    surface = Recording()
    assert page.marks
    page.marks(surface)
    return surface


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", SMALL_PAPERS, ids=lambda each: each.name)
def test_marks_stand_in_the_margins_and_point_at_what_is_kept(kind: Paper) -> None:
    page = poster(1700.0, 1200.0)
    parted = grid(page.width, page.height, kind)
    _, *there = tiles(page, kind)
    printed = parted.leaf.printed
    for tile, sheet in zip(parted.tiles, there, strict=True):
        surface = marked(sheet)
        kept = parted.kept(tile).moved(printed.x - tile.part.x, printed.y - tile.part.y)
        lines = surface.of("line")
        assert len(lines) == 8
        for mark in lines:
            x, y = mark.about["end"]  # type: ignore[misc]
            assert not printed.intersects(
                Rect(min(mark.x, x), min(mark.y, y), abs(x - mark.x), abs(y - mark.y))
            )
            assert Rect(0, 0, sheet.width, sheet.height).contains(
                Rect(mark.x, mark.y, x - mark.x, y - mark.y)
            )
        across = {mark.x for mark in lines if mark.x == mark.about["end"][0]}  # type: ignore[index]
        down = {mark.y for mark in lines if mark.y == mark.about["end"][1]}  # type: ignore[index]
        assert across == {kept.x, kept.right}
        assert down == {kept.y, kept.bottom}
        (label,) = surface.of("text")
        assert letters(label).startswith(f"{tile.label} · row {tile.row + 1} of {parted.rows}, column ")
        place = extent(label)
        assert printed.bottom < place.y < place.bottom < sheet.height
        assert not any(place.x < x < place.right for x in across)


@pytest.mark.usefixtures("qapp")
def test_tiles_are_called_by_their_labels_below_their_page() -> None:
    plan, *there = tiles(poster(1700.0, 1200.0), A4)
    assert (plan.title, plan.level, plan.label, plan.marks) == ("Makers", 1, "3", None)
    assert [(each.title, each.level, each.label) for each in there][:2] == [("A1", 2, "A1"), ("B1", 2, "B1")]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("title", ["Makers", "", "W" * 1000, "Hersteller von Präzisionsteilen " * 6])
def test_the_plan_shows_the_page_and_every_tile_and_says_how(title: str) -> None:
    page = poster(1700.0, 1200.0, title)
    plan, *there = tiles(page, A4)
    check_places(plan)
    check_texts(plan)
    shown = said(plan)
    assert all(each.label in shown.splitlines() for each in there)
    assert "The whole is 600 × 423 mm" in shown
    assert ("How the tiles are put together" in shown) == (not title)
    assert there[0].placed[0].drawing in {each.drawing for each in plan.placed}


@pytest.mark.usefixtures("qapp")
def test_without_margins_there_are_no_marks() -> None:
    _, first, *_ = tiles(poster(1700.0, 1200.0), A4, margin=0.0)
    assert marked(first).marks == []


@pytest.mark.parametrize("overlap", [-1.0, 200.0])
def test_an_overlap_leaves_room(overlap: float) -> None:
    with pytest.raises(ExportError, match="at most 63 mm"):
        grid(2000.0, 2000.0, A4, overlap)


def test_nobody_glues_thousands_of_tiles() -> None:
    with pytest.raises(ExportError, match="tiles; at most 400"):
        grid(14400.0, 14400.0, A4)
