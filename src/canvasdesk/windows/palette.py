"""The palette: type a few letters, choose with the arrows or the mouse, Enter does it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.windows.overlay import Overlay
from canvasdesk.windows.toast import announce
from canvasdesk.words import translate

WIDTH = 640  # pixels
ROWS_SHOWN = 11
ROWS_MOST = 60
TEXT, HINT, KEYS = range(3)
WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be chosen: what it does, where it is found otherwise, and its keys."""

    text: str
    run: Callable[[], object]
    hint: str = ""
    keys: str = ""
    enabled: bool = True


Offers = Callable[[str], Sequence[Offer]]


class Palette(Overlay):
    """Asks `offers` for what suits the letters typed, and runs what is chosen."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._offers: Offers = lambda _: ()
        self._shown: Sequence[Offer] = ()
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list = _list()
        self.list.itemClicked.connect(self._on_click)
        self.nothing = QLabel(translate("Palette", "Nothing matches."))
        self.nothing.setObjectName("quiet")
        self.nothing.setContentsMargins(8, 4, 8, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for part in (self.field, self.list, self.nothing):
            column.addWidget(part)
        column.addStretch()

    def ask(self, question: str, offers: Offers) -> None:
        """Open with nothing typed; `question` says what can be typed."""
        self._offers = offers
        self.field.setPlaceholderText(question)
        self.field.setAccessibleName(question)
        self.list.setAccessibleName(question)
        self.field.clear()
        self.list.ensurePolished()  # rows measured without the style would stay that low
        self._fill("")
        self.open()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def placed(self, room: QRect) -> QRect:
        """Give the place at the upper edge, in the middle, as high as its rows."""
        place = QRect(room.topLeft(), self.sizeHint().boundedTo(room.size()))
        place.setWidth(min(WIDTH, room.width()))
        place.moveLeft(room.center().x() - place.width() // 2)
        return place

    def _fill(self, query: str) -> None:
        self._shown = self._offers(query)[:ROWS_MOST]
        self.list.clear()
        muted = self.palette().brush(QPalette.ColorRole.PlaceholderText)
        for offer in self._shown:
            item = QTreeWidgetItem(self.list, [offer.text, offer.hint, offer.keys])
            item.setForeground(HINT, muted)
            item.setForeground(KEYS, muted)
            item.setDisabled(not offer.enabled)
        first = next((row for row, offer in enumerate(self._shown) if offer.enabled), None)
        if first is not None:
            self.list.setCurrentIndex(self.list.model().index(first, TEXT))
        row = self.list.sizeHintForRow(0) if self._shown else 0
        self.list.setFixedHeight(row * min(ROWS_SHOWN, len(self._shown)) + 2 * self.list.frameWidth() + 4)
        self.list.setVisible(bool(self._shown))
        self.nothing.setVisible(not self._shown)
        if self.isVisible():
            self.take_place()

    def _on_click(self, item: QTreeWidgetItem, _column: int) -> None:
        self._choose(item)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is None or item.isDisabled():
            return
        offer = self._shown[self.list.indexOfTopLevelItem(item)]
        self.dismiss()
        offer.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list while letters go to the field; leave with the focus."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in WALKING:
                QApplication.sendEvent(self.list, event)
                if current := self.list.currentItem():
                    announce(self, current.text(TEXT))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentItem())
                return True
        if watched is self.field and event.type() == QEvent.Type.FocusOut and self.isActiveWindow():
            self.dismiss()
        return super().eventFilter(watched, event)


def _list() -> QTreeWidget:
    rows = QTreeWidget()
    rows.setColumnCount(3)
    rows.setHeaderHidden(True)
    rows.setRootIsDecorated(False)
    rows.setUniformRowHeights(True)
    rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setTextElideMode(Qt.TextElideMode.ElideRight)
    header = rows.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(HINT, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(KEYS, QHeaderView.ResizeMode.ResizeToContents)
    return rows
