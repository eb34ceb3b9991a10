"""Writing on the canvas: notes as fast as somebody speaks, or the text of one that is there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from canvasdesk.drawing.note import NoteLook, note_look
from canvasdesk.layout.geometry import Point
from canvasdesk.layout.style import NOTE_HEIGHT, NOTE_WIDTH
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.scene.editor import NoteEditor
from canvasdesk.scene.editor_keys import Leave
from canvasdesk.session import commands, pasting
from canvasdesk.session.attempt import locked
from canvasdesk.session.placing import free_places

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView

ORDER = tuple(Section)
LEAST_SCALE = 0.9  # view pixels a canvas unit, at which the smallest text has 11 pixels


class Writing(QObject):
    """What is being written in one view.

    A new note comes into the document with its first letter, so that one left empty was never there: no step,
    and nothing to redo is lost. Enter keeps it and opens the next one in the same section, Tab goes on to the
    next section, Esc ends; where the text of an older note is edited each of them keeps it and ends. All that
    is typed into a note between opening and leaving it is one step.
    """

    def __init__(self, view: "CanvasView") -> None:
        super().__init__(view)
        self._view, self._scene = view, view.scene
        self._document, self._selection = view.scene.document, view.scene.selection
        self._look: NoteLook | None = None
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
        return self._look.note.id if self._look and self._known else None

    def capture(self, section: Section, place: Point | None = None) -> None:
        """Open a new note with its corner at `place`, or at a free place of a section."""
        self.end()
        canvas = commands.shown_canvas(self._document, self._selection)
        if canvas is None or self._refused():
            return
        corner = place or free_places(self._document.workspace, canvas, section, [""])[0]
        note = Note(section=section, x=corner.x, y=corner.y)
        self._new, self._known, self._chosen = True, False, place is not None
        self._open(note_look(note))

    def edit(self, note_id: str) -> None:
        """Open the text of a note; nothing happens where the canvas shown has no such note."""
        self.end()
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
            commands.settle(self._document, self._selection, note_id)
        if note_id:
            self._say(commands.end_text(self._document, note_id))

    def _refused(self) -> bool:
        refusal = locked(self._document)
        self._say(refusal)
        return refusal is not None

    def _say(self, sentence: str | None) -> None:
        if sentence:
            self._view.toast_requested.emit(sentence)

    # The editor.

    def _open(self, look: NoteLook) -> None:
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
            camera, note, room = self._view.camera, self._look.note, self._view.room
            scale = max(camera.scale, LEAST_SCALE)
            x, y = camera.to_view(Point(note.x, note.y))
            if scale > camera.scale:
                grown = scale - camera.scale
                x = min(max(x - grown * NOTE_WIDTH / 2, 0.0), room.w - scale * NOTE_WIDTH)
                y = min(max(y - grown * NOTE_HEIGHT / 2, 0.0), room.h - scale * self._editor.note_height)
            self._editor.stand(Point(x, y), scale)

    def _on_typed(self, text: str) -> None:
        if self._look is None or self._editor is None:
            return
        note, words = self._look.note, text.strip()
        if self._new and not words:
            refusal = self._take_back(note)
        elif self._known:
            refusal = commands.edit_text(self._document, note.id, words, adding=self._new)
        else:
            refusal = self._add(note, words)
        if refusal:
            self._say(refusal)
            self._editor.write(self._look.note.text)

    def _add(self, note: Note, words: str) -> str | None:
        place = note.x, note.y
        refusal = commands.add_note(self._document, self._selection, note.section, words, place)
        focus = self._selection.focus
        if refusal is None and focus in self._scene.notes:
            self._known = True
            self._look = self._scene.notes[focus].look
        return refusal

    def _take_back(self, note: Note) -> str | None:
        """Leave nothing of a new note in the document: its last letter is gone again."""
        if not self._known:
            return None
        refusal = commands.edit_text(self._document, note.id, "", adding=True)
        if refusal is None and not note.detail.strip():
            self._known = False
            self._look = note_look(Note(section=note.section, x=note.x, y=note.y))
            refusal = commands.end_text(self._document, note.id)
        return refusal

    def _on_pasted(self, lines: str) -> None:
        if self._look:
            section = self._look.note.section
            self.end()
            data = {pasting.TEXT: lines.encode("utf-8", "replace")}
            self._say(pasting.paste(self._document, self._selection, data, section))
            self.capture(section)

    def _on_left(self, way: Leave) -> None:
        if self._look is None or self._editor is None:
            return
        section, empty = self._look.note.section, not self._editor.text.strip()
        if self._new and way is Leave.NEXT and empty:
            return  # somebody who pressed Enter twice goes on writing
        self.end()
        if self._new and way is Leave.NEXT:
            self.capture(section)
        elif self._new and way in {Leave.FORWARD, Leave.BACK}:
            step = 1 if way is Leave.FORWARD else -1
            self.capture(ORDER[(ORDER.index(section) + step) % len(ORDER)])

    # Following.

    def _follow(self) -> None:
        """Show what others made of the note: another text by undo or in a panel, or nothing at all."""
        if self._look is None or self._editor is None or not self._known:
            return
        item = self._scene.notes.get(self._look.note.id)
        if item is None:
            self._close()
            return
        self._look = item.look
        self._editor.wear(item.look, self._scene.theme)
        if item.look.note.text.strip() != self._editor.text.strip():
            self._editor.write(item.look.note.text)
        self._take_place()


def place_under(point: Point) -> Point:
    """Give the corner of a new note that has a point in its middle."""
    return Point(point.x - NOTE_WIDTH / 2, point.y - NOTE_HEIGHT / 2)
