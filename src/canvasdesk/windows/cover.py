"""A card in the middle of a window, above a veil that dims what lies behind."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from canvasdesk.layout.style import Theme
from canvasdesk.windows.overlay import Overlay

MARGIN, SCROLL_BAR = 28, 12  # pixels
_FRAME = 2  # pixels
_DIMMED = 110  # of 255, over what lies behind


class Cover(Overlay):
    """Covers all of `host` until it is dismissed; what is on the card is laid there once."""

    def __init__(self, host: QWidget, theme: Theme) -> None:
        super().__init__(host)
        self.setObjectName("")
        self.setAutoFillBackground(False)
        self._theme = theme

    def lay(self, page: QWidget, foot: QWidget | None = None) -> None:
        """Put `page` on the card, to be scrolled where the window is smaller, and below it what stays."""
        card = QFrame()
        card.setObjectName("floating")
        card.setAutoFillBackground(True)
        whole = QVBoxLayout(card)
        whole.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        whole.setSpacing(0)
        whole.addWidget(_Page(page))
        if foot:
            whole.addWidget(foot)
        middle = QVBoxLayout(self)
        middle.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def placed(self, room: QRect) -> QRect:
        """Cover all of the host."""
        del room
        return self._host.rect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies behind."""
        veil = QColor(self._theme.board if self._theme.dark else self._theme.ink)
        veil.setAlpha(_DIMMED)
        QPainter(self).fillRect(event.rect(), veil)


class _Page(QScrollArea):
    """As large as what is on it, and scrolled where the window is smaller."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(page)
        for part in (self, self.viewport(), page):
            part.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Give the size of the page, with room for a scroll bar beside it."""
        size = self._page.sizeHint()
        if self._page.hasHeightForWidth():
            size.setHeight(self._page.heightForWidth(size.width()))
        return size + QSize(SCROLL_BAR, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Become as large as the page is by now."""
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def headline(text: str) -> QLabel:
    """Give the large line at the top of a card."""
    line = QLabel(text)
    large = line.font()
    large.setPointSizeF(large.pointSizeF() * 1.5)
    large.setBold(True)
    line.setFont(large)
    return line
