"""Above and below the shapes: whose canvas it is, and the value proposition in a sentence."""

from dataclasses import dataclass

from canvasdesk.drawing.fitting import fit, line
from canvasdesk.drawing.naming import person_name
from canvasdesk.drawing.paragraph import Span, paragraph
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import (
    CANVAS_TITLE_SIZE,
    HAIRLINE,
    STATEMENT_SIZE,
    SUBTITLE_SIZE,
    TEXT_FLOOR,
    Theme,
)
from canvasdesk.model import statement
from canvasdesk.model.canvas import Stakeholder, ValuePropositionCanvas
from canvasdesk.model.fit import Fit
from canvasdesk.model.quoting import isolated
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.words import translate

SIDE_SHARE = 0.3  # of the title's place, for the name of the whole work on the right
CAPTION_WIDTH = 92.0
CARD_PADDING = 14.0
CARD_RADIUS = 8.0


def draw_heading(
    surface: Surface,
    place: Rect,
    segment: CustomerSegment,
    stakeholder: Stakeholder | None,
    work: str,
    theme: Theme,
) -> None:
    """Draw the segment's name, below it who in the segment it is about, and the work's title on the right."""
    title = segment.name or translate("Canvas", "Unnamed segment")
    subtitle = heading_subtitle(segment, stakeholder)
    surface.begin(Part.HEADING, lambda: (title, subtitle))
    side = line(work, SUBTITLE_SIZE, place.w * SIDE_SHARE)
    room = place.w - side.width - CARD_PADDING
    name = line(title, CANVAS_TITLE_SIZE, room, bold=True)
    below = line(subtitle, SUBTITLE_SIZE, room)
    surface.text(name, place.x, place.y, theme.ink)
    surface.text(below, place.x, place.bottom - below.height, theme.muted)
    surface.text(side, place.right - side.width - side.left, place.bottom - side.height, theme.muted)
    surface.end()


def heading_subtitle(segment: CustomerSegment, stakeholder: Stakeholder | None) -> str:
    """Say who in the segment the canvas is about: the stakeholder, else whom the segment describes."""
    return segment.who if stakeholder is None else person_name(stakeholder)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The value proposition in parts; `suggested` where nobody has written one yet."""

    parts: tuple[statement.Part, ...]
    suggested: bool

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return statement.sentence(self.parts)


def sentence(
    canvas: ValuePropositionCanvas, segment: CustomerSegment, figures: Fit, language: str
) -> Sentence:
    """Give the value proposition of a canvas, as it is written or else suggested from its notes."""
    parts = statement.suggest(canvas, segment, figures, language)
    return Sentence(parts, suggested=not canvas.statement.strip())


def draw_sentence(surface: Surface, place: Rect, said: Sentence, theme: Theme) -> None:
    """Draw the value proposition below the shapes: written in ink, suggested in grey."""
    surface.begin(Part.SENTENCE, lambda: (sentence_caption(said), said.text))
    surface.rect(place, theme.panel, theme.hairline, HAIRLINE, CARD_RADIUS)
    caption = fit(sentence_caption(said), CAPTION_WIDTH, 0.0, (TEXT_FLOOR,), bold=True)
    left, middle = place.x + CARD_PADDING, place.centre.y
    surface.text(caption, left, middle - caption.height / 2, theme.muted)
    left += CAPTION_WIDTH + CARD_PADDING
    room = place.right - CARD_PADDING - left
    spans = tuple(_span(part, said, theme) for part in said.parts)
    text = paragraph(spans, room, 0.0, (STATEMENT_SIZE, STATEMENT_SIZE - 1.0))
    if not text.whole:
        text = paragraph(spans, room, place.h - 6.0, (STATEMENT_SIZE, 14.0, TEXT_FLOOR))
    surface.text(text, left, middle - text.height / 2, theme.muted if said.suggested else theme.ink)
    surface.end()


def sentence_caption(said: Sentence) -> str:
    """Give what stands before the sentence."""
    if said.suggested:
        return translate("Canvas", "Suggested proposition")
    return translate("Canvas", "Value proposition")


def _span(part: statement.Part, said: Sentence, theme: Theme) -> Span:
    if part.missing:
        return Span(f"⟨{part.text}⟩")
    colour = theme.hue(part.section).ink if part.section else None
    text = isolated(part.text) if part.slot else part.text
    return Span(text, colour, bold=part.slot and not said.suggested)
