"""Pictures of a sheet as PNG and SVG, drawn by the code that draws the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.sheet import SheetLook
from canvasdesk.drawing.svg import SvgSurface
from canvasdesk.export.errors import ExportError
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import Theme
from canvasdesk.words import translate

SCALE = 2.0
"""Pixels a canvas unit where nothing else is asked for: sharp on screens and slides."""

LONGEST_SIDE = 32_767  # pixels; Qt's painter counts in 16 bits
MOST_PIXELS = 250_000_000  # a gigabyte while it is drawn
ROUNDED = 0.999  # what is left where sides are rounded up to whole pixels


@dataclass(frozen=True, slots=True)
class Frame:
    """What a picture shows, in canvas units, and at how many pixels a unit."""

    bounds: Rect
    scale: float

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the picture."""
        # What is whole but for rounding must not grow by a pixel
        return ceil(self.bounds.w * self.scale - 1e-6), ceil(self.bounds.h * self.scale - 1e-6)

    @property
    def too_large(self) -> bool:
        """Whether no picture has so many pixels."""
        width, height = self.pixels
        return max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS


def scaled(bounds: Rect, scale: float = SCALE) -> Frame:
    """Give the frame of everything in `bounds`; raises `ExportError` where that is too many pixels."""
    return _checked(Frame(bounds, scale))


def frames(bounds: Rect, scales: Sequence[float] = (SCALE,)) -> tuple[Frame, ...]:
    """Give the frames of everything in `bounds` at those of `scales` that are not too large.

    Where all are, that is the largest there can be.
    """
    possible = tuple(frame for scale in scales if not (frame := Frame(bounds, scale)).too_large)
    longest, area = max(bounds.w, bounds.h), bounds.w * bounds.h
    largest = min(LONGEST_SIDE / longest, sqrt(MOST_PIXELS / area)) * ROUNDED
    return possible or (Frame(bounds, largest),)


def fitted(bounds: Rect, width: int, height: int) -> Frame:
    """Give the frame of exactly `width` times `height` pixels with `bounds` in its middle.

    Raises `ExportError` where that is too many pixels.
    """
    scale = min(width / bounds.w, height / bounds.h)
    w, h = width / scale, height / scale
    middle = bounds.centre
    return _checked(Frame(Rect(middle.x - w / 2, middle.y - h / 2, w, h), scale))


def png(look: SheetLook, theme: Theme, frame: Frame) -> bytes:
    """Give a sheet as a PNG file; needs a `QGuiApplication`."""
    image = QImage(*frame.pixels, QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(translate("Export", "There is not enough memory for a picture of this size."))
    image.fill(QColor(theme.board))
    image.setText("Title", look.words()[0])
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(frame.scale, frame.scale)
        painter.translate(-frame.bounds.x, -frame.bounds.y)
        look.draw(PainterSurface(painter), theme)
    finally:
        painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, b"PNG").write(image):
        raise ExportError(translate("Export", "There is not enough memory for a picture of this size."))
    return bytes(buffer.data().data())


def svg(look: SheetLook, theme: Theme, frame: Frame, language: str, *, text_as_paths: bool = False) -> bytes:
    """Give a sheet as an SVG file in UTF-8, its text in `language`; needs a `QGuiApplication`."""
    surface = SvgSurface(text_as_paths=text_as_paths)
    surface.rect(frame.bounds, theme.board)
    look.draw(surface, theme)
    return surface.document(frame.bounds, look.words()[0], language, frame.scale).encode()


def _checked(frame: Frame) -> Frame:
    width, height = frame.pixels
    if frame.too_large:
        raise ExportError(
            translate(
                "Export",
                "A picture of {width} × {height} pixels is too large: at most {side} a side, {most} in all.",
                width=width,
                height=height,
                side=LONGEST_SIDE,
                most=MOST_PIXELS,
            )
        )
    return frame
