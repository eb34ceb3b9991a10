"""Conflicts between two versions as a table: a row each, in which a key or a click says whose word holds."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from canvasdesk.editing.conflicts import Key, Side
from canvasdesk.layout.style import LIGHT, Theme
from canvasdesk.windows.conflict_row import Row
from canvasdesk.words import translate

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
SIDES = (Side.MINE, Side.THEIRS)  # in the columns after the first
PAD, APART, CORNER = 10, 4, 6  # pixels: around texts, between cells, of their corners
MARK, DOT = 14, 6  # pixels: the ring beside a text, and what fills it
SHARE = 0.3  # of the width for what the conflict is about
STEP = 24  # pixels that one click of the wheel moves
TALLEST = 10_000  # pixels of a text
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

Line = tuple[QRect, str, QFont, str]
"""A text with its place, its font and its colour."""


class ConflictTable(QTableView):
    """Shows conflicts; arrows up and down go from one to the next, M, T and the arrows aside choose.

    `chosen` says that somebody chose.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.conflicts = _Conflicts()
        self.theme = LIGHT
        self.setModel(self.conflicts)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(STEP)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(translate("Merging", "Where both versions differ"))
        self.clicked.connect(self._on_click)

    def show_rows(self, found: Sequence[Row]) -> None:
        """Show other conflicts; choices that were made stay."""
        here = self.currentIndex().row()
        self.conflicts.show_rows(found)
        self._share_width()
        if found:
            row = min(max(here, 0), len(found) - 1)
            self.setCurrentIndex(self.conflicts.index(row, self.conflicts.column(row)))

    def choose_all(self, side: Side) -> None:
        """Let one side hold everywhere."""
        for row in range(self.conflicts.rowCount()):
            self.conflicts.choose(row, side)
        self.chosen.emit()

    def choose(self, side: Side) -> None:
        """Let one side hold in the row with the focus."""
        row = self.currentIndex().row()
        if row >= 0:
            self.conflicts.choose(row, side)
            self.setCurrentIndex(self.conflicts.index(row, self.conflicts.column(row)))
            self.chosen.emit()

    def use(self, theme: Theme) -> None:
        """Draw in other colours from now on."""
        self.theme = theme
        self.viewport().update()

    def _on_click(self, index: QModelIndex) -> None:
        if index.column() > 0:
            self.choose(SIDES[index.column() - 1])

    def _go(self, steps: int) -> None:
        """Go on by so many rows, to the side that holds there."""
        row = min(max(self.currentIndex().row() + steps, 0), self.conflicts.rowCount() - 1)
        self.setCurrentIndex(self.conflicts.index(row, self.conflicts.column(row)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, or go on."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        ahead, back = (Side.MINE, Side.THEIRS) if mirrored else (Side.THEIRS, Side.MINE)
        sides = {
            Qt.Key.Key_M: Side.MINE,
            Qt.Key.Key_T: Side.THEIRS,
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Left: back,
        }
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in sides:
            self.choose(sides[key])
        elif key in steps:
            self._go(steps[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width that there is now."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        width = self.viewport().width()
        first = round(width * SHARE)
        for column, share in enumerate((first, (width - first) // 2, (width - first) // 2)):
            self.setColumnWidth(column, share)
        self.resizeRowsToContents()


class _Conflicts(QAbstractTableModel):
    """The rows, and which side was chosen in them, by their keys."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self.choices: dict[Key, Side] = {}

    def show_rows(self, found: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(found)
        self.endResetModel()

    def side(self, row: int) -> Side:
        return self.choices.get(self.rows[row].key, self.rows[row].taken)

    def column(self, row: int) -> int:
        return SIDES.index(self.side(row)) + 1

    def choose(self, row: int, side: Side) -> None:
        self.choices[self.rows[row].key] = side
        self.dataChanged.emit(self.index(row, 1), self.index(row, len(SIDES)))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else 1 + len(SIDES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        row = self.rows[index.row()]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.column() == 0:
            return "\n".join(each for each in (row.words.thing, row.about, row.before) if each)
        side = SIDES[index.column() - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text(side)
        about = (self.data(self.index(index.row(), 0)) or "").replace("\n", ", ")
        both = translate(
            "Merging", "{about}: {side} {value}", about=about, side=_side_name(side), value=row.text(side)
        )
        chosen = self.side(index.row()) is side
        return translate("Merging", "{both}, chosen", both=both) if chosen else both

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return translate("Merging", "What") if section == 0 else _side_name(SIDES[section - 1])


def _side_name(side: Side) -> str:
    return translate("Merging", "Mine") if side is Side.MINE else translate("Merging", "Theirs")


class _Painter(QStyledItemDelegate):
    """Draws what a conflict is about as lines, and each side as a choice."""

    def __init__(self, table: ConflictTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._table.columnWidth(index.column())
        height = sum(place.height() for place, *_ in self._lines(QRect(0, 0, width - APART, 0), index))
        return QSize(width, height + 2 * PAD + APART)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = option.rect.adjusted(0, 0, -APART, -APART)
        if index.column() > 0:
            chosen = self._table.conflicts.side(index.row()) is SIDES[index.column() - 1]
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._draw_choice(painter, cell, chosen=chosen, focused=focused)
        for place, text, font, colour in self._lines(cell, index):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(place, WRAPPED, text)
        painter.restore()

    def _lines(self, cell: QRect, index: Index) -> list[Line]:
        """Give the texts in a cell below each other; only its width matters for their heights."""
        table, row = self._table, self._table.conflicts.rows[index.row()]
        theme, plain, bold = table.theme, QFont(table.font()), QFont(table.font())
        bold.setBold(True)
        if index.column() == 0:
            texts = [(row.words.thing, bold, theme.ink)]
            texts += [(each, plain, theme.muted) for each in (row.about, row.before) if each]
            inner = cell.adjusted(0, PAD, -PAD, 0)
        else:
            texts = [(row.text(SIDES[index.column() - 1]), plain, theme.ink)]
            inner = cell.adjusted(PAD + MARK + PAD, PAD, -PAD, 0)
        inner = QStyle.visualRect(table.layoutDirection(), cell, inner)
        lines, top = [], inner.top()
        for text, font, colour in texts:
            room = QRect(inner.left(), top, inner.width(), TALLEST)
            room.setHeight(QFontMetrics(font).boundingRect(room, WRAPPED, text).height())
            lines.append((room, text, font, colour))
            top = room.bottom() + 1
        return lines

    def _draw_choice(self, painter: QPainter, cell: QRect, *, chosen: bool, focused: bool) -> None:
        theme = self._table.theme
        painter.setPen(QPen(QColor(theme.focus if focused else theme.hairline), 2 if focused else 1))
        painter.setBrush(QColor(theme.blue.fill if chosen else theme.shape))
        painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), CORNER, CORNER)
        ring = QRect(cell.left() + PAD, cell.top() + PAD + 1, MARK, MARK)
        ring = QStyle.visualRect(self._table.layoutDirection(), cell, ring)
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.muted), 2 if chosen else 1))
        painter.setBrush(QColor(theme.shape))
        painter.drawEllipse(ring)
        if chosen:
            aside = (MARK - DOT) // 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(ring.adjusted(aside, aside, -aside, -aside))
