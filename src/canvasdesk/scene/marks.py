"""Marks above the canvas: what is selected, has the focus, lies under the mouse, and what is dimmed."""

from dataclasses import replace
from math import ceil, floor

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from canvasdesk.drawing.link import draw_link
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Rect, Size
from canvasdesk.layout.style import FOCUS_WIDTH, LINK_WIDTHS, NOTE_RADIUS, SELECTION_WIDTH
from canvasdesk.scene.camera import Camera
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.items import LinkItem, touching

VEIL = 195  # of 255: how much of the board's colour lies over what is dimmed
LEAST_WIDTH, MOST_WIDTH = 1.5, 5.0  # view pixels of a mark, however small or large the canvas is shown
HOVER_WIDTH = 1.5
WRONG = (5.0, 3.0)  # the dashes around a note with which something is wrong
TINT = 40  # of 255: how much of a colour lies over each of many selected notes
GHOST, GHOST_WIDTH, GHOST_GAP = (3.0, 5.0), 1.0, 1.0  # canvas units
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
    _paint_links(scene, surface, shown)
    single = {scene.hovered, selection.focus}
    if scene.held.crowded:
        _paint_frames(scene, painter)
    else:
        single |= selection.ids
    for note_id in single - scene.lifted:
        note = scene.notes.get(note_id or "")
        if note is None:
            continue
        if note_id in selection.ids:
            _frame(surface, note.rect, theme.selection, SELECTION_WIDTH, pixel)
        elif note_id == scene.hovered:
            _frame(surface, note.rect, note.look.hue(theme).line, HOVER_WIDTH, pixel)
        if focused and note_id == selection.focus:
            outside = note.rect.inset(-_width(SELECTION_WIDTH, pixel))
            _frame(surface, outside, theme.focus, FOCUS_WIDTH, pixel)


def paint_wrong(
    scene: CanvasScene, painter: QPainter, shown: Rect, pixel: float, note_ids: frozenset[str]
) -> None:
    """Paint a broken line around notes in the part `shown` with which something is wrong, in canvas units."""
    if note_ids:
        surface, width = PainterSurface(painter), _width(SELECTION_WIDTH, pixel)
        for note in scene.notes_in(shown):
            if note.id in note_ids:
                around, radius = note.rect.inset(-width), NOTE_RADIUS + width
                surface.rect(around, None, scene.theme.danger, width, radius, WRONG)


def _paint_frames(scene: CanvasScene, painter: QPainter) -> None:
    """Mark many selected notes at once, plainly."""
    colour = QColor(scene.theme.selection)
    pen = QPen(colour)
    pen.setCosmetic(True)
    colour.setAlpha(TINT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(pen)
    painter.setBrush(colour)
    painter.drawRects(scene.held.places)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_links(scene: CanvasScene, surface: Surface, shown: Rect) -> None:
    """Bring the links of what is held to the front, with a halo around those that are held themselves."""
    for link in touching(scene.held.links, shown):
        if scene.left_out in link.ends:
            _ghost(surface, link, scene)
            continue
        if link.id in scene.selection.ids:
            _halo(surface, link, scene.theme.selection, scene.theme.shape)
        elif link.id == scene.hovered:
            _halo(surface, link, scene.theme.hairline, scene.theme.shape)
        draw_link(surface, replace(link.look, path=link.path, proven=True), scene.theme)


def _ghost(surface: Surface, link: LinkItem, scene: CanvasScene) -> None:
    """Draw a link as if it were not there: a thin broken line in a gap."""
    surface.path(link.path, None, scene.theme.shape, LINK_WIDTHS[link.look.link.strength] + GHOST_GAP)
    surface.path(link.path, None, scene.theme.muted, GHOST_WIDTH, GHOST)


def _halo(surface: Surface, link: LinkItem, colour: str, inside: str) -> None:
    width = LINK_WIDTHS[link.look.link.strength]
    surface.path(link.path, None, colour, width + HALO)
    surface.path(link.path, None, inside, width + HALO / 2)


def _frame(surface: Surface, place: Rect, colour: str, width: float, pixel: float) -> None:
    """Draw a line around a place."""
    width = _width(width, pixel)
    surface.rect(place.inset(-width / 2), None, colour, width, NOTE_RADIUS + width / 2)


def _width(width: float, pixel: float) -> float:
    """Give the width of a mark in canvas units: it can be seen, and hides nothing around it."""
    return min(max(width, LEAST_WIDTH * pixel), MOST_WIDTH * pixel)
