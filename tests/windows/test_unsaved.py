"""What the windows do with unsaved work: restore it, keep it, let it go."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from canvasdesk.folders import recovery_folder
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.settings import RECENT, Settings
from canvasdesk.storage.files import load, save
from canvasdesk.storage.recovery import recover, recoverable
from canvasdesk.storage.templates import BLANK, started, templates
from canvasdesk.windows.chooser import Chooser
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.recovery import Recovery
from canvasdesk.windows.theme import Appearance
from canvasdesk.windows.windows import Windows
from canvasdesk.windows.workbench import Workbench
from tests.session.crashes import left_behind
from tests.storage.faults import intercepted


@pytest.fixture
def windows(qtbot: QtBot, settings: Settings) -> Iterator[Windows]:
    windows = Windows(settings, Appearance(settings))
    yield windows
    for bench in tuple(windows.benches):
        bench.window.may_close = lambda: True
        bench.window.close()
    qtbot.waitUntil(lambda: not windows.benches)


@pytest.fixture
def bench(qtbot: QtBot, settings: Settings, windows: Windows) -> Workbench:
    """Give a window as the program starts with."""
    document = Document(started(templates()[BLANK]), recovery_folder())
    bench = windows.furnish(MainWindow(settings), document)
    with qtbot.waitSignal(bench.furnished), qtbot.waitActive(bench.window):
        bench.window.show()
    return bench


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Plan.canvasdesk"


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[list[str]]:
    """Give the questions that are asked; each is answered with Esc."""
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box.isVisible():
            if box.text() not in asked:  # a key may come before the box takes any
                asked.append(box.text())
            QTest.keyClick(box, Qt.Key.Key_Escape)

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(5)
    yield asked
    timer.stop()


def left(workspace: Workspace, path: Path | None = None, title: str = "Unsaved") -> Path:
    return left_behind(recovery_folder(), workspace, evolve(workspace, title=title), path)


def rename(bench: Workbench, title: str) -> None:
    bench.document.commit("Rename", evolve(bench.document.workspace, title=title))


def card(bench: Workbench) -> Recovery | None:
    shown = [each for each in bench.window.findChildren(Recovery) if each.isVisible()]
    return shown[0] if shown else None


def chooser(bench: Workbench) -> Chooser | None:
    shown = [each for each in bench.window.findChildren(Chooser) if each.isVisible()]
    return shown[0] if shown else None


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


# At the start.


def test_without_unsaved_work_one_is_asked_what_to_start_with(bench: Workbench) -> None:
    bench.doors.begin(ask=True)
    assert card(bench) is None
    assert chooser(bench)


def test_unsaved_work_comes_first_and_then_nothing_is_asked(
    bench: Workbench, workspace: Workspace, path: Path
) -> None:
    journal = left(workspace, path)
    bench.doors.begin(ask=True)
    assert card(bench)
    assert chooser(bench) is None
    press(Qt.Key.Key_Return)
    assert card(bench) is None
    assert chooser(bench) is None
    assert (bench.document.workspace.title, bench.document.path) == ("Unsaved", path)
    assert bench.window.isWindowModified()
    assert not journal.exists()


@pytest.mark.parametrize("ask", [True, False])
def test_after_later_one_is_asked_what_to_start_with_if_there_is_no_file(
    bench: Workbench, workspace: Workspace, ask: bool
) -> None:
    journal = left(workspace)
    bench.doors.begin(ask=ask)
    press(Qt.Key.Key_Escape)
    assert (chooser(bench) is not None) is ask
    assert journal.exists()


def test_the_menu_offers_it_at_any_time_and_never_what_is_open(
    bench: Workbench, workspace: Workspace
) -> None:
    rename(bench, "Open here")
    bench.bound["file.recover"].trigger()
    assert card(bench) is None
    assert bench.toast.label.text() == "There is no unsaved work to recover."
    left(workspace)
    bench.bound["file.recover"].trigger()
    assert card(bench)


# Restoring.


def test_restored_work_is_kept_in_a_journal_of_its_own(
    windows: Windows, bench: Workbench, workspace: Workspace, path: Path, settings: Settings
) -> None:
    windows.open(left(workspace, path))
    assert windows.benches == [bench], "nothing was in this window yet"
    assert bench.autosave.folder
    assert recover(bench.autosave.folder).workspace.title == "Unsaved"
    assert recoverable(recovery_folder()) == ()
    assert settings.get(RECENT) == (str(path),)
    assert bench.files.save()
    assert (load(path).workspace.title, bench.autosave.folder) == ("Unsaved", None)


def test_each_document_gets_a_window(windows: Windows, bench: Workbench, workspace: Workspace) -> None:
    for title in ("One", "Two", "Three"):
        windows.open(left(workspace, title=title))
    assert [each.document.workspace.title for each in windows.benches] == ["One", "Two", "Three"]
    assert all(each.document.dirty for each in windows.benches)


def test_the_window_that_shows_the_file_shows_its_unsaved_work(
    windows: Windows, bench: Workbench, workspace: Workspace, path: Path
) -> None:
    journal = left(workspace, path)
    windows.open(path)
    windows.open(journal)
    assert [each.document.workspace.title for each in windows.benches] == ["Unsaved"]
    bench.document.undo()
    assert not bench.document.dirty


def test_work_done_on_the_file_meanwhile_stays_in_its_window(
    windows: Windows, bench: Workbench, workspace: Workspace, path: Path
) -> None:
    journal = left(workspace, path)
    windows.open(path)
    rename(bench, "Done meanwhile")
    windows.open(journal)
    assert {each.document.workspace.title for each in windows.benches} == {"Done meanwhile", "Unsaved"}


def test_a_file_changed_since_is_not_overwritten(
    qtbot: QtBot, windows: Windows, bench: Workbench, workspace: Workspace, path: Path
) -> None:
    journal = left(workspace, path)
    save(path, evolve(workspace, title="Theirs"), recovery_dir=recovery_folder())
    windows.open(journal)
    assert bench.document.workspace.title == "Unsaved"
    assert not bench.files.save()
    others = bench.files.others
    assert others
    qtbot.waitUntil(others.strip.isVisible)  # it offers to keep both, to take one, or to merge
    assert load(path).workspace.title == "Theirs"


def test_a_journal_stays_where_the_disk_does_not_take_another(
    windows: Windows, bench: Workbench, workspace: Workspace
) -> None:
    journal = left(workspace)
    with intercepted(full_disk):
        windows.open(journal)
    assert bench.document.workspace.title == "Unsaved"
    assert journal.exists()


# Keeping.


def test_a_full_disk_is_told_once_with_the_folder_and_a_way_out(bench: Workbench, qtbot: QtBot) -> None:
    with intercepted(full_disk):
        with qtbot.waitSignal(bench.autosave.failed):
            rename(bench, "One")
        rename(bench, "Two")
        assert not bench.autosave.sync()
    assert bench.toast.isVisible(), "the next change does not take it away"
    assert str(recovery_folder()) in bench.toast.label.text()
    assert bench.toast.button.text() == "Save"
    assert bench.document.workspace.title == "Two"
    bench.toast.dismiss()
    assert bench.autosave.sync(), "there is room again"
    assert not bench.toast.isVisible()


def full_disk(_number: int, name: str, _arguments: object) -> None:
    if name == "write":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_all_windows_are_kept_and_shown_again(
    windows: Windows, bench: Workbench, workspace: Workspace, path: Path
) -> None:
    assert (windows.keep(), windows.shown()) == (True, [])
    rename(bench, "Idea")
    save(path, workspace, recovery_dir=recovery_folder())
    windows.open(path)
    assert windows.keep()
    assert windows.shown() == [bench.autosave.folder, path]
    with intercepted(full_disk):
        rename(bench, "Lost")
        assert not windows.keep()


def test_what_is_let_go_of_can_be_restored_by_another_start(windows: Windows, bench: Workbench) -> None:
    rename(bench, "Idea")
    assert recoverable(recovery_folder()) == ()
    windows.release()
    (found,) = recoverable(recovery_folder())
    assert found.origin.name == recover(found.folder).workspace.title == "Idea"


def test_work_that_its_user_lets_go_leaves_no_journal(bench: Workbench) -> None:
    rename(bench, "Idea")
    journal = bench.autosave.folder
    assert journal
    bench.window.may_close = lambda: True
    bench.window.close()
    assert not journal.exists()


# At the end of the session.


def test_the_session_ends_without_a_question_and_the_work_waits(
    windows: Windows, bench: Workbench, qtbot: QtBot, asked: list[str]
) -> None:
    rename(bench, "Idea")
    windows.leave_unsaved()
    assert bench.window.close()
    qtbot.waitUntil(lambda: len(recoverable(recovery_folder())) == 1)
    (found,) = recoverable(recovery_folder())
    assert asked == []
    assert recover(found.folder).workspace.title == "Idea"


def test_a_session_that_goes_on_asks_again_after_the_next_change(
    windows: Windows, bench: Workbench, asked: list[str]
) -> None:
    rename(bench, "Idea")
    windows.leave_unsaved()
    rename(bench, "Better idea")
    assert not bench.window.close()
    assert asked == ["Save the changes to “Better idea”?"]


def test_what_cannot_be_kept_is_asked_about(windows: Windows, bench: Workbench, asked: list[str]) -> None:
    with intercepted(full_disk):
        rename(bench, "Idea")
        windows.leave_unsaved()
    assert not bench.window.close()
    assert asked == ["Save the changes to “Idea”?"]
