"""Edits of segments: one primary at most, an order, and roles with a canvas each."""

import pytest

from canvasdesk.editing.segments import add_role, add_segment, edit_segment, move_segment
from canvasdesk.model.canvas import Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.segments import CustomerSegment, Market, Priority
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import workshop

BUYER = Stakeholder(role=Role.PROCUREMENT, name="Sam")


def priorities(workspace: Workspace) -> dict[str, Priority | None]:
    return {segment.id: segment.priority for segment in workspace.segments}


def test_a_new_primary_makes_the_former_secondary() -> None:
    after = edit_segment(workshop(), "painters", priority=Priority.PRIMARY, name="Painters")
    assert priorities(after) == {"builders": Priority.SECONDARY, "painters": Priority.PRIMARY}
    added = add_segment(after, CustomerSegment(id="new", priority=Priority.PRIMARY))
    assert priorities(added) == {
        "builders": Priority.SECONDARY,
        "painters": Priority.SECONDARY,
        "new": Priority.PRIMARY,
    }


def test_another_edit_leaves_the_primary_alone() -> None:
    before = workshop()
    after = edit_segment(before, "painters", market=Market.B2C)
    assert priorities(after) == {"builders": Priority.PRIMARY, "painters": None}
    assert after.segments[0] is before.segments[0]
    assert after.segments[1].canvases[0] is before.segments[1].canvases[0]
    assert edit_segment(after, "painters", market=Market.B2C) is after


def test_canvases_have_edits_of_their_own() -> None:
    with pytest.raises(TypeError, match="canvases"):
        edit_segment(workshop(), "painters", canvases=(ValuePropositionCanvas(),))
    with pytest.raises(KeyError, match="nobody"):
        edit_segment(workshop(), "nobody", name="x")


@pytest.mark.parametrize(
    ("moved", "index", "order"),
    [("a", 0, "abc"), ("a", 1, "bac"), ("a", 2, "bca"), ("c", 0, "cab"), ("b", 2, "acb")],
)
def test_order(moved: str, index: int, order: str) -> None:
    before = Workspace(segments=tuple(CustomerSegment(id=each) for each in "abc"))
    after = move_segment(before, moved, index)
    assert "".join(segment.id for segment in after.segments) == order
    assert set(map(id, after.segments)) == set(map(id, before.segments))
    assert (after is before) == (order == "abc")


def test_the_first_role_takes_the_canvas_there_is() -> None:
    after, canvas_id = add_role(workshop(), "painters", BUYER)
    assert canvas_id == "painter"
    assert after.canvas_by_id["painter"].stakeholder == BUYER


def test_a_further_role_gets_a_canvas_of_its_own() -> None:
    before = workshop()
    after, canvas_id = add_role(before, "builders", BUYER)
    assert [canvas.id for canvas in after.segments[0].canvases] == ["manager", "buyer", canvas_id]
    assert after.canvas_by_id[canvas_id].stakeholder == BUYER
    assert after.canvas_by_id["manager"] is before.canvas_by_id["manager"]
