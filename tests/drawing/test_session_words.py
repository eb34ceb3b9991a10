"""Agendas and records of sessions in words."""

import pytest
from hypothesis import given

from canvasdesk.drawing.session_words import (
    agenda_summary,
    attendee_name,
    ended_sessions,
    frame_name,
    session_groups,
    session_title,
    step_facts,
    step_name,
)
from canvasdesk.model.flows import FitFigures
from canvasdesk.model.sessions import AgendaStep, Attendee, Covering, Frame, Session
from canvasdesk.model.value import now
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import workshop
from tests.strategies import workspaces

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_frame_has_a_name_of_its_own() -> None:
    assert len({frame_name(frame) for frame in Frame}) == len(Frame)


def test_a_step_is_called_by_its_title_or_by_what_it_shows() -> None:
    assert step_name(AgendaStep(title=" Silence\nfirst ")) == "Silence first"
    assert step_name(AgendaStep(frame=Frame.LINKS)) == "Links"


@pytest.mark.parametrize(
    ("step", "facts"),
    [
        (AgendaStep(), ["Whole canvas"]),
        (AgendaStep(frame=Frame.PAINS, minutes=8, covering=Covering.COVER), ["Pains", "8 min", "covers"]),
        (AgendaStep(frame=Frame.GAINS, covering=Covering.UNCOVER), ["Gains", "reveals"]),
        (AgendaStep(frame=Frame.FIT, covering=Covering.COVER), ["Fit"]),
    ],
)
def test_a_step_says_what_it_shows_for_how_long_and_what_it_hides(step: AgendaStep, facts: list[str]) -> None:
    assert step_facts(step) == facts


def test_an_agenda_is_summed_up() -> None:
    assert agenda_summary([]) == "0 steps · 0 min"
    assert agenda_summary([AgendaStep(minutes=8)]) == "1 step · 8 min"
    assert agenda_summary([AgendaStep(minutes=8), AgendaStep(minutes=82)]) == "2 steps · 90 min"


@pytest.mark.parametrize(
    ("name", "function", "said"),
    [("Ann", "Sales", "Ann (Sales)"), ("Ann", "", "Ann"), ("", "Sales", "Sales"), (" ", "", "somebody")],
)
def test_people_are_called_by_name_and_function(name: str, function: str, said: str) -> None:
    assert attendee_name(Attendee(name=name, function=function)) == said


def test_a_canvas_without_a_fit_is_left_out_and_one_that_is_gone_is_named_so() -> None:
    session = Session(
        began=now(),
        before=(FitFigures(canvas_id="manager", on_paper=0.25), FitFigures(canvas_id="gone", on_paper=1.0)),
        after=(FitFigures(canvas_id="buyer"), FitFigures(canvas_id="manager", on_paper=0.5)),
    )
    (fits,) = session_groups(workshop(), session)
    assert fits.lines == (
        "Builders · End user: from 25 % to 50 %",
        "A canvas that is gone: from 100 % to –",
    )


@given(workspaces())
def test_whatever_was_recorded_can_be_told(workspace: Workspace) -> None:
    for session in workspace.sessions:
        assert session_title(session)
        for group in session_groups(workspace, session):
            assert group.title
            assert all(line and "\n" not in line for line in group.lines)


def test_sessions_that_are_over_are_told_the_newest_first() -> None:
    ended = [Session(id=each, began=now(), ended=now()) for each in ("first", "second")]
    there = Workspace(sessions=(*ended, Session(id="third", began=now())))
    assert [each.id for each in ended_sessions(there)] == ["second", "first"]
