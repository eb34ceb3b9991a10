"""The session panel: the agenda, who is in the room, and the records of past sessions."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from canvasdesk.drawing.session_words import clock_name, session_title
from canvasdesk.editing.agenda import running
from canvasdesk.model.sessions import Session
from canvasdesk.model.value import now
from canvasdesk.panels.agenda_part import AgendaPart
from canvasdesk.panels.attendance_part import AttendancePart
from canvasdesk.panels.fields import ChoiceField
from canvasdesk.panels.forms import GAP, MARGIN, plain, row
from canvasdesk.panels.session_records import RecordsPart
from canvasdesk.session import agenda
from canvasdesk.session.document import Document
from canvasdesk.session.facilitation import Facilitation
from canvasdesk.words import translate

AGENDA, ATTENDANCE, RECORDS = range(3)


class SessionPanel(QWidget):
    """Follows document and agenda while it can be seen; `said` carries sentences for the user."""

    said = Signal(str)

    def __init__(self, document: Document, lead: Facilitation) -> None:
        super().__init__()
        self._document = document
        self._read_only = document.read_only
        self._state = plain("")
        self.turn = QPushButton()
        self.turn.clicked.connect(self._turn)
        self.parts = ChoiceField(
            [
                (AGENDA, translate("Session", "Agenda")),
                (ATTENDANCE, translate("Session", "Attendance")),
                (RECORDS, translate("Session", "Records")),
            ],
            required=True,
        )
        self.parts.setObjectName("sessionParts")  # the keyboard comes here first, not to what ends a session
        self.parts.name_by(translate("Session", "Show"))
        self.parts.put(AGENDA)
        self.agenda = AgendaPart(document, lead, self._say)
        self.attendance, self.records = AttendancePart(document, self._say), RecordsPart(document, self._say)
        self._pages = QStackedWidget()
        for part in (self.agenda, self.attendance, self.records):
            self._pages.addWidget(part)
        self._lay_out()
        self.setAccessibleName(translate("Session", "Session"))
        self.parts.edited.connect(self.show_part)
        document.changed.connect(self._follow)
        document.replaced.connect(self._follow)
        document.state_changed.connect(self._on_state)
        lead.changed.connect(self._follow)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        head.setSpacing(GAP)
        head.addLayout(row(self._state, self.turn))
        head.addWidget(self.parts)
        column.addLayout(head)
        column.addWidget(self._pages, 1)

    def show_part(self, part: int) -> None:
        """Bring agenda, attendance or records to the front."""
        self.parts.put(part)
        self._pages.setCurrentIndex(part)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody could see it."""
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        if not self.isVisible():
            return
        session = running(self._document.workspace)
        self._state.setText(_state(session))
        self.turn.setText(
            translate("Session", "End session") if session else translate("Session", "Begin session")
        )
        self.turn.setEnabled(not self._document.read_only)
        part = (self.agenda, self.attendance, self.records)[self._pages.currentIndex()]
        part.follow()

    def _on_state(self) -> None:
        if self._document.read_only is not self._read_only:  # a copy of it was saved
            self._read_only = self._document.read_only
            self._follow()

    def _turn(self) -> None:
        if running(self._document.workspace):
            self._say(agenda.end_session(self._document))
        else:
            self._say(agenda.begin_session(self._document))

    def _say(self, sentence: str | None) -> None:
        if sentence:
            self.said.emit(sentence)


def _state(session: Session | None) -> str:
    if session is None:
        return translate("Session", "No session is running")
    if session.began.astimezone().date() != now().astimezone().date():
        return session_title(session)  # somebody forgot to end it
    return translate("Session", "Since {time}", time=clock_name(session.began))
