"""What is measured of a text is what shaping it would give."""

from math import ceil

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from canvasdesk.drawing import fitting
from canvasdesk.drawing.fitting import LINES_MOST, NOTE_TEXT, SLACK, fit_note
from canvasdesk.drawing.note import draw_note, note_look
from canvasdesk.drawing.room import note_room
from canvasdesk.layout.style import LIGHT, NOTE_FOOTER, NOTE_HEIGHT
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from tests.drawing.recording import Recording
from tests.scalars import texts

LETTERS = "aeinrstlWMij fgAVTo.,!?-/()[]&%'\"0123456789äéßñçøżłşžĐαλΣбжщ–—’„…€\n\t"
words = st.text(st.sampled_from(LETTERS), max_size=14)
sentences = st.lists(words, max_size=30).map(" ".join)


def note_height(text: str) -> float:
    """Give what the height of a note must be, from the text as it is drawn."""
    return max(NOTE_HEIGHT, ceil(NOTE_TEXT.y + fit_note(text).height + NOTE_FOOTER - SLACK))


@given(sentences | texts(400))
@example("")
@example("a" + " " * 300 + "b")
@example("same-day parts & “account” manager !")
@example("word " * 99)
@example("line\n" * (LINES_MOST + 1))
@example("Donaudampfschifffahrtsgesellschaft")
@example("क्षमता and latin")
def test_a_note_is_as_high_as_its_text_needs(text: str) -> None:
    assert note_room(text).height == note_height(text)


@given(sentences)
def test_the_lines_measured_stay_in_the_note(text: str) -> None:
    room = note_room(text)
    assert 0 <= room.width <= NOTE_TEXT.w + SLACK
    assert room.lines <= fit_note(text).lines  # smaller letters take no more lines


@pytest.mark.parametrize(("text", "lines"), [("Cost", 1), ("Unplanned downtime", 2), ("one\ntwo\nthree", 3)])
def test_lines_are_counted(text: str, lines: int) -> None:
    assert note_room(text).lines == lines


def test_text_is_shaped_when_it_is_drawn_and_not_before() -> None:
    fitting.fit.cache_clear()
    look = note_look(Note(section=Section.PAINS, text="Unplanned downtime in the third shift"))
    assert look.rect.h > NOTE_HEIGHT - 1
    draw_note(Recording(detail=False), look, LIGHT)
    assert fitting.fit.cache_info().misses == 0
    draw_note(Recording(), look, LIGHT)
    assert fitting.fit.cache_info().misses == 1
