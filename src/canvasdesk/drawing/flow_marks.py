"""The marks of flows in the footer of a card: an arrow with two heads, a flag for what is to be reviewed."""

from functools import lru_cache

from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Path
from canvasdesk.layout.style import HAIRLINE, Theme

FLAG_WIDTH, ARROW_WIDTH = 8.0, 12.0
STROKE = 1.25


def draw_flag(surface: Surface, x: float, y: float, theme: Theme) -> None:
    """Draw the flag with the middle of its pole at a point."""
    surface.path(_flag(x + 0.5, y), theme.danger, theme.danger, HAIRLINE)


def draw_arrow(surface: Surface, x: float, y: float, ink: str, width: float = ARROW_WIDTH) -> None:
    """Draw the arrow to the right of a point."""
    surface.path(_arrow(x, y, width), None, ink, STROKE)


@lru_cache(maxsize=256)
def _flag(x: float, y: float) -> Path:
    return (
        ("M", x, y + 5.0), ("L", x, y - 5.0),
        ("L", x + FLAG_WIDTH - 1.0, y - 2.5), ("L", x, y + 0.5), ("Z",),
    )  # fmt: skip


@lru_cache(maxsize=256)
def _arrow(x: float, y: float, width: float) -> Path:
    left, right, head = x + 0.5, x + width - 0.5, 3.0
    return (
        ("M", left, y), ("L", right, y),
        ("M", left + head, y - head), ("L", left, y), ("L", left + head, y + head),
        ("M", right - head, y - head), ("L", right, y), ("L", right - head, y + head),
    )  # fmt: skip
