"""A red-team round: as long as it runs, links only get weaker, and what the fit was before is kept."""

from canvasdesk.editing.whole import EditError
from canvasdesk.model.figures import figures
from canvasdesk.model.fit import FULL_STRENGTH
from canvasdesk.model.flows import FitFigures
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate


def begin(workspace: Workspace) -> Workspace:
    """Give `workspace` in a red-team round; one that has begun goes on."""
    if workspace.view.red_team is not None:
        return workspace
    return evolve(workspace, view=evolve(workspace.view, red_team=figures(workspace)))


def end(workspace: Workspace) -> Workspace:
    """Give `workspace` outside of any red-team round."""
    return evolve(workspace, view=evolve(workspace.view, red_team=None))


def before(workspace: Workspace, canvas_id: str | None) -> FitFigures | None:
    """Give the figures that a canvas had when the round began; None for one that was not there."""
    known = workspace.view.red_team or ()
    return next((each for each in known if each.canvas_id == canvas_id), None)


def refuse_stronger(workspace: Workspace, old: int | None, new: int | None) -> None:
    """Raise `EditError` where a link of strength `old`, 0 for none yet, would get stronger in a round.

    None is a link that nobody has rated: it counts as one that answers fully.
    """
    was, becomes = (FULL_STRENGTH if each is None else each for each in (old, new))
    if workspace.view.red_team is not None and becomes > was:
        raise EditError(translate("Link", "In a red-team round, links can only get weaker."))
