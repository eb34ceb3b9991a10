"""The view: wheel, pinch, Space and middle button, fitting, flights, what the board answers, and rest."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasdesk.editing.board import swap_sides
from canvasdesk.editing.covering import cover
from canvasdesk.editing.notes import edit_notes, place_notes
from canvasdesk.layout.geometry import Point, Rect
from canvasdesk.layout.style import DARK, LIGHT
from canvasdesk.model.workspace import Workspace
from canvasdesk.scene.camera import KEPT
from canvasdesk.scene.view import CanvasView
from canvasdesk.session.placing import MIRROR
from canvasdesk.session.settings import REDUCE_MOTION
from tests.scene.hands import CTRL, LEFT, MIDDLE, PLAIN, SHIFT, Hands


def turn(
    view: CanvasView,
    at: QPointF,
    notches: float,
    keys: Qt.KeyboardModifier = PLAIN,
    pixels: QPoint | None = None,
) -> None:
    """Turn the wheel, or move two fingers by `pixels`."""
    turned = QPoint(0, round(notches * 120))
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, view.mapToGlobal(at), pixels or QPoint(), turned, none, keys, phase, False)  # noqa: FBT003
    QApplication.sendEvent(view, event)


def rest(qtbot: QtBot, view: CanvasView) -> None:
    qtbot.waitUntil(lambda: view.settled)


def seen(qtbot: QtBot, view: CanvasView) -> QImage:
    rest(qtbot, view)
    return view.grab().toImage()


def colour(view: CanvasView, image: QImage, place: Point) -> QColor:
    at = view.to_view(place)
    return image.pixelColor(round(at.x()), round(at.y()))


def test_at_first_everything_is_in_view(hands: Hands, qtbot: QtBot) -> None:
    seen_rect = hands.view.camera.rect_to_view(hands.scene.content_rect())
    assert Rect(0, 0, *hands.view.room).contains(seen_rect)
    assert max(seen_rect.w / hands.view.room.w, seen_rect.h / hands.view.room.h) > 0.95


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.builds(QPointF, st.floats(0, 1459), st.floats(0, 767)),
    turns=st.lists(st.floats(-3, 3), min_size=1, max_size=6),
)
def test_the_wheel_zooms_at_the_mouse(hands: Hands, at: QPointF, turns: list[float]) -> None:
    view = hands.view
    view.fit()
    place = view.to_canvas(at)
    for notches in turns:
        scale = view.camera.scale
        turn(view, at, notches, CTRL)
        grown = 1.2 ** (round(notches * 120) / 120)
        if hands.scene.selection.canvas_id is None:
            hands.scene.selection.show_last_canvas()  # out past the edge: told in test_dive.py
            return
        assert view.camera.scale == pytest.approx(min(max(scale * grown, 0.05), 8.0))
        if not moved_to_stay_on_the_board(view):
            there = view.to_view(place)
            assert (there.x(), there.y()) == pytest.approx((at.x(), at.y()), abs=1e-6)


def moved_to_stay_on_the_board(view: CanvasView) -> bool:
    board = view.camera.rect_to_view(view.scene.content_rect())
    room = view.room
    limits = (board.right - KEPT, room.w - KEPT - board.x, board.bottom - KEPT, room.h - KEPT - board.y)
    return any(abs(left) < 1e-6 for left in limits)


@pytest.mark.parametrize(
    ("notches", "keys", "pixels", "moved"),
    [
        (1, PLAIN, None, (0, 60)),
        (-2, PLAIN, None, (0, -120)),
        (1, SHIFT, None, (60, 0)),
        (1, PLAIN, QPoint(7, -9), (7, -9)),
    ],
)
def test_the_wheel_scrolls(
    hands: Hands, notches: float, keys: Qt.KeyboardModifier, pixels: QPoint | None, moved: tuple[float, float]
) -> None:
    before = hands.view.camera
    turn(hands.view, QPointF(100, 100), notches, keys, pixels)
    after = hands.view.camera
    assert (after.x - before.x, after.y - before.y) == pytest.approx(moved)
    assert after.scale == before.scale


def test_two_fingers_zoom_where_they_pinch(hands: Hands) -> None:
    view, at = hands.view, QPointF(400, 300)
    place, scale = view.to_canvas(at), view.camera.scale
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, at, at,
        view.mapToGlobal(at), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    assert view.camera.scale == pytest.approx(scale * 1.25)
    there = view.to_view(place)
    assert (there.x(), there.y()) == pytest.approx((400, 300))


def sweep(hands: Hands, by: tuple[float, float]) -> None:
    """Move the mouse by pixels of the view, whatever goes along below it."""
    start = hands._at
    for step in range(1, 5):
        hands.hover(hands.view.to_canvas(start + QPointF(*by) * step / 4))


def test_the_middle_button_pans(hands: Hands) -> None:
    before, workspace = hands.view.camera, hands.document.workspace
    hands.press("late", button=MIDDLE)
    sweep(hands, (120, 40))
    hands.release(button=MIDDLE)
    after = hands.view.camera
    assert (after.x - before.x, after.y - before.y) == pytest.approx((120, 40))
    assert hands.document.workspace is workspace
    assert not hands.selection.ids


def test_space_lets_the_left_button_pan(hands: Hands) -> None:
    before = hands.view.camera
    QTest.keyPress(hands.view, Qt.Key.Key_Space)
    assert hands.view.cursor().shape() is Qt.CursorShape.OpenHandCursor
    hands.press("late")
    assert hands.view.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    sweep(hands, (-90, 30))
    hands.release()
    QTest.keyRelease(hands.view, Qt.Key.Key_Space)
    assert hands.view.camera.x - before.x == pytest.approx(-90)
    assert hands.labels == []
    assert hands.view.cursor().shape() is Qt.CursorShape.ArrowCursor
    hands.drag("late", (-40, 0))
    assert hands.labels == ["Move note"]


def test_nobody_gets_lost(hands: Hands) -> None:
    hands.view.pan(100_000, -100_000)
    board = hands.view.camera.rect_to_view(hands.scene.content_rect())
    assert board.x == pytest.approx(hands.view.room.w - KEPT)
    assert board.bottom == pytest.approx(KEPT)


def test_fit_actual_size_and_selection(hands: Hands) -> None:
    view = hands.view
    whole = view.camera
    view.zoom_by(3.0)
    assert view.camera.scale == pytest.approx(whole.scale * 3)
    view.zoom_actual()
    assert view.camera.scale == pytest.approx(1.0)
    hands.selection.select(["late", "swap-lost"])  # a link is shown with the notes at its ends
    view.zoom_to_selection()
    for note_id in ("late", "lost", "swap"):
        assert view.camera.shown(view.room).contains(hands.scene.place_of(note_id))
    assert view.camera.scale > 1.0
    hands.selection.clear()
    view.zoom_to_selection()
    assert view.camera == whole


def test_the_whole_stays_in_view_while_the_window_changes_until_somebody_zooms(hands: Hands) -> None:
    view = hands.view
    view.resize(900, 700)
    assert Rect(0, 0, 900, 700).contains(view.camera.rect_to_view(hands.scene.content_rect()))
    view.zoom_by(1.5)
    middle, scale = view.to_canvas(QPointF(450, 350)), view.camera.scale
    view.resize(700, 600)
    assert view.camera.scale == scale
    assert view.to_canvas(QPointF(350, 300)) == pytest.approx(middle)
    view.fit()
    view.resize(1000, 700)
    assert Rect(0, 0, 1000, 700).contains(view.camera.rect_to_view(hands.scene.content_rect()))


def test_a_flight_takes_a_moment_and_arrives(hands: Hands, qtbot: QtBot) -> None:
    view, whole = hands.view, hands.view.camera
    view.zoom_by(4.0)
    near = view.camera
    hands.settings.set(REDUCE_MOTION, value=False)
    view.fit()
    assert view.camera == near
    qtbot.waitUntil(lambda: view.camera == whole)


def test_a_flight_can_be_skipped(hands: Hands) -> None:
    view, whole = hands.view, hands.view.camera
    view.zoom_by(4.0)
    hands.settings.set(REDUCE_MOTION, value=False)
    view.fit()
    hands.press((10.0, 10.0))
    hands.release()
    assert view.camera == whole


def test_a_note_is_brought_into_view_where_it_can_be_read(hands: Hands) -> None:
    view = hands.view
    view.zoom_by(2.0, Point(0, 0))
    view.reveal("job")
    assert view.camera.shown(view.room).contains(hands.scene.place_of("job"))
    assert view.camera.scale == pytest.approx(2.0, rel=0.1)
    view.zoom_by(0.2)
    view.reveal("job")
    assert view.camera.scale == 1.0
    before = view.camera
    view.reveal("job")
    view.reveal("nobody")
    assert view.camera == before


def test_the_meter_can_be_clicked_but_not_dragged_over(hands: Hands, qtbot: QtBot) -> None:
    meter = tuple(hands.scene.look.board.meter.centre)
    with qtbot.waitSignal(hands.view.fit_clicked):
        hands.click(meter)
    with qtbot.assertNotEmitted(hands.view.fit_clicked):
        hands.drag((meter[0] - 100, meter[1] - 100), (100, 100))


def test_title_and_statement_answer_a_double_click(hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hands.view.title_activated):
        hands.double_click(tuple(hands.scene.look.board.title.centre))
    with qtbot.waitSignal(hands.view.statement_activated):
        hands.double_click(tuple(hands.scene.look.board.statement.centre))


def test_the_colours_follow_the_theme(hands: Hands, qtbot: QtBot) -> None:
    beside = Point(hands.scene.look.board.bounds.x + 2, hands.scene.look.board.bounds.centre.y)
    assert colour(hands.view, seen(qtbot, hands.view), beside) == QColor(LIGHT.board)
    hands.scene.set_theme(DARK)
    image = seen(qtbot, hands.view)
    assert colour(hands.view, image, beside) == QColor(DARK.board)
    corner = hands.scene.place_of("late")
    assert colour(hands.view, image, Point(corner.x + 60, corner.bottom - 12)) == QColor(DARK.vermilion.fill)


def test_swapped_sides_are_shown(hands: Hands, qtbot: QtBot) -> None:
    note = hands.scene.place_of("swap")
    before = seen(qtbot, hands.view)
    hands.document.commit("Swap sides", swap_sides(hands.document.workspace, MIRROR))
    after = seen(qtbot, hands.view)
    spot = Point(note.x + 60, note.bottom - 12)
    mirrored = Point(MIRROR - note.x + 60, spot.y)
    assert (
        colour(hands.view, before, spot)
        == colour(hands.view, after, mirrored)
        == QColor(LIGHT.vermilion.fill)
    )
    assert colour(hands.view, after, spot) != QColor(LIGHT.vermilion.fill)


def test_a_note_over_the_meter_covers_it(hands: Hands, qtbot: QtBot) -> None:
    meter = hands.scene.look.board.meter
    there = {"swap": (meter.x, meter.centre.y - 31)}
    hands.document.commit("Move", place_notes(hands.document.workspace, there))
    image = seen(qtbot, hands.view)
    assert colour(hands.view, image, Point(meter.x + 60, meter.centre.y + 19)) == QColor(LIGHT.vermilion.fill)


def test_a_note_over_the_meter_is_shown_as_it_is_by_now(hands: Hands, qtbot: QtBot) -> None:
    meter = hands.scene.look.board.meter
    there = {"swap": (meter.x, meter.centre.y - 31)}
    hands.document.commit("Move", place_notes(hands.document.workspace, there))
    spot = Point(meter.x + 60, meter.centre.y + 19)
    before = colour(hands.view, seen(qtbot, hands.view), spot)
    hands.document.commit("Cover", cover(hands.document.workspace, ["swap"], covered=True))
    assert colour(hands.view, seen(qtbot, hands.view), spot) != before
    hands.document.undo()
    assert colour(hands.view, seen(qtbot, hands.view), spot) == before


def test_the_meter_shows_the_fit_of_now(hands: Hands, qtbot: QtBot) -> None:
    meter = hands.view.camera.rect_to_view(hands.scene.look.board.meter)
    area = (round(meter.x), round(meter.y), round(meter.w), round(meter.h))
    before = seen(qtbot, hands.view).copy(*area)
    hands.document.commit("Rank", edit_notes(hands.document.workspace, {"lost": {"importance": 5}}))
    assert seen(qtbot, hands.view).copy(*area) != before
    hands.document.undo()
    assert seen(qtbot, hands.view).copy(*area) == before


def test_what_is_dimmed_is_pale_and_what_is_kept_is_not(hands: Hands, qtbot: QtBot) -> None:
    spots = [Point(rect.x + 60, rect.bottom - 12) for rect in map(hands.scene.place_of, ("late", "lost"))]
    kept, dimmed = (colour(hands.view, seen(qtbot, hands.view), spot) for spot in spots)
    hands.scene.set_dimmed(["late"])
    image = seen(qtbot, hands.view)
    assert colour(hands.view, image, spots[0]) == kept
    assert colour(hands.view, image, spots[1]).lightness() > dimmed.lightness()
    hands.scene.set_dimmed(None)
    assert colour(hands.view, seen(qtbot, hands.view), spots[1]) == dimmed


def test_a_dragged_note_is_drawn_where_it_is_and_nowhere_else(hands: Hands, qtbot: QtBot) -> None:
    place = hands.scene.place_of("late")
    spot = Point(place.x + 60, place.bottom - 12)
    hands.press("late")
    hands.carry((-160, -90))
    hands.scene.set_hovered(None)
    image = seen(qtbot, hands.view)
    moved = hands.scene.place_of("late")
    assert colour(hands.view, image, Point(moved.x + 60, moved.bottom - 12)) == QColor(LIGHT.vermilion.fill)
    assert colour(hands.view, image, spot) == QColor(LIGHT.vermilion.tint)
    hands.view.step_back()
    assert colour(hands.view, seen(qtbot, hands.view), spot) == QColor(LIGHT.vermilion.fill)


class Watch(QObject):
    """Counts what reaches a widget."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[QEvent.Type] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.events.append(event.type())
        return False


def test_a_view_at_rest_does_nothing(hands: Hands, qtbot: QtBot) -> None:
    turn(hands.view, QPointF(300, 300), 1, CTRL)
    assert not hands.view.settled
    rest(qtbot, hands.view)
    assert not [timer for timer in hands.view.findChildren(QTimer) if timer.isActive()]
    watch = Watch()
    hands.view.installEventFilter(watch)
    for _ in range(20):
        QApplication.processEvents()
    assert watch.events == []


def test_after_a_zoom_the_picture_is_as_sharp_as_before_any(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    for _ in range(3):
        turn(hands.view, QPointF(300, 300), 1, CTRL)
    there = hands.view.camera
    after_zoom = seen(qtbot, hands.view)
    fresh = Hands(hands.document.workspace, tmp_path)
    qtbot.addWidget(fresh.view)
    fresh.view.show()
    fresh.view.zoom_by(there.scale / fresh.view.camera.scale, Point(300, 300))
    assert fresh.view.camera == there
    assert seen(qtbot, fresh.view) == after_zoom


def test_an_empty_workspace_shows_an_empty_business_model(qtbot: QtBot, tmp_path: Path) -> None:
    hands = Hands(Workspace(), tmp_path)
    qtbot.addWidget(hands.view)
    hands.view.show()
    middle = hands.view.to_view(hands.scene.look.frame.centre).toPoint()
    image = seen(qtbot, hands.view)
    assert image.pixelColor(middle + QPoint(0, 60)) == QColor(LIGHT.blue.tint)
    QTest.mouseClick(hands.view, LEFT, PLAIN, middle)
    assert hands.labels == []
