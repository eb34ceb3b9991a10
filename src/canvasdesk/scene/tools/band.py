"""The rubber band: it takes every note that it touches into the selection."""

from typing import TYPE_CHECKING

from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import NOTE_RADIUS
from canvasdesk.scene.items import NoteItem
from canvasdesk.scene.tools.base import Pointer
from canvasdesk.scene.tools.drag import MORE, Gesture

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView

WIDTH = 1.5  # view pixels
DASH = (5.0, 3.0)  # view pixels


class Band(Gesture):
    """A rectangle from where the button went down to the mouse; Shift or Ctrl adds to the selection."""

    def __init__(self, view: "CanvasView", start: Pointer) -> None:
        self._scene, self._start = view.scene, start.scene
        self._rect = Rect(*start.scene, 0.0, 0.0)
        self._touched: list[NoteItem] = []

    def move(self, pointer: Pointer) -> None:
        """Stretch it."""
        self._rect = Rect(*self._start, 0.0, 0.0).united(Rect(*pointer.scene, 0.0, 0.0))
        self._touched = self._scene.notes_in(self._rect)

    def release(self, pointer: Pointer) -> None:
        """Select what it touches."""
        selection, touched = self._scene.selection, frozenset(note.id for note in self._touched)
        kept = selection.ids if pointer.modifiers & MORE else frozenset()
        first = min(self._touched, key=lambda note: (note.y, note.x), default=None)
        selection.select(kept | touched, first.id if first else selection.focus)

    def paint_overlay(self, surface: Surface, pixel: float) -> None:
        """Draw it, and a frame around each note it takes."""
        colour, width = self._scene.theme.focus, WIDTH * pixel
        for note in self._touched:
            surface.rect(note.rect.inset(-width), None, colour, width, NOTE_RADIUS + width)
        surface.rect(self._rect, None, colour, width, 0.0, (DASH[0] * pixel, DASH[1] * pixel))
