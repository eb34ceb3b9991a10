"""Mouse and keyboard of somebody who does not know what they do, on whatever windows are open."""

import random
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from canvasdesk.windows.workbench import Workbench
from tests.scalars import AWKWARD

BUTTONS = (*[Qt.MouseButton.LeftButton] * 8, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
NONE = Qt.MouseButton.NoButton
MODIFIERS = (
    *[Qt.KeyboardModifier.NoModifier] * 6,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
KEYS = (
    *[getattr(Qt.Key, f"Key_{each}") for each in "ABCDEFGHIJKLMNOPRSTUVWXYZ0123456789"],  # Ctrl+Q quits
    *[
        getattr(Qt.Key, f"Key_{each}")
        for each in (
            "Left", "Right", "Up", "Down", "Home", "End", "PageUp", "PageDown", "Tab", "Backtab", "Return",
            "Escape", "Delete", "Backspace", "Space", "Plus", "Minus", "F2", "F3", "F6", "Menu", "Slash",
            "Left", "Right", "Up", "Down", "Tab", "Return", "Escape", "Delete",
        )
    ],
)  # fmt: skip
NOTCH = 120  # what Qt calls a notch of the wheel


class Paws:
    """What moves the mouse and presses keys, led by `chance`."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._held: tuple[QWidget, Qt.MouseButton] | None = None

    # The mouse.

    def window(self, benches: Sequence[Workbench]) -> QWidget | None:
        """Give the window that takes the mouse: mostly an open menu, a question before all others."""
        if (popup := QApplication.activePopupWidget()) and self._chance.random() < 0.85:
            return popup
        if modal := QApplication.activeModalWidget():
            return modal
        others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]
        windows = [each.window for each in benches if each.window.isVisible()]
        kinds = Qt.WindowType.Window, Qt.WindowType.Dialog
        others = [each for each in others if each.windowType() in kinds and each not in windows]
        return self._chance.choice([*windows * 4, *others]) if windows or others else None

    def place(self, window: QWidget, bench: Workbench | None) -> QPoint:
        """Give a place in a window, often on a note."""
        if bench and bench.scene.notes and self._chance.random() < 0.5:
            item = self._chance.choice(list(bench.scene.notes.values()))
            at = bench.view.to_view(item.rect.centre).toPoint()
            if bench.view.rect().contains(at):
                return bench.view.mapTo(window, at)
        return QPoint(
            self._chance.randrange(max(1, window.width())), self._chance.randrange(max(1, window.height()))
        )

    def click(self, window: QWidget, at: QPoint) -> str:
        """Click once or twice."""
        button, keys = self._chance.choice(BUTTONS), self._chance.choice(MODIFIERS)
        twice = self._chance.random() < 0.15
        self._send(window, QEvent.Type.MouseMove, at, NONE, NONE, keys)
        self._send(window, QEvent.Type.MouseButtonPress, at, button, button, keys)
        self._send(window, QEvent.Type.MouseButtonRelease, at, button, NONE, keys)
        if twice:
            self._send(window, QEvent.Type.MouseButtonDblClick, at, button, button, keys)
            self._send(window, QEvent.Type.MouseButtonRelease, at, button, NONE, keys)
        return f"{'double ' * twice}click {button.name} {keys.name} at {_shown(at)} of {_named(window)}"

    def press(self, window: QWidget, at: QPoint) -> str:
        """Press a button and hold it."""
        button, keys = self._chance.choice(BUTTONS), self._chance.choice(MODIFIERS)
        self._held = window, button
        self._send(window, QEvent.Type.MouseMove, at, NONE, NONE, keys)
        self._send(window, QEvent.Type.MouseButtonPress, at, button, button, keys)
        return f"press {button.name} {keys.name} at {_shown(at)} of {_named(window)}"

    @property
    def holding(self) -> bool:
        """Whether a button is held in a window that is still there."""
        if self._held and self._held[0] not in QApplication.topLevelWidgets():
            self._held = None
        return self._held is not None

    def drag(self, to: QPoint) -> str:
        """Move the mouse with the button held."""
        if self._held:
            window, button = self._held
            self._send(window, QEvent.Type.MouseMove, to, NONE, button, self._chance.choice(MODIFIERS))
        return f"drag to {_shown(to)}"

    def release(self, at: QPoint) -> str:
        """Let go."""
        if self._held:
            (window, button), self._held = self._held, None
            self._send(
                window, QEvent.Type.MouseButtonRelease, at, button, NONE, self._chance.choice(MODIFIERS)
            )
        return f"release at {_shown(at)}"

    def turn(self, window: QWidget, at: QPoint) -> str:
        """Turn the wheel by some notches."""
        keys, notches = self._chance.choice(MODIFIERS), self._chance.choice((-3, -1, -1, 1, 1, 3))
        angle = QPoint(0, notches * NOTCH) if self._chance.random() < 0.9 else QPoint(notches * NOTCH, 0)
        everywhere = QPointF(window.mapToGlobal(at))
        event = QWheelEvent(
            QPointF(at),
            everywhere,
            QPoint(),
            angle,
            NONE,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003
        )
        _give(window, event)
        return f"wheel {notches} {keys.name} at {_shown(at)} of {_named(window)}"

    def _send(
        self,
        window: QWidget,
        kind: QEvent.Type,
        at: QPoint,
        button: Qt.MouseButton,
        held: Qt.MouseButton,
        keys: Qt.KeyboardModifier,
    ) -> None:
        everywhere = QPointF(window.mapToGlobal(at))
        pressed = kind is QEvent.Type.MouseButtonPress and not QApplication.activePopupWidget()
        if pressed and not window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus:
            window.activateWindow()  # which the system does otherwise
        _give(window, QMouseEvent(kind, QPointF(at), QPointF(at), everywhere, button, held, keys))

    # The keyboard.

    def key(self, window: QWidget) -> str:
        """Press a key with or without others held."""
        target, pressed, keys = _keyboard(window), self._chance.choice(KEYS), self._chance.choice(MODIFIERS)
        named = _named(target)
        QTest.keyClick(target, pressed, keys)
        return f"key {pressed.name} {keys.name} in {named}"

    def type(self, window: QWidget) -> str:
        """Type a letter, or have an input method write what no key has."""
        target = _keyboard(window)
        named = _named(target)
        if target.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) and self._chance.random() < 0.3:
            text = self._chance.choice(AWKWARD)
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(target, event)
        else:
            text = self._chance.choice("abc jpg 12 .,")
            QTest.keyClicks(target, text)
        return f"type {text!r} in {named}"


def _keyboard(window: QWidget) -> QWidget:
    """Give what has the keyboard."""
    return QApplication.activePopupWidget() or QApplication.focusWidget() or window


def _give(window: QWidget, event: QEvent) -> None:
    """Let an event come to a window as from the system, which leaves popups and grabs to Qt."""
    if handle := window.windowHandle():
        QApplication.sendEvent(handle, event)


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}".strip()


def _shown(at: QPoint) -> str:
    return f"{at.x()}, {at.y()}"
