"""A save as it is seen: told of where it lasts, cancelled by a click, waited for before the window closes."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from canvasdesk.model.value import evolve
from canvasdesk.session import saving
from canvasdesk.session.document import Document
from canvasdesk.storage import save as durable
from canvasdesk.storage.files import load
from canvasdesk.windows.workbench import Workbench

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the file of the document."""
    return tmp_path / "plan.canvasdesk"


@pytest.fixture
def document(document: Document, path: Path) -> Document:
    """Give a document that has changed since it was saved."""
    document.save(path)
    rename(document, "Works")
    return document


@pytest.fixture(autouse=True)
def told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "SLOW", 1)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "PATIENCE", 1)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Let the disk hang at the first sync that is not made by the window, until this is set."""
    answer, real = Event(), os.fsync

    def fsync(file: int) -> None:
        if threading.current_thread() is not threading.main_thread():
            assert answer.wait(20)
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    yield answer
    answer.set()


def rename(document: Document, title: str) -> None:
    document.commit("Rename", evolve(document.workspace, title=title))


def title_in(path: Path) -> str:
    return load(path).workspace.title


def when(so: Callable[[], bool], do: Callable[[], object]) -> QTimer:
    """Do something once it is so, also while somebody waits in a loop of their own."""
    timer = QTimer(interval=1)

    def look() -> None:
        if so():
            timer.stop()
            do()

    timer.timeout.connect(look)
    timer.start()
    return timer


def save(bench: Workbench) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)


def test_a_quick_save_shows_nothing_but_that_it_is_done(bench: Workbench) -> None:
    seen: list[str] = []
    bench.saving.changed.connect(lambda: seen.append(bench.status.saved.text()))
    save(bench)
    assert bench.status.saved.text().startswith("Saved ")
    assert seen == []


def test_a_save_that_lasts_is_told_and_is_only_called_saved_when_it_is(
    bench: Workbench, document: Document, path: Path, answer: Event
) -> None:
    seen: list[str] = []

    def go_on() -> None:
        seen.append(bench.saving.label.text())
        seen.append(bench.status.saved.text())
        rename(document, "Later")
        seen.append(bench.status.saved.text())
        assert title_in(path) == "Factory"
        answer.set()

    waiting = when(lambda: bench.saving.isVisible() and bench.saving.lasting, go_on)
    save(bench)
    assert not waiting.isActive()
    assert seen == ["Saving “plan.canvasdesk”: its folder is slow to answer.", "Saving…", "Saving…"]
    assert bench.saving.isHidden()
    assert title_in(path) == "Works"
    assert bench.status.saved.text() == "Changed · plan.canvasdesk", "it went on meanwhile"


def test_a_slow_save_shows_how_far_it_is_as_soon_as_that_can_be_told(
    bench: Workbench, path: Path, answer: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "PIECE", size := path.stat().st_size // 4 + 1)
    further, real = Event(), os.fsync

    def fsync(file: int) -> None:
        if os.fstat(file).st_size > size:
            assert further.wait(20)
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    shown: list[bool] = []

    def go_on() -> None:
        shown.append(bench.saving.bar.isVisible())
        answer.set()

    waiting = when(bench.saving.isVisible, go_on)
    ending = when(
        bench.saving.bar.isVisible, lambda: (shares.append(bench.saving.bar.value()), further.set())
    )
    shares: list[int] = []
    save(bench)
    assert not waiting.isActive()
    assert not ending.isActive()
    assert shown == [False], "nothing had reached the disk by then"
    assert shares[0] in range(20, 30)
    assert title_in(path) == "Works"


def test_cancelling_keeps_the_old_file_and_the_work(
    bench: Workbench, document: Document, path: Path, answer: Event
) -> None:
    seen: list[tuple[str, bool]] = []

    def cancel() -> None:
        QTest.mouseClick(bench.saving.button, Qt.MouseButton.LeftButton)
        seen.append((bench.saving.label.text(), bench.saving.button.isVisible()))
        assert bench.saving.width() == bench.saving.sizeHint().width(), "as narrow as its words"
        answer.set()

    bench.command.setFocus()
    waiting = when(bench.saving.isVisible, cancel)
    save(bench)
    assert not waiting.isActive()
    assert seen == [("Saving is being cancelled.", False)]
    assert bench.saving.isHidden()
    assert bench.command.hasFocus(), "a click takes no keyboard"
    assert bench.toast.label.text() == "“plan.canvasdesk” was not saved: you cancelled it."
    assert (title_in(path), document.workspace.title) == ("Factory", "Works")
    assert document.dirty
    assert bench.status.saved.text() == "Changed · plan.canvasdesk"


@pytest.mark.usefixtures("impatient")
def test_a_disk_that_never_answers_does_not_hold_the_window(
    bench: Workbench, document: Document, answer: Event
) -> None:

    def cancel() -> None:
        bench.saving.button.setFocus()
        QTest.keyClick(bench.saving.button, Qt.Key.Key_Space)

    waiting = when(bench.saving.isVisible, cancel)
    save(bench)
    assert not waiting.isActive()
    assert not answer.is_set()
    assert document.dirty
    assert bench.saving.isHidden()
    assert bench.view.hasFocus()


def test_closing_waits_for_the_save_with_a_word_about_it(
    bench: Workbench, document: Document, path: Path, answer: Event
) -> None:
    seen: list[str] = []
    bench.window.closed.connect(lambda: seen.append("closed"))

    def close() -> None:
        timers.append(when(lambda: "closes" in bench.saving.label.text(), go_on))
        bench.window.close()

    def go_on() -> None:
        seen.append(bench.saving.label.text())
        bench.window.close()  # who does not see it closing tries again
        answer.set()

    timers = [when(lambda: bench.files.saver.busy, close)]
    save(bench)
    assert seen == ["The window closes as soon as everything is saved.", "closed"]
    assert title_in(path) == "Works"


def test_cancelling_before_the_window_closes_asks_what_to_do(
    bench: Workbench, document: Document, path: Path, answer: Event
) -> None:
    seen: list[str] = []

    def close() -> None:
        timers.append(when(lambda: "closes" in bench.saving.label.text(), cancel))
        timers.append(when(lambda: QApplication.activeModalWidget() is not None, stay))
        seen.append(f"closed {bench.window.close()}")

    def cancel() -> None:
        QTest.mouseClick(bench.saving.button, Qt.MouseButton.LeftButton)
        answer.set()

    def stay() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        button = next(each for each in box.findChildren(QPushButton) if each.text() == "&Cancel")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    timers = [when(lambda: bench.files.saver.busy, close)]
    save(bench)
    assert seen == ["Save the changes to “plan”?", "closed False"]
    assert bench.window.isVisible()
    assert title_in(path) == "Factory"
    assert document.dirty


def test_the_strip_is_named_and_large_enough(bench: Workbench, answer: Event) -> None:
    seen: list[tuple[str, bool]] = []

    def look() -> None:
        seen.append((bench.saving.button.accessibleName(), bench.saving.button.height() >= 24))
        seen.append(("at the upper edge", bench.saving.y() < bench.view.y() + 40))
        answer.set()

    timer = when(bench.saving.isVisible, look)
    save(bench)
    assert not timer.isActive()
    assert seen == [("Cancel saving", True), ("at the upper edge", True)]
