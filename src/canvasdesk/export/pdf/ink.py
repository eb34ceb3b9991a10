"""What marks are painted with, said to a content stream only where it changes."""

from canvasdesk.drawing.surface import SOLID, Dash
from canvasdesk.export.pdf.objects import colour, number, numbers

FLAT, ROUND = 0, 1
"""How strokes end."""

Ink = tuple[str, tuple[str, float, Dash, int] | None, tuple[str, float] | None]


class Inkwell:
    """Adds to a content stream what changes fill, stroke and font; `keep` and `back` go with `q` and `Q`."""

    def __init__(self, code: list[str]) -> None:
        self._code = code
        self._kept: list[Ink] = []
        self.filled = ""
        self._stroked: tuple[str, float, Dash, int] | None = None
        self._font: tuple[str, float] | None = None

    def keep(self) -> None:
        """Remember the ink."""
        self._kept.append((self.filled, self._stroked, self._font))

    def back(self) -> None:
        """Return to the ink remembered last."""
        self.filled, self._stroked, self._font = self._kept.pop()

    def fill(self, fill: str) -> None:
        """Take the colour that fills."""
        if fill != self.filled:
            self._code.append(f"{colour(fill)} rg")
            self.filled = fill

    def stroke(self, stroke: str, width: float, dash: Dash = SOLID, cap: int = ROUND) -> None:
        """Take the colour, width, dashes and ends of strokes."""
        now, before = (stroke, width, dash, cap), self._stroked or ("", 0.0, SOLID, ROUND)
        if now == self._stroked:
            return
        if stroke != before[0]:
            self._code.append(f"{colour(stroke)} RG")
        if width != before[1]:
            self._code.append(f"{number(width)} w")
        if dash != before[2]:
            self._code.append(f"[{numbers(*dash)}] 0 d")
        if cap != before[3]:
            self._code.append(f"{cap} J")
        self._stroked = now

    def font(self, name: str, size: float) -> None:
        """Take the font of letters."""
        if (name, size) != self._font:
            self._code.append(f"/{name} {number(size)} Tf")
            self._font = name, size
