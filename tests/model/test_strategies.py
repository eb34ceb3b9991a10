"""What the strategies promise: values of the model, valid and with every reference in place."""

from hypothesis import Phase, find, given, settings

from canvasdesk.model.flows import Relation
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from tests.strategies import canvases, notes, workspaces

FIRST = settings(max_examples=2000, database=None, deadline=None, phases=[Phase.generate])


@given(workspaces())
def test_a_drawn_workspace_is_valid_from_its_own_dump(workspace: Workspace) -> None:
    assert Workspace.model_validate_json(workspace.model_dump_json()) == workspace


def test_links_ratings_flows_and_unknown_keys_are_drawn() -> None:
    assert find(canvases(), lambda canvas: len(canvas.links) > 1, settings=FIRST).links
    assert find(
        canvases(), lambda canvas: any(other.ratings for other in canvas.alternatives), settings=FIRST
    )
    assert find(notes(Section.JOBS), lambda note: note.job_role is not None, settings=FIRST).job_type
    found = find(
        workspaces(),
        lambda workspace: any(flow.relation is Relation.ENABLES for flow in workspace.flows),
        settings=FIRST,
    )
    assert found.business_model.entries
    assert find(workspaces(), lambda workspace: bool(workspace.model_extra), settings=FIRST).model_extra
