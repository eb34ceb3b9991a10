"""What follows from where everything is, and from what is held: found when first asked for, then kept."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from canvasdesk.drawing.canvas import CONTENT_MARGIN
from canvasdesk.layout.geometry import Rect
from canvasdesk.model.sections import Section
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
        bounds, notes = self._scene.board.bounds, self._scene.notes.values()
        if not notes:
            return bounds
        x, y = min(note.x for note in notes), min(note.y for note in notes)
        right, bottom = max(note.right for note in notes), max(note.bottom for note in notes)
        return bounds.united(Rect(x, y, right - x, bottom - y).inset(-CONTENT_MARGIN))

    @cached_property
    def blocks(self) -> Mapping[Section, list[QRectF]]:
        """The places of all notes, by section."""
        found: dict[Section, list[QRectF]] = {section: [] for section in Section}
        for note_id, note in self._scene.notes.items():
            if note_id not in self._scene.lifted:
                found[note.look.note.section].append(QRectF(*note.rect))
        return found

    @cached_property
    def meter(self) -> Rect:
        """The place that the meter is drawn in."""
        board = self._scene.board
        return board.meter.united(board.legend).inset(-METER_RIM)

    @cached_property
    def over_meter(self) -> list[NoteItem]:
        """The notes that stand over the meter, the topmost last."""
        return [note for note in self._scene.notes_in(self.meter) if note.id not in self._scene.lifted]


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
        """The links of what is selected or under the mouse; none of a crowd's, none on the move."""
        scene = self._scene
        held = frozenset() if self.crowded else scene.selection.ids
        held |= {scene.hovered} if scene.hovered else frozenset()
        raised = (scene.links_of(held) | held) - scene.lifted
        return [scene.links[each] for each in raised if each in scene.links]

    @cached_property
    def places(self) -> list[QRectF]:
        """The places of the selected notes that stand still."""
        scene = self._scene
        held = scene.selection.ids - scene.lifted
        return [QRectF(*scene.notes[each].rect) for each in held if each in scene.notes]
