"""A sentence that comes and goes at the lower edge of the canvas, where it helps with a way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from canvasdesk.windows.overlay import Overlay
from canvasdesk.words import translate

READING = 60  # milliseconds a letter, for slow readers
LEAST = 4_000  # milliseconds
WITH_BUTTON = 4_000  # milliseconds more, to reach for it
EDGE = 16  # pixels beside the sentence


class Toast(Overlay):
    """Says one sentence at a time, without taking the focus; it waits while the pointer or focus is on it."""

    def __init__(self, host: QWidget, area: QWidget | None = None) -> None:
        super().__init__(host, area)
        self.setObjectName("toast")
        self._act: Callable[[], object] | None = None
        self._undoes = self._until_saved = False
        self.raised = 0
        """Pixels at the lower edge that belong to something else."""
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self.dismiss)
        self.dismissed.connect(self._clock.stop)
        self._row = QHBoxLayout(self)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setMinimumHeight(32)
        self.button = QPushButton()
        self.button.clicked.connect(self._on_button)
        self.button.installEventFilter(self)
        self._row.addWidget(self.label, 1)
        self._row.addWidget(self.button)

    def say(
        self,
        sentence: str,
        action: str = "",
        act: Callable[[], object] | None = None,
        *,
        until_saved: bool = False,
    ) -> None:
        """Show `sentence`, with a button `action` that calls `act`; what was said before gives way.

        `until_saved` says that it has nothing to say any more once the document is saved.
        """
        self._act, self._undoes, self._until_saved = act, False, until_saved
        self.label.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(act is not None)
        self._row.setContentsMargins(EDGE, 6, EDGE // 2 if act else EDGE, 6)  # buttons have an edge too
        self.adjustSize()
        self.open()
        announce(self, f"{sentence} {action}".strip())
        self._wait()

    def offer_undo(self, sentence: str, undo: Callable[[], object]) -> None:
        """Show `sentence` with the button that takes it back."""
        self.say(sentence, translate("Toast", "Undo"), undo)
        self._undoes = True

    def outlive_change(self) -> None:
        """Go away where the button would take back another step by now."""
        if self._undoes:
            self.dismiss()

    def outlive_save(self) -> None:
        """Go away where what was said does not hold any more."""
        if self._until_saved:
            self.dismiss()

    def placed(self, room: QRect) -> QRect:
        """Give the place at the lower edge, with more than one line where the sentence needs it."""
        self.label.setWordWrap(False)
        if self.sizeHint().width() > room.width():
            self.label.setWordWrap(True)
        place = super().placed(room)
        if self.label.wordWrap():
            place.setWidth(room.width())
            place.setHeight(min(self.heightForWidth(place.width()), room.height()))
            place.moveCenter(room.center())
        place.moveBottom(room.bottom() - self.raised)
        return place

    def _wait(self) -> None:
        reading = max(LEAST, READING * len(self.label.text()))
        self._clock.start(reading + (WITH_BUTTON if self._act else 0))

    def _on_button(self) -> None:
        act = self._act
        self.dismiss()
        if act:
            act()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count on from the beginning."""
        if not self.button.hasFocus():
            self._wait()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay while the keyboard is on the button."""
        if watched is self.button and event.type() == QEvent.Type.FocusIn:
            self._clock.stop()
        elif watched is self.button and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._wait()
        return super().eventFilter(watched, event)


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say `sentence` without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
