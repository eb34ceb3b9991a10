"""The audience window: it follows, or shows what it was sent, and nothing of what is opened or held."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasdesk.drawing.frame import FrameLook
from canvasdesk.drawing.frames import Verdict
from canvasdesk.layout.style import ROOM
from canvasdesk.model.sessions import Frame
from canvasdesk.windows.audience import Audience, Sent
from canvasdesk.windows.workbench import Workbench

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)

pytestmark = pytest.mark.usefixtures("still")


@pytest.fixture
def bench(bench: Workbench) -> Workbench:
    """Give the window with the first canvas shown."""
    bench.selection.show_canvas("first")
    return bench


@pytest.fixture
def audience(bench: Workbench, qtbot: QtBot) -> Audience:
    press(bench, Qt.Key.Key_F6)
    audience = bench.room.stage.audience
    assert audience
    audience.resize(960, 540)
    qtbot.waitUntil(lambda: audience.view.settled)
    return audience


def press(bench: Workbench, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(bench.view, key, held)


def picture(audience: Audience, qtbot: QtBot) -> QImage:
    qtbot.waitUntil(lambda: audience.view.settled)
    return audience.grab().toImage()


def test_it_opens_beside_the_window_and_leaves_it_the_keyboard(bench: Workbench, audience: Audience) -> None:
    assert audience.isVisible()
    assert audience.scene.theme is ROOM
    assert bench.view.hasFocus()
    assert bench.bound["room.audience"].isChecked()
    press(bench, Qt.Key.Key_F6)
    assert bench.room.stage.audience is None
    assert not bench.bound["room.audience"].isChecked()


def test_closed_by_its_frame_it_is_closed(bench: Workbench, audience: Audience) -> None:
    audience.close()
    assert bench.room.stage.audience is None
    assert not bench.bound["room.next"].isEnabled()


def test_it_goes_with_its_window(bench: Workbench, audience: Audience) -> None:
    bench.window.may_close = lambda: True
    bench.window.close()
    assert audience.isHidden()


def test_it_follows_the_view_from_sheet_to_sheet_and_place_to_place(
    bench: Workbench, audience: Audience
) -> None:
    bench.view.zoom_by(2.0)
    shown, own = bench.view.camera.shown(bench.view.room), audience.view.camera.shown(audience.view.room)
    assert own.contains(shown.inset(0.01))
    assert own.centre == pytest.approx(shown.centre, abs=0.5)
    bench.selection.show_business_model()
    assert audience.selection.canvas_id is None
    bench.selection.show_canvas("second")
    assert audience.scene.look.id == "second"


def test_what_is_selected_or_opened_on_the_laptop_is_not_seen(
    bench: Workbench, audience: Audience, qtbot: QtBot
) -> None:
    before = picture(audience, qtbot)
    bench.selection.select(["stop"])
    press(bench, Qt.Key.Key_F2)
    press(bench, Qt.Key.Key_K, CTRL)
    bench.scene.set_dimmed(["stop"])
    assert picture(audience, qtbot) == before


def test_it_shows_the_document_as_it_is_by_now(bench: Workbench, audience: Audience, qtbot: QtBot) -> None:
    before = picture(audience, qtbot)
    bench.selection.select(["stop"])
    press(bench, Qt.Key.Key_5)
    assert picture(audience, qtbot) != before


def test_the_walk_is_the_rooms_own(bench: Workbench, audience: Audience) -> None:
    press(bench, Qt.Key.Key_PageDown)
    press(bench, Qt.Key.Key_PageDown)
    assert audience.selection.stop.frame is Frame.JOBS
    assert bench.selection.stop.frame is Frame.OVERVIEW
    bench.view.zoom_by(2.0)
    assert audience.selection.stop.frame is Frame.JOBS, "it stays until something else is sent"
    press(bench, Qt.Key.Key_F6, CTRL)
    assert audience.sent is Sent.VIEW
    assert audience.selection.stop.frame is Frame.OVERVIEW


def test_what_is_selected_is_sent_large(bench: Workbench, audience: Audience) -> None:
    bench.selection.select(["stop"])
    press(bench, Qt.Key.Key_F6, ALT)
    assert audience.selection.stop.frame is Frame.LINKS
    assert list(audience.scene.look.notes) == ["stop"]
    bench.selection.select(["camera"])
    press(bench, Qt.Key.Key_F6, ALT)
    assert audience.selection.stop.frame is Frame.PRODUCTS


def test_nothing_can_be_sent_too(bench: Workbench, audience: Audience, qtbot: QtBot) -> None:
    press(bench, Qt.Key.Key_F6, CTRL | SHIFT)
    shown = picture(audience, qtbot)
    colours = {shown.pixelColor(x, y).name() for x in range(0, 960, 7) for y in range(0, 540, 7)}
    assert colours == {ROOM.board.lower()}
    press(bench, Qt.Key.Key_PageDown)
    assert not audience.view.blank


def test_it_takes_neither_mouse_nor_wheel(audience: Audience, qtbot: QtBot) -> None:
    before = picture(audience, qtbot)
    QTest.mouseClick(audience.view, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(audience.view, Qt.MouseButton.LeftButton)
    QTest.keyClick(audience, Qt.Key.Key_J)
    assert picture(audience, qtbot) == before


def test_the_laser_falls_on_the_same_note_though_it_lies_elsewhere(
    bench: Workbench, audience: Audience, qtbot: QtBot
) -> None:
    bench.bound["room.show.pains"].trigger()
    before = picture(audience, qtbot)
    press(bench, Qt.Key.Key_F8)
    note = bench.scene.place_of("stop")
    QTest.mouseMove(bench.view, bench.view.to_view(note.centre).toPoint())
    QApplication.processEvents()
    lit = picture(audience, qtbot)
    there = audience.view.to_view(audience.scene.place_of("stop").centre).toPoint()
    assert lit.pixelColor(there).name() == "#d6001c"
    press(bench, Qt.Key.Key_F8)
    assert picture(audience, qtbot) == before


def test_the_spot_dims_all_but_what_is_selected(bench: Workbench, audience: Audience, qtbot: QtBot) -> None:
    bench.selection.select(["stop"])
    before = picture(audience, qtbot)
    press(bench, Qt.Key.Key_F7)
    dimmed = picture(audience, qtbot)
    inside = audience.view.to_view(audience.scene.place_of("stop").centre).toPoint()
    outside = audience.view.to_view(audience.scene.place_of("lines").centre).toPoint()
    assert dimmed.pixelColor(inside) == before.pixelColor(inside)
    assert dimmed.pixelColor(outside).lightness() < before.pixelColor(outside).lightness() / 2
    assert bench.bound["room.spot"].isChecked()


def test_nothing_wakes_up_by_itself(bench: Workbench, audience: Audience, qtbot: QtBot) -> None:
    press(bench, Qt.Key.Key_F8)
    QTest.mouseMove(bench.view, bench.view.rect().center())
    lights = bench.room.stage.lights
    qtbot.waitUntil(lambda: not lights._fading.isActive())
    assert len(lights.trail) == 1
    qtbot.waitUntil(lambda: audience.view.settled)


def test_the_back_row_is_asked_about_the_picture_that_the_room_sees(
    bench: Workbench, audience: Audience
) -> None:
    bench.bound["room.show.pains"].trigger()
    press(bench, Qt.Key.Key_F4)
    card = bench.room.stage.back_row
    assert card.found.text() == "Every note can be read from there."
    assert f" {round(0.03 * audience.view.height())} pixels" in card.said.text()
    bench.bound["room.show.overview"].trigger()
    assert card.list.count() == len(audience.scene.notes)
    assert bench.view.marked == audience.scene.notes.keys()
    press(bench, Qt.Key.Key_F6)
    assert f" {round(0.03 * bench.view.height())} pixels" in card.said.text()


def test_the_laptop_tells_what_the_room_sees(bench: Workbench, audience: Audience) -> None:
    told = bench.status.room
    assert told.text() == "The room follows this view"
    press(bench, Qt.Key.Key_PageDown)
    press(bench, Qt.Key.Key_PageDown)
    assert told.text() == "The room sees: Customer jobs"
    press(bench, Qt.Key.Key_F6, CTRL | SHIFT)
    assert told.text() == "The room sees nothing"
    press(bench, Qt.Key.Key_F6, CTRL)
    assert told.text() == "The room follows this view"
    assert told.isVisible()
    press(bench, Qt.Key.Key_F6)
    assert told.isHidden()


def test_the_fit_calls_a_covered_note_covered(bench: Workbench, audience: Audience) -> None:
    bench.bound["cover.section.pains"].trigger()
    bench.bound["room.show.fit"].trigger()
    look = audience.scene.look
    assert isinstance(look, FrameLook)
    assert isinstance(look.body, Verdict)
    said = " ".join((look.body.headline, *look.body.sentences))
    assert "“covered note”" in said
    assert "“empty note”" not in said


def test_whoever_presents_takes_the_room_along(bench: Workbench, audience: Audience) -> None:
    bench.bound["room.show.gains"].trigger()
    press(bench, Qt.Key.Key_F5)
    assert audience.sent is Sent.VIEW
    press(bench, Qt.Key.Key_PageDown)
    assert audience.selection.stop.frame is Frame.JOBS
    bench.selection.select(["stop"])
    press(bench, Qt.Key.Key_F6, ALT)
    assert audience.selection.stop.frame is Frame.LINKS
    press(bench, Qt.Key.Key_PageDown)
    assert audience.selection.stop.frame is Frame.PAINS
    press(bench, Qt.Key.Key_F6, CTRL | SHIFT)
    press(bench, Qt.Key.Key_PageDown)
    assert audience.sent is Sent.NOTHING, "the room is shown nothing until it is sent something"
    press(bench, Qt.Key.Key_F5)
