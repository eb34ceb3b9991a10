"""What the user prefers and where the windows stood: a table of fields, kept in one small file."""

import json
import logging
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from canvasdesk.folders import settings_folder

T = TypeVar("T")
log = logging.getLogger(__name__)

RECENT_MOST = 10
"""How many recent files are remembered."""
METRES_MOST = 100.0


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A setting: its name in the file, what holds without it, and what makes a stored value fit.

    `cast` raises `ValueError` or `TypeError` for a value that cannot be used.
    """

    name: str
    default: T
    cast: Callable[[object], T]


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def _flag_or_none(value: object) -> bool | None:
    return None if value is None else _flag(value)


def _metres(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("not a number")
    if not 0 <= value <= METRES_MOST:
        raise ValueError("no length of a room")
    return float(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError("not a list")
    return tuple(_text(each) for each in value)[:RECENT_MOST]


def _one_of(*names: str) -> Callable[[object], str]:
    def cast(value: object) -> str:
        if value not in names:
            raise ValueError(f"none of {', '.join(names)}")
        return _text(value)

    return cast


THEMES = ("system", "light", "dark", "contrast")
PLAIN_START, LAST_FILE = "chooser", "last file"

THEME = Field("theme", "system", _one_of(*THEMES))
LANGUAGE = Field("language", "", _text)  # "" is that of the system
REDUCE_MOTION = Field("reduce_motion", default=False, cast=_flag)
SNAP = Field("snap", default=True, cast=_flag)
START_WITH = Field("start_with", PLAIN_START, _one_of(PLAIN_START, LAST_FILE))
WELCOMED = Field("welcomed", default=False, cast=_flag)
LEFT_FOLDED: Field[bool | None] = Field("left_folded", default=None, cast=_flag_or_none)
RIGHT_FOLDED = Field("right_folded", default=False, cast=_flag)
OUTLINE_SHOWN = Field("outline_shown", default=False, cast=_flag)
GEOMETRY = Field("geometry", "", _text)  # base64, as Qt saves it
PANEL_SIZES = Field("panel_sizes", "", _text)  # base64, as Qt saves it
PRESENT_SCREEN = Field("present_screen", "", _text)  # "" is the one on which the window is
AUDIENCE_SCREEN = Field("audience_screen", "", _text)  # "" is the first one on which it is not
POINTER_SIZES = ("1", "2", "3")
POINTER_SIZE = Field("pointer_size", "1", _one_of(*POINTER_SIZES))
ROOM_DEPTH = Field("room_depth", 0.0, _metres)  # 0 is not measured
PICTURE_HEIGHT = Field("picture_height", 0.0, _metres)
TIMER_SOUND = Field("timer_sound", default=False, cast=_flag)
POSTER_PAPER = Field("poster_paper", "A4", _text)
POSTER_ORIENTATION = Field("poster_orientation", "automatic", _one_of("automatic", "portrait", "landscape"))
POSTER_TILES = Field("poster_tiles", "", _one_of("", "A4", "A3", "Letter", "Tabloid"))  # "" is one piece
OVERLAPS = ("0", "5", "10", "15", "20", "30")  # mm
POSTER_OVERLAP = Field("poster_overlap", "10", _one_of(*OVERLAPS))
POSTER_INK = Field("poster_ink", default=False, cast=_flag)
RECENT: Field[tuple[str, ...]] = Field("recent", (), _texts)

FIELDS: tuple[Field[bool] | Field[bool | None] | Field[str] | Field[float] | Field[tuple[str, ...]], ...] = (
    THEME, LANGUAGE, REDUCE_MOTION, SNAP, START_WITH, WELCOMED,
    LEFT_FOLDED, RIGHT_FOLDED, OUTLINE_SHOWN, GEOMETRY, PANEL_SIZES,
    PRESENT_SCREEN, AUDIENCE_SCREEN, POINTER_SIZE, ROOM_DEPTH, PICTURE_HEIGHT, TIMER_SOUND,
    POSTER_PAPER, POSTER_ORIENTATION, POSTER_TILES, POSTER_OVERLAP, POSTER_INK, RECENT,
)  # fmt: skip


def settings_path() -> Path:
    """Give the place of the settings of this user."""
    return settings_folder() / "settings.json"


class Settings(QObject):
    """The values of the fields; `changed` carries the name of a field that took another value.

    A file that cannot be read is set aside and the defaults hold; a value that does not fit is as if it were
    not there. Keys that no field has are kept: they may belong to a newer version.
    """

    changed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._stored = _read(path)

    def get(self, field: Field[T]) -> T:
        """Give the value of `field`."""
        try:
            return field.cast(self._stored[field.name])
        except (KeyError, TypeError, ValueError):
            return field.default

    def set(self, field: Field[T], value: T) -> None:
        """Give `field` a value and keep it; raises `ValueError` or `TypeError` for one that does not fit."""
        fitting = field.cast(value)
        if fitting == self.get(field) and field.name in self._stored:
            return
        self._stored[field.name] = fitting
        try:
            _write(self._path, self._stored)
        except OSError as error:
            # The choice holds for this run; nobody wants a dialog because a side panel was folded.
            log.warning("The settings were not saved: %s", error)
        self.changed.emit(field.name)


def _read(path: Path) -> dict[str, object]:
    try:
        stored = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        log.warning("The settings were not read: %s", error)
        return {}
    except (ValueError, RecursionError):
        stored = None
    if isinstance(stored, dict):
        return stored
    aside = path.with_suffix(".broken")
    log.warning("The settings were unreadable; they are kept as %s", aside)
    try:
        path.replace(aside)
    except OSError as error:
        log.warning("The unreadable settings were not set aside: %s", error)
    return {}


def _write(path: Path, stored: dict[str, object]) -> None:
    """Replace the file whole; without fsync, as a lost preference is cheaper than a stalled window."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            json.dump(stored, file, indent=1, sort_keys=True)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
