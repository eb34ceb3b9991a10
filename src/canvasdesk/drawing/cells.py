"""Cells of the contrast of segments: words, figures and bars that know how high they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from canvasdesk.drawing.fitting import fit, line
from canvasdesk.drawing.naming import describe_segment, listed, person_name, share_name, verdict_name
from canvasdesk.drawing.surface import Surface
from canvasdesk.drawing.text import ShapedText
from canvasdesk.interchange.table import cell_text, row_title
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import STATEMENT_SIZE, TEXT_FLOOR, TEXT_SIZE, Theme
from canvasdesk.model.canvas import Stakeholder
from canvasdesk.model.contrast import Column, Row
from canvasdesk.words import translate

PADDING, ABOVE = 16.0, 10.0
"""Between the edges of a cell and what is in it, sideways and above and below."""
APART, LINES_APART = 6.0, 2.0
"""Between two texts of a cell, and between two lines that belong together."""
INDENT, DOT = 12.0, 2.0
BAR_HEIGHT, FIGURE_APART = 7.0, 10.0
NOTHING = "–"


Role = tuple[str, str]
"""What a role is called, and its share."""


class Words(NamedTuple):
    """A text with its place in a cell, and the width that it has there."""

    text: ShapedText
    x: float
    y: float
    w: float
    muted: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class CellLook:
    """All that is needed to draw a cell; it needs `height` at least.

    `bars` are filled as far as their share; `dots` stand before each of several texts.
    """

    name: str
    description: str
    height: float
    texts: tuple[Words, ...]
    bars: tuple[tuple[Rect, float], ...] = ()
    dots: tuple[Rect, ...] = ()

    def words(self) -> tuple[str, str]:
        """Give name and description, for those who do not see it."""
        return self.name, self.description


def segment_name(column: Column) -> str:
    """Give what a column is called."""
    return column.segment.name.strip() or translate("Canvas", "Unnamed segment")


def header_cell(column: Column, width: float) -> CellLook:
    """Give the cell above a column: the segment's name, and below it what sort of segment it is."""
    name, facts = segment_name(column), describe_segment(column.segment)
    between = translate("List", " · ", "between short facts")
    muted = column.on_paper is None
    texts = [_words(name, width, STATEMENT_SIZE, bold=True)._replace(muted=muted)]
    if facts:
        texts.append(_words(between.join(facts), width, TEXT_FLOOR, muted=True))
    return _stacked(name, listed(facts), texts, LINES_APART)


def title_cell(row: Row, width: float, indent: float) -> CellLook:
    """Give the cell before a row; its words begin `indent` from the edge."""
    words = fit(row_title(row), width - indent - PADDING, 0.0, (TEXT_SIZE,), bold=True)
    return _stacked(row_title(row), "", [Words(words, indent, ABOVE, words.box)])


def body_cell(column: Column, row: Row, width: float) -> CellLook:
    """Give the cell of a segment in a row."""
    name = translate("Contrast", "{row}, {segment}", row=row_title(row), segment=segment_name(column))
    if row is Row.ON_PAPER and column.on_paper is not None:
        return _fit_cell(name, column, column.on_paper, width)
    if row is Row.DEAL_FIT and column.deal_fit is not None:
        return _share_cell(name, column.deal_fit, width)
    said, texts = cell_text(column, row), column.texts.get(row, ())
    if len(texts) > 1:
        return _list_cell(name, said, [each.text for each in texts], width)
    if said:
        return _stacked(name, said, [_words(said, width, TEXT_SIZE, bold=row is Row.LEAD)])
    nothing = translate("Segment", "not mapped yet") if row is Row.ON_PAPER else NOTHING
    return _stacked(name, nothing, [_words(nothing, width, TEXT_SIZE, muted=True)])


def draw_cell(surface: Surface, cell: CellLook, place: Rect, theme: Theme, *, mirrored: bool) -> None:
    """Draw what is in a cell; a mirrored one begins at its right edge."""

    def there(rect: Rect) -> Rect:
        rect = rect.mirrored(place.w / 2) if mirrored else rect
        return rect.moved(place.x, place.y)

    for bar, share in cell.bars:
        surface.rect(there(bar), theme.meter_track, radius=bar.h / 2)
        if share:
            full = bar._replace(w=max(bar.h, bar.w * share))
            surface.rect(there(full), theme.green.line, radius=bar.h / 2)
    for dot in cell.dots:
        surface.circle(*there(dot).centre, DOT, theme.muted)
    for text, x, y, w, muted in cell.texts:
        words = there(Rect(x, y, w, text.height))
        surface.text(text, words.x, words.y, theme.muted if muted else theme.ink)


def _fit_cell(name: str, column: Column, share: float, width: float) -> CellLook:
    """Give the fit of a segment with the verdict and, where several have a say, the fit of each of them."""
    canvases = {canvas.id: canvas for canvas in column.segment.canvases}
    roles = [
        (stakeholder_name(canvases[canvas_id].stakeholder), share_name(its))
        for canvas_id, its in column.roles
    ]
    return _share_cell(name, share, width, verdict_name(column.verdict), roles)


def stakeholder_name(who: Stakeholder | None) -> str:
    """Give what somebody with a say is called, and that they have a veto where they do."""
    if who is None:
        return translate("Contrast", "no role yet")
    role = person_name(who)
    return translate("Contrast", "{role}, veto", role=role) if who.veto else role


def _share_cell(
    name: str, share: float, width: float, verdict: str = "", roles: Sequence[Role] = ()
) -> CellLook:
    """Give a bar with its figure, the verdict below it, and a line for each role with its own figure."""
    room, said = width - 2 * PADDING, share_name(share)
    figure = line(said, STATEMENT_SIZE, room, bold=True)
    middle, left = ABOVE + figure.height / 2, room - figure.width - FIGURE_APART
    bar = Rect(PADDING, middle - BAR_HEIGHT / 2, left, BAR_HEIGHT)
    texts = [Words(figure, PADDING + room - figure.width, ABOVE, figure.width)]
    y = ABOVE + figure.height
    if verdict:
        texts.append(_words(verdict, width, TEXT_FLOOR, bold=True)._replace(y=y))
        y += texts[-1].text.height
    for role, its in roles:
        y += LINES_APART
        number = line(its, TEXT_FLOOR, room)
        words = fit(role, room - number.width - FIGURE_APART, 0.0, (TEXT_FLOOR,))
        texts.append(Words(words, PADDING, y, words.box, muted=True))
        texts.append(Words(number, PADDING + room - number.width, y, number.width))
        y += words.height
    told = [said, verdict, *(translate("Contrast", "{role} {share}", role=a, share=b) for a, b in roles)]
    return CellLook(
        name, listed([each for each in told if each]), ceil(y + ABOVE), tuple(texts), ((bar, share),)
    )


def _list_cell(name: str, said: str, texts: Sequence[str], width: float) -> CellLook:
    """Give several texts, each behind a dot."""
    cell = _stacked(name, said, [_words(each, width, TEXT_SIZE, INDENT) for each in texts])
    first = [(each.y, each.text.height / each.text.lines) for each in cell.texts]
    dots = tuple(Rect(PADDING + DOT, y + h / 2 - DOT, 2 * DOT, 2 * DOT) for y, h in first)
    return CellLook(name, said, cell.height, cell.texts, dots=dots)


def _words(
    text: str, width: float, size: float, indent: float = 0.0, *, bold: bool = False, muted: bool = False
) -> Words:
    shaped = fit(text, width - 2 * PADDING - indent, 0.0, (size,), bold=bold)
    return Words(shaped, PADDING + indent, ABOVE, shaped.box, muted)


def _stacked(name: str, description: str, texts: Iterable[Words], apart: float = APART) -> CellLook:
    """Give texts one below the other."""
    y, placed = ABOVE, []
    for each in texts:
        placed.append(each._replace(y=y))
        y += each.text.height + apart
    return CellLook(name, description, ceil(y - apart + ABOVE), tuple(placed))
