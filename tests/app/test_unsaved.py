"""Unsaved work outlives its program, however that ends: processes of their own, without a display."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from canvasdesk.app.single import hand_over, own_address
from canvasdesk.folders import recovery_folder
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import save
from canvasdesk.storage.recovery import origin, recover, recoverable
from tests.desktop.screen import until
from tests.session.crashes import left_behind

PATIENCE = 60  # seconds, for a machine with much to do
WORKED = """
import json
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication, QPushButton
from canvasdesk.app import start
from canvasdesk.app.crash import CrashWindow
from canvasdesk.model.value import evolve
from canvasdesk.windows.recovery_row import RecoveryRow

class Session:  # which only Qt itself can make
    RestartHint = QSessionManager.RestartHint

    def setRestartHint(self, hint):
        print(hint.name, flush=True)

    def setRestartCommand(self, command):
        print(json.dumps(command), flush=True)

class Worked(start.Program):
    def _watch(self):
        super()._watch()
        self.timer = QTimer()
        self.timer.timeout.connect(self.{act})
        self.timer.start(10)

    def change(self):
        self.timer.stop()
        document = self.windows.benches[0].document
        document.commit("Rename", evolve(document.workspace, title="Unsaved"))
        print("changed", flush=True)

    def fail(self):
        self.change()
        self.timer.timeout.disconnect()
        self.timer.timeout.connect(self.restart)
        self.timer.start(10)
        raise ZeroDivisionError("in a slot")

    def restart(self):
        for window in QApplication.topLevelWidgets():
            if isinstance(window, CrashWindow) and window.isVisible():
                self.timer.stop()
                next(each for each in window.findChildren(QPushButton) if "Restart" in each.text()).click()

    def log_out(self):
        self.change()
        self.remember(Session())
        self.leave_unsaved(None)
        QApplication.quit()  # as the session asks for it: windows are closed first

    def look(self):
        bench = self.windows.benches[0]
        rows = [each.name for each in bench.window.findChildren(RecoveryRow)]
        print(bench.document.workspace.title, rows, flush=True)
        QApplication.exit(7)

start.Program = Worked
sys.exit(start.run([Path(each) for each in sys.argv[1:]]))
"""

Run = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def run() -> Iterator[Run]:
    running: list[subprocess.Popen[str]] = []

    def run(act: str, *files: Path) -> "subprocess.Popen[str]":
        program = WORKED.replace("{act}", act)
        command = [sys.executable, "-c", program, *map(str, files)]
        running.append(
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        )
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


def owners() -> dict[int, Path]:
    """Give the journals by the processes that keep them."""
    found = {}
    for about in recovery_folder().glob("journal-*/origin.json"):
        with suppress(OSError, ValueError):  # it goes, or is just being written
            found[int(json.loads(about.read_text())["process"])] = about.parent
    return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_signal_ends_the_program_and_the_next_start_offers_its_work(
    run: Run, plan: Path, number: signal.Signals
) -> None:
    process = run("change", plan)
    assert process.stdout
    assert process.stdout.readline() == "changed\n"
    process.send_signal(number)
    ended = process.wait(PATIENCE)
    assert ended == (-number if number is signal.SIGKILL else 128 + number)
    said, _ = run("look").communicate(timeout=PATIENCE)
    assert said.strip() == "['plan']"


def test_the_work_of_a_running_program_is_not_offered(run: Run, plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "runtime"  # where the running program is not found
    other.mkdir(mode=0o700)
    process = run("change", plan)
    assert process.stdout
    assert process.stdout.readline() == "changed\n"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(other))
        said, _ = run("look").communicate(timeout=PATIENCE)
    assert said.strip() == "[]"


def test_work_left_behind_is_offered_beside_the_file_that_was_asked_for(run: Run, plan: Path) -> None:
    saved = Workspace(title="Idea", segments=(CustomerSegment(),))
    left_behind(recovery_folder(), saved, evolve(saved, description="Unsaved"))
    said, _ = run("look", plan).communicate(timeout=PATIENCE)
    assert said.strip() == "Plan ['Idea']"


def test_a_restart_after_a_fault_shows_the_unsaved_work_without_a_question(run: Run, plan: Path) -> None:
    first = run("fail", plan)
    assert first.wait(PATIENCE) == 0
    (again,) = until(lambda: owners().keys() - {first.pid}, "another program with a journal")
    try:
        assert hand_over([], own_address() or "", patience=PATIENCE), "it is there"
        assert recoverable(recovery_folder()) == (), "all there was has been restored"
        folder = owners()[again]
        assert recover(folder).workspace.title == "Unsaved"
        assert origin(folder).path == str(plan)
    finally:
        os.kill(again, signal.SIGTERM)
    until(lambda: recoverable(recovery_folder()), "its end")


def test_the_end_of_the_session_waits_for_nobody_and_its_beginning_shows_the_same(
    run: Run, plan: Path
) -> None:
    said, _ = run("log_out", plan).communicate(timeout=PATIENCE)
    _, hint, command = said.splitlines()
    assert hint == "RestartIfRunning"
    (left,) = recoverable(recovery_folder())
    assert recover(left.folder).workspace.title == "Unsaved"
    with subprocess.Popen(json.loads(command)) as again:
        try:
            until(lambda: again.pid in owners(), "the same again")
            assert hand_over([], own_address() or "", patience=PATIENCE), "it is there, its journal too"
            assert recover(owners()[again.pid]).workspace.title == "Unsaved"
        finally:  # or a fault would wait for its end for ever
            again.kill()
