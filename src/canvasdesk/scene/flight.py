"""A flight: the view moves to another place in a moment that shows where it went."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from canvasdesk.scene.camera import Camera, between

MILLISECONDS = 150


class Flight(QObject):
    """Takes the camera of a view from one place to another; any other gesture ends it there at once."""

    def __init__(self, arrive: Callable[[Camera], None], parent: QObject) -> None:
        super().__init__(parent)
        self._arrive = arrive
        self._ends: tuple[Camera, Camera] | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(MILLISECONDS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.land)

    def start(self, camera: Camera, there: Camera) -> None:
        """Set out from `camera`."""
        self.land()
        self._ends = camera, there
        self._animation.start()

    def land(self) -> None:
        """Be there now, if under way."""
        if self._ends:
            (_, there), self._ends = self._ends, None
            self._animation.stop()
            self._arrive(there)

    def _step(self, share: float) -> None:
        if self._ends:
            self._arrive(between(*self._ends, share))
