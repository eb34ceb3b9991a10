"""Text shaped once at the reference size and broken into lines; every surface draws this same layout."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from canvasdesk.drawing.fonts import REFERENCE, reference
from canvasdesk.layout.style import LINE_SPACING

LEADING = LINE_SPACING  # ems from line to line, fixed: a tall fallback font must not move the lines
TALL_LEADING = 1.42  # for scripts that stack marks above and below
MARKS_MOST = 4  # combining marks kept on one letter: a tower of them would climb out of its note
LINE_BREAK = "\u2028"  # what QTextLayout takes for a new line

_ASCENT, _DESCENT = 1.069, 0.293  # of Noto Sans, in ems
_TALL = re.compile("[\u0590-\u10ff\u1200-\u139f\u1780-\u1cff\ua840-\uabff\ufb1d-\ufdff\ufe70-\ufeff]")
_NEWLINE = re.compile("\r\n|[\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]")
_HARMFUL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufff9-\ufffc\ufffe\uffff]")


@cache
def _option(*, inside_words: bool, rightward: bool, centred: bool) -> QTextOption:
    mode = QTextOption.WrapMode
    side = Qt.AlignmentFlag.AlignLeft if rightward else Qt.AlignmentFlag.AlignRight
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else side)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight if rightward else Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if inside_words else mode.WordWrap)
    option.setUseDesignMetrics(True)
    return option


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text, in UTF-16 units, with a colour (None: that of the text) and weight of its own."""

    start: int
    end: int
    colour: str | None
    bold: bool


@dataclass(frozen=True, slots=True, eq=False)
class ShapedText:
    """Lines of shaped text: `layout` at `REFERENCE` pixels; `size`, `width` and `height` in canvas units.

    `width` is that of the widest line, `box` that of the place it was fitted into. `whole` is False where an
    ellipsis stands for the rest.
    """

    layout: QTextLayout
    size: float
    width: float
    height: float
    box: float
    whole: bool = True
    stretches: tuple[Stretch, ...] = ()

    @property
    def scale(self) -> float:
        """Canvas units a pixel of the layout."""
        return self.size / REFERENCE

    @property
    def bold(self) -> bool:
        """Whether the whole text is bold."""
        return self.layout.font().bold()

    @property
    def left(self) -> float:
        """Where its widest line begins in its place: leftward text stands at the right of that."""
        return self.box - self.width if right_to_left(self.layout.text()) else 0.0

    @property
    def lines(self) -> int:
        """The number of lines."""
        return self.layout.lineCount()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a shaped text in canvas units from the text's top left corner."""

    text: str
    start: int  # UTF-16 units from the start of the text
    left: float
    baseline: float
    width: float


def plain(text: str) -> str:
    """Give `text` as it may be shown: no control characters, one kind of line break, few marks a letter."""
    if text.isascii() and text.isprintable():  # nothing of all that, in most notes
        return text.strip()
    text = _HARMFUL.sub("", _NEWLINE.sub(LINE_BREAK, text)).replace("\t", " ").strip()
    return text if text.isascii() else _without_towers(text)


def typed(text: str) -> str:
    """Give `text` as it is shown to somebody who types it: sign for sign, spaces at its ends too."""
    return _HARMFUL.sub(" ", text.replace("\n", LINE_BREAK)).replace("\t", " ")


def _without_towers(text: str) -> str:
    kept, marks = [], 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= MARKS_MOST:
            kept.append(letter)
    return "".join(kept)


def right_to_left(text: str) -> bool:
    """Say whether the first letter that has a direction runs from right to left."""
    if text.isascii():
        return False
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def leading(text: str) -> float:
    """Give the distance from line to line in ems."""
    return TALL_LEADING if not text.isascii() and _TALL.search(text) else LEADING


def units(text: str) -> int:
    """Give the length of `text` in UTF-16 units, as Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def shape(text: str, *, bold: bool = False) -> QTextLayout:
    """Shape a plain text at the reference size; it has no lines before `break_lines`."""
    layout = QTextLayout(text, reference(bold=bold))
    layout.setCacheEnabled(True)
    return layout


def break_lines(
    layout: QTextLayout, width: float, pitch: float, *, inside_words: bool, most: int, centred: bool = False
) -> float:
    """Break a shaped text into lines of `width`, `pitch` apart, at most `most`; give the widest line's width.

    Pixels of the reference size throughout. Breaking the same layout again is cheap. Lines start at the side
    where the first letter that has a direction starts, unless they are `centred`.
    """
    rightward = not right_to_left(layout.text())
    layout.setTextOption(_option(inside_words=inside_words, rightward=rightward, centred=centred))
    widest, baseline = 0.0, (pitch - REFERENCE * (_ASCENT + _DESCENT)) / 2 + REFERENCE * _ASCENT
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, baseline - line.ascent()))
        widest = max(widest, line.naturalTextWidth())
        baseline += pitch
    layout.endLayout()
    return widest


def end_of_lines(layout: QTextLayout) -> int:
    """Give how many UTF-16 units of the text the lines hold."""
    last = layout.lineAt(layout.lineCount() - 1)
    return last.textStart() + last.textLength()


def rows(text: ShapedText) -> list[Row]:
    """Give the lines of a shaped text one by one, for outputs that write letters."""
    letters = text.layout.text().encode("utf-16-le")
    found = []
    for number in range(text.lines):
        line = text.layout.lineAt(number)
        start, end = line.textStart(), line.textStart() + line.textLength()
        found.append(
            Row(
                letters[2 * start : 2 * end].decode("utf-16-le").rstrip(" " + LINE_BREAK),
                start,
                line.naturalTextRect().x() * text.scale,
                (line.y() + line.ascent()) * text.scale,
                line.horizontalAdvance() * text.scale,
            )
        )
    return found
