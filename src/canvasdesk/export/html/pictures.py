"""Pictures inside a page: drawn once, in colours that follow the reader's choice of light and dark."""

from canvasdesk.drawing.sheet import SheetLook
from canvasdesk.drawing.svg import SvgSurface
from canvasdesk.export.html.markup import Markup
from canvasdesk.layout.style import DARK, LIGHT


class Palette:
    """The colours of all pictures on a page, light and dark, under names that pictures use for both."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}

    def name(self, light: str, dark: str) -> str:
        """Give the name for a colour that is `light` on light and `dark` on dark paper."""
        return self._names.setdefault((light, dark), f"--p{len(self._names)}")

    def declarations(self, *, dark: bool) -> str:
        """Give what the names stand for, as a style has it."""
        return "".join(f"{name}:{pair[dark]};" for pair, name in self._names.items())


def picture(look: SheetLook, language: str, palette: Palette) -> Markup:
    """Give a sheet as an element of SVG with its text as outlines; needs a `QGuiApplication`."""
    dark: list[str] = []

    def keep(colour: str) -> str:
        dark.append(colour)
        return colour

    look.draw(SvgSurface(text_as_paths=True, paint=keep), DARK)
    others = iter(dark)  # the same marks in the same order
    surface = SvgSurface(
        text_as_paths=True, paint=lambda colour: f"var({palette.name(colour, next(others))})"
    )
    look.draw(surface, LIGHT)
    return Markup(surface.element(look.bounds, look.words()[0], language))
