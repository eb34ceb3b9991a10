"""A large button to start with something, and the small picture of a canvas on it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from canvasdesk.drawing.business_model import model_look
from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.sheet import SheetLook
from canvasdesk.layout.style import Theme
from canvasdesk.model.workspace import Workspace
from canvasdesk.windows.focus import bring_into_sight

TILE = 264  # pixels wide


class Tile(QPushButton):
    """A large button: an optional picture, a title, a sentence."""

    def __init__(self, title: str, text: str, picture: QLabel | None = None) -> None:
        super().__init__()
        self.setObjectName("tile")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        name = QLabel(title)
        bold = name.font()
        bold.setBold(True)
        name.setFont(bold)
        below = QLabel(text)
        below.setObjectName("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 11, 13, 11)
        row.setSpacing(13)
        said = QVBoxLayout()
        said.setSpacing(4)
        if picture:
            row.addWidget(picture)
        row.addLayout(said, 1)
        for label in (name, below) if text else (name,):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            said.addWidget(label)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedWidth(TILE)
        self.setMinimumHeight(row.heightForWidth(TILE))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)  # as high as its row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight, also where the arrows lead here; the page follows Tab alone."""
        super().focusInEvent(event)
        bring_into_sight(self)


def preview(workspace: Workspace, theme: Theme, size: QSize, ratio: float) -> QPixmap:
    """Give a small picture of the first canvas, or of the business model where there is none."""
    first = next(iter(workspace.canvas_by_id), None)
    look = model_look(workspace) if first is None else canvas_look(workspace, first)
    return sheet_picture(look, theme, size, ratio)


def sheet_picture(look: SheetLook, theme: Theme, size: QSize, ratio: float) -> QPixmap:
    """Give a picture of all of a sheet, `size` in pixels of the window, `ratio` times as sharp."""
    bounds = look.bounds
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(theme.board))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = min(size.width() / bounds.w, size.height() / bounds.h)
    room = QRectF(0, 0, size.width() / scale, size.height() / scale)
    painter.scale(scale, scale)
    painter.translate(room.center().x() - bounds.centre.x, room.center().y() - bounds.centre.y)
    look.draw(PainterSurface(painter), theme)
    painter.end()
    return picture
