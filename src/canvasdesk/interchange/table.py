"""The segments side by side as a table for other programs: cells, tab-separated text, and HTML."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from canvasdesk.model.contrast import Column, Row
from canvasdesk.model.fit import percent, points
from canvasdesk.words import translate

Cells = Sequence[Sequence[str]]
"""The cells of a table row by row, the first row and the first column its titles."""

_NEEDS_QUOTES = re.compile(r'\A"|[\t\n\r]')
_BREAK = '<br style="mso-data-placement:same-cell">'  # without the style, spreadsheets start a new row


def contrast_cells(columns: Iterable[Column]) -> tuple[tuple[str, ...], ...]:
    """Give the contrast of segments as cells: a column a segment, several texts a line each."""
    there = tuple(columns)
    names = (translate("Contrast", "Segment"), *(column.segment.name for column in there))
    return (names, *((row_title(row), *(cell_text(column, row) for column in there)) for row in Row))


def row_title(row: Row) -> str:
    """Give what a row of the contrast is called."""
    return {
        Row.PRIMARY_JOB: translate("Contrast", "Primary job"),
        Row.BIGGEST_PAIN: translate("Contrast", "Biggest pain"),
        Row.KEY_GAIN: translate("Contrast", "Key gain"),
        Row.PAYS_FOR: translate("Contrast", "What they pay for"),
        Row.ANSWERED_BY: translate("Contrast", "Answered by"),
        Row.ON_PAPER: translate("Contrast", "Fit"),
        Row.DEAL_FIT: translate("Contrast", "Deal fit"),
        Row.LEAD: translate("Contrast", "Lead in points"),
        Row.CHANNELS: translate("Contrast", "Channels"),
        Row.REVENUE: translate("Contrast", "Revenue"),
    }[row]


def cell_text(column: Column, row: Row) -> str:
    """Give a cell of the contrast, several texts a line each; "" where there is nothing to say."""
    if row is Row.LEAD:
        return "" if column.lead is None else f"{points(column.lead):+d}"
    if row is Row.ON_PAPER:
        return _share(column.on_paper)
    if row is Row.DEAL_FIT:
        return _share(column.deal_fit)
    return "\n".join(said.text for said in column.texts[row])


def as_text(cells: Cells) -> str:
    """Give a table as tab-separated text; cells of several lines are quoted as spreadsheets do."""
    return "\n".join("\t".join(map(_quoted, row)) for row in cells)


def as_html(cells: Cells) -> str:
    """Give a table as HTML."""
    head, *body = cells
    rows = [_row("".join(_cell("th", cell) for cell in head))]
    rows += (_row(_cell("th", row[0]) + "".join(_cell("td", cell) for cell in row[1:])) for row in body)
    return f"<table>{''.join(rows)}</table>"


def _share(share: float | None) -> str:
    return "" if share is None else translate("Fit", "{number} %", number=percent(share))


def _quoted(cell: str) -> str:
    if not _NEEDS_QUOTES.search(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _row(cells: str) -> str:
    return f"<tr>{cells}</tr>"


def _cell(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text).replace(chr(10), _BREAK)}</{tag}>"
