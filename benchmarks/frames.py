"""Processor time a frame while panning, zooming, dragging and editing, over the real view by real events.

    python benchmarks/frames.py [--notes 60 500 2000 5000] [--quick] [--no-stock]

Each gesture is played with all in view and at 100 %, at 1920 × 1080, as fast as frames come: no pauses in
which the program could work ahead. A frame is everything from the event to the painted window, press and
release among them. Two floors run the same gestures: a QGraphicsView with nothing in it, and one with stock
items for the same notes and links. The tables are Markdown.
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, process_time, sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from canvasdesk.editing.notes import edit_notes
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.settings import REDUCE_MOTION, Settings
from common import CANVAS, FRAME, SIZES, Figures, workspace
from rigs import HEIGHT, REACH, WIDTH, OwnRig, Rig, StockRig

MIDDLE = QPointF(WIDTH * 0.4, HEIGHT * 0.45)
NOTHING_TO_PAINT = 0.03  # seconds after which a step is taken to paint nothing
SLOW, FRAMES_OF_SLOW = 1000, 16  # from so many notes on, stock items get so few frames: each takes long
MANY = 100
GESTURES = ("pan", "zoom", "drag 1", "drag 100")
Step = Callable[[], None]


def _mouse(
    widget: QWidget, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton
) -> None:
    no_key = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(kind, at, widget.mapToGlobal(at), button, held, no_key))


def _wheel(widget: QWidget, at: QPointF, turned: int) -> None:
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def dragging(widget: QWidget, start: QPointF, button: Qt.MouseButton, frames: int) -> Iterator[Step]:
    """Press at `start`, go round in circles, and let go a few pixels beside."""
    none, end = Qt.MouseButton.NoButton, start + QPointF(12, 9)
    yield lambda: _mouse(widget, QEvent.Type.MouseButtonPress, start, button, button)
    for frame in range(1, frames + 1):
        angle, far = 4 * pi * frame / frames, REACH * min(1.0, 4 * frame / frames)
        at = end + QPointF(far * sin(angle), far * (1 - cos(angle)) / 2)
        yield lambda at=at: _mouse(widget, QEvent.Type.MouseMove, at, none, button)
    yield lambda: _mouse(widget, QEvent.Type.MouseButtonRelease, end, button, none)


def zooming(widget: QWidget, frames: int) -> Iterator[Step]:
    """Turn the wheel in, and out again to where it began: beyond that lies the business model."""
    for frame in range(frames):
        turned = 40 if frame < frames // 2 else -40
        yield lambda turned=turned: _wheel(widget, MIDDLE, turned)


class Painted(QObject):
    """Sees a widget being painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.yet = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at what goes by."""
        self.yet = self.yet or event.type() is QEvent.Type.Paint
        return False


def play(widget: QWidget, steps: Iterator[Step]) -> Figures:
    """Give the milliseconds of each frame of a gesture.

    Qt paints when its own clock says so: each step is given the time that takes. Where a step paints nothing,
    what the program does ahead in that time is no part of it.
    """
    spent, painted = [], Painted(widget)
    for step in steps:
        painted.yet, until = False, monotonic() + NOTHING_TO_PAINT
        began = process_time()
        step()
        QApplication.processEvents()
        done = process_time()
        while not painted.yet and monotonic() < until:
            sleep(0.0005)
            QApplication.processEvents()
        spent.append(((process_time() if painted.yet else done) - began) * 1000)
    widget.removeEventFilter(painted)
    return Figures(spent)


def gesture(rig: Rig, name: str, frames: int) -> Figures | None:
    """Play a gesture; None where there is nothing to drag."""
    if name == "pan":
        return play(rig.widget, dragging(rig.widget, MIDDLE, Qt.MouseButton.MiddleButton, frames))
    if name == "zoom":
        return play(rig.widget, zooming(rig.widget, frames))
    start = rig.hold(1 if name == "drag 1" else MANY)
    return play(rig.widget, dragging(rig.widget, start, Qt.MouseButton.LeftButton, frames)) if start else None


def gestures(rig: Rig, frames: int) -> dict[tuple[str, str], Figures | None]:
    """Play every gesture with all in view and at 100 %."""
    figures = {}
    for shown in ("all", "100 %"):
        for name in GESTURES:
            rig.show(whole=shown == "all")
            figures[shown, name] = gesture(rig, name, frames)
            rig.hold(0)
    return figures


@dataclass(frozen=True, slots=True)
class Whole:
    """What comes before and beside gestures, in milliseconds."""

    first_frame: float
    sharp: float
    edit: Figures


def whole(work: Workspace, folder: Path, settings: Settings, frames: int) -> tuple[OwnRig, Whole]:
    """Open a view on a document, and edit the text of a note and the rank of another, again and again."""
    document = Document(work, folder)
    began = process_time()
    rig = OwnRig(document, settings)
    shown = process_time()
    rig.rest()
    sharp = process_time()
    gc.freeze()  # as the program does after its first paint
    circle = [note.id for note in work.canvas_by_id[CANVAS].notes if note.section.value == "pains"]

    def edit(number: int) -> None:
        changes = {circle[0]: {"importance": number % 5 + 1}, circle[1]: {"text": f"Typed {number}"}}
        document.commit("Edit", edit_notes(document.workspace, changes))
        while not rig.view.true:
            QApplication.processEvents()

    edits = play(rig.widget, (lambda number=number: edit(number) for number in range(frames)))
    return rig, Whole((shown - began) * 1000, (sharp - began) * 1000, edits)


def report(sizes: Sequence[int], frames: int, *, with_stock: bool) -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    bare = gestures(StockRig(None), frames)
    print(
        "| notes | in view | gesture | median ms | p95 | worst | p95 of a frame | bare view p95 | stock p95 |"
    )
    print("|--:|--|--|--:|--:|--:|--:|--:|--:|")
    others = []
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.json")
        settings.set(REDUCE_MOTION, value=True)
        for size in sizes:
            work = workspace(size)
            rig, opened = whole(work, Path(folder), settings, frames)
            others.append((size, opened))
            own = gestures(rig, frames)
            rig.view.close()
            few = FRAMES_OF_SLOW if size >= SLOW else frames
            stock = gestures(StockRig(work), few) if with_stock else {}
            for (shown, name), figures in own.items():
                print(
                    _row(
                        size,
                        shown,
                        name,
                        figures,
                        bare[shown, "pan" if "drag" in name else name],
                        stock.get((shown, name)),
                    )
                )
            sys.stdout.flush()
    print("\n| notes | scene and first frame ms | until sharp | edit to true picture ms | p95 | of a frame |")
    print("|--:|--:|--:|--:|--:|--:|")
    for size, opened in others:
        edit = opened.edit
        print(
            f"| {size:,} | {opened.first_frame:.0f} | {opened.sharp:.0f} "
            f"| {edit.median:.1f} | {edit.p95:.1f} | {edit.p95 / FRAME:.2f} |"
        )
    app.quit()


def _row(
    size: int, shown: str, name: str, own: Figures | None, bare: Figures | None, stock: Figures | None
) -> str:
    if own is None or bare is None:
        return f"| {size:,} | {shown} | {name} | – | – | – | – | – | – |"
    against = f"{stock.p95:.1f} ({stock.p95 / own.p95:.1f} ×)" if stock else "–"
    return (
        f"| {size:,} | {shown} | {name} | {own.median:.1f} | {own.p95:.1f} | {own.worst:.1f} "
        f"| {own.p95 / FRAME:.2f} | {bare.p95:.1f} | {against} |"
    )


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=int, nargs="+", default=SIZES, help="how many notes")
    parser.add_argument("--quick", action="store_true", help="fewer frames")
    parser.add_argument("--no-stock", dest="stock", action="store_false", help="leave the stock items out")
    chosen = parser.parse_args()
    report(chosen.notes, 30 if chosen.quick else 90, with_stock=chosen.stock)


if __name__ == "__main__":
    main()
