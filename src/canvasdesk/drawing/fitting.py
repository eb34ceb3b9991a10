"""Text fitted into its place: in notes it shrinks and then grows, titles end in an ellipsis."""

from functools import lru_cache
from math import ceil

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
    typed,
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

NOTE_TOP = 3.0  # canvas units above the text
NOTE_TEXT = Rect(
    BAR_WIDTH + NOTE_PADDING,
    NOTE_TOP,
    NOTE_WIDTH - BAR_WIDTH - 2 * NOTE_PADDING,
    NOTE_HEIGHT - NOTE_TOP - NOTE_FOOTER,
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
    return height_around(fit_note(text).height)


def height_around(text_height: float) -> float:
    """Give the height of a note around text, both in canvas units; a whole number, for a sharp edge."""
    return max(NOTE_HEIGHT, float(ceil(NOTE_TEXT.y + text_height + NOTE_FOOTER - SLACK)))


def fit_typed(text: str, width: float = NOTE_TEXT.w, *, bold: bool = False) -> ShapedText:
    """Shape a note's text like `fit_note`, but sign for sign and to its end: for somebody who types it."""
    return _fitted(_Setting(typed(text), width, bold=bold, endless=True), NOTE_TEXT.h, NOTE_SIZES)


@lru_cache(maxsize=2048)
def fit(
    text: str,
    width: float,
    height: float,
    sizes: tuple[float, ...],
    *,
    bold: bool = False,
    centred: bool = False,
) -> ShapedText:
    """Shape `text` into `width` × `height` at the first of the falling `sizes` that fits.

    At the last size it grows in height. Words are broken inside only where nothing else fits; a single sign
    wider than `width` is made smaller still. Canvas units.
    """
    return _fitted(_Setting(plain(text), width, bold=bold, centred=centred), height, sizes)


@lru_cache(maxsize=256)
def cut(text: str, width: float, height: float, size: float) -> ShapedText:
    """Shape `text` at one size into as many lines as there is room for, the last one ended by an ellipsis."""
    setting = _Setting(plain(text), width)
    most = max(1, int((height + SLACK) / (size * leading(text))))
    setting.set(size, most)
    if setting.too_wide:
        setting.inside_words = True
        setting.set(size, most)
    return setting.shaped()


def _fitted(setting: "_Setting", height: float, sizes: tuple[float, ...]) -> ShapedText:
    if setting.fits(sizes[0], height):
        return setting.shaped()
    setting.set(sizes[-1])
    setting.inside_words = setting.too_wide
    # Where whole words are not too wide but too many, neither other sizes nor broken words would help.
    if setting.inside_words or setting.height <= height + SLACK:
        if any(setting.fits(size, height) for size in sizes):
            return setting.shaped()
        setting.set(sizes[-1])
    if setting.too_wide:
        setting.set(sizes[-1] * setting.width / setting.broad)
    return setting.shaped()


class _Setting:
    """A text set in lines anew at each size that is tried: much cheaper than to shape it anew."""

    def __init__(
        self, text: str, width: float, *, bold: bool = False, centred: bool = False, endless: bool = False
    ) -> None:
        self._layout = shape(text if endless else text[:LETTERS_MOST], bold=bold)
        self._length, self._leading = units(text), leading(text)
        self.width, self._centred = width, centred
        self._most = len(text) + 1 if endless else LINES_MOST
        self._size = 0.0
        self.inside_words = False
        self.broad = 0.0

    @property
    def too_wide(self) -> bool:
        return self.broad > self.width + SLACK

    @property
    def height(self) -> float:
        return self._layout.lineCount() * self._leading * self._size

    def set(self, size: float, most: int | None = None) -> None:
        self._size = size
        self.broad = (size / REFERENCE) * break_lines(
            self._layout,
            self.width * REFERENCE / size,
            self._leading * REFERENCE,
            inside_words=self.inside_words,
            most=most or self._most,
            centred=self._centred,
        )

    def fits(self, size: float, height: float) -> bool:
        """Set the text at `size` and say whether it fits into `height`."""
        self.set(size, max(1, int((height + SLACK) / (size * self._leading))))
        return not self.too_wide and self._whole

    @property
    def _whole(self) -> bool:
        return end_of_lines(self._layout) >= self._length

    def shaped(self) -> ShapedText:
        """Give the text as it is set, ended by an ellipsis where it goes on."""
        whole = self._whole
        if not whole:
            room = self.width * REFERENCE / self._size
            self._layout = _ended_by_ellipsis(self._layout, room, self._leading * REFERENCE)
        return ShapedText(self._layout, self._size, self.broad, self.height, self.width, whole)


def _ended_by_ellipsis(layout: QTextLayout, room: float, pitch: float) -> QTextLayout:
    """Shape anew what the lines of `layout` hold, less the few letters whose place the ellipsis takes."""
    letters, end = layout.text().encode("utf-16-le"), end_of_lines(layout)
    while True:
        text = letters[: 2 * end].decode("utf-16-le", "ignore").rstrip() + ELLIPSIS
        shorter = shape(text)
        break_lines(shorter, room, pitch, inside_words=True, most=LINES_MOST)
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
