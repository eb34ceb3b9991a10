"""A paragraph of several colours fits its place or ends in an ellipsis."""

import pytest

from canvasdesk.drawing.paragraph import Span, paragraph
from canvasdesk.drawing.text import ShapedText, rows

SPANS = (Span("Our "), Span("system", "#1B63A3", bold=True), Span(" ends "), Span("downtime 👷", "#AC4113"))


def stretches(text: ShapedText) -> list[tuple[str, str | None, bool]]:
    letters = text.layout.text().encode("utf-16-le")
    return [
        (letters[2 * part.start : 2 * part.end].decode("utf-16-le"), part.colour, part.bold)
        for part in text.stretches
    ]


def test_parts_keep_their_colour_and_weight() -> None:
    text = paragraph(SPANS, 800.0, 20.0, (16.0,))
    assert text.layout.text() == "Our system ends downtime 👷"
    assert stretches(text) == [
        ("Our ", None, False),
        ("system", "#1B63A3", True),
        (" ends ", None, False),
        ("downtime 👷", "#AC4113", False),
    ]
    light = paragraph(tuple(Span(span.text) for span in SPANS), 800.0, 20.0, (16.0,))
    assert text.width > light.width


def test_it_shrinks_breaks_and_is_cut_in_this_order() -> None:
    sizes = (16.0, 14.0, 12.0)
    assert paragraph(SPANS, 800.0, 40.0, sizes).size == 16.0
    two_lines = paragraph(SPANS, 150.0, 40.0, sizes)
    assert (two_lines.size, two_lines.lines, two_lines.whole) == (16.0, 2, True)
    smaller = paragraph(SPANS, 215.0, 17.0, sizes)
    assert (smaller.size, smaller.lines, smaller.whole) == (14.0, 1, True)
    cut = paragraph(SPANS, 110.0, 17.0, sizes)
    assert (cut.size, cut.lines, cut.whole) == (12.0, 1, False)
    assert cut.layout.text().startswith("Our system")
    assert cut.layout.text().endswith("…")
    assert cut.width <= 110.0


@pytest.mark.parametrize("room", [5.0, 40.0, 200.0])
def test_a_long_statement_never_leaves_its_place(room: float) -> None:
    text = paragraph((Span("word " * 1000), Span("end", "#AC4113")), room, 40.0, (16.0, 12.0))
    assert not text.whole
    assert text.height <= 40.0
    assert max(row.left + row.width for row in rows(text)) <= max(room, 12.0)


def test_new_lines_and_controls_do_not_break_it() -> None:
    assert (
        paragraph((Span("one\ntwo \x00"), Span(" three")), 800.0, 20.0, (16.0,)).layout.text()
        == "one two  three"
    )
