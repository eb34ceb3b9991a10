"""The files that were open last, and whether they are still there."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from canvasdesk.session.settings import RECENT, RECENT_MOST, Settings

PATIENCE = 0.2  # seconds; a share that hangs must not hold up a menu


@dataclass(frozen=True, slots=True)
class Recent:
    """A file that was open; `missing` where it is certainly not there any more."""

    path: Path
    missing: bool


def recent_files(settings: Settings) -> tuple[Recent, ...]:
    """Give the remembered files, the last used first, those that are missing after the others."""
    paths = [Path(each) for each in settings.get(RECENT)]
    missing = _missing(paths)
    return tuple(sorted((Recent(path, path in missing) for path in paths), key=lambda each: each.missing))


def remember(settings: Settings, path: Path) -> None:
    """Put `path` at the head of the remembered files."""
    name = str(path.absolute())
    others = [each for each in settings.get(RECENT) if each != name]
    settings.set(RECENT, (name, *others)[:RECENT_MOST])


def forget(settings: Settings, path: Path) -> None:
    """Take `path` out of the remembered files."""
    settings.set(RECENT, tuple(each for each in settings.get(RECENT) if each != str(path)))


def _missing(paths: Iterable[Path]) -> frozenset[Path]:
    """Give those that are not there; one that does not answer in time is taken to be there."""
    found: list[Path] = []
    asking = Thread(target=lambda: found.extend(path for path in paths if not path.is_file()), daemon=True)
    asking.start()
    asking.join(PATIENCE)
    return frozenset(found)
