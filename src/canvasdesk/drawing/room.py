"""The room that a note's text takes, measured without shaping it: most notes are not looked at closely."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from canvasdesk.drawing.fitting import LINES_MOST, NOTE_SIZES, NOTE_TEXT, fit, height_around
from canvasdesk.drawing.fonts import REFERENCE, reference
from canvasdesk.drawing.text import LEADING, ShapedText, plain
from canvasdesk.layout.style import TEXT_FLOOR

_FIRST_FONT = re.compile("[ -~\u00a1-\u024f\u0391-\u03a1\u03a3-\u03c9\u0410-\u044f–—‘-„•…€\u2028]*")
"""Letters that all lie in the first of the fonts, so that all lines of a text are equally high."""
_SHORT = 500  # letters; longer texts are rare, and what is left out of them is for `fit_note` to say
_ENDLESS = 1e6  # pixels: higher than any note


@dataclass(frozen=True, slots=True, eq=False)
class NoteRoom:
    """The height of a note, and how many lines of its text of which greatest width; canvas units."""

    height: float
    lines: int
    width: float


@lru_cache(maxsize=16384)
def note_room(text: str, width: float = NOTE_TEXT.w) -> NoteRoom:
    """Give the room of a text; where the first font has all its letters, the lines are those at `TEXT_FLOOR`.

    Qt measures such a text with the same engine that shapes it, in a sixth of the time.
    """
    shown = plain(text)
    if len(shown) <= _SHORT and (shown.isascii() or _FIRST_FONT.fullmatch(shown)):
        box = _metrics().boundingRect(_column(width), Qt.TextFlag.TextWordWrap, shown)
        lines, broad = round(box.height() / _metrics().height()), box.width() * TEXT_FLOOR / REFERENCE
        if broad <= width and lines <= LINES_MOST:  # no word has to be broken, nothing is left out
            return NoteRoom(height_around(lines * LEADING * TEXT_FLOOR), lines, broad)
    return room_of(fit(text, width, NOTE_TEXT.h, NOTE_SIZES))


@lru_cache(maxsize=16384)
def longest_word(text: str) -> float:
    """Give the width of the longest word of a text at `TEXT_FLOOR`, in canvas units."""
    metrics = _metrics()
    widths = (metrics.horizontalAdvance(word) for word in plain(text)[:_SHORT].split())
    return max(widths, default=0.0) * TEXT_FLOOR / REFERENCE


def room_of(text: ShapedText) -> NoteRoom:
    """Give the room of a text that is shaped already."""
    return NoteRoom(height_around(text.height), text.lines, text.width)


@cache
def _metrics() -> QFontMetricsF:
    return QFontMetricsF(reference())


@cache
def _column(width: float) -> QRectF:
    return QRectF(0, 0, width * REFERENCE / TEXT_FLOOR, _ENDLESS)
