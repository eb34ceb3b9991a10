"""Links leave and arrive at the edges that face each other, and say how strong and how proven they are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.drawing.link import LANE_MOST, draw_link, link_look, link_path
from canvasdesk.drawing.note import NoteLook, note_look
from canvasdesk.layout.geometry import Path, Point, Rect
from canvasdesk.layout.style import LIGHT, LINK_WIDTHS
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from tests.drawing.recording import Recording

places = st.builds(
    Rect, st.floats(-2000, 2000), st.floats(-2000, 2000), st.just(124.0), st.floats(62.0, 200.0)
)


def ends(path: Path) -> tuple[Point, Point]:
    match path:
        case (("M", x, y), ("C", _, _, _, _, end_x, end_y)):
            return Point(x, y), Point(end_x, end_y)
    pytest.fail(f"not one curve: {path}")


def pair(strength: int | None = 3) -> tuple[FitLink, NoteLook, NoteLook]:
    source = note_look(Note(id="a", section=Section.RELIEVERS, text="Same-day parts", x=360.0, y=374.0))
    target = note_look(Note(id="b", section=Section.PAINS, text="Downtime", x=876.0, y=374.0))
    return FitLink(source="a", target="b", strength=strength, remark="in one day"), source, target


@given(places, places)
def test_a_link_joins_the_edges_that_face_each_other(source: Rect, target: Rect) -> None:
    start, end = ends(link_path(source, target))
    rightward = source.centre.x <= target.centre.x
    assert start.x == (source.right if rightward else source.x)
    assert end.x == (target.x if rightward else target.right)
    assert abs(start.y - source.centre.y) <= LANE_MOST + 1e-9 < source.h / 2
    assert abs(end.y - target.centre.y) <= LANE_MOST + 1e-9


@pytest.mark.parametrize("swapped", [False, True])
def test_links_of_notes_in_one_row_run_side_by_side(swapped: bool) -> None:
    targets = [Rect(846.0, 442.0, 124.0, 62.0), Rect(976.0, 442.0, 124.0, 62.0)]
    sources = [Rect(x, 442.0, 124.0, 62.0) for x in (230.0, 360.0, 490.0)]
    if swapped:
        targets, sources = ([rect.mirrored(718.0) for rect in rects] for rects in (targets, sources))
    heights = sorted({ends(link_path(source, target))[0].y for source in sources for target in targets})
    assert len(heights) == 3
    assert min(high - low for low, high in pairwise(heights)) > LINK_WIDTHS[3]


@pytest.mark.parametrize("strength", [None, 1, 2, 3])
def test_strength_is_width_and_unrated_is_dashed(strength: int | None) -> None:
    recording = Recording()
    draw_link(recording, link_look(*pair(strength), proven=True), LIGHT)
    (mark,) = recording.marks
    assert mark.about["width"] == LINK_WIDTHS[strength]
    assert bool(mark.about["dash"]) is (strength is None)
    assert mark.about["stroke"] == LIGHT.vermilion.line


def test_an_unproven_link_is_lighter() -> None:
    recording = Recording()
    draw_link(recording, link_look(*pair(), proven=False), LIGHT)
    assert recording.marks[0].about["stroke"] != LIGHT.vermilion.line


def test_a_link_says_what_it_claims() -> None:
    assert link_look(*pair(2), proven=True).words() == (
        "“Same-day parts” answers “Downtime” mostly",
        "in one day",
    )
    assert link_look(*pair(None), proven=True).words()[0] == "“Same-day parts” answers “Downtime”, not rated"
