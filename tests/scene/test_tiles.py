"""Tiles show exactly what painting everything at once shows, whatever changed before, at any pixel ratio."""

from collections.abc import Iterator
from math import inf
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from canvasdesk.editing.links import set_strength
from canvasdesk.layout.geometry import Rect, Size
from canvasdesk.layout.style import DARK, LIGHT
from canvasdesk.model.workspace import Workspace
from canvasdesk.scene.camera import Camera
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.picture import Picture
from canvasdesk.scene.still import paint_still, stand
from canvasdesk.scene.tiles import SIDE, Tiles, cells
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from tests.editing.workshop import workshop
from tests.scene.edits import CANVAS, Edit, edits, tried

ROOM = Size(520.0, 330.0)
SAME = 40  # pixels of at least 171,600: what an edge cuts is rounded otherwise here and there


def blank(width: float, height: float) -> QImage:
    image = QImage(round(width), round(height), QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    return image


def at_once(scene: CanvasScene, camera: Camera, ratio: float) -> QImage:
    image = blank(ROOM.w * ratio, ROOM.h * ratio)
    painter = QPainter(image)
    stand(painter, camera.on_pixels(ratio), ratio)
    for _ in paint_still(scene, painter, camera.shown(ROOM).inset(-2 / camera.scale)):
        pass
    painter.end()
    return image


def in_tiles(picture: Picture, camera: Camera, ratio: float) -> QImage:
    """Give the picture when it is whole; on the way there it may be rough."""
    image = blank(ROOM.w * ratio, ROOM.h * ratio)
    for _ in range(1000):
        painter = QPainter(image)
        whole = picture.paint(painter, camera.on_pixels(ratio), ROOM, ratio)
        painter.end()
        if whole:
            return image
    raise AssertionError("the picture never became whole")


def unlike(one: QImage, other: QImage, tolerance: int = 40) -> int:
    """Give how many pixels of two images differ by more than `tolerance` of 255 in a colour."""
    assert one.size() == other.size()
    difference = one.copy()
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    plain = difference.convertToFormat(QImage.Format.Format_RGB888)
    values = bytes(plain.constBits())
    return len(values.translate(None, bytes(range(tolerance + 1)))) // 3


def rated(workspace: Workspace) -> Workspace:
    """Give the workspace without dashed links: Qt shifts the dashes a little where an edge cuts a line."""
    its_links = workspace.canvas_by_id[CANVAS].links
    return set_strength(workspace, [link.id for link in its_links if not link.strength], 2)


def scene_of() -> CanvasScene:
    document = Document(rated(workshop()), Path())
    return CanvasScene(document, Selection(document), LIGHT)


cameras = st.builds(
    Camera, st.sampled_from([0.2, 0.4, 0.87, 1.0, 2.3]), st.floats(-900, 200), st.floats(-600, 100)
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(camera=cameras, ratio=st.sampled_from([1.0, 1.5, 2.0]))
def test_tiles_equal_painting_at_once(qapp: QApplication, camera: Camera, ratio: float) -> None:
    scene = scene_of()
    assert unlike(in_tiles(Picture(scene), camera, ratio), at_once(scene, camera, ratio)) < SAME


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(camera=cameras, steps=st.lists(st.one_of(edits(), st.just("undo")), min_size=1, max_size=5))
def test_tiles_stay_true_through_edits(qapp: QApplication, camera: Camera, steps: list[Edit | str]) -> None:
    scene = scene_of()
    picture = Picture(scene)
    scene.spoiled.connect(lambda rects: picture.start_over() if rects is None else picture.spoil(rects))
    for step in steps:
        in_tiles(picture, camera, 1.0)
        if isinstance(step, str):
            scene.document.undo()
        else:
            scene.document.commit("Edit", rated(tried(step, scene.document.workspace)))
    assert unlike(in_tiles(picture, camera, 1.0), at_once(scene, camera, 1.0)) < SAME


def test_what_is_lifted_leaves_the_still_picture_and_comes_back(qapp: QApplication) -> None:
    scene, camera = scene_of(), Camera(0.8, -500.0, -250.0)
    picture = Picture(scene)
    scene.spoiled.connect(picture.spoil)
    with_it = in_tiles(picture, camera, 1.0)
    scene.begin_moving(["late"])
    without = in_tiles(picture, camera, 1.0)
    middle = camera.to_view(scene.place_of("late").centre)
    assert unlike(with_it, without) > 1000
    assert unlike(without, at_once(scene, camera, 1.0)) < SAME
    assert with_it.pixelColor(round(middle.x), round(middle.y)) != without.pixelColor(
        round(middle.x), round(middle.y)
    )
    scene.resync()
    assert unlike(in_tiles(picture, camera, 1.0), with_it) < SAME


def test_another_theme_is_shown_everywhere(qapp: QApplication) -> None:
    scene, camera = scene_of(), Camera(0.5, -100.0, -50.0)
    picture = Picture(scene)
    in_tiles(picture, camera, 1.0)
    scene.set_theme(DARK)
    picture.start_over()
    assert unlike(in_tiles(picture, camera, 1.0), at_once(scene, camera, 1.0)) < SAME


class Counter:
    """Paints a tile in four pieces and remembers what was asked for."""

    def __init__(self) -> None:
        self.parts: list[Rect] = []
        self.colour = QColor("white")

    def __call__(self, painter: QPainter, part: Rect) -> Iterator[None]:
        self.parts.append(part)
        for _ in range(4):
            painter.fillRect(QRectF(*part), self.colour)
            yield


@pytest.fixture
def counter(qapp: QApplication) -> Counter:
    return Counter()


def test_work_that_takes_too_long_goes_on_at_the_next_call(counter: Counter) -> None:
    tiles, wanted = Tiles(counter), cells(QRect(0, 0, 2 * SIDE, SIDE))
    tiles.start_over(1.0)
    calls = 0
    while not tiles.refresh(wanted, until=0.0):  # a moment long past
        calls += 1
        assert calls < 100
    assert len(counter.parts) == 2
    assert calls > 4


def test_only_what_is_spoiled_is_painted_again(counter: Counter) -> None:
    tiles, wanted = Tiles(counter), cells(QRect(0, 0, 2 * SIDE, 2 * SIDE))
    tiles.start_over(2.0)
    assert tiles.refresh(wanted, inf)
    assert len(counter.parts) == 4
    counter.parts.clear()
    tiles.spoil([Rect(10, 10, 20, 20), Rect(50, 40, 10, 10), Rect(1000, 1000, 5, 5)])
    assert tiles.refresh(wanted, inf)
    assert counter.parts == [Rect(9.5, 9.5, 51, 41)]
    counter.parts.clear()
    assert tiles.refresh(wanted, inf)
    assert not counter.parts


def test_a_tile_that_is_spoiled_while_it_is_made_is_begun_again(counter: Counter) -> None:
    tiles, wanted = Tiles(counter), [(0, 0)]
    tiles.start_over(1.0)
    generator = counter.parts
    image = blank(SIDE, SIDE)
    tiles._work = tiles._begun((0, 0))
    next(tiles._work[2])
    counter.colour = QColor("black")
    tiles.spoil([Rect(0, 0, 10, 10)])
    assert tiles.refresh(wanted, inf)
    painter = QPainter(image)
    tiles.draw(painter, wanted, QPoint(0, 0))
    painter.end()
    assert image.pixelColor(200, 200) == QColor("black")
    assert len(generator) == 2


def test_missing_tiles_are_gaps(counter: Counter) -> None:
    tiles = Tiles(counter)
    tiles.start_over(1.0)
    wanted = cells(QRect(0, 0, 2 * SIDE, SIDE))
    tiles.refresh([(0, 0)], inf)
    assert tiles.gaps(wanted, QPoint(7, 9)).boundingRect() == QRect(7 + SIDE, 9, SIDE, SIDE)
    tiles.keep([])
    assert tiles.gaps(wanted, QPoint(0, 0)).boundingRect() == QRect(0, 0, 2 * SIDE, SIDE)


def test_the_middle_comes_first() -> None:
    found = cells(QRect(-SIDE, -SIDE, 5 * SIDE, 3 * SIDE))
    assert found[0] == (1, 0)
    assert len(found) == len(set(found)) == 15
    assert cells(QRect()) == []
