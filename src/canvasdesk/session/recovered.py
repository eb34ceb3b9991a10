"""Work that was never saved, read from its journal, beside what its file holds by now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from canvasdesk.editing.changes import changes
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import Loaded
from canvasdesk.storage.errors import ReadError
from canvasdesk.storage.files import load, load_unfinished
from canvasdesk.storage.recovery import Origin, origin, recover
from canvasdesk.words import translate


@dataclass(frozen=True, slots=True)
class Recovered:
    """The workspace in the journal `folder`; once compared with its file, what is to be known of the two.

    `saved` is what the file holds where nobody else has touched it, `changes` say what came after that, and
    `warning` says what is wrong with the file.
    """

    folder: Path
    origin: Origin
    loaded: Loaded
    saved: Workspace | None = None
    changes: tuple[str, ...] = ()
    warning: str = ""

    @property
    def path(self) -> Path | None:
        """The document's file, None where it never had one."""
        return Path(self.origin.path) if self.origin.path else None


def recovered(folder: Path) -> Recovered:
    """Read a journal; raises `ReadError` with one sentence where it is damaged."""
    return Recovered(folder, origin(folder), recover(folder))


def compared(work: Recovered) -> Recovered:
    """Give `work` with what its file holds by now; this may wait for a slow share."""
    if work.path is None:
        return work
    try:
        file = load(work.path)
    except ReadError as error:
        return _with_unreadable(work, work.path, error)
    since = changes(file.workspace, work.loaded.workspace)
    if not since:
        said = translate("Recovery", "All of this is in the file already.")
        now = replace(work.origin, digest=file.digest)
        return replace(work, origin=now, loaded=file, saved=file.workspace, changes=(said,))
    if file.digest == work.origin.digest:
        return replace(work, saved=file.workspace, changes=since)
    warning = translate(
        "Recovery", "The file has been changed since. Restoring does not touch it: both are kept."
    )
    return replace(work, warning=warning)


def _with_unreadable(work: Recovered, path: Path, error: ReadError) -> Recovered:
    if unfinished := load_unfinished(path, work.folder.parent):
        now = replace(work.origin, digest=unfinished.digest)  # what our own save left may be overwritten
        cut_short = translate(
            "Recovery", "The last save of the file was cut short. Saving what is restored mends it."
        )
        return replace(work, origin=now, warning=cut_short)
    gone = translate("Recovery", "The file is not there any more. Saving what is restored makes it again.")
    return replace(work, warning=gone if isinstance(error.__cause__, FileNotFoundError) else str(error))


class Comparison(QObject):
    """Compares work with files that may be far away, in a thread of its own; `done` carries each in turn."""

    done = Signal(object)

    def start(self, works: Sequence[Recovered]) -> None:
        """Begin with the first of `works`."""
        Thread(target=self._run, args=(works,), daemon=True).start()

    def _run(self, works: Sequence[Recovered]) -> None:
        for work in works:
            self.done.emit(compared(work))
