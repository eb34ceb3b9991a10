"""The shortcut sheet: every action with its keys, by menu, made from the table of actions."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.editing.find import folded
from canvasdesk.windows.actions.action import Action, keys_of, plain
from canvasdesk.words import translate

COLUMNS = 3
SIZE = (1080, 660)  # pixels

Row = tuple[str, str]
"""What an action says, and its keys."""


def rows(actions: Sequence[Action], titles: Mapping[str, str]) -> list[tuple[str, list[Row]]]:
    """Give the actions that have keys, by the title of their menu, in the order of the table."""
    groups: dict[str, list[Row]] = {}
    for each in actions:
        if each.keys:
            title = plain(titles[each.menu])
            name = each.full_name.removeprefix(f"{title}: ")  # the heading says it
            groups.setdefault(title, []).append((name, keys_of(each)))
    return list(groups.items())


class ShortcutSheet(QDialog):
    """Groups in columns; a field above narrows them down."""

    def __init__(self, parent: QWidget, groups: Sequence[tuple[str, Sequence[Row]]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Shortcuts", "Keyboard shortcuts"))
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(translate("Shortcuts", "Search actions and keys"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.textChanged.connect(self._narrow)
        self.groups = [_Group(title, entries) for title, entries in groups]
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setSpacing(40)
        columns.setContentsMargins(16, 8, 16, 16)
        for part in _balanced(self.groups):
            column = QVBoxLayout()
            column.setSpacing(0)
            for group in part:
                column.addWidget(group)
            column.addStretch()
            columns.addLayout(column, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        area.setAccessibleName(self.windowTitle())
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(area)
        self.resize(QSize(*SIZE).boundedTo(parent.window().size()))

    def _narrow(self, typed: str) -> None:
        for group in self.groups:
            group.narrow(folded(typed).split())


class _Group(QWidget):
    """A menu's actions under its title."""

    def __init__(self, title: str, entries: Sequence[Row]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        heading = QLabel(title)
        heading.setObjectName("heading")
        grid.addWidget(heading, 0, 0, 1, 2)
        self.rows: list[tuple[str, QLabel, QLabel]] = []
        for number, (text, keys) in enumerate(entries, 1):
            name, shown = QLabel(text), QLabel(keys)
            name.setWordWrap(True)
            shown.setObjectName("quiet")
            shown.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(name, number, 0)
            grid.addWidget(shown, number, 1)
            self.rows.append((folded(f"{title} {text} {keys}"), name, shown))

    def narrow(self, words: Sequence[str]) -> None:
        """Show the rows that hold all `words`; vanish without one."""
        found = [all(word in said for word in words) for said, _, _ in self.rows]
        for shown, (_, name, keys) in zip(found, self.rows, strict=True):
            name.setVisible(shown)
            keys.setVisible(shown)
        self.setVisible(any(found))


def _balanced(groups: Sequence[_Group]) -> list[list[_Group]]:
    """Deal the groups out, in order, to columns that are about equally long."""
    whole = sum(len(group.rows) + 2 for group in groups)
    columns: list[list[_Group]] = [[] for _ in range(COLUMNS)]
    laid = 0
    for group in groups:
        columns[min(COLUMNS - 1, laid * COLUMNS // max(1, whole))].append(group)
        laid += len(group.rows) + 2
    return columns
