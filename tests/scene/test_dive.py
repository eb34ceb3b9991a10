"""From the business model into a canvas and back: how one gets there, and where the view stands."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasdesk.layout.geometry import Point, Rect, Size
from canvasdesk.model.business import Block
from canvasdesk.scene.camera_view import DIVE_FROM, SURFACE_BELOW
from canvasdesk.scene.dive import Frames, around_alike, paint_frames
from canvasdesk.session.settings import REDUCE_MOTION
from tests.editing.workshop import workshop
from tests.scene.hands import CTRL, LEFT, PLAIN, Hands


@pytest.fixture
def map_(qtbot: QtBot, tmp_path: Path) -> Hands:
    """Give a view on the business model, with motion."""
    hands = Hands(workshop(), tmp_path)
    hands.settings.set(REDUCE_MOTION, False)  # noqa: FBT003
    hands.selection.show_business_model()
    qtbot.addWidget(hands.view)
    with qtbot.waitActive(hands.view):
        hands.view.show()
        hands.view.activateWindow()
    qtbot.waitUntil(lambda: hands.view.true)
    return hands


def turn(hands: Hands, where: Point, notches: float) -> None:
    """Turn the wheel with Ctrl at a place of the sheet."""
    at = hands.view.to_view(where)
    event = QWheelEvent(
        at,
        QPointF(hands.view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    QApplication.sendEvent(hands.view, event)


def test_going_in_and_out_ten_times_leaves_the_view_where_it_was(map_: Hands, qtbot: QtBot) -> None:
    view, selection = map_.view, map_.selection
    view.zoom_by(1.5, Point(900, 300))
    selection.show_segment("builders")
    view.zoom_by(1.3, Point(200, 300))
    inside = view.camera
    selection.show_business_model()
    outside = view.camera
    for _ in range(10):
        selection.show_segment("builders")
        qtbot.waitUntil(lambda: view.true)
        assert view.camera == inside
        selection.show_business_model()
        qtbot.waitUntil(lambda: view.true)
        assert view.camera == outside
    assert selection.focus == "builders"


def test_a_dive_takes_its_time_and_a_key_ends_it_at_once(map_: Hands) -> None:
    map_.selection.show_segment("builders")
    assert map_.view._dive.under_way
    assert not map_.view.true
    QTest.keyClick(map_.view, Qt.Key.Key_Escape)
    assert not map_.view._dive.under_way


def test_a_press_of_the_mouse_ends_it_and_is_not_lost(map_: Hands) -> None:
    map_.selection.show_segment("builders")
    map_.view.setFocus()
    place = map_.scene.place_of("late").centre
    QTest.mouseClick(map_.view, LEFT, PLAIN, map_.view.to_view(place).toPoint())
    assert not map_.view._dive.under_way
    assert map_.selection.focus == "late"


def test_nobody_dives_with_reduced_motion_nor_from_canvas_to_canvas(map_: Hands) -> None:
    map_.settings.set(REDUCE_MOTION, True)  # noqa: FBT003
    map_.selection.show_segment("builders")
    assert not map_.view._dive.under_way
    map_.settings.set(REDUCE_MOTION, False)  # noqa: FBT003
    map_.selection.show_canvas("buyer")
    assert not map_.view._dive.under_way


def test_the_wheel_goes_into_a_segment_that_is_large_and_not_into_an_entry(map_: Hands) -> None:
    card = map_.scene.place_of("builders").centre
    turns = 0
    while map_.selection.canvas_id is None:
        width = map_.scene.place_of("builders").w * map_.view.camera.scale / map_.view.room.w
        turn(map_, card, 1)
        turns += 1
        assert (map_.selection.canvas_id is None) == (width < DIVE_FROM)
        assert turns < 20
    assert map_.selection.canvas_id == "manager"
    map_.selection.show_business_model()
    map_.view.fit()
    for _ in range(20):
        turn(map_, map_.scene.place_of("vans").centre, 1)
    assert map_.selection.canvas_id is None


def test_the_wheel_goes_out_of_a_canvas_that_is_small_already(map_: Hands) -> None:
    map_.selection.show_segment("builders")
    map_.view.fit()
    map_.view._flight.land()
    whole = map_.view.camera.scale
    while map_.selection.canvas_id:
        scale = map_.view.camera.scale
        turn(map_, Point(700, 400), -1)
        assert (map_.selection.canvas_id is None) == (scale < whole * SURFACE_BELOW)


def test_one_comes_back_to_the_canvas_looked_at_last(map_: Hands) -> None:
    map_.selection.show_canvas("buyer")
    map_.selection.show_business_model()
    assert map_.selection.ids == {"builders"}
    map_.selection.show_segment("builders")
    assert map_.selection.canvas_id == "buyer"
    map_.selection.show_business_model()
    map_.selection.clear()
    map_.selection.show_last_canvas()
    assert map_.selection.canvas_id == "buyer"


def test_another_file_forgets_where_one_stood(map_: Hands) -> None:
    map_.view.zoom_by(3.0)
    map_.document.reset(workshop())
    map_.selection.show_business_model()
    map_.view._dive.land()
    shown = map_.view.camera.shown(map_.view.room)
    assert shown.contains(map_.scene.look.frame.inset(1))


CARD = Rect(900, 150, 260, 70)
ROOM = Size(400, 300)


def frames(card: Rect) -> Frames:
    outer, inner = (QImage(400, 300, QImage.Format.Format_RGB32) for _ in range(2))
    outer.fill(QColor("#0000FF"))
    inner.fill(QColor("#FF0000"))
    return Frames(outer, inner, card)


@given(share=st.floats(0, 1), x=st.floats(-300, 500), y=st.floats(-300, 400), wide=st.floats(20, 390))
def test_the_canvas_grows_from_its_card_to_all_of_the_view(
    share: float, x: float, y: float, wide: float
) -> None:
    card = Rect(x, y, wide, wide / 3)
    small = around_alike(card, ROOM)
    assert small.inset(-1e-6).contains(card)
    assert small.w / small.h == pytest.approx(ROOM.w / ROOM.h)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#00FF00"))
    painter = QPainter(image)
    paint_frames(painter, frames(card), ROOM, share)
    painter.end()
    if share == 1:
        assert image.pixelColor(1, 1) == QColor("#FF0000")
    if share == 0:
        assert all(image.pixelColor(*at) != QColor("#FF0000") for at in ((1, 1), (200, 150), (398, 298)))


def test_the_card_under_the_mouse_stays_there_all_the_way(map_: Hands) -> None:
    """The canvas appears where the card is, so the pointer that went for the card is on it throughout."""
    map_.selection.show_segment("builders")
    dive = map_.view._dive._frames
    assert dive
    outer = map_.view._stands[map_.document.workspace.business_model.id][0]
    map_.view._dive.land()
    map_.selection.show_business_model()
    assert dive.card == outer.rect_to_view(map_.scene.place_of("builders"))
    assert map_.scene.note_item("builders").look.field is Block.SEGMENTS
