"""Edits of segments: one primary at most, an order, and roles with a canvas each."""

import pytest
from hypothesis import given
from pydantic import ValidationError

from canvasdesk.editing.segments import (
    add_role,
    add_segment,
    duplicate_role,
    duplicate_segment,
    edit_role,
    edit_segment,
    move_role,
    move_segment,
)
from canvasdesk.model.canvas import Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.fit import fit
from canvasdesk.model.flows import Relation
from canvasdesk.model.segments import CustomerSegment, Market, Priority
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import workshop
from tests.strategies import workspaces

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


def roles(workspace: Workspace) -> list[str]:
    return [canvas.id for canvas in workspace.segments[0].canvases]


def test_a_role_is_edited_field_by_field() -> None:
    after = edit_role(workshop(), "buyer", veto=True)
    after = edit_role(after, "buyer", name="Sam", role=Role.PROCUREMENT)
    assert after.canvas_by_id["buyer"].stakeholder == Stakeholder(
        role=Role.PROCUREMENT, name="Sam", veto=True
    )
    assert edit_role(after, "buyer", veto=True) is after


def test_a_canvas_that_nobody_owns_needs_a_role_first() -> None:
    after = edit_role(workshop(), "painter", role=Role.END_USER, name="Kim")
    assert after.canvas_by_id["painter"].stakeholder == Stakeholder(role=Role.END_USER, name="Kim")
    with pytest.raises(ValidationError, match="role"):
        edit_role(workshop(), "painter", veto=True)


def test_roles_have_an_order() -> None:
    before = workshop()
    after = move_role(before, "buyer", 0)
    assert roles(after) == ["buyer", "manager"]
    assert after.canvas_by_id["buyer"] is before.canvas_by_id["buyer"]
    assert after.segments[1] is before.segments[1]
    assert move_role(before, "manager", 0) is before


def test_a_copy_stands_beside_its_original_with_its_own_name() -> None:
    before = workshop()
    after, copy_id = duplicate_segment(before, "builders")
    original, copy, painters = after.segments
    assert (original, painters) == before.segments
    assert (copy.id, copy.name, copy.priority) == (copy_id, "Builders (copy)", Priority.SECONDARY)
    assert [canvas.stakeholder for canvas in copy.canvases] == [
        canvas.stakeholder for canvas in original.canvases
    ]


def test_what_spoke_of_the_original_speaks_of_it_alone() -> None:
    before = workshop()
    after, copy_id = duplicate_segment(before, "builders")
    assert after.business_model is before.business_model
    assert (after.evidence, after.hypotheses) == (before.evidence, before.hypotheses)
    *old, new = after.flows
    assert tuple(old) == before.flows
    target = after.segment_by_id[copy_id].canvases[0].id
    assert (new.relation, new.business_end, new.canvas_end) == (Relation.TARGETS, copy_id, target)


def test_a_segment_without_targets_has_a_copy_without() -> None:
    before = workshop()
    after, copy_id = duplicate_segment(before, "painters")
    assert after.flows == before.flows
    assert (after.segments[-1].id, after.segments[-1].name) == (copy_id, "")


def figures(canvas: ValuePropositionCanvas) -> tuple[float | None, float | None, int]:
    found = fit(canvas)
    return found.on_paper, found.lead, found.linked


@given(workspaces())
def test_a_copy_fits_as_well_as_its_original_and_shares_no_id(workspace: Workspace) -> None:
    for segment in workspace.segments:
        after, copy_id = duplicate_segment(workspace, segment.id)
        copy = after.segment_by_id[copy_id]
        assert copy.ids.isdisjoint(segment.ids)
        for one, other in zip(segment.canvases, copy.canvases, strict=True):
            assert figures(one) == figures(other)
            assert other.notes == tuple(
                evolve(note, id=copied.id) for note, copied in zip(one.notes, other.notes, strict=True)
            )


def test_a_role_is_copied_within_its_segment() -> None:
    before = edit_role(workshop(), "manager", name="Kim")
    after, copy_id = duplicate_role(before, "manager")
    assert roles(after) == ["manager", copy_id, "buyer"]
    copy = after.canvas_by_id[copy_id]
    assert copy.stakeholder == Stakeholder(role=Role.END_USER, name="Kim (copy)")
    assert copy.ids.isdisjoint(before.canvas_by_id["manager"].ids)
    assert [(flow.business_end, flow.canvas_end) for flow in after.flows[len(before.flows) :]] == [
        ("builders", copy_id)
    ]
