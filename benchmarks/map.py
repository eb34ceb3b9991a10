"""The whole map: many segments with their canvases around one business model, beside a frame of 16.7 ms.

    python benchmarks/map.py [--segments 50] [--notes 100] [--times 21] [--quick]

A real window of 1920 × 1080 pixels with all panels built, the overview and the details in sight. Processor
time of diving into a canvas and back: the moment it begins, and its frames; of edits: until all have been
told of them, and until the next frame shows them.
"""

import argparse
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

import common
from canvasdesk.drawing.entry import entry_size
from canvasdesk.editing.business import add_entries, edit_entries
from canvasdesk.editing.notes import edit_notes
from canvasdesk.editing.segments import add_segment, edit_segment
from canvasdesk.layout.blocks import USUAL_LEVEL, tidy_entries
from canvasdesk.model.business import ENTRY_BLOCKS, Entry
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.settings import REDUCE_MOTION
from canvasdesk.windows.workbench import Workbench
from edits import HEAD, SETTLE, opened, row, settle, timed
from report import Row, show

ENTRIES = 12  # in each of the eight blocks
WORST = 2.0  # frames that the first moment of a gesture may take


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long the map takes.")
    parser.add_argument("--segments", type=int, default=50, metavar="N")
    parser.add_argument("--notes", type=int, default=100, metavar="N", help="on each canvas")
    parser.add_argument("--times", type=int, default=21, help="dives, and edits of each kind")
    parser.add_argument("--quick", action="store_true", help="only to see whether it runs")
    options = parser.parse_args()
    segments, notes = (4, 12) if options.quick else (options.segments, options.notes)
    app = QApplication([])
    with TemporaryDirectory() as folder:
        bench = opened(workspace(segments, notes), Path(folder))
        times = 3 if options.quick else options.times
        rows = [*dives(bench, segments * notes, times), *editing(bench, segments * notes, times)]
        show(f"{segments} segments with {notes} notes each, {8 * ENTRIES} entries", rows, HEAD)
        bench.window.may_close = lambda: True
        bench.window.close()
        settle(0)
    del app


def workspace(segments: int, notes: int) -> Workspace:
    """Give a workspace with so many segments of one canvas each, and full blocks around them."""
    work, canvas = Workspace(title="Map"), common.workspace(notes).canvas_by_id[common.CANVAS]
    for number in range(segments):
        renamed = {note.id: f"{number}-{note.id}" for note in canvas.notes}
        own = evolve(
            canvas,
            id=f"canvas-{number}",
            notes=tuple(evolve(note, id=renamed[note.id]) for note in canvas.notes),
            links=tuple(
                evolve(
                    link,
                    id=f"{number}-{link.id}",
                    source=renamed[link.source],
                    target=renamed[link.target],
                )
                for link in canvas.links
            ),
        )
        segment = CustomerSegment(id=f"segment-{number}", name=f"Segment {number}", canvases=(own,))
        work = add_segment(work, segment)
    return add_entries(work, entries(segments))


def entries(segments: int) -> Iterator[Entry]:
    """Give the entries of full blocks, each for some of the segments, tidied."""
    for block in ENTRY_BLOCKS:
        texts = [f"{common.WORDS[number]} {common.WORDS[-number]}" for number in range(ENTRIES)]
        sizes = [(number, entry_size(text)) for number, text in enumerate(texts)]
        for number, place in tidy_entries(USUAL_LEVEL, block, sizes).items():
            yield Entry(
                id=f"{block.name}-{number}",
                block=block,
                text=texts[number],
                x=place.x,
                y=place.y,
                segment_ids=(f"segment-{number % segments}",),
            )


def dives(bench: Workbench, notes: int, times: int) -> list[Row]:
    """Give the rows of going in and out again."""
    bench.settings.set(REDUCE_MOTION, value=False)
    bench.selection.show_business_model()
    finish(bench)
    begun: dict[str, list[float]] = {"into a canvas": [], "back out": []}
    frames: dict[str, list[float]] = {"into a canvas": [], "back out": []}
    for number in range(times):
        segment_id = bench.document.workspace.segments[number % len(bench.document.workspace.segments)].id
        ways: dict[str, Callable[[], object]] = {
            "into a canvas": lambda segment_id=segment_id: bench.selection.show_segment(segment_id),
            "back out": bench.selection.show_business_model,
        }
        for name, go in ways.items():
            begun[name].append(timed(go) + timed(QApplication.processEvents))
            frames[name] += finish(bench)
    bench.settings.set(REDUCE_MOTION, value=True)
    rows = []
    for name in begun:
        rows.append(row(f"dive {name}: the moment it begins", notes, begun[name], goal=WORST))
        rows.append(row(f"dive {name}: a frame", notes, frames[name], goal=1.0))
    return rows


def finish(bench: Workbench) -> list[float]:
    """Let a dive go to its end; give the milliseconds of its frames."""
    spent = []
    while not bench.view.settled:
        spent.append(timed(QApplication.processEvents))
    return [each for each in spent if each > 0.2] or [0.0]  # else nothing was painted


def editing(bench: Workbench, notes: int, times: int) -> list[Row]:
    """Give the rows of edits on the business model and on a canvas, with the overview in sight."""
    entry, segment = "CHANNELS-0", bench.document.workspace.segments[1]
    note = segment.canvases[0].notes[0]
    edits: dict[str, Callable[[Workspace, int], Workspace]] = {
        "write an entry": lambda now, number: edit_entries(now, {entry: {"text": f"Written {number}"}}),
        "rename a segment": lambda now, number: edit_segment(now, segment.id, name=f"Renamed {number}"),
        "rank a note of a canvas": lambda now, number: edit_notes(
            now, {note.id: {"importance": number % 5 + 1, "text": f"Ranked {number}"}}
        ),
    }
    rows = []
    shown: dict[str, Callable[[], object]] = {
        "the business model": bench.selection.show_business_model,
        "a canvas": lambda: bench.selection.show_canvas(segment.canvases[0].id),
        "side by side": bench.doors.show_contrast,
    }
    for name, show_it in shown.items():
        show_it()
        settle(SETTLE)
        for what, edit in edits.items():
            spent = [edited(bench, edit, number) for number in range(times)]
            told, painted = zip(*spent, strict=True)
            rows.append(row(f"{what}, {name} shown", notes, told, painted, goal=1.0))
    return rows


def edited(bench: Workbench, edit: Callable[[Workspace, int], Workspace], number: int) -> tuple[float, float]:
    """Do an edit; give the milliseconds until everything has heard of it, and until it is painted."""
    document = bench.document
    done = timed(lambda: document.commit("Edit", edit(document.workspace, number)))
    painted = timed(QApplication.processEvents)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return done, done + painted


if __name__ == "__main__":
    main()
