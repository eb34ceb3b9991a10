"""What every tool is: a gesture from press to release that can be given up on the way."""

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Point

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the mouse is, in canvas units (`scene`) and in view pixels (`view`), and what is held down."""

    scene: Point
    view: Point
    button: Qt.MouseButton
    """The button that went down or up; none while the mouse moves."""
    buttons: Qt.MouseButton
    modifiers: Qt.KeyboardModifier

    def dragged_from(self, start: "Pointer") -> bool:
        """Say whether the mouse went so far since `start` that a drag is meant, not a click."""
        far = hypot(self.view.x - start.view.x, self.view.y - start.view.y)
        return far >= QGuiApplication.styleHints().startDragDistance()


class Tool:
    """A tool that does nothing; others override what they need.

    While a gesture is under way the document is not touched: the tool shows a preview on the scene and
    commits on release. `cancel` leaves no trace.
    """

    cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, view: "CanvasView") -> None:
        self.view = view
        self.scene = view.scene

    def press(self, pointer: Pointer) -> None:
        """Answer a button that goes down."""

    def move(self, pointer: Pointer) -> None:
        """Answer the mouse that moves, with or without a button held."""

    def release(self, pointer: Pointer) -> None:
        """Answer the button that goes up."""

    def double_press(self, pointer: Pointer) -> None:
        """Answer the second press of a double click, which is no `press` too."""
        self.press(pointer)

    def leave(self) -> None:
        """Answer the mouse that left the view."""

    def cancel(self) -> bool:
        """Give the gesture up and say whether one was under way; also when another tool is chosen."""
        return False

    def paint_overlay(self, surface: Surface, pixel: float) -> None:
        """Draw above the canvas, in canvas units; a pixel of the view is `pixel` of them."""
