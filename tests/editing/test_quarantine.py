"""What is kept in quarantine is told in plain words, whatever it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from canvasdesk.editing.quarantine import quarantined
from canvasdesk.model.business import Block, BusinessModelCanvas, Entry
from canvasdesk.model.canvas import Alternative, AlternativeKind, ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from tests.strategies import json_values

CANVAS = ValuePropositionCanvas(
    id="canvas",
    notes=(
        Note(id="stop", section=Section.PAINS, text="Lines stop"),
        Note(id="blank", section=Section.GAINS),
    ),
    alternatives=(Alternative(id="nothing", kind=AlternativeKind.DO_NOTHING),),
)
WORKSPACE = Workspace(
    business_model=BusinessModelCanvas(entries=(Entry(id="rent", block=Block.COSTS, text="Rent"),)),
    segments=(CustomerSegment(id="makers", name="Makers", canvases=(CANVAS,)),),
)


def item(kind: str, owner: str, value: JsonValue) -> JsonValue:
    return {"kind": kind, "owner": owner, "value": value}


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (
            item("link", "canvas", {"source": "stop", "target": "gone"}),
            "Link from “Lines stop” to something that is not there",
        ),
        (
            item("link", "canvas", {"source": "blank", "target": "stop", "strength": 2}),
            "Link from “empty note” to “Lines stop”",
        ),
        (
            item("flow", "workspace", {"business_end": "rent", "canvas_end": "canvas"}),
            "Flow between “Rent” and “Makers”",
        ),
        (item("ratings", "nothing", {"a": 1, "b": 2}), "2 ratings of “doing nothing”"),
        (item("segment_ids", "rent", ["gone"]), "1 reference of “Rent”"),
        (item("about", "gone", ["x", "y"]), "2 references of something that is not there"),
        (item("unfit", "stop", {"importance": 6}), 'Unreadable in “Lines stop”: {"importance": 6}'),
        (item("unfit", "workspace", {"title": 5}), 'Unreadable: {"title": 5}'),
        ({"kind": "unfit", "owner": [1], "value": {"title": 5}}, 'Unreadable: {"title": 5}'),
        (item("link", "canvas", {"target": [1]}), "Something unknown: "),
        (item("later", "canvas", 5), 'Something unknown: {"kind": "later", "owner": "canvas", "value": 5}'),
        ("a\nb\u202e", r"Something unknown: "),
    ],
)
def test_each_thing_is_told_with_the_names_of_what_it_joins(kept: JsonValue, said: str) -> None:
    (told,) = quarantined(evolve(WORKSPACE, quarantine=(kept,)))
    assert told == said if "unknown: " not in said else told.startswith(said)


@given(st.lists(json_values(), max_size=4).map(tuple))
def test_anything_is_one_line_that_no_text_can_disturb(kept: tuple[JsonValue, ...]) -> None:
    told = quarantined(evolve(WORKSPACE, quarantine=kept))
    assert len(told) == len(kept)
    assert all(len(each) < 400 and len(each.splitlines()) == 1 for each in told)
    assert not any(letter in each for each in told for letter in "\u202a\u202e\u2066\0")
