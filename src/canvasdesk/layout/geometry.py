"""Points, rectangles and paths in canvas units (y down): the few operations the layout needs."""

from math import cos, pi, sin, tan
from typing import Literal, NamedTuple

Segment = (
    tuple[Literal["M", "L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
Path = tuple[Segment, ...]


class Point(NamedTuple):
    """A place on the canvas."""

    x: float
    y: float


class Size(NamedTuple):
    """How wide and high something is."""

    w: float
    h: float


class Rect(NamedTuple):
    """An upright rectangle: its top-left corner, width and height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return Point(self.x + self.w / 2, self.y + self.h / 2)

    def contains(self, other: "Rect | Point") -> bool:
        """Whether a point, or the whole of another rectangle, lies inside or on the edge."""
        right, bottom = (other.right, other.bottom) if isinstance(other, Rect) else other
        return self.x <= other.x and self.y <= other.y and right <= self.right and bottom <= self.bottom

    def intersects(self, other: "Rect") -> bool:
        """Whether the two share some area; touching edges do not."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def moved(self, dx: float, dy: float) -> "Rect":
        """Give the rectangle shifted by (dx, dy)."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, by: float) -> "Rect":
        """Give the rectangle with every edge moved inwards, or outwards when `by` is negative."""
        return Rect(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)

    def united(self, other: "Rect") -> "Rect":
        """Give the smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def mirrored(self, axis: float) -> "Rect":
        """Give the rectangle reflected in the vertical line at x = `axis`."""
        return Rect(2 * axis - self.right, self.y, self.w, self.h)


def arc(centre: Point, radius: float, start: float, end: float) -> Path:
    """Give the circular arc from angle `start` to `end` (radians, growing clockwise on screen), as Béziers.

    Begins where the path before it ended. Each piece spans at most a quarter turn; its handles have the
    length 4/3 · tan(θ/4) · radius, the usual approximation (off by less than 0.03 % of the radius).
    """
    pieces = max(1, int(-(-abs(end - start) // (pi / 2 + 1e-9))))
    step = (end - start) / pieces
    handle = 4 / 3 * tan(step / 4) * radius
    path: list[Segment] = []
    for piece in range(pieces):
        a, b = start + piece * step, start + (piece + 1) * step
        ax, ay = centre.x + radius * cos(a), centre.y + radius * sin(a)
        bx, by = centre.x + radius * cos(b), centre.y + radius * sin(b)
        path.append((
            "C",
            ax - handle * sin(a), ay + handle * cos(a),
            bx + handle * sin(b), by - handle * cos(b),
            bx, by,
        ))  # fmt: skip
    return tuple(path)


def circle_path(centre: Point, radius: float) -> Path:
    """Give a whole circle as a closed path."""
    return (("M", centre.x + radius, centre.y), *arc(centre, radius, 0.0, 2 * pi), ("Z",))


def rounded_path(rect: Rect, radius: float) -> Path:
    """Give a rectangle with round corners as a closed path."""
    left, top, right, bottom = rect.x + radius, rect.y + radius, rect.right - radius, rect.bottom - radius
    return (
        ("M", left, rect.y),
        ("L", right, rect.y),
        *arc(Point(right, top), radius, -pi / 2, 0.0),
        ("L", rect.right, bottom),
        *arc(Point(right, bottom), radius, 0.0, pi / 2),
        ("L", left, rect.bottom),
        *arc(Point(left, bottom), radius, pi / 2, pi),
        ("L", rect.x, top),
        *arc(Point(left, top), radius, pi, 3 * pi / 2),
        ("Z",),
    )


def mirrored_path(path: Path, axis: float) -> Path:
    """Give the path reflected in the vertical line at x = `axis`."""
    mirror = 2 * axis
    mirrored: list[Segment] = []
    for segment in path:
        match segment:
            case ("C", x1, y1, x2, y2, x, y):
                mirrored.append(("C", mirror - x1, y1, mirror - x2, y2, mirror - x, y))
            case (("M" | "L") as kind, x, y):
                mirrored.append((kind, mirror - x, y))
            case _:
                mirrored.append(("Z",))
    return tuple(mirrored)
