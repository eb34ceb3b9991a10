"""The surface for PDF files: short operators, letters as letters, and a note of what belongs to what."""

# ruff: noqa: D102 - what the methods do is said in Surface

from functools import lru_cache
from math import cos, radians, sin

from canvasdesk.drawing.surface import SOLID, Dash, Part, Words, hatch_lines
from canvasdesk.drawing.text import LINE_BREAK, ShapedText
from canvasdesk.export.pdf.elements import WHOLES, Element
from canvasdesk.export.pdf.fonts import Fonts
from canvasdesk.export.pdf.ink import FLAT, ROUND, Inkwell
from canvasdesk.export.pdf.lettering import Lettering
from canvasdesk.export.pdf.objects import numbers, operators, placing
from canvasdesk.layout.geometry import Path, Point, Rect, arc, circle_path, rounded_path
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section

_TOP = -90.0  # degrees from the right, where paths begin to count, to the top


class PdfSurface:
    """Writes one content stream in units with y down; `code` gives it once everything is drawn.

    What is drawn becomes numbered marks of the elements in `whole`, counted from `first`; without a number
    nothing is marked, as in a drawing that is used several times.
    """

    detail = True

    def __init__(self, fonts: Fonts, first: int | None = None) -> None:
        self.whole = Element(None)
        self._code = [f"{ROUND} j {ROUND} J"]
        self._ink = Inkwell(self._code)
        self._lettering = Lettering(self._code, self._ink, fonts)
        self._open = [self.whole]
        self._marked: Element | None = None  # whose mark is being drawn; the whole stands for decoration
        self._first, self.marks = first, 0
        self._places = [(0.0, 0.0, 1.0)]

    @property
    def code(self) -> str:
        """The content stream."""
        end = ("EMC",) if self._marked else ()
        return "\n".join((*self._code, *end))

    def push(self, x: float, y: float, scale: float = 1.0) -> None:
        left, top, size = self._places[-1]
        self._places.append((left + x * size, top + y * size, size * scale))
        self._ink.keep()
        self._code.append(f"q {placing(scale, x, y)}")

    def pop(self) -> None:
        self._places.pop()
        self._ink.back()
        self._code.append("Q")

    def begin(self, part: Part, words: Words, field: Section | Block | None = None, /) -> None:
        element = Element(part, words(), self._places[-1][:2], field=field)
        self._open[-1].kids.append(element)
        self._open.append(element)

    def end(self) -> None:
        self._open.pop()

    def rect(
        self,
        rect: Rect,
        fill: str | None,
        stroke: str | None = None,
        width: float = 1.0,
        radius: float = 0.0,
        dash: Dash = SOLID,
    ) -> None:
        code = _rounded(rect, radius) if radius else f"{numbers(*rect)} re"
        self._paint(code, fill, stroke, width, dash)

    def path(
        self, path: Path, fill: str | None, stroke: str | None = None, width: float = 1.0, dash: Dash = SOLID
    ) -> None:
        self._paint(operators(path), fill, stroke, width, dash)

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float) -> None:
        self._paint(f"{numbers(x1, y1)} m {numbers(x2, y2)} l", None, colour, width)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None,
        stroke: str | None = None,
        width: float = 1.0,
    ) -> None:
        self._paint(operators(circle_path(Point(x, y), radius)), fill, stroke, width)

    def arc(
        self, x: float, y: float, radius: float, start: float, sweep: float, colour: str, width: float
    ) -> None:
        self._paint(_arc(x, y, radius, start, sweep), None, colour, width, cap=FLAT)

    def hatch(self, rect: Rect, colour: str, gap: float, width: float) -> None:
        self._paint(_hatching(rect, gap), None, colour, width, cap=FLAT)

    def text(self, text: ShapedText, x: float, y: float, colour: str) -> None:
        element = self._open[-1]
        if self._decorated(element):
            element.kids.append(Element(None, corner=self._places[-1][:2]))
            element = element.kids[-1]
        self._mark(element)
        if letters := text.layout.text().replace(LINE_BREAK, " "):
            element.letters.append(letters)
        element.simple = self._lettering.write(text, x, y, colour) and element.simple

    def _paint(
        self,
        code: str,
        fill: str | None,
        stroke: str | None,
        width: float,
        dash: Dash = SOLID,
        cap: int = ROUND,
    ) -> None:
        """Fill and stroke what `code` describes; what crosses itself is empty inside, as Qt has it."""
        self._mark(self._open[-1])
        if fill:
            self._ink.fill(fill)
        if stroke:
            self._ink.stroke(stroke, width, dash, FLAT if dash else cap)
        self._code.append(f"{code} {_PAINTING[bool(fill), bool(stroke)]}")

    def _decorated(self, element: Element) -> bool:
        """Say whether what is drawn of an element itself is decoration."""
        return element is self.whole or element.part in WHOLES

    def _mark(self, element: Element) -> None:
        """Say whose mark it is that follows; what belongs to a whole, but is no text, is decoration."""
        if self._first is None or element is self._marked:
            return
        if self._marked:
            self._code.append("EMC")
        self._marked = element
        if self._decorated(element):
            self._code.append("/Artifact BMC")
        else:
            element.marks.append(self._first + self.marks)
            self._code.append(f"/P <</MCID {element.marks[-1]}>> BDC")
            self.marks += 1


_PAINTING = {(True, True): "B*", (True, False): "f*", (False, True): "S", (False, False): "n"}


@lru_cache(maxsize=256)
def _rounded(rect: Rect, radius: float) -> str:
    return operators(rounded_path(rect, radius))


@lru_cache(maxsize=256)
def _arc(x: float, y: float, radius: float, start: float, sweep: float) -> str:
    first, last = radians(start + _TOP), radians(start + sweep + _TOP)
    begin = ("M", x + radius * cos(first), y + radius * sin(first))
    return operators((begin, *arc(Point(x, y), radius, first, last)))


@lru_cache(maxsize=256)
def _hatching(rect: Rect, gap: float) -> str:
    return " ".join(f"{numbers(x1, y1)} m {numbers(x2, y2)} l" for x1, y1, x2, y2 in hatch_lines(rect, gap))
