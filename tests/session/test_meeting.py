"""What others left in a file becomes a step, a version, or part of a merge; nothing of either is lost."""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.editing.conflicts import Side
from canvasdesk.editing.notes import add_notes, edit_notes
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.value import evolve, now
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.meeting import (
    Theirs,
    changed_in,
    conflicted_copies,
    doubles,
    keep_mine,
    met,
    mine_beside,
    outcome,
    read_theirs,
    take_theirs,
)
from canvasdesk.storage.errors import ReadError
from canvasdesk.storage.files import load, save
from canvasdesk.storage.versions import versions
from tests.editing.workshop import workshop


@pytest.fixture
def document(qtbot: QtBot, tmp_path: Path) -> Document:
    document = Document(workshop(), tmp_path / "recovery")
    document.save(tmp_path / "plan.canvasdesk")
    return document


@pytest.fixture
def path(document: Document) -> Path:
    assert document.path
    return document.path


def reworded(workspace: Workspace, text: str, note_id: str = "late") -> Workspace:
    return edit_notes(workspace, {note_id: {"text": text}})


def written(path: Path, workspace: Workspace) -> Theirs:
    save(path, workspace, recovery_dir=path.parent)
    found = read_theirs(path)
    assert isinstance(found, Theirs)
    return found


def test_theirs_is_one_step_and_is_saved_already(document: Document, path: Path) -> None:
    theirs = written(path, reworded(workshop(), "Theirs"))
    assert take_theirs(document, theirs) == ("“Tools arrive late” reworded",)
    assert document.workspace is theirs.workspace
    assert not document.dirty
    assert document.undo()
    assert document.dirty
    document.save()
    assert load(path).workspace.note_by_id["late"].text == "Tools arrive late"


def test_the_same_in_other_bytes_is_no_step(document: Document, path: Path) -> None:
    before = document.workspace
    theirs = written(path, evolve(before, modified=now()))
    assert take_theirs(document, theirs) == ()
    assert document.workspace is before
    assert document.digest == theirs.loaded.digest
    assert not document.dirty


def test_mine_replaces_theirs_which_is_among_the_versions(
    qtbot: QtBot, document: Document, path: Path
) -> None:
    document.commit("Edit note", reworded(document.workspace, "Mine"))
    theirs = written(path, reworded(workshop(), "Theirs"))
    assert changed_in(theirs, document) == ("“Tools arrive late” reworded",)
    keep_mine(document, theirs, document)
    assert document.dirty
    assert document.common is theirs.workspace
    document.save()
    assert load(path).workspace.note_by_id["late"].text == "Mine"
    qtbot.waitUntil(lambda: theirs.loaded.digest in [each.digest for each in versions(path)])


def test_my_work_beside_theirs_has_a_name_of_its_own(path: Path) -> None:
    first = mine_beside(path)
    assert first.parent == path.parent
    assert first.name.startswith("plan (mine 2")
    first.touch()
    assert mine_beside(path).stem == f"{first.stem} 2"


@pytest.mark.parametrize("letter", ["a", "\u6f22"])
def test_a_long_name_gives_way_to_whose_work_it_is(tmp_path: Path, letter: str) -> None:
    longest = (255 - len(".canvasdesk")) // len(letter.encode())
    path = tmp_path / f"{letter * longest}.canvasdesk"
    for _ in range(2):
        mine = mine_beside(path)
        mine.touch()
        assert re.fullmatch(rf"{letter}{{50,}} \(mine [-0-9. ]+\)( 2)?\.canvasdesk", mine.name)


def test_what_is_no_document_is_told_in_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "broken.canvasdesk"
    broken.write_text("{")
    found = read_theirs(broken)
    assert isinstance(found, ReadError)
    assert "broken.canvasdesk" in str(found)


def test_a_merge_takes_what_only_they_changed_and_leaves_the_rest_to_choices(document: Document) -> None:
    start = document.workspace
    document.commit("Edit note", reworded(start, "Mine"))
    theirs = reworded(reworded(start, "Theirs"), "Found again", "lost")
    merged = met(document, theirs, document.common)
    (conflict,) = merged.conflicts
    assert outcome(merged, {}, one_of_doubles=False).note_by_id["late"].text == "Mine"
    turned = outcome(merged, {conflict.key: Side.THEIRS}, one_of_doubles=False)
    assert turned.note_by_id["late"].text == "Theirs"
    assert turned.note_by_id["lost"].text == "Found again"


def test_notes_that_both_wrote_become_one_if_that_is_wanted(document: Document) -> None:
    start = document.workspace
    both = Note(id="hers", section=Section.PAINS, text="dust everywhere")
    theirs = add_notes(start, "manager", [both])
    document.commit(
        "Add note", add_notes(start, "manager", [evolve(both, id="mine", text="Dust everywhere!")])
    )
    merged = met(document, theirs, document.common)
    assert len(doubles(merged, merged.workspace)) == 1
    assert {"mine", "hers"} <= outcome(merged, {}, one_of_doubles=False).note_by_id.keys()
    one = outcome(merged, {}, one_of_doubles=True).note_by_id
    assert len({"mine", "hers"} & one.keys()) == 1


def test_conflicted_copies_are_those_of_this_document_that_say_something_else(
    document: Document, path: Path
) -> None:
    folder = path.parent
    other = evolve(workshop(), id="another")
    for name, workspace in {
        "plan (Ann's conflicted copy 2026-01-01)": reworded(workshop(), "Theirs"),
        "plan (conflicted copy 2026-01-02)": document.workspace,
        "plan (1)": reworded(other, "Theirs"),
        "plan 2": reworded(workshop(), "Theirs"),
    }.items():
        save(folder / f"{name}.canvasdesk", workspace, recovery_dir=folder)
    (folder / "plan (2).canvasdesk").write_text("{")
    found = conflicted_copies(path, document.workspace)
    assert [each.path.stem for each in found] == ["plan (Ann's conflicted copy 2026-01-01)"]
    assert conflicted_copies(folder / "gone" / "plan.canvasdesk", document.workspace) == ()
