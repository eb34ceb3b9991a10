"""Earlier versions: what the last saves of a document wrote, kept for this user alone.

Each document has a folder of its own and each version a file, whose name says when it was saved and what it
holds. The names are all the record there is, so none can be torn or get out of step.
"""

import logging
import os
import re
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from canvasdesk.folders import versions_folder
from canvasdesk.storage.disk import make_private
from canvasdesk.storage.errors import ReadError
from canvasdesk.storage.save import digest, put_private, sweep
from canvasdesk.words import translate

MOST = 20
OLDEST = timedelta(days=30)

_TIME = "%Y%m%dT%H%M%S.%f%z"
_NAME = re.compile(r"(?P<time>\d{8}T\d{6}\.\d{6}\+0000)-(?P<digest>[0-9a-f]{64})\.canvasdesk")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Version:
    """What was saved at `time`: its size in bytes, its digest, and the program's file that holds it."""

    time: datetime
    size: int
    digest: str
    file: Path


def keep(path: Path, data: bytes, when: datetime) -> None:
    """Keep what was saved to `path`, beside at most `MOST` - 1 others that are not older than `OLDEST`.

    The same content is kept once, as of its last save. A failure is logged: the save itself is done already.
    """
    content = digest(data)
    try:
        folder = _folder(path)
        make_private(folder)
        before = versions(path)
        file = folder / f"{when.astimezone(UTC).strftime(_TIME)}-{content}.canvasdesk"
        put_private(file, data)
        others = [each for each in before if each.digest != content]
        kept = {file, *(each.file for each in others[: MOST - 1] if when - each.time <= OLDEST)}
        for each in before:
            if each.file not in kept:
                each.file.unlink(missing_ok=True)  # another window may have been faster
        sweep(folder)
        _forget_abandoned(folder.parent)
    except (OSError, ValueError) as error:
        log.warning("A version of %s was not kept: %s", path, error)


def versions(path: Path) -> tuple[Version, ...]:
    """Give the versions kept of the document at `path`, the newest first; none where there is no access."""
    found = []
    with suppress(OSError), os.scandir(_folder(path)) as entries:
        for entry in entries:
            if name := _NAME.fullmatch(entry.name):
                with suppress(OSError, ValueError):  # it is gone again, or no such day was ever
                    when = datetime.strptime(name["time"], _TIME)  # noqa: DTZ007 - it has its zone
                    size = entry.stat(follow_symlinks=False).st_size
                    found.append(Version(when, size, name["digest"], Path(entry.path)))
    return tuple(sorted(found, key=lambda each: each.time, reverse=True))


def read(version: Version) -> bytes:
    """Give the bytes of a version; raises `ReadError` where they are not there whole."""
    with suppress(OSError):
        data = version.file.read_bytes()
        if digest(data) == version.digest:
            return data
    raise ReadError(translate("Storage", "This version cannot be opened: it is damaged."))


def _folder(path: Path) -> Path:
    """Give the folder of one document, found again by its full path."""
    return versions_folder() / digest(os.fsencode(path.absolute()))[:32]


def _forget_abandoned(root: Path) -> None:
    """Delete the versions of documents that were last saved longer ago than a version is kept."""
    oldest = time.time() - OLDEST.total_seconds()
    with os.scandir(root) as folders:
        for folder in folders:
            if folder.stat(follow_symlinks=False).st_mtime < oldest:
                shutil.rmtree(folder.path, ignore_errors=True)
