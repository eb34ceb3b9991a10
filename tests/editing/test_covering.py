"""Covered notes: covering changes nothing else, and a veiled workspace tells nothing that is on them."""

import gc
import weakref
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.covering import cover, cover_section, uncover_section, veiled
from canvasdesk.editing.notes import edit_notes
from canvasdesk.model.business import Block, BusinessModelCanvas, Entry
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, EvidenceKind, Hypothesis, LearningCard, TestCard
from canvasdesk.model.fit import fit
from canvasdesk.model.flows import Flow, Iteration, Relation, Seen
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.sessions import Session, Vote, VoteCount
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import write
from tests.strategies import workspaces

HIDDEN = "blue whale"
OPEN = "in the open"


@st.composite
def covered_workspaces(draw: st.DrawFn) -> tuple[Workspace, frozenset[str]]:
    """Draw a workspace with some of its notes covered, and their ids."""
    workspace = draw(workspaces())
    ids = [note.id for canvas in workspace.canvas_by_id.values() for note in canvas.notes]
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, min_size=1)) if ids else []
    shown = cover(workspace, ids, covered=False)
    return cover(shown, chosen, covered=True), frozenset(chosen)


def full() -> Workspace:
    """Give a workspace that tells of a covered note wherever it can."""
    stop = Note(
        id="stop", section=Section.PAINS, text=HIDDEN, detail=HIDDEN, quote=HIDDEN, measure=HIDDEN,
        covered=True, author="Ann", importance=4, x=7.0, future=HIDDEN,  # type: ignore[call-arg]
    )  # fmt: skip
    seen = Note(id="seen", section=Section.PAINS, text=OPEN)
    help_ = Note(id="help", section=Section.RELIEVERS, text=OPEN)
    links = (
        FitLink(id="bound", source="help", target="stop", strength=2, remark=HIDDEN, future=HIDDEN),  # type: ignore[call-arg]
        FitLink(id="free", source="help", target="seen", remark=OPEN),
    )
    canvas = ValuePropositionCanvas(id="canvas", notes=(stop, seen, help_), links=links, statement=OPEN)
    other = ValuePropositionCanvas(id="other", notes=(Note(id="far", section=Section.JOBS, text=OPEN),))
    segments = (CustomerSegment(id="one", canvases=(canvas,)), CustomerSegment(id="two", canvases=(other,)))
    model = BusinessModelCanvas(
        id="model",
        entries=(
            Entry(id="sent", block=Block.ACTIVITIES, text=HIDDEN),
            Entry(id="own", block=Block.ACTIVITIES, text=OPEN),
        ),
    )
    return Workspace(
        id="work",
        business_model=model,
        segments=segments,
        evidence=(
            Evidence(id="v1", kind=EvidenceKind.SALE, level=2, finding=HIDDEN, about=("stop",)),
            Evidence(id="v2", kind=EvidenceKind.SALE, level=1, finding=HIDDEN, about=("bound", "seen")),
            Evidence(id="v3", kind=EvidenceKind.SALE, level=3, finding=OPEN, about=("seen",)),
        ),
        hypotheses=(
            Hypothesis(
                id="h1",
                statement=HIDDEN,
                about=("stop",),
                test_card=TestCard(method=HIDDEN),
                learning_card=LearningCard(insight=HIDDEN),
            ),
            Hypothesis(id="h2", statement=OPEN, about=("far",)),
        ),
        flows=(
            Flow(
                id="f1", relation=Relation.DRIVES, business_end="sent", canvas_end="stop", remark=HIDDEN,
                business_seen=Seen(text=HIDDEN), canvas_seen=Seen(text=HIDDEN, figure=4.0),
            ),
            Flow(
                id="f2", relation=Relation.DRIVES, business_end="own", canvas_end="stop",
                canvas_seen=Seen(text=f"a {HIDDEN}", figure=4.0), business_seen=Seen(text=OPEN),
            ),
            Flow(id="f3", relation=Relation.DRIVES, business_end="own", canvas_end="far", remark=OPEN),
        ),
        iterations=(
            Iteration(id="i1", date=date(2026, 1, 1), remark=HIDDEN, business_model=model, segments=segments),
        ),
        sessions=(
            Session(
                id="d1",
                began=datetime(2026, 1, 1, tzinfo=UTC),
                votes=(Vote(section=Section.PAINS, counts=(VoteCount(text=HIDDEN, dots=3),)),),
            ),
        ),
        quarantine=(HIDDEN,),
    )  # fmt: skip


# Covering ---------------------------------------------------------------------------------------------------


@given(covered_workspaces())
def test_covering_and_revealing_change_nothing_else(drawn: tuple[Workspace, frozenset[str]]) -> None:
    workspace, chosen = drawn
    shown = cover(workspace, chosen, covered=False)
    assert not any(note.covered for note in shown.note_by_id.values())
    assert cover(shown, chosen, covered=True) == workspace
    assert cover(workspace, chosen, covered=True) is workspace


@given(workspaces(), st.sampled_from(Section), st.data())
def test_a_section_is_covered_on_one_canvas_and_from_then_on(
    workspace: Workspace, section: Section, data: st.DataObject
) -> None:
    if not workspace.canvas_by_id:
        return
    canvas_id = data.draw(st.sampled_from([*workspace.canvas_by_id]))
    covered = cover_section(workspace, canvas_id, section)
    assert section in covered.view.covering
    assert len(set(covered.view.covering)) == len(covered.view.covering)
    for each in workspace.note_by_id.values():
        mine = each.section is section and each.id in workspace.canvas_by_id[canvas_id].note_by_id
        assert covered.note_by_id[each.id] == (evolve(each, covered=True) if mine else each)
    revealed = uncover_section(covered, canvas_id, section)
    assert set(revealed.view.covering) == set(workspace.view.covering) - {section}
    assert not any(note.covered for note in revealed.canvas_by_id[canvas_id].in_section(section))
    assert uncover_section(revealed, canvas_id, section) is revealed


# What a room sees -------------------------------------------------------------------------------------------


def test_nothing_that_is_covered_is_told_anywhere() -> None:
    workspace = full()
    assert HIDDEN.encode() in write(workspace)
    assert HIDDEN.encode() not in write(veiled(workspace))


def test_what_is_in_the_open_stays_the_very_same() -> None:
    workspace, room = full(), veiled(full_ := full())
    assert workspace == full_
    assert room.segments[1] is full_.segments[1]
    assert room.note("seen") is full_.note("seen")
    assert room.link("free") is full_.link("free")
    assert room.evidence[2] is full_.evidence[2]
    assert room.hypotheses[1] is full_.hypotheses[1]
    assert room.flows[2] is full_.flows[2]
    assert room.entry_by_id["own"] is full_.entry_by_id["own"]
    assert room.canvas_by_id["canvas"].statement == OPEN


def test_a_covered_note_keeps_its_place_its_author_and_its_rank() -> None:
    note = veiled(full()).note("stop")
    assert note == Note(id="stop", section=Section.PAINS, covered=True, author="Ann", importance=4, x=7.0)
    assert note.face_down


def test_flows_are_to_be_reviewed_exactly_where_they_were() -> None:
    workspace = full()
    assert [flow.id for flow in workspace.to_review] == ["f2"]
    assert [flow.id for flow in veiled(workspace).to_review] == ["f2"]


@given(covered_workspaces())
def test_no_word_of_a_covered_note_is_left_and_all_figures_are_the_same(
    drawn: tuple[Workspace, frozenset[str]],
) -> None:
    workspace, chosen = drawn
    marked = edit_notes(
        workspace, {each: {"text": f"{HIDDEN} {each}", "detail": HIDDEN} for each in sorted(chosen)}
    )
    room = veiled(marked)
    assert HIDDEN.encode() not in write(room)
    assert {note.id for note in room.note_by_id.values() if note.face_down} == chosen
    for canvas_id, canvas in marked.canvas_by_id.items():
        seen = room.canvas_by_id[canvas_id]
        assert fit(seen, room.levels) == fit(canvas, marked.levels)
        assert [(note.id, note.section, note.x, note.y) for note in seen.notes] == [
            (note.id, note.section, note.x, note.y) for note in canvas.notes
        ]
    assert [flow.id for flow in room.to_review] == [flow.id for flow in marked.to_review]


@given(covered_workspaces(), st.data())
def test_what_did_not_change_is_the_very_same_object_again(
    drawn: tuple[Workspace, frozenset[str]], data: st.DataObject
) -> None:
    workspace, _ = drawn
    before = veiled(workspace)
    assert veiled(workspace) is before
    if not workspace.note_by_id:
        return
    moved = data.draw(st.sampled_from([*workspace.note_by_id]))
    after = veiled(edit_notes(workspace, {moved: {"x": 0.0 if workspace.note_by_id[moved].x else 1.0}}))
    for note_id, note in after.note_by_id.items():
        assert (note is before.note_by_id[note_id]) is (note_id != moved)
    for canvas_id, canvas in after.canvas_by_id.items():
        assert (canvas is before.canvas_by_id[canvas_id]) is (moved not in canvas.note_by_id)
        assert all(link is before.link(link.id) for link in canvas.links)


def test_a_workspace_with_nothing_covered_is_itself() -> None:
    workspace = cover(full(), ["stop"], covered=False)
    assert veiled(workspace) is workspace


@pytest.mark.parametrize("look_at", [full, lambda: cover(full(), ["stop"], covered=False)])
def test_the_veil_keeps_nothing_alive(look_at: object) -> None:
    assert callable(look_at)
    workspace = look_at()
    room = veiled(workspace)
    note, gone = weakref.ref(room.note_by_id["stop"]), weakref.ref(workspace)
    if room is not workspace:
        del room
        gc.collect()
        assert note() is None
    room = workspace
    del workspace, room
    gc.collect()
    assert gone() is None
