"""Fresh processes, one after the other in turns, and what each of them spent."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from threading import Timer
from time import perf_counter

PATIENCE = 60.0  # seconds until a process counts as hung
SCREEN = (1920, 1080)
HERE = Path(__file__).parent

Environment = dict[str, str]


@dataclass(frozen=True, slots=True)
class Spent:
    """Milliseconds of processor time and by the clock, from before its start to the end of a process."""

    cpu: float
    wall: float


Job = Callable[[], Spent]


_compiled = TemporaryDirectory()
"""Where the processes keep what Python compiles, as an installed program has it."""


def run(arguments: Sequence[str | Path], environment: Environment) -> Spent:
    """Run Python with `arguments`, in a home of its own, and give what that took; raises if it fails."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        began = perf_counter()
        process = subprocess.Popen(
            [sys.executable, *arguments],
            env=variables(home, environment),
            stdout=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
        )
        alarm = Timer(PATIENCE, process.kill)
        alarm.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = perf_counter() - began
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{[*map(str, arguments)]} ended with {process.returncode}")
    return Spent((used.ru_utime + used.ru_stime) * 1000, wall * 1000)


def variables(home: str, more: Environment) -> Environment:
    """Give the variables of a process that keeps everything of its own in `home`."""
    names = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {"HOME": home, "PYTHONPYCACHEPREFIX": _compiled.name} | dict.fromkeys(names, home)
    return given | own | more


def in_turns(jobs: Mapping[str, Job], rounds: int) -> dict[str, list[Spent]]:
    """Run the jobs one after the other, `rounds` times, after one round that only compiles and warms up.

    Where one round is enough, nothing is to be compared, so there is no other.
    """
    for job in jobs.values() if rounds > 1 else ():
        job()
    spent: dict[str, list[Spent]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            spent[name].append(job())
    return spent


@contextmanager
def staying(arguments: Sequence[str | Path], environment: Environment) -> Iterator[int]:
    """Start Python with `arguments`, wait until it has painted, and give its id; ends it afterwards."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            env=variables(home, environment),
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            if process.stdout is None or process.stdout.readline() != "painted\n":
                raise RuntimeError(f"{[*map(str, arguments)]} did not paint")
            yield process.pid
        finally:
            process.kill()
            process.communicate()


@contextmanager
def offscreen() -> Iterator[Environment]:
    """Give the variables for windows without a display, on a screen of `SCREEN` pixels."""
    width, height = SCREEN
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    with TemporaryDirectory() as folder:
        path = Path(folder, "screens.json")
        path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        yield {"QT_QPA_PLATFORM": f"offscreen:configfile={path}"}


@contextmanager
def virtual_display() -> Iterator[Environment | None]:
    """Give the variables for windows on a virtual X display of `SCREEN` pixels; None without Xvfb."""
    if not which("Xvfb"):
        yield None
        return
    reading, writing = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            size,
            "-nolisten",
            "tcp",
        ],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(10)
