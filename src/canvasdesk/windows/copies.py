"""Conflicted copies beside the document's file: offered for a merge, and then for the trash."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFile, QObject

from canvasdesk.editing.changes import changes
from canvasdesk.session.aside import aside
from canvasdesk.session.document import Document
from canvasdesk.session.meeting import Theirs, conflicted_copies, listed
from canvasdesk.windows.files import Files
from canvasdesk.windows.merger import Merger
from canvasdesk.windows.strip import Strip
from canvasdesk.windows.toast import Toast
from canvasdesk.words import translate


class Copies(QObject):
    """Tells of the copies in `strip`, one after the other, unless that has something more urgent to say."""

    def __init__(self, document: Document, files: Files, toast: Toast, strip: Strip, merger: Merger) -> None:
        super().__init__(document)
        self._document, self._files, self._toast = document, files, toast
        self._strip, self._merger = strip, merger

    def look(self) -> None:
        """Look for copies of what is in the document's file."""
        if path := self._document.path:
            look = partial(conflicted_copies, path, self._document.workspace)
            aside(look, partial(self._offer, path), self)

    def _offer(self, path: Path, copies: tuple[Theirs, ...] | None) -> None:
        document = self._document
        if path != document.path or not copies or document.read_only or not self._strip.isHidden():
            return
        copy, rest = copies[0], partial(self._offer, path, copies[1:])
        name = copy.path.stem
        sentence = translate("Disk", "Beside this file lies a conflicted copy of it, “{copy}”.", copy=name)
        others = listed(changes(document.workspace, copy.workspace))
        self._strip.ask(
            sentence,
            [
                (
                    translate("Disk", "Mer&ge…"),
                    partial(self._merger.merge, copy, None, partial(self._offer_trash, copy, rest), rest),
                ),
                (translate("Disk", "&Leave it"), rest),
            ],
            translate("Disk", "There: {changes}", changes=others),
        )

    def _offer_trash(self, copy: Theirs, rest: Callable[[], object]) -> None:
        name = copy.path.stem
        sentence = translate("Disk", "“{copy}” is merged, and not needed once this is saved.", copy=name)
        self._strip.ask(
            sentence,
            [
                (translate("Disk", "Save and move it to the &trash"), partial(self._trash, copy, rest)),
                (translate("Disk", "&Leave it"), rest),
            ],
        )

    def _trash(self, copy: Theirs, rest: Callable[[], object]) -> None:
        if self._files.save() and not QFile(str(copy.path)).moveToTrash():
            name = copy.path.stem
            self._toast.say(translate("Disk", "“{copy}” could not be moved to the trash.", copy=name))
        rest()
