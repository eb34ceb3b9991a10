"""Flows as the user makes, follows and reviews them: at most one step each, and undo takes all of it back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from canvasdesk.editing.flows import blocks_for
from canvasdesk.model.business import Block
from canvasdesk.model.flows import Relation
from canvasdesk.session import commands, entries, flows
from tests.editing.workshop import workshop
from tests.session.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(tmp_path, workshop())


def test_notes_are_sent_to_free_places_in_one_step(desk: Desk) -> None:
    before = desk.document.workspace
    refusal, made = flows.send(desk.document, ["late", "calm"], Block.REVENUE)
    after = desk.document.workspace
    assert refusal is None
    assert [after.entry_by_id[each].text for each in made] == ["Tools arrive late", "No paperwork"]
    assert [flow.relation for each in made for flow in after.flows_of[each]] == [Relation.DRIVES] * 2
    places = {(after.entry_by_id[each].x, after.entry_by_id[each].y) for each in made}
    assert len(places) == 2
    assert desk.labels == ["Send 2 notes to Revenue streams"]
    desk.document.undo()
    assert desk.document.workspace is before


def test_what_cannot_be_sent_is_said_and_changes_nothing(desk: Desk) -> None:
    before = desk.document.workspace
    refusal, made = flows.send(desk.document, ["calm", "swap"], Block.REVENUE)
    assert refusal is not None
    assert made == ()
    assert desk.document.workspace is before
    assert flows.link(desk.document, ["late"], "fuel") is not None
    assert desk.document.workspace is before


def test_a_file_that_is_read_only_sends_nothing(desk: Desk) -> None:
    desk.document.read_only = True
    refusal, made = flows.send(desk.document, ["late"], Block.REVENUE)
    assert refusal is not None
    assert "reading only" in refusal
    assert made == ()


def test_a_remark_is_typed_as_one_step(desk: Desk) -> None:
    for text in ("s", "sh", "shared"):
        flows.edit_flow(desk.document, "vans-swap", remark=text)
    assert desk.document.workspace.flows[0].remark == "shared"
    assert desk.labels == ["Edit flow"]


def test_following_leads_through_all_flows_of_a_note_and_back(desk: Desk) -> None:
    desk.hold("swap")
    walked = []
    for _ in range(6):
        flows.follow(desk.document, desk.selection)
        walked.append((desk.selection.canvas_id, desk.selection.focus))
    model, canvas = None, "manager"
    assert walked == [
        (model, "vans"),
        (canvas, "job"),
        (model, "vans"),
        (canvas, "swap"),
        (model, "fuel"),
        (canvas, "swap"),
    ]
    desk.hold("lost")
    flows.follow(desk.document, desk.selection)
    assert desk.selection.focus == "lost"


def test_one_comes_back_to_where_one_jumped_from(desk: Desk) -> None:
    desk.hold("swap")
    assert not desk.selection.can_go_back
    desk.selection.show_part("fuel")
    desk.selection.show_part("price")
    seen = []
    desk.selection.part_shown.connect(seen.append)
    desk.selection.go_back()
    assert (desk.selection.canvas_id, desk.selection.ids) == (None, {"fuel"})
    desk.selection.go_back()
    assert (desk.selection.canvas_id, desk.selection.ids) == ("manager", {"swap"})
    assert seen == ["fuel", "swap"]
    assert not desk.selection.can_go_back
    desk.selection.go_back()
    assert desk.selection.focus == "swap"


def test_the_way_back_passes_over_what_is_gone(desk: Desk) -> None:
    desk.selection.show_canvas("buyer")
    desk.selection.show_part("fuel")
    commands.remove(desk.document, ["buyer"])
    desk.selection.go_back()
    assert desk.selection.canvas_id is None
    assert not desk.selection.can_go_back


def test_only_the_flows_of_what_has_the_focus_are_fine(desk: Desk) -> None:
    flows.review(desk.document, [flow.id for flow in desk.document.workspace.flows])
    entries.edit_entries(desk.document, ["vans", "fuel"], text="Changed")
    commands.edit_notes(desk.document, ["job"], importance=1)
    assert [flow.id for flow in desk.document.workspace.to_review] == ["vans-swap", "fuel-swap", "job-vans"]
    desk.hold("swap")
    flows.review_held(desk.document, desk.selection)
    assert [flow.id for flow in desk.document.workspace.to_review] == ["job-vans"]
    assert desk.labels[-1] == "Review 2 flows"


WORDS = st.sampled_from(["", "Late", "Early"])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["send", "link", "note", "entry", "rank", "review"]), st.integers(0, 99), WORDS
    ),
    max_size=12,
)


@given(steps=STEPS)
def test_whatever_happens_right_after_a_review_nothing_is_to_be_reviewed(
    tmp_path_factory: pytest.TempPathFactory, qapp: object, steps: list[tuple[str, int, str]]
) -> None:
    del qapp
    desk = Desk(tmp_path_factory.getbasetemp(), workshop())
    first = desk.document.workspace
    for what, number, words in steps:
        workspace = desk.document.workspace
        note_id = [*workspace.note_by_id][number % len(workspace.note_by_id)]
        entry_id = [*workspace.entry_by_id][number % len(workspace.entry_by_id)]
        if what == "send":
            blocks = blocks_for(workspace.note_by_id[note_id].section)
            assert flows.send(desk.document, [note_id], blocks[number % len(blocks)])[0] is None
        elif what == "link":
            flows.link(desk.document, [note_id], entry_id)
        elif what == "note":
            commands.edit_notes(desk.document, [note_id], text=words)
        elif what == "entry":
            entries.edit_entries(desk.document, [entry_id], text=words)
        elif what == "rank":
            commands.edit_notes(desk.document, ["job"], importance=number % 5 + 1)
        else:
            flows.review(desk.document, [flow.id for flow in workspace.flows])
            after = desk.document.workspace
            assert after.to_review == ()
    while desk.document.undo():
        pass
    assert desk.document.workspace is first
