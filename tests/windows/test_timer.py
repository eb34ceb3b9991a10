"""The timer as it is seen, clicked on and heard; a clock that the tests turn."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolBar, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.drawing.colour import contrast
from canvasdesk.session.timer import Countdown
from canvasdesk.windows.timer_chip import ROOM, TimerChip
from canvasdesk.windows.timer_face import CALM, ENDING, OVER, RESTING, Paint, TimerFace

LEFT = Qt.MouseButton.LeftButton


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timer(qapp: object, clock: Clock) -> Countdown:
    return Countdown(clock)


@pytest.fixture
def bar(qtbot: QtBot, timer: Countdown) -> Iterator[QToolBar]:
    """Give a tool bar with the timer, above a field that has the keyboard."""
    window, bar, field = QWidget(), QToolBar(), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addWidget(field)
    TimerChip(timer).stand_in(bar, None)
    qtbot.addWidget(window)
    window.resize(1366, 100)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    yield bar
    window.close()


def chip(bar: QToolBar) -> TimerChip:
    found = bar.findChild(TimerChip)
    assert found
    return found


def wait(clock: Clock, timer: Countdown, seconds: float) -> None:
    clock.now += seconds
    timer.look()


@pytest.mark.parametrize("paint", [CALM, RESTING, ENDING, OVER])
def test_figures_can_be_read_from_the_back_of_the_room(paint: Paint) -> None:
    assert contrast(paint.ink, paint.pill) >= 7


def test_every_state_has_its_own_paint_and_its_own_mark(qtbot: QtBot, clock: Clock, timer: Countdown) -> None:
    face = TimerFace(timer, 100)
    qtbot.addWidget(face)
    seen: list[tuple[Paint, bytes]] = []

    def look() -> None:
        seen.append((face.paint, marks(face)))

    timer.start(1)
    look()
    timer.pause()
    look()
    timer.resume()
    wait(clock, timer, 51)
    look()
    wait(clock, timer, 10)
    look()
    assert [paint for paint, _ in seen] == [CALM, RESTING, ENDING, OVER]
    assert len({shape for _, shape in seen}) == 4


def marks(face: TimerFace) -> bytes:
    """Give what stands out of the pill before the figures, without its colours."""
    image = face.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pill = QColor(face.paint.pill)
    return bytes(image.pixelColor(x, y) != pill for x in range(34, 82) for y in range(28, 72))


def test_the_last_seconds_have_a_dot_each(qtbot: QtBot, clock: Clock, timer: Countdown) -> None:
    face = TimerFace(timer, 100)
    qtbot.addWidget(face)
    timer.start(1)
    wait(clock, timer, 50)
    counts = []
    for _ in range(3):
        image, pill = face.grab().toImage(), QColor(ENDING.pill)
        dark = [image.pixelColor(x, 88) != pill for x in range(50, face.width() - 38)]
        counts.append(sum(on and not before for before, on in zip([False, *dark], dark, strict=False)))
        wait(clock, timer, 1)
    assert counts == [10, 9, 8]


def test_it_grows_with_its_height_and_with_longer_times(qtbot: QtBot, timer: Countdown) -> None:
    face = TimerFace(timer, 30)
    qtbot.addWidget(face)
    timer.start(5)
    small = face.width()
    timer.start(120)
    assert face.width() > small
    face.set_height(120)
    assert face.height() == 120
    assert face.width() > 3 * small


def test_without_a_change_it_does_not_change_its_size(qtbot: QtBot, clock: Clock, timer: Countdown) -> None:
    face = TimerFace(timer, 60)
    qtbot.addWidget(face)
    timer.start(11)
    widths = set()
    for _ in range(800):
        wait(clock, timer, 1)
        widths.add(face.width())
    assert len(widths) == 1


def test_a_screen_reader_hears_minutes_not_seconds(qtbot: QtBot, clock: Clock, timer: Countdown) -> None:
    face = TimerFace(timer, 30)
    qtbot.addWidget(face)
    timer.start(2)
    names = [face.accessibleName()]
    for _ in range(180):
        wait(clock, timer, 1)
        if face.accessibleName() != names[-1]:
            names.append(face.accessibleName())
    assert names == [
        "Timer: 2 minutes left",
        "Timer: 1 minute left",
        "Timer: less than a minute left",
        "Timer: the last 10 seconds",
        "Timer: time is over",
        "Timer: over by 1 minute",
    ]


def test_the_chip_is_there_while_a_timer_is_set(qtbot: QtBot, bar: QToolBar, timer: Countdown) -> None:
    assert not chip(bar).isVisible()
    timer.start(1)
    qtbot.waitUntil(chip(bar).isVisible)
    assert chip(bar).face.height() <= bar.height()
    timer.stop()
    qtbot.waitUntil(lambda: not chip(bar).isVisible())


def test_clicks_pause_lengthen_shorten_and_end_it_and_leave_the_keyboard_alone(
    qtbot: QtBot, bar: QToolBar, timer: Countdown
) -> None:
    field = bar.parentWidget().findChild(QLineEdit)
    assert field
    timer.start(5)
    it = chip(bar)
    qtbot.waitUntil(it.isVisible)
    qtbot.mouseClick(it.face, LEFT)
    assert timer.paused
    qtbot.mouseClick(it.face, LEFT)
    assert timer.runs
    qtbot.mouseClick(it.more, LEFT)
    assert timer.seconds == 360
    qtbot.mouseClick(it.less, LEFT)
    assert timer.seconds == 300
    qtbot.mouseClick(it.face, Qt.MouseButton.RightButton)
    assert timer.runs
    qtbot.mouseClick(it.end, LEFT)
    assert not timer.is_set
    assert field.hasFocus()
    parts = (it, it.face, *it.findChildren(QToolButton))
    assert {part.focusPolicy() for part in parts} == {Qt.FocusPolicy.NoFocus}


def test_a_click_that_ends_elsewhere_is_none(qtbot: QtBot, bar: QToolBar, timer: Countdown) -> None:
    timer.start(5)
    face = chip(bar).face
    qtbot.waitUntil(face.isVisible)
    QTest.mousePress(face, LEFT)
    QTest.mouseRelease(face, LEFT, pos=face.rect().bottomRight() * 3)
    assert timer.runs


def test_every_button_of_the_chip_has_a_name(bar: QToolBar) -> None:
    assert [each.accessibleName() for each in chip(bar).findChildren(QToolButton)] == [
        "One minute less",
        "One minute more",
        "End the timer",
    ]


def test_a_narrow_tool_bar_keeps_the_face(qtbot: QtBot, bar: QToolBar, timer: Countdown) -> None:
    timer.start(5)
    qtbot.waitUntil(chip(bar).isVisible)
    bar.window().resize(ROOM - 200, 100)
    assert chip(bar).face.isVisible()
    assert not chip(bar).more.isVisible()
    bar.window().resize(ROOM + 200, 100)
    assert chip(bar).more.isVisible()
