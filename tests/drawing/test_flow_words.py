"""What flows claim and what changed at their ends, in words."""

import pytest

from canvasdesk.drawing.flow_words import describe_changes, describe_flow, describe_note_end
from canvasdesk.editing.business import edit_entries
from canvasdesk.editing.flows import make_entry_from, review
from canvasdesk.editing.notes import edit_notes
from canvasdesk.model.business import Block
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import workshop


def named() -> Workspace:
    workspace = edit_entries(workshop(), {"vans": {"text": "Vans"}, "fuel": {"text": "Fuel"}})
    workspace, _ = make_entry_from(workspace, "bill", Block.PROPOSITIONS, (0.0, 0.0))
    return review(workspace, [flow.id for flow in workspace.flows])


@pytest.mark.parametrize(
    ("number", "from_note", "from_entry"),
    [
        (0, "enabled by “Vans” · Key resources", "enables “Swap on site” · Builders · End user"),
        (1, "limited by “Fuel” · Cost structure", "limits “Swap on site” · Builders · End user"),
        (2, "drives “Vans” · Key resources", "driven by “Keep crews working” · Builders · End user"),
        (
            4,
            "summarised in “One bill a month” · Value propositions",
            "summarised from “One bill a month” · Builders · End user",
        ),
    ],
)
def test_a_flow_is_told_from_either_end(number: int, from_note: str, from_entry: str) -> None:
    workspace = named()
    flow = workspace.flows[number]
    assert describe_flow(workspace, flow, flow.canvas_end) == from_note
    assert describe_flow(workspace, flow, flow.business_end) == from_entry


def test_a_note_is_named_with_its_canvas() -> None:
    assert describe_note_end(named(), "price") == "“empty note” · Builders · Economic buyer"


def test_each_change_is_told_with_what_was_and_what_is_now() -> None:
    workspace = edit_entries(named(), {"fuel": {"text": "Electricity", "amount": None}})
    workspace = edit_notes(workspace, {"job": {"importance": None}})
    said = [describe_changes(workspace, flow) for flow in workspace.flows]
    assert said == [
        [],
        [
            "Cost structure: was “Fuel”, now “Electricity”",
            "Cost structure: was 9,000 a year, now without an amount",
        ],
        ["Customer jobs: was 5 of 5, now unranked"],
        [],
        [],
    ]
