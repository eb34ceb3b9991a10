"""The contrast of segments as a table on the screen: titles stay in view, cells look as in the picture."""

from collections.abc import Callable
from functools import partial
from math import floor

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from canvasdesk.drawing.contrast import TITLES, ColumnLook, ContrastLook, draw_body, draw_header, draw_title
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.interchange.table import cell_text, row_title
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import LIGHT, SELECTION_WIDTH, Theme
from canvasdesk.model.contrast import Row
from canvasdesk.words import translate

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ROWS = tuple(Row)
RING_ASIDE, RING_ABOVE, RING_RADIUS = 8.0, 3.0, 4.0
"""From the edges of a cell to the ring of the focus, and its corners."""
LARGEST, SCALE_STEP = 1.5, 0.05  # pixels a unit
Draw = Callable[[PainterSurface, ContrastLook, Rect], None]
STEP = 24  # pixels that one click of the wheel or an arrow of a scroll bar moves


class ContrastTable(QTableView):
    """Shows a look in the colours of a `theme`, `scale` pixels a unit; the arrows go from cell to cell."""

    def __init__(self) -> None:
        super().__init__()
        self.cells = _Cells()
        self.theme, self.scale = LIGHT, 1.0
        self.setModel(self.cells)
        self.setItemDelegate(_CellPainter(self))
        self.setHorizontalHeader(_Titles(Qt.Orientation.Horizontal, self, self._draw_header))
        self.setVerticalHeader(_Titles(Qt.Orientation.Vertical, self, self._draw_title))
        self.horizontalHeader().setSectionsClickable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.horizontalScrollBar().setSingleStep(STEP)
        self.verticalScrollBar().setSingleStep(STEP)
        self.setAccessibleName(translate("Contrast", "Segments side by side"))

    def show_look(self, look: ContrastLook) -> None:
        """Show another look, as large as there is room for it.

        The cell with the focus stays, as long as its segment does.
        """
        here, known = self.currentIndex(), self.cells.columns
        held = known[here.column()].column.segment.id if here.isValid() else None
        self.cells.show_look(look)
        self.scale = self._scale_for(look)
        self.verticalHeader().setFixedWidth(round(TITLES * self.scale))
        self.horizontalHeader().setDefaultSectionSize(round(look.wide * self.scale))
        self.horizontalHeader().setFixedHeight(round(look.top * self.scale))
        for number, row in enumerate(ROWS):
            self.setRowHeight(number, round(look.high[row] * self.scale))
        if not self.currentIndex().isValid() and look.columns:
            ids = [each.column.segment.id for each in look.columns]
            at = ids.index(held) if held in ids else 0
            self.setCurrentIndex(self.cells.index(max(here.row(), 0), at))

    def _scale_for(self, look: ContrastLook) -> float:
        """Give how large all of a look can be; in coarse steps, so that few edits change it."""
        width = TITLES + look.wide * len(look.columns)
        height = look.top + sum(look.high.values())
        fitting = floor(min(self.width() / width, self.height() / height) / SCALE_STEP) * SCALE_STEP
        return min(max(fitting, 1.0), LARGEST)

    def use(self, theme: Theme) -> None:
        """Draw in other colours from now on."""
        self.theme = theme
        for part in (self.viewport(), self.horizontalHeader().viewport(), self.verticalHeader().viewport()):
            part.update()

    def draw_into(self, rect: QRect, painter: QPainter, draw: Draw) -> None:
        """Draw into a rectangle of the table, in units of the look from its corner."""
        if look := self.cells.look:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            surface = PainterSurface(painter)
            surface.push(rect.x(), rect.y(), self.scale)
            draw(surface, look, Rect(0.0, 0.0, rect.width() / self.scale, rect.height() / self.scale))
            surface.pop()
            painter.restore()

    def _draw_header(self, number: int, surface: PainterSurface, look: ContrastLook, place: Rect) -> None:
        draw_header(surface, look, look.columns[number], place, self.theme)

    def _draw_title(self, number: int, surface: PainterSurface, look: ContrastLook, place: Rect) -> None:
        draw_title(surface, look, ROWS[number], place, self.theme)


class _Cells(QAbstractTableModel):
    """The cells of a look: a row for each of `Row`, a column a segment."""

    look: ContrastLook | None = None

    @property
    def columns(self) -> tuple[ColumnLook, ...]:
        return self.look.columns if self.look else ()

    def show_look(self, look: ContrastLook) -> None:
        """Show another look, and tell of the columns that differ; of all where some came or went."""
        before, after = self.columns, look.columns
        if [each.column.segment.id for each in before] != [each.column.segment.id for each in after]:
            self.beginResetModel()
            self.look = look
            self.endResetModel()
            return
        self.look = look
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            if old is not new:
                self.dataChanged.emit(self.index(0, number), self.index(len(ROWS) - 1, number))
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, number, number)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(ROWS)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        column, row = self.columns[index.column()], ROWS[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(column.column, row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name, said = column.cells[row].words()
            return translate("Contrast", "{cell}: {said}", cell=name, said=said)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return row_title(ROWS[section])
        return self.columns[section].header.name


class _CellPainter(QStyledItemDelegate):
    """Draws the cells, and a ring around the one with the focus."""

    def __init__(self, table: ContrastTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, focused = self._table.theme, bool(option.state & QStyle.StateFlag.State_HasFocus)

        def draw(surface: PainterSurface, look: ContrastLook, place: Rect) -> None:
            draw_body(surface, look, look.columns[index.column()], ROWS[index.row()], place, theme)
            if focused:
                ring = Rect(RING_ASIDE, RING_ABOVE, place.w - 2 * RING_ASIDE, place.h - 2 * RING_ABOVE)
                surface.rect(ring, None, theme.focus, SELECTION_WIDTH, RING_RADIUS)

        self._table.draw_into(option.rect, painter, draw)


class _Titles(QHeaderView):
    """Titles of columns or rows, which `draw` puts on a surface."""

    def __init__(
        self,
        orientation: Qt.Orientation,
        table: ContrastTable,
        draw: Callable[[int, PainterSurface, ContrastLook, Rect], None],
    ) -> None:
        super().__init__(orientation, table)
        self._table, self._draw = table, draw
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        self._table.draw_into(rect, painter, partial(self._draw, section))
