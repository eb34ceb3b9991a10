"""Workspaces in files: loading that never hangs, saving that never loses."""

import os
import stat
from dataclasses import replace
from datetime import datetime
from os import PathLike
from pathlib import Path

from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import Loaded, read, write
from canvasdesk.storage.errors import ReadError, SaveError, not_read, shown_name
from canvasdesk.storage.guard import MAX_BYTES, MAX_PARTS, guarded
from canvasdesk.storage.save import Pause, digest, go_on, rescued, save_bytes
from canvasdesk.storage.versions import keep
from canvasdesk.words import translate


def load(path: str | PathLike[str]) -> Loaded:
    """Give the workspace in a file; raises `ReadError` with one sentence and never touches the file."""
    name = shown_name(path)
    return read(content(Path(path), name), name)


def load_unfinished(path: str | PathLike[str], recovery_dir: Path) -> Loaded | None:
    """Give what the last save of a file was to write, where it died half-way; None for all other files.

    Its digest is that of what the file holds instead.
    """
    copy = rescued(path, recovery_dir)
    try:
        held = fingerprint(path) if copy else None
        return replace(load(copy), digest=held) if copy and held else None
    except ReadError:
        return None


def fingerprint(path: str | PathLike[str]) -> str | None:
    """Give the digest of what a file holds, None where there is none; raises `ReadError`."""
    try:
        return digest(content(Path(path), shown_name(path)))
    except ReadError as error:
        if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
            return None
        raise


def save(
    path: str | PathLike[str],
    workspace: Workspace,
    *,
    recovery_dir: Path,
    expected: str | None = None,
    pause: Pause = go_on,
    as_version: bool = False,
) -> str:
    """Write the workspace into a file, durably, and give the digest that the next save must expect.

    `expected` is the digest of what was loaded or last saved; None replaces whatever is there. `pause` is
    called often on the way, and last before the old file is touched. `as_version` keeps what was saved for
    later. Raises `ChangedOnDisk` and `SaveError` as `save_bytes` does, and `SaveError` for what could not be
    opened again.
    """
    data = write(workspace, pause)
    refuse_unreadable(data, shown_name(path))
    saved = save_bytes(path, data, recovery_dir=recovery_dir, expected=expected, pause=pause)
    if as_version:
        keep(Path(path), data, datetime.now().astimezone())
    return saved


def refuse_unreadable(data: bytes, name: str) -> None:
    """Raise `SaveError` where the file shown as `name`, if it held `data`, could not be opened again."""
    if len(data) > MAX_BYTES:
        raise SaveError(
            translate("Storage", "“{name}” was not saved: it would be larger than 10 MB.", name=name)
        )
    if data.count(b"{") + data.count(b"[") > MAX_PARTS:  # there are fewer where some stand in texts
        try:
            guarded(data, name)
        except ReadError as error:
            raise SaveError(
                translate("Storage", "“{name}” was not saved: it would have too many parts.", name=name)
            ) from error


def content(path: Path, name: str, most: int = MAX_BYTES + 1) -> bytes:
    """Give the bytes of the file shown as `name`, at most so many; by default one more than is allowed.

    Raises `ReadError` with one sentence for whatever is no file.
    """
    try:
        _refuse_other_kinds(path.stat(), name)  # before opening: some devices act on being opened
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(file, "rb") as opened:
            _refuse_other_kinds(os.fstat(file), name)  # it may be another one by now
            return opened.read(most)
    except (OSError, ValueError) as error:  # a path with a zero byte is a ValueError
        raise ReadError(not_read(name, error)) from error


def _refuse_other_kinds(found: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise ReadError(translate("Storage", "“{name}” cannot be opened: it is a folder.", name=name))
    if not stat.S_ISREG(found.st_mode):
        raise ReadError(translate("Storage", "“{name}” cannot be opened: it is not a file.", name=name))
