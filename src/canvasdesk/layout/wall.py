"""The wall: cards side by side that fill a picture, as large as a room can read them, page after page.

Heights depend on widths, so the widths to choose from are few and whatever measures can remember.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from canvasdesk.layout.geometry import Rect, Size

WIDTHS = (64.0, 72.0, 80.0, 91.0, 103.0, 124.0, 150.0, 184.0, 226.0, 280.0)
"""The widths that a card may have, in canvas units; its text keeps its size."""
GAP = 3.0
EDGE = 1.0
"""Above the first row and below the last."""
COLUMNS_MOST = 8
FEW = 80
"""No picture holds more cards in letters of any use, so that more of them go to pages at once."""
PAGED = WIDTHS[3::2]
"""The widths from which those of pages are chosen: thousands of cards are measured at each."""
ASPECT = 2.0  # of the width of a card to its height, where there is a choice
AIR = 3.0  # canvas units that a row is higher than its cards need, unless that makes them too small to read
SPARE = 8.0  # canvas units by which rows grow where there is room

Heights = Callable[[float], Sequence[float]]
"""Gives the heights of all cards where they have a width, in canvas units."""


@dataclass(frozen=True)
class Wall:
    """Cards in rows: `scale` pixels a canvas unit, the place of each card on its page in canvas units."""

    scale: float
    width: float
    pages: tuple[tuple[Rect, ...], ...]

    @cached_property
    def firsts(self) -> tuple[int, ...]:
        """The number of the first card of each page."""
        return tuple(sum(map(len, self.pages[:page])) for page in range(len(self.pages)))

    def page_of(self, card: int) -> int:
        """Give the page that a card is on, by its number."""
        return max(page for page, first in enumerate(self.firsts) if first <= card)


@dataclass(frozen=True, slots=True)
class _Try:
    """Cards of one width in so many columns: the rows that follow, and how high they are."""

    width: float
    columns: int
    heights: tuple[float, ...]

    @property
    def across(self) -> float:
        return self.columns * (self.width + GAP) + GAP

    @property
    def down(self) -> float:
        return _down(self.heights)


def wall(count: int, heights: Heights, room: Size, least: float, most: float, narrowest: float = 0.0) -> Wall:
    """Arrange `count` cards in a picture of `room` pixels, as large as they fit, from `least` up to `most`.

    No card is narrower than `narrowest`, as far as the picture is wide enough for that. `least` and `most`
    are pixels a canvas unit. What does not fit at the least scale goes to further pages; a card that is
    higher than a page is cut off there.
    """
    if not count:
        return Wall(least, WIDTHS[-1], ((),))
    if count > FEW:
        return _paged(count, heights, _units(room, least), least, narrowest)
    tries = [
        _rows(high, width, columns)
        for width in _wide_enough(WIDTHS, narrowest)
        for high in [heights(width)]
        for columns in range(1, min(count, COLUMNS_MOST) + 1)
    ]
    scale, best = max(((_scale(each, room, least, most), each) for each in tries), key=_worth)
    if scale >= least:
        page = _units(room, scale)
        rows = _spread(best.heights, page.h)
        return Wall(scale, best.width, (_placed(range(count), best, rows, page),))
    return _paged(count, heights, _units(room, least), least, narrowest)


def _down(heights: Sequence[float]) -> float:
    return sum(heights) + GAP * (len(heights) - 1) + 2 * EDGE


def _spread(heights: Sequence[float], most: float) -> list[float]:
    """Give the heights of rows with some of what they leave of `most`."""
    spare = min(SPARE, max(0.0, most - _down(heights)) / len(heights))
    return [height + spare for height in heights]


def _wide_enough(widths: Sequence[float], narrowest: float) -> Sequence[float]:
    return [width for width in widths if width >= narrowest] or widths[-1:]


def _worth(found: tuple[float, _Try]) -> tuple[float, float]:
    """Prefer what is larger; of what is about as large, cards that look like notes."""
    scale, tried = found
    looks = tried.width * len(tried.heights) / sum(tried.heights)
    return round(scale, 1), -abs(log(looks / ASPECT))


def _rows(heights: Sequence[float], width: float, columns: int) -> _Try:
    rows = (max(heights[start : start + columns]) for start in range(0, len(heights), columns))
    return _Try(width, columns, tuple(rows))


def _scale(tried: _Try, room: Size, least: float, most: float) -> float:
    airy = min(most, room.w / tried.across, room.h / (tried.down + AIR * len(tried.heights)))
    return airy if airy >= least else min(least, room.w / tried.across, room.h / tried.down)


def _units(room: Size, scale: float) -> Size:
    return Size(room.w / scale, room.h / scale)


def _paged(count: int, heights: Heights, page: Size, scale: float, narrowest: float) -> Wall:
    """Fill as few pages as can be, all with cards of one width."""
    columns = {width: int((page.w - GAP) // (width + GAP)) for width in _wide_enough(PAGED, narrowest)}
    fitting = {width: most for width, most in columns.items() if most} or {WIDTHS[0]: 1}
    tries = [_rows(heights(width), width, min(most, count)) for width, most in fitting.items()]
    split = [(_split(each.heights, page.h), each) for each in tries]
    rows, best = min(split, key=lambda found: (len(found[0]), -found[1].width))
    pages, first = [], 0
    for high in rows:
        last = min(count, first + len(high) * best.columns)
        pages.append(_placed(range(first, last), best, _spread(high, page.h), page))
        first = last
    return Wall(scale, best.width, tuple(pages))


def _split(heights: Sequence[float], most: float) -> list[list[float]]:
    """Give the heights of the rows of each page."""
    pages: list[list[float]] = []
    used = most
    for height in heights:
        kept = min(height, most - 2 * EDGE)
        if used + GAP + kept > most:
            pages.append([])
            used = 2 * EDGE - GAP
        pages[-1].append(kept)
        used += GAP + kept
    return pages


def _placed(cards: range, tried: _Try, heights: Sequence[float], page: Size) -> tuple[Rect, ...]:
    """Give the places of the cards of a page, the whole in the middle of it."""
    columns = min(tried.columns, len(cards))
    left = (page.w - columns * (tried.width + GAP) + GAP) / 2
    y = (page.h - sum(heights) - GAP * (len(heights) - 1)) / 2
    places: list[Rect] = []
    for row, height in enumerate(heights):
        there = range(min(tried.columns, len(cards) - row * tried.columns))
        places += [Rect(left + column * (tried.width + GAP), y, tried.width, height) for column in there]
        y += height + GAP
    return tuple(places)
