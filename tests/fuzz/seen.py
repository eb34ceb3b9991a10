"""What is seen of a run in the window: faults, how long things took, and how memory grew."""

import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ctypes import CDLL, Structure, c_size_t
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

STALL = 0.2  # seconds of computing in one go
GROWTH = 0.5  # MB a minute
SLOWEST = 12  # kinds of things done that are told of
FIGURES = 12  # of memory that are told
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Seen:
    """What was seen so far.

    `slow` has the longest computing for each kind of thing done, in seconds, with what exactly was done;
    `memory` the minutes since the start and the MB in use, whenever all began anew.
    """

    faults: list[str] = field(default_factory=list)
    steps: int = 0
    walks: int = 0
    slow: dict[str, tuple[float, str]] = field(default_factory=dict)
    memory: list[tuple[float, float]] = field(default_factory=list)

    def took(self, doing: str, seconds: float) -> None:
        """Keep how long something took."""
        kind = doing.partition(" at ")[0].partition(" in ")[0]
        self.slow[kind] = max(self.slow.get(kind, (0.0, "")), (seconds, doing))

    def weigh(self, minutes: float) -> None:
        """Keep how much memory the program uses."""
        self.memory.append((minutes, in_use() / 1e6))

    @property
    def growth(self) -> float:
        """How many MB a minute memory grew in the later two thirds of the run."""
        late = self.memory[len(self.memory) // 3 :]
        if len(late) < 3:
            return 0.0
        x, y = (sum(each) / len(late) for each in zip(*late, strict=True))
        spread = sum((minutes - x) ** 2 for minutes, _ in late)
        return sum((minutes - x) * (size - y) for minutes, size in late) / spread


class _Heap(Structure):
    """What glibc tells of memory: `struct mallinfo2` of malloc.h."""

    _fields_ = tuple(
        (name, c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks",
            "keepcost",
        )
    )  # fmt: skip


def in_use() -> int:
    """Give the bytes that are asked for and not given back, in all of Qt and, run as `main` does it, Python.

    Pages that are only partly used are no leak, but are all there is to be seen without glibc.
    """
    try:
        tell = CDLL(None).mallinfo2
    except AttributeError:
        return resident()
    tell.restype = _Heap
    heap = tell()
    return int(heap.uordblks + heap.hblkhd)


def resident() -> int:
    """Give the bytes that the program has in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE


@contextmanager
def watched(seen: Seen, done: Callable[[], Sequence[str]]) -> Iterator[None]:
    """Note every fault and every complaint of Qt, with what was `done` before."""

    def note(told: str) -> None:
        seen.faults.append("\n    ".join([told, "after:", *done()]))

    def complain(kind: QtMsgType, _: object, said: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "This plugin does not support" not in said:
            note(f"Qt: {said}")

    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = lambda *fault: note("".join(traceback.format_exception(*fault)))
    threading.excepthook = lambda fault: note("".join(traceback.format_exception(fault.exc_value)))
    sys.unraisablehook = lambda fault: note("".join(traceback.format_exception(fault.exc_value)))
    before = qInstallMessageHandler(complain)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def told(seen: Seen) -> bool:
    """Print what was seen and say whether all was well."""
    for fault in seen.faults:
        print(fault)
    slow = sorted(seen.slow.values(), reverse=True)
    for seconds, doing in slow[:SLOWEST]:
        print(f"{seconds * 1000:5.0f} ms  {doing}")
    sizes = [f"{size:.0f}" for _, size in seen.memory]
    few = " ".join(sizes[:: len(sizes) // FIGURES + 1])
    print(f"memory in use: {few} MB, {seen.growth:+.2f} MB a minute; resident: {resident() / 1e6:.0f} MB")
    stalls = sum(seconds > STALL for seconds, _ in slow)
    print(
        f"{seen.steps} steps, {seen.walks} times undone and redone, {len(seen.memory)} times saved and begun "
        f"anew: {len(seen.faults)} faults, {stalls} stalls"
    )
    return not (seen.faults or stalls or seen.growth > GROWTH)
