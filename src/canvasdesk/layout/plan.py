"""The plan of the six sections, square left and circle right: outline, reach, title and first row of each.

The drawing is our own: a quarter of the square's width becomes a band of products with a blunt arrow towards
the customer, and the jobs are a blunt wedge whose sides meet left of the circle's centre, because a wedge
from the centre itself holds too few notes. Every boundary is such that a rectangle lies inside a section as
soon as it does at its upper and at its lower edge.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import asin, atan, cos, inf, pi, sin, sqrt
from typing import Literal

from canvasdesk.layout.geometry import Path, Point, Rect, arc
from canvasdesk.layout.style import GAP, NOTE_HEIGHT, NOTE_WIDTH, TITLE_HEIGHT
from canvasdesk.model.sections import Section

Align = Literal["left", "centre", "right"]
Interval = tuple[float, float]

WIDTH, HEIGHT = 1436.0, 744.0
AXIS = WIDTH / 2
"""The line in which the board is mirrored when the sides are swapped."""
MARGIN = 18.0
SIDE = 608.0
"""The side of the square and the diameter of the circle."""
RADIUS = SIDE / 2
TOP = 66.0
BOTTOM = TOP + SIDE
MIDDLE = TOP + RADIUS
CORNER = 22.0
CLEAR = 4.0
"""How far notes stay away from the outline of their section, measured sideways."""
EDGE = 8.0
"""How far notes stand off a straight side where there is room."""

SQUARE = Rect(MARGIN, TOP, SIDE, SIDE)
CENTRE = Point(WIDTH - MARGIN - RADIUS, MIDDLE)
BAND = SQUARE.x + SIDE / 4
"""How far products reach at the top and bottom of the square."""
TIP = SQUARE.x + 316.0
"""Where the sides of the products' arrow would meet; with it, two rows in the middle hold two notes."""
TIP_SLOPE = RADIUS / (TIP - BAND)
TIP_ROUNDING = 90.0
APEX = CENTRE.x - 78.0
"""Where the two sides of the jobs would meet; with it, seven notes fit in each section of the circle."""
APEX_SLOPE = 1.0
APEX_ROUNDING = 56.0


@dataclass(frozen=True, slots=True)
class Region:
    """The place of one section on the board."""

    outline: Path = field(repr=False)
    bounds: Rect
    title: Rect
    """Where icon, name and count stand; no note is put there."""
    title_align: Align
    first_row: float
    """The y at which the first row of notes begins."""
    flush: Align
    """Where notes gather in their row: at a straight side, or in the middle of a round section."""
    reach: Callable[[float], Interval] = field(repr=False)
    """The left and right end of the section at a height between the bounds' top and bottom."""

    @property
    def anchor(self) -> Point:
        """Where the first note of an empty section goes: its top-left corner."""
        left, right = self.span(self.first_row, self.first_row + NOTE_HEIGHT)
        return Point(self.row_start(left, right, NOTE_WIDTH), self.first_row)

    @property
    def middle(self) -> Point:
        """The visual middle, for a hint in an empty section."""
        y = self.bounds.centre.y
        left, right = self.reach(y)
        return Point((left + right) / 2, y)

    def span(self, top: float, bottom: float) -> Interval:
        """Give how far notes may reach sideways between two heights; (inf, -inf) where none fits."""
        if top < self.bounds.y + CLEAR or bottom > self.bounds.bottom - CLEAR:
            return inf, -inf
        above, below = self.reach(top), self.reach(bottom)
        return max(above[0], below[0]) + CLEAR, min(above[1], below[1]) - CLEAR

    def row_start(self, left: float, right: float, width: float) -> float:
        """Give the x of the first note of a row between two ends, so that a full row stands right."""
        fitting = max(1, int((right - left + GAP) // (width + GAP)))
        spare = right - left - fitting * (width + GAP) + GAP
        pad = {"left": min(spare, EDGE), "centre": spare / 2, "right": spare - min(spare, EDGE)}
        return left + pad[self.flush]

    def holds(self, rect: Rect) -> bool:
        """Whether the whole rectangle lies in the section, clear of its outline."""
        left, right = self.span(rect.y, rect.bottom)
        return left <= rect.x and rect.right <= right

    def covers(self, x: float, y: float) -> bool:
        """Whether a point lies in the section."""
        if not self.bounds.y <= y <= self.bounds.bottom:
            return False
        left, right = self.reach(y)
        return left <= x <= right


def plan() -> dict[Section, Region]:
    """Give the six sections with the square left and the circle right."""
    return {
        Section.JOBS: _jobs(),
        Section.PAINS: _pains(),
        Section.GAINS: _gains(),
        Section.PRODUCTS: _products(),
        Section.RELIEVERS: _relievers(),
        Section.CREATORS: _creators(),
    }


def _behind(distance: float, slope: float, rounding: float) -> float:
    """Give how far behind its apex a rounded wedge begins `distance` off its axis."""
    along = sqrt(1 + slope * slope)
    if distance >= rounding / along:
        return distance / slope
    return rounding * along / slope - sqrt(rounding * rounding - distance * distance)


def half_chord(y: float) -> float:
    """Give how far the circle reaches to each side of its centre at a height; 0 above and below it."""
    return sqrt(max(0.0, RADIUS * RADIUS - (y - MIDDLE) ** 2))


def _corner(y: float) -> float:
    """Give how far the rounded corners of the square move its sides inwards at a height."""
    inside = CORNER - min(y - TOP, BOTTOM - y)
    return CORNER - sqrt(max(0.0, CORNER * CORNER - inside * inside)) if inside > 0 else 0.0


def _jobs_left(y: float) -> float:
    return APEX + _behind(abs(y - MIDDLE), APEX_SLOPE, APEX_ROUNDING)


def _products_right(y: float) -> float:
    return TIP - _behind(abs(y - MIDDLE), TIP_SLOPE, TIP_ROUNDING)


_APEX_ANGLE = atan(APEX_SLOPE)
_TIP_ANGLE = atan(TIP_SLOPE)
_NOSE = Point(APEX + APEX_ROUNDING / sin(_APEX_ANGLE), MIDDLE)
"""The centre of the jobs' rounding; its partner in the square follows."""
_HEAD = Point(TIP - TIP_ROUNDING / sin(_TIP_ANGLE), MIDDLE)
_RIM = _APEX_ANGLE + asin((CENTRE.x - APEX) * sin(_APEX_ANGLE) / RADIUS)
"""The angle, seen from the circle's centre, at which the sides of the jobs meet the circle (law of sines)."""


def _on(centre: Point, radius: float, angle: float) -> Point:
    return Point(centre.x + radius * cos(angle), centre.y + radius * sin(angle))


def _jobs() -> Region:
    top, bottom = pi * 3 / 2 - _APEX_ANGLE, pi / 2 + _APEX_ANGLE
    above = _on(CENTRE, RADIUS, -_RIM)
    left = _NOSE.x - APEX_ROUNDING
    return Region(
        outline=(
            ("M", *above),
            *arc(CENTRE, RADIUS, -_RIM, _RIM),
            ("L", *_on(_NOSE, APEX_ROUNDING, bottom)),
            *arc(_NOSE, APEX_ROUNDING, bottom, top),
            ("Z",),
        ),
        bounds=Rect(left, above.y, CENTRE.x + RADIUS - left, 2 * (MIDDLE - above.y)),
        title=Rect(CENTRE.x + 84, MIDDLE - 126, 180, TITLE_HEIGHT),
        title_align="right",
        first_row=MIDDLE - 99,
        flush="centre",
        reach=lambda y: (_jobs_left(y), CENTRE.x + half_chord(y)),
    )


def _gains() -> Region:
    corner = _on(CENTRE, RADIUS, -_RIM)
    left = CENTRE.x - RADIUS
    return Region(
        outline=(
            ("M", left, MIDDLE),
            *arc(CENTRE, RADIUS, pi, 2 * pi - _RIM),
            ("L", *_on(_NOSE, APEX_ROUNDING, pi * 3 / 2 - _APEX_ANGLE)),
            *arc(_NOSE, APEX_ROUNDING, pi * 3 / 2 - _APEX_ANGLE, pi),
            ("Z",),
        ),
        bounds=Rect(left, TOP, corner.x - left, RADIUS),
        title=Rect(CENTRE.x - 70, TOP + 10, 140, TITLE_HEIGHT),
        title_align="centre",
        first_row=MIDDLE - 270,
        flush="centre",
        reach=lambda y: (CENTRE.x - half_chord(y), min(CENTRE.x + half_chord(y), _jobs_left(y))),
    )


def _pains() -> Region:
    corner = _on(CENTRE, RADIUS, _RIM)
    left = CENTRE.x - RADIUS
    return Region(
        outline=(
            ("M", *_on(_NOSE, APEX_ROUNDING, pi)),
            *arc(_NOSE, APEX_ROUNDING, pi, pi / 2 + _APEX_ANGLE),
            ("L", *corner),
            *arc(CENTRE, RADIUS, _RIM, pi),
            ("Z",),
        ),
        bounds=Rect(left, MIDDLE, corner.x - left, RADIUS),
        title=Rect(CENTRE.x - 70, BOTTOM - 10 - TITLE_HEIGHT, 140, TITLE_HEIGHT),
        title_align="centre",
        first_row=MIDDLE + CLEAR,
        flush="centre",
        reach=lambda y: (CENTRE.x - half_chord(y), min(CENTRE.x + half_chord(y), _jobs_left(y))),
    )


def _products() -> Region:
    turn = pi / 2 - _TIP_ANGLE
    return Region(
        outline=(
            ("M", SQUARE.x, TOP + CORNER),
            *arc(Point(SQUARE.x + CORNER, TOP + CORNER), CORNER, pi, pi * 3 / 2),
            ("L", BAND, TOP),
            ("L", *_on(_HEAD, TIP_ROUNDING, -turn)),
            *arc(_HEAD, TIP_ROUNDING, -turn, turn),
            ("L", BAND, BOTTOM),
            ("L", SQUARE.x + CORNER, BOTTOM),
            *arc(Point(SQUARE.x + CORNER, BOTTOM - CORNER), CORNER, pi / 2, pi),
            ("Z",),
        ),
        bounds=Rect(SQUARE.x, TOP, _HEAD.x + TIP_ROUNDING - SQUARE.x, SIDE),
        title=Rect(SQUARE.x + 12, TOP + 10, BAND - SQUARE.x - 16, 2 * TITLE_HEIGHT),
        title_align="left",
        first_row=TOP + 53,
        flush="left",
        reach=lambda y: (SQUARE.x + _corner(y), _products_right(y)),
    )


def _creators() -> Region:
    turn = pi / 2 - _TIP_ANGLE
    return Region(
        outline=(
            ("M", BAND, TOP),
            ("L", SQUARE.right - CORNER, TOP),
            *arc(Point(SQUARE.right - CORNER, TOP + CORNER), CORNER, -pi / 2, 0.0),
            ("L", SQUARE.right, MIDDLE),
            ("L", _HEAD.x + TIP_ROUNDING, MIDDLE),
            *arc(_HEAD, TIP_ROUNDING, 0.0, -turn),
            ("Z",),
        ),
        bounds=Rect(BAND, TOP, SQUARE.right - BAND, RADIUS),
        title=Rect(SQUARE.right - 12 - 240, TOP + 10, 240, TITLE_HEIGHT),
        title_align="right",
        first_row=MIDDLE - 270,
        flush="right",
        reach=lambda y: (_products_right(y), SQUARE.right - _corner(y)),
    )


def _relievers() -> Region:
    turn = pi / 2 - _TIP_ANGLE
    return Region(
        outline=(
            ("M", SQUARE.right, MIDDLE),
            ("L", SQUARE.right, BOTTOM - CORNER),
            *arc(Point(SQUARE.right - CORNER, BOTTOM - CORNER), CORNER, 0.0, pi / 2),
            ("L", BAND, BOTTOM),
            ("L", *_on(_HEAD, TIP_ROUNDING, turn)),
            *arc(_HEAD, TIP_ROUNDING, turn, 0.0),
            ("Z",),
        ),
        bounds=Rect(BAND, MIDDLE, SQUARE.right - BAND, RADIUS),
        title=Rect(SQUARE.right - 12 - 240, BOTTOM - 10 - TITLE_HEIGHT, 240, TITLE_HEIGHT),
        title_align="right",
        first_row=MIDDLE + CLEAR,
        flush="right",
        reach=lambda y: (_products_right(y), SQUARE.right - _corner(y)),
    )
