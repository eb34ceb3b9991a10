"""The records of past sessions: when, who, how the fit went, what was voted, the agenda."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from canvasdesk.drawing.session_words import ended_sessions, session_groups, session_title
from canvasdesk.model.sessions import Session
from canvasdesk.model.workspace import Workspace
from canvasdesk.panels.forms import Rows, heading, page, plain, quiet, row, small_button
from canvasdesk.session import agenda
from canvasdesk.session.document import Document
from canvasdesk.words import translate

MOST = 20  # records shown, the newest


class RecordCard(QFrame):
    """What one record says, with a button that deletes it."""

    def __init__(self, remove: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("session")
        self._title = heading("")
        self._shown: tuple[object, ...] = ()
        self.remove = small_button("×", translate("Session", "Delete this record"), remove)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 6, 6, 10)
        self._column.setSpacing(4)
        self._column.addLayout(row(self._title, self.remove))
        self._words: list[QWidget] = []

    def show_session(self, workspace: Workspace, session: Session, *, writable: bool) -> None:
        """Show what a record says; canvases have the names that they have now."""
        title, groups = session_title(session), session_groups(workspace, session)
        self.remove.setEnabled(writable)
        if self._shown == (title, groups):
            return
        self._shown = (title, groups)
        self._title.setText(title)
        self.remove.setAccessibleName(translate("Session", "Delete the record of {day}", day=title))
        for gone in self._words:
            gone.hide()
            gone.deleteLater()
        self._words = [
            part for group in groups for part in (quiet(group.title), plain("\n".join(group.lines)))
        ] or [quiet(translate("Session", "Nothing was on a canvas, and nobody on the list."))]
        for part in self._words:
            self._column.addWidget(part)


class RecordsPart(QWidget):
    """Shows the records when it is asked to, the newest first; what commands say goes to `say`."""

    def __init__(self, document: Document, say: Callable[[str | None], object]) -> None:
        super().__init__()
        self._document, self._say = document, say
        area, column = page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._empty = quiet(
            translate(
                "Session",
                "No session has ended yet. Begin one when the room is ready and end it when everybody leaves:"
                " its record keeps who was there, the agenda, the votes, and the fit before and after.",
            )
        )
        column.addWidget(self._empty)
        self._shown: Mapping[str, RecordCard] = {}
        self._rows = Rows(column, self._card)
        self._more = quiet("")
        column.addWidget(self._more)

    def follow(self) -> None:
        """Show the records as they are."""
        workspace = self._document.workspace
        ended = ended_sessions(workspace)
        self._empty.setVisible(not ended)
        self._shown = self._rows.show_for([each.id for each in ended[:MOST]])
        for each in ended[:MOST]:
            writable = not self._document.read_only
            self._shown[each.id].show_session(workspace, each, writable=writable)
        self._more.setText(translate("Session", "and %n more", count=max(0, len(ended) - MOST)))
        self._more.setVisible(len(ended) > MOST)

    def _card(self, session_id: str) -> RecordCard:
        return RecordCard(lambda: self._say(agenda.delete_session(self._document, session_id)))
