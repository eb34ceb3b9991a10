"""What a window has for a session with a room: everything beyond the canvas that carries the room along."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
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
    from canvasdesk.windows.red_team import RedTeamStrip
    from canvasdesk.windows.timer_prompt import TimerPrompt
    from canvasdesk.windows.voting import VotingPage
    from canvasdesk.windows.what_if import WhatIf


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
        for signal in (document.changed, document.replaced):
            signal.connect(self._look_for_round)
        QTimer.singleShot(0, window, self._look_for_round)  # the file may have been left in the middle of one

    # Agenda and timer.

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

    # Votes and challenges.

    @cached_property
    def voting(self) -> "VotingPage":
        """Dot voting; its `progress` is all that others may see of a vote."""
        from canvasdesk.windows.voting import VotingPage

        host = self._window.centralWidget() or self._window
        page = VotingPage(host, self._window.sides, self._document, self._selection, self.timer)

        def show_clock() -> None:
            page.clock.setVisible(self.timer.is_set and self.stage.presenting)

        self.timer.changed.connect(show_clock)
        self.stage.changed.connect(show_clock)
        show_clock()
        page.ranked.connect(lambda said: self._toast.offer_undo(said, self._document.undo))
        page.refused.connect(self._toast.say)
        page.progress.connect(self.stage.say)
        return page

    def vote(self) -> None:
        """Show the vote, or go back to the canvas while it waits."""
        if "voting" in self.__dict__ and self.voting.isVisible():
            self.voting.dismiss()
        else:
            self.voting.ask()

    @cached_property
    def red_team(self) -> "RedTeamStrip":
        """What is said above the canvas while a red-team round runs."""
        from canvasdesk.windows.red_team import RedTeamStrip

        strip = RedTeamStrip(self._view, self._document, self._selection, self._toast)
        self._window.board.insertWidget(self._window.board.indexOf(self._view), strip)
        strip.follow()
        return strip

    @cached_property
    def what_if(self) -> "WhatIf":
        """What is said beside the meter while one looks at the fit without a note."""
        from canvasdesk.windows.what_if import WhatIf

        return WhatIf(self._window.centre, self._view)

    @property
    def what_if_on(self) -> bool:
        """Whether that is told at the moment."""
        return "what_if" in self.__dict__ and self.what_if.on

    def _look_for_round(self) -> None:
        if self._document.workspace.view.red_team is not None:
            self.red_team.follow()
