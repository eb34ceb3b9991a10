"""The surface that drawing code draws on: a screen, a picture, an SVG file or a page.

Units are those of the surface's present place (see `push`), y down. Colours are "#RRGGBB", None where nothing
is painted; nothing is translucent, so that every output can do it: mix colours beforehand (`drawing.colour`).
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from math import ceil
from typing import Protocol

from canvasdesk.drawing.text import ShapedText
from canvasdesk.layout.geometry import Path, Rect
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section

Dash = tuple[float, ...]
SOLID: Dash = ()
Words = Callable[[], tuple[str, str]]
"""Gives the name and the description of a thing; the description may be empty."""
LEGIBLE = 0.35  # device pixels a unit below which text is two bars and small marks are left out


class Part(StrEnum):
    """What a group of marks is, for outputs that keep it: tagged pages, SVG, accessible pictures."""

    CANVAS = "canvas"
    HEADING = "heading"
    SECTION = "section"
    BLOCK = "block"
    NOTE = "note"
    ENTRY = "entry"
    SEGMENT = "segment"
    LINK = "link"
    METER = "meter"
    SENTENCE = "sentence"
    TABLE = "table"
    CELL = "cell"


class Surface(Protocol):
    """Takes marks in the order in which they cover each other."""

    @property
    def detail(self) -> bool:
        """Whether text and small marks can be made out at the present scale."""
        ...

    def push(self, x: float, y: float, scale: float = 1.0) -> None:
        """Move the origin to (x, y) and then scale, until the matching `pop`."""
        ...

    def pop(self) -> None:
        """Return to the place before the last `push`."""
        ...

    def begin(self, part: Part, words: Words, field: Section | Block | None = None, /) -> None:
        """Say that what follows up to the matching `end` is one thing; outputs that keep it call `words`.

        `field` is the section or block in which it is read.
        """
        ...

    def end(self) -> None:
        """Close the group opened last."""
        ...

    def rect(
        self,
        rect: Rect,
        fill: str | None,
        stroke: str | None = None,
        width: float = 1.0,
        radius: float = 0.0,
        dash: Dash = SOLID,
    ) -> None:
        """Paint a rectangle, with round corners where `radius` is given."""
        ...

    def path(
        self, path: Path, fill: str | None, stroke: str | None = None, width: float = 1.0, dash: Dash = SOLID
    ) -> None:
        """Paint a path; strokes have round ends and joins, dashes flat ends."""
        ...

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float) -> None:
        """Draw a straight line with round ends."""
        ...

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None,
        stroke: str | None = None,
        width: float = 1.0,
    ) -> None:
        """Paint a circle."""
        ...

    def arc(
        self, x: float, y: float, radius: float, start: float, sweep: float, colour: str, width: float
    ) -> None:
        """Draw a circular arc with flat ends; degrees, clockwise, from the top."""
        ...

    def hatch(self, rect: Rect, colour: str, gap: float, width: float) -> None:
        """Fill a rectangle with rising lines `gap` apart."""
        ...

    def text(self, text: ShapedText, x: float, y: float, colour: str) -> None:
        """Draw shaped text with its top left corner at (x, y)."""
        ...


def hatch_lines(rect: Rect, gap: float) -> Iterator[tuple[float, float, float, float]]:
    """Give the rising lines, `gap` apart along each edge, that hatch a rectangle: x1, y1, x2, y2."""
    first, last = rect.x + rect.y, rect.right + rect.bottom
    for step in range(1, ceil((last - first) / gap)):
        level = first + step * gap  # x + y is the same all along a rising line
        left = max(rect.x, level - rect.bottom)
        right = min(rect.right, level - rect.y)
        yield left, level - left, right, level - right
