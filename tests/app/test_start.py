"""The program as somebody starts it: processes of its own, without a display."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasdesk.app.single import hand_over, own_address
from canvasdesk.editing.notes import add_notes
from canvasdesk.folders import recovery_folder
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.settings import Settings, settings_path
from canvasdesk.storage.files import load, save
from canvasdesk.storage.recovery import recover
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.theme import Appearance
from canvasdesk.windows.windows import Windows
from tests.storage.faults import intercepted

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


def test_unsaved_work_is_copied_to_safety(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    settings = Settings(tmp_path / "settings.json")
    workspace = Workspace(title="Idea / draft", segments=(CustomerSegment(),))
    document = Document(workspace, tmp_path)
    windows = Windows(settings, Appearance(settings))
    bench = windows.furnish(MainWindow(settings), document)
    assert windows.rescue() == []
    note = Note(section=Section.PAINS, text="Lost words")
    document.commit("Add note", add_notes(workspace, next(iter(workspace.canvas_by_id)), [note]))
    (copy,) = windows.rescue()
    assert copy.parent == recovery_folder()
    assert copy.name.startswith("Idea - draft ")
    assert copy.stat().st_mode & 0o077 == 0
    assert load(copy).workspace.note(note.id) == note
    assert document.dirty, "a copy is not a save"
    bench.window.deleteLater()


def test_a_window_keeps_a_journal_until_its_user_lets_the_work_go(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    windows = Windows(settings, Appearance(settings))
    bench = windows.new(Workspace(title="Idea", segments=(CustomerSegment(),)))
    workspace = bench.document.workspace
    note = Note(section=Section.PAINS, text="Lost words")
    bench.document.commit("Add note", add_notes(workspace, next(iter(workspace.canvas_by_id)), [note]))
    (journal,) = recovery_folder().glob("journal-*")
    with intercepted(lambda *_: None) as made:
        windows.rescue()
    assert made.index("fsync") < made.index("mkdir" if "mkdir" in made else "replace"), "journals come first"
    assert recover(journal).workspace.note(note.id) == note
    bench.window.may_close = lambda: True
    bench.window.close()
    assert not journal.exists()
