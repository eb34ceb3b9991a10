"""The icons of sections and blocks as paths, read from the same files that menus and buttons show."""

import re
from functools import cache

from canvasdesk.assets import icon
from canvasdesk.layout.geometry import Path, Segment
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section

GRID = 24.0
"""The side of the square in which an icon is drawn."""
STROKE = 1.75

_DATA = re.compile(r'<path d="([^"]*)"')
_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")


@cache
def field_icon(field: Section | Block) -> Path:
    """Give the lines of the icon of a section or block on the grid of `GRID`, to be stroked."""
    drawing = icon(field.name.lower()).read_text(encoding="utf-8")
    return tuple(segment for data in _DATA.findall(drawing) for segment in _segments(data))


def _segments(data: str) -> list[Segment]:
    """Read absolute `M`, `L`, `C` and `Z` commands."""
    found: list[Segment] = []
    for command, numbers in _COMMAND.findall(data):
        values = [float(number) for number in numbers.split()]
        match command, values:
            case "M" | "L", [x, y]:
                found.append((command, x, y))
            case "C", [x1, y1, x2, y2, x, y]:
                found.append(("C", x1, y1, x2, y2, x, y))
            case "Z", []:
                found.append(("Z",))
            case _:
                raise ValueError(f"an icon has the path command {command}{numbers}")
    return found
