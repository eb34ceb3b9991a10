"""A program that is killed while somebody writes, and what the next start makes of it."""

from collections.abc import Callable
from pathlib import Path

from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load
from tests.desktop.content import put, written
from tests.desktop.program import Start
from tests.desktop.screen import Screen, until

PAINS = ["Dusty lenses", "Alarms at night", "Scrap found too late", "No spare parts", "Nobody is trained"]


def all_there(workspace: Workspace) -> bool:
    return written(workspace)[Section.PAINS] == PAINS


def test_notes_written_before_a_kill_are_restored_and_saved(
    start: Start, shown: Screen, tmp_path: Path, picture: Callable[[str], None]
) -> None:
    file = put(tmp_path / "Plan.canvasdesk")
    killed = start(file)
    shown.press("p")
    for pain in PAINS:
        shown.write(pain)
        shown.press("Return")
    killed.shows(all_there, "five notes")
    killed.kill()

    again = start()
    again.says("5 notes added in Pains")
    picture("offered")
    shown.click(again.place("control", "Restore “Plan”"))
    again.shows(all_there, "five notes restored")
    until(lambda: shown.titles() == ["Plan* — canvasdesk"], "a title that says it is not saved")
    picture("restored")
    shown.press("ctrl+s")
    until(lambda: shown.titles() == ["Plan — canvasdesk"], "a title that says it is saved")
    assert all_there(load(file).workspace)
    shown.press("ctrl+q")
    assert again.ended() == 0

    later = start()
    later.says("Where do you stand?")
    texts = later.ask("texts")
    assert isinstance(texts, list)
    assert "Work that was not saved" not in texts
