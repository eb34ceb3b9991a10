"""Saving in the background: the window goes on while the disk, or a slow share, takes its time."""

import errno
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from canvasdesk.session.aside import aside
from canvasdesk.session.document import Document, Saving
from canvasdesk.storage.errors import SaveCancelled, SaveError, not_saved, shown_name
from canvasdesk.words import translate

SLOW = 1000  # milliseconds until it is worth telling that a save is under way
PATIENCE = 1000  # milliseconds that a cancelled save has to come to its end before it is left behind
BREATH = (
    0.004  # seconds for the window after each millisecond of work, in which Python does one thing at a time
)


@dataclass(slots=True, eq=False)
class _Run:
    """A save in its thread, how much of its file is durable (0 to 1), and the way to end it."""

    saving: Saving
    share: float = 0
    cancelled: Event = field(default_factory=Event)

    @property
    def name(self) -> str:
        return shown_name(self.saving.path)


class Saver(QObject):
    """Saves `document` in a thread, one save after the other, each with the newest value when its turn comes.

    `begun` says that a save is under way, `slow` carries a sentence about one that takes long. `saved` has
    the digest and the workspace that are durable now, `failed` the `SaveError`. A cancelled save fails with
    `SaveCancelled` and leaves the old file, unless the new one was in its place already: then it is saved.
    One whose disk does not answer even to that is left behind; nothing more is written to its file until it
    does.
    """

    begun = Signal()
    saved = Signal(str, object)
    failed = Signal(object)
    slow = Signal(str)
    _idle = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._run: _Run | None = None
        self._waiting: list[Path | None] = []
        self._left_behind: list[_Run] = []
        self._failure: SaveError | None = None
        self._slow = self._timer(SLOW, self._tell_slow)
        self._patience = self._timer(PATIENCE, self._leave_behind)

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(then)
        return timer

    @property
    def busy(self) -> bool:
        """Whether a save is under way."""
        return self._run is not None

    @property
    def share(self) -> float:
        """How much of the file the save under way has made durable, from 0 to 1."""
        return self._run.share if self._run else 0

    def save(self, path: Path | None = None) -> None:
        """Save to `path`, or to the document's own file, as soon as the save under way is over."""
        if not self.busy:
            self._begin(path)
        elif path not in self._waiting:
            self._waiting.append(path)

    def cancel(self) -> None:
        """End the save under way while the old file stands, and forget those that wait."""
        self._waiting.clear()
        if self._run:
            self._run.cancelled.set()
            self._patience.start()

    def wait(self) -> SaveError | None:
        """Let the window live until all is saved; give the error of the last save, None where it is saved."""
        if self._run:
            loop, name = QEventLoop(), self._run.name
            self._idle.connect(loop.quit)
            loop.exec()
            if self.busy:  # the program ends
                return SaveCancelled(name)
        return self._failure

    def _begin(self, path: Path | None) -> None:
        try:
            run = _Run(self._document.begin_save(path))
        except SaveError as refused:
            self._fail(refused)
            return
        if run.saving.path in [other.saving.path for other in self._left_behind]:
            self._conclude(run, SaveError(not_saved(run.name, TimeoutError(errno.ETIMEDOUT, ""))))
            return
        self._run = run
        self._slow.start()
        try:
            aside(partial(_write, run), partial(self._end, run), self)
        except OSError as error:
            self._conclude(run, SaveError(not_saved(run.name, error)))
        else:
            self.begun.emit()

    def _end(self, run: _Run, outcome: str | SaveError | None) -> None:
        if outcome is None:
            outcome = SaveError(
                translate("Saving", "“{name}” was not saved: canvasdesk made a mistake.", name=run.name)
            )
        if run is self._run:
            self._conclude(run, outcome)
            return
        self._left_behind.remove(run)
        if isinstance(outcome, str) and run.saving.own:  # it was cancelled too late
            self._succeed(run, outcome)

    def _leave_behind(self) -> None:
        if self._run:
            self._left_behind.append(self._run)
            self._conclude(self._run, SaveCancelled(self._run.name))

    def _conclude(self, run: _Run, outcome: str | SaveError) -> None:
        """Tell how a save ended and let the next one begin."""
        self._run = None
        self._slow.stop()
        self._patience.stop()
        if isinstance(outcome, str):
            self._succeed(run, outcome)
        else:
            self._document.end_save(run.saving, outcome)
            self._fail(outcome)
        if self._waiting and not self.busy:
            self._begin(self._waiting.pop(0))
        if not self.busy:
            self._idle.emit()

    def _succeed(self, run: _Run, digest: str) -> None:
        self._failure = None
        self._document.end_save(run.saving, digest)
        self.saved.emit(digest, run.saving.workspace)

    def _fail(self, error: SaveError) -> None:
        self._failure = error
        self.failed.emit(error)

    def _tell_slow(self) -> None:
        if self._run:
            self.slow.emit(
                translate("Saving", "Saving “{name}”: its folder is slow to answer.", name=self._run.name)
            )


def _write(run: _Run) -> str | SaveError:
    """Save in this thread and give how that ended."""
    try:
        return run.saving.write(partial(_breathe, run))
    except SaveError as failed:
        return failed


def _breathe(run: _Run, share: float) -> None:
    run.share = share
    if run.cancelled.wait(BREATH):
        raise SaveCancelled(run.name)
