"""Panels that float over a part of the window: they keep their place, and give the focus back."""

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

MARGIN = 12  # pixels to the edges of the host


class Overlay(QFrame):
    """A floating panel inside `host`; Esc dismisses it.

    `placed` says where it belongs in a rectangle of the host; it is asked again when the host's size changes.
    """

    dismissed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("floating")
        self.setAutoFillBackground(True)
        self._host = host
        self._before: QWidget | None = None
        self.hide()

    def open(self) -> None:
        """Show the panel above everything else in the host."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            self._host.installEventFilter(self)
        self.take_place()
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Hide the panel and put the focus back where it was, if the panel has it."""
        if not self.isVisible():
            return
        held = self.isAncestorOf(QApplication.focusWidget() or self._host)
        self._host.removeEventFilter(self)
        self.hide()
        if held and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.dismissed.emit()

    def take_place(self) -> None:
        """Stand where `placed` says."""
        self.setGeometry(self.placed(self._host.rect() - QMargins(MARGIN, MARGIN, MARGIN, MARGIN)))

    def placed(self, room: QRect) -> QRect:
        """Give the panel's rectangle within `room`: in the middle, as large as it wants to be."""
        size = self.sizeHint().boundedTo(room.size())
        place = QRect(room.topLeft(), size)
        place.moveCenter(room.center())
        return place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the host changes its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.take_place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
