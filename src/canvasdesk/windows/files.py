"""The way of a document to a file and back: new, open, save, and the question before it is lost."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from canvasdesk.model.quoting import isolated
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.claim import Claim, held_sentence
from canvasdesk.session.document import Document
from canvasdesk.session.recent import forget, remember
from canvasdesk.session.recovered import Recovered
from canvasdesk.session.saving import Saver
from canvasdesk.session.settings import RECENT, Settings
from canvasdesk.storage.codec import Loaded, Unfit
from canvasdesk.storage.errors import ChangedOnDisk, ReadCancelled, ReadError, SaveCancelled, shown
from canvasdesk.storage.files import load_unfinished
from canvasdesk.storage.recovery import is_journal
from canvasdesk.windows.loading import load_patiently
from canvasdesk.windows.messages import Answer, Way, ask, ask_for_way, ask_to_save, tell
from canvasdesk.windows.steps import Order
from canvasdesk.words import translate

SUFFIX = "canvasdesk"
FORBIDDEN = frozenset('/\\:*?"<>|')  # in a file's name, somewhere
LONGEST_STEM = 60  # letters: of any script below 255 bytes


class Elsewhere(Protocol):
    """The other windows of the program."""

    def open(self, path: Path) -> None:
        """Show the file `path`, or the work in a journal: in the window that has it, or in a new one."""

    def restore(self, work: Recovered) -> None:
        """Show work that was never saved."""

    def new(self, workspace: Workspace, order: Order | None = None) -> object:
        """Show `workspace` in a new window, with the guide where it has an `order`."""

    def quit(self) -> None:
        """Close all windows, as far as their users agree."""

    def has(self, path: Path) -> bool:
        """Say whether a window shows the file `path`."""


class Others(Protocol):
    """What others do to the document's file, as far as that is told and answered in the window."""

    def look(self, path: Path, *, to_save: bool = False) -> None:
        """Tell what others left in the document's file `path`; with nothing to tell, `to_save` saves it."""

    def reload(self) -> None:
        """Take over what is in the document's file."""

    def merge_with(self, path: Path) -> None:
        """Merge the document with the file `path`."""


class Files:
    """The file commands of one window; every failure is one sentence, and the work is kept.

    `others` is set once it exists.
    """

    def __init__(self, window: QWidget, document: Document, settings: Settings, elsewhere: Elsewhere) -> None:
        self._window = window
        self._document = document
        self._settings = settings
        self.elsewhere = elsewhere
        self.saver = Saver(document, window)
        self.claim = Claim(document)
        self.others: Others | None = None

    @property
    def untouched(self) -> bool:
        """Whether another document may take this one's place without anything being missed."""
        document, history = self._document, self._document.history
        return document.path is None and not (document.dirty or history.done or history.undone)

    def open(self) -> None:
        """Ask for a file and show it."""
        if path := self._ask_for_file(translate("Files", "Open")):
            self.show(path)

    def show(self, path: Path) -> None:
        """Show the file `path`: here if nothing is lost by it, else in a window of its own; or a journal."""
        path = path.absolute()
        if self.untouched and not self.elsewhere.has(path) and not is_journal(path):
            self.load(path)
        else:
            self.elsewhere.open(path)

    def load(self, path: Path) -> bool:
        """Load the file `path` into this window, if need be in the way its user wants; say whether it is."""
        way = self._way_into(path)
        there = way is not None and self._open(path, way)
        self.claim.follow()
        if there:
            remember(self._settings, path)
        return there

    def _open(self, path: Path, way: Way) -> bool:
        """Put in place what is in the file `path`, or what its user wants instead; say whether that is."""
        try:
            self._put(load_patiently(self._window, path), path, way)
        except ReadCancelled:
            return False
        except ReadError as error:
            return self._open_instead(path, way, error)
        return True

    def _put(self, loaded: Loaded, path: Path, way: Way) -> None:
        if way is Way.COPY:
            self._document.restore(loaded, None, None)
        else:
            self._document.put(loaded, path, read_only=way is Way.READ_ONLY)

    def _open_instead(self, path: Path, way: Way, error: ReadError) -> bool:
        """Offer what there is of a file that cannot be read, and tell why it cannot."""
        if unfinished := load_unfinished(path, self._document.recovery_dir):
            yes = translate("Files", "Open what was &saved last")
            more = translate("Files", "The last save was cut short, but what it was to write is kept.")
            if ask(self._window, str(error), yes, more=more):
                self._document.restore(unfinished, path if way is Way.ANYWAY else None, unfinished.digest)
                return True
        elif isinstance(error, Unfit) and error.rest:
            yes = translate("Files", "Open &what can be read")
            if ask(self._window, str(error), yes, more="\n".join(error.rest.notices)):
                self._put(error.rest, path, way)
                return True
        else:
            if not path.exists():
                forget(self._settings, path)
            tell(self._window, str(error))
        return False

    def load_again(self) -> None:
        """Load the document's file once more, because nobody else may have it any more."""
        if path := self._document.path:
            self.load(path)

    def _way_into(self, path: Path) -> Way | None:
        """Lock the file `path`, and ask how to open it where somebody has it; None for not at all."""
        holder = self.claim.take(path)
        way = ask_for_way(self._window, held_sentence(path, holder)) if holder else Way.ANYWAY
        if holder and way is Way.ANYWAY:
            self.claim.take(path, over=True)
        return way

    def reload(self) -> None:
        """Take over what is in the document's file."""
        if self.others:
            self.others.reload()

    def merge(self) -> None:
        """Ask for a file and merge the document with it."""
        path = self._ask_for_file(translate("Files", "Merge with"))
        if path and self.others:
            self.others.merge_with(path)

    def save(self) -> bool:
        """Save the document, asking for a place if it has none; say whether it is saved."""
        if self._document.path is None or self._document.read_only:
            return self.save_as()
        return self.save_to(self._document.path)

    def save_as(self) -> bool:
        """Ask for a place and save the document there; say whether it is saved."""
        path = self._ask_for_place()
        return path is not None and self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Save the document to `path` and go on there; say whether it is saved."""
        told_elsewhere = self.saver.busy  # by the one that waits already, if that fails
        self.saver.save(path)
        error = self.saver.wait()
        if error is None:
            remember(self._settings, path)
            return True
        if told_elsewhere or isinstance(error, SaveCancelled):
            return False
        if isinstance(error, ChangedOnDisk) and self.others:
            self.others.look(path, to_save=True)
            return False
        kept, elsewhere = translate("Files", "Your work is still here."), translate("Files", "Save &as…")
        return ask(self._window, str(error), elsewhere, more=kept) and self.save_as()

    def may_close(self) -> bool:
        """Say whether the document may go: it is saved, or its user lets it go."""
        if self.saver.busy:
            self.saver.wait()  # how it ends is told by who began it
        if not self._document.dirty:
            return True
        match ask_to_save(self._window, isolated(shown(self._document.name))):
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

    def _ask_for_file(self, title: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), _kinds())
        return Path(name) if name else None

    def _ask_for_place(self) -> Path | None:
        dialog = QFileDialog(self._window, translate("Files", "Save as"), self._folder(), _kinds())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        stem = file_stem(self._document.name)
        if self._document.read_only:  # not to be saved where it is
            stem = translate("Files", "{name} copy", "proposed file name", name=stem)
        dialog.selectFile(f"{stem}.{SUFFIX}")
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
