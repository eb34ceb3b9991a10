"""Short sessions with the keyboard alone, and with the mouse alone apart from the text itself."""

from collections.abc import Callable
from pathlib import Path

from canvasdesk.model.sections import Section
from canvasdesk.storage.files import load
from tests.desktop.content import NOTES, links, note, written
from tests.desktop.program import Program, Start
from tests.desktop.screen import RIGHT, Screen, until

Picture = Callable[[str], None]

LATE, ALARMS = NOTES[Section.PAINS]
DRIFT, SELF_CHECK = NOTES[Section.RELIEVERS]


def test_the_keyboard_alone(start: Start, shown: Screen, tmp_path: Path, picture: Picture) -> None:
    program = start()
    until(lambda: "The idea is still open" in program.keyboard, "the chooser")
    picture("1-chooser")
    shown.press("Right", "Right")
    until(lambda: "Blank canvas" in program.keyboard, "the quick way")
    shown.press("Return")
    until(lambda: "CanvasView" in program.keyboard, "the canvas")

    shown.press("p")
    shown.write(LATE)
    shown.press("Return")
    shown.write(ALARMS)
    shown.press("Escape", "r")
    shown.write(DRIFT)
    shown.press("Escape")
    program.shows(lambda now: sum(map(len, written(now).values())) == 3, "three notes")

    shown.press("shift+Tab")
    until(lambda: program.ask("focus") == ALARMS, "the note before")
    shown.press("2", "shift+g")
    program.shows(lambda now: note(now, ALARMS).section is Section.GAINS, "a note in another section")
    shown.press("F2", "End")
    shown.write(" less")
    shown.press("Return")
    program.shows(lambda now: written(now)[Section.GAINS] == [f"{ALARMS} less"], "a text that goes on")

    shown.press("Tab")
    until(lambda: program.ask("focus") == DRIFT, "the next note")
    shown.press("l", "Tab", "Return", "3")
    program.shows(lambda now: links(now) == {(DRIFT, LATE): 3}, "a link with its strength")
    picture("2-linked")

    shown.press("alt+e", "u")
    program.shows(lambda now: links(now) == {(DRIFT, LATE): None}, "a step taken back in the menu")
    shown.press("ctrl+k")
    shown.write("redo")
    program.says("redo")
    picture("3-palette")
    shown.press("Return")
    program.shows(lambda now: links(now) == {(DRIFT, LATE): 3}, "the step done again in the palette")

    shown.press("ctrl+s")
    save_as(program, shown, tmp_path / "By keys")
    saved = load(tmp_path / "By keys.canvasdesk").workspace
    assert links(saved) == {(DRIFT, LATE): 3}
    shown.press("ctrl+q")
    assert program.ended() == 0


def test_the_mouse_alone(start: Start, shown: Screen, tmp_path: Path, picture: Picture) -> None:
    program = start()
    shown.click(program.place("control", "Blank canvas"))

    shown.click(program.place("section", "pains"), times=2)
    write(program, shown, LATE)
    shown.click(program.place("control", "Note"))
    shown.click(program.place("section", "pain relievers"))
    write(program, shown, DRIFT)
    shown.click(program.place("section", "pain relievers"))
    write(program, shown, SELF_CHECK)
    shown.click(program.place("control", "Link"))
    shown.click(program.place("note", DRIFT))
    shown.click(program.place("note", LATE))
    program.shows(lambda now: links(now) == {(DRIFT, LATE): None}, "a link")
    picture("1-linked")
    shown.click(program.place("control", "Select"))

    shown.click(program.place("note", LATE))
    shown.click(program.place("control", "Canvas"))
    shown.click(program.place("control", "Importance"))
    picture("2-menu")
    shown.click(program.place("control", "5 – matters most"))
    program.shows(lambda now: note(now, LATE).importance == 5, "a rank from the menu")
    shown.click(program.place("note", SELF_CHECK), RIGHT)
    picture("3-context-menu")
    shown.click(program.place("control", "Delete"))
    program.shows(lambda now: written(now)[Section.RELIEVERS] == [DRIFT], "a note less")
    shown.click(program.place("control", "Undo"))
    program.shows(lambda now: written(now)[Section.RELIEVERS] == [DRIFT, SELF_CHECK], "the note again")

    shown.click(program.place("control", "File"))
    shown.click(program.place("control", "Save as…"))
    save_as(program, shown, tmp_path / "By mouse", lambda: shown.click(program.place("control", "Save")))
    assert written(load(tmp_path / "By mouse.canvasdesk").workspace)[Section.PAINS] == [LATE]
    shown.click(program.place("control", "File"))
    shown.click(program.place("control", "Quit"))
    assert program.ended() == 0


def write(program: Program, shown: Screen, text: str) -> None:
    """Type a note's text, and click beside the board when it is there."""
    until(lambda: "NoteEditor" in program.keyboard, "an editor")
    shown.write(text)
    until(lambda: program.ask("note", text), text)
    shown.click(program.place("beside"))
    until(lambda: "CanvasView" in program.keyboard, "the editor closed")


def save_as(program: Program, shown: Screen, path: Path, agree: Callable[[], None] | None = None) -> None:
    """Answer the dialog that asks where to save."""
    name_file(program, shown, path, agree)
    until(lambda: f"{path.name} — canvasdesk" in shown.titles(), "a title with the file's name")


def name_file(program: Program, shown: Screen, path: Path, agree: Callable[[], None] | None = None) -> None:
    """Answer the dialog that asks for a file."""
    until(lambda: "QLineEdit" in program.keyboard, "a dialog")

    def entered() -> bool:  # a busy machine may lose letters while the dialog looks for completions
        shown.press("ctrl+a")
        shown.write(str(path))
        return str(path) in (program.ask("texts") or [])

    until(entered, "the file's name")
    if agree:
        agree()
    else:
        shown.press("Return")
