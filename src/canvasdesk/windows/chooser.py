"""What to start with: where one stands opens the right place; or blank, an example, a recent file."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.layout.style import Theme
from canvasdesk.model.business import Purpose
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.recent import recent_files
from canvasdesk.session.settings import Settings
from canvasdesk.storage.errors import shown_name
from canvasdesk.storage.templates import BLANK, started, templates
from canvasdesk.windows.cover import MARGIN, SCROLL_BAR, Cover, headline
from canvasdesk.windows.steps import Order
from canvasdesk.windows.tile import TILE, Tile, preview
from canvasdesk.words import translate

PREVIEW = QSize(92, 50)  # pixels
GAP, APART = 10, 22  # pixels between tiles, and between what does not belong together
RECENT_SHOWN = 4

Choice = tuple[Purpose, str, str]  # with a title and a sentence


class Chooser(Cover):
    """Covers the window until something is chosen; Esc leaves what is behind.

    `guided` gives a purpose and which half of a canvas comes first.
    """

    blank = Signal()
    guided = Signal(object, object)
    example = Signal(object)
    recent = Signal(object)
    browse = Signal()

    def __init__(self, host: QWidget, settings: Settings, theme: Theme) -> None:
        super().__init__(host, theme)
        self._settings = settings
        self._unpainted: list[tuple[QLabel, Workspace]] = []
        self._choices = QButtonGroup(self)  # within a group the arrows go to what lies in their direction
        self._choices.setExclusive(False)
        self._offer_first = QRadioButton(translate("Chooser", "Offer first"))
        page = QWidget()
        inside = QGridLayout(page)
        inside.setContentsMargins(MARGIN, MARGIN, MARGIN - SCROLL_BAR, MARGIN)
        inside.setHorizontalSpacing(APART)
        inside.setVerticalSpacing(APART)
        inside.addWidget(headline(translate("Chooser", "Where do you stand?")), 0, 0, 1, 2)
        inside.addLayout(self._new(), 1, 0)
        inside.addLayout(self._straight(), 1, 1)
        self.lay(page)
        self.setAccessibleName(translate("Chooser", "Start"))

    def ask(self) -> None:
        """Open with the keyboard on the first choice; pictures follow after the first paint."""
        self.open()
        self.findChildren(QPushButton)[0].setFocus(Qt.FocusReason.PopupFocusReason)
        QTimer.singleShot(0, self, self._paint_previews)

    def _new(self) -> QGridLayout:
        """Give what begins with the business model, what begins on a canvas, and below them the examples."""
        grid = QGridLayout()
        grid.setSpacing(GAP)
        widely = QLabel(translate("Chooser", "Nine blocks, then one segment close up"))
        widely.setObjectName("quiet")
        grid.addWidget(_heading(translate("Chooser", "Business model first")), 0, 0)
        grid.addWidget(widely, 1, 0)
        self._fill(grid, 0, _model_first())
        grid.addWidget(_heading(translate("Chooser", "Canvas first")), 0, 1)
        grid.addLayout(self._halves(), 1, 1)
        self._fill(grid, 1, _canvas_first())
        grid.setRowMinimumHeight(grid.rowCount(), GAP)
        grid.addWidget(_heading(translate("Chooser", "An example")), grid.rowCount(), 0)
        for n, example in enumerate(self._examples(), start=2 * grid.rowCount()):
            grid.addWidget(example, n // 2, n % 2)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    def _fill(self, grid: QGridLayout, column: int, choices: Sequence[Choice]) -> None:
        for row, (purpose, title, text) in enumerate(choices, start=2):
            grid.addWidget(self._tile(partial(self._guide, purpose), title, text), row, column)

    def _halves(self) -> QHBoxLayout:
        """Give the choice of the half that comes first on a canvas."""
        row = QHBoxLayout()
        row.setSpacing(APART)
        customer_first = QRadioButton(translate("Chooser", "Customer first"))
        customer_first.setChecked(True)
        row.addWidget(customer_first)
        row.addWidget(self._offer_first)
        row.addStretch()
        return row

    def _guide(self, purpose: Purpose) -> None:
        offer_first = self._offer_first.isChecked()
        self.guided.emit(purpose, Order.OFFER_FIRST if offer_first else Order.CUSTOMER_FIRST)

    def _examples(self) -> Iterator[Tile]:
        for name, path in templates().items():
            if name != BLANK:
                workspace = started(path)
                picture = QLabel()
                picture.setFixedSize(PREVIEW)
                self._unpainted.append((picture, workspace))
                yield self._tile(partial(self.example.emit, path), workspace.title, "", picture)

    def _straight(self) -> QVBoxLayout:
        """Give the ways on which nothing is asked."""
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(_heading(translate("Chooser", "Straight in")))
        text = translate("Chooser", "Circle and square, nothing in them.")
        column.addWidget(self._tile(self.blank.emit, translate("Chooser", "Blank canvas"), text))
        column.addSpacing(APART - GAP)
        column.addWidget(_heading(translate("Chooser", "Recent files")))
        known = [each for each in recent_files(self._settings) if not each.missing][:RECENT_SHOWN]
        for each in known:
            act = partial(self.recent.emit, each.path)
            column.addWidget(self._tile(act, shown_name(each.path.stem), shown_name(each.path.parent)))
        if not known:
            none = QLabel(translate("Chooser", "Files that you open or save appear here."))
            none.setObjectName("quiet")
            none.setWordWrap(True)
            none.setFixedWidth(TILE)
            column.addWidget(none)
        browse = QPushButton(translate("Chooser", "&Open a file…"))
        browse.clicked.connect(self.dismiss)
        browse.clicked.connect(self.browse)
        self._choices.addButton(browse)
        column.addWidget(browse)
        column.addStretch()
        return column

    def _tile(self, act: Callable[[], object], title: str, text: str, picture: QLabel | None = None) -> Tile:
        tile = Tile(title, text, picture)
        tile.clicked.connect(lambda _checked: act())
        tile.clicked.connect(self.dismiss)
        self._choices.addButton(tile)
        return tile

    def _paint_previews(self) -> None:
        for picture, workspace in self._unpainted:
            picture.setPixmap(preview(workspace, self._theme, PREVIEW, self.devicePixelRatioF()))
        self._unpainted.clear()


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    return label


def _model_first() -> tuple[Choice, ...]:
    return (
        (
            Purpose.NEW_IDEA,
            translate("Chooser", "The idea is still open"),
            translate("Chooser", "Sketch whom it could serve and how it could earn its keep."),
        ),
        (
            Purpose.REDESIGN,
            translate("Chooser", "Redesign a business"),
            translate("Chooser", "Draw it as it runs today, then change what no longer holds."),
        ),
        (
            Purpose.PORTFOLIO,
            translate("Chooser", "Sort out a portfolio"),
            translate("Chooser", "See several offers and their customers in one picture."),
        ),
    )


def _canvas_first() -> tuple[Choice, ...]:
    return (
        (
            Purpose.IMPROVE_PROPOSITION,
            translate("Chooser", "Improve a proposition"),
            translate("Chooser", "It is out there; make it fit its customers better."),
        ),
        (
            Purpose.NEW_SEGMENT,
            translate("Chooser", "Reach a new segment"),
            translate("Chooser", "Other people have other needs: learn who they are."),
        ),
        (
            Purpose.AFTER_RESEARCH,
            translate("Chooser", "Make sense of research"),
            translate("Chooser", "You listened to customers; put down what you heard."),
        ),
    )
