"""The link tool: click or drag from one note to another; what is started by key ends with the first link."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.walk import Direction
from canvasdesk.scene.tools.base import Pointer
from canvasdesk.scene.tools.drag import DragTool, Gesture
from canvasdesk.scene.tools.linking import Linking, nothing_to_link
from canvasdesk.session.attempt import locked

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView


class LinkTool(DragTool):
    """Holds a link by its loose end, between the click on one note and the click on the other."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: "CanvasView") -> None:
        super().__init__(view)
        self._linking: Linking | None = None
        self._once = False

    @property
    def under_way(self) -> bool:
        """Whether a link looks for its end."""
        return self._linking is not None

    def start(self, note_id: str, *, once: bool = False) -> None:
        """Begin a link at a note; done `once`, the view takes up the tool for selecting again."""
        self.cancel()
        linking = self._begun(note_id)
        if linking:
            self._linking, self._once = linking, once
        elif once:
            self.view.set_tool("select")

    def _begun(self, note_id: str) -> Linking | None:
        """Give a new link that starts at a note, or say why there can be none."""
        refusal = locked(self.scene.document)
        if refusal is None:
            linking = Linking(self.view, note_id)
            if linking.targets:
                return linking
            linking.cancel()
        self.view.toast_requested.emit(refusal or nothing_to_link(self.scene))
        return None

    # The mouse.

    def hover(self, pointer: Pointer) -> None:
        """Aim, or mark the note that a link could start at."""
        if self._linking:
            self._linking.move(pointer)
        else:
            self.scene.set_hovered(self.scene.note_at(pointer.scene))

    def begin(self, start: Pointer) -> Gesture | None:
        """Draw a link from the note under the mouse."""
        note_id = self.scene.note_at(start.scene)
        if self._linking or note_id is None:
            return None
        return self._begun(note_id)

    def click(self, pointer: Pointer) -> None:
        """Start at the note under the mouse, or end there; a click beside all notes lets go."""
        note_id = self.scene.note_at(pointer.scene)
        if self._linking:
            self._linking.move(pointer)
            if note_id:
                self.finish()
            else:
                self.cancel()
        elif note_id:
            self.start(note_id)

    def double_press(self, pointer: Pointer) -> None:
        """Do nothing: a click that comes so fast is not meant for another note."""

    # The keyboard.

    def go(self, direction: Direction) -> None:
        """Aim in a direction."""
        if self._linking:
            self._linking.go(direction)

    def walk(self, step: int) -> None:
        """Aim at the next target."""
        if self._linking:
            self._linking.walk(step)

    def finish(self) -> None:
        """Link what is aimed at; where that cannot be, go on looking."""
        linking, once = self._linking, self._once
        self._linking, self._once = None, False  # linking changes the document, which ends what is begun
        if linking is None:
            return
        if not linking.finish():
            self._linking, self._once = linking, once
        elif once:
            self.view.set_tool("select")

    def cancel(self) -> bool:
        """Let go of the loose end."""
        dragging = super().cancel()
        linking, self._linking = self._linking, None
        once, self._once = self._once, False
        if linking:
            linking.cancel()
        if once and linking:
            self.view.set_tool("select")
        return dragging or linking is not None

    def paint_overlay(self, surface: Surface, pixel: float) -> None:
        """Draw the link under way."""
        super().paint_overlay(surface, pixel)
        if self._linking:
            self._linking.paint_overlay(surface, pixel)
