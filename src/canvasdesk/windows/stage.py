"""What a room is shown: the present view, the audience window, the walk through both, light, the back row."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from canvasdesk.layout.style import CONTRAST, ROOM, Theme
from canvasdesk.model.sessions import Frame
from canvasdesk.scene.camera_view import CameraView
from canvasdesk.scene.lights import Lights
from canvasdesk.scene.pointer import large_arrow
from canvasdesk.scene.view import CanvasView
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import POINTER_SIZE, REDUCE_MOTION, Settings
from canvasdesk.session.stops import OVERVIEW, Stop
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.situation import Shown
from canvasdesk.windows.theme import Appearance
from canvasdesk.windows.toast import Toast
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.windows.audience import Audience
    from canvasdesk.windows.back_row import BackRow
    from canvasdesk.windows.present import Present


class Stage(QObject):
    """Belongs to one window; its parts come into being when they are first asked for.

    `changed` says that something of it is on or off now.
    """

    changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        selection: Selection,
        settings: Settings,
        appearance: Appearance,
        view: CanvasView,
        toast: Toast,
    ) -> None:
        super().__init__(window)
        self._window, self._document, self._selection = window, document, selection
        self._settings, self._appearance = settings, appearance
        self._view, self._toast = view, toast
        self.lights = Lights(self)
        self.audience: Audience | None = None
        """The audience window, while it is open."""
        window.closed.connect(self.close_audience)
        selection.changed.connect(self._light_selection)
        settings.changed.connect(self._on_setting)

    # The present view.

    @cached_property
    def present(self) -> "Present":
        """What fills a screen with the canvas."""
        from canvasdesk.windows.present import Present

        present = Present(
            self._window, self._document, self._selection, self._settings, self._view, self._toast
        )
        present.changed.connect(self._on_present)
        return present

    @property
    def presenting(self) -> bool:
        """Whether the window is before a room."""
        return "present" in self.__dict__ and self.present.under_way

    @property
    def theme(self) -> Theme:
        """The colours of the canvas: light for a room, unless high contrast is wanted."""
        return self._room_theme if self.presenting else self._appearance.theme

    @property
    def _room_theme(self) -> Theme:
        return CONTRAST if self._appearance.theme is CONTRAST else ROOM

    def _on_present(self) -> None:
        if self._view.scene.theme is not self.theme:
            self._view.scene.set_theme(self.theme)
        self._show_pointer()
        if self.presenting and self.audience and self.audience.stop:
            self.audience.send_view()  # whoever walks on takes the room along
        self.changed.emit()

    # The audience window.

    def toggle_audience(self) -> None:
        """Open the audience window, or close it."""
        if self.audience:
            self.close_audience()
            return
        from canvasdesk.windows.audience import Audience

        self.audience = Audience(self._document, self._view, self._settings, self._room_theme, self.lights)
        self.audience.changed.connect(self.changed)
        self.audience.closed.connect(self._on_audience_closed)
        for signal in (self.audience.view.camera_changed, self.audience.scene.figures_changed):
            signal.connect(self._recheck)
        self.audience.open()
        self._window.activateWindow()  # whoever leads the room goes on where they were
        self._shine()
        if self.audience.screen() is self._window.screen():
            self._toast.say(
                translate(
                    "Audience", "There is no second screen: the window for the room is behind this one."
                )
            )

    def close_audience(self) -> None:
        """Close the audience window, if it is open."""
        if self.audience:
            self.audience.close()

    def _on_audience_closed(self) -> None:
        self.audience = None
        self._shine()
        self.changed.emit()

    def send_view(self) -> None:
        """Send the room what the window shows, from now on."""
        if self.audience:
            self.audience.send_view()

    def send_nothing(self) -> None:
        """Send the room an empty picture."""
        if self.audience:
            self.audience.send_nothing()

    def say(self, sentence: str) -> None:
        """Say something to the room, nothing with ""."""
        if self.audience:
            self.audience.say(sentence)
        if self.presenting or not sentence:
            self._view.say(sentence)

    def send_held(self) -> None:
        """Send the room what has the focus: a need with its answers, or the section of the note."""
        note = self._document.workspace.note(self._selection.focus or "")
        if self.audience is None or note is None:
            return
        from canvasdesk.drawing.frames import needs

        canvas = self._document.workspace.canvas_of(note.id)
        there = [each.id for each in needs(canvas)] if canvas else []
        if note.id in there:
            self.audience.send(Stop(Frame.LINKS, there.index(note.id)))
        else:
            self.audience.send(Stop(Frame(note.section.value)))

    # The walk.

    def walk(self, steps: int) -> None:
        """Take the room on to the next frame, or back."""
        self.say("")
        if self.presenting:
            self.present.walk(steps)
        elif self.audience:
            self.audience.walk(steps)

    def show(self, stop: Stop) -> None:
        """Take the room to a frame; a question about the whole canvas is said above it."""
        self.say(stop.question if stop.on_canvas else "")
        if self.presenting:
            self.present.show(stop)
        elif self.audience:
            self.audience.send(stop)
        elif stop.on_canvas:
            self._selection.show_stop(stop)

    def next_screen(self) -> None:
        """Take the room's window to the next screen."""
        if self.audience:
            self.audience.next_screen()
        elif self.presenting:
            self.present.next_screen()

    @property
    def shown(self) -> Shown:
        """What the room is shown at the moment."""
        return Shown(
            presenting=self.presenting,
            audience=self.audience is not None,
            frame=self.stop.frame,
            spot=self.lights.spot,
            laser=self.lights.laser,
            pointer=self._settings.get(POINTER_SIZE),
        )

    @property
    def told(self) -> str:
        """What the audience window shows, in words; "" without one."""
        return self.audience.told if self.audience else ""

    @property
    def stop(self) -> Stop:
        """What the room looks at."""
        sent = self.audience.stop if self.audience else None
        return sent or (self._selection.stop if self.presenting else OVERVIEW)

    # The back row.

    @cached_property
    def back_row(self) -> "BackRow":
        """The card that says what can be read from the last row."""
        from canvasdesk.windows.back_row import BackRow

        card = BackRow(
            self._window.centre,
            self._view,
            self._view_of_room,
            self._settings,
            self._selection.show_part,
            self._make_readable,
        )
        self.changed.connect(card.look_again)
        return card

    def _view_of_room(self) -> CameraView:
        return self.audience.view if self.audience and self.audience.isVisible() else self._view

    def _recheck(self) -> None:
        """Look again what the back row can read, where the room is shown something else."""
        if "back_row" in self.__dict__:
            self.back_row.look_again()

    def check_back_row(self) -> None:
        """Say what can be read from the last row."""
        self.back_row.ask()

    def _make_readable(self, note_id: str | None) -> None:
        """Let the notes of a section grow until all can read them."""
        note = self._document.workspace.note(note_id or "")
        if note is None:
            return
        if not (self.presenting or self.audience):
            self.present.begin()
        self.show(Stop(Frame(note.section.value)))

    # Light and pointer.

    def toggle_spot(self) -> None:
        """Dim all but what is selected or under the pointer, or nothing."""
        self.lights.set_spot(on=not self.lights.spot)
        self._light_selection()
        self._shine()
        self.changed.emit()

    def toggle_laser(self) -> None:
        """Show the room where the pointer goes, or do not."""
        self.lights.moving = not self._settings.get(REDUCE_MOTION)
        self.lights.set_laser(on=not self.lights.laser)
        self._shine()
        self.changed.emit()

    def _shine(self) -> None:
        """Light the canvas where there is a light, so that without one the mouse costs nothing."""
        lit = self.lights.spot or self.lights.laser
        self._view.shine(self.lights if lit else None)

    def _light_selection(self) -> None:
        if self.lights.spot and self._selection.ids:
            self.lights.light(self._selection.ids)

    def _on_setting(self, name: str) -> None:
        if name == POINTER_SIZE.name:
            self._show_pointer()

    def _show_pointer(self) -> None:
        size = int(self._settings.get(POINTER_SIZE))
        self.lights.set_size(size)
        large = size > 1 and self.presenting
        self._view.set_arrow(large_arrow(size, self._view.devicePixelRatioF()) if large else None)

    # Colours.

    def follow_theme(self) -> None:
        """Take the colours that suit the window's theme by now."""
        self._view.scene.set_theme(self.theme)
        if self.audience:
            self.audience.set_theme(self._room_theme)
