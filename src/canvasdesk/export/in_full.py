"""What a sheet has no room for: everything on it that ends in an ellipsis, whole, in words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from canvasdesk.drawing.sheet import SheetLook
from canvasdesk.drawing.surface import Part, Words
from canvasdesk.drawing.text import ShapedText
from canvasdesk.export.pieces import SMALL, TITLE, Piece, words
from canvasdesk.layout.style import LIGHT
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section
from canvasdesk.words import translate

ORDER = (None, *Section, *Block)
APART = 12.0
"""Between two texts, in the units of a `Leaf`."""


class Ended(NamedTuple):
    """A thing whose text ends in an ellipsis: its kind, its section or block, its name and description."""

    part: Part
    field: Section | Block | None
    name: str
    description: str


def in_full(look: SheetLook, work: str, width: float) -> Iterator[Piece]:
    """Give what is cut on a sheet of a `work`, for columns of a `width`, in the units of a `Leaf`.

    Nothing where all is there; else a title, then text by text in the order of the sections and blocks.
    """
    ended = endings(look)
    if not ended:
        return
    title = translate("Page", "Texts in full")
    yield from words(title, width, 0.7 * TITLE, bold=True, part=Part.HEADING)
    said = translate("Page", "What ends in “…” on the sheet before this page.")
    yield from words(said, width, muted=True)
    for each in ended:
        whole = words(each.name, width, above=APART)
        if each.part is Part.HEADING and work.strip() not in each.name:
            whole = [*words(work, width, above=APART), *whole]
        about = words(each.description, width, SMALL, muted=True)
        tied = [replace(piece, tied=True) for piece in whole[-1:]] if about else whole[-1:]
        yield from (*whole[:-1], *tied, *about)


def full_title(sheet: str) -> str:
    """Give what the pages are called that have the texts of a sheet in full."""
    return translate("Page", "{name}: texts in full", name=sheet)


def endings(look: SheetLook) -> list[Ended]:
    """Give the things on a sheet whose text ends in an ellipsis."""
    listener = _Listener()
    look.draw(listener, LIGHT)
    return sorted(listener.found, key=lambda each: ORDER.index(each.field))


class _Listener:
    """A surface that draws nothing and remembers whose texts are cut."""

    detail = True

    def __init__(self) -> None:
        self.found: list[Ended] = []
        self._open: list[tuple[Part, Words, Section | Block | None]] = []

    def begin(self, part: Part, words: Words, field: Section | Block | None = None, /) -> None:
        self._open.append((part, words, field))

    def end(self) -> None:
        self._open.pop()

    def text(self, text: ShapedText, _x: float, _y: float, _colour: str) -> None:
        if not text.whole and self._open:
            part, words, field = self._open[-1]
            ended = Ended(part, field, *words())
            if ended not in self.found:
                self.found.append(ended)

    def _ignored(self, *_arguments: object, **_named: object) -> None:
        pass

    push = pop = rect = path = line = circle = arc = hatch = _ignored
