"""What a screen reader finds in the running program."""

from collections.abc import Callable
from pathlib import Path

from tests.desktop.content import put
from tests.desktop.program import Program, Start
from tests.desktop.screen import Screen, until

EXAMPLE = "inspection-systems"
PAIN, RELIEVER = "Unplanned downtime from quality failures", "Same-day parts through one account manager"


def on_a_note(program: Program, shown: Screen) -> None:
    shown.click(program.place("note", PAIN))
    program.says("In the customer’s words")


def on_a_link(program: Program, shown: Screen) -> None:
    shown.click(program.place("link", RELIEVER, PAIN))
    program.says("Remark")


def on_all(program: Program, shown: Screen) -> None:
    shown.press("ctrl+a")
    program.says("11 notes")


def in_the_outline(program: Program, shown: Screen) -> None:
    shown.press("ctrl+shift+o")
    program.says("Industrial manufacturers · Procurement")


def in_the_fit(program: Program, shown: Screen) -> None:
    shown.press("ctrl+shift+e")
    program.says("What one more link would be worth")


def finding(program: Program, shown: Screen) -> None:
    shown.press("ctrl+f")
    shown.write("line")
    program.says("1 of 8")


def choosing_a_command(program: Program, shown: Screen) -> None:
    shown.press("ctrl+k")
    program.says("Export picture")


def in_the_history(program: Program, shown: Screen) -> None:
    shown.press("p")
    shown.write("More")
    shown.press("Escape", "ctrl+h")
    program.says("The beginning")


def reading_the_shortcuts(program: Program, shown: Screen) -> None:
    shown.press("F1")
    program.says("New gain creator")
    elsewhere(program)


def exporting(program: Program, shown: Screen) -> None:
    shown.press("ctrl+e")
    program.says("Light")
    elsewhere(program)


def elsewhere(program: Program) -> None:
    """Wait until the dialog has the keyboard."""
    until(lambda: program.keyboard and "CanvasView" not in program.keyboard, "a dialog in use")


STATES = (
    on_a_note, on_a_link, on_all, in_the_outline, in_the_fit, finding, choosing_a_command, in_the_history,
    reading_the_shortcuts, exporting,
)  # fmt: skip


def test_what_takes_the_keyboard_has_a_name_and_esc_leads_back(
    start: Start, shown: Screen, tmp_path: Path, picture: Callable[[str], None]
) -> None:
    program = start(put(tmp_path / "Plan.canvasdesk", EXAMPLE))
    for state in STATES:
        state(program, shown)
        picture(state.__name__)
        assert program.ask("nameless") == [], state.__name__
        shown.press("Escape")
        until(lambda: "CanvasView" in program.keyboard, "the way back from there", lambda: program.keyboard)
