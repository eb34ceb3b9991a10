"""Taking the keyboard from one part of a window to another."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def holds_focus(part: QWidget) -> bool:
    """Say whether the keyboard is in `part`."""
    held = part.window().focusWidget()
    return held is not None and (held is part or part.isAncestorOf(held))


def _takes_keys(widget: QWidget) -> bool:
    """Say whether Tab stops at `widget`; a page that only scrolls is passed over for what is on it."""
    reached = widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(reached) and not isinstance(widget, QScrollArea)


def enter(part: QWidget) -> None:
    """Give the keyboard to the first widget in `part` that Tab would reach, or to `part` itself."""
    each: QWidget | None = part
    while each and (each is part or part.isAncestorOf(each)):
        if _takes_keys(each):
            each.setFocus(Qt.FocusReason.ShortcutFocusReason)
            bring_into_sight(each)
            return
        each = each.nextInFocusChain()


def tab_within(part: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next widget in `part` that Tab reaches, or to the one before, in a circle.

    It does not follow Qt's own chain through the window, which ends actions of the tool bar for Python.
    """
    ring = [each for each in part.findChildren(QWidget) if _takes_keys(each) and not each.focusProxy()]
    if not ring:
        return False
    held = part.window().focusWidget()
    at = ring.index(held) if held in ring else -1 if forward else 0
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    ring[(at + (1 if forward else -1)) % len(ring)].setFocus(reason)
    return True


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the page that `widget` is on, as soon as that has its size; by itself it follows only Tab."""
    around = widget.parentWidget()
    while around and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        QTimer.singleShot(0, widget, partial(around.ensureWidgetVisible, widget))
