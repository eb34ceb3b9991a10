"""A link between two notes: a curve whose width is its strength."""

from dataclasses import dataclass
from typing import Protocol

from canvasdesk.drawing.colour import mix
from canvasdesk.drawing.naming import describe_link
from canvasdesk.drawing.surface import SOLID, Dash, Part, Surface
from canvasdesk.layout.geometry import Path, Point, Rect
from canvasdesk.layout.plan import WIDTH
from canvasdesk.layout.style import LINK_WIDTHS, Theme
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section

UNRATED: Dash = (7.0, 5.0)
LEAST_BEND = 36.0
LANES_FROM = 400.0  # canvas units from the board's axis to the square's middle
LANE = 0.06
LANE_MOST = 18.0


class LinkEnd(Protocol):
    """A note as it lies on a sheet."""

    @property
    def note(self) -> Note:
        """The note."""
        ...

    @property
    def rect(self) -> Rect:
        """Its place, in canvas units."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class LinkLook:
    """All that is needed to draw a link; `path` is its curve in canvas units."""

    link: FitLink
    path: Path
    section: Section
    proven: bool
    source: LinkEnd
    target: LinkEnd

    def words(self) -> tuple[str, str]:
        """Give the link's name and description."""
        return describe_link(self.link, self.source.note, self.target.note), self.link.remark


def link_look(link: FitLink, source: LinkEnd, target: LinkEnd, *, proven: bool) -> LinkLook:
    """Give the look of a link; `proven` where both its ends have evidence."""
    path = link_path(source.rect, target.rect)
    return LinkLook(link, path, target.note.section, proven, source, target)


def link_path(source: Rect, target: Rect) -> Path:
    """Give the curve between the edges of two notes that face each other.

    Both ends lie off the middle by the lane that the source's distance from the board's axis gives, so that
    the links of notes standing in one row never cover each other.
    """
    one, other = source.centre, target.centre
    away = (abs(one.x - WIDTH / 2) - LANES_FROM) * LANE
    lane = max(-LANE_MOST, min(LANE_MOST, away))
    rightward = one.x <= other.x
    start = Point(source.right if rightward else source.x, one.y + lane)
    end = Point(target.x if rightward else target.right, other.y + lane)
    return curve(start, end)


def curve(start: Point, end: Point) -> Path:
    """Give the curve of a link between two points; it leaves and arrives level."""
    bend = max(LEAST_BEND, abs(end.x - start.x) * 0.42)
    if end.x < start.x:
        bend = -bend
    return (("M", *start), ("C", start.x + bend, start.y, end.x - bend, end.y, *end))


def draw_link(surface: Surface, look: LinkLook, theme: Theme) -> None:
    """Draw a link in canvas units."""
    surface.begin(Part.LINK, look.words)
    line = theme.hue(look.section).line
    colour = line if look.proven else mix(line, theme.shape, 0.5)
    dash = SOLID if look.link.strength else UNRATED
    surface.path(look.path, None, colour, LINK_WIDTHS[look.link.strength], dash)
    surface.end()
