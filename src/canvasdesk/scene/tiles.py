"""Sharp pictures of the canvas in squares, kept while nothing in them changes, made anew a few at a time."""

from collections.abc import Callable, Generator, Iterable, Iterator
from math import ceil, floor
from time import perf_counter

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QRegion

from canvasdesk.layout.geometry import Rect

SIDE = 256  # device pixels
Cell = tuple[int, int]  # column and row, counted from the canvas' origin
Area = tuple[int, int, int, int]  # left, top, right and bottom in device pixels from the canvas' origin
Paint = Callable[[QPainter, Rect], Iterator[None]]
"""Paints a part of the canvas (canvas units) bit by bit; the painter stands in canvas units."""


class Tiles:
    """The tiles at one scale (device pixels a canvas unit).

    A tile that is no longer true stays in sight until the new one is whole.
    """

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._scale = 1.0
        self._images: dict[Cell, QImage] = {}
        self._untrue: dict[Cell, Area] = {}  # what of a tile has changed, and what lies between
        self._work: tuple[Cell, QImage, Generator[None]] | None = None

    @property
    def scale(self) -> float:
        """Device pixels a canvas unit."""
        return self._scale

    def start_over(self, scale: float) -> None:
        """Forget every tile and go on at another scale."""
        self._drop_work()
        self._images.clear()
        self._untrue.clear()
        self._scale = scale

    def spoil(self, rects: Iterable[Rect]) -> None:
        """Say that parts of the canvas (canvas units) look different now."""
        known = self._images.keys() | ({self._work[0]} if self._work else ())
        if not known:
            return
        columns, rows = zip(*known, strict=True)
        first_column, last_column, first_row, last_row = min(columns), max(columns), min(rows), max(rows)
        scale = self._scale
        for x, y, w, h in rects:
            # One pixel more on each side: soft edges reach over.
            left, top = floor(x * scale) - 1, floor(y * scale) - 1
            right, bottom = ceil((x + w) * scale) + 1, ceil((y + h) * scale) + 1
            for column in range(max(left // SIDE, first_column), min((right - 1) // SIDE, last_column) + 1):
                for row in range(max(top // SIDE, first_row), min((bottom - 1) // SIDE, last_row) + 1):
                    if (column, row) in known:
                        self._spoil((column, row), (left, top, right, bottom))
        if self._work and self._work[0] in self._untrue:
            self._drop_work()

    def _spoil(self, cell: Cell, area: Area) -> None:
        old = self._untrue.get(cell)
        if old:
            area = (
                min(old[0], area[0]), min(old[1], area[1]), max(old[2], area[2]), max(old[3], area[3]),
            )  # fmt: skip
        self._untrue[cell] = area

    def gaps(self, wanted: Iterable[Cell], origin: QPoint) -> QRegion:
        """Give where tiles are missing, in device pixels; the canvas' origin lies at `origin`."""
        region = QRegion()
        for column, row in wanted:
            if (column, row) not in self._images:
                region += QRect(origin.x() + column * SIDE, origin.y() + row * SIDE, SIDE, SIDE)
        return region

    def refresh(self, wanted: Iterable[Cell], until: float) -> bool:
        """Make the tiles among `wanted` that are missing or untrue, in its order; say whether all are made.

        Stops at the moment `until` of `time.perf_counter`. What was begun goes on at the next call, so that
        one crowded tile cannot hold up a frame either.
        """
        for cell in wanted:
            if cell in self._images and cell not in self._untrue:
                continue
            if self._work is None or self._work[0] != cell:
                self._drop_work()
                self._work = self._begun(cell)
            for _ in self._work[2]:
                if perf_counter() >= until:
                    return False
            self._images[cell] = self._work[1]
            self._untrue.pop(cell, None)
            self._work = None
        return True

    def keep(self, wanted: Iterable[Cell]) -> None:
        """Forget the tiles outside `wanted`."""
        for cell in self._images.keys() - frozenset(wanted):
            del self._images[cell]
            self._untrue.pop(cell, None)

    def draw(self, painter: QPainter, wanted: Iterable[Cell], origin: QPoint) -> None:
        """Draw the tiles there are, in device pixels; the canvas' origin lies at `origin`."""
        x, y = origin.x(), origin.y()
        for column, row in wanted:
            if image := self._images.get((column, row)):
                painter.drawImage(QPoint(x + column * SIDE, y + row * SIDE), image)

    def _begun(self, cell: Cell) -> tuple[Cell, QImage, Generator[None]]:
        place = QRect(cell[0] * SIDE, cell[1] * SIDE, SIDE, SIDE)
        if old := self._images.get(cell):
            left, top, right, bottom = self._untrue[cell]
            area = QRect(left, top, right - left, bottom - top).intersected(place)
            image = old.copy()
        else:
            area, image = place, QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
        return cell, image, self._painted(image, area, place)

    def _painted(self, image: QImage, area: QRect, place: QRect) -> Generator[None]:
        """Paint the part `area` of the tile at `place`, both in device pixels from the canvas' origin."""
        scale = self._scale
        part = Rect(area.x() / scale, area.y() / scale, area.width() / scale, area.height() / scale)
        painter = QPainter(image)
        try:
            painter.translate(-place.topLeft())
            painter.setClipRect(area)
            painter.scale(scale, scale)
            yield from self._paint(painter, part)
        finally:
            painter.end()  # also where the work is dropped half-way

    def _drop_work(self) -> None:
        if self._work:
            self._work[2].close()
            self._work = None


def cells(area: QRect) -> list[Cell]:
    """Give the cells that an area (device pixels from the canvas' origin) touches, the middle first."""
    if area.isEmpty():
        return []
    columns = range(area.left() // SIDE, area.right() // SIDE + 1)
    rows = range(area.top() // SIDE, area.bottom() // SIDE + 1)
    x, y = (columns[0] + columns[-1]) / 2, (rows[0] + rows[-1]) / 2
    found = [(column, row) for row in rows for column in columns]
    return sorted(found, key=lambda cell: max(abs(cell[0] - x), abs(cell[1] - y)))
