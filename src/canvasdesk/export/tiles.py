"""A page on tiles: sheets of a small paper with crop marks, and a plan of how they are put together."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from canvasdesk.drawing.fitting import line
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.export.grid import NOTHING, OVERLAP, Grid, Tile, grid
from canvasdesk.export.pages import Drawing, Page, Placed
from canvasdesk.export.papers import MARGIN, MM, Leaf, Paper, fitted, largest
from canvasdesk.export.pieces import HEADING, columns, words
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import INK
from canvasdesk.model.quoting import isolated, one_line
from canvasdesk.words import translate

MARK, MARK_GAP, MARK_WIDTH = 5 * MM, 1 * MM, 0.4
"""A crop mark: how long it is, how far from what is printed it ends, and how wide its line is; points."""
LABEL = 8.0
ASIDE = 4.0
"""Points between a label and the marks beside it."""
PLAN_GAP = 12.0
PLAN_LABEL = 0.16  # of the shorter side of a tile on the plan
PLAN_LINE = 0.002  # of the shorter side of the page


def tiles(page: Page, paper: Paper, overlap: float = OVERLAP, margin: float = MARGIN) -> tuple[Page, ...]:
    """Give the plan of a page and its tiles row by row; on all of them is one and the same drawing.

    Points. Needs a `QGuiApplication`; raises `ExportError` as `grid` does.
    """
    parted, whole = grid(page.width, page.height, paper, overlap, margin), bound(page)
    return (_plan(page, whole, parted), *(_tile(page, whole, parted, tile) for tile in parted.tiles))


def parted(pages: Iterable[Page], paper: Paper, overlap: float = OVERLAP) -> tuple[Page, ...]:
    """Give pages in tiles; those that the paper of the tiles holds stay as they are.

    Raises `ExportError` as `grid` does.
    """
    return tuple(
        part for page in pages for part in ((page,) if _holds(paper, page) else tiles(page, paper, overlap))
    )


def _holds(paper: Paper, page: Page) -> bool:
    short, long = sorted((page.width, page.height))
    return short <= paper.short + NOTHING and long <= paper.long + NOTHING


def bound(page: Page) -> Drawing:
    """Give all that is drawn on a page as a single drawing, in its points."""

    def draw(surface: Surface) -> None:
        for each in page.placed:
            surface.push(each.x, each.y, each.scale)
            each.drawing.draw(surface)
            surface.pop()

    return Drawing(Rect(0.0, 0.0, page.width, page.height), draw)


def _common(one: Rect, other: Rect) -> Rect:
    x, y = max(one.x, other.x), max(one.y, other.y)
    return Rect(x, y, min(one.right, other.right) - x, min(one.bottom, other.bottom) - y)


def _tile(page: Page, whole: Drawing, grid: Grid, tile: Tile) -> Page:
    leaf, printed = grid.leaf, grid.leaf.printed
    x, y = printed.x - tile.part.x, printed.y - tile.part.y
    kept = grid.kept(tile).moved(x, y)
    name = translate(
        "Tiles",
        "{tile} · row {row} of {rows}, column {column} of {columns}",
        tile=tile.label,
        row=tile.row + 1,
        rows=grid.rows,
        column=tile.column + 1,
        columns=grid.columns,
    )

    def marks(surface: Surface) -> None:
        if leaf.margin > MARK_GAP:
            _draw_marks(surface, leaf, kept)
            _draw_label(surface, leaf, kept, name)

    placed = Placed(whole, x, y, 1.0, _common(printed, whole.bounds.moved(x, y)))
    return Page(leaf.width, leaf.height, (placed,), tile.label, page.level + 1, tile.label, marks)


def _draw_marks(surface: Surface, leaf: Leaf, kept: Rect) -> None:
    """Draw crop marks in the margins, pointing along the edges at which the sheet is cut."""
    printed, ink = leaf.printed, INK.ink
    far = min(MARK_GAP + MARK, leaf.margin)
    for x in (kept.x, kept.right):
        surface.line(x, printed.y - far, x, printed.y - MARK_GAP, ink, MARK_WIDTH)
        surface.line(x, printed.bottom + MARK_GAP, x, printed.bottom + far, ink, MARK_WIDTH)
    for y in (kept.y, kept.bottom):
        surface.line(printed.x - far, y, printed.x - MARK_GAP, y, ink, MARK_WIDTH)
        surface.line(printed.right + MARK_GAP, y, printed.right + far, y, ink, MARK_WIDTH)


def _draw_label(surface: Surface, leaf: Leaf, kept: Rect, name: str) -> None:
    """Draw what the tile is called below it, between the marks, where printers still print."""
    printed = leaf.printed
    edges = (printed.x, kept.x, kept.right, printed.right)
    left, right = max(pairwise(edges), key=lambda each: each[1] - each[0])
    text = line(name, min(LABEL, 0.7 * leaf.margin), right - left - 2 * ASIDE)
    surface.text(text, (left + right - text.width) / 2, printed.bottom + MARK_GAP / 2, INK.muted)


def _plan(page: Page, whole: Drawing, grid: Grid) -> Page:
    """Give the page that shows which tile goes where, and says how."""
    leaf = max(_turned(grid.leaf), grid.leaf, key=lambda each: largest(whole.bounds, each.printed))
    said = words(_title(page), leaf.printed.w / leaf.unit, HEADING, bold=True, part=Part.HEADING)
    said += words(_lesson(page), leaf.printed.w / leaf.unit)
    (column,) = columns(said, leaf.printed.h / leaf.unit)
    high = column[-1][0] + column[-1][1].height + PLAN_GAP

    def draw(surface: Surface) -> None:
        for y, piece in column:
            surface.push(0.0, y)
            piece.draw(surface, INK)
            surface.pop()

    lesson = Drawing(Rect(0.0, 0.0, leaf.printed.w / leaf.unit, high), draw)
    above = leaf.printed._replace(h=high * leaf.unit)
    below = Rect(above.x, above.bottom, above.w, leaf.printed.h - above.h)
    lines = Drawing(whole.bounds, _drawn_grid(grid))
    placed = fitted(lesson, above), fitted(whole, below), fitted(lines, below)
    return Page(leaf.width, leaf.height, placed, page.title, page.level, page.label)


def _turned(leaf: Leaf) -> Leaf:
    return Leaf(leaf.height, leaf.width, leaf.margin)


def _title(page: Page) -> str:
    if page.title:
        return translate("Tiles", "How “{title}” is put together", title=isolated(one_line(page.title)))
    return translate("Tiles", "How the tiles are put together")


def _lesson(page: Page) -> str:
    return translate(
        "Tiles",
        "Print in real size, not fitted to the paper. Cut each sheet along the crop marks at its left and"
        " upper edge, those at the rim of the whole on all sides. Begin with A1 and go row by row: lay each"
        " sheet on the strip that its neighbours leave, mark on mark, and glue it. The whole is"
        " {width} × {height} mm.",
        width=round(page.width / MM),
        height=round(page.height / MM),
    )


def _drawn_grid(grid: Grid) -> Callable[[Surface], None]:
    """Draw the tiles as they are cut, each with its label, on the page in its own points.

    All labels are of one size, and so is the paper under them: files say such a shape only once.
    """
    kept = {tile.label: grid.kept(tile) for tile in grid.tiles}
    size = PLAN_LABEL * min(min(each.w, each.h) for each in kept.values())
    labels = {name: line(name, size, each.w, bold=True) for name, each in kept.items()}
    width, height = max(each.width for each in labels.values()), max(each.height for each in labels.values())
    paper = Rect(-width / 2, -height / 2, width, height).inset(-size / 4)
    stroke = PLAN_LINE * min(grid.width, grid.height)

    def draw(surface: Surface) -> None:
        for each in kept.values():
            surface.rect(each, None, INK.ink, stroke)
        for name, each in kept.items():
            surface.push(*each.centre)
            surface.rect(paper, INK.board, INK.ink, stroke / 2, size / 4)
            surface.text(labels[name], -labels[name].width / 2, -height / 2, INK.ink)
            surface.pop()

    return draw
