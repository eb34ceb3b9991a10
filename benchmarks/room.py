"""Before a room: present view and audience window, beside the 16.7 ms of one frame.

    python benchmarks/room.py [--notes 60 500 5000] [--times 41] [--quick]

The window presents on one picture of 1920 × 1080 pixels while an audience window of that size follows, or
the audience window is led from the canvas. Processor time of both windows together: the walk from frame to
frame, a note that is captured, gestures that the room follows, the laser; and what is done at rest.
"""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("WAKEPY_FAKE_SUCCESS", "1")

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import common
from canvasdesk.model.sessions import Frame
from canvasdesk.session.stops import Stop
from canvasdesk.windows.workbench import Workbench
from edits import HEAD, SETTLE, opened, row, settle, timed
from fresh import SCREEN
from report import Row, show

SIZES = (60, 500, 5000)
WORST = 2.0  # frames that a step of the walk may take
STEP = 5  # pixels that a hand moves between two frames
RESTS = 3  # seconds in which nothing happens
SECOND = 1_000  # milliseconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long it takes before a room.")
    parser.add_argument("--notes", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--times", type=int, default=41, help="steps of each kind")
    parser.add_argument("--quick", action="store_true", help="only to see whether it runs")
    options = parser.parse_args()
    times = 3 if options.quick else options.times
    app = QApplication([])
    with TemporaryDirectory() as folder:
        for notes in options.notes:
            bench = opened(common.workspace(notes), Path(folder))
            rows = [*leading(bench, notes, times), *presenting(bench, notes, times)]
            show(f"Before a room, {notes:,} notes", rows, HEAD)
            bench.window.may_close = lambda: True
            bench.window.close()
            settle(0)
    del app


def painted(do: Callable[[], object]) -> float:
    """Do something; give the milliseconds until both windows show it."""
    spent = timed(do) + timed(QApplication.processEvents)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return spent


def leading(bench: Workbench, notes: int, times: int) -> list[Row]:
    """Give the rows of an audience window that is led from the canvas."""
    stage, view = bench.room.stage, bench.view
    stage.toggle_audience()
    assert stage.audience
    stage.audience.resize(*SCREEN)
    settle(SETTLE)
    rows = []
    view.zoom_actual()
    settle(SETTLE)
    pans = [painted(lambda: view.pan(-STEP, -STEP)) for _ in range(times)]
    rows.append(row("pan at 100 %, the room follows: a frame", notes, pans, goal=1.0))
    zooms = [painted(lambda: view.zoom_by(0.99)) for _ in range(times)]
    rows.append(row("zoom, the room follows: a frame", notes, zooms, goal=1.0))
    settle(SETTLE)
    rows += lit(bench, notes, times, "laser on the canvas and in the room: a frame")
    rows.append(walk(bench, notes, times, "walk of the audience window: a step"))
    rows.append(rest(bench, notes, "at rest, the room looks at a frame"))
    stage.close_audience()
    settle(SETTLE)
    return rows


def presenting(bench: Workbench, notes: int, times: int) -> list[Row]:
    """Give the rows of a window that presents, with an audience window that follows."""
    stage = bench.room.stage
    stage.present.begin()
    bench.window.resize(*SCREEN)
    stage.toggle_audience()
    assert stage.audience
    stage.audience.resize(*SCREEN)
    settle(SETTLE)
    rows = [walk(bench, notes, times, "walk of both windows: a step")]
    stage.show(Stop(Frame.PAINS))
    settle(SETTLE)
    line = stage.present.line
    captured = [
        painted(lambda number=number: line.take((f"Said {number}",)))  # type: ignore[misc]
        for number in range(times)
    ]
    rows.append(row("capture a note on the wall of its section", notes, captured, goal=WORST))
    rows += lit(bench, notes, times, "laser on a wall, in both windows: a frame")
    rows.append(rest(bench, notes, "at rest, presenting"))
    stage.close_audience()
    stage.present.end()
    settle(SETTLE)
    return rows


def walk(bench: Workbench, notes: int, times: int, what: str) -> Row:
    """Give the row of the walk, step by step."""
    stage = bench.room.stage
    stage.show(Stop(Frame.OVERVIEW))
    settle(SETTLE)
    spent = []
    for _ in range(times):
        spent.append(painted(lambda: stage.walk(1)))
        settle(0)
    return row(what, notes, spent, goal=WORST)


def lit(bench: Workbench, notes: int, times: int, what: str) -> list[Row]:
    """Give the row of a laser that moves over pictures that are sharp."""
    rest_views(bench)
    bench.room.stage.toggle_laser()
    middle = bench.view.rect().center()
    places = [middle + QPoint(number * STEP, number * STEP // 2) for number in range(times)]
    spent = [painted(lambda place=place: QTest.mouseMove(bench.view, place)) for place in places]  # type: ignore[misc]
    settle(SECOND)  # until the trail is dark
    bench.room.stage.toggle_laser()
    return [row(what, notes, spent, goal=1.0)]


def rest_views(bench: Workbench) -> None:
    """Wait until both pictures are sharp and nothing is left to do."""
    audience = bench.room.stage.audience
    views = [bench.view, *([audience.view] if audience else [])]
    while not all(view.settled for view in views):
        QApplication.processEvents()


def rest(bench: Workbench, notes: int, what: str) -> Row:
    """Give the row of a time in which nothing happens."""
    settle(SECOND)
    spent = []
    for _ in range(RESTS):
        before = process_time()
        settle(SECOND)
        spent.append((process_time() - before) * 1000)
    assert bench.view.settled
    return row(f"{what}: a second", notes, spent, goal=0.1)


if __name__ == "__main__":
    main()
