"""What others do to the document's file: told above the canvas and answered there, never in a dialog."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from canvasdesk.editing.changes import changes
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.aside import aside
from canvasdesk.session.claim import shown_stem
from canvasdesk.session.document import Document
from canvasdesk.session.meeting import (
    Theirs,
    changed_in,
    keep_mine,
    listed,
    mine_beside,
    read_theirs,
    take_theirs,
)
from canvasdesk.session.watch import Watch
from canvasdesk.storage.errors import ReadError, shown_name
from canvasdesk.windows.copies import Copies
from canvasdesk.windows.files import Files
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.merger import Merger
from canvasdesk.windows.strip import Strip, Way
from canvasdesk.windows.theme import Appearance
from canvasdesk.windows.toast import Toast
from canvasdesk.words import translate

FEW = 2  # sentences that a toast has room for


class Others(QObject):
    """Watches the file of `document` and what lies beside it; says in `strip` what has to be decided.

    What others saved is shown at once where nothing of ours is at stake, as a step that can be undone.
    """

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        files: Files,
        view: QWidget,
        toast: Toast,
        appearance: Appearance,
    ) -> None:
        super().__init__(document)
        self._document, self._files, self._toast = document, files, toast
        self.strip = Strip(view)
        self.merger = Merger(window, document, toast, appearance)
        self.copies = Copies(document, files, toast, self.strip, self.merger)
        self.watch = Watch(document, self)
        self.watch.changed_on_disk.connect(self.look)
        self.watch.gone.connect(self._on_gone)
        self.watch.looked.connect(files.claim.look)
        self.watch.set_active(window.isActiveWindow())
        window.activated.connect(self.watch.set_active)
        document.replaced.connect(self._on_replaced)
        document.saved.connect(self._on_saved)
        self.copies.look()

    def _on_replaced(self) -> None:
        self.strip.away()
        self.copies.look()

    def look(self, path: Path, *, to_save: bool = False) -> None:
        """Tell what others left in the document's file `path`; with nothing to tell, `to_save` saves it."""
        expected = self._document.expected
        aside(partial(read_theirs, path), partial(self._judge, path, expected, to_save), self)

    def _judge(
        self, path: Path, expected: str | None, to_save: bool, found: Theirs | ReadError | None
    ) -> None:
        """Show what others left where that costs nothing of ours, ask elsewhere."""
        document = self._document
        if path != document.path or found is None:
            return
        if document.expected != expected:  # we saved while it was read
            self.look(path, to_save=to_save)
            return
        if isinstance(found, ReadError):
            self._ask_unreadable(path, found)
        elif not found.loaded.newer and (common := self._unchanged(found)):
            document.acknowledge(common, found.loaded.digest)
            if to_save:
                self._files.save_to(path)
        elif document.read_only or document.workspace is document.common:
            self._show_theirs(found)
        else:
            self._ask_about(found)

    def _unchanged(self, theirs: Theirs) -> Workspace | None:
        """Give the common version, if others wrote nothing else than that."""
        common = self._document.common
        return None if common is None or changes(common, theirs.workspace) else common

    def _show_theirs(self, theirs: Theirs) -> None:
        said = changes(self._document.workspace, theirs.workspace, FEW)
        sentence = translate(
            "Disk", "Somebody else changed “{name}”: {changes}",
            name=shown_stem(theirs.path), changes=listed(said),
        )  # fmt: skip
        if self._take(theirs):
            self._toast.offer_undo(sentence, self._document.undo)
        else:
            self._toast.say(sentence)

    def _take(self, theirs: Theirs) -> bool:
        """Make theirs the present value; say whether that can be undone."""
        document = self._document
        self.strip.away()
        if not (document.read_only or theirs.loaded.newer):
            return bool(take_theirs(document, theirs))
        try:
            document.open(theirs.path, read_only=document.read_only)
        except ReadError as error:
            self._ask_unreadable(theirs.path, error)
        return False

    def _ask_about(self, theirs: Theirs) -> None:
        if theirs.loaded.newer:  # what this program does not know could be lost
            self._ask_about_newer(theirs)
            return
        ways: list[Way] = [
            (translate("Disk", "&Keep both"), partial(self._keep_both, theirs.path)),
            (translate("Disk", "&Take theirs"), partial(self._take_instead, theirs)),
            (translate("Disk", "Keep &mine"), partial(self._keep_mine, theirs)),
            (translate("Disk", "Mer&ge…"), partial(self._merge, theirs)),
        ]
        sentence = translate(
            "Disk", "“{name}” was changed by somebody else, and by you too.", name=shown_stem(theirs.path)
        )
        details = translate("Disk", "Theirs: {changes}", changes=listed(changed_in(theirs, self._document)))
        self._ask(sentence, ways, details)

    def _ask_about_newer(self, theirs: Theirs) -> None:
        sentence = translate(
            "Disk",
            "“{name}” was changed by you, and by a newer canvasdesk, so this one cannot merge the two.",
            name=shown_stem(theirs.path),
        )
        self._ask(sentence, [(translate("Disk", "&Keep both"), partial(self._keep_both, theirs.path))])

    def _ask_unreadable(self, path: Path, error: ReadError) -> None:
        sentence = translate(
            "Disk", "“{name}” was changed by somebody else. Your work is still here.", name=shown_stem(path)
        )
        ways: list[Way] = [
            (translate("Disk", "&Try again"), partial(self.look, path)),
            (translate("Disk", "Save &as…"), self._files.save_as),
        ]
        self._ask(sentence, ways, str(error))

    def _on_gone(self, path: Path) -> None:
        self._document.lose_file()
        sentence = translate(
            "Disk",
            "“{name}” is not in its folder any more: deleted, renamed or moved. Your work is still here.",
            name=shown_stem(path),
        )
        ways: list[Way] = [
            (translate("Disk", "Save a&gain"), partial(self._files.save_to, path)),
            (translate("Disk", "Save &as…"), self._files.save_as),
        ]
        if self._document.read_only:
            del ways[0]
        self._ask(sentence, ways)

    def _ask(self, sentence: str, ways: Sequence[Way], details: str = "") -> None:
        self.strip.ask(sentence, ways, details, until_saved=True)

    def _on_saved(self) -> None:
        if self.strip.until_saved:
            self.strip.away()

    def _keep_both(self, path: Path) -> None:
        mine = mine_beside(path)
        if self._files.save_to(mine):
            said = translate(
                "Disk", "Your work goes on in “{mine}”; “{theirs}” stays as others have it.",
                mine=shown_name(mine.stem), theirs=shown_stem(path),
            )  # fmt: skip
            self._toast.say(said)

    def _take_instead(self, theirs: Theirs) -> None:
        if self._take(theirs):
            said = translate("Disk", "This is theirs now.")
            self._toast.offer_undo(said, self._document.undo)

    def _keep_mine(self, theirs: Theirs) -> None:
        keep_mine(self._document, theirs, self)
        said = translate("Disk", "Saving replaces theirs, which is kept among the versions.")
        self._toast.say(said, translate("Disk", "Save"), self._files.save)

    def _merge(self, theirs: Theirs) -> None:
        merged, left = partial(keep_mine, self._document, theirs, self), partial(self._ask_about, theirs)
        self.merger.merge(theirs, self._document.common, merged, left)

    def merge_with(self, path: Path) -> None:
        """Merge the document with the file `path`."""
        self.merger.merge_with(path)

    def reload(self) -> None:
        """Take over what is in the document's file, whether others changed it or not."""
        if path := self._document.path:
            aside(partial(read_theirs, path), partial(self._reload, path, self._document.expected), self)

    def _reload(self, path: Path, expected: str | None, found: Theirs | ReadError | None) -> None:
        if path != self._document.path or found is None:
            return
        if self._document.expected != expected:  # we saved while it was read
            self.reload()
            return
        if isinstance(found, ReadError):
            self._toast.say(str(found))
            return
        said = changes(self._document.workspace, found.workspace, FEW)
        if self._take(found):
            sentence = translate("Disk", "Loaded from disk: {changes}", changes=listed(said))
            self._toast.offer_undo(sentence, self._document.undo)
        else:
            name = shown_stem(path)
            self._toast.say(translate("Disk", "“{name}” is shown as it is on disk.", name=name))
