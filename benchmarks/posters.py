"""Posters: seconds and bytes of a page as PDF, beside the same page by Qt's own writer.

    python benchmarks/posters.py [--notes 60 1000 5000] [--times 7] [--quick]

Processor time from a look whose texts are fitted to the bytes of the file, on a page as large as the canvas.
Qt's writer embeds the same fonts, but knows no tags, no order of reading and no archives. The last rows are a
poster of the first number of notes in tiles, beside its single sheet.
"""

import argparse
import os
from collections.abc import Callable
from datetime import UTC, datetime
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter

import common
from canvasdesk.drawing.canvas import CanvasLook, canvas_look
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.export.pages import Drawing, Page
from canvasdesk.export.papers import Orientation, fitted, leaf, paper
from canvasdesk.export.pdf.document import write_pdf
from canvasdesk.export.pdf.metadata import About
from canvasdesk.export.tiles import tiles
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import LIGHT
from report import Row, compared, show

ABOUT = About("Poster", "", "en", "", datetime(2026, 1, 1, tzinfo=UTC))
DPI = 72  # dots an inch: one a point
SLOWER, LARGER = 2.0, 1.5  # than Qt's writer, at most
POSTER, TILES = "A0", ("A3", "A4")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What posters cost.")
    parser.add_argument("--notes", type=int, nargs="+", default=[60, 1000, 5000], metavar="N")
    parser.add_argument("--times", type=int, default=7, help="turns")
    parser.add_argument("--quick", action="store_true", help="only to see whether it runs")
    options = parser.parse_args()
    app = QGuiApplication([])
    counts, times = ([24], 2) if options.quick else (options.notes, options.times)
    rows = [row for notes in counts for row in against_qt(notes, times)]
    show("A page as PDF, beside Qt's writer", [*rows, *tiled(counts[0], times)])
    del app


def against_qt(notes: int, times: int) -> list[Row]:
    """Give the rows of time and bytes for a canvas of so many notes."""
    look = canvas_look(common.workspace(notes), common.CANVAS)
    pages = [page(look)]
    floors, values = in_turns(lambda: by_qt(look), lambda: write_pdf(pages, ABOUT), times)
    by_size = len(by_qt(look)), len(write_pdf(pages, ABOUT))
    return [
        compared("time of a page", notes, floors, values, goal=SLOWER),
        sizes("bytes of a page", notes, *by_size, goal=LARGER),
    ]


def tiled(notes: int, times: int) -> list[Row]:
    """Give the rows of a poster in tiles, beside its single sheet."""
    look = canvas_look(common.workspace(notes), common.CANVAS)
    sheet = leaf(paper(POSTER), Orientation.AUTOMATIC, 0.0, look.bounds)
    placed = fitted(Drawing(look.bounds, lambda surface: look.draw(surface, LIGHT)), sheet.room)
    whole = [Page(sheet.width, sheet.height, (placed,))]
    rows = []
    for name in TILES:
        pages = tiles(whole[0], paper(name))
        floors, values = in_turns(
            lambda: write_pdf(whole, ABOUT), lambda pages=pages: write_pdf(pages, ABOUT), times
        )
        what = f"{POSTER} in {len(pages)} pages {name}"
        by_size = len(write_pdf(whole, ABOUT)), len(write_pdf(pages, ABOUT))
        rows += [
            compared(f"time of {what}", notes, floors, values),
            sizes(f"bytes of {what}", notes, *by_size, LARGER),
        ]
    return rows


def page(look: CanvasLook) -> Page:
    """Give a page that is exactly a canvas, a point a unit."""
    drawing = Drawing(look.bounds, lambda surface: look.draw(surface, LIGHT))
    _, _, w, h = look.bounds
    return Page(w, h, (fitted(drawing, Rect(0.0, 0.0, w, h)),))


def by_qt(look: CanvasLook) -> bytes:
    """Give the same page as Qt writes it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setPageSize(QPageSize(QSizeF(look.bounds.w, look.bounds.h), QPageSize.Unit.Point))
    painter = QPainter(writer)
    painter.translate(-look.bounds.x, -look.bounds.y)
    look.draw(PainterSurface(painter), LIGHT)
    painter.end()
    return bytes(buffer.data().data())


def in_turns(
    floor: Callable[[], object], value: Callable[[], object], times: int
) -> tuple[list[float], list[float]]:
    """Give the milliseconds of both, one after the other, `times` times after one that warms up."""
    floors, values = [], []
    for _ in range(times + 1):
        floors.append(timed(floor))
        values.append(timed(value))
    return floors[1:], values[1:]


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds of processor time that something takes."""
    start = process_time()
    work()
    return (process_time() - start) * 1000


def sizes(what: str, notes: int, floor: int, value: int, goal: float) -> Row:
    """Give the row of two sizes."""
    return Row(what, notes, kilobytes(floor), kilobytes(value), value / floor, goal=goal)


def kilobytes(size: int) -> str:
    """Give a number of bytes as it is shown."""
    return f"{size / 1000:,.0f} kB"


if __name__ == "__main__":
    main()
