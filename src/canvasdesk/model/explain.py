"""The fit explained: a sentence a note, what one more answer would be worth, and a headline to read out."""

from collections.abc import Mapping
from dataclasses import dataclass

from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import (
    FULL_STRENGTH,
    NO_LEVELS,
    Fit,
    fit,
    is_deal_breaker,
    percent,
    points,
)
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.quoting import alternative_name, isolated, quoted_note
from canvasdesk.words import translate


@dataclass(frozen=True, slots=True)
class NoteSentence:
    """What answers a circle note, how well, and whether that is proven."""

    note_id: str
    text: str


@dataclass(frozen=True, slots=True)
class NextLink:
    """What one more full link into a circle note would add to the fit on paper, as a share and in words."""

    note_id: str
    worth: float
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The fit of a canvas in words: `notes` heaviest first, `next_links` by what they are worth.

    `left_out` is the number of notes without a sentence because there was no more room.
    """

    headline: str
    remarks: tuple[str, ...]
    notes: tuple[NoteSentence, ...]
    next_links: tuple[NextLink, ...]
    left_out: int = 0


def explain(
    canvas: ValuePropositionCanvas, levels: Mapping[str, int] = NO_LEVELS, most: int | None = None
) -> Explanation:
    """Explain the fit of `canvas`; `levels` are the evidence levels 0–3 of its notes and links, by id.

    With `most`, only so many sentences of each kind are written.
    """
    figures = fit(canvas, levels)
    weights, answered = figures.weights, figures.answered
    by_weight = sorted(weights, key=lambda note_id: (-weights[note_id], answered[note_id]))
    notes = tuple(
        NoteSentence(note_id, _sentence(canvas, figures, levels, canvas.note_by_id[note_id]))
        for note_id in by_weight[:most]
    )
    whole = sum(weights.values())
    worth = {
        note_id: weights[note_id] * (1 - answered[note_id]) / whole
        for note_id in by_weight
        if answered[note_id] < 1
    }
    next_links = tuple(
        NextLink(note_id, worth[note_id], _next_sentence(canvas.note_by_id[note_id], worth[note_id]))
        for note_id in sorted(worth, key=lambda note_id: -worth[note_id])[:most]
    )
    left_out = len(by_weight) - len(notes)
    return Explanation(_headline(canvas, figures), _remarks(figures), notes, next_links, left_out)


def _headline(canvas: ValuePropositionCanvas, figures: Fit) -> str:
    if figures.on_paper is None:
        return translate("Explanation", "There is no job, pain or gain to answer yet.")
    if not figures.offered:
        return translate("Explanation", "The square is still empty, so nothing is answered.")
    if not figures.linked:
        return translate("Explanation", "Nothing that matters to this customer is answered yet.")
    share = _shown(figures.on_paper)
    if len(figures.held_by) > 1:
        return translate(
            "Explanation",
            "The offer answers {share} of what matters to this customer, but %n deal-breaker(s) have no"
            " answer.",
            count=len(figures.held_by),
            share=share,
        )
    if figures.held_by:
        return translate(
            "Explanation",
            "The offer answers {share} of what matters to this customer, but the deal-breaker “{note}” has no"
            " answer.",
            share=share,
            note=quoted_note(canvas.note_by_id[figures.held_by[0]]),
        )
    if not figures.proven:
        return translate(
            "Explanation",
            "The offer answers {share} of what matters to this customer, but none of it is proven.",
            share=share,
        )
    return translate(
        "Explanation",
        "The offer answers {share} of what matters to this customer, and {proven} is proven.",
        share=share,
        proven=_shown(figures.proven),
    )


def _remarks(figures: Fit) -> tuple[str, ...]:
    """Give what else a room should know about the figure."""
    if figures.on_paper is None:
        return ()
    said = []
    if not figures.ranked:
        said.append(translate("Explanation", "Nothing is ranked yet, so no note leads."))
    elif figures.provisional:
        said.append(
            translate("Explanation", "Provisional: %n note(s) still to be ranked.", count=figures.unranked)
        )
    if figures.today and figures.today < figures.on_paper:
        today = _shown(figures.today)
        said.append(translate("Explanation", "With what exists today, it answers {share}.", share=today))
    if unasked := figures.offered - figures.linked:
        said.append(translate("Explanation", "Unasked for so far: %n note(s) of the square.", count=unasked))
    if compared := _compared(figures):
        said.append(compared)
    return tuple(said)


def _compared(figures: Fit) -> str | None:
    if figures.rival is None or figures.lead is None:
        return None
    rival, lead = isolated(alternative_name(figures.rival)), points(figures.lead)
    if lead > 0:
        return translate("Explanation", "It is %n point(s) ahead of “{rival}”.", count=lead, rival=rival)
    if lead < 0:
        return translate("Explanation", "It is %n point(s) behind “{rival}”.", count=-lead, rival=rival)
    return translate("Explanation", "It is level with “{rival}”.", rival=rival)


def _sentence(canvas: ValuePropositionCanvas, figures: Fit, levels: Mapping[str, int], note: Note) -> str:
    full, proven = figures.answered[note.id], figures.proven_answered[note.id]
    if not full:
        return _unanswered(note)
    answers = _answers(canvas, note)
    if proven == full:
        return _proven(note, answers, full)
    if proven:
        return _partly_proven(note, answers, full, proven)
    return _unproven(note, answers, full, confirmed=levels.get(note.id, 0) > 0)


def _unanswered(note: Note) -> str:
    quoted = quoted_note(note)
    if is_deal_breaker(note):
        return translate(
            "Explanation", "Nothing answers “{note}” yet, and it is a deal-breaker.", note=quoted
        )
    return translate("Explanation", "Nothing answers “{note}” yet.", note=quoted)


def _proven(note: Note, answers: str, full: float) -> str:
    quoted, share = quoted_note(note), _shown(full)
    if full == 1:
        return translate(
            "Explanation",
            "“{note}” is fully answered by {answers}, and proven.",
            note=quoted,
            answers=answers,
        )
    return translate(
        "Explanation",
        "“{note}” is {share} answered by {answers}, and all of that is proven.",
        note=quoted,
        share=share,
        answers=answers,
    )


def _partly_proven(note: Note, answers: str, full: float, proven: float) -> str:
    quoted, share, known = quoted_note(note), _shown(full), _shown(proven)
    if full == 1:
        return translate(
            "Explanation",
            "“{note}” is fully answered by {answers}; {proven} is proven.",
            note=quoted,
            answers=answers,
            proven=known,
        )
    return translate(
        "Explanation",
        "“{note}” is {share} answered by {answers}; {proven} is proven.",
        note=quoted,
        share=share,
        answers=answers,
        proven=known,
    )


def _unproven(note: Note, answers: str, full: float, *, confirmed: bool) -> str:
    """Say which end lacks evidence: the customer's first, for without it the other proves nothing."""
    quoted, share = quoted_note(note), _shown(full)
    if full == 1 and confirmed:
        return translate(
            "Explanation",
            "“{note}” is fully answered by {answers}, but nothing shows yet that this works.",
            note=quoted,
            answers=answers,
        )
    if full == 1:
        return translate(
            "Explanation",
            "“{note}” is fully answered by {answers}, but no customer has confirmed that it matters.",
            note=quoted,
            answers=answers,
        )
    if confirmed:
        return translate(
            "Explanation",
            "“{note}” is {share} answered by {answers}, but nothing shows yet that this works.",
            note=quoted,
            share=share,
            answers=answers,
        )
    return translate(
        "Explanation",
        "“{note}” is {share} answered by {answers}, but no customer has confirmed that it matters.",
        note=quoted,
        share=share,
        answers=answers,
    )


def _answers(canvas: ValuePropositionCanvas, note: Note) -> str:
    """Name the strongest two answers to a note, and how many there are besides."""
    links = [link for link in canvas.links_of[note.id] if not canvas.note_by_id[link.source].parked]
    strongest = sorted(links, key=_weakness)
    names = [quoted_note(canvas.note_by_id[link.source]) for link in strongest[:2]]
    if len(names) == 1:
        return translate("Explanation", "“{first}”", first=names[0])
    first, second = names
    if others := len(strongest) - 2:
        return translate(
            "Explanation",
            "“{first}”, “{second}” and %n other note(s)",
            count=others,
            first=first,
            second=second,
        )
    return translate("Explanation", "“{first}” and “{second}”", first=first, second=second)


def _weakness(link: FitLink) -> int:
    return -(link.strength or FULL_STRENGTH)


def _next_sentence(note: Note, worth: float) -> str:
    quoted, gained = quoted_note(note), points(worth)
    if not gained:
        return translate("Explanation", "A full answer to “{note}” would add less than a point.", note=quoted)
    return translate(
        "Explanation", "A full answer to “{note}” would add %n point(s).", count=gained, note=quoted
    )


def _shown(share: float) -> str:
    return translate("Fit", "{number} %", number=percent(share))
