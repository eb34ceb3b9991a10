"""What lies on a sheet and can be taken hold of: notes on a canvas, entries and segments around it."""

from typing import Protocol

from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import Hue, Theme
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section

Field = Section | Block
"""The part of a sheet that a card belongs to."""


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

    def hue(self, theme: Theme) -> Hue:
        """Give its colours."""
        ...

    def words(self) -> tuple[str, str]:
        """Give name and description, for those who do not see it."""
        ...

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw it with its top left corner at the origin."""
        ...
