"""Above and below the shapes: whose canvas it is, and the value proposition in a sentence."""

import re
from collections.abc import Iterable
from string import Formatter

from canvasdesk.drawing.fitting import fit, line
from canvasdesk.drawing.naming import role_name
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
from canvasdesk.model.canvas import Stakeholder
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.words import translate

Sentence = tuple[tuple[str, Section | None], ...]
"""The value proposition, part by part, each with the section whose colour it has."""

LEAST_FOUND = 3  # letters; shorter note texts would be found everywhere
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
    surface.text(side, place.right - side.width, place.bottom - side.height, theme.muted)
    surface.end()


def heading_subtitle(segment: CustomerSegment, stakeholder: Stakeholder | None) -> str:
    """Say who in the segment the canvas is about: the stakeholder, else whom the segment describes."""
    if stakeholder is None:
        return segment.who
    role = role_name(stakeholder.role)
    if not stakeholder.name:
        return role
    return translate("Canvas", "{name} · {role}", name=stakeholder.name, role=role)


def sentence(statement: str, notes: Iterable[Note]) -> Sentence:
    """Cut a statement into parts, those that are a note's text with that note's section."""
    folded = statement.lower()
    named = {
        text: note.section
        for note in notes
        if len(text := note.text.strip().rstrip(".").lower()) >= LEAST_FOUND and text in folded
    }
    if not named:
        return ((statement, None),)
    longest_first = sorted(named, key=len, reverse=True)
    pieces = re.split("(" + "|".join(map(re.escape, longest_first)) + ")", statement, flags=re.IGNORECASE)
    return tuple((piece, named.get(piece.lower())) for piece in pieces if piece)


def prompt() -> Sentence:
    """Give the sentence with blanks that stands where there is no statement yet."""
    text = translate(
        "Canvas",
        "With {products}, our customers {jobs} without {pains}, and get {gains}.",
        "Names in braces are blanks in the colour of their section; keep them.",
    )
    blanks = {
        "products": (translate("Canvas", "[our offer]"), Section.PRODUCTS),
        "jobs": (translate("Canvas", "[get a job done]"), Section.JOBS),
        "pains": (translate("Canvas", "[a pain]"), Section.PAINS),
        "gains": (translate("Canvas", "[a gain]"), Section.GAINS),
    }
    parts: list[tuple[str, Section | None]] = []
    for before, blank, _, _ in Formatter().parse(text):
        parts.append((before, None))
        if blank in blanks:
            parts.append(blanks[blank])
    return tuple(parts)


def draw_sentence(surface: Surface, place: Rect, said: Sentence, theme: Theme) -> None:
    """Draw the value proposition below the shapes; nothing said shows the prompt."""
    name = translate("Canvas", "Value proposition")
    surface.begin(Part.SENTENCE, lambda: (name, "".join(part for part, _ in said)))
    surface.rect(place, theme.panel, theme.hairline, HAIRLINE, CARD_RADIUS)
    caption = fit(name, CAPTION_WIDTH, 0.0, (TEXT_FLOOR,), bold=True)
    left, middle = place.x + CARD_PADDING, place.centre.y
    surface.text(caption, left, middle - caption.height / 2, theme.muted)
    spans = tuple(
        Span(part, theme.hue(section).ink if section else None, bool(section and said))
        for part, section in said or prompt()
    )
    left += CAPTION_WIDTH + CARD_PADDING
    room = place.right - CARD_PADDING - left
    text = paragraph(spans, room, 0.0, (STATEMENT_SIZE, STATEMENT_SIZE - 1.0))
    if not text.whole:
        text = paragraph(spans, room, place.h - 6.0, (STATEMENT_SIZE, 14.0, TEXT_FLOOR))
    surface.text(text, left, middle - text.height / 2, theme.ink if said else theme.muted)
    surface.end()
