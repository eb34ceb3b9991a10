"""Where the nine blocks of the business model stand, where their entries have room, and the order in them.

The board has levels: at level 2 it is as large as that of a value proposition canvas, and at each further one
every block has room for more notes. A narrow block is as many notes wide as the level says.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TypeVar

from canvasdesk.layout.arrange import first_gap
from canvasdesk.layout.geometry import Point, Rect, Size
from canvasdesk.layout.plan import MARGIN
from canvasdesk.layout.style import ENTRY_MORE, GAP, NOTE_HEIGHT, NOTE_WIDTH, TITLE_HEIGHT
from canvasdesk.model.business import Block

Id = TypeVar("Id", bound=Hashable)

USUAL_LEVEL, MOST_LEVEL = 2, 12
COLUMN, ROW = NOTE_WIDTH + GAP, NOTE_HEIGHT + ENTRY_MORE + GAP
SIDE = 13.0
"""From the edge of a block to its notes, sideways."""
HEADER, FOOT = 31.0, 7.0
"""Above the notes of a block, for its title, and below them."""
TOP = 60.0
"""Above the blocks, for the title of the whole."""
MORE_LETTERING = 0.5
"""By how much titles grow with each level."""
BELOW = 12.0
"""Below the blocks, to the edge of the board."""
SEGMENT_WIDE = 2 * NOTE_WIDTH + GAP
"""How wide the cards of few segments are; those of many are as wide as notes."""


@dataclass(frozen=True, slots=True)
class ModelBoard:
    """All fixed places of the business model canvas, in canvas units."""

    swapped: bool
    level: int
    bounds: Rect
    """What a view fits to see everything, a small margin included."""
    title: Rect
    lettering: float
    """How much larger titles are than at the usual level: a large board is seen from afar."""
    blocks: Mapping[Block, Rect]

    @property
    def frame(self) -> Rect:
        """The rectangle that the blocks fill."""
        return self.blocks[Block.PARTNERS].united(self.blocks[Block.REVENUE]).united(self.blocks[Block.COSTS])

    def inside(self, block: Block) -> Rect:
        """Give where the notes of a block may stand; entries count from its top left corner."""
        x, y, w, h = self.blocks[block]
        header = HEADER * self.lettering
        return Rect(x + SIDE, y + header, w - 2 * SIDE, h - header - FOOT)

    def header(self, block: Block) -> Rect:
        """Give the place of a block's title, the number of its notes and their sum."""
        x, y, w, _ = self.blocks[block]
        above, high = (HEADER - TITLE_HEIGHT) / 2 * self.lettering, TITLE_HEIGHT * self.lettering
        return Rect(x + SIDE, y + above, w - 2 * SIDE, high)

    def block_at(self, x: float, y: float) -> Block | None:
        """Give the block a point lies in, or None outside all of them."""
        return next((block for block, rect in self.blocks.items() if rect.contains(Point(x, y))), None)

    def place(self, block: Block, x: float, y: float, size: Size) -> Rect:
        """Give the place on the board of what stands at (x, y) in a block, moved until it lies inside."""
        room = self.inside(block)
        return Rect(
            room.x + max(0.0, min(x, room.w - size.w)), room.y + max(0.0, min(y, room.h - size.h)), *size
        )


def model_board(swapped: bool = False, level: int = USUAL_LEVEL) -> ModelBoard:
    """Give the board of a level with the customers' side right, or left when `swapped`."""
    return _board(swapped, level)


@cache
def _board(swapped: bool, level: int) -> ModelBoard:
    lettering = 1.0 + MORE_LETTERING * (level - USUAL_LEVEL)
    wide, top, header = COLUMN * level - GAP + 2 * SIDE, TOP * lettering, HEADER * lettering
    half, band = (header + ROW * rows - GAP + FOOT for rows in (-(-3 * level // 2), level))
    lower, base, below = top + half, top + 2 * half, 2.5 * wide
    lefts = [MARGIN + wide * column for column in range(5)]
    blocks = {
        Block.SEGMENTS: Rect(lefts[4], top, wide, 2 * half),
        Block.PROPOSITIONS: Rect(lefts[2], top, wide, 2 * half),
        Block.CHANNELS: Rect(lefts[3], lower, wide, half),
        Block.RELATIONSHIPS: Rect(lefts[3], top, wide, half),
        Block.REVENUE: Rect(MARGIN + below, base, below, band),
        Block.RESOURCES: Rect(lefts[1], lower, wide, half),
        Block.ACTIVITIES: Rect(lefts[1], top, wide, half),
        Block.PARTNERS: Rect(lefts[0], top, wide, 2 * half),
        Block.COSTS: Rect(MARGIN, base, below, band),
    }
    axis = MARGIN + below
    return ModelBoard(
        swapped=swapped,
        level=level,
        bounds=Rect(0.0, 0.0, 2 * axis, base + band + BELOW),
        title=Rect(MARGIN, 5.0 * lettering, 2 * below, 48.0 * lettering),
        lettering=lettering,
        blocks={each: rect.mirrored(axis) for each, rect in blocks.items()} if swapped else blocks,
    )


def level_for(entries: Mapping[Block, Iterable[Rect]], segments: Sequence[Size] = ()) -> int:
    """Give the lowest level at which entries, at their places in their blocks, and segments have room.

    Not above `MOST_LEVEL`: what still has no room there is moved inside.
    """
    reach = {
        block: Size(max(rect.right for rect in rects), max(rect.bottom for rect in rects))
        for block, there in entries.items()
        if (rects := list(there))
    }

    def enough(level: int) -> bool:
        needs = {**reach, Block.SEGMENTS: _extent(_flow(_room(Block.SEGMENTS, level).w, segments), segments)}
        return all(_holds(_room(block, level), need) for block, need in needs.items())

    return next((level for level in range(USUAL_LEVEL, MOST_LEVEL) if enough(level)), MOST_LEVEL)


def segments_stand_wide(heights: Sequence[float]) -> bool:
    """Say whether cards of `SEGMENT_WIDE` have room below each other at the usual level."""
    return sum(heights) + GAP * len(heights) - GAP <= _room(Block.SEGMENTS, USUAL_LEVEL).h


def segment_places(board: ModelBoard, sizes: Sequence[Size]) -> list[Rect]:
    """Give the places of the segments' cards on the board: in rows, in their order."""
    points = _flow(board.inside(Block.SEGMENTS).w, sizes)
    return [board.place(Block.SEGMENTS, *point, size) for point, size in zip(points, sizes, strict=True)]


def free_entry_places(level: int, block: Block, sizes: Sequence[Size], taken: Iterable[Rect]) -> list[Point]:
    """Give free places for several entries, in their order, none covering another; all places in the block.

    They lie in the block as it is at `level`, and where it is full, as it is at the next ones.
    """
    there, found = list(taken), []
    free = {size: _free(level, block, size, there) for size in sizes}
    for size in sizes:
        place = next(free[size])
        there.append(Rect(*place, *size))
        found.append(place)
    return found


def tidy_entries(level: int, block: Block, notes: Sequence[tuple[Id, Size]]) -> dict[Id, Point]:
    """Give new places in the block for its entries, in rows in the order given.

    They have room at `level` or, where they are too many, at the next one that is enough.
    """
    sizes = [size for _, size in notes]
    for enough in count(level):
        room = _room(block, enough)
        points = _flow(room.w, sizes)
        if _holds(room, _extent(points, sizes)) or enough >= MOST_LEVEL:
            break
    return {note[0]: point for note, point in zip(notes, points, strict=True)}


def _free(level: int, block: Block, size: Size, there: Sequence[Rect]) -> Iterator[Point]:
    """Give one free place after the other while `there` fills up; a row that is full stays so."""
    for each in count(level):
        room, y = _room(block, each), 0.0
        while y + size.h <= room.h:
            strip = [rect for rect in there if rect.y < y + size.h + GAP and y < rect.bottom + GAP]
            x = first_gap(0.0, room.w, size.w, sorted((rect.x - GAP, rect.right + GAP) for rect in strip))
            if x is not None:
                yield Point(x, y)
                continue
            below = [rect.bottom + GAP for rect in strip if rect.bottom + GAP > y]
            y = min([ROW * (y // ROW + 1), *below])


def _flow(width: float, sizes: Iterable[Size]) -> list[Point]:
    """Give places in rows of a width, each row below the highest of the one before."""
    found, x, y, high = [], 0.0, 0.0, 0.0
    for size in sizes:
        if x and x + size.w > width:
            x, y, high = 0.0, y + high + GAP, 0.0
        found.append(Point(x, y))
        x, high = x + size.w + GAP, max(high, size.h)
    return found


def _extent(points: Iterable[Point], sizes: Iterable[Size]) -> Size:
    corners = [(x + w, y + h) for (x, y), (w, h) in zip(points, sizes, strict=True)]
    return Size(max((x for x, _ in corners), default=0.0), max((y for _, y in corners), default=0.0))


def _room(block: Block, level: int) -> Size:
    inside = model_board(level=level).inside(block)
    return Size(inside.w, inside.h)


def _holds(room: Size, need: Size) -> bool:
    return need.w <= room.w and need.h <= room.h
