"""How a vote came out: the notes by their dots, ties in words, and the importance that is proposed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.drawing.naming import covered_name
from canvasdesk.editing.voting import Standing
from canvasdesk.model.notes import Note
from canvasdesk.model.quoting import isolated, one_line
from canvasdesk.panels.fields import Option, PickField
from canvasdesk.panels.forms import page
from canvasdesk.windows.voting_stages import LARGE, Button, label
from canvasdesk.words import translate

LONGEST = 160  # letters of a note
BAR, TIE = 220, 110  # pixels
CONTENTS = 13  # letters of the longest rank
READABLE = 12  # points
BEFORE_A_ROOM = 0.04  # of the screen's height: as large as letters of a note are there


class ResultView(QWidget):
    """Lists what got how many dots; each proposal can be changed before it is applied."""

    applied = Signal()
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.headline, self.said = label(LARGE, bold=True), label()
        self.said.setObjectName("quiet")
        self.ranks: dict[str, PickField] = {}
        self._values: dict[str, int | None] = {}
        self._area, self._column = page()
        self._table = QWidget()
        self.apply = Button(translate("Voting", "A&pply the importance"))
        self.apply.setDefault(True)
        self.apply.clicked.connect(self.applied)
        self.keep = Button(translate("Voting", "&Keep without ranking"))
        self.keep.clicked.connect(self.kept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.keep, self.apply):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.headline, self.said):
            column.addWidget(part)
        column.addWidget(self._area, 1)
        column.addLayout(row)

    @property
    def chosen(self) -> Mapping[str, int]:
        """The importance for each note that gets one, by its id."""
        return {note_id: rank for note_id, rank in self._values.items() if rank is not None}

    def show_standings(
        self, headline: str, said: str, standings: Sequence[Standing], proposals: Mapping[str, int]
    ) -> None:
        """Show how the notes came out, the first at the top."""
        self.headline.setText(headline)
        self.said.setText(said)
        self._values = {each.note.id: proposals.get(each.note.id) for each in standings}
        self._table.hide()
        self._table.deleteLater()
        self._table, self.ranks = QWidget(), {}
        grid = QGridLayout(self._table)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, BAR)
        grid.setColumnMinimumWidth(3, TIE)
        head = QLabel(translate("Voting", "Importance"))
        head.setObjectName("heading")
        grid.addWidget(head, 0, 4)
        most = max((each.dots for each in standings), default=0)
        for row, each in enumerate(standings, 1):
            self._add_row(grid, row, each, most)
        self._column.addWidget(self._table)

    def _add_row(self, grid: QGridLayout, row: int, standing: Standing, most: int) -> None:
        name = _name(standing.note)
        words, number, tie = QLabel(name), QLabel(str(standing.dots)), QLabel(_tie(standing))
        for part in (words, number, tie):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setFont(self._letters(part.font()))
        words.setWordWrap(True)
        tie.setObjectName("quiet")
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        dots = translate("Voting", "%n dot(s)", count=standing.dots)
        number.setAccessibleName(translate("Voting", "“{note}”: {dots}", note=name, dots=dots))
        bar = QProgressBar()
        bar.setRange(0, max(most, 1))
        bar.setValue(standing.dots)
        bar.setTextVisible(False)
        bar.setAccessibleName(translate("Voting", "“{note}”: {dots}", note=name, dots=dots))
        rank = self.ranks[standing.note.id] = self._rank(standing.note, name)
        for column, widget in enumerate((words, bar, number, tie, rank)):
            grid.addWidget(widget, row, column)

    def _letters(self, font: QFont) -> QFont:
        """Give a font large enough for whoever looks: in a window that fills a screen, that is a room."""
        if self.window().isFullScreen():
            font.setPixelSize(round(BEFORE_A_ROOM * self.window().height()))
        else:
            font.setPointSize(READABLE)
        return font

    def _rank(self, note: Note, name: str) -> PickField:
        field = PickField(_options(note.importance))
        field.setMinimumContentsLength(CONTENTS)
        field.setAccessibleName(translate("Voting", "Importance of “{note}”", note=name))
        field.put(self._values[note.id])

        def keep(value: object) -> None:
            self._values[note.id] = value if isinstance(value, int) else None

        field.edited.connect(keep)
        return field


def _options(present: int | None) -> list[Option]:
    """Give the ranks, and first of all what leaves a note as it is."""
    if present is None:
        same = translate("Voting", "stays unranked")
    else:
        same = translate("Voting", "stays {rank}", rank=present)
    return [(None, same), *((rank, str(rank)) for rank in range(5, 0, -1))]


def _name(note: Note) -> str:
    return covered_name() if note.covered else isolated(one_line(note.text, LONGEST))


def _tie(standing: Standing) -> str:
    return translate("Voting", "tied with %n other(s)", count=standing.tied) if standing.tied else ""
