"""Deletion: whatever has an id goes, with everything that spoke of it, in one step."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from typing import TypeVar

from canvasdesk.editing.whole import EditError, check_known, replace_parts, same
from canvasdesk.model.business import BusinessModelCanvas
from canvasdesk.model.canvas import Alternative, ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, Hypothesis
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

R = TypeVar("R", Evidence, Hypothesis)


def delete(workspace: Workspace, ids: Collection[str]) -> Workspace:
    """Give `workspace` without the things that have these ids, nor anything that speaks of them.

    They may be notes, links, alternatives, canvases, segments, entries, flows, evidence or hypotheses.
    With a note go its links, ratings and flows; records of evidence and hypotheses stay and lose the mention.
    Raises `EditError` for the last canvas of a segment that stays, `KeyError` for an id that is nowhere.
    """
    if not ids:
        return workspace
    gone = dependants(workspace, ids)
    return evolve(
        workspace,
        segments=tuple(_segment_without(each, gone) for each in workspace.segments if each.id not in gone),
        business_model=_business_model_without(workspace.business_model, gone),
        evidence=_records_without(workspace.evidence, gone),
        hypotheses=_records_without(workspace.hypotheses, gone),
        flows=tuple(flow for flow in workspace.flows if flow.id not in gone),
    )


def dependants(workspace: Workspace, ids: Collection[str]) -> frozenset[str]:
    """Give `ids` and those of everything that cannot stand without them: all that `delete` takes away."""
    gone = set(ids)
    check_known(gone, _deletable(workspace))
    for segment in workspace.segments:
        if segment.id in gone:
            gone |= segment.ids
        elif all(canvas.id in gone for canvas in segment.canvases):
            raise EditError(translate("Segment", "A segment keeps at least one canvas."))
        for canvas in segment.canvases:
            if canvas.id in gone:
                gone |= canvas.ids
            elif not gone.isdisjoint(canvas.ids):
                gone.update(link.id for link in canvas.links if link.source in gone or link.target in gone)
    gone.update(flow.id for flow in workspace.flows if flow.business_end in gone or flow.canvas_end in gone)
    return frozenset(gone)


def _deletable(workspace: Workspace) -> frozenset[str]:
    records: tuple[Evidence | Hypothesis, ...] = (*workspace.evidence, *workspace.hypotheses)
    return frozenset(workspace.entry_by_id).union(
        (record.id for record in records),
        (flow.id for flow in workspace.flows),
        *(segment.ids for segment in workspace.segments),
    )


def _segment_without(segment: CustomerSegment, gone: AbstractSet[str]) -> CustomerSegment:
    if gone.isdisjoint(segment.ids):
        return segment
    left = tuple(_canvas_without(canvas, gone) for canvas in segment.canvases if canvas.id not in gone)
    return evolve(segment, canvases=left)


def _canvas_without(canvas: ValuePropositionCanvas, gone: AbstractSet[str]) -> ValuePropositionCanvas:
    others = (without_ratings(other, gone) for other in canvas.alternatives if other.id not in gone)
    return replace_parts(
        canvas,
        notes=tuple(note for note in canvas.notes if note.id not in gone),
        links=tuple(link for link in canvas.links if link.id not in gone),
        alternatives=tuple(others),
    )


def without_ratings(alternative: Alternative, note_ids: AbstractSet[str]) -> Alternative:
    """Give `alternative` without its ratings of these notes."""
    if note_ids.isdisjoint(alternative.ratings):
        return alternative
    left = {note_id: rating for note_id, rating in alternative.ratings.items() if note_id not in note_ids}
    return evolve(alternative, ratings=left)


def _business_model_without(model: BusinessModelCanvas, gone: AbstractSet[str]) -> BusinessModelCanvas:
    left = tuple(
        entry
        if gone.isdisjoint(entry.segment_ids)
        else evolve(entry, segment_ids=tuple(each for each in entry.segment_ids if each not in gone))
        for entry in model.entries
        if entry.id not in gone
    )
    return model if same(left, model.entries) else evolve(model, entries=left)


def _records_without(records: tuple[R, ...], gone: AbstractSet[str]) -> tuple[R, ...]:
    return tuple(
        record
        if gone.isdisjoint(record.about)
        else evolve(record, about=tuple(each for each in record.about if each not in gone))
        for record in records
        if record.id not in gone
    )
