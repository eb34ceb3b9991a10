"""What was mended when a file was read, and what the file keeps although it could not be used."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from canvasdesk.editing.quarantine import quarantined
from canvasdesk.session.document import Document
from canvasdesk.windows.overlay import Overlay
from canvasdesk.words import translate

WIDTH, HEIGHT = 560, 150  # pixels: of all, and of what is kept
MARGIN, APART = 16, 10  # pixels


class Mended(Overlay):
    """Tells it in plain words, a line for each thing that is kept."""

    def __init__(self, host: QWidget, area: QWidget, document: Document) -> None:
        super().__init__(host, area)
        self._document = document
        self.notices = QLabel()
        self.notices.setTextFormat(Qt.TextFormat.PlainText)
        self.notices.setWordWrap(True)
        title = QLabel(translate("Mended", "Kept in the file, but not shown"))
        title.setObjectName("heading")
        self.kept = QPlainTextEdit()
        self.kept.setReadOnly(True)
        self.kept.setTabChangesFocus(True)
        self.kept.setFixedHeight(HEIGHT)
        self.kept.setAccessibleName(title.text())
        self.close_button = QPushButton(translate("Mended", "C&lose"))
        self.close_button.clicked.connect(self.dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(APART)
        for part in (self.notices, title, self.kept):
            column.addWidget(part)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(translate("Mended", "What was mended"))
        document.replaced.connect(self.dismiss)

    def ask(self) -> None:
        """Open with the keyboard on what is kept."""
        self.notices.setText("\n".join(self._document.notices))
        self.kept.setPlainText("\n".join(quarantined(self._document.workspace)))
        self.open()
        self.kept.setFocus(Qt.FocusReason.PopupFocusReason)

    def placed(self, room: QRect) -> QRect:
        """Give the place in the middle, as high as its words need it to be."""
        width = min(WIDTH, room.width())
        place = QRect(0, 0, width, self.heightForWidth(width))
        place.moveCenter(room.center())
        return place
