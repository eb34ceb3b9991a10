"""The audience window: on the projector, what the facilitator sends, and never anything else."""

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPainter, QPaintEvent, QScreen, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from canvasdesk.drawing.session_words import frame_name
from canvasdesk.layout.geometry import Size
from canvasdesk.layout.style import Theme
from canvasdesk.scene.camera import Camera, fitting
from canvasdesk.scene.camera_view import CameraView
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.lights import Lights
from canvasdesk.scene.sheets import next_stop
from canvasdesk.scene.view import CanvasView
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import AUDIENCE_SCREEN, Settings
from canvasdesk.session.stops import OVERVIEW, Stop
from canvasdesk.windows.awake import Awake
from canvasdesk.windows.present import letters_for
from canvasdesk.windows.screens import after, fill, named, other_than
from canvasdesk.words import translate

SIZE = 1024, 576  # pixels, where there is no second screen


class Sent(Enum):
    """What a room is sent: the facilitator's view, a frame, or nothing."""

    VIEW = auto()
    FRAME = auto()
    NOTHING = auto()


class Audience(QWidget):
    """A window that only shows; `changed` says that it shows something else, `closed` that it goes.

    It has a selection and a scene of its own, so that nothing that is marked, dimmed or opened on the
    laptop is seen. Where its screen goes, it hides until there is one again.
    """

    changed = Signal()
    closed = Signal()

    def __init__(
        self, document: Document, main: CanvasView, settings: Settings, theme: Theme, lights: Lights
    ) -> None:
        super().__init__()
        self._document, self._main, self._settings = document, main, settings
        self.sent = Sent.VIEW
        self.selection = Selection(document, self)
        self.scene = CanvasScene(document, self.selection, theme, self)
        self.scene.set_veiled(on=True)
        self.view = AudienceView(self.scene, settings)
        self.view.shine(lights)
        self._awake = Awake()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Audience", "For the room — canvasdesk"))
        # The keyboard stays on the laptop, also when somebody clicks on the picture.
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._follow()

    def _follow(self) -> None:
        self._main.camera_changed.connect(self._on_view)
        self._main.scene.canvas_shown.connect(self._on_view)
        self._settings.changed.connect(self._on_setting)
        screens = QGuiApplication.instance()
        if isinstance(screens, QGuiApplication):
            screens.screenRemoved.connect(self._on_screen_gone)
            screens.screenAdded.connect(self._on_screen_there)
        self.view.frame_for(0.0, letters_for(self._settings))

    # Where it stands.

    def open(self) -> None:
        """Fill the screen chosen, else another one than the window's; with one screen only, float."""
        screen = named(self._settings.get(AUDIENCE_SCREEN))
        if screen is None or screen is self._main.screen():
            screen = other_than(self._main)
        if screen:
            fill(self, screen)
        else:
            self.resize(*SIZE)
            self.show()
        self._awake.hold()
        self.send_view()

    def next_screen(self) -> None:
        """Go on to the next screen, now and the next time."""
        screen = after(self.screen())
        self._settings.set(AUDIENCE_SCREEN, screen.name())
        fill(self, screen)

    def _on_screen_gone(self, _screen: QScreen) -> None:
        """Hide: with one screen left, the window would cover what the facilitator works with."""
        if self.isFullScreen() and len(QGuiApplication.screens()) < 2:
            self.hide()
            self.changed.emit()

    def _on_screen_there(self, screen: QScreen) -> None:
        if self.isHidden():
            QTimer.singleShot(0, self, partial(self._come_back, screen))

    def _come_back(self, screen: QScreen) -> None:
        fill(self, screen)
        self.changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the display sleep again."""
        self._awake.release()
        super().closeEvent(event)
        self.closed.emit()

    # What it shows.

    def send_view(self) -> None:
        """Show what the facilitator sees, and go on with it."""
        self.sent = Sent.VIEW
        self.view.blank = False
        self._on_view()
        self.changed.emit()

    def send(self, stop: Stop) -> None:
        """Show a frame of the facilitator's canvas, until something else is sent."""
        self.sent = Sent.FRAME
        self.view.blank = False
        if (canvas_id := self._main.scene.selection.canvas_id) is not None:
            self.selection.show_canvas(canvas_id)
        self.selection.show_stop(stop)
        self.view.fit()
        self.changed.emit()

    def say(self, sentence: str) -> None:
        """Say something to the room at the lower edge, nothing with ""."""
        self.view.say(sentence)
        self._on_view()

    def send_nothing(self) -> None:
        """Show an empty picture."""
        self.sent = Sent.NOTHING
        self.view.blank = True
        self.changed.emit()

    def walk(self, steps: int) -> None:
        """Go on to the next frame, or back."""
        if self.sent is Sent.FRAME:
            self.send(next_stop(self._document.workspace, self.selection, self.scene.projection, steps))
        else:
            self.send(OVERVIEW)

    @property
    def stop(self) -> Stop | None:
        """The frame shown; None where the facilitator's view or nothing is."""
        return self.selection.stop if self.sent is Sent.FRAME else None

    @property
    def told(self) -> str:
        """What the room sees, for whoever leads it with the back to the picture."""
        if self.isHidden():
            return translate("Audience", "The room’s screen is gone")
        if self.sent is Sent.NOTHING:
            return translate("Audience", "The room sees nothing")
        if self.sent is Sent.VIEW:
            return translate("Audience", "The room follows this view")
        return translate("Audience", "The room sees: {frame}", frame=frame_name(self.selection.stop.frame))

    def _on_view(self) -> None:
        """Show the same part of the same sheet as the facilitator sees."""
        if self.sent is not Sent.VIEW:
            return
        main, own = self._main.scene.selection, self.selection
        if main.canvas_id is None:
            own.show_business_model()
        else:
            own.show_canvas(main.canvas_id)
            own.show_stop(main.stop)
        own.show_only(main.only)
        if not self.scene.look.arranged:
            self.view.look_at(self._main.camera, self._main.free)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self.scene.set_theme(theme)

    def _on_setting(self, _name: str) -> None:
        self.view.frame_for(0.0, letters_for(self._settings))


class AudienceView(CameraView):
    """A view that takes neither mouse nor keyboard."""

    def __init__(self, scene: CanvasScene, settings: Settings) -> None:
        super().__init__(scene, settings)
        self._blank = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)

    @property
    def blank(self) -> bool:
        """Whether nothing is shown."""
        return self._blank

    @blank.setter
    def blank(self, blank: bool) -> None:
        self._blank = blank
        self.update()

    def look_at(self, camera: Camera, room: Size) -> None:
        """Show what a camera shows in another room, as large as it fits here."""
        self._flight.land()
        self._fitted = False
        self._move_camera(fitting(camera.shown(room), self.free, 0, camera.scale * self.room.w))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or nothing but its ground."""
        if not self._blank:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.scene.theme.board))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Stay where the facilitator points."""
        event.accept()
