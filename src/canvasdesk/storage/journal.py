"""The journal of what was committed since the last save, so that a program that dies loses none of it.

Each change is written at once, which outlives the program, and synced soon after, which outlives the machine.
"""

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import write
from canvasdesk.storage.disk import fill, move, opened_folder, sync, sync_folder
from canvasdesk.storage.frames import LARGEST, framed
from canvasdesk.storage.records import record
from canvasdesk.storage.recovery import Origin, base, changes_since, claim, create, discard, sweep_before

PATIENCE = 0.25  # seconds until a change is synced, with all that came after it


@dataclass
class _Chapter:
    """A base and the file of changes since, with its size; `rooted` once the disk has confirmed the base."""

    folder: Path
    number: int
    file: int
    size: int = 0
    rooted: bool = False


class Journal:
    """Keeps the present value of one document on disk; nothing that the disk does comes back as an error.

    The first fault since the last `discard` is `told`, maybe by another thread. Whatever becomes of it, the
    journal begins anew with the whole value as soon as it can. `origin` is asked whenever a folder is made.
    """

    def __init__(
        self, recovery_dir: Path, origin: Callable[[], Origin], told: Callable[[OSError], None]
    ) -> None:
        self._recovery_dir, self._origin, self._told = recovery_dir, origin, told
        self._mutex = threading.RLock()  # never held while the disk is waited for
        self._folder: Path | None = None
        self._lock = -1
        self._chapter: _Chapter | None = None
        self._present: Workspace | None = None
        self._count = 0
        self._faulted = False
        self._clock: threading.Timer | None = None

    def append(self, workspace: Workspace) -> None:
        """Keep a value that was committed."""
        with self._mutex:
            self._count += 1
            try:
                self._put(workspace)
            except OSError as fault:
                self._tell(fault)
                self._begin_if_possible(workspace)
            self._present = workspace
            self._sync_later()

    @property
    def folder(self) -> Path | None:
        """Where the journal lies; None while there is nothing to keep, or no place for it."""
        return self._folder if self._chapter else None

    def sync(self) -> bool:
        """Make durable what was appended, and say whether all of it is.

        This happens by itself, a quarter of a second later at most.
        """
        chapter = None
        try:
            with self._mutex:
                self._stop_clock()
                if self._chapter is None and self._present:
                    self._begin(self._present)  # there may be room for it by now
                chapter = self._chapter
                if chapter is None:
                    return True
                file = os.dup(chapter.file)
            _make_durable(chapter, file)
        except OSError as fault:
            return self._sync_anew(chapter, fault)
        return True

    def _sync_anew(self, chapter: _Chapter | None, fault: OSError) -> bool:
        with self._mutex:
            if chapter is not self._chapter or self._present is None:
                return False
            if not self._tell(fault):  # once: a disk that never syncs is not asked for ever
                self._leave()
                return False
            self._begin_if_possible(self._present)
        return self.sync()

    def discard(self) -> None:
        """Delete the journal: all of it is saved, or nobody wants it."""
        with self._mutex:
            folder = self._folder
            self.close()
            self._count, self._faulted = 0, False
        if folder:
            discard(folder)

    def close(self) -> None:
        """Let go of the journal and leave it to be recovered."""
        with self._mutex:
            self._stop_clock()
            self._leave()
            if self._folder:
                _close(self._lock)
            self._folder = self._present = None

    def _put(self, workspace: Workspace) -> None:
        """Write what has changed, or everything where there is no journal yet or this one is too long."""
        if self._chapter and self._present:
            frame = framed(record(self._present, workspace))
            if self._chapter.size + len(frame) <= LARGEST:
                fill(self._chapter.file, frame)
                self._chapter.size += len(frame)
                return
        self._begin(workspace)

    def _begin(self, workspace: Workspace) -> None:
        self._leave()
        if self._folder and not self._folder.is_dir():
            self.close()
        if self._folder is None:
            self._folder, self._lock = claim(self._recovery_dir, self._origin())
        whole = base(self._folder, self._count)
        temporary = whole.with_suffix(".tmp")
        file = create(temporary)
        try:
            fill(file, write(workspace))
        finally:
            os.close(file)
        changes = create(changes_since(self._folder, self._count))
        try:
            move(temporary, whole)
        except OSError:
            _close(changes)
            raise
        self._chapter = _Chapter(self._folder, self._count, changes)

    def _begin_if_possible(self, workspace: Workspace) -> None:
        self._leave()
        with suppress(OSError):  # it is told, and the next change tries again
            self._begin(workspace)

    def _leave(self) -> None:
        if self._chapter:
            _close(self._chapter.file)
        self._chapter = None

    def _tell(self, fault: OSError) -> bool:
        """Tell of a fault, unless one was told already; say whether this was the first."""
        first, self._faulted = not self._faulted, True
        if first:
            self._told(fault)
        return first

    def _sync_later(self) -> None:
        if self._clock is None and self._chapter:
            self._clock = threading.Timer(PATIENCE, self.sync)
            self._clock.daemon = True
            self._clock.start()

    def _stop_clock(self) -> None:
        if self._clock:
            self._clock.cancel()
        self._clock = None


def _make_durable(chapter: _Chapter, file: int) -> None:
    """Sync the changes through `file`, which is closed, and before the first time the base and all names."""
    try:
        if not chapter.rooted:
            whole = os.open(base(chapter.folder, chapter.number), os.O_RDWR)
            try:
                sync(whole)
            finally:
                _close(whole)
            for folder in (chapter.folder, chapter.folder.parent):
                with opened_folder(folder) as opened:
                    sync_folder(opened)
        sync(file)
    finally:
        _close(file)
    if not chapter.rooted:
        chapter.rooted = True
        sweep_before(chapter.folder, chapter.number)


def _close(file: int) -> None:
    with suppress(OSError):  # what counts was synced or is lost already
        os.close(file)
