"""Snapping: a dragged note aligns with its neighbours, or stands beside one at the usual gap."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import GAP

REACH = 500.0
"""Notes farther away than this do not attract."""
NIL = 1e-6
SAME = 0.01
"""Alignments that differ by less are met by the same move."""


class Guide(NamedTuple):
    """A line that shows what a note aligns with."""

    x1: float
    y1: float
    x2: float
    y2: float


class Snap(NamedTuple):
    """How far to move a rectangle so that it aligns, and what to show."""

    dx: float
    dy: float
    guides: tuple[Guide, ...]


class _Line(NamedTuple):
    """Something to align with, seen along one axis: where it is, and from where to where its note reaches."""

    at: float
    start: float
    end: float


class _Match(NamedTuple):
    move: float
    away: float
    """How far from the note one aligns with, along the line."""
    line: _Line
    gap: float
    """From the line to the note that one stands beside; 0 for an alignment."""


class _Axis:
    """The lines of all notes in one direction: edges, middles, and one gap before and after each note."""

    def __init__(self, spans: list[tuple[float, float, float, float]]) -> None:
        edges = [_Line(at, start, end) for low, high, start, end in spans for at in (low, high)]
        self.edges = sorted(edges)
        self.middles = sorted(_Line((low + high) / 2, start, end) for low, high, start, end in spans)
        self.before = sorted(_Line(low - GAP, start, end) for low, _, start, end in spans)
        self.after = sorted(_Line(high + GAP, start, end) for _, high, start, end in spans)

    def closest(
        self, low: float, high: float, start: float, end: float, tolerance: float
    ) -> dict[float, _Match]:
        """Give the matches of the shortest move, one for each line, from the nearest note."""
        matches = sorted(self._matches(low, high, start, end, tolerance), key=lambda m: (abs(m.move), m.away))
        found: dict[float, _Match] = {}
        for match in matches:
            if abs(match.move - matches[0].move) < SAME:
                found.setdefault(match.line.at, match)
        return found

    def _matches(
        self, low: float, high: float, start: float, end: float, tolerance: float
    ) -> Iterator[_Match]:
        for at, lines, gap in (
            (low, self.edges, 0.0),
            (high, self.edges, 0.0),
            ((low + high) / 2, self.middles, 0.0),
            (high, self.before, GAP),
            (low, self.after, -GAP),
        ):
            for index in range(bisect_left(lines, (at - tolerance,)), len(lines)):
                line = lines[index]
                if line.at > at + tolerance:
                    break
                away = max(line.start - end, start - line.end, 0.0)
                if away < (NIL if gap else REACH):
                    yield _Match(line.at - at, away, line, gap)


class SnapIndex:
    """The places a dragged note may align with; made once, when the drag begins."""

    def __init__(self, others: Iterable[Rect]) -> None:
        others = list(others)
        self.x = _Axis([(rect.x, rect.right, rect.y, rect.bottom) for rect in others])
        self.y = _Axis([(rect.y, rect.bottom, rect.x, rect.right) for rect in others])


def snap(moving: Rect, others: SnapIndex, tolerance: float) -> Snap:
    """Give the shortest way, at most `tolerance` in each direction, after which a rectangle aligns."""
    across = others.x.closest(moving.x, moving.right, moving.y, moving.bottom, tolerance)
    down = others.y.closest(moving.y, moving.bottom, moving.x, moving.right, tolerance)
    dx = next((match.move for match in across.values()), 0.0)
    dy = next((match.move for match in down.values()), 0.0)
    at = moving.moved(dx, dy)
    guides = [Guide(*_stroke(match, at.y, at.bottom)) for match in across.values()]
    for match in down.values():
        y1, x1, y2, x2 = _stroke(match, at.x, at.right)
        guides.append(Guide(x1, y1, x2, y2))
    return Snap(dx, dy, tuple(guides))


def _stroke(match: _Match, start: float, end: float) -> tuple[float, float, float, float]:
    """Give the guide as (along, across) pairs: through both notes, or over the gap between them."""
    line = match.line
    if match.gap:
        middle = (max(line.start, start) + min(line.end, end)) / 2
        return line.at, middle, line.at + match.gap, middle
    return line.at, min(line.start, start), line.at, max(line.end, end)
