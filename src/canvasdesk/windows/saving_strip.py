"""What is seen of a save that takes its time: a strip at the upper edge, with a way to end it."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from canvasdesk.session.saving import Saver
from canvasdesk.windows.overlay import Overlay
from canvasdesk.windows.toast import EDGE, announce
from canvasdesk.words import translate

MOMENT = 300  # milliseconds; what is done by then needs no words
LOOKS = 200  # milliseconds between two looks at how far it is
WIDTH = 120  # pixels of the bar


class SavingStrip(Overlay):
    """Follows `saver`; shown where a save is slow, or where the window waits for it to close.

    `lasting` says that a save takes longer than a moment, `changed` that this is different now.
    """

    changed = Signal()

    def __init__(self, host: QWidget, area: QWidget, saver: Saver) -> None:
        super().__init__(host, area)
        self.setObjectName("toast")
        self._saver = saver
        self.lasting = False
        self._moment = QTimer(self, singleShot=True, interval=MOMENT)
        self._moment.timeout.connect(self._on_moment)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(WIDTH)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Saving", "Saved so far"))
        self._looks = QTimer(self, interval=LOOKS)
        self._looks.timeout.connect(self._look)
        self.button = QPushButton(translate("Saving", "Cancel"))
        self.button.setAccessibleName(translate("Saving", "Cancel saving"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click one goes on where one was
        self.button.clicked.connect(self._cancel)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(EDGE // 2)
        for part in (self.label, self.bar, self.button):
            self._row.addWidget(part)
        saver.begun.connect(self._moment.start)
        saver.slow.connect(self._on_slow)
        saver.saved.connect(self._on_end)
        saver.failed.connect(self._on_end)

    def wait_to_close(self) -> None:
        """Say that the window closes as soon as the save is over."""
        self._say(translate("Saving", "The window closes as soon as everything is saved."))

    def placed(self, room: QRect) -> QRect:
        """Give the place at the upper edge; at the lower one, toasts come and go."""
        place = super().placed(room)
        place.moveTop(room.top())
        return place

    def _say(self, sentence: str, *, cancellable: bool = True) -> None:
        self.label.setText(sentence)
        self.button.setVisible(cancellable)
        self._row.setContentsMargins(EDGE, 6, EDGE // 2 if cancellable else EDGE, 6)
        self._look()
        self._looks.start()
        self.open()
        announce(self, sentence)

    def _look(self) -> None:
        """Show how far it is as soon as that can be told: a small file is written in one go."""
        share = self._saver.share
        self.bar.setValue(round(share * 100))
        if self.bar.isVisibleTo(self) is not bool(share):
            self.bar.setVisible(bool(share))
            self.take_place()

    def _on_slow(self, sentence: str) -> None:
        if self.isHidden():  # else it says more already
            self._say(sentence)

    def _cancel(self) -> None:
        if self.button.hasFocus():
            self._area.setFocus()
        self._say(translate("Saving", "Saving is being cancelled."), cancellable=False)
        self._saver.cancel()

    def _on_moment(self) -> None:
        self.lasting = True
        self.changed.emit()

    def _on_end(self) -> None:
        self._moment.stop()
        self._looks.stop()
        self.dismiss()
        if self.lasting:
            self.lasting = False
            self.changed.emit()
