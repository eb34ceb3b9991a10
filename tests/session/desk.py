"""A document with a selection, and the few questions the tests of commands ask of them."""

from pathlib import Path

from canvasdesk.layout.geometry import Rect
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.placing import note_size
from canvasdesk.session.selection import Selection


class Desk:
    """What a user has in front of them: the canvas *manager* of a workspace."""

    def __init__(self, folder: Path, workspace: Workspace) -> None:
        self.document = Document(workspace, folder)
        self.selection = Selection(self.document)

    @property
    def canvas(self) -> ValuePropositionCanvas:
        return self.document.workspace.canvas_by_id["manager"]

    @property
    def labels(self) -> list[str]:
        return [step.label for step in self.document.history.done]

    def note(self, note_id: str) -> Note:
        return self.canvas.note_by_id[note_id]

    def rect(self, note_id: str) -> Rect:
        """Give what a note covers, less the hundredth of a unit that rounding may cost."""
        note = self.note(note_id)
        return Rect(note.x, note.y, *note_size(note.text)).inset(0.01)

    def hold(self, *ids: str) -> None:
        self.selection.select(ids)
