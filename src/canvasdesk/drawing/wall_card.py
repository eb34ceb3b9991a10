"""A note on a wall: as wide as its row wants it, its text as large as the room needs it, little else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from canvasdesk.drawing.colour import mix
from canvasdesk.drawing.covered import draw_back
from canvasdesk.drawing.fitting import NOTE_SIZES, NOTE_TEXT, cut, fit
from canvasdesk.drawing.naming import covered_name, describe_note, section_name, section_question
from canvasdesk.drawing.note import DASHES, PARKED, edge_bar
from canvasdesk.drawing.room import longest_word, note_room, room_of
from canvasdesk.drawing.surface import SOLID, Part, Surface
from canvasdesk.drawing.text import ShapedText
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import (
    HAIRLINE,
    NOTE_FOOTER,
    NOTE_RADIUS,
    PIP_GAP,
    PIP_SIZE,
    TEXT_FLOOR,
    Hue,
    Theme,
)
from canvasdesk.layout.wall import WIDTHS
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Half, Section
from canvasdesk.model.value import evolve

PIPS = 5
MARGIN = 9.0
"""On the right of the text, where the importance stands as a column of pips."""
FOOT = 1.0
"""Below the text; the lines themselves keep more."""


@dataclass(frozen=True, slots=True)
class WallCard:
    """All that is needed to draw a note on a wall, in canvas units."""

    note: Note
    rect: Rect

    @property
    def id(self) -> str:
        """The id of the note."""
        return self.note.id

    @property
    def field(self) -> Section:
        """The section of the note."""
        return self.note.section

    @property
    def written(self) -> str:
        """The text of the note."""
        return self.note.text

    @property
    def text_width(self) -> float:
        """How wide the text may be."""
        return text_width(self.rect.w)

    @property
    def question(self) -> str:
        """The question of the note's section."""
        return section_question(self.note.section)

    @property
    def bold(self) -> bool:
        """Notes are not set in bold."""
        return False

    @property
    def text(self) -> ShapedText:
        """The text as it is drawn; what is too long for the picture ends in an ellipsis."""
        text = fit(self.note.text, self.text_width, NOTE_TEXT.h, NOTE_SIZES)
        room = self.rect.h - NOTE_TEXT.y - FOOT
        return text if text.height <= room + 1 else cut(self.note.text, self.text_width, room, TEXT_FLOOR)

    def hue(self, theme: Theme) -> Hue:
        """Give the colours of the note's section."""
        return theme.hue(self.note.section)

    def words(self) -> tuple[str, str]:
        """Give the note's name and description."""
        if self.note.face_down:
            return covered_name(), section_name(self.note.section)
        return self.note.text, describe_note(self.note, None, 0)

    def bare(self, text: ShapedText) -> "WallCard":
        """Give the look of the note without its text, but with room for another."""
        needed = room_of(text).height - NOTE_FOOTER + FOOT
        place = self.rect._replace(h=max(self.rect.h, needed))
        return replace(self, note=evolve(self.note, text=""), rect=place)

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw the note with its top left corner at the origin."""
        note, hue = self.note, self.hue(theme)
        surface.begin(Part.NOTE, self.words, self.field)
        paper = Rect(0.0, 0.0, self.rect.w, self.rect.h)
        fill = theme.shape if note.parked else hue.fill
        edge = theme.muted if note.parked else mix(fill, hue.line, 0.4)
        dash = PARKED if note.parked else DASHES.get(note.state, SOLID)
        surface.rect(paper, fill, edge, HAIRLINE, NOTE_RADIUS, dash)
        if not note.parked:
            surface.path(edge_bar(self.rect.h), hue.line)
        if note.face_down:
            draw_back(surface, paper, hue)
            surface.end()
            return
        surface.text(self.text, NOTE_TEXT.x, NOTE_TEXT.y, theme.muted if note.parked else theme.ink)
        if note.section.half is Half.CIRCLE and not note.parked:
            self._draw_pips(surface, fill, hue)
        surface.end()

    def _draw_pips(self, surface: Surface, fill: str, hue: Hue) -> None:
        x, known = self.rect.w - MARGIN / 2, self.note.importance or 0
        for number in range(PIPS):
            y = NOTE_TEXT.y + 5.0 + (PIPS - 1 - number) * (PIP_SIZE + PIP_GAP)
            colour = hue.line if number < known else mix(fill, hue.line, 0.35)
            surface.circle(x, y, PIP_SIZE / 2, colour)


def text_width(width: float) -> float:
    """Give how wide the text of a card may be that is `width` wide."""
    return width - NOTE_TEXT.x - MARGIN


def narrowest(texts: Iterable[str]) -> float:
    """Give the least width of cards in which no word has to be broken; endless words are left to be."""
    words = (longest_word(text) for text in texts)
    return max((word for word in words if word <= text_width(WIDTHS[-1])), default=0.0) + NOTE_TEXT.x + MARGIN


def card_height(text: str, width: float) -> float:
    """Give the height of a card of this width around a text, measured without shaping it."""
    return note_room(text, text_width(width)).height - NOTE_FOOTER + FOOT
