"""Text fitted into its place: in notes it shrinks and then grows, titles end in an ellipsis."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout

from canvasdesk.drawing.fonts import REFERENCE, reference
from canvasdesk.drawing.text import (
    LEADING,
    LINE_BREAK,
    ShapedText,
    break_lines,
    end_of_lines,
    leading,
    plain,
    shape,
    units,
)
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import (
    BAR_WIDTH,
    NOTE_FOOTER,
    NOTE_HEIGHT,
    NOTE_PADDING,
    NOTE_WIDTH,
    TEXT_FLOOR,
    TEXT_SIZE,
)

NOTE_TEXT = Rect(
    BAR_WIDTH + NOTE_PADDING,
    4.0,
    NOTE_WIDTH - BAR_WIDTH - 2 * NOTE_PADDING,
    NOTE_HEIGHT - 4.0 - NOTE_FOOTER,
)
"""The place of the text in a note that has not grown, from the note's top left corner."""
NOTE_SIZES = (TEXT_SIZE, (TEXT_SIZE + TEXT_FLOOR) / 2, TEXT_FLOOR)
LINES_MOST = 40  # a note grows so far and no farther; its details hold the whole text
LETTERS_MOST = 50 * LINES_MOST  # no more than this is shaped, however long the text
SLACK = 0.01  # canvas units, for rounding
ELLIPSIS = "…"


def fit_note(text: str) -> ShapedText:
    """Shape a note's text for `NOTE_TEXT`, where it starts at the top; it may be higher than that."""
    return fit(text, NOTE_TEXT.w, NOTE_TEXT.h, NOTE_SIZES)


def note_height(text: str) -> float:
    """Give the height of a note with this text, in canvas units."""
    return max(NOTE_HEIGHT, NOTE_TEXT.y + fit_note(text).height + NOTE_FOOTER)


@lru_cache(maxsize=8192)
def fit(text: str, width: float, height: float, sizes: tuple[float, ...]) -> ShapedText:
    """Shape `text` into `width` × `height` at the first of the falling `sizes` that fits.

    At the last size it grows in height. Words are broken inside only where nothing else fits; a single sign
    wider than `width` is made smaller still. Canvas units.
    """
    shown = plain(text)
    layout, length, pitch = shape(shown[:LETTERS_MOST]), units(shown), leading(shown) * REFERENCE

    def widest(size: float, most: int, *, inside_words: bool) -> float:
        room = width * REFERENCE / size
        return break_lines(layout, room, pitch, inside_words=inside_words, most=most) * size / REFERENCE

    def fits(size: float, *, inside_words: bool) -> bool:
        most = max(1, int((height + SLACK) * REFERENCE / (size * pitch)))
        broad = widest(size, most, inside_words=inside_words)
        return broad <= width + SLACK and end_of_lines(layout) >= length

    tries = ((size, inside_words) for inside_words in (False, True) for size in sizes)
    found = next(((size, inside) for size, inside in tries if fits(size, inside_words=inside)), None)
    size, inside_words = found or (
        sizes[-1],
        widest(sizes[-1], LINES_MOST, inside_words=False) > width + SLACK,
    )
    broad = widest(size, LINES_MOST, inside_words=inside_words)
    if broad > width + SLACK:
        size *= width / broad
        broad = widest(size, LINES_MOST, inside_words=True)
    whole = end_of_lines(layout) >= length
    if not whole:
        layout = _ended_by_ellipsis(layout, width * REFERENCE / size, pitch, LINES_MOST)
    return ShapedText(layout, size, broad, layout.lineCount() * pitch * size / REFERENCE, width, whole)


def _ended_by_ellipsis(layout: QTextLayout, room: float, pitch: float, most: int) -> QTextLayout:
    """Shape anew what the lines of `layout` hold, less the few letters whose place the ellipsis takes."""
    letters, end = layout.text().encode("utf-16-le"), end_of_lines(layout)
    while True:
        text = letters[: 2 * end].decode("utf-16-le", "ignore").rstrip() + ELLIPSIS
        shorter = shape(text)
        break_lines(shorter, room, pitch, inside_words=True, most=most)
        if end_of_lines(shorter) >= units(text):
            return shorter
        end -= 1


@lru_cache(maxsize=1024)
def line(text: str, size: float, width: float, *, bold: bool = False) -> ShapedText:
    """Shape one line of `size`, ended by an ellipsis where it is wider than `width` (canvas units)."""
    shown = plain(text).replace(LINE_BREAK, " ")
    room = width * REFERENCE / size
    metrics = QFontMetricsF(reference(bold=bold))
    kept = metrics.elidedText(shown[:LETTERS_MOST], Qt.TextElideMode.ElideRight, room)
    layout = shape(kept, bold=bold)
    broad = break_lines(layout, room, LEADING * REFERENCE, inside_words=False, most=1)
    return ShapedText(layout, size, broad * size / REFERENCE, LEADING * size, width, kept == shown)
