"""The timer in a picture for a room: at the end of a frame's heading, or over the middle of a canvas."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget

from canvasdesk.layout.projection import HEADING
from canvasdesk.scene.camera_view import CameraView
from canvasdesk.session.timer import Countdown
from canvasdesk.windows.timer_face import TimerFace

SHARE = 0.9  # of the heading's height
EDGE = 8  # pixels to the edge


class CornerTimer(TimerFace):
    """Stands over `view`, which lies in `host`, while its timer is set; as large as the back row needs it."""

    def __init__(self, host: QWidget, view: CameraView, timer: Countdown) -> None:
        super().__init__(timer, 1)
        self.setParent(host)
        self._host, self._view, self._clock = host, view, timer
        self.wanted = True
        view.installEventFilter(self)
        view.scene.canvas_shown.connect(self._take_place)
        timer.changed.connect(self._show_or_hide)
        self._show_or_hide()

    def want(self, *, wanted: bool) -> None:
        """Stand there while the timer is set, or not at all."""
        self.wanted = wanted
        self._show_or_hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep size and place when the picture changes."""
        if watched is self._view and event.type() == QEvent.Type.Resize:
            self._take_place()
        return super().eventFilter(watched, event)

    def _show_or_hide(self) -> None:
        self.setVisible(self.wanted and self._clock.is_set)
        self._take_place()
        self.raise_()

    def _take_place(self) -> None:
        projection, room = self._view.scene.projection, self._view.width()
        height = round(HEADING * projection.least * SHARE)
        self.set_height(height)
        left = room - self.width() - EDGE  # where headings end, which begin on the left in every language
        if not self._view.scene.look.arranged:
            left = (room - self.width()) // 2
        self.move(self._view.mapTo(self._host, QPoint(left, EDGE // 2)))
