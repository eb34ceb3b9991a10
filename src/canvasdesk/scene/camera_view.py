"""Looking at the scene: a widget with a camera that pans and zooms, and paints what it shows."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Point, Rect, Size
from canvasdesk.scene.above import METER, Above
from canvasdesk.scene.camera import Camera, fitting
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.flight import Flight
from canvasdesk.scene.marks import paint_marks, paint_veil
from canvasdesk.scene.picture import Picture
from canvasdesk.scene.still import stand
from canvasdesk.scene.wheel import pinch, scroll_distance, zoom_factor
from canvasdesk.session.settings import REDUCE_MOTION, Settings

SETTLE = 90  # milliseconds after the last step of a zoom until the picture is made sharp
MARGIN = 12.0  # view pixels around what is revealed
SELECTION_MARGIN = 80.0
SELECTION_MOST = 1.5  # a single note must not fill the screen
READABLE = 0.7  # the scale below which showing a note means to go nearer


class CameraView(QWidget):
    """Shows a scene to somebody who only looks; wheel and pinch move the camera."""

    camera_changed = Signal()

    def __init__(self, scene: CanvasScene, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene, self.settings = scene, settings
        self.camera = Camera()
        self._fitted, self._true = True, False
        self._picture, self._above = Picture(scene), Above(scene)
        self._flight = Flight(self._move_camera, self)
        self._settle = self._timer(SETTLE, self._sharpen)
        self._ahead = self._timer(0, self._work_ahead)
        self._prepare()
        self._follow_scene()

    def _prepare(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)

    def _follow_scene(self) -> None:
        scene = self.scene
        scene.canvas_shown.connect(self._on_canvas_shown)
        scene.spoiled.connect(self._on_spoiled)
        scene.lifted_changed.connect(self._above.follow_lifted)
        scene.figures_changed.connect(lambda: self._above.forget(METER))
        for signal in (scene.lifted_changed, scene.figures_changed, scene.moved, scene.marks_changed):
            signal.connect(self.update)

    def _timer(self, milliseconds: int, ring: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(ring)
        return timer

    # Where the view stands.

    @property
    def room(self) -> Size:
        """The size in view pixels."""
        return Size(float(self.width()), float(self.height()))

    def fit(self) -> None:
        """Show everything, and go on doing so when the window changes, until the user zooms or pans."""
        self._fly(self._whole())
        self._fitted = True

    def zoom_actual(self) -> None:
        """Show the middle of the view at 100 %."""
        self.zoom_by(1 / self.camera.scale)

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom by a factor; the place under the pixel `at`, or in the middle of the view, stays there."""
        self._flight.land()
        self._fitted = False
        middle = Point(self.room.w / 2, self.room.h / 2)
        self._move_camera(
            self.camera.zoomed(factor, at or middle).kept_on(self.scene.content_rect(), self.room)
        )

    def zoom_to_selection(self) -> None:
        """Show what is selected as large as it fits; everything where nothing is."""
        held = self.scene.selection.ids
        ends = {end for each in held if (link := self.scene.links.get(each)) for end in link.ends}
        places = [note.rect for each in held | ends if (note := self.scene.notes.get(each))]
        if places:
            whole = places[0]
            for place in places:
                whole = whole.united(place)
            self.show_rect(whole, SELECTION_MOST)
        else:
            self.fit()

    def show_rect(self, rect: Rect, most: float) -> None:
        """Show a part of the canvas as large as it fits, at a scale of at most `most`."""
        self._fly(fitting(rect, self.room, SELECTION_MARGIN, most))
        self._fitted = False

    def pan(self, dx: float, dy: float) -> None:
        """Move the content by view pixels."""
        self._flight.land()
        self._fitted = False
        self._move_camera(self.camera.panned(dx, dy).kept_on(self.scene.content_rect(), self.room))

    def reveal(self, note_id: str) -> None:
        """Bring a note into view; see `reveal_place`."""
        if note_id in self.scene.notes:
            self.reveal_place(self.scene.place_of(note_id))

    def reveal_place(self, place: Rect) -> None:
        """Bring the place of a note into view where it can be read, with as little movement as possible."""
        if self.camera.scale < READABLE and not self._fitted:
            self.show_rect(place, 1.0)
            return
        x, y, w, h = self.camera.rect_to_view(place.inset(-MARGIN))
        dx = min(0.0, self.room.w - x - w) or max(0.0, -x)
        dy = min(0.0, self.room.h - y - h) or max(0.0, -y)
        if dx or dy:
            self._fly(self.camera.panned(dx, dy))
            self._fitted = False

    def to_view(self, point: Point) -> QPointF:
        """Give the view pixel of a place on the canvas."""
        return QPointF(*self.camera.to_view(point))

    def to_canvas(self, position: QPointF) -> Point:
        """Give the place on the canvas under a view pixel."""
        return self.camera.to_canvas(Point(position.x(), position.y()))

    def _whole(self) -> Camera:
        return fitting(self.scene.content_rect(), self.room, 0)  # which has a margin of its own

    def _fly(self, there: Camera) -> None:
        if self.isVisible() and not self.settings.get(REDUCE_MOTION):
            self._flight.start(self.camera, there)
        else:
            self._move_camera(there)

    def _move_camera(self, camera: Camera) -> None:
        if camera == self.camera:
            return
        if camera.scale != self.camera.scale:
            self._picture.begin_zoom(self.camera, self.room, self.devicePixelRatioF())
            self._settle.start()
        self.camera, self._true = camera, False
        self.update()
        self.camera_changed.emit()

    def _sharpen(self) -> None:
        self._picture.end_zoom()
        self._true = False
        self.update()

    # The picture.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Put the picture together: what stands still, what lies above, marks, and what the tool shows."""
        ratio, room = self.devicePixelRatioF(), self.room
        camera = self.camera if self._picture.zooming else self.camera.on_pixels(ratio)
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        whole = self._picture.paint(painter, camera, room, ratio)
        self._above.paint(painter, camera, room, ratio)
        painter.scale(ratio, ratio)
        paint_veil(self.scene, painter, camera, room)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stand(painter, camera, 1.0)
        pixel = 1 / camera.scale
        paint_marks(self.scene, painter, camera.shown(room), pixel, focused=self.hasFocus())
        self.paint_overlay(PainterSurface(painter), pixel)
        painter.end()
        self._true = whole
        if whole:
            if self._above.landed():
                self.update()  # a note that was dropped may look otherwise than the one that was dragged
            self._ahead.start()
        else:
            self.update()

    @property
    def true(self) -> bool:
        """Whether the picture is sharp and shows everything as it is now."""
        return self._true and not self._settle.isActive()

    @property
    def settled(self) -> bool:
        """Whether the picture is true, and nothing is left to do until something happens."""
        return self.true and not self._ahead.isActive()

    def paint_overlay(self, surface: Surface, pixel: float) -> None:
        """Draw above everything, in canvas units; a pixel of the view is `pixel` of them."""

    def _work_ahead(self) -> None:
        if not self._picture.work_ahead(self.camera, self.room, self.devicePixelRatioF()):
            self._ahead.start()

    def _on_canvas_shown(self) -> None:
        self._start_over()
        self._flight.land()
        self._fitted = True
        self._move_camera(self._whole())

    def _on_spoiled(self, rects: list[Rect] | None) -> None:
        if rects is None:
            self._start_over()
        else:
            self._true = False
            self._picture.spoil(rects)
            self.update()

    def _start_over(self) -> None:
        self._true = False
        self._picture.start_over()
        self._above.forget()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on showing everything, or the same middle."""
        if self._fitted:
            self._flight.land()
            self._move_camera(self._whole())
        elif event.oldSize().isValid():
            grown = event.size() - event.oldSize()
            self._move_camera(self.camera.panned(grown.width() / 2, grown.height() / 2))

    # Wheel and fingers.

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the mouse with Ctrl, else scroll."""
        factor = zoom_factor(event)
        if factor is None:
            self.pan(*scroll_distance(event))
        else:
            self.zoom_by(factor, Point(*event.position().toTuple()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom where two fingers pinch."""
        if pinched := pinch(event):
            factor, middle = pinched
            self.zoom_by(factor, Point(*self.mapFromGlobal(middle).toTuple()))
            return True
        return super().event(event)
