"""What a page tells those who do not see it: things, in the order in which they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from canvasdesk.drawing.surface import Part
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.walk import reading_order
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section

WHOLES = frozenset({Part.CANVAS, Part.TABLE})
"""What is made of other things; what is drawn between them is decoration, unless it is text."""
DESCRIBED = frozenset({Part.NOTE, Part.ENTRY, Part.SEGMENT, Part.METER, Part.LINK})
"""What says more with its marks than with its letters."""
FIRST = (Part.HEADING, Part.SENTENCE, Part.METER)
TITLES = frozenset({Part.SECTION, Part.BLOCK})


@dataclass(slots=True, eq=False)
class Element:
    """A thing on a page; `part` is None for text that belongs to none.

    `marks` are the numbers of what is drawn of it, `letters` its texts, `simple` while those read as their
    glyphs stand there. `corner` is where it was begun, in the units around it.
    """

    part: Part | None
    words: tuple[str, str] = ("", "")
    corner: tuple[float, float] = (0.0, 0.0)
    kids: list["Element"] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    simple: bool = True
    field: Section | Block | None = None

    @property
    def described(self) -> str:
        """What it says to those who do not see it, where its letters are not all."""
        return "\n".join(filter(None, self.words)) if self.part in DESCRIBED else ""

    @property
    def said(self) -> str:
        """Everything it says."""
        return self.described or "\n".join(self.letters)


def in_order(element: Element) -> list[Element]:
    """Give the things in another as they are read.

    On a canvas that is what stands above all, then section by section or block by block, and the links last.
    """
    kids = element.kids
    if element.part is not Part.CANVAS:
        return kids
    first = [kid for part in FIRST for kid in kids if kid.part is part and kid.field is None]
    links = [kid for kid in kids if kid.part is Part.LINK]
    placed = [kid for kid in kids if kid.field is not None]
    told = {*first, *links, *placed}
    return [*first, *(kid for kid in kids if kid not in told), *_by_field(placed), *links]


def _by_field(placed: Sequence[Element]) -> Iterator[Element]:
    for one in (*Section, *Block):
        if here := [kid for kid in placed if kid.field is one]:
            yield from (kid for kid in here if kid.part in TITLES)
            yield from reading_order(
                (kid, one, Rect(*kid.corner, 0.0, 0.0)) for kid in here if kid.part not in TITLES
            )
