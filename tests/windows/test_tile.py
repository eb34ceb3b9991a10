from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from canvasdesk.layout.style import DARK
from canvasdesk.storage.templates import started, templates
from canvasdesk.windows.tile import preview


def test_a_preview_is_drawn_in_the_theme_and_as_sharp_as_the_screen(qapp: QApplication) -> None:
    workspace = started(templates()["inspection-systems"])
    picture = preview(workspace, DARK, QSize(200, 100), 2.0)
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (400, 200, 2.0)
    image = picture.toImage()
    assert image.pixelColor(1, 1).name().upper() == DARK.board
    colours = {image.pixel(x, y) for x in range(0, 400, 4) for y in range(0, 200, 4)}
    assert len(colours) > 20
