"""Hypothesis strategies for every value of the model, valid by construction and shared by all tests.

Ids are short and readable (`c1-n3`), unique in whatever is drawn, so that a failing example reads well.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from canvasdesk.model.business import (
    ENTRY_BLOCKS,
    MONEY_BLOCKS,
    Block,
    BusinessModelCanvas,
    Entry,
    Purpose,
    Relationship,
)
from canvasdesk.model.canvas import (
    Alternative,
    AlternativeKind,
    CanvasStatus,
    Role,
    Stakeholder,
    ValuePropositionCanvas,
)
from canvasdesk.model.evidence import (
    Decision,
    Evidence,
    EvidenceKind,
    EvidenceVerdict,
    Hypothesis,
    HypothesisState,
    LearningCard,
    TestCard,
)
from canvasdesk.model.flows import FLOW_ENDS, FitFigures, Flow, Iteration, Relation, Seen
from canvasdesk.model.notes import (
    FitLink,
    GainLevel,
    JobType,
    Need,
    Note,
    OfferState,
    PainType,
    ProductForm,
    SupportingRole,
)
from canvasdesk.model.sections import ANSWERS, Half, Section
from canvasdesk.model.segments import Basis, CustomerSegment, Market, Priority
from canvasdesk.model.sessions import AgendaStep, Attendee, Covering, Frame, Session, Vote, VoteCount
from canvasdesk.model.value import Value, evolve
from canvasdesk.model.workspace import View, Workspace
from tests.scalars import Fields, coordinates, days, fields_of, json_values, moments, texts

V = TypeVar("V", bound=Value)

_NOTE_FIELDS: Fields = {
    "text": texts(),
    "detail": texts(),
    "x": coordinates(),
    "y": coordinates(),
    "parked": st.booleans(),
    "covered": st.booleans(),
    "author": texts(10),
}
_CIRCLE_FIELDS: Fields = {
    "importance": st.integers(1, 5),
    "need": st.sampled_from(Need),
    "measure": texts(10),
    "quote": texts(),
}
_SQUARE_FIELDS: Fields = {"state": st.sampled_from(OfferState)}
_SECTION_FIELDS: dict[Section, Fields] = {
    Section.JOBS: _CIRCLE_FIELDS | {"job_type": st.sampled_from(JobType)},
    Section.PAINS: _CIRCLE_FIELDS | {"pain_type": st.sampled_from(PainType), "is_cost": st.booleans()},
    Section.GAINS: _CIRCLE_FIELDS | {"gain_level": st.sampled_from(GainLevel)},
    Section.PRODUCTS: _SQUARE_FIELDS | {"form": st.sampled_from(ProductForm)},
    Section.RELIEVERS: _SQUARE_FIELDS,
    Section.CREATORS: _SQUARE_FIELDS,
}
_NOTE_STRATEGIES = {
    section: fields_of(**_NOTE_FIELDS, **fields)  # type: ignore[arg-type]
    for section, fields in _SECTION_FIELDS.items()
}


_MIXES: tuple[tuple[Section, ...], ...] = (tuple(Section), *ANSWERS.items())
"""What canvases are made of: all sections, or one pair, as notes of all six seldom have anything to link."""

_LINK_FIELDS = fields_of(strength=st.integers(1, 3), remark=texts(10))
_ALTERNATIVE_FIELDS = fields_of(name=texts(10))
_STAKEHOLDER_FIELDS = fields_of(name=texts(10), veto=st.booleans())
_CANVAS_FIELDS = fields_of(
    statement=texts(),
    why_now=texts(),
    worse_without_us=texts(),
    status=st.sampled_from(CanvasStatus),
    review_by=days(),
)
_SEGMENT_FIELDS = fields_of(
    name=texts(20),
    who=texts(),
    situation=texts(),
    need=texts(),
    basis=st.sampled_from(Basis),
    market=st.sampled_from(Market),
    priority=st.sampled_from([Priority.SECONDARY, Priority.LATER]),
    willingness_to_pay=texts(10),
    colour=st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True),
)
_ENTRY_FIELDS: Fields = {"text": texts(), "detail": texts(), "x": coordinates(), "y": coordinates()}
_BLOCK_FIELDS: dict[Block, Fields] = {
    **{block: {"amount": st.floats(-1e15, 1e15)} for block in MONEY_BLOCKS},
    Block.RELATIONSHIPS: {"relationship": st.sampled_from(Relationship)},
}
_ENTRY_STRATEGIES = {
    block: fields_of(**_ENTRY_FIELDS, **_BLOCK_FIELDS.get(block, {}))  # type: ignore[arg-type]
    for block in ENTRY_BLOCKS
}
_BUSINESS_FIELDS = fields_of(name=texts(20), purpose=st.sampled_from(Purpose))
_EVIDENCE_FIELDS = fields_of(
    verdict=st.sampled_from(EvidenceVerdict),
    finding=texts(),
    sample_size=st.integers(0, 10_000),
    date=days(),
    source=texts(10),
)
_TEST_CARD_FIELDS = fields_of(
    **{name: texts(10) for name in ("method", "metric", "threshold", "cost", "time", "owner")}, due=days()
)
_LEARNING_CARD_FIELDS = fields_of(
    **{name: texts(10) for name in ("observation", "insight", "action")}, decision=st.sampled_from(Decision)
)
_HYPOTHESIS_FIELDS = fields_of(
    statement=texts(),
    criticality=st.integers(1, 3),
    state=st.sampled_from(HypothesisState),
    test_card=st.builds(lambda fields: TestCard(**fields), _TEST_CARD_FIELDS),
    learning_card=st.builds(lambda fields: LearningCard(**fields), _LEARNING_CARD_FIELDS),
)
_FIGURES = fields_of(on_paper=st.floats(0, 1), proven=st.floats(0, 1), wanted=st.floats(0, 1))
_SEEN = st.builds(Seen, text=texts(), figure=st.none() | st.floats(-1e15, 1e15))
_FLOW_FIELDS = fields_of(remark=texts(10), business_seen=_SEEN, canvas_seen=_SEEN)
_ITERATION_FIELDS = fields_of(name=texts(10), remark=texts(10))
_STEP_FIELDS = fields_of(
    title=texts(10),
    frame=st.sampled_from(Frame),
    question=texts(10),
    minutes=st.integers(0, 480),
    covering=st.sampled_from(Covering),
)
_ATTENDEE_FIELDS = fields_of(name=texts(10), function=texts(10))
_COUNT = st.builds(VoteCount, text=texts(10), dots=st.integers(0, 30))
_VOTE = st.builds(
    Vote,
    section=st.sampled_from(Section),
    voters=st.integers(0, 12),
    dots_each=st.integers(0, 5),
    counts=st.lists(_COUNT, max_size=2).map(tuple),
)
_SESSION_FIELDS = fields_of(ended=moments(), votes=st.lists(_VOTE, max_size=2).map(tuple))
_RED_TEAM = st.none() | st.lists(
    st.builds(FitFigures, canvas_id=st.just("c"), on_paper=st.floats(0, 1)), max_size=2
).map(tuple)
_VIEW = st.builds(
    View,
    sides_swapped=st.booleans(),
    covering=st.lists(st.sampled_from(Section), unique=True).map(tuple),
    red_team=_RED_TEAM,
)
_WORKSPACE_FIELDS = fields_of(
    title=texts(20),
    description=texts(),
    language=st.sampled_from(["en", "de", "he"]),
    view=_VIEW,
    quarantine=st.lists(json_values(), max_size=2).map(tuple),
)


@st.composite
def notes(draw: DrawFn, section: Section | None = None, note_id: str = "n1") -> Note:
    """Draw a note of `section`, or of any, with fields that belong to it."""
    chosen = section or draw(st.sampled_from(Section))
    fields = draw(_NOTE_STRATEGIES[chosen])
    if fields.get("job_type") is JobType.SUPPORTING:
        fields["job_role"] = draw(st.none() | st.sampled_from(SupportingRole))
    return Note(id=note_id, section=chosen, **fields)  # type: ignore[arg-type]


@st.composite
def links(draw: DrawFn, source: str, target: str, link_id: str = "l1") -> FitLink:
    """Draw a link between two notes, rated or not."""
    fields = draw(_LINK_FIELDS)
    return FitLink(id=link_id, source=source, target=target, **fields)  # type: ignore[arg-type]


@st.composite
def alternatives(draw: DrawFn, note_ids: Iterable[str] = (), alternative_id: str = "a1") -> Alternative:
    """Draw an alternative of any kind but *do nothing*, with ratings for some of `note_ids`."""
    kinds = st.sampled_from([kind for kind in AlternativeKind if kind is not AlternativeKind.DO_NOTHING])
    rated = list(note_ids)
    ratings = draw(st.dictionaries(st.sampled_from(rated), st.integers(0, 3), max_size=4)) if rated else {}
    fields = draw(_ALTERNATIVE_FIELDS)
    return Alternative(id=alternative_id, kind=draw(kinds), ratings=ratings, **fields)  # type: ignore[arg-type]


@st.composite
def stakeholders(draw: DrawFn) -> Stakeholder:
    """Draw a stakeholder role."""
    fields = draw(_STAKEHOLDER_FIELDS)
    return Stakeholder(role=draw(st.sampled_from(Role)), **fields)  # type: ignore[arg-type]


@st.composite
def canvases(
    draw: DrawFn,
    *,
    min_notes: int = 0,
    max_notes: int = 10,
    max_links: int = 8,
    with_stakeholder: bool | None = None,
    prefix: str = "",
) -> ValuePropositionCanvas:
    """Draw a value proposition canvas; every id in it starts with `prefix`."""
    mix = draw(st.sampled_from(_MIXES))
    sections = [draw(st.sampled_from(mix)) for _ in range(draw(st.integers(min_notes, max_notes)))]
    its_notes = tuple(draw(notes(section, f"{prefix}n{i}")) for i, section in enumerate(sections, 1))
    pairs = [
        (source.id, target.id)
        for source in its_notes
        for target in its_notes
        if ANSWERS.get(source.section) is target.section
    ]
    count = draw(st.integers(0, min(len(pairs), max_links)))
    some = st.lists(st.sampled_from(pairs), unique=True, min_size=count, max_size=count)
    joined = draw(some) if count else []
    fields = draw(_CANVAS_FIELDS)
    if with_stakeholder is None:
        with_stakeholder = draw(st.booleans())
    return ValuePropositionCanvas(
        id=f"{prefix}canvas",
        stakeholder=draw(stakeholders()) if with_stakeholder else None,
        notes=its_notes,
        links=tuple(draw(links(*pair, f"{prefix}l{i}")) for i, pair in enumerate(joined, 1)),
        alternatives=_alternatives(draw, its_notes, prefix),
        **fields,  # type: ignore[arg-type]
    )


def _alternatives(draw: DrawFn, its_notes: tuple[Note, ...], prefix: str) -> tuple[Alternative, ...]:
    circle = [note.id for note in its_notes if note.section.half is Half.CIRCLE]
    count = draw(st.integers(0, 2))
    others = [draw(alternatives(circle, f"{prefix}a{i}")) for i in range(1, count + 1)]
    do_nothing: bool = draw(st.booleans())
    if others and do_nothing:
        others[0] = evolve(others[0], kind=AlternativeKind.DO_NOTHING)
    return tuple(others)


@st.composite
def segments(draw: DrawFn, *, max_canvases: int = 2, max_notes: int = 8, prefix: str = "") -> CustomerSegment:
    """Draw a customer segment, never primary; every id in it starts with `prefix`."""
    fields = draw(_SEGMENT_FIELDS)
    count = draw(st.integers(1, max_canvases))
    its_canvases = tuple(
        draw(canvases(max_notes=max_notes, prefix=f"{prefix}c{i}-")) for i in range(1, count + 1)
    )
    return CustomerSegment(id=f"{prefix}segment", canvases=its_canvases, **fields)  # type: ignore[arg-type]


@st.composite
def entries(
    draw: DrawFn, segment_ids: Iterable[str] = (), block: Block | None = None, entry_id: str = "e1"
) -> Entry:
    """Draw an entry of the business model, for some of the segments."""
    chosen = block or draw(st.sampled_from(ENTRY_BLOCKS))
    fields = draw(_ENTRY_STRATEGIES[chosen])
    if whom := list(segment_ids):
        fields["segment_ids"] = draw(st.lists(st.sampled_from(whom), unique=True).map(tuple))
    return Entry(id=entry_id, block=chosen, **fields)  # type: ignore[arg-type]


@st.composite
def business_models(
    draw: DrawFn, segment_ids: Iterable[str] = (), *, max_entries: int = 5
) -> BusinessModelCanvas:
    """Draw a business model canvas around segments with these ids."""
    whom = tuple(segment_ids)
    count = draw(st.integers(0, max_entries))
    return BusinessModelCanvas(
        id="business",
        entries=tuple(draw(entries(whom, entry_id=f"e{i}")) for i in range(1, count + 1)),
        **draw(_BUSINESS_FIELDS),  # type: ignore[arg-type]
    )


@st.composite
def evidence(draw: DrawFn, about: Iterable[str] = (), evidence_id: str = "v1") -> Evidence:
    """Draw a record of evidence about some of the ids in `about`."""
    fields = draw(_EVIDENCE_FIELDS)
    kind, level = draw(st.sampled_from(EvidenceKind)), draw(st.integers(1, 3))
    return Evidence(id=evidence_id, kind=kind, level=level, about=draw(_some(about)), **fields)  # type: ignore[arg-type]


@st.composite
def hypotheses(draw: DrawFn, about: Iterable[str] = (), hypothesis_id: str = "h1") -> Hypothesis:
    """Draw a hypothesis about some of the ids in `about`, with its test and learning cards."""
    fields = draw(_HYPOTHESIS_FIELDS)
    return Hypothesis(id=hypothesis_id, about=draw(_some(about)), **fields)  # type: ignore[arg-type]


def flows(
    business: BusinessModelCanvas, its_segments: Iterable[CustomerSegment], flow_id: str = "f1"
) -> SearchStrategy[Flow]:
    """Draw a legal flow between the two; nothing to draw where none is possible."""
    ends = _flow_ends(business, tuple(its_segments))
    return st.builds(
        lambda end, more: Flow(id=flow_id, relation=end[0], business_end=end[1], canvas_end=end[2], **more),
        st.sampled_from(ends) if ends else st.nothing(),
        _FLOW_FIELDS,
    )


def _flow_ends(
    business: BusinessModelCanvas, its_segments: tuple[CustomerSegment, ...]
) -> list[tuple[Relation, str, str]]:
    ends = [(Relation.TARGETS, one.id, canvas.id) for one in its_segments for canvas in one.canvases]
    its_notes = [note for one in its_segments for canvas in one.canvases for note in canvas.notes]
    for relation, (blocks, sections) in FLOW_ENDS.items():
        ends += [
            (relation, entry.id, note.id)
            for entry in business.entries
            if entry.block in blocks
            for note in its_notes
            if note.section in sections
        ]
    return ends


@st.composite
def iterations(
    draw: DrawFn,
    business: BusinessModelCanvas,
    its_segments: tuple[CustomerSegment, ...],
    iteration_id: str = "i1",
) -> Iteration:
    """Draw a frozen copy of a business model and segments, with some figures."""
    figures = tuple(
        FitFigures(canvas_id=canvas.id, **draw(_FIGURES))  # type: ignore[arg-type]
        for one in its_segments
        for canvas in one.canvases
    )
    return Iteration(
        id=iteration_id,
        date=draw(days()),
        business_model=business,
        segments=its_segments,
        figures=figures,
        **draw(_ITERATION_FIELDS),  # type: ignore[arg-type]
    )


def agenda_steps(step_id: str = "t1") -> SearchStrategy[AgendaStep]:
    """Draw a step of an agenda."""
    return st.builds(lambda fields: AgendaStep(id=step_id, **fields), _STEP_FIELDS)


def attendees(attendee_id: str = "p1") -> SearchStrategy[Attendee]:
    """Draw somebody in the room."""
    return st.builds(lambda fields: Attendee(id=attendee_id, **fields), _ATTENDEE_FIELDS)


@st.composite
def sessions(draw: DrawFn, session_id: str = "d1") -> Session:
    """Draw the record of a session; what it froze has the ids that it had."""
    return Session(
        id=session_id,
        began=draw(moments()),
        agenda=_several(draw, 2, lambda i: agenda_steps(f"t{i}")),
        attendees=_several(draw, 2, lambda i: attendees(f"p{i}")),
        **draw(_SESSION_FIELDS),  # type: ignore[arg-type]
    )


@st.composite
def workspaces(draw: DrawFn, *, max_segments: int = 2, max_notes: int = 6) -> Workspace:
    """Draw a whole workspace with a bit of everything, all ids unique and every reference in place."""
    count = draw(st.integers(0, max_segments))
    its_segments = [draw(segments(max_notes=max_notes, prefix=f"s{i}-")) for i in range(1, count + 1)]
    with_primary: bool = draw(st.booleans())
    if its_segments and with_primary:
        its_segments[0] = evolve(its_segments[0], priority=Priority.PRIMARY)
    whole = tuple(its_segments)
    business = draw(business_models([one.id for one in whole]))
    about = _claimable(business, whole)
    return Workspace(
        id="workspace",
        business_model=business,
        segments=whole,
        evidence=_several(draw, 3, lambda i: evidence(about, f"v{i}")),
        hypotheses=_several(draw, 2, lambda i: hypotheses(about, f"h{i}")),
        flows=_several(draw, 3 if whole else 0, lambda i: flows(business, whole, f"f{i}")),
        iterations=_several(draw, 1, lambda i: iterations(business, whole, f"i{i}")),
        agenda=_several(draw, 2, lambda i: agenda_steps(f"t{i}")),
        attendees=_several(draw, 2, lambda i: attendees(f"p{i}")),
        sessions=_several(draw, 1, lambda i: sessions(f"d{i}")),
        created=draw(moments()),
        modified=draw(moments()),
        **draw(_WORKSPACE_FIELDS),  # type: ignore[arg-type]
    )


def _claimable(business: BusinessModelCanvas, its_segments: tuple[CustomerSegment, ...]) -> list[str]:
    its_canvases = [canvas for one in its_segments for canvas in one.canvases]
    its_notes = [note.id for canvas in its_canvases for note in canvas.notes]
    its_links = [link.id for canvas in its_canvases for link in canvas.links]
    return its_notes + its_links + [entry.id for entry in business.entries]


def _several(draw: DrawFn, most: int, make: Callable[[int], SearchStrategy[V]]) -> tuple[V, ...]:
    return tuple(draw(make(i)) for i in range(1, draw(st.integers(0, most)) + 1))


def _some(ids: Iterable[str]) -> SearchStrategy[tuple[str, ...]]:
    known = list(ids)
    return st.lists(st.sampled_from(known), unique=True, max_size=5).map(tuple) if known else st.just(())
