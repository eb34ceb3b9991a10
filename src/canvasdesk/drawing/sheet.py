"""What a view shows at a time: a value proposition canvas, or the business model around them all."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import reduce
from typing import Protocol

from canvasdesk.drawing.card import CardLook, Field
from canvasdesk.drawing.link import LinkLook, draw_link
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.layout.geometry import Path, Rect
from canvasdesk.layout.style import Theme

CONTENT_MARGIN = 18.0
"""Canvas units around cards that stand outside the board."""


class BoardPart(StrEnum):
    """What on a sheet, besides cards and links, answers a click."""

    TITLE = "title"
    METER = "meter"
    STATEMENT = "statement"


class SheetLook(Protocol):
    """All that is needed to draw a sheet, in canvas units."""

    @property
    def bounds(self) -> Rect:
        """The rectangle around everything."""
        ...

    def words(self) -> tuple[str, str]:
        """Give name and description, for those who do not see it."""
        ...

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw all of it, from below to above."""
        ...


class Sheet(SheetLook, Protocol):
    """All that is needed to draw a sheet and to find one's way on it; canvas units."""

    @property
    def id(self) -> str:
        """The id of the canvas or business model."""
        ...

    @property
    def notes(self) -> Mapping[str, CardLook]:
        """The cards by id, in the order they are drawn."""
        ...

    @property
    def links(self) -> Mapping[str, LinkLook]:
        """The links between them by id, in the order they are drawn."""
        ...

    @property
    def frame(self) -> Rect:
        """The board, a small margin included; cards may stand outside."""
        ...

    @property
    def parts(self) -> Mapping[BoardPart, Rect]:
        """The places on the board that answer a click."""
        ...

    @property
    def swapped(self) -> bool:
        """Whether the customer's side is on the left."""
        ...

    @property
    def arranged(self) -> bool:
        """Whether the sheet itself says where its cards lie, all of them in its frame."""
        ...

    def field_at(self, x: float, y: float) -> Field | None:
        """Give the section or block at a point; None outside all of them."""
        ...

    def outline(self, field: Field) -> Path:
        """Give the line around a section or block."""
        ...

    def changed(self, before: "Sheet") -> list[Rect] | None:
        """Give the rectangles in which what lies beneath the cards differs from `before`; None for all."""
        ...

    def draw_template(self, surface: Surface, theme: Theme) -> None:
        """Draw the sections or blocks."""
        ...

    def draw_beneath(self, surface: Surface, rect: Rect, theme: Theme) -> Iterator[None]:
        """Draw what lies beneath links and cards in a part of the sheet, and pause after each piece."""
        ...

    def draw_meter(self, surface: Surface, theme: Theme) -> None:
        """Draw what changes with every edit into its place among `parts`."""
        ...


def around(frame: Rect, cards: Iterable[CardLook]) -> Rect:
    """Give the rectangle around a board and the cards that stand outside it, with a margin."""
    return reduce(Rect.united, (card.rect.inset(-CONTENT_MARGIN) for card in cards), frame)


def draw_sheet(surface: Surface, sheet: Sheet, theme: Theme) -> None:
    """Draw all of a sheet in canvas units, from below to above: board, words, links, meter, cards."""
    surface.begin(Part.CANVAS, sheet.words)
    for _ in sheet.draw_beneath(surface, sheet.bounds, theme):
        pass
    for link in sheet.links.values():
        draw_link(surface, link, theme)
    sheet.draw_meter(surface, theme)
    for card in sheet.notes.values():
        surface.push(card.rect.x, card.rect.y)
        card.draw(surface, theme)
        surface.pop()
    surface.end()
