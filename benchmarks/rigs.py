"""Views to play gestures on: the program's own, and Qt's with stock items or with none."""

from collections.abc import Callable, Mapping, Sequence
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QGraphicsScene, QWidget

from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.layout.geometry import Point
from canvasdesk.layout.style import LIGHT
from canvasdesk.model.workspace import Workspace
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.view import CanvasView
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import Settings
from common import CANVAS
from stock import StockView, stock_scene

WIDTH, HEIGHT = 1920, 1080
REACH = 250.0  # pixels a hand goes
STAND_STILL = 0.3  # seconds that views without a sign of their own are given to come to rest


class Rig(Protocol):
    """A view to play gestures on."""

    widget: QWidget

    def show(self, *, whole: bool) -> None:
        """Show everything, or the middle at 100 %, and come to rest."""

    def hold(self, count: int) -> QPointF | None:
        """Select so many notes, the first of them in view with links; give where to take hold of it."""

    def rest(self) -> None:
        """Wait until nothing is left to do."""


class OwnRig:
    """The program's own view."""

    def __init__(self, document: Document, settings: Settings) -> None:
        self.document = document
        self.selection = Selection(document)
        self.scene = CanvasScene(document, self.selection, LIGHT)
        self.view = CanvasView(self.scene, settings)
        self.widget = self.view
        _open(self.view)

    def show(self, *, whole: bool) -> None:
        """Show everything, or the middle at 100 %, and come to rest."""
        self.view.fit()
        if not whole:
            self.view.zoom_actual()
        self.rest()

    def hold(self, count: int) -> QPointF | None:
        """Select so many notes, the first of them in view with links; give where to take hold of it."""
        canvas = self.document.workspace.canvas_by_id[CANVAS]
        held = _held(canvas.links_of, list(self.scene.notes), self._in_view, count)
        self.selection.select(held)
        self.rest()
        if not held:
            return None
        place = self.scene.place_of(held[0])
        return self.view.to_view(Point(place.x + 30, place.y + 10))

    def _in_view(self, note_id: str) -> bool:
        place = self.scene.place_of(note_id)
        return self.view.camera.shown(self.view.room).inset(REACH / self.view.camera.scale).contains(place)

    def rest(self) -> None:
        """Wait until the picture is sharp and true."""
        QApplication.processEvents()
        while not self.view.settled:
            QApplication.processEvents()


class StockRig:
    """A QGraphicsView with stock items, or with none."""

    def __init__(self, work: Workspace | None) -> None:
        self.canvas = work.canvas_by_id[CANVAS] if work else None
        self.scene, self.notes = stock_scene(canvas_look(work, CANVAS)) if work else (QGraphicsScene(), {})
        around = self.scene.itemsBoundingRect()
        self.scene.setSceneRect(around.adjusted(-5000, -5000, 5000, 5000))
        self.around = around
        self.view = StockView(self.scene)
        self.widget = self.view.viewport()
        _open(self.view)

    def show(self, *, whole: bool) -> None:
        """Show everything, or the middle at 100 %, and come to rest."""
        if whole and not self.around.isEmpty():
            self.view.fitInView(self.around, Qt.AspectRatioMode.KeepAspectRatio)
        else:
            self.view.resetTransform()
            self.view.centerOn(self.around.center())
        self.rest()

    def hold(self, count: int) -> QPointF | None:
        """Select so many notes, the first of them in view with links; give where to take hold of it."""
        links_of = self.canvas.links_of if self.canvas else {}
        held = _held(links_of, list(self.notes), self._in_view, count)
        self.scene.clearSelection()
        for note_id in held:
            self.notes[note_id].setSelected(True)
        self.rest()
        if not held:
            return None
        return QPointF(self.view.mapFromScene(self.notes[held[0]].pos() + QPointF(30, 10)))

    def _in_view(self, note_id: str) -> bool:
        shown = self.view.mapToScene(self.widget.rect().adjusted(250, 250, -250, -250)).boundingRect()
        return shown.contains(self.notes[note_id].sceneBoundingRect())

    def rest(self) -> None:
        """Wait a moment."""
        until = monotonic() + STAND_STILL
        while monotonic() < until:
            QApplication.processEvents()


def _held(
    links_of: Mapping[str, Sequence[object]], notes: list[str], in_view: Callable[[str], bool], count: int
) -> list[str]:
    first = next((note_id for note_id in links_of if in_view(note_id)), None)
    others = [note_id for note_id in notes if note_id != first]
    return [first, *others][:count] if first else []


def _open(view: QWidget) -> None:
    view.resize(WIDTH, HEIGHT)
    view.show()
    QApplication.processEvents()
