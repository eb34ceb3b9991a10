"""What happens to a canvas around its notes: sentence, status, role, and what the customer uses today."""

from canvasdesk.editing.whole import (
    EditError,
    altered,
    canvases_with,
    edited,
    keep_out,
    replace_canvases,
    replace_parts,
)
from canvasdesk.model.canvas import Alternative, AlternativeKind, ValuePropositionCanvas
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate


def edit_canvas(workspace: Workspace, canvas_id: str, **fields: object) -> Workspace:
    """Give `workspace` with statement, why now, worse without us, status, review date or role changed."""
    keep_out(fields, "id", "notes", "links", "alternatives")
    return replace_canvases(workspace, [altered(workspace.canvas_by_id[canvas_id], fields)])


def add_alternative(workspace: Workspace, canvas_id: str, alternative: Alternative) -> Workspace:
    """Give `workspace` with one more thing that the customer of a canvas uses today.

    Raises `EditError` for a second alternative of the kind *do nothing*.
    """
    canvas = workspace.canvas_by_id[canvas_id]
    return _with_alternatives(workspace, canvas, (*canvas.alternatives, alternative))


def edit_alternative(workspace: Workspace, alternative_id: str, **fields: object) -> Workspace:
    """Give `workspace` with kind, name or ratings of an alternative changed.

    Raises `EditError` for a second alternative of the kind *do nothing*.
    """
    keep_out(fields, "id")
    (canvas,) = canvases_with(workspace, {alternative_id})
    return _with_alternatives(workspace, canvas, edited(canvas.alternatives, {alternative_id: fields}))


def rate(workspace: Workspace, alternative_id: str, note_id: str, rating: int | None) -> Workspace:
    """Give `workspace` with an alternative rated 0 to 3, or not at all, for a note of the circle."""
    (canvas,) = canvases_with(workspace, {alternative_id})
    (old,) = (each.ratings for each in canvas.alternatives if each.id == alternative_id)
    ratings = {each: rated for each, rated in old.items() if each != note_id}
    if rating is not None:
        ratings = {**old, note_id: rating}
    return edit_alternative(workspace, alternative_id, ratings=ratings)


def _with_alternatives(
    workspace: Workspace, canvas: ValuePropositionCanvas, alternatives: tuple[Alternative, ...]
) -> Workspace:
    if sum(each.kind is AlternativeKind.DO_NOTHING for each in alternatives) > 1:
        raise EditError(translate("Alternative", "This canvas already has “do nothing” as an alternative."))
    return replace_canvases(workspace, [replace_parts(canvas, alternatives=alternatives)])
