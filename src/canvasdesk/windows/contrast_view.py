"""Side by side: the segments as a table over the whole window, live, with ways to copy and export it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.drawing.contrast import contrast_look
from canvasdesk.drawing.naming import person_name
from canvasdesk.interchange.table import as_html, as_text, contrast_cells
from canvasdesk.layout.style import Theme
from canvasdesk.model.contrast import Column, Row, Said
from canvasdesk.model.quoting import one_line
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.windows.contrast_table import ROWS, ContrastTable
from canvasdesk.windows.overlay import Page
from canvasdesk.windows.toast import Toast
from canvasdesk.words import translate

MARGIN, APART = 18, 8  # pixels
LONGEST = 80  # letters of the heading
SCROLL_BAR = 12  # pixels, as the style sheet has it


class ContrastView(Page):
    """Covers `area` and follows the document, as far as it may be `seen`.

    `wanted` carries the id of a note, entry, canvas or segment that somebody wants to see.
    """

    wanted = Signal(str)

    def __init__(
        self,
        host: QWidget,
        area: QWidget,
        document: Document,
        selection: Selection,
        seen: Callable[[], Workspace],
        export: Callable[[], object],
    ) -> None:
        super().__init__(host, area)
        self.setObjectName("contrast")
        self._document, self._seen = document, seen
        self._shown: Workspace | None = None
        self.heading = QLabel()
        self.heading.setObjectName("headline")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.table = ContrastTable()
        self.toast = Toast(self, self.table)
        self.copy_button = QPushButton(translate("Contrast", "Copy as &table"))
        self.copy_button.clicked.connect(self.copy)
        self.export_button = QPushButton(translate("Contrast", "E&xport…"))
        self.export_button.clicked.connect(export)
        self.back_button = QPushButton(translate("Contrast", "Bac&k"))
        self.back_button.clicked.connect(self.dismiss)
        self._lay_out()
        self.setAccessibleName(translate("Contrast", "Side by side"))
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(self.copy)
        self.table.activated.connect(self._on_cell)
        self.table.horizontalHeader().sectionClicked.connect(self._on_header)
        document.changed.connect(self._follow)
        document.replaced.connect(self.dismiss)
        selection.canvas_changed.connect(self._on_canvas)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(APART)
        above.addWidget(self.heading, 1)
        for button in (self.copy_button, self.export_button, self.back_button):
            above.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN - SCROLL_BAR // 2, 0)
        column.setSpacing(APART)
        column.addLayout(above)
        column.addWidget(self.table, 1)

    def ask(self) -> None:
        """Open with the keyboard in the table."""
        self.open()
        self._follow()
        self.table.setFocus(Qt.FocusReason.PopupFocusReason)

    def use(self, theme: Theme) -> None:
        """Draw in other colours from now on."""
        self.table.use(theme)

    def copy(self) -> None:
        """Put the whole table on the clipboard, as text and as HTML."""
        if look := self.table.cells.look:
            cells = contrast_cells(each.column for each in look.columns)
            mime = QMimeData()
            mime.setText(as_text(cells))
            mime.setHtml(as_html(cells))
            QGuiApplication.clipboard().setMimeData(mime)
            self.toast.say(translate("Contrast", "%n segment(s) copied as a table.", count=len(look.columns)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width that there is now."""
        super().resizeEvent(event)
        self._follow()

    # Following.

    def _follow(self) -> None:
        """Show the document as it is; without segments there is nothing to show."""
        if not self.isVisible():
            return
        self._shown = self._document.workspace
        room = self.table.width() - SCROLL_BAR
        look = contrast_look(self._seen(), room, self.table.cells.look)
        self.heading.setText(one_line(look.title, LONGEST))
        self.table.show_look(look)
        if not look.columns:
            self.dismiss()

    def _on_canvas(self) -> None:
        """Give way to what somebody wants to see, unless a change of the document alone brought it about."""
        if self._shown is self._document.workspace:
            self.dismiss()

    # Going to what is named.

    def _on_header(self, number: int) -> None:
        self._go(self.table.cells.columns[number].column.segment.id)

    def _on_cell(self, index: QModelIndex) -> None:
        """Go to what a cell names, or to the segment; let somebody choose where it names several things."""
        column = self.table.cells.columns[index.column()].column
        there = _named(column, ROWS[index.row()]) or (Said("", column.segment.id),)
        if len(there) == 1:
            self._go(there[0].id)
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for each in there:
            action = menu.addAction(one_line(each.text).replace("&", "&&"))
            action.triggered.connect(partial(self._go, each.id))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.table.viewport().mapToGlobal(self.table.visualRect(index).center()))

    def _go(self, part_id: str, _checked: bool = False) -> None:
        self.dismiss()
        self.wanted.emit(part_id)


def _named(column: Column, row: Row) -> tuple[Said, ...]:
    """Give what a cell names that can be gone to: notes and entries, or the canvases of the roles."""
    if row is not Row.ON_PAPER:
        return column.texts.get(row, ())
    roles = (canvas for canvas in column.segment.canvases if canvas.stakeholder)
    return tuple(Said(person_name(canvas.stakeholder), canvas.id) for canvas in roles if canvas.stakeholder)
