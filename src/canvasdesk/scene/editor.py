"""The editor that lies over a note and draws it as the canvas does, with caret and selection; plain text.

Everything on the screen comes from the drawing code, so that nothing moves when a note is opened or closed.
"""

from math import ceil, floor
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from canvasdesk.drawing.card import CardLook
from canvasdesk.drawing.fitting import NOTE_SIZES, NOTE_TEXT, fit, fit_typed
from canvasdesk.drawing.naming import field_name
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.text import ShapedText, units
from canvasdesk.interchange.lines import notes_from_text, one_note_from_text, text_as_typed
from canvasdesk.layout.geometry import Point, Rect
from canvasdesk.layout.style import FOCUS_WIDTH, NOTE_HEIGHT, NOTE_RADIUS, NOTE_WIDTH, Theme
from canvasdesk.scene.editor_keys import Leave, belongs_to_text, leaving
from canvasdesk.scene.lettering import caret_place, paint_lettering, position_at
from canvasdesk.scene.marks import MOST_WIDTH
from canvasdesk.scene.plain_text import PlainText
from canvasdesk.session.pasting import MOST_LETTERS

CARET_WIDTH = 1.5  # view pixels
RIM = FOCUS_WIDTH + 1.0  # canvas units around the note for the frame


class NoteEditor(PlainText):
    """Edits one note at a time; hidden in between.

    `typed` carries the text after each change by the user, `pasted` several lines that came into an empty
    note, `left` says how the user goes on. Keys of the canvas are the editor's while it has the focus.
    """

    typed = Signal(str)
    pasted = Signal(str)
    left = Signal(Leave)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._look: CardLook | None = None
        self._shown: ShapedText = fit_typed("")
        self._fresh = False
        self._composed, self._composed_caret = "", 0
        self._corner, self._scale = Point(0.0, 0.0), 1.0
        self._theme: Theme | None = None
        self._caret_lit = True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._on_blink)
        self.hide()
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self._on_caret)
        self.selectionChanged.connect(self.viewport().update)

    # What is edited, and where.

    def open(self, look: CardLook, theme: Theme, *, fresh: bool) -> None:
        """Show a note, with the caret behind its text; several lines pasted into a `fresh` one are told."""
        self._fresh = fresh
        self._composed, self._composed_caret = "", 0
        self.wear(look, theme)
        self.show()
        self.write(look.written)
        self.setAccessibleName(field_name(look.field))
        self.setAccessibleDescription(look.question)
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def wear(self, look: CardLook, theme: Theme) -> None:
        """Take the looks of a note, but for its text."""
        self._look, self._theme = look, theme
        self.viewport().update()

    def write(self, text: str) -> None:
        """Replace the text, as something other than the user's hand does."""
        with QSignalBlocker(self):
            self.setPlainText(one_note_from_text(text))
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._follow_text()

    def stand(self, corner: Point, scale: float) -> None:
        """Put the note's corner at a place of the view, at `scale` view pixels a canvas unit."""
        self._corner, self._scale = corner, scale
        self._take_place()

    @property
    def note_width(self) -> float:
        """The width of the note, in canvas units."""
        return self._look.rect.w if self._look else NOTE_WIDTH

    @property
    def note_height(self) -> float:
        """The height of the note with its present text, in canvas units."""
        return self._look.bare(self._shown).rect.h if self._look else NOTE_HEIGHT

    def _take_place(self) -> None:
        x, y, scale = *self._corner, self._scale
        left, top = floor(x - RIM * scale), floor(y - RIM * scale)
        right = ceil(x + (self.note_width + RIM) * scale)
        bottom = ceil(y + (self.note_height + RIM) * scale)
        self.setGeometry(left, top, right - left, bottom - top)
        self.updateMicroFocus()
        self.viewport().update()

    # Following the text.

    def _on_text(self) -> None:
        self._follow_text()
        self.typed.emit(self.text)

    def _follow_text(self) -> None:
        text, at = self.text, self.textCursor().position()
        width, bold = (self._look.text_width, self._look.bold) if self._look else (NOTE_TEXT.w, False)
        self._shown = fit_typed(_inserted(text, at, self._composed), width, bold=bold)
        self.break_lines_as(self._shown)
        self._take_place()

    def _on_caret(self) -> None:
        self._caret_lit = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if flash > 0 and self.hasFocus():
            self._blink.start(flash // 2)
        self.viewport().update()

    def _on_blink(self) -> None:
        self._caret_lit = not self._caret_lit
        self.viewport().update()

    # The picture.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the note with frame, text and caret."""
        if self._look is None or self._theme is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._corner.x - self.x(), self._corner.y - self.y())
        painter.scale(self._scale, self._scale)
        surface = PainterSurface(painter)
        bare = self._look.bare(self._shown)
        width = min(FOCUS_WIDTH, MOST_WIDTH / self._scale)
        frame = Rect(0, 0, bare.rect.w, bare.rect.h).inset(-width / 2)
        bare.draw(surface, self._theme)
        surface.rect(frame, None, self._theme.focus, width, NOTE_RADIUS + width / 2)
        if self._shown.layout.text():
            self._paint_text(painter)
        else:
            question = fit(self._look.question, self._look.text_width, NOTE_TEXT.h, NOTE_SIZES)
            surface.text(question, NOTE_TEXT.x, NOTE_TEXT.y, self._theme.muted)
        if self._caret_lit and self.hasFocus():
            painter.fillRect(QRectF(*self._caret), QColor(self._theme.ink))
        painter.end()

    def _paint_text(self, painter: QPainter) -> None:
        if self._theme:
            cursor = self.textCursor()
            held = cursor.selectionStart(), cursor.selectionEnd()
            composed = cursor.position(), cursor.position() + units(self._composed)
            paint_lettering(painter, self._shown, self._theme, held, composed)

    @property
    def _caret(self) -> Rect:
        position = self.textCursor().position() + self._composed_caret
        return caret_place(self._shown, position, CARET_WIDTH / self._scale)

    # Keys.

    def event(self, event: QEvent) -> bool:
        """Keep the keys that belong to text, and those of the canvas."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self._keeps(event))
            return event.isAccepted()
        return super().event(event)

    def _keeps(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.document().isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return self.document().isRedoAvailable()
        return belongs_to_text(event, self._view.actions())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave, begin a new line with Shift+Enter, paste all into this note with Ctrl+Shift+V, or type."""
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if way := leaving(event):
            self.left.emit(way)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.insertPlainText("\n")
        elif event.key() == Qt.Key.Key_V and event.modifiers() == both:
            self.insert_text(text_as_typed(QGuiApplication.clipboard().text()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Light the caret."""
        super().focusInEvent(event)
        self._on_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere; a menu or another window gives it back."""
        super().focusOutEvent(event)
        self._blink.stop()
        reason = Qt.FocusReason
        if event.reason() not in {
            reason.PopupFocusReason,
            reason.ActiveWindowFocusReason,
            reason.MenuBarFocusReason,
        }:
            self.left.emit(Leave.ELSEWHERE)
        self.viewport().update()

    # Input methods.

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Show what is being composed where the caret is."""
        self._composed = event.preeditString()
        carets = [
            each.start for each in event.attributes() if each.type is QInputMethodEvent.AttributeType.Cursor
        ]
        self._composed_caret = carets[0] if carets else units(self._composed)
        super().inputMethodEvent(event)
        self._follow_text()

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> Any:
        """Say where the caret is seen; the rest is known to the text."""
        if query in {Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle}:
            return self.caret_rect()
        if argument is None:
            return super().inputMethodQuery(query)
        return super().inputMethodQuery(query, argument)

    def caret_rect(self) -> QRect:
        """Give the place of the caret in this widget, in pixels."""
        caret, scale = self._caret, self._scale
        x, y = self._corner.x - self.x() + caret.x * scale, self._corner.y - self.y() + caret.y * scale
        return QRectF(x, y, caret.w * scale, caret.h * scale).toAlignedRect()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text; several lines that come into an empty new note are told instead."""
        text = source.text()
        cells = notes_from_text(text[:MOST_LETTERS]) if self._fresh and not self.text.strip() else ()
        if len(cells) > 1:
            self.pasted.emit(text)
        elif cells:
            self.insert_text(cells[0])
        else:
            super().insertFromMimeData(source)

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret where the mouse is; with Shift select up to there."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._point(event, keep=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to where the mouse is."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point(event, keep=True)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is left to do: the press put the caret."""
        event.setAccepted(event.button() is Qt.MouseButton.LeftButton)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the mouse."""
        self._point(event, keep=False)
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.setTextCursor(cursor)

    def _point(self, event: QMouseEvent, *, keep: bool) -> None:
        at = event.position()
        x, y = (
            (at.x() + self.x() - self._corner.x) / self._scale,
            (at.y() + self.y() - self._corner.y) / self._scale,
        )
        cursor = self.textCursor()
        mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(position_at(self._shown, Point(x, y)), mode)
        self.setTextCursor(cursor)


def _inserted(text: str, at: int, more: str) -> str:
    """Give `text` with `more` in it, `at` so many UTF-16 units from its start."""
    letters = text.encode("utf-16-le", "surrogatepass")
    return (letters[: 2 * at] + more.encode("utf-16-le", "surrogatepass") + letters[2 * at :]).decode(
        "utf-16-le", "replace"
    )
