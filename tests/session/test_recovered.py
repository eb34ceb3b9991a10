"""Work that was never saved is read from its journal and compared with what its file holds by now."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.editing.notes import add_notes
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.recovered import Comparison, Recovered, compared, recovered
from canvasdesk.storage.errors import ReadError
from canvasdesk.storage.files import load, save
from tests.editing.workshop import workshop
from tests.session.crashes import left_behind
from tests.storage.torn import tear


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.canvasdesk"


def left(tmp_path: Path, path: Path | None) -> Recovered:
    """Give the work of a program that added a note to the file `path`, or to none, and died."""
    saved = workshop()
    note = Note(section=Section.PAINS, text="Dusty lenses")
    unsaved = add_notes(saved, next(iter(saved.canvas_by_id)), [note])
    return recovered(left_behind(tmp_path / "recovery", saved, unsaved, path))


def opened(work: Recovered, tmp_path: Path) -> Document:
    document = Document(Workspace(), tmp_path / "other")
    document.restore(work.loaded, work.path, work.origin.digest or None, work.saved)
    return document


def test_where_the_file_is_as_it_was_the_changes_are_said_and_can_be_undone(
    tmp_path: Path, path: Path
) -> None:
    work = compared(left(tmp_path, path))
    assert (work.changes, work.warning) == (("1 note added in Pains",), "")
    document = opened(work, tmp_path)
    assert document.dirty
    assert [step.label for step in document.history.done] == ["Recover unsaved changes"]
    document.undo()
    assert not document.dirty
    document.redo()
    document.save()
    assert not document.dirty


def test_a_file_that_has_changed_since_is_warned_of_and_no_step_leads_to_it(
    tmp_path: Path, path: Path
) -> None:
    work = left(tmp_path, path)
    save(path, evolve(workshop(), title="Theirs"), recovery_dir=tmp_path)
    work = compared(work)
    assert "changed since" in work.warning
    assert (work.changes, work.saved) == ((), None)
    assert opened(work, tmp_path).history.done == ()


def test_a_file_that_is_gone_is_warned_of(tmp_path: Path, path: Path) -> None:
    work = left(tmp_path, path)
    path.unlink()
    assert compared(work).warning == "The file is not there any more. Saving what is restored makes it again."


def test_a_file_whose_last_save_was_cut_short_is_mended_by_saving_what_is_restored(
    tmp_path: Path, path: Path
) -> None:
    work = left(tmp_path, path)
    tear(path, workshop(), Workspace(title="Short"), work.folder.parent)
    work = compared(work)
    assert work.warning == "The last save of the file was cut short. Saving what is restored mends it."
    document = opened(work, tmp_path)
    assert document.dirty
    document.save()
    assert load(path).workspace.note_by_id == work.loaded.workspace.note_by_id


def test_work_that_was_saved_after_all_is_known(tmp_path: Path, path: Path) -> None:
    work = left(tmp_path, path)
    save(path, work.loaded.workspace, recovery_dir=tmp_path)
    work = compared(work)
    assert work.changes == ("All of this is in the file already.",)
    document = opened(work, tmp_path)
    assert not document.dirty
    document.commit("Rename", evolve(document.workspace, title="On"))
    document.save()


def test_a_new_document_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    work = left(tmp_path, None)
    assert work.path is None
    assert compared(work) is work
    document = opened(work, tmp_path)
    assert document.dirty
    assert document.history.done == ()


def test_a_damaged_journal_is_refused_in_a_sentence(tmp_path: Path) -> None:
    folder = left(tmp_path, None).folder
    next(folder.glob("base-*")).write_bytes(b"{")
    with pytest.raises(ReadError):
        recovered(folder)


def test_a_comparison_tells_of_one_after_the_other(qtbot: QtBot, tmp_path: Path, path: Path) -> None:
    work = left(tmp_path, path)
    comparison, heard = Comparison(), list[Recovered]()
    comparison.done.connect(heard.append)
    comparison.start([work, work])
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[0] == compared(work)
