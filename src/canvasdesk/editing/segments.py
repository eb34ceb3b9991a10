"""What happens to customer segments: new ones, their words, rank and order, and the roles within them."""

from canvasdesk.editing.whole import check_known, edited, keep_out, same
from canvasdesk.model.canvas import Stakeholder, ValuePropositionCanvas
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace


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
    new = evolve(segment, canvases=canvases)
    segments = tuple(new if each is segment else each for each in workspace.segments)
    return evolve(workspace, segments=segments), canvas.id


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
