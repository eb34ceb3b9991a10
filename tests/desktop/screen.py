"""A virtual screen with a window manager, and the mouse and keyboard that belong to it."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
Place = tuple[int, int]

NEEDED = ("Xvfb", "openbox", "xdotool")
PATIENCE = 30.0  # seconds; a busy machine is slow, a wrong program never gets there
PAUSE = 0.02  # seconds between two looks at a condition
LEFT, MIDDLE, RIGHT = 1, 2, 3
UP, DOWN = 4, 5  # what the wheel counts as buttons
STEPS = 8  # places on the way of a drag


def missing() -> list[str]:
    """Give the programs that a virtual screen needs and that are not installed."""
    return [name for name in NEEDED if shutil.which(name) is None]


def until(condition: Callable[[], T | None], meant: str, seen: Callable[[], object] = lambda: "") -> T:
    """Give the first true value of `condition`; fails with what was `meant` and what was `seen` instead."""
    end = time.monotonic() + PATIENCE
    while True:
        if found := condition():
            return found
        assert time.monotonic() < end, f"{meant}: not within {PATIENCE:.0f} s\n{seen()}"
        time.sleep(PAUSE)


class Screen:
    """A screen of its own: what is pressed and clicked here reaches only the programs started on it."""

    def __init__(self, display: str, size: tuple[int, int], home: Path) -> None:
        self.size = size
        self.environment: Mapping[str, str] = {
            "DISPLAY": display,
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
        }
        self.presses = 0
        """How many keys were pressed one by one; keys of text that was typed do not count."""

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        """Run a program to its end."""
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )

    def _hand(self, *orders: str) -> None:
        done = self.run("xdotool", *orders)
        assert done.returncode == 0, done.stderr

    # The keyboard.

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each by its X name, like "Return" or "ctrl+z"."""
        self.presses += len(keys)
        self._hand("key", "--delay", "0", *keys)

    def write(self, text: str) -> None:
        """Type text."""
        self._hand("type", "--delay", "0", text)

    # The mouse.

    def point(self, place: Place) -> None:
        """Move the mouse."""
        self._hand("mousemove", *map(str, place))

    def click(self, place: Place, button: int = LEFT, times: int = 1) -> None:
        """Click somewhere, once or several times in a row."""
        self._hand(
            "mousemove", *map(str, place), "click", "--repeat", str(times), "--delay", "20", str(button)
        )

    def drag(self, start: Place, end: Place) -> None:
        """Press at `start`, let go at `end`."""
        way: list[str] = []
        for step in range(1, STEPS + 1):
            place = (round(a + (b - a) * step / STEPS) for a, b in zip(start, end, strict=True))
            way += ["mousemove", *map(str, place)]
        self._hand("mousemove", *map(str, start), "mousedown", str(LEFT), *way, "mouseup", str(LEFT))

    def zoom(self, place: Place, button: int) -> None:
        """Turn the wheel by a notch, `UP` or `DOWN`, with Ctrl held."""
        self._hand("mousemove", *map(str, place), "keydown", "ctrl", "click", str(button), "keyup", "ctrl")

    # Several screens.

    def split(self, **places: str) -> None:
        """Make several screens of the one, by name: each WIDTHxHEIGHT+X+Y, the first the main one."""
        for number, (name, place) in enumerate(places.items()):
            size, _, corner = place.partition("+")
            width, height = size.split("x")
            shape = f"{width}/{width}x{height}/{height}+{corner}"
            done = self.run("xrandr", "--setmonitor", name, shape, "none" if number else "screen")
            assert done.returncode == 0, done.stderr

    def unplug(self, name: str) -> None:
        """Take a screen away."""
        done = self.run("xrandr", "--delmonitor", name)
        assert done.returncode == 0, done.stderr

    # What is to be seen.

    def titles(self) -> list[str]:
        """Give the titles of the windows shown."""
        found = self.run("xdotool", "search", "--onlyvisible", "--name", "canvasdesk")
        return [self.run("xdotool", "getwindowname", each).stdout.strip() for each in found.stdout.split()]

    def picture(self, path: Path) -> None:
        """Keep what the screen shows as a file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.run("import", "-window", "root", str(path))


@contextmanager
def screen(size: tuple[int, int], home: Path) -> Iterator[Screen]:
    """Give a new screen of `size` pixels; whoever runs on it has `home`."""
    told, tell = os.pipe()
    geometry = f"{size[0]}x{size[1]}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-screen", "0", geometry, "-nolisten", "tcp", "-noreset"],
        pass_fds=[tell],
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    with os.fdopen(told) as answer:
        number = answer.readline().strip()  # it comes when the server is ready, or ends with it
    assert number, "the virtual screen did not start"
    shown = Screen(f":{number}", size, home)
    manager = subprocess.Popen(
        ["openbox"], env=shown.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until(lambda: shown.run("xdotool", "get_num_desktops").returncode == 0, "a window manager")
        yield shown
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait()
