"""What every sheet that can be shown or exported has: a canvas, the business model around it."""

from typing import Protocol

from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import Theme


class SheetLook(Protocol):
    """All that is needed to draw a sheet."""

    @property
    def bounds(self) -> Rect:
        """The rectangle around everything, in canvas units."""
        ...

    def words(self) -> tuple[str, str]:
        """Give name and description, for those who do not see it."""
        ...

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw it in canvas units."""
        ...
