"""How a page is parted into tiles of a small paper that overlap. No Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from canvasdesk.export.errors import ExportError
from canvasdesk.export.papers import MARGIN, MM, Leaf, Orientation, Paper, leaf
from canvasdesk.layout.geometry import Rect
from canvasdesk.words import translate

OVERLAP = 10 * MM
OVERLAP_SHARE = 1 / 3  # of the shorter side of what is printed on a tile, at most
MOST = 400  # nobody glues more together
NOTHING = 1e-9  # of a tile, for rounding


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile in its column and row, counted from 0; `part` is what it may show of the page, in points."""

    column: int
    row: int
    part: Rect

    @property
    def label(self) -> str:
        """The column in letters and the row in numbers: B2."""
        letters, number = "", self.column + 1
        while number:
            number, letter = divmod(number - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row + 1}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A page of `width` × `height` points in tiles, row by row; each is printed on a `leaf`."""

    width: float
    height: float
    leaf: Leaf
    overlap: float
    columns: int
    rows: int

    @property
    def tiles(self) -> Iterator[Tile]:
        """The tiles row by row, the page in the middle of them."""
        _, _, w, h = self.leaf.printed
        across, down = w - self.overlap, h - self.overlap
        left = (self.width - self.columns * across - self.overlap) / 2
        top = (self.height - self.rows * down - self.overlap) / 2
        for row in range(self.rows):
            for column in range(self.columns):
                yield Tile(column, row, Rect(left + column * across, top + row * down, w, h))

    def kept(self, tile: Tile) -> Rect:
        """Give what is left of a tile, cut in the middle of each overlap and at the page's edges."""
        x, y, right, bottom = tile.part.x, tile.part.y, tile.part.right, tile.part.bottom
        half = self.overlap / 2
        left = x + half if tile.column else 0.0
        top = y + half if tile.row else 0.0
        right = right - half if tile.column < self.columns - 1 else self.width
        bottom = bottom - half if tile.row < self.rows - 1 else self.height
        return Rect(left, top, right - left, bottom - top)


def grid(width: float, height: float, paper: Paper, overlap: float = OVERLAP, margin: float = MARGIN) -> Grid:
    """Part a page of `width` × `height` points into as few tiles as hold it, the paper turned accordingly.

    Raises `ExportError` for a margin or an overlap that leaves too little, and for too many tiles.
    """
    whole = Rect(0.0, 0.0, width, height)
    leaves = [leaf(paper, way, margin, whole) for way in (Orientation.PORTRAIT, Orientation.LANDSCAPE)]
    most = OVERLAP_SHARE * leaves[0].printed.w
    if not 0 <= overlap <= most:
        raise ExportError(
            translate(
                "Export",
                "An overlap of {overlap} mm is too wide for this paper: at most {most} mm.",
                overlap=round(overlap / MM, 1),
                most=int(most / MM),
            )
        )
    grids = [
        Grid(
            width,
            height,
            each,
            overlap,
            _count(width, each.printed.w, overlap),
            _count(height, each.printed.h, overlap),
        )
        for each in leaves
    ]
    best = min(grids, key=lambda each: each.columns * each.rows)
    if (needed := best.columns * best.rows) > MOST:
        raise ExportError(
            translate("Export", "That makes {needed} tiles; at most {most}.", needed=needed, most=MOST)
        )
    return best


def _count(whole: float, room: float, overlap: float) -> int:
    return max(1, ceil((whole - overlap) / (room - overlap) - NOTHING))
