"""The document has one door and one signal, and knows when something would be lost."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.editing.history import Step
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.storage.errors import ReadError, SaveError
from canvasdesk.storage.files import load


def with_notes(*notes: Note) -> Workspace:
    canvas = ValuePropositionCanvas(id="canvas", notes=notes)
    return Workspace(id="w", segments=(CustomerSegment(id="s", canvases=(canvas,)),))


@pytest.fixture
def document(qtbot: QtBot, tmp_path: Path) -> Document:
    return Document(Workspace(title="Start"), tmp_path / "recovery")


def steps_of(document: Document) -> list[Step]:
    steps: list[Step] = []
    document.changed.connect(steps.append)
    return steps


def test_each_change_is_told_once_and_undo_tells_it_reversed(document: Document) -> None:
    steps, first = steps_of(document), document.workspace
    assert document.commit("Rename", evolve(first, title="Next"))
    assert not document.commit("Rename", document.workspace)
    assert document.undo()
    assert not document.undo()
    assert document.redo()
    assert [(step.before.title, step.after.title) for step in steps] == [
        ("Start", "Next"),
        ("Next", "Start"),
        ("Start", "Next"),
    ]


def test_the_history_holds_values_without_what_was_derived_from_them(document: Document) -> None:
    note = Note(id="n", section=Section.PAINS)
    first = with_notes(note)
    other = CustomerSegment(id="other", canvases=(ValuePropositionCanvas(id="untouched"),))
    document.commit("Begin", evolve(first, segments=(*first.segments, other)))
    before = document.workspace
    segments = (with_notes(evolve(note, text="Downtime")).segments[0], other)
    document.commit("Write", evolve(before, segments=segments))
    for old in (before, before.segments[0], before.segments[0].canvases[0]):
        assert vars(old).keys() == type(old).model_fields.keys()
    assert "note_by_id" in vars(document.workspace.segments[0].canvases[0])
    assert "note_by_id" in vars(other.canvases[0])
    document.undo()
    assert document.workspace.canvas_by_id["canvas"].note_by_id == {"n": note}
    assert vars(segments[0]).keys() == CustomerSegment.model_fields.keys()


def test_dirty_means_different_from_the_file(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "work.canvasdesk"
    document.commit("Rename", evolve(document.workspace, title="Next"))
    assert document.dirty
    document.save(path)
    assert not document.dirty
    assert document.saved_at is not None
    assert load(path).workspace.title == "Next"
    document.undo()
    assert document.dirty
    document.redo()
    assert not document.dirty


def test_a_failed_save_leaves_the_document_dirty_and_the_path_unset(
    document: Document, tmp_path: Path
) -> None:
    document.commit("Rename", evolve(document.workspace, title="Next"))
    with pytest.raises(SaveError, match="folder"):
        document.save(tmp_path / "missing" / "work.canvasdesk")
    assert document.dirty
    assert document.path is None
    assert document.saved_at is None


def test_a_file_that_changed_on_disk_is_not_overwritten(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "work.canvasdesk"
    document.save(path)
    other = path.read_bytes().replace(b"Start", b"Other")
    path.write_bytes(other)
    document.commit("Rename", evolve(document.workspace, title="Mine"))
    with pytest.raises(SaveError, match=r"work\.canvasdesk"):
        document.save()
    assert path.read_bytes() == other
    assert document.dirty


def test_opening_a_broken_file_changes_nothing(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "broken.canvasdesk"
    path.write_text("{", encoding="utf-8")
    steps, before = steps_of(document), document.workspace
    with pytest.raises(ReadError, match=r"broken\.canvasdesk"):
        document.open(path)
    assert document.workspace is before
    assert document.path is None
    assert steps == []


def test_opening_starts_a_new_history(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "work.canvasdesk"
    document.commit("Rename", evolve(document.workspace, title="Next"))
    document.save(path)
    document.commit("Rename", evolve(document.workspace, title="Later"))
    document.open(path)
    assert document.workspace.title == "Next"
    assert not document.dirty
    assert not document.undo()
    assert document.name == "work"


def test_the_selection_lets_go_of_what_vanishes(qtbot: QtBot, tmp_path: Path) -> None:
    pain, gain = Note(id="p", section=Section.PAINS), Note(id="g", section=Section.GAINS)
    document = Document(with_notes(pain, gain), tmp_path)
    selection = Selection(document)
    selection.select(["p", "g"], focus="p")
    document.commit("Delete", with_notes(gain))
    assert (selection.ids, selection.focus) == (frozenset({"g"}), None)
    document.commit("Delete all", Workspace(id="w"))
    assert selection.canvas_id is None, "the business model is what is left to look at"
    document.undo()
    assert selection.canvas_id is None, "who looks at the business model stays there"


def test_what_others_left_in_the_file_may_be_replaced_once_it_is_known(
    document: Document, tmp_path: Path
) -> None:
    path = tmp_path / "plan.canvasdesk"
    document.save(path)
    document.commit("Rename", evolve(document.workspace, title="Mine"))
    other = Document(Workspace(), tmp_path / "recovery")
    other.open(path)
    other.commit("Rename", evolve(other.workspace, title="Theirs"))
    other.save()
    with pytest.raises(SaveError):
        document.save()
    assert other.digest
    document.acknowledge(other.workspace, other.digest)
    assert document.dirty
    assert document.common is other.workspace
    document.save()
    assert load(path).workspace.title == "Mine"


def test_a_file_that_is_gone_leaves_something_to_save(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "plan.canvasdesk"
    document.save(path)
    path.unlink()
    document.lose_file()
    assert document.dirty
    assert document.common is document.workspace
    document.save()
    assert not document.dirty
    assert path.exists()


def test_a_file_can_be_opened_for_reading_only(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "plan.canvasdesk"
    document.save(path)
    document.open(path, read_only=True)
    assert document.read_only
    assert not document.commit("Rename", evolve(document.workspace, title="Mine"))
