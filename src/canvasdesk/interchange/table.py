"""The segments side by side as a table for other programs: cells, tab-separated text, and HTML."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from canvasdesk.model.contrast import Column
from canvasdesk.model.fit import percent, points
from canvasdesk.words import translate

Cells = Sequence[Sequence[str]]
"""The cells of a table row by row, the first row and the first column its titles."""

_NEEDS_QUOTES = re.compile(r'\A"|[\t\n\r]')
_BREAK = '<br style="mso-data-placement:same-cell">'  # without the style, spreadsheets start a new row


def contrast_cells(columns: Iterable[Column]) -> tuple[tuple[str, ...], ...]:
    """Give the contrast of segments as cells: a column a segment, several texts a line each."""
    return tuple(zip(_titles(), *map(_column_cells, columns), strict=True))


def as_text(cells: Cells) -> str:
    """Give a table as tab-separated text; cells of several lines are quoted as spreadsheets do."""
    return "\n".join("\t".join(map(_quoted, row)) for row in cells)


def as_html(cells: Cells) -> str:
    """Give a table as HTML."""
    head, *body = cells
    rows = [_row("".join(_cell("th", cell) for cell in head))]
    rows += (_row(_cell("th", row[0]) + "".join(_cell("td", cell) for cell in row[1:])) for row in body)
    return f"<table>{''.join(rows)}</table>"


def _titles() -> tuple[str, ...]:
    return (
        translate("Contrast", "Segment"),
        translate("Contrast", "Primary job"),
        translate("Contrast", "Biggest pain"),
        translate("Contrast", "Key gain"),
        translate("Contrast", "What they pay for"),
        translate("Contrast", "Answered by"),
        translate("Contrast", "Fit"),
        translate("Contrast", "Deal fit"),
        translate("Contrast", "Lead in points"),
        translate("Contrast", "Channels"),
        translate("Contrast", "Revenue"),
    )


def _column_cells(column: Column) -> tuple[str, ...]:
    texts = (column.primary_job, column.biggest_pain, column.key_gain, column.pays_for, column.answered_by)
    return (
        column.segment.name,
        *map("\n".join, texts),
        _share(column.on_paper),
        _share(column.deal_fit),
        "" if column.lead is None else f"{points(column.lead):+d}",
        "\n".join(column.channels),
        "\n".join(column.revenue),
    )


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
