"""The face of the timer: figures that can be read from the back of a room, at any size."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from canvasdesk.session.timer import LAST, Countdown, clock_text, timer_sentence
from canvasdesk.words import translate

FIGURES = 0.64
"""The height of the letters in shares of the face; so are all the other sizes here."""
INSET, MARK, APART, RIM = 0.36, 0.44, 0.22, 0.07
COLON = 0.55
"""The width of a colon in shares of a figure."""
DOT, DOTS_FROM_BELOW = 0.034, 0.12
WHOLE_TURN = 360 * 16  # as Qt counts it


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of the face, each "#RRGGBB": the pill, what stands on it, and the line around it."""

    pill: str
    ink: str
    rim: str


CALM = Paint("#1F2430", "#FFFFFF", "#8A93A3")
RESTING = Paint("#1F2430", "#D3D8E0", "#8A93A3")
ENDING = Paint("#FFD166", "#1F2430", "#1F2430")
OVER = Paint("#8C1D18", "#FFFFFF", "#FFB4AB")


class TimerFace(QWidget):
    """Follows a timer and shows it `height` pixels high; it never takes the keyboard.

    A disc says how much is left, two bars that it is paused. The last ten seconds have a bright pill with a
    rim and a dot for each of them; once it is over, the figures count on behind a minus. `pressed` says that
    somebody clicked on it.
    """

    pressed = Signal()

    def __init__(self, timer: Countdown, height: int) -> None:
        super().__init__()
        self._timer, self._height = timer, height
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._widest = ""
        """A text as wide as what is to be shown."""
        self._said = ""
        timer.ticked.connect(self._follow)
        timer.changed.connect(self._follow)
        self._follow()

    @property
    def paint(self) -> Paint:
        """The colours of the moment."""
        if self._timer.over:
            return OVER
        if self._timer.last_seconds:
            return ENDING
        return RESTING if self._timer.paused else CALM

    def set_height(self, height: int) -> None:
        """Be so many pixels high from now on."""
        self._height, self._widest = height, ""
        self._follow()

    def sizeHint(self) -> QSize:
        """Give the size of the figures of the moment with what is around them."""
        wide = 2 * INSET + MARK + APART
        return QSize(round(wide * self._height + self._wide(self._widest)), self._height)

    def _follow(self) -> None:
        widest = max("88:88", clock_text(self._timer.seconds), key=len)
        if len(widest) != len(self._widest):
            self._widest = widest
            self.setFixedSize(self.sizeHint())
        said = timer_sentence(self._timer)
        if said != self._said:  # not with every second: that would be too much to listen to
            self._said = said
            self.setAccessibleName(translate("Timer", "Timer: {state}", state=said))
        self.update()

    def _figures(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        font.setPixelSize(max(1, round(FIGURES * self._height)))
        return font

    def _advance(self) -> float:
        """Give the width of one figure; the others are as wide, so that nothing jumps."""
        metrics = QFontMetricsF(self._figures())
        return max(metrics.horizontalAdvance(each) for each in "0123456789")

    def _wide(self, text: str) -> float:
        return self._advance() * sum(COLON if each == ":" else 1.0 for each in text)

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the click, so that its end comes here too."""
        event.setAccepted(event.button() is Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that ends here."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, mark and figures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, paint = float(self._height), self.paint
        rim = max(1.0, RIM * high * (1.0 if self._timer.last_seconds or self._timer.over else 0.4))
        pill = QRectF(self.rect()).adjusted(rim / 2, rim / 2, -rim / 2, -rim / 2)
        painter.setPen(QPen(QColor(paint.rim), rim))
        painter.setBrush(QColor(paint.pill))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - (INSET + MARK) * high if mirrored else INSET * high
        self._paint_mark(painter, QRectF(x, (1 - MARK) / 2 * high, MARK * high, MARK * high))
        text = clock_text(self._timer.seconds)
        room = self.width() - (2 * INSET + MARK + APART) * high
        left = INSET * high if mirrored else (INSET + MARK + APART) * high
        self._paint_figures(painter, text, left + (room - self._wide(text)) / 2)
        if self._timer.last_seconds:
            self._paint_dots(painter, left, room)
        painter.end()

    def _paint_figures(self, painter: QPainter, text: str, x: float) -> None:
        """Write from left to right, as numbers are in every script."""
        painter.setFont(self._figures())
        painter.setPen(QColor(self.paint.ink))
        for each in text:
            cell = QRectF(x, 0.0, self._wide(each), float(self._height))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, each)
            x = cell.right()

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        ink = QColor(self.paint.ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if self._timer.paused:
            wide = place.width() * 0.3
            painter.drawRect(QRectF(place.left() + wide * 0.35, place.top(), wide, place.height()))
            painter.drawRect(QRectF(place.right() - wide * 1.35, place.top(), wide, place.height()))
        elif self._timer.over:
            thick = place.width() * 0.28
            x = place.center().x() - thick / 2
            painter.drawRect(QRectF(x, place.top(), thick, place.height() * 0.62))
            painter.drawEllipse(QRectF(x, place.bottom() - thick, thick, thick))
        else:
            painter.drawPie(place, WHOLE_TURN // 4, round(self._timer.share * WHOLE_TURN))
            line = max(1.0, place.width() * 0.09)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, line))
            painter.drawEllipse(place.adjusted(line / 2, line / 2, -line / 2, -line / 2))

    def _paint_dots(self, painter: QPainter, left: float, room: float) -> None:
        """Paint a dot for each of the last seconds, below the figures."""
        high = float(self._height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.paint.ink))
        radius, y = max(1.0, DOT * high), high * (1 - DOTS_FROM_BELOW)
        for number in range(self._timer.seconds):
            painter.drawEllipse(QPointF(left + room * (number + 0.5) / LAST, y), radius, radius)
