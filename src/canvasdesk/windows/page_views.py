"""Pages on the screen: a list of all, drawn as they come into sight, and one that is large and told."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QSizePolicy, QWidget

from canvasdesk.export.pages import Page
from canvasdesk.export.painting import paint
from canvasdesk.export.papers import MM
from canvasdesk.words import translate

SMALL = QSize(132, 108)  # pixels
LIST = 184  # pixels wide
SMALLEST = QSize(160, 140)  # pixels
PAPER, EDGE = "#FFFFFF", "#8F8F8F"
SHOWN = Qt.ItemDataRole.DisplayRole
PICTURE = Qt.ItemDataRole.DecorationRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole

_Index = QModelIndex | QPersistentModelIndex


def page_picture(page: Page, size: QSize, ratio: float) -> QPixmap:
    """Give a page in the middle of `size` pixels of the window, `ratio` times as sharp, nothing around it."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    scale = min((size.width() - 2) / page.width, (size.height() - 2) / page.height)
    paper = QRectF(0.0, 0.0, page.width * scale, page.height * scale)
    paper.moveCenter(QPointF(size.width() / 2, size.height() / 2))
    painter = QPainter(picture)
    painter.fillRect(paper, QColor(PAPER))
    painter.save()
    painter.translate(paper.topLeft())
    painter.scale(scale, scale)
    paint(painter, page)
    painter.restore()
    painter.setPen(QColor(EDGE))
    painter.drawRect(paper)
    painter.end()
    return picture


def sentence(pages: Sequence[Page], row: int) -> str:
    """Say which page it is, how large, and what it shows."""
    page = pages[row]
    return translate(
        "Posters",
        "{number} of {all} · {width} × {height} mm · {name}",
        number=row + 1,
        all=len(pages),
        width=round(page.width / MM),
        height=round(page.height / MM),
        name=page.title or page.label,
    )


class _Pages(QAbstractListModel):
    """Pages with pictures that are drawn when they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: Sequence[Page] = ()
        self.pictures: dict[int, QIcon] = {}
        self.ratio = 1.0

    def show_pages(self, pages: Sequence[Page]) -> None:
        self.beginResetModel()
        self.pages = pages
        self.pictures = {}
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count the pages."""
        return 0 if parent and parent.isValid() else len(self.pages)

    def data(self, index: _Index, role: int = SHOWN) -> object:
        """Give label, picture and sentence of a page."""
        row = index.row()
        if role == SHOWN:
            return self.pages[row].label
        if role == SPOKEN:
            return sentence(self.pages, row)
        if role == PICTURE:
            if row not in self.pictures:
                picture = page_picture(self.pages[row], SMALL, self.ratio)
                self.pictures[row] = QIcon(picture)
                self.pictures[row].addPixmap(picture, QIcon.Mode.Selected)  # else tinted
            return self.pictures[row]
        return None


class PageList(QListView):
    """Lists pages below each other with their labels."""

    def __init__(self) -> None:
        super().__init__()
        self._pages = _Pages()
        self.setModel(self._pages)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setUniformItemSizes(True)  # only those in sight are drawn
        self.setIconSize(SMALL)
        self.setGridSize(QSize(LIST - 24, SMALL.height() + 44))
        self.setFixedWidth(LIST)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(translate("Posters", "Pages"))

    def show_pages(self, pages: Sequence[Page]) -> None:
        """List other pages, from where the list was."""
        row = max(self.currentIndex().row(), 0)
        self._pages.ratio = self.devicePixelRatioF()
        self._pages.show_pages(pages)
        self.setCurrentIndex(self._pages.index(min(row, len(pages) - 1), 0))


class PageView(QWidget):
    """Shows one page."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._picture = QPixmap()
        self.setMinimumSize(SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Posters", "Preview"))

    def show_page(self, page: Page | None, said: str) -> None:
        """Show a page that is told as `said`, or none."""
        self._page, self._picture = page, QPixmap()
        self.setAccessibleDescription(said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page once for each size."""
        if self._page is None:
            return
        ratio = self.devicePixelRatioF()
        if self._picture.size() != self.size() * ratio:
            self._picture = page_picture(self._page, self.size(), ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


class Caption(QLabel):
    """Says something in one line in the middle, which ends in an ellipsis where there is no room for more."""

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, said: str) -> None:
        """Say something else."""
        self._said = said
        self.setAccessibleName(said)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
