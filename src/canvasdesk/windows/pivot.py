"""A value map pointed at another segment: its links offered again one by one in a strip above the canvas."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from canvasdesk.editing.links import link_between
from canvasdesk.editing.pivot import Offer, offered_links
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.quoting import one_line, quoted_note
from canvasdesk.panels.fields import ChoiceField
from canvasdesk.panels.wording import strength_options
from canvasdesk.scene.view import CanvasView
from canvasdesk.session import commands
from canvasdesk.session.document import Document
from canvasdesk.session.pivot import copy_value_map
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate

CANDIDATE_WIDTH = 260  # pixels

Asked = tuple[str, str]
"""A link that is offered: the note in the square it begins at, and the one it ended at on the old canvas."""


@dataclass
class _Way:
    """From where to where a value map is pointed, and what was answered; None is a link left out."""

    canvas_id: str
    target_id: str
    copies: Mapping[str, str]
    answers: dict[Asked, str | None] = field(default_factory=dict)


class Pivot(QFrame):
    """Asks of each link what it could answer here; there while the canvas that is pointed at is shown.

    It follows the document: a link that is taken back is asked again, and without the copies nothing is.
    """

    said = Signal(str)

    def __init__(self, document: Document, selection: Selection, view: CanvasView) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAutoFillBackground(True)
        self._document, self._selection, self._view = document, selection, view
        self._way: _Way | None = None
        self._shown: tuple[Offer, tuple[str, ...]] | None = None
        self._strength: int | None = None
        self.question, self.hint = QLabel(), QLabel()
        for label in (self.question, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        bold = self.question.font()
        bold.setBold(True)
        self.question.setFont(bold)
        self.candidates = QComboBox()
        self.candidates.setMinimumWidth(CANDIDATE_WIDTH)
        self.candidates.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.candidates.setAccessibleName(translate("Pivot", "What it could answer here"))
        self.candidates.currentIndexChanged.connect(self._point_out)
        self.strength = ChoiceField(strength_options())
        self.strength.name_by(translate("Pivot", "How well"))
        self.strength.edited.connect(self._on_strength)
        self.link = QPushButton(translate("Pivot", "&Link"))
        self.link.clicked.connect(self._on_link)
        self.skip = QPushButton(translate("Pivot", "S&kip"))
        self.skip.clicked.connect(lambda: self._answer(None))
        self.end = QPushButton(translate("Pivot", "St&op"))
        self.end.clicked.connect(self.stop)
        self._lay_out()
        document.changed.connect(self._ask)
        document.replaced.connect(self.stop)
        selection.canvas_changed.connect(self._ask)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for part in (self.hint, self.candidates, self.strength, self.link, self.skip, self.end):
            row.addWidget(part)
        row.setStretchFactor(self.candidates, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.addWidget(self.question)
        column.addLayout(row)

    def point(self, target_id: str) -> None:
        """Copy the square of the canvas shown to another, show that, and ask of the first link."""
        canvas_id = self._selection.canvas_id or ""
        self._way = None
        copies, refusal = copy_value_map(self._document, canvas_id, target_id)
        if copies is None:
            self.said.emit(refusal or "")
            return
        self._way = _Way(canvas_id, target_id, copies)
        self._selection.show_canvas(target_id)
        if self.isVisible():
            self.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Ask no more."""
        held = self.isAncestorOf(self.window().focusWidget() or self.window())
        self._way = self._shown = None
        self.hide()
        if held:
            self._view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with Enter what the button with the focus does, else link; stop with Esc."""
        held = self.window().focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (held if isinstance(held, QPushButton) else self.link).click()
        else:
            super().keyPressEvent(event)

    # Asking.

    def _ask(self) -> None:
        """Ask of the next link without an answer, while the canvas it may come to is shown."""
        way = self._way
        if way is None:
            return
        canvas = self._document.workspace.canvas_by_id.get(way.target_id)
        offers = self._offers(way) if canvas else []
        there = [each for each in offers if canvas and not _answered(way, canvas, each)]
        if canvas is None or not there:
            self._end(way, finished=bool(offers))
            return
        here = self._selection.canvas_id == way.target_id
        self.setVisible(here)
        texts = tuple(one_line(canvas.note_by_id[each].text) for each in there[0].targets)
        if here and (there[0], texts) != self._shown:
            self._shown = there[0], texts
            self._put(canvas, there[0], texts, len(there))

    def _offers(self, way: _Way) -> list[Offer]:
        """Give the links whose copied notes are still there, as far as there is something to answer."""
        workspace = self._document.workspace
        if way.canvas_id not in workspace.canvas_by_id:
            return []
        notes = workspace.canvas_by_id[way.target_id].note_by_id
        copies = {old: new for old, new in way.copies.items() if new in notes}
        found = offered_links(workspace, way.canvas_id, way.target_id, copies)
        return [each for each in found if each.targets or way.answers.get(_key(each))]

    def _put(self, canvas: ValuePropositionCanvas, offer: Offer, texts: tuple[str, ...], left: int) -> None:
        self.question.setText(_question(canvas.note_by_id[offer.source], offer))
        self.hint.setText(translate("Pivot", "%n left. Here it answers:", count=left))
        self._strength = offer.strength
        self.strength.put(offer.strength)
        with QSignalBlocker(self.candidates):
            self.candidates.clear()
            self.candidates.addItems(texts)
        self._point_out()

    def _point_out(self) -> None:
        """Have the two notes that would be linked selected and in sight."""
        source, target = self._pair()
        self._selection.select([source, target], source)
        place_of = self._view.scene.place_of
        self._view.reveal_place(place_of(source).united(place_of(target)))

    def _pair(self) -> Asked:
        offer = self._shown[0] if self._shown else None
        if offer is None:
            raise ValueError("nothing is asked")
        return offer.source, offer.targets[self.candidates.currentIndex()]

    def _end(self, way: _Way, *, finished: bool) -> None:
        made = sum(answer is not None for answer in way.answers.values())
        self.stop()
        if finished:
            self.said.emit(translate("Pivot", "Every link is gone through: %n link(s) made.", count=made))
        elif not way.answers:
            self.said.emit(translate("Pivot", "The value map stands here now. No link could be offered."))

    # Answering.

    def _on_strength(self, value: object) -> None:
        self._strength = value if isinstance(value, int) else None

    def _on_link(self) -> None:
        self._answer(self._pair()[1])

    def _answer(self, target: str | None) -> None:
        """Keep what was answered to the link that is asked, and go on."""
        if self._way is None or self._shown is None:
            return
        asked = _key(self._shown[0])
        self._way.answers[asked] = target
        if target is None:
            self._ask()
            return
        said = commands.link(self._document, self._selection, asked[0], target, self._strength)
        if said:
            self.said.emit(said)


def _key(offer: Offer) -> Asked:
    return offer.source, offer.old_target.id


def _answered(way: _Way, canvas: ValuePropositionCanvas, offer: Offer) -> bool:
    """Say whether a link was left out, or made and still stands."""
    if (asked := _key(offer)) not in way.answers:
        return False
    target = way.answers[asked]
    return target is None or link_between(canvas, offer.source, target) is not None


def _question(source: Note, offer: Offer) -> str:
    one, other = quoted_note(source), quoted_note(offer.old_target)
    return {
        None: translate("Pivot", "There “{source}” answered “{need}”.", source=one, need=other),
        1: translate("Pivot", "There “{source}” answered “{need}” slightly.", source=one, need=other),
        2: translate("Pivot", "There “{source}” answered “{need}” mostly.", source=one, need=other),
        3: translate("Pivot", "There “{source}” answered “{need}” fully.", source=one, need=other),
    }[offer.strength]
