"""Journals that dead programs left behind: found, read like any file, thrown away.

A journal is a folder with a base, which is a whole file of ours, and the changes since. The number of a base
says how many changes it holds; the highest counts, and older ones stay until the disk has confirmed it.
"""

import json
import os
import platform
import re
import secrets
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from canvasdesk.model.value import now
from canvasdesk.storage.codec import Loaded, read
from canvasdesk.storage.disk import OPEN_FLAGS, fill, hold, make_private
from canvasdesk.storage.errors import ReadError, shown
from canvasdesk.storage.files import content
from canvasdesk.storage.frames import LARGEST, frames
from canvasdesk.storage.guard import guarded
from canvasdesk.storage.records import document_of, tree_of, update
from canvasdesk.storage.save import STALE_AFTER
from canvasdesk.words import translate

_FOLDER = re.compile(r"journal-[0-9a-f]{16}")
_PART = re.compile(r"(?:base|changes)-([0-9]{1,9})\.(?:canvasdesk|tmp|records)")
_LOCK, _ORIGIN = "lock", "origin.json"
_LONGEST_ORIGIN = 100_000  # bytes


@dataclass(frozen=True, slots=True)
class Origin:
    """The document of a journal: its file and the digest of what that held, "" without one, and its title."""

    path: str = ""
    digest: str = ""
    title: str = ""

    @property
    def name(self) -> str:
        """The file's name without its ending, or the title, fit to be shown; may be empty."""
        return shown(Path(self.path).stem or self.title)


@dataclass(frozen=True, slots=True)
class Recoverable:
    """Work that was not saved: whose it is, when it last changed and how many changes would be lost."""

    folder: Path
    origin: Origin
    changed: datetime
    changes: int


def recoverable(recovery_dir: Path) -> tuple[Recoverable, ...]:
    """Give the work that no living program looks after, the latest first; sweeps what is empty and old."""
    try:
        folders = [path for path in recovery_dir.iterdir() if _FOLDER.fullmatch(path.name)]
    except OSError:
        return ()
    found = []
    for folder in folders:
        with suppress(OSError):
            if folder.is_symlink() or not folder.is_dir() or _held(folder):
                continue
            if bases := _bases(folder):
                found.append(_described(folder, bases[0]))
            elif time.time() - folder.stat().st_mtime > STALE_AFTER:
                discard(folder)
    return tuple(sorted(found, key=lambda each: each.changed, reverse=True))


def is_journal(path: Path) -> bool:
    """Say whether `path` is the folder of a journal."""
    return _FOLDER.fullmatch(path.name) is not None and path.is_dir()


def recover(folder: Path) -> Loaded:
    """Give the workspace in a journal; raises `ReadError` with one sentence where it is damaged."""
    name = origin(folder).name or folder.name
    refusals: list[ReadError] = []
    try:
        bases = _bases(folder)
    except OSError:
        bases = []
    for number in bases:
        try:
            return _replayed(folder, number, name)
        except ReadError as refusal:  # a power cut may have torn the newest
            refusals.append(refusal)
    raise refusals[0] if refusals else _damaged(name)


def origin(folder: Path) -> Origin:
    """Give what a journal says of its document, as far as that can be read: the work counts, not its name."""
    try:
        found = json.loads(content(folder / _ORIGIN, _ORIGIN, _LONGEST_ORIGIN))
        return Origin(*(str(found.get(field, "")) for field in Origin.__dataclass_fields__))
    except (ReadError, ValueError, AttributeError, RecursionError):
        return Origin()


def discard(folder: Path) -> None:
    """Delete a journal, in an order in which its death half-way never brings older work back."""
    with suppress(OSError):
        sweep_before(folder, None)
        for name in (_ORIGIN, _LOCK):
            with suppress(FileNotFoundError):
                (folder / name).unlink()
        folder.rmdir()


def claim(recovery_dir: Path, origin: Origin) -> tuple[Path, int]:
    """Make a folder for a new journal and give it with the descriptor of the lock that keeps others away."""
    make_private(recovery_dir)
    folder = recovery_dir / f"journal-{secrets.token_hex(8)}"
    folder.mkdir(mode=0o700)
    try:
        lock = create(folder / _LOCK)
        try:
            hold(lock)
            owner = {"began": now().isoformat(), "process": os.getpid(), "host": platform.node()}
            about = create(folder / _ORIGIN)
            try:
                fill(about, json.dumps({**asdict(origin), **owner}).encode())
            finally:
                os.close(about)
        except OSError:
            os.close(lock)
            raise
    except OSError:
        discard(folder)
        raise
    return folder, lock


def create(path: Path) -> int:
    """Open a new private file for writing, or an old one emptied; give its descriptor."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | OPEN_FLAGS, 0o600)


def base(folder: Path, number: int) -> Path:
    """Give the place of the base that holds so many changes."""
    return folder / f"base-{number}.canvasdesk"


def changes_since(folder: Path, number: int) -> Path:
    """Give the place of the changes since that base."""
    return folder / f"changes-{number}.records"


def sweep_before(folder: Path, number: int | None) -> None:
    """Delete bases and changes with lower numbers, all of them for None; raises `OSError`."""
    found = ((path, _PART.fullmatch(path.name)) for path in folder.iterdir())
    old = [(int(part[1]), path.name, path) for path, part in found if part]
    for its, _, path in sorted(old):  # of equal numbers the base goes first: without it, changes are nothing
        if number is None or its < number:
            path.unlink(missing_ok=True)


def _held(folder: Path) -> bool:
    """Say whether a program that lives has the journal."""
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR | OPEN_FLAGS)
    except FileNotFoundError:
        return False
    try:
        return not hold(lock)
    finally:
        os.close(lock)


def _bases(folder: Path) -> list[int]:
    """Give the numbers of the bases, the highest first."""
    numbers = (int(part[1]) for path in folder.iterdir() if (part := _PART.fullmatch(path.name)))
    return sorted({number for number in numbers if base(folder, number).exists()}, reverse=True)


def _described(folder: Path, number: int) -> Recoverable:
    files = [path for path in (base(folder, number), changes_since(folder, number)) if path.exists()]
    changed = max(path.stat().st_mtime for path in files)
    count = number + sum(1 for _ in frames(_records(folder, number)))
    return Recoverable(folder, origin(folder), datetime.fromtimestamp(changed).astimezone(), count)


def _records(folder: Path, number: int) -> bytes:
    try:
        return content(changes_since(folder, number), folder.name, LARGEST)
    except ReadError:
        return b""  # its owner died between base and changes


def _replayed(folder: Path, number: int, name: str) -> Loaded:
    found = guarded(content(base(folder, number), name), name)
    tree = tree_of(found.document)
    header = {key: found.document[key] for key in ("format", "version")}
    try:
        for record in frames(_records(folder, number)):
            update(tree, json.loads(record))
        whole = json.dumps({**document_of(tree), **header}, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise _damaged(name) from error
    return read(whole, name)


def _damaged(name: str) -> ReadError:
    return ReadError(translate("Storage", "The unsaved work on “{name}” is damaged.", name=name))
