"""What the canvas is measured against: a QGraphicsView with nothing in it, and one with stock items.

The stock items are notes and links as Qt's documentation would have them: they paint with the same drawing
code, are movable and selectable, links follow in `itemChange`, the scene keeps its BSP index, the view
updates no more than it must.
"""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView, QStyleOptionGraphicsItem, QWidget

from canvasdesk.drawing.canvas import CanvasLook
from canvasdesk.drawing.link import LinkLook, draw_link, link_path
from canvasdesk.drawing.meter import draw_meter
from canvasdesk.drawing.note import NoteLook, draw_note
from canvasdesk.drawing.painter import PainterSurface, painter_path
from canvasdesk.drawing.template import draw_template
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import LIGHT, NOTE_WIDTH

RIM = 3.0
ZOOM_STEP = 1.2


class StockView(QGraphicsView):
    """Pans with the middle button and zooms at the mouse with Ctrl and the wheel."""

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self._last: QPoint | None = None
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the canvas with the middle button."""
        if event.button() is Qt.MouseButton.MiddleButton:
            self._last = event.position().toPoint()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll with the mouse."""
        if self._last is None:
            super().mouseMoveEvent(event)
            return
        way, self._last = event.position().toPoint() - self._last, event.position().toPoint()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - way.x())
        down.setValue(down.value() - way.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._last = None
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom; the place under the mouse stays there."""
        at, factor = event.position().toPoint(), ZOOM_STEP ** (event.angleDelta().y() / 120)
        before = self.mapToScene(at)
        self.scale(factor, factor)
        way = self.mapToScene(at) - before
        self.translate(way.x(), way.y())


class StockNote(QGraphicsItem):
    """A note."""

    def __init__(self, look: NoteLook) -> None:
        super().__init__()
        self.look = look
        self.links: list[StockLink] = []
        self.setPos(look.note.x, look.note.y)
        self.setZValue(2)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemSendsGeometryChanges)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @property
    def place(self) -> Rect:
        """The place in the scene."""
        return Rect(self.x(), self.y(), NOTE_WIDTH, self.look.height)

    def boundingRect(self) -> QRectF:
        """Give the bounds."""
        return QRectF(-RIM, -RIM, NOTE_WIDTH + 2 * RIM, self.look.height + 2 * RIM)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint the note, with a frame if it is selected."""
        surface = PainterSurface(painter)
        draw_note(surface, self.look, LIGHT)
        if self.isSelected():
            surface.rect(Rect(0, 0, NOTE_WIDTH, self.look.height), None, LIGHT.selection, 2.5, 5.0)

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: object) -> object:
        """Let the links follow."""
        if change is QGraphicsItem.GraphicsItemChange.ItemPositionHasChanged:
            for link in self.links:
                link.follow()
        return super().itemChange(change, value)


class StockLink(QGraphicsItem):
    """A link."""

    def __init__(self, look: LinkLook, source: StockNote, target: StockNote) -> None:
        super().__init__()
        self.look, self.source, self.target = look, source, target
        source.links.append(self)
        target.links.append(self)
        self.setZValue(1)
        self.follow()

    def follow(self) -> None:
        """Run between the two notes."""
        self.prepareGeometryChange()
        self.path = link_path(self.source.place, self.target.place)
        self.bounds = painter_path(self.path).controlPointRect().adjusted(-RIM, -RIM, RIM, RIM)

    def boundingRect(self) -> QRectF:
        """Give the bounds."""
        return self.bounds

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint the link."""
        look = self.look
        moved = LinkLook(look.link, self.path, look.section, look.proven, look.source, look.target)
        draw_link(PainterSurface(painter), moved, LIGHT)


class StockBoard(QGraphicsItem):
    """Template and meter."""

    def __init__(self, look: CanvasLook) -> None:
        super().__init__()
        self.look = look

    def boundingRect(self) -> QRectF:
        """Give the bounds."""
        return QRectF(*self.look.board.bounds)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint the board."""
        surface = PainterSurface(painter)
        draw_template(surface, self.look.board, self.look.counts, LIGHT)
        draw_meter(surface, self.look.board, self.look.fit, LIGHT)


def stock_scene(look: CanvasLook) -> tuple[QGraphicsScene, dict[str, StockNote]]:
    """Give a scene with everything on a canvas, and its notes by id."""
    scene = QGraphicsScene()
    scene.setBackgroundBrush(Qt.GlobalColor.white)
    scene.addItem(StockBoard(look))
    notes = {note_id: StockNote(note) for note_id, note in look.notes.items()}
    for note in notes.values():
        scene.addItem(note)
    for link in look.links.values():
        scene.addItem(StockLink(link, notes[link.link.source], notes[link.link.target]))
    return scene, notes
