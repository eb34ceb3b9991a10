"""Moving notes: they follow the mouse, line up with their neighbours, and are re-typed where they drop."""

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from canvasdesk.drawing.card import Field, field_hue
from canvasdesk.drawing.surface import LEGIBLE, Surface
from canvasdesk.layout.snap import Guide, SnapIndex, snap
from canvasdesk.layout.style import GUIDE_WIDTH
from canvasdesk.scene.items import NoteItem
from canvasdesk.scene.tools.base import Pointer
from canvasdesk.scene.tools.drag import Gesture
from canvasdesk.session import commands, hands
from canvasdesk.session.settings import SNAP

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView

SNAP_REACH = 6.0  # view pixels within which a note goes to a line by itself
EDGES = 3  # guides that two notes of one size share: both edges and the middle
TARGET_WIDTH = 3.0  # canvas units of the line around a section that notes would go to


class Moving(Gesture):
    """Takes the selected notes along; the one that was `grabbed` lines up, unless Alt is held."""

    def __init__(self, view: "CanvasView", start: Pointer, grabbed: str) -> None:
        self._view, self._scene, self._start = view, view.scene, start
        held = self._scene.selection.ids & self._scene.notes.keys()
        self._grabbed = self._scene.place_of(grabbed)
        self._origins = {each: self._scene.place_of(each) for each in held}
        self._others = SnapIndex(note.rect for note in self._in_view() if note.id not in held)
        self._places: dict[str, tuple[float, float]] = {}
        self._guides: tuple[Guide, ...] = ()
        self._scene.begin_moving(held)

    def _in_view(self) -> list[NoteItem]:
        """Give the notes to line up with; where they are too small to be read, nobody aims so finely."""
        camera = self._view.camera
        return self._scene.notes_in(camera.shown(self._view.room)) if camera.scale >= LEGIBLE else []

    def move(self, pointer: Pointer) -> None:
        """Show the notes where the mouse took them."""
        dx, dy = pointer.scene.x - self._start.scene.x, pointer.scene.y - self._start.scene.y
        self._guides = ()
        free = bool(pointer.modifiers & Qt.KeyboardModifier.AltModifier)
        if self._view.settings.get(SNAP) and not free:
            found = snap(self._grabbed.moved(dx, dy), self._others, SNAP_REACH / self._view.camera.scale)
            dx, dy, self._guides = dx + found.dx, dy + found.dy, found.guides
        self._places = {each: (place.x + dx, place.y + dy) for each, place in self._origins.items()}
        self._scene.preview_places(self._places)

    def release(self, _pointer: Pointer) -> None:
        """Leave them there: in another section, if they lie there, or in another place of a frame’s order."""
        document, selection = self._scene.document, self._scene.selection
        if self._scene.look.arranged:
            said = commands.arrange(document, selection, self._order())
        else:
            said = hands.move(document, selection, self._places, self._fields())
        self._scene.resync()
        if said:
            self._view.toast_requested.emit(said)

    def cancel(self) -> None:
        """Put them back."""
        self._scene.resync()

    def _order(self) -> list[str]:
        """Give the cards of a frame in the order that follows from where some of them were dropped."""
        slots = [card.rect.centre for card in self._scene.look.notes.values()]
        order = [each for each in self._scene.notes if each not in self._places]
        for each in self._places:
            x, y = self._scene.place_of(each).centre
            order.insert(
                min(range(len(slots)), key=lambda slot: hypot(slots[slot].x - x, slots[slot].y - y)), each
            )
        return order

    def _fields(self) -> dict[str, Field]:
        """Give the section or block under the middle of each note; outside all it stays what it is."""
        under = {each: self._scene.field_at(self._scene.place_of(each).centre) for each in self._places}
        return {each: field for each, field in under.items() if field}

    def paint_overlay(self, surface: Surface, pixel: float) -> None:
        """Draw the lines that the notes align with, and around the sections they would go to."""
        theme = self._scene.theme
        there = {
            field
            for each, field in self._fields().items()
            if field is not self._scene.note_item(each).look.field
        }
        for field in there:
            colour = field_hue(theme, field).line
            surface.path(self._scene.look.outline(field), None, colour, max(TARGET_WIDTH, 2 * pixel))
        for guide in without_middles(self._guides):
            surface.line(*guide, theme.focus, max(GUIDE_WIDTH, pixel))


def without_middles(guides: tuple[Guide, ...]) -> list[Guide]:
    """Give the guides without that through the middle where both edges align with the same note already."""
    alike: dict[tuple[bool, float, float], list[Guide]] = {}
    for guide in sorted(guides):
        level = guide.y1 == guide.y2
        alike.setdefault((level, *(guide[::2] if level else guide[1::2])), []).append(guide)
    return [guide for group in alike.values() for guide in (group[::2] if len(group) == EDGES else group)]
