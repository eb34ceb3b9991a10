"""What the running program says when the disk or somebody else gets in the way, and the way on from there."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from canvasdesk.folders import recovery_folder
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load
from tests.desktop.content import put
from tests.desktop.program import Program, Start
from tests.desktop.screen import Screen, until
from tests.desktop.test_alone import name_file
from tests.second import edit_elsewhere
from tests.storage.torn import tear
from tests.windows.test_mended import MENDED

Picture = Callable[[str], None]

EXAMPLE = "inspection-systems"
PAIN, GAIN = "Unplanned downtime from quality failures", "Inspection accurate enough to trust"
CHANGED, SAVED = ["Plan* — canvasdesk"], ["Plan — canvasdesk"]
SMALL_DISK = 'mount -t tmpfs -o size=100k none "$0" && cp "$0.canvasdesk" "$0/Plan.canvasdesk" && exec "$@"'
SMALL_FILES = 30_000  # bytes, less than the example has

STRACE = ("strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=listxattr")
APART = ("unshare", "--map-root-user", "--mount")
alone = pytest.mark.skipif(
    not shutil.which("unshare")
    or subprocess.run(
        [*APART, "mount", "-t", "tmpfs", "none", "/mnt"], check=False, capture_output=True
    ).returncode,
    reason="needs namespaces",
)
traced = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


def beside(plan: Path, what: str) -> list[str]:
    """Give the command under which `what` happens when a save looks at the marks of the old file.

    By then the new one is durable beside it, but has not taken its place.
    """
    return [*STRACE, "-P", str(plan), "-e", f"inject=listxattr:{what}"]


def mine(program: Program, shown: Screen) -> None:
    """Write a note."""
    shown.press("p")
    shown.write("Mine")
    shown.press("Return", "Escape")
    until(lambda: program.ask("note", "Mine"), "a note")
    until(lambda: shown.titles() == CHANGED, "a title that says it is not saved")


def refused(program: Program, shown: Screen, cause: str) -> None:
    """Save, read why it did not succeed, and see that nothing claims otherwise."""
    shown.press("ctrl+s")
    program.says(f"“Plan.canvasdesk” was not saved: {cause}.")
    program.says("Your work is still here.")
    until(lambda: program.keyboard[:1] == ["QPushButton"], "the keyboard on the first button")
    assert shown.titles() == CHANGED
    program.says("Changed · Plan.canvasdesk")


def texts(path: Path) -> set[str]:
    """Give what the notes in a file say."""
    return {note.text for note in load(path).workspace.note_by_id.values()}


def saved_as(program: Program, shown: Screen, path: Path) -> None:
    """Go the way that the message offers first."""
    shown.press("Return")
    name_file(program, shown, path)
    until(lambda: shown.titles() == [f"{path.stem} — canvasdesk"], "another file")
    assert "Mine" in texts(path)


def test_a_file_that_cannot_be_written_and_one_whose_folder_goes(
    start: Start, shown: Screen, tmp_path: Path, picture: Picture
) -> None:
    folder = tmp_path / "Project"
    folder.mkdir()
    plan = put(folder / "Plan.canvasdesk", EXAMPLE)
    old = plan.read_bytes()
    program = start(plan)
    mine(program, shown)
    plan.chmod(0o444)
    refused(program, shown, "it is read-only")
    picture("1-read only")
    shown.press("Escape")
    until(lambda: program.keyboard[:1] == ["CanvasView"], "the canvas")
    assert plan.read_bytes() == old

    shutil.rmtree(folder)
    program.says("“Plan” is not in its folder any more: deleted, renamed or moved. Your work is still here.")
    picture("2-gone")
    refused(program, shown, "its folder is not there")
    picture("3-no folder")
    saved_as(program, shown, tmp_path / "Kept.canvasdesk")
    assert "any more" not in str(program.ask("texts"))


@alone
def test_a_full_disk_keeps_the_window_open(
    start: Start, shown: Screen, tmp_path: Path, picture: Picture
) -> None:
    put(tmp_path / "Disk.canvasdesk", EXAMPLE)
    (tmp_path / "Disk").mkdir()
    disk = tmp_path / "Disk"
    program = start(disk / "Plan.canvasdesk", under=[*APART, "sh", "-c", SMALL_DISK, str(disk)])
    mine(program, shown)
    shown.press("ctrl+w")
    program.says("Save the changes to “Plan”?")
    picture("1-closing")
    shown.press("Return")
    program.says("“Plan.canvasdesk” was not saved: the disk is full.")
    picture("2-full")
    shown.press("Return")
    name_file(program, shown, tmp_path / "Kept.canvasdesk")
    assert program.ended() == 0
    assert "Mine" in texts(tmp_path / "Kept.canvasdesk")


def test_a_file_too_large_for_its_disk(start: Start, shown: Screen, tmp_path: Path, picture: Picture) -> None:
    plan = put(tmp_path / "Plan.canvasdesk", EXAMPLE)
    program = start(plan, under=["prlimit", f"--fsize={SMALL_FILES}"])
    mine(program, shown)
    program.says("for the case of a crash")  # its journal begins with all of it
    picture("1-nothing kept")
    refused(program, shown, "it is too large for this disk")
    picture("2-too large")


@traced
def test_a_disk_with_a_fault(start: Start, shown: Screen, tmp_path: Path, picture: Picture) -> None:
    plan = put(tmp_path / "Plan.canvasdesk", EXAMPLE)
    old = plan.read_bytes()
    program = start(plan, under=beside(plan, "error=EIO"))
    mine(program, shown)
    refused(program, shown, "the disk reported a fault")
    picture("fault")
    assert plan.read_bytes() == old
    saved_as(program, shown, tmp_path / "Kept.canvasdesk")


@traced
def test_a_slow_disk_is_told_and_waited_for(
    start: Start, shown: Screen, tmp_path: Path, picture: Picture
) -> None:
    plan = put(tmp_path / "Plan.canvasdesk", EXAMPLE)
    program = start(plan, under=beside(plan, "delay_enter=3000000"))
    mine(program, shown)
    shown.press("ctrl+s")
    program.says("Saving “Plan.canvasdesk”: its folder is slow to answer.")
    program.says("Saving…")
    picture("1-slow")
    assert shown.titles() == CHANGED
    assert program.keyboard[:1] == ["CanvasView"]
    shown.press("ctrl+w")
    program.says("The window closes as soon as everything is saved.")
    picture("2-waiting")
    assert program.ended() == 0
    assert "Mine" in texts(plan)


def test_what_others_make_of_the_file(start: Start, shown: Screen, tmp_path: Path, picture: Picture) -> None:
    plan = put(tmp_path / "Plan.canvasdesk", EXAMPLE)
    whole = plan.read_bytes()
    ids = {note.text: note.id for note in load(plan).workspace.note_by_id.values()}
    program = start(plan)
    mine(program, shown)

    plan.write_bytes(whole[:3000])
    program.says("“Plan.canvasdesk” cannot be opened: it is damaged at line")
    picture("1-damaged")
    plan.write_bytes(whole.replace(b'"version": 1', b'"version": 2', 1))
    program.says("“Plan” was changed by you, and by a newer canvasdesk")
    picture("2-newer")

    plan.write_bytes(whole)
    for text in (PAIN, GAIN):
        shown.click(program.place("note", text))
        shown.press("F2", "ctrl+a")
        shown.write(f"{text} here")
        shown.press("Return", "Escape")
        until(lambda text=text: program.ask("note", f"{text} here"), "a note in other words")
    edit_elsewhere(plan, {ids[text]: f"{text} there" for text in (PAIN, GAIN)})
    program.says("Theirs: 2 notes reworded")
    shown.press("alt+g")
    program.says("Both changed 2 things differently. Mine: 2 · Theirs: 0")
    shown.press("Right")
    program.says("Mine: 1 · Theirs: 1")
    picture("3-conflicts")
    shown.press("alt+g")
    until(lambda: program.keyboard[:1] == ["CanvasView"], "the canvas")
    shown.press("ctrl+s")
    until(lambda: shown.titles() == SAVED, "the file saved")
    saved = texts(plan)
    assert "Mine" in saved
    assert len(saved & {f"{PAIN} here", f"{GAIN} here"}) == 1
    assert len(saved & {f"{PAIN} there", f"{GAIN} there"}) == 1


def test_what_was_mended_is_shown_by_keyboard(
    start: Start, shown: Screen, tmp_path: Path, picture: Picture
) -> None:
    plan = tmp_path / "Plan.canvasdesk"
    plan.write_text(MENDED)
    program = start(plan)
    program.says("2 links could not be shown; nothing is lost from the file.")
    picture("1-banner")
    shown.press("alt+w")
    program.says("Kept in the file, but not shown")
    picture("2-list")
    shown.press("Escape")
    until(lambda: program.keyboard[:1] == ["CanvasView"], "the canvas")
    shown.press("alt+u")
    until(lambda: "could not be shown" not in str(program.ask("texts")), "the banner gone")


def test_what_can_be_read_of_a_file_is_offered(
    start: Start, shown: Screen, tmp_path: Path, picture: Picture
) -> None:
    plan = tmp_path / "Plan.canvasdesk"
    put(plan, EXAMPLE)
    whole = plan.read_text("utf-8")
    plan.write_text(whole.replace('"importance": 5', '"importance": 6', 1), "utf-8")
    program = start(plan)
    program.says("importance: this must be 5 or less.")
    until(lambda: program.keyboard[:1] == ["QPushButton"], "the keyboard on the first button")
    picture("1-offer")
    shown.press("Return")
    program.says("1 value could not be read; nothing is lost from the file.")
    picture("2-banner")
    shown.press("alt+w")
    program.says('{"importance": 6}')
    picture("3-list")
    shown.press("Escape")


def test_after_a_save_that_was_cut_short_what_was_saved_is_offered(
    start: Start, shown: Screen, tmp_path: Path, picture: Picture
) -> None:
    plan = put(tmp_path / "Plan.canvasdesk", EXAMPLE)
    tear(plan, load(plan).workspace, Workspace(title="Short"), recovery_folder())
    program = start(plan)
    program.says("The last save was cut short, but what it was to write is kept.")
    until(lambda: program.keyboard[:1] == ["QPushButton"], "the keyboard on the first button")
    picture("1-offer")
    shown.press("Return")
    until(lambda: shown.titles() == CHANGED, "what was saved, unsaved")
    shown.press("ctrl+s")
    until(lambda: shown.titles() == SAVED, "the file saved")
    assert load(plan).workspace.title == "Short"
