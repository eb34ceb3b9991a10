"""What lies on the scene: notes and links where they are shown right now, during a drag not where stored.

Plain objects in drawing order. Looking through all of five thousand takes a third of a millisecond, less than
asking a `QGraphicsScene`, and they come into being five times as fast.
"""

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import pairwise
from math import hypot
from typing import Any, Generic, TypeVar

from canvasdesk.drawing.card import CardLook
from canvasdesk.drawing.link import LinkLook, link_path
from canvasdesk.layout.geometry import Path, Point, Rect
from canvasdesk.layout.style import LINK_WIDTHS

PIECES = 16  # straight lines by which the distance to a link's curve is measured
RIM = 2.0  # canvas units by which what is drawn may reach over its place

Look = TypeVar("Look", CardLook, LinkLook)


class Item(Generic[Look]):
    """A part of the canvas with its look; `x`, `y`, `right`, `bottom` bound it, in canvas units."""

    __slots__ = ("bottom", "look", "right", "x", "y")
    look: Look

    def __init__(self, look: Look) -> None:
        self.x = self.y = self.right = self.bottom = 0.0
        self.show(look)

    @abstractmethod
    def show(self, look: Look) -> None:
        """Take another look, and the place that belongs to it."""

    def looks_like(self, look: Look) -> bool:
        """Say whether another look would be drawn in the same way."""
        return self.look is look

    @abstractmethod
    def covered(self) -> list[Rect]:
        """Give rectangles that together hold all that is drawn."""


class NoteItem(Item[CardLook]):
    """A note, or a card of the business model."""

    __slots__ = ("h", "w")

    @property
    def id(self) -> str:
        """The id of the note."""
        return self.look.id

    @property
    def rect(self) -> Rect:
        """The place shown."""
        return Rect(self.x, self.y, self.w, self.h)

    def show(self, look: CardLook) -> None:
        """Take another look, and the place that belongs to it."""
        self.look = look
        x, y, self.w, self.h = look.rect
        self.place(x, y)

    def place(self, x: float, y: float) -> None:
        """Move the top left corner to (x, y)."""
        self.x, self.y = x, y
        self.right, self.bottom = x + self.w, y + self.h

    def covered(self) -> list[Rect]:
        """Give the rectangle that holds all that is drawn."""
        return [self.rect.inset(-RIM)]


class LinkItem(Item[LinkLook]):
    """A link; its bounds are those of the control points of its curve."""

    __slots__ = ("_boxes", "path")

    @property
    def id(self) -> str:
        """The id of the link."""
        return self.look.link.id

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of the notes at its two ends."""
        return self.look.link.source, self.look.link.target

    def show(self, look: LinkLook) -> None:
        """Take another look, and the course that belongs to it."""
        self.look = look
        self._follow(look.path)

    def looks_like(self, look: LinkLook) -> bool:
        """Say whether another look would be drawn in the same way: its notes may differ in other things."""
        own = self.look
        return own is look or (
            own.path == look.path
            and own.section is look.section
            and own.proven is look.proven
            and own.link.strength == look.link.strength
        )

    def join(self, source: Rect, target: Rect) -> None:
        """Run between two notes that are on the move."""
        self._follow(link_path(source, target))

    def _follow(self, path: Path) -> None:
        self.path = path
        self._boxes: list[Rect] | None = None
        x1, y1, x2, _, x3, _, x4, y4 = _controls(path)
        reach = self._reach
        self.x, self.right = min(x1, x2, x3, x4) - reach, max(x1, x2, x3, x4) + reach
        self.y, self.bottom = min(y1, y4) - reach, max(y1, y4) + reach

    @property
    def _reach(self) -> float:
        return LINK_WIDTHS[self.look.link.strength] / 2

    def points(self, pieces: int = PIECES) -> list[Point]:
        """Give points along the curve, from end to end."""
        x1, y1, x2, y2, x3, y3, x4, y4 = _controls(self.path)
        found = []
        for step in range(pieces + 1):
            t = step / pieces
            u = 1 - t
            a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            found.append(Point(a * x1 + b * x2 + c * x3 + d * x4, a * y1 + b * y2 + c * y3 + d * y4))
        return found

    def covered(self) -> list[Rect]:
        """Give rectangles that together hold all that is drawn, tighter than one around the whole."""
        if self._boxes is None:
            pieces = PIECES // 2
            # Between two points the curve swings out by no more than an eighth of its greatest second
            # derivative, 6 · 0.42 · width, divided by the square of the number of pieces.
            reach = self._reach + RIM + 0.32 * (self.right - self.x + self.bottom - self.y) / pieces**2
            self._boxes = [
                Rect(min(one.x, two.x), min(one.y, two.y), abs(two.x - one.x), abs(two.y - one.y)).inset(
                    -reach
                )
                for one, two in pairwise(self.points(pieces))
            ]
        return self._boxes

    def crosses(self, rect: Rect) -> bool:
        """Say whether the curve itself comes near `rect`, not only its bounds."""
        left, top, right, bottom = rect.x, rect.y, rect.x + rect.w, rect.y + rect.h
        return any(
            x <= right and x + w >= left and y <= bottom and y + h >= top for x, y, w, h in self.covered()
        )

    def distance(self, point: Point) -> float:
        """Give how far a point lies from the curve."""
        return min(_off(point, one, two) for one, two in pairwise(self.points()))


AnyItem = TypeVar("AnyItem", bound=Item[Any])


def touching(items: Iterable[AnyItem], rect: Rect) -> list[AnyItem]:
    """Give the items whose bounds meet `rect`, in their order."""
    left, top, right, bottom = rect.x, rect.y, rect.x + rect.w, rect.y + rect.h
    return [
        item
        for item in items
        if item.x <= right and item.right >= left and item.y <= bottom and item.bottom >= top
    ]


def follow(
    items: dict[str, AnyItem],
    looks: Mapping[str, Look],
    make: Callable[[Look], AnyItem],
    lifted: Collection[str],
) -> list[Rect]:
    """Bring `items` in line with `looks`; give the rectangles in which the still picture is another now.

    What is `lifted` is no part of it.
    """
    spoiled: list[Rect] = []
    if items.keys() - looks.keys():
        for gone in items.keys() - looks.keys():
            spoiled += items.pop(gone).covered()
    for each, look in looks.items():
        item = items.get(each)
        if item is None:
            item = items[each] = make(look)
        elif item.look is look:
            continue
        elif each in lifted or item.looks_like(look):
            item.show(look)
            continue
        else:
            spoiled += item.covered()
            item.show(look)
        spoiled += item.covered()
    if spoiled and list(items) != list(looks):
        ordered = {each: items[each] for each in looks}
        items.clear()
        items.update(ordered)
    return spoiled


def _controls(path: Path) -> tuple[float, float, float, float, float, float, float, float]:
    """Give the four control points of a link's curve."""
    (_, x1, y1), (_, x2, y2, x3, y3, x4, y4) = path  # type: ignore[misc]
    return x1, y1, x2, y2, x3, y3, x4, y4


def _off(point: Point, one: Point, two: Point) -> float:
    """Give the distance of a point from the straight line between two others."""
    dx, dy = two.x - one.x, two.y - one.y
    length = dx * dx + dy * dy
    along = ((point.x - one.x) * dx + (point.y - one.y) * dy) / length if length else 0.0
    along = min(max(along, 0.0), 1.0)
    return hypot(point.x - one.x - along * dx, point.y - one.y - along * dy)
