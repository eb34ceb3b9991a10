"""What Qt made of a text: which glyph of which font stands where, and for which letters."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QGlyphRun, QRawFont, QTextLayout, QTextLine

from canvasdesk.model.quoting import END_ISOLATE, ISOLATE

_WHAT = QTextLayout.GlyphRunRetrievalFlag
_GLYPHS = _WHAT.RetrieveGlyphIndexes | _WHAT.RetrieveGlyphPositions
_ALL = _GLYPHS | _WHAT.RetrieveStringIndexes


class Glyph(NamedTuple):
    """A glyph of a font with the place of its origin, in pixels of the layout."""

    font: QRawFont
    number: int
    x: float
    y: float


class Cluster(NamedTuple):
    """Letters that cannot be told apart on paper, with the glyphs that stand for them.

    `start` counts UTF-16 units from the start of the text.
    """

    text: str
    start: int
    leftward: bool
    glyphs: tuple[Glyph, ...]


Found = dict[int, tuple[bool, tuple[Glyph, ...]]]
"""Glyphs, and whether they run leftward, by the start of their letters."""


def lines_of(layout: QTextLayout) -> Iterator[list[Cluster]]:
    """Give the clusters of a text line by line, each line from left to right as it is seen."""
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    cut = _cutter(layout.text())
    found = _by_index(layout)
    if found is None:
        found = {}
        for line in lines:
            found |= _by_cursor(layout, line)
    starts, first = sorted(found), 0
    for line in lines:
        end = line.textStart() + line.textLength()
        last = bisect_right(starts, end - 1)
        yield _clusters(found, [*starts[first:last], end], cut)
        first = last


def _clusters(found: Found, bounds: list[int], cut: Callable[[int, int], str]) -> list[Cluster]:
    clusters, turned = [], False
    for start, end in pairwise(bounds):
        leftward, glyphs = found[start]
        letters = cut(start, end)
        if end - start > 1:  # a blank at the end of a line has no glyph, but belongs to no other
            letters = letters.rstrip() or letters[:1]
        if letters in (ISOLATE, END_ISOLATE):  # has done its work, and would part the words for readers
            continue
        clusters.append(Cluster(letters, start, leftward, glyphs))
        turned = turned or leftward
    if turned:
        clusters.sort(key=lambda cluster: min(glyph.x for glyph in cluster.glyphs))
    elif clusters and cut(end - 1, end) == " " != clusters[-1].text:
        clusters.append(Cluster(" ", end - 1, leftward=False, glyphs=()))  # words must not grow together
    return _joined(clusters)


def _joined(clusters: list[Cluster]) -> list[Cluster]:
    """Give a blank as a part of the several glyphs before it, since pdfium drops one that stands alone."""
    found = clusters[:1]
    for each in clusters[1:]:
        before = found[-1]
        several = len(before.glyphs) > 1 and not before.leftward
        if several and each.text == " " and each.glyphs and not each.leftward:
            found[-1] = before._replace(text=before.text + " ", glyphs=before.glyphs + each.glyphs)
        else:
            found.append(each)
    return found


def _by_index(layout: QTextLayout) -> Found | None:
    """Give what Qt says of all lines at once; None where that is of no use, as it is where fonts mix."""
    found: Found = {}
    for run in layout.glyphRuns(-1, -1, _ALL):
        font, leftward, before = run.rawFont(), run.isRightToLeft(), -1
        kept: tuple[Glyph, ...] = ()
        for number, place, start in zip(
            run.glyphIndexes(), run.positions(), run.stringIndexes(), strict=True
        ):
            if start != before:
                if start in found:
                    return None
                kept, before = (), start
            kept = (*kept, Glyph(font, number, place.x(), place.y()))
            found[start] = leftward, kept
    return found


def _by_cursor(layout: QTextLayout, line: QTextLine) -> Found:
    """Give the glyphs of a line from one place of the cursor to the next."""
    found: Found = {}
    start, end = line.textStart(), line.textStart() + line.textLength()
    stops = [at for at in range(start + 1, end) if layout.isValidCursorPosition(at)]
    before: tuple[Glyph, ...] = ()
    for first, last in zip([start, *stops], [*stops, end], strict=True):
        runs = layout.glyphRuns(first, last - first, _GLYPHS)
        glyphs = tuple(glyph for run in runs for glyph in _glyphs(run))
        # A ligature is told again at each place of the cursor within it.
        if glyphs and [glyph[1:] for glyph in glyphs] != [glyph[1:] for glyph in before]:
            found[first] = any(run.isRightToLeft() for run in runs), glyphs
            before = glyphs
    return found


def _glyphs(run: QGlyphRun) -> Iterator[Glyph]:
    font = run.rawFont()
    for number, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        yield Glyph(font, number, place.x(), place.y())


def _cutter(text: str) -> Callable[[int, int], str]:
    """Give what cuts letters out of `text` by UTF-16 units."""
    if not text or max(text) <= "\uffff":
        return lambda start, end: text[start:end]
    units = text.encode("utf-16-le", "surrogatepass")
    return lambda start, end: units[2 * start : 2 * end].decode("utf-16-le", "replace")
