"""Pages drawn with a QPainter: for the preview, and for a printer."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.export.pages import Page


def paint(painter: QPainter, page: Page) -> None:
    """Draw a page, a unit of `painter` being a point; its paper is left as it is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for each in page.placed:
        painter.save()
        painter.setClipRect(QRectF(*each.clip), Qt.ClipOperation.IntersectClip)
        surface = PainterSurface(painter)
        surface.push(each.x, each.y, each.scale)
        each.drawing.draw(surface)
        surface.pop()
        painter.restore()
    if page.marks:
        page.marks(PainterSurface(painter))
