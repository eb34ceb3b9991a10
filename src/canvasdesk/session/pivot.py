"""What the user does to point a value map at another segment: the square is copied, links come one by one.

Each command makes at most one step; see `session.commands`.
"""

from collections.abc import Mapping

from canvasdesk.editing import pivot
from canvasdesk.editing.notes import place_notes
from canvasdesk.layout.geometry import Rect
from canvasdesk.model.sections import Half, Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.attempt import attempt
from canvasdesk.session.document import Document
from canvasdesk.session.placing import free_places, note_size
from canvasdesk.words import translate


def copy_value_map(
    document: Document, canvas_id: str, target_id: str
) -> tuple[Mapping[str, str] | None, str | None]:
    """Copy the square of a canvas to another; give the copies by the notes' ids, or the sentence why not."""
    after, copies = pivot.copy_value_map(document.workspace, canvas_id, target_id)
    placed = _beside(document.workspace, after, target_id)
    refusal = attempt(document, translate("Step", "Point value map at segment"), lambda _: placed)
    return (None, refusal) if refusal else (copies, None)


def _beside(before: Workspace, after: Workspace, canvas_id: str) -> Workspace:
    """Give `after` with the new notes of a canvas where none lay before."""
    old, new = before.canvas_by_id[canvas_id], after.canvas_by_id[canvas_id]
    taken = [Rect(note.x, note.y, *note_size(note.text)) for note in old.notes]
    places = dict[str, tuple[float, float]]()
    for section in (each for each in Section if each.half is Half.SQUARE):
        fresh = [note for note in new.in_section(section) if note.id not in old.note_by_id]
        rects = [Rect(note.x, note.y, *note_size(note.text)) for note in fresh]
        if any(one.intersects(other) for one in rects for other in taken):
            free = free_places(before, old, section, [note.text for note in fresh])
            places |= {note.id: (place.x, place.y) for note, place in zip(fresh, free, strict=True)}
    return place_notes(after, places)
