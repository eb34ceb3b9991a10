"""Icons in the colours of the theme, drawn from their SVG when and as large as they are shown."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from canvasdesk import assets
from canvasdesk.layout.style import Theme
from canvasdesk.windows.theme import FADED, mixed

SWATCH = 14  # pixels
INK = "#1F2430"  # the colour that stands for ink in every icon's file


class _Drawn(QIconEngine):
    """Draws one icon in ink, in the accent where it is checked, and faded where it is disabled."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._name, self._theme = name, theme

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _drawing(self._name, self._colour(mode, state)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self.pixmap(size * scale, mode, state)

    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._theme)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode is QIcon.Mode.Disabled:
            return mixed(self._theme.ink, self._theme.panel, FADED)
        return self._theme.accent if state is QIcon.State.On else self._theme.ink


def icon(name: str, theme: Theme) -> QIcon:
    """Give the icon `name` (a file in `icons/` without its ending) in the colours of `theme`."""
    return QIcon(_Drawn(name, theme))


def swatch(colour: str) -> QIcon:
    """Give a patch of a colour "#RRGGBB", with a tick where it is checked."""
    patch = QPixmap(SWATCH, SWATCH)
    patch.fill(QColor(colour))
    plain = QIcon(patch)
    painter = QPainter(patch)
    _drawing("check-white", INK).render(painter, QRectF(patch.rect()))
    painter.end()
    plain.addPixmap(patch, QIcon.Mode.Normal, QIcon.State.On)
    return plain


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    text = assets.icon(name).read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace(INK, colour).encode()))
