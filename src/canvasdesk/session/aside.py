"""Work in a thread of its own, whose outcome comes back into the thread of the window."""

import socket
from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, QSocketNotifier

T = TypeVar("T")


def aside(work: Callable[[], T], then: Callable[[T | None], None], owner: QObject) -> Thread:
    """Do `work` in a thread, which a program that ends does not wait for, and give `then` the outcome here.

    Gives the thread, for whoever wants to wait a moment.

    `then` gets None where a fault of ours ended the work, and is not called when `owner` is gone by then. The
    thread knows nothing of Qt, whose objects must not die in it: it only closes its end of a line. Raises
    `OSError` where the system has no line left.
    """
    here, there = socket.socketpair()
    outcome: list[T] = []

    def run() -> None:
        with there:
            outcome.append(work())

    def arrive() -> None:
        sign.setEnabled(False)
        sign.setParent(None)  # else its end could be that of `owner`, whose end is its own
        sign.deleteLater()
        then(outcome[0] if outcome else None)

    sign = QSocketNotifier(here.fileno(), QSocketNotifier.Type.Read, owner)
    sign.activated.connect(arrive)
    sign.destroyed.connect(lambda: here.close())  # noqa: PLW0108 - the method alone would not keep `here`
    thread = Thread(target=run, daemon=True)
    thread.start()
    return thread
