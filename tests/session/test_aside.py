"""Work in other threads comes back to this one, or to nobody when nobody waits for it any more."""

import gc
import socket
import threading
from collections.abc import Callable
from threading import Event, Thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from canvasdesk.session.aside import aside


def test_the_work_is_done_elsewhere_and_its_outcome_comes_back_here(qtbot: QtBot) -> None:
    owner, came = QObject(), []
    aside(threading.current_thread, lambda worker: came.append((worker, threading.current_thread())), owner)
    assert came == []
    qtbot.waitUntil(lambda: bool(came))
    ((worker, here),) = came
    assert here is threading.main_thread()
    assert isinstance(worker, Thread)
    assert worker is not here
    assert worker.daemon


def test_many_at_once_each_come_back_once(qtbot: QtBot) -> None:
    owner, came = QObject(), []
    for number in range(50):
        aside(lambda number=number: number, came.append, owner)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(came) == 50)
    assert sorted(came) == list(range(50))
    qtbot.waitUntil(lambda: owner.children() == [])


def test_a_fault_of_ours_comes_back_as_nothing_and_is_told_as_any_other(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda fault: told.append(fault.exc_type))
    owner, came = QObject(), []
    aside(lambda: 1 // 0, came.append, owner)
    qtbot.waitUntil(lambda: came == [None])
    assert told == [ZeroDivisionError]


class Worker(QObject):
    """An owner that holds what it waits for, and is held by nothing else."""

    def __init__(self, answer: Event, came: list[object]) -> None:
        super().__init__()
        self._came = came
        aside(answer.wait, self._arrive, self)

    def _arrive(self, outcome: object) -> None:
        self._came.append(outcome)


@pytest.mark.parametrize("deleted", [True, False])
def test_an_owner_may_go_while_the_work_is_done(qtbot: QtBot, deleted: bool) -> None:
    """Once such an owner died twice, or in the wrong thread."""
    for _ in range(20):
        answer: Event = Event()
        came: list[object] = []
        worker = Worker(answer, came)
        if deleted:
            with qtbot.waitSignal(worker.destroyed):
                worker.deleteLater()
        del worker
        gc.collect()
        answer.set()
        if not deleted:
            qtbot.waitUntil(lambda came=came: came == [True])  # type: ignore[misc]
        assert came == [True] * (not deleted)


def test_a_system_without_another_line_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(24, "Too many open files")

    began: Callable[[], list[Thread]] = threading.enumerate
    monkeypatch.setattr(socket, "socketpair", full)
    before = began()
    with pytest.raises(OSError, match="open files"):
        aside(Event().wait, print, QObject())
    assert set(began()) <= set(before)
