"""What keys mean while a note is being written: which the editor keeps from the window, which leave it."""

from collections.abc import Iterable
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

Key, Held, Match = Qt.Key, Qt.KeyboardModifier, QKeySequence.StandardKey

EDITING_KEYS = frozenset({
    Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Backtab, Key.Key_Escape, Key.Key_Backspace,
    Key.Key_Delete, Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End,
})  # fmt: skip
EDITING = (Match.Cut, Match.Copy, Match.Paste, Match.SelectAll)


class Leave(Enum):
    """How somebody leaves the editor."""

    NEXT = auto()
    FORWARD = auto()
    BACK = auto()
    DONE = auto()
    ELSEWHERE = auto()
    """The keyboard went to another part of the window."""


def belongs_to_text(event: QKeyEvent, canvas: Iterable[QAction]) -> bool:
    """Say whether a key is for the text, and not for the window: what is typed, and all keys of the `canvas`.

    Undo and redo are left out: where nothing was typed they are the document's.
    """
    commanding = event.modifiers() & (Held.ControlModifier | Held.AltModifier | Held.MetaModifier)
    third_level = commanding == Held.ControlModifier | Held.AltModifier  # how some systems say AltGr
    if event.text() and event.text().isprintable() and (not commanding or third_level):
        return True
    if event.key() in EDITING_KEYS or any(event.matches(each) for each in EDITING):
        return True
    keys, context = QKeySequence(event.keyCombination()), Qt.ShortcutContext.WidgetWithChildrenShortcut
    return any(keys in each.shortcuts() and each.shortcutContext() is context for each in canvas)


def leaving(event: QKeyEvent) -> Leave | None:
    """Give how a key leaves the editor; None for one that does not."""
    shift = bool(event.modifiers() & Held.ShiftModifier)
    match event.key():
        case Key.Key_Return | Key.Key_Enter if not shift:
            return Leave.NEXT
        case Key.Key_Tab if not shift:
            return Leave.FORWARD
        case Key.Key_Tab | Key.Key_Backtab:
            return Leave.BACK
        case Key.Key_Escape:
            return Leave.DONE
        case _:
            return None
