"""Papers: how large they are, what part of them is printed on, and what is fitted into it. No Qt."""

import re
from dataclasses import dataclass
from enum import StrEnum

from canvasdesk.export.errors import ExportError
from canvasdesk.export.pages import Drawing, Placed
from canvasdesk.layout.geometry import Rect
from canvasdesk.words import translate

INCH = 72.0
MM = INCH / 25.4
"""Points in a millimetre."""
MARGIN = 10 * MM
"""What most printers leave white at each edge."""
NARROWEST_SHARE = 1 / 6  # of the shorter side, for each margin at most
SHORTEST, LONGEST = 100 * MM, 5080 * MM  # a side: what holds a line of words, and what PDF can say
FOOTER = 26.0
"""How high the footer is, in the units of `Leaf`."""
A4_WIDTH = 210 * MM

_CUSTOM = re.compile(r"(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)(mm|in)")


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper; points."""

    name: str
    short: float
    long: float


PAPERS = (
    Paper("A4", 210 * MM, 297 * MM),
    Paper("A3", 297 * MM, 420 * MM),
    Paper("A2", 420 * MM, 594 * MM),
    Paper("A1", 594 * MM, 841 * MM),
    Paper("A0", 841 * MM, 1189 * MM),
    Paper("Letter", 8.5 * INCH, 11 * INCH),
    Paper("Tabloid", 11 * INCH, 17 * INCH),
    Paper("Arch E", 36 * INCH, 48 * INCH),
)
SMALL_PAPERS = tuple(paper for paper in PAPERS if paper.name in ("A4", "A3", "Letter", "Tabloid"))
"""What printers at home and in offices take: the tiles of a large page."""


def near(paper: Paper, tile: Paper | None = None) -> Paper:
    """Give the paper for what is read from near: that of the tiles, else one that can be held."""
    if tile is not None:
        return tile
    if paper.short <= max(each.short for each in SMALL_PAPERS):
        return paper
    return next(each for each in SMALL_PAPERS if each.name == ("Letter" if paper.name == "Arch E" else "A4"))


def paper(said: str) -> Paper:
    """Give the paper that is meant by its name, or by its sides such as "500x700mm" or "24x36in".

    Raises `ExportError` for another name, and for sides that are too short or too long.
    """
    name = "".join(said.casefold().split())
    for each in PAPERS:
        if each.name.casefold().replace(" ", "") == name.replace("-", ""):
            return each
    sides = _CUSTOM.fullmatch(name)
    if sides is None:
        raise ExportError(
            translate(
                "Export",
                "“{name}” is no paper; there are {names}, and sizes such as 500x700mm or 24x36in.",
                name=said,
                names=", ".join(each.name for each in PAPERS),
            )
        )
    unit = MM if sides[3] == "mm" else INCH
    short, long = sorted(float(side) * unit for side in sides.group(1, 2))
    if short < SHORTEST or long > LONGEST:
        raise ExportError(
            translate(
                "Export", "A paper of {size} is too small or too large: 100 to 5080 mm a side.", size=said
            )
        )
    return Paper(said.strip(), short, long)


class Orientation(StrEnum):
    """Which way round a paper is."""

    AUTOMATIC = "automatic"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A paper that is turned, with its margins; points.

    Words of a page have units of their own: its shorter side measures as many as that of A4 has points, so
    that a large page is a small one seen through a glass.
    """

    width: float
    height: float
    margin: float

    @property
    def unit(self) -> float:
        """Points a unit of words."""
        return min(self.width, self.height) / A4_WIDTH

    @property
    def whole(self) -> Rect:
        """The whole page."""
        return Rect(0.0, 0.0, self.width, self.height)

    @property
    def printed(self) -> Rect:
        """What lies inside the margins."""
        return self.whole.inset(self.margin)

    @property
    def room(self) -> Rect:
        """What lies inside the margins and above the footer."""
        return self.printed._replace(h=self.printed.h - FOOTER * self.unit)

    @property
    def footer(self) -> Rect:
        """The place of the footer."""
        high = FOOTER * self.unit
        return self.printed._replace(y=self.printed.bottom - high, h=high)


def leaf(paper: Paper, orientation: Orientation, margin: float, bounds: Rect) -> Leaf:
    """Give a paper as it is turned; where that is automatic, so that `bounds` is drawn as large as possible.

    Raises `ExportError` for a margin that leaves too little.
    """
    if not 0 <= margin <= paper.short * NARROWEST_SHARE:
        raise ExportError(
            translate(
                "Export",
                "A margin of {margin} mm is too wide for this paper: at most {most} mm.",
                margin=round(margin / MM, 1),
                most=int(paper.short * NARROWEST_SHARE / MM),
            )
        )
    portrait = Leaf(paper.short, paper.long, margin)
    landscape = Leaf(paper.long, paper.short, margin)
    if orientation is Orientation.AUTOMATIC:
        return max(landscape, portrait, key=lambda each: largest(bounds, each.room))
    return portrait if orientation is Orientation.PORTRAIT else landscape


def largest(bounds: Rect, room: Rect) -> float:
    """Give the largest scale at which `bounds` fits into `room`."""
    return min(room.w / bounds.w, room.h / bounds.h)


def fitted(drawing: Drawing, room: Rect) -> Placed:
    """Place a drawing in the middle of `room`, as large as it fits."""
    bounds, scale = drawing.bounds, largest(drawing.bounds, room)
    width, height = bounds.w * scale, bounds.h * scale
    x, y = room.centre.x - width / 2, room.centre.y - height / 2
    return Placed(drawing, x - bounds.x * scale, y - bounds.y * scale, scale, Rect(x, y, width, height))
