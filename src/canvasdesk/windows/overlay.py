"""Panels that float over a part of the window: they keep their place, and give the focus back."""

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

MARGIN = 12  # pixels to the edges of the host


class Overlay(QFrame):
    """A floating panel in `host` over its part `area` (over all of it without one); Esc dismisses it.

    `placed` says where it belongs in a rectangle of the host; it is asked again when the area changes. The
    panel is no child of the area, whose keys would otherwise work in it too.
    """

    dismissed = Signal()

    def __init__(self, host: QWidget, area: QWidget | None = None) -> None:
        super().__init__(host)
        self.setObjectName("floating")
        self.setAutoFillBackground(True)
        self._host, self._area = host, area or host
        self._before: QWidget | None = None
        self.hide()

    def open(self) -> None:
        """Show the panel above everything else in the host."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            self._area.installEventFilter(self)
        self.take_place()
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Hide the panel and put the focus back where it was, if the panel has it."""
        if not self.isVisible():
            return
        held = self.isAncestorOf(QApplication.focusWidget() or self._host)
        self._area.removeEventFilter(self)
        self.hide()
        before, self._before = self._before, None
        # An editor in a list goes as soon as it loses the focus.
        if held and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.dismissed.emit()

    def take_place(self) -> None:
        """Stand where `placed` says."""
        room = QRect(self._area.mapTo(self._host, QPoint(0, 0)), self._area.size())
        self.setGeometry(self.placed(room - QMargins(MARGIN, MARGIN, MARGIN, MARGIN)))

    def placed(self, room: QRect) -> QRect:
        """Give the panel's rectangle within `room`: in the middle, as large as it wants to be."""
        size = self.sizeHint().boundedTo(room.size())
        place = QRect(room.topLeft(), size)
        place.moveCenter(room.center())
        return place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the area changes."""
        if watched is self._area and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.take_place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)


class Page(Overlay):
    """Covers all of its area until it is dismissed, or until the keyboard goes to what is behind."""

    def __init__(self, host: QWidget, area: QWidget) -> None:
        super().__init__(host, area)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._on_focus)

    def placed(self, room: QRect) -> QRect:
        """Cover all of the area."""
        return room + QMargins(MARGIN, MARGIN, MARGIN, MARGIN)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now and isValid(self._area) and self._area.isAncestorOf(now):  # a window may be on its way out
            self.dismiss()
