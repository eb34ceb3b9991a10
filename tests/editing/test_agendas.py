"""The agendas of ours, held to what they promise."""

from collections.abc import Callable

import pytest

from canvasdesk.editing.agendas import long_agenda, short_agenda
from canvasdesk.model.sessions import SECTION_IN, AgendaStep, Covering, Frame

MOST = 44  # characters, on a projector of 1366 pixels
Agenda = Callable[[], tuple[AgendaStep, ...]]


@pytest.mark.parametrize(("agenda", "minutes"), [(short_agenda, 45), (long_agenda, 90)])
def test_the_minutes_add_up(agenda: Agenda, minutes: int) -> None:
    assert sum(step.minutes for step in agenda()) == minutes
    assert all(step.minutes for step in agenda())


@pytest.mark.parametrize("agenda", [short_agenda, long_agenda])
def test_every_section_the_links_and_the_fit_have_their_turn_and_a_question(agenda: Agenda) -> None:
    steps = agenda()
    assert {step.frame for step in steps} >= {*SECTION_IN, Frame.OVERVIEW, Frame.LINKS, Frame.FIT}
    assert all(step.title and step.question.endswith("?") for step in steps)
    assert len({step.question for step in steps}) == len(steps)


@pytest.mark.parametrize("agenda", [short_agenda, long_agenda])
def test_a_question_fits_beside_the_name_of_its_section_before_a_room(agenda: Agenda) -> None:
    assert [step.question for step in agenda() if len(step.question) > MOST] == []


@pytest.mark.parametrize("agenda", [short_agenda, long_agenda])
def test_what_is_covered_is_revealed_by_the_next_step(agenda: Agenda) -> None:
    steps = agenda()
    for step, following in zip(steps, (*steps[1:], None), strict=True):
        if step.covering is Covering.COVER:
            assert following
            assert (following.frame, following.covering) == (step.frame, Covering.UNCOVER)
