"""Light on the canvas for a room: a spot that dims all else, and a laser with a trail that fades.

Places are kept in the card they lie on, so that the same light falls on a note wherever it is shown.
"""

from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from time import monotonic

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from canvasdesk.drawing.painter import painter_path
from canvasdesk.layout.geometry import Point, Size
from canvasdesk.layout.style import NOTE_RADIUS
from canvasdesk.model.sections import Section
from canvasdesk.scene.camera import Camera
from canvasdesk.scene.canvas_scene import CanvasScene

FADE = 0.8  # seconds until a place of the trail is dark
FRAME = 16  # milliseconds between two pictures of a trail that fades
MOST = 120  # places of a trail
DIM = QColor(0, 0, 0, 165)
RED = QColor("#D6001C")
HALO = QColor(255, 255, 255, 230)
RADIUS = 0.009  # of the view's height: the laser's dot at size 1
SPOT_RIM = 5.0  # canvas units of light around a note


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a sheet: shares of the card `card_id` it lies on, else canvas units of the sheet."""

    sheet: str
    card_id: str | None
    x: float
    y: float
    at: float


class Lights(QObject):
    """What is lit; `changed` says that it is another now, and only fading wakes it up by itself."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spot = self.laser = False
        self.moving = True
        """Whether the laser draws a trail that fades."""
        self.size = 1
        self.lit: frozenset[str] | Section = frozenset()
        """What the spot is on: cards by id, or a section."""
        self.trail: deque[Spot] = deque(maxlen=MOST)
        self._fading = QTimer(self, interval=FRAME)
        self._fading.timeout.connect(self._fade)

    def set_spot(self, *, on: bool) -> None:
        """Dim everything that is not lit, or nothing."""
        self.spot = on
        self.changed.emit()

    def set_laser(self, *, on: bool) -> None:
        """Show where the pointer goes, or do not."""
        self.laser = on
        self.trail.clear()
        self.changed.emit()

    def set_size(self, size: int) -> None:
        """Make the laser's dot so many times as large."""
        self.size = size
        self.changed.emit()

    def light(self, lit: frozenset[str] | Section) -> None:
        """Put the spot on cards or on a section."""
        if lit != self.lit:
            self.lit = lit
            if self.spot:
                self.changed.emit()

    def point(self, scene: CanvasScene, at: Point | None) -> None:
        """Follow the pointer over a scene; None where it left."""
        if not self.laser:
            return
        if at is None:
            self.trail.clear()
        else:
            if not self.moving:
                self.trail.clear()
            self.trail.append(_spot(scene, at))
            if self.moving and not self._fading.isActive():
                self._fading.start()
        self.changed.emit()

    def _fade(self) -> None:
        """Let the oldest places go; the last one stays, and needs no more pictures."""
        now = monotonic()
        while len(self.trail) > 1 and now - self.trail[0].at > FADE:
            self.trail.popleft()
        if len(self.trail) <= 1:
            self._fading.stop()
        self.changed.emit()


def _spot(scene: CanvasScene, at: Point) -> Spot:
    card_id = scene.note_at(at)
    if card_id is None:
        return Spot(scene.look.id, None, at.x, at.y, monotonic())
    place = scene.place_of(card_id)
    return Spot(scene.look.id, card_id, (at.x - place.x) / place.w, (at.y - place.y) / place.h, monotonic())


def _place(scene: CanvasScene, spot: Spot) -> Point | None:
    """Give where a spot lies on a sheet that may be another one; None where that does not show it."""
    if spot.card_id in scene.notes:
        place = scene.place_of(spot.card_id or "")
        return Point(place.x + spot.x * place.w, place.y + spot.y * place.h)
    return Point(spot.x, spot.y) if spot.card_id is None and spot.sheet == scene.look.id else None


def paint_lights(lights: Lights, scene: CanvasScene, painter: QPainter, camera: Camera, room: Size) -> None:
    """Paint spot and laser over a view; the painter stands in view pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if lights.spot and (shapes := _lit_shapes(lights, scene)):
        dark = QPainterPath()
        dark.addRect(QRectF(0, 0, ceil(room.w), ceil(room.h)))
        lit = QTransform(camera.scale, 0, 0, camera.scale, camera.x, camera.y).map(shapes)
        painter.fillPath(dark.subtracted(lit), DIM)
    if lights.laser:
        _paint_trail(lights, scene, painter, camera, RADIUS * room.h * lights.size)
    painter.restore()


def _lit_shapes(lights: Lights, scene: CanvasScene) -> QPainterPath | None:
    if isinstance(lights.lit, Section):
        on_canvas = scene.selection.canvas_id is not None and not scene.look.arranged
        return painter_path(scene.look.outline(lights.lit)) if on_canvas else None
    path = QPainterPath()
    there = [scene.place_of(each) for each in lights.lit if each in scene.notes]
    for place in there:
        x, y, w, h = place.inset(-SPOT_RIM)
        path.addRoundedRect(QRectF(x, y, w, h), NOTE_RADIUS + SPOT_RIM, NOTE_RADIUS + SPOT_RIM)
    return path if there else None


def _paint_trail(
    lights: Lights, scene: CanvasScene, painter: QPainter, camera: Camera, radius: float
) -> None:
    now = monotonic()
    places = [(spot, _place(scene, spot)) for spot in lights.trail]
    shown = [(spot, camera.to_view(place)) for spot, place in places if place]
    for (_, one), (spot, other) in pairwise(shown):
        left = max(0.0, 1 - (now - spot.at) / FADE)
        if left:
            colour = QColor(RED)
            colour.setAlphaF(0.75 * left)
            pen = QPen(colour, radius * (0.4 + 0.8 * left))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(*one), QPointF(*other))
    if shown:
        painter.setPen(QPen(HALO, radius / 3))
        painter.setBrush(RED)
        painter.drawEllipse(QPointF(*shown[-1][1]), radius, radius)
