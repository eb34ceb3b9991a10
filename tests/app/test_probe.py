"""Faults of the system, made for real: dead displays, absent libraries, hung servers."""

import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from canvasdesk.app import probe

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has these faults")

EVERYWHERE = (
    "ld-linux",
    "libc.",
    "libdl.",
    "libgcc_s.",
    "libm.",
    "libpthread.",
    "librt.",
    "libstdc++.",
)
COMES_WITH_GLIB = "libgthread-2.0.so.0"
SHT_DYNAMIC, DT_NEEDED = 6, 1
ABSENT = "libcanvasdesk-absent.so.9"


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[Path]:
    """Give the socket of a server that answers nothing but takes every call."""
    path = tmp_path / "wayland-9"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        yield path


def test_present_libraries_are_not_missing() -> None:
    assert probe.missing(["libc.so.6", ABSENT]) == [ABSENT]


def test_an_absent_library_is_named_with_its_package() -> None:
    said = probe.why_no_drawing({"libc.so.6": "libc6", ABSENT: "libabsent9"})
    assert said == (
        "Qt cannot start: this system lacks libcanvasdesk-absent.so.9; "
        "on Debian or Ubuntu: sudo apt install libabsent9"
    )


def test_packages_are_named_once() -> None:
    said = probe.why_no_drawing({ABSENT: "libabsent9", "libabsent-too.so.1": "libabsent9"})
    assert said is not None
    assert said.count("libabsent9") == 1


def test_drawing_is_possible_where_the_tests_run() -> None:
    assert probe.why_no_drawing() is None


@pytest.mark.parametrize(
    ("environment", "platforms"),
    [
        ({}, []),
        ({"DISPLAY": ":0"}, ["xcb"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ["wayland", "xcb"]),
        ({"XDG_SESSION_TYPE": "wayland"}, ["wayland"]),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:fontconfig"}, ["offscreen"]),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, ["wayland", "xcb"]),
    ],
)
def test_platforms_are_tried_in_the_order_of_qt(environment: dict[str, str], platforms: list[str]) -> None:
    assert probe.platforms(environment) == platforms


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}, {"QT_QPA_PLATFORM": "xcb"}])
def test_no_display_says_so_and_the_way_out(environment: dict[str, str]) -> None:
    said = probe.why_no_window(environment)
    assert said is not None
    assert said.startswith("There is no display to open a window on")
    assert "canvasdesk export" in said


def test_a_dead_x_display_is_named() -> None:
    said = probe.why_no_window({"DISPLAY": ":77"})
    assert said is not None
    assert said.startswith("The display “:77” does not answer")


def test_a_hung_x_server_counts_as_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()
    monkeypatch.setattr(probe, "ANSWER_WITHIN", 0.01)
    monkeypatch.setattr(probe, "_x11_connects", lambda _name: released.wait(30))
    said = probe.why_no_window({"DISPLAY": ":78"})
    released.set()
    assert said is not None
    assert said.startswith("The display “:78” does not answer")


def test_a_dead_compositor_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(probe, "WAYLAND", {})
    said = probe.why_no_window({"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)})
    assert said is not None
    assert said.startswith("The display “wayland-9” does not answer")


@pytest.mark.parametrize("whole_path", [False, True])
def test_a_listening_compositor_will_do(
    monkeypatch: pytest.MonkeyPatch, listening: Path, *, whole_path: bool
) -> None:
    monkeypatch.setattr(probe, "WAYLAND", {})
    name = str(listening) if whole_path else listening.name
    environment = {"WAYLAND_DISPLAY": name, "XDG_RUNTIME_DIR": str(listening.parent)}
    assert probe.why_no_window(environment) is None


def test_one_display_that_answers_is_enough(monkeypatch: pytest.MonkeyPatch, listening: Path) -> None:
    monkeypatch.setattr(probe, "WAYLAND", {})
    assert probe.why_no_window({"WAYLAND_DISPLAY": str(listening), "DISPLAY": ":77"}) is None


def test_a_platform_chosen_by_name_is_believed() -> None:
    assert probe.why_no_window({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":77"}) is None


def test_a_platform_that_qt_does_not_have_is_named() -> None:
    said = probe.why_no_window({"QT_QPA_PLATFORM": "fancy"})
    assert said == "QT_QPA_PLATFORM asks for “fancy”, which Qt does not have."


def test_the_probe_loads_no_qt() -> None:
    code = "import sys, canvasdesk.app.probe as p; p.why_no_window(); assert 'PySide6' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], env=os.environ).returncode == 0


def test_the_tables_name_every_library_that_qt_asks_for() -> None:
    """What the loader reports as needed by Qt's own libraries, less what the wheel and libc bring."""
    import PySide6

    plugins = Path(PySide6.__path__[0], "Qt", "plugins", "platforms")
    drawing = probe.DRAWING.keys() | {COMES_WITH_GLIB}
    assert _needed(plugins / "libqoffscreen.so") <= drawing
    assert _needed(plugins / "libqxcb.so") <= drawing | probe.X11.keys()
    assert _needed(plugins / "libqwayland.so") <= drawing | probe.WAYLAND.keys()


def _needed(library: Path) -> set[str]:
    """Follow what `library` needs through the libraries of the wheel to those of the system."""
    own = library.parents[2] / "lib"
    seen: set[str] = set()
    left = [library]
    while left:
        new = set(_direct(left.pop())) - seen
        seen |= new
        left += [own / name for name in new if (own / name).exists()]
    return {name for name in seen if not (own / name).exists() and not name.startswith(EVERYWHERE)}


def _direct(library: Path) -> list[str]:
    """Read the names that a 64-bit little-endian ELF file needs (System V gABI, chapter 5)."""
    data = library.read_bytes()
    (start,) = struct.unpack_from("<Q", data, 0x28)
    size, count = struct.unpack_from("<HH", data, 0x3A)
    sections = [struct.unpack_from("<IIQQQQII", data, start + size * number) for number in range(count)]
    _, _, _, _, offset, length, strings, _ = next(each for each in sections if each[1] == SHT_DYNAMIC)
    names = sections[strings][4]
    entries = struct.iter_unpack("<QQ", data[offset : offset + length])
    return [_string(data, names + value) for tag, value in entries if tag == DT_NEEDED]


def _string(data: bytes, start: int) -> str:
    return data[start : data.index(0, start)].decode()
