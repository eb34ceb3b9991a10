"""What the tests of the layout share: notes of many sizes and places, and a look at paths as polygons."""

from itertools import pairwise

from hypothesis import strategies as st

from canvasdesk.layout.geometry import Path, Point, Rect, Size
from canvasdesk.layout.style import NOTE_HEIGHT, NOTE_WIDTH

NOTE = Size(NOTE_WIDTH, NOTE_HEIGHT)

heights = st.one_of(st.just(NOTE_HEIGHT), st.floats(NOTE_HEIGHT, 420, allow_nan=False))
sizes = st.builds(Size, st.just(NOTE_WIDTH), heights)
places = st.builds(lambda x, y, size: Rect(x, y, *size), st.floats(-700, 2100), st.floats(-400, 1100), sizes)


def rects(points: list[Point], sizes: list[Size]) -> list[Rect]:
    return [Rect(*point, *size) for point, size in zip(points, sizes, strict=True)]


def overlaps(places: list[Rect]) -> list[tuple[Rect, Rect]]:
    """Give the pairs that share area, leaving out what rounding may cause."""
    ordered = sorted(place.inset(1e-4) for place in places)
    found = []
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.x >= one.right:
                break
            if one.intersects(other):
                found.append((one, other))
    return found


def polygon(path: Path, pieces: int = 48) -> list[Point]:
    """Give a closed path as corners, curves cut into short lines."""
    corners: list[Point] = []
    for segment in path:
        match segment:
            case ("M" | "L", x, y):
                corners.append(Point(x, y))
            case ("C", x1, y1, x2, y2, x, y):
                start = corners[-1]
                for step in range(1, pieces + 1):
                    t = step / pieces
                    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                    corners.append(
                        Point(a * start.x + b * x1 + c * x2 + d * x, a * start.y + b * y1 + c * y2 + d * y)
                    )
    return corners


def inside(corners: list[Point], x: float, y: float) -> bool:
    """Tell whether a point lies in a polygon, by counting the sides to its right."""
    crossed = False
    for one, other in pairwise([*corners, corners[0]]):
        if (one.y > y) != (other.y > y) and x < one.x + (y - one.y) * (other.x - one.x) / (other.y - one.y):
            crossed = not crossed
    return crossed


def area(corners: list[Point]) -> float:
    turns = (one.x * other.y - other.x * one.y for one, other in pairwise([*corners, corners[0]]))
    return abs(sum(turns)) / 2
