"""What pdfium draws of a page is what the screen shows, but for the edges of its pixels."""

from collections.abc import Callable
from math import ceil

import pytest
from PIL import Image, ImageChops, ImageFilter

from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.drawing.fitting import fit
from canvasdesk.drawing.surface import Surface
from canvasdesk.export.pdf.fonts import Fonts
from canvasdesk.export.pdf.surface import PdfSurface
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import DARK, LIGHT
from canvasdesk.storage.files import load
from canvasdesk.storage.templates import templates
from tests.drawing.recording import inspection
from tests.drawing.test_surfaces import MARKS
from tests.export.pdf.files import page_of, painted, rendered, written
from tests.export.pdf.test_lettering import SCRIPTS

SCALE = 3.0  # pixels a unit, where the screen draws hairlines as wide as they are
SLIGHT = 48  # of 255 shades
FEW = 1e-5  # of all pixels


def astray(one: Image.Image, other: Image.Image) -> int:
    """Give how many pixels of a picture are like none around the same place in another."""
    low, high = other.filter(ImageFilter.MinFilter(3)), other.filter(ImageFilter.MaxFilter(3))
    beyond = ImageChops.lighter(ImageChops.subtract(low, one), ImageChops.subtract(one, high))
    return sum(beyond.convert("L").histogram()[SLIGHT:])


def check(draw: Callable[[Surface], None], width: float, height: float) -> None:
    """Compare a drawing in a file with the same on the screen, both ways."""
    shown = painted(draw, width, height, SCALE)
    printed = rendered(written(page_of(draw, width, height)), SCALE)
    assert printed.size == shown.size
    most = FEW * shown.width * shown.height
    assert astray(shown, printed) <= most
    assert astray(printed, shown) <= most


def test_a_surface_for_files_is_a_surface() -> None:
    surface: Surface = PdfSurface(Fonts())
    assert surface.detail


@pytest.mark.parametrize("mark", MARKS)
def test_marks_look_as_on_the_screen(mark: str) -> None:
    def draw(surface: Surface) -> None:
        MARKS[mark][0](surface)
        surface.push(40.0, 30.0, 1.5)
        MARKS[mark][0](surface)
        surface.pop()

    check(draw, 200.0, 200.0)


def test_dashes_colours_and_holes_look_as_on_the_screen() -> None:
    def draw(surface: Surface) -> None:
        surface.rect(Rect(10, 10, 60, 40), "#FFEEAA", "#804020", 1.5, 6.0, (6.0, 3.0))
        square = (("M", 20.0, 20.0), ("L", 60.0, 20.0), ("L", 60.0, 40.0), ("L", 20.0, 40.0), ("Z",))
        inner = (("M", 30.0, 25.0), ("L", 50.0, 25.0), ("L", 50.0, 35.0), ("L", 30.0, 35.0), ("Z",))
        surface.path(square + inner, "#2060A0")
        surface.arc(40.0, 70.0, 15.0, 200.0, -140.0, "#108040", 5.0)

    check(draw, 100.0, 100.0)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_canvas_looks_as_on_the_screen(theme: object) -> None:
    workspace = load(templates()["inspection-systems"]).workspace
    look = canvas_look(workspace, workspace.segments[0].canvases[0].id)

    def draw(surface: Surface) -> None:
        surface.push(-look.bounds.x, -look.bounds.y)
        surface.rect(look.bounds, theme.board)
        look.draw(surface, theme)
        surface.pop()

    check(draw, look.bounds.w, look.bounds.h)


@pytest.mark.parametrize("bold", [False, True])
def test_every_script_looks_as_on_the_screen(bold: bool) -> None:
    shaped = [fit(text, 240.0, 0.0, (16.0,), bold=bold) for text in SCRIPTS.values()]

    def draw(surface: Surface) -> None:
        y = 5.0
        for text in shaped:
            surface.text(text, 5.0, y, "#204060")
            y += text.height

    check(draw, 250.0, ceil(sum(text.height for text in shaped) + 10.0))


def test_ink_is_named_only_where_it_changes() -> None:
    surface = PdfSurface(Fonts())
    for x in range(3):
        surface.rect(Rect(x, 0, 1, 1), "#FF0000", "#0000FF", 2.0)
    surface.push(1.0, 1.0)
    surface.rect(Rect(0, 0, 1, 1), "#00FF00")
    surface.pop()
    surface.rect(Rect(0, 0, 1, 1), "#FF0000")
    operators = [line.rsplit(" ", 1)[-1] for line in surface.code.split("\n")]
    assert operators == ["J", "rg", "RG", "w", "B*", "B*", "B*", "cm", "rg", "f*", "Q", "f*"]


def test_a_large_note_of_the_recording_is_drawn() -> None:
    look = canvas_look(inspection(), "canvas")
    surface = PdfSurface(Fonts(), 0)
    look.draw(surface, LIGHT)
    assert surface.marks >= len(look.notes) + len(look.links)
