"""Whatever is deleted takes along what cannot stand without it, and leaves no mention behind."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.deletion import delete, dependants
from canvasdesk.editing.whole import EditError
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import workshop
from tests.strategies import workspaces


def everything(workspace: Workspace) -> set[str]:
    records = (*workspace.evidence, *workspace.hypotheses)
    return {
        *(each for segment in workspace.segments for each in segment.ids),
        *workspace.entry_by_id,
        *(record.id for record in records),
        *(flow.id for flow in workspace.flows),
    }


@pytest.mark.parametrize(
    ("ids", "also"),
    [
        (["late"], {"swap-late"}),
        (["swap"], {"swap-late", "swap-lost", "vans-swap", "fuel-swap"}),
        (["swap", "swap-late", "lost"], {"swap-lost", "vans-swap", "fuel-swap"}),
        (["swap-late"], set()),
        (["rental"], set()),
        (["buyer"], {"price"}),
        (["painters"], {"painter"}),
        (["vans"], {"vans-swap", "job-vans"}),
        (["talk", "guess"], set()),
        (["fuel-swap"], set()),
    ],
)
def test_what_goes_with_it(ids: list[str], also: set[str]) -> None:
    before = workshop()
    after = delete(before, ids)
    assert everything(before) - everything(after) == {*ids, *also} == dependants(before, ids)


def test_no_mention_of_a_deleted_note_stays() -> None:
    after = delete(workshop(), ["late", "job"])
    assert [record.about for record in after.evidence] == [(), ("swap",)]
    assert after.hypotheses[0].about == ("vans",)
    assert after.canvas_by_id["manager"].alternatives[0].ratings == {"calm": 1}
    assert [flow.id for flow in after.flows] == ["vans-swap", "fuel-swap", "at-builders"]


def test_a_segment_goes_with_all_its_canvases() -> None:
    after = delete(workshop(), ["builders"])
    assert [segment.id for segment in after.segments] == ["painters"]
    assert after.flows == ()
    assert after.entry_by_id["vans"].segment_ids == ("painters",)
    assert [record.about for record in after.evidence] == [(), ()]
    assert after.hypotheses[0].about == ("vans",)


def test_the_last_canvas_of_a_segment_stays() -> None:
    before = workshop()
    with pytest.raises(EditError, match="keeps at least one canvas"):
        delete(before, ["painter"])
    with pytest.raises(EditError, match="keeps at least one canvas"):
        delete(before, ["manager", "buyer"])
    assert delete(before, ["painters", "painter"]).segments == (before.segments[0],)


def test_the_rest_stays_the_very_same() -> None:
    before = workshop()
    after = delete(before, ["swap-late"])
    assert all(map(same_object, after.canvas_by_id["manager"].notes, before.canvas_by_id["manager"].notes))
    assert after.canvas_by_id["buyer"] is before.canvas_by_id["buyer"]
    assert after.segments[1] is before.segments[1]
    assert after.business_model is before.business_model
    assert after.evidence[1] is before.evidence[1]
    assert after.evidence[0] is not before.evidence[0]


def same_object(one: object, other: object) -> bool:
    return one is other


@pytest.mark.parametrize("wrong", [["nowhere"], ["late", "nowhere"], ["workspace"], ["business"]])
def test_an_unknown_id_is_an_error(wrong: list[str]) -> None:
    with pytest.raises(KeyError, match=wrong[-1]):
        delete(workshop(), wrong)


def without_last_canvases(workspace: Workspace, ids: set[str]) -> set[str]:
    firsts = {segment.canvases[0].id for segment in workspace.segments if segment.id not in ids}
    return ids - firsts


@given(workspaces(), st.data())
def test_anything_can_be_deleted(workspace: Workspace, data: st.DataObject) -> None:
    known = sorted(everything(workspace))
    chosen = data.draw(st.sets(st.sampled_from(known), max_size=6)) if known else set()
    gone = without_last_canvases(workspace, chosen)
    after = delete(workspace, gone)
    assert not everything(after) & gone
    for each in sorted(everything(after)):
        assert_kept(workspace, after, each)


def assert_kept(before: Workspace, after: Workspace, part_id: str) -> None:
    lookups: list[Callable[[Workspace], object]] = [
        lambda workspace: workspace.note(part_id),
        lambda workspace: workspace.link(part_id),
        lambda workspace: {flow.id: flow for flow in workspace.flows}.get(part_id),
    ]
    for found in lookups:
        assert found(after) is found(before)
