"""The note tool: each click in a section puts a note there, ready to be written."""

from PySide6.QtCore import Qt

from canvasdesk.drawing.card import field_hue
from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Point, Rect
from canvasdesk.layout.style import NOTE_HEIGHT, NOTE_RADIUS, NOTE_WIDTH
from canvasdesk.scene.capture import place_under
from canvasdesk.scene.tools.base import Pointer
from canvasdesk.scene.tools.drag import DragTool
from canvasdesk.words import translate

WIDTH = 1.5  # view pixels


class NoteTool(DragTool):
    """Shows where the note would be; a click on a note edits that."""

    cursor = Qt.CursorShape.CrossCursor
    _at: Point | None = None

    def hover(self, pointer: Pointer) -> None:
        """Show where a note would be."""
        over = self.scene.note_at(pointer.scene)
        self.scene.set_hovered(over)
        self._at = None if over else pointer.scene
        self.view.update()

    def click(self, pointer: Pointer) -> None:
        """Open a note."""
        self._at = None
        over, field = self.scene.note_at(pointer.scene), self.scene.field_at(pointer.scene)
        if over:
            self.view.edit(over)
        elif field:
            self.view.capture(field, place_under(pointer.scene))
        else:
            self.view.toast_requested.emit(_outside(self.scene.selection.canvas_id))

    def leave(self) -> None:
        """Show nothing."""
        super().leave()
        self._at = None
        self.view.update()

    def cancel(self) -> bool:
        """Show nothing."""
        self._at = None
        return super().cancel()

    def paint_overlay(self, surface: Surface, pixel: float) -> None:
        """Draw the outline of the note to be."""
        field = self.scene.field_at(self._at) if self._at else None
        if self._at and field:
            place = Rect(*place_under(self._at), NOTE_WIDTH, NOTE_HEIGHT)
            surface.rect(place, None, field_hue(self.scene.theme, field).line, WIDTH * pixel, NOTE_RADIUS)


def _outside(canvas_id: str | None) -> str:
    if canvas_id is None:
        return translate("Note", "A note starts in one of the nine blocks.")
    return translate("Note", "A note starts in one of the six sections.")
