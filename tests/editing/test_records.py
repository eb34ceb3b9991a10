"""Edits of evidence, hypotheses and entries."""

import pytest
from pydantic import ValidationError

from canvasdesk.editing.business import add_entries, edit_entries, move_to_block
from canvasdesk.editing.evidence import add_evidence, add_hypothesis, attach, detach, edit_record
from canvasdesk.model.business import Block, Entry
from canvasdesk.model.evidence import Evidence, EvidenceKind, EvidenceVerdict, Hypothesis, HypothesisState
from tests.editing.workshop import workshop


def test_evidence_is_added_and_counts() -> None:
    before = workshop()
    assert before.levels == {"late": 1, "swap-late": 1, "job": 1, "swap": 3}
    new = Evidence(id="log", kind=EvidenceKind.USAGE_DATA, level=2, about=("late",))
    after = add_evidence(before, new)
    assert after.levels["late"] == 2
    refuted = edit_record(after, "log", verdict=EvidenceVerdict.REFUTES)
    assert "late" not in refuted.levels
    assert edit_record(refuted, "log", verdict=EvidenceVerdict.REFUTES) is refuted


def test_a_hypothesis_is_added_and_edited() -> None:
    after = add_hypothesis(workshop(), Hypothesis(id="more", about=("calm",)))
    after = edit_record(after, "guess", state=HypothesisState.TESTING)
    assert [(each.id, each.state) for each in after.hypotheses] == [
        ("guess", HypothesisState.TESTING),
        ("more", HypothesisState.UNTESTED),
    ]


def test_attach_and_detach() -> None:
    after = attach(workshop(), "talk", ["calm", "late", "calm"])
    assert after.evidence[0].about == ("late", "swap-late", "job", "calm")
    after = detach(attach(after, "guess", ["fuel"]), "talk", ["late", "bill"])
    assert after.evidence[0].about == ("swap-late", "job", "calm")
    assert after.hypotheses[0].about == ("late", "vans", "fuel")
    assert attach(after, "talk", ["job"]) is after


def test_records_are_about_something_that_is_there() -> None:
    with pytest.raises(ValidationError, match="nowhere"):
        attach(workshop(), "talk", ["nowhere"])
    with pytest.raises(KeyError, match="nothing"):
        attach(workshop(), "nothing", ["late"])
    with pytest.raises(TypeError, match="id"):
        edit_record(workshop(), "talk", id="other")


def test_entries_are_added_and_edited() -> None:
    before = workshop()
    after = add_entries(before, [Entry(id="radio", block=Block.CHANNELS, segment_ids=("painters",))])
    after = edit_entries(after, {"radio": {"text": "Radio", "x": 12.0}, "fuel": {"amount": 12_000.0}})
    assert [(each.id, each.text, each.x, each.amount) for each in after.business_model.entries] == [
        ("vans", "", 0.0, None),
        ("fuel", "", 0.0, 12_000.0),
        ("advice", "", 0.0, None),
        ("radio", "Radio", 12.0, None),
    ]
    assert after.entry_by_id["vans"] is before.entry_by_id["vans"]
    assert edit_entries(after, {"radio": {"text": "Radio"}}) is after


def test_an_entry_in_another_block_drops_what_makes_no_sense_there() -> None:
    after = move_to_block(workshop(), ["fuel", "vans", "advice"], Block.ACTIVITIES)
    assert [(each.amount, each.relationship) for each in after.business_model.entries] == [(None, None)] * 3
    assert [flow.id for flow in after.flows] == ["vans-swap", "job-vans", "at-builders"]
    costs = move_to_block(workshop(), ["fuel", "vans"], Block.COSTS)
    assert costs.entry_by_id["fuel"].amount == 9000.0
    assert [flow.id for flow in costs.flows] == ["fuel-swap", "at-builders"]


def test_block_and_id_are_no_fields_to_edit() -> None:
    with pytest.raises(TypeError, match="block"):
        edit_entries(workshop(), {"fuel": {"block": Block.REVENUE}})
    with pytest.raises(KeyError, match="nowhere"):
        edit_entries(workshop(), {"nowhere": {"text": "x"}})
    with pytest.raises(KeyError, match="nowhere"):
        move_to_block(workshop(), ["nowhere"], Block.REVENUE)
