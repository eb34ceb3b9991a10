"""The dive: one goes from the business model into a segment's canvas, or back, as on one map.

While it lasts, two still frames are drawn: the business model, growing around the segment's card, and the
canvas, growing from that card to all of the view. Going back, they shrink in the same way.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QObject, QRectF, QVariantAnimation
from PySide6.QtGui import QImage, QPainter

from canvasdesk.drawing.business_model import ModelLook
from canvasdesk.drawing.canvas import CanvasLook
from canvasdesk.drawing.card import CardLook
from canvasdesk.drawing.sheet import Sheet
from canvasdesk.layout.geometry import Rect, Size

MILLISECONDS = 300
FADED_IN = 0.55  # of the way, from where the canvas hides the card it grows from


@dataclass(frozen=True, slots=True)
class Frames:
    """What is seen of both sheets, each as large as the view; `card` is the segment's place on the outer one.

    `card` is in view pixels, the frames are in device pixels.
    """

    outer: QImage
    inner: QImage
    card: Rect


class Dive(QObject):
    """Paints the way between two sheets; `repaint` asks for a paint, any other gesture ends it at once."""

    def __init__(self, repaint: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._repaint = repaint
        self._frames: Frames | None = None
        self._share = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(MILLISECONDS)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.land)

    @property
    def under_way(self) -> bool:
        """Whether the frames are shown instead of the sheet."""
        return self._frames is not None

    def start(self, frames: Frames, *, inwards: bool) -> None:
        """Set out: into the canvas, or back out of it."""
        self._animation.stop()
        self._frames = frames
        self._animation.setStartValue(0.0 if inwards else 1.0)
        self._animation.setEndValue(1.0 if inwards else 0.0)
        self._animation.start()

    def land(self) -> None:
        """Be there now, if under way."""
        if self._frames:
            self._frames = None
            self._animation.stop()
            self._repaint()

    def _step(self, share: float) -> None:
        if self._frames:
            self._share = share
            self._repaint()

    def paint(self, painter: QPainter, room: Size) -> None:
        """Paint both frames as far as they have grown; the painter stands in view pixels."""
        if self._frames:
            paint_frames(painter, self._frames, room, self._share)


def way_in(outer: Sheet, inner: Sheet) -> CardLook | None:
    """Give the card of the business model behind which a canvas lies; None where they are other sheets."""
    if isinstance(outer, ModelLook) and isinstance(inner, CanvasLook):
        return outer.notes.get(inner.segment.id)
    return None


def paint_frames(painter: QPainter, frames: Frames, room: Size, share: float) -> None:
    """Paint the two frames `share` (0 to 1) of the way into the canvas."""
    small = around_alike(frames.card, room)
    inner = _between(small, Rect(0.0, 0.0, *room), share)
    grown = inner.w / small.w
    outer = Rect(inner.x - small.x * grown, inner.y - small.y * grown, room.w * grown, room.h * grown)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    _draw(painter, frames.outer, outer, room)
    painter.setOpacity(min(1.0, share / FADED_IN))
    painter.drawImage(QRectF(*inner), frames.inner)
    painter.setOpacity(1.0)


def around_alike(card: Rect, room: Size) -> Rect:
    """Give the smallest rectangle that covers `card` from its middle, with the proportions of `room`."""
    scale = max(card.w / room.w, card.h / room.h)
    middle, w, h = card.centre, room.w * scale, room.h * scale
    return Rect(middle.x - w / 2, middle.y - h / 2, w, h)


def _between(start: Rect, end: Rect, share: float) -> Rect:
    """Give the rectangle on the way whose size grows evenly by factors, as a zoom does, around one place."""
    grown = (end.w / start.w) ** share
    way = (start.w * grown - start.w) / (end.w - start.w) if end.w != start.w else share
    w, h = start.w * grown, start.h * grown
    return Rect(start.x + (end.x - start.x) * way, start.y + (end.y - start.y) * way, w, h)


def _draw(painter: QPainter, frame: QImage, place: Rect, room: Size) -> None:
    """Draw the part of a frame that is in view: what lies far outside would only cost time."""
    sharp = frame.width() / place.w  # pixels of the frame a view pixel
    source = QRectF(-place.x * sharp, -place.y * sharp, room.w * sharp, room.h * sharp)
    painter.drawImage(QRectF(0.0, 0.0, *room), frame, source)
