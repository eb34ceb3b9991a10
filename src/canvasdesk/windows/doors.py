"""Everything that opens over a window, imported and made when it is first asked for."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from canvasdesk.export.choice import What
from canvasdesk.model.business import Purpose
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.scene.view import CanvasView
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import Settings
from canvasdesk.storage.recovery import Recoverable, recoverable
from canvasdesk.storage.templates import BLANK, started, templates
from canvasdesk.windows.files import Files, file_stem
from canvasdesk.windows.focus import enter, holds_focus
from canvasdesk.windows.guide import Guide
from canvasdesk.windows.lists import Lists
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.menu_titles import titles
from canvasdesk.windows.steps import Order
from canvasdesk.windows.theme import Appearance
from canvasdesk.windows.toast import Toast
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.windows.contrast_view import ContrastView
    from canvasdesk.windows.find_bar import FindBar
    from canvasdesk.windows.history_list import HistoryList
    from canvasdesk.windows.mended import Mended
    from canvasdesk.windows.recovery import Recovery
    from canvasdesk.windows.versions import VersionsPage


class Doors(Lists):
    """Palette, find bar, history, versions, guide, chooser, sheet and dialogs of one window.

    `table` and `bound` are the window's actions, `parts` what the keyboard walks through, `name_in_panel` has
    a segment or a role named in the panel on the left; they are set once they exist.
    """

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        selection: Selection,
        settings: Settings,
        appearance: Appearance,
        files: Files,
        view: CanvasView,
        toast: Toast,
    ) -> None:
        super().__init__(window, document, selection, settings, files, view, toast)
        self._appearance = appearance
        self.parts: Sequence[QWidget] = (view,)
        self.name_in_panel: Callable[[str], object] = lambda _: None
        self.guide = Guide(document, selection, view.capture, lambda: view.set_tool("link"))

    # Over the canvas.

    @cached_property
    def find_bar(self) -> "FindBar":
        """The bar that finds notes."""
        from canvasdesk.windows.find_bar import FindBar

        bar = FindBar(
            self._window.centre, self._view, self._document, self._selection, lambda: self._view.scene.seen
        )
        bar.use(self._appearance.theme)
        self._appearance.changed.connect(bar.use)
        return bar

    @cached_property
    def history(self) -> "HistoryList":
        """The list of all steps."""
        from canvasdesk.windows.history_list import HistoryList

        return HistoryList(self._window.centre, self._view, self._document)

    def find(self) -> None:
        """Open the find bar."""
        self.find_bar.ask()

    def find_next(self, steps: int) -> None:
        """Go on to the next hit; open the bar where nothing was looked for yet."""
        if self.find_bar.field.text():
            self.find_bar.walk(steps)
        else:
            self.find_bar.ask()

    def show_history(self) -> None:
        """Open the history, or close it."""
        if self.history.isVisible():
            self.history.dismiss()
        else:
            self.history.ask()

    @cached_property
    def mended(self) -> "Mended":
        """What was mended when the file was read."""
        from canvasdesk.windows.mended import Mended

        return Mended(self._window.centre, self._view, self._document)

    def show_mended(self) -> None:
        """Show what was mended when the file was read."""
        self.mended.ask()

    def toggle_guide(self) -> None:
        """Show the guide, or end it."""
        if self.guide.isHidden():
            self.guide.start(Order.CUSTOMER_FIRST)
        else:
            self.guide.stop()

    def rename(self, part_id: str) -> None:
        """Ask for the name of a segment, or of a canvas' stakeholder, in the panel on the left."""
        self._window.sides.show_overview()
        self.name_in_panel(part_id)

    # Over the window.

    @cached_property
    def contrast(self) -> "ContrastView":
        """The segments side by side."""
        from canvasdesk.windows.contrast_view import ContrastView

        page = ContrastView(
            self._middle(),
            self._window.sides,
            self._document,
            self._selection,
            lambda: self._view.scene.seen,
            self.export_picture,
        )
        page.use(self._appearance.theme)
        self._appearance.changed.connect(page.use)
        page.wanted.connect(self._show_part)
        return page

    def show_contrast(self) -> None:
        """Show the segments side by side, or go back."""
        if self._contrast_shown:
            self.contrast.dismiss()
        else:
            self.contrast.ask()

    @property
    def _contrast_shown(self) -> bool:
        return "contrast" in self.__dict__ and self.contrast.isVisible()

    @cached_property
    def versions(self) -> "VersionsPage":
        """What earlier saves of the document kept."""
        from canvasdesk.windows.versions import VersionsPage

        theme, document = self._appearance.theme, self._document
        page = VersionsPage(self._middle(), self._window.sides, document, self._selection, theme)
        self._appearance.changed.connect(page.use)
        page.restored.connect(lambda said: self._toast.offer_undo(said, document.undo))
        page.refused.connect(self._toast.say)
        page.copy_wanted.connect(self._files.elsewhere.new)
        return page

    def show_versions(self) -> None:
        """Show the earlier versions, or go back."""
        if self.versions.isVisible():
            self.versions.dismiss()
        else:
            self.versions.ask()

    def _show_part(self, part_id: str) -> None:
        """Show a canvas, that of a segment, or a note or an entry where it lies."""
        if part_id in self._document.workspace.segment_by_id:
            self._selection.show_segment(part_id)
            self._view.setFocus()
        else:
            self._show(part_id)

    # Dialogs.

    def show_shortcuts(self) -> None:
        """Open the sheet of all keys."""
        from canvasdesk.windows.shortcuts import ShortcutSheet, rows

        _open(ShortcutSheet(self._window, rows(self.table, titles())))

    def show_about(self) -> None:
        """Open the about box."""
        from canvasdesk.windows.about import About

        _open(About(self._window))

    def export_picture(self) -> None:
        """Ask for a picture, of what is shown unless another is chosen, and say where it is."""
        from canvasdesk.windows.export import ExportDialog, looks, written_sentence

        workspace, path = self._document.workspace, self._document.path
        beside = self._contrast_shown
        dialog = ExportDialog(
            self._window,
            looks(workspace, self._view.scene.look),
            workspace,
            path.parent if path else Path.home(),
            file_stem(self._document.name),
        )
        if beside:
            dialog.what.setCurrentIndex(dialog.what.count() - 1)
        dialog.exec()
        dialog.deleteLater()
        if dialog.written:
            toast = self.contrast.toast if beside else self._toast
            toast.say(written_sentence(dialog.written))

    def make_poster(self) -> None:
        """Ask for pages to print, of what is shown unless something else is chosen."""
        from canvasdesk.windows.posters import PosterDialog

        path = self._document.path
        dialog = PosterDialog(
            self._window,
            self._document.workspace,
            self._selection.canvas_id,
            self._settings,
            path.parent if path else Path.home(),
            file_stem(self._document.name),
        )
        if self._contrast_shown:
            dialog.form.choose(What.CONTRAST)
        dialog.exec()
        dialog.deleteLater()

    # Starting.

    def begin(self, *, ask: bool) -> None:
        """Offer work that was never saved, if there is any; then, if so wanted, `ask` what to start with."""
        if found := recoverable(self._document.recovery_dir):
            card = self._offer(found)
            if ask:
                card.dismissed.connect(self._choose_start_if_untouched)
        elif ask:
            self.choose_start()

    def recover(self) -> None:
        """Offer work that was never saved, or say that there is none."""
        if found := recoverable(self._document.recovery_dir):
            self._offer(found)
        else:
            self._toast.say(translate("Recovery", "There is no unsaved work to recover."))

    def _offer(self, found: Sequence[Recoverable]) -> "Recovery":
        from canvasdesk.windows.recovery import Recovery

        card = Recovery(self._middle(), self._appearance.theme, found)
        card.restored.connect(self._files.elsewhere.restore)
        card.dismissed.connect(card.deleteLater)
        card.ask()
        return card

    def _choose_start_if_untouched(self) -> None:
        if self._files.untouched:
            self.choose_start()

    def choose_start(self) -> None:
        """Ask what to start with."""
        from canvasdesk.windows.chooser import Chooser

        chooser = Chooser(self._middle(), self._settings, self._appearance.theme)
        chooser.blank.connect(lambda: self._start(started(templates()[BLANK])))
        chooser.guided.connect(self._guide)
        chooser.example.connect(lambda path: self._start(started(path)))
        chooser.recent.connect(self._files.show)
        chooser.browse.connect(self._files.open)
        chooser.dismissed.connect(chooser.deleteLater)
        chooser.ask()

    def _guide(self, purpose: Purpose, order: Order) -> None:
        """Begin with nothing but a purpose, which decides where one starts, and the guide."""
        blank = started(templates()[BLANK])
        self._start(evolve(blank, business_model=evolve(blank.business_model, purpose=purpose)), order)

    def _start(self, workspace: Workspace, order: Order | None = None) -> None:
        """Show what is new: here if nothing is lost by it, else in a window of its own."""
        if not self._files.untouched:
            self._files.elsewhere.new(workspace, order)
            return
        self._document.reset(workspace)
        self._view.setFocus()
        if order:
            self.guide.start(order)

    # The window itself.

    def full_screen(self) -> None:
        """Use the whole screen, or go back."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def next_part(self) -> None:
        """Take the keyboard on: from the canvas to the panels, to the tool bar, and back."""
        there = [part for part in self.parts if part.isVisible()]
        at = next((n for n, part in enumerate(there) if holds_focus(part)), -1)
        enter(there[(at + 1) % len(there)])


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
