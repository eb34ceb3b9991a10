"""A whole value proposition canvas: what it looks like, and in which order it is drawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import TypeVar

from canvasdesk.drawing.header import Sentence, draw_heading, draw_sentence, sentence
from canvasdesk.drawing.link import LinkLook, draw_link, link_look
from canvasdesk.drawing.meter import draw_meter
from canvasdesk.drawing.note import NoteLook, draw_note, note_look
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.template import draw_template
from canvasdesk.editing.diff import differing
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.regions import Board, board
from canvasdesk.layout.style import Theme
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import Fit, fit
from canvasdesk.model.notes import FitLink
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace

CONTENT_MARGIN = 18.0

Look = TypeVar("Look", NoteLook, LinkLook)


@dataclass(frozen=True, slots=True, eq=False)
class CanvasLook:
    """All that is needed to draw one canvas; notes and links by id, in the order they are drawn.

    `levels` are the evidence levels of the whole workspace, by id.
    """

    work: str
    segment: CustomerSegment
    canvas: ValuePropositionCanvas
    board: Board
    levels: Mapping[str, int]
    fit: Fit
    counts: Mapping[Section, int]
    sentence: Sentence
    notes: Mapping[str, NoteLook]
    links: Mapping[str, LinkLook]

    @property
    def bounds(self) -> Rect:
        """The rectangle around everything: the board and notes that stand outside it."""
        outside = (look.rect.inset(-CONTENT_MARGIN) for look in self.notes.values())
        return reduce(Rect.united, outside, self.board.bounds)

    def words(self) -> tuple[str, str]:
        """Give the canvas' name and description."""
        return self.segment.name, self.sentence.text

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw the canvas in canvas units."""
        draw_canvas(surface, self, theme)


def canvas_look(workspace: Workspace, canvas_id: str, before: CanvasLook | None = None) -> CanvasLook:
    """Give the look of a canvas; notes and links that are as `before` are the same objects as there.

    Only what differs is looked at closely: little after most edits, however large the canvas. Raises
    `KeyError` where the workspace has no such canvas.
    """
    canvas, segment = workspace.canvas_by_id[canvas_id], workspace.segment_of[canvas_id]
    levels = workspace.levels
    figures = fit(canvas, levels)
    notes = _note_looks(canvas, figures, levels, before)
    return CanvasLook(
        work=workspace.title,
        segment=segment,
        canvas=canvas,
        board=board(workspace.view.sides_swapped),
        levels=levels,
        fit=figures,
        counts={section: len(canvas.in_section(section)) for section in Section},
        sentence=sentence(canvas, segment, figures, workspace.language),
        notes=notes,
        links=_link_looks(canvas, levels, notes, before),
    )


def draw_canvas(surface: Surface, look: CanvasLook, theme: Theme) -> None:
    """Draw a canvas in canvas units, from below to above: template, words, links, meter, notes."""
    surface.begin(Part.CANVAS, look.words)
    draw_template(surface, look.board, look.counts, theme)
    draw_heading(surface, look.board.title, look.segment, look.canvas.stakeholder, look.work, theme)
    draw_sentence(surface, look.board.statement, look.sentence, theme)
    for link in look.links.values():
        draw_link(surface, link, theme)
    draw_meter(surface, look.board, look.fit, theme)
    for note in look.notes.values():
        surface.push(note.note.x, note.note.y)
        draw_note(surface, note, theme)
        surface.pop()
    surface.end()


def _note_looks(
    canvas: ValuePropositionCanvas, figures: Fit, levels: Mapping[str, int], before: CanvasLook | None
) -> Mapping[str, NoteLook]:
    there, known = canvas.note_by_id, before.canvas.note_by_id if before else {}
    stale = {note_id for note_id, note in there.items() if known.get(note_id) is not note}
    if before:
        stale |= there.keys() & differing(before.fit.answered, figures.answered)
        stale |= there.keys() & differing(before.levels, levels)
    answered = figures.answered
    anew = {each: note_look(there[each], answered.get(each), levels.get(each, 0)) for each in stale}
    return _renewed(before.notes if before else {}, anew, there)


def _link_looks(
    canvas: ValuePropositionCanvas,
    levels: Mapping[str, int],
    notes: Mapping[str, NoteLook],
    before: CanvasLook | None,
) -> Mapping[str, LinkLook]:
    there, known = canvas.link_by_id, before.canvas.link_by_id if before else {}
    stale = {link_id for link_id, link in there.items() if known.get(link_id) is not link}
    if before:
        others = {note_id for note_id, look in notes.items() if before.notes.get(note_id) is not look}
        stale |= {link.id for link in canvas.links if link.source in others or link.target in others}
        stale |= there.keys() & differing(before.levels, levels)
    anew = {each: _link_look(there[each], levels, notes) for each in stale}
    return _renewed(before.links if before else {}, anew, there)


def _link_look(link: FitLink, levels: Mapping[str, int], notes: Mapping[str, NoteLook]) -> LinkLook:
    source, target = notes[link.source], notes[link.target]
    return link_look(
        link, source, target, proven=bool(target.level and (source.level or levels.get(link.id)))
    )


def _renewed(known: Mapping[str, Look], anew: Mapping[str, Look], order: Iterable[str]) -> Mapping[str, Look]:
    """Give known looks with some of them anew, in the order of the parts."""
    looks, wanted = {**known, **anew}, list(order)
    return looks if list(looks) == wanted else {each: looks[each] for each in wanted}
