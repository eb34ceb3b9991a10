"""Writing on the canvas: notes as fast as somebody speaks, or the text of one that is there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from canvasdesk.drawing.card import CardLook, Field
from canvasdesk.layout.geometry import Point
from canvasdesk.layout.style import NOTE_HEIGHT, NOTE_WIDTH
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section
from canvasdesk.scene.editor import NoteEditor
from canvasdesk.scene.editor_keys import Leave
from canvasdesk.session import hands, pasting
from canvasdesk.session.attempt import locked
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView

LEAST_SCALE = 0.9  # view pixels a canvas unit, at which the smallest text has 11 pixels


class Writing(QObject):
    """What is being written in one view.

    A new note comes into the document with its first letter, so that one left empty was never there: no step,
    and nothing to redo is lost. Enter keeps it and opens the next one in the same section or block, Tab goes
    on to the next of them, Esc ends; where the text of an older note is edited, each keeps it and ends.
    All that is typed into a note between opening and leaving it is one step.
    """

    def __init__(self, view: "CanvasView") -> None:
        super().__init__(view)
        self._view, self._scene = view, view.scene
        self._document, self._selection = view.scene.document, view.scene.selection
        self._look: CardLook | None = None
        """The note under the editor; None where nothing is written."""
        self._new = False
        self._known = False
        """Whether the note is in the document."""
        self._chosen = False
        """Whether the user chose the place."""
        self._editor: NoteEditor | None = None
        view.camera_changed.connect(self._take_place)
        self._document.changed.connect(self._follow)
        self._scene.canvas_shown.connect(self.end)

    @property
    def under_way(self) -> bool:
        """Whether something is being written."""
        return self._look is not None

    @property
    def note_id(self) -> str | None:
        """The id of the note that is being written; None before its first letter."""
        return self._look.id if self._look and self._known else None

    def capture(self, field: Field, place: Point | None = None) -> None:
        """Open a new note with its corner at `place`, or at a free place of a section or block."""
        self.end()
        if self._refused():
            return
        look = hands.blank(self._document, self._selection, field, place)
        if look:
            self._new, self._known, self._chosen = True, False, place is not None
            self._open(look)

    def edit(self, note_id: str) -> None:
        """Open the text of a note; nothing happens where the canvas shown has no such note."""
        self.end()
        note = self._document.workspace.note(note_id)
        if self._scene.veiled and note and note.covered:  # its words are not to be seen here
            self._say(translate("Refusal", "This note is covered. Reveal it to change its words."))
            return
        if note_id in self._scene.notes and not self._refused():
            self._selection.select([note_id])
            self._new, self._known, self._chosen = False, True, True
            self._open(self._scene.notes[note_id].look)

    def end(self) -> None:
        """Keep what was written and close; a note without words vanishes."""
        if self._look is None:
            return
        QGuiApplication.inputMethod().commit()  # what is still being composed is meant
        note_id = self.note_id
        self._close()
        if note_id and self._new and not self._chosen:
            hands.settle(self._document, self._selection, note_id)
        if note_id:
            self._say(hands.end_text(self._document, note_id))

    def _refused(self) -> bool:
        refusal = locked(self._document)
        self._say(refusal)
        return refusal is not None

    def _say(self, sentence: str | None) -> None:
        if sentence:
            self._view.toast_requested.emit(sentence)

    # The editor.

    def _open(self, look: CardLook) -> None:
        if self._editor is None:
            self._editor = NoteEditor(self._view)
            self._editor.typed.connect(self._on_typed)
            self._editor.pasted.connect(self._on_pasted)
            self._editor.left.connect(self._on_left)
        self._look = look
        self._view.reveal_place(look.rect)
        self._editor.open(look, self._scene.theme, fresh=self._new)
        self._take_place()

    def _close(self) -> None:
        self._look = None
        if self._editor:
            if self._editor.hasFocus():
                self._view.setFocus()
            self._editor.hide()

    def _take_place(self) -> None:
        """Put the editor over the note, but never so small that what is typed could not be read."""
        if self._look and self._editor:
            camera, note, room = self._view.camera, self._look.rect, self._view.room
            scale = max(camera.scale, LEAST_SCALE)
            x, y = camera.to_view(Point(note.x, note.y))
            if scale > camera.scale:
                grown = scale - camera.scale
                x = min(max(x - grown * note.w / 2, 0.0), room.w - scale * note.w)
                y = min(max(y - grown * NOTE_HEIGHT / 2, 0.0), room.h - scale * self._editor.note_height)
            self._editor.stand(Point(x, y), scale)

    def _on_typed(self, text: str) -> None:
        if self._look is None or self._editor is None:
            return
        look, words = self._look, text.strip()
        if self._new and not words:
            refusal = self._take_back(look)
        elif self._known:
            refusal = hands.edit_text(self._document, look.id, words, adding=self._new)
        else:
            refusal = self._add(look, words)
        if refusal:
            self._say(refusal)
            self._editor.write(self._look.written)

    def _add(self, look: CardLook, words: str) -> str | None:
        refusal = hands.add(self._document, self._selection, look, words)
        focus = self._selection.focus
        if refusal is None and focus in self._scene.notes:
            self._known = True
            self._look = self._scene.notes[focus].look
        return refusal

    def _take_back(self, look: CardLook) -> str | None:
        """Leave nothing of a new note in the document: its last letter is gone again."""
        if not self._known:
            return None
        refusal = hands.edit_text(self._document, look.id, "", adding=True)
        if refusal is None and hands.is_empty(self._document, look.id):
            self._known = False
            corner = Point(look.rect.x, look.rect.y)
            self._look = hands.blank(self._document, self._selection, look.field, corner) or look
            refusal = hands.end_text(self._document, look.id)
        return refusal

    def _on_pasted(self, lines: str) -> None:
        if self._look:
            field = self._look.field
            self.end()
            data = {pasting.TEXT: lines.encode("utf-8", "replace")}
            self._say(hands.paste(self._document, self._selection, data, field))
            self.capture(field)

    def _on_left(self, way: Leave) -> None:
        if self._look is None or self._editor is None:
            return
        field, empty = self._look.field, not self._editor.text.strip()
        if self._new and way is Leave.NEXT and empty:
            return  # somebody who pressed Enter twice goes on writing
        self.end()
        if self._new and way is Leave.NEXT:
            self.capture(field)
        elif self._new and way in {Leave.FORWARD, Leave.BACK}:
            self.capture(_next(field, 1 if way is Leave.FORWARD else -1))

    # Following.

    def _follow(self) -> None:
        """Show what others made of the note: another text by undo or in a panel, or nothing at all."""
        if self._look is None or self._editor is None or not self._known:
            return
        item = self._scene.notes.get(self._look.id)
        if item is None:
            self._close()
            return
        self._look = item.look
        self._editor.wear(item.look, self._scene.theme)
        if item.look.written.strip() != self._editor.text.strip():
            self._editor.write(item.look.written)
        self._take_place()


def _next(field: Field, steps: int) -> Field:
    """Give the section or block that follows another in reading order."""
    order: list[Field] = [*Section] if isinstance(field, Section) else [*Block]
    return order[(order.index(field) + steps) % len(order)]


def place_under(point: Point) -> Point:
    """Give the corner of a new note that has a point in its middle."""
    return Point(point.x - NOTE_WIDTH / 2, point.y - NOTE_HEIGHT / 2)
