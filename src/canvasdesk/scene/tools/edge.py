"""Panning at the edge: whoever drags something towards what lies beyond the view gets there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from canvasdesk.layout.geometry import Point, Rect

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView

ZONE = 28.0  # view pixels from the edge
SHARE = 0.5  # of the way into the zone that the view goes with each tick
MOST = 24.0  # view pixels a tick, for a mouse that has left the view
TICK = 16  # milliseconds


class EdgePan(QObject):
    """Pans while the mouse is held near an edge with something beyond it; calls `panned` after each tick."""

    def __init__(self, view: "CanvasView", panned: Callable[[], object]) -> None:
        super().__init__(view)
        self._view, self._panned = view, panned
        self._at = Point(0.0, 0.0)
        self._content = Rect(0.0, 0.0, 0.0, 0.0)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK)
        self._clock.timeout.connect(self._step)

    def begin(self) -> None:
        """Remember what there is: what is dragged out of it must not lead on for ever."""
        self._content = self._view.scene.content_rect()

    def follow(self, at: Point) -> None:
        """Take note of where the mouse is, in view pixels."""
        self._at = at
        if self._way() == Point(0.0, 0.0):
            self._clock.stop()
        elif not self._clock.isActive():
            self._clock.start()

    def stop(self) -> None:
        """Stand still: the drag is over."""
        self._clock.stop()

    def _way(self) -> Point:
        content, room = self._view.camera.rect_to_view(self._content), self._view.room
        return Point(
            _way_along(self._at.x, room.w, content.x, content.right),
            _way_along(self._at.y, room.h, content.y, content.bottom),
        )

    def _step(self) -> None:
        way = self._way()
        if way == Point(0.0, 0.0):
            self.stop()
            return
        self._view.pan(*way)
        self._panned()


def _way_along(at: float, room: float, start: float, end: float) -> float:
    """Give how far the content, which reaches from `start` to `end`, goes along one axis."""
    if at < ZONE:
        return min((ZONE - at) * SHARE, MOST, max(-start, 0.0))
    if at > room - ZONE:
        return -min((at - room + ZONE) * SHARE, MOST, max(end - room, 0.0))
    return 0.0
