"""What the user does with customer segments and the roles in them, on the business model and in the panel.

Each command makes at most one step and gives a sentence to say, or None; see `session.commands`.
"""

from collections.abc import Collection, Sequence

from canvasdesk.drawing.business_model import segment_cards
from canvasdesk.drawing.naming import listed
from canvasdesk.editing import deletion, segments
from canvasdesk.editing.notes import Place
from canvasdesk.layout.blocks import SEGMENT_WIDE
from canvasdesk.layout.geometry import Point, Rect
from canvasdesk.model.quoting import one_line
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.attempt import attempt, merging, one_or_many, strokes
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate


def held_segments(document: Document, selection: Selection) -> tuple[CustomerSegment, ...]:
    """Give the segments selected on the business model, in their order."""
    there = document.workspace.segments if selection.canvas_id is None else ()
    return tuple(segment for segment in there if segment.id in selection.ids)


def meant_segment(document: Document, selection: Selection) -> CustomerSegment | None:
    """Give the segment that is meant: that of the canvas shown, or the one selected on the business model."""
    if selection.canvas_id is not None:
        return document.workspace.segment_of[selection.canvas_id]
    held = held_segments(document, selection)
    return held[0] if len(held) == 1 else None


def add_segment(document: Document, selection: Selection, segment: CustomerSegment) -> str | None:
    """Add a segment; select it on the business model, else show its canvas. Its first name joins the step."""
    refusal = attempt(
        document,
        translate("Step", "Add segment"),
        lambda workspace: segments.add_segment(workspace, segment),
        merging("text", [segment.id]),
    )
    if refusal is None:
        _show(selection, [segment.id])
    return refusal


def edit_segment(document: Document, segment_id: str, **fields: object) -> str | None:
    """Give fields of a segment another value; a new primary segment makes the former one secondary."""
    return attempt(
        document,
        translate("Step", "Edit segment"),
        lambda workspace: segments.edit_segment(workspace, segment_id, **fields),
        strokes(segment_id, fields),
    )


def rename(document: Document, segment_id: str, name: str, *, adding: bool = False) -> str | None:
    """Give a segment another name; strokes merge into one step, with its coming while it is `adding`."""
    label = translate("Step", "Add segment") if adding else translate("Step", "Rename segment")
    return attempt(
        document,
        label,
        lambda workspace: segments.edit_segment(workspace, segment_id, name=name),
        merging("text", [segment_id]),
    )


def is_blank(segment: CustomerSegment) -> bool:
    """Say whether nothing is known of a segment yet, so that nothing is lost with it."""
    own = {name: getattr(segment, name) for name in type(segment).model_fields if name not in _IDENTITY}
    (canvas, *others) = segment.canvases
    return not any(own.values()) and not others and not canvas.notes and canvas.stakeholder is None


_IDENTITY = {"id", "canvases"}


def end_name(document: Document, segment_id: str) -> str | None:
    """Close the run of strokes in a segment's name; a blank one left without a name vanishes."""
    segment, refusal = document.workspace.segment_by_id.get(segment_id), None
    if segment and is_blank(segment):
        refusal = attempt(
            document,
            translate("Step", "Delete segment"),
            lambda workspace: deletion.delete(workspace, [segment_id]),
            merging("text", [segment_id]),
        )
    document.seal()
    return refusal


def drop(document: Document, segment_id: str, place: Place) -> str | None:
    """Put a segment where its card was dropped in the row of all."""
    workspace = document.workspace
    cards = segment_cards(workspace)
    own = cards.pop(segment_id)
    centre = Rect(*place, own.w, own.h).centre
    return move(document, segment_id, sum(_comes_before(card, centre) for card in cards.values()))


def _comes_before(card: Rect, point: Point) -> bool:
    """Say whether a card comes before a point, in one column or in rows of several."""
    if card.w >= SEGMENT_WIDE:
        return card.centre.y < point.y
    return card.bottom <= point.y or (card.y < point.y and card.centre.x < point.x)


def step(document: Document, segment_id: str, steps: int) -> str | None:
    """Move a segment up or down in the list of all."""
    order = list(document.workspace.segment_by_id)
    return move(document, segment_id, min(max(order.index(segment_id) + steps, 0), len(order) - 1))


def move(document: Document, segment_id: str, index: int) -> str | None:
    """Put a segment at another place in the list of all, counted from 0 without it."""
    return attempt(
        document,
        translate("Step", "Move segment"),
        lambda it: segments.move_segment(it, segment_id, index),
    )


def remove(document: Document, segment_ids: Collection[str], others: Collection[str] = ()) -> str | None:
    """Delete segments, and `others` with them, and say what went with them."""
    workspace = document.workspace
    gone = [segment for segment in workspace.segments if segment.id in segment_ids]
    told = _what_went(workspace, gone)
    refusal = attempt(
        document,
        one_or_many(
            len(gone),
            translate("Step", "Delete segment"),
            translate("Step", "Delete %n segments", count=len(gone)),
        ),
        lambda it: deletion.delete(it, [*segment_ids, *others]),
    )
    return refusal or told


def _what_went(workspace: Workspace, gone: Sequence[CustomerSegment]) -> str:
    parts = frozenset().union(*(segment.ids for segment in gone))
    canvases = [canvas for segment in gone for canvas in segment.canvases]
    flows = [flow for flow in workspace.flows if flow.canvas_end in parts or flow.business_end in parts]
    names = one_line(listed([segment.name or translate("Canvas", "Unnamed segment") for segment in gone]))
    went = [
        one_or_many(
            len(canvases),
            translate("Toast", "a canvas"),
            translate("Toast", "%n canvases", count=len(canvases)),
        ),
        *counted(sum(len(canvas.notes) for canvas in canvases), len(flows)),
    ]
    return translate("Toast", "“{name}” deleted, with {what}.", name=names, what=listed(went))


def counted(notes: int, flows: int) -> list[str]:
    """Say how many notes and flows there are, as far as there are any."""
    said = [translate("Toast", "%n note(s)", count=notes)] if notes else []
    return [*said, translate("Toast", "%n flow(s)", count=flows)] if flows else said


def duplicate(document: Document, selection: Selection) -> str | None:
    """Copy the segments selected, or that of the canvas shown, with their canvases; go on to the copies."""
    meant = meant_segment(document, selection)
    held = (meant,) if meant else held_segments(document, selection)
    after, copies = document.workspace, list[str]()
    for segment in held:
        after, copy = segments.duplicate_segment(after, segment.id)
        copies.append(copy)
    refusal = attempt(document, translate("Step", "Duplicate segment"), lambda _: after)
    if refusal is None:
        _show(selection, copies)
    return refusal


def add_names(document: Document, selection: Selection, names: Sequence[str], label: str) -> str | None:
    """Add a segment for each name and select them on the business model."""
    added = [CustomerSegment(name=name) for name in names]
    after = document.workspace
    for segment in added:
        after = segments.add_segment(after, segment)
    refusal = attempt(document, label, lambda _: after)
    if refusal is None and selection.canvas_id is None:
        selection.select([segment.id for segment in added])
    return refusal


def _show(selection: Selection, segment_ids: Sequence[str]) -> None:
    if selection.canvas_id is None:
        selection.select(segment_ids)
    else:
        selection.show_segment(segment_ids[0])
