"""Shaped text as PDF: every glyph where Qt put it, with the letters that it stands for."""

from collections.abc import Sequence
from functools import cached_property
from unicodedata import bidirectional

from PySide6.QtGui import QRawFont

from canvasdesk.drawing.fonts import REFERENCE, reference
from canvasdesk.drawing.text import ShapedText, Stretch
from canvasdesk.export.pdf.fonts import Font, Fonts
from canvasdesk.export.pdf.glyphs import Cluster, Glyph, lines_of
from canvasdesk.export.pdf.ink import Inkwell
from canvasdesk.export.pdf.objects import numbers, operators, utf16
from canvasdesk.export.pdf.programs import outline

THOUSANDTH = REFERENCE / 1000  # pixels of the layout, in a thousandth of an em
BESIDE = 4.0 * REFERENCE  # pixels that a glyph may stand from the end of the one before
NO_LETTER = "\u200b"  # what a glyph stands for where others of its cluster stand for all letters
JOINER = "\u200d"
LEFTWARD = "\u200f"
SIGNS = frozenset({"ON", "CS", "ES", "ET"})
"""Bidirectional classes of what has no direction of its own, blanks apart."""
REPLACEMENT = "\ufffd"


class Lettering:
    """Writes texts into one content stream, in units with y down."""

    def __init__(self, code: list[str], ink: Inkwell, fonts: Fonts) -> None:
        self._code, self._ink, self._fonts = code, ink, fonts
        self._raw: QRawFont | None = None  # the font asked for last, and what it is in the file
        self._found: Font | None = None
        self._shown: list[str] = []
        self._font: Font | None = None
        self._pen = self._level = 0.0
        self._x = self._y = self._size = 0.0

    def write(self, text: ShapedText, x: float, y: float, colour: str) -> bool:
        """Write a text with its top left corner at (x, y).

        Say whether it reads as its glyphs stand there: each for its own letters, from left to right.
        """
        self._x, self._y, self._size = x, y, text.size
        simple = True
        self._code.append("BT")
        self._ink.fill(colour)
        for clusters in lines_of(text.layout):
            self._font = None
            for cluster in clusters:
                if text.stretches:
                    self._dip(_colour_at(text.stretches, cluster.start) or colour)
                simple = self._cluster(cluster) and simple
            self._flush()
        self._code.append("ET")
        return simple

    def _dip(self, colour: str) -> None:
        """Take a colour, after what was to be written in another one."""
        if self._shown and colour != self._ink.filled:
            self._flush()
        self._ink.fill(colour)

    def _cluster(self, cluster: Cluster) -> bool:
        glyphs = cluster.glyphs
        if not glyphs:
            self._blank(cluster.text)
            return True
        if len(glyphs) > 1:
            blank = glyphs[-1] if cluster.text.endswith(" ") else None
            glyphs = tuple(each for each in glyphs if each is blank or self._inked(each)) or glyphs[:1]
        if cluster.leftward:
            self._leftward(glyphs, _settled(cluster.text))
            return False
        self._together(glyphs, cluster.text)
        return len(glyphs) == 1

    def _leftward(self, glyphs: tuple[Glyph, ...], text: str) -> None:
        """Write letters one by one from right to left, as readers that turn them round expect them.

        They share the width of the first glyph. Its ink is that of the last letter, which stands leftmost;
        marks above and below are drawn, since readers would not know where to put their letters.
        """
        first, *marks = glyphs
        font = self._font_of(first.font)
        if font is None or not font.blank or JOINER in text:
            self._together(glyphs, text)
            return
        self._show(first, text[-1])
        step = font.letter(first.number, text[-1]).width * THOUSANDTH / len(text)
        for place, letter in enumerate(reversed(text[:-1]), 1):
            self._show(first._replace(number=font.blank, x=first.x + place * step), letter)
        if marks:
            self._flush()
            self._code += ["ET", *(self._drawn(mark) for mark in marks), "BT"]
            self._font = None

    def _drawn(self, mark: Glyph) -> str:
        """Give the operators that draw a glyph."""
        scale = self._size / REFERENCE
        place = numbers(scale, 0, 0, scale, self._x + mark.x * scale, self._y + mark.y * scale)
        return f"q {place} cm {operators(outline(mark.font, mark.number))} f Q"

    def _together(self, glyphs: tuple[Glyph, ...], text: str) -> None:
        """Write glyphs that stand for `text` together."""
        if len(glyphs) == 1:
            self._show(glyphs[0], text)
            return
        self._flush()
        self._code.append(f"/Span <</ActualText <FEFF{utf16(text)}>>> BDC")
        for glyph, letters in zip(glyphs, _dealt(text, len(glyphs)), strict=True):
            self._show(glyph, letters)
        self._flush()
        self._code.append("EMC")

    def _show(self, glyph: Glyph, letters: str) -> None:
        raw, number, x, y = glyph
        font = self._found if raw is self._raw else self._font_of(raw)
        if font is None or not number:
            font, number = self._replacement
        letter = font.letters.get((number, letters)) or font.letter(number, letters)
        if font is not self._font or y != self._level or abs(x - self._pen) > BESIDE:
            self._flush()
            self._begin(font, x, y)
        step = round((self._pen - x) / THOUSANDTH)
        if step:
            self._shown.append(f">{step}<")
        self._shown.append(letter.code)
        self._pen += (letter.width - step) * THOUSANDTH

    def _blank(self, letters: str) -> None:
        """Write what has no glyph, where the pen stands."""
        if self._font and self._font.blank:
            self._shown.append(self._font.letter(self._font.blank, letters).code)

    def _begin(self, font: Font, x: float, y: float) -> None:
        """Bring font and pen to a place."""
        scale = self._size / REFERENCE
        self._font, self._pen, self._level = font, x, y
        self._ink.font(font.name, self._size)
        self._code.append(f"1 0 0 -1 {numbers(self._x + x * scale, self._y + y * scale)} Tm")

    def _flush(self) -> None:
        """Write what was shown since the pen was brought here."""
        if self._shown:
            pieces = "".join(self._shown)
            self._code.append(f"[<{pieces}>] TJ" if ">" in pieces else f"<{pieces}> Tj")
            self._shown.clear()

    def _inked(self, glyph: Glyph) -> bool:
        font = self._font_of(glyph.font)
        return font is None or font.inked(glyph.number)

    def _font_of(self, raw: QRawFont) -> Font | None:
        if raw is not self._raw:
            self._raw, self._found = raw, self._fonts.font(raw)
        return self._found

    @cached_property
    def _replacement(self) -> tuple[Font, int]:
        raw = QRawFont.fromFont(reference())
        font = self._fonts.font(raw)
        if font is None:
            raise LookupError("the first of the bundled fonts has no outlines")
        return font, raw.glyphIndexesForString(REPLACEMENT)[0]


def _colour_at(stretches: Sequence[Stretch], start: int) -> str | None:
    return next((each.colour for each in stretches if each.start <= start < each.end), None)


def _settled(text: str) -> str:
    """Give leftward letters; a sign between invisible marks, else readers take it for a part of a number."""
    return f"{LEFTWARD}{text}{LEFTWARD}" if len(text) == 1 and bidirectional(text) in SIGNS else text


def _dealt(text: str, glyphs: int) -> list[str]:
    """Deal the letters of a cluster out to its glyphs, the last one taking the rest."""
    letters = [text[place : place + 1] for place in range(glyphs - 1)]
    return [letter or NO_LETTER for letter in (*letters, text[glyphs - 1 :])]
