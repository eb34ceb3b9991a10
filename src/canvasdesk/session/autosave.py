"""Every change of a document kept in its journal until it is saved; typing counts stroke by stroke."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from canvasdesk.editing.history import Step
from canvasdesk.session.document import Document
from canvasdesk.storage.errors import not_kept
from canvasdesk.storage.journal import Journal
from canvasdesk.storage.recovery import Origin


class Autosave(QObject):
    """Follows `document` as long as that lives; what is not discarded by then is left to be recovered.

    `failed` carries a sentence, once between two saves, when the disk does not take a change.
    """

    failed = Signal(str)
    _faulted = Signal(object)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._journal = Journal(document.recovery_dir, self._origin, self._faulted.emit)
        # Queued, because it may come from the thread that syncs.
        self._faulted.connect(self._say, Qt.ConnectionType.QueuedConnection)
        document.changed.connect(self._on_change)
        document.replaced.connect(self._begin_anew)
        document.saved.connect(self._begin_anew)
        self.destroyed.connect(self._journal.close)

    def discard(self) -> None:
        """Delete the journal: the document is saved, or its user lets it go."""
        self._journal.discard()

    @property
    def folder(self) -> Path | None:
        """The journal that holds what is not saved; None without one."""
        return self._journal.folder

    def sync(self) -> bool:
        """Make durable what was committed up to now; say whether all of it is."""
        return self._journal.sync()

    def release(self) -> None:
        """Let go of the journal, so that another start can take it up."""
        self._journal.close()

    def _on_change(self, step: Step) -> None:
        if self._document.dirty:
            self._journal.append(step.after)
        else:
            self._journal.discard()  # undone to what is saved

    def _begin_anew(self) -> None:
        self._journal.discard()
        if self._document.dirty:  # it was recovered, or changed while it was saved
            self._journal.append(self._document.workspace)

    def _origin(self) -> Origin:
        document = self._document
        path = str(document.path.absolute()) if document.path else ""
        return Origin(path, document.expected or "", document.workspace.title)

    def _say(self, fault: OSError) -> None:
        self.failed.emit(not_kept(self._document.recovery_dir, fault))
