"""The agenda in the session panel: its steps, the fields of the one chosen, and the way through them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.drawing.session_words import agenda_summary, frame_name, step_name
from canvasdesk.editing.agendas import long_agenda, short_agenda
from canvasdesk.model.quoting import isolated
from canvasdesk.model.sessions import MINUTES_MOST, AgendaStep, Covering, Frame
from canvasdesk.panels.agenda_list import AgendaList
from canvasdesk.panels.fields import ChoiceField, LineField, NumberField, PickField, TextField
from canvasdesk.panels.forms import Form, page, plain, quiet, row, small_button
from canvasdesk.session import agenda
from canvasdesk.session.document import Document
from canvasdesk.session.facilitation import Facilitation
from canvasdesk.words import translate


class AgendaPart(QWidget):
    """Shows the agenda when it is asked to; what commands say goes to `say`."""

    def __init__(self, document: Document, lead: Facilitation, say: Callable[[str | None], object]) -> None:
        super().__init__()
        self._document, self._lead, self._say = document, lead, say
        area, column = page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._summary = quiet("")
        self.menu = _menu_button()
        self.add = small_button("+", translate("Agenda", "Add a step"), self._add)
        column.addLayout(row(self._summary, self.menu, self.add))
        self._offer = self._empty(column)
        self._here = plain("")
        column.addWidget(self._here)
        self._walk(column)
        self.list = AgendaList()
        column.addWidget(self.list)
        self._hands(column)
        self._form = Form(column, self._edit, document.seal)
        self._lay_out_form()
        self._connect()

    def _empty(self, column: QVBoxLayout) -> list[QWidget]:
        """Give what is there while there is no step."""
        words = quiet(
            translate(
                "Agenda",
                "No agenda yet. Start from one of ours and change what you like, or add a first step with +.",
            )
        )
        self.short = QPushButton(translate("Agenda", "Start from 45 minutes"))
        self.long = QPushButton(translate("Agenda", "Start from 90 minutes"))
        parts: list[QWidget] = [words, self.short, self.long]
        for each in parts:
            column.addWidget(each)
        return parts

    def _walk(self, column: QVBoxLayout) -> None:
        self.begin = QPushButton(translate("Agenda", "Begin"))
        self.begin.setToolTip(translate("Agenda", "Begin the step chosen in the list"))
        self.previous = QPushButton(translate("Agenda", "Previous"))
        self.next = QPushButton(translate("Agenda", "Next"))
        self._ways = (self.begin, self.previous, self.next)
        line = row(*self._ways)
        for index in range(3):
            line.setStretch(index, 1)
        column.addLayout(line)

    def _hands(self, column: QVBoxLayout) -> None:
        """Put what can be done with the step that is chosen below the list."""
        self.up = small_button("↑", translate("Agenda", "Move the step up"), lambda: self._shift(-1))
        self.down = small_button("↓", translate("Agenda", "Move the step down"), lambda: self._shift(1))
        self.copy = small_button("⧉", translate("Agenda", "Duplicate the step"), self._duplicate)
        self.remove = small_button("×", translate("Agenda", "Delete the step"), self._remove)
        self._hands_row = (self.up, self.down, self.copy, self.remove)
        line = row(*self._hands_row, stretch=-1)
        line.addStretch(1)
        column.addLayout(line)

    def _lay_out_form(self) -> None:
        form = self._form
        self.title = LineField()
        form.add("title", translate("Agenda", "Title"), self.title)
        options = [(frame, frame_name(frame)) for frame in Frame]
        form.add("frame", translate("Agenda", "What the room looks at"), PickField(options))
        form.add(
            "covering",
            translate("Agenda", "Its notes"),
            ChoiceField(
                [
                    (Covering.COVER, translate("Agenda", "Cover")),
                    (Covering.UNCOVER, translate("Agenda", "Reveal")),
                ]
            ),
        )
        form.add("minutes", translate("Agenda", "Minutes for the timer"), NumberField(MINUTES_MOST))
        form.add("question", translate("Agenda", "Question to the room"), TextField())

    def _connect(self) -> None:
        steps, lead = self.list, self._lead
        steps.chosen.connect(self._show_form)
        steps.begun.connect(self._begin)
        steps.shifted.connect(self._shift)
        steps.added.connect(self._add)
        steps.removed.connect(self._remove)
        self.begin.clicked.connect(self._begin_chosen)
        self.next.clicked.connect(self._next)
        self.previous.clicked.connect(self._previous)
        menu = self.menu.menu()
        menu.addAction(translate("Agenda", "Start from 45 minutes")).triggered.connect(self._use_short)
        menu.addAction(translate("Agenda", "Start from 90 minutes")).triggered.connect(self._use_long)
        self.short.clicked.connect(self._use_short)
        self.long.clicked.connect(self._use_long)
        lead.step_begun.connect(self._on_begun)

    # Following.

    def follow(self) -> None:
        """Show the agenda as it is."""
        steps, writable = self._document.workspace.agenda, not self._document.read_only
        self._summary.setText(agenda_summary(steps))
        for part in self._offer:
            part.setVisible(not steps)
        for part in (self.list, self._here, *self._ways, *self._hands_row):
            part.setVisible(bool(steps))
        for part in (self.menu, self.add, self.short, self.long, *self._hands_row):
            part.setEnabled(writable)
        self.menu.setVisible(bool(steps))
        self.list.show_steps(steps, self._lead.step_id)
        self._tell_where()
        self._show_form()
        self._form.enable(on=writable)

    def _tell_where(self) -> None:
        ids, step = [each.id for each in self._document.workspace.agenda], self._lead.step
        if step is None:
            said = translate("Agenda", "Not begun. Next begins with the first step.")
        else:
            at, name = ids.index(step.id) + 1, isolated(step_name(step))
            said = translate(
                "Agenda", "At step {number} of {all}: {name}", number=at, all=len(ids), name=name
            )
        self._here.setText(said)

    def _show_form(self) -> None:
        step = self._chosen
        values: dict[str, object] = {}
        if step:
            values = {"title": step.title, "frame": step.frame, "question": step.question}
            values["minutes"] = step.minutes or None
            if step.frame.section:
                values["covering"] = step.covering
        self._form.show_values(values)

    @property
    def _chosen(self) -> AgendaStep | None:
        chosen = self.list.step_id
        return next((each for each in self._document.workspace.agenda if each.id == chosen), None)

    def _on_begun(self, step: AgendaStep) -> None:
        """Show the fields of the step that began, unless somebody is writing in those of another one."""
        held = QApplication.focusWidget()
        if isinstance(held, QLineEdit | QPlainTextEdit) and self.isAncestorOf(held):
            self.list.reveal(step.id)
        else:
            self.list.choose(step.id)

    # What people do.

    def _edit(self, name: str, value: object) -> None:
        if step := self._chosen:
            fields = {name: value or 0 if name == "minutes" else value}
            if isinstance(value, Frame) and value.section is None:
                fields["covering"] = None
            self._say(agenda.edit_step(self._document, step.id, **fields))

    def _add(self) -> None:
        step = AgendaStep(title=translate("Agenda", "New step"), minutes=5)
        refusal = agenda.add_step(self._document, step, self.list.step_id)
        self._say(refusal)
        if refusal is None:
            self.list.choose(step.id)
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.title.selectAll()

    def _duplicate(self) -> None:
        if step := self._chosen:
            refusal, copy = agenda.duplicate_step(self._document, step.id)
            self._say(refusal)
            if copy:
                self.list.choose(copy)

    def _remove(self) -> None:
        if step := self._chosen:
            self._say(agenda.delete_step(self._document, step.id))

    def _shift(self, places: int) -> None:
        if step := self._chosen:
            self._say(agenda.shift_step(self._document, step.id, places))
            self.list.choose(step.id)

    def _use_short(self) -> None:
        self._say(agenda.use_agenda(self._document, short_agenda()))

    def _use_long(self) -> None:
        self._say(agenda.use_agenda(self._document, long_agenda()))

    def _begin(self, step_id: str) -> None:
        self._say(self._lead.begin_step(step_id))

    def _begin_chosen(self) -> None:
        if step := self._chosen:
            self._begin(step.id)

    def _next(self) -> None:
        self._say(self._lead.next_step())

    def _previous(self) -> None:
        self._say(self._lead.previous_step())


def _menu_button() -> QToolButton:
    button = QToolButton()
    name = translate("Agenda", "Start from…")
    button.setText("…")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setMinimumSize(26, 26)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
    return button
