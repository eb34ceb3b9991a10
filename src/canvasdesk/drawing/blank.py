"""Blank canvases for pen and paper: the templates with questions, lines to write on and room for notes."""

from collections.abc import Iterable
from dataclasses import dataclass

from canvasdesk.drawing.blocks import draw_header, draw_outlines
from canvasdesk.drawing.fitting import fit, line
from canvasdesk.drawing.header import CARD_PADDING, CARD_RADIUS
from canvasdesk.drawing.questions import block_questions, section_questions
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.template import draw_shapes, draw_title
from canvasdesk.drawing.text import LEADING, ShapedText
from canvasdesk.layout.blocks import model_board
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.plan import Align, Region
from canvasdesk.layout.regions import board
from canvasdesk.layout.style import HAIRLINE, STATEMENT_SIZE, TEXT_FLOOR, Theme
from canvasdesk.model import statement
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section
from canvasdesk.words import translate

QUESTION_WIDTH = 250.0
BELOW = 4.0
"""Between a title and the questions, and from one question to the next."""
FIELD_GAP = 24.0
"""Between two lines to write on."""
SLOT = "_" * 18


@dataclass(frozen=True, slots=True)
class BlankCanvas:
    """A value proposition canvas with nothing on it."""

    swapped: bool = False

    @property
    def bounds(self) -> Rect:
        """The rectangle around everything."""
        return board(self.swapped).bounds

    def words(self) -> tuple[str, str]:
        """Give name and description."""
        return translate("Blank", "Value proposition canvas"), translate("Blank", "To be filled in by hand")

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw the sections with their questions, and lines for the segment and the proposition."""
        there = board(self.swapped)
        surface.begin(Part.CANVAS, self.words)
        draw_shapes(surface, there, theme)
        for section in Section:
            region = there.region(section)
            draw_title(surface, region, section, 0, theme)
            _draw_section(surface, region, section, theme)
        fields = (
            translate("Blank", "Customer segment"),
            translate("Blank", "Who"),
            translate("Blank", "Situation"),
            translate("Blank", "Need"),
        )
        _draw_fields(surface, there.title, fields, theme)
        _draw_sentence(surface, there.statement, theme)
        surface.end()


@dataclass(frozen=True, slots=True)
class BlankModel:
    """A business model canvas with nothing on it."""

    swapped: bool = False

    @property
    def bounds(self) -> Rect:
        """The rectangle around everything."""
        return model_board(self.swapped).bounds

    def words(self) -> tuple[str, str]:
        """Give name and description."""
        return translate("Blank", "Business model canvas"), translate("Blank", "To be filled in by hand")

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw the blocks with their questions, and lines for the name and who has worked on it."""
        there = model_board(self.swapped)
        surface.begin(Part.CANVAS, self.words)
        draw_outlines(surface, there, theme)
        for block in Block:
            draw_header(surface, there, block, 0, None, theme)
            room = there.inside(block)
            _draw_questions(surface, _shaped(block_questions(block), room.w), room, "left", block, theme)
        fields = (
            translate("Blank", "Business model"),
            translate("Blank", "Made by"),
            translate("Blank", "Date"),
        )
        _draw_fields(surface, there.title, fields, theme)
        surface.end()


def _draw_section(surface: Surface, region: Region, section: Section, theme: Theme) -> None:
    """Draw questions on the side of the title that looks into the section, all as wide as there is room."""
    title, said = region.title, section_questions(section)
    below = title.centre.y < region.bounds.centre.y
    start = region.first_row if below else title.y - BELOW
    near = start + (1 if below else -1) * 2 * LEADING * TEXT_FLOOR
    left, right = region.span(min(start, near), max(start, near))
    align = region.title_align
    left = title.x if align == "left" else left + BELOW
    right = title.right if align == "right" else right - BELOW
    texts = _shaped(said, min(QUESTION_WIDTH, right - left), centred=align == "centre")
    high = sum(text.height + BELOW for text in texts) - BELOW
    place = Rect(left, start if below else start - high, right - left, high)
    _draw_questions(surface, texts, place, align, section, theme)


def _shaped(questions: Iterable[str], width: float, *, centred: bool = False) -> list[ShapedText]:
    return [fit(question, width, 0.0, (TEXT_FLOOR,), centred=centred) for question in questions]


def _draw_questions(
    surface: Surface,
    texts: Iterable[ShapedText],
    place: Rect,
    align: Align,
    field: Section | Block,
    theme: Theme,
) -> None:
    y = place.y
    for text in texts:
        x = {
            "left": place.x,
            "centre": place.centre.x - text.box / 2,
            "right": place.right - text.width,
        }[align]
        _draw_words(surface, text, x, y, theme, field)
        y += text.height + BELOW


def _draw_fields(surface: Surface, place: Rect, names: tuple[str, ...], theme: Theme) -> None:
    """Draw a line to write on for each name, side by side."""
    wide = (place.w + FIELD_GAP) / len(names) - FIELD_GAP
    for number, name in enumerate(names):
        x = place.x + number * (wide + FIELD_GAP)
        text = line(name, TEXT_FLOOR, wide)
        _draw_words(surface, text, x, place.y, theme)
        surface.line(x, place.bottom - HAIRLINE, x + wide, place.bottom - HAIRLINE, theme.muted, HAIRLINE)


def _draw_sentence(surface: Surface, place: Rect, theme: Theme) -> None:
    """Draw the proposition with gaps to be filled in."""
    said = statement.form(dict.fromkeys(statement.SLOTS, SLOT))
    room = place.w - 2 * CARD_PADDING
    text = fit(said, room, place.h, (STATEMENT_SIZE, TEXT_FLOOR))
    surface.rect(place, theme.panel, theme.hairline, HAIRLINE, CARD_RADIUS)
    _draw_words(surface, text, place.x + CARD_PADDING, place.centre.y - text.height / 2, theme)


def _draw_words(
    surface: Surface, text: ShapedText, x: float, y: float, theme: Theme, field: Section | Block | None = None
) -> None:
    surface.begin(Part.SENTENCE, lambda: (text.layout.text(), ""), field)
    surface.text(text, x, y, theme.muted)
    surface.end()
