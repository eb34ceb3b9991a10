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


_Line = tuple[float, float, float]
"""Something to align with, seen along one axis: where it is, and from where to where its note reaches."""


class _Match(NamedTuple):
    move: float
    away: float
    """How far from the note one aligns with, along the line."""
    line: _Line
    gap: float
    """From the edge to that of the note beside it; 0 when both align."""


class _Axis:
    """The edges and middles of all notes in one direction, sorted."""

    def __init__(self, spans: list[tuple[float, float, float, float]]) -> None:
        self.lows: list[_Line] = sorted((low, start, end) for low, _, start, end in spans)
        self.highs: list[_Line] = sorted((high, start, end) for _, high, start, end in spans)
        self.middles: list[_Line] = sorted(((low + high) / 2, start, end) for low, high, start, end in spans)

    def closest(
        self, low: float, high: float, start: float, end: float, tolerance: float
    ) -> dict[float, _Match]:
        """Give the matches of the shortest move, one for each line, from the nearest note."""
        matches = sorted(self._matches(low, high, start, end, tolerance), key=lambda m: (abs(m.move), m.away))
        found: dict[float, _Match] = {}
        for match in matches:
            if abs(match.move - matches[0].move) < SAME:
                found.setdefault(match.line[0] - match.gap, match)
        return found

    def _matches(
        self, low: float, high: float, start: float, end: float, tolerance: float
    ) -> Iterator[_Match]:
        # An edge aligns with the far edge of a note elsewhere, but keeps the usual gap to one right beside.
        for own, lines, gap, least, most in (
            (low, self.lows, 0.0, 0.0, REACH),
            (high, self.highs, 0.0, 0.0, REACH),
            ((low + high) / 2, self.middles, 0.0, 0.0, REACH),
            (low, self.highs, 0.0, NIL, REACH),
            (high, self.lows, 0.0, NIL, REACH),
            (low, self.highs, -GAP, 0.0, NIL),
            (high, self.lows, GAP, 0.0, NIL),
        ):
            wanted = own + gap
            for index in range(bisect_left(lines, (wanted - tolerance,)), len(lines)):
                line = lines[index]
                if line[0] > wanted + tolerance:
                    break
                away = max(line[1] - end, start - line[2], 0.0)
                if least <= away < most:
                    yield _Match(line[0] - wanted, away, line, gap)


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
    at, first, last = match.line
    if match.gap:
        middle = (max(first, start) + min(last, end)) / 2
        return at - match.gap, middle, at, middle
    return at, min(first, start), at, max(last, end)
