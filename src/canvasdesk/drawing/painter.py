"""The surface for screens and pictures: a QPainter."""

# ruff: noqa: D102 - what the methods do is said in Surface

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from canvasdesk.drawing.surface import LEGIBLE, SOLID, Dash, Part, Words, hatch_lines
from canvasdesk.drawing.text import ShapedText
from canvasdesk.layout.geometry import Path, Rect
from canvasdesk.layout.style import HAIRLINE
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section

FINE = 2.5  # device pixels a unit up to which a hairline is one pixel wide

_ORIGIN = QPointF(0, 0)
_NO_PEN = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)
MORE_THAN_HAIRLINE = 1.02  # device pixels
_SIXTEENTH = 16  # Qt counts angles in sixteenths of a degree


class PainterSurface:
    """Draws with a `QPainter`, at its present place; switch on antialiasing before.

    Strokes that would be thinner than a device pixel, and hairlines up to the scale `FINE`, are one pixel
    wide: Qt draws those up to five times as fast.
    """

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._scale = painter.deviceTransform().m11()  # with the pixel ratio of the screen
        self._scales: list[float] = []

    @property
    def detail(self) -> bool:
        return self._scale >= LEGIBLE

    def push(self, x: float, y: float, scale: float = 1.0) -> None:
        self._painter.save()
        self._scales.append(self._scale)
        self._painter.translate(x, y)
        if scale != 1.0:
            self._painter.scale(scale, scale)
            self._scale *= scale

    def pop(self) -> None:
        self._painter.restore()
        self._scale = self._scales.pop()

    def begin(self, part: Part, words: Words, field: Section | Block | None = None, /) -> None:
        """Screens and pictures keep no structure."""

    def end(self) -> None:
        """Screens and pictures keep no structure."""

    def rect(
        self,
        rect: Rect,
        fill: str | None,
        stroke: str | None = None,
        width: float = 1.0,
        radius: float = 0.0,
        dash: Dash = SOLID,
    ) -> None:
        self._use(fill, stroke, width, dash)
        if radius:
            self._painter.drawRoundedRect(QRectF(*rect), radius, radius)
        else:
            self._painter.drawRect(QRectF(*rect))

    def path(
        self, path: Path, fill: str | None, stroke: str | None = None, width: float = 1.0, dash: Dash = SOLID
    ) -> None:
        self._use(fill, stroke, width, dash)
        self._painter.drawPath(painter_path(path))

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float) -> None:
        self._painter.setPen(self._pen(colour, width))
        self._painter.drawLine(QLineF(x1, y1, x2, y2))

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None,
        stroke: str | None = None,
        width: float = 1.0,
    ) -> None:
        self._use(fill, stroke, width, SOLID)
        self._painter.drawEllipse(QPointF(x, y), radius, radius)

    def arc(
        self, x: float, y: float, radius: float, start: float, sweep: float, colour: str, width: float
    ) -> None:
        self._painter.setPen(self._pen(colour, width, flat=True))
        self._painter.drawArc(
            QRectF(x - radius, y - radius, 2 * radius, 2 * radius),
            round((90 - start) * _SIXTEENTH),
            round(-sweep * _SIXTEENTH),
        )

    def hatch(self, rect: Rect, colour: str, gap: float, width: float) -> None:
        self._painter.setBrush(_NO_BRUSH)  # a path is filled too, which would cost ten times as much
        self._painter.setPen(self._pen(colour, width, flat=True))
        self._painter.drawPath(_hatching(rect, gap))

    def text(self, text: ShapedText, x: float, y: float, colour: str) -> None:
        painter, scale = self._painter, text.scale
        painter.save()
        painter.translate(x, y)
        painter.scale(scale, scale)
        painter.setPen(_pen(colour, 0.0))
        text.layout.draw(painter, _ORIGIN)
        painter.restore()

    def _use(self, fill: str | None, stroke: str | None, width: float, dash: Dash) -> None:
        self._painter.setBrush(_brush(fill) if fill else _NO_BRUSH)
        self._painter.setPen(self._pen(stroke, width, dash) if stroke else _NO_PEN)

    def _pen(self, colour: str, width: float, dash: Dash = SOLID, *, flat: bool = False) -> QPen:
        thin = width * self._scale <= 1.0 or (width <= HAIRLINE and self._scale <= FINE)
        if not thin:
            return _pen(colour, width, dash if self.detail else SOLID, flat=flat)
        if not dash or not self.detail:
            return _pen(colour, 0.0, flat=flat)
        # Of a dashed hairline Qt begins the dashes anew wherever a clip cuts it: pictures would not join.
        pixel = 1.0 / self._scale
        return _pen(colour, MORE_THAN_HAIRLINE * pixel, tuple(part * pixel for part in dash), flat=flat)


@lru_cache(maxsize=512)
def _brush(colour: str) -> QBrush:
    return QBrush(QColor(colour))


@lru_cache(maxsize=512)
def _pen(colour: str, width: float, dash: Dash = SOLID, *, flat: bool = False) -> QPen:
    # Round ends of dashes cost up to six times as much as flat ones.
    cap = Qt.PenCapStyle.FlatCap if dash or flat else Qt.PenCapStyle.RoundCap
    pen = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)
    if dash:
        pen.setDashPattern([part / width for part in dash])  # Qt counts in widths
    return pen


@lru_cache(maxsize=1024)
def painter_path(path: Path) -> QPainterPath:
    """Give a path as Qt draws it and tests points against it."""
    drawn = QPainterPath()
    for segment in path:
        match segment:
            case ("M", x, y):
                drawn.moveTo(x, y)
            case ("L", x, y):
                drawn.lineTo(x, y)
            case ("C", x1, y1, x2, y2, x, y):
                drawn.cubicTo(x1, y1, x2, y2, x, y)
            case _:
                drawn.closeSubpath()
    return drawn


@lru_cache(maxsize=256)
def _hatching(rect: Rect, gap: float) -> QPainterPath:
    drawn = QPainterPath()
    for x1, y1, x2, y2 in hatch_lines(rect, gap):
        drawn.moveTo(x1, y1)
        drawn.lineTo(x2, y2)
    return drawn
