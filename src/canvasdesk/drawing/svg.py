"""The surface for SVG files: clean elements, text as text or as outlines, a title for each thing."""

# ruff: noqa: D102 - what the methods do is said in Surface

from collections.abc import Callable
from math import cos, radians, sin
from xml.sax.saxutils import escape, quoteattr

from canvasdesk.drawing.fonts import FAMILIES
from canvasdesk.drawing.outlines import EM, Outlines
from canvasdesk.drawing.surface import SOLID, Dash, Part, Words, hatch_lines
from canvasdesk.drawing.text import LINE_BREAK, Row, ShapedText, plain, right_to_left, rows
from canvasdesk.layout.geometry import Path, Rect
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section

_FAMILIES = ", ".join(f"'{family}'" for family in FAMILIES) + ", sans-serif"


class SvgSurface:
    """Writes SVG; `document` gives the file's text once everything is drawn.

    The same marks give the same text, byte for byte, and nothing in it points outside the file. Text as paths
    looks the same where the fonts are not installed, but can be neither searched nor copied. `paint` gives
    what is written for each colour, in the order of the marks.
    """

    detail = True

    def __init__(
        self, *, text_as_paths: bool = False, paint: Callable[[str], str] = lambda colour: colour
    ) -> None:
        self._lines: list[str] = []
        self._depth = 1
        self._outlines = Outlines() if text_as_paths else None
        self._paint = paint

    def document(self, bounds: Rect, title: str, language: str, scale: float = 1.0) -> str:
        """Give the whole file showing `bounds`, `scale` pixels a unit."""
        head = '<?xml version="1.0" encoding="UTF-8"?>\n'
        return head + self.element(bounds, title, language, scale)

    def element(self, bounds: Rect, title: str, language: str, scale: float = 1.0) -> str:
        """Give the element of such a file, for a page that holds it."""
        size = f'width="{_number(bounds.w * scale)}" height="{_number(bounds.h * scale)}"'
        view = " ".join(_number(value) for value in bounds)
        fonts = "" if self._outlines else f'font-family="{_FAMILIES}" '
        look = f'{fonts}stroke-linecap="round" stroke-linejoin="round"'
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{view}" role="img"',
            f'     xml:space="preserve" lang={quoteattr(plain(language))} {look}>',
            f" <title>{_letters(title)}</title>",
        )
        return "\n".join((*head, *self._lines, "</svg>", ""))

    def push(self, x: float, y: float, scale: float = 1.0) -> None:
        transform = f"translate({_number(x)} {_number(y)})"
        if scale != 1.0:
            transform += f" scale({_number(scale)})"
        self._add(f'<g transform="{transform}">')
        self._depth += 1

    def pop(self) -> None:
        self.end()

    def begin(self, part: Part, words: Words, _field: Section | Block | None = None, /) -> None:
        name, description = words()
        self._add(f'<g class="{part.value}">')
        self._depth += 1
        self._add(f"<title>{_letters(name)}</title>")
        if description:
            self._add(f"<desc>{_letters(description)}</desc>")

    def end(self) -> None:
        self._depth -= 1
        self._add("</g>")

    def rect(
        self,
        rect: Rect,
        fill: str | None,
        stroke: str | None = None,
        width: float = 1.0,
        radius: float = 0.0,
        dash: Dash = SOLID,
    ) -> None:
        rounded = f' rx="{_number(radius)}"' if radius else ""
        place = _attributes(x=rect.x, y=rect.y, width=rect.w, height=rect.h)
        self._add(f"<rect{place}{rounded}{self._ink(fill, stroke, width, dash)}/>")

    def path(
        self, path: Path, fill: str | None, stroke: str | None = None, width: float = 1.0, dash: Dash = SOLID
    ) -> None:
        drawn = "".join(
            str(segment[0]) + " ".join(_number(float(value)) for value in segment[1:]) for segment in path
        )
        self._add(f'<path d="{drawn}"{self._ink(fill, stroke, width, dash)}/>')

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float) -> None:
        place = _attributes(x1=x1, y1=y1, x2=x2, y2=y2)
        self._add(f"<line{place}{self._ink(None, colour, width)}/>")

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None,
        stroke: str | None = None,
        width: float = 1.0,
    ) -> None:
        self._add(f"<circle{_attributes(cx=x, cy=y, r=radius)}{self._ink(fill, stroke, width)}/>")

    def arc(
        self, x: float, y: float, radius: float, start: float, sweep: float, colour: str, width: float
    ) -> None:
        if abs(sweep) >= 360:
            self.circle(x, y, radius, None, colour, width)
            return
        begin, end = radians(start), radians(start + sweep)
        large, clockwise = int(abs(sweep) > 180), int(sweep > 0)
        drawn = (
            f"M{_number(x + radius * sin(begin))} {_number(y - radius * cos(begin))}"
            f"A{_number(radius)} {_number(radius)} 0 {large} {clockwise}"
            f" {_number(x + radius * sin(end))} {_number(y - radius * cos(end))}"
        )
        self._add(f'<path d="{drawn}" stroke-linecap="butt"{self._ink(None, colour, width)}/>')

    def hatch(self, rect: Rect, colour: str, gap: float, width: float) -> None:
        drawn = "".join(
            f"M{_number(x1)} {_number(y1)}L{_number(x2)} {_number(y2)}"
            for x1, y1, x2, y2 in hatch_lines(rect, gap)
        )
        self._add(f'<path d="{drawn}"{self._ink(None, colour, width)}/>')

    def text(self, text: ShapedText, x: float, y: float, colour: str) -> None:
        if self._outlines is None:
            self._lettering(text, x, y, colour)
            return
        place = f"translate({_number(x)} {_number(y)}) scale({text.size / EM:.6g})"
        for outline, own in self._outlines.of(text):
            if outline:
                self._add(f'<path transform="{place}" d="{outline}" fill="{self._paint(own or colour)}"/>')

    def _lettering(self, text: ShapedText, x: float, y: float, colour: str) -> None:
        weight = ' font-weight="bold"' if text.bold else ""
        look = f' font-size="{_number(text.size)}"{weight} fill="{self._paint(colour)}"'
        backward = right_to_left(text.layout.text())
        for row in rows(text):
            if not row.text:
                continue
            # Some viewers do not know `direction`, and it would turn round what start and end mean.
            direction = ' direction="rtl" text-anchor="middle"' if backward else ""
            start = x + row.left + (row.width / 2 if backward else 0.0)
            place = _attributes(x=start, y=y + row.baseline, textLength=row.width)
            self._add(f"<text{place}{direction}{look}>{self._stretches(row, text)}</text>")

    def _stretches(self, row: Row, text: ShapedText) -> str:
        """Give the letters of a line, its coloured and bold parts as `tspan`."""
        letters, place, found = row.text.encode("utf-16-le"), 0, ""
        for stretch in text.stretches:
            start, end = stretch.start - row.start, stretch.end - row.start
            part = letters[2 * max(start, place) : 2 * max(end, 0)].decode("utf-16-le")
            if part:
                look = (f' fill="{self._paint(stretch.colour)}"' if stretch.colour else "") + (
                    ' font-weight="bold"' if stretch.bold else ""
                )
                found += f"<tspan{look}>{escape(part)}</tspan>" if look else escape(part)
                place = max(end, place)
        return found + escape(letters[2 * place :].decode("utf-16-le"))

    def _ink(self, fill: str | None, stroke: str | None, width: float, dash: Dash = SOLID) -> str:
        ink = f' fill="{self._paint(fill) if fill else "none"}"'
        if stroke:
            ink += f' stroke="{self._paint(stroke)}" stroke-width="{_number(width)}"'
            if dash:
                ink += f' stroke-linecap="butt" stroke-dasharray="{" ".join(_number(part) for part in dash)}"'
        return ink

    def _add(self, element: str) -> None:
        self._lines.append(" " * self._depth + element)


def _attributes(**values: float) -> str:
    return "".join(f' {name}="{_number(value)}"' for name, value in values.items())


def _number(value: float) -> str:
    """Give a number with at most three decimals: finer than any printer."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def _letters(text: str) -> str:
    return escape(plain(text).replace(LINE_BREAK, " "))
