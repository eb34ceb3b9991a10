"""What happens to the workspace as a whole: its title and words, and the side each half stands on."""

from canvasdesk.editing.notes import place_notes
from canvasdesk.editing.whole import altered, keep_out
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import RECORDS, Workspace

_PARTS = ("business_model", "segments", *RECORDS, "view")


def edit_workspace(workspace: Workspace, **fields: object) -> Workspace:
    """Give `workspace` with title, description or language changed."""
    keep_out(fields, "id", "created", "modified", "quarantine", *_PARTS)
    return altered(workspace, fields)


def facing(workspace: Workspace, other: Workspace, width: float) -> Workspace:
    """Give `workspace` with its sides where `other` has them, for places to mean the same in both."""
    if workspace.view.sides_swapped == other.view.sides_swapped:
        return workspace
    return swap_sides(workspace, width)


def swap_sides(workspace: Workspace, width: float) -> Workspace:
    """Give `workspace` with square and circle on each other's side, and every note mirrored with its half.

    `width` is that of the board less that of a note, in canvas units: what a note's two places add up to.
    """
    view = evolve(workspace.view, sides_swapped=not workspace.view.sides_swapped)
    notes = (note for canvas in workspace.canvas_by_id.values() for note in canvas.notes)
    mirrored = place_notes(workspace, {note.id: (width - note.x, note.y) for note in notes})
    return evolve(mirrored, view=view)
