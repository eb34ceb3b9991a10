"""Snapping: the shortest way to an alignment, never farther than asked, and lines that show it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.snap import Guide, Snap, SnapIndex, snap
from canvasdesk.layout.style import GAP
from tests.layout.places import NOTE, places

OTHER = Rect(100, 200, *NOTE)


def beside(moving: Rect, *others: Rect, tolerance: float = 6) -> Snap:
    return snap(moving, SnapIndex(others), tolerance)


@pytest.mark.parametrize(
    ("moving", "dx", "dy"),
    [
        (Rect(103, 400, *NOTE), -3, 0),
        (Rect(96, 400, *NOTE), 4, 0),
        (Rect(300, 205, *NOTE), 0, -5),
        (Rect(107, 400, *NOTE), 0, 0),
        (Rect(221, 400, *NOTE), 3, 0),
        (Rect(102, 204, 120, 54), 0, 0),
        (Rect(90, 400, 150, 62), -3, 0),
    ],
    ids=["left", "left from before", "top", "too far", "left to right", "middles", "middle of a wider one"],
)
def test_edges_and_middles_align(moving: Rect, dx: float, dy: float) -> None:
    found = beside(moving, OTHER)
    assert (found.dx, found.dy) == (dx, dy)


def test_the_guide_runs_through_both_notes() -> None:
    found = beside(Rect(103, 400, *NOTE), OTHER)
    assert set(found.guides) == {
        Guide(100, 200, 100, 462),
        Guide(162, 200, 162, 462),
        Guide(224, 200, 224, 462),
    }


def test_a_row_is_continued_at_the_usual_gap() -> None:
    found = beside(Rect(233, 203, *NOTE), OTHER)
    assert (found.dx, found.dy) == (224 + GAP - 233, -3)
    assert Guide(224 + GAP, 231, 224, 231) in found.guides
    found = beside(Rect(100, 264, *NOTE), OTHER)
    assert (found.dx, found.dy) == (0, 262 + GAP - 264)


def test_the_usual_gap_needs_a_neighbour_in_the_same_row() -> None:
    assert beside(Rect(233, 400, *NOTE), OTHER).dx == 0


def test_the_nearest_line_wins() -> None:
    found = beside(Rect(103, 400, *NOTE), OTHER, Rect(105, 600, *NOTE))
    assert found.dx == 2
    assert all(guide.y2 == 662 for guide in found.guides)


def test_far_notes_do_not_attract() -> None:
    assert beside(Rect(103, 1000, *NOTE), OTHER) == Snap(0, 0, ())
    assert beside(Rect(103, 1000, *NOTE)) == Snap(0, 0, ())


@given(places, st.lists(places, max_size=30), st.floats(0, 20))
def test_a_snap_is_short_and_its_guides_touch_the_note(
    moving: Rect, others: list[Rect], tolerance: float
) -> None:
    found = snap(moving, SnapIndex(others), tolerance)
    assert abs(found.dx) <= tolerance + 1e-9
    assert abs(found.dy) <= tolerance + 1e-9
    box = moving.moved(found.dx, found.dy).inset(-0.011)
    for guide in found.guides:
        line = Rect(min(guide.x1, guide.x2), min(guide.y1, guide.y2), 0, 0)
        line = line.united(Rect(max(guide.x1, guide.x2), max(guide.y1, guide.y2), 0, 0))
        assert line.x <= box.right
        assert line.right >= box.x
        assert line.y <= box.bottom
        assert line.bottom >= box.y
    assert bool(found.guides) or (found.dx, found.dy) == (0, 0)


@given(places, st.lists(places, min_size=1, max_size=30))
def test_what_has_snapped_stays(moving: Rect, others: list[Rect]) -> None:
    index = SnapIndex(others)
    first = snap(moving, index, 6)
    again = snap(moving.moved(first.dx, 0), index, 6)
    assert abs(again.dx) < 0.02 or first.dx == 0
