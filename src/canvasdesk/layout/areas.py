"""Where the notes of a section may stand: inside it, then in zones outside that never meet another's."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import NamedTuple

from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.plan import AXIS, BOTTOM, MIDDLE, TOP, Interval, half_chord
from canvasdesk.layout.regions import Board
from canvasdesk.layout.style import GAP, NOTE_HEIGHT, NOTE_WIDTH
from canvasdesk.model.sections import Half, Section

COLUMN, ROW = NOTE_WIDTH + GAP, NOTE_HEIGHT + GAP
FINE = 8.0
"""The step in which a section is searched again before a note has to stand outside."""
PORCH = 24.0
"""How far beyond the board's axis notes may stand in the corner between the shapes."""
CONE, CONE_SLOPE = 1.5 * ROW, 0.5
"""Half the height of the middle section's zone at the board's edge, and how it widens outwards."""
BESIDE = 3
"""Columns in the innermost zone; each further zone is twice as wide."""


class Area(NamedTuple):
    """A part of the canvas that is searched in rows."""

    span: Callable[[float, float], Interval]
    """How far notes may reach sideways between two heights."""
    bounds: Rect
    start: float
    """The y where the rows begin; rows nearer to it come first."""
    step: float
    row_start: Callable[[float, float, float], float] | None = None
    """Where in its span a row of notes of a width begins; None outside, where it begins at the shape."""
    leftwards: bool = False
    """Whether a row begins at its right end."""


def areas(board: Board, section: Section) -> Iterator[Area]:
    """Give the areas of a section one after the other, without end, for notes that found no place before.

    In neat rows inside, anywhere inside, for gains and pains in the empty corner beside the circle, and then
    in ever larger zones beyond the edge of the board.
    """
    region = board.region(section)
    inside = region.bounds
    rows = Rect(inside.x, region.first_row, inside.w, inside.bottom - region.first_row)
    yield Area(region.span, rows, region.first_row, ROW, region.row_start)
    yield Area(region.span, inside, inside.y, FINE, region.row_start)
    if section is Section.GAINS:
        yield _porch(board, TOP, board.meter.y - 2 * GAP)
    elif section is Section.PAINS:
        yield _porch(board, board.legend.bottom + GAP, BOTTOM)
    for ring in count():
        yield _outside(board, section, BESIDE * COLUMN * 2**ring, 4 * ROW * (2**ring - 1))


def _porch(board: Board, top: float, bottom: float) -> Area:
    """Give the corner between circle and square, where notes follow the curve from outside."""
    x = board.circle[0]
    inner = AXIS + PORCH if board.swapped else AXIS - PORCH

    def span(above: float, below: float) -> Interval:
        chord = max(half_chord(above), half_chord(below)) + GAP
        return (x + chord, inner) if board.swapped else (inner, x - chord)

    left = x if board.swapped else inner
    bounds = Rect(left, top, abs(x - inner), bottom - top)
    return Area(span, bounds, top, ROW, leftwards=not board.swapped)


def _outside(board: Board, section: Section, wide: float, high: float) -> Area:
    """Give a section's zone beside its shape, up to `wide` outwards and, except in the middle, `high` beyond.

    The zones meet at two lines that open outwards, so that all can grow for ever and never touch.
    """
    leftwards = (section.half is Half.CIRCLE) == board.swapped
    edge = board.bounds.x if leftwards else board.bounds.right
    upper = section in (Section.GAINS, Section.CREATORS)
    middle = section in (Section.JOBS, Section.PRODUCTS)

    def span(top: float, bottom: float) -> Interval:
        if middle:
            near, far = max(0.0, (max(MIDDLE - top, bottom - MIDDLE) - CONE) / CONE_SLOPE), wide
        else:
            off = MIDDLE - bottom if upper else top - MIDDLE
            near, far = 0.0, min(wide, (off - CONE - GAP) / CONE_SLOPE)
        return (edge - far, edge - near) if leftwards else (edge + near, edge + far)

    if middle:
        half = CONE + CONE_SLOPE * wide
        start, top, bottom = MIDDLE - NOTE_HEIGHT / 2, MIDDLE - half, MIDDLE + half
    elif upper:
        start, top, bottom = TOP, TOP - high, MIDDLE
    else:
        start, top, bottom = BOTTOM - NOTE_HEIGHT, MIDDLE, BOTTOM + high
    bounds = Rect(edge - wide if leftwards else edge, top, wide, bottom - top)
    return Area(span, bounds, start, ROW, leftwards=leftwards)
