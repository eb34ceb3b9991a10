"""One window's document with all that is around it: what actions work on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from canvasdesk.editing import segments
from canvasdesk.interchange.clipboard import MIME
from canvasdesk.model.canvas import Role, Stakeholder
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.session import around, commands, pasting
from canvasdesk.session.attempt import attempt
from canvasdesk.session.document import Document
from canvasdesk.session.pasting import TEXT, MimeData
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import LAST_FILE, PLAIN_START, START_WITH, Settings
from canvasdesk.windows.files import Files
from canvasdesk.windows.sides import Sides
from canvasdesk.windows.toast import Toast
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView

P = ParamSpec("P")
Paste = Callable[[Document, Selection, MimeData], str | None]


class Opens(Protocol):
    """What can be opened over the window."""

    def choose_start(self) -> None:
        """Ask what to start with."""

    def export_picture(self) -> None:
        """Ask for a picture of the canvas shown."""

    def commands(self) -> None:
        """Offer every command, canvas and note."""

    def link_to(self) -> None:
        """Offer the notes that the selected one can be linked with."""

    def find(self) -> None:
        """Open the find bar."""

    def find_next(self, steps: int) -> None:
        """Go on to the next hit."""

    def show_history(self) -> None:
        """Open the history, or close it."""

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

    def paste(self, command: Paste = pasting.paste) -> None:
        """Make notes of what is on the clipboard."""
        self.do(command, _from_clipboard())

    def jump(self, canvas_id: str, note_id: str) -> None:
        """Show a note, wherever it lies, and select it."""
        self.selection.show_canvas(canvas_id)
        self.selection.select([note_id])
        self.view.reveal(note_id)

    def link(self) -> None:
        """Link the note with the focus; without it, take up the tool that links any two."""
        if self.selection.focus:
            self.view.start_link()
        else:
            self.view.set_tool("link")

    def tidy(self) -> None:
        """Line up the section of the note with the focus, or all sections."""
        note = self.document.workspace.note(self.selection.focus or "")
        self.do(commands.tidy, (note.section,) if note else tuple(Section))

    def start_with_last_file(self) -> None:
        """Open the last file at the next start, or ask again what to start with."""
        asks = self.settings.get(START_WITH) == PLAIN_START
        self.settings.set(START_WITH, LAST_FILE if asks else PLAIN_START)

    # Segments.

    def add_segment(self) -> None:
        """Add a segment, show its canvas and ask for its name."""
        segment = CustomerSegment(name=translate("Segments", "New segment"))
        if refusal := around.add_segment(self.document, segment):
            self.say(refusal)
            return
        self.selection.show_canvas(segment.canvases[0].id)
        self.show_canvas_details()

    def add_role(self, role: Role) -> None:
        """Add a canvas for a role in the segment shown, and show it."""
        segment = self.document.workspace.segment_of[self.selection.canvas_id or ""]
        after, canvas_id = segments.add_role(self.document.workspace, segment.id, Stakeholder(role=role))
        refusal = attempt(self.document, translate("Step", "Add role"), lambda _: after)
        self.say(refusal)
        self.selection.show_canvas(canvas_id)

    def delete_segment(self) -> None:
        """Delete the segment shown, and say so with the way back."""
        segment = self.document.workspace.segment_of[self.selection.canvas_id or ""]
        refusal = around.remove_segment(self.document, segment.id)
        told = translate("Toast", "Segment “{name}” deleted.", name=segment.name)
        self.say(refusal or told, changed=refusal is None)

    def show_canvas_details(self) -> None:
        """Show what the canvas as a whole carries, with the keyboard in the segment's name."""
        self.selection.clear()
        self.sides.show_details()

    def edit_statement(self) -> None:
        """Show what the canvas as a whole carries, with the keyboard in its sentence."""
        self.selection.clear()
        self.sides.show_details("statement")

    def next_canvas(self, steps: int) -> None:
        """Go on to the next canvas of the workspace, or back; after the last comes the first."""
        there = list(self.document.workspace.canvas_by_id)
        if self.selection.canvas_id in there:
            at = there.index(self.selection.canvas_id)
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
