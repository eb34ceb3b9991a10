"""A canvas on the screen and somebody with a mouse and a keyboard in front of it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from canvasdesk.layout.geometry import Point
from canvasdesk.layout.style import LIGHT
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.editor import NoteEditor
from canvasdesk.scene.view import CanvasView
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import REDUCE_MOTION, Settings

LEFT, MIDDLE, RIGHT, NONE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.NoButton,
)
PLAIN, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
SIZE = (1460, 768)  # at which the fitted board is shown at 100 %


class Hands:
    """Mouse and keyboard on a canvas; places are canvas units, or the middle of a note by its id."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.document = Document(workspace, folder)
        self.selection = Selection(self.document)
        self.settings = Settings(folder / "settings.json")
        self.settings.set(REDUCE_MOTION, True)  # noqa: FBT003
        self.scene = CanvasScene(self.document, self.selection, LIGHT)
        self.view = CanvasView(self.scene, self.settings)
        self.view.resize(*SIZE)
        self.said: list[str] = []
        self.view.toast_requested.connect(self.said.append)
        self._at = QPointF()
        self._held = NONE
        self._grabber: QWidget | None = None

    # What is there.

    @property
    def canvas(self) -> ValuePropositionCanvas:
        return self.document.workspace.canvas_by_id[self.selection.canvas_id or ""]

    def note(self, note_id: str) -> Note:
        return self.canvas.note_by_id[note_id]

    def texts(self, section: Section) -> list[str]:
        return [note.text for note in self.canvas.in_section(section)]

    @property
    def labels(self) -> list[str]:
        return [step.label for step in self.document.history.done]

    @property
    def editor(self) -> NoteEditor | None:
        """Give the editor while it is open."""
        return next((each for each in self.view.findChildren(NoteEditor) if each.isVisible()), None)

    def open_editor(self) -> NoteEditor:
        assert self.editor is not None
        return self.editor

    # The mouse.

    def point(self, where: str | tuple[float, float]) -> Point:
        return self.scene.place_of(where).centre if isinstance(where, str) else Point(*where)

    def _send(
        self, kind: QEvent.Type, button: Qt.MouseButton, held: Qt.MouseButton, keys: Qt.KeyboardModifier
    ) -> None:
        target = self._grabber or self.view.childAt(self._at.toPoint()) or self.view
        self._grabber = None if held is NONE else target
        local = QPointF(target.mapFrom(self.view, self._at)) if target is not self.view else self._at
        event = QMouseEvent(kind, local, self.view.mapToGlobal(self._at), button, held, keys)
        QApplication.sendEvent(target, event)

    def hover(self, where: str | tuple[float, float], keys: Qt.KeyboardModifier = PLAIN) -> None:
        self._at = self.view.to_view(self.point(where))
        self._send(QEvent.Type.MouseMove, NONE, self._held, keys)

    def press(
        self,
        where: str | tuple[float, float],
        keys: Qt.KeyboardModifier = PLAIN,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        self.hover(where, keys)
        self._held = button
        self._send(QEvent.Type.MouseButtonPress, button, button, keys)

    def release(self, keys: Qt.KeyboardModifier = PLAIN, button: Qt.MouseButton = LEFT) -> None:
        self._held = NONE
        self._send(QEvent.Type.MouseButtonRelease, button, NONE, keys)

    def click(self, where: str | tuple[float, float], keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.press(where, keys)
        self.release(keys)

    def double_click(self, where: str | tuple[float, float]) -> None:
        self.click(where)
        self._send(QEvent.Type.MouseButtonDblClick, LEFT, LEFT, PLAIN)
        self._send(QEvent.Type.MouseButtonRelease, LEFT, NONE, PLAIN)

    def carry(self, by: tuple[float, float], keys: Qt.KeyboardModifier = PLAIN, steps: int = 4) -> None:
        """Move the mouse by canvas units, in some steps."""
        start = self.view.to_canvas(self._at)
        for step in range(1, steps + 1):
            self.hover((start.x + by[0] * step / steps, start.y + by[1] * step / steps), keys)

    def drag(
        self,
        start: str | tuple[float, float],
        by: tuple[float, float],
        keys: Qt.KeyboardModifier = PLAIN,
        *,
        free: bool = True,
    ) -> None:
        """Drag by canvas units; nothing snaps where it is `free`."""
        self.press(start, keys)
        self.carry(by, keys | ALT if free else keys)
        self.release(keys | ALT if free else keys)

    # The keyboard.

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.view, key, keys)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.view, text)
