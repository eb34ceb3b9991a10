"""What if: a canvas without one of its notes, to see what that note is worth."""

from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.value import evolve


def without(canvas: ValuePropositionCanvas, note_id: str) -> ValuePropositionCanvas:
    """Give `canvas` without a note of the square and its links; `KeyError` for one that is nowhere."""
    left_out = canvas.note_by_id[note_id]
    gone = {link.id for link in canvas.links_of.get(note_id, ())}
    return evolve(
        canvas,
        notes=tuple(note for note in canvas.notes if note is not left_out),
        links=tuple(link for link in canvas.links if link.id not in gone),
    )
