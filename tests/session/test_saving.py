"""Saving in the background: the window lives, and nothing is called saved that is not."""

import errno
import os
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session import saving
from canvasdesk.session.document import Document
from canvasdesk.session.saving import Saver
from canvasdesk.storage.errors import ChangedOnDisk, SaveCancelled, SaveError
from canvasdesk.storage.files import load
from canvasdesk.storage.save import digest
from canvasdesk.storage.versions import versions


class Disk:
    """A disk that stops at one kind of system call until it is let go."""

    def __init__(self, name: str) -> None:
        self.reached, self.answers = Event(), Event()
        self._real: Callable[..., object] = getattr(os, name)

    def call(self, *args: object, **options: object) -> object:
        if threading.current_thread() is not threading.main_thread():
            self.reached.set()
            assert self.answers.wait(20)
        return self._real(*args, **options)


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Disk]]:
    """Let the disk hang at the first call with this name that is not made by the window."""
    disks: list[Disk] = []

    def hanging(name: str) -> Disk:
        disks.append(Disk(name))
        monkeypatch.setattr(os, name, disks[-1].call)
        return disks[-1]

    yield hanging
    for disk in disks:
        disk.answers.set()


@pytest.fixture
def document(qtbot: QtBot, tmp_path: Path) -> Document:
    document = Document(Workspace(title="Start"), tmp_path / "recovery")
    document.save(tmp_path / "plan.canvasdesk")
    rename(document, "Next")
    return document


@pytest.fixture
def path(document: Document) -> Path:
    assert document.path
    return document.path


@pytest.fixture
def saver(document: Document) -> Saver:
    return Saver(document)


@pytest.fixture
def ends(saver: Saver) -> list[str | SaveError]:
    """Give how the saves ended, as they are told: the title that is saved, or the error."""
    ends: list[str | SaveError] = []
    saver.saved.connect(lambda _, workspace: ends.append(workspace.title))
    saver.failed.connect(ends.append)
    return ends


def rename(document: Document, title: str) -> None:
    document.commit("Rename", evolve(document.workspace, title=title))


def title_in(path: Path) -> str:
    return load(path).workspace.title


def test_a_save_tells_what_is_on_the_disk(qtbot: QtBot, document: Document, saver: Saver, path: Path) -> None:
    present = document.workspace
    with qtbot.waitSignal(saver.saved) as told:
        saver.save()
        assert saver.busy
    assert told.args == [digest(path.read_bytes()), present]
    assert title_in(path) == "Next"
    assert not document.dirty
    assert not saver.busy
    assert not saver._slow.isActive()
    assert versions(path)[0].digest == document.digest


def test_save_as_gives_the_document_another_file(document: Document, saver: Saver, tmp_path: Path) -> None:
    saver.save(tmp_path / "other.canvasdesk")
    assert document.path == tmp_path / "plan.canvasdesk"
    assert saver.wait() is None
    assert document.path == tmp_path / "other.canvasdesk"
    assert title_in(document.path) == "Next"


def test_the_window_lives_while_the_disk_hangs(
    qtbot: QtBot, document: Document, saver: Saver, path: Path, hanging: Callable[[str], Disk]
) -> None:
    disk = hanging("fsync")
    saver.save()
    assert disk.reached.wait(10)
    rename(document, "Later")
    assert document.dirty
    assert title_in(path) == "Start"
    QTimer.singleShot(0, disk.answers.set)  # wait() lets events come
    assert saver.wait() is None
    assert title_in(path) == "Next"
    assert document.dirty, "what was changed during the save is not saved"
    document.undo()
    assert not document.dirty


def test_a_save_during_a_save_takes_the_newest_value_afterwards(
    document: Document, saver: Saver, ends: list[object], path: Path, hanging: Callable[[str], Disk]
) -> None:
    disk = hanging("fsync")
    saver.save()
    assert disk.reached.wait(10)
    for title in ("Later", "Last"):
        rename(document, title)
        saver.save()
    disk.answers.set()
    assert saver.wait() is None
    assert ends == ["Next", "Last"]
    assert title_in(path) == "Last"
    assert not document.dirty


@pytest.mark.parametrize("call", ["open", "write", "fsync"])
def test_a_cancelled_save_leaves_the_old_file_and_the_work(
    document: Document,
    saver: Saver,
    ends: list[object],
    path: Path,
    hanging: Callable[[str], Disk],
    call: str,
) -> None:
    disk = hanging(call)
    saver.save()
    assert disk.reached.wait(10)
    saver.cancel()
    disk.answers.set()
    assert isinstance(saver.wait(), SaveCancelled)
    assert [type(end) for end in ends] == [SaveCancelled]
    assert title_in(path) == "Start"
    assert document.dirty
    saver.save()
    assert saver.wait() is None
    assert title_in(path) == "Next"


def test_cancelling_forgets_what_waits(saver: Saver, path: Path, hanging: Callable[[str], Disk]) -> None:
    disk = hanging("fsync")
    saver.save()
    saver.save(path.with_name("waiting"))
    saver.cancel()
    disk.answers.set()
    assert isinstance(saver.wait(), SaveCancelled)
    assert title_in(path) == "Start"
    assert not path.with_name("waiting").exists()


def test_a_save_that_is_cancelled_too_late_is_saved(
    document: Document, saver: Saver, path: Path, hanging: Callable[[str], Disk]
) -> None:
    disk = hanging("replace")
    saver.save()
    assert disk.reached.wait(10)
    saver.cancel()
    disk.answers.set()
    assert saver.wait() is None
    assert title_in(path) == "Next"
    assert not document.dirty


@pytest.mark.parametrize(("call", "late"), [("fsync", "Start"), ("replace", "Next")])
def test_a_disk_that_does_not_even_answer_to_that_is_left_behind(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    document: Document,
    path: Path,
    hanging: Callable[[str], Disk],
    call: str,
    late: str,
) -> None:
    monkeypatch.setattr(saving, "PATIENCE", 10)
    saver = Saver(document)
    disk = hanging(call)
    saver.save()
    assert disk.reached.wait(10)
    saver.cancel()
    assert isinstance(saver.wait(), SaveCancelled)
    assert document.dirty
    saver.save()
    refused = saver.wait()
    assert str(refused) == "“plan.canvasdesk” was not saved: its folder cannot be reached."
    monkeypatch.undo()  # other disks are well
    saver.save(path.with_name("elsewhere"))
    assert saver.wait() is None
    assert not document.dirty
    disk.answers.set()
    qtbot.waitUntil(lambda: not saver._left_behind)
    assert document.path == path.with_name("elsewhere")
    assert title_in(path) == late
    assert sorted(each.name for each in path.parent.iterdir()) == ["elsewhere", "plan.canvasdesk"]


def test_what_came_too_late_to_be_cancelled_counts_when_the_disk_wakes_up(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    document: Document,
    path: Path,
    hanging: Callable[[str], Disk],
) -> None:
    monkeypatch.setattr(saving, "PATIENCE", 10)
    saver = Saver(document)
    disk = hanging("replace")
    saver.save()
    assert disk.reached.wait(10)
    saver.cancel()
    saver.wait()
    rename(document, "Later")
    with qtbot.waitSignal(saver.saved):
        disk.answers.set()
    assert document.dirty
    assert document.digest == digest(path.read_bytes())
    saver.save()
    assert saver.wait() is None
    assert title_in(path) == "Later"


def test_a_document_does_not_follow_a_copy_that_came_too_late(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    document: Document,
    path: Path,
    hanging: Callable[[str], Disk],
) -> None:
    monkeypatch.setattr(saving, "PATIENCE", 10)
    saver, copy = Saver(document), path.with_name("copy")
    disk = hanging("replace")
    saver.save(copy)
    assert disk.reached.wait(10)
    saver.cancel()
    saver.wait()
    disk.answers.set()
    qtbot.waitUntil(lambda: not saver._left_behind)
    assert copy.exists()
    assert document.path == path
    assert document.dirty


def test_a_slow_save_is_told_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, document: Document, hanging: Callable[[str], Disk]
) -> None:
    monkeypatch.setattr(saving, "SLOW", 10)
    saver, disk = Saver(document), hanging("fsync")
    with qtbot.waitSignal(saver.slow) as told:
        saver.save()
    assert told.args == ["Saving “plan.canvasdesk”: its folder is slow to answer."]
    disk.answers.set()
    assert saver.wait() is None
    assert not saver._slow.isActive()


def test_a_file_that_somebody_changed_is_not_overwritten(
    document: Document, saver: Saver, path: Path
) -> None:
    path.write_bytes(b"hers")
    saver.save()
    assert isinstance(saver.wait(), ChangedOnDisk)
    assert path.read_bytes() == b"hers"
    assert document.dirty


def test_a_file_that_is_only_read_is_refused_at_once(
    document: Document, saver: Saver, ends: list[object]
) -> None:
    document.read_only = True
    saver.save()
    assert not saver.busy
    assert str(saver.wait()) == "“plan.canvasdesk” is open for reading only."
    assert len(ends) == 1


def test_another_workspace_in_place_is_not_saved_by_an_older_save(
    document: Document, saver: Saver, path: Path, hanging: Callable[[str], Disk]
) -> None:
    disk = hanging("fsync")
    saver.save()
    assert disk.reached.wait(10)
    document.reset(Workspace(title="Another"), path)
    disk.answers.set()
    saver.wait()
    assert document.saved_at is None
    assert document.digest is None
    assert title_in(path) == "Next"


def test_a_mistake_of_ours_is_not_called_saved_and_is_not_hidden(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, document: Document, saver: Saver, path: Path
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda fault: caught.append(fault.exc_type))
    monkeypatch.setattr(os, "fsync", None)
    saver.save()
    assert "canvasdesk made a mistake" in str(saver.wait())
    qtbot.waitUntil(lambda: caught == [TypeError])  # the thread tells when it is over
    assert title_in(path) == "Start"
    assert document.dirty


def test_a_window_that_is_gone_does_not_hear_of_it(
    qtbot: QtBot, document: Document, path: Path, hanging: Callable[[str], Disk]
) -> None:
    saver, disk = Saver(document), hanging("fsync")
    saver.save()
    assert disk.reached.wait(10)
    with qtbot.waitSignal(saver.destroyed):
        saver.deleteLater()
    disk.answers.set()
    qtbot.waitUntil(lambda: title_in(path) == "Next")
    assert document.dirty


def test_what_is_saved_in_the_background_is_as_private_as_it_was(
    document: Document, saver: Saver, path: Path
) -> None:
    path.chmod(0o600)
    saver.save()
    assert saver.wait() is None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_system_without_another_line_does_not_save_and_says_why(
    monkeypatch: pytest.MonkeyPatch, document: Document, saver: Saver, path: Path
) -> None:
    def full() -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(socket, "socketpair", full)
    saver.save()
    assert not saver.busy
    assert str(saver.wait()) == "“plan.canvasdesk” was not saved: too many files are open."
    assert document.dirty
    assert title_in(path) == "Start"
