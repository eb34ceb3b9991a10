"""Panning: the canvas follows the hand."""

from PySide6.QtCore import Qt

from canvasdesk.scene.tools.base import Pointer, Tool


class PanTool(Tool):
    """Moves the view while a button is held; also what Space and the middle button do."""

    cursor = Qt.CursorShape.OpenHandCursor
    _last: Pointer | None = None

    def press(self, pointer: Pointer) -> None:
        """Take hold of the canvas."""
        self._last = pointer
        self.view.set_cursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, pointer: Pointer) -> None:
        """Let the canvas follow."""
        if self._last:
            self.view.pan(pointer.view.x - self._last.view.x, pointer.view.y - self._last.view.y)
            self._last = pointer

    def release(self, _pointer: Pointer) -> None:
        """Let go."""
        self.cancel()

    def cancel(self) -> bool:
        """Let go where the canvas is now."""
        panning, self._last = self._last is not None, None
        self.view.set_cursor(None)
        return panning
