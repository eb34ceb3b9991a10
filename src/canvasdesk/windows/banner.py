"""A strip above the canvas that says what is unusual about the document."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from canvasdesk.session.document import Document
from canvasdesk.words import translate


class Banner(QFrame):
    """Says that a document is read only, and offers a copy; or tells what was mended when it was read.

    `show_mended` shows what could not be used and stays in the file.
    """

    def __init__(
        self, document: Document, save_copy: Callable[[], object], show_mended: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAutoFillBackground(True)
        self._document = document
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.show_button = QPushButton(translate("Banner", "&Show…"))
        self.show_button.clicked.connect(show_mended)
        self.copy = QPushButton(translate("Banner", "Save a &copy…"))
        self.copy.clicked.connect(save_copy)
        self.away = QPushButton(translate("Banner", "&Understood"))
        self.away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.addWidget(self.said, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.copy)
        row.addWidget(self.away)
        document.replaced.connect(self.look)
        document.state_changed.connect(self._on_state)
        self.look()

    def look(self) -> None:
        """Say what there is to say about the document, or vanish."""
        document = self._document
        said = list(document.notices)
        if document.read_only and not said:
            said.append(translate("Banner", "This file can be looked at, but not changed."))
        self.said.setText("\n".join(said))
        self.show_button.setVisible(bool(document.notices and document.workspace.quarantine))
        self.copy.setVisible(document.read_only)
        self.setVisible(bool(said))

    def _on_state(self) -> None:
        if not self._document.read_only and self.copy.isVisibleTo(self):
            self.hide()
