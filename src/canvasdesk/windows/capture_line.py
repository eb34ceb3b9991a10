"""The capture line: whatever the room says is written here, note after note, and lands in its section."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from canvasdesk.drawing.naming import section_name, section_question
from canvasdesk.interchange.lines import notes_from_text
from canvasdesk.layout.style import Theme
from canvasdesk.model.sections import Section
from canvasdesk.windows.overlay import MARGIN as AROUND
from canvasdesk.windows.overlay import Overlay
from canvasdesk.words import translate

SHARE = 0.05  # of the room's height
LEAST = 36  # pixels
LETTERS = 0.5  # of the line's height
WIDEST, AUTHOR = 0.62, 0.075  # of the room's width
MARGIN = 3  # pixels around the line


class CaptureLine(Overlay):
    """One line at the lower edge of a room's picture; Esc gives the keyboard back to the canvas.

    Enter keeps what is written, Tab goes on to the next section, Down to the initials.

    `written` carries a section, notes and their author's initials; `turned` a section that Tab led to.
    """

    written = Signal(Section, object, str)
    turned = Signal(Section)

    def __init__(self, host: QWidget, area: QWidget) -> None:
        super().__init__(host, area)
        self.setObjectName("captureLine")
        self._canvas = area
        self.section = Section.JOBS
        self.chip = QLabel()
        self.chip.setObjectName("chip")
        self.chip.setTextFormat(Qt.TextFormat.PlainText)
        self.field, self.author = _Line(), QLineEdit()
        self.author.setPlaceholderText(translate("Capture", "Initials"))
        self.author.setAccessibleName(translate("Capture", "Initials of who said it"))
        self.author.setMaxLength(12)
        self.field.pasted.connect(self._write)
        for field in (self.field, self.author):
            field.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(4)
        for part in (self.chip, self.field, self.author):
            row.addWidget(part, 1 if part is self.field else 0)
        self.turn(self.section)

    @staticmethod
    def height_in(room: float) -> int:
        """Give the pixels that the line takes of a room so many pixels high."""
        return max(LEAST, round(SHARE * room)) + 2 * MARGIN

    def placed(self, room: QRect) -> QRect:
        """Give the place at the lower edge."""
        whole = self._area.rect()
        height = self.height_in(whole.height()) - 2 * MARGIN
        place = QRect(0, 0, round(whole.width() * WIDEST), height)
        place.moveCenter(room.center())
        place.moveBottom(room.bottom() + AROUND - MARGIN)
        return place

    def turn(self, section: Section) -> None:
        """Write for another section from now on."""
        self.section = section
        self.chip.setText(section_name(section))
        self.field.setPlaceholderText(section_question(section))
        self.field.setAccessibleName(
            translate("Capture", "New note in {section}", section=section_name(section))
        )
        self.field.setAccessibleDescription(section_question(section))

    def hide_words(self, *, hidden: bool) -> None:
        """Show dots in the place of what is typed: the note is to be covered."""
        self.field.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)

    def use(self, theme: Theme) -> None:
        """Take the colours of a theme, and letters that fit the height."""
        hue, size = theme.hue(self.section), round(self.height() * LETTERS)
        self.author.setFixedWidth(round(self._area.width() * AUTHOR))
        self.setStyleSheet(
            f"#captureLine {{ background: {theme.shape}; border: 2px solid {hue.line};"
            f" border-radius: {self.height() // 2}px; }}"
            f"#captureLine QLineEdit {{ background: transparent; border: none; color: {theme.ink};"
            f" font-size: {size}px; padding: 0 6px; }}"
            f"#chip {{ color: {hue.ink}; font-size: {size}px; font-weight: bold; padding: 0 6px; }}"
        )

    def _write(self, texts: Sequence[str]) -> None:
        if texts:
            self.written.emit(self.section, tuple(texts), self.author.text().strip())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the keys that mean more here than in any line: Enter, Tab and Esc."""
        if watched in (self.field, self.author) and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in _OWN:
                self._on_key(event)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _on_key(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self._canvas.setFocus()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self._turn_by(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            case Qt.Key.Key_Down:
                self.author.setFocus()
            case Qt.Key.Key_Up:
                self.field.setFocus()
            case _:
                text = self.field.text().strip()
                self.field.clear()
                self.field.setFocus()
                self._write([text] if text else [])

    def _turn_by(self, steps: int) -> None:
        order = list(Section)
        self.turned.emit(order[(order.index(self.section) + steps) % len(order)])


_OWN = frozenset({
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape,
    Qt.Key.Key_Down, Qt.Key.Key_Up,
})  # fmt: skip


class _Line(QLineEdit):
    """A line into which several can be pasted: each is told of as a note of its own."""

    pasted = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            lines = notes_from_text(QGuiApplication.clipboard().text())
            if len(lines) > 1:
                self.pasted.emit(lines)
                return
        super().keyPressEvent(event)
