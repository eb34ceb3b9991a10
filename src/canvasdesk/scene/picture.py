"""The still picture of the canvas in a view: sharp tiles, and while zooming the last frame, stretched.

Gestures do not repaint the canvas. Panning and dragging move tiles about; a zoom draws sharply what is little
enough, and else stretches the frame it began with over blocks for the parts that this frame did not show.
"""

from math import ceil, floor
from time import perf_counter

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from canvasdesk.layout.geometry import Rect, Size
from canvasdesk.scene.camera import Camera
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.still import is_light, paint_blocks, paint_still, stand
from canvasdesk.scene.tiles import SIDE, Cell, Tiles, cells

BUDGET = 0.005  # seconds a frame for new tiles
FIRST_BUDGET = 0.040  # seconds for the first frame of a canvas, so that most come up whole
AHEAD_BUDGET = 0.003  # seconds at a time for tiles beyond the edge, while nothing else is to do


class Picture:
    """What one view shows of a scene, apart from all that moves; sizes in view pixels."""

    def __init__(self, scene: CanvasScene) -> None:
        self._scene = scene
        self._tiles = Tiles(lambda painter, rect: paint_still(scene, painter, rect))
        self._stretched: tuple[QImage, Camera] | None = None
        self._fresh = True
        self.zooming = False
        """Whether the scale is on the move."""

    def start_over(self) -> None:
        """Forget all: another canvas, other colours."""
        self._tiles.start_over(self._tiles.scale)
        self._stretched, self._fresh = None, True
        self.zooming = False

    def spoil(self, rects: list[Rect]) -> None:
        """Paint parts of the canvas (canvas units) anew, which look different now."""
        self._tiles.spoil(rects)

    def begin_zoom(self, camera: Camera, room: Size, ratio: float) -> None:
        """Keep the frame that `camera` shows, to be stretched while its scale changes."""
        if self.zooming or self._fresh:
            return
        self.zooming = True
        if is_light(self._scene, self._scene.content_rect(), camera.scale * ratio):
            return
        frame = QImage(ceil(room.w * ratio), ceil(room.h * ratio), QImage.Format.Format_RGB32)
        painter = QPainter(frame)
        self._draw_tiles(painter, camera, room, ratio)
        painter.end()
        self._stretched = frame, camera.on_pixels(ratio)

    def end_zoom(self) -> None:
        """Make it sharp: the scale stays as it is for now."""
        self.zooming = False

    def paint(self, painter: QPainter, camera: Camera, room: Size, ratio: float) -> bool:
        """Paint the picture in device pixels; say whether it is whole and true."""
        if not self.zooming:
            return self._paint_tiles(painter, camera, room, ratio)
        if is_light(self._scene, camera.shown(room), camera.scale * ratio):
            painter.save()
            stand(painter, camera, ratio)
            for _ in paint_still(self._scene, painter, camera.shown(room)):
                pass
            painter.restore()
        else:
            self._paint_stretched(painter, camera, room, ratio)
        return True

    def work_ahead(self, camera: Camera, room: Size, ratio: float) -> bool:
        """Make some tiles beyond the edge, where panning goes next; say whether all are there."""
        if self.zooming or self._tiles.scale != camera.scale * ratio:
            return True
        return self._tiles.refresh(self._in_reach(camera, room, ratio), perf_counter() + AHEAD_BUDGET)

    def _in_reach(self, camera: Camera, room: Size, ratio: float) -> list[Cell]:
        """Give the cells in view and one row beyond each edge, as far as there is something to see."""
        around = _device(camera, room, ratio).adjusted(-SIDE, -SIDE, SIDE, SIDE)
        x, y, w, h = (each * camera.scale * ratio for each in self._scene.content_rect())
        content = QRect(floor(x), floor(y), ceil(w) + 1, ceil(h) + 1)
        return cells(around.intersected(content.united(_device(camera, room, ratio))))

    def _paint_tiles(self, painter: QPainter, camera: Camera, room: Size, ratio: float) -> bool:
        if self._tiles.scale != camera.scale * ratio:
            self._tiles.start_over(camera.scale * ratio)
        self._tiles.keep(self._in_reach(camera, room, ratio))
        budget = FIRST_BUDGET if self._fresh else BUDGET
        self._fresh = False
        whole = self._tiles.refresh(_in_view(camera, room, ratio), perf_counter() + budget)
        if whole:
            self._stretched = None
        self._draw_tiles(painter, camera, room, ratio)
        return whole

    def _draw_tiles(self, painter: QPainter, camera: Camera, room: Size, ratio: float) -> None:
        """Draw the tiles there are, over a rough picture where some are missing."""
        visible, origin = _in_view(camera, room, ratio), _origin(camera, ratio)
        if self._tiles.scale != camera.scale * ratio:
            self._paint_stretched(painter, camera, room, ratio)
            return
        gaps = self._tiles.gaps(visible, origin)
        if not gaps.isEmpty():
            painter.save()
            painter.setClipRegion(gaps)
            self._paint_stretched(painter, camera, room, ratio)
            painter.restore()
        self._tiles.draw(painter, visible, origin)

    def _paint_stretched(self, painter: QPainter, camera: Camera, room: Size, ratio: float) -> None:
        target = QRectF(0, 0, room.w * ratio, room.h * ratio)
        source = QRectF()
        if self._stretched:
            frame, was = self._stretched
            grown = camera.scale / was.scale
            left, top = (camera.x - was.x * grown) * ratio, (camera.y - was.y * grown) * ratio
            whole = QRectF(left, top, frame.width() * grown, frame.height() * grown)
            target = target.intersected(whole)
            source = QRectF(
                (target.x() - left) / grown,
                (target.y() - top) / grown,
                target.width() / grown,
                target.height() / grown,
            )
        if target.width() < room.w * ratio or target.height() < room.h * ratio or source.isEmpty():
            painter.save()
            stand(painter, camera, ratio)
            paint_blocks(self._scene, painter, camera.shown(room))
            painter.restore()
        if self._stretched and not source.isEmpty():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, self._stretched[0], source)


def _origin(camera: Camera, ratio: float) -> QPoint:
    """Give the device pixel where the canvas' origin lies."""
    return QPoint(round(camera.x * ratio), round(camera.y * ratio))


def _device(camera: Camera, room: Size, ratio: float) -> QRect:
    """Give the view in device pixels from the canvas' origin."""
    return QRect(-_origin(camera, ratio), QSize(ceil(room.w * ratio), ceil(room.h * ratio)))


def _in_view(camera: Camera, room: Size, ratio: float) -> list[Cell]:
    return cells(_device(camera, room, ratio))
