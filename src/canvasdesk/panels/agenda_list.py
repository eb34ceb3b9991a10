"""The steps of an agenda as a list: what each shows and for how long, and which of them is on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from canvasdesk.drawing.naming import listed
from canvasdesk.drawing.session_words import step_facts, step_name
from canvasdesk.model.sessions import AgendaStep
from canvasdesk.panels.forms import tip
from canvasdesk.words import translate

Index = QModelIndex | QPersistentModelIndex

ID, ROW = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ABOVE, INSET, NUMBER, GAP = 5, 8, 26, 6  # pixels
MARK = 5  # pixels: half of the mark of the step that is on
MOST = 7  # rows that are seen at once
FRAME = 4  # pixels: the border above and below the rows
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Row:
    """What a row tells of a step; `on` says that the room is at it."""

    number: int
    name: str
    facts: tuple[str, ...]
    on: bool


class AgendaList(QListWidget):
    """Rows that can be walked, begun, shifted and deleted; it asks for it all and changes nothing itself.

    `begun` and `chosen` carry the id of a step, `shifted` how far the chosen one is to go.
    """

    begun = Signal(str)
    chosen = Signal(str)
    shifted = Signal(int)
    added = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_RowPainter(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(translate("Agenda", "Steps of the agenda"))
        self.itemActivated.connect(self._on_activated)
        self.currentItemChanged.connect(self._on_current)

    @property
    def step_id(self) -> str | None:
        """The id of the step that is chosen."""
        item = self.currentItem()
        return str(item.data(ID)) if item else None

    def show_steps(self, steps: Sequence[AgendaStep], on: str | None) -> None:
        """Have a row for each step; the one that is chosen stays so, or the one that took its place is."""
        held, at = self.step_id, self.currentRow()
        with QSignalBlocker(self):
            while self.count() > len(steps):
                self.takeItem(self.count() - 1)
            for number, step in enumerate(steps):
                if number == self.count():
                    self.addItem(QListWidgetItem())
                _fill(self.item(number), step.id, _row(number + 1, step, on=step.id == on))
            ids = [step.id for step in steps]
            self.setCurrentRow(ids.index(held) if held in ids else min(max(at, 0), len(ids) - 1))
        self.setFixedHeight(self._height())

    def choose(self, step_id: str) -> None:
        """Have a step chosen, and seen."""
        for item in self._items():
            if item.data(ID) == step_id:
                self.setCurrentItem(item)

    def reveal(self, step_id: str) -> None:
        """Have a step seen."""
        for item in self._items():
            if item.data(ID) == step_id:
                self.scrollToItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what the keys of a list mean."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in STEPS:
            self.shifted.emit(STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.added.emit()
        else:
            super().keyPressEvent(event)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(number) for number in range(self.count())]

    def _height(self) -> int:
        return max(1, min(MOST, self.count())) * _row_height(self.fontMetrics().lineSpacing()) + FRAME

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.begun.emit(item.data(ID))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(ID))


def _row(number: int, step: AgendaStep, *, on: bool) -> Row:
    return Row(number, step_name(step), tuple(step_facts(step)), on)


def _fill(item: QListWidgetItem, step_id: str, row: Row) -> None:
    item.setData(ID, step_id)
    if item.data(ROW) == row:
        return
    item.setData(ROW, row)
    item.setText(row.name)
    said = [translate("Agenda", "the room is here")] if row.on else []
    spoken = translate("Agenda", "Step {number}: {name}", number=row.number, name=row.name)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, listed([*said, *row.facts]))
    item.setToolTip(tip(row.name, listed([*row.facts])))


def _row_height(line: int) -> int:
    return 2 * line + 2 * ABOVE


class _RowPainter(QStyledItemDelegate):
    """Paints rows: the number, beside it the title, and below that the facts; a mark where the room is."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, _row_height(option.fontMetrics.lineSpacing()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        whole.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, option.widget)
        painter.save()
        painter.setLayoutDirection(option.direction)
        _paint_row(painter, option, index.data(ROW))
        painter.restore()


def _paint_row(painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
    def place(x: int, y: int, wide: int) -> QRect:
        whole = option.rect
        logical = QRect(whole.left() + x, whole.top() + y, wide, line)
        return QStyle.visualRect(option.direction, whole, logical)

    def write(text: str, room: QRect, colour: QColor, side: Qt.AlignmentFlag) -> None:
        painter.setPen(colour)
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, short)

    line = option.fontMetrics.lineSpacing()
    ink, muted = (
        option.palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText)
    )
    accent = option.palette.color(QPalette.ColorRole.Accent)
    left = INSET + NUMBER + GAP
    room = option.rect.width() - left - INSET
    font = option.font
    font.setBold(True)
    painter.setFont(font)
    if row.on:
        _paint_mark(painter, place(INSET, ABOVE, NUMBER), accent, option.direction)
    else:
        write(str(row.number), place(INSET, ABOVE, NUMBER), muted, Qt.AlignmentFlag.AlignTrailing)
    write(row.name, place(left, ABOVE, room), accent if row.on else ink, Qt.AlignmentFlag.AlignLeading)
    font.setBold(False)
    painter.setFont(font)
    facts = translate("List", " · ", "between short facts").join(row.facts)
    write(facts, place(left, ABOVE + line, room), muted, Qt.AlignmentFlag.AlignLeading)


def _paint_mark(painter: QPainter, place: QRect, colour: QColor, direction: Qt.LayoutDirection) -> None:
    """Paint an arrow that points at the step that is on."""
    aside = -1 if direction is Qt.LayoutDirection.RightToLeft else 1
    end = place.left() + MARK + 2 if aside < 0 else place.right() - MARK - 2
    y = place.center().y() + 0.5
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    points = [(-MARK * aside, -MARK - 1.0), (MARK * aside, 0.0), (-MARK * aside, MARK + 1.0)]
    painter.drawPolygon(QPolygonF([QPointF(end + x, y + dy) for x, dy in points]))
