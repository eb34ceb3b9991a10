"""What a window has for a session with a room: everything beyond the canvas that carries the room along."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from canvasdesk.model.sessions import AgendaStep
from canvasdesk.scene.camera_view import CameraView
from canvasdesk.scene.view import CanvasView
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import TIMER_SOUND, Settings
from canvasdesk.session.stops import Stop
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.situation import Pace
from canvasdesk.windows.stage import Stage
from canvasdesk.windows.theme import Appearance
from canvasdesk.windows.toast import Toast

if TYPE_CHECKING:
    from canvasdesk.session.facilitation import Facilitation
    from canvasdesk.session.timer import Countdown
    from canvasdesk.windows.corner_timer import CornerTimer
    from canvasdesk.windows.timer_prompt import TimerPrompt


class Room(QObject):
    """Belongs to one window; its parts come into being when they are first asked for.

    `changed` says that timer or agenda are at another point, or that the room is shown something else.
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
        self.stage = Stage(window, document, selection, settings, appearance, view, toast)
        self.stage.changed.connect(self._on_stage)
        self._faces: dict[CameraView, CornerTimer] = {}
        """The timer's faces before the room, by the view that they stand over."""

    @cached_property
    def timer(self) -> "Countdown":
        """The timer, which the tool bar shows while it is set."""
        from canvasdesk.session.timer import Countdown
        from canvasdesk.windows.timer_chip import TimerChip

        timer = Countdown(parent=self._window)
        bar = self._window.tool_bar
        sides = next((each for each in bar.actions() if each.objectName() == "view.left"), None)
        TimerChip(timer).stand_in(bar, sides)
        timer.changed.connect(self._on_change)
        timer.rang.connect(self._on_ring)
        return timer

    @cached_property
    def facilitation(self) -> "Facilitation":
        """The way through the agenda."""
        from canvasdesk.session.facilitation import Facilitation

        lead = Facilitation(self._document, self._selection, self.timer, self._window)
        lead.changed.connect(self._on_change)
        lead.step_begun.connect(self._on_step)
        return lead

    @cached_property
    def timer_prompt(self) -> "TimerPrompt":
        """Asks for the minutes of a timer."""
        from canvasdesk.windows.timer_prompt import TimerPrompt

        prompt = TimerPrompt(self._window.centre, self._view)
        prompt.chosen.connect(self.timer.start)
        return prompt

    def _on_stage(self) -> None:
        """Show the timer wherever the room looks."""
        views: list[CameraView] = [self._view] if self.stage.presenting else []
        views += [self.stage.audience.view] if self.stage.audience else []
        self._faces = {view: face for view, face in self._faces.items() if isValid(face)}
        for view, face in self._faces.items():
            face.want(wanted=view in views)
        for view in views:
            if view not in self._faces:
                from canvasdesk.windows.corner_timer import CornerTimer

                host = self._window.centre if view is self._view else view
                self._faces[view] = CornerTimer(host, view, self.timer)
        self.changed.emit()

    def _on_step(self, step: AgendaStep) -> None:
        self.stage.show(Stop(step.frame, question=step.question))

    @property
    def pace(self) -> Pace:
        """How the room is led at the moment."""
        timer, lead = self.__dict__.get("timer"), self.__dict__.get("facilitation")
        return Pace(
            timer=timer is not None and timer.is_set,
            runs=timer is not None and timer.runs,
            sound=self._settings.get(TIMER_SOUND),
            step=lead is not None and lead.step is not None,
        )

    def _on_change(self) -> None:
        self.changed.emit()

    def _on_ring(self) -> None:
        if self._settings.get(TIMER_SOUND):
            QApplication.beep()
