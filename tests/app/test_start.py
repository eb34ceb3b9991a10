"""The program as somebody starts it: processes of its own, without a display."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from canvasdesk.app.single import hand_over, own_address
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.settings import settings_path
from canvasdesk.storage.files import save

START = "import sys; from canvasdesk.cli import main; sys.exit(main(sys.argv[1:]))"
LOOKS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from canvasdesk.app import start
from canvasdesk.windows.chooser import Chooser

class Looked(start.Program):
    def _bench(self, window, *, welcome):
        bench = super()._bench(window, welcome=welcome)
        bench.furnished.connect(lambda: QTimer.singleShot(0, bench, lambda: self.look(bench)))
        return bench

    def look(self, bench):
        chooser = bench.window.findChild(Chooser)
        print(bench.document.workspace.title, "|", "chooser" if chooser else "no chooser", flush=True)
        QApplication.exit(7)

start.Program = Looked
sys.exit(start.run([Path(each) for each in sys.argv[1:]]))
"""
PATIENCE = 60  # seconds, for a machine with much to do

Run = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def run() -> Iterator[Run]:
    running: list[subprocess.Popen[str]] = []

    def run(program: str, *arguments: str | Path) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", program, *map(str, arguments)]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        return running[-1]

    yield run
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.canvasdesk"
    save(path, Workspace(title="Plan", segments=(CustomerSegment(),)), recovery_dir=tmp_path)
    return path


def test_a_second_start_opens_its_file_in_the_first_and_a_signal_ends_it(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    first = run(START, plan)
    assert hand_over([], own_address() or "", patience=PATIENCE)
    other = tmp_path / "other.canvasdesk"
    save(other, Workspace(title="Other"), recovery_dir=tmp_path)
    assert run(START, other).wait(PATIENCE) == 0
    first.send_signal(signal.SIGTERM)
    assert first.wait(PATIENCE) == 128 + signal.SIGTERM
    assert json.loads(settings_path().read_text())["recent"] == [str(other), str(plan)]


def test_the_first_start_shows_the_example_behind_the_choice_and_later_ones_do_not(run: Run) -> None:
    for title in ("Inspection systems", ""):
        said, told = run(LOOKS).communicate(timeout=PATIENCE)
        assert said.strip() == f"{title} | chooser".strip(), told


def test_a_start_with_a_file_shows_that_and_asks_nothing(run: Run, plan: Path) -> None:
    process = run(LOOKS, plan)
    said, told = process.communicate(timeout=PATIENCE)
    assert said.strip() == "Plan | no chooser", told
    assert process.returncode == 7


def test_who_wants_so_goes_on_with_the_last_file(run: Run, plan: Path) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(
        json.dumps({"start_with": "last file", "recent": [str(plan)], "welcomed": True})
    )
    said, told = run(LOOKS).communicate(timeout=PATIENCE)
    assert said.strip() == "Plan | no chooser", told
