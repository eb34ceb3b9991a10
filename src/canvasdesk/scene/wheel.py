"""What wheel, touchpad and fingers mean: how far the canvas goes, or by what factor it grows."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from canvasdesk.layout.geometry import Point

NOTCH = 120.0  # what Qt counts for a notch of the wheel
ZOOM_STEP = 1.2  # a notch
SCROLL_STEP = 60.0  # view pixels a notch


def zoom_factor(event: QWheelEvent) -> float | None:
    """Give the factor by which a wheel event zooms; None where it scrolls."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    turned = event.angleDelta()
    return float(ZOOM_STEP ** ((turned.y() or turned.x()) / NOTCH))


def scroll_distance(event: QWheelEvent) -> Point:
    """Give the view pixels by which a wheel event scrolls; with Shift sideways."""
    pixels, turned = event.pixelDelta(), event.angleDelta() * (SCROLL_STEP / NOTCH)
    x, y = (pixels if not pixels.isNull() else turned).toTuple()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not x:
        x, y = y, 0
    return Point(x, y)


def pinch(event: QEvent) -> tuple[float, QPointF] | None:
    """Give the factor of a pinch and its middle on the screen; None for other events."""
    if (
        isinstance(event, QNativeGestureEvent)
        and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
    ):
        return 1.0 + event.value(), event.globalPosition()
    if isinstance(event, QGestureEvent):
        gesture = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(gesture, QPinchGesture):
            event.accept(gesture)
            return gesture.scaleFactor(), gesture.centerPoint()
    return None
