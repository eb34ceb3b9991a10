"""The capture line: whatever the room says is written here, note after note, and lands in its section."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

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
CHECK = 0.8  # of the letters, for those beside the box
WIDEST = 0.7  # of the room's width
AUTHOR = 5.0  # of the letters: the width of the place for initials
MARGIN = 3  # pixels around the line


class CaptureLine(Overlay):
    """One line at the lower edge of a room's picture; Esc gives the keyboard back to the canvas.

    Enter keeps what is written, Tab goes on to the next section, Down to the initials and to whether their
    owner writes covered, which is remembered for each.

    `written` carries a section, notes, their author's initials, and whether they are covered; `turned` a
    section that Tab led to.
    """

    written = Signal(Section, object, str, bool)
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
        self.covered = QCheckBox(translate("Capture", "Covered"))
        self.covered.setAccessibleName(translate("Capture", "Whoever has these initials writes covered"))
        self._covering: set[str] = set()
        """The initials of those who write covered; "" for notes of nobody."""
        self._section_covered = False
        self.author.textChanged.connect(self._follow_author)
        self.covered.toggled.connect(self._on_covered)
        self.field.pasted.connect(self.take)
        for field in (self.field, self.author, self.covered):
            field.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 18, 0)
        row.setSpacing(4)
        for part in (self.chip, self.field, self.author, self.covered):
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
        """Show dots in the place of what is typed: notes of the section are to be covered."""
        self._section_covered = hidden
        self._show_words()

    def _show_words(self) -> None:
        hidden = self._section_covered or self.covered.isChecked()
        self.field.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)

    def _follow_author(self) -> None:
        self.covered.setChecked(self.author.text().strip() in self._covering)

    def _on_covered(self, covered: bool) -> None:
        initials = self.author.text().strip()
        if covered:
            self._covering.add(initials)
        else:
            self._covering.discard(initials)
        self._show_words()

    def use(self, theme: Theme) -> None:
        """Take the colours of a theme, and letters that fit the height."""
        hue, size = theme.hue(self.section), round(self.height() * LETTERS)
        self.author.setFixedWidth(round(size * AUTHOR))
        self.setStyleSheet(
            f"#captureLine {{ background: {theme.shape}; border: 2px solid {hue.line};"
            f" border-radius: {self.height() // 2}px; }}"
            f"#captureLine QLineEdit {{ background: transparent; border: none; color: {theme.ink};"
            f" font-size: {size}px; padding: 0 6px; }}"
            f"#captureLine QCheckBox {{ color: {theme.ink}; font-size: {round(size * CHECK)}px; }}"
            f"#chip {{ color: {hue.ink}; font-size: {size}px; font-weight: bold; padding: 0 6px; }}"
        )

    def take(self, texts: Sequence[str]) -> None:
        """Take down what was said, in the section written for."""
        if texts:
            initials = self.author.text().strip()
            self.written.emit(self.section, tuple(texts), initials, self.covered.isChecked())

    def give_back(self, texts: Sequence[str]) -> None:
        """Take what could not be kept into the line again; several lines are on the clipboard still."""
        if len(texts) == 1:
            self.field.setText(texts[0])

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the keys that mean more here than in any line: Enter, Tab and Esc."""
        if watched in (self.field, self.author, self.covered) and isinstance(event, QKeyEvent):
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
                (self.author if self.field.hasFocus() else self.covered).setFocus()
            case Qt.Key.Key_Up:
                (self.author if self.covered.hasFocus() else self.field).setFocus()
            case _:
                text = self.field.text().strip()
                self.field.clear()
                self.field.setFocus()
                self.take([text] if text else [])

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
