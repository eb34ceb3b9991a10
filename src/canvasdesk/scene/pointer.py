"""A pointer that can be seen from the last row: the usual arrow, drawn larger."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap, QPolygonF

SIDE = 24  # pixels of the arrow at size 1
ARROW = ((1.5, 1.5), (1.5, 17.5), (5.5, 13.8), (8.2, 19.8), (11.0, 18.6), (8.4, 12.8), (13.6, 12.4))


def large_arrow(size: int, ratio: float = 1.0) -> QCursor:
    """Give the arrow `size` times as large as usual, sharp at `ratio` device pixels a pixel."""
    side = SIDE * size
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size, size)
    painter.setPen(QPen(QColor("white"), 1.5))
    painter.setBrush(QColor("black"))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ARROW]))
    painter.end()
    return QCursor(picture, size, size)
