"""What fills a room's picture in place of the canvas: a heading, and below it what can be read from afar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from canvasdesk.drawing.card import Field, field_hue
from canvasdesk.drawing.fitting import line
from canvasdesk.drawing.icons import GRID, STROKE, field_icon
from canvasdesk.drawing.link import LinkLook
from canvasdesk.drawing.sheet import BoardPart, Sheet, draw_sheet
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.text import ShapedText
from canvasdesk.drawing.wall_card import WallCard
from canvasdesk.layout.geometry import Path, Point, Rect, rounded_path
from canvasdesk.layout.projection import HEADING, Projection
from canvasdesk.layout.style import ICON_SIZE, SECTION_TITLE_SIZE, TEXT_FLOOR, Theme
from canvasdesk.model.sections import Section

PADDING = 5.0
AFTER_ICON, AFTER_NAME = 5.0, 9.0
SHRINKING = (1.0, 0.85, 0.7)
"""How far a question that is too long for its line is made smaller."""
CORNER_KEPT = 62.0
"""What stays free at the top right, in canvas units at the least scale: a timer of six signs."""


class Body(Protocol):
    """What stands in a frame besides cards; equal bodies are drawn in the same way."""

    def draw(self, surface: Surface, place: Rect, theme: Theme) -> None:
        """Draw it into a place below the heading."""
        ...


@dataclass(frozen=True, slots=True)
class Hint:
    """A sentence in the middle, where there are no cards."""

    text: str

    def draw(self, surface: Surface, place: Rect, theme: Theme) -> None:
        """Draw the sentence."""
        text = line(self.text, SECTION_TITLE_SIZE, place.w - 2 * PADDING)
        middle = place.centre
        surface.begin(Part.SENTENCE, lambda: (self.text, ""))
        surface.text(text, middle.x - text.width / 2, middle.y - text.height / 2, theme.muted)
        surface.end()


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a frame: name, where one is in it, a question; and the section it is about."""

    name: str
    place: str = ""
    question: str = ""
    section: Section | None = None

    def words(self) -> tuple[str, str]:
        """Give it for those who do not see it."""
        return " ".join(filter(None, (self.name, self.place))), self.question


@dataclass(frozen=True, slots=True, eq=False)
class FrameLook:
    """A sheet made for one picture: `scale` pixels a canvas unit, its cards in reading order."""

    id: str
    projection: Projection
    scale: float
    heading: Heading
    notes: Mapping[str, WallCard] = field(default_factory=dict)
    links: Mapping[str, LinkLook] = field(default_factory=dict)
    body: Body | None = None
    swapped: bool = False

    @property
    def arranged(self) -> bool:
        """The frame itself says where its cards lie."""
        return True

    @property
    def frame(self) -> Rect:
        """The whole picture."""
        return Rect(0.0, 0.0, self.projection.size.w / self.scale, self.projection.size.h / self.scale)

    @property
    def bounds(self) -> Rect:
        """The whole picture: nothing stands outside."""
        return self.frame

    @property
    def room(self) -> Rect:
        """The place between heading and foot."""
        return room_in(self.projection, self.scale)

    @property
    def parts(self) -> Mapping[BoardPart, Rect]:
        """Nothing but cards and links answers a click."""
        return {}

    def field_at(self, x: float, y: float) -> Section | None:
        """Give the section that fills the frame."""
        return self.heading.section if self.frame.contains(Point(x, y)) else None

    def outline(self, _field: Field) -> Path:
        """Give the line around the frame: it has only one field."""
        return rounded_path(self.frame.inset(PADDING), PADDING)

    def words(self) -> tuple[str, str]:
        """Give the heading."""
        return self.heading.words()

    def changed(self, before: Sheet) -> list[Rect] | None:
        """Give what differs besides the cards; None for another arrangement."""
        if not isinstance(before, FrameLook):
            return None
        if (before.scale, before.projection) != (self.scale, self.projection):
            return None
        if before.body != self.body:
            return [self.frame]
        return [] if before.heading == self.heading else [self.frame._replace(h=self.room.y)]

    def draw_template(self, surface: Surface, theme: Theme) -> None:
        """Draw the heading."""
        draw_heading(surface, self, theme)

    def draw_beneath(self, surface: Surface, rect: Rect, theme: Theme) -> Iterator[None]:
        """Draw heading and body as far as they reach into `rect`, and pause after each."""
        if rect.y < self.room.y:
            self.draw_template(surface, theme)
            yield
        if self.body:
            self.body.draw(surface, self.room, theme)
            yield

    def draw_meter(self, surface: Surface, theme: Theme) -> None:
        """Draw nothing: what there is of it is in the body."""

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw the frame."""
        draw_sheet(surface, self, theme)


def room_in(projection: Projection, scale: float) -> Rect:
    """Give the place between heading and foot of a picture, in canvas units."""
    room = projection.room
    return Rect(0.0, HEADING * projection.least / scale, room.w / scale, room.h / scale)


def _in_one_line(question: str, room: float) -> ShapedText:
    """Shape a question; a long one in smaller letters rather than without its end."""
    sizes = (TEXT_FLOOR * share for share in SHRINKING)
    texts = (line(question, size, room) for size in sizes)
    return next((text for text in texts if text.whole), line(question, TEXT_FLOOR * SHRINKING[-1], room))


def _side_by_side(heading: Heading, room: float) -> Iterator[ShapedText]:
    """Shape name, place and question; the place is left out where only then all of the question has room."""
    name = line(heading.name, SECTION_TITLE_SIZE, room, bold=True)
    yield name
    room -= name.width + AFTER_NAME
    question = _in_one_line(heading.question, room) if heading.question and room > 0 else None
    if heading.place and room > 0:
        place = line(heading.place, TEXT_FLOOR, room)
        beside = room - place.width - AFTER_NAME
        closer = _in_one_line(heading.question, beside) if question and beside > 0 else None
        if not (question and question.whole) or (closer and closer.whole):
            yield place
            question = closer
    if question:
        yield question


def draw_heading(surface: Surface, look: FrameLook, theme: Theme) -> None:
    """Draw icon, name, place and question in one line, in letters of the least size for the room."""
    heading, least = look.heading, look.projection.least
    width = look.projection.size.w / least
    surface.begin(Part.HEADING, heading.words)
    surface.push(0.0, 0.0, least / look.scale)
    x, right, middle = PADDING, width - CORNER_KEPT, HEADING / 2
    if heading.section:
        surface.push(x, middle - ICON_SIZE / 2, ICON_SIZE / GRID)
        surface.path(field_icon(heading.section), None, field_hue(theme, heading.section).ink, STROKE)
        surface.pop()
        x += ICON_SIZE + AFTER_ICON
    for text in _side_by_side(heading, right - x):
        surface.text(text, x, middle - text.height / 2, theme.ink)
        x += text.width + AFTER_NAME
    surface.pop()
    surface.end()
