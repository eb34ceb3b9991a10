"""Flows: notes sent to the business model, what serves or limits the square, and reviews."""

import pytest
from pydantic import ValidationError

from canvasdesk.editing.business import edit_entries, move_to_block
from canvasdesk.editing.flows import add_flow, blocks_for, edit_flow, link_entry, make_entry_from, review
from canvasdesk.editing.notes import edit_notes
from canvasdesk.editing.whole import EditError
from canvasdesk.model.business import Block
from canvasdesk.model.flows import DRIVEN, Flow, Relation, Seen, relation_between
from canvasdesk.model.sections import CIRCLE, SQUARE, Section
from canvasdesk.model.value import REACH
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import workshop


def ends(flow: Flow) -> tuple[Relation, str, str]:
    return flow.relation, flow.business_end, flow.canvas_end


def test_a_flow_joins_the_same_ends_once() -> None:
    new = Flow(id="new", relation=Relation.ENABLES, business_end="vans", canvas_end="bill")
    after = add_flow(workshop(), new)
    assert (after.flows[-1].id, ends(after.flows[-1])) == ("new", ends(new))
    again = Flow(id="again", relation=Relation.ENABLES, business_end="vans", canvas_end="bill")
    assert add_flow(after, again) is after


@pytest.mark.parametrize("end", ["late", "nowhere"])
def test_a_flow_needs_ends_that_it_can_join(end: str) -> None:
    with pytest.raises((ValidationError, KeyError), match=f"does not join|{end}"):
        add_flow(workshop(), Flow(relation=Relation.ENABLES, business_end="vans", canvas_end=end))


def test_a_new_flow_has_seen_what_its_ends_say() -> None:
    after = add_flow(workshop(), Flow(relation=Relation.LIMITS, business_end="fuel", canvas_end="bill"))
    assert after.flows[-1].business_seen == Seen(figure=9000.0)
    assert after.flows[-1].canvas_seen == Seen(text="One bill a month")


@pytest.mark.parametrize("section", Section)
def test_a_note_can_be_sent_to_every_block_that_is_named_for_it(section: Section) -> None:
    blocks = blocks_for(section)
    assert set(blocks) == (DRIVEN if section in CIRCLE else {Block.PROPOSITIONS})
    assert len(set(blocks)) == len(blocks)
    upwards = Relation.DRIVES if section in CIRCLE else Relation.SUMMARISED_FROM
    assert {relation_between(block, section) for block in blocks} == {upwards}


def test_the_block_that_fits_best_comes_first() -> None:
    assert blocks_for(Section.JOBS)[:2] == (Block.ACTIVITIES, Block.RESOURCES)
    assert blocks_for(Section.GAINS)[0] is Block.REVENUE
    assert blocks_for(Section.PAINS)[:2] == (Block.RELATIONSHIPS, Block.CHANNELS)


@pytest.mark.parametrize(
    ("note_id", "block", "relation"),
    [
        ("calm", Block.REVENUE, Relation.DRIVES),
        ("job", Block.ACTIVITIES, Relation.DRIVES),
        ("swap", Block.PROPOSITIONS, Relation.SUMMARISED_FROM),
        ("swap", Block.PARTNERS, Relation.ENABLES),
        ("swap", Block.COSTS, Relation.LIMITS),
    ],
)
def test_a_note_makes_an_entry_for_its_segment(note_id: str, block: Block, relation: Relation) -> None:
    before = workshop()
    after, entry_id = make_entry_from(before, note_id, block, (12.3456, REACH + 1))
    entry, note = after.entry_by_id[entry_id], after.note_by_id[note_id]
    assert (entry.block, entry.text, entry.segment_ids) == (block, note.text, ("builders",))
    assert (entry.x, entry.y) == (12.35, REACH)
    assert ends(after.flows[-1]) == (relation, entry_id, note_id)
    assert after.to_review == ()
    assert len(after.flows) == len(before.flows) + 1


@pytest.mark.parametrize(
    ("note_id", "block", "said"),
    [
        ("late", Block.PROPOSITIONS, "Jobs, pains and gains drive only"),
        ("late", Block.SEGMENTS, "Jobs, pains and gains drive only"),
        ("swap", Block.REVENUE, "What is in the square is summarised in"),
    ],
)
def test_what_cannot_flow_is_said_in_a_sentence(note_id: str, block: Block, said: str) -> None:
    with pytest.raises(EditError, match=said):
        make_entry_from(workshop(), note_id, block, (0.0, 0.0))


@pytest.mark.parametrize(
    ("note_id", "entry_id", "relation"),
    [
        ("late", "advice", Relation.DRIVES),
        ("bill", "vans", Relation.ENABLES),
        ("bill", "fuel", Relation.LIMITS),
    ],
)
def test_an_entry_that_is_there_is_linked(note_id: str, entry_id: str, relation: Relation) -> None:
    before = workshop()
    after = link_entry(before, note_id, entry_id)
    assert ends(after.flows[-1]) == (relation, entry_id, note_id)
    assert after.business_model is before.business_model
    assert link_entry(after, note_id, entry_id) is after
    with pytest.raises(EditError, match="Jobs, pains and gains drive only"):
        link_entry(before, "late", "fuel")


def reviewed() -> Workspace:
    before = workshop()
    return review(before, [flow.id for flow in before.flows])


def test_a_review_says_that_all_is_fine() -> None:
    changed = edit_notes(reviewed(), {"swap": {"text": "Swap within the hour"}})
    changed = edit_entries(changed, {"fuel": {"amount": 12_000.0}})
    assert [flow.id for flow in changed.to_review] == ["vans-swap", "fuel-swap"]
    one = review(changed, ["vans-swap"])
    assert [flow.id for flow in one.to_review] == ["fuel-swap"]
    both = review(changed, ["vans-swap", "fuel-swap"])
    assert both.to_review == ()
    assert review(both, ["vans-swap", "fuel-swap"]) is both
    assert both.flows[2] is changed.flows[2]
    with pytest.raises(KeyError, match="nowhere"):
        review(changed, ["nowhere"])


def test_an_entry_that_moved_keeps_the_flows_that_still_make_sense_to_be_reviewed() -> None:
    after = move_to_block(edit_entries(reviewed(), {"vans": {"text": "Trucks"}}), ["vans"], Block.ACTIVITIES)
    assert [flow.id for flow in after.to_review] == ["vans-swap", "job-vans"]


@pytest.mark.parametrize("section", SQUARE)
def test_the_square_drives_nothing(section: Section) -> None:
    assert relation_between(Block.REVENUE, section) is None


def test_a_remark_changes_nothing_else() -> None:
    before = reviewed()
    after = edit_flow(before, "fuel-swap", remark="per van")
    assert [flow.remark for flow in after.flows] == ["", "per van", "", ""]
    assert after.to_review == ()
    assert edit_flow(after, "fuel-swap", remark="per van") is after
    with pytest.raises(KeyError, match="nowhere"):
        edit_flow(before, "nowhere", remark="x")
    with pytest.raises(TypeError, match="business_end"):
        edit_flow(before, "fuel-swap", business_end="vans")
