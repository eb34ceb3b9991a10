"""A strip above the canvas that tells of something that happened to the file, with the ways on from there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from canvasdesk.windows.focus import holds_focus
from canvasdesk.windows.toast import announce

Way = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class Strip(QFrame):
    """Waits without taking the focus until one of its ways is chosen or it is put away.

    The first way is the one that is meant for most. The keyboard goes back to the `canvas`.

    `until_saved` says that it has nothing to say any more once the document is saved.
    """

    until_saved = False

    def __init__(self, canvas: QWidget) -> None:
        super().__init__()
        self._canvas = canvas
        self.setObjectName("banner")
        self.setAutoFillBackground(True)
        self.said, self.details = QLabel(), QLabel()
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.said, self.details):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            words.addWidget(label)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 12, 6)
        self._row.addLayout(words, 1)
        self.buttons: list[QPushButton] = []
        self.hide()

    def ask(
        self, sentence: str, ways: Sequence[Way], details: str = "", *, until_saved: bool = False
    ) -> None:
        """Say `sentence` and `details`, with a button for each of the ways; each puts the strip away."""
        self._clear()
        self.until_saved = until_saved
        self.said.setText(sentence)
        self.details.setText(details)
        self.details.setVisible(bool(details))
        for text, act in ways:
            button = QPushButton(text)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setDefault(not self.buttons)
            button.clicked.connect(self.away)
            button.clicked.connect(lambda _=False, act=act: act())
            self._row.addWidget(button)
            self.buttons.append(button)
        self.show()
        announce(self, f"{sentence} {details}".strip())

    def away(self) -> None:
        """Say nothing any more."""
        if holds_focus(self):
            self._canvas.setFocus()
        self.hide()

    def _clear(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons.clear()
