"""An entry of the business model: a note on straw paper, with the colours of the segments it is for."""

from dataclasses import dataclass, replace
from functools import lru_cache

from canvasdesk.drawing.colour import mix, standing_out
from canvasdesk.drawing.fitting import NOTE_TEXT, fit_note, line
from canvasdesk.drawing.flow_marks import ARROW_WIDTH, FLAG_WIDTH, draw_arrow, draw_flag
from canvasdesk.drawing.naming import amount_name, block_question, describe_entry, relationship_name
from canvasdesk.drawing.note import draw_bars, edge_bar
from canvasdesk.drawing.room import NoteRoom, note_room, room_of
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.text import ShapedText
from canvasdesk.layout.geometry import Path, Rect, Size
from canvasdesk.layout.style import (
    BAR_WIDTH,
    ENTRY_MORE,
    HAIRLINE,
    NOTE_RADIUS,
    NOTE_WIDTH,
    TEXT_FLOOR,
    Hue,
    Theme,
)
from canvasdesk.model.business import Block, Entry
from canvasdesk.model.value import evolve
from canvasdesk.words import translate

MARK_GAP = 5.0
FOOT = 9.0
"""How far above the lower edge the middle of the footer is."""
COLOURS_MOST = 12  # more would be too thin to be told apart
FADED = 0.7
"""How far what is filtered out goes towards the board."""


@dataclass(frozen=True, slots=True, eq=False)
class EntryLook:
    """All that is needed to draw an entry.

    `segments` are the names and colours of those it is for, `flows` the number of its flows; `review` says
    that one of them is to be reviewed, `faded` that a filter leaves the entry out.
    """

    entry: Entry
    room: NoteRoom
    rect: Rect
    segments: tuple[tuple[str, str | None], ...] = ()
    flows: int = 0
    review: bool = False
    faded: bool = False

    @property
    def id(self) -> str:
        """The id of the entry."""
        return self.entry.id

    @property
    def field(self) -> Block:
        """The block of the entry."""
        return self.entry.block

    @property
    def written(self) -> str:
        """The text of the entry."""
        return self.entry.text

    @property
    def text_width(self) -> float:
        """How wide the text may be."""
        return NOTE_TEXT.w

    @property
    def question(self) -> str:
        """The question of the entry's block."""
        return block_question(self.entry.block)

    @property
    def bold(self) -> bool:
        """Entries are not set in bold."""
        return False

    def bare(self, text: ShapedText) -> "EntryLook":
        """Give the look of the entry without its text, but with room for another."""
        room = room_of(text)
        place = self.rect._replace(h=room.height + ENTRY_MORE)
        return replace(self, entry=evolve(self.entry, text=""), room=room, rect=place)

    def hue(self, theme: Theme) -> Hue:
        """Give the colours of every entry."""
        return theme.straw

    def words(self) -> tuple[str, str]:
        """Give the entry's name and description."""
        names = (name for name, _ in self.segments)
        return self.entry.text, describe_entry(self.entry, names, self.flows, review=self.review)

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw the entry with its top left corner at the origin."""
        draw_entry(surface, self, theme)


def entry_size(text: str) -> Size:
    """Give the size of an entry with this text, as it is drawn."""
    return Size(NOTE_WIDTH, note_room(text).height + ENTRY_MORE)


def draw_entry(surface: Surface, look: EntryLook, theme: Theme) -> None:
    """Draw an entry with its top left corner at the origin."""
    surface.begin(Part.ENTRY, look.words, look.field)
    hue, height = theme.straw, look.rect.h
    paper = mix(hue.fill, theme.shape, FADED) if look.faded else hue.fill
    surface.rect(Rect(0.0, 0.0, NOTE_WIDTH, height), paper, mix(paper, hue.line, 0.4), HAIRLINE, NOTE_RADIUS)
    colours = [colour or theme.blue.line for _, colour in look.segments[:COLOURS_MOST]] or [hue.line]
    if look.faded:
        colours = [mix(each, paper, FADED) for each in colours]
    else:
        colours = [standing_out(each, paper, theme.ink) for each in colours]
    _draw_edge(surface, colours, height)
    ink = theme.muted if look.faded else theme.ink
    if surface.detail:
        surface.text(fit_note(look.entry.text), NOTE_TEXT.x, NOTE_TEXT.y, ink)
        _draw_footer(surface, look, theme)
    else:
        draw_bars(surface, look.room, mix(paper, ink, 0.45))
    surface.end()


def _draw_edge(surface: Surface, colours: list[str], height: float) -> None:
    """Draw the bar at the left edge in several colours, one below the other."""
    surface.path(edge_bar(height), colours[-1])
    for number in range(len(colours) - 1, 0, -1):
        surface.path(_upper_bar(height * number / len(colours)), colours[number - 1])


def _draw_footer(surface: Surface, look: EntryLook, theme: Theme) -> None:
    """Draw the amount or the relationship at the right, and the marks of flows where it leaves room."""
    entry, hue = look.entry, theme.straw
    ink, y = theme.muted if look.faded else hue.ink, look.rect.h - FOOT
    x, room = NOTE_TEXT.x, NOTE_TEXT.w
    count = line(str(look.flows), TEXT_FLOOR, room)
    flag = FLAG_WIDTH + MARK_GAP if look.review else 0.0
    arrow = ARROW_WIDTH + 2.0 + count.width + MARK_GAP if look.flows else 0.0
    said = None
    if entry.amount is not None:
        said = line(amount_name(entry.amount), TEXT_FLOOR, room - flag)
    elif entry.relationship:
        said = line(relationship_name(entry.relationship), TEXT_FLOOR, room - flag - arrow)
    if said:
        surface.text(said, x + room - said.width, y - said.height / 2, ink)
        room -= said.width
    room -= flag
    if look.review:
        draw_flag(surface, x, y, theme)
        word = line(translate("Entry", "review"), TEXT_FLOOR, NOTE_TEXT.w, bold=True)
        x += flag
        if arrow + word.width + MARK_GAP <= room:
            surface.text(word, x, y - word.height / 2, theme.danger)
            x += word.width + MARK_GAP
    if look.flows and arrow <= room:
        draw_arrow(surface, x, y, ink)
        surface.text(count, x + ARROW_WIDTH + 2.0, y - count.height / 2, ink)


@lru_cache(maxsize=256)
def _upper_bar(height: float) -> Path:
    """Draw the bar at the left edge from the top down to a height."""
    r, edge = NOTE_RADIUS, BAR_WIDTH
    return (
        ("M", edge, 0.0),
        ("C", edge - 2.2, 0.4, 0.0, r / 2, 0.0, r),
        ("L", 0.0, height),
        ("L", edge, height),
        ("Z",),
    )
