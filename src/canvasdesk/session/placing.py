"""Where notes go on a canvas: free places for new ones, and all of them tidied by importance."""

from collections.abc import Iterable
from functools import lru_cache

from canvasdesk.drawing.room import note_room
from canvasdesk.layout import arrange
from canvasdesk.layout.geometry import Point, Rect, Size
from canvasdesk.layout.plan import WIDTH
from canvasdesk.layout.regions import board
from canvasdesk.layout.style import NOTE_WIDTH
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import FULL_STRENGTH, weight
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Half, Section
from canvasdesk.model.workspace import Workspace

MIRROR = WIDTH - NOTE_WIDTH  # what a note's x and its mirror image's add up to


def note_size(text: str) -> Size:
    """Give the size of a note with this text, as it is drawn."""
    return Size(NOTE_WIDTH, note_room(text).height)


@lru_cache(maxsize=16384)
def _place(x: float, y: float, text: str) -> Rect:
    """Give the place of a note; most notes of a crowd stay where they are."""
    return Rect(x, y, *note_size(text))


def free_places(
    workspace: Workspace,
    canvas: ValuePropositionCanvas,
    section: Section,
    texts: Iterable[str],
    leaving: str | None = None,
) -> list[Point]:
    """Give free places in a section for notes with these texts; the note `leaving` makes room."""
    taken = [_place(note.x, note.y, note.text) for note in canvas.notes if note.id != leaving]
    sizes = [note_size(text) for text in texts]
    return arrange.free_places(board(workspace.view.sides_swapped), section, sizes, taken)


def tidy_places(
    workspace: Workspace, canvas: ValuePropositionCanvas, sections: Iterable[Section]
) -> dict[str, Point]:
    """Give new places for all notes of some sections, by note id, the most important notes first.

    Notes of the square are as important as what they answer. Parked notes come last. Notes of other sections
    stay, and are not covered.
    """
    tidied = tuple(sections)
    taken = [_place(note.x, note.y, note.text) for note in canvas.notes if note.section not in tidied]
    places: dict[str, Point] = {}
    for section in tidied:
        notes = [
            (note.id, note_size(note.text), _importance(canvas, note)) for note in canvas.in_section(section)
        ]
        places |= arrange.tidy(board(workspace.view.sides_swapped), section, notes, taken)
    return places


def _importance(canvas: ValuePropositionCanvas, note: Note) -> float:
    if note.parked:
        return -1.0
    if note.section.half is Half.CIRCLE:
        return weight(note)
    return sum(
        weight(canvas.note_by_id[link.target]) * (link.strength or FULL_STRENGTH)
        for link in canvas.links_of.get(note.id, ())
    )
