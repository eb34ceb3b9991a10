"""The fit meter: a percent, a ring for gains, a ring for pains, and a needle for what is proven."""

from math import cos, radians, sin

from canvasdesk.drawing.fitting import line
from canvasdesk.drawing.icons import GRID, STROKE, field_icon
from canvasdesk.drawing.naming import share_name, verdict_name
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.text import ShapedText, rows
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.regions import Board
from canvasdesk.layout.style import (
    ICON_SIZE,
    METER_SIZE,
    NEEDLE_WIDTH,
    RING_GAP,
    RING_WIDTH,
    TEXT_FLOOR,
    VERDICT_SIZE,
    Theme,
)
from canvasdesk.model.fit import Fit, SectionFit, percent
from canvasdesk.model.sections import Section
from canvasdesk.words import translate

RIM = 5.0
"""The board's colour around rings and words, so that links end before them."""
TURN = 360.0
ROW = 19.0
ICON_GAP = 4.0
FIGURE_GAP = 14.0
WORD_GAP = 5.0
NEEDLE_OVER = 3.0
INSET = 12.0


def draw_meter(surface: Surface, board: Board, figures: Fit, theme: Theme) -> None:
    """Draw the meter and its figures in words."""
    surface.begin(Part.METER, lambda: meter_words(figures))
    centre, radius = board.meter.centre, board.meter.w / 2
    surface.circle(*centre, radius + RIM, theme.board)
    for section, outer in ((Section.GAINS, radius), (Section.PAINS, radius - RING_WIDTH - RING_GAP)):
        share = figures.sections[section].share
        middle = outer - RING_WIDTH / 2
        surface.arc(*centre, middle, 0.0, TURN, theme.meter_track, RING_WIDTH)
        if share:
            surface.arc(*centre, middle, 0.0, share * TURN, theme.hue(section).line, RING_WIDTH)
    if figures.proven:
        _draw_needle(surface, board, figures.proven, theme)
    _draw_percent(surface, board.meter, figures, theme)
    _draw_legend(surface, board.legend, figures, theme)
    surface.end()


def meter_words(figures: Fit) -> tuple[str, str]:
    """Give the meter's name and its figures in a sentence."""
    name = translate("Meter", "Fit {share}", share=share_name(figures.on_paper))
    gains, pains = figures.sections[Section.GAINS], figures.sections[Section.PAINS]
    said = translate(
        "Meter",
        "{verdict}; gains {gains}, pains {pains}; {proven} proven.",
        verdict=verdict_name(figures.verdict),
        gains=_of(gains),
        pains=_of(pains),
        proven=share_name(figures.proven),
    )
    return name, said


def _of(part: SectionFit) -> str:
    return translate("Meter", "{answered} of {total}", answered=part.answered, total=part.total)


def _draw_needle(surface: Surface, board: Board, proven: float, theme: Theme) -> None:
    """Draw a stroke across both rings where the proven share ends."""
    (x, y), radius = board.meter.centre, board.meter.w / 2
    angle = radians(proven * TURN)
    inner, outer = radius - 2 * RING_WIDTH - RING_GAP - NEEDLE_OVER, radius + NEEDLE_OVER
    ends = (x + inner * sin(angle), y - inner * cos(angle), x + outer * sin(angle), y - outer * cos(angle))
    surface.line(*ends, theme.board, NEEDLE_WIDTH + 3.0)
    surface.line(*ends, theme.ink, NEEDLE_WIDTH)


def _draw_percent(surface: Surface, place: Rect, figures: Fit, theme: Theme) -> None:
    x, y = place.centre
    share = figures.on_paper
    number = line("–" if share is None else str(percent(share)), METER_SIZE, place.w, bold=True)
    sign = line("" if share is None else "%", METER_SIZE / 2, place.w, bold=True)
    left, top = x - (number.width + sign.width) / 2, y - number.height / 2
    surface.text(number, left, top, theme.ink)
    # The sign stands on the number's baseline.
    lower = rows(number)[0].baseline - rows(sign)[0].baseline
    surface.text(sign, left + number.width, top + lower, theme.ink)


def _draw_legend(surface: Surface, place: Rect, figures: Fit, theme: Theme) -> None:
    verdict = line(verdict_name(figures.verdict), VERDICT_SIZE, place.w, bold=True)
    parts = [(verdict, theme.ink)]
    if figures.provisional and figures.verdict:
        said = translate("Meter", "provisional") if figures.ranked else translate("Meter", "unranked")
        parts.append((line(said, TEXT_FLOOR, place.w - verdict.width), theme.muted))
    rows_shown = 1 if figures.on_paper is None else 3
    backing = Rect(place.x + INSET, place.y, place.w - 2 * INSET, rows_shown * ROW)
    surface.rect(backing, theme.board, radius=RIM)
    _draw_row(surface, place, 0, parts)
    if figures.on_paper is None:
        return
    _draw_figures(surface, place, figures, theme)
    proven = translate("Meter", "{share} proven", share=share_name(figures.proven))
    _draw_row(surface, place, 2, [(line(proven, TEXT_FLOOR, place.w), theme.ink)])


def _draw_row(surface: Surface, place: Rect, number: int, parts: list[tuple[ShapedText, str]]) -> None:
    wide = sum(text.width for text, _ in parts) + WORD_GAP * (len(parts) - 1)
    x, middle = place.centre.x - wide / 2, place.y + (number + 0.5) * ROW
    for text, colour in parts:
        surface.text(text, x, middle - text.height / 2, colour)
        x += text.width + WORD_GAP


def _draw_figures(surface: Surface, place: Rect, figures: Fit, theme: Theme) -> None:
    """Draw icon and number for each of the two rings."""
    sections = (Section.GAINS, Section.PAINS)
    said = [line(_of(figures.sections[section]), TEXT_FLOOR, place.w / 2) for section in sections]
    wide = sum(ICON_SIZE + ICON_GAP + text.width for text in said) + FIGURE_GAP
    x, middle = place.centre.x - wide / 2, place.y + 1.5 * ROW
    for section, text in zip(sections, said, strict=True):
        ink = theme.hue(section).ink
        surface.push(x, middle - ICON_SIZE / 2, ICON_SIZE / GRID)
        surface.path(field_icon(section), None, ink, STROKE)
        surface.pop()
        surface.text(text, x + ICON_SIZE + ICON_GAP, middle - text.height / 2, ink)
        x += ICON_SIZE + ICON_GAP + text.width + FIGURE_GAP
