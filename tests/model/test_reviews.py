"""Reviews: an end that says something else than at the last look, until it says the same again."""

import pytest

from canvasdesk.model.flows import Flow, Relation, Seen
from canvasdesk.model.reviews import ChangedEnd, changed_ends
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import workshop

LATE = Seen(text="Tools arrive late", figure=4.0)


def with_flow(flow: Flow) -> Workspace:
    return evolve(workshop(), flows=(flow,))


def flow(business: Seen | None, canvas: Seen | None) -> Flow:
    return Flow(
        relation=Relation.DRIVES,
        business_end="advice",
        canvas_end="late",
        business_seen=business,
        canvas_seen=canvas,
    )


@pytest.mark.parametrize(
    ("end_id", "says"),
    [
        ("fuel", Seen(text="", figure=9000.0)),
        ("late", LATE),
        ("swap", Seen(text="Swap on site")),
        ("builders", Seen(text="Builders")),
        ("manager", Seen()),
    ],
)
def test_what_an_end_says(end_id: str, says: Seen) -> None:
    assert workshop().says(end_id) == (says.text, says.figure)


def test_an_end_that_is_nowhere() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        workshop().says("nowhere")


@pytest.mark.parametrize(
    ("business", "canvas", "changed"),
    [
        (None, None, []),
        (Seen(), LATE, []),
        (None, LATE, []),
        (Seen(text="Advice"), LATE, ["advice"]),
        (Seen(figure=1.0), None, ["advice"]),
        (Seen(), evolve(LATE, figure=5.0), ["late"]),
        (Seen(), evolve(LATE, figure=None), ["late"]),
        (Seen(text="Advice"), Seen(), ["advice", "late"]),
    ],
)
def test_an_end_changed_that_says_something_else(
    business: Seen | None, canvas: Seen | None, changed: list[str]
) -> None:
    one = flow(business, canvas)
    workspace = with_flow(one)
    assert [end.end_id for end in changed_ends(one, workspace.says)] == changed
    assert bool(workspace.to_review) == bool(changed)
    assert workspace.to_review == (workspace.flows if changed else ())


def test_a_changed_end_tells_what_it_said_and_says() -> None:
    before = evolve(LATE, text="Tools come late")
    one = flow(None, before)
    assert changed_ends(one, with_flow(one).says) == (ChangedEnd("late", before, LATE),)


def test_what_only_a_newer_version_knows_is_no_change() -> None:
    one = flow(None, Seen.model_validate({"text": LATE.text, "figure": LATE.figure, "mood": "calm"}))
    assert with_flow(one).to_review == ()


def test_a_target_is_never_reviewed() -> None:
    target = Flow(
        relation=Relation.TARGETS,
        business_end="builders",
        canvas_end="manager",
        business_seen=Seen(text="Somebody else"),
    )
    assert with_flow(target).to_review == ()


def test_the_flows_of_each_end_without_targets() -> None:
    there = {end: [each.id for each in flows] for end, flows in workshop().flows_of.items()}
    assert there == {
        "vans": ["vans-swap", "job-vans"],
        "swap": ["vans-swap", "fuel-swap"],
        "fuel": ["fuel-swap"],
        "job": ["job-vans"],
    }
