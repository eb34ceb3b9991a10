"""The heading of a frame: whatever the room is asked is written out."""

import pytest

from canvasdesk.drawing.frame import CORNER_KEPT, FrameLook, Heading, draw_heading
from canvasdesk.drawing.naming import section_name, section_question
from canvasdesk.drawing.text import ShapedText
from canvasdesk.editing.agendas import long_agenda, short_agenda
from canvasdesk.layout.geometry import Size
from canvasdesk.layout.projection import Projection
from canvasdesk.layout.style import ROOM
from canvasdesk.model.sections import Section
from canvasdesk.model.sessions import AgendaStep
from tests.drawing.recording import Recording

STEPS = [step for step in (*short_agenda(), *long_agenda()) if step.frame.section]


def written(heading: Heading, size: Size) -> list[str]:
    """Give the texts of a heading from left to right; none of them reaches the timer's corner."""
    projection, recording = Projection(size), Recording()
    draw_heading(recording, FrameLook("frame", projection, projection.least, heading), ROOM)
    for mark in recording.of("text"):
        text = mark.about["text"]
        assert isinstance(text, ShapedText)
        assert mark.x + text.width <= size.w / projection.least - CORNER_KEPT + 0.01
    return recording.texts()


@pytest.mark.parametrize("size", [Size(1024, 768), Size(1366, 768), Size(1920, 1080)])
@pytest.mark.parametrize("place", ["", "8", "20 · page 1 of 2"])
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.question or step.frame.value)
def test_our_questions_are_asked_to_their_end(step: AgendaStep, place: str, size: Size) -> None:
    section = step.frame.section
    assert section
    question = step.question or section_question(section)
    name, *_, last = written(Heading(section_name(section), place, question, section), size)
    assert (name, last) == (section_name(section), question)


def test_the_place_stays_where_it_has_room_or_its_absence_would_not_help() -> None:
    size, endless = Size(1024, 768), "Why? " * 60
    for question in ("Why?", endless):
        said = written(Heading("Pains", "20 · page 1 of 2", question, Section.PAINS), size)
        assert said[:2] == ["Pains", "20 · page 1 of 2"]
    assert said[2].endswith("…")
    assert written(Heading("Fit"), size) == ["Fit"]
