"""Signals of the system, heard without waking up for them: Ctrl+C, the end of terminal or session."""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier

HEARD = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")  # Windows does not know the last
    if (number := getattr(signal, name, None)) is not None
)


@contextmanager
def heard(act: Callable[[int], object]) -> Iterator[None]:
    """Call `act` with the number of a signal that asks the program to end, while the block runs.

    Python runs its handlers between two lines of Python, and in Qt's event loop there are none; the pipe that
    the interpreter writes to at once wakes the loop up.
    """
    ours, theirs = socket.socketpair()
    for end in (ours, theirs):
        end.settimeout(0)
    before = {number: signal.signal(number, lambda *_: None) for number in HEARD}
    pipe = signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: act(ours.recv(64)[0]))
    try:
        yield
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(pipe)
        for number, handler in before.items():
            signal.signal(number, handler)
        ours.close()
        theirs.close()
