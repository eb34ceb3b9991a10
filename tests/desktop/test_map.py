"""The business model and the canvases in it as one map: dives, segments that go and come back."""

from collections.abc import Callable
from pathlib import Path

from canvasdesk.model.workspace import Workspace
from tests.desktop.content import put
from tests.desktop.program import Program, Start
from tests.desktop.screen import DOWN, UP, Place, Screen, until

Picture = Callable[[str], None]

EXAMPLE = "inspection-systems"
MODEL, CANVAS, ROLE, OTHER = "business-model", "canvas-plant-manager", "canvas-purchasing", "canvas-food"
SEGMENT, FOOD, LABS = "Industrial manufacturers", "Food processors", "Contract labs"
PAIN, FOOD_PAIN = "Unplanned downtime from quality failures", "Audit failures and recalls"
DIVES = 10
MOST_NOTCHES = 30


def test_ten_dives_and_the_view_is_back_where_it_was(
    start: Start, shown: Screen, tmp_path: Path, picture: Picture
) -> None:
    program = start(put(tmp_path / "Plan.canvasdesk", EXAMPLE))
    inside = zoomed(program, shown, program.place("note", PAIN))
    shown.press("ctrl+b")
    program.comes_to(MODEL)
    outside = zoomed(program, shown, program.place("note", SEGMENT))
    program.settles()
    picture("1-business-model")

    for turn in range(DIVES):
        if turn % 2:
            shown.press("ctrl+b")
        else:
            shown.click(program.place("note", SEGMENT), times=2)
        program.comes_to(CANVAS)
        assert program.ask("camera") == inside, turn
        if turn % 3 == 0:
            shown.press("Escape")  # somebody who does not wait
        shown.press("ctrl+b")
        program.comes_to(MODEL)
        assert program.ask("camera") == outside, turn
    program.settles()
    picture("2-back")
    assert program.ask("steps_done") == 0


def test_the_wheel_leads_past_the_edge_and_back(
    start: Start, shown: Screen, tmp_path: Path, picture: Picture
) -> None:
    program = start(put(tmp_path / "Plan.canvasdesk", EXAMPLE))
    shown.press("ctrl+b")
    program.comes_to(MODEL)
    whole = program.ask("camera")

    roll(program, shown, FOOD, UP, OTHER)
    program.settles()
    picture("1-inside")
    shown.press("ctrl+b")
    program.comes_to(MODEL)
    assert program.ask("camera") != whole  # as near as it was when the canvas opened
    shown.press("shift+1")
    until(lambda: program.ask("camera") == whole, "all of the business model")

    shown.press("ctrl+b")
    program.comes_to(OTHER)
    roll(program, shown, FOOD_PAIN, DOWN, MODEL)
    assert program.ask("camera") == whole
    program.settles()
    picture("2-outside")


def test_a_segment_goes_with_its_canvases_and_flows_and_comes_back(
    start: Start, shown: Screen, tmp_path: Path, picture: Picture
) -> None:
    program = start(put(tmp_path / "Plan.canvasdesk", EXAMPLE))
    whole = program.workspace
    shown.press("ctrl+b")
    program.comes_to(MODEL)

    shown.click(program.place("note", SEGMENT))
    shown.press("Delete")
    without = program.shows(lambda now: names(now) == [FOOD, LABS], "two segments")
    program.says("with 3 canvases, 24 notes, 15 flows")
    assert {*without.canvas_by_id} == {OTHER, "canvas-labs"}
    assert {flow.canvas_end for flow in without.flows} <= {*without.canvas_by_id, *without.note_by_id}
    assert len(without.business_model.entries) == len(whole.business_model.entries)
    picture("1-deleted")

    shown.click(program.place("control", "Undo"))
    program.shows(lambda now: now == whole, "the same value")
    shown.press("ctrl+shift+z")
    program.shows(lambda now: now == without, "the segment gone again")
    shown.press("ctrl+z")
    program.shows(lambda now: now == whole, "the same value again")
    assert program.ask("shown") == MODEL

    shown.click(program.place("note", SEGMENT), times=2)
    program.comes_to(CANVAS)
    shown.press("ctrl+Next", "ctrl+Next")
    program.comes_to(ROLE)
    shown.press("ctrl+k")
    shown.write("delete segment")
    program.says("delete segment")
    shown.press("Return")
    program.shows(lambda now: now == without, "the segment gone from one of its canvases")
    shown.press("ctrl+z")
    program.shows(lambda now: now == whole, "the same value once more")
    picture("2-undone")


def names(workspace: Workspace) -> list[str]:
    return [segment.name for segment in workspace.segments]


def zoomed(program: Program, shown: Screen, place: Place, button: int = UP) -> object:
    """Zoom by a notch of the wheel and give the camera."""
    before = program.ask("camera")
    shown.zoom(place, button)
    until(lambda: program.ask("camera") != before, "another camera")
    return program.ask("camera")


def roll(program: Program, shown: Screen, text: str, button: int, sheet_id: str) -> None:
    """Turn the wheel over a note, notch by notch, until another sheet is shown."""
    place = program.place("note", text)
    for _ in range(MOST_NOTCHES):
        zoomed(program, shown, place, button)
        if program.ask("shown") == sheet_id:
            return
    raise AssertionError(f"the wheel does not lead to {sheet_id}")
