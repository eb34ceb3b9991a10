"""A whole value proposition canvas: what it looks like, and in which order it is drawn."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from canvasdesk.drawing.card import Field
from canvasdesk.drawing.header import Sentence, draw_heading, draw_sentence, sentence
from canvasdesk.drawing.link import LinkLook, link_look
from canvasdesk.drawing.meter import draw_meter
from canvasdesk.drawing.note import NoteLook, note_look
from canvasdesk.drawing.sheet import BoardPart, Sheet, around, draw_sheet
from canvasdesk.drawing.surface import Surface
from canvasdesk.drawing.template import draw_template
from canvasdesk.editing.diff import differing
from canvasdesk.layout.geometry import Path, Rect
from canvasdesk.layout.regions import Board, board
from canvasdesk.layout.style import Theme
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import Fit, fit
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace

Look = TypeVar("Look", NoteLook, LinkLook)


@dataclass(frozen=True, slots=True, eq=False)
class CanvasLook:
    """All that is needed to draw one canvas; notes and links by id, in the order they are drawn.

    `levels` are the evidence levels of the whole workspace, by id; `flows` says by note id how many flows a
    note has, and whether one is to be reviewed.
    """

    work: str
    segment: CustomerSegment
    canvas: ValuePropositionCanvas
    board: Board
    levels: Mapping[str, int]
    fit: Fit
    counts: Mapping[Section, int]
    sentence: Sentence
    flows: Mapping[str, tuple[int, bool]]
    notes: Mapping[str, NoteLook]
    links: Mapping[str, LinkLook]

    @property
    def id(self) -> str:
        """The id of the canvas."""
        return self.canvas.id

    @property
    def frame(self) -> Rect:
        """The board, a small margin included."""
        return self.board.bounds

    @property
    def bounds(self) -> Rect:
        """The rectangle around everything: the board and notes that stand outside it."""
        return around(self.board.bounds, self.notes.values())

    @property
    def parts(self) -> Mapping[BoardPart, Rect]:
        """The places on the board that answer a click."""
        return {
            BoardPart.TITLE: self.board.title,
            BoardPart.METER: self.board.meter.united(self.board.legend),
            BoardPart.STATEMENT: self.board.statement,
        }

    @property
    def swapped(self) -> bool:
        """Whether the circle is on the left."""
        return self.board.swapped

    @property
    def arranged(self) -> bool:
        """Notes lie where people put them."""
        return False

    def field_at(self, x: float, y: float) -> Section | None:
        """Give the section at a point; None outside both shapes."""
        return self.board.section_at(x, y)

    def outline(self, field: Field) -> Path:
        """Give the line around a section."""
        return self.board.region(Section(field)).outline

    def words(self) -> tuple[str, str]:
        """Give the canvas' name and description."""
        return self.segment.name, self.sentence.text

    def changed(self, before: Sheet) -> list[Rect] | None:
        """Give the rectangles of the words on the board that differ from `before`; None for another board."""
        if not isinstance(before, CanvasLook) or before.board is not self.board:
            return None
        places = []
        for section in Section:
            old, new = before.counts[section], self.counts[section]
            if old != new:
                region = self.board.region(section)
                places.append(region.title if old and new else region.bounds)
        if _heading(before) != _heading(self):
            places.append(self.board.title)
        if before.sentence != self.sentence:
            places.append(self.board.statement)
        return places

    def draw_template(self, surface: Surface, theme: Theme) -> None:
        """Draw the sections."""
        draw_template(surface, self.board, self.counts, theme)

    def draw_beneath(self, surface: Surface, rect: Rect, theme: Theme) -> Iterator[None]:
        """Draw sections and words as far as they reach into `rect`, and pause after each."""
        if self.board.bounds.intersects(rect):
            self.draw_template(surface, theme)
            yield
        if self.board.title.intersects(rect):
            draw_heading(surface, self.board.title, self.segment, self.canvas.stakeholder, self.work, theme)
            yield
        if self.board.statement.intersects(rect):
            draw_sentence(surface, self.board.statement, self.sentence, theme)
            yield

    def draw_meter(self, surface: Surface, theme: Theme) -> None:
        """Draw the fit meter."""
        draw_meter(surface, self.board, self.fit, theme)

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw the canvas."""
        draw_sheet(surface, self, theme)


def _heading(look: CanvasLook) -> tuple[object, ...]:
    return look.segment.name, look.segment.who, look.canvas.stakeholder, look.work


def canvas_look(workspace: Workspace, canvas_id: str, before: CanvasLook | None = None) -> CanvasLook:
    """Give the look of a canvas; notes and links that are as `before` are the same objects as there.

    Only what differs is looked at closely: little after most edits, however large the canvas. Raises
    `KeyError` where the workspace has no such canvas.
    """
    canvas, segment = workspace.canvas_by_id[canvas_id], workspace.segment_of[canvas_id]
    levels = workspace.levels
    figures = fit(canvas, levels)
    flows = flow_counts(workspace, canvas)
    notes = _note_looks(canvas, figures, levels, flows, before)
    return CanvasLook(
        work=workspace.title,
        segment=segment,
        canvas=canvas,
        board=board(workspace.view.sides_swapped),
        levels=levels,
        fit=figures,
        counts={section: len(canvas.in_section(section)) for section in Section},
        sentence=sentence(canvas, segment, figures, workspace.language),
        flows=flows,
        notes=notes,
        links=_link_looks(canvas, levels, notes, before),
    )


def flow_counts(workspace: Workspace, canvas: ValuePropositionCanvas) -> Mapping[str, tuple[int, bool]]:
    """Give by note id how many flows a note of `canvas` has, and whether one is to be reviewed."""
    flows, to_review = workspace.flows_of, {flow.canvas_end for flow in workspace.to_review}
    return {
        note_id: (len(flows[note_id]), note_id in to_review)
        for note_id in canvas.note_by_id.keys() & flows.keys()
    }


def _note_looks(
    canvas: ValuePropositionCanvas,
    figures: Fit,
    levels: Mapping[str, int],
    flows: Mapping[str, tuple[int, bool]],
    before: CanvasLook | None,
) -> Mapping[str, NoteLook]:
    there, known = canvas.note_by_id, before.canvas.note_by_id if before else {}
    stale = {note_id for note_id, note in there.items() if known.get(note_id) is not note}
    if before:
        stale |= there.keys() & differing(before.fit.answered, figures.answered)
        stale |= there.keys() & differing(before.levels, levels)
        stale |= there.keys() & differing(before.flows, flows)
    anew = {each: _note_look(there[each], figures, levels, flows) for each in stale}
    return _renewed(before.notes if before else {}, anew, there)


def _note_look(
    note: Note, figures: Fit, levels: Mapping[str, int], flows: Mapping[str, tuple[int, bool]]
) -> NoteLook:
    count, review = flows.get(note.id, (0, False))
    return note_look(note, figures.answered.get(note.id), levels.get(note.id, 0), count, review=review)


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
