"""Copying and pasting between the program and others, and between its windows."""

import shutil
import subprocess
from pathlib import Path

import pytest

from canvasdesk.model.sections import Section
from tests.desktop.content import NOTES, links, put, written
from tests.desktop.program import Program, Start
from tests.desktop.screen import Screen, until

CELLS = 'Scrap\t"Late ""alarms"",\nevery night"\nAudits\t\n'
LATE, ALARMS = NOTES[Section.PAINS]
DRIFT, _ = NOTES[Section.RELIEVERS]

pytestmark = pytest.mark.skipif(shutil.which("xclip") is None, reason="another program: needs xclip")


def test_cells_of_a_spreadsheet_become_notes(start: Start, shown: Screen, tmp_path: Path) -> None:
    program = start(put(tmp_path / "Plan.canvasdesk"))
    shown.press("p")
    shown.write(LATE)
    shown.press("Escape")
    give(shown, CELLS)
    shown.press("ctrl+v")
    program.shows(
        lambda now: written(now)[Section.PAINS] == [LATE, "Scrap", 'Late "alarms",\nevery night', "Audits"],
        "a note for each cell",
    )
    shown.press("ctrl+z", "Tab", "ctrl+shift+v")
    program.shows(lambda now: len(written(now)[Section.PAINS]) == 2, "one note for all")


def test_notes_go_to_other_programs_and_windows(start: Start, shown: Screen, tmp_path: Path) -> None:
    program = start(put(tmp_path / "One.canvasdesk"))
    shown.press("p")
    shown.write(LATE)
    shown.press("Escape", "r")
    shown.write(DRIFT)
    shown.press("Escape", "l", "Tab", "Return")
    program.shows(lambda now: links(now) == {(DRIFT, LATE): None}, "two notes and their link")
    shown.press("ctrl+a", "ctrl+c")
    until(lambda: taken(shown).splitlines() == [LATE, DRIFT], "the texts elsewhere", lambda: taken(shown))

    shown.press("ctrl+n")
    shown.click(program.place("control", "Blank canvas"))
    program.shows(lambda now: links(now) == {}, "another window")
    until(lambda: "CanvasView" in program.keyboard, "its canvas")
    shown.press("ctrl+v")
    program.shows(lambda now: links(now) == {(DRIFT, LATE): None}, "the notes there, with their link")
    assert still_open(shown, program)


def still_open(shown: Screen, program: Program) -> bool:
    return len(shown.titles()) == 2 and program.complaints == ""


def give(shown: Screen, text: str) -> None:
    """Put a text on the clipboard, as another program does."""
    subprocess.run(
        ["xclip", "-selection", "clipboard"],
        input=text,
        text=True,
        env=shown.environment,
        stdout=subprocess.DEVNULL,  # it stays behind, to hand the text out
        stderr=subprocess.DEVNULL,
        check=True,
    )


def taken(shown: Screen) -> str:
    """Give the text on the clipboard, as another program gets it."""
    return shown.run("xclip", "-selection", "clipboard", "-o").stdout
