"""How long a start takes: the window and the command line, each in fresh processes in turns with its floor.

    python benchmarks/start.py [--rounds 15] [--quick]

The window is measured from the start of Python to the paint, on Qt's offscreen platform and, where Xvfb is
installed, on an X display; its floor is an empty PySide6 main window of the same size. Commands are measured
to their end; their floor is Python that imports what canvasdesk's model uses of pydantic.
"""

import argparse
import os
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

import common
from canvasdesk.storage.codec import write
from canvasdesk.windows.main import SHARE
from fresh import HERE, Environment, Job, in_turns, offscreen, run, virtual_display
from report import Row, processes, show

NOTES = 60
IMPORT = "from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue"
PROGRAM = "import sys; from canvasdesk.cli import main; sys.exit(main())"
NO_QT = (
    "import sys; from canvasdesk.cli import main\n"
    "try: main()\n"
    "finally: assert not [each for each in sys.modules if each.startswith('PySide6')], 'Qt was loaded'"
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long a start takes.")
    parser.add_argument("--rounds", type=int, default=15, help="processes of each kind")
    parser.add_argument("--quick", action="store_true", help="one of each, only to see whether it runs")
    options = parser.parse_args()
    rounds = 1 if options.quick else options.rounds
    app = QApplication([])  # the notes are tidied by the size of their text
    with TemporaryDirectory() as folder:
        path = Path(folder, "notes.canvasdesk")
        path.write_bytes(write(common.workspace(NOTES)))
        platforms: dict[str, AbstractContextManager[Environment | None]] = {
            "offscreen": offscreen(),
            "X display": virtual_display(),
        }
        for name, platform in platforms.items():
            with platform as environment:
                if environment is None:
                    print(f"\nNo figures for an {name}: Xvfb is not installed.")
                else:
                    show(f"Start to the paint, {name}", windows(path, environment, rounds))
        show("Commands", commands(path, rounds))
    del app


def windows(path: Path, environment: Environment, rounds: int) -> list[Row]:
    """Give the rows of the window."""
    jobs: dict[str, Job] = {
        "bare": partial(run, [HERE / "bare.py", str(SHARE)], environment),
        "window": partial(run, [HERE / "painted.py", "window", path], environment),
        "canvas": partial(run, [HERE / "painted.py", "whole", path], environment),
    }
    spent = in_turns(jobs, rounds)
    return [
        processes("start to the painted window", None, spent["bare"], spent["window"], 1.3),
        processes("start to the painted canvas", NOTES, spent["bare"], spent["canvas"], 2.0),
    ]


def commands(path: Path, rounds: int) -> list[Row]:
    """Give the rows of the commands; raises where one of them loads Qt."""
    asked = {"--version": ["--version"], "check": ["check", str(path)]}
    for arguments in asked.values():
        run(["-c", NO_QT, *arguments], {})
    jobs: dict[str, Job] = {"floor": partial(run, ["-c", IMPORT], {})}
    jobs |= {name: partial(run, ["-c", PROGRAM, *arguments], {}) for name, arguments in asked.items()}
    spent = in_turns(jobs, rounds)
    return [processes(f"`{name}`, no Qt loaded", None, spent["floor"], spent[name], 1.5) for name in asked]


if __name__ == "__main__":
    main()
