"""Menu bar, tool bar and context menu, read from the table of actions."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from canvasdesk.session.recent import Recent
from canvasdesk.storage.errors import shown_name
from canvasdesk.windows.actions.action import Action
from canvasdesk.windows.binding import Bound
from canvasdesk.windows.menu_titles import titles
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate

APART = frozenset(
    {"view/theme", "canvas/rank", "canvas/go", "segment/own"}
)  # submenus with a line above them
TOOLS = ("tool.select", "tool.note", "tool.link", "tool.pan")
STEPS = ("edit.undo", "edit.redo", "canvas.tidy")
SIDES = ("view.left", "view.right")
ICON = 20  # pixels
COMMAND_WIDTH, COMMAND_LEAST = 330, 120  # pixels
COMMAND_ASIDE = 26  # pixels that are not for its words
WORDS, NO_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly

ON_NOTES = (
    ("note.edit",), ("canvas/rank", "canvas/move", "link.start", "link.to", "note.park", "cover.notes"),
    ("flow.send", "flow.follow", "flow.fine"),
    ("edit.cut", "edit.copy", "edit.duplicate", "edit.delete"),
)  # fmt: skip
ON_LINKS = (("canvas/strength",), ("edit.delete",))
ON_BOARD = (
    ("canvas/new", "edit.paste", "edit.paste_one"), ("edit.select_all", "canvas.tidy"),
    ("view.fit", "model.zoom"),
)  # fmt: skip
ON_ENTRIES = (
    ("note.edit", "model/move"), ("flow.link", "flow.follow", "flow.fine"), ("model.only",),
    ("edit.cut", "edit.copy", "edit.duplicate", "edit.delete"),
)  # fmt: skip
ON_SEGMENT = (
    ("model.zoom", "note.edit", "segment.details", "model.only"),
    ("segment.primary", "segment/priority", "segment/market", "segment/colour", "segment/role"),
    ("segment.up", "segment.down"), ("edit.duplicate", "edit.delete"),
)  # fmt: skip
ON_SEGMENT_ROW = (
    ("segment.add", "segment/role"), ("segment.rename", "segment.details"),
    ("segment.primary", "segment/priority", "segment/market", "segment/colour"),
    ("segment.up", "segment.down"), ("segment.pivot",), ("segment.duplicate", "segment.delete"),
)  # fmt: skip
ON_ROLE_ROW = (
    ("segment/role",), ("role.rename", "segment/own", "role.veto"), ("role.up", "role.down"),
    ("segment.pivot",), ("role.duplicate", "role.delete"),
)  # fmt: skip
ON_MODEL = (("model/new", "edit.paste"), ("edit.select_all", "canvas.tidy", "model.only"), ("view.fit",))
BEFORE_A_ROOM = (
    ("room.next", "room.previous", "room/show"), ("agenda.next", "room/timer", "cover.next"),
    ("view.commands", "room.present"),
)  # fmt: skip
"""What else there is to do where menus and tool bar are put away."""


def groups_for(now: Situation) -> Sequence[Sequence[str]]:
    """Give what the context menu has, by what is selected on what is shown."""
    room = BEFORE_A_ROOM if now.window.shown.presenting else ()
    if now.on_model:
        return ON_ENTRIES if now.entries else ON_SEGMENT if now.segment else (*room, *ON_MODEL)
    return ON_NOTES if now.notes else ON_LINKS if now.links else (*room, *ON_BOARD)


def fill_menus(bar: Mapping[str, QMenu], table: Sequence[Action], bound: Bound) -> dict[str, QMenu]:
    """Put every action of the table into its menu below those of the `bar`; give all menus by path."""
    names = titles()
    menus = dict(bar)
    for row in table:
        menu = menus.get(row.menu) or _submenu(row.menu, names, menus)
        if row.begins and menu.actions():
            menu.addSeparator()
        menu.addAction(bound[row.id])
        if row.id == "file.open":
            _submenu("file/recent", names, menus)
    return menus


def _submenu(path: str, names: Mapping[str, str], menus: dict[str, QMenu]) -> QMenu:
    above = menus[path.rpartition("/")[0]]
    if path in APART:
        above.addSeparator()
    menus[path] = above.addMenu(names[path])
    return menus[path]


def fill_tool_bar(bar: QToolBar, bound: Bound, command: Callable[[], object]) -> QPushButton:
    """Put the tools, the steps, the sides and between them the button that finds everything; give that."""
    bar.setIconSize(QSize(ICON, ICON))
    bar.addActions([bound[each] for each in TOOLS])
    bar.addSeparator()
    bar.addActions([bound[each] for each in STEPS])
    bar.addWidget(_stretch())
    finder = _command_button(bound, command)
    bar.addWidget(finder)
    bar.addWidget(_stretch())
    bar.addActions([bound[each] for each in SIDES])
    for button in bar.findChildren(QToolButton):
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumSize(32, 32)
        if button.defaultAction():
            button.setAccessibleName(button.defaultAction().iconText())
    bar.installEventFilter(_Words(bar, [bar.widgetForAction(bound[each]) for each in SIDES], finder))
    return finder


class _Words(QObject):
    """Leaves out the words on the buttons of a tool bar where it is too narrow; some never have any.

    The button that finds everything gives way too, before anything else has no place any more.
    """

    def __init__(self, bar: QToolBar, wordless: Sequence[QWidget], finder: QPushButton) -> None:
        super().__init__(bar)
        self._bar, self._wordless = bar, wordless
        self._finder, self._finder_words = finder, finder.text()
        self._needed = 0
        self._show(WORDS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the bar, or what is on it, changes its size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            if self._bar.toolButtonStyle() is WORDS:
                self._needed = self._others() + COMMAND_WIDTH
            self._show(WORDS if self._bar.width() >= self._needed else NO_WORDS)
            self._fit_finder()
        return super().eventFilter(watched, event)

    def _others(self) -> int:
        """Give the width of everything beside the button that finds everything."""
        return self._bar.sizeHint().width() - self._finder.width()

    def _fit_finder(self) -> None:
        width = min(COMMAND_WIDTH, max(COMMAND_LEAST, self._bar.width() - self._others()))
        if width != self._finder.width():
            self._finder.setFixedWidth(width)
            said = self._finder.fontMetrics().elidedText(
                self._finder_words, Qt.TextElideMode.ElideRight, width - COMMAND_ASIDE
            )
            self._finder.setText(said)

    def _show(self, style: Qt.ToolButtonStyle) -> None:
        if style is self._bar.toolButtonStyle():
            return
        self._bar.setToolButtonStyle(style)
        for button in self._wordless:
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(NO_WORDS)


def _command_button(bound: Bound, command: Callable[[], object]) -> QPushButton:
    keys = (
        bound["view.commands"]
        .shortcut()
        .toString(bound["view.commands"].shortcut().SequenceFormat.NativeText)
    )
    button = QPushButton(translate("Window", "Find a note or run a command   {keys}", keys=keys))
    button.setObjectName("command")
    button.setAccessibleName(translate("Window", "Find a note or run a command"))
    button.setFixedWidth(COMMAND_WIDTH)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(command)
    return button


def _stretch() -> QWidget:
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return room


def fill_recent(menu: QMenu, files: Sequence[Recent], show: Callable[[Recent], object]) -> None:
    """Put the recent files into their menu; what is missing is named so."""
    menu.clear()
    for number, each in enumerate(files, 1):
        name = shown_name(each.path).replace("&", "&&")
        said = translate("Menu", "{name} (missing)", name=name) if each.missing else name
        text = translate("Menu", "&{number} {name}", number=number, name=said) if number < 10 else said
        action = menu.addAction(text)
        action.setStatusTip(str(each.path))
        action.triggered.connect(lambda _=False, each=each: show(each))
    if not files:
        menu.addAction(translate("Menu", "No recent files")).setEnabled(False)


def context_menu(
    parent: QWidget, groups: Sequence[Sequence[str]], bound: Bound, menus: dict[str, QMenu]
) -> QMenu:
    """Give a menu of actions and submenus by their ids and paths, with a line between the groups."""
    menu = QMenu(parent)
    for group in groups:
        if menu.actions():
            menu.addSeparator()
        for each in group:
            menu.addAction(menus[each].menuAction() if each in menus else bound[each])
    return menu
