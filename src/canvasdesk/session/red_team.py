"""What the user does about a red-team round: begin it, end it, and hear what it did to the fit."""

from canvasdesk.drawing.naming import share_name
from canvasdesk.editing import red_team
from canvasdesk.model.fit import fit
from canvasdesk.session.attempt import attempt
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate


def toggle(document: Document, selection: Selection) -> str | None:
    """Begin a red-team round, or end the one that runs and say what it did to the canvas shown."""
    if document.workspace.view.red_team is None:
        return attempt(document, translate("Step", "Begin red-team round"), red_team.begin)
    said = outcome(document, selection)
    return attempt(document, translate("Step", "End red-team round"), red_team.end) or said


def outcome(document: Document, selection: Selection) -> str:
    """Say what the fit of the canvas shown was when the round began, and what it is now."""
    workspace = document.workspace
    canvas = workspace.canvas_by_id.get(selection.canvas_id or "")
    if canvas is None:
        return translate("RedTeam", "Red-team round")
    now = share_name(fit(canvas, workspace.levels).on_paper)
    known = red_team.before(workspace, canvas.id)
    if known is None:
        return translate("RedTeam", "Red-team round: fit is {now}", now=now)
    before = share_name(known.on_paper)
    return translate("RedTeam", "Red-team round: fit was {before}, is {now}", before=before, now=now)
