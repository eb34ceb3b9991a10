"""A whole session keeps to itself: no network, and no files but its own, its user's and the system's."""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.desktop.content import put
from tests.desktop.program import DRIVEN, Program, Start
from tests.desktop.screen import Screen, until
from tests.desktop.test_alone import name_file

ROOT = Path(__file__).parents[2]
CHANGING = "mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,truncate"
STRACE = (
    "strace",
    "--seccomp-bpf",
    "-ff",
    "-z",
    "-y",
    "-s",
    "4096",
    "-e",
    f"trace=socket,open,openat,creat,execve,{CHANGING}",
)
NAMED = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
"""A path among the arguments of a call, after the folder that it starts from."""

BEGAN = re.compile(r"/proc/\d+/stat")
PROGRAM = (sys.prefix, sys.base_prefix, ROOT / "src", ROOT / "resources", ROOT / "icons", DRIVEN)
SYSTEM = (
    "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime", "/etc/machine-id",
    "/etc/passwd", "/etc/nsswitch.conf", "/etc/ssl", "/var/cache/fontconfig", "/var/lib/dbus/machine-id",
    "/proc/self",
    "/proc/meminfo", "/proc/cpuinfo", "/proc/sys/kernel/random/boot_id", "/sys/fs/cgroup",
    "/sys/devices/system",
    "/dev/null", "/dev/urandom",
)  # fmt: skip


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_session_keeps_to_itself(
    start: Start, shown: Screen, environment: dict[str, str], tmp_path: Path
) -> None:
    folder, traces = tmp_path / "plans", tmp_path / "traces"
    folder.mkdir()
    traces.mkdir()
    plan, picture = put(folder / "Plan.canvasdesk", "inspection-systems"), folder / "Plan.png"
    bare = "PYTHONDONTWRITEBYTECODE=1"  # else whoever is first to import a module leaves a file beside it
    work(start(plan, under=["env", bare, *STRACE, "-o", str(traces / "of")]), shown, picture)
    calls = [line for trace in traces.iterdir() for line in trace.read_text().splitlines()]

    assert {line.split(",")[0] for line in calls if line.startswith("socket(")} == {"socket(AF_UNIX"}
    written, read = set(paths(calls, writing=True)), set(paths(calls, writing=False))
    assert {plan, picture} <= written
    assert plan in read
    own = [folder, *(Path(environment[name]) for name in environment if name.startswith("XDG_"))]
    assert [path for path in written if not within(path, own)] == []
    # Qt's own dialog looks into the files of the folders that it lists, to tell of what kind they are; a lock
    # tells by when its process began whether that still lives.
    others = [path for path in read if path.parent not in folder.parents and not BEGAN.fullmatch(str(path))]
    assert [path for path in others if not within(path, [*own, *PROGRAM, *SYSTEM])] == []


def work(program: Program, shown: Screen, picture: Path) -> None:
    """Write a note, save, make a picture and quit."""
    shown.press("p")
    shown.write("Alarms at night")
    shown.press("Escape", "ctrl+s")
    until(lambda: shown.titles() == ["Plan — canvasdesk"], "a title that says it is saved")
    shown.press("ctrl+e")
    program.says("Export picture")
    shown.press("Return")
    name_file(program, shown, picture)
    program.says("The picture is in")
    shown.press("ctrl+q")
    assert program.ended() == 0


def paths(calls: list[str], *, writing: bool) -> Iterator[Path]:
    """Give the files that were opened for reading or run; or those written, made, renamed or removed."""
    for call in calls:
        name, _, arguments = call.partition("(")
        named = [Path(os.path.normpath(Path(*each))) for each in NAMED.findall(arguments)]
        if "O_DIRECTORY" in arguments or not named:
            continue
        opened = name in ("open", "openat") and not re.search("O_WRONLY|O_RDWR|O_CREAT", arguments)
        if name == "execve" or opened:
            yield from [] if writing else named[:1]
        elif writing:
            yield from named[-1:] if "link" in name and "unlink" not in name else named


def within(path: Path, places: Iterable[Path | str]) -> bool:
    return any(path.is_relative_to(place) for place in places)
