"""Rectangles and paths: what they contain, and that curves are the circles they stand for."""

from math import cos, hypot, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.layout.geometry import Point, Rect, arc, circle_path, mirrored_path, rounded_path
from tests.layout.places import area, places, polygon

BOX = Rect(10, 20, 100, 50)


def test_a_rectangle_knows_its_edges_and_its_centre() -> None:
    assert (BOX.right, BOX.bottom, BOX.centre) == (110, 70, Point(60, 45))
    assert BOX.moved(5, -5) == Rect(15, 15, 100, 50)
    assert BOX.inset(10) == Rect(20, 30, 80, 30)
    assert BOX.inset(-10) == Rect(0, 10, 120, 70)


@pytest.mark.parametrize(
    ("other", "within"),
    [
        (Point(10, 20), True),
        (Point(110, 70), True),
        (Point(111, 70), False),
        (Point(9, 30), False),
        (Rect(10, 20, 100, 50), True),
        (Rect(20, 30, 10, 10), True),
        (Rect(20, 30, 91, 10), False),
        (Rect(20, 19, 10, 10), False),
    ],
)
def test_contains(other: Rect | Point, within: bool) -> None:
    assert BOX.contains(other) is within


def test_touching_is_not_intersecting() -> None:
    assert not BOX.intersects(Rect(110, 20, 10, 10))
    assert not BOX.intersects(Rect(10, 70, 10, 10))
    assert BOX.intersects(Rect(109, 69, 10, 10))


@given(places, places)
def test_united_is_the_smallest_rectangle_around_both(one: Rect, other: Rect) -> None:
    both = one.united(other)
    assert both.inset(-1e-6).contains(one)
    assert both.inset(-1e-6).contains(other)
    assert (both.x, both.y) == (min(one.x, other.x), min(one.y, other.y))
    assert both.right == pytest.approx(max(one.right, other.right))
    assert both.bottom == pytest.approx(max(one.bottom, other.bottom))


@given(st.floats(-7, 7), st.floats(-7, 7), st.floats(1, 1000))
def test_an_arc_stays_on_its_circle_and_ends_at_its_angle(start: float, end: float, radius: float) -> None:
    begin = Point(3 + radius * cos(start), 4 + radius * sin(start))
    corners = polygon((("M", *begin), *arc(Point(3, 4), radius, start, end)))
    for corner in corners:
        assert hypot(corner.x - 3, corner.y - 4) == pytest.approx(radius, rel=3e-4)
    assert corners[-1] == pytest.approx((3 + radius * cos(end), 4 + radius * sin(end)))


def test_a_circle_has_the_area_of_a_circle_and_a_rounded_box_lacks_its_corners() -> None:
    assert area(polygon(circle_path(Point(5, 5), 300))) == pytest.approx(pi * 300**2, rel=1e-3)
    cut = (4 - pi) * 22**2
    assert area(polygon(rounded_path(Rect(1, 2, 600, 500), 22))) == pytest.approx(300_000 - cut, rel=1e-5)


def test_mirroring_twice_gives_the_path_back() -> None:
    path = rounded_path(BOX, 8)
    there = mirrored_path(path, 200)
    for corner, mirrored in zip(polygon(path), polygon(there), strict=True):
        assert mirrored == pytest.approx((400 - corner.x, corner.y))
    assert polygon(mirrored_path(there, 200)) == [pytest.approx(corner) for corner in polygon(path)]
