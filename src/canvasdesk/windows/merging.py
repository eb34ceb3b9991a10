"""The page on which two versions of a document are merged: what comes, and who decides where both differ."""

from collections.abc import Callable

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from canvasdesk.editing.conflicts import Side
from canvasdesk.editing.merge import Merged
from canvasdesk.layout.style import Theme
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.claim import shown_stem
from canvasdesk.session.document import Document
from canvasdesk.session.meeting import Theirs, doubles, listed, merge_label, met, outcome
from canvasdesk.windows.conflict_row import rows
from canvasdesk.windows.conflict_table import ConflictTable
from canvasdesk.windows.overlay import MARGIN as EDGE
from canvasdesk.windows.overlay import Overlay
from canvasdesk.words import translate

MARGIN, APART = 18, 8  # pixels

Then = Callable[[], object]


class Merging(Overlay):
    """Covers `area` until the versions are merged, as one step, or left as they are; follows the document."""

    def __init__(self, host: QWidget, area: QWidget, document: Document) -> None:
        super().__init__(host, area)
        self.setObjectName("merging")
        self._document = document
        self._theirs: Theirs | None = None
        self._base: Workspace | None = None
        self._met: Merged | None = None
        self._then: Then = lambda: None
        self._else: Then = lambda: None
        self.heading, self.came, self.count = QLabel(), QLabel(), QLabel()
        self.heading.setObjectName("headline")
        self.came.setWordWrap(True)
        self.count.setObjectName("quiet")
        for label in (self.heading, self.came, self.count):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.table = ConflictTable()
        self.all_mine = QPushButton(translate("Merging", "All &mine"))
        self.all_theirs = QPushButton(translate("Merging", "All &theirs"))
        self.one_of_doubles = QCheckBox()
        self.merge_button = QPushButton(translate("Merging", "Mer&ge"))
        self.merge_button.setDefault(True)
        self.cancel_button = QPushButton(translate("Merging", "Ca&ncel"))
        self._lay_out()
        self.setAccessibleName(translate("Merging", "Merge two versions"))
        self.table.chosen.connect(self._show_count)
        self.all_mine.clicked.connect(lambda: self.table.choose_all(Side.MINE))
        self.all_theirs.clicked.connect(lambda: self.table.choose_all(Side.THEIRS))
        self.merge_button.clicked.connect(self._merge)
        self.cancel_button.clicked.connect(self.dismiss)
        self.dismissed.connect(self._leave)
        document.changed.connect(self._follow)
        document.replaced.connect(self.dismiss)

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(APART)
        above.addWidget(self.count, 1)
        above.addWidget(self.all_mine)
        above.addWidget(self.all_theirs)
        below.addWidget(self.one_of_doubles)
        below.addStretch(1)
        below.addWidget(self.merge_button)
        below.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN - 4)
        column.setSpacing(APART)
        column.addWidget(self.heading)
        column.addWidget(self.came)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def ask(self, theirs: Theirs, base: Workspace | None, merged: Then, left: Then) -> None:
        """Show the document beside `theirs`; `base` is the last version that both know.

        `merged` is called once they are merged, `left` when they are not.
        """
        self._theirs, self._base, self._then, self._else = theirs, base, merged, left
        self.table.conflicts.choices.clear()
        self.one_of_doubles.setChecked(False)
        self.heading.setText(translate("Merging", "Merge with “{name}”", name=shown_stem(theirs.path)))
        self.open()
        self._follow()
        self.table.setFocus(Qt.FocusReason.PopupFocusReason)

    def use(self, theme: Theme) -> None:
        """Draw in other colours from now on."""
        self.table.use(theme)

    def placed(self, room: QRect) -> QRect:
        """Cover all of the area."""
        return room + QMargins(EDGE, EDGE, EDGE, EDGE)

    def _follow(self) -> None:
        """Compare with the document as it is."""
        if self._theirs is None or not self.isVisible():
            return
        self._met = met(self._document, self._theirs.workspace, self._base)
        came = self._met.changes
        self.came.setText(translate("Merging", "Comes from there: {changes}", changes=listed(came)))
        self.came.setVisible(bool(came))
        self.table.show_rows(rows(self._met))
        twice = len(doubles(self._met, self._met.workspace))
        self.one_of_doubles.setText(
            translate("Merging", "Make &one of %n note(s) written twice", count=twice)
        )
        self.one_of_doubles.setVisible(twice > 0)
        self._show_count()

    def _show_count(self) -> None:
        conflicts = self.table.conflicts
        number = conflicts.rowCount()
        theirs = sum(conflicts.side(row) is Side.THEIRS for row in range(number))
        both = translate("Merging", "Both changed %n thing(s) differently.", count=number)
        said = translate(
            "Merging",
            "{both} Mine: {mine} · Theirs: {theirs}",
            both=both,
            mine=number - theirs,
            theirs=theirs,
        )
        self.count.setText(said)
        for part in (self.count, self.all_mine, self.all_theirs, self.table):
            part.setVisible(number > 0)

    def _merge(self) -> None:
        if self._met is None or self._theirs is None:
            return
        theirs, then = self._theirs, self._then
        workspace = outcome(
            self._met, self.table.conflicts.choices, one_of_doubles=self.one_of_doubles.isChecked()
        )
        self._else = lambda: None
        self.dismiss()
        self._document.commit(merge_label(theirs), workspace)
        then()

    def _leave(self) -> None:
        left, self._theirs, self._met = self._else, None, None
        left()
