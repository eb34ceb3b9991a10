"""Selecting with a click, and moving what is selected by dragging."""

from PySide6.QtCore import Qt

from canvasdesk.layout.geometry import Point
from canvasdesk.scene.tools.base import Pointer, Tool
from canvasdesk.session.commands import move


class SelectTool(Tool):
    """A click selects, with Shift adds or takes away; a drag moves the selected notes."""

    _start: Pointer | None = None
    _places: dict[str, Point] | None = None

    def press(self, pointer: Pointer) -> None:
        """Select what lies under the mouse, and be ready to move it."""
        self._start = pointer
        part = self.scene.note_at(pointer.scene) or self.scene.link_at(pointer.scene)
        selection = self.scene.selection
        if part and pointer.modifiers & Qt.KeyboardModifier.ShiftModifier:
            selection.toggle(part)
        elif part is None:
            selection.clear()
        elif part not in selection.ids:
            selection.select([part])

    def move(self, pointer: Pointer) -> None:
        """Show the selected notes where the mouse took them; without a button, mark what lies under it."""
        if self._start is None:
            self.scene.set_hovered(self.scene.note_at(pointer.scene) or self.scene.link_at(pointer.scene))
            return
        if self._places is None:
            if not pointer.dragged_from(self._start):
                return
            held = self.scene.selection.ids & self.scene.notes.keys()
            self._places = {each: Point(*self.scene.place_of(each)[:2]) for each in held}
            self.scene.begin_moving(held)
        self.scene.preview_places(self._moved(pointer))

    def _moved(self, pointer: Pointer) -> dict[str, tuple[float, float]]:
        if self._start is None or self._places is None:
            return {}
        dx, dy = pointer.scene.x - self._start.scene.x, pointer.scene.y - self._start.scene.y
        return {each: (place.x + dx, place.y + dy) for each, place in self._places.items()}

    def release(self, pointer: Pointer) -> None:
        """Leave the notes where they are now."""
        if self._places:
            refusal = move(self.scene.document, self._moved(pointer))
            if refusal:
                self.view.toast_requested.emit(refusal)
        self.cancel()

    def leave(self) -> None:
        """Mark nothing."""
        self.scene.set_hovered(None)

    def cancel(self) -> bool:
        """Put everything back."""
        under_way, self._start, self._places = self._places is not None, None, None
        self.scene.resync()
        return under_way
