"""The ladder of stages: each step needs the ones below, and evidence is what lifts a canvas."""

import pytest

from canvasdesk.model.business import Block, BusinessModelCanvas, Entry
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, EvidenceKind, EvidenceVerdict
from canvasdesk.model.fit import Stage, stage
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace

NOTES = (
    Note(id="job", section=Section.JOBS, importance=4),
    Note(id="pain", section=Section.PAINS, importance=4),
    Note(id="product", section=Section.PRODUCTS),
    Note(id="reliever", section=Section.RELIEVERS),
)
LINKS = (
    FitLink(id="one", source="product", target="job", strength=3),
    FitLink(id="two", source="reliever", target="pain", strength=3),
)
CANVAS = ValuePropositionCanvas(id="canvas", notes=NOTES, links=LINKS)
SEGMENTS = (
    CustomerSegment(id="segment", canvases=(CANVAS,)),
    CustomerSegment(id="others", canvases=(ValuePropositionCanvas(id="empty"),)),
)
REVENUE = Entry(id="revenue", block=Block.REVENUE, amount=900.0, segment_ids=("segment",))
COST = Entry(id="cost", block=Block.COSTS, amount=800.0)


def known(level: int, *about: str) -> Evidence:
    return Evidence(kind=EvidenceKind.EXPERIMENT, level=level, about=about)


PROVEN = known(3, "job", "pain", "product", "reliever")
BOUGHT = known(3, "revenue")


def workspace(
    *evidence: Evidence, entries: tuple[Entry, ...] = (REVENUE, COST), canvas: ValuePropositionCanvas = CANVAS
) -> Workspace:
    segments = (evolve(SEGMENTS[0], canvases=(canvas,)), SEGMENTS[1])
    return Workspace(
        segments=segments, evidence=evidence, business_model=BusinessModelCanvas(entries=entries)
    )


@pytest.mark.parametrize(
    ("evidence", "reached"),
    [
        ((), Stage.NO_FIT),
        ((known(3, "product", "reliever"),), Stage.NO_FIT),
        ((known(1, "job"),), Stage.NO_FIT),  # the job is a third of the weight
        ((known(1, "pain"),), Stage.PROBLEM_SOLUTION),
        ((known(3, "job", "pain"),), Stage.PROBLEM_SOLUTION),
        ((PROVEN,), Stage.PRODUCT_MARKET),
        ((PROVEN, known(2, "revenue")), Stage.PRODUCT_MARKET),
        ((PROVEN, known(3, "cost")), Stage.PRODUCT_MARKET),
        ((PROVEN, BOUGHT), Stage.BUSINESS_MODEL),
        ((known(1, "pain"), BOUGHT), Stage.PROBLEM_SOLUTION),  # money alone does not skip a step
    ],
)
def test_evidence_lifts_a_canvas_step_by_step(evidence: tuple[Evidence, ...], reached: Stage) -> None:
    assert stage(workspace(*evidence), "canvas") is reached


@pytest.mark.parametrize(
    ("entries", "reached"),
    [
        ((REVENUE, COST), Stage.BUSINESS_MODEL),
        ((REVENUE, evolve(COST, amount=900.0)), Stage.PRODUCT_MARKET),
        ((evolve(REVENUE, amount=None), COST), Stage.PRODUCT_MARKET),
        ((evolve(REVENUE, segment_ids=()), COST), Stage.BUSINESS_MODEL),
        ((evolve(REVENUE, segment_ids=("others",)), COST), Stage.PRODUCT_MARKET),
    ],
)
def test_a_business_model_fits_when_the_segment_pays_more_than_it_costs(
    entries: tuple[Entry, ...], reached: Stage
) -> None:
    assert stage(workspace(PROVEN, BOUGHT, entries=entries), "canvas") is reached


def test_a_weak_or_held_canvas_has_no_fit_whatever_is_known() -> None:
    weak = evolve(CANVAS, links=LINKS[:1])
    assert stage(workspace(PROVEN, BOUGHT, canvas=weak), "canvas") is Stage.NO_FIT
    deal_breaker = Note(id="gain", section=Section.GAINS, importance=5)
    others = tuple(Note(id=f"pain-{i}", section=Section.PAINS, importance=5) for i in range(9))
    answers = tuple(FitLink(id=f"link-{i}", source="reliever", target=f"pain-{i}") for i in range(9))
    held = evolve(CANVAS, notes=(*NOTES, deal_breaker, *others), links=(*LINKS, *answers))
    everything = known(3, *(note.id for note in held.notes))
    assert stage(workspace(everything, BOUGHT, canvas=held), "canvas") is Stage.NO_FIT
    parked = evolve(held, notes=tuple(evolve(note, parked=note is deal_breaker) for note in held.notes))
    assert stage(workspace(everything, BOUGHT, canvas=parked), "canvas") is Stage.BUSINESS_MODEL


def test_a_refuted_profile_falls_back() -> None:
    doubt = Evidence(
        kind=EvidenceKind.INTERVIEW, level=1, verdict=EvidenceVerdict.REFUTES, about=("job", "pain")
    )
    assert stage(workspace(PROVEN, BOUGHT, doubt), "canvas") is Stage.NO_FIT


def test_an_empty_canvas_has_no_fit_and_an_unknown_one_is_an_error() -> None:
    assert stage(workspace(), "empty") is Stage.NO_FIT
    with pytest.raises(KeyError):
        stage(workspace(), "nowhere")
