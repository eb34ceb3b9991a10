import logging
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.app.crash import Crash, CrashWindow, sentence


def plainly(_: QWidget) -> None:
    """Leave a window as it is."""


@pytest.fixture
def restarts() -> list[str]:
    return []


@pytest.fixture
def crash(qtbot: QtBot, restarts: list[str]) -> Iterator[Crash]:
    crash = Crash(keep=lambda: True, restart=lambda: restarts.append("again"), dress=plainly)
    with crash.watching():
        yield crash
    if crash.window:
        qtbot.addWidget(crash.window)


def shown(qtbot: QtBot, crash: Crash) -> CrashWindow:
    qtbot.waitUntil(lambda: crash.window is not None and crash.window.isVisible())
    assert crash.window
    return crash.window


def press(qtbot: QtBot, window: CrashWindow, text: str) -> None:
    button = next(each for each in window.findChildren(QPushButton) if each.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def fail() -> None:
    raise ZeroDivisionError("in a slot")


def test_a_fault_in_a_slot_says_what_became_of_the_work_and_the_program_goes_on(
    qtbot: QtBot, crash: Crash, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        QTimer.singleShot(0, fail)
        window = shown(qtbot, crash)
    assert "ZeroDivisionError: in a slot" in window.report
    assert "in fail" in window.report
    assert window.sentence.text() == sentence(kept=True)
    assert "ZeroDivisionError" in caplog.text
    assert not window.isModal()
    focus = window.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "&Go on"
    press(qtbot, window, "&Copy report")
    assert QGuiApplication.clipboard().text() == window.report
    press(qtbot, window, "&Go on")
    assert not window.isVisible()


def test_a_fault_in_another_thread_arrives_in_the_windows_thread(qtbot: QtBot, crash: Crash) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in shown(qtbot, crash).report


class FailsToPaint(QWidget):
    frames = 0

    def paintEvent(self, _event: object) -> None:
        self.frames += 1
        self.update()
        raise ValueError("in a frame")


def test_a_fault_in_each_frame_opens_one_window(qtbot: QtBot, crash: Crash) -> None:
    widget = FailsToPaint()
    qtbot.addWidget(widget)
    widget.show()
    window = shown(qtbot, crash)
    enough = widget.frames + 3
    qtbot.waitUntil(lambda: widget.frames >= enough)
    widget.hide()
    assert crash.window is window


class FailsToDie:
    def __del__(self) -> None:
        raise RuntimeError("while dying")


def test_a_fault_nobody_could_catch_is_shown_too(qtbot: QtBot, crash: Crash) -> None:
    FailsToDie()
    assert "while dying" in shown(qtbot, crash).report


def test_restart(qtbot: QtBot, crash: Crash, restarts: list[str]) -> None:
    QTimer.singleShot(0, fail)
    press(qtbot, shown(qtbot, crash), "&Restart canvasdesk")
    assert restarts == ["again"]


def restart_button(window: CrashWindow) -> QPushButton:
    return next(each for each in window.findChildren(QPushButton) if "Restart" in each.text())


@pytest.mark.parametrize("fault", [None, OSError("no disk")])
def test_work_that_cannot_be_kept_is_said_honestly_and_not_restarted_away(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, fault: Exception | None
) -> None:
    def keep() -> bool:
        if fault:
            raise fault
        return False

    crash = Crash(keep, restart=list, dress=plainly)
    with crash.watching():
        QTimer.singleShot(0, fail)
        window = shown(qtbot, crash)
    qtbot.addWidget(window)
    assert "could not be kept" in window.sentence.text()
    assert not restart_button(window).isEnabled()
    assert ("no disk" in caplog.text) is (fault is not None)


def test_what_is_done_after_the_fault_has_to_be_kept_too(qtbot: QtBot, restarts: list[str]) -> None:
    answers = [True, False]
    crash = Crash(lambda: answers.pop(0), restart=lambda: restarts.append("again"), dress=plainly)
    with crash.watching():
        QTimer.singleShot(0, fail)
        window = shown(qtbot, crash)
        qtbot.addWidget(window)
        press(qtbot, window, "&Restart canvasdesk")
    assert restarts == []
    assert window.sentence.text() == sentence(kept=False)


INTERRUPTED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from canvasdesk.app.crash import Crash

app = QApplication([])
with Crash(lambda: True, restart=print, dress=print).watching():
    QTimer.singleShot(0, lambda: sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None))
    sys.exit(app.exec())
"""


def test_an_interrupt_from_the_keyboard_ends_the_program() -> None:
    ended = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_hooks_are_put_back(qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    with Crash(lambda: True, restart=list, dress=plainly).watching():
        assert sys.excepthook is not before[0]
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
