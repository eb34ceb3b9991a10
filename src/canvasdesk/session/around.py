"""What the user does around the notes: work, business model, canvas, alternatives, evidence, and sides.

As with the commands for notes, each makes at most one step and gives a sentence to say, or None.
"""

from collections.abc import Collection, Mapping

from canvasdesk.editing import board, business, canvases, deletion, evidence
from canvasdesk.model.canvas import Alternative
from canvasdesk.model.evidence import Evidence
from canvasdesk.session.attempt import attempt, strokes
from canvasdesk.session.document import Document
from canvasdesk.session.placing import MIRROR
from canvasdesk.words import translate


def swap_sides(document: Document) -> str | None:
    """Put square and circle on each other's side, on every canvas."""
    return attempt(
        document, translate("Step", "Swap sides"), lambda workspace: board.swap_sides(workspace, MIRROR)
    )


def edit_workspace(document: Document, **fields: object) -> str | None:
    """Give title or description of the work another value."""
    return attempt(
        document,
        translate("Step", "Edit title"),
        lambda workspace: board.edit_workspace(workspace, **fields),
        strokes(document.workspace.id, fields),
    )


def edit_model(document: Document, **fields: object) -> str | None:
    """Give name or purpose of the business model another value."""
    return attempt(
        document,
        translate("Step", "Edit business model"),
        lambda workspace: business.edit_model(workspace, **fields),
        strokes(document.workspace.business_model.id, fields),
    )


def edit_canvas(document: Document, canvas_id: str, **fields: object) -> str | None:
    """Give fields of a canvas another value: statement, why now, status or review date."""
    return attempt(
        document,
        _canvas_label(fields),
        lambda workspace: canvases.edit_canvas(workspace, canvas_id, **fields),
        strokes(canvas_id, fields),
    )


def add_alternative(document: Document, canvas_id: str, alternative: Alternative) -> str | None:
    """Add something the customer uses today."""
    return attempt(
        document,
        translate("Step", "Add alternative"),
        lambda workspace: canvases.add_alternative(workspace, canvas_id, alternative),
    )


def edit_alternative(document: Document, alternative_id: str, **fields: object) -> str | None:
    """Give kind or name of an alternative another value."""
    return attempt(
        document,
        translate("Step", "Edit alternative"),
        lambda workspace: canvases.edit_alternative(workspace, alternative_id, **fields),
        strokes(alternative_id, fields),
    )


def rate(document: Document, alternative_id: str, note_id: str, rating: int | None) -> str | None:
    """Rate how well an alternative answers a note of the circle, 0 to 3, or take the rating back."""
    return attempt(
        document,
        translate("Step", "Rate alternative"),
        lambda workspace: canvases.rate(workspace, alternative_id, note_id, rating),
    )


def remove_alternative(document: Document, alternative_id: str) -> str | None:
    """Take an alternative away with its ratings."""
    return attempt(
        document,
        translate("Step", "Delete alternative"),
        lambda workspace: deletion.delete(workspace, [alternative_id]),
    )


def add_evidence(document: Document, record: Evidence) -> str | None:
    """Add a record of evidence."""
    return attempt(
        document,
        translate("Step", "Add evidence"),
        lambda workspace: evidence.add_evidence(workspace, record),
    )


def edit_evidence(document: Document, record_id: str, **fields: object) -> str | None:
    """Give fields of a record of evidence another value."""
    return attempt(
        document,
        translate("Step", "Edit evidence"),
        lambda workspace: evidence.edit_record(workspace, record_id, **fields),
        strokes(record_id, fields),
    )


def attach_evidence(document: Document, record_id: str, ids: Collection[str]) -> str | None:
    """Say that a record of evidence is about these notes or links too."""
    return attempt(
        document,
        translate("Step", "Attach evidence"),
        lambda workspace: evidence.attach(workspace, record_id, ids),
    )


def detach_evidence(document: Document, record_id: str, ids: Collection[str]) -> str | None:
    """Say that a record of evidence is not about these notes or links."""
    return attempt(
        document,
        translate("Step", "Detach evidence"),
        lambda workspace: evidence.detach(workspace, record_id, ids),
    )


def remove_evidence(document: Document, record_id: str) -> str | None:
    """Take a record of evidence away."""
    return attempt(
        document,
        translate("Step", "Delete evidence"),
        lambda workspace: deletion.delete(workspace, [record_id]),
    )


def _canvas_label(fields: Mapping[str, object]) -> str:
    if fields.keys() == {"statement"}:
        return translate("Step", "Edit value proposition")
    if fields.keys() == {"status"}:
        return translate("Step", "Change status")
    return translate("Step", "Edit canvas")
