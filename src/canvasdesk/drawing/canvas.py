"""A whole value proposition canvas: what it looks like, and in which order it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

from canvasdesk.drawing.header import Sentence, draw_heading, draw_sentence, sentence
from canvasdesk.drawing.link import LinkLook, draw_link, link_look
from canvasdesk.drawing.meter import draw_meter
from canvasdesk.drawing.note import NoteLook, draw_note, note_look
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.template import draw_template
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.regions import Board, board
from canvasdesk.layout.style import Theme
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import Fit, fit
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace

CONTENT_MARGIN = 18.0


@dataclass(frozen=True, slots=True, eq=False)
class CanvasLook:
    """All that is needed to draw one canvas; notes and links by id, in the order they are drawn."""

    work: str
    segment: CustomerSegment
    canvas: ValuePropositionCanvas
    board: Board
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


def canvas_look(workspace: Workspace, canvas_id: str, before: CanvasLook | None = None) -> CanvasLook:
    """Give the look of a canvas; notes and links that look as `before` are the same objects as there.

    Raises `KeyError` where the workspace has no such canvas.
    """
    canvas, segment = workspace.canvas_by_id[canvas_id], workspace.segment_of[canvas_id]
    levels = workspace.levels
    figures = fit(canvas, levels)
    notes = _note_looks(canvas, figures, levels, before.notes if before else {})
    return CanvasLook(
        work=workspace.title,
        segment=segment,
        canvas=canvas,
        board=board(workspace.view.sides_swapped),
        fit=figures,
        counts={section: len(canvas.in_section(section)) for section in Section},
        sentence=sentence(canvas, segment, figures, workspace.language),
        notes=notes,
        links=_link_looks(canvas, levels, notes, before.links if before else {}),
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
    canvas: ValuePropositionCanvas, figures: Fit, levels: Mapping[str, int], before: Mapping[str, NoteLook]
) -> dict[str, NoteLook]:
    looks = {}
    for note in canvas.notes:
        note_id = note.id
        answered, level = figures.answered.get(note_id), levels.get(note_id, 0)
        known = before.get(note_id)
        if known is None or known.note is not note or known.answered != answered or known.level != level:
            known = note_look(note, answered, level)
        looks[note_id] = known
    return looks


def _link_looks(
    canvas: ValuePropositionCanvas,
    levels: Mapping[str, int],
    notes: Mapping[str, NoteLook],
    before: Mapping[str, LinkLook],
) -> dict[str, LinkLook]:
    looks = {}
    for link in canvas.links:
        link_id, source, target = link.id, notes[link.source], notes[link.target]
        proven = bool(target.level and (source.level or levels.get(link_id)))
        known = before.get(link_id)
        if (
            known is None
            or known.link is not link
            or known.source is not source
            or known.target is not target
            or known.proven is not proven
        ):
            known = link_look(link, source, target, proven=proven)
        looks[link_id] = known
    return looks
