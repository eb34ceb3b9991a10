"""What is to be printed and how: the choices for posters, and the pages that they make."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from canvasdesk.export.blank import blank_pages
from canvasdesk.export.choice import What
from canvasdesk.export.pages import Page
from canvasdesk.export.papers import MM, PAPERS, SMALL_PAPERS, Orientation, Paper, near, paper
from canvasdesk.export.posters import Options, pages
from canvasdesk.export.tiles import parted
from canvasdesk.layout.style import INK, LIGHT, Theme
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.settings import (
    OVERLAPS,
    POSTER_INK,
    POSTER_ORIENTATION,
    POSTER_OVERLAP,
    POSTER_PAPER,
    POSTER_TILES,
    Settings,
)
from canvasdesk.words import translate

BLANK = "blank"
WIDTH = 190  # pixels of a field


class _Papers(QComboBox):
    """Papers to choose from, or sides to be typed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter, which ends what is typed, from the button that would save it at once."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class PosterForm(QWidget):
    """Asks what to print, on which paper, in tiles or whole; begins with what was chosen last.

    `canvas_id` is the canvas that is shown, None for the business model. `changed` tells of another choice.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, canvas_id: str | None, settings: Settings) -> None:
        super().__init__()
        self._workspace, self._canvas_id, self._settings = workspace, canvas_id, settings
        self.what = _choice(_offered(workspace, canvas_id), "")
        self.paper = _Papers()
        self.paper.setEditable(True)
        self.paper.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.paper.addItems([each.name for each in PAPERS])
        self.paper.setCurrentText(settings.get(POSTER_PAPER))
        sides = translate("Posters", "A paper, or its sides: 500x700mm, 24x36in")
        self.paper.setToolTip(sides)
        self.paper.setAccessibleDescription(sides)
        self.orientation = _choice(_ways(), settings.get(POSTER_ORIENTATION))
        whole = {"": translate("Posters", "No tiles")}
        self.tiles = _choice(
            whole | {each.name: each.name for each in SMALL_PAPERS}, settings.get(POSTER_TILES)
        )
        overlaps = {each: translate("Posters", "{width} mm", width=each) for each in OVERLAPS}
        self.overlap = _choice(overlaps, settings.get(POSTER_OVERLAP))
        self.ink = QCheckBox(translate("Posters", "&Black on white, to save ink"))
        self.ink.setChecked(settings.get(POSTER_INK))
        self._lay_out()
        self._hear()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(translate("Posters", "&What"), self.what)
        form.addRow(translate("Posters", "&Paper"), self.paper)
        form.addRow(translate("Posters", "&Turned"), self.orientation)
        form.addRow(translate("Posters", "T&iles on"), self.tiles)
        form.addRow(translate("Posters", "&Overlap"), self.overlap)
        form.addRow(self.ink)
        for field in (self.what, self.paper, self.orientation, self.tiles, self.overlap):
            field.setFixedWidth(WIDTH)
        self.overlap.setEnabled(bool(self.tiles.currentData()))

    def _hear(self) -> None:
        for box in (self.what, self.orientation, self.tiles, self.overlap):
            box.currentIndexChanged.connect(self._on_choice)
        self.paper.textActivated.connect(self._on_choice)
        if typed := self.paper.lineEdit():
            typed.editingFinished.connect(self._on_choice)  # not at every letter: half a size is none
        self.ink.toggled.connect(self._on_choice)

    def _on_choice(self) -> None:
        self.overlap.setEnabled(bool(self.tiles.currentData()))
        self.changed.emit()

    def choose(self, what: What) -> None:
        """Print something else."""
        self.what.setCurrentIndex(self.what.findData(what))

    @property
    def blank(self) -> bool:
        """Whether blank canvases are wanted, which are nobody's work yet."""
        return bool(self.what.currentData() == BLANK)

    def pages(self, day: date) -> tuple[Page, ...]:
        """Give the pages, or their tiles, with this day on them; raises `ExportError`."""
        large = paper(self.paper.currentText())
        small = paper(self.tiles.currentData()) if self.tiles.currentData() else None
        turned = Orientation(self.orientation.currentData())
        found = self._whole(large, Options(day, turned, theme=self._theme, near=near(large, small)))
        return parted(found, small, int(self.overlap.currentData()) * MM) if small else found

    @property
    def _theme(self) -> Theme:
        return INK if self.ink.isChecked() else LIGHT

    def _whole(self, large: Paper, options: Options) -> tuple[Page, ...]:
        if self.blank:
            return blank_pages(large, options, swapped=self._workspace.view.sides_swapped)
        what = What(self.what.currentData())
        return pages(
            self._workspace,
            what,
            large,
            options,
            segment=self._segment_id if what is What.SEGMENT else None,
            canvas=self._canvas_id if what is What.CANVAS else None,
        )

    @property
    def _segment_id(self) -> str | None:
        return self._workspace.segment_of[self._canvas_id].id if self._canvas_id else None

    def remember(self) -> None:
        """Begin with these choices the next time."""
        self._settings.set(POSTER_PAPER, self.paper.currentText())
        self._settings.set(POSTER_ORIENTATION, str(self.orientation.currentData()))
        self._settings.set(POSTER_TILES, self.tiles.currentData())
        self._settings.set(POSTER_OVERLAP, self.overlap.currentData())
        self._settings.set(POSTER_INK, self.ink.isChecked())


def _offered(workspace: Workspace, canvas_id: str | None) -> dict[str, str]:
    """Give what can be printed, what is shown first."""
    found: dict[str, str] = {}
    if canvas_id:
        found[What.CANVAS] = translate("Posters", "This canvas")
        if len(workspace.segment_of[canvas_id].canvases) > 1:
            found[What.SEGMENT] = translate("Posters", "Canvases of this segment")
    found[What.BUSINESS_MODEL] = translate("Posters", "Business model")
    if workspace.segments:
        found[What.CONTRAST] = translate("Posters", "Side by side")
    found[What.WORKBOOK] = translate("Posters", "Workbook of everything")
    found[BLANK] = translate("Posters", "Blank canvases")
    return found


def _ways() -> dict[str, str]:
    return {
        Orientation.AUTOMATIC: translate("Posters", "As it fits best"),
        Orientation.PORTRAIT: translate("Posters", "Portrait"),
        Orientation.LANDSCAPE: translate("Posters", "Landscape"),
    }


def _choice(texts: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    for value, text in texts.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box
