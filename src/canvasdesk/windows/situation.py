"""What holds at the moment, as far as it decides what can be done: read once, asked by every action."""

from dataclasses import dataclass

from canvasdesk.editing.agenda import running
from canvasdesk.model.canvas import Role
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import Market, Priority
from canvasdesk.model.sessions import Frame
from canvasdesk.session.covering import covered_notes
from canvasdesk.session.document import Document
from canvasdesk.session.entries import held_entries
from canvasdesk.session.segments import held_segments, meant_segment
from canvasdesk.session.selection import Selection


@dataclass(frozen=True, slots=True)
class Pace:
    """How a window leads a room: whether a timer is set and runs, may be heard, and whether a step is on."""

    timer: bool
    runs: bool
    sound: bool
    step: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What a room is shown: this window, or one of its own, which frame, and in which light."""

    presenting: bool
    audience: bool
    frame: Frame
    spot: bool
    laser: bool
    pointer: str


@dataclass(frozen=True, slots=True)
class Around:
    """What the window adds to document and selection: tool, sides, settings, and what a room is shown."""

    tool: str
    left_folded: bool
    right_folded: bool
    theme: str
    reduce_motion: bool
    snap: bool
    full_screen: bool
    guided: bool
    last_file_first: bool
    shown: Shown
    pace: Pace
    what_if: bool


@dataclass(frozen=True, slots=True)
class Situation:
    """The state of a window in a few words and numbers.

    `undo` and `redo` are the labels of the steps that would be taken, None without one. `parked` says that
    all selected notes are parked, `covered` that all are covered; so many of the canvas are `hidden`, and new
    ones of the sections in `covering` will be. `red_team` says that links only get weaker. `flows` are those
    of the note or entry with the focus, `reviews` those of them to be reviewed; `back` says that there is a
    sheet to go back to. On a canvas, `cards` are the selected notes, on the business model the selected
    entries and segments; `segment` says that one segment is meant: that of the canvas, or the one selected.
    `priority`, `market` and `colour` are its own, `role` and `veto` those of the canvas, which is one of
    `roles` in its segment. `steps` are those of the agenda, `session` says that one is running.
    """

    has_canvas: bool
    editable: bool
    on_model: bool
    writable: bool
    cards_there: int
    cards: int
    notes: int
    links: int
    entries: int
    segment: bool
    segments: int
    priority: Priority | None
    market: Market | None
    colour: str | None
    role: Role | None
    veto: bool
    roles: int
    only: bool
    focus: bool
    flows: int
    reviews: int
    back: bool
    parked: bool
    covered: bool
    hidden: int
    covering: tuple[Section, ...]
    red_team: bool
    canvases: int
    undo: str | None
    redo: str | None
    dirty: bool
    has_file: bool
    read_only: bool
    swapped: bool
    steps: int
    session: bool
    window: Around


def situation(document: Document, selection: Selection, around: Around) -> Situation:
    """Give the situation of a window."""
    workspace = document.workspace
    canvas = workspace.canvas_by_id.get(selection.canvas_id or "")
    held = [canvas.note_by_id[each] for each in selection.ids if each in canvas.note_by_id] if canvas else []
    entries, segments = held_entries(document, selection), held_segments(document, selection)
    flows = workspace.flows_of.get(selection.focus or "", ())
    meant, who = meant_segment(document, selection), canvas.stakeholder if canvas else None
    done, undone = document.history.done, document.history.undone
    model_cards = len(workspace.business_model.entries) + len(workspace.segments)
    return Situation(
        has_canvas=canvas is not None,
        editable=canvas is not None and not document.read_only,
        on_model=canvas is None,
        writable=not document.read_only,
        cards_there=len(canvas.notes) if canvas else model_cards,
        cards=len(held) + len(entries) + len(segments),
        notes=len(held),
        links=len(selection.ids) - len(held) if canvas else 0,
        entries=len(entries),
        segment=meant is not None,
        segments=len(workspace.segments),
        priority=meant.priority if meant else None,
        market=meant.market if meant else None,
        colour=meant.colour if meant else None,
        role=who.role if who else None,
        veto=who is not None and who.veto,
        roles=len(meant.canvases) if meant and canvas else 0,
        only=selection.only is not None,
        focus=selection.focus is not None,
        flows=len(flows),
        reviews=sum(flow in workspace.to_review for flow in flows),
        back=selection.can_go_back,
        parked=bool(held) and all(note.parked for note in held),
        covered=bool(held) and all(note.covered for note in held),
        hidden=len(covered_notes(canvas)),
        covering=workspace.view.covering,
        red_team=workspace.view.red_team is not None,
        canvases=len(workspace.canvas_by_id),
        undo=done[-1].label if done else None,
        redo=undone[0].label if undone else None,
        dirty=document.dirty,
        has_file=document.path is not None,
        read_only=document.read_only,
        swapped=workspace.view.sides_swapped,
        steps=len(workspace.agenda),
        session=running(workspace) is not None,
        window=around,
    )
