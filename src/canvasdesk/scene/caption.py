"""A sentence for a room at the lower edge of a picture, in letters that the back row can read."""

from dataclasses import replace

from PySide6.QtGui import QPainter

from canvasdesk.drawing.fitting import line
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.text import LEADING
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.projection import Projection
from canvasdesk.layout.style import SECTION_TITLE_SIZE, Theme

AROUND = 4.0  # canvas units at the least scale


def above_caption(projection: Projection) -> Projection:
    """Give a picture that also leaves free the place of a sentence, so that this covers nothing."""
    height = (LEADING * SECTION_TITLE_SIZE + 3 * AROUND) * projection.least
    return replace(projection, foot=projection.foot + height)


def paint_caption(
    painter: QPainter, sentence: str, foot: float, projection: Projection, theme: Theme
) -> None:
    """Paint `sentence` as a pill, `foot` pixels above the lower edge; the painter stands in view pixels."""
    least, size = projection.least, projection.size
    said = line(sentence, SECTION_TITLE_SIZE, size.w / least - 6 * AROUND, bold=True)
    w, h = said.width + 4 * AROUND, said.height + AROUND
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate((size.w - w * least) / 2, size.h - foot - (h + AROUND) * least)
    painter.scale(least, least)
    surface = PainterSurface(painter)
    surface.rect(Rect(0.0, 0.0, w, h), theme.toast, radius=h / 2)
    surface.text(said, 2 * AROUND, AROUND / 2, theme.on_toast)
    painter.restore()
