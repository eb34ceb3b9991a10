"""The table of actions brought to life: one QAction a row, kept true to the situation."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget

from canvasdesk.layout.style import Theme
from canvasdesk.windows.actions.action import Action, Where, keys_of, plain
from canvasdesk.windows.desk import Desk
from canvasdesk.windows.icons import icon, swatch
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate

Bound = Mapping[str, QAction]
"""The living actions by their ids."""


def bind(table: Sequence[Action], desk: Desk, window: QMainWindow, canvas: QWidget) -> Bound:
    """Give the living actions; their keys work in `window`, or in `canvas` where the row says so."""
    bound = {}
    for row in table:
        action = QAction(row.text, window)
        action.setObjectName(row.id)
        action.setIconVisibleInMenu(bool(row.colour))
        action.setIconText(plain(row.text))
        action.setStatusTip(row.tip)
        action.setToolTip(_tool_tip(row))
        action.setCheckable(row.checked is not None)
        action.setShortcuts(row.sequences)
        holder = canvas if row.where is Where.CANVAS else window
        if row.where is Where.CANVAS:
            # Letters and arrows belong to whatever has the focus, so these work on the canvas alone.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        holder.addAction(action)
        action.triggered.connect(lambda _=False, row=row: row.run(desk))
        bound[row.id] = action
    return bound


def refresh(table: Sequence[Action], bound: Bound, now: Situation) -> None:
    """Bring what can be done, what is on and what it is called up to the situation."""
    for row in table:
        action = bound[row.id]
        action.setEnabled(row.enabled(now))
        if row.checked:
            action.setChecked(row.checked(now))
        if row.label:
            action.setText(row.label(now))


def colour(table: Sequence[Action], bound: Bound, theme: Theme) -> None:
    """Give the actions their icons in the colours of `theme`."""
    for row in table:
        if row.colour:
            bound[row.id].setIcon(swatch(row.colour))
        elif row.icon:
            bound[row.id].setIcon(icon(row.icon, theme))


def _tool_tip(row: Action) -> str:
    tip = row.tip or row.full_name
    return translate("Actions", "{tip} ({keys})", tip=tip, keys=keys_of(row)) if row.keys else tip
