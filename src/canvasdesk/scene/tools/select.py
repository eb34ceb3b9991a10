"""The tool for everything: select, move, link by the handle, and draw a rubber band."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from canvasdesk.drawing.surface import Surface
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section
from canvasdesk.scene.capture import place_under
from canvasdesk.scene.tools.band import Band
from canvasdesk.scene.tools.base import Pointer
from canvasdesk.scene.tools.drag import MORE, DragTool, Gesture
from canvasdesk.scene.tools.handle import draw_handle, on_handle
from canvasdesk.scene.tools.linking import Linking
from canvasdesk.scene.tools.moving import Moving
from canvasdesk.session.attempt import locked

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView

LINK_REACH = 8.0  # view pixels beside a link where a click still finds it


class SelectTool(DragTool):
    """A click selects; with Shift or Ctrl it adds or takes away, beside everything it lets go.

    Drags move notes, draw links from the handle of a note, and stretch a rubber band elsewhere. A
    double click edits a note, goes into a segment, or puts a new note into a section or block.
    """

    def __init__(self, view: "CanvasView") -> None:
        super().__init__(view)
        self._part: str | None = None
        self._held_before = False
        self._handle: str | None = None

    def _part_at(self, pointer: Pointer) -> str | None:
        reach = LINK_REACH / self.view.camera.scale
        return self.scene.note_at(pointer.scene) or self.scene.link_at(pointer.scene, reach)

    def _handle_at(self, pointer: Pointer) -> str | None:
        """Give the note whose handle is shown under the mouse."""
        pixel = 1 / self.view.camera.scale
        shown = (each for each in self._handles() if on_handle(self.scene, each, pointer.scene, pixel))
        return next(shown, None)

    def _handles(self) -> tuple[str, ...]:
        """Give the notes that show their handle: the one under the mouse, and the one with the focus.

        In a frame there is nothing to link them with.
        """
        busy = self._gesture or self.view.writing.under_way
        if busy or self.scene.look.arranged or locked(self.scene.document):
            return ()
        focus = self.scene.selection.focus if self.view.hasFocus() else None
        notes = self.scene.notes
        shown = dict.fromkeys(each for each in (self.scene.hovered, focus) if each and each in notes)
        return tuple(each for each in shown if isinstance(notes[each].look.field, Section))

    def hover(self, pointer: Pointer) -> None:
        """Mark what lies under the mouse; on its handle, a note stays marked."""
        handle = self._handle_at(pointer)
        self.scene.set_hovered(handle or self._part_at(pointer))
        self.view.set_cursor(Qt.CursorShape.CrossCursor if handle else None)

    def press(self, pointer: Pointer) -> None:
        """Select what lies under the mouse, unless it is selected already: then a drag moves all that is."""
        super().press(pointer)
        selection = self.scene.selection
        self._handle = self._handle_at(pointer)
        self._part = None if self._handle else self._part_at(pointer)
        self._held_before = self._part in selection.ids
        if self._part and not self._held_before:
            kept = selection.ids if pointer.modifiers & MORE else frozenset()
            selection.select(kept | {self._part}, self._part)

    def begin(self, start: Pointer) -> Gesture | None:
        """Draw a link, move, or stretch a band."""
        if self._handle:
            return Linking(self.view, self._handle)
        if self._part is None or self._part not in self.scene.notes:
            return Band(self.view, start)
        if refusal := locked(self.scene.document):
            self.view.toast_requested.emit(refusal)
            return None
        return Moving(self.view, start, self._part)

    def click(self, pointer: Pointer) -> None:
        """Take out of the selection, select alone, or select nothing."""
        selection, more = self.scene.selection, bool(pointer.modifiers & MORE)
        if self._handle:
            self.view.start_link(self._handle)
        elif self._part is None:
            if not more:
                selection.clear()
        elif self._held_before and more:
            selection.toggle(self._part)
        elif self._held_before:
            selection.select([self._part])

    def double_press(self, pointer: Pointer) -> None:
        """Edit the note, go into the segment, or put a new note there."""
        note_id, field = self.scene.note_at(pointer.scene), self.scene.field_at(pointer.scene)
        if self._handle_at(pointer):
            return
        if note_id and self.scene.note_item(note_id).look.field is Block.SEGMENTS:
            self.view.segment_activated.emit(note_id)
        elif note_id:
            self.view.edit(note_id)
        elif field and self._part_at(pointer) is None:
            self.view.capture(field, place_under(pointer.scene))

    def paint_overlay(self, surface: Surface, pixel: float) -> None:
        """Draw what the drag shows, and the handles."""
        super().paint_overlay(surface, pixel)
        for each in self._handles():
            draw_handle(surface, self.scene, each, pixel)
