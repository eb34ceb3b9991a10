"""What happens to customer segments: new ones, their words, rank and order, and the roles within them."""

from collections.abc import Mapping

from canvasdesk.editing.canvases import edit_canvas
from canvasdesk.editing.whole import altered, check_known, edited, keep_out, same
from canvasdesk.model.canvas import Stakeholder, ValuePropositionCanvas
from canvasdesk.model.flows import Flow, Relation
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.model.value import evolve, new_id
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate


def add_segment(workspace: Workspace, segment: CustomerSegment) -> Workspace:
    """Give `workspace` with one more segment at the end; a primary one makes the former primary secondary."""
    return _with_segments(workspace, (*workspace.segments, segment), newest=segment.id)


def edit_segment(workspace: Workspace, segment_id: str, **fields: object) -> Workspace:
    """Give `workspace` with a segment's fields changed; a new primary makes the former one secondary."""
    keep_out(fields, "id", "canvases")
    _index(workspace, segment_id)
    return _with_segments(workspace, edited(workspace.segments, {segment_id: fields}), newest=segment_id)


def move_segment(workspace: Workspace, segment_id: str, index: int) -> Workspace:
    """Give `workspace` with a segment at another place in the list, counted from 0 without it."""
    others = list(workspace.segments)
    others.insert(index, others.pop(_index(workspace, segment_id)))
    return _with_segments(workspace, tuple(others), newest=segment_id)


def duplicate_segment(workspace: Workspace, segment_id: str) -> tuple[Workspace, str]:
    """Give `workspace` with a copy of a segment and its canvases right after it, and the copy's id.

    The copy of a primary segment is secondary. Entries, evidence and hypotheses speak of the original only.
    """
    index = _index(workspace, segment_id)
    segment = workspace.segments[index]
    canvases = {canvas.id: _renewed(canvas) for canvas in segment.canvases}
    copy = evolve(
        segment,
        id=new_id(),
        name=_copied(segment.name),
        priority=Priority.SECONDARY if segment.priority is Priority.PRIMARY else segment.priority,
        canvases=tuple(canvases.values()),
    )
    segments = (*workspace.segments[: index + 1], copy, *workspace.segments[index + 1 :])
    flows = _targeted_too(workspace, canvases, copy.id)
    return evolve(workspace, segments=segments, flows=flows), copy.id


def add_role(workspace: Workspace, segment_id: str, stakeholder: Stakeholder) -> tuple[Workspace, str]:
    """Give `workspace` with one more role in a segment, and the id of the role's canvas.

    While the segment has a single canvas that no role owns yet, the new role takes that one.
    """
    segment = workspace.segments[_index(workspace, segment_id)]
    first = segment.canvases[0]
    canvases = segment.canvases
    if len(canvases) == 1 and first.stakeholder is None:
        canvas = evolve(first, stakeholder=stakeholder)
        canvases = (canvas,)
    else:
        canvas = ValuePropositionCanvas(stakeholder=stakeholder)
        canvases = (*canvases, canvas)
    return _with_canvases(workspace, segment, canvases), canvas.id


def edit_role(workspace: Workspace, canvas_id: str, **fields: object) -> Workspace:
    """Give `workspace` with role, name or veto of a canvas' stakeholder changed.

    Where there is none yet, the role has to be among the fields.
    """
    there = workspace.canvas_by_id[canvas_id].stakeholder
    stakeholder = altered(there, fields) if there else Stakeholder.model_validate(fields)
    return edit_canvas(workspace, canvas_id, stakeholder=stakeholder)


def move_role(workspace: Workspace, canvas_id: str, index: int) -> Workspace:
    """Give `workspace` with a role at another place in its segment, counted from 0 without it."""
    segment = workspace.segment_of[canvas_id]
    others = [canvas for canvas in segment.canvases if canvas.id != canvas_id]
    others.insert(index, workspace.canvas_by_id[canvas_id])
    return _with_canvases(workspace, segment, tuple(others))


def duplicate_role(workspace: Workspace, canvas_id: str) -> tuple[Workspace, str]:
    """Give `workspace` with a copy of a canvas right after it in its segment, and the copy's id."""
    segment, canvas = workspace.segment_of[canvas_id], workspace.canvas_by_id[canvas_id]
    who = canvas.stakeholder
    copy = evolve(_renewed(canvas), stakeholder=who and evolve(who, name=_copied(who.name)))
    pairs = ((each, copy) if each is canvas else (each,) for each in segment.canvases)
    canvases = tuple(each for pair in pairs for each in pair)
    flows = _targeted_too(workspace, {canvas_id: copy}, segment.id)
    return evolve(_with_canvases(workspace, segment, canvases), flows=flows), copy.id


def _renewed(canvas: ValuePropositionCanvas) -> ValuePropositionCanvas:
    """Give a copy of a canvas in which everything has an id of its own."""
    ids = {note.id: new_id() for note in canvas.notes}
    return evolve(
        canvas,
        id=new_id(),
        notes=tuple(evolve(note, id=ids[note.id]) for note in canvas.notes),
        links=tuple(
            evolve(link, id=new_id(), source=ids[link.source], target=ids[link.target])
            for link in canvas.links
        ),
        alternatives=tuple(
            evolve(other, id=new_id(), ratings={ids[each]: rated for each, rated in other.ratings.items()})
            for other in canvas.alternatives
        ),
    )


def _copied(name: str) -> str:
    return translate("Segment", "{name} (copy)", name=name) if name else ""


def _targeted_too(
    workspace: Workspace, copies: Mapping[str, ValuePropositionCanvas], segment_id: str
) -> tuple[Flow, ...]:
    """Give all flows, and one to each copy whose original is the target of its segment."""
    targeted = {flow.canvas_end for flow in workspace.flows if flow.relation is Relation.TARGETS}
    more = (
        Flow(relation=Relation.TARGETS, business_end=segment_id, canvas_end=copy.id)
        for canvas_id, copy in copies.items()
        if canvas_id in targeted
    )
    return (*workspace.flows, *more)


def _with_canvases(
    workspace: Workspace, segment: CustomerSegment, canvases: tuple[ValuePropositionCanvas, ...]
) -> Workspace:
    if same(canvases, segment.canvases):
        return workspace
    new = evolve(segment, canvases=canvases)
    return evolve(workspace, segments=tuple(new if each is segment else each for each in workspace.segments))


def _index(workspace: Workspace, segment_id: str) -> int:
    ids = [segment.id for segment in workspace.segments]
    check_known({segment_id}, ids)
    return ids.index(segment_id)


def _with_segments(workspace: Workspace, segments: tuple[CustomerSegment, ...], newest: str) -> Workspace:
    primary = {each.id for each in segments if each.priority is Priority.PRIMARY}
    if newest in primary:
        demoted = {each: {"priority": Priority.SECONDARY} for each in primary - {newest}}
        segments = edited(segments, demoted)
    return workspace if same(segments, workspace.segments) else evolve(workspace, segments=segments)
