"""The canvas to work on: the mouse goes to the chosen tool, clicks on the board to whoever listens."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from canvasdesk.drawing.card import Field
from canvasdesk.drawing.sheet import BoardPart
from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Point
from canvasdesk.layout.walk import Direction
from canvasdesk.model.sections import Section
from canvasdesk.scene.accessible import install, say, say_focus, spoken
from canvasdesk.scene.camera_view import CameraView
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.capture import Writing
from canvasdesk.scene.focus import Focus
from canvasdesk.scene.lights import Lights
from canvasdesk.scene.tools.base import Pointer, Tool
from canvasdesk.scene.tools.link import LinkTool
from canvasdesk.scene.tools.note import NoteTool
from canvasdesk.scene.tools.pan import PanTool
from canvasdesk.scene.tools.select import SelectTool
from canvasdesk.session.settings import Settings

SELECT, NOTE, LINK, PAN = "select", "note", "link", "pan"


class CanvasView(CameraView):
    """Shows a scene and lets people work on it.

    `fit_clicked`, `title_activated` and `statement_activated` say that the board was clicked there;
    `segment_activated` carries a segment that somebody goes into, `menu_requested` a place on the screen,
    `toast_requested` a sentence for the user; `stepped_out` says that Esc had nothing left to end.
    """

    tool_changed = Signal(str)
    fit_clicked = Signal()
    title_activated = Signal()
    statement_activated = Signal()
    segment_activated = Signal(str)
    menu_requested = Signal(QPoint)
    toast_requested = Signal(str)
    stepped_out = Signal()

    def __init__(self, scene: CanvasScene, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(scene, settings, parent)
        install()
        self.writing = Writing(self)
        self._focus = Focus(self)
        self._link_tool = LinkTool(self)
        self._tools: dict[str, Tool] = {
            SELECT: SelectTool(self),
            NOTE: NoteTool(self),
            LINK: self._link_tool,
            PAN: PanTool(self),
        }
        self._name = SELECT
        self._grip: tuple[Tool, Pointer] | None = None
        self.capture_elsewhere: Callable[[Field], object] | None = None
        """Where new notes are written, if not on the canvas."""
        self._space = self._tapped = False
        self._arrow: QCursor | None = None
        self.setMouseTracking(True)
        scene.canvas_shown.connect(self.cancel)
        scene.document.changed.connect(self.cancel)
        scene.selection.changed.connect(self._say_focus)

    @property
    def tool(self) -> Tool:
        """The tool chosen."""
        return self._tools[self._name]

    def set_tool(self, name: str) -> None:
        """Choose a tool by its name."""
        if name != self._name:
            self.cancel()
            self._name = name
            self.set_cursor(None)
            self.update()
            self.tool_changed.emit(name)

    def set_cursor(self, shape: Qt.CursorShape | None) -> None:
        """Show a shape for the mouse, None for that of the tool."""
        resting = self._tools[PAN] if self._space else self.tool
        wanted = resting.cursor if shape is None else shape
        arrow = self._arrow if wanted is Qt.CursorShape.ArrowCursor else None
        self.setCursor(arrow or wanted)

    def set_arrow(self, arrow: QCursor | None) -> None:
        """Show another arrow for the mouse, None for the system's own."""
        self._arrow = arrow
        self.set_cursor(None)

    def step_back(self) -> None:
        """End what is being written, else a gesture under way, else the tool, else the selection."""
        if self.writing.under_way:
            self.writing.end()
        elif not self.cancel():
            if self._name != SELECT:
                self.set_tool(SELECT)
            elif self.scene.selection.ids:
                self.scene.selection.clear()
            else:
                self.stepped_out.emit()

    def cancel(self) -> bool:
        """Give up what is under way and say whether there was something; one may pan while a link waits."""
        tools = {self.tool, self._grip[0]} if self._grip else {self.tool}
        self._grip = None
        given_up = [tool.cancel() for tool in tools]
        return any(given_up)

    # What keys and menus ask for.

    def capture(self, field: Field, place: Point | None = None) -> None:
        """Open a new note in a section or block, to be written, with its corner at `place` or a free one."""
        self.cancel()
        if self.capture_elsewhere and self.scene.selection.canvas_id is not None:
            self.writing.end()
            self.capture_elsewhere(field)
        else:
            self.writing.capture(field, place)

    def edit(self, note_id: str) -> None:
        """Edit the text of a note; while a link looks for its end, link what is aimed at."""
        if self._link_tool.under_way:
            self._link_tool.finish()
        else:
            self.cancel()
            self.writing.edit(note_id)

    def start_link(self, note_id: str | None = None) -> None:
        """Begin a link at a note, or at the one with the focus; the tool goes when it is done."""
        start = note_id or self._focus.note_id
        if start:
            self.writing.end()
            self.set_tool(LINK)
            self._link_tool.start(start, once=True)

    def move_focus(self, direction: Direction, *, extend: bool = False) -> None:
        """Go to the nearest note in a direction, with `extend` selecting it too; aim there with a link."""
        if self._link_tool.under_way:
            self._link_tool.go(direction)
        else:
            self._focus.go(direction, extend=extend)

    def walk(self, step: int) -> None:
        """Go to the next note in reading order, or back; aim at the next target of a link."""
        if self._link_tool.under_way:
            self._link_tool.walk(step)
        else:
            self._focus.walk(step)

    def next_link(self) -> None:
        """Select the next link of the note with the focus."""
        self._focus.next_link()

    # What a screen reader says.

    def say_note(self, note_id: str) -> None:
        """Let a screen reader say what a note is, without moving the focus."""
        say(self, spoken(self.scene, note_id))

    def _say_focus(self) -> None:
        say_focus(self)

    # The mouse.

    def _pointer(self, event: QMouseEvent) -> Pointer:
        at = event.position()
        return Pointer(
            self.to_canvas(at), Point(at.x(), at.y()), event.button(), event.buttons(), event.modifiers()
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self._press(event, twice=False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture with the second press of a double click."""
        self._press(event, twice=True)

    def _press(self, event: QMouseEvent, *, twice: bool) -> None:
        self._flight.land()
        self.writing.end()
        self._tapped = False
        if self._grip or event.button() not in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            return
        pointer = self._pointer(event)
        panning = self._space or event.button() is Qt.MouseButton.MiddleButton
        tool = self._tools[PAN] if panning else self.tool
        self._grip = tool, pointer
        if twice and not panning:
            self._double_press(pointer)
        else:
            tool.press(pointer)

    def _double_press(self, pointer: Pointer) -> None:
        part = self.scene.board_part_at(pointer.scene)
        if part is BoardPart.TITLE:
            self.title_activated.emit()
        elif part is BoardPart.STATEMENT:
            self.statement_activated.emit()
        else:
            self.tool.double_press(pointer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or hover."""
        pointer = self._pointer(event)
        if self.lights:
            self._light(self.lights, pointer)
        (self._grip[0] if self._grip else self.tool).move(pointer)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture; a click on the meter asks for its explanation."""
        if self._grip is None or event.button() is not self._grip[1].button:
            return
        (tool, start), self._grip = self._grip, None
        pointer = self._pointer(event)
        tool.release(pointer)
        click = tool is not self._tools[PAN] and not pointer.dragged_from(start)
        if click and self._name == SELECT and self.scene.board_part_at(pointer.scene) is BoardPart.METER:
            self.fit_clicked.emit()

    def _light(self, lights: Lights, pointer: Pointer) -> None:
        """Let the laser follow the mouse, and the spot where nothing is selected."""
        lights.point(self.scene, pointer.scene)
        if not self.scene.selection.ids:
            under, field = self.scene.note_at(pointer.scene), self.scene.field_at(pointer.scene)
            single = frozenset({under}) if under else frozenset()
            lights.light(field if isinstance(field, Section) and not self.scene.look.arranged else single)

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing lies under the mouse any more."""
        if self.lights:
            self.lights.point(self.scene, None)
        self.tool.leave()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what lies under the mouse, or by key of the note with the focus."""
        if self._grip:
            return
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_requested.emit(self.mapToGlobal(self._place_for_menu()))
            return
        self.writing.end()
        point = self.to_canvas(event.pos().toPointF())
        part, selection = self.scene.note_at(point) or self.scene.link_at(point), self.scene.selection
        if part is None:
            selection.clear()
        elif part not in selection.ids:
            selection.select([part])
        self.menu_requested.emit(event.globalPos())

    def _place_for_menu(self) -> QPoint:
        note_id = self._focus.note_id
        if note_id is None:
            return self.rect().center()
        place = self.scene.place_of(note_id)
        return self.to_view(Point(place.x, place.bottom)).toPoint()

    # Space takes hold of the canvas.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the mouse pan while Space is held; a tap takes the note with the focus into the selection."""
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and not self._grip:
            self._space = self._tapped = True
            self.set_cursor(None)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Give the mouse back to the tool."""
        if event.key() != Qt.Key.Key_Space:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            if self._tapped:
                self._focus.toggle()
            self._let_go()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Show which note has the focus, and say it once Qt has said that the canvas has it."""
        self.update()
        QTimer.singleShot(0, self, self._say_focus)

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """Whoever has the keyboard now will not tell when Space is let go."""
        self._let_go()
        self.update()

    def _let_go(self) -> None:
        self._space = self._tapped = False
        if not self._grip:
            self.set_cursor(None)

    def paint_overlay(self, surface: Surface, pixel: float) -> None:
        """Draw what the tool shows."""
        self.tool.paint_overlay(surface, pixel)
