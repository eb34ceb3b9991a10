"""The way of a document to a file and back: new, open, save, and the question before it is lost."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from canvasdesk.folders import recovery_folder
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.recent import forget, remember
from canvasdesk.session.saving import Saver
from canvasdesk.session.settings import RECENT, Settings
from canvasdesk.storage.errors import ReadError, SaveCancelled
from canvasdesk.windows.messages import Answer, ask, ask_to_save, tell
from canvasdesk.windows.steps import Order
from canvasdesk.words import translate

SUFFIX = "canvasdesk"
FORBIDDEN = frozenset('/\\:*?"<>|')  # in a file's name, somewhere
LONGEST_STEM = 60  # letters: of any script below 255 bytes


class Elsewhere(Protocol):
    """The other windows of the program."""

    def open(self, path: Path) -> None:
        """Show the file `path`: in the window that has it already, or in a new one."""

    def new(self, workspace: Workspace, order: Order | None = None) -> object:
        """Show `workspace` in a new window, with the guide where it has an `order`."""

    def quit(self) -> None:
        """Close all windows, as far as their users agree."""

    def has(self, path: Path) -> bool:
        """Say whether a window shows the file `path`."""


class Files:
    """The file commands of one window; every failure is one sentence, and the work is kept."""

    def __init__(self, window: QWidget, document: Document, settings: Settings, elsewhere: Elsewhere) -> None:
        self._window = window
        self._document = document
        self._settings = settings
        self.elsewhere = elsewhere
        self.saver = Saver(document, window)

    @property
    def untouched(self) -> bool:
        """Whether another document may take this one's place without anything being missed."""
        document, history = self._document, self._document.history
        return document.path is None and not (document.dirty or history.done or history.undone)

    def open(self) -> None:
        """Ask for a file and show it."""
        title = translate("Files", "Open")
        name, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), _kinds())
        if name:
            self.show(Path(name))

    def show(self, path: Path) -> None:
        """Show the file `path`: here if nothing is lost by it, else in a window of its own."""
        path = path.absolute()
        if self.untouched and not self.elsewhere.has(path):
            self.load(path)
        else:
            self.elsewhere.open(path)

    def load(self, path: Path) -> bool:
        """Load the file `path` into this window; say whether it could be read."""
        try:
            self._document.open(path)
        except ReadError as error:
            if not path.exists():
                forget(self._settings, path)
            tell(self._window, str(error))
            return False
        if not path.is_relative_to(recovery_folder()):  # copies made in an emergency come and go
            remember(self._settings, path)
        return True

    def save(self) -> bool:
        """Save the document, asking for a place if it has none; say whether it is saved."""
        if self._document.path is None or self._document.read_only:
            return self.save_as()
        return self._write(self._document.path)

    def save_as(self) -> bool:
        """Ask for a place and save the document there; say whether it is saved."""
        path = self._ask_for_place()
        return path is not None and self._write(path)

    def may_close(self) -> bool:
        """Say whether the document may go: it is saved, or its user lets it go."""
        if self.saver.busy:
            self.saver.wait()  # how it ends is told by who began it
        if not self._document.dirty:
            return True
        match ask_to_save(self._window, self._document.name):
            case Answer.SAVE:
                return self.save()
            case Answer.DISCARD:
                return True
        return False

    def close(self) -> None:
        """Close this window."""
        self._window.close()

    def quit(self) -> None:
        """Close all windows of the program."""
        self.elsewhere.quit()

    def _write(self, path: Path) -> bool:
        told_elsewhere = self.saver.busy  # by the one that waits already, if that fails
        self.saver.save(path)
        error = self.saver.wait()
        if error is None:
            remember(self._settings, path)
            return True
        if told_elsewhere or isinstance(error, SaveCancelled):
            return False
        question = translate("Files", "{reason} Your work is still here.", reason=str(error))
        return ask(self._window, question, translate("Files", "Save &as…")) and self.save_as()

    def _ask_for_place(self) -> Path | None:
        dialog = QFileDialog(self._window, translate("Files", "Save as"), self._folder(), _kinds())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(f"{file_stem(self._document.name)}.{SUFFIX}")
        chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
        dialog.deleteLater()
        return chosen

    def _folder(self) -> str:
        """Give the folder of the document, or that of the file that was open last."""
        known = [self._document.path, *map(Path, self._settings.get(RECENT)[:1])]
        return next((str(path.parent) for path in known if path), str(Path.home()))


def file_stem(name: str) -> str:
    """Give a document's name as one that a file can have on every system, without an ending."""
    kept = "".join("-" if letter in FORBIDDEN or not letter.isprintable() else letter for letter in name)
    return kept[:LONGEST_STEM].strip(". ") or translate("Files", "canvas", "proposed file name")


def _kinds() -> str:
    return translate("Files", "Canvases ({patterns})", patterns="*.canvasdesk *.json")
