"""What follows from where everything is, and from what is held: found when first asked for, then kept."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from canvasdesk.drawing.sheet import CONTENT_MARGIN, BoardPart
from canvasdesk.layout.geometry import Rect
from canvasdesk.scene.items import LinkItem, NoteItem

if TYPE_CHECKING:
    from canvasdesk.scene.canvas_scene import CanvasScene

METER_RIM = 8.0  # canvas units by which the meter is drawn over its place
FEW = 24  # as many as can be looked at one by one


class Standing:
    """What follows from the notes that stand still; thrown away when one of them changes."""

    def __init__(self, scene: "CanvasScene") -> None:
        self._scene = scene

    @cached_property
    def content(self) -> Rect:
        """The rectangle around everything: the board and the notes that stand outside it."""
        bounds, notes = self._scene.look.frame, self._scene.notes.values()
        if not notes or self._scene.look.arranged:
            return bounds
        x, y = min(note.x for note in notes), min(note.y for note in notes)
        right, bottom = max(note.right for note in notes), max(note.bottom for note in notes)
        return bounds.united(Rect(x, y, right - x, bottom - y).inset(-CONTENT_MARGIN))

    @cached_property
    def blocks(self) -> Mapping[str, list[QRectF]]:
        """The places of all notes, by the colour of their paper."""
        found: dict[str, list[QRectF]] = {}
        for note_id, note in self._scene.notes.items():
            if note_id not in self._scene.lifted:
                found.setdefault(note.look.hue(self._scene.theme).fill, []).append(QRectF(*note.rect))
        return found

    @cached_property
    def meter(self) -> Rect | None:
        """The place that the meter is drawn in; None where there is none."""
        place = self._scene.look.parts.get(BoardPart.METER)
        return place.inset(-METER_RIM) if place else None

    @cached_property
    def over_meter(self) -> list[NoteItem]:
        """The notes that stand over the meter, the topmost last."""
        over = self._scene.notes_in(self.meter) if self.meter else ()
        return [note for note in over if note.id not in self._scene.lifted]


class Held:
    """What follows from selection and mouse; thrown away with them, and with what stands still."""

    def __init__(self, scene: "CanvasScene") -> None:
        self._scene = scene

    @property
    def crowded(self) -> bool:
        """Whether more is selected than can be looked at one by one."""
        return len(self._scene.selection.ids) > FEW

    @cached_property
    def links(self) -> list[LinkItem]:
        """The links of what is selected, under the mouse or left out; none of a crowd's, none on the move."""
        scene = self._scene
        held = frozenset() if self.crowded else scene.selection.ids
        held |= {each for each in (scene.hovered, scene.left_out) if each}
        raised = (scene.links_of(held) | held) - scene.lifted
        return [scene.links[each] for each in raised if each in scene.links]

    @cached_property
    def places(self) -> list[QRectF]:
        """The places of the selected notes that stand still."""
        scene = self._scene
        held = scene.selection.ids - scene.lifted
        return [QRectF(*scene.notes[each].rect) for each in held if each in scene.notes]
