"""One window's document with all that is around it: what actions work on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from canvasdesk.interchange.clipboard import MIME
from canvasdesk.model.business import Block
from canvasdesk.model.canvas import Role
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.session import hands, pasting, roles, segments
from canvasdesk.session.document import Document
from canvasdesk.session.pasting import TEXT, MimeData
from canvasdesk.session.segments import meant_segment
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import LAST_FILE, PLAIN_START, START_WITH, Settings
from canvasdesk.windows.files import Files
from canvasdesk.windows.sides import Sides
from canvasdesk.windows.toast import Toast
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView
    from canvasdesk.windows.room import Room

P = ParamSpec("P")
Paste = Callable[[Document, Selection, MimeData], str | None]


class Opens(Protocol):
    """What can be opened over the window."""

    def choose_start(self) -> None:
        """Ask what to start with."""

    def recover(self) -> None:
        """Offer work that was never saved."""

    def export_picture(self) -> None:
        """Ask for a picture of the canvas shown."""

    def make_poster(self) -> None:
        """Ask for pages to print."""

    def commands(self) -> None:
        """Offer every command, canvas and note."""

    def link_to(self) -> None:
        """Offer the notes that the selected one can be linked with."""

    def send_to_model(self) -> None:
        """Offer the blocks and entries of the business model to which the selected notes can go."""

    def reveal_by_author(self) -> None:
        """Offer the authors of covered notes, whose notes are revealed together."""

    def link_entry(self) -> None:
        """Offer the notes of all canvases that can be linked with the selected entry."""

    def point_elsewhere(self) -> None:
        """Offer the canvases that the value map of the one shown can be pointed at."""

    def rename(self, part_id: str) -> None:
        """Ask for the name of a segment, or of a canvas' stakeholder, in the panel on the left."""

    def find(self) -> None:
        """Open the find bar."""

    def find_next(self, steps: int) -> None:
        """Go on to the next hit."""

    def show_contrast(self) -> None:
        """Show the segments side by side, or go back."""

    def show_history(self) -> None:
        """Open the history, or close it."""

    def show_versions(self) -> None:
        """Show the earlier versions, or go back."""

    def toggle_guide(self) -> None:
        """Show the guide, or end it."""

    def show_shortcuts(self) -> None:
        """Open the sheet of all keys."""

    def show_about(self) -> None:
        """Open the about box."""

    def next_part(self) -> None:
        """Take the keyboard on to the next part of the window."""

    def full_screen(self) -> None:
        """Use the whole screen, or go back."""


@dataclass(frozen=True, slots=True, weakref_slot=True)  # Qt holds its methods by weak references
class Desk:
    """The document, what is held of it, and the parts of its window."""

    document: Document
    selection: Selection
    settings: Settings
    view: "CanvasView"
    files: Files
    sides: Sides
    doors: Opens
    toast: Toast
    room: "Room"

    def do(
        self,
        command: Callable[Concatenate[Document, Selection, P], str | None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Run a command on what is selected and show what it says."""
        before = self.document.workspace
        said = command(self.document, self.selection, *args, **kwargs)
        self.say(said, changed=self.document.workspace is not before)

    def say(self, sentence: str | None, *, changed: bool = False) -> None:
        """Show a sentence; where it tells of a change, with the way back."""
        if sentence and changed:
            self.toast.offer_undo(sentence, self.document.undo)
        elif sentence:
            self.toast.say(sentence)

    def copy(self) -> None:
        """Put the selected notes on the clipboard."""
        _to_clipboard(pasting.copy(self.document, self.selection))

    def cut(self) -> None:
        """Take the selected notes to the clipboard."""
        data, refusal = pasting.cut(self.document, self.selection)
        _to_clipboard(data)
        self.say(refusal)

    def paste(self, command: Paste = hands.paste) -> None:
        """Make notes of what is on the clipboard."""
        self.do(command, _from_clipboard())

    def link(self) -> None:
        """Link the note with the focus; without it, take up the tool that links any two."""
        if self.selection.focus:
            self.view.start_link()
        else:
            self.view.set_tool("link")

    def tidy(self) -> None:
        """Line up the section of the note with the focus, or all sections."""
        self.do(hands.tidy)

    def start_with_last_file(self) -> None:
        """Open the last file at the next start, or ask again what to start with."""
        asks = self.settings.get(START_WITH) == PLAIN_START
        self.settings.set(START_WITH, LAST_FILE if asks else PLAIN_START)

    # The business model and the segments in it.

    @property
    def segment(self) -> CustomerSegment | None:
        """The segment that is meant: that of the canvas shown, or the one selected on the business model."""
        return meant_segment(self.document, self.selection)

    def zoom_between(self) -> None:
        """Go from a canvas out to the business model, or from there into the canvas meant."""
        if self.selection.canvas_id is not None:
            self.selection.show_business_model()
        elif segment := self.segment:
            self.selection.show_segment(segment.id)
        else:
            self.selection.show_last_canvas()

    def show_only(self) -> None:
        """Narrow the business model down to the segment of what has the focus; or show all again."""
        entry = self.document.workspace.entry_by_id.get(self.selection.focus or "")
        meant = self.segment.id if self.segment else next(iter(entry.segment_ids if entry else ()), None)
        self.selection.show_only(None if meant in (self.selection.only, None) else meant)

    def add_segment(self) -> None:
        """Add a segment and ask for its name: on its card, or beside its canvas."""
        if self.selection.canvas_id is None:
            self.view.capture(Block.SEGMENTS)
            return
        segment = CustomerSegment(name=translate("Segments", "New segment"))
        self.say(segments.add_segment(self.document, self.selection, segment))
        self.show_canvas_details()

    def rename_segment(self) -> None:
        """Ask for another name of the segment meant: on its card, or in the panel beside its canvas."""
        segment = self.segment
        if segment and self.selection.canvas_id is None:
            self.view.edit(segment.id)
        elif segment:
            self.doors.rename(segment.id)

    def add_role(self, role: Role) -> None:
        """Add a canvas for a role in the segment meant, and show it."""
        if segment := self.segment:
            self.say(roles.add_role(self.document, self.selection, segment.id, role))

    def show_canvas_details(self) -> None:
        """Show what the canvas as a whole carries, with the keyboard in the segment's name."""
        self.selection.clear()
        self.sides.show_details()

    def edit_statement(self) -> None:
        """Show what the canvas as a whole carries, with the keyboard in its sentence."""
        self.selection.clear()
        self.sides.show_details("statement")

    def next_canvas(self, steps: int) -> None:
        """Go on to the next canvas of the workspace, or back; after the last comes the first.

        From the business model one comes to the first, or the last.
        """
        there = list(self.document.workspace.canvas_by_id)
        here = self.selection.canvas_id
        at = there.index(here) if here in there else min(-steps, 0)
        if there:
            self.selection.show_canvas(there[(at + steps) % len(there)])


def _to_clipboard(data: MimeData) -> None:
    if data:
        mime = QMimeData()
        for kind, content in data.items():
            mime.setData(kind, content)
        QGuiApplication.clipboard().setMimeData(mime)


def _from_clipboard() -> Mapping[str, bytes]:
    mime = _clipboard()
    if mime is None:
        return {}
    found = {kind: bytes(mime.data(kind).data()) for kind in (MIME,) if mime.hasFormat(kind)}
    return found | ({TEXT: mime.text().encode("utf-8", "replace")} if mime.hasText() else {})


def _clipboard() -> QMimeData | None:
    """Give what lies on the clipboard; None on some systems where nothing does."""
    return QGuiApplication.clipboard().mimeData()
