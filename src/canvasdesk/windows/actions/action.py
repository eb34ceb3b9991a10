"""A row of the table of actions: what it says, where it is found, when it makes sense and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QKeySequence

from canvasdesk.windows.desk import Desk
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate

Keys = tuple[str | QKeySequence.StandardKey, ...]


class Where(Enum):
    """Where an action's keys work: in the whole window, or while the canvas has the focus."""

    WINDOW = auto()
    CANVAS = auto()


def always(_: Situation) -> bool:
    """For what makes sense at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done.

    `text` is what a menu says, with an ampersand before its letter; `label` says it anew where it depends on
    the situation, `name` says it where no menu stands around it. `menu` is a path like "canvas/rank".
    `colour` is the one that it is about. `begins` sets the action apart from what stands above it.
    """

    id: str
    text: str
    menu: str
    run: Callable[[Desk], object]
    keys: Keys = ()
    icon: str = ""
    colour: str = ""
    tip: str = ""
    enabled: Callable[[Situation], bool] = always
    checked: Callable[[Situation], bool] | None = None
    label: Callable[[Situation], str] | None = None
    name: str = ""
    where: Where = Where.WINDOW
    begins: bool = False

    @property
    def full_name(self) -> str:
        """The name as a person reads it, without the mark for its letter."""
        return self.name or plain(self.text)

    @property
    def sequences(self) -> list[QKeySequence]:
        """The keys as this system has them, the one to be shown first."""
        found: list[QKeySequence] = []
        for key in self.keys:
            found += [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        return list(dict.fromkeys(found))


def plain(text: str) -> str:
    """Give a menu's text without the marks for its letter and without its dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def keys_of(action: Action) -> str:
    """Give the keys of an action as this system writes them."""
    or_ = translate("Actions", " or ", "between two keys that do the same")
    return or_.join(_native(each) for each in action.sequences)


def first_keys(action: Action) -> str:
    """Give the keys of an action that are easiest to remember, "" without any."""
    return _native(action.sequences[0]) if action.sequences else ""


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
