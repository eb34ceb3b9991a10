"""Screens by the names that settings keep: which one a window stands on, and which one is another."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def named(name: str) -> QScreen | None:
    """Give the screen with a name, if it is there."""
    return next((screen for screen in QGuiApplication.screens() if name and screen.name() == name), None)


def other_than(window: QWidget) -> QScreen | None:
    """Give the first screen on which a window does not stand; None where there is only one."""
    return next((screen for screen in QGuiApplication.screens() if screen is not window.screen()), None)


def after(screen: QScreen) -> QScreen:
    """Give the next screen, after the last one the first."""
    screens = QGuiApplication.screens()
    at = screens.index(screen) if screen in screens else -1
    return screens[(at + 1) % len(screens)]


def fill(window: QWidget, screen: QScreen) -> None:
    """Let a window take a whole screen, also one that it is not on yet."""
    if window.windowState() & Qt.WindowState.WindowFullScreen and window.screen() is not screen:
        window.setWindowState(Qt.WindowState.WindowNoState)  # else many window managers keep it where it is
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.setWindowState(Qt.WindowState.WindowFullScreen)  # `showFullScreen` would take the keyboard too
    window.show()
