"""Text that is being typed looks as it will look, and keeps every sign."""

from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.drawing.fitting import LINES_MOST, fit_note, fit_typed
from canvasdesk.drawing.room import note_room, room_of
from canvasdesk.drawing.text import LINE_BREAK, units
from tests.scalars import texts

words = st.lists(st.text("abcdefghijäöü–’", min_size=1, max_size=14), min_size=1, max_size=12).map(" ".join)


@given(words)
def test_it_is_set_as_the_note_will_be(text: str) -> None:
    typed, drawn = fit_typed(text), fit_note(text)
    assert (typed.size, typed.lines, typed.width, typed.height) == (
        drawn.size,
        drawn.lines,
        drawn.width,
        drawn.height,
    )
    assert room_of(typed).height == note_room(text).height


@given(texts(200))
def test_every_sign_keeps_its_place(text: str) -> None:
    shown = fit_typed(text).layout.text()
    assert units(shown) == units(text)
    assert shown.count(LINE_BREAK) == text.count("\n") + text.count(LINE_BREAK)


def test_a_new_line_is_there_before_anything_stands_in_it() -> None:
    assert fit_typed("one").lines == 1
    assert fit_typed("one\n").lines == 2
    assert fit_typed("\none ").lines == 2


def test_no_line_is_left_out() -> None:
    text = "\n".join("one" for _ in range(LINES_MOST + 10))
    typed = fit_typed(text)
    assert typed.whole
    assert typed.lines == LINES_MOST + 10
