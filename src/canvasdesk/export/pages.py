"""Pages to be printed: how large each is, what is drawn on it and where, and what it is called."""

from collections.abc import Callable
from dataclasses import dataclass

from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Rect


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Something drawn in units of its own within `bounds`; outputs may keep it once for several pages."""

    bounds: Rect
    draw: Callable[[Surface], None]


@dataclass(frozen=True, slots=True)
class Placed:
    """A drawing on a page: its origin lies at (x, y), `scale` points a unit; nothing is seen outside `clip`.

    Points, from the upper left corner of the page, y down.
    """

    drawing: Drawing
    x: float
    y: float
    scale: float
    clip: Rect


@dataclass(frozen=True, slots=True)
class Page:
    """A page of `width` × `height` points.

    `title` stands among the bookmarks, `level` deep, unless it is ""; `label` is its page number in words
    such as "B2". `marks` draws, in points, what only helps with the paper: crop marks and their labels.
    """

    width: float
    height: float
    placed: tuple[Placed, ...] = ()
    title: str = ""
    level: int = 0
    label: str = ""
    marks: Callable[[Surface], None] | None = None
