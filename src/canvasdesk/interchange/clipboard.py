"""Notes with the links among them, or entries of the business model, on the clipboard in our own format."""

from collections.abc import Collection
from typing import Literal

from pydantic import ValidationError

from canvasdesk.model.business import BusinessModelCanvas, Entry
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.value import Value

MIME = "application/vnd.canvasdesk.clip+json"
MOST_BYTES = 10_000_000


class Clip(Value):
    """Notes and the links among them as they were on one canvas, or entries as they were in their blocks."""

    format: Literal["canvasdesk-clip"]
    version: Literal[1]
    sides_swapped: bool = False
    notes: tuple[Note, ...] = ()
    links: tuple[FitLink, ...] = ()
    entries: tuple[Entry, ...] = ()

    def model_post_init(self, _context: object, /) -> None:
        """Check that there is something, and that it could stand somewhere; raises `ValueError`."""
        if not self.notes and not self.entries:
            raise ValueError("an empty clip")
        ValuePropositionCanvas(notes=self.notes, links=self.links)


def clip(canvas: ValuePropositionCanvas, note_ids: Collection[str], *, sides_swapped: bool) -> Clip:
    """Give notes of a canvas, at least one, and the links among them."""
    return Clip(
        format="canvasdesk-clip",
        version=1,
        sides_swapped=sides_swapped,
        notes=tuple(note for note in canvas.notes if note.id in note_ids),
        links=tuple(link for link in canvas.links if link.source in note_ids and link.target in note_ids),
    )


def entry_clip(model: BusinessModelCanvas, entry_ids: Collection[str]) -> Clip:
    """Give entries of a business model, at least one."""
    return Clip(
        format="canvasdesk-clip",
        version=1,
        entries=tuple(entry for entry in model.entries if entry.id in entry_ids),
    )


def write_clip(clipped: Clip) -> bytes:
    """Give a clip as the bytes for the clipboard."""
    return clipped.model_dump_json(exclude_defaults=True).encode()


def read_clip(data: bytes) -> Clip | None:
    """Give the clip in some bytes; None for what this version does not understand."""
    if len(data) > MOST_BYTES:
        return None
    try:
        return Clip.model_validate_json(data)
    except ValidationError:
        return None
