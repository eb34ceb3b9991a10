"""A link on its way from a note: what it could end at lights up, and ends that make no sense say why."""

from typing import TYPE_CHECKING

from canvasdesk.drawing.link import curve, link_path
from canvasdesk.drawing.surface import Surface
from canvasdesk.editing.links import link_between, targets
from canvasdesk.layout.geometry import Point
from canvasdesk.layout.style import LINK_WIDTHS, NOTE_RADIUS
from canvasdesk.layout.walk import Direction, nearest, reading_order
from canvasdesk.scene.tools.base import Pointer
from canvasdesk.scene.tools.drag import Gesture
from canvasdesk.scene.tools.handle import handle_place
from canvasdesk.session import commands
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.scene.canvas_scene import CanvasScene
    from canvasdesk.scene.view import CanvasView

FRAME = 3.0  # view pixels around the note that the link would end at
LIT = 1.5  # view pixels around each note that it could end at


class Linking(Gesture):
    """Goes from the note `source` to where mouse or keyboard aims; nothing is linked before `finish`."""

    def __init__(self, view: "CanvasView", source: str) -> None:
        self._view, self._scene = view, view.scene
        self.source = source
        self.aim: str | None = None
        """The note it would end at, whether or not it may."""
        self._loose: Point | None = None
        """Where the mouse is, over no note."""
        canvas = commands.shown_canvas(self._scene.document, self._scene.selection)
        there = targets(canvas, source) if canvas else ()
        self.targets = tuple(each for each in there if each in self._scene.notes)  # a frame has few of them
        self._scene.set_dimmed((source, *self.targets))

    # The mouse.

    def move(self, pointer: Pointer) -> None:
        """Aim at what lies under the mouse."""
        note_id = self._scene.note_at(pointer.scene)
        self.aim = note_id if note_id != self.source else None
        self._loose = None if note_id else pointer.scene
        self._view.update()

    def release(self, _pointer: Pointer) -> None:
        """Link what was aimed at, or forget about it."""
        if not self.finish():
            self.cancel()

    def cancel(self) -> None:
        """Let the light go on again."""
        self._scene.set_dimmed(None)
        self._view.update()

    # The keyboard.

    def go(self, direction: Direction) -> None:
        """Aim at the nearest target in a direction, or at the first in reading order."""
        order = self._in_order()
        here = self.aim if self.aim in order else None
        places = {each: self._scene.place_of(each) for each in (here or self.source, *order)}
        self._aim_at(nearest(places, here or self.source, direction) or here or next(iter(order), None))

    def walk(self, step: int) -> None:
        """Aim at the next target in reading order, or the one before."""
        order = self._in_order()
        if order:
            at = order.index(self.aim) + step if self.aim in order else min(step, 0)
            self._aim_at(order[at % len(order)])

    def _in_order(self) -> list[str]:
        notes = [self._scene.note_item(each) for each in self.targets if each in self._scene.notes]
        return reading_order((note.id, note.look.field, note.rect) for note in notes)

    def _aim_at(self, note_id: str | None) -> None:
        self.aim, self._loose = note_id, None
        if note_id:
            self._view.reveal(note_id)
            self._view.say_note(note_id)
        self._view.update()

    # The end.

    def finish(self) -> bool:
        """Link what is aimed at and select the link, also where it was there already; say whether it is."""
        if self.aim is None:
            return False
        document, selection = self._scene.document, self._scene.selection
        there = self._link()
        refusal = None if there else commands.link(document, selection, self.source, self.aim)
        if refusal:
            self._view.toast_requested.emit(refusal)
            return False
        self.cancel()
        selection.select([there or self._link() or ""], self.source)
        return True

    def _link(self) -> str | None:
        canvas = commands.shown_canvas(self._scene.document, self._scene.selection)
        there = link_between(canvas, self.source, self.aim) if canvas and self.aim else None
        return there.id if there else None

    # The picture.

    def paint_overlay(self, surface: Surface, pixel: float) -> None:
        """Draw the link as far as it is known, and frames around what it could end at."""
        if self.source not in self._scene.notes:  # a frame that was made anew may have left it to another
            return
        scene, source = self._scene, self._scene.note_item(self.source)
        colour = source.look.hue(scene.theme).line
        for each in filter(scene.notes.__contains__, self.targets):
            width = (FRAME if each == self.aim else LIT) * pixel
            place = scene.place_of(each).inset(-width / 2)
            surface.rect(place, None, colour, width, NOTE_RADIUS + width / 2)
        if self.aim in self.targets and self.aim in scene.notes:
            path = link_path(source.rect, scene.place_of(self.aim))
        elif self._loose:
            path = curve(handle_place(scene, self.source), self._loose)
        else:
            return
        surface.path(path, None, colour, max(LINK_WIDTHS[None], 1.5 * pixel))


def nothing_to_link(scene: "CanvasScene") -> str:
    """Say that a note has nothing left that it could be linked with, where one looks."""
    if scene.look.arranged:
        return translate("Link", "Links are drawn on the whole canvas; “Link to…” makes them here too.")
    return translate("Link", "There is nothing on this canvas that this note could still be linked with.")
