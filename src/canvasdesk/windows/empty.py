"""What stands on the board while the workspace has no customer segment: what to do next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from canvasdesk.windows.overlay import Overlay
from canvasdesk.words import translate

INSET = 24  # pixels


class EmptyBoard(Overlay):
    """A hint over the canvas, with the one thing to do."""

    def __init__(self, host: QWidget, area: QWidget, add_segment: Callable[[], object]) -> None:
        super().__init__(host, area)
        said = QLabel(translate("Empty", "There is no customer segment yet. Whom is this for?"))
        said.setTextFormat(Qt.TextFormat.PlainText)
        add = QPushButton(translate("Empty", "Add a segment"))
        add.clicked.connect(lambda _checked: add_segment())
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, INSET, INSET, INSET)
        column.setSpacing(INSET // 2)
        column.addWidget(said)
        column.addWidget(add, alignment=Qt.AlignmentFlag.AlignCenter)
        self.setFocusProxy(add)
        self.setAccessibleName(said.text())

    def follow(self, *, empty: bool) -> None:
        """Stand there while the workspace is `empty`."""
        if empty:
            self.open()
        else:
            self.dismiss()
