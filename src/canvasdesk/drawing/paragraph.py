"""A paragraph whose parts differ in colour and weight, fitted into its place."""

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from canvasdesk.drawing.fitting import ELLIPSIS
from canvasdesk.drawing.fonts import REFERENCE
from canvasdesk.drawing.text import (
    LINE_BREAK,
    ShapedText,
    Stretch,
    break_lines,
    end_of_lines,
    leading,
    plain,
    shape,
    units,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a paragraph with its own colour (None: that of the paragraph) and weight."""

    text: str
    colour: str | None = None
    bold: bool = False


@lru_cache(maxsize=64)
def paragraph(spans: tuple[Span, ...], width: float, height: float, sizes: tuple[float, ...]) -> ShapedText:
    """Shape a paragraph into `width` × `height` at the first of the falling `sizes` that fits (canvas units).

    At the last size an ellipsis stands for what does not fit.
    """
    spans = tuple(Span(_shown(span.text), span.colour, span.bold) for span in spans)
    for size in sizes:
        text = _set(spans, width, height, size)
        if text.whole:
            return text
    kept = end_of_lines(text.layout)
    while not (shorter := _set(_cut(spans, kept), width, height, sizes[-1])).whole:
        kept -= 1
    return replace(shorter, whole=False)


def _shown(text: str) -> str:
    """Give a part's text as one line; spaces at its ends stay, they part it from its neighbours."""
    return plain(f"|{text}|")[1:-1].replace(LINE_BREAK, " ")


def _set(spans: tuple[Span, ...], width: float, height: float, size: float) -> ShapedText:
    letters = "".join(span.text for span in spans)
    layout, stretches, start = shape(letters), [], 0
    for span in spans:
        end = start + units(span.text)
        stretches.append(Stretch(start, end, span.colour, span.bold))
        start = end
    layout.setFormats([_format(stretch) for stretch in stretches])
    pitch = leading(letters) * REFERENCE
    most = max(1, int(height * REFERENCE / (size * pitch)))
    broad = break_lines(layout, width * REFERENCE / size, pitch, inside_words=True, most=most)
    whole = end_of_lines(layout) >= start
    high = layout.lineCount() * pitch * size / REFERENCE
    return ShapedText(layout, size, broad * size / REFERENCE, high, width, whole, tuple(stretches))


def _format(stretch: Stretch) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    if stretch.bold:
        look.setFontWeight(QFont.Weight.Bold)
    if stretch.colour:
        look.setForeground(QColor(stretch.colour))
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = stretch.start, stretch.end - stretch.start, look
    return part


def _cut(spans: tuple[Span, ...], end: int) -> tuple[Span, ...]:
    """Keep the first `end` UTF-16 units, and an ellipsis."""
    kept = []
    for span in spans:
        text = span.text.encode("utf-16-le")[: 2 * end].decode("utf-16-le", "ignore")
        kept.append(Span(text, span.colour, span.bold))
        end -= units(span.text)
        if end <= 0:
            break
    return (*kept, Span(ELLIPSIS))
