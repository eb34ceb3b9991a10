"""Selecting: clicks, clicks with Shift or Ctrl, links, rubber band, menu, and the keyboard's tap of Space."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvasdesk.layout.geometry import Point
from tests.scene.hands import ALT, CTRL, SHIFT, Hands

EMPTY = (620.0, 720.0)  # beside both shapes
OFF_LINK = 6.0  # canvas units beside a link, a click within reach


def on_link(hands: Hands, link_id: str, off: float = 0.0) -> tuple[float, float]:
    """Give a point on a link, or so much below it, that lies under no note."""
    points = hands.scene.links[link_id].points(64)
    return next((x, y + off) for x, y in points[20:] if hands.scene.note_at(Point(x, y + off)) is None)


def test_a_click_selects_a_note_and_gives_it_the_focus(hands: Hands) -> None:
    hands.click("late")
    assert hands.selection.ids == {"late"}
    assert hands.selection.focus == "late"
    hands.click("calm")
    assert hands.selection.ids == {"calm"}


@pytest.mark.parametrize("more", [SHIFT, CTRL])
def test_with_shift_or_ctrl_a_click_adds_and_takes_away(hands: Hands, more: Qt.KeyboardModifier) -> None:
    hands.click("late")
    hands.click("calm", more)
    assert hands.selection.ids == {"late", "calm"}
    hands.click("late", more)
    assert hands.selection.ids == {"calm"}


def test_a_click_on_one_of_several_selects_it_alone(hands: Hands) -> None:
    hands.selection.select(["late", "calm"])
    hands.click("late")
    assert hands.selection.ids == {"late"}


def test_a_click_beside_everything_lets_go(hands: Hands) -> None:
    hands.click("late")
    hands.click(EMPTY)
    assert hands.selection.ids == frozenset()
    assert hands.selection.focus == "late"


def test_a_click_beside_everything_with_shift_keeps_what_is_held(hands: Hands) -> None:
    hands.click("late")
    hands.click(EMPTY, SHIFT)
    assert hands.selection.ids == {"late"}


def test_a_click_close_to_a_link_selects_it_and_one_farther_away_does_not(hands: Hands) -> None:
    hands.click(on_link(hands, "bill-calm", OFF_LINK))
    assert hands.selection.ids == {"bill-calm"}
    hands.click(on_link(hands, "bill-calm", 3 * OFF_LINK))
    assert hands.selection.ids == frozenset()


def test_a_link_is_as_easy_to_hit_when_everything_is_small(hands: Hands) -> None:
    place = on_link(hands, "bill-calm", 2 * OFF_LINK)
    hands.view.zoom_by(0.4)
    hands.click(place)
    assert hands.selection.ids == {"bill-calm"}


def test_a_double_click_on_a_link_opens_no_note(hands: Hands) -> None:
    x, y = on_link(hands, "swap-late")
    assert hands.scene.field_at(Point(x, y))
    hands.double_click((x, y))
    assert hands.editor is None
    assert hands.selection.ids == {"swap-late"}


def test_a_note_lies_above_a_link(hands: Hands) -> None:
    hands.click("swap")
    assert hands.selection.ids == {"swap"}


def test_what_lies_under_the_mouse_is_marked_until_it_leaves(hands: Hands) -> None:
    hands.hover("late")
    assert hands.scene.hovered == "late"
    hands.hover(on_link(hands, "bill-calm"))
    assert hands.scene.hovered == "bill-calm"
    hands.hover(EMPTY)
    assert hands.scene.hovered is None


def test_a_trembling_hand_clicks_and_does_not_drag(hands: Hands) -> None:
    before = hands.document.workspace
    hands.press("late")
    hands.carry((2, 2))
    hands.release()
    assert hands.document.workspace is before
    assert hands.selection.ids == {"late"}


# The rubber band.


def test_the_band_takes_every_note_it_touches(hands: Hands) -> None:
    hands.press((870, 470))
    hands.carry((100, 200))
    assert hands.selection.ids == frozenset()
    hands.release()
    assert hands.selection.ids == {"late", "lost"}
    assert hands.selection.focus == "late"


def test_the_band_starts_from_any_corner_and_on_the_meter_too(hands: Hands) -> None:
    meter = hands.scene.look.board.meter
    hands.drag((meter.centre.x, meter.bottom - 4), (300 - meter.centre.x, 130 - meter.bottom))
    assert hands.selection.ids == {"bill"}


def test_the_band_starts_on_a_link_too(hands: Hands) -> None:
    x, y = on_link(hands, "fleet-job")
    hands.drag((x, y), (300 - x, 130 - y))
    assert hands.selection.ids >= {"bill"}
    assert hands.selection.ids <= hands.scene.notes.keys()


def test_with_shift_the_band_adds(hands: Hands) -> None:
    hands.click("calm")
    hands.drag((870, 470), (100, 200), SHIFT)
    assert hands.selection.ids == {"calm", "late", "lost"}


def test_a_band_around_nothing_lets_go(hands: Hands) -> None:
    hands.click("calm")
    hands.drag(EMPTY, (20, 10))
    assert hands.selection.ids == frozenset()


def test_esc_gives_the_band_up_and_keeps_the_selection(hands: Hands) -> None:
    hands.click("calm")
    hands.press((870, 470))
    hands.carry((100, 200))
    hands.view.step_back()
    hands.release()
    assert hands.selection.ids == {"calm"}


def test_alt_does_not_stop_a_band(hands: Hands) -> None:
    hands.drag((870, 470), (100, 200), ALT)
    assert hands.selection.ids == {"late", "lost"}


# The menu.


def ask_for_menu(hands: Hands, at: QPoint, reason: QContextMenuEvent.Reason) -> list[QPoint]:
    places: list[QPoint] = []
    hands.view.menu_requested.connect(places.append)
    event = QContextMenuEvent(reason, at, hands.view.mapToGlobal(at))
    QApplication.sendEvent(hands.view, event)
    return places


def test_the_menu_is_about_what_was_clicked(hands: Hands) -> None:
    hands.click("calm")
    at = hands.view.to_view(hands.point("late")).toPoint()
    assert ask_for_menu(hands, at, QContextMenuEvent.Reason.Mouse) == [hands.view.mapToGlobal(at)]
    assert hands.selection.ids == {"late"}


def test_the_menu_on_one_of_several_is_about_them_all(hands: Hands) -> None:
    hands.selection.select(["late", "calm"])
    at = hands.view.to_view(hands.point("late")).toPoint()
    ask_for_menu(hands, at, QContextMenuEvent.Reason.Mouse)
    assert hands.selection.ids == {"late", "calm"}


def test_the_menu_key_opens_the_menu_below_the_note_with_the_focus(hands: Hands) -> None:
    hands.selection.select(["late"])
    place = hands.scene.place_of("late")
    corner = hands.view.to_view(Point(place.x, place.bottom)).toPoint()
    places = ask_for_menu(hands, QPoint(1, 1), QContextMenuEvent.Reason.Keyboard)
    assert places == [hands.view.mapToGlobal(corner)]


# Esc and Space.


def test_esc_steps_back_from_tool_to_selection_to_nothing(hands: Hands) -> None:
    hands.click("late")
    hands.view.set_tool("note")
    tools: list[str] = []
    hands.view.tool_changed.connect(tools.append)
    hands.view.step_back()
    assert tools == ["select"]
    assert hands.selection.ids == {"late"}
    hands.view.step_back()
    assert hands.selection.ids == frozenset()
    hands.view.step_back()
    assert hands.selection.focus == "late"


def test_a_tap_of_space_selects_the_note_with_the_focus_or_lets_it_go(hands: Hands) -> None:
    hands.selection.select(["late"])
    hands.view.step_back()
    hands.key(Qt.Key.Key_Space)
    assert hands.selection.ids == {"late"}
    hands.key(Qt.Key.Key_Space)
    assert hands.selection.ids == frozenset()


def test_space_held_for_panning_selects_nothing(hands: Hands) -> None:
    hands.selection.select(["late"])
    hands.view.step_back()
    camera = hands.view.camera
    QTest.keyPress(hands.view, Qt.Key.Key_Space)
    hands.drag("calm", (30, 0))
    QTest.keyRelease(hands.view, Qt.Key.Key_Space)
    assert hands.selection.ids == frozenset()
    assert hands.view.camera.x > camera.x
