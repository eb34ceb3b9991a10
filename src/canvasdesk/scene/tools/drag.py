"""Dragging: what clicks and drags have in common, whatever is dragged."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from canvasdesk.drawing.surface import Surface
from canvasdesk.scene.tools.base import Pointer, Tool
from canvasdesk.scene.tools.edge import EdgePan

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView

MORE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
"""With either of these held, a click or drag adds to the selection."""


class Gesture:
    """A drag under way; it only shows what would be, until it is released."""

    def move(self, pointer: Pointer) -> None:
        """Show what would be with the mouse here."""

    def release(self, pointer: Pointer) -> None:
        """Do it: the button went up."""

    def cancel(self) -> None:
        """Leave no trace."""

    def paint_overlay(self, surface: Surface, pixel: float) -> None:
        """Draw above the canvas, in canvas units; a pixel of the view is `pixel` of them."""


class DragTool(Tool):
    """A tool that tells clicks from drags, and pans where a drag comes to the edge of the view."""

    def __init__(self, view: "CanvasView") -> None:
        super().__init__(view)
        self._start: Pointer | None = None
        self._last: Pointer | None = None
        self._gesture: Gesture | None = None
        self._edge = EdgePan(view, self._go_on)

    # What the tools say.

    def hover(self, pointer: Pointer) -> None:
        """Show what lies under the mouse, with no button held."""

    def begin(self, start: Pointer) -> Gesture | None:
        """Give what a drag does that begins where the button went down, if anything."""

    def click(self, pointer: Pointer) -> None:
        """Do what is meant by a button that went down and up at one place."""

    # What they have in common.

    def press(self, pointer: Pointer) -> None:
        """Wait whether this becomes a click or a drag."""
        self._start = pointer

    def move(self, pointer: Pointer) -> None:
        """Hover, begin a drag, or go on with it."""
        if self._start is None:
            self.hover(pointer)
        elif self._gesture:
            self._carry(pointer)
        elif pointer.dragged_from(self._start):
            self._edge.begin()
            self._gesture = self.begin(self._start)
            if self._gesture:
                self._carry(pointer)
            else:
                self._start = None

    def _carry(self, pointer: Pointer) -> None:
        self._last = pointer
        if self._gesture:
            self._gesture.move(pointer)
            self._edge.follow(pointer.view)
            self.view.update()

    def _go_on(self) -> None:
        """Follow the view that went on under the mouse."""
        if self._gesture and self._last:
            at = QPointF(*self._last.view)
            self._last = replace(self._last, scene=self.view.to_canvas(at))
            self._gesture.move(self._last)

    def release(self, pointer: Pointer) -> None:
        """Do what the drag showed, or what the click means."""
        start, gesture = self._start, self._gesture
        if gesture:
            gesture.move(pointer)
        self._forget()
        if gesture:
            gesture.release(pointer)
            self.view.update()
        elif start:
            self.click(pointer)

    def cancel(self) -> bool:
        """Give the drag up."""
        gesture = self._gesture
        self._forget()
        if gesture:
            gesture.cancel()
            self.view.update()
        return gesture is not None

    def _forget(self) -> None:
        self._start = self._last = self._gesture = None
        self._edge.stop()

    def leave(self) -> None:
        """Mark nothing."""
        self.scene.set_hovered(None)

    def paint_overlay(self, surface: Surface, pixel: float) -> None:
        """Draw what the drag shows."""
        if self._gesture:
            self._gesture.paint_overlay(surface, pixel)
