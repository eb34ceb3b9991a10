"""Edits of the small workspace that a canvas shows, to be drawn at random."""

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from canvasdesk.editing import board, canvases, deletion, evidence, links, notes, segments
from canvasdesk.editing.whole import EditError
from canvasdesk.model.evidence import Evidence, EvidenceKind
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.placing import MIRROR
from tests.editing.workshop import LINKS, NOTES

CANVAS = "manager"
Edit = Callable[[Workspace], Workspace]

note_ids = st.sampled_from([note.id for note in NOTES])
link_ids = st.sampled_from([link.id for link in LINKS])
places = st.tuples(st.integers(-200, 1500).map(float), st.integers(-100, 800).map(float))
"""Whole units: on the edge between two pixels, tiles and a whole picture may round letters to either."""
words = st.sampled_from(["", "Late", "One bill a month, paid once", "שלום עולם", "Wait " * 12])


def _moved(note_id: str, place: tuple[float, float]) -> Edit:
    return lambda workspace: notes.place_notes(workspace, {note_id: place})


def _written(note_id: str, text: str) -> Edit:
    return lambda workspace: notes.edit_notes(workspace, {note_id: {"text": text}})


def _added(section: Section, text: str, place: tuple[float, float]) -> Edit:
    note = Note(section=section, text=text, x=place[0], y=place[1])
    return lambda workspace: notes.add_notes(workspace, CANVAS, [note])


def _proven(note_id: str, level: int) -> Edit:
    record = Evidence(kind=EvidenceKind.INTERVIEW, level=level, about=(note_id,))
    return lambda workspace: (
        evidence.add_evidence(workspace, record) if workspace.note(note_id) else workspace
    )


def edits() -> SearchStrategy[Edit]:
    """One edit; it may find that what it is about is gone."""
    sections = st.sampled_from(Section)
    return st.one_of(
        st.builds(_moved, note_ids, places),
        st.builds(_written, note_ids, words),
        st.builds(_added, sections, words, places),
        st.builds(_proven, note_ids, st.integers(1, 3)),
        note_ids.map(lambda each: lambda workspace: deletion.delete(workspace, [each])),
        link_ids.map(lambda each: lambda workspace: deletion.delete(workspace, [each])),
        st.tuples(note_ids, st.integers(1, 5)).map(lambda its: lambda w: notes.rank(w, [its[0]], its[1])),
        st.tuples(link_ids, st.integers(1, 3)).map(
            lambda its: lambda w: links.set_strength(w, [its[0]], its[1])
        ),
        st.tuples(note_ids, sections).map(lambda its: lambda w: notes.move_to_section(w, [its[0]], its[1])),
        st.tuples(note_ids, note_ids).map(lambda its: lambda w: links.link(w, CANVAS, *its)),
        note_ids.map(lambda each: lambda workspace: notes.park(workspace, [each], parked=True)),
        words.map(lambda text: lambda w: canvases.edit_canvas(w, CANVAS, statement=text)),
        words.map(lambda text: lambda w: segments.edit_segment(w, w.segments[0].id, name=text)),
        st.just(lambda workspace: board.swap_sides(workspace, MIRROR)),
    )


def tried(edit: Edit, workspace: Workspace) -> Workspace:
    """Give the workspace after an edit, or itself where the edit cannot be done."""
    try:
        return edit(workspace)
    except (EditError, KeyError):
        return workspace
