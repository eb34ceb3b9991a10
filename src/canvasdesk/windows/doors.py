"""Everything that opens over a window, imported and made when it is first asked for."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from canvasdesk.drawing.naming import block_name
from canvasdesk.model.business import Block, Purpose
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.scene.view import CanvasView
from canvasdesk.session import commands, flows
from canvasdesk.session.document import Document
from canvasdesk.session.entries import held_entries
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import Settings
from canvasdesk.storage.recovery import Recoverable, recoverable
from canvasdesk.storage.templates import BLANK, started, templates
from canvasdesk.windows.actions.action import Action
from canvasdesk.windows.binding import Bound
from canvasdesk.windows.files import Files
from canvasdesk.windows.focus import enter, holds_focus
from canvasdesk.windows.guide import Guide
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
    from canvasdesk.windows.palette import Offer, Palette
    from canvasdesk.windows.pivot import Pivot
    from canvasdesk.windows.recovery import Recovery
    from canvasdesk.windows.versions import VersionsPage


class Doors:
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
        self._window = window
        self._document, self._selection, self._settings = document, selection, settings
        self._appearance, self._files, self._view, self._toast = appearance, files, view, toast
        self.table: Sequence[Action] = ()
        self.bound: Bound = {}
        self.parts: Sequence[QWidget] = (view,)
        self.name_in_panel: Callable[[str], object] = lambda _: None
        self.guide = Guide(document, selection, view.capture, lambda: view.set_tool("link"))

    # Over the canvas.

    @cached_property
    def find_bar(self) -> "FindBar":
        """The bar that finds notes."""
        from canvasdesk.windows.find_bar import FindBar

        bar = FindBar(self._window.centre, self._view, self._document, self._selection)
        bar.use(self._appearance.theme)
        self._appearance.changed.connect(bar.use)
        return bar

    @cached_property
    def history(self) -> "HistoryList":
        """The list of all steps."""
        from canvasdesk.windows.history_list import HistoryList

        return HistoryList(self._window.centre, self._view, self._document)

    @cached_property
    def pivot(self) -> "Pivot":
        """The strip above the canvas that goes through links one by one."""
        from canvasdesk.windows.pivot import Pivot

        strip = Pivot(self._document, self._selection, self._view)
        strip.said.connect(self._toast.say)
        self._window.board.insertWidget(self._window.board.indexOf(self._view), strip)
        return strip

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
        _toggle(self.history)

    def show_mended(self) -> None:
        """Show what was mended when the file was read."""
        from canvasdesk.windows.mended import Mended

        mended = Mended(self._window.centre, self._view, self._document)
        mended.dismissed.connect(mended.deleteLater)
        mended.ask()

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
            self._middle(), self._window.sides, self._document, self._selection, self.export_picture
        )
        page.use(self._appearance.theme)
        self._appearance.changed.connect(page.use)
        page.wanted.connect(self._show)
        return page

    def show_contrast(self) -> None:
        """Show the segments side by side, or go back."""
        _toggle(self.contrast)

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
        _toggle(self.versions)

    def _show(self, part_id: str) -> None:
        """Show a canvas, that of a segment, or a note or an entry where it lies."""
        if part_id in self._document.workspace.segment_by_id:
            self._selection.show_segment(part_id)
        elif part_id in self._document.workspace.canvas_by_id:
            self._selection.show_canvas(part_id)
        else:
            self._selection.show_part(part_id)
        self._view.setFocus()

    @cached_property
    def palette(self) -> "Palette":
        """The list that is narrowed down by typing."""
        from canvasdesk.windows.palette import Palette

        palette = Palette(self._middle())
        for passed in (self._document.changed, self._document.replaced, self._selection.canvas_changed):
            passed.connect(palette.dismiss)  # what it offers was meant for what there was
        return palette

    def commands(self) -> None:
        """Offer every command, canvas and note."""
        from canvasdesk.windows.offers import canvas_offers, command_offers, matching, recent_offers

        known = [
            *command_offers(self.table, self.bound),
            *canvas_offers(self._document.workspace, self._show),
            *recent_offers(self._settings, self._files.show),
        ]
        self.palette.ask(
            translate("Palette", "Find a note or run a command"),
            lambda query: matching(query, known, self._document.workspace, self._show),
        )

    def link_to(self) -> None:
        """Offer the notes that the selected one can be linked with."""
        from canvasdesk.windows.offers import link_offers

        held = commands.held_notes(self._document, self._selection)
        if len(held) != 1:
            return
        note_id = held[0].id
        offers = link_offers(self._document.workspace, note_id, partial(self._link, note_id))
        self._choose(translate("Palette", "Link with"), offers)

    def _link(self, note_id: str, other: str) -> None:
        if said := commands.link(self._document, self._selection, note_id, other):
            self._toast.say(said)

    def send_to_model(self) -> None:
        """Offer the blocks and entries of the business model to which the selected notes can go."""
        from canvasdesk.windows.flow_offers import send_offers

        held = commands.held_notes(self._document, self._selection)
        if held:
            ids = [note.id for note in held]
            make, link = partial(self._send, ids), partial(self._join, ids)
            offers = send_offers(self._document.workspace, held, make, link)
            self._choose(translate("Palette", "Send to business model"), offers)

    def link_entry(self) -> None:
        """Offer the notes of all canvases that can be linked with the selected entry."""
        from canvasdesk.windows.flow_offers import note_offers

        held = held_entries(self._document, self._selection)
        if len(held) == 1:
            (entry,) = held
            offers = note_offers(
                self._document.workspace, entry, lambda note_id: self._join([note_id], entry.id, note_id)
            )
            self._choose(translate("Palette", "Link to a note"), offers)

    def point_elsewhere(self) -> None:
        """Offer the canvases that the value map of the one shown can be pointed at."""
        from canvasdesk.windows.offers import canvas_offers

        shown = self._selection.canvas_id
        if shown is not None:
            offers = canvas_offers(self._document.workspace, self.pivot.point)
            del offers[[*self._document.workspace.canvas_by_id].index(shown)]
            self._choose(translate("Palette", "Point the value map at"), offers)

    def _choose(self, question: str, offers: Sequence["Offer"]) -> None:
        from canvasdesk.windows.fuzzy import ranked

        if not offers:
            self._toast.say(translate("Palette", "There is nothing that this note could be linked with."))
            return
        self.palette.ask(
            question, lambda query: ranked(query, offers, lambda each: f"{each.text} {each.hint}")
        )

    def _send(self, note_ids: Sequence[str], block: Block) -> None:
        refusal, made = flows.send(self._document, note_ids, block)
        said = translate("Toast", "Sent to {block}.", block=block_name(block))
        self._offer_jump(refusal, said, next(iter(made), ""))

    def _join(self, note_ids: Sequence[str], entry_id: str, other: str = "") -> None:
        refusal = flows.link(self._document, note_ids, entry_id)
        self._offer_jump(refusal, translate("Toast", "Linked."), other or entry_id)

    def _offer_jump(self, refusal: str | None, said: str, part_id: str) -> None:
        """Say what happened, with the way to the other end."""
        if refusal:
            self._toast.say(refusal)
        else:
            self._toast.say(said, translate("Toast", "Go there"), lambda: self._show(part_id))

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
        from canvasdesk.windows.export import ask_for_picture, written_sentence

        beside = self._contrast_shown
        written = ask_for_picture(self._window, self._document, self._view.scene.look, beside=beside)
        if written:
            toast = self.contrast.toast if beside else self._toast
            toast.say(written_sentence(written))

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

    def _middle(self) -> QWidget:
        return self._window.centralWidget() or self._window


def _toggle(overlay: "HistoryList | ContrastView | VersionsPage") -> None:
    if overlay.isVisible():
        overlay.dismiss()
    else:
        overlay.ask()


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
