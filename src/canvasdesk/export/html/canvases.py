"""Segments and their canvases on a page: figures, sentence, picture, and every note with what answers it."""

from canvasdesk.drawing.canvas import CanvasLook, canvas_look
from canvasdesk.drawing.header import sentence_caption
from canvasdesk.drawing.naming import (
    describe_segment,
    half_name,
    note_facts,
    person_name,
    section_name,
    share_name,
    stage_name,
    verdict_name,
)
from canvasdesk.export.html.markup import Markup, anchor, element, joined, link, listing, words
from canvasdesk.export.html.pieces import captioned, facts, figure, flow_ties, item, items
from canvasdesk.export.html.shown import Shown
from canvasdesk.layout.style import hue
from canvasdesk.layout.walk import reading_order
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.explain import NextLink, NoteSentence, explain
from canvasdesk.model.fit import deal_fit, points, stage
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.quoting import isolated, one_line, quoted_note
from canvasdesk.model.sections import CIRCLE, SQUARE, Half, Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.words import translate

MOST_SENTENCES = 40  # a canvas with more notes is explained by its heaviest, as in the window
MOST_NEXT = 5


def segment_part(shown: Shown, segment: CustomerSegment) -> Markup:
    """Give a segment with those of its canvases that are on the page."""
    return element(
        "section",
        words("h2", segment.name.strip() or segment_name(segment), id=anchor(segment.id)),
        facts(describe_segment(segment)),
        captioned(
            (translate("Details", "Who they are"), segment.who),
            (translate("Details", "In which situation"), segment.situation),
            (translate("Details", "What they need"), segment.need),
            (translate("Details", "What they would pay"), segment.willingness_to_pay),
            (translate("Page", "Deal fit, the lowest of those with a veto"), _deal_fit(shown, segment)),
        ),
        *(_canvas_part(shown, canvas) for canvas in segment.canvases if canvas.id in shown.here),
        aria_labelledby=anchor(segment.id),
    )


def segment_name(segment: CustomerSegment) -> str:
    """Give what a segment is called, in short."""
    return one_line(segment.name) or translate("Canvas", "Unnamed segment")


def canvas_name(canvas: ValuePropositionCanvas) -> str:
    """Give what a canvas is called below the name of its segment."""
    who = canvas.stakeholder
    if who is None:
        return translate("Page", "Value proposition canvas")
    if who.veto:
        return translate("Page", "{person}, with a veto", person=isolated(person_name(who)))
    return person_name(who)


def _deal_fit(shown: Shown, segment: CustomerSegment) -> str:
    decides = deal_fit(segment, shown.workspace.levels) if len(segment.canvases) > 1 else None
    return share_name(decides[1].on_paper) if decides else ""


def _canvas_part(shown: Shown, canvas: ValuePropositionCanvas) -> Markup:
    look, name = canvas_look(shown.workspace, canvas.id), canvas_name(canvas)
    return element(
        "section",
        words("h3", name, id=anchor(canvas.id)),
        _figures(shown, look),
        captioned(
            (sentence_caption(look.sentence), look.sentence.text),
            (translate("Details", "Why now"), canvas.why_now),
            (translate("Details", "Worse without us"), canvas.worse_without_us),
        ),
        figure(shown, look, name),
        *(_half(shown, look, half) for half in Half),
        _explained(shown, canvas),
        aria_labelledby=anchor(canvas.id),
    )


def _figures(shown: Shown, look: CanvasLook) -> Markup:
    fit = look.fit
    headline = element("p", explain(look.canvas, look.levels, 0).headline, class_="headline")
    if fit.on_paper is None:
        return headline
    reached = [verdict_name(fit.verdict), stage_name(stage(shown.workspace, look.id))]
    rows = (
        (translate("Page", "On paper"), share_name(fit.on_paper)),
        (translate("Page", "Proven"), share_name(fit.proven)),
        (translate("Page", "With what exists today"), share_name(fit.today)),
        (
            translate("Page", "Wanted of the offer"),
            translate("Page", "{linked} of {all}", linked=fit.linked, all=fit.offered),
        ),
        (translate("Page", "Points ahead"), "–" if fit.lead is None else f"{points(fit.lead):+d}"),
    )
    told = (element("div", element("dt", caption), element("dd", said)) for caption, said in rows)
    return joined((headline, element("dl", *told, class_="figures"), facts(reached)))


# Notes ------------------------------------------------------------------------------------------------------


def _half(shown: Shown, look: CanvasLook, half: Half) -> Markup:
    sections = CIRCLE if half is Half.CIRCLE else SQUARE
    return joined(
        (
            element("h4", half_name(half)),
            element("div", *(_section(shown, look, each) for each in sections), class_="columns"),
        )
    )


def _section(shown: Shown, look: CanvasLook, section: Section) -> Markup:
    placed = ((note.id, note.field, note.rect) for note in look.notes.values() if note.field is section)
    notes = (_note(shown, look, note_id) for note_id in reading_order(placed))
    return element("div", element("h5", section_name(section)), items(notes), class_=hue(section))


def _note(shown: Shown, look: CanvasLook, note_id: str) -> Markup:
    note, measure = look.notes[note_id].note, ""
    if note.measure.strip():
        measure = translate("Page", "Measured by: {measure}", measure=isolated(note.measure))
    ties = (_tie(shown, look.canvas, note, each) for each in look.canvas.links_of.get(note_id, ()))
    return item(
        note_id,
        note.text,
        words("p", note.detail),
        words("blockquote", note.quote),
        words("p", measure),
        facts(note_facts(note, look.fit.answered.get(note_id), look.levels.get(note_id, 0))),
        listing((*ties, *flow_ties(shown, note_id)), class_="ties"),
    )


def _tie(shown: Shown, canvas: ValuePropositionCanvas, note: Note, tie: FitLink) -> Markup:
    """Say in an item what a note answers or is answered by, and how well."""
    if tie.source == note.id:
        other = canvas.note_by_id[tie.target]
        said = _answers(tie, quoted_note(other))
    else:
        other = canvas.note_by_id[tie.source]
        said = _answered(tie, quoted_note(other))
    return element("li", link(other.id, said, shown.here), words("p", tie.remark))


def _answers(tie: FitLink, need: str) -> str:
    return {
        None: translate("Page", "answers “{need}”, not rated", need=need),
        1: translate("Page", "answers “{need}” slightly", need=need),
        2: translate("Page", "answers “{need}” mostly", need=need),
        3: translate("Page", "answers “{need}” fully", need=need),
    }[tie.strength]


def _answered(tie: FitLink, answer: str) -> str:
    return {
        None: translate("Page", "answered by “{answer}”, not rated", answer=answer),
        1: translate("Page", "answered slightly by “{answer}”", answer=answer),
        2: translate("Page", "answered mostly by “{answer}”", answer=answer),
        3: translate("Page", "answered fully by “{answer}”", answer=answer),
    }[tie.strength]


# The fit explained ------------------------------------------------------------------------------------------


def _explained(shown: Shown, canvas: ValuePropositionCanvas) -> Markup:
    told = explain(canvas, shown.workspace.levels, MOST_SENTENCES)
    if not told.notes:
        return Markup()
    more = translate("Fit", "and %n lighter note(s)", count=told.left_out) if told.left_out else ""
    parts = [
        element("h4", translate("Fit", "The fit explained")),
        listing((element("li", remark) for remark in told.remarks), class_="sentences"),
        element("h5", translate("Fit", "Note by note")),
        listing((_sentence(shown, each) for each in told.notes), class_="sentences"),
        words("p", more),
    ]
    if told.next_links:
        worth = (_sentence(shown, each) for each in told.next_links[:MOST_NEXT])
        parts.append(element("h5", translate("Fit", "What one more link would be worth")))
        parts.append(listing(worth, class_="sentences"))
    return joined(parts)


def _sentence(shown: Shown, said: NoteSentence | NextLink) -> Markup:
    return element("li", link(said.note_id, said.text, shown.here))
