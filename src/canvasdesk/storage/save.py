"""The durable save: whatever dies or fails, the file on disk is the old one or the new one, whole.

The new bytes go to a file of their own in the same folder, reach the disk, and only then take the old file's
place. Where that would split a hard link or lose the owner, or is not permitted, the old file is overwritten,
but only after the new bytes are durable in the recovery folder.
"""

import errno
import hashlib
import os
import re
import secrets
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from os import PathLike
from pathlib import Path

from canvasdesk.storage.disk import (
    OPEN_FLAGS,
    dress,
    fill,
    make_private,
    move,
    opened_folder,
    refill,
    sync,
    sync_folder,
)
from canvasdesk.storage.errors import ChangedOnDisk, SaveCancelled, SaveError, not_saved, shown_name
from canvasdesk.words import translate

STALE_AFTER = 3600.0  # seconds after which no save that still runs can own a temporary file
PIECE = 256 * 1024  # bytes that are made durable at a time, so that a slow share shows how far it is

_OWN_TEMPORARY = re.compile(r"\.canvasdesk-[0-9a-f]{16}\.tmp")
_CANNOT_REPLACE = {
    getattr(errno, code) for code in ("EACCES", "EPERM", "EXDEV", "ENOSYS", "ENOTSUP", "EBUSY", "ETXTBSY")
}

Check = Callable[[], None]
"""The last look before the old file is touched; raises to keep it."""
Pause = Callable[[float], None]
"""What happens between the steps of a save, given the share of the file that is durable by then (0 to 1).

Raises `SaveCancelled` to end the save while the old file stands.
"""


def go_on(_share: float = 0) -> None:
    """Take the next step at once."""


class _UnconfirmedError(Exception):
    """The new bytes are in place, but the disk did not confirm it, for the reason in `fault`."""

    def __init__(self, fault: OSError) -> None:
        super().__init__()
        self.fault = fault


def digest(data: bytes) -> str:
    """Give the fingerprint by which a save recognises what was loaded (SHA-256 in hex)."""
    return hashlib.sha256(data).hexdigest()


def save_bytes(
    path: str | PathLike[str],
    data: bytes,
    *,
    recovery_dir: Path,
    expected: str | None = None,
    pause: Pause = go_on,
) -> str:
    """Make `data` the content of the file, durably, and give its digest.

    `expected` is the digest of what was loaded or last saved; None replaces whatever is there. Symbolic links
    are followed. `pause` is called last before the old file is touched. Raises `ChangedOnDisk` when the file
    holds something else by now, and `SaveError` for every other failure; unless the error says otherwise, the
    old file then stands.
    """
    name = shown_name(path)
    try:
        target = Path(path).resolve()
        check = partial(_refuse_changed, target, expected, name, pause)
        _put(target, data, _writable(target, name), recovery_dir, check, pause)
    except _UnconfirmedError as unconfirmed:
        raise SaveError(not_saved(name, unconfirmed.fault), digest(data)) from unconfirmed.fault
    except (OSError, RuntimeError, ValueError) as error:  # resolving a path may raise all three
        raise SaveError(not_saved(name, error)) from error
    return digest(data)


def put_private(target: Path, data: bytes) -> None:
    """Make `data` the durable content of a file for this user alone; raises `OSError`."""
    try:
        _replace(target, data, None, go_on, mode=0o600)
    except _UnconfirmedError as unconfirmed:
        raise unconfirmed.fault from None


def rescued(path: str | PathLike[str], recovery_dir: Path) -> Path | None:
    """Give the copy that an overwriting save left behind when it died half-way; None where all went well."""
    try:
        target = Path(path).resolve()
        copy = _copy_of(target, recovery_dir)
        unfinished = copy.is_file() and target.is_file() and copy.read_bytes() != target.read_bytes()
    except (OSError, RuntimeError, ValueError):
        return None
    return copy if unfinished else None


def sweep(folder: Path) -> None:
    """Delete the temporary files that dead saves of this user left in `folder`; never complains."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _OWN_TEMPORARY.fullmatch(entry.name):
                with suppress(OSError):
                    found = entry.stat(follow_symlinks=False)
                    mine = os.name == "nt" or found.st_uid == os.getuid()
                    if mine and stat.S_ISREG(found.st_mode) and time.time() - found.st_mtime > STALE_AFTER:
                        Path(entry.path).unlink()


def _writable(target: Path, name: str) -> os.stat_result | None:
    """Give what stands at `target`, None for nothing; refuses what a document cannot be."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), target)
    if not stat.S_ISREG(found.st_mode):
        raise SaveError(translate("Storage", "“{name}” was not saved: it is not a file.", name=name))
    if not found.st_mode & 0o222 or not os.access(target, os.W_OK):  # root may write it, but was asked not to
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), target)
    return found


def _refuse_changed(target: Path, expected: str | None, name: str, pause: Pause) -> None:
    with suppress(FileNotFoundError):  # nobody's work is lost by writing a file that is gone
        if expected is not None and digest(target.read_bytes()) != expected:
            raise ChangedOnDisk(
                translate("Storage", "“{name}” was not saved: it has changed since it was opened.", name=name)
            )
    pause(1)


def _put(
    target: Path, data: bytes, before: os.stat_result | None, recovery_dir: Path, check: Check, pause: Pause
) -> None:
    """Replace the file where that loses nothing, overwrite it elsewhere."""
    if before is None or before.st_nlink == 1:
        try:
            return _replace(target, data, before, check, pause)
        except OSError as error:
            if before is None or error.errno not in _CANNOT_REPLACE:
                raise
    return _overwrite(target, data, recovery_dir, check)


def _replace(
    target: Path,
    data: bytes,
    before: os.stat_result | None,
    check: Check,
    pause: Pause = go_on,
    mode: int = 0o666,
) -> None:
    """Write beside `target`, make that durable, and let it take the place; `mode` is for a new file."""
    with opened_folder(target.parent) as folder:  # first: what cannot be opened cannot be synced
        temporary = target.with_name(f".canvasdesk-{secrets.token_hex(8)}.tmp")  # short: any name has room
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | OPEN_FLAGS
        beside = os.open(temporary, flags, mode if before is None else 0o600)
        try:
            try:
                _fill(beside, data, pause)
                if before is not None:
                    dress(beside, target, before)
                sync(beside)
            finally:
                os.close(beside)
            check()
            move(temporary, target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        try:
            sync_folder(folder)
        except OSError as error:
            raise _UnconfirmedError(error) from error


def _fill(beside: int, data: bytes, pause: Pause) -> None:
    """Write all of `data`; of a large one piece after piece reaches the disk, with a pause after each."""
    for start in range(0, len(data), PIECE):
        if start:
            sync(beside)
            pause(start / len(data))
        fill(beside, data[start : start + PIECE])


def _overwrite(target: Path, data: bytes, recovery_dir: Path, check: Check) -> None:
    """Write into the file itself; until that is done, its new content is durable in the recovery folder."""
    copy = _copy_of(target, recovery_dir)
    make_private(recovery_dir)
    try:
        _replace(copy, data, None, go_on, mode=0o600)
    except _UnconfirmedError as unconfirmed:
        _forget(copy)
        raise unconfirmed.fault from None
    try:
        check()
        _write_into(target, data, copy)
    except (OSError, ChangedOnDisk, SaveCancelled):
        _forget(copy)
        raise
    _forget(copy)


def _write_into(target: Path, data: bytes, copy: Path) -> None:
    old = target.read_bytes()
    place = os.open(target, os.O_WRONLY | OPEN_FLAGS)
    try:
        refill(place, data)
    except OSError:
        _restore(place, old, target, copy)
        raise
    finally:
        with suppress(OSError):  # all is on disk by now, or an error is on its way
            os.close(place)


def _restore(place: int, old: bytes, target: Path, copy: Path) -> None:
    """Put the old content back; where that fails too, say where the new one lies."""
    try:
        refill(place, old)
    except OSError as error:
        said = translate(
            "Storage", "The disk failed during the save; your work is kept in “{copy}”.", copy=copy
        )
        left = None
        with suppress(OSError):
            left = digest(target.read_bytes())
        raise SaveError(said, left) from error


def _copy_of(target: Path, recovery_dir: Path) -> Path:
    """Give the one place for the copy of an overwriting save, found again by the file's full path."""
    return recovery_dir / f"overwriting-{digest(os.fsencode(target))[:24]}.canvasdesk"


def _forget(copy: Path) -> None:
    with suppress(OSError):
        copy.unlink()
