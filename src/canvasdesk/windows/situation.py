"""What holds at the moment, as far as it decides what can be done: read once, asked by every action."""

from dataclasses import dataclass

from canvasdesk.model.sections import Half
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection


@dataclass(frozen=True, slots=True)
class Around:
    """What the window adds to document and selection: its tool, its sides, its settings."""

    tool: str
    left_folded: bool
    right_folded: bool
    theme: str
    reduce_motion: bool
    snap: bool
    full_screen: bool
    guided: bool
    last_file_first: bool


@dataclass(frozen=True, slots=True)
class Situation:
    """The state of a window in a few words and numbers.

    `undo` and `redo` are the labels of the steps that would be taken, None without one. `parked` says that
    all selected notes are parked.
    """

    has_canvas: bool
    editable: bool
    notes_there: int
    notes: int
    circle_notes: int
    links: int
    focus: bool
    parked: bool
    canvases: int
    undo: str | None
    redo: str | None
    dirty: bool
    has_file: bool
    read_only: bool
    swapped: bool
    window: Around


def situation(document: Document, selection: Selection, around: Around) -> Situation:
    """Give the situation of a window."""
    workspace = document.workspace
    canvas = workspace.canvas_by_id.get(selection.canvas_id or "")
    held = [canvas.note_by_id[each] for each in selection.ids if each in canvas.note_by_id] if canvas else []
    done, undone = document.history.done, document.history.undone
    return Situation(
        has_canvas=canvas is not None,
        editable=canvas is not None and not document.read_only,
        notes_there=len(canvas.notes) if canvas else 0,
        notes=len(held),
        circle_notes=sum(note.section.half is Half.CIRCLE for note in held),
        links=len(selection.ids) - len(held) if canvas else 0,
        focus=selection.focus is not None,
        parked=bool(held) and all(note.parked for note in held),
        canvases=len(workspace.canvas_by_id),
        undo=done[-1].label if done else None,
        redo=undone[0].label if undone else None,
        dirty=document.dirty,
        has_file=document.path is not None,
        read_only=document.read_only,
        swapped=workspace.view.sides_swapped,
        window=around,
    )
