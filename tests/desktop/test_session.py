"""A whole session with mouse and keyboard on the running program, from an empty file to a saved one."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load
from tests.desktop.content import NOTES, canvas, links, note, put, written
from tests.desktop.program import Program, Start
from tests.desktop.screen import PATIENCE, Screen, until

Picture = Callable[[str], None]

MOST_PRESSES = 60  # for twelve notes, beyond their text
LATE, ALARMS = NOTES[Section.PAINS]
DEFECTS, PAYBACK = NOTES[Section.GAINS]
DRIFT, SELF_CHECK = NOTES[Section.RELIEVERS]
DEFECT_MAP, REPORT = NOTES[Section.CREATORS]
CAMERAS, SERVICE = NOTES[Section.PRODUCTS]
RUNNING, BOARD = NOTES[Section.JOBS]


def test_a_session_from_an_empty_file_to_a_saved_one(
    start: Start, shown: Screen, environment: dict[str, str], tmp_path: Path, picture: Picture
) -> None:
    file = put(tmp_path / "Line.canvasdesk")
    program = start(file)
    empty = program.workspace
    picture("1-empty")

    capture(program, shown)
    picture("2-captured")
    rank(program, shown)
    picture("3-ranked")
    connect(program, shown, picture)
    picture("4-linked")
    move(program, shown, picture)
    picture("5-moved")
    full = rewrite_and_delete(program, shown)
    picture("6-full")

    steps = undo_everything(program, shown, empty)
    picture("7-undone")
    redo_everything(program, shown, full, steps)
    picture("8-redone")

    shown.press("ctrl+s")
    until(lambda: shown.titles() == ["Line — canvasdesk"], "a title that says it is saved")
    shown.press("ctrl+q")
    assert program.ended() == 0
    checked = subprocess.run(
        [sys.executable, "-m", "canvasdesk", "check", file], env=environment, timeout=PATIENCE
    )
    assert checked.returncode == 0
    assert without_time(load(file).workspace) == without_time(full)

    again = start(file)
    assert without_time(again.workspace) == without_time(full)
    picture("9-reopened")


def without_time(workspace: Workspace) -> dict[str, object]:
    return workspace.model_dump(exclude={"modified"})


def capture(program: Program, shown: Screen) -> None:
    """Write twelve notes: the circle section by section, the square in one go with Tab."""
    before = shown.presses
    for section, key in ((Section.JOBS, "j"), (Section.PAINS, "p"), (Section.GAINS, "g")):
        shown.press(key)
        one, other = NOTES[section]
        shown.write(one)
        shown.press("Return")
        shown.write(other)
        shown.press("Escape")
    shown.press("s")
    for section, after in (
        (Section.PRODUCTS, "Tab"),
        (Section.RELIEVERS, "Tab"),
        (Section.CREATORS, "Escape"),
    ):
        one, other = NOTES[section]
        shown.write(one)
        shown.press("Return")
        shown.write(other)
        shown.press(after)
    program.shows(lambda now: written(now) == NOTES, "twelve notes")
    assert shown.presses - before < MOST_PRESSES


def rank(program: Program, shown: Screen) -> None:
    """Rank one note, then two at once."""
    shown.click(program.place("note", LATE))
    shown.press("5")
    program.shows(lambda now: note(now, LATE).importance == 5, "a rank")
    shown.click(program.place("note", DEFECTS))
    shown.press("shift+Down")  # takes along the note below, wherever that is
    shown.press("4")
    program.shows(lambda now: [each.importance for each in canvas(now).notes].count(4) == 2, "another rank")


def connect(program: Program, shown: Screen, picture: Picture) -> None:
    """Link with the keyboard and from the handle, and say how strong the links are."""
    shown.click(program.place("note", DRIFT))
    shown.press("l", "Tab")
    until(lambda: program.ask("aim") == LATE, "the first pain lit up")
    picture("4-linking")
    shown.press("Return")
    program.shows(lambda now: links(now) == {(DRIFT, LATE): None}, "a link by key")
    shown.press("3")
    program.shows(lambda now: links(now) == {(DRIFT, LATE): 3}, "its strength")

    shown.point(program.place("note", DEFECT_MAP))
    shown.drag(program.place("handle", DEFECT_MAP), program.place("note", DEFECTS))
    program.shows(lambda now: (DEFECT_MAP, DEFECTS) in links(now), "a link by mouse")
    shown.click(program.place("note", CAMERAS))
    shown.click(program.place("link", DEFECT_MAP, DEFECTS))
    shown.press("2")
    program.shows(lambda now: links(now)[DEFECT_MAP, DEFECTS] == 2, "its strength")


def move(program: Program, shown: Screen, picture: Picture) -> None:
    """Drag notes to other sections: one alone, one with a link that cannot come along."""
    shown.drag(program.place("note", ALARMS), program.place("section", "customer jobs"))
    program.shows(lambda now: note(now, ALARMS).section is Section.JOBS, "a pain that became a job")
    shown.drag(program.place("note", DRIFT), program.place("section", "gain creators"))
    moved = program.shows(lambda now: note(now, DRIFT).section is Section.CREATORS, "another note moved")
    assert (DRIFT, LATE) not in links(moved)
    program.says("Undo")
    picture("5-toast")


def rewrite_and_delete(program: Program, shown: Screen) -> Workspace:
    """Give the workspace with one note said better, and without another."""
    shown.click(program.place("note", SERVICE), times=2)
    shown.press("ctrl+a")
    shown.write("Service around the clock")
    shown.press("Return")
    program.shows(
        lambda now: written(now)[Section.PRODUCTS] == [CAMERAS, "Service around the clock"], "an edit"
    )
    shown.click(program.place("note", BOARD))
    shown.press("Delete")
    return program.shows(lambda now: len(canvas(now).notes) == 11, "a note less")


def undo_everything(program: Program, shown: Screen, empty: Workspace) -> int:
    """Go back until nothing is left to undo; give how many steps that took."""
    steps = program.ask("steps_done")
    assert isinstance(steps, int)
    shown.press(*["ctrl+z"] * steps)
    until(lambda: program.ask("steps_done") == 0, "nothing left to undo")
    assert program.workspace == empty
    assert shown.titles() == ["Line — canvasdesk"]
    return steps


def redo_everything(program: Program, shown: Screen, full: Workspace, steps: int) -> None:
    shown.press(*["ctrl+shift+z"] * steps)
    until(lambda: program.ask("steps_done") == steps, "everything redone")
    assert program.workspace == full
