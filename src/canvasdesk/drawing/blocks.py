"""The template of the business model: nine blocks with their titles, drawn beneath everything else."""

from collections.abc import Mapping
from math import pi

from canvasdesk.drawing.fitting import fit, line
from canvasdesk.drawing.icons import GRID, STROKE, field_icon
from canvasdesk.drawing.naming import amount_name, block_name, block_question
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.template import COUNT_GAP, HINT_WIDTH, ICON_GAP
from canvasdesk.layout.blocks import ModelBoard
from canvasdesk.layout.geometry import Path, Point, Rect, Segment, arc, rounded_path
from canvasdesk.layout.style import (
    HAIRLINE,
    ICON_SIZE,
    OUTLINE_WIDTH,
    SECTION_TITLE_SIZE,
    TEXT_FLOOR,
    Theme,
)
from canvasdesk.model.business import Block
from canvasdesk.words import translate

CORNER = 14.0
NESTED = frozenset({Block.PROPOSITIONS, Block.SEGMENTS})
"""The two blocks that value proposition canvases look into."""


def draw_blocks(
    surface: Surface,
    board: ModelBoard,
    counts: Mapping[Block, int],
    sums: Mapping[Block, float | None],
    theme: Theme,
) -> None:
    """Draw the nine blocks with their titles, the number of their notes and what their amounts add up to.

    A block without notes shows no number but the question that gets it going.
    """
    draw_outlines(surface, board, theme)
    for block in Block:
        count = counts.get(block, 0)
        draw_header(surface, board, block, count, sums.get(block), theme)
        if not count:
            _draw_question(surface, board.inside(block), block, theme)


def draw_outlines(surface: Surface, board: ModelBoard, theme: Theme) -> None:
    """Draw the nine blocks without words."""
    for block in board.blocks:
        fill = theme.blue.tint if block in NESTED else theme.shape
        surface.path(block_outline(board, block), fill, theme.hairline, HAIRLINE)
    surface.path(rounded_path(board.frame, CORNER), None, theme.hairline, OUTLINE_WIDTH)


def draw_header(
    surface: Surface, board: ModelBoard, block: Block, count: int, total: float | None, theme: Theme
) -> None:
    """Draw icon, name, count and sum of a block into its place."""
    x, y, w, h = board.header(block)
    surface.begin(Part.BLOCK, lambda: (block_name(block), _sum_name(total)), block)
    surface.push(x, y, board.lettering)
    place = Rect(0.0, 0.0, w / board.lettering, h / board.lettering)
    ink = theme.blue.ink if block in NESTED else theme.ink
    middle, left = place.centre.y, place.x + ICON_SIZE + ICON_GAP
    said = line(_sum_name(total), TEXT_FLOOR, place.w / 2)
    number = line(str(count or ""), TEXT_FLOOR, 60.0)
    room = place.right - left - said.width - number.width - 2 * COUNT_GAP
    name = line(block_name(block), SECTION_TITLE_SIZE, room, bold=True)
    surface.push(place.x, middle - ICON_SIZE / 2, ICON_SIZE / GRID)
    surface.path(field_icon(block), None, ink, STROKE)
    surface.pop()
    surface.text(name, left, middle - name.height / 2, ink)
    if count:
        surface.text(number, left + name.width + COUNT_GAP, middle - number.height / 2, theme.muted)
    if total is not None:
        surface.text(said, place.right - said.width, middle - said.height / 2, theme.muted)
    surface.pop()
    surface.end()


def _sum_name(total: float | None) -> str:
    return "" if total is None else translate("Block", "{amount} a year", amount=amount_name(total))


def _draw_question(surface: Surface, inside: Rect, block: Block, theme: Theme) -> None:
    width = min(HINT_WIDTH, inside.w)
    question = fit(block_question(block), width, 0.0, (SECTION_TITLE_SIZE,), centred=True)
    x, y = inside.centre
    surface.begin(Part.SENTENCE, lambda: (block_question(block), ""), block)
    surface.text(question, x - width / 2, y - question.height / 2, theme.muted)
    surface.end()


def block_outline(board: ModelBoard, block: Block) -> Path:
    """Give a block as a path, round where it has a corner of the frame."""
    rect, frame = board.blocks[block], board.frame
    corners = (
        (Point(rect.x, rect.y), Point(frame.x, frame.y), 1, 1),
        (Point(rect.right, rect.y), Point(frame.right, frame.y), -1, 1),
        (Point(rect.right, rect.bottom), Point(frame.right, frame.bottom), -1, -1),
        (Point(rect.x, rect.bottom), Point(frame.x, frame.bottom), 1, -1),
    )
    path: list[Segment] = []
    for turn, (corner, outer, right, down) in enumerate(corners):
        if corner != outer:
            path.append(("L", *corner))
            continue
        centre = Point(corner.x + right * CORNER, corner.y + down * CORNER)
        start = pi + turn * pi / 2
        first = Point(corner.x, centre.y) if right == down else Point(centre.x, corner.y)
        path += [("L", *first), *arc(centre, CORNER, start, start + pi / 2)]
    return (("M", *path[0][1:3]), *path[1:], ("Z",))
