"""The board: where title, shapes, sections, fit meter and sentence stand, in canvas units."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from canvasdesk.layout.geometry import Path, Point, Rect, circle_path, mirrored_path, rounded_path
from canvasdesk.layout.plan import (
    AXIS,
    CENTRE,
    CORNER,
    HEIGHT,
    MARGIN,
    MIDDLE,
    RADIUS,
    SQUARE,
    WIDTH,
    Align,
    Interval,
    Region,
    plan,
)
from canvasdesk.model.sections import Half, Section

METER = 132.0
LEGEND_WIDTH, LEGEND_HEIGHT = 168.0, 62.0
MIRRORED: dict[Align, Align] = {"left": "right", "centre": "centre", "right": "left"}


@dataclass(frozen=True, slots=True)
class Board:
    """All fixed places of a value proposition canvas."""

    swapped: bool
    bounds: Rect
    """What a view fits to see everything, a small margin included."""
    title: Rect
    statement: Rect
    square: Rect
    circle: tuple[float, float, float]
    """The centre's x and y, and the radius."""
    meter: Rect
    legend: Rect
    """Room below the meter for its figures in words."""
    square_outline: Path = field(repr=False)
    circle_outline: Path = field(repr=False)
    regions: Mapping[Section, Region] = field(repr=False)

    def region(self, section: Section) -> Region:
        """Give the place of one section."""
        return self.regions[section]

    def half(self, half: Half) -> Rect:
        """Give the box around the circle or the square."""
        if half is Half.SQUARE:
            return self.square
        x, y, radius = self.circle
        return Rect(x - radius, y - radius, 2 * radius, 2 * radius)

    def section_at(self, x: float, y: float) -> Section | None:
        """Give the section a point lies in, or None outside both shapes."""
        return next((section for section, region in self.regions.items() if region.covers(x, y)), None)


def board(swapped: bool = False) -> Board:
    """Give the board with the square left and the circle right, or the other way round when `swapped`."""
    return _board(swapped)


@cache
def _board(swapped: bool) -> Board:
    square = SQUARE.mirrored(AXIS) if swapped else SQUARE
    circle = Point(2 * AXIS - CENTRE.x if swapped else CENTRE.x, CENTRE.y)
    meter = Rect(AXIS - METER / 2, MIDDLE - METER / 2, METER, METER)
    regions = plan()
    return Board(
        swapped=swapped,
        bounds=Rect(0, 0, WIDTH, HEIGHT),
        title=Rect(MARGIN, 8, WIDTH - 2 * MARGIN, 50),
        statement=Rect(MARGIN, 682, WIDTH - 2 * MARGIN, 54),
        square=square,
        circle=(circle.x, circle.y, RADIUS),
        meter=meter,
        legend=Rect(AXIS - LEGEND_WIDTH / 2, meter.bottom + 8, LEGEND_WIDTH, LEGEND_HEIGHT),
        square_outline=rounded_path(square, CORNER),
        circle_outline=circle_path(circle, RADIUS),
        regions={each: _mirrored(region) for each, region in regions.items()} if swapped else regions,
    )


def _mirrored(region: Region) -> Region:
    def reach(y: float) -> Interval:
        left, right = region.reach(y)
        return 2 * AXIS - right, 2 * AXIS - left

    return replace(
        region,
        outline=mirrored_path(region.outline, AXIS),
        bounds=region.bounds.mirrored(AXIS),
        title=region.title.mirrored(AXIS),
        title_align=MIRRORED[region.title_align],
        flush=MIRRORED[region.flush],
        reach=reach,
    )
