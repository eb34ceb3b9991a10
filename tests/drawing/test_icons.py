"""Icons: one hand, one grid, one ink; those of sections and blocks are the same on the canvas."""

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from canvasdesk.assets import icon
from canvasdesk.drawing.icons import GRID, field_icon
from canvasdesk.drawing.painter import painter_path
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section

FOLDER = icon("jobs").parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))
ACTIONS = [name for name in NAMES if not name.startswith("canvasdesk") and not name.endswith("-white")]


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something_and_nothing_outside_its_grid(name: str) -> None:
    renderer = QSvgRenderer(str(icon(name)))
    assert renderer.isValid()
    size = renderer.defaultSize().width()
    image = QImage(size + 20, size + 20, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(10, 10, size, size))
    painter.end()
    inside = outside = 0
    for y in range(image.height()):
        for x in range(image.width()):
            if image.pixelColor(x, y).alpha() > 8:
                if 10 <= x < size + 10 and 10 <= y < size + 10:
                    inside += 1
                else:
                    outside += 1
    assert outside == 0
    assert inside > 0.04 * size * size


@pytest.mark.parametrize("name", ACTIONS)
def test_icons_of_actions_have_one_grid_one_stroke_and_one_ink(name: str) -> None:
    root = ElementTree.parse(icon(name)).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("stroke-width"), root.get("stroke-linecap")) == ("1.75", "round")
    inks = {each.get(kind) for each in root.iter() for kind in ("fill", "stroke")} - {None, "none"}
    assert inks == {"#1F2430"}


@pytest.mark.parametrize("field", [*Section, *Block])
def test_sections_and_blocks_wear_their_icons(field: Section | Block) -> None:
    path = field_icon(field)
    drawing = icon(field.name.lower()).read_text()
    assert sum(segment[0] == "M" for segment in path) == drawing.count("M")
    assert sum(segment[0] == "C" for segment in path) == drawing.count("C")
    box = painter_path(path).controlPointRect()
    assert QRectF(0, 0, GRID, GRID).contains(box)
    assert max(box.width(), box.height()) > 15


def test_no_two_icons_are_alike() -> None:
    drawings = {name: icon(name).read_text() for name in NAMES}
    assert len(set(drawings.values())) == len(NAMES)
