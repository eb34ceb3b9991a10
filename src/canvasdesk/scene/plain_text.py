"""A field of plain text whose own layout is never seen: it breaks its lines like the text that is shown."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from canvasdesk.drawing.fonts import REFERENCE, reference
from canvasdesk.drawing.text import ShapedText
from canvasdesk.interchange.lines import text_as_typed
from canvasdesk.model.value import TEXT_LENGTH


class PlainText(QTextEdit):
    """Holds text, caret, undo, input method and what a screen reader asks for; `shown` is what the eye sees.

    At the reference size, with the lines of what is shown, the caret goes up and down as the eye expects.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # A theme gives fields of text a border and room within; here the first pixel is the canvas' already.
        self.setStyleSheet("border: none; padding: 0; min-height: 0; background: transparent")
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(0)
        self.setFont(reference())

    @property
    def text(self) -> str:
        """The text without what is being composed, lines parted by line feeds."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def break_lines_as(self, shown: ShapedText) -> None:
        """Let the caret's way up and down be that of the lines shown."""
        if self.document().defaultFont() != reference():  # a theme may have changed it
            self.document().setDefaultFont(reference())
        option = shown.layout.textOption()
        mine = self.document().defaultTextOption()
        if (option.textDirection(), option.wrapMode()) != (mine.textDirection(), mine.wrapMode()):
            self.document().setDefaultTextOption(option)
        width = round(shown.box * REFERENCE / shown.size)
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Stay: the hidden layout scrolls, what is shown does not."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the canvas."""
        event.ignore()

    # The clipboard.

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take anything that can be text."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text."""
        self.insert_text(text_as_typed(source.text()))

    def insert_text(self, text: str) -> None:
        """Put text in place of the selection, as far as a note may be long."""
        cursor = self.textCursor()
        room = TEXT_LENGTH - len(self.text) + len(cursor.selectedText())
        cursor.insertText(text[:room])
