"""How well what the customer uses today answers a note of the circle."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from canvasdesk.model.fit import opportunity
from canvasdesk.model.notes import Note
from canvasdesk.model.quoting import alternative_name
from canvasdesk.model.sections import Half
from canvasdesk.panels.fields import ChoiceField, Option
from canvasdesk.panels.forms import Rows, heading, quiet
from canvasdesk.panels.voice import Voice
from canvasdesk.session import around
from canvasdesk.words import translate

RATINGS: list[Option] = [(number, str(number)) for number in range(4)]


class RatingRow(QWidget):
    """One alternative and its rating 0–3 for the note shown."""

    def __init__(self, alternative_id: str, voice: Voice) -> None:
        super().__init__()
        self._alternative_id = alternative_id
        self._voice = voice
        self._note_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._name = quiet("")
        self._rating = ChoiceField(RATINGS)
        self._rating.edited.connect(self._rate)
        column.addWidget(self._name)
        column.addWidget(self._rating)

    def show_rating(self, name: str, note_id: str, rating: int | None) -> None:
        """Show how well the alternative called `name` answers the note."""
        self._note_id = note_id
        self._name.setText(name)
        self._rating.name_by(name)
        self._rating.put(rating)
        self._rating.setEnabled(not self._voice.document.read_only)

    def _rate(self, rating: object) -> None:
        given = rating if isinstance(rating, int) else None
        self._voice.say(around.rate(self._voice.document, self._alternative_id, self._note_id, given))


class RatingList:
    """All alternatives of the canvas with their ratings for one note, and the room they leave."""

    def __init__(self, column: QVBoxLayout, voice: Voice) -> None:
        self._voice = voice
        self._heading = heading(translate("Details", "What they use today"))
        self._opportunity = quiet("")
        column.addWidget(self._heading)
        self._rows = Rows(column, lambda alternative_id: RatingRow(alternative_id, voice))
        column.addWidget(self._opportunity)

    def show_note(self, note: Note | None) -> None:
        """Show the ratings for `note`; nothing where it is no note of the circle."""
        canvas = self._voice.canvas
        shown = note is not None and canvas is not None and note.section.half is Half.CIRCLE
        self._heading.setVisible(shown)
        self._opportunity.setVisible(shown)
        if not shown or note is None or canvas is None:
            self._rows.show_for([])
            return
        rows = self._rows.show_for([other.id for other in canvas.alternatives])
        for other in canvas.alternatives:
            rows[other.id].show_rating(alternative_name(other), note.id, other.ratings.get(note.id))
        score = f"{opportunity(canvas, note):.1f}".removesuffix(".0")
        self._opportunity.setText(
            translate("Details", "Room for something better: {score} of 20", score=score)
            if canvas.alternatives
            else translate("Details", "No alternative yet. Add what they use today to the canvas.")
        )
