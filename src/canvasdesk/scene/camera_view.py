"""Looking at the scene: a widget with a camera that pans and zooms, and paints what it shows."""

from collections.abc import Callable
from math import ceil, inf

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from canvasdesk.drawing.canvas import CanvasLook
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Point, Rect, Size
from canvasdesk.layout.projection import HEIGHTS_AWAY, Projection, least_letters
from canvasdesk.model.business import Block
from canvasdesk.model.sessions import Frame
from canvasdesk.scene.above import METER, Above
from canvasdesk.scene.camera import Camera, fitting
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.caption import above_caption, paint_caption
from canvasdesk.scene.dive import Dive, Frames, way_in
from canvasdesk.scene.flight import Flight
from canvasdesk.scene.lights import Lights, paint_lights
from canvasdesk.scene.marks import paint_marks, paint_veil, paint_wrong
from canvasdesk.scene.picture import Picture
from canvasdesk.scene.still import stand
from canvasdesk.scene.wheel import pinch, scroll_distance, zoom_factor
from canvasdesk.session.settings import REDUCE_MOTION, Settings
from canvasdesk.session.stops import OVERVIEW, Stop

SETTLE = 90  # milliseconds after the last step of a zoom until the picture is made sharp
MARGIN = 12.0  # view pixels around what is revealed
SELECTION_MARGIN = 80.0
SELECTION_MOST = 1.5  # a single note must not fill the screen
DIVE_FROM = 0.4  # of the view that a segment's card fills, from where a zoom goes into it
SURFACE_BELOW = 0.65  # of the scale that shows a whole canvas, below which a zoom goes out of it
IMPATIENT = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})
READABLE = 0.7  # the scale below which showing a note means to go nearer


class CameraView(QWidget):
    """Shows a scene to somebody who only looks; wheel and pinch move the camera."""

    camera_changed = Signal()

    def __init__(self, scene: CanvasScene, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene, self.settings = scene, settings
        self.camera, self.caption = Camera(), ""
        self.foot, self.letters = 0.0, least_letters(HEIGHTS_AWAY, 1.0)
        """View pixels at the lower edge that stay free, and how high letters are in frames, as a share."""
        self.lights: Lights | None = None
        self.marked: frozenset[str] = frozenset()
        self._fitted, self._true = True, False
        self._picture, self._above = Picture(scene), Above(scene)
        self._flight = Flight(self._move_camera, self)
        self._dive = Dive(self.update, self)
        self._left: QImage | None = None
        """The last frame of the sheet that was left, for a dive from it."""
        self._stands: dict[str, tuple[Camera, bool]] = {}
        """Where the view stood on each sheet it was on, and whether that showed everything."""
        self._sheet = scene.look
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
        scene.leaving.connect(self._on_leaving)
        scene.canvas_shown.connect(self._on_canvas_shown)
        scene.document.replaced.connect(self._stands.clear)
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

    @property
    def free(self) -> Size:
        """What is left of it for a canvas, above the foot and what is said there."""
        return Size(self.room.w, self.room.h - self.scene.projection.foot)

    def fit(self) -> None:
        """Show everything, and go on doing so when the window changes, until the user zooms or pans."""
        self._fly(self._whole())
        self._fitted = True

    def frame_for(self, foot: float, letters: float) -> None:
        """Keep `foot` view pixels free below, and make frames whose letters are that share of the height."""
        self.foot, self.letters = foot, letters
        self._take_projection()
        if self._fitted:
            self._move_camera(self._whole())

    def shine(self, lights: Lights | None) -> None:
        """Show what is lit, from now on."""
        if self.lights:
            self.lights.changed.disconnect(self.update)
        self.lights = lights
        if lights:
            lights.changed.connect(self.update)
        self.update()

    def say(self, sentence: str) -> None:
        """Say something to a room below everything else, nothing with ""."""
        if sentence != self.caption:
            self.caption = sentence
            self.frame_for(self.foot, self.letters)
            self.update()

    def mark(self, note_ids: frozenset[str]) -> None:
        """Mark notes with which something is wrong."""
        self.marked = note_ids
        self.update()

    def _take_projection(self) -> None:
        projection = Projection(self.room, self.foot, self.letters)
        self.scene.set_projection(above_caption(projection) if self.caption else projection)

    def zoom_actual(self) -> None:
        """Show the middle of the view at 100 %."""
        self.zoom_by(1 / self.camera.scale)

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom by a factor; the place under the pixel `at`, or in the middle of the view, stays there."""
        self._flight.land()
        place = at or Point(self.room.w / 2, self.room.h / 2)
        if self._past_edge(factor, place):
            return
        self._fitted = False
        self._move_camera(self.camera.zoomed(factor, place).kept_on(self.scene.content_rect(), self.room))

    def _past_edge(self, factor: float, at: Point) -> bool:
        """Go into a segment that is zoomed further though it is large, or out of a canvas that is small."""
        selection = self.scene.selection
        if selection.canvas_id is not None:
            out = factor < 1 and self.camera.scale < self._whole().scale * SURFACE_BELOW
            if out:
                selection.show_stop(Stop(Frame.BUSINESS_MODEL) if selection.stop.on_canvas else OVERVIEW)
            return out
        card = self.scene.note_at(self.camera.to_canvas(at)) if factor > 1 else None
        if card is None or self.scene.note_item(card).look.field is not Block.SEGMENTS:
            return False
        place = self.camera.rect_to_view(self.scene.place_of(card))
        if max(place.w / self.room.w, place.h / self.room.h) < DIVE_FROM:
            return False
        selection.show_segment(card)
        return True

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
        """Move the content by view pixels; all of a frame is in view already."""
        if self._holds_frame:
            return
        self._flight.land()
        self._fitted = False
        self._move_camera(self.camera.panned(dx, dy).kept_on(self.scene.content_rect(), self.room))

    def reveal(self, note_id: str) -> None:
        """Bring a note into view; see `reveal_place`."""
        if note_id in self.scene.notes:
            self.reveal_place(self.scene.place_of(note_id))

    def reveal_place(self, place: Rect) -> None:
        """Bring the place of a note into view where it can be read, with as little movement as possible."""
        if self._holds_frame:
            return
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

    @property
    def _holds_frame(self) -> bool:
        return self._fitted and self.scene.look.arranged

    def _whole(self) -> Camera:
        content = self.scene.content_rect()  # which has a margin of its own
        if self.scene.look.arranged:
            return fitting(content, self.room, 0, inf)
        return fitting(content, self.free, 0)

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
        if self._dive.under_way:
            painter = QPainter(self)
            self._dive.paint(painter, self.room)
            painter.end()
            return
        ratio, room = self.devicePixelRatioF(), self.room
        camera = self.camera if self._picture.zooming else self.camera.on_pixels(ratio)
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        whole = self._paint_sheet(painter, camera)
        painter.scale(ratio, ratio)
        paint_veil(self.scene, painter, camera, room)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stand(painter, camera, 1.0)
        pixel = 1 / camera.scale
        paint_marks(self.scene, painter, camera.shown(room), pixel, focused=self.hasFocus())
        paint_wrong(self.scene, painter, camera.shown(room), pixel, self.marked)
        self.paint_overlay(PainterSurface(painter), pixel)
        painter.resetTransform()
        if self.lights:
            paint_lights(self.lights, self.scene, painter, self.camera, room)
        if self.caption:
            paint_caption(painter, self.caption, self.foot, self.scene.projection, self.scene.theme)
        painter.end()
        self._true = whole
        if whole:
            if self._above.landed():
                self.update()  # a note that was dropped may look otherwise than the one that was dragged
            self._ahead.start()
        else:
            self.update()

    def _paint_sheet(self, painter: QPainter, camera: Camera) -> bool:
        """Paint what stands still and what lies above, in device pixels; say whether it is whole and true."""
        ratio, room = self.devicePixelRatioF(), self.room
        whole = self._picture.paint(painter, camera, room, ratio)
        self._above.paint(painter, camera, room, ratio)
        return whole

    def _frame(self) -> QImage:
        """Give the sheet as the view shows it, without marks."""
        ratio, room = self.devicePixelRatioF(), self.room
        frame = QImage(ceil(room.w * ratio), ceil(room.h * ratio), QImage.Format.Format_RGB32)
        painter = QPainter(frame)
        self._paint_sheet(painter, self.camera.on_pixels(ratio))
        painter.end()
        return frame

    @property
    def true(self) -> bool:
        """Whether the picture is sharp and shows everything as it is now."""
        return self._true and not self._settle.isActive() and not self._dive.under_way

    @property
    def settled(self) -> bool:
        """Whether the picture is true, and nothing is left to do until something happens."""
        return self.true and not self._ahead.isActive()

    def paint_overlay(self, surface: Surface, pixel: float) -> None:
        """Draw above everything, in canvas units; a pixel of the view is `pixel` of them."""

    def _work_ahead(self) -> None:
        if not self._picture.work_ahead(self.camera, self.room, self.devicePixelRatioF()):
            self._ahead.start()

    def _on_leaving(self) -> None:
        self._flight.land()
        self._dive.land()
        self._sheet = self.scene.look
        self._stands[self._sheet.id] = self.camera, self._fitted
        moving = self.isVisible() and not self.settings.get(REDUCE_MOTION)
        self._left = self._frame() if moving else None

    def _on_canvas_shown(self) -> None:
        self._start_over()
        stood, fitted = self._stands.get(self.scene.look.id, (self.camera, True))
        self._fitted = fitted or self.scene.look.arranged
        self._settle.stop()
        self.camera = self._whole() if self._fitted else stood.kept_on(self.scene.content_rect(), self.room)
        self.camera_changed.emit()
        self._set_out()

    def _set_out(self) -> None:
        """Dive where one of the two sheets is the business model, and the other a canvas in it."""
        left, self._left = self._left, None
        inwards = isinstance(self.scene.look, CanvasLook)
        outer, inner = (self._sheet, self.scene.look) if inwards else (self.scene.look, self._sheet)
        card = way_in(outer, inner)
        if left is None or card is None:
            return
        camera = self._stands[outer.id][0] if inwards else self.camera
        place, here = camera.rect_to_view(card.rect), self._frame()
        frames = Frames(left, here, place) if inwards else Frames(here, left, place)
        self._dive.start(frames, inwards=inwards)

    def _on_spoiled(self, rects: list[Rect] | None) -> None:
        if rects is None:
            self._start_over()
            if self._fitted:
                self._move_camera(self._whole())
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
        self._take_projection()
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
        """Zoom where two fingers pinch; be there at once when somebody does not wait for a dive."""
        if event.type() in IMPATIENT:
            self._dive.land()
        if pinched := pinch(event):
            factor, middle = pinched
            self.zoom_by(factor, Point(*self.mapFromGlobal(middle).toTuple()))
            return True
        return super().event(event)
