"""A room led through the agenda."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.model.sections import Section
from canvasdesk.model.sessions import AgendaStep, Covering, Frame
from canvasdesk.model.value import evolve
from canvasdesk.session import agenda
from canvasdesk.session.facilitation import Facilitation
from canvasdesk.session.timer import Countdown
from tests.editing.workshop import workshop
from tests.session.desk import Desk

STEPS = (
    AgendaStep(id="look", frame=Frame.OVERVIEW),
    AgendaStep(id="write", frame=Frame.PAINS, minutes=8, covering=Covering.COVER),
    AgendaStep(id="read", frame=Frame.PAINS, minutes=4, covering=Covering.UNCOVER),
    AgendaStep(id="model", frame=Frame.BUSINESS_MODEL),
)


class Room:
    """A desk with a timer and an agenda, and what it told."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder, evolve(workshop(), agenda=STEPS))
        self.document, self.selection = self.desk.document, self.desk.selection
        self.timer = Countdown(lambda: 0.0)
        self.lead = Facilitation(self.document, self.selection, self.timer)
        self.begun: list[str] = []
        self.changes = 0
        self.lead.step_begun.connect(self._on_begun)
        self.lead.changed.connect(self._on_change)

    def _on_begun(self, step: AgendaStep) -> None:
        self.begun.append(step.id)

    def _on_change(self) -> None:
        self.changes += 1

    def covered(self) -> set[str]:
        return {note.id for note in self.desk.canvas.notes if note.covered}


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Room:
    return Room(tmp_path)


def test_steps_begin_one_after_the_other_and_back(room: Room) -> None:
    assert room.lead.step is None
    assert [room.lead.next_step() for _ in range(4)] == [None] * 4
    assert room.lead.next_step() == "This was the last step of the agenda."
    assert room.lead.step_id == "model"
    assert [room.lead.previous_step() for _ in range(3)] == [None] * 3
    assert room.lead.previous_step() == "This is the first step of the agenda."
    assert room.begun == ["look", "write", "read", "model", "read", "write", "look"]


def test_a_step_covers_reveals_and_times(room: Room) -> None:
    room.lead.begin_step("write")
    assert room.document.workspace.view.covering == (Section.PAINS,)
    assert room.covered() == {"late", "lost"}
    assert (room.timer.seconds, room.timer.runs) == (480, True)
    room.lead.next_step()
    assert room.document.workspace.view.covering == ()
    assert room.covered() == set()
    assert room.timer.seconds == 240
    assert room.desk.labels == ["Cover Pains", "Reveal Pains"]
    room.lead.next_step()
    assert not room.timer.is_set
    room.document.undo()
    assert room.covered() == {"late", "lost"}


def test_a_step_shows_the_sheet_that_it_is_about(room: Room) -> None:
    room.lead.begin_step("model")
    assert room.selection.canvas_id is None
    room.lead.begin_step("write")
    assert room.selection.canvas_id == "manager"


def test_without_an_agenda_it_says_where_one_comes_from(room: Room) -> None:
    room.document.commit("Clear", evolve(room.document.workspace, agenda=()))
    said = "There is no agenda yet. Write one, or start from one of ours."
    assert (room.lead.next_step(), room.lead.previous_step()) == (said, said)


def test_after_a_step_that_is_deleted_comes_the_one_that_followed_it(room: Room) -> None:
    room.lead.begin_step("write")
    agenda.delete_step(room.document, "write")
    assert room.lead.step is None
    room.lead.next_step()
    assert room.lead.step_id == "read"
    agenda.shift_step(room.document, "read", 5)
    assert room.lead.next_step() == "This was the last step of the agenda."
    for each in ("read", "model"):
        agenda.delete_step(room.document, each)
    room.lead.previous_step()
    assert room.lead.step_id == "look"


def test_it_tells_of_a_step_that_is_edited_and_of_nothing_else(room: Room) -> None:
    room.lead.begin_step("look")
    room.changes = 0
    agenda.edit_step(room.document, "read", title="x")
    assert room.changes == 0
    agenda.edit_step(room.document, "look", question="Who are they?")
    assert room.changes == 1
    assert room.lead.step
    assert room.lead.step.question == "Who are they?"


def test_the_end_stops_the_timer(room: Room) -> None:
    room.lead.begin_step("write")
    room.lead.end()
    assert (room.lead.step, room.timer.is_set) == (None, False)
    room.lead.next_step()
    assert room.lead.step_id == "look"


def test_another_workspace_has_its_own_agenda_from_the_start(room: Room) -> None:
    room.lead.begin_step("read")
    room.document.reset(evolve(workshop(), agenda=STEPS[2:]))
    assert room.lead.step is None
    room.lead.next_step()
    assert room.lead.step_id == "read"


def test_a_file_for_reading_only_is_led_through_without_covering(room: Room) -> None:
    room.document.read_only = True
    said = room.lead.begin_step("write")
    assert said == "This file is open for reading only. Save a copy to change it."
    assert (room.lead.step_id, room.timer.runs, room.covered()) == ("write", True, set())


def test_a_free_timer_outlives_the_end_of_nothing(room: Room) -> None:
    room.timer.start(3)
    room.lead.end()
    assert room.timer.is_set
