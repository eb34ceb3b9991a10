"""Small canvases for the tests of fit, spelled out note by note."""

from collections.abc import Mapping

from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Half, Section


def note(note_id: str, section: Section, importance: int | None = None, **fields: object) -> Note:
    return Note(id=note_id, section=section, importance=importance, **fields)  # type: ignore[arg-type]


def canvas_of(*notes: Note, links: Mapping[str, int | None] | None = None) -> ValuePropositionCanvas:
    """Give a canvas with `links` spelled `"source target": strength`."""
    joined = tuple(
        FitLink(id=f"link {ends}", source=ends.split()[0], target=ends.split()[1], strength=strength)
        for ends, strength in (links or {}).items()
    )
    return ValuePropositionCanvas(notes=notes, links=joined)


def counted(canvas: ValuePropositionCanvas, half: Half) -> list[Note]:
    return [each for each in canvas.notes if each.section.half is half and not each.parked]
