"""What stands still: board, links and notes painted part by part, or as blocks where there is no time."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from canvasdesk.drawing.link import draw_link
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.surface import LEGIBLE
from canvasdesk.layout.geometry import Rect
from canvasdesk.scene.camera import Camera
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.items import NoteItem

LIGHT_WORK = 36  # notes and links that are drawn, with the board, in a third of a frame
SMALL_SHARE = 0.2  # what a note that is too small to be read costs, measured by one with text


def paint_still(scene: CanvasScene, painter: QPainter, rect: Rect) -> Iterator[None]:
    """Paint what stands still in a part of the canvas, from below to above, and pause after each piece.

    The meter is not among it: figures change with every edit, and thousands of links may run beneath them.
    """
    painter.fillRect(QRectF(*rect), QColor(scene.theme.board))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    surface, theme, lifted = PainterSurface(painter), scene.theme, scene.lifted
    yield from scene.look.draw_beneath(surface, rect, theme)
    for link in scene.links_in(rect):
        if link.id not in lifted and link.crosses(rect):
            draw_link(surface, link.look, theme)
        yield  # also to look at thousands takes its time
    for note in scene.notes_in(rect):
        if note.id not in lifted:
            paint_note(surface, note, scene)
            yield


def stand(painter: QPainter, camera: Camera, ratio: float) -> None:
    """Let a painter that stands in device pixels, `ratio` a view pixel, stand in canvas units."""
    painter.translate(camera.x * ratio, camera.y * ratio)
    painter.scale(camera.scale * ratio, camera.scale * ratio)


def paint_note(surface: PainterSurface, note: NoteItem, scene: CanvasScene) -> None:
    """Paint a note where it is shown."""
    surface.push(note.x, note.y)
    note.look.draw(surface, scene.theme)
    surface.pop()


def is_light(scene: CanvasScene, rect: Rect, scale: float) -> bool:
    """Say whether a part of the canvas can be painted within a frame, at `scale` device pixels a unit."""
    share = 1.0 if scale >= LEGIBLE else SMALL_SHARE
    return len(scene.notes_in(rect)) * share + len(scene.links_in(rect)) * share <= LIGHT_WORK


def paint_blocks(scene: CanvasScene, painter: QPainter, rect: Rect) -> None:
    """Paint a part of the canvas as seen in passing: the shapes, and notes as blocks of their colour."""
    painter.fillRect(QRectF(*rect), QColor(scene.theme.board))
    if scene.look.frame.intersects(rect):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene.look.draw_template(PainterSurface(painter), scene.theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, blocks in scene.standing.blocks.items():
        painter.setBrush(QColor(colour))
        painter.drawRects(blocks)
