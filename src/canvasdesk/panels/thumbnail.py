"""The business model in small: a live picture that leads out to it."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from canvasdesk.drawing.blocks import draw_outlines
from canvasdesk.drawing.business_model import ModelLook, model_look
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.surface import Surface
from canvasdesk.editing.whole import same
from canvasdesk.layout.style import Theme
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate

SHAPE = 0.48  # height of the picture by its width, near that of the blocks
FRAME, RADIUS, INSIDE, BELOW = 2, 8, 5, 5  # pixels: line around, its corners, to the picture, to the words
HALF = 0.5  # of a pixel: where a line is sharp


class Thumbnail(QAbstractButton):
    """Follows the document: its look is found anew when it is painted, its picture only for another look."""

    def __init__(self, document: Document, selection: Selection, theme: Theme) -> None:
        super().__init__()
        self._document, self._selection, self._theme = document, selection, theme
        self._look: ModelLook | None = None
        self._picture = QImage()
        self.setText(translate("Segments", "Zoom out to the business model"))
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click the keys belong to what is shown
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(selection.show_business_model)
        document.changed.connect(self.update)
        document.replaced.connect(self.update)
        selection.canvas_changed.connect(self._on_shown)
        self._on_shown()

    def use(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme, self._look = theme, None
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that a wider picture is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of picture and words."""
        return self._picture_place(width).bottom() + 1 + FRAME + BELOW + self.fontMetrics().height() + FRAME

    def sizeHint(self) -> QSize:
        """Give the size that fits a side panel."""
        return QSize(240, self.heightForWidth(240))

    def nextCheckState(self) -> None:
        """Stay chosen when it is clicked again."""
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Enter, as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, a line around it that says whether it is shown, and where it leads."""
        place = self._picture_place(self.width())
        self._draw_anew(place.size())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(place.topLeft(), self._picture)
        thick = self.hasFocus() or self.isChecked()
        colour = self._theme.focus if self.hasFocus() else self._theme.accent
        painter.setPen(QPen(QColor(colour if thick else self._theme.hairline), FRAME if thick else 1))
        around = QRectF(place).adjusted(-INSIDE, -INSIDE, INSIDE, INSIDE)
        painter.drawRoundedRect(around.adjusted(HALF, HALF, -HALF, -HALF), RADIUS, RADIUS)
        words = QRect(0, self.height() - FRAME - self.fontMetrics().height(), self.width(), self.height())
        painter.setLayoutDirection(self.layoutDirection())
        role = QPalette.ColorRole.PlaceholderText if self.isChecked() else QPalette.ColorRole.Link
        painter.setPen(self.palette().color(role))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop, self._hint())
        painter.end()

    def _hint(self) -> str:
        said = translate("Segments", "This is shown now") if self.isChecked() else self.text()
        return self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, self.width())

    def _picture_place(self, width: int) -> QRect:
        edge = FRAME + INSIDE
        return QRect(QPoint(edge, edge), QSize(width - 2 * edge, round((width - 2 * edge) * SHAPE)))

    def _on_shown(self) -> None:
        self.setChecked(self._selection.canvas_id is None)

    def _draw_anew(self, size: QSize) -> None:
        before = self._look
        look = model_look(self._document.workspace, before)
        ratio = self.devicePixelRatioF()
        if before and _alike(look, before) and self._picture.size() == size * ratio:
            return
        self._look = look
        self._picture = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = look.board.frame
        scale = min(size.width() / frame.w, size.height() / frame.h)
        painter.translate((size.width() - scale * frame.w) / 2, (size.height() - scale * frame.h) / 2)
        painter.scale(scale, scale)
        painter.translate(-frame.x, -frame.y)
        _draw(PainterSurface(painter), look, self._theme)
        painter.end()


def _alike(one: ModelLook, other: ModelLook) -> bool:
    return one.board is other.board and same(one.notes.values(), other.notes.values())


def _draw(surface: Surface, look: ModelLook, theme: Theme) -> None:
    """Draw blocks and cards; words so small would only be dirt."""
    draw_outlines(surface, look.board, theme)
    for card in look.notes.values():
        surface.push(card.rect.x, card.rect.y)
        card.draw(surface, theme)
        surface.pop()
