"""What every part of a panel works with: document, selection, and a way to say something to the user."""

from collections.abc import Callable
from dataclasses import dataclass

from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.session.commands import shown_canvas
from canvasdesk.session.document import Document
from canvasdesk.session.segments import held_segments
from canvasdesk.session.selection import Selection


@dataclass(frozen=True, slots=True)
class Voice:
    """The document, what is selected of it, and where sentences for the user go."""

    document: Document
    selection: Selection
    tell: Callable[[str], object]

    @property
    def canvas(self) -> ValuePropositionCanvas | None:
        """The canvas shown; on the business model the first of the segment selected."""
        held = held_segments(self.document, self.selection)
        return held[0].canvases[0] if held else shown_canvas(self.document, self.selection)

    def say(self, sentence: str | None) -> None:
        """Pass on what a command said, if it said anything."""
        if sentence:
            self.tell(sentence)
