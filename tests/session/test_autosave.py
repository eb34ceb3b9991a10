"""What is committed is kept until it is saved, for every document on its own."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from canvasdesk.model.sections import Section
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session import commands
from canvasdesk.session.autosave import Autosave
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.storage.errors import ChangedOnDisk, SaveError
from canvasdesk.storage.recovery import Recoverable, recover, recoverable
from tests.editing.workshop import workshop
from tests.storage.faults import fail, intercepted


@pytest.fixture
def recovery(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


@pytest.fixture
def document(qtbot: QtBot, recovery: Path) -> Document:
    return Document(workshop(), recovery)


@pytest.fixture
def autosave(document: Document) -> Iterator[Autosave]:
    autosave = Autosave(document)
    yield autosave
    autosave.discard()


def journals(recovery: Path) -> list[Path]:
    return sorted(recovery.glob("journal-*"))


def rename(document: Document, title: str) -> None:
    document.commit("Rename", evolve(document.workspace, title=title))


def died(document: Document) -> Recoverable:
    """Let go of a document without a word, and give what is left of it."""
    delete(document)
    (found,) = recoverable(document.recovery_dir)
    return found


def test_every_step_is_kept_there_and_back(document: Document, autosave: Autosave, recovery: Path) -> None:
    assert not recovery.exists(), "nobody has changed anything"
    rename(document, "One")
    rename(document, "Two")
    (folder,) = journals(recovery)
    assert recover(folder).workspace == document.workspace
    document.undo()
    assert recover(folder).workspace.title == "One"
    document.redo()
    assert recover(folder).workspace.title == "Two"


def test_back_at_what_is_saved_there_is_nothing_to_keep(
    document: Document, autosave: Autosave, recovery: Path
) -> None:
    rename(document, "One")
    document.undo()
    assert (journals(recovery), autosave.folder) == ([], None)
    document.redo()
    assert journals(recovery) == [autosave.folder]
    assert recover(journals(recovery)[0]).workspace.title == "One"


def test_a_journal_let_go_of_can_be_taken_up(document: Document, autosave: Autosave, recovery: Path) -> None:
    rename(document, "One")
    assert autosave.sync()
    folder = autosave.folder
    assert recoverable(recovery) == ()
    autosave.release()
    (found,) = recoverable(recovery)
    assert found.folder == folder


def test_typing_is_kept_stroke_by_stroke(document: Document, autosave: Autosave, recovery: Path) -> None:
    commands.add_note(document, Selection(document), Section.PAINS)
    (note,) = document.history.done[-1].after.note_by_id.keys() - document.history.done[-1].before.note_by_id
    for length in range(1, 6):
        commands.edit_text(document, note, "Dusty"[:length], adding=True)
        (folder,) = journals(recovery)
        kept = recover(folder).workspace.note(note)
        assert kept
        assert kept.text == "Dusty"[:length]
    assert len(document.history.done) == 1


def test_a_save_ends_the_journal_and_the_next_change_begins_another(
    document: Document, autosave: Autosave, recovery: Path, tmp_path: Path
) -> None:
    rename(document, "One")
    document.save(tmp_path / "plan.canvasdesk")
    assert journals(recovery) == []
    rename(document, "Two")
    assert len(journals(recovery)) == 1
    path, digest = tmp_path / "plan.canvasdesk", document.digest
    found = died(document)
    assert (found.origin.path, found.origin.digest, found.changes) == (str(path), digest, 1)


def test_what_is_changed_during_a_save_is_kept_until_the_next(
    document: Document, autosave: Autosave, tmp_path: Path
) -> None:
    path = tmp_path / "plan.canvasdesk"
    document.save(path)
    saving = document.begin_save()
    rename(document, "Meanwhile")
    document.end_save(saving, saving.write())
    digest = document.digest
    found = died(document)
    assert (found.origin.path, found.origin.digest) == (str(path), digest)
    assert recover(found.folder).workspace.title == "Meanwhile"


def test_what_others_saved_and_is_taken_over_needs_no_journal(
    document: Document, autosave: Autosave, recovery: Path, tmp_path: Path
) -> None:
    document.save(tmp_path / "plan.canvasdesk")
    rename(document, "Theirs")
    document.acknowledge(document.workspace, "theirs")
    assert journals(recovery) == []
    rename(document, "Mine")
    document.acknowledge(evolve(document.workspace, title="Theirs again"), "again")
    assert len(journals(recovery)) == 1


def test_a_save_that_fails_leaves_the_journal(
    document: Document, autosave: Autosave, recovery: Path, tmp_path: Path
) -> None:
    rename(document, "One")
    with pytest.raises(SaveError):
        document.save(tmp_path / "missing" / "plan.canvasdesk")
    assert len(journals(recovery)) == 1


def test_a_document_without_a_file_is_known_by_its_title(document: Document, autosave: Autosave) -> None:
    rename(document, "Tools")
    found = died(document)
    assert (found.origin.path, found.origin.name, found.changes) == ("", "Tools", 1)


def test_documents_do_not_know_each_other(document: Document, autosave: Autosave, recovery: Path) -> None:
    other = Document(Workspace(title="Other"), recovery)
    others = Autosave(other)
    rename(document, "Mine")
    rename(other, "Theirs")
    titles = {recover(folder).workspace.title for folder in journals(recovery)}
    assert titles == {"Mine", "Theirs"}
    autosave.discard()
    (left,) = journals(recovery)
    assert recover(left).workspace.title == "Theirs"
    others.discard()


def test_another_workspace_in_its_place_ends_the_journal(
    document: Document, autosave: Autosave, recovery: Path
) -> None:
    rename(document, "One")
    document.reset(Workspace(title="Fresh"))
    assert journals(recovery) == []


def test_recovered_work_is_not_saved_and_kept_again_at_once(
    document: Document, autosave: Autosave, recovery: Path, tmp_path: Path
) -> None:
    path = tmp_path / "plan.canvasdesk"
    document.save(path)
    rename(document, "Unsaved")
    found = died(document)

    again = Document(Workspace(), recovery)
    kept = Autosave(again)
    again.restore(recover(found.folder), Path(found.origin.path), found.origin.digest)
    assert again.dirty
    assert again.workspace.title == "Unsaved"
    assert [recover(each).workspace.title for each in journals(recovery)] == ["Unsaved"] * 2
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(ChangedOnDisk):
        again.save()
    kept.discard()


def test_a_disk_that_fails_is_said_once_and_refuses_nothing(
    document: Document, autosave: Autosave, qtbot: QtBot
) -> None:
    said: list[str] = []
    autosave.failed.connect(said.append)
    with qtbot.waitSignal(autosave.failed), intercepted(fail(0, errno.ENOSPC, again=True)):
        rename(document, "One")
        rename(document, "Two")
        autosave.sync()
    QTest.qWait(0)
    (sentence,) = said
    assert f"kept in “{document.recovery_dir}” for the case of a crash: the disk is full." in sentence
    assert document.workspace.title == "Two"


def test_a_fault_in_the_thread_that_syncs_is_said_in_the_thread_of_the_window(
    document: Document, autosave: Autosave, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_file: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    rename(document, "One")
    monkeypatch.setattr(os, "fsync", broken)
    with qtbot.waitSignal(autosave.failed):
        pass
    assert document.workspace.title == "One"
