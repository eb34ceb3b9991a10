"""Reviews: which flows have an end that says something else now than when somebody last looked at both."""

from collections.abc import Callable
from dataclasses import dataclass

from canvasdesk.model.flows import Flow, Relation, Seen

Says = Callable[[str], tuple[str, float | None]]
"""Gives what an entry, note, canvas or segment says now, by its id: text, and amount or importance."""


@dataclass(frozen=True, slots=True)
class ChangedEnd:
    """An end of a flow that changed: what it said at the last review, and what it says now."""

    end_id: str
    before: Seen
    now: Seen


def changed_ends(flow: Flow, says: Says) -> tuple[ChangedEnd, ...]:
    """Give the ends of `flow` that say something else than at its last review; *targets* is not reviewed."""
    if flow.relation is Relation.TARGETS:
        return ()
    ends = ((flow.business_end, flow.business_seen), (flow.canvas_end, flow.canvas_seen))
    return tuple(
        ChangedEnd(end_id, before, Seen(text=text, figure=figure))
        for end_id, before in ends
        if before is not None
        for text, figure in (says(end_id),)
        if (before.text, before.figure) != (text, figure)
    )
