"""What stands still: board, links and notes painted part by part, or as blocks where there is no time."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from canvasdesk.drawing.header import draw_heading, draw_sentence
from canvasdesk.drawing.link import draw_link
from canvasdesk.drawing.note import draw_note
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.surface import LEGIBLE
from canvasdesk.drawing.template import draw_template
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
    surface, look, theme, lifted = PainterSurface(painter), scene.look, scene.theme, scene.lifted
    if look is None:
        return
    if look.board.bounds.intersects(rect):
        draw_template(surface, look.board, look.counts, theme)
        yield
    if look.board.title.intersects(rect):
        draw_heading(surface, look.board.title, look.segment, look.canvas.stakeholder, look.work, theme)
        yield
    if look.board.statement.intersects(rect):
        draw_sentence(surface, look.board.statement, look.sentence, theme)
        yield
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
    draw_note(surface, note.look, scene.theme)
    surface.pop()


def is_light(scene: CanvasScene, rect: Rect, scale: float) -> bool:
    """Say whether a part of the canvas can be painted within a frame, at `scale` device pixels a unit."""
    share = 1.0 if scale >= LEGIBLE else SMALL_SHARE
    return len(scene.notes_in(rect)) * share + len(scene.links_in(rect)) * share <= LIGHT_WORK


def paint_blocks(scene: CanvasScene, painter: QPainter, rect: Rect) -> None:
    """Paint a part of the canvas as seen in passing: the shapes, and notes as blocks of their colour."""
    painter.fillRect(QRectF(*rect), QColor(scene.theme.board))
    if scene.look is None:
        return
    if scene.board.bounds.intersects(rect):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_template(PainterSurface(painter), scene.board, scene.look.counts, scene.theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    for section, blocks in scene.standing.blocks.items():
        painter.setBrush(QColor(scene.theme.hue(section).fill))
        painter.drawRects(blocks)
