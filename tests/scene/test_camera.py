"""The map between canvas and view: there and back, zooming at a point, fitting, never lost."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.layout.geometry import Point, Rect, Size
from canvasdesk.scene.camera import KEPT, SCALE_LEAST, SCALE_MOST, Camera, between, fitting

places = st.floats(-20_000, 20_000)
points = st.builds(Point, places, places)
scales = st.floats(SCALE_LEAST, SCALE_MOST)
cameras = st.builds(Camera, scales, places, places)
sides = st.floats(1, 5_000)
rects = st.builds(Rect, places, places, sides, sides)
rooms = st.builds(Size, st.floats(50, 4_000), st.floats(50, 3_000))


def near(one: Point, other: Point, within: float = 1e-6) -> bool:
    return all(isclose(a, b, rel_tol=1e-9, abs_tol=within) for a, b in zip(one, other, strict=True))


@given(cameras, points)
def test_there_and_back(camera: Camera, point: Point) -> None:
    assert near(camera.to_canvas(camera.to_view(point)), point, 1e-5)


@given(cameras, points, st.floats(0.01, 100))
def test_zooming_keeps_the_place_under_the_pixel(camera: Camera, pixel: Point, factor: float) -> None:
    zoomed = camera.zoomed(factor, pixel)
    assert near(zoomed.to_view(camera.to_canvas(pixel)), pixel, 1e-4)
    assert SCALE_LEAST <= zoomed.scale <= SCALE_MOST


@pytest.mark.parametrize(("factor", "scale"), [(1e9, 8.0), (1e-9, 0.05), (1.5, 1.5)])
def test_the_limits_are_five_and_eight_hundred_percent(factor: float, scale: float) -> None:
    assert Camera().zoomed(factor, Point(10, 10)).scale == scale


@given(rects, rooms, st.floats(0, 20))
def test_what_is_fitted_is_in_the_middle_and_in_view(rect: Rect, room: Size, margin: float) -> None:
    camera = fitting(rect, room, margin)
    seen = camera.rect_to_view(rect)
    assert near(seen.centre, Point(room.w / 2, room.h / 2), 1e-4)
    if camera.scale > SCALE_LEAST:
        assert Rect(margin, margin, room.w - 2 * margin, room.h - 2 * margin).inset(-1e-4).contains(seen)


def test_fitting_does_not_enlarge_more_than_asked() -> None:
    assert fitting(Rect(0, 0, 10, 10), Size(1000, 1000), 10).scale == 2.0
    assert fitting(Rect(0, 0, 10, 10), Size(1000, 1000), 10, most=1.5).scale == 1.5


@given(cameras, rects, rooms)
def test_some_of_the_content_stays_in_view(camera: Camera, content: Rect, room: Size) -> None:
    kept = camera.kept_on(content, room)
    seen = kept.rect_to_view(content)
    wide, high = min(seen.right, room.w) - max(seen.x, 0), min(seen.bottom, room.h) - max(seen.y, 0)
    assert wide >= min(KEPT, seen.w, room.w) - 1e-4
    assert high >= min(KEPT, seen.h, room.h) - 1e-4
    assert kept.scale == camera.scale


def test_a_camera_that_shows_enough_is_left_alone() -> None:
    camera = Camera(1.0, 30.0, 40.0)
    assert camera.kept_on(Rect(0, 0, 1400, 700), Size(1000, 600)) is camera


@given(cameras, st.sampled_from([1.0, 1.25, 1.5, 2.0]))
def test_the_origin_lies_on_a_device_pixel(camera: Camera, ratio: float) -> None:
    put = camera.on_pixels(ratio)
    for there, here in ((put.x, camera.x), (put.y, camera.y)):
        assert isclose(there * ratio, round(there * ratio), abs_tol=1e-6)
        assert abs(there - here) <= 0.5 / ratio + 1e-6


@given(cameras, cameras, st.floats(0, 1))
def test_a_flight_goes_from_one_to_the_other(start: Camera, end: Camera, share: float) -> None:
    assert between(start, end, 0.0) == start
    arrived = between(start, end, 1.0)
    assert isclose(arrived.scale, end.scale, rel_tol=1e-9)
    assert near(Point(arrived.x, arrived.y), Point(end.x, end.y), 1e-2)
    least, most = sorted((start.scale, end.scale))
    assert least * (1 - 1e-9) <= between(start, end, share).scale <= most * (1 + 1e-9)
