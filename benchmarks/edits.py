"""An edit: from the command to everything on the screen being true again, beside the 16.7 ms of one frame.

    python benchmarks/edits.py [--notes 60 500 2000 5000] [--times 41] [--quick]

One note of a canvas is moved in a real window of 1920 × 1080 pixels with all panels built, and the move is
undone and redone. Processor time. The parts are measured alone; what is left of the whole is what the window
does: scene, panels, status and actions.
"""

import argparse
import gc
import os
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

import common
from canvasdesk.app.start import build_window
from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.editing.diff import diff
from canvasdesk.editing.notes import place_notes
from canvasdesk.model import fit
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.settings import LEFT_FOLDED, REDUCE_MOTION, RIGHT_FOLDED, Settings
from canvasdesk.windows.workbench import Workbench
from fresh import SCREEN
from report import Row, milliseconds, show

MOVED = "n7"
SETTLE = 300  # milliseconds until a window that is furnished has nothing left to do
HEAD = ("what", "notes", "a frame", "median (p95)", "of a frame", "", "goal", "")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long an edit takes.")
    parser.add_argument("--notes", type=int, nargs="+", default=common.SIZES, metavar="N")
    parser.add_argument("--times", type=int, default=41, help="moves of each kind")
    parser.add_argument("--quick", action="store_true", help="only to see whether it runs")
    options = parser.parse_args()
    times = 3 if options.quick else options.times
    app = QApplication([])
    with TemporaryDirectory() as folder:
        for notes in options.notes:
            workspace = common.workspace(notes)
            gc.collect()
            show(f"Moving one of {notes:,} notes", moving(notes, workspace, Path(folder), times), HEAD)
    del app


def moving(notes: int, workspace: Workspace, folder: Path, times: int) -> list[Row]:
    """Give the rows of one document, in a window of its own."""
    bench = opened(workspace, folder)
    goal = 1.0
    rows = []
    for name, sides in (("overview and details", False), ("outline and fit", True)):
        bench.window.sides.left.tabs.setCurrentIndex(int(sides))
        bench.window.sides.right.tabs.setCurrentIndex(int(sides))
        settle(SETTLE)
        done, painted = zip(*(edited(bench, number) for number in range(times)), strict=True)
        rows.append(row(f"edit, commit and all that follows, {name} shown", notes, done, goal))
        rows.append(row("… and the frame that shows it", notes, painted))
    undone, redone = zip(
        *((timed(bench.document.undo), timed(bench.document.redo)) for _ in range(times)), strict=True
    )
    rows += [row("undo", notes, undone, goal), row("redo", notes, redone, goal)]
    rows += parts(notes, workspace, times)
    bench.document.undo()  # nothing is asked when the window closes
    bench.window.may_close = lambda: True
    bench.window.close()
    settle(0)
    return rows


def opened(workspace: Workspace, folder: Path) -> Workbench:
    """Give a window as large as the screen, with every panel built and nothing left to do."""
    settings = Settings(folder / "settings.json")
    settings.set(LEFT_FOLDED, value=False)
    settings.set(RIGHT_FOLDED, value=False)
    settings.set(REDUCE_MOTION, value=True)
    bench = build_window(Document(workspace, folder / "recovery"), settings)
    bench.window.resize(*SCREEN)
    loop = QEventLoop()
    bench.furnished.connect(loop.quit)
    bench.window.show()
    loop.exec()
    settle(SETTLE)
    return bench


def settle(milliseconds: int) -> None:
    """Let the window do whatever it still wants to."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def edited(bench: Workbench, number: int) -> tuple[float, float]:
    """Move a note; give the milliseconds until everything has heard of it, and until it is painted."""
    document = bench.document

    def move() -> None:
        here = document.workspace.note_by_id[MOVED]
        there = here.x + (1 if number % 2 else -1), here.y
        document.commit("Move a note", place_notes(document.workspace, {MOVED: there}))

    done = timed(move)
    return done, done + timed(QApplication.processEvents)


def parts(notes: int, workspace: Workspace, times: int) -> list[Row]:
    """Give the rows of the parts of a commit, each of them alone."""
    canvas_id = common.CANVAS
    note = workspace.note_by_id[MOVED]
    look = canvas_look(workspace, canvas_id)
    spent: dict[str, list[float]] = {}
    for number in range(times):
        changed = place_notes(workspace, {MOVED: (note.x + number + 1, note.y)})
        doings: dict[str, Callable[[], object]] = {
            "the edit alone: new values, validated": lambda number=number: place_notes(
                workspace, {MOVED: (note.x - number - 1, note.y)}
            ),
            "diff alone": lambda changed=changed: diff(workspace, changed, canvas_id),
            "fit alone": lambda changed=changed: fit.fit(changed.canvas_by_id[canvas_id], changed.levels),
            "look alone, with its fit known": lambda changed=changed: canvas_look(changed, canvas_id, look),
        }
        for name, do in doings.items():
            spent.setdefault(name, []).append(timed(do))
    return [row(name, notes, each) for name, each in spent.items()]


def timed(do: Callable[[], object]) -> float:
    """Give the milliseconds of processor time that something takes."""
    began = process_time()
    do()
    return (process_time() - began) * 1000


def row(what: str, notes: int, spent: tuple[float, ...] | list[float], goal: float | None = None) -> Row:
    """Give the row of an edit: its median, and what nineteen of twenty stay below."""
    usual, most = median(spent), quantiles(spent, n=20, method="inclusive")[-1]
    shown = f"{milliseconds(usual)} ({milliseconds(most)})"
    return Row(what, notes, f"{common.FRAME} ms", shown, usual / common.FRAME, goal=goal)


if __name__ == "__main__":
    main()
