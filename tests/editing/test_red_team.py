"""A red-team round: whatever is done to links, no fit rises, and the fit before is remembered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing import red_team
from canvasdesk.editing.deletion import delete
from canvasdesk.editing.links import edit_links, link, set_strength
from canvasdesk.editing.notes import duplicate
from canvasdesk.editing.whole import EditError
from canvasdesk.model.figures import figures
from canvasdesk.model.fit import FULL_STRENGTH, fit
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import workshop
from tests.strategies import workspaces

REFUSED = "In a red-team round, links can only get weaker."
STRENGTHS = st.none() | st.integers(1, 3)


@given(workspaces(), st.data())
def test_no_edit_of_links_raises_a_fit_or_it_is_refused(workspace: Workspace, data: st.DataObject) -> None:
    present = red_team.begin(red_team.end(workspace))
    before = present.view.red_team
    for _ in range(data.draw(st.integers(1, 5))):
        there = [each for canvas in present.canvas_by_id.values() for each in canvas.links]
        if not there:
            return
        chosen = data.draw(st.sampled_from(there))
        strength = data.draw(STRENGTHS)
        if data.draw(st.booleans()) and strength is None:
            present = delete(present, [chosen.id])
            continue
        rises = (strength or FULL_STRENGTH) > (chosen.strength or FULL_STRENGTH)
        if rises:
            with pytest.raises(EditError, match=REFUSED):
                set_strength(present, [chosen.id], strength)
        else:
            present = set_strength(present, [chosen.id], strength)
    for canvas_id, canvas in present.canvas_by_id.items():
        was = red_team.before(present, canvas_id)
        now = fit(canvas, present.levels).on_paper
        assert was is not None
        assert (was.on_paper is None) is (now is None)
        assert now is None or was.on_paper is None or now <= was.on_paper + 1e-12
    assert present.view.red_team == before


@given(workspaces())
def test_the_round_keeps_all_figures_and_leaves_no_trace(workspace: Workspace) -> None:
    calm = red_team.end(workspace)
    begun = red_team.begin(calm)
    assert begun.view.red_team == figures(calm)
    assert red_team.begin(begun) is begun
    assert red_team.end(begun) == calm


def test_no_link_is_added_and_remarks_can_still_be_written() -> None:
    begun = red_team.begin(workshop())
    apart = delete(begun, ["swap-late"])
    with pytest.raises(EditError, match=REFUSED):
        link(apart, "manager", "swap", "late", 1)
    remarked = edit_links(begun, {"swap-late": {"remark": "Only in town"}})
    assert remarked.link("swap-late").remark == "Only in town"  # type: ignore[union-attr]
    assert link(red_team.end(apart), "manager", "swap", "late", 1).link("swap-late") is None


@pytest.mark.parametrize(
    ("old", "new", "refused"),
    [(2, 3, True), (2, None, True), (None, 3, False), (3, None, False), (None, 1, False), (1, 1, False)],
)
def test_a_link_that_nobody_rated_counts_as_a_full_one(
    old: int | None, new: int | None, refused: bool
) -> None:
    begun = red_team.begin(set_strength(workshop(), ["swap-late"], old))
    if refused:
        with pytest.raises(EditError, match=REFUSED):
            set_strength(begun, ["swap-late"], new)
    else:
        assert set_strength(begun, ["swap-late"], new).link("swap-late").strength == new  # type: ignore[union-attr]
    calm = red_team.end(begun)
    assert set_strength(calm, ["swap-late"], new).link("swap-late").strength == new  # type: ignore[union-attr]


def test_copies_of_linked_notes_answer_nothing_in_a_round() -> None:
    begun = red_team.begin(workshop())
    copied, ids = duplicate(begun, ["swap", "late"], (9, 9))
    assert not any(copied.canvas_by_id["manager"].links_of.get(each) for each in ids)
    later, ids = duplicate(red_team.end(copied), ["swap", "late"], (9, 9))
    assert any(later.canvas_by_id["manager"].links_of.get(each) for each in ids)
