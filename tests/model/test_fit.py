"""The figures of fit: values worked out by hand, edges, and the properties that hold for every canvas."""

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import floor, isclose, prod

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from canvasdesk.model.canvas import Alternative, AlternativeKind, Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, EvidenceKind, evidence_levels
from canvasdesk.model.fit import (
    Fit,
    Verdict,
    deal_fit,
    fit,
    is_deal_breaker,
    opportunity,
    percent,
    points,
    weight,
)
from canvasdesk.model.notes import FitLink, GainLevel, Note, OfferState
from canvasdesk.model.sections import ANSWERS, CIRCLE, Half, Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from tests.strategies import canvases

EMPTY = ValuePropositionCanvas()


def note(note_id: str, section: Section, importance: int | None = None, **fields: object) -> Note:
    return Note(id=note_id, section=section, importance=importance, **fields)  # type: ignore[arg-type]


def canvas_of(*notes: Note, links: Mapping[str, int | None] | None = None) -> ValuePropositionCanvas:
    """Give a canvas with `links` spelled `"source target": strength`."""
    joined = tuple(
        FitLink(id=f"link {ends}", source=ends.split()[0], target=ends.split()[1], strength=strength)
        for ends, strength in (links or {}).items()
    )
    return ValuePropositionCanvas(notes=notes, links=joined)


def levels_for(canvas: ValuePropositionCanvas) -> st.SearchStrategy[dict[str, int]]:
    ids = [each.id for each in canvas.notes] + [each.id for each in canvas.links]
    return st.dictionaries(st.sampled_from(ids), st.integers(0, 3)) if ids else st.just({})


@st.composite
def mapped(draw: st.DrawFn) -> tuple[ValuePropositionCanvas, dict[str, int]]:
    """Draw a canvas with at least one note, and evidence levels for some of it."""
    canvas = draw(canvases(min_notes=1, max_notes=12))
    return canvas, draw(levels_for(canvas))


def shares(figures: Fit) -> Iterator[float]:
    assert figures.on_paper is not None
    assert figures.proven is not None
    assert figures.today is not None
    yield from (figures.on_paper, figures.proven, figures.today)


def counted(canvas: ValuePropositionCanvas, half: Half) -> list[Note]:
    return [each for each in canvas.notes if each.section.half is half and not each.parked]


def exact_fit(canvas: ValuePropositionCanvas, levels: Mapping[str, int]) -> tuple[Fraction, Fraction]:
    """Give fit on paper and proven fit in fractions, written as the formula is."""
    offer = {each.id for each in counted(canvas, Half.SQUARE)}
    paper, proven, whole = Fraction(0), Fraction(0), Fraction(0)
    for each in counted(canvas, Half.CIRCLE):
        links = [link for link in canvas.links if link.target == each.id and link.source in offer]
        s = [Fraction(link.strength or 3, 3) for link in links]
        e = [
            Fraction(min(levels.get(each.id, 0), max(levels.get(link.source, 0), levels.get(link.id, 0))), 3)
            for link in links
        ]
        w = Fraction(each.importance or 3) * (Fraction(1, 2) if each.section is Section.JOBS else 1)
        whole += w
        paper += w * (1 - prod((1 - one for one in s), start=Fraction(1)))
        proven += w * (
            1 - prod((1 - one * known for one, known in zip(s, e, strict=True)), start=Fraction(1))
        )
    return paper / whole, proven / whole


@given(mapped())
def test_the_figures_are_those_of_the_formula(drawn: tuple[ValuePropositionCanvas, dict[str, int]]) -> None:
    canvas, levels = drawn
    assume(counted(canvas, Half.CIRCLE))
    figures = fit(canvas, levels)
    on_paper, proven, _ = shares(figures)
    exact_paper, exact_proven = exact_fit(canvas, levels)
    assert isclose(on_paper, exact_paper, rel_tol=1e-12, abs_tol=1e-15)
    assert isclose(proven, exact_proven, rel_tol=1e-12, abs_tol=1e-15)
    assert (on_paper == 1) == (exact_paper == 1)
    assert (on_paper == 0) == (exact_paper == 0)
    assert percent(on_paper) == min(max(floor(exact_paper * 100 + Fraction(1, 2)), 1), 99) or exact_paper in {
        0,
        1,
    }


@given(mapped())
def test_proven_and_today_stay_within_paper(drawn: tuple[ValuePropositionCanvas, dict[str, int]]) -> None:
    canvas, levels = drawn
    assume(counted(canvas, Half.CIRCLE))
    figures = fit(canvas, levels)
    on_paper, proven, today = shares(figures)
    assert 0 <= proven <= on_paper <= 1
    assert 0 <= today <= on_paper
    assert all(figures.proven_answered[each] <= full <= 1 for each, full in figures.answered.items())
    assert figures.linked <= figures.offered
    for section in CIRCLE:
        part = figures.sections[section]
        assert (
            part.answered
            <= part.total
            == sum(each.section is section for each in counted(canvas, Half.CIRCLE))
        )
        assert (part.share is None) == (part.total == 0)


@given(mapped(), st.data())
def test_a_link_more_or_a_stronger_one_never_lowers_the_fit(
    drawn: tuple[ValuePropositionCanvas, dict[str, int]], data: st.DataObject
) -> None:
    canvas, levels = drawn
    assume(counted(canvas, Half.CIRCLE))
    there = {(link.source, link.target) for link in canvas.links}
    free = [
        (one.id, other.id)
        for one in canvas.notes
        for other in canvas.notes
        if ANSWERS.get(one.section) is other.section and (one.id, other.id) not in there
    ]
    rated = [link for link in canvas.links if link.strength in {1, 2}]
    assume(free or rated)
    if free and (not rated or data.draw(st.booleans())):
        source, target = data.draw(st.sampled_from(free))
        new = FitLink(source=source, target=target, strength=data.draw(st.sampled_from([None, 1, 2, 3])))
        better = evolve(canvas, links=(*canvas.links, new))
    else:
        weak = data.draw(st.sampled_from(rated))
        strong = evolve(weak, strength=weak.strength + 1 if weak.strength else None)
        better = evolve(canvas, links=tuple(strong if link is weak else link for link in canvas.links))
    for before, after in zip(shares(fit(canvas, levels)), shares(fit(better, levels)), strict=True):
        assert after >= before


@given(mapped(), st.data())
def test_a_link_less_never_raises_the_fit(
    drawn: tuple[ValuePropositionCanvas, dict[str, int]], data: st.DataObject
) -> None:
    canvas, levels = drawn
    assume(canvas.links and counted(canvas, Half.CIRCLE))
    gone = data.draw(st.sampled_from(canvas.links))
    worse = evolve(canvas, links=tuple(link for link in canvas.links if link is not gone))
    for before, after in zip(shares(fit(canvas, levels)), shares(fit(worse, levels)), strict=True):
        assert after <= before


@given(mapped(), st.sampled_from(CIRCLE), st.sampled_from([None, 1, 2, 3, 4, 5]))
def test_an_unanswered_new_note_never_raises_the_fit(
    drawn: tuple[ValuePropositionCanvas, dict[str, int]], section: Section, importance: int | None
) -> None:
    canvas, levels = drawn
    assume(counted(canvas, Half.CIRCLE))
    more = evolve(canvas, notes=(*canvas.notes, note("new", section, importance)))
    for before, after in zip(shares(fit(canvas, levels)), shares(fit(more, levels)), strict=True):
        assert after <= before


@given(mapped(), st.data())
def test_supporting_evidence_never_lowers_the_proven_fit(
    drawn: tuple[ValuePropositionCanvas, dict[str, int]], data: st.DataObject
) -> None:
    canvas, levels = drawn
    assume(counted(canvas, Half.CIRCLE))
    known = [
        Evidence(kind=EvidenceKind.SURVEY, level=level, about=(each,))
        for each, level in levels.items()
        if level
    ]
    about = data.draw(st.sampled_from([each.id for each in canvas.notes]))
    more = Evidence(kind=EvidenceKind.SALE, level=data.draw(st.integers(1, 3)), about=(about,))
    before, after = fit(canvas, evidence_levels(known)), fit(canvas, evidence_levels([*known, more]))
    assert after.on_paper == before.on_paper
    assert (after.proven or 0) >= (before.proven or 0)


@given(mapped(), st.randoms(use_true_random=False))
def test_order_does_not_matter(
    drawn: tuple[ValuePropositionCanvas, dict[str, int]], dice: random.Random
) -> None:
    canvas, levels = drawn
    mixed = evolve(
        canvas,
        notes=tuple(dice.sample(canvas.notes, len(canvas.notes))),
        links=tuple(dice.sample(canvas.links, len(canvas.links))),
        alternatives=tuple(dice.sample(canvas.alternatives, len(canvas.alternatives))),
    )
    one, other = fit(canvas, levels), fit(mixed, levels)
    assert list(_figures(one)) == list(_figures(other))
    assert (one.answered, one.proven_answered) == (other.answered, other.proven_answered)
    assert set(one.held_by) == set(other.held_by)


def _figures(figures: Fit) -> Iterator[object]:
    yield from (figures.on_paper, figures.proven, figures.today, figures.lead, figures.verdict)
    yield from (figures.sections, figures.wanted, figures.unranked)


@given(canvases(max_notes=12), st.integers(2, 5))
def test_the_scale_of_importance_does_not_matter(canvas: ValuePropositionCanvas, factor: int) -> None:
    circle = counted(canvas, Half.CIRCLE)
    assume(circle)
    one, scaled = (
        evolve(
            canvas,
            notes=tuple(
                evolve(each, importance=importance) if each.section.half is Half.CIRCLE else each
                for each in canvas.notes
            ),
        )
        for importance in (1, factor)
    )
    for before, after in zip(shares(fit(one)), shares(fit(scaled)), strict=True):
        assert isclose(before, after, rel_tol=1e-12)


@given(mapped())
def test_a_parked_note_counts_as_if_it_were_not_there(
    drawn: tuple[ValuePropositionCanvas, dict[str, int]],
) -> None:
    canvas, levels = drawn
    kept = {each.id for each in canvas.notes if not each.parked}
    without = evolve(
        canvas,
        notes=tuple(each for each in canvas.notes if each.id in kept),
        links=tuple(link for link in canvas.links if link.source in kept and link.target in kept),
        alternatives=tuple(
            evolve(other, ratings={each: rating for each, rating in other.ratings.items() if each in kept})
            for other in canvas.alternatives
        ),
    )
    one, other = fit(canvas, levels), fit(without, levels)
    assert list(_figures(one)) == list(_figures(other))
    assert one.answered == other.answered


def test_without_a_circle_note_there_are_no_figures_and_no_verdict() -> None:
    others = (Alternative(kind=AlternativeKind.DO_NOTHING),)
    for canvas in (
        EMPTY,
        evolve(EMPTY, alternatives=others),
        canvas_of(note("p", Section.PRODUCTS), note("j", Section.JOBS, 5, parked=True), links={"p j": 3}),
    ):
        figures = fit(canvas)
        assert (figures.on_paper, figures.proven, figures.today, figures.lead) == (None, None, None, None)
        assert (figures.verdict, figures.rival, figures.held_by, dict(figures.answered)) == (
            None,
            None,
            (),
            {},
        )
        assert not figures.ranked
    assert fit(EMPTY).wanted is None
    assert fit(canvas_of(note("p", Section.PRODUCTS))).wanted == 0


def test_without_a_link_the_fit_is_nothing() -> None:
    figures = fit(canvas_of(note("j", Section.JOBS, 4), note("p", Section.PRODUCTS)))
    assert (figures.on_paper, figures.proven, figures.today) == (0, 0, 0)
    assert (figures.verdict, figures.linked, figures.offered) == (Verdict.WEAK, 0, 1)


def test_an_unrated_link_counts_as_fully_and_links_fill_what_is_left() -> None:
    pain, one, two = note("p", Section.PAINS, 4), note("a", Section.RELIEVERS), note("b", Section.RELIEVERS)
    assert fit(canvas_of(pain, one, links={"a p": None})).answered == {"p": 1.0}
    assert fit(canvas_of(pain, one, two, links={"a p": 2, "b p": 1})).answered == {"p": 7 / 9}
    assert fit(canvas_of(pain, one, two, links={"a p": 1, "b p": 1})).answered == {"p": 5 / 9}


def test_jobs_weigh_half_and_unranked_notes_three() -> None:
    assert weight(note("j", Section.JOBS, 5)) == 2.5
    assert weight(note("p", Section.PAINS)) == 3
    assert weight(note("g", Section.GAINS, 1)) == 1
    job, pain = note("j", Section.JOBS), note("p", Section.PAINS)
    figures = fit(canvas_of(job, pain, note("s", Section.PRODUCTS), links={"s j": 3}))
    assert figures.on_paper == 1.5 / 4.5
    assert (figures.unranked, figures.ranked, figures.provisional) == (2, False, True)
    ranked = fit(canvas_of(evolve(job, importance=2), pain))
    assert (ranked.unranked, ranked.ranked, ranked.provisional) == (1, True, True)


def test_today_counts_what_already_exists_and_nothing_else() -> None:
    gain = note("g", Section.GAINS, 3)
    for state, today in (
        (OfferState.EXISTS, 2 / 3),
        (OfferState.PLANNED, 0),
        (OfferState.IDEA, 0),
        (None, 0),
    ):
        offer = note("c", Section.CREATORS, state=state)
        assert fit(canvas_of(gain, offer, links={"c g": 2})).today == today


def test_a_link_is_proven_as_far_as_its_weaker_end() -> None:
    canvas = canvas_of(note("g", Section.GAINS, 3), note("c", Section.CREATORS), links={"c g": 3})
    for theirs, ours, link, expected in (
        (3, 3, 0, 1), (3, 0, 3, 1), (3, 0, 0, 0), (0, 3, 3, 0), (1, 3, 0, 1 / 3), (3, 1, 2, 2 / 3),
    ):  # fmt: skip
        assert fit(canvas, {"g": theirs, "c": ours, "link c g": link}).proven == expected


def test_many_links_never_round_up_to_whole() -> None:
    relievers = [note(f"r{i}", Section.RELIEVERS) for i in range(60)]
    figures = fit(canvas_of(note("p", Section.PAINS, 5), *relievers, links={f"r{i} p": 2 for i in range(60)}))
    assert figures.on_paper is not None
    assert figures.on_paper < 1
    assert percent(figures.on_paper) == 99


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0, 0), (1e-9, 1), (0.004, 1), (0.0149, 1), (0.015, 2), (0.545, 55), (0.565, 57), (0.575, 58),
     (247 / 369, 67), (5 / 41, 12), (295 / 369, 80), (0.985, 99), (0.995, 99), (1 - 1e-16, 99), (1, 100)],
)  # fmt: skip
def test_percent_is_half_up_and_keeps_the_ends_for_what_is_exact(share: float, shown: int) -> None:
    assert percent(share) == shown


@given(st.integers(0, 2000))
def test_percent_of_halves_goes_up(twentieths: int) -> None:
    share = twentieths / 2000
    expected = floor(Fraction(twentieths, 20) + Fraction(1, 2))
    assert percent(share) == (expected if twentieths in {0, 2000} else min(max(expected, 1), 99))


@pytest.mark.parametrize(
    ("difference", "shown"), [(0.425, 43), (-0.425, -42), (-0.12, -12), (0.004, 0), (1, 100), (-1, -100)]
)
def test_points_are_half_up(difference: float, shown: int) -> None:
    assert points(difference) == shown


@pytest.mark.parametrize(
    ("answered", "total", "verdict"),
    [(39, 100, Verdict.WEAK), (40, 100, Verdict.PARTIAL), (59, 100, Verdict.PARTIAL), (60, 100, Verdict.GOOD),
     (79, 100, Verdict.GOOD), (80, 100, Verdict.STRONG), (100, 100, Verdict.STRONG),
     (119, 200, Verdict.GOOD), (159, 200, Verdict.STRONG)],
)  # fmt: skip
def test_the_verdict_is_that_of_the_shown_percent(answered: int, total: int, verdict: Verdict) -> None:
    pains = [note(f"p{i}", Section.PAINS, 3) for i in range(total)]
    links = {f"r p{i}": 3 for i in range(answered)}
    assert fit(canvas_of(note("r", Section.RELIEVERS), *pains, links=links)).verdict is verdict


@pytest.mark.parametrize(
    "deal_breaker",
    [
        note("d", Section.JOBS, 5),
        note("d", Section.PAINS, 5),
        note("d", Section.GAINS, 1, gain_level=GainLevel.REQUIRED),
    ],
)
def test_a_deal_breaker_without_an_answer_holds_the_verdict_at_partial(deal_breaker: Note) -> None:
    pains = [note(f"p{i}", Section.PAINS, 4) for i in range(20)]
    canvas = canvas_of(
        note("r", Section.RELIEVERS), *pains, deal_breaker, links={f"r p{i}": 3 for i in range(20)}
    )
    figures = fit(canvas)
    assert percent(figures.on_paper or 0) >= 80
    assert (figures.verdict, figures.held_by) == (Verdict.PARTIAL, ("d",))
    parked = evolve(canvas, notes=tuple(evolve(each, parked=each.id == "d") for each in canvas.notes))
    assert (fit(parked).verdict, fit(parked).held_by) == (Verdict.STRONG, ())
    assert fit(canvas_of(deal_breaker)).verdict is Verdict.WEAK  # held at partial, not lifted to it


@given(canvases(max_notes=12))
def test_held_by_names_exactly_the_unanswered_deal_breakers(canvas: ValuePropositionCanvas) -> None:
    figures = fit(canvas)
    circle = counted(canvas, Half.CIRCLE)
    assert set(figures.held_by) == {
        each.id for each in circle if is_deal_breaker(each) and figures.answered[each.id] == 0
    }
    assert figures.held_by == () or figures.verdict in {Verdict.WEAK, Verdict.PARTIAL}


def test_the_rival_is_the_best_alternative() -> None:
    pain, gain = note("p", Section.PAINS, 3), note("g", Section.GAINS, 1)
    lazy = Alternative(id="lazy", kind=AlternativeKind.DO_NOTHING, ratings={"g": 3})
    rival = Alternative(id="rival", kind=AlternativeKind.COMPETITOR, ratings={"p": 2})
    unrated = Alternative(id="unrated", kind=AlternativeKind.SUBSTITUTE)
    canvas = evolve(
        canvas_of(pain, gain, note("r", Section.RELIEVERS), links={"r p": 3}),
        alternatives=(unrated, lazy, rival),
    )
    figures = fit(canvas)
    assert figures.rival is rival
    assert figures.lead == 0.75 - 0.5
    assert fit(evolve(canvas, alternatives=(unrated,))).lead == 0.75
    assert (fit(evolve(canvas, alternatives=())).rival, fit(evolve(canvas, alternatives=())).lead) == (
        None,
        None,
    )
    behind = fit(evolve(canvas, links=()))
    assert behind.lead == -0.5


def test_opportunity_is_importance_and_what_alternatives_leave_unsatisfied() -> None:
    pain = note("p", Section.PAINS, 5)
    weak = Alternative(kind=AlternativeKind.COMPETITOR, ratings={"p": 1})
    full = Alternative(kind=AlternativeKind.WORKAROUND, ratings={"p": 3})
    assert opportunity(canvas_of(pain), pain) == 20
    assert opportunity(evolve(canvas_of(pain), alternatives=(weak,)), pain) == 10 + (10 - 10 / 3)
    assert opportunity(evolve(canvas_of(pain), alternatives=(weak, full)), pain) == 10
    small = note("p", Section.PAINS, 1)
    assert opportunity(evolve(canvas_of(small), alternatives=(full,)), small) == 2
    assert opportunity(canvas_of(note("g", Section.GAINS)), note("g", Section.GAINS)) == 12
    with pytest.raises(ValueError, match="no opportunity"):
        opportunity(EMPTY, note("c", Section.CREATORS))


def test_deal_fit_is_that_of_the_lowest_canvas_with_a_veto() -> None:
    def role(canvas: ValuePropositionCanvas, *, veto: bool) -> ValuePropositionCanvas:
        return evolve(canvas, id=f"{id(canvas)}", stakeholder=Stakeholder(role=Role.INFLUENCER, veto=veto))

    def answered(strength: int, tag: str) -> ValuePropositionCanvas:
        pain, reliever = note(f"p{tag}", Section.PAINS), note(f"r{tag}", Section.RELIEVERS)
        return canvas_of(pain, reliever, links={f"r{tag} p{tag}": strength})

    low, high, lowest = answered(2, "a"), answered(3, "b"), answered(1, "c")
    segment = CustomerSegment(
        canvases=(role(high, veto=True), role(low, veto=True), role(lowest, veto=False))
    )
    found = deal_fit(segment)
    assert found is not None
    assert found[0] is segment.canvases[1]
    assert found[1].on_paper == 2 / 3
    unmapped = evolve(segment, canvases=(*segment.canvases, role(EMPTY, veto=True)))
    found = deal_fit(unmapped)
    assert found is not None
    assert (found[0], found[1].on_paper) == (unmapped.canvases[3], None)
    assert deal_fit(CustomerSegment(canvases=(lowest,))) is None


@given(mapped())
def test_views_that_ask_for_the_same_fit_are_given_the_same(
    drawn: tuple[ValuePropositionCanvas, dict[str, int]],
) -> None:
    canvas, levels = drawn
    first = fit(canvas, levels)
    assert fit(canvas, dict(levels)) is first
    twin = evolve(canvas, notes=tuple(evolve(each, text=f"{each.text}!") for each in canvas.notes))
    assert fit(twin, levels) is not first
    everything = {each.id: 3 for each in canvas.notes}
    assert fit(canvas, everything).proven == fit(canvas).on_paper
    assert fit(canvas, levels) == first
