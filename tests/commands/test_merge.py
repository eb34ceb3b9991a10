"""`canvasdesk merge` on real files: what is written, what is told, and how it ends."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from canvasdesk.cli import main
from canvasdesk.editing.board import swap_sides
from canvasdesk.editing.notes import add_notes, edit_notes
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load, save
from tests.editing.workshop import workshop

BASE = workshop()
MIRROR = 1312.0  # what a note's x and its mirror image's add up to

Captured = pytest.CaptureFixture[str]
Keep = Callable[[str, Workspace], str]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Give a function that saves a workspace under a name and gives the path."""

    def kept(name: str, workspace: Workspace) -> str:
        path = tmp_path / f"{name}.canvasdesk"
        save(path, workspace, recovery_dir=tmp_path / "recovery")
        return str(path)

    return kept


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Give the path of the outcome."""
    return tmp_path / "all.canvasdesk"


def reworded(text: str) -> Workspace:
    return edit_notes(BASE, {"late": {"text": text}})


def noted(note_id: str, text: str) -> Workspace:
    return add_notes(BASE, "manager", [Note(id=note_id, section=Section.PAINS, text=text)])


def test_groups_that_worked_in_parallel_find_all_in_one_file(keep: Keep, out: Path, capsys: Captured) -> None:
    files = (
        keep("start", BASE),
        keep("red", noted("red", "Rain")),
        keep("blue", noted("blue", "Mud")),
    )
    assert main(["merge", *files, keep("green", reworded("Late tools")), "-o", str(out)]) == 0
    printed, told = capsys.readouterr()
    assert printed == ""
    assert told.splitlines() == [
        "canvasdesk: blue.canvasdesk: 1 note added in Pains",
        "canvasdesk: green.canvasdesk: “Tools arrive late” reworded",
    ]
    loaded = load(out)
    assert loaded.notices == ()
    notes = loaded.workspace.note_by_id
    assert (notes["red"].text, notes["blue"].text, notes["late"].text) == ("Rain", "Mud", "Late tools")
    assert loaded.workspace.modified >= BASE.modified


@pytest.mark.parametrize(
    ("more", "text", "line"),
    [
        ([], "Mine", "theirs.canvasdesk: Note “Mine”: text stays “Mine”; the other file has “Theirs”."),
        (
            ["--theirs"],
            "Theirs",
            "theirs.canvasdesk: Note “Mine”: text is “Theirs” as in the other file; it was “Mine”.",
        ),
    ],
)
def test_a_conflict_is_a_line_and_an_exit_code(
    more: list[str], text: str, line: str, keep: Keep, out: Path, capsys: Captured
) -> None:
    files = keep("start", BASE), keep("mine", reworded("Mine")), keep("theirs", reworded("Theirs"))
    assert main(["merge", *files, "-o", str(out), *more]) == 1
    assert capsys.readouterr() == (f"{line}\n", "")
    assert load(out).workspace.note_by_id["late"].text == text


def test_notes_in_the_same_words_become_one_only_where_asked(keep: Keep, out: Path, capsys: Captured) -> None:
    files = keep("start", BASE), keep("red", noted("red", "Rain!")), keep("blue", noted("blue", "rain"))
    assert main(["merge", *files, "-o", str(out)]) == 0
    assert "“Rain!” was written 2 times; --cluster makes one note of it.\n" in capsys.readouterr().err
    assert {"red", "blue"} <= load(out).workspace.note_by_id.keys()
    assert main(["merge", *files, "-o", str(out), "--force", "--cluster"]) == 0
    assert "--cluster" not in capsys.readouterr().err
    assert load(out).workspace.note_by_id.keys() == BASE.note_by_id.keys() | {"red"}


def test_perhaps_the_same_is_only_told(keep: Keep, out: Path, capsys: Captured) -> None:
    one, other = noted("red", "Rain on the site"), noted("blue", "Rain on site")
    assert (
        main(
            ["merge", keep("start", BASE), keep("red", one), keep("blue", other), "-o", str(out), "--cluster"]
        )
        == 0
    )
    assert "Perhaps the same: “Rain on the site” and “Rain on site”\n" in capsys.readouterr().err
    assert {"red", "blue"} <= load(out).workspace.note_by_id.keys()


def test_without_a_common_version_both_are_united(keep: Keep, out: Path, capsys: Captured) -> None:
    assert main(["merge", "-", keep("mine", BASE), keep("theirs", noted("blue", "Mud")), "-o", str(out)]) == 0
    assert load(out).workspace.note_by_id["blue"].text == "Mud"


def test_places_are_understood_where_the_other_one_swapped_sides(keep: Keep, out: Path) -> None:
    theirs = swap_sides(noted("blue", "Mud"), MIRROR)
    assert (
        main(["merge", keep("start", BASE), keep("mine", BASE), keep("theirs", theirs), "-o", str(out)]) == 0
    )
    merged = load(out).workspace
    assert not merged.view.sides_swapped
    assert {note.id: note.x for note in BASE.note_by_id.values()}.items() <= {
        note.id: note.x for note in merged.note_by_id.values()
    }.items()


def test_failures_are_told_apart_from_conflicts(keep: Keep, out: Path, capsys: Captured) -> None:
    start = keep("start", BASE)
    assert main(["merge", start, start, "gone.canvasdesk", "-o", str(out)]) == 2
    assert (
        capsys.readouterr().err == "canvasdesk: “gone.canvasdesk” cannot be opened: there is no such file.\n"
    )
    assert not out.exists()
    before = Path(start).read_bytes()
    assert main(["merge", start, start, start, "-o", start]) == 2
    assert "is already there; --force replaces it." in capsys.readouterr().err
    assert main(["merge", start, start, start, "-o", str(out.parent / "nowhere" / "all.canvasdesk")]) == 2
    assert "was not saved: its folder is not there." in capsys.readouterr().err
    assert Path(start).read_bytes() == before


def test_a_file_of_a_newer_version_is_not_merged(keep: Keep, out: Path, capsys: Captured) -> None:
    start, newer = keep("start", BASE), Path(keep("newer", evolve(BASE, title="Newer")))
    newer.write_text(
        newer.read_text(encoding="utf-8").replace('"version": 1', '"version": 2', 1), encoding="utf-8"
    )
    assert main(["merge", start, start, str(newer), "-o", str(out)]) == 2
    assert "a newer canvasdesk wrote it" in capsys.readouterr().err
    assert not out.exists()


def test_merging_loads_no_qt(keep: Keep, out: Path) -> None:
    code = "import sys, canvasdesk.cli as cli; print(cli.main(sys.argv[1:]), 'PySide6' in sys.modules)"
    files = keep("start", BASE), keep("red", noted("red", "Rain")), keep("blue", reworded("Late"))
    arguments = [sys.executable, "-c", code, "merge", *files, "-o", str(out), "--cluster"]
    done = subprocess.run(arguments, capture_output=True, text=True)
    assert done.stdout == "0 False\n", done.stderr
