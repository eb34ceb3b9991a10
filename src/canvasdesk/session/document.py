"""The open document: one door through which every change goes, and one signal that tells of it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from canvasdesk.editing.history import History, Step
from canvasdesk.model.value import Value, evolve, forget_derived, now
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import Loaded
from canvasdesk.storage.errors import SaveError
from canvasdesk.storage.files import load, save
from canvasdesk.storage.save import Pause, go_on, sweep
from canvasdesk.words import translate


@dataclass(frozen=True, slots=True)
class Saving:
    """One save of a document: what is written where, and what must stand there (by its digest) before."""

    path: Path
    history: History
    workspace: Workspace
    own: bool
    expected: str | None
    recovery_dir: Path

    def write(self, pause: Pause = go_on) -> str:
        """Write durably, in any thread, and give the digest of what was written; raises `SaveError`."""
        return save(
            self.path,
            evolve(self.workspace, modified=now()),
            recovery_dir=self.recovery_dir,
            expected=self.expected,
            pause=pause,
            as_version=True,
        )


class Document(QObject):
    """A workspace with its history and its file.

    `changed` carries the step of each change once; undo sends the step reversed. `replaced` says that another
    workspace was put in place, `saved` that the present one is durable in its file, `state_changed` that
    path, dirtiness, saved time or history moved.
    """

    changed = Signal(object)
    replaced = Signal()
    saved = Signal()
    state_changed = Signal()

    def __init__(self, workspace: Workspace, recovery_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recovery_dir = recovery_dir
        self._put(workspace)

    def _put(
        self,
        workspace: Workspace,
        path: Path | None = None,
        digest: str | None = None,
        *,
        read_only: bool = False,
        notices: tuple[str, ...] = (),
    ) -> None:
        self._history = History(workspace)
        self._saved: Workspace | None = workspace
        self._digest = digest
        self._gone = False
        self._saving: Saving | None = None
        self.path = path
        self.read_only = read_only
        self.notices = notices
        self.saved_at: datetime | None = None

    @property
    def workspace(self) -> Workspace:
        """The present value."""
        return self._history.present

    @property
    def history(self) -> History:
        """The steps done and undone; to be read, not driven."""
        return self._history

    @property
    def digest(self) -> str | None:
        """The digest of what was loaded or saved last; None before that and during a save."""
        return None if self._saving else self._digest

    @property
    def expected(self) -> str | None:
        """What the next save expects in the file; None where it replaces whatever is there."""
        return self._digest

    @property
    def dirty(self) -> bool:
        """Whether something would be lost without saving."""
        return self._gone or self.workspace is not self._saved

    @property
    def common(self) -> Workspace | None:
        """What its file held when we last knew of it, with which others began too; None if that is lost."""
        return self._saved

    @property
    def name(self) -> str:
        """The file's name without its ending, the workspace's title before it has a file; may be empty."""
        return self.path.stem if self.path else self.workspace.title

    def commit(self, label: str, workspace: Workspace, merge_key: str | None = None) -> bool:
        """Make `workspace` the present value under `label`; say whether that changed anything."""
        step = None if self.read_only else self._history.record(label, workspace, merge_key)
        return self._tell(step)

    def seal(self) -> None:
        """End a run of merging steps: the user turned to something else."""
        self._history.seal()

    def undo(self) -> bool:
        """Take back the last step; say whether there was one."""
        return self._tell(self._history.undo())

    def redo(self) -> bool:
        """Do the step that was taken back again; say whether there was one."""
        return self._tell(self._history.redo())

    def _tell(self, step: Step | None) -> bool:
        if step:
            self.changed.emit(step)
            self.state_changed.emit()
            _lighten(step.before, step.after)
        return step is not None

    def reset(self, workspace: Workspace, path: Path | None = None) -> None:
        """Put a new workspace in place, with an empty history."""
        self._put(workspace, path)
        self._tell_replaced()

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Put the workspace of the file `path` in place; raises `ReadError` and then changes nothing.

        What a newer program wrote is read only in any case.
        """
        self.put(load(path), path, read_only=read_only)

    def put(self, loaded: Loaded, path: Path, *, read_only: bool = False) -> None:
        """Put in place what was read from the file `path`."""
        sweep(path.parent)
        locked = read_only or loaded.newer
        self._put(loaded.workspace, path, loaded.digest, read_only=locked, notices=loaded.notices)
        self._tell_replaced()

    def restore(
        self, recovered: Loaded, path: Path | None, digest: str | None, saved: Workspace | None = None
    ) -> None:
        """Put work in place that was never saved, to go on as if `path` had just been edited.

        The file is only overwritten while it still has the `digest` that it had back then. One step leads
        back to what is `saved` in it, where that is known.
        """
        present = recovered.workspace
        self._put(saved or present, path, digest, read_only=recovered.newer, notices=recovered.notices)
        if saved:
            self._history.record(translate("Document", "Recover unsaved changes"), present)
        else:
            self._saved = None
        self._tell_replaced()

    def acknowledge(self, workspace: Workspace, digest: str) -> None:
        """Take note of what its file holds by now, by somebody else's hand: the next save may replace it."""
        self._saved = self.workspace if workspace == self.workspace else workspace
        self._digest, self._gone, self.saved_at = digest, False, None
        if not self.dirty:
            self.saved.emit()
        self.state_changed.emit()

    def lose_file(self) -> None:
        """Take note that its file is gone: nothing is saved until the next save."""
        self._gone = True
        self.state_changed.emit()

    def _tell_replaced(self) -> None:
        self.replaced.emit()
        self.state_changed.emit()

    def save(self, path: Path | None = None) -> None:
        """Write the present value durably to `path`, or to its own file; raises `SaveError` on failure.

        Its own file is only overwritten while it still holds what was loaded or saved last, and never when
        it was read only.
        """
        saving = self.begin_save(path)
        try:
            digest = saving.write()
        except SaveError as failed:
            self.end_save(saving, failed)
            raise
        self.end_save(saving, digest)

    def begin_save(self, path: Path | None = None) -> Saving:
        """Give what a save needs, to be followed by `end_save`; raises `SaveError` where none may be."""
        target = path or self.path
        if target is None:
            raise ValueError("a document without a file needs a path")
        own = target == self.path
        if own and self.read_only:
            raise SaveError(translate("Document", "“{name}” is open for reading only.", name=target.name))
        expected = self._digest if own else None
        self._saving = Saving(target, self._history, self.workspace, own, expected, self.recovery_dir)
        return self._saving

    def end_save(self, saving: Saving, outcome: str | SaveError) -> None:
        """Take note of how a save ended: with the digest of what is in its file, or with an error.

        What was changed meanwhile stays unsaved. A save of what is not in place any more changes nothing.
        """
        if saving is self._saving:
            self._saving = None
        if saving.history is not self._history or (saving.own and saving.path != self.path):
            return
        if isinstance(outcome, str):
            if not saving.own:
                self.path, self.read_only, self.notices = saving.path, False, ()
            self._digest = outcome
            self._saved, self._gone = saving.workspace, False
            self.saved_at = datetime.now().astimezone()
            self.saved.emit()
        elif saving.own and outcome.digest:
            self._digest = outcome.digest
        self.state_changed.emit()


def _lighten(old: Workspace, present: Workspace) -> None:
    """Drop what was derived from values that only the history holds: it would outweigh them tenfold."""
    wanted = {id(part) for part in _parts(present)}
    for part in _parts(old):
        if id(part) not in wanted:
            forget_derived(part)


def _parts(workspace: Workspace) -> list[Value]:
    """Give the values from which much is derived."""
    canvases = (canvas for segment in workspace.segments for canvas in segment.canvases)
    return [workspace, workspace.business_model, *workspace.segments, *canvases]
