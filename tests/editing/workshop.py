"""A small workspace with a bit of everything, by readable ids, for the tests of edits."""

from canvasdesk.model.business import Block, BusinessModelCanvas, Entry, Relationship
from canvasdesk.model.canvas import Alternative, AlternativeKind, Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, EvidenceKind, Hypothesis
from canvasdesk.model.flows import Flow, Relation
from canvasdesk.model.notes import (
    FitLink,
    GainLevel,
    JobType,
    Note,
    OfferState,
    PainType,
    ProductForm,
    SupportingRole,
)
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.model.workspace import Workspace

NOTES = (
    Note(
        id="job",
        section=Section.JOBS,
        text="Keep crews working",
        x=1300,
        y=360,
        importance=5,
        job_type=JobType.SUPPORTING,
        job_role=SupportingRole.BUYER,
    ),
    Note(
        id="late", section=Section.PAINS, text="Tools arrive late", x=900, y=500, importance=4, is_cost=True
    ),
    Note(id="lost", section=Section.PAINS, text="Tools get lost", x=900, y=580, pain_type=PainType.RISK),
    Note(id="calm", section=Section.GAINS, text="No paperwork", x=900, y=150, gain_level=GainLevel.DESIRED),
    Note(id="fleet", section=Section.PRODUCTS, text="Tool fleet", x=40, y=300, form=ProductForm.INTANGIBLE),
    Note(id="swap", section=Section.RELIEVERS, text="Swap on site", x=300, y=500, state=OfferState.EXISTS),
    Note(id="bill", section=Section.CREATORS, text="One bill a month", x=300, y=150),
)
LINKS = (
    FitLink(id="fleet-job", source="fleet", target="job", strength=3),
    FitLink(id="swap-late", source="swap", target="late", strength=2),
    FitLink(id="swap-lost", source="swap", target="lost"),
    FitLink(id="bill-calm", source="bill", target="calm", strength=1),
)


def workshop() -> Workspace:
    """Give two segments, the first with two roles, and all that can refer to notes."""
    canvas = ValuePropositionCanvas(
        id="manager",
        stakeholder=Stakeholder(role=Role.END_USER),
        notes=NOTES,
        links=LINKS,
        alternatives=(
            Alternative(id="rental", kind=AlternativeKind.COMPETITOR, ratings={"late": 2, "calm": 1}),
            Alternative(id="idle", kind=AlternativeKind.DO_NOTHING),
        ),
    )
    buyer = ValuePropositionCanvas(
        id="buyer",
        stakeholder=Stakeholder(role=Role.ECONOMIC_BUYER),
        notes=(Note(id="price", section=Section.PAINS),),
    )
    return Workspace(
        id="workspace",
        segments=(
            CustomerSegment(
                id="builders", name="Builders", priority=Priority.PRIMARY, canvases=(canvas, buyer)
            ),
            CustomerSegment(id="painters", canvases=(ValuePropositionCanvas(id="painter"),)),
        ),
        business_model=BusinessModelCanvas(
            id="business",
            entries=(
                Entry(id="vans", block=Block.RESOURCES, segment_ids=("builders", "painters")),
                Entry(id="fuel", block=Block.COSTS, amount=9000.0),
                Entry(id="advice", block=Block.RELATIONSHIPS, relationship=Relationship.DEDICATED),
            ),
        ),
        evidence=(
            Evidence(id="talk", kind=EvidenceKind.INTERVIEW, level=1, about=("late", "swap-late", "job")),
            Evidence(id="order", kind=EvidenceKind.SALE, level=3, about=("swap",)),
        ),
        hypotheses=(Hypothesis(id="guess", statement="They would pay", about=("late", "vans")),),
        flows=(
            Flow(id="vans-swap", relation=Relation.ENABLES, business_end="vans", canvas_end="swap"),
            Flow(id="fuel-swap", relation=Relation.LIMITS, business_end="fuel", canvas_end="swap"),
            Flow(id="job-vans", relation=Relation.DRIVES, business_end="vans", canvas_end="job"),
            Flow(id="at-builders", relation=Relation.TARGETS, business_end="builders", canvas_end="manager"),
        ),
    )
