"""The figures of a workspace, kept as values."""

from hypothesis import given

from canvasdesk.model.figures import figures
from canvasdesk.model.fit import fit
from canvasdesk.model.workspace import Workspace
from tests.strategies import workspaces


@given(workspaces())
def test_every_canvas_has_the_figures_of_its_fit(workspace: Workspace) -> None:
    kept = figures(workspace)
    assert [each.canvas_id for each in kept] == list(workspace.canvas_by_id)
    for each in kept:
        its = fit(workspace.canvas_by_id[each.canvas_id], workspace.levels)
        assert (each.on_paper, each.proven, each.wanted, each.today) == (
            its.on_paper,
            its.proven,
            its.wanted,
            its.today,
        )


def test_a_workspace_without_segments_has_none() -> None:
    assert figures(Workspace()) == ()
