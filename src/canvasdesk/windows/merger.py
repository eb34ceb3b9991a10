"""Merging the document with another version: at once where nothing has to be decided, else on a page."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from canvasdesk.model.workspace import Workspace
from canvasdesk.session.aside import aside
from canvasdesk.session.claim import shown_stem
from canvasdesk.session.document import Document
from canvasdesk.session.meeting import Theirs, doubles, merge_label, met, read_theirs
from canvasdesk.storage.errors import ReadError
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.theme import Appearance
from canvasdesk.windows.toast import Toast
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.windows.merging import Merging, Then


class Merger(QObject):
    """Merges `document` with what others made of it, always as one step."""

    def __init__(self, window: MainWindow, document: Document, toast: Toast, appearance: Appearance) -> None:
        super().__init__(document)
        self._window, self._document = window, document
        self._toast, self._appearance = toast, appearance

    @cached_property
    def page(self) -> "Merging":
        """The page on which conflicts are decided."""
        from canvasdesk.windows.merging import Merging

        host = self._window.centralWidget() or self._window
        page = Merging(host, self._window.sides, self._document)
        page.use(self._appearance.theme)
        self._appearance.changed.connect(page.use)
        return page

    def merge(self, theirs: Theirs, base: Workspace | None, merged: "Then", left: "Then") -> None:
        """Merge the document with `theirs`, of which `base` is the last version that both know.

        `merged` is called once that is done, `left` when its user leaves it.
        """
        document, name = self._document, shown_stem(theirs.path)
        outcome = met(document, theirs.workspace, base)
        if outcome.conflicts or doubles(outcome, outcome.workspace):
            self.page.ask(theirs, base, merged, left)
            return
        changed = document.commit(merge_label(theirs), outcome.workspace)
        merged()
        if changed:
            said = translate("Disk", "Merged with “{name}”; nothing contradicted.", name=name)
            self._toast.offer_undo(said, document.undo)
        else:
            self._toast.say(translate("Disk", "“{name}” has nothing that is not here.", name=name))

    def merge_with(self, path: Path) -> None:
        """Merge the document with the file `path`, of which no common version is known."""
        aside(partial(read_theirs, path), self._merge_found, self)

    def _merge_found(self, found: Theirs | ReadError | None) -> None:
        if isinstance(found, ReadError):
            self._toast.say(str(found))
        elif found and found.loaded.newer:
            name = shown_stem(found.path)
            said = translate("Disk", "“{name}” was not merged: a newer canvasdesk wrote it.", name=name)
            self._toast.say(said)
        elif found:
            self.merge(found, None, lambda: None, lambda: None)
