"""The three parts of a window side by side: panels left and right that fold away, the canvas between."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from canvasdesk.session.settings import LEFT_FOLDED, OUTLINE_SHOWN, PANEL_SIZES, RIGHT_FOLDED, Settings

LEFT_WIDTH, RIGHT_WIDTH = 264, 284  # pixels
NARROWEST = 200
SMALL_SCREEN = 1600  # pixels: below, the left side starts folded so that notes can be read

OVERVIEW, OUTLINE = 0, 1  # pages on the left
DETAILS, FIT, REVIEW, SESSION = 0, 1, 2, 3  # pages on the right

Page = tuple[str, QWidget]


class Side(QWidget):
    """The panels of one side, one above the other behind tabs; empty until they are put there."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setAccessibleName(name)
        self.setMinimumWidth(NARROWEST)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.setAccessibleName(name)
        self.tabs.tabBar().setDrawBase(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)

    def put(self, pages: Sequence[Page]) -> None:
        """Fill the side with panels and their titles."""
        for title, panel in pages:
            self.tabs.addTab(panel, title)

    def show_page(self, index: int, field: str = "") -> None:
        """Bring a panel to the front and give it the focus, or its field of that name."""
        from canvasdesk.windows.focus import enter

        self.tabs.setCurrentIndex(index)
        panel = self.tabs.currentWidget()
        if panel:
            enter((panel.findChild(QWidget, field) if field else None) or panel)


class Sides(QSplitter):
    """Left panels, centre and right panels; folding and widths are remembered."""

    folded = Signal()

    def __init__(self, settings: Settings, left: Side, centre: QWidget, right: Side) -> None:
        super().__init__()
        self._settings = settings
        self._aside: set[Side] = set()
        """The sides that are away before a room, whatever is folded."""
        self.left, self.centre, self.right = left, centre, right
        for part in (left, centre, right):
            self.addWidget(part)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes([LEFT_WIDTH, 10_000, RIGHT_WIDTH])
        self.restoreState(QByteArray.fromBase64(settings.get(PANEL_SIZES).encode("ascii", "ignore")))
        self.setChildrenCollapsible(False)
        self._apply()

    @property
    def left_folded(self) -> bool:
        """Whether the left side is away."""
        if self.left in self._aside:
            return True
        chosen = self._settings.get(LEFT_FOLDED)
        return self._on_small_screen() if chosen is None else chosen

    @property
    def right_folded(self) -> bool:
        """Whether the right side is away."""
        return self.right in self._aside or self._settings.get(RIGHT_FOLDED)

    def fold_left(self, *, away: bool) -> None:
        """Fold the left side away, or bring it back."""
        self._aside.discard(self.left)
        self._settings.set(LEFT_FOLDED, away)
        self._apply()

    def fold_right(self, *, away: bool) -> None:
        """Fold the right side away, or bring it back."""
        self._aside.discard(self.right)
        self._settings.set(RIGHT_FOLDED, away)
        self._apply()

    def fold_both(self) -> None:
        """Fold both sides away; bring both back where both are away."""
        away = not (self.left_folded and self.right_folded)
        self._aside.clear()
        self._settings.set(LEFT_FOLDED, away)
        self._settings.set(RIGHT_FOLDED, away)
        self._apply()

    def step_aside(self, *, away: bool) -> None:
        """Leave the window to what is in the middle until a side is asked for; or come back."""
        self._aside = {self.left, self.right} if away else set()
        self._apply()

    def remember(self) -> None:
        """Keep the widths for the next window."""
        self._settings.set(PANEL_SIZES, bytes(self.saveState().toBase64().data()).decode())

    def furnish(self, left: Sequence[Page], right: Sequence[Page]) -> None:
        """Put the panels in; the one on the left that was in front the last time is there again."""
        self.left.put(left)
        self.right.put(right)
        self.left.tabs.setCurrentIndex(OUTLINE if self._settings.get(OUTLINE_SHOWN) else OVERVIEW)
        self.left.tabs.currentChanged.connect(self._on_left_page)

    def show_overview(self) -> None:
        """Bring the segments to the front, with the keyboard in them."""
        self.fold_left(away=False)
        self.left.show_page(OVERVIEW)

    def show_outline(self) -> None:
        """Bring the outline to the front, with the keyboard in it."""
        self.fold_left(away=False)
        self.left.show_page(OUTLINE)

    def show_details(self, field: str = "") -> None:
        """Bring the details to the front, with the keyboard in their first field or the one named."""
        self.fold_right(away=False)
        self.right.show_page(DETAILS, field)

    def show_fit(self) -> None:
        """Bring the explanation of the fit to the front, with the keyboard in it."""
        self.fold_right(away=False)
        self.right.show_page(FIT)

    def show_review(self) -> None:
        """Bring the flows to be reviewed to the front, with the keyboard in them."""
        self.fold_right(away=False)
        self.right.show_page(REVIEW)

    def show_session(self) -> None:
        """Bring agenda, attendance and records to the front, with the keyboard in them."""
        self.fold_right(away=False)
        self.right.show_page(SESSION, "sessionParts")

    def name_review(self, title: str) -> None:
        """Give the page with the flows to be reviewed another title."""
        self.right.tabs.setTabText(REVIEW, title)

    def _on_left_page(self, page: int) -> None:
        self._settings.set(OUTLINE_SHOWN, page == OUTLINE)

    def _apply(self) -> None:
        self.left.setVisible(not self.left_folded)
        self.right.setVisible(not self.right_folded)
        self.folded.emit()

    def _on_small_screen(self) -> bool:
        return self.screen().availableGeometry().width() < SMALL_SCREEN
