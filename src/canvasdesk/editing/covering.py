"""Covered notes: what a section hides from the room while everybody writes, and shows afterwards."""

from canvasdesk.editing.notes import edit_notes
from canvasdesk.model.sections import Section
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace


def cover_section(workspace: Workspace, canvas_id: str, section: Section) -> Workspace:
    """Give `workspace` with a section covered: its notes on a canvas, and those written there from now on."""
    covering = workspace.view.covering
    if section not in covering:
        workspace = evolve(workspace, view=evolve(workspace.view, covering=(*covering, section)))
    return _with_notes(workspace, canvas_id, section, covered=True)


def uncover_section(workspace: Workspace, canvas_id: str, section: Section) -> Workspace:
    """Give `workspace` with the notes of a section on a canvas revealed, and new ones written openly."""
    covering = workspace.view.covering
    if section in covering:
        left = tuple(each for each in covering if each is not section)
        workspace = evolve(workspace, view=evolve(workspace.view, covering=left))
    return _with_notes(workspace, canvas_id, section, covered=False)


def _with_notes(workspace: Workspace, canvas_id: str, section: Section, *, covered: bool) -> Workspace:
    notes = workspace.canvas_by_id[canvas_id].in_section(section)
    return edit_notes(workspace, {note.id: {"covered": covered} for note in notes})
