"""Covered notes: written so that no room sees them, revealed again, and what a room may see meanwhile."""

from collections.abc import Callable, Collection
from collections.abc import Set as AbstractSet
from typing import TypeVar
from weakref import ref

from canvasdesk.editing.notes import edit_notes
from canvasdesk.editing.whole import replace_parts, same
from canvasdesk.model.business import BusinessModelCanvas, Entry
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, Hypothesis
from canvasdesk.model.flows import Flow, Iteration, Seen
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.sessions import Session
from canvasdesk.model.value import Value, evolve
from canvasdesk.model.workspace import Workspace

OTHERWISE = "…"  # what a changed end of a flow said before, where nobody may read that

V = TypeVar("V", bound=Value)


def cover(workspace: Workspace, note_ids: Collection[str], *, covered: bool) -> Workspace:
    """Give `workspace` with notes covered or revealed; `KeyError` for one that is nowhere."""
    return edit_notes(workspace, {note_id: {"covered": covered} for note_id in note_ids})


def cover_section(workspace: Workspace, canvas_id: str, section: Section) -> Workspace:
    """Give `workspace` with the notes of a section on a canvas covered, and new ones of it from now on."""
    there = cover(workspace, _ids(workspace, canvas_id, section), covered=True)
    others = (each for each in there.view.covering if each is not section)
    return _with_covering(there, (*others, section))


def uncover_section(workspace: Workspace, canvas_id: str, section: Section) -> Workspace:
    """Give `workspace` with the notes of a section on a canvas revealed, and new ones in the open."""
    there = cover(workspace, _ids(workspace, canvas_id, section), covered=False)
    return _with_covering(there, tuple(each for each in there.view.covering if each is not section))


def as_written(workspace: Workspace, note: Note) -> Note:
    """Give a new note, covered where its section is written covered."""
    return evolve(note, covered=True) if note.section in workspace.view.covering else note


def _ids(workspace: Workspace, canvas_id: str, section: Section) -> list[str]:
    return [note.id for note in workspace.canvas_by_id[canvas_id].in_section(section)]


def _with_covering(workspace: Workspace, sections: tuple[Section, ...]) -> Workspace:
    if set(sections) == set(workspace.view.covering):
        return workspace
    in_order = tuple(each for each in Section if each in sections)
    return evolve(workspace, view=evolve(workspace.view, covering=in_order))


# What a room may see.


def kept(make: Callable[[V], V]) -> Callable[[V], V]:
    """Let `make` give the very same object for the same one again, as long as somebody has it.

    It keeps neither alive: the history holds every value there was, and what was made of them is not wanted.
    """
    made: dict[int, tuple[ref[V], ref[V]]] = {}

    def remembered(value: V) -> V:
        key = id(value)
        known = made.get(key)
        if known and known[0]() is value and (before := known[1]()) is not None:
            return before
        new = make(value)
        made[key] = (ref(value, lambda _: made.pop(key, None)), ref(new))
        return new

    return remembered


@kept
def veiled(workspace: Workspace) -> Workspace:
    """Give `workspace` as a room may see it: nothing in it tells what is on covered notes.

    They keep id, section, place, author, rank and what else the fit counts, so that all figures are the same.
    Remarks, records and flows that speak of them lose their words, with iterations, votes and what could not
    be read; an entry that only repeats one is blank. What nobody has to hide stays the very same object, and
    so does the veiled form of what has not changed.
    """
    notes = {each.id: each for each in workspace.note_by_id.values() if each.covered}
    if not notes:
        return workspace
    repeating = _repeating(workspace, notes)
    hidden = notes.keys() | {
        link.id
        for canvas in workspace.canvas_by_id.values()
        for note_id in notes.keys() & canvas.links_of.keys()
        for link in canvas.links_of[note_id]
    }
    parts = {
        "segments": tuple(map(_veiled_segment, workspace.segments)),
        "business_model": _veiled_model(workspace.business_model, repeating),
        "evidence": tuple(
            each if hidden.isdisjoint(each.about) else _bare_evidence(each) for each in workspace.evidence
        ),
        "hypotheses": tuple(
            each if hidden.isdisjoint(each.about) else _bare_hypothesis(each) for each in workspace.hypotheses
        ),
        "flows": tuple(_veiled_flow(each, workspace, notes.keys(), repeating) for each in workspace.flows),
        "iterations": tuple(map(_bare_iteration, workspace.iterations)),
        "sessions": tuple(map(_bare_session, workspace.sessions)),
        "quarantine": (),
    }
    return evolve(workspace, **parts)


@kept
def _veiled_segment(segment: CustomerSegment) -> CustomerSegment:
    canvases = tuple(map(_veiled_canvas, segment.canvases))
    return segment if same(canvases, segment.canvases) else evolve(segment, canvases=canvases)


@kept
def _veiled_canvas(canvas: ValuePropositionCanvas) -> ValuePropositionCanvas:
    covered = {note.id for note in canvas.notes if note.covered}
    if not covered:
        return canvas
    return replace_parts(
        canvas,
        notes=tuple(_veiled_note(note) if note.covered else note for note in canvas.notes),
        links=tuple(
            link if covered.isdisjoint((link.source, link.target)) else _bare_link(link)
            for link in canvas.links
        ),
    )


@kept
def _veiled_note(note: Note) -> Note:
    return Note(
        id=note.id,
        section=note.section,
        x=note.x,
        y=note.y,
        parked=note.parked,
        covered=True,
        author=note.author,
        importance=note.importance,
        gain_level=note.gain_level,
        state=note.state,
    )


@kept
def _bare_link(link: FitLink) -> FitLink:
    if not (link.remark or link.model_extra):
        return link
    return FitLink(id=link.id, source=link.source, target=link.target, strength=link.strength)


@kept
def _bare_evidence(record: Evidence) -> Evidence:
    return Evidence(
        id=record.id,
        kind=record.kind,
        level=record.level,
        verdict=record.verdict,
        sample_size=record.sample_size,
        date=record.date,
        about=record.about,
    )


@kept
def _bare_hypothesis(record: Hypothesis) -> Hypothesis:
    return Hypothesis(id=record.id, about=record.about, criticality=record.criticality, state=record.state)


@kept
def _bare_iteration(iteration: Iteration) -> Iteration:
    empty = BusinessModelCanvas(id=iteration.business_model.id)
    return Iteration(
        id=iteration.id,
        name=iteration.name,
        date=iteration.date,
        business_model=empty,
        figures=iteration.figures,
    )


@kept
def _bare_session(session: Session) -> Session:
    return evolve(session, votes=()) if session.votes else session


def _repeating(workspace: Workspace, notes: Collection[str]) -> frozenset[str]:
    """Give the entries that say the very same as a covered note with which they share a flow."""
    return frozenset(
        flow.business_end
        for note_id in notes
        for flow in workspace.flows_of.get(note_id, ())
        if _alike(workspace.says(flow.business_end)[0], workspace.says(note_id)[0])
    )


def _alike(one: str, other: str) -> bool:
    return one.split() == other.split()


def _veiled_model(model: BusinessModelCanvas, repeating: AbstractSet[str]) -> BusinessModelCanvas:
    entries = tuple(_bare_entry(entry) if entry.id in repeating else entry for entry in model.entries)
    return model if same(entries, model.entries) else evolve(model, entries=entries)


@kept
def _bare_entry(entry: Entry) -> Entry:
    return evolve(entry, text="", detail="")


def _veiled_flow(
    flow: Flow, workspace: Workspace, notes: AbstractSet[str], repeating: AbstractSet[str]
) -> Flow:
    """Give a flow without the words of ends that are hidden; it is still to be reviewed or not."""
    seen = {}
    for name, end_id in (("business_seen", flow.business_end), ("canvas_seen", flow.canvas_end)):
        before: Seen | None = getattr(flow, name)
        if before and end_id in notes | repeating:
            text = "" if before.text == workspace.says(end_id)[0] else OTHERWISE
            seen[name] = Seen(text=text, figure=before.figure)
    if flow.canvas_end not in notes and not seen:
        return flow
    return Flow(
        id=flow.id,
        relation=flow.relation,
        business_end=flow.business_end,
        canvas_end=flow.canvas_end,
        business_seen=seen.get("business_seen", flow.business_seen),
        canvas_seen=seen.get("canvas_seen", flow.canvas_seen),
    )
