"""Leading a room through the agenda: which step it is at, and what happens when one begins."""

from PySide6.QtCore import QObject, Signal

from canvasdesk.model.sessions import AgendaStep, Covering, Frame
from canvasdesk.session import agenda
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.session.timer import Countdown
from canvasdesk.words import translate


class Facilitation(QObject):
    """The step of the agenda that a window is at.

    `step_begun` carries the `AgendaStep` that begins, for whoever shows its frame and its question; `changed`
    tells that the window is at another step, or at none.
    """

    step_begun = Signal(object)
    changed = Signal()

    def __init__(
        self, document: Document, selection: Selection, timer: Countdown, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection, self._timer = document, selection, timer
        self._step_id: str | None = None
        self._step: AgendaStep | None = None
        """The step as it was told last."""
        self._place = 0
        """Where the step stood last, so that the next one is found when it is gone."""
        document.changed.connect(self._on_change)
        document.replaced.connect(self.end)

    @property
    def step(self) -> AgendaStep | None:
        """The step that the window is at; None before the first and after the end."""
        return next((each for each in self._document.workspace.agenda if each.id == self._step_id), None)

    @property
    def step_id(self) -> str | None:
        """The id of that step."""
        return self.step.id if self.step else None

    def next_step(self) -> str | None:
        """Begin the next step, the first one before any; give a sentence where there is none."""
        return self._begin_at(self._place + (self.step is not None))

    def previous_step(self) -> str | None:
        """Begin the step before this one; give a sentence where there is none."""
        return self._begin_at(min(self._place, len(self._document.workspace.agenda)) - 1)

    def begin_step(self, step_id: str) -> str | None:
        """Begin a step: show its sheet, cover or reveal its section, start the timer.

        Gives a sentence where the notes could not be covered or revealed; the step has begun all the same.
        """
        ids = [each.id for each in self._document.workspace.agenda]
        self._step_id, self._place = step_id, ids.index(step_id)
        step = self._document.workspace.agenda[self._place]
        self._show_sheet(step.frame)
        refusal = self._cover(step)
        if step.minutes:
            self._timer.start(step.minutes)
        else:
            self._timer.stop()
        self._step = step
        self.step_begun.emit(step)
        self.changed.emit()
        return refusal

    def end(self) -> None:
        """Be at no step any more; the timer ends with it."""
        if self._step_id is not None:
            self._step_id = self._step = None
            self._place = 0
            self._timer.stop()
            self.changed.emit()

    def _begin_at(self, place: int) -> str | None:
        steps = self._document.workspace.agenda
        if not steps:
            return translate("Agenda", "There is no agenda yet. Write one, or start from one of ours.")
        if place < 0:
            return translate("Agenda", "This is the first step of the agenda.")
        if place >= len(steps):
            return translate("Agenda", "This was the last step of the agenda.")
        return self.begin_step(steps[place].id)

    def _show_sheet(self, frame: Frame) -> None:
        """Show the business model where the step is about it, and otherwise a canvas."""
        if frame is Frame.BUSINESS_MODEL:
            self._selection.show_business_model()
        elif self._selection.canvas_id is None:
            self._selection.show_last_canvas()

    def _cover(self, step: AgendaStep) -> str | None:
        section, canvas_id = step.frame.section, self._selection.canvas_id
        if section is None or canvas_id is None or step.covering is None:
            return None
        command = agenda.cover if step.covering is Covering.COVER else agenda.uncover
        return command(self._document, canvas_id, section)

    def _on_change(self) -> None:
        ids = [each.id for each in self._document.workspace.agenda]
        if self._step_id in ids:
            self._place = ids.index(self._step_id)
        if self.step is not self._step:
            self._step = self.step
            self.changed.emit()
