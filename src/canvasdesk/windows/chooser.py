"""What to start with: a blank canvas, a guided one, an example, or a file that was open before."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.sheet import draw_sheet
from canvasdesk.layout.style import Theme
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.recent import recent_files
from canvasdesk.session.settings import Settings
from canvasdesk.storage.errors import shown_name
from canvasdesk.storage.templates import BLANK, started, templates
from canvasdesk.windows.guide import Order
from canvasdesk.windows.overlay import Overlay
from canvasdesk.words import translate

TILE = 252  # pixels wide
PREVIEW = QSize(226, 122)  # pixels
MARGIN, FRAME, SCROLL_BAR = 28, 2, 12  # pixels
RECENT_SHOWN = 6
DIMMED = 110  # of 255, over what lies behind


class Chooser(Overlay):
    """Covers the window until something is chosen; Esc leaves what is behind."""

    blank = Signal()
    guided = Signal(str)
    example = Signal(object)
    recent = Signal(object)
    browse = Signal()

    def __init__(self, host: QWidget, settings: Settings, theme: Theme) -> None:
        super().__init__(host)
        self.setObjectName("")
        self.setAutoFillBackground(False)
        self._settings, self._theme = settings, theme
        self._unpainted: list[tuple[QLabel, Workspace]] = []
        card = QFrame()
        card.setObjectName("floating")
        card.setAutoFillBackground(True)
        columns = QHBoxLayout()
        columns.setSpacing(28)
        for column in (self._new(), self._examples(), self._recent()):
            columns.addLayout(column)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(MARGIN, MARGIN, MARGIN - SCROLL_BAR, MARGIN)
        inside.setSpacing(18)
        inside.addWidget(_title(translate("Chooser", "What would you like to start with?")))
        inside.addLayout(columns)
        whole = QVBoxLayout(card)
        whole.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        whole.addWidget(_Page(page))
        middle = QVBoxLayout(self)
        middle.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(translate("Chooser", "Start"))

    def ask(self) -> None:
        """Open with the keyboard on the first choice; pictures follow after the first paint."""
        self.open()
        self.findChildren(QPushButton)[0].setFocus(Qt.FocusReason.PopupFocusReason)
        QTimer.singleShot(0, self, self._paint_previews)

    def placed(self, room: QRect) -> QRect:
        """Cover all of the host."""
        del room
        return self._host.rect()

    def _new(self) -> QVBoxLayout:
        column = _column(translate("Chooser", "Something new"))
        choices = (
            (
                translate("Chooser", "Blank canvas"),
                translate("Chooser", "Circle and square, nothing in them."),
                self.blank.emit,
            ),
            (
                translate("Chooser", "Guided: customer first"),
                translate("Chooser", "Who is it for, what do they need, and how do you help?"),
                lambda: self.guided.emit(Order.CUSTOMER_FIRST),
            ),
            (
                translate("Chooser", "Guided: offer first"),
                translate("Chooser", "You have a product; find out who wants it and why."),
                lambda: self.guided.emit(Order.OFFER_FIRST),
            ),
        )
        for title, text, act in choices:
            tile = Tile(title, text)
            tile.clicked.connect(act)
            tile.clicked.connect(self.dismiss)
            column.addWidget(tile)
        column.addStretch()
        return column

    def _examples(self) -> QVBoxLayout:
        column = _column(translate("Chooser", "An example"))
        for name, path in templates().items():
            if name != BLANK:
                workspace = started(path)
                picture = QLabel()
                picture.setFixedSize(PREVIEW)
                self._unpainted.append((picture, workspace))
                tile = Tile(workspace.title, "", picture)
                tile.clicked.connect(lambda _=False, path=path: self.example.emit(path))
                tile.clicked.connect(self.dismiss)
                column.addWidget(tile)
        column.addStretch()
        return column

    def _recent(self) -> QVBoxLayout:
        column = _column(translate("Chooser", "Recent files"))
        known = [each for each in recent_files(self._settings) if not each.missing][:RECENT_SHOWN]
        for each in known:
            tile = Tile(shown_name(each.path.stem), shown_name(each.path.parent))
            tile.clicked.connect(lambda _=False, path=each.path: self.recent.emit(path))
            tile.clicked.connect(self.dismiss)
            column.addWidget(tile)
        if not known:
            none = QLabel(translate("Chooser", "Files that you open or save appear here."))
            none.setObjectName("quiet")
            none.setWordWrap(True)
            none.setFixedWidth(TILE)
            column.addWidget(none)
        browse = QPushButton(translate("Chooser", "&Open a file…"))
        browse.clicked.connect(self.dismiss)
        browse.clicked.connect(self.browse)
        column.addWidget(browse)
        column.addStretch()
        return column

    def _paint_previews(self) -> None:
        for picture, workspace in self._unpainted:
            picture.setPixmap(preview(workspace, self._theme, PREVIEW, self.devicePixelRatioF()))
        self._unpainted.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies behind."""
        veil = QColor(self._theme.board if self._theme.dark else self._theme.ink)
        veil.setAlpha(DIMMED)
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
        return self._page.sizeHint() + QSize(SCROLL_BAR, 0)


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
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 11, 13, 11)
        column.setSpacing(4)
        for part in (picture, name, below if text else None):
            if part:
                part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                column.addWidget(part)
        for label in (name, below):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.setFixedWidth(TILE)
        self.setFixedHeight(column.heightForWidth(TILE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def preview(workspace: Workspace, theme: Theme, size: QSize, ratio: float) -> QPixmap:
    """Give a small picture of the first canvas, `size` in pixels of the window, `ratio` times as sharp."""
    look = canvas_look(workspace, next(iter(workspace.canvas_by_id)))
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
    draw_sheet(PainterSurface(painter), look, theme)
    painter.end()
    return picture


def _title(text: str) -> QLabel:
    title = QLabel(text)
    large = title.font()
    large.setPointSizeF(large.pointSizeF() * 1.5)
    large.setBold(True)
    title.setFont(large)
    return title


def _column(heading: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(10)
    label = QLabel(heading)
    label.setObjectName("heading")
    column.addWidget(label)
    return column
