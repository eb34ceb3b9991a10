"""The properties of fit that hold for every canvas, and the formula in fractions beside it."""

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import floor, isclose, prod

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from canvasdesk.model.canvas import Alternative, AlternativeKind, ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, EvidenceKind, evidence_levels
from canvasdesk.model.fit import (
    Fit,
    Verdict,
    fit,
    is_deal_breaker,
    percent,
)
from canvasdesk.model.notes import FitLink, GainLevel, OfferState
from canvasdesk.model.sections import ANSWERS, CIRCLE, Half, Section
from canvasdesk.model.value import evolve, new_id
from tests.model.sketches import counted, note
from tests.strategies import canvases, notes


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


@given(canvases(max_notes=12))
def test_held_by_names_exactly_the_unanswered_deal_breakers(canvas: ValuePropositionCanvas) -> None:
    figures = fit(canvas)
    circle = counted(canvas, Half.CIRCLE)
    assert set(figures.held_by) == {
        each.id for each in circle if is_deal_breaker(each) and figures.answered[each.id] == 0
    }
    assert figures.held_by == () or figures.verdict in {Verdict.WEAK, Verdict.PARTIAL}


@given(mapped())
def test_views_that_ask_for_the_same_fit_are_given_the_same(
    drawn: tuple[ValuePropositionCanvas, dict[str, int]],
) -> None:
    canvas, levels = drawn
    first = fit(canvas, levels)
    assert fit(canvas, dict(levels)) is first
    assert fit(evolve(canvas, id=new_id()), levels) is not first
    everything = {each.id: 3 for each in canvas.notes}
    assert fit(canvas, everything).proven == fit(canvas).on_paper
    assert fit(canvas, levels) == first


@given(mapped(), st.data())
def test_figures_known_from_before_are_those_of_the_canvas_as_it_is_now(
    drawn: tuple[ValuePropositionCanvas, dict[str, int]], data: st.DataObject
) -> None:
    canvas, levels = drawn
    fit(canvas, levels)
    old = data.draw(st.sampled_from(canvas.notes))
    new = data.draw(notes(section=old.section, note_id=old.id))
    changed = evolve(canvas, notes=tuple(new if each is old else each for each in canvas.notes))
    anew = evolve(changed, id=new_id())
    assert fit(changed, levels) == fit(anew, levels)


def test_figures_are_kept_where_a_note_was_only_moved_or_reworded() -> None:
    gain = note("lasts", Section.GAINS, 4)
    canvas = ValuePropositionCanvas(notes=(gain, note("cheap", Section.GAINS, 2)))
    figures = fit(canvas)
    moved = evolve(canvas, notes=(evolve(gain, x=7.0, text="lasts long"), canvas.notes[1]))
    assert fit(moved) is figures
    fit(evolve(canvas, notes=(evolve(gain, importance=5), canvas.notes[1])))
    assert fit(canvas) is figures
    assert fit(evolve(canvas, notes=(evolve(gain, y=1.0), canvas.notes[1]))) is figures
    assert fit(evolve(canvas, notes=(gain,))).weights == {"lasts": 4}


@pytest.mark.parametrize("counts", [{"importance": 5}, {"parked": True}, {"gain_level": GainLevel.REQUIRED}])
def test_figures_change_with_all_that_counts_of_a_circle_note(counts: dict[str, object]) -> None:
    gain = note("lasts", Section.GAINS, 4)
    canvas = ValuePropositionCanvas(notes=(gain, note("cheap", Section.GAINS, 2)))
    before = fit(canvas)
    after = evolve(canvas, notes=(evolve(gain, **counts), canvas.notes[1]))
    assert fit(after) == fit(evolve(after, id=new_id())) != before


def test_figures_change_with_what_exists_with_links_and_with_alternatives() -> None:
    gain, feed = note("lasts", Section.GAINS, 4), note("feed", Section.CREATORS)
    link = FitLink(source="feed", target="lasts", strength=1)
    canvas = ValuePropositionCanvas(notes=(gain, feed), links=(link,))
    before = fit(canvas)
    rival = Alternative(kind=AlternativeKind.COMPETITOR, ratings={"lasts": 3})
    for changes in (
        {"notes": (gain, evolve(feed, state=OfferState.EXISTS))},
        {"links": (evolve(link, strength=3),)},
        {"alternatives": (rival,)},
    ):
        after = evolve(canvas, **changes)
        assert fit(after) == fit(evolve(after, id=new_id())) != before
