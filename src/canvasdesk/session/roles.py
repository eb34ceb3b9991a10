"""What the user does with the stakeholder roles in a segment, each with a canvas of its own.

Each command makes at most one step and gives a sentence to say, or None; see `session.commands`.
"""

from canvasdesk.drawing.naming import listed, role_name
from canvasdesk.editing import canvases, deletion, segments
from canvasdesk.model.canvas import Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.quoting import one_line
from canvasdesk.session.attempt import attempt, strokes
from canvasdesk.session.document import Document
from canvasdesk.session.segments import counted
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate


def stakeholder_name(canvas: ValuePropositionCanvas) -> str:
    """Give what the stakeholder of a canvas is called, by the role without a name of their own."""
    who = canvas.stakeholder
    if who is None:
        return translate("Segment", "Nobody’s canvas yet")
    return one_line(who.name) or role_name(who.role)


def add_role(document: Document, selection: Selection, segment_id: str, role: Role) -> str | None:
    """Add a role to a segment and show its canvas."""
    after, canvas_id = segments.add_role(document.workspace, segment_id, Stakeholder(role=role))
    refusal = attempt(document, translate("Step", "Add role"), lambda _: after)
    selection.show_canvas(canvas_id)
    return refusal


def edit_role(document: Document, canvas_id: str, **fields: object) -> str | None:
    """Give role, name or veto of a canvas' stakeholder another value; the role None takes them all away."""
    if fields == {"role": None}:
        return attempt(
            document,
            translate("Step", "Change role"),
            lambda workspace: canvases.edit_canvas(workspace, canvas_id, stakeholder=None),
        )
    return attempt(
        document,
        translate("Step", "Change role"),
        lambda workspace: segments.edit_role(workspace, canvas_id, **fields),
        strokes(canvas_id, fields),
    )


def step(document: Document, canvas_id: str, steps: int) -> str | None:
    """Move a role up or down in its segment."""
    order = [canvas.id for canvas in document.workspace.segment_of[canvas_id].canvases]
    return move(document, canvas_id, min(max(order.index(canvas_id) + steps, 0), len(order) - 1))


def move(document: Document, canvas_id: str, index: int) -> str | None:
    """Put a role at another place in its segment, counted from 0 without it."""
    return attempt(
        document,
        translate("Step", "Move role"),
        lambda workspace: segments.move_role(workspace, canvas_id, index),
    )


def duplicate(document: Document, selection: Selection, canvas_id: str) -> str | None:
    """Copy a role with its canvas, and show the copy."""
    after, copy = segments.duplicate_role(document.workspace, canvas_id)
    refusal = attempt(document, translate("Step", "Duplicate role"), lambda _: after)
    selection.show_canvas(copy)
    return refusal


def remove(document: Document, canvas_id: str) -> str | None:
    """Delete a role with its canvas, and say what went with it."""
    canvas, flows = document.workspace.canvas_by_id[canvas_id], document.workspace.flows
    name = stakeholder_name(canvas)
    went = counted(len(canvas.notes), sum(flow.canvas_end in canvas.ids for flow in flows))
    told = translate("Toast", "“{name}” deleted.", name=name)
    if went:
        told = translate("Toast", "“{name}” deleted, with {what}.", name=name, what=listed(went))
    refusal = attempt(
        document,
        translate("Step", "Delete role"),
        lambda workspace: deletion.delete(workspace, [canvas_id]),
    )
    return refusal or told
