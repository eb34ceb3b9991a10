"""Fit: how far the square answers the circle, on paper, proven and against what the customer uses today.

To a room: every circle note is a tank, bigger if it matters more; each link fills part of what is still
empty; the fit is how full all tanks are together. Parked notes count nowhere, nor do their links.

All figures are shares between 0 and 1 and do not depend on the order of notes, links or alternatives.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import floor, fsum, nextafter
from operator import is_
from types import MappingProxyType

from canvasdesk.model.business import Block, Entry
from canvasdesk.model.canvas import Alternative, ValuePropositionCanvas
from canvasdesk.model.notes import FitLink, GainLevel, Note, OfferState
from canvasdesk.model.sections import CIRCLE, Half, Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace

FULL_STRENGTH = 3  # also what an unrated link counts as
FULL_RATING = 3
TOP_LEVEL = 3
TOP_IMPORTANCE = 5
UNRANKED_IMPORTANCE = 3
KIND_WEIGHT = {Section.JOBS: 0.5, Section.PAINS: 1.0, Section.GAINS: 1.0}

NO_LEVELS: Mapping[str, int] = MappingProxyType({})


class Verdict(StrEnum):
    """The fit on paper in a word."""

    WEAK = "weak"
    PARTIAL = "partial"
    GOOD = "good"
    STRONG = "strong"


class Stage(StrEnum):
    """How far a canvas has come; each stage includes the ones before."""

    NO_FIT = "no fit yet"
    PROBLEM_SOLUTION = "problem–solution fit"
    PRODUCT_MARKET = "product–market fit"
    BUSINESS_MODEL = "business-model fit"


_REQUIRED, _EXISTS = GainLevel.REQUIRED, OfferState.EXISTS  # an enumeration's members are slow to reach
STRONG_FROM, GOOD_FROM, PARTIAL_FROM = 80, 60, 40  # shown percent


@dataclass(frozen=True, slots=True)
class SectionFit:
    """The fit of one section of the circle: its share by weight, and how many of its notes have an answer."""

    share: float | None
    answered: int
    total: int


@dataclass(frozen=True, slots=True)
class Fit:
    """The figures of one canvas; shares are None where no circle note counts.

    `answered` and `proven_answered` say how full each counted circle note is, by note id; `linked` of
    `offered` square notes answer something; `rival` is the best alternative and `lead` the share by which
    `on_paper` is ahead of it; `held_by` names the deal-breakers without an answer.
    """

    on_paper: float | None
    proven: float | None
    today: float | None
    answered: Mapping[str, float]
    proven_answered: Mapping[str, float]
    weights: Mapping[str, float]
    sections: Mapping[Section, SectionFit]
    linked: int
    offered: int
    rival: Alternative | None
    lead: float | None
    unranked: int
    held_by: tuple[str, ...]
    verdict: Verdict | None

    @property
    def wanted(self) -> float | None:
        """The share of the square notes that answer something; None where there is none."""
        return self.linked / self.offered if self.offered else None

    @property
    def ranked(self) -> bool:
        """Whether at least one counted circle note is ranked."""
        return self.unranked < len(self.answered)

    @property
    def provisional(self) -> bool:
        """Whether a counted circle note is still unranked."""
        return self.unranked > 0


_REMEMBERED = 8
_recent: list[
    tuple[ValuePropositionCanvas, Mapping[str, int], Fit]
] = []  # the one asked for last comes first


def fit(canvas: ValuePropositionCanvas, levels: Mapping[str, int] = NO_LEVELS) -> Fit:
    """Give the fit of `canvas`; `levels` are the evidence levels 0–3 of its notes and links, by id.

    The last few are remembered, because all views of a canvas ask for the same one, and most edits leave all
    figures as they were; neither argument may change afterwards.
    """
    known = [each for each in _recent if each[0].id == canvas.id and (each[1] is levels or each[1] == levels)]
    found = next((each for each in known if each[0] is canvas), None)
    if found is None:
        figures = known[0][2] if known and _count_alike(known[0][0], canvas) else _fit(canvas, levels)
        found = (canvas, levels, figures)
    _recent[:] = [found, *(each for each in _recent if each is not found)][:_REMEMBERED]
    return found[2]


def weight(note: Note) -> float:
    """Give what a circle note weighs: its importance, halved for jobs, and 3 where it is unranked."""
    return KIND_WEIGHT[note.section] * (note.importance or UNRANKED_IMPORTANCE)


def is_deal_breaker(note: Note) -> bool:
    """Say whether a circle note must be answered before the fit may be called good."""
    return note.importance == TOP_IMPORTANCE or note.gain_level is _REQUIRED


def percent(share: float) -> int:
    """Give a share as whole percent, half up; 0 and 100 only where it is exactly that."""
    if share <= 0 or share >= 1:
        return 100 if share >= 1 else 0
    return min(max(points(share), 1), 99)


def points(difference: float) -> int:
    """Give a difference of shares in whole percentage points, half up."""
    return floor(round(difference * 100, 9) + 0.5)  # the inner rounding keeps 0.545 at 54.5


def opportunity(canvas: ValuePropositionCanvas, note: Note) -> float:
    """Give how much room a circle note leaves for something better, 2–20.

    Ulwick's opportunity score: importance + max(importance − satisfaction, 0), both on a scale of ten, with
    the satisfaction that the best rated alternative gives. Raises `ValueError` for a square note.
    """
    if note.section.half is not Half.CIRCLE:
        raise ValueError(f"{note.section.value} have no opportunity score")
    importance = 2 * (note.importance or UNRANKED_IMPORTANCE)
    best = max((other.ratings.get(note.id, 0) for other in canvas.alternatives), default=0)
    return importance + max(importance - 10 * best / FULL_RATING, 0.0)


def deal_fit(
    segment: CustomerSegment, levels: Mapping[str, int] = NO_LEVELS
) -> tuple[ValuePropositionCanvas, Fit] | None:
    """Give the canvas with the lowest fit on paper among those whose stakeholder has a veto, and its fit.

    An unmapped one is lower than any; None where nobody has a veto. Segments are never averaged.
    """
    vetoes = [canvas for canvas in segment.canvases if canvas.stakeholder and canvas.stakeholder.veto]
    fits = [(canvas, fit(canvas, levels)) for canvas in vetoes]
    return min(fits, key=lambda pair: -1.0 if pair[1].on_paper is None else pair[1].on_paper, default=None)


def stage(workspace: Workspace, canvas_id: str) -> Stage:
    """Give the stage that the canvas `canvas_id` has reached, by the shown percents of its fit.

    Raises `KeyError` where the workspace has no such canvas.
    """
    levels = workspace.levels
    figures = fit(workspace.canvas_by_id[canvas_id], levels)
    if figures.on_paper is None or figures.proven is None or figures.held_by:
        return Stage.NO_FIT
    known = fsum(w for note_id, w in figures.weights.items() if levels.get(note_id, 0))
    if percent(figures.on_paper) < GOOD_FROM or 2 * known < fsum(figures.weights.values()):
        return Stage.NO_FIT
    if percent(figures.proven) < GOOD_FROM:
        return Stage.PROBLEM_SOLUTION
    return Stage.BUSINESS_MODEL if _earns(workspace, canvas_id) else Stage.PRODUCT_MARKET


def _earns(workspace: Workspace, canvas_id: str) -> bool:
    """Say whether revenue is above cost, and somebody of the canvas' segment has committed to a revenue."""
    entries = workspace.business_model.entries
    segment_id = workspace.segment_of[canvas_id].id
    its_revenue = [
        entry
        for entry in entries
        if entry.block is Block.REVENUE and (not entry.segment_ids or segment_id in entry.segment_ids)
    ]
    if not any(workspace.levels.get(entry.id, 0) == TOP_LEVEL for entry in its_revenue):
        return False
    return _amount(entries, Block.REVENUE) > _amount(entries, Block.COSTS)


def _amount(entries: Iterable[Entry], block: Block) -> float:
    return fsum(entry.amount or 0 for entry in entries if entry.block is block)


def _count_alike(one: ValuePropositionCanvas, other: ValuePropositionCanvas) -> bool:
    """Say whether two values of a canvas differ in nothing that counts, as after a move or other words."""
    if (len(one.notes), len(one.links)) != (len(other.notes), len(other.links)):
        return False
    notes = zip(one.notes, other.notes, strict=True)
    return (
        all(map(is_, one.links, other.links))
        and one.alternatives == other.alternatives
        and all(before is after or _counting(before) == _counting(after) for before, after in notes)
    )


def _counting(note: Note) -> tuple[object, ...]:
    """Give all of a note that its canvas' fit depends on."""
    return note.id, note.section, note.parked, note.importance, note.gain_level, note.state


def _fit(canvas: ValuePropositionCanvas, levels: Mapping[str, int]) -> Fit:
    circle, offer = _counted(canvas.notes)
    members = {section: {note.id: weight(note) for note in notes} for section, notes in circle.items()}
    weights = members[Section.JOBS] | members[Section.PAINS] | members[Section.GAINS]
    links = [link for link in canvas.links if link.source in offer and link.target in weights]
    answered, proven, today = _fill(links, offer, levels)
    on_paper = _share(weights, answered)
    rival, rival_share = _best(canvas.alternatives, weights)
    held_by = tuple(
        note.id
        for notes in circle.values()
        for note in notes
        if is_deal_breaker(note) and note.id not in answered
    )
    return Fit(
        on_paper=on_paper,
        proven=_share(weights, proven),
        today=_share(weights, today),
        answered=dict.fromkeys(weights, 0.0) | answered,
        proven_answered=dict.fromkeys(weights, 0.0) | proven,
        weights=weights,
        sections={section: _section_fit(its_weights, answered) for section, its_weights in members.items()},
        linked=len({link.source for link in links}),
        offered=len(offer),
        rival=rival,
        lead=None if on_paper is None or rival is None else on_paper - rival_share,
        unranked=sum([note.importance is None for notes in circle.values() for note in notes]),
        held_by=held_by,
        verdict=_verdict(on_paper, held=bool(held_by)),
    )


def _counted(notes: Iterable[Note]) -> tuple[Mapping[Section, list[Note]], Mapping[str, bool]]:
    """Give the notes of the circle by section, and for each note of the square whether it already exists."""
    circle: dict[Section, list[Note]] = {section: [] for section in CIRCLE}
    offer: dict[str, bool] = {}
    for note in notes:
        if note.parked:
            continue
        section = note.section
        if section in circle:
            circle[section].append(note)
        else:
            offer[note.id] = note.state is _EXISTS
    return circle, offer


def _fill(
    links: Iterable[FitLink], offer: Mapping[str, bool], levels: Mapping[str, int]
) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """Give how full each linked note is: on paper, proven, and with what exists.

    A link leaves 1 − s · e / 3 = (9 − strength · level) / 9 of a tank empty. Whole numbers keep the product
    exact, so that the order of the links cannot matter.
    """
    by_target: dict[str, list[FitLink]] = defaultdict(list)
    for link in links:
        by_target[link.target].append(link)
    paper, proven, today = {}, {}, {}
    for target, answers in by_target.items():
        theirs = levels.get(target, 0)
        whole = left = unproven = missing = 1
        for link in answers:
            strength, source = link.strength or FULL_STRENGTH, link.source
            empty = 9 - strength * TOP_LEVEL
            whole *= 9
            left *= empty
            missing *= empty if offer[source] else 9
            if theirs:
                level = min(theirs, max(levels.get(source, 0), levels.get(link.id, 0)))
                unproven *= 9 - strength * level
        paper[target] = _full(left, whole)
        today[target] = _full(missing, whole)
        if theirs:
            proven[target] = _full(unproven, whole)
    return paper, proven, today


@lru_cache(maxsize=1024)  # most notes have one or two links, so that few pairs are ever met
def _full(left: int, whole: int) -> float:
    return _below_one((whole - left) / whole, exact=not left)


def _share(weights: Mapping[str, float], filled: Mapping[str, float]) -> float | None:
    """Give how full all notes are together; `filled` leaves out those that are empty."""
    if not weights:
        return None
    share = fsum([weights[note_id] * full for note_id, full in filled.items()]) / fsum(weights.values())
    exact = len(filled) == len(weights) and all(full == 1 for full in filled.values())
    return _below_one(share, exact=exact)


def _below_one(share: float, *, exact: bool) -> float:
    """Keep a share that is not a whole one from being rounded to one."""
    return share if exact else min(share, nextafter(1.0, 0.0))


def _section_fit(weights: Mapping[str, float], answered: Mapping[str, float]) -> SectionFit:
    filled = {note_id: answered[note_id] for note_id in weights if note_id in answered}
    return SectionFit(share=_share(weights, filled), answered=len(filled), total=len(weights))


def _best(
    alternatives: Iterable[Alternative], weights: Mapping[str, float]
) -> tuple[Alternative | None, float]:
    """Give the alternative that answers the circle best, the earlier one of equals, and its share."""
    if not weights:
        return None, 0.0
    whole = FULL_RATING * fsum(weights.values())
    best, most = None, -1.0
    for other in alternatives:
        share = (
            fsum([weights.get(note_id, 0.0) * rating for note_id, rating in other.ratings.items()]) / whole
        )
        if share > most:
            best, most = other, share
    return best, most


def _verdict(on_paper: float | None, *, held: bool) -> Verdict | None:
    if on_paper is None:
        return None
    shown = percent(on_paper)
    if shown < PARTIAL_FROM:
        return Verdict.WEAK
    if shown < GOOD_FROM or held:
        return Verdict.PARTIAL
    return Verdict.GOOD if shown < STRONG_FROM else Verdict.STRONG
