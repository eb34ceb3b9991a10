"""The keyboard on the canvas: the focus goes from note to note, and from a note along its links.

Arrows lead to the nearest note in their direction, with Shift it joins the selection; Tab and Shift+Tab lead
through all notes in reading order. The links of a note are reached from it: each call of `next_link` selects
another of them, the note with the focus stays where it is, and after the last link it is selected itself.
What is selected is what ranks, strengths and Delete are about.
"""

from typing import TYPE_CHECKING

from canvasdesk.layout.walk import Direction, nearest, reading_order

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView


class Focus:
    """Moves the focus of one view."""

    def __init__(self, view: "CanvasView") -> None:
        self._view, self._scene, self._selection = view, view.scene, view.scene.selection
        self._way: tuple[str, str] | None = None
        """From where to where the last arrow led: the opposite one leads back."""

    @property
    def note_id(self) -> str | None:
        """The note with the focus; of a link with the focus, the note that it comes from."""
        focus = self._selection.focus
        if link := self._scene.links.get(focus or ""):
            return link.ends[0]
        return focus if focus in self._scene.notes else None

    def go(self, direction: Direction, *, extend: bool) -> None:
        """Move the focus to the nearest note in a direction."""
        here = self.note_id
        if here is None:
            self.walk(1)
            return
        places = {each: note.rect for each, note in self._scene.notes.items()}
        came_from = self._way[0] if self._way and self._way[1] == here else None
        there = nearest(places, here, direction, came_from)
        if there:
            self._way = here, there
            kept = self._selection.ids & places.keys() if extend else frozenset()
            self._take(there, kept)

    def walk(self, step: int) -> None:
        """Move the focus to the next note in reading order, or the one before; the first follows the last."""
        notes = self._scene.notes.values()
        order = reading_order((note.id, note.look.field, note.rect) for note in notes)
        if order:
            here = self.note_id
            at = order.index(here) + step if here else min(step, 0)
            self._take(order[at % len(order)], frozenset())

    def next_link(self) -> None:
        """Select the next link of the note with the focus; after its last link the note."""
        here = self.note_id
        if here is None:
            return
        stops = [here, *sorted(self._scene.links_of([here]), key=self._height_of_other_end)]
        at = next((number for number, stop in enumerate(stops) if self._selection.ids == {stop}), 0)
        self._selection.select([stops[(at + 1) % len(stops)]], here)

    def _height_of_other_end(self, link_id: str) -> tuple[float, str]:
        return max(self._scene.note_item(end).y for end in self._scene.links[link_id].ends), link_id

    def toggle(self) -> None:
        """Take the note with the focus into the selection, or out of it."""
        if here := self.note_id:
            self._selection.toggle(here)

    def _take(self, note_id: str, kept: frozenset[str]) -> None:
        self._selection.select(kept | {note_id}, note_id)
        self._view.reveal(note_id)
