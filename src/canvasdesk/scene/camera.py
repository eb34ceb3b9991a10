"""Where the view stands: the map between canvas units and the pixels of the view."""

from dataclasses import dataclass, replace

from canvasdesk.layout.geometry import Point, Rect, Size

SCALE_LEAST, SCALE_MOST = 0.05, 8.0
FIT_MOST = 2.0  # fitting a board into a wall of a screen must not make it coarse
KEPT = 48.0  # view pixels of the content that always stay in view: nobody gets lost


@dataclass(frozen=True, slots=True)
class Camera:
    """`scale` view pixels a canvas unit; the canvas' origin lies at the view's pixel (x, y)."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def to_view(self, point: Point) -> Point:
        """Give the view pixel of a place on the canvas."""
        return Point(point.x * self.scale + self.x, point.y * self.scale + self.y)

    def to_canvas(self, pixel: Point) -> Point:
        """Give the place on the canvas that a view pixel shows."""
        return Point((pixel.x - self.x) / self.scale, (pixel.y - self.y) / self.scale)

    def rect_to_view(self, rect: Rect) -> Rect:
        """Give the view pixels that a rectangle of the canvas covers."""
        x, y = self.to_view(Point(rect.x, rect.y))
        return Rect(x, y, rect.w * self.scale, rect.h * self.scale)

    def shown(self, room: Size) -> Rect:
        """Give the part of the canvas that a view of the size `room` (pixels) shows."""
        x, y = self.to_canvas(Point(0, 0))
        return Rect(x, y, room.w / self.scale, room.h / self.scale)

    def panned(self, dx: float, dy: float) -> "Camera":
        """Give the camera after the content went (dx, dy) pixels."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def zoomed(self, factor: float, at: Point) -> "Camera":
        """Give the camera zoomed within the limits; the place under the pixel `at` stays there."""
        scale = min(max(self.scale * factor, SCALE_LEAST), SCALE_MOST)
        under = self.to_canvas(at)
        return Camera(scale, at.x - under.x * scale, at.y - under.y * scale)

    def kept_on(self, content: Rect, room: Size) -> "Camera":
        """Give the camera moved as little as needed, so that `KEPT` pixels of `content` are in view."""
        held = self.rect_to_view(content)
        right, bottom = room.w - min(KEPT, room.w), room.h - min(KEPT, room.h)
        dx = max(min(held.x, right), room.w - right - held.w) - held.x
        dy = max(min(held.y, bottom), room.h - bottom - held.h) - held.y
        return self.panned(dx, dy) if dx or dy else self

    def on_pixels(self, ratio: float) -> "Camera":
        """Give the camera with its origin on a whole device pixel, `ratio` of them a view pixel."""
        return replace(self, x=round(self.x * ratio) / ratio, y=round(self.y * ratio) / ratio)


def fitting(rect: Rect, room: Size, margin: float, most: float = FIT_MOST) -> Camera:
    """Give the camera that shows all of `rect` in the middle of `room`, `margin` pixels from its edges."""
    scale = min(
        max(room.w - 2 * margin, 1.0) / max(rect.w, 1.0),
        max(room.h - 2 * margin, 1.0) / max(rect.h, 1.0),
        most,
    )
    scale = max(scale, SCALE_LEAST)
    centre = rect.centre
    return Camera(scale, room.w / 2 - centre.x * scale, room.h / 2 - centre.y * scale)


def between(start: Camera, end: Camera, share: float) -> Camera:
    """Give the camera `share` (0 to 1) of the way: the scale grows evenly, the place follows straight."""
    scale = start.scale * (end.scale / start.scale) ** share
    if start.scale != end.scale:
        share = (scale - start.scale) / (end.scale - start.scale)
    return Camera(scale, start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
