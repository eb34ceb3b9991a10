"""Walking over the notes with the keyboard: by direction, and in reading order."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Literal, TypeVar

from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import NOTE_HEIGHT, NOTE_WIDTH
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section

Id = TypeVar("Id", bound=Hashable)
Direction = Literal["left", "right", "up", "down"]

SQUARED = NOTE_WIDTH / NOTE_HEIGHT
"""Heights count so much more than widths, as if notes were square."""
NUDGE_X, NUDGE_Y = 1e-6, 0.6180339887e-6
"""Sets notes on the same spot, or on an exact diagonal, apart by their order."""


def nearest(
    places: Mapping[Id, Rect], start: Id, direction: Direction, previous: Id | None = None
) -> Id | None:
    """Give the note an arrow key moves the focus to, or None where there is none in that direction.

    Looks in a quarter of the plane for the smallest sum of the ways along and across; with this measure and
    quarters that share no border every note can be reached from every other (a directed Yao graph in the
    city-block metric). If `previous`, where the focus came from, lies in that quarter, it wins, so that the
    opposite arrow leads back. With an empty quarter, a note straight ahead will do.
    """
    spots = {
        note: (
            place.x + place.w / 2 + order * NUDGE_X,
            (place.y + min(place.h, NOTE_HEIGHT) / 2) * SQUARED + order * NUDGE_Y,
        )
        for order, (note, place) in enumerate(places.items())
    }
    here_x, here_y = spots[start]
    best: tuple[float, float, Id] | None = None
    for note, (x, y) in spots.items():
        along, across = _turned(x - here_x, y - here_y, direction)
        if not -along < across <= along:
            continue
        if note == previous:
            return note
        far = along + abs(across)
        if best is None or (far, along) < best[:2]:
            best = far, along, note
    return _straight_ahead(places, start, direction) if best is None else best[2]


def reading_order(notes: Iterable[tuple[Id, Section | Block, Rect]]) -> list[Id]:
    """Give the notes as they are read: field by field, in rows from top to bottom and left to right."""
    fields: dict[Section | Block, list[tuple[Rect, Id]]] = {field: [] for field in (*Section, *Block)}
    for note, field, place in notes:
        fields[field].append((place, note))
    order: list[Id] = []
    for placed in fields.values():
        row: list[tuple[Rect, Id]] = []
        for place, note in sorted(placed, key=lambda each: (each[0].y, each[0].x)):
            if row and place.y >= row[0][0].y + NOTE_HEIGHT / 2:
                order += _left_to_right(row)
                row = []
            row.append((place, note))
        order += _left_to_right(row)
    return order


def _left_to_right(row: list[tuple[Rect, Id]]) -> list[Id]:
    return [note for _, note in sorted(row, key=lambda each: each[0].x)]


def _turned(dx: float, dy: float, direction: Direction) -> tuple[float, float]:
    """Give how far a way leads along a direction and across it, to its right hand side."""
    match direction:
        case "right":
            return dx, dy
        case "down":
            return dy, -dx
        case "left":
            return -dx, -dy
        case "up":
            return -dy, dx


def _straight_ahead(places: Mapping[Id, Rect], start: Id, direction: Direction) -> Id | None:
    here = places[start]
    sideways = direction in ("left", "right")
    best: tuple[float, Id] | None = None
    for note, place in places.items():
        beside = place.y < here.bottom and here.y < place.bottom
        below = place.x < here.right and here.x < place.right
        dx, dy = place.centre.x - here.centre.x, place.centre.y - here.centre.y
        along, _ = _turned(dx, dy, direction)
        if along > 0 and (beside if sideways else below) and (best is None or along < best[0]):
            best = along, note
    return None if best is None else best[1]
