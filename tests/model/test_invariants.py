"""The invariants that tie a workspace together: each is broken once, and refused with a reason."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from canvasdesk.model.business import ENTRY_BLOCKS, Block, BusinessModelCanvas, Entry, Relationship
from canvasdesk.model.canvas import Alternative, AlternativeKind, ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, EvidenceKind, Hypothesis
from canvasdesk.model.flows import FLOW_ENDS, Flow, Iteration, Relation
from canvasdesk.model.notes import (
    FIELDS,
    SPECIAL_FIELDS,
    FitLink,
    GainLevel,
    JobType,
    Need,
    Note,
    OfferState,
    PainType,
    ProductForm,
    SupportingRole,
    in_section,
    why_not_linked,
)
from canvasdesk.model.sections import ANSWERS, CIRCLE, SQUARE, Half, Section
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.model.value import Value, evolve
from canvasdesk.model.workspace import Workspace, why_not_flowing
from tests.strategies import canvases, notes, segments, workspaces

SPECIAL: dict[str, object] = {
    "importance": 3,
    "need": Need.LATENT,
    "measure": "ppm",
    "quote": "we lose a shift",
    "job_type": JobType.SOCIAL,
    "job_role": SupportingRole.BUYER,
    "pain_type": PainType.RISK,
    "is_cost": True,
    "gain_level": GainLevel.DESIRED,
    "state": OfferState.IDEA,
    "form": ProductForm.DIGITAL,
}
DAY = date(2026, 3, 1)
ALL_SECTIONS = tuple(Note(id=section.name, section=section) for section in Section)


@pytest.mark.parametrize("section", Section)
@pytest.mark.parametrize("name", sorted(SPECIAL_FIELDS))
def test_a_field_stands_only_in_its_sections(section: Section, name: str) -> None:
    extra = {"job_type": JobType.SUPPORTING} if name == "job_role" and section is Section.JOBS else {}
    fields = {"section": section, name: SPECIAL[name], **extra}
    if name in FIELDS[section]:
        assert getattr(Note.model_validate(fields), name) == SPECIAL[name]
    else:
        with pytest.raises(ValidationError, match=f"a note in {section.value} has no {name}"):
            Note.model_validate(fields)


def test_only_a_supporting_job_has_a_role() -> None:
    with pytest.raises(ValidationError, match="only a supporting job"):
        Note(section=Section.JOBS, job_type=JobType.SOCIAL, job_role=SupportingRole.BUYER)


@given(notes(), st.sampled_from(Section))
def test_a_note_in_another_section_keeps_what_belongs_there(note: Note, section: Section) -> None:
    moved = in_section(note, section)
    assert moved.section is section
    for name in type(note).model_fields.keys() - {"section"}:
        kept = name not in SPECIAL_FIELDS or name in FIELDS[section] or section is note.section
        assert getattr(moved, name) == (
            getattr(note, name) if kept else type(note).model_fields[name].default
        )
    if note.section is section:
        assert moved is note


@pytest.mark.parametrize("source", Section)
@pytest.mark.parametrize("target", Section)
def test_a_link_joins_a_square_note_with_the_section_it_answers(source: Section, target: Section) -> None:
    link = FitLink(source=source.name, target=target.name)
    if source in SQUARE and target is source.partner:
        assert ValuePropositionCanvas(notes=ALL_SECTIONS, links=(link,)).links == (link,)
        assert why_not_linked(*(Note(section=each) for each in (target, source))) is None
    else:
        with pytest.raises(ValidationError, match="link"):
            ValuePropositionCanvas(notes=ALL_SECTIONS, links=(link,))


def test_pairs_are_mutual_and_answers_run_from_square_to_circle() -> None:
    assert {section.partner.partner for section in Section} == set(Section)
    assert list(ANSWERS) == list(SQUARE)
    assert list(ANSWERS.values()) == list(CIRCLE)
    assert {section: section.half for section in Section} == {
        **dict.fromkeys(CIRCLE, Half.CIRCLE),
        **dict.fromkeys(SQUARE, Half.SQUARE),
    }


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"notes": (*ALL_SECTIONS, ALL_SECTIONS[0])}, "share an id"),
        ({"alternatives": (Alternative(id="JOBS", kind=AlternativeKind.COMPETITOR),)}, "share an id"),
        ({"links": (FitLink(source="PRODUCTS", target="gone"),)}, "not on its canvas"),
        ({"links": tuple(FitLink(source="CREATORS", target="GAINS") for _ in range(2))}, "same notes"),
        (
            {"alternatives": tuple(Alternative(kind=AlternativeKind.DO_NOTHING) for _ in range(2))},
            "at most one",
        ),
        (
            {"alternatives": (Alternative(kind=AlternativeKind.SUBSTITUTE, ratings={"gone": 1}),)},
            "no note of the circle",
        ),
        (
            {"alternatives": (Alternative(kind=AlternativeKind.SUBSTITUTE, ratings={"CREATORS": 1}),)},
            "no note of the circle",
        ),
    ],
)
def test_a_canvas_that_does_not_hold_together_is_refused(changes: dict[str, object], reason: str) -> None:
    canvas = ValuePropositionCanvas(notes=ALL_SECTIONS)
    with pytest.raises(ValidationError, match=reason):
        evolve(canvas, **changes)


def test_a_segment_has_a_canvas_and_never_the_same_id_twice() -> None:
    with pytest.raises(ValidationError, match="at least 1"):
        CustomerSegment(canvases=())
    twice = ValuePropositionCanvas(id="same")
    with pytest.raises(ValidationError, match="share an id"):
        CustomerSegment(canvases=(twice, twice))


@given(workspaces(), st.data())
def test_an_id_used_twice_anywhere_is_refused(workspace: Workspace, data: st.DataObject) -> None:
    parts: list[Value] = [
        *workspace.segments, *workspace.canvas_by_id.values(), *workspace.business_model.entries,
        *workspace.evidence, *workspace.hypotheses, *workspace.flows, *workspace.iterations,
    ]  # fmt: skip
    for canvas in workspace.canvas_by_id.values():
        parts += [*canvas.notes, *canvas.links, *canvas.alternatives]
    assume(parts)
    stolen = data.draw(st.sampled_from(parts))
    with pytest.raises(ValidationError, match="share an id"):
        evolve(
            workspace,
            evidence=(*workspace.evidence, Evidence(id=stolen.id, kind=EvidenceKind.SALE, level=1)),  # type: ignore[attr-defined]
        )


@given(segments(prefix="a-"), segments(prefix="b-"))
def test_at_most_one_segment_is_primary(one: CustomerSegment, other: CustomerSegment) -> None:
    first, second = (evolve(each, priority=Priority.PRIMARY) for each in (one, other))
    assert Workspace(segments=(first, other)).segments[0].priority is Priority.PRIMARY
    with pytest.raises(ValidationError, match="at most one segment is primary"):
        Workspace(segments=(first, second))


def test_nothing_speaks_of_what_is_not_there() -> None:
    lost = ("gone",)
    for changes, reason in (
        (
            {"evidence": (Evidence(kind=EvidenceKind.SALE, level=3, about=lost),)},
            "evidence .* speaks of gone",
        ),
        ({"hypotheses": (Hypothesis(about=lost),)}, "hypothesis .* speaks of gone"),
        (
            {"business_model": BusinessModelCanvas(entries=(Entry(block=Block.COSTS, segment_ids=lost),))},
            "entry",
        ),
    ):
        with pytest.raises(ValidationError, match=reason):
            evolve(Workspace(), **changes)


def test_an_entry_keeps_to_its_block() -> None:
    for fields, reason in (
        ({"block": Block.CHANNELS, "amount": 1.0}, "has no amount"),
        ({"block": Block.COSTS, "relationship": Relationship.PERSONAL}, "has no relationship"),
        ({"block": Block.COSTS, "segment_ids": ("a", "a")}, "names a segment twice"),
        ({"block": Block.SEGMENTS}, "holds segments, not entries"),
    ):
        with pytest.raises(ValidationError, match=reason):
            Entry.model_validate(fields)


@pytest.mark.parametrize("relation", Relation)
@pytest.mark.parametrize("block", ENTRY_BLOCKS)
@pytest.mark.parametrize("section", Section)
def test_a_flow_joins_what_its_relation_says(relation: Relation, block: Block, section: Section) -> None:
    workspace = Workspace(
        business_model=BusinessModelCanvas(entries=(Entry(id="entry", block=block),)),
        segments=(CustomerSegment(id="segment", canvases=(ValuePropositionCanvas(notes=ALL_SECTIONS),)),),
    )
    flow = Flow(relation=relation, business_end="entry", canvas_end=section.name)
    blocks, sections = FLOW_ENDS.get(relation, (frozenset(), frozenset()))
    legal = block in blocks and section in sections
    assert (why_not_flowing(workspace, flow) is None) == legal
    if legal:
        assert evolve(workspace, flows=(flow,)).flows == (flow,)
    else:
        with pytest.raises(ValidationError, match="flow"):
            evolve(workspace, flows=(flow,))


def test_a_segment_targets_its_own_canvases_only() -> None:
    one, other = (
        CustomerSegment(id=name, canvases=(ValuePropositionCanvas(id=f"{name} canvas"),))
        for name in ("a", "b")
    )
    workspace = Workspace(segments=(one, other))
    own = Flow(relation=Relation.TARGETS, business_end="a", canvas_end="a canvas")
    assert evolve(workspace, flows=(own,)).flows == (own,)
    with pytest.raises(ValidationError, match="not the segment's"):
        evolve(workspace, flows=(evolve(own, canvas_end="b canvas"),))


@given(workspaces())
def test_an_iteration_may_repeat_the_ids_of_what_it_froze(workspace: Workspace) -> None:
    frozen = Iteration(date=DAY, business_model=workspace.business_model, segments=workspace.segments)
    assert evolve(workspace, iterations=(frozen,)).iterations[0].segments == workspace.segments


@given(workspaces())
def test_things_are_found_where_they_are(workspace: Workspace) -> None:
    for canvas in workspace.canvas_by_id.values():
        assert canvas in workspace.segment_of[canvas.id].canvases
        for note in canvas.notes:
            assert workspace.note(note.id) is note
            assert workspace.canvas_of(note.id) is canvas
            assert {link.id for link in canvas.links_of.get(note.id, ())} == {
                link.id for link in canvas.links if note.id in {link.source, link.target}
            }
        for link in canvas.links:
            assert workspace.link(link.id) is link
    for find in (workspace.note, workspace.link, workspace.canvas_of):
        assert find("nowhere") is None


@given(canvases(max_notes=12))
def test_sections_hold_every_note_once(canvas: ValuePropositionCanvas) -> None:
    held = [note for section in Section for note in canvas.in_section(section)]
    assert sorted(note.id for note in held) == sorted(canvas.note_by_id)


def test_a_time_needs_its_zone() -> None:
    with pytest.raises(ValidationError, match="a time needs its zone"):
        Workspace.model_validate_json('{"created": "2026-03-01T10:00:00"}')
