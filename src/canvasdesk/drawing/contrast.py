"""The segments side by side: a table with a column a segment, which grows to the right and downwards."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from canvasdesk.drawing.card import Field, field_hue
from canvasdesk.drawing.cells import (
    ABOVE,
    CellLook,
    body_cell,
    draw_cell,
    header_cell,
    title_cell,
)
from canvasdesk.drawing.colour import standing_out
from canvasdesk.drawing.fitting import fit
from canvasdesk.drawing.icons import GRID, STROKE, field_icon
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.text import LEADING, ShapedText
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.plan import MARGIN, WIDTH
from canvasdesk.layout.style import (
    CANVAS_TITLE_SIZE,
    HAIRLINE,
    ICON_SIZE,
    SUBTITLE_SIZE,
    TEXT_SIZE,
    Theme,
)
from canvasdesk.model.business import Block
from canvasdesk.model.contrast import Column, Row, contrast
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

TITLES = 172.0
"""How wide the titles of the rows are."""
NARROWEST, WIDEST = 232.0, 440.0
"""How wide a column is, the gap to the next one included."""
GAP = 10.0
CORNER = 8.0
TOP_BAR = 5.0
"""The bar in the segment's colour at the upper edge of a column."""
ICON_INDENT = ICON_SIZE + 8.0
HEADING_GAP, SUBTITLE_GAP = 16.0, 4.0
SHARP = 0.5
"""From the edge of a pixel to its middle, where a hairline is one pixel wide."""
LAST = Row.REVENUE

FIELDS: Mapping[Row, Field] = {
    Row.PRIMARY_JOB: Section.JOBS,
    Row.BIGGEST_PAIN: Section.PAINS,
    Row.KEY_GAIN: Section.GAINS,
    Row.ANSWERED_BY: Block.PROPOSITIONS,
    Row.CHANNELS: Block.CHANNELS,
    Row.REVENUE: Block.REVENUE,
}
"""The rows that tell of a section or block, and wear its icon."""


@dataclass(frozen=True, slots=True, eq=False)
class ColumnLook:
    """All that is needed to draw the column of a segment."""

    column: Column
    header: CellLook
    cells: Mapping[Row, CellLook]


@dataclass(frozen=True, slots=True, eq=False)
class ContrastLook:
    """All that is needed to draw the segments side by side.

    `wide` is how wide each column is, `high` how high each row that is drawn, and `top` the row of the
    segments' names; a mirrored table begins at the right.
    """

    title: str
    columns: tuple[ColumnLook, ...]
    titles: Mapping[Row, CellLook]
    wide: float
    top: float
    high: Mapping[Row, float]
    mirrored: bool

    @property
    def bounds(self) -> Rect:
        """The rectangle around everything, a small margin included."""
        table = self._top + self.top + sum(self.high.values())
        return Rect(0.0, 0.0, TITLES + len(self.columns) * self.wide + 2 * MARGIN, table + MARGIN)

    @property
    def _top(self) -> float:
        """Where the table begins, below its heading."""
        title, subtitle = self._heading()
        return MARGIN + title.height + SUBTITLE_GAP + subtitle.height + HEADING_GAP

    def words(self) -> tuple[str, str]:
        """Give what is contrasted, and how many segments."""
        count = translate("Contrast", "%n segment(s) side by side", count=len(self.columns))
        return self.title, count

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw the heading, the names of the segments and row by row what is told of them."""
        surface.begin(Part.TABLE, self.words)
        self._draw_heading(surface, theme)
        y = self._top
        for number, column in enumerate(self.columns):
            draw_header(surface, self, column, self._place(number, y, self.top), theme)
        y += self.top
        for row, high in self.high.items():
            draw_title(surface, self, row, self._place(None, y, high), theme)
            for number, column in enumerate(self.columns):
                draw_body(surface, self, column, row, self._place(number, y, high), theme)
            y += high
        surface.end()

    def _place(self, number: int | None, y: float, height: float) -> Rect:
        """Give the place of a cell in a column, or before all of them."""
        if number is None:
            place = Rect(MARGIN, y, TITLES, height)
        else:
            place = Rect(MARGIN + TITLES + number * self.wide, y, self.wide, height)
        return place.mirrored(self.bounds.w / 2) if self.mirrored else place

    def _heading(self) -> tuple[ShapedText, ShapedText]:
        room = TITLES + len(self.columns) * self.wide - GAP
        subtitle = translate("Contrast", "What matters most to each segment, what answers it, what it earns")
        return (
            fit(self.title, room, 0.0, (CANVAS_TITLE_SIZE,), bold=True),
            fit(subtitle, room, 0.0, (SUBTITLE_SIZE,)),
        )

    def _draw_heading(self, surface: Surface, theme: Theme) -> None:
        title, subtitle = self._heading()
        surface.begin(Part.HEADING, lambda: (self.title, subtitle.layout.text()))
        surface.text(title, MARGIN, MARGIN, theme.ink)
        surface.text(subtitle, MARGIN, MARGIN + title.height + SUBTITLE_GAP, theme.muted)
        surface.end()


def contrast_look(
    workspace: Workspace, room: float = WIDTH - 2 * MARGIN, before: ContrastLook | None = None
) -> ContrastLook:
    """Give the look of the segments side by side, if possible not wider than `room`.

    Columns in which nothing changed since `before` are the same objects as there.
    """
    known = before.columns if before else ()
    columns = contrast(workspace, [each.column for each in known])
    wide = float(min(max((room - TITLES) // max(len(columns), 1), NARROWEST), WIDEST))
    kept = {id(each.column): each for each in known} if before and before.wide == wide else {}
    looks = tuple(kept.get(id(column)) or _column_look(column, wide) for column in columns)
    titles = {row: title_cell(row, TITLES, ICON_INDENT) for row in Row}
    return ContrastLook(
        title=_title(workspace),
        columns=looks,
        titles=titles,
        wide=wide,
        top=TOP_BAR + max((look.header.height for look in looks), default=0.0),
        high={row: max([titles[row].height, *(look.cells[row].height for look in looks)]) for row in Row},
        mirrored=QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft,
    )


def draw_header(surface: Surface, look: ContrastLook, column: ColumnLook, place: Rect, theme: Theme) -> None:
    """Draw the name of a segment, on the top of the paper of its column."""
    surface.begin(Part.SEGMENT, column.header.words)
    paper, fill = _paper(place), theme.blue.fill if _mapped(column) else theme.board
    colour = standing_out(column.column.segment.colour or theme.blue.line, theme.board, theme.ink)
    surface.rect(paper, colour, radius=CORNER)
    below = Rect(paper.x, paper.y + TOP_BAR, paper.w, paper.h - TOP_BAR)
    surface.rect(below, fill)
    _draw_sides(surface, below, theme)
    draw_cell(surface, column.header, _under_bar(place), theme, mirrored=look.mirrored)
    surface.end()


def draw_title(surface: Surface, look: ContrastLook, row: Row, place: Rect, theme: Theme) -> None:
    """Draw what a row is called, with the icon of the section or block that it tells of."""
    cell, field = look.titles[row], FIELDS.get(row)
    surface.begin(Part.CELL, cell.words)
    if field:
        x = place.right - ICON_SIZE if look.mirrored else place.x
        y = place.y + ABOVE + (LEADING * TEXT_SIZE - ICON_SIZE) / 2
        surface.push(x, y, ICON_SIZE / GRID)
        surface.path(field_icon(field), None, field_hue(theme, field).ink, STROKE)
        surface.pop()
    surface.line(place.x, place.y + SHARP, place.right, place.y + SHARP, theme.hairline, HAIRLINE)
    draw_cell(surface, cell, place, theme, mirrored=look.mirrored)
    surface.end()


def draw_body(
    surface: Surface, look: ContrastLook, column: ColumnLook, row: Row, place: Rect, theme: Theme
) -> None:
    """Draw what is told of a segment in a row, on the paper of its column."""
    cell, paper, fill = column.cells[row], _paper(place), _fill(column, row, theme)
    surface.begin(Part.CELL, cell.words)
    if row is LAST:
        foot = Rect(paper.x, paper.bottom - 3 * CORNER, paper.w, 3 * CORNER - SHARP)
        surface.rect(foot, fill, theme.hairline, HAIRLINE, CORNER)
        paper = paper._replace(h=paper.h - CORNER)
    surface.rect(paper, fill)
    _draw_sides(surface, paper, theme)
    surface.line(paper.x, paper.y + SHARP, paper.right, paper.y + SHARP, theme.hairline, HAIRLINE)
    draw_cell(surface, cell, place, theme, mirrored=look.mirrored)
    surface.end()


def _draw_sides(surface: Surface, paper: Rect, theme: Theme) -> None:
    for x in (paper.x, paper.right):
        surface.line(x, paper.y, x, paper.bottom, theme.hairline, HAIRLINE)


def _paper(place: Rect) -> Rect:
    """Give the paper in the place of a cell: a gap parts it from those beside it."""
    return Rect(place.x + GAP / 2 + SHARP, place.y, place.w - GAP - 2 * SHARP, place.h)


def _under_bar(place: Rect) -> Rect:
    return Rect(place.x, place.y + TOP_BAR, place.w, place.h - TOP_BAR)


def _fill(column: ColumnLook, row: Row, theme: Theme) -> str:
    if not _mapped(column):
        return theme.board
    field = FIELDS.get(row)
    return theme.hue(field).tint if isinstance(field, Section) else theme.shape


def _mapped(column: ColumnLook) -> bool:
    return column.column.on_paper is not None


def _column_look(column: Column, wide: float) -> ColumnLook:
    return ColumnLook(column, header_cell(column, wide), {row: body_cell(column, row, wide) for row in Row})


def _title(workspace: Workspace) -> str:
    if name := workspace.business_model.name.strip() or workspace.title.strip():
        return translate("Contrast", "{name} · side by side", name=name)
    return translate("Contrast", "Side by side")
