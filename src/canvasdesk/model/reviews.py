"""Reviews: which flows have an end that says something else now than when somebody last looked at both."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from canvasdesk.model.flows import Flow, Relation, Seen

if TYPE_CHECKING:
    from canvasdesk.model.workspace import Workspace  # which keeps what is to be reviewed


@dataclass(frozen=True, slots=True)
class ChangedEnd:
    """An end of a flow that changed: what it said at the last review, and what it says now."""

    end_id: str
    before: Seen
    now: Seen


def seen(workspace: "Workspace", end_id: str) -> Seen:
    """Give what an entry, note, canvas or segment says now; `KeyError` for one that is nowhere."""
    text, figure = _said(workspace, end_id)
    return Seen(text=text, figure=figure)


def changed_ends(workspace: "Workspace", flow: Flow) -> tuple[ChangedEnd, ...]:
    """Give the ends of `flow` that say something else than at its last review; *targets* is not reviewed."""
    if flow.relation is Relation.TARGETS:
        return ()
    ends = ((flow.business_end, flow.business_seen), (flow.canvas_end, flow.canvas_seen))
    return tuple(
        ChangedEnd(end_id, before, seen(workspace, end_id))
        for end_id, before in ends
        if before is not None and (before.text, before.figure) != _said(workspace, end_id)
    )


def needs_review(workspace: "Workspace", flow: Flow) -> bool:
    """Say whether an end of `flow` changed since its last review."""
    return bool(changed_ends(workspace, flow))


def flows_to_review(workspace: "Workspace") -> tuple[Flow, ...]:
    """Give the flows that need a review, in the file's order; `Workspace.to_review` keeps them."""
    return tuple(flow for flow in workspace.flows if needs_review(workspace, flow))


def _said(workspace: "Workspace", end_id: str) -> tuple[str, float | None]:
    if entry := workspace.entry_by_id.get(end_id):
        return entry.text, entry.amount
    if note := workspace.note(end_id):
        return note.text, note.importance
    if canvas := workspace.canvas_by_id.get(end_id):
        return canvas.statement, None
    return workspace.segment_by_id[end_id].name, None
