"""The figures of fit worked out by hand: weights, links, evidence, edges, verdicts and rivals."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.model.canvas import Alternative, AlternativeKind, Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.fit import (
    Verdict,
    deal_fit,
    fit,
    opportunity,
    percent,
    points,
    weight,
)
from canvasdesk.model.notes import GainLevel, Note, OfferState
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from tests.model.sketches import canvas_of, note

EMPTY = ValuePropositionCanvas()


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
