"""Marks above the canvas: what is selected, has the focus, lies under the mouse, and what is dimmed."""

from dataclasses import replace
from math import ceil, floor

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from canvasdesk.drawing.link import draw_link
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Rect, Size
from canvasdesk.layout.style import FOCUS_WIDTH, LINK_WIDTHS, NOTE_RADIUS, SELECTION_WIDTH
from canvasdesk.scene.camera import Camera
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.items import LinkItem, NoteItem

VEIL = 195  # of 255: how much of the board's colour lies over what is dimmed
LEAST_WIDTH = 1.5  # view pixels of a mark, however small the canvas is shown
HOVER_WIDTH = 1.5
CROWD_WIDTH = 2  # view pixels
FEW = 24  # as many as can be looked at one by one: more get plain frames, and no links brought to the front
MARKS_REACH = 12.0  # view pixels by which marks may reach over what they mark
HALO = 4.0  # canvas units that a mark reaches beyond a link on both sides


def paint_veil(scene: CanvasScene, painter: QPainter, camera: Camera, room: Size) -> None:
    """Dim everything but the notes that are kept; the painter stands in view pixels."""
    if scene.kept is None:
        return
    region = QRegion(0, 0, ceil(room.w), ceil(room.h))
    for note in scene.notes_in(camera.shown(room)):
        if note.id in scene.kept:
            x, y, w, h = camera.rect_to_view(note.rect)
            region -= QRect(floor(x), floor(y), ceil(w), ceil(h))
    colour = QColor(scene.theme.board)
    colour.setAlpha(VEIL)
    painter.save()
    painter.setClipRegion(region)
    painter.fillRect(QRect(0, 0, ceil(room.w), ceil(room.h)), colour)
    painter.restore()


def paint_marks(scene: CanvasScene, painter: QPainter, shown: Rect, pixel: float, *, focused: bool) -> None:
    """Paint the marks in the part `shown`, in canvas units, a view pixel being `pixel` units.

    Without the keyboard `focused` on the view, the note that has the focus in it is not marked. Notes on the
    move need no marks.
    """
    selection, surface, theme = scene.selection, PainterSurface(painter), scene.theme
    held = selection.ids | ({scene.hovered} if scene.hovered else frozenset())
    if 0 < len(held) <= FEW:
        _paint_links(scene, surface, shown, held)
    marked = [
        note
        for note in scene.notes_in(shown.inset(-MARKS_REACH * pixel))
        if (note.id in held or note.id == selection.focus) and note.id not in scene.lifted
    ]
    if len(marked) > FEW:
        _paint_frames(scene, painter, marked)
        marked = [note for note in marked if note.id in {selection.focus, scene.hovered}]
    for note in marked:
        if note.id in selection.ids:
            _frame(surface, note.rect, theme.selection, SELECTION_WIDTH, pixel)
        elif note.id == scene.hovered:
            _frame(surface, note.rect, theme.hue(note.look.note.section).line, HOVER_WIDTH, pixel)
        if focused and note.id == selection.focus:
            outside = note.rect.inset(-max(SELECTION_WIDTH, LEAST_WIDTH * pixel))
            _frame(surface, outside, theme.focus, FOCUS_WIDTH, pixel)


def _paint_frames(scene: CanvasScene, painter: QPainter, notes: list[NoteItem]) -> None:
    """Frame many selected notes at once, plainly."""
    pen = QPen(QColor(scene.theme.selection), CROWD_WIDTH)
    pen.setCosmetic(True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRects([QRectF(*note.rect) for note in notes if note.id in scene.selection.ids])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_links(scene: CanvasScene, surface: Surface, shown: Rect, held: frozenset[str]) -> None:
    """Bring the links of what is held to the front, and put a halo around those that are held themselves."""
    raised = ((scene.links_of(held) | held) & scene.links.keys()) - scene.lifted
    for link in scene.links_in(shown) if raised else ():
        if link.id in raised:
            if link.id in held:
                _halo(scene, surface, link)
            draw_link(surface, replace(link.look, path=link.path, proven=True), scene.theme)


def _halo(scene: CanvasScene, surface: Surface, link: LinkItem) -> None:
    colour = scene.theme.selection if link.id in scene.selection.ids else scene.theme.hairline
    surface.path(link.path, None, colour, LINK_WIDTHS[link.look.link.strength] + HALO)
    surface.path(link.path, None, scene.theme.shape, LINK_WIDTHS[link.look.link.strength] + HALO / 2)


def _frame(surface: Surface, place: Rect, colour: str, width: float, pixel: float) -> None:
    """Draw a line around a place, at least `LEAST_WIDTH` view pixels wide."""
    width = max(width, LEAST_WIDTH * pixel)
    surface.rect(place.inset(-width / 2), None, colour, width, NOTE_RADIUS + width / 2)
