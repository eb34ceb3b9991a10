"""The claim on a document's file: its lock, or who has that instead."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject, Signal

from canvasdesk.session.aside import aside
from canvasdesk.session.document import Document
from canvasdesk.storage.errors import shown
from canvasdesk.storage.lock import Holder, Lock, release, take
from canvasdesk.words import translate

LONGEST_NAME = 40  # letters of a file's name in a sentence about it


class Claim(QObject):
    """Locks the file of `document`, whichever that is, and gives it back when the document goes elsewhere.

    `holder` is who has it instead, None for nobody. `free` says that the document was opened for reading
    because somebody had its file, who does not any more: it is then locked for us. `changed` tells of both.
    """

    changed = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._path: Path | None = None
        self._lock: Lock | None = None
        self._asking = False
        self.holder: Holder | None = None
        self.free = False
        document.state_changed.connect(self.follow)
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.release)
        self.follow()

    def take(self, path: Path, *, over: bool = False) -> Holder | None:
        """Lock `path` for the document, which is about to turn to it; give who has it, None for nobody.

        `over` takes it from whoever that is. It takes a second at most, where a share does not answer.
        """
        if path != self._path:
            self.release()
            self._path = path
        if self._lock is None or over:
            self._settle(take(path, over=over))
        self.free = False
        return self.holder

    def follow(self) -> None:
        """Turn to the document's file, from one that it was about to turn to or had before."""
        path = self._document.path
        if path == self._path:
            return
        if path:
            self.take(path)
        else:
            self.release()
        self.changed.emit()

    def release(self) -> None:
        """Give the lock back."""
        if self._lock:
            release(self._lock)
        self._path = self._lock = self.holder = None
        self.free = False

    def look(self) -> None:
        """See whether who had the file when it was opened for reading has left it; then it is ours."""
        path = self._path
        if path and self.holder and self._document.read_only and not self._asking:
            self._asking = True
            aside(partial(take, path), partial(self._arrive, path), self)

    def _arrive(self, path: Path, found: Lock | Holder | None) -> None:
        self._asking = False
        if path == self._path and self._lock is None:
            self._settle(found)
            self.free = self.holder is None
            self.changed.emit()
        elif isinstance(found, Lock):
            release(found)

    def _settle(self, found: Lock | Holder | None) -> None:
        self._lock = found if isinstance(found, Lock) else None
        self.holder = found if isinstance(found, Holder) else None


def shown_stem(path: Path) -> str:
    """Give a document's file as sentences name it: without its ending, and not too long."""
    return shown(path.stem, LONGEST_NAME)


def held_sentence(path: Path, holder: Holder) -> str:
    """Say who has the document at `path` open, where, and since when, as far as that is known."""
    name = shown_stem(path)
    if holder.since is None:
        return translate("Lock", "“{name}” is open elsewhere, nobody knows where.", name=name)
    since = QDateTime.fromSecsSinceEpoch(int(holder.since.timestamp()))
    today = since.date() == QDateTime.currentDateTime().date()
    short = QLocale.FormatType.ShortFormat
    when = QLocale().toString(since.time(), short) if today else QLocale().toString(since, short)
    return translate(
        "Lock",
        "{user} on “{host}” has had “{name}” open since {when}.",
        user=holder.user, host=holder.host, name=name, when=when,
    )  # fmt: skip
