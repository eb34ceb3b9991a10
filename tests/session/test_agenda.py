"""Commands for agenda, attendance and records: one step each, and none in a file for reading only."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.editing.agenda import begin_session, end_session
from canvasdesk.model.sections import Section
from canvasdesk.model.sessions import AgendaStep, Attendee
from canvasdesk.model.value import evolve, now
from canvasdesk.session import agenda
from tests.editing.workshop import workshop
from tests.session.desk import Desk

READ_ONLY = "This file is open for reading only. Save a copy to change it."
STEPS = (AgendaStep(id="one", minutes=40), AgendaStep(id="two", minutes=5))
Command = Callable[[Desk], str | None]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    people = (Attendee(id="ann", name="Ann"),)
    whole = evolve(workshop(), agenda=STEPS, attendees=people)
    ended = end_session(begin_session(whole, now()), now())
    return Desk(tmp_path, evolve(ended, sessions=(evolve(ended.sessions[0], id="record"),)))


COMMANDS: list[tuple[Command, str]] = [
    (lambda it: agenda.add_step(it.document, AgendaStep()), "Add step to the agenda"),
    (lambda it: agenda.edit_step(it.document, "one", minutes=3), "Edit step of the agenda"),
    (lambda it: agenda.shift_step(it.document, "one", 1), "Move step of the agenda"),
    (lambda it: agenda.duplicate_step(it.document, "one")[0], "Duplicate step of the agenda"),
    (lambda it: agenda.delete_step(it.document, "one"), "Delete step of the agenda"),
    (lambda it: agenda.use_agenda(it.document, STEPS), "Use the agenda of 45 minutes"),
    (lambda it: agenda.add_attendee(it.document, Attendee()), "Add attendee"),
    (lambda it: agenda.edit_attendee(it.document, "ann", function="Law"), "Edit attendee"),
    (lambda it: agenda.delete_attendee(it.document, "ann"), "Delete attendee"),
    (lambda it: agenda.begin_session(it.document), "Begin session"),
    (lambda it: agenda.delete_session(it.document, "record"), "Delete session record"),
    (lambda it: agenda.cover(it.document, "manager", Section.PAINS), "Cover Pains"),
]


@pytest.mark.parametrize(("command", "label"), COMMANDS)
def test_a_command_is_one_step_that_undo_takes_back(desk: Desk, command: Command, label: str) -> None:
    before = desk.document.workspace
    assert command(desk) is None
    assert desk.labels == [label]
    desk.document.undo()
    assert desk.document.workspace is before


@pytest.mark.parametrize(("command", "label"), COMMANDS)
def test_a_file_for_reading_only_stays_as_it_is(desk: Desk, command: Command, label: str) -> None:
    desk.document.read_only = True
    assert command(desk) == READ_ONLY
    assert desk.labels == []


def test_a_step_is_added_behind_another_or_at_the_end(desk: Desk) -> None:
    agenda.add_step(desk.document, AgendaStep(id="between"), "one")
    agenda.add_step(desk.document, AgendaStep(id="last"), "nowhere")
    assert [each.id for each in desk.document.workspace.agenda] == ["one", "between", "two", "last"]


def test_strokes_merge_and_choices_do_not(desk: Desk) -> None:
    for text in ("J", "Jo"):
        agenda.edit_step(desk.document, "one", title=text)
        agenda.edit_attendee(desk.document, "ann", name=text)
    for text in ("A", "An"):
        agenda.edit_attendee(desk.document, "ann", name=text)
    for minutes in (3, 4):
        agenda.edit_step(desk.document, "one", minutes=minutes)
    assert desk.labels == [
        "Edit step of the agenda",
        "Edit attendee",
        "Edit step of the agenda",
        "Edit attendee",
        "Edit step of the agenda",
        "Edit step of the agenda",
    ]


def test_steps_stop_at_the_ends_of_the_agenda(desk: Desk) -> None:
    agenda.shift_step(desk.document, "one", -1)
    agenda.shift_step(desk.document, "two", 1)
    assert desk.labels == []


def test_a_session_begins_and_ends_once(desk: Desk) -> None:
    assert agenda.end_session(desk.document) == "No session is running."
    assert agenda.begin_session(desk.document) is None
    assert agenda.begin_session(desk.document) == "A session is running already. End it first."
    assert agenda.end_session(desk.document) is None
    assert desk.labels == ["Begin session", "End session"]
    assert [each.ended is not None for each in desk.document.workspace.sessions] == [True, True]


def test_revealing_takes_the_cover_away(desk: Desk) -> None:
    agenda.cover(desk.document, "manager", Section.PAINS)
    assert agenda.uncover(desk.document, "manager", Section.PAINS) is None
    assert desk.labels == ["Cover Pains", "Reveal Pains"]
    assert not desk.note("late").covered
