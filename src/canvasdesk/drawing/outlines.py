"""Letters as outlines, for drawings that bring no fonts with them."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QGlyphRun, QPainterPath, QRawFont

from canvasdesk.drawing.fonts import REFERENCE
from canvasdesk.drawing.text import ShapedText

EM = 1000
"""Units an em: those of most bundled fonts, so that hardly anything is rounded."""
_FINER = EM / REFERENCE
_SAME = 0.01  # reference pixels: how far two ways to the same point may end apart

Element = QPainterPath.ElementType


class _Point(NamedTuple):
    x: int
    y: int


class _Outline(NamedTuple):
    """A letter: where its line starts, seen from the letter's place, and the steps from there."""

    start: _Point
    steps: str


class Outlines:
    """Gives texts as SVG path data; remembers each letter."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int], _Outline | None] = {}

    def of(self, text: ShapedText) -> Iterator[tuple[str, str | None]]:
        """Give the outline of each part of `text` with its colour, None where that is the colour of the text.

        In `EM` units an em, from the top left corner of the text.
        """
        if not text.stretches:
            yield self._joined(text.layout.glyphRuns()), None
        for part in text.stretches:
            yield self._joined(text.layout.glyphRuns(part.start, part.end - part.start)), part.colour

    def _joined(self, runs: list[QGlyphRun]) -> str:
        drawn = []
        for run in runs:
            font = run.rawFont()
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                if outline := self._outline(font, glyph):
                    x, y = round(place.x() * _FINER), round(place.y() * _FINER)
                    drawn.append(f"M{x + outline.start.x} {y + outline.start.y}{outline.steps}")
        return "".join(drawn)

    def _outline(self, font: QRawFont, glyph: int) -> _Outline | None:
        key = font.familyName(), font.weight(), glyph
        if key not in self._known:
            self._known[key] = _outline(font.pathForGlyph(glyph))
        return self._known[key]


def _outline(path: QPainterPath) -> _Outline | None:
    """Give a letter as steps from point to point; None where it has no ink, such as a space."""
    elements = [path.elementAt(number) for number in range(path.elementCount())]
    if not elements:
        return None
    start = begun = here = _rounded(elements[0].x, elements[0].y)
    steps = []
    for number, element in enumerate(elements[1:], 1):
        match element.type:
            case Element.MoveToElement:
                here = _rounded(element.x, element.y)
                steps.append(f"zm{_steps(begun, here)}")
                begun = here
            case Element.LineToElement:
                end = _rounded(element.x, element.y)
                steps.append(f"l{_steps(here, end)}")
                here = end
            case Element.CurveToElement:
                steps.append(_curve(elements[number - 1 : number + 3], here))
                here = _rounded(elements[number + 2].x, elements[number + 2].y)
    return _Outline(start, "".join((*steps, "z")))


def _curve(elements: list[QPainterPath.Element], here: _Point) -> str:
    """Give a curve from `here`: as a parabola, which the fonts hold, where Qt has made a cubic one of it."""
    start, one, other, end = elements
    x, y = (3 * one.x - start.x) / 2, (3 * one.y - start.y) / 2
    if max(abs((3 * other.x - end.x) / 2 - x), abs((3 * other.y - end.y) / 2 - y)) < _SAME:
        return f"q{_steps(here, _rounded(x, y), _rounded(end.x, end.y))}"
    points = (_rounded(each.x, each.y) for each in (one, other, end))
    return f"c{_steps(here, *points)}"


def _rounded(x: float, y: float) -> _Point:
    return _Point(round(x * _FINER), round(y * _FINER))


def _steps(here: _Point, *points: _Point) -> str:
    """Give the ways from `here` to points as path data."""
    return " ".join(f"{point.x - here.x} {point.y - here.y}" for point in points).replace(" -", "-")
