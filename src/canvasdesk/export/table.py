"""The segments side by side on pages: as many columns and rows on each as can be read."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from canvasdesk.drawing.contrast import NARROWEST, TITLES, WIDEST, ContrastLook, contrast_look
from canvasdesk.export.pages import Drawing
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.plan import MARGIN, WIDTH
from canvasdesk.layout.style import Theme
from canvasdesk.model.contrast import Row
from canvasdesk.model.workspace import Workspace

ROOM = WIDTH - 2 * MARGIN
COLUMNS_MOST = int((ROOM - TITLES) // NARROWEST)
"""On one page, so that its words are as large as those of a canvas."""
SMALLER = 1.3  # rather than be parted, rows are drawn so much smaller at most


def table_drawings(workspace: Workspace, room: Rect, theme: Theme) -> Iterator[Drawing]:
    """Give the contrast of all segments for pages with `room`, each part with the titles of its rows."""
    count = len(workspace.segments)
    beside = -(-count // COLUMNS_MOST)
    most = -(-count // beside)
    wide = min(max((ROOM - TITLES) // most, NARROWEST), WIDEST)
    whole = contrast_look(workspace, TITLES + count * wide)
    parts = [
        replace(whole, columns=whole.columns[first : first + most], high=high)
        for first in range(0, count, most)
        for high in _rows(whole, most, room)
    ]
    largest = Rect(0.0, 0.0, max(each.bounds.w for each in parts), max(each.bounds.h for each in parts))
    return (_drawing(part, largest, theme) for part in parts)


def _rows(look: ContrastLook, columns: int, room: Rect) -> Iterator[Mapping[Row, float]]:
    """Give the rows page by page."""
    part = replace(look, columns=look.columns[:columns], high={})
    left = part.bounds.w / room.w * room.h * SMALLER - part.bounds.h
    rows: dict[Row, float] = {}
    for row, high in look.high.items():
        if rows and sum(rows.values()) + high > left:
            yield rows
            rows = {}
        rows[row] = high
    yield rows


def _drawing(look: ContrastLook, bounds: Rect, theme: Theme) -> Drawing:
    """Give a part in the bounds of the largest, at the side where it begins: all are drawn at one scale."""
    at = bounds.moved(look.bounds.w - bounds.w, 0.0) if look.mirrored else bounds
    return Drawing(at, lambda surface: look.draw(surface, theme))
