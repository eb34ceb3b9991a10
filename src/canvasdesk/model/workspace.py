"""The workspace: everything in one file, and the invariants that tie it together."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TypeVar

from pydantic import Field, JsonValue

from canvasdesk.model.business import BusinessModelCanvas, Entry
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, Hypothesis, evidence_levels
from canvasdesk.model.flows import FLOW_ENDS, FitFigures, Flow, Iteration, Relation
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.reviews import changed_ends
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.model.sessions import AgendaStep, Attendee, Session
from canvasdesk.model.value import Id, Line, Moment, Text, Value, new_id, now

T = TypeVar("T")

_LANGUAGE_TAG = re.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")

RECORDS = ("evidence", "hypotheses", "flows", "iterations", "agenda", "attendees", "sessions")
"""The lists of a workspace that hold values with ids, beside its segments."""


class View(Value):
    """How the workspace is looked at and worked on, as far as it belongs to the work and not to the user.

    New notes of sections in `covering` are written covered. `red_team` has the fit of each canvas when a
    red-team round began, in which links only get weaker; None outside of one.
    """

    sides_swapped: bool = False
    covering: tuple[Section, ...] = ()
    red_team: tuple[FitFigures, ...] | None = None


class Workspace(Value):
    """All of one file: the business model, the segments with their canvases, and what is known about them."""

    id: Id = Field(default_factory=new_id)
    title: Line = ""
    description: Text = ""
    created: Moment = Field(default_factory=now)
    modified: Moment = Field(default_factory=now)
    language: Line = "en"
    business_model: BusinessModelCanvas = Field(default_factory=BusinessModelCanvas)
    segments: tuple[CustomerSegment, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    flows: tuple[Flow, ...] = ()
    iterations: tuple[Iteration, ...] = ()
    agenda: tuple[AgendaStep, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    sessions: tuple[Session, ...] = ()
    view: View = Field(default_factory=View)
    quarantine: tuple[JsonValue, ...] = ()

    @property
    def language_tag(self) -> str:
        """The language as readers of pages know it, "de-CH"; "und" where it is none (RFC 3066)."""
        tag = self.language.strip().replace("_", "-")
        return tag if _LANGUAGE_TAG.fullmatch(tag) else "und"

    @cached_property
    def canvas_by_id(self) -> Mapping[str, ValuePropositionCanvas]:
        """The canvases of all segments by their ids, in order."""
        return {canvas.id: canvas for segment in self.segments for canvas in segment.canvases}

    @cached_property
    def segment_by_id(self) -> Mapping[str, CustomerSegment]:
        """The segments by their ids, in order."""
        return {segment.id: segment for segment in self.segments}

    @cached_property
    def segment_of(self) -> Mapping[str, CustomerSegment]:
        """The segment that holds a canvas, by the canvas' id."""
        return {canvas.id: segment for segment in self.segments for canvas in segment.canvases}

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """The evidence level 1–3 of everything that has one, by id."""
        return evidence_levels(self.evidence)

    def canvas_of(self, part_id: str) -> ValuePropositionCanvas | None:
        """Give the canvas that holds the note, link or alternative `part_id`."""
        return next((canvas for canvas in self.canvas_by_id.values() if part_id in canvas.ids), None)

    @cached_property
    def note_by_id(self) -> Mapping[str, Note]:
        """The notes of all canvases by their ids, so that many flows cost no search each."""
        notes: dict[str, Note] = {}
        for canvas in self.canvas_by_id.values():
            notes.update(canvas.note_by_id)
        return notes

    def note(self, note_id: str) -> Note | None:
        """Give the note `note_id`, on whichever canvas it lies."""
        return self.note_by_id.get(note_id)

    def link(self, link_id: str) -> FitLink | None:
        """Give the link `link_id`, on whichever canvas it lies."""
        return _first(canvas.link_by_id.get(link_id) for canvas in self.canvas_by_id.values())

    @cached_property
    def entry_by_id(self) -> Mapping[str, Entry]:
        """The entries of the business model by their ids."""
        return {entry.id: entry for entry in self.business_model.entries}

    @cached_property
    def flows_of(self) -> Mapping[str, tuple[Flow, ...]]:
        """The flows of each entry and note that has any, by its id, in the file's order."""
        found: dict[str, list[Flow]] = {}
        for flow in self.flows:
            if flow.relation is not Relation.TARGETS:
                found.setdefault(flow.business_end, []).append(flow)
                found.setdefault(flow.canvas_end, []).append(flow)
        return {end_id: tuple(flows) for end_id, flows in found.items()}

    @cached_property
    def to_review(self) -> tuple[Flow, ...]:
        """The flows that need a review, in the file's order."""
        return tuple(flow for flow in self.flows if changed_ends(flow, self.says))

    def says(self, end_id: str) -> tuple[str, float | None]:
        """Give what an entry, note, canvas or segment says now; `KeyError` for one that is nowhere."""
        if entry := self.entry_by_id.get(end_id):
            return entry.text, entry.amount
        if note := self.note(end_id):
            return note.text, note.importance
        if canvas := self.canvas_by_id.get(end_id):
            return canvas.statement, None
        return self.segment_by_id[end_id].name, None

    def model_post_init(self, _context: object, /) -> None:
        """Check ids, the primary segment, mentions and flows; raises `ValueError`."""
        known = _unique_ids(self)
        if sum(segment.priority is Priority.PRIMARY for segment in self.segments) > 1:
            raise ValueError("at most one segment is primary")
        claims: tuple[Evidence | Hypothesis, ...] = (*self.evidence, *self.hypotheses)
        for record in claims:
            _check_known(record.about, known, f"{type(record).__name__.lower()} {record.id}")
        for entry in self.business_model.entries:
            if entry.segment_ids:
                _check_known(entry.segment_ids, self.segment_by_id.keys(), f"entry {entry.id}")
        for flow in self.flows:
            if reason := why_not_flowing(self, flow):
                raise ValueError(f"flow {flow.id}: {reason}")


def why_not_flowing(workspace: Workspace, flow: Flow) -> str | None:
    """Say why `flow` cannot stand in `workspace`; None where it can."""
    if flow.relation is Relation.TARGETS:
        segment = workspace.segment_of.get(flow.canvas_end)
        return None if segment and segment.id == flow.business_end else "the canvas is not the segment's"
    entry, note = workspace.entry_by_id.get(flow.business_end), workspace.note(flow.canvas_end)
    if entry is None or note is None:
        return "one end is not in the workspace"
    blocks, sections = FLOW_ENDS[flow.relation]
    if entry.block not in blocks or note.section not in sections:
        return f"{flow.relation.value} does not join {entry.block.value} and {note.section.value}"
    return None


def _unique_ids(workspace: Workspace) -> frozenset[str]:
    others = [workspace.id, *workspace.business_model.ids]
    for name in RECORDS:
        others.extend(record.id for record in getattr(workspace, name))
    known = frozenset(others).union(*(segment.ids for segment in workspace.segments))
    if len(known) != len(others) + sum(len(segment.ids) for segment in workspace.segments):
        raise ValueError("two things in the workspace share an id")
    return known


def _check_known(ids: Iterable[str], known: AbstractSet[str], who: str) -> None:
    for each in ids:
        if each not in known:
            raise ValueError(f"{who} speaks of {each}, which is not in the workspace")


def _first(found: Iterable[T | None]) -> T | None:
    return next((each for each in found if each is not None), None)
