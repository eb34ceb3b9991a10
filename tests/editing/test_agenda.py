"""Edits of agenda and attendance, and the records of sessions."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing import agenda
from canvasdesk.editing.links import set_strength
from canvasdesk.editing.whole import EditError
from canvasdesk.model.figures import figures
from canvasdesk.model.sessions import AgendaStep, Attendee, Frame
from canvasdesk.model.value import evolve, now
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import read, write
from tests.editing.workshop import workshop
from tests.strategies import workspaces

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
STEPS = (
    AgendaStep(id="jobs", title="Jobs", frame=Frame.JOBS, minutes=8),
    AgendaStep(id="pains", title="Pains", frame=Frame.PAINS, minutes=10),
    AgendaStep(id="fit", title="Fit", frame=Frame.FIT),
)
PEOPLE = (Attendee(id="ann", name="Ann", function="Sales"), Attendee(id="bo", name="Bo"))


def planned() -> Workspace:
    return evolve(workshop(), agenda=STEPS, attendees=PEOPLE)


def ids(workspace: Workspace) -> list[str]:
    return [step.id for step in workspace.agenda]


def test_steps_are_added_at_the_end_or_in_between() -> None:
    more = AgendaStep(id="more")
    assert ids(agenda.add_steps(planned(), [more])) == ["jobs", "pains", "fit", "more"]
    assert ids(agenda.add_steps(planned(), [more], 1)) == ["jobs", "more", "pains", "fit"]


def test_a_step_is_edited_moved_copied_and_deleted() -> None:
    before = planned()
    after = agenda.edit_step(before, "pains", minutes=12, question="What hurts?")
    assert (after.agenda[1].minutes, after.agenda[1].question) == (12, "What hurts?")
    assert after.agenda[0] is before.agenda[0]
    assert agenda.edit_step(after, "pains", minutes=12) is after
    assert ids(agenda.move_step(before, "jobs", 2)) == ["pains", "fit", "jobs"]
    assert agenda.move_step(before, "jobs", 0) is before
    copied, copy = agenda.duplicate_step(before, "jobs")
    assert ids(copied) == ["jobs", copy, "pains", "fit"]
    assert copied.agenda[1] == evolve(STEPS[0], id=copy)
    assert ids(agenda.delete_steps(before, ["jobs", "fit"])) == ["pains"]


def test_people_come_change_and_go() -> None:
    after = agenda.add_attendees(planned(), [Attendee(id="cy")])
    after = agenda.edit_attendee(after, "cy", name="Cy", function="Law")
    assert [(each.name, each.function) for each in after.attendees] == [
        ("Ann", "Sales"),
        ("Bo", ""),
        ("Cy", "Law"),
    ]
    assert agenda.edit_attendee(after, "cy", name="Cy") is after
    assert [each.id for each in agenda.delete_attendees(after, ["ann"]).attendees] == ["bo", "cy"]


def test_what_is_nowhere_cannot_be_edited() -> None:
    for edit in (
        lambda: agenda.edit_step(planned(), "ann", minutes=1),
        lambda: agenda.move_step(planned(), "ann", 0),
        lambda: agenda.delete_steps(planned(), ["ann"]),
        lambda: agenda.edit_attendee(planned(), "jobs", name="x"),
        lambda: agenda.delete_attendees(planned(), ["jobs"]),
        lambda: agenda.delete_session(planned(), "jobs"),
    ):
        with pytest.raises(KeyError):
            edit()
    with pytest.raises(TypeError, match="id"):
        agenda.edit_step(planned(), "jobs", id="other")


def test_an_agenda_that_is_used_twice_has_ids_of_its_own() -> None:
    once = agenda.use_agenda(planned(), STEPS)
    twice = agenda.use_agenda(once, STEPS)
    assert [step.title for step in twice.agenda] == ["Jobs", "Pains", "Fit"]
    assert not {"jobs", *ids(once)} & set(ids(twice))


def test_a_session_keeps_who_was_there_the_agenda_and_the_fit_before_and_after() -> None:
    before = planned()
    begun = agenda.begin_session(before, NOON)
    session = agenda.running(begun)
    assert session
    assert (session.began, session.ended, session.before) == (NOON, None, figures(before))
    better = set_strength(begun, ["swap-late"], 3)
    late = agenda.add_attendees(better, [Attendee(id="cy", name="Cy")])
    ended = agenda.end_session(late, NOON + timedelta(hours=2))
    (record,) = ended.sessions
    assert agenda.running(ended) is None
    assert (record.id, record.began, record.ended) == (session.id, NOON, NOON + timedelta(hours=2))
    assert [each.name for each in record.attendees] == ["Ann", "Bo", "Cy"]
    assert (record.agenda, record.before, record.after) == (STEPS, figures(before), figures(late))
    assert agenda.delete_session(ended, record.id).sessions == ()


def test_a_session_that_begins_this_very_second_is_written_with_its_time() -> None:
    begun = agenda.begin_session(planned(), now())
    text = write(begun)
    assert f'"began": "{begun.sessions[0].began:%Y-%m-%dT%H:%M:%SZ}"' in text.decode()
    assert read(text, "file").workspace == begun


def test_one_session_runs_at_a_time() -> None:
    begun = agenda.begin_session(planned(), NOON)
    with pytest.raises(EditError, match="running already"):
        agenda.begin_session(begun, NOON)
    with pytest.raises(EditError, match="No session"):
        agenda.end_session(planned(), NOON)


def test_a_session_never_ends_before_it_begins() -> None:
    ended = agenda.end_session(agenda.begin_session(planned(), NOON), NOON - timedelta(hours=1))
    assert ended.sessions[0].ended == NOON


@given(workspaces(), st.data())
def test_whatever_is_done_survives_the_file(workspace: Workspace, data: st.DataObject) -> None:
    after = agenda.add_steps(workspace, [AgendaStep()], data.draw(st.integers(0, len(workspace.agenda))))
    step = data.draw(st.sampled_from([each.id for each in after.agenda]))
    after = agenda.move_step(after, step, data.draw(st.integers(0, len(after.agenda) - 1)))
    after, copy = agenda.duplicate_step(after, step)
    assert sorted(ids(after)) == sorted({*ids(workspace), *ids(after)})
    after = agenda.delete_steps(after, [copy])
    while agenda.running(after):
        after = agenda.end_session(after, NOON)
    after = agenda.end_session(agenda.begin_session(after, NOON), NOON)
    assert after.sessions[-1].before == after.sessions[-1].after == figures(after)
    assert read(write(after), "file").workspace == after
