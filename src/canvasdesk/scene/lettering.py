"""The text of a note under the caret: where the caret stands, what the mouse hits, how it is painted."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QTextCharFormat, QTextLayout

from canvasdesk.drawing.fitting import NOTE_TEXT
from canvasdesk.drawing.fonts import REFERENCE
from canvasdesk.drawing.text import ShapedText
from canvasdesk.layout.geometry import Point, Rect
from canvasdesk.layout.style import Theme

RISE, FALL = 0.95 * REFERENCE, 0.25 * REFERENCE  # of the caret over and under the line that letters stand on

Span = tuple[int, int]
"""Part of a text: where it starts and ends, in UTF-16 units as Qt counts."""


def caret_place(text: ShapedText, position: int, width: float) -> Rect:
    """Give the caret before the sign at `position`, in canvas units from the note's corner."""
    line = text.layout.lineForTextPosition(position)
    x, scale = line.cursorToX(position)[0] * text.scale, text.scale  # type: ignore[index]
    y = (line.y() + line.ascent() - RISE) * scale
    x = min(max(x, 0.0), text.box) - width / 2  # spaces at the end of a full line hang over
    return Rect(NOTE_TEXT.x + x, NOTE_TEXT.y + y, width, (RISE + FALL) * scale)


def position_at(text: ShapedText, point: Point) -> int:
    """Give the place in the text nearest to a point, in canvas units from the note's corner."""
    row = int((point.y - NOTE_TEXT.y) // (text.height / text.lines))
    line = text.layout.lineAt(min(max(row, 0), text.lines - 1))
    return int(line.xToCursor((point.x - NOTE_TEXT.x) / text.scale))


def paint_lettering(painter: QPainter, text: ShapedText, theme: Theme, held: Span, composed: Span) -> None:
    """Paint the text in a note at the painter's origin, with what is `held` and what is being `composed`."""
    marks = []
    if held[0] < held[1]:
        look = QTextCharFormat()
        look.setBackground(QBrush(QColor(theme.accent)))
        look.setForeground(QBrush(QColor(theme.on_accent)))
        marks.append(_mark(held, look))
    if composed[0] < composed[1]:
        look = QTextCharFormat()
        look.setFontUnderline(True)
        marks.append(_mark(composed, look))
    painter.save()
    painter.translate(NOTE_TEXT.x, NOTE_TEXT.y)
    painter.scale(text.scale, text.scale)
    painter.setPen(QColor(theme.ink))
    text.layout.draw(painter, QPointF(0, 0), marks)
    painter.restore()


def _mark(span: Span, look: QTextCharFormat) -> QTextLayout.FormatRange:
    mark = QTextLayout.FormatRange()
    mark.start, mark.length, mark.format = span[0], span[1] - span[0], look
    return mark
