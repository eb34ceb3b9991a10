"""Links run from the square to the circle, between partners, once."""

import itertools

import pytest

from canvasdesk.editing.links import edit_links, link, link_between, set_strength, targets, why_not
from canvasdesk.editing.notes import add_notes
from canvasdesk.editing.whole import EditError
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import LINKS, workshop


@pytest.fixture
def workspace() -> Workspace:
    return add_notes(
        workshop(), "manager", [Note(id=f"new {section.value}", section=section) for section in Section]
    )


@pytest.mark.parametrize("ends", [("bill", "new gains"), ("new gains", "bill")])
def test_the_link_starts_in_the_square_whichever_end_is_named_first(
    workspace: Workspace, ends: tuple[str, str]
) -> None:
    after = link(workspace, "manager", *ends, strength=2).canvas_by_id["manager"]
    new = after.links[-1]
    assert (new.source, new.target, new.strength) == ("bill", "new gains", 2)
    assert link_between(after, "new gains", "bill") is link_between(after, "bill", "new gains") is new


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("late", "late", "A note cannot be linked with itself."),
        ("late", "swap", "These two notes are already linked."),
        ("swap", "late", "These two notes are already linked."),
        ("late", "price", "Only notes on the same canvas can be linked."),
        ("late", "gone", "Only notes on the same canvas can be linked."),
        ("late", "lost", "Both notes lie in the circle. A link starts in the square."),
        ("calm", "job", "Both notes lie in the circle. A link starts in the square."),
        ("swap", "bill", "Both notes lie in the square. A link ends in the circle."),
        ("calm", "swap", "Pain relievers answer only pains."),
        ("swap", "job", "Pain relievers answer only pains."),
        ("bill", "late", "Gain creators answer only gains."),
        ("late", "fleet", "Products and services answer only customer jobs."),
    ],
)
def test_a_refusal_says_why(workspace: Workspace, one: str, other: str, why: str) -> None:
    assert why_not(workspace.canvas_by_id["manager"], one, other) == why
    with pytest.raises(EditError) as refused:
        link(workspace, "manager", one, other)
    assert str(refused.value) == why


def test_the_targets_are_the_notes_that_may_be_linked(workspace: Workspace) -> None:
    canvas = workspace.canvas_by_id["manager"]
    for one, other in itertools.product(canvas.note_by_id, repeat=2):
        assert (other in targets(canvas, one)) == (why_not(canvas, one, other) is None)
    assert targets(canvas, "swap") == ("new pains",)
    assert targets(canvas, "new pain relievers") == (
        "late",
        "lost",
        "new pains",
    )


def test_strength_and_remark(workspace: Workspace) -> None:
    after = set_strength(workspace, ["swap-late", "swap-lost"], 3)
    after = edit_links(after, {"swap-lost": {"remark": "with a tag"}, "bill-calm": {"strength": None}})
    links = after.canvas_by_id["manager"].links
    assert [(each.id, each.strength, each.remark) for each in links] == [
        ("fleet-job", 3, ""),
        ("swap-late", 3, ""),
        ("swap-lost", 3, "with a tag"),
        ("bill-calm", None, ""),
    ]
    assert links[0] is LINKS[0]
    assert set_strength(after, ["swap-late"], 3) is after


@pytest.mark.parametrize("field", ["id", "source", "target"])
def test_a_link_keeps_its_ends(workspace: Workspace, field: str) -> None:
    with pytest.raises(TypeError, match=field):
        edit_links(workspace, {"swap-late": {field: "lost"}})


@pytest.mark.parametrize("wrong", ["late", "rental", "nowhere"])
def test_only_links_are_edited(workspace: Workspace, wrong: str) -> None:
    with pytest.raises(KeyError, match=wrong):
        set_strength(workspace, [wrong], 1)
