"""The template: circle and square with their six sections, drawn beneath everything else."""

from collections.abc import Mapping
from math import sqrt

from canvasdesk.drawing.fitting import fit, line
from canvasdesk.drawing.icons import GRID, STROKE, field_icon
from canvasdesk.drawing.naming import half_name, section_name, section_question
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.text import rows
from canvasdesk.layout.plan import Region
from canvasdesk.layout.regions import Board
from canvasdesk.layout.style import (
    HAIRLINE,
    ICON_SIZE,
    OUTLINE_WIDTH,
    SECTION_TITLE_SIZE,
    TEXT_FLOOR,
    TITLE_HEIGHT,
    Theme,
)
from canvasdesk.model.sections import Half, Section

ICON_GAP = 6.0
COUNT_GAP = 6.0
HINT_WIDTH = 240.0
CAPTION_GAP = 8.0


def draw_template(surface: Surface, board: Board, counts: Mapping[Section, int], theme: Theme) -> None:
    """Draw circle and square with the titles of their sections and the number of notes in each.

    A section without notes shows no number but the question that gets it going.
    """
    draw_shapes(surface, board, theme)
    for section in Section:
        count = counts.get(section, 0)
        draw_title(surface, board.region(section), section, count, theme)
        if not count:
            _draw_question(surface, board.region(section), section, theme)


def draw_shapes(surface: Surface, board: Board, theme: Theme) -> None:
    """Draw circle and square with their captions and the outlines of their sections."""
    for section in Section:
        surface.path(board.region(section).outline, theme.hue(section).tint, theme.hairline, HAIRLINE)
    surface.path(board.square_outline, None, theme.hairline, OUTLINE_WIDTH)
    surface.path(board.circle_outline, None, theme.hairline, OUTLINE_WIDTH)
    for half in Half:
        _draw_caption(surface, board, half, theme)


def draw_title(surface: Surface, region: Region, section: Section, count: int, theme: Theme) -> None:
    """Draw icon, name and count of a section into its place."""
    surface.begin(Part.SECTION, lambda: (section_name(section), ""), section)
    hue, place = theme.hue(section), region.title
    number = line(str(count or ""), TEXT_FLOOR, 60.0)
    after = COUNT_GAP + number.width if count else 0.0
    room = place.w - ICON_SIZE - ICON_GAP - after
    name = fit(section_name(section), room, place.h, (SECTION_TITLE_SIZE,), bold=True)
    wide = ICON_SIZE + ICON_GAP + name.width + after
    x = {
        "left": place.x,
        "centre": place.x + (place.w - wide) / 2,
        "right": place.right - wide,
    }[region.title_align]
    surface.push(x, place.y + (TITLE_HEIGHT - ICON_SIZE) / 2, ICON_SIZE / GRID)
    surface.path(field_icon(section), None, hue.ink, STROKE)
    surface.pop()
    x += ICON_SIZE + ICON_GAP
    surface.text(name, x, place.y + (TITLE_HEIGHT - name.height / name.lines) / 2, hue.ink)
    if count:
        middle = place.y + TITLE_HEIGHT * (name.lines - 0.5)
        surface.text(number, x + rows(name)[-1].width + COUNT_GAP, middle - number.height / 2, theme.muted)
    surface.end()


def _draw_question(surface: Surface, region: Region, section: Section, theme: Theme) -> None:
    question = fit(section_question(section), HINT_WIDTH, 0.0, (SECTION_TITLE_SIZE,), centred=True)
    x, y = region.middle
    surface.begin(Part.SENTENCE, lambda: (section_question(section), ""), section)
    surface.text(question, x - HINT_WIDTH / 2, y - question.height / 2, theme.muted)
    surface.end()


def _draw_caption(surface: Surface, board: Board, half: Half, theme: Theme) -> None:
    """Name circle and square at the lower end of the sides that face each other."""
    name = line(half_name(half), TEXT_FLOOR, board.square.w)
    y = board.square.bottom - name.height - CAPTION_GAP
    x, _, radius = board.circle
    lean = sqrt(radius**2 - (radius - name.height - CAPTION_GAP) ** 2)
    edges = {
        Half.SQUARE: (board.square.x, board.square.right),
        Half.CIRCLE: (x - lean, x + lean),
    }[half]
    on_right = (half is Half.SQUARE) != board.swapped
    left = edges[1] + CAPTION_GAP if on_right else edges[0] - CAPTION_GAP - name.width
    surface.text(name, left, y, theme.muted)
