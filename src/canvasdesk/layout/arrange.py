"""Free places and tidy order: where a new note goes, and where all notes of a section go.

A section is filled in rows from left to right and top to bottom. When it is full, notes stand in rows beside
the shape, each section in zones of its own, so that no note ever covers another note, a title, the meter or
the sentence.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from math import ceil, floor
from typing import TypeVar

from canvasdesk.layout.areas import ROW, Area, areas
from canvasdesk.layout.geometry import Point, Rect, Size
from canvasdesk.layout.plan import Interval
from canvasdesk.layout.regions import Board
from canvasdesk.layout.style import GAP
from canvasdesk.model.sections import Section

Id = TypeVar("Id", bound=Hashable)
Sized = tuple[Id, Size, float]
"""A note to tidy: its id, its size, and how important it is."""

NIL = 1e-6
"""What rounding may cost."""
MANY = 24
"""So many rows are tried because of what stands there already; a crowd has more, mostly useless."""


def free_places(board: Board, section: Section, sizes: Sequence[Size], taken: Iterable[Rect]) -> list[Point]:
    """Give the top-left corners of free places for several notes, in their order, none covering another."""
    standing = [*taken, board.region(section).title]
    seekers: dict[Size, _Seeker] = {}
    places = []
    for size in sizes:
        if size not in seekers:
            seekers[size] = _Seeker(areas(board, section), size, standing)
        place = seekers[size].place()
        added = Rect(*place, *size)
        standing.append(added)
        for seeker in seekers.values():
            seeker.notice(added)
        places.append(place)
    return places


def tidy(
    board: Board, section: Section, notes: Sequence[Sized[Id]], taken: Iterable[Rect] = ()
) -> dict[Id, Point]:
    """Give new places for the notes of a section, the most important first; equals keep their order.

    `taken` are places of other notes that stay where they are.
    """
    ranked = sorted(notes, key=lambda note: -note[2])
    places = free_places(board, section, [size for _, size, _ in ranked], taken)
    return {note[0]: place for note, place in zip(ranked, places, strict=True)}


class _Ground:
    """Places that are taken in an area and right beside it, findable by height; of a crowd most are not."""

    def __init__(self, rects: Iterable[Rect], area: Rect) -> None:
        self._area = area.inset(-GAP)
        self._bands: dict[int, list[Rect]] = {}
        self.add(rects)

    def add(self, rects: Iterable[Rect]) -> None:
        """Take more places."""
        left, top, right, bottom = self._area.x, self._area.y, self._area.right, self._area.bottom
        for rect in [
            r for r in rects if r[0] < right and r[0] + r[2] > left and r[1] < bottom and r[1] + r[3] > top
        ]:
            for band in range(int(rect.y // ROW), int(rect.bottom // ROW) + 1):
                self._bands.setdefault(band, []).append(rect)

    def between(self, top: float, bottom: float) -> list[Rect]:
        """Give the places that share some height with a strip, some of them more than once."""
        bands = (self._bands.get(band, ()) for band in range(int(top // ROW), int(bottom // ROW) + 1))
        return [rect for band in bands for rect in band if rect[1] < bottom and rect[1] + rect[3] > top]


class _Seeker:
    """Looks for places of one size, row by row; a row that was full once is never looked at again."""

    def __init__(self, every: Iterator[Area], size: Size, standing: Sequence[Rect]) -> None:
        self._areas, self._size, self._standing = every, size, standing
        self._enter()

    def _enter(self) -> None:
        """Go to the next area, with rows on a raster and right beside what stands there."""
        self._area = area = next(self._areas)
        top, bottom = area.bounds.y, area.bounds.bottom - self._size.h
        first, last = ceil((top - area.start) / area.step), floor((bottom - area.start) / area.step)
        raster = [area.start + step * area.step for step in range(first, last + 1)]
        self._ground = _Ground(self._standing, area.bounds)
        there = self._ground.between(top - GAP, area.bounds.bottom + GAP)
        beside = sorted({y for y in self._beside(there) if top <= y <= bottom})
        beside = beside[:: len(beside) // MANY + 1]
        self._rows = [(abs(y - area.start), y) for y in {*raster, *beside}]
        heapify(self._rows)

    def _beside(self, rects: Sequence[Rect]) -> Iterator[float]:
        """Give the heights of rows that begin right below places or, outside the sections, end above them."""
        left, right = self._area.bounds.x, self._area.bounds.right
        near = [(y, h) for x, y, w, h in rects if x < right and x + w > left]
        yield from {y + h + GAP for y, h in near}
        if self._area.row_start is None:
            yield from {y - GAP - self._size.h for y, _ in near}

    def notice(self, rect: Rect) -> None:
        """Remember that a place is taken, and the rows that it makes possible."""
        self._ground.add([rect])
        bounds = self._area.bounds
        for y in self._beside([rect]):
            row = (abs(y - self._area.start), y)
            if bounds.y <= y <= bounds.bottom - self._size.h and row not in self._rows[:1]:
                heappush(self._rows, row)

    def place(self) -> Point:
        """Give the next free place."""
        while True:
            while self._rows:
                _, y = self._rows[0]
                x = _gap_in_row(self._area, self._size, y, self._ground)
                if x is not None:
                    return Point(x, y)
                heappop(self._rows)
            self._enter()


def _gap_in_row(area: Area, size: Size, y: float, ground: _Ground) -> float | None:
    """Give the x of the first free place in the row at `y`; a full row stands where the area wants it."""
    left, right = area.span(y, y + size.h)
    if right - left < size.w - NIL:
        return None
    strip = ground.between(y - GAP + NIL, y + size.h + GAP - NIL)
    near = [(x - GAP, x + w + GAP) for x, _, w, _ in strip if x - GAP < right and x + w + GAP > left]
    if area.leftwards:
        found = first_gap(-right, -left, size.w, sorted((-end, -start) for start, end in near))
        return None if found is None else -found - size.w
    near.sort()
    if area.row_start:
        found = first_gap(area.row_start(left, right, size.w), right, size.w, near)
        if found is not None:
            return found
    return first_gap(left, right, size.w, near)


def first_gap(left: float, right: float, width: float, blocked: Iterable[Interval]) -> float | None:
    """Give the first x from `left` on with room for `width` between sorted blocked stretches."""
    x = left
    for start, end in blocked:
        if start >= x + width - NIL:
            break
        x = max(x, end)
    return x if x + width <= right + NIL else None
