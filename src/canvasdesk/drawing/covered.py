"""Covered notes: the mark of one that only its writers may read, and the back of one that lies face down."""

from functools import lru_cache

from canvasdesk.drawing.colour import mix
from canvasdesk.drawing.surface import Surface, hatch_lines
from canvasdesk.layout.geometry import Path, Rect
from canvasdesk.layout.style import BAR_WIDTH, HAIRLINE, NOTE_RADIUS, NOTE_WIDTH, Hue, Theme

EYE = 10.0  # canvas units: how wide the mark in a footer is
MEDAL = 15.0  # canvas units: radius of the place for the mark on the back
BACK_EYE = 22.0
FRAME = 5.0  # canvas units from the edge of the back to its pattern
RIM = 2.0
LATTICE = 9.0
SHADE = 0.08  # how far the paper of a covered note goes towards the ink
STROKE = 0.12  # of the width of the eye


def covered_fill(hue: Hue, theme: Theme) -> str:
    """Give the colour of the paper of a covered note."""
    return mix(hue.fill, theme.ink, SHADE)


def draw_rim(surface: Surface, height: float, colour: str) -> None:
    """Draw the second border of a covered note, inside the first."""
    place = Rect(0.0, 0.0, NOTE_WIDTH, height).inset(RIM)
    surface.rect(place, None, colour, HAIRLINE, NOTE_RADIUS - RIM)


def draw_eye(surface: Surface, x: float, y: float, width: float, colour: str) -> None:
    """Draw an eye that is crossed out, its left corner at `x` and its middle at the height `y`."""
    stroke = width * STROKE
    surface.path(_eye(x, y, width), None, colour, stroke)
    surface.circle(x + width / 2, y, width * 0.13, colour)
    reach = width * 0.36
    middle = x + width / 2
    surface.line(middle - reach, y + reach, middle + reach, y - reach, colour, stroke)


def draw_back(surface: Surface, paper: Rect, hue: Hue) -> None:
    """Draw the back of a note above its `paper`: a lattice in a frame, and the mark in the middle."""
    frame = Rect(paper.x + BAR_WIDTH, paper.y, paper.w - BAR_WIDTH, paper.h).inset(FRAME)
    faint = mix(hue.fill, hue.line, 0.45)
    surface.rect(frame, hue.fill, faint, HAIRLINE)
    if surface.detail:
        surface.path(_lattice(frame), None, faint, HAIRLINE)
        x, y = frame.centre
        surface.circle(x, y, MEDAL, hue.fill, faint, HAIRLINE)
        draw_eye(surface, x - BACK_EYE / 2, y, BACK_EYE, hue.ink)


@lru_cache(maxsize=256)
def _eye(x: float, y: float, width: float) -> Path:
    bend = width * 0.36
    third = width / 3
    return (
        ("M", x, y),
        ("C", x + third, y - bend, x + 2 * third, y - bend, x + width, y),
        ("C", x + 2 * third, y + bend, x + third, y + bend, x, y),
        ("Z",),
    )


@lru_cache(maxsize=256)
def _lattice(frame: Rect) -> Path:
    """Give lines that rise and lines that fall, as far as they lie in a frame."""
    turned = frame.x + frame.right
    lines = list(hatch_lines(frame, LATTICE))
    lines += [(turned - x1, y1, turned - x2, y2) for x1, y1, x2, y2 in lines]
    return tuple(point for x1, y1, x2, y2 in lines for point in (("M", x1, y1), ("L", x2, y2)))
