"""Who has a document open: a small file beside it, which others find when they open it too.

It keeps nobody from anything. What a save must not overwrite is known by its content; the lock only lets
people know of each other before they work on the same file.
"""

import json
import os
import secrets
import socket
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from getpass import getuser
from pathlib import Path
from threading import Lock as Mutex
from threading import Thread
from typing import TypeVar

from canvasdesk.storage.disk import OPEN_FLAGS, fill
from canvasdesk.storage.errors import shown
from canvasdesk.words import translate

T = TypeVar("T")

PATIENCE = 1.0  # seconds that a share has to answer before a document is opened without a lock
STALE_AFTER = timedelta(days=7)  # nobody on another machine works as long without a break
_LONGEST = 4096  # bytes of a lock file
_TURNS = 3  # in each of them somebody else may come first


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a document open: the user and the machine as they are to be shown, and since when.

    Where the lock file does not tell, `user` is "somebody" and the rest is empty.
    """

    user: str
    host: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock of ours: its file, and the mark in it by which it is known again."""

    file: Path
    mark: str


def take(path: Path, *, over: bool = False, patience: float = PATIENCE) -> Lock | Holder | None:
    """Lock the document at `path`, or give who has it; `over` takes it from whoever that is.

    None where there can be no lock: the folder cannot be written, or does not answer within `patience`
    seconds. Locks of programs that are dead count for nothing, nor do those older than `STALE_AFTER`.
    """
    return _in_time(lambda: _take(path, over=over), patience, late=_release)


def release(lock: Lock, patience: float = PATIENCE) -> None:
    """Remove a lock, if it is still ours and its folder answers within `patience` seconds."""
    _in_time(lambda: _release(lock), patience)


def _in_time(do: Callable[[], T], patience: float, late: Callable[[T], None] | None = None) -> T | None:
    """Give what `do` gives, or None where that takes too long; then it goes to `late`, whenever it comes."""
    found: list[T] = []
    mutex, waiting = Mutex(), [True]

    def run() -> None:
        made = do()
        with mutex:
            found.append(made)
            in_time = bool(waiting)
        if late and not in_time:
            late(made)

    thread = Thread(target=run, daemon=True)  # one that hangs must not keep the program from ending
    thread.start()
    thread.join(patience)
    with mutex:
        waiting.clear()
        return found[0] if found else None


def _take(path: Path, *, over: bool) -> Lock | Holder | None:
    try:
        target = path.resolve()
        lock = Lock(target.with_name(f".~{target.name}.lock"), secrets.token_hex(8))
        for _ in range(_TURNS):
            if _written(lock):
                return lock
            if not over and (holder := _holder(lock.file)):
                return holder
            lock.file.unlink(missing_ok=True)
    except (OSError, RuntimeError, ValueError):  # resolving a path may raise all three
        return None
    return None


def _written(lock: Lock) -> bool:
    """Write a lock file where there is none; say whether there was none."""
    record = {
        "user": _user(),
        "host": socket.gethostname(),
        "process": os.getpid(),
        "began": _began(os.getpid()),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
        "mark": lock.mark,
    }
    try:
        file = os.open(lock.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | OPEN_FLAGS, 0o666)
    except FileExistsError:
        return False
    try:
        fill(file, json.dumps(record).encode("ascii"))
    except OSError:
        lock.file.unlink()
        raise
    finally:
        os.close(file)
    return True


def _release(lock: Lock | Holder | None) -> None:
    with suppress(OSError, ValueError, TypeError, RecursionError):
        if isinstance(lock, Lock) and _record(lock.file).get("mark") == lock.mark:
            lock.file.unlink()


def _holder(file: Path) -> Holder | None:
    """Give who holds a lock; None where nobody does any more, or this very process."""
    somebody = translate("Lock", "somebody")
    try:
        record = _record(file)
        since = datetime.fromisoformat(str(record["since"]))
        here = record["host"] == socket.gethostname()
        if _is_dead(record) if here else datetime.now(UTC) - since > STALE_AFTER:
            return None
        return Holder(shown(str(record["user"])) or somebody, shown(str(record["host"])), since)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Holder(somebody)


def _record(file: Path) -> dict[str, object]:
    """Give what a lock file says; raises `OSError`, `ValueError`, `TypeError` or `RecursionError`."""
    place = os.open(file, os.O_RDONLY | OPEN_FLAGS | getattr(os, "O_NONBLOCK", 0))
    try:
        if not stat.S_ISREG(os.fstat(place).st_mode):
            raise ValueError("not a file")
        record = json.loads(os.read(place, _LONGEST))
    finally:
        os.close(place)
    if not isinstance(record, dict):
        raise TypeError("not a record")
    return record


def _is_dead(record: dict[str, object]) -> bool:
    """Say whether the process of a record of this machine has ended, or is this one; raises `TypeError`."""
    process = record["process"]
    if not isinstance(process, int) or process <= 0:
        raise TypeError("not a process")
    if sys.platform == "win32":  # there, asking would end it
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False  # it is another user's
    return process == os.getpid() or record["began"] != _began(process)


def _began(process: int) -> str:
    """Tell a process from all others that had its number; "" where the system does not say."""
    try:
        stated = Path(f"/proc/{process}/stat").read_text(errors="replace")
    except OSError:
        return ""
    return stated.rpartition(")")[2].split()[19]  # the twenty-second field: when it was started


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError):  # a user without a name, as containers have them
        return ""
