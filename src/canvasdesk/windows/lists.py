"""The lists over a window in which one chooses by a few letters: commands, notes, blocks, canvases."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from canvasdesk.drawing.naming import block_name
from canvasdesk.model.business import Block
from canvasdesk.scene.view import CanvasView
from canvasdesk.session import commands, covering, flows
from canvasdesk.session.document import Document
from canvasdesk.session.entries import held_entries
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import Settings
from canvasdesk.windows.actions.action import Action
from canvasdesk.windows.binding import Bound
from canvasdesk.windows.files import Files
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.toast import Toast
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.windows.palette import Offer, Palette
    from canvasdesk.windows.pivot import Pivot


class Lists:
    """Opens one list at a time; `table` and `bound` are the window's actions, set once they exist."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        selection: Selection,
        settings: Settings,
        files: Files,
        view: CanvasView,
        toast: Toast,
    ) -> None:
        self._window = window
        self._document, self._selection, self._settings = document, selection, settings
        self._files, self._view, self._toast = files, view, toast
        self.table: Sequence[Action] = ()
        self.bound: Bound = {}

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
            lambda query: matching(query, known, self._view.scene.seen, self._show),
        )

    def link_to(self) -> None:
        """Offer the notes that the selected one can be linked with."""
        from canvasdesk.windows.offers import link_offers

        held = commands.held_notes(self._document, self._selection)
        if len(held) != 1:
            return
        note_id = held[0].id
        offers = link_offers(self._view.scene.seen, note_id, partial(self._link, note_id))
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

    def reveal_by_author(self) -> None:
        """Offer the authors of covered notes, whose notes are revealed together."""
        from canvasdesk.windows.offers import author_offers

        authors = covering.covered_authors(commands.shown_canvas(self._document, self._selection))
        self._choose(translate("Palette", "Reveal the notes of"), author_offers(authors, self._reveal_by))

    def _reveal_by(self, author: str) -> None:
        before = self._document.workspace
        said = covering.reveal_by(self._document, self._selection, author) or ""
        if self._document.workspace is before:
            self._toast.say(said)
        else:
            self._toast.offer_undo(said, self._document.undo)

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

    def _show(self, part_id: str) -> None:
        """Show a canvas, or a part wherever it lies."""
        if part_id in self._document.workspace.canvas_by_id:
            self._selection.show_canvas(part_id)
        else:
            self._selection.show_part(part_id)
        self._view.setFocus()

    @cached_property
    def pivot(self) -> "Pivot":
        """The strip above the canvas that goes through links one by one."""
        from canvasdesk.windows.pivot import Pivot

        strip = Pivot(self._document, self._selection, self._view)
        strip.said.connect(self._toast.say)
        self._window.board.insertWidget(self._window.board.indexOf(self._view), strip)
        return strip

    def _middle(self) -> QWidget:
        return self._window.centralWidget() or self._window
