"""The tree of segments and roles under the hands: keys, clicks, and dragging a row to another place."""

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTreeWidget, QTreeWidgetItem

from canvasdesk.layout.style import Theme
from canvasdesk.panels.segment_painter import ARROW_ROOM, RowPainter
from canvasdesk.panels.segment_row import ROW
from canvasdesk.words import translate

ID = Qt.ItemDataRole.UserRole
EDGE = 12  # pixels from the upper and lower edge in which a drag scrolls
LINE = 2  # pixels
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
Place = tuple[QTreeWidgetItem, int]
"""A row and the number of those beside it that will stand before it; itself left out."""


class SegmentTree(QTreeWidget):
    """Rows that can be walked, named, dragged and deleted; it asks for it all and changes nothing itself.

    `chosen` carries the row that somebody goes to, `moved` a row's id and its new place among those beside
    it, `stepped` how far the current row is to go, `menu_asked` a place on the screen for the menu of a row.
    """

    chosen = Signal(QTreeWidgetItem)
    moved = Signal(str, int)
    stepped = Signal(int)
    added = Signal()
    removed = Signal()
    menu_asked = Signal(QTreeWidgetItem, QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grip: tuple[QTreeWidgetItem, QPoint] | None = None
        self._dragging = self._marks = False
        self._place: Place | None = None
        self._painter = RowPainter(self, theme)
        self.setItemDelegate(self._painter)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Segments", "Customer segments"))
        self.currentItemChanged.connect(self._on_current)
        self.model().rowsAboutToBeRemoved.connect(self._let_go)
        self.itemClicked.connect(self.chosen)
        self.itemActivated.connect(self.chosen)

    def renames(self, item: QTreeWidgetItem | None) -> bool:
        """Say whether the name of this row is being written."""
        return self.state() is QAbstractItemView.State.EditingState and item is self.currentItem()

    def use(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = self._painter.theme = theme
        self.viewport().update()

    # Rows; the tree's invisible root is left alone, as what Python knows of it outlives the tree.

    def below(self, item: QTreeWidgetItem | None) -> list[QTreeWidgetItem]:
        """Give the rows below another, or those on top, in their order."""
        if item is None:
            found = (self.topLevelItem(each) for each in range(self.topLevelItemCount()))
        else:
            found = (item.child(each) for each in range(item.childCount()))
        return [each for each in found if each]

    def put(self, item: QTreeWidgetItem, above: QTreeWidgetItem | None, index: int) -> None:
        """Put a row below another, or on top, with `index` others before it."""
        if above is None:
            self.insertTopLevelItem(index, item)
        else:
            above.insertChild(index, item)

    def take(self, item: QTreeWidgetItem) -> None:
        """Take a row away, with those below it; they are gone once nobody has them any more."""
        if above := item.parent():
            above.removeChild(item)
        else:
            self.takeTopLevelItem(self.indexOfTopLevelItem(item))

    def mark(self, item: QTreeWidgetItem | None) -> None:
        """Make a row the current one without going there; a name written in another is taken first."""
        self._marks = True
        self.setCurrentItem(item)  # type: ignore[arg-type]  # none is allowed, as the stubs do not know
        self._marks = False

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._marks:
            self.chosen.emit(item)

    # Keys.

    def event(self, event: QEvent) -> bool:
        """Keep Esc while something is dragged; the window would take it."""
        if self._dragging and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what the keys of a list mean."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if self._dragging:
            if event.key() == Qt.Key.Key_Escape:
                self._let_go()
        elif control and event.key() in STEPS:
            self.stepped.emit(STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.added.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the mouse, or by key of the current one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if by_key else self.itemAt(event.pos())
        if item is not None:
            place = self.visualItemRect(item).center() if by_key else event.pos()
            self.menu_asked.emit(item, self.viewport().mapToGlobal(place))

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a row, or open and close it; where it leads is shown once the button is let go."""
        place = event.position().toPoint()
        item = self.itemAt(place)
        if item is not None and self._on_arrow(item, place):
            item.setExpanded(not item.isExpanded())
            return
        if item is not None and event.button() is Qt.MouseButton.LeftButton:
            self._grip = item, place
        with QSignalBlocker(self):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the row that is held."""
        if self._grip is None:
            super().mouseMoveEvent(event)
            return
        place = event.position().toPoint()
        far = (place - self._grip[1]).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or far:
            self._dragging = True
            self._scroll_towards(place)
            self._place = self._place_at(self._grip[0], place)
            shape = Qt.CursorShape.ForbiddenCursor if self._place is None else Qt.CursorShape.ClosedHandCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go where it may stand; without a drag that was a click."""
        place, dragged = self._place, self._dragging
        self._let_go()
        if not dragged:
            super().mouseReleaseEvent(event)
        elif place is not None:
            item, index = place
            self.moved.emit(str(item.data(0, ID)), index)

    def _let_go(self) -> None:
        self._grip, self._dragging, self._place = None, False, None
        self.viewport().unsetCursor()
        self.viewport().update()

    def _on_arrow(self, item: QTreeWidgetItem, place: QPoint) -> bool:
        rect = self.visualItemRect(item)
        aside = place.x() - rect.left() if self.isRightToLeft() else rect.right() - place.x()
        return item.data(0, ROW).opens and aside < ARROW_ROOM and place.y() < rect.center().y()

    def _scroll_towards(self, place: QPoint) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().rect()
        if place.y() < room.top() + EDGE:
            bar.setValue(bar.value() - bar.singleStep())
        elif place.y() > room.bottom() - EDGE:
            bar.setValue(bar.value() + bar.singleStep())

    def _place_at(self, item: QTreeWidgetItem, place: QPoint) -> Place | None:
        """Give where a row would go: a segment among the segments, a role within its own."""
        target = self.itemAt(QPoint(self.viewport().width() // 2, place.y()))
        if item.parent() and (target is None or item.parent() not in (target, target.parent())):
            return None
        others = [each for each in self.below(item.parent()) if each is not item]
        return item, sum(self._middle(each) < place.y() for each in others)

    def _middle(self, item: QTreeWidgetItem) -> int:
        return (self.visualItemRect(item).top() + self._bottom(item)) // 2

    def _bottom(self, item: QTreeWidgetItem) -> int:
        """Give the lower edge of a row and the open ones in it."""
        opened = self.below(item) if item.isExpanded() else []
        return self.visualItemRect(opened[-1] if opened else item).bottom() + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw above the rows where the one that is dragged would go."""
        super().paintEvent(event)
        if self._place is None:
            return
        item, index = self._place
        others = [each for each in self.below(item.parent()) if each is not item]
        if not others:
            return
        y = self.visualItemRect(others[index]).top() if index < len(others) else self._bottom(others[-1])
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self._theme.accent), LINE))
        painter.drawLine(0, y, self.viewport().width(), y)
        painter.end()
