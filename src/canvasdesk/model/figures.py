"""The fit of every canvas at a moment, as values that can be kept."""

from canvasdesk.model.fit import fit
from canvasdesk.model.flows import FitFigures
from canvasdesk.model.workspace import Workspace


def figures(workspace: Workspace) -> tuple[FitFigures, ...]:
    """Give the figures of every canvas, in the order of the segments and their canvases."""
    found = ((canvas.id, fit(canvas, workspace.levels)) for canvas in workspace.canvas_by_id.values())
    return tuple(
        FitFigures(
            canvas_id=canvas_id,
            on_paper=its.on_paper,
            proven=its.proven,
            wanted=its.wanted,
            today=its.today,
        )
        for canvas_id, its in found
    )
