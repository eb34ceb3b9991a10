"""The history as a list: every step in words, and a way to any of them."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from canvasdesk.session.document import Document
from canvasdesk.windows.overlay import Overlay
from canvasdesk.words import translate

WIDTH = 320  # pixels
ROWS_SHOWN = 14


class HistoryList(Overlay):
    """The oldest value first, the steps after it, undone ones faded; choosing one goes there."""

    def __init__(self, host: QWidget, area: QWidget, document: Document) -> None:
        super().__init__(host, area)
        self._document = document
        title = QLabel(translate("History", "History"))
        title.setObjectName("heading")
        self.list = QListWidget()
        self.list.setAccessibleName(title.text())
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(title)
        column.addWidget(self.list)
        document.changed.connect(self._follow)
        document.replaced.connect(self._follow)

    def ask(self) -> None:
        """Open with the present step chosen."""
        self.list.ensurePolished()  # rows are as high as the style sheet has them from the start
        self._fill()
        self.open()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def placed(self, room: QRect) -> QRect:
        """Give the place at the upper edge, where the text of the window begins."""
        row = max(self.list.sizeHintForRow(0), 24)
        rows = min(ROWS_SHOWN, self.list.count())
        self.list.setFixedHeight(min(row * rows + 8, room.height() - 60))
        place = QRect(room.topLeft(), self.sizeHint().boundedTo(room.size()))
        place.setWidth(min(WIDTH, room.width()))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.moveRight(room.right())
        return place

    def _follow(self) -> None:
        if self.isVisible():
            self._fill()
            self.take_place()

    def _fill(self) -> None:
        history = self._document.history
        self.list.clear()
        self.list.addItem(translate("History", "The beginning"))
        self.list.addItems([step.label for step in history.done])
        for step in history.undone:
            undone = QListWidgetItem(translate("History", "{step} (undone)", step=step.label), self.list)
            undone.setForeground(self.palette().placeholderText())
        self.list.setCurrentRow(len(history.done))
        self.list.scrollToItem(self.list.currentItem())

    def _go(self, item: QListWidgetItem) -> None:
        wanted = self.list.row(item)
        while len(self._document.history.done) > wanted and self._document.undo():
            pass
        while len(self._document.history.done) < wanted and self._document.redo():
            pass
