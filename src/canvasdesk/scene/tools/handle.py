"""The handle at a note's edge, from which a link is drawn: where it is, what hits it, how it looks."""

from canvasdesk.drawing.surface import Surface
from canvasdesk.layout.geometry import Point
from canvasdesk.layout.style import HANDLE_SIZE
from canvasdesk.model.sections import SQUARE
from canvasdesk.scene.canvas_scene import CanvasScene

OUT = 6.0  # canvas units from the note's edge to the middle of the handle
TARGET = 24.0  # view pixels: so large at least is the place that takes a click
LEAST = 5.0  # view pixels of the radius
CROSS = 0.5  # of the radius, from the middle to the end of each stroke


def handle_place(scene: CanvasScene, note_id: str) -> Point:
    """Give the middle of a note's handle, at the edge that faces the other shape."""
    place = scene.place_of(note_id)
    square = scene.note_item(note_id).look.field in SQUARE
    rightward = square is not scene.look.swapped
    return Point(place.right + OUT if rightward else place.x - OUT, place.centre.y)


def on_handle(scene: CanvasScene, note_id: str, point: Point, pixel: float) -> bool:
    """Say whether a point is on a note's handle, a view pixel being `pixel` canvas units."""
    place, reach = handle_place(scene, note_id), max(TARGET * pixel, HANDLE_SIZE) / 2
    return abs(point.x - place.x) <= reach and abs(point.y - place.y) <= reach


def draw_handle(surface: Surface, scene: CanvasScene, note_id: str, pixel: float) -> None:
    """Draw the handle of a note."""
    x, y = handle_place(scene, note_id)
    radius = max(HANDLE_SIZE / 2, LEAST * pixel)
    hue, arm, width = scene.note_item(note_id).look.hue(scene.theme), radius * CROSS, radius / 4
    surface.circle(x, y, radius, hue.line, scene.theme.shape, width)
    surface.line(x - arm, y, x + arm, y, scene.theme.shape, width)
    surface.line(x, y - arm, x, y + arm, scene.theme.shape, width)
