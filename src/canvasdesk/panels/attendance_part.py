"""Who is in the room: a line for each, and one more in which Enter adds the next."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from canvasdesk.drawing.session_words import attendee_name
from canvasdesk.model.sessions import Attendee
from canvasdesk.panels.fields import LineField
from canvasdesk.panels.forms import Rows, page, quiet, row, small_button
from canvasdesk.session import agenda
from canvasdesk.session.document import Document
from canvasdesk.words import translate


class AttendeeRow(QWidget):
    """Name and function of somebody; `finished` says that Enter was pressed in one of them."""

    edited = Signal(str, object)
    removed = Signal()
    left = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name, self.function = _line("name"), _line("function")
        self.remove = small_button("×", translate("Attendance", "Take off the list"), self.removed.emit)
        line = row(self.name, self.function, self.remove)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self.setLayout(line)
        self.name.edited.connect(self._on_name)
        self.function.edited.connect(self._on_function)
        for field in (self.name, self.function):
            field.left.connect(self.left)
            field.returnPressed.connect(self.finished)

    def show_attendee(self, attendee: Attendee, *, writable: bool) -> None:
        """Show somebody."""
        self.name.put(attendee.name)
        self.function.put(attendee.function)
        said = translate("Attendance", "Take {name} off the list", name=attendee_name(attendee))
        self.remove.setAccessibleName(said)
        for field in (self.name, self.function):
            field.setReadOnly(not writable)
        self.remove.setEnabled(writable)

    def _on_name(self, text: str) -> None:
        self.edited.emit("name", text)

    def _on_function(self, text: str) -> None:
        self.edited.emit("function", text)


class AttendancePart(QWidget):
    """Shows who is there when it is asked to; what commands say goes to `say`."""

    def __init__(self, document: Document, say: Callable[[str | None], object]) -> None:
        super().__init__()
        self._document, self._say = document, say
        self._area, column = page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._count = quiet("")
        column.addWidget(self._count)
        self._shown: Mapping[str, AttendeeRow] = {}
        self._rows = Rows(column, self._row)
        self.name, self.function = _line("name"), _line("function")
        self.add = small_button("+", translate("Attendance", "Add to the list"), self._add)
        self._entry = QWidget()
        line = row(self.name, self.function, self.add)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self._entry.setLayout(line)
        column.addWidget(self._entry)
        for field in (self.name, self.function):
            field.returnPressed.connect(self._add)

    def follow(self) -> None:
        """Show who is there by now."""
        there, writable = self._document.workspace.attendees, not self._document.read_only
        self._count.setText(_summary(len(there), writable=writable))
        self._shown = self._rows.show_for([each.id for each in there])
        for each in there:
            self._shown[each.id].show_attendee(each, writable=writable)
        self._entry.setVisible(writable)

    def _row(self, attendee_id: str) -> AttendeeRow:
        line = AttendeeRow()
        line.edited.connect(lambda name, value: self._edit(attendee_id, name, value))
        line.removed.connect(lambda: self._remove(attendee_id))
        line.left.connect(self._document.seal)
        line.finished.connect(self._enter)
        return line

    def _enter(self) -> None:
        """Give the keyboard to the line for the next one."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(self._entry)

    def _add(self) -> None:
        name, function = self.name.text().strip(), self.function.text().strip()
        if name or function:
            refusal = agenda.add_attendee(self._document, Attendee(name=name, function=function))
            self._say(refusal)
            if refusal is None:
                self.name.clear()
                self.function.clear()
        self._enter()

    def _edit(self, attendee_id: str, name: str, value: object) -> None:
        self._say(agenda.edit_attendee(self._document, attendee_id, **{name: value}))

    def _remove(self, attendee_id: str) -> None:
        at = [*self._shown].index(attendee_id)
        self._say(agenda.delete_attendee(self._document, attendee_id))
        left = [*self._shown.values()]
        if at < len(left):
            left[at].remove.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._enter()


def _line(name: str) -> LineField:
    words = {
        "name": translate("Attendance", "Name"),
        "function": translate("Attendance", "Function"),
    }[name]
    field = LineField(words)
    field.setAccessibleName(words)
    return field


def _summary(count: int, *, writable: bool) -> str:
    if count:
        return translate("Attendance", "%n attendee(s)", count=count)
    if writable:
        return translate(
            "Attendance", "Who is in the room? Write a name and a function; Enter adds it and takes the next."
        )
    return translate("Attendance", "Nobody is on the list.")
