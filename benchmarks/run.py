"""Run every benchmark and keep what it prints, with the machine and the versions, in `benchmarks/RESULTS.md`.

    python benchmarks/run.py [--quick] [--output FILE]

`--quick` only sees whether each of them runs, with few notes and few turns; its figures mean nothing.
"""

import argparse
import platform
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version
from os import cpu_count, getloadavg
from pathlib import Path

from fresh import HERE

QUICK = {
    "start": ("--quick",),
    "files": ("--quick", "--notes", "60"),
    "edits": ("--quick", "--notes", "60"),
    "map": ("--quick",),
    "room": ("--quick", "--notes", "60"),
    "frames": ("--quick", "--notes", "60", "--no-stock"),
    "posters": ("--quick",),
}
"""The benchmarks, each with what makes it quick."""
PACKAGES = ("PySide6-Essentials", "pydantic", "canvasdesk")

INTRODUCTION = """# What canvasdesk costs

Every figure stands beside a floor that was measured in the same run, in turns with it, and is a multiple of
that floor; times are processor time unless they are called by the clock. ✓ and ✗ say whether the goal is met.
Documents have the notes that the table says and half as many links, all of it on one canvas.

{machine}
"""


def main() -> int:
    """Run and write."""
    parser = argparse.ArgumentParser(description="Run every benchmark.")
    parser.add_argument("--quick", action="store_true", help="only to see whether they run")
    parser.add_argument("--output", type=Path, default=HERE / "RESULTS.md", metavar="FILE")
    options = parser.parse_args()
    pieces, code = [INTRODUCTION.format(machine=machine())], 0
    for name, quick in QUICK.items():
        command = [f"benchmarks/{name}.py", *(quick if options.quick else ())]
        print(" ".join(command), flush=True)
        done = run(command)
        code = code or done.returncode
        pieces.append(f"## {name.capitalize()}\n\n`python {' '.join(command)}`\n{done.stdout}")
        if done.returncode:
            print(done.stderr, file=sys.stderr)
    options.output.write_text("\n".join(pieces), encoding="utf-8")
    print(options.output)
    return code


def run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a script of this repository as its user would."""
    return subprocess.run(
        [sys.executable, *command], cwd=HERE.parent, capture_output=True, text=True, check=False
    )


def machine() -> str:
    """Say when and where this is measured."""
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    return (
        f"Measured on {datetime.now().astimezone():%d %B %Y, %H:%M} on {processor()}, {cpu_count()} cores, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, {versions}; "
        f"{getloadavg()[0]:.1f} other processes wanted a core just before."
    )


def processor() -> str:
    """Give the name of the processor, as far as the system tells it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next((line.split(": ")[1] for line in lines if line.startswith("model name")), platform.machine())


if __name__ == "__main__":
    sys.exit(main())
