"""A file on a share that is slow or hangs: the window lives on, and one may give up."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.errors import ReadCancelled, ReadError
from canvasdesk.storage.files import save
from canvasdesk.windows import loading
from canvasdesk.windows.loading import load_patiently


@pytest.fixture
def path(tmp_path: Path, workspace: Workspace) -> Path:
    save(path := tmp_path / "plan.canvasdesk", workspace, recovery_dir=tmp_path / "recovery")
    return path


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> Iterator[Event]:
    """Let the share hang at opening the file until this is set."""
    answer, real = Event(), os.open

    def slowly(name: str, *args: int, **options: int) -> int:
        if Path(name) == path:
            assert answer.wait(20)
        return real(name, *args, **options)

    monkeypatch.setattr(loading, "QUICK", 0.0)
    monkeypatch.setattr(os, "open", slowly)
    yield answer
    answer.set()


def when_asked(do: Callable[[QWidget], object]) -> QTimer:
    """Do something with the dialog once it is there."""
    timer = QTimer(interval=5)

    def look() -> None:
        if dialog := QApplication.activeModalWidget():
            timer.stop()
            do(dialog)

    timer.timeout.connect(look)
    timer.start()
    return timer


def test_what_answers_is_there_at_once(host: QWidget, path: Path, workspace: Workspace) -> None:
    assert load_patiently(host, path).workspace.title == workspace.title


def test_what_cannot_be_read_says_why(host: QWidget, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="there is no such file"):
        load_patiently(host, tmp_path / "gone.canvasdesk")


def test_a_slow_share_is_told_and_its_file_comes_when_it_answers(
    host: QWidget, path: Path, workspace: Workspace, answer: Event
) -> None:
    said: list[str] = []

    def go_on(dialog: QWidget) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        answer.set()

    waiting = when_asked(go_on)
    assert load_patiently(host, path).workspace.title == workspace.title
    assert not waiting.isActive()
    assert said == ["Opening “plan.canvasdesk”: its folder is slow to answer."]


def test_one_that_hangs_can_be_left_behind(host: QWidget, path: Path, answer: Event) -> None:
    waiting = when_asked(
        lambda dialog: QTest.mouseClick(dialog.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    )
    with pytest.raises(ReadCancelled):
        load_patiently(host, path)
    assert not waiting.isActive()
    assert not answer.is_set()
