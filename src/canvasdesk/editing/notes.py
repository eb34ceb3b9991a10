"""What happens to sticky notes: new ones, other words, places, sections and ranks."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from canvasdesk.editing.deletion import delete, without_ratings
from canvasdesk.editing.whole import (
    Changes,
    canvases_with,
    check_known,
    edited,
    keep_out,
    replace_canvases,
    replace_parts,
)
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.flows import FLOW_ENDS, Relation
from canvasdesk.model.notes import FitLink, JobType, Note, in_section
from canvasdesk.model.sections import ANSWERS, Half, Section
from canvasdesk.model.value import REACH, evolve, new_id
from canvasdesk.model.workspace import Workspace

Place = tuple[float, float]
GRAIN = 2  # decimals kept of a place: finer than any screen shows, short in the file


def add_notes(workspace: Workspace, canvas_id: str, notes: Iterable[Note]) -> Workspace:
    """Give `workspace` with `notes` at the end of a canvas."""
    canvas = workspace.canvas_by_id[canvas_id]
    return replace_canvases(workspace, [replace_parts(canvas, notes=(*canvas.notes, *notes))])


def edit_notes(workspace: Workspace, changes: Changes) -> Workspace:
    """Give `workspace` with fields of notes changed.

    A job that is no supporting one any more loses its role. Raises `TypeError` for `id` and `section`
    (`move_to_section` sees to what else must change), `KeyError` for a note that is nowhere.
    """
    notes = _notes(workspace, changes)
    whole = {note.id: _with_job_role(note, changes[note.id]) for note in notes}
    return replace_canvases(
        workspace,
        [
            replace_parts(canvas, notes=edited(canvas.notes, whole))
            for canvas in canvases_with(workspace, changes)
        ],
    )


def place_notes(workspace: Workspace, places: Mapping[str, Place]) -> Workspace:
    """Give `workspace` with notes at other places: top left corners in canvas units, by note id."""
    kept = {note_id: within_reach(place) for note_id, place in places.items()}
    return edit_notes(workspace, {note_id: {"x": x, "y": y} for note_id, (x, y) in kept.items()})


def within_reach(place: Place) -> Place:
    """Give a place as it can be kept: rounded, and no farther out than a note may lie."""
    x, y = (max(-REACH, min(REACH, round(each, GRAIN))) for each in place)
    return x, y


def reorder(workspace: Workspace, note_ids: Sequence[str]) -> Workspace:
    """Give `workspace` with notes of one canvas in another order, in the places that they had among all."""
    if not note_ids:
        return workspace
    (canvas,) = canvases_with(workspace, note_ids)
    moved, turn = frozenset(note_ids), iter(note_ids)
    notes = tuple(canvas.note_by_id[next(turn)] if note.id in moved else note for note in canvas.notes)
    return replace_canvases(workspace, [replace_parts(canvas, notes=notes)])


def rank(workspace: Workspace, note_ids: Collection[str], importance: int | None) -> Workspace:
    """Give `workspace` with those of the notes that lie in the circle ranked 1 to 5, or unranked."""
    ranked = (note for note in _notes(workspace, note_ids) if note.section.half is Half.CIRCLE)
    return edit_notes(workspace, {note.id: {"importance": importance} for note in ranked})


def park(workspace: Workspace, note_ids: Collection[str], *, parked: bool) -> Workspace:
    """Give `workspace` with notes parked, so that they count nowhere, or taken back."""
    return edit_notes(workspace, {note_id: {"parked": parked} for note_id in note_ids})


def move_to_section(
    workspace: Workspace,
    note_ids: Collection[str],
    section: Section,
    places: Mapping[str, Place] | None = None,
) -> Workspace:
    """Give `workspace` with notes in another section; see `move_to_sections`."""
    return move_to_sections(workspace, dict.fromkeys(note_ids, section), places)


def move_to_sections(
    workspace: Workspace, sections: Mapping[str, Section], places: Mapping[str, Place] | None = None
) -> Workspace:
    """Give `workspace` with notes in other sections, and at new places where given; both by note id.

    What makes no sense there goes in the same step: fields of the old section, links with the wrong partner,
    ratings of a note that left the circle, flows that join other sections.
    """
    moved = {note.id: in_section(note, sections[note.id]) for note in _notes(workspace, sections)}
    freed = delete(workspace, lost_links(workspace, sections) | _lost_flows(workspace, sections))
    there = replace_canvases(freed, [_with_moved(each, moved) for each in canvases_with(freed, moved)])
    return place_notes(there, places) if places else there


def lost_links(workspace: Workspace, sections: Mapping[str, Section]) -> frozenset[str]:
    """Give the links that cannot stay when notes move to other `sections`, by note id."""
    lost: set[str] = set()
    for canvas in canvases_with(workspace, sections):
        after = {note.id: sections.get(note.id, note.section) for note in canvas.notes}
        lost.update(
            link.id for link in canvas.links if ANSWERS.get(after[link.source]) is not after[link.target]
        )
    return frozenset(lost)


def duplicate(
    workspace: Workspace, note_ids: Collection[str], offset: Place
) -> tuple[Workspace, tuple[str, ...]]:
    """Give `workspace` with copies of notes and of the links among them, and the copies' ids.

    The copies lie `offset` away, in canvas units, and follow in the originals' order.
    """
    wanted = {note.id for note in _notes(workspace, note_ids)}
    new_ids: list[str] = []
    for canvas in canvases_with(workspace, wanted):
        notes = [note for note in canvas.notes if note.id in wanted]
        links = [link for link in canvas.links if link.source in wanted and link.target in wanted]
        workspace, added = add_copies(workspace, canvas.id, notes, links, offset)
        new_ids.extend(added)
    return workspace, tuple(new_ids)


def add_copies(
    workspace: Workspace,
    canvas_id: str,
    notes: Iterable[Note],
    links: Iterable[FitLink],
    offset: Place = (0.0, 0.0),
) -> tuple[Workspace, tuple[str, ...]]:
    """Give `workspace` with copies of `notes` and the `links` among them on a canvas, and the copies' ids.

    Every copy gets an id of its own, so that the same notes can be pasted any number of times. In a red-team
    round, copies answer nothing.
    """
    renamed: dict[str, str] = {}
    copies: list[Note] = []
    for note in notes:
        renamed[note.id] = new_id()
        x, y = within_reach((note.x + offset[0], note.y + offset[1]))
        copies.append(evolve(note, id=renamed[note.id], x=x, y=y))
    again = (
        evolve(link, id=new_id(), source=renamed[link.source], target=renamed[link.target])
        for link in (links if workspace.view.red_team is None else ())
    )
    canvas = workspace.canvas_by_id[canvas_id]
    with_copies = replace_parts(canvas, notes=(*canvas.notes, *copies), links=(*canvas.links, *again))
    return replace_canvases(workspace, [with_copies]), tuple(renamed.values())


def _notes(workspace: Workspace, note_ids: Collection[str]) -> list[Note]:
    """Give notes by their ids, in the file's order; `KeyError` for one that is nowhere."""
    wanted = frozenset(note_ids)
    holding = canvases_with(workspace, wanted)
    notes = [note for canvas in holding for note in canvas.notes if note.id in wanted]
    if len(notes) < len(wanted):
        check_known(wanted, {note.id for note in notes})
    return notes


def _with_job_role(note: Note, fields: Mapping[str, object]) -> Mapping[str, object]:
    keep_out(fields, "id", "section")
    if note.job_role and fields.get("job_type", note.job_type) is not JobType.SUPPORTING:
        return {**fields, "job_role": None}
    return fields


def _with_moved(canvas: ValuePropositionCanvas, moved: Mapping[str, Note]) -> ValuePropositionCanvas:
    in_square = {note_id for note_id, note in moved.items() if note.section.half is not Half.CIRCLE}
    return replace_parts(
        canvas,
        notes=tuple(moved.get(note.id, note) for note in canvas.notes),
        alternatives=tuple(without_ratings(other, in_square) for other in canvas.alternatives),
    )


def _lost_flows(workspace: Workspace, sections: Mapping[str, Section]) -> frozenset[str]:
    return frozenset(
        flow.id
        for flow in workspace.flows
        if flow.relation is not Relation.TARGETS
        and flow.canvas_end in sections
        and sections[flow.canvas_end] not in FLOW_ENDS[flow.relation][1]
    )
