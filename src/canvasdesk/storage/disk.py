"""Single steps on the disk: bytes into a file, bytes made durable, one file dressed as another."""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

OPEN_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)

_HELD = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}  # another process has the lock
_CANNOT_SYNC_FOLDERS = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}  # what network and FUSE mounts answer
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0) if os.name == "nt" else ()  # seconds


def fill(file: int, data: bytes) -> None:
    """Write all of `data` at the descriptor's position."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]  # the system may take less than it was given


def refill(file: int, data: bytes) -> None:
    """Make `data` all that the open file holds, durably."""
    os.lseek(file, 0, os.SEEK_SET)
    fill(file, data)
    os.ftruncate(file, len(data))
    sync(file)


def sync(file: int) -> None:
    """Make the file's bytes durable; after an error this descriptor can promise nothing any more."""
    if sys.platform == "darwin":
        fcntl.fcntl(file, fcntl.F_FULLFSYNC)  # there, fsync leaves the bytes in the drive's own memory
    else:
        os.fsync(file)


def hold(file: int) -> bool:
    """Lock an open file until it is closed or its process ends; False where somebody else has it.

    A file system that knows no locks holds nothing against anybody.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD
    return True


@contextmanager
def opened_folder(path: Path) -> Iterator[int | None]:
    """Give a descriptor of the folder; None on Windows, which opens no folders."""
    if sys.platform == "win32":
        yield None
        return
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield folder
    finally:
        with suppress(OSError):  # nothing was written through it
            os.close(folder)


def sync_folder(folder: int | None) -> None:
    """Make the names in an opened folder durable, where its file system can."""
    if folder is not None:
        try:
            os.fsync(folder)
        except OSError as error:
            if error.errno not in _CANNOT_SYNC_FOLDERS:
                raise


def make_private(folder: Path) -> None:
    """Create `folder` and those above it, durably, for this user alone."""
    if not folder.is_dir():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        with opened_folder(folder.parent) as parent:
            sync_folder(parent)


def dress(new: int, old: Path, before: os.stat_result) -> None:
    """Give a new file the owner, access list, marks and mode of the old; raises where one cannot be kept."""
    if sys.platform == "win32":
        return
    now = os.fstat(new)
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        os.fchown(new, before.st_uid, before.st_gid)
    if sys.platform == "linux":
        marks = _marks(old)
        for mark in marks:
            os.setxattr(new, mark, os.getxattr(old, mark))
        for mark in _marks(new) - marks:  # a folder may hand access rights on to every new file
            os.removexattr(new, mark)
    if stat.S_IMODE(os.fstat(new).st_mode) != stat.S_IMODE(before.st_mode):
        os.fchmod(new, stat.S_IMODE(before.st_mode))


def move(new: Path, old: Path) -> None:
    """Let `new` take the place of `old`; on Windows, wait 2.55 s at most for scanners that hold it."""
    for wait in _WAITS:
        try:
            new.replace(old)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    new.replace(old)


def _marks(file: int | Path) -> set[str]:
    """Give the names of the extended attributes that are the user's or say who has access."""
    if sys.platform != "linux":
        return set()
    try:
        names = os.listxattr(file)
    except OSError as error:
        if error.errno != errno.ENOTSUP:
            raise
        return set()
    return {name for name in names if name.startswith("user.") or name == "system.posix_acl_access"}
