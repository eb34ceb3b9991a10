"""What lies on a sheet and can be taken hold of: notes on a canvas, entries and segments around it."""

from typing import Protocol

from canvasdesk.drawing.surface import Surface
from canvasdesk.drawing.text import ShapedText
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import Hue, Theme
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section

Field = Section | Block
"""The part of a sheet that a card belongs to."""


def field_hue(theme: Theme, field: Field) -> Hue:
    """Give the colours of a section or block."""
    if isinstance(field, Section):
        return theme.hue(field)
    return theme.blue if field is Block.SEGMENTS else theme.straw


class CardLook(Protocol):
    """All that is needed to draw a card; the same object is drawn in the same way."""

    @property
    def id(self) -> str:
        """The id of the note, entry or segment."""
        ...

    @property
    def field(self) -> Field:
        """The section or block it belongs to."""
        ...

    @property
    def written(self) -> str:
        """What its editor holds: the text of a note or entry, the name of a segment."""
        ...

    @property
    def rect(self) -> Rect:
        """Its place on the sheet, in canvas units."""
        ...

    @property
    def text_width(self) -> float:
        """How wide its words may be; they begin at the corner of `fitting.NOTE_TEXT`."""
        ...

    @property
    def question(self) -> str:
        """What is asked where nothing is written yet."""
        ...

    def hue(self, theme: Theme) -> Hue:
        """Give its colours."""
        ...

    def words(self) -> tuple[str, str]:
        """Give name and description, for those who do not see it."""
        ...

    @property
    def bold(self) -> bool:
        """Whether its words are set in bold."""
        ...

    def bare(self, text: ShapedText) -> "CardLook":
        """Give the look of the same card without its words, but with room for another text."""
        ...

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw it with its top left corner at the origin."""
        ...
