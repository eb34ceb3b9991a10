"""An edit: from the command to everything on the screen being true again, beside the 16.7 ms of one frame.

    python benchmarks/edits.py [--notes 60 500 2000 5000] [--times 41] [--quick]

One note of a canvas is edited in a real window of 1920 × 1080 pixels with all panels built, two of them in
sight. Processor time: until all have been told of it and their figures are true, and until the next frame
shows it. The parts of a move are measured alone; the rest is what the window does.
"""

import argparse
import gc
import os
from collections.abc import Callable, Sequence
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
from canvasdesk.editing.deletion import delete
from canvasdesk.editing.links import set_strength
from canvasdesk.editing.notes import edit_notes, place_notes, rank
from canvasdesk.model import fit
from canvasdesk.model.what_if import without
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.settings import LEFT_FOLDED, REDUCE_MOTION, RIGHT_FOLDED, Settings
from canvasdesk.windows.workbench import Workbench
from fresh import SCREEN
from report import Row, milliseconds, show

SETTLE = 300  # milliseconds until a window that is furnished has nothing left to do
HEAD = ("what", "notes", "told, median (p95)", "and painted", "told / frame", "painted / frame", "goal", "")
SIDES = ("overview and details", "outline and fit")

Edit = Callable[[Workspace, int], Workspace]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long an edit takes.")
    parser.add_argument("--notes", type=int, nargs="+", default=common.SIZES, metavar="N")
    parser.add_argument("--times", type=int, default=31, help="edits of each kind")
    parser.add_argument("--quick", action="store_true", help="only to see whether it runs")
    options = parser.parse_args()
    times = 3 if options.quick else options.times
    app = QApplication([])
    with TemporaryDirectory() as folder:
        for notes in options.notes:
            workspace = common.workspace(notes)
            gc.collect()
            show(f"Edits among {notes:,} notes", editing(notes, workspace, Path(folder), times), HEAD)
    del app


def editing(notes: int, workspace: Workspace, folder: Path, times: int) -> list[Row]:
    """Give the rows of one document, in a window of its own."""
    bench, rows = opened(workspace, folder), []
    times = min(times, notes // 4)  # every edit of the same kind is about another value, or another note
    for page, sides in enumerate(SIDES):
        bench.window.sides.left.tabs.setCurrentIndex(page)
        bench.window.sides.right.tabs.setCurrentIndex(page)
        settle(SETTLE)
        for name, edit in edits(workspace).items():
            told, painted = zip(
                *(edited(bench, edit, page * times + number) for number in range(times)), strict=True
            )
            rows.append(row(f"{name}, {sides} shown", notes, told, painted, goal=1.0))
    document = bench.document
    ways = [(timed(document.undo), timed(document.redo)) for _ in range(times)]
    for name, spent in zip(("undo", "redo"), zip(*ways, strict=True), strict=True):
        rows.append(row(f"{name} the last edit", notes, spent, goal=1.0))
    rows += parts(notes, workspace, times)
    bench.window.may_close = lambda: True
    bench.window.close()
    settle(0)
    return rows


def edits(workspace: Workspace) -> dict[str, Edit]:
    """Give what is done to a note and its link; every number gives another value than the one before."""
    canvas = workspace.canvas_by_id[common.CANVAS]
    link = canvas.links[0]
    note = canvas.note_by_id[link.target]
    spare = [each.id for each in canvas.notes if each.id not in {link.source, link.target}]
    importance = note.importance or 3
    return {
        "move a note": lambda now, number: place_notes(now, {note.id: (note.x + number % 2 + 1, note.y)}),
        "write other words": lambda now, number: edit_notes(
            now, {note.id: {"text": f"{note.text} {number % 2}"}}
        ),
        "rank a note": lambda now, number: rank(now, [note.id], (importance + number) % 5 + 1),
        "rate a link": lambda now, number: set_strength(
            now, [link.id], ((link.strength or 0) + number) % 3 + 1
        ),
        "delete a note": lambda now, number: delete(now, [spare[number]]),
    }


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


def edited(bench: Workbench, edit: Edit, number: int) -> tuple[float, float]:
    """Do an edit; give the milliseconds until everything has heard of it, and until it is painted."""
    document = bench.document
    before = document.workspace
    done = timed(lambda: document.commit("Edit", edit(document.workspace, number)))
    assert document.workspace is not before
    return done, done + timed(QApplication.processEvents)


def parts(notes: int, workspace: Workspace, times: int) -> list[Row]:
    """Give the rows of the parts of a commit, each of them alone."""
    canvas_id = common.CANVAS
    note = workspace.canvas_by_id[canvas_id].notes[7]
    importance = note.importance or 3
    look = canvas_look(workspace, canvas_id)
    canvas, levels = workspace.canvas_by_id[canvas_id], workspace.levels
    square = [each.source for each in canvas.links]
    spent: dict[str, list[float]] = {}
    for number in range(times):
        changed = place_notes(workspace, {note.id: (note.x + number + 1, note.y)})
        ranked = rank(workspace, [note.id], (importance + number) % 5 + 1)
        moved = place_notes(ranked, {note.id: (note.x + number + 1, note.y)})
        doings: dict[str, Callable[[], object]] = {
            "the edit alone: new values, validated": lambda number=number: place_notes(
                workspace, {note.id: (note.x - number - 1, note.y)}
            ),
            "fit alone": lambda ranked=ranked: fit.fit(ranked.canvas_by_id[canvas_id], ranked.levels),
            "fit alone after a move": lambda moved=moved: fit.fit(
                moved.canvas_by_id[canvas_id], moved.levels
            ),
            "fit without a note": lambda number=number: fit.fit(without(canvas, square[number % 7]), levels),
            "look alone": lambda changed=changed: canvas_look(changed, canvas_id, look),
        }
        for name, do in doings.items():
            spent.setdefault(name, []).append(timed(do))
    return [row(name, notes, each) for name, each in spent.items()]


def timed(do: Callable[[], object]) -> float:
    """Give the milliseconds of processor time that something takes."""
    began = process_time()
    do()
    return (process_time() - began) * 1000


def row(
    what: str, notes: int, told: Sequence[float], painted: Sequence[float] = (), goal: float | None = None
) -> Row:
    """Give the row of an edit: until all have been told of it, and until it is painted as well."""
    return Row(
        what,
        notes,
        spread(told),
        spread(painted) if painted else "",
        median(told) / common.FRAME,
        median(painted) / common.FRAME if painted else None,
        goal,
    )


def spread(spent: Sequence[float]) -> str:
    """Give the median, and what nineteen of twenty stay below."""
    return f"{milliseconds(median(spent))} ({milliseconds(quantiles(spent, n=20, method='inclusive')[-1])})"


if __name__ == "__main__":
    main()
