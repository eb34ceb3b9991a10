"""Pieces of pages of words: each knows how high it is, and they stand below each other, column by column."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from canvasdesk.drawing.fitting import fit
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.text import LINE_BREAK, ShapedText, plain, right_to_left
from canvasdesk.export.pages import Drawing
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import Theme

TITLE, HEADING, BODY, SMALL = 26.0, 13.0, 9.5, 8.0
"""Sizes of text, in the units of a `Leaf`."""
APART = 4.0
BETWEEN = 28.0
"""Between two columns."""
LINES = 8  # of a long text in one piece, so that it fills a column to its end and goes on in the next


Picture = Callable[[Surface, Theme], None]
"""Draws something with its top left corner at the origin."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Something `height` high.

    It stands `above` below what comes before it. Where it begins a column, `head` is drawn above it; one that
    is `tied` is followed by the next in the same column.
    """

    height: float
    draw: Picture
    above: float = APART
    head: "Piece | None" = None
    tied: bool = False


Column = list[tuple[float, Piece]]
"""Pieces with the height at which each begins."""


def columns(pieces: Iterable[Piece], height: float) -> list[Column]:
    """Give the pieces in as few columns of a height as hold them in their order; at least one column."""
    found: list[Column] = [[]]
    below = 0.0
    for group in _tied(pieces):
        if found[-1] and below + sum(each.above + each.height for each in group) > height:
            found.append([])
        for each in group:
            if not found[-1] and each.head:
                found[-1].append((0.0, each.head))
                below = each.head.height
            y = below + each.above if found[-1] else 0.0
            found[-1].append((y, each))
            below = y + each.height
    return found


def drawings(pieces: Iterable[Piece], room: Rect, wide: float, theme: Theme) -> Iterator[Drawing]:
    """Give pieces that are `wide` as drawings of pages with `room`, each with as many columns as it holds."""
    beside = max(1, int((room.w + BETWEEN) // (wide + BETWEEN)))
    there = columns(pieces, room.h)
    for first in range(0, len(there), beside):
        yield _drawing(there[first : first + beside], room, wide, theme)


def words(
    text: str,
    width: float,
    size: float = BODY,
    *,
    bold: bool = False,
    muted: bool = False,
    above: float = APART,
    part: Part = Part.SENTENCE,
) -> list[Piece]:
    """Give a text paragraph by paragraph, long ones in several pieces that follow each other closely."""
    pieces: list[Piece] = []
    for paragraph in plain(text).split(LINE_BREAK):
        for number, shaped in enumerate(_parts(paragraph.strip(), width, size, bold=bold)):
            apart = 0.0 if number else APART if pieces else above
            pieces.append(replace(_text(shaped, part, muted=muted), above=apart))
    return pieces


def heading(text: str, width: float, above: float = 16.0) -> Piece:
    """Give the heading of what follows."""
    (piece, *_) = words(text, width, HEADING, bold=True, above=above, part=Part.HEADING)
    return replace(piece, tied=True)


def beside(picture: Picture, wide: float, high: float, text: str, width: float) -> Piece:
    """Give a picture of a size with a text that explains it beside it."""
    shaped = fit(text, width - wide - 2 * APART, 0.0, (BODY,))
    height = max(high, shaped.height)
    mirrored = right_to_left(text)

    def draw(surface: Surface, theme: Theme) -> None:
        surface.begin(Part.SENTENCE, lambda: (shaped.layout.text(), ""))
        surface.push(width - wide if mirrored else 0.0, (height - high) / 2)
        picture(surface, theme)
        surface.pop()
        x = 0.0 if mirrored else wide + 2 * APART
        surface.text(shaped, x, (height - shaped.height) / 2, theme.ink)
        surface.end()

    return Piece(height, draw, above=2 * APART)


def _parts(paragraph: str, width: float, size: float, *, bold: bool) -> Iterator[ShapedText]:
    """Shape a paragraph and part it after some lines, as often as it takes."""
    while paragraph:
        shaped = fit(paragraph, width, 0.0, (size,), bold=bold)
        if shaped.whole and shaped.lines <= LINES:
            yield shaped
            return
        last = shaped.layout.lineAt(max(1, min(LINES, shaped.lines - 1)) - 1)
        letters, end = paragraph.encode("utf-16-le"), 2 * (last.textStart() + last.textLength())
        yield fit(letters[:end].decode("utf-16-le").rstrip(), width, 0.0, (size,), bold=bold)
        paragraph = letters[end:].decode("utf-16-le").lstrip()


def _text(shaped: ShapedText, part: Part, *, muted: bool) -> Piece:
    def draw(surface: Surface, theme: Theme) -> None:
        surface.begin(part, lambda: (shaped.layout.text(), ""))
        surface.text(shaped, 0.0, 0.0, theme.muted if muted else theme.ink)
        surface.end()

    return Piece(shaped.height, draw)


def _tied(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Give pieces in groups that no column parts."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.tied:
            yield group
            group = []
    if group:
        yield group


def _drawing(beside: Sequence[Column], room: Rect, wide: float, theme: Theme) -> Drawing:
    def draw(surface: Surface) -> None:
        for number, column in enumerate(beside):
            for y, piece in column:
                surface.push(number * (wide + BETWEEN), y)
                piece.draw(surface, theme)
                surface.pop()

    # What is higher than a page all by itself makes the page smaller
    lowest = max((y + piece.height for column in beside for y, piece in column), default=0.0)
    return Drawing(Rect(0.0, 0.0, room.w, max(room.h, lowest)), draw)
