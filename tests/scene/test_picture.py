"""Zooming over a crowded canvas: stretched while it lasts, blocks where nothing was before, then sharp."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from canvasdesk.layout.geometry import Point
from canvasdesk.layout.style import LIGHT
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.scene.camera import Camera
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.picture import Picture
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from tests.scene.test_tiles import ROOM, SAME, at_once, blank, in_tiles, unlike

ACROSS, DOWN = 140.0, 90.0
SIDE = 30  # notes across and down: none of the views below is light work
SECTIONS = tuple(Section)
MIDDLE = Point(ROOM.w / 2, ROOM.h / 2)


def place(column: int, row: int) -> Point:
    return Point(2000 + column * ACROSS, row * DOWN)


@pytest.fixture
def scene(qapp: QApplication) -> CanvasScene:
    """Give the scene of a canvas with nine hundred notes beside the board."""
    notes = tuple(
        Note(
            id=f"{column}-{row}",
            section=SECTIONS[(column + row) % len(SECTIONS)],
            text=f"Note {column}",
            x=place(column, row).x,
            y=place(column, row).y,
        )
        for row in range(SIDE)
        for column in range(SIDE)
    )
    segment = CustomerSegment(canvases=(ValuePropositionCanvas(notes=notes),))
    document = Document(Workspace(segments=(segment,)), Path())
    return CanvasScene(document, Selection(document), LIGHT)


@pytest.fixture
def camera() -> Camera:
    """Give a camera in the middle of the notes at 40 %."""
    middle = place(SIDE // 2, SIDE // 2)
    return Camera(0.4, MIDDLE.x - middle.x * 0.4, MIDDLE.y - middle.y * 0.4)


def frame(picture: Picture, camera: Camera) -> QImage:
    image = blank(*ROOM)
    painter = QPainter(image)
    picture.paint(painter, camera, ROOM, 1.0)
    painter.end()
    return image


def middle_of(image: QImage, camera: Camera, column: int, row: int) -> QColor:
    """Give the colour in the lower half of a note, where nothing is written."""
    corner = place(column, row)
    at = camera.to_view(Point(corner.x + 50, corner.y + 45))
    return image.pixelColor(round(at.x), round(at.y))


def close(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def test_zooming_in_stretches_the_frame_it_began_with(scene: CanvasScene, camera: Camera) -> None:
    picture = Picture(scene)
    in_tiles(picture, camera, 1.0)
    picture.begin_zoom(camera, ROOM, 1.0)
    near = camera.zoomed(1.3, MIDDLE)
    image = frame(picture, near)
    sharp = at_once(scene, near, 1.0)
    assert unlike(image, sharp) > SAME  # it is not sharp
    assert unlike(image, sharp, 120) < 0.05 * ROOM.w * ROOM.h  # but everything is where it belongs
    picture.end_zoom()
    assert unlike(in_tiles(picture, near, 1.0), at_once(scene, near.on_pixels(1.0), 1.0)) < SAME


def test_zooming_out_shows_blocks_where_nothing_was_seen_before(scene: CanvasScene, camera: Camera) -> None:
    picture = Picture(scene)
    in_tiles(picture, camera, 1.0)
    picture.begin_zoom(camera, ROOM, 1.0)
    far = camera.zoomed(0.45, MIDDLE)
    assert not camera.shown(ROOM).contains(place(5, 5))
    assert far.shown(ROOM).contains(place(5, 5))
    image = frame(picture, far)
    for column, row in ((5, 5), (6, 5), (24, 23)):
        section = SECTIONS[(column + row) % len(SECTIONS)]
        assert close(middle_of(image, far, column, row), QColor(LIGHT.hue(section).fill))
    inside = SECTIONS[(SIDE // 2 + SIDE // 2) % len(SECTIONS)]
    assert close(middle_of(image, far, SIDE // 2, SIDE // 2), QColor(LIGHT.hue(inside).fill))
    picture.end_zoom()
    assert unlike(in_tiles(picture, far, 1.0), at_once(scene, far.on_pixels(1.0), 1.0)) < SAME


def test_what_is_missing_while_panning_is_rough_and_then_sharp(scene: CanvasScene, camera: Camera) -> None:
    picture = Picture(scene)
    in_tiles(picture, camera, 1.0)
    there = camera.panned(-700, -500)
    image = frame(picture, there)
    assert not close(image.pixelColor(260, 165), QColor("magenta"))
    assert unlike(in_tiles(picture, there, 1.0), at_once(scene, there, 1.0)) < SAME


def test_what_is_little_is_drawn_sharply_while_zooming(scene: CanvasScene, camera: Camera) -> None:
    picture = Picture(scene)
    in_tiles(picture, camera, 1.0)
    picture.begin_zoom(camera, ROOM, 1.0)
    near = camera.zoomed(6.0, MIDDLE)
    assert unlike(frame(picture, near), at_once(scene, near, 1.0)) < 0.02 * ROOM.w * ROOM.h
