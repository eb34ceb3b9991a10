"""What was mended when a file was read, and what the file keeps although it could not be used."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from canvasdesk.editing.quarantine import quarantined
from canvasdesk.session.document import Document
from canvasdesk.windows.overlay import Overlay
from canvasdesk.words import translate

WIDTH, HIGHEST = 560, 320  # pixels: of all, and of the list
MARGIN, FRAME = 16, 8  # pixels
AROUND = 200  # pixels for what stands above and below the list


class MendedList(Overlay):
    """Lists it in plain words; nothing in it can be chosen."""

    def __init__(self, host: QWidget, area: QWidget, document: Document) -> None:
        super().__init__(host, area)
        self._document = document
        self.notices = QLabel()
        self.notices.setTextFormat(Qt.TextFormat.PlainText)
        self.notices.setWordWrap(True)
        title = QLabel(translate("Mended", "Kept in the file, but not shown"))
        title.setObjectName("heading")
        self.list = QListWidget()
        self.list.setAccessibleName(title.text())
        self.list.setWordWrap(True)
        self.close_button = QPushButton(translate("Mended", "&Close"))
        self.close_button.clicked.connect(self.dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(10)
        for part in (self.notices, title, self.list):
            column.addWidget(part)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(translate("Mended", "What was mended"))
        document.replaced.connect(self.dismiss)

    def ask(self) -> None:
        """Open with the keyboard in the list."""
        self.list.ensurePolished()
        self.notices.setText("\n".join(self._document.notices))
        self.list.clear()
        self.list.addItems(quarantined(self._document.workspace))
        self.list.setCurrentRow(0)
        self.open()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def placed(self, room: QRect) -> QRect:
        """Give the place in the middle, as high as the list is long."""
        width = min(WIDTH, room.width())
        self.list.setFixedWidth(width - 2 * MARGIN)  # first: lines are broken by it
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(min(rows + FRAME, HIGHEST, room.height() - AROUND))
        self.setFixedWidth(width)
        return super().placed(room)
