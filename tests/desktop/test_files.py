"""Files at the running program: those handed over by a second start, and those that are no good."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from canvasdesk.storage.files import load
from tests.desktop.content import put
from tests.desktop.program import Start
from tests.desktop.screen import PATIENCE, Screen, until
from tests.second import edit_elsewhere, open_elsewhere
from tests.storage.documents import UNSOUND, small

NEWER = (
    small(segments=[{"id": "s", "name": "From the future"}]).replace('"version": 1', '"version": 2').encode()
)


def test_a_second_start_hands_its_file_over(
    start: Start, shown: Screen, environment: dict[str, str], tmp_path: Path
) -> None:
    start(put(tmp_path / "First.canvasdesk"))
    until(lambda: "First — canvasdesk" in shown.titles(), "the first file")
    second = put(tmp_path / "Second.canvasdesk", "inspection-systems")

    done = subprocess.run(
        [sys.executable, "-m", "canvasdesk", second.name],
        cwd=tmp_path,
        env=environment,
        timeout=PATIENCE,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    until(lambda: {"First — canvasdesk", "Second — canvasdesk"} <= {*shown.titles()}, "both files")


def test_a_file_that_is_no_good_is_refused_in_words_and_left_alone(
    start: Start, shown: Screen, tmp_path: Path, picture: Callable[[str], None]
) -> None:
    content, complaint = UNSOUND["cut off"]
    bad = tmp_path / "Plan.canvasdesk"
    bad.write_bytes(content)

    program = start(bad)

    said = program.says("Plan.canvasdesk")
    assert said == f"“Plan.canvasdesk” cannot be opened: {complaint}."
    picture("refused")
    shown.press("Return")
    until(lambda: shown.titles() == ["New canvas — canvasdesk"], "the message gone")
    shown.press("ctrl+q")
    assert program.ended() == 0
    assert bad.read_bytes() == content


def test_a_file_of_a_newer_program_is_only_shown(
    start: Start, shown: Screen, tmp_path: Path, picture: Callable[[str], None]
) -> None:
    newer = tmp_path / "Plan.canvasdesk"
    newer.write_bytes(NEWER)

    program = start(newer)

    program.says("A newer canvasdesk wrote this file, so it is only shown.")
    picture("banner")
    until(lambda: shown.titles() == ["Plan — canvasdesk"], "the file")
    before = program.ask("workspace")
    shown.press("p")
    shown.write("not here")
    shown.press("Return", "Escape")
    assert program.ask("workspace") == before
    shown.press("ctrl+q")
    assert program.ended() == 0
    assert newer.read_bytes() == NEWER


def test_two_people_and_one_file(
    start: Start, shown: Screen, tmp_path: Path, picture: Callable[[str], None]
) -> None:
    plan = put(tmp_path / "Plan.canvasdesk", "inspection-systems")
    theirs = next(iter(load(plan).workspace.note_by_id))
    with open_elsewhere(plan):
        program = start(plan)
        program.says("has had “Plan” open since")
        picture("held")
        shown.press("Return")
        program.says("Here it can be looked at, but not changed.")
    program.says("Nobody else has “Plan” open any more.")
    shown.click(program.place("control", "Edit it"))
    until(lambda: "Edit it" not in str(program.ask("texts")), "the file to edit")

    edit_elsewhere(plan, {theirs: "Theirs"})
    program.says("Somebody else changed “Plan”: ")
    assert program.workspace.note_by_id[theirs].text == "Theirs"
    picture("reloaded")

    shown.press("p")
    shown.write("Mine")
    shown.press("Return", "Escape")
    edit_elsewhere(plan, {theirs: "Theirs again"})
    program.says("“Plan” was changed by somebody else, and by you too.")
    picture("both changed it")
    shown.click(program.place("control", "Merge…"))
    program.says("Merged with “Plan”; nothing contradicted.")
    shown.press("ctrl+s")
    until(lambda: shown.titles() == ["Plan — canvasdesk"], "the file saved")
    texts = [note.text for note in load(plan).workspace.note_by_id.values()]
    assert {"Theirs again", "Mine"} <= {*texts}
    shown.press("ctrl+q")
    assert program.ended() == 0
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".lock")] == []
