"""Asks for the minutes of a timer, at the upper edge of the canvas: nothing stops while it is open."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from canvasdesk.model.sessions import MINUTES_MOST
from canvasdesk.panels.fields import ASIDE
from canvasdesk.windows.overlay import Overlay
from canvasdesk.words import translate

USUAL = 20  # minutes


class TimerPrompt(Overlay):
    """A number and a button; Enter starts the timer, Esc leaves. `chosen` carries the minutes."""

    chosen = Signal(int)

    def __init__(self, host: QWidget, area: QWidget) -> None:
        super().__init__(host, area)
        name = translate("Timer", "Minutes")
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, MINUTES_MOST)
        self.minutes.setValue(USUAL)
        self.minutes.lineEdit().setTextMargins(ASIDE, 0, ASIDE, 0)
        self.minutes.setAccessibleName(name)
        self.start = QPushButton(translate("Timer", "Start the timer"))
        self.start.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        for part in (label, self.minutes, self.start):
            row.addWidget(part)

    def ask(self) -> None:
        """Open with the number selected, so that typing replaces it."""
        self.open()
        self.minutes.setFocus(Qt.FocusReason.PopupFocusReason)
        self.minutes.selectAll()

    def placed(self, room: QRect) -> QRect:
        """Give the place at the upper edge."""
        place = super().placed(room)
        place.moveTop(room.top())
        return place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.dismiss()
        self.chosen.emit(self.minutes.value())
