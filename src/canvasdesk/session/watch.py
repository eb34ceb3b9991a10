"""Watching the document's file: who changes it elsewhere is noticed, by the content and never by the time."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from canvasdesk.session.aside import aside
from canvasdesk.session.document import Document
from canvasdesk.storage.errors import ReadError
from canvasdesk.storage.files import fingerprint
from canvasdesk.storage.mounts import is_remote

SETTLE = 200  # milliseconds after the first sign of a change, so that whoever writes can finish
PERIOD = 3000  # milliseconds between two looks at a file on a share

_GONE = ""  # instead of a digest


class Watch(QObject):
    """Follows the file of `document`, whichever that is.

    `changed_on_disk` carries the path of a file that holds something else than was loaded or saved last,
    `gone` that of a file that is not there any more; each of them once for the same content. The system tells
    when there is something to see; of shares it knows nothing, so they are looked at again and again while
    somebody works. Files are read in a thread, one look at a time.
    """

    changed_on_disk = Signal(object)
    gone = Signal(object)
    looked = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._path: Path | None = None
        self._remote = self._active = False
        self._looking = self._due = False
        self._told: str | None = None
        self._signs = QFileSystemWatcher(self)
        self._signs.fileChanged.connect(self._await)
        self._signs.directoryChanged.connect(self._await)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._look)
        self._period = QTimer(self, interval=PERIOD)
        self._period.timeout.connect(self._look)
        document.state_changed.connect(self._follow)
        self._follow()

    def set_active(self, active: bool) -> None:
        """Say whether somebody works in the window of the document; who comes back has a look at once."""
        self._active = active
        self._pace()
        if active:
            self._look()

    def _follow(self) -> None:
        """Turn to another file, or make up for a look that a save prevented."""
        path = self._document.path
        if path != self._path:
            self._path, self._told, self._looking = path, None, False
            self._remote = path is not None and is_remote(path)
            self._pace()
            self._look()
        elif self._due:
            self._look()

    def _pace(self) -> None:
        if self._remote and self._active:
            self._period.start()
        else:
            self._period.stop()

    def _await(self) -> None:
        if not self._settle.isActive():
            self._settle.start()

    def _look(self) -> None:
        """Read the file, unless that is being done or our own save is under way: then afterwards."""
        expected = self._document.digest
        self._due = self._looking or expected is None
        if self._path is None or self._due:
            return
        self._arm(self._path)
        self._looking = True
        path = self._path
        aside(partial(_read, path), lambda found: self._judge(path, expected, found), self)

    def _arm(self, path: Path) -> None:
        """Let the system tell of the file that has the name now, and of what happens in its folder."""
        if known := self._signs.files() + self._signs.directories():
            self._signs.removePaths(known)
        if not self._remote:  # even asking could hang there
            for each in (path, path.parent):
                if each.exists():
                    self._signs.addPath(str(each))

    def _judge(self, path: Path, expected: str | None, found: str | None) -> None:
        if path != self._path:
            return
        self._looking = False
        self.looked.emit()
        if self._due or expected != self._document.digest:
            self._look()
        elif found == expected:
            self._told = None
        elif found is not None and found != self._told:
            self._told = found
            (self.gone if found == _GONE else self.changed_on_disk).emit(path)


def _read(path: Path) -> str | None:
    """Give the digest of what the file holds now; None where it is there and cannot be read."""
    try:
        return fingerprint(path) or _GONE
    except ReadError:
        return None
