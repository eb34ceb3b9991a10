"""The evidence for notes and links: records that support or refute them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from canvasdesk.model.evidence import Evidence, EvidenceKind, EvidenceVerdict
from canvasdesk.model.quoting import one_line
from canvasdesk.panels.fields import ChoiceField, DateField, LineField, NumberField, PickField, TextField
from canvasdesk.panels.forms import Form, Rows, heading, row, small_button
from canvasdesk.panels.text_button import TextButton
from canvasdesk.panels.voice import Voice
from canvasdesk.panels.wording import level_options, options, value_names
from canvasdesk.session import around
from canvasdesk.words import translate

MOST_SAMPLES = 1_000_000_000
TITLE_LENGTH = 120  # characters


class EvidenceRow(QWidget):
    """One record: a line that opens to all its fields."""

    def __init__(self, record_id: str, voice: Voice, detach: QToolButton) -> None:
        super().__init__()
        self._record_id = record_id
        self._voice = voice
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.title = TextButton("record")
        self.title.setCheckable(True)
        self._fields = QWidget()
        self._fields.setVisible(False)
        self.title.toggled.connect(self._fields.setVisible)
        column.addLayout(row(self.title, detach))
        column.addWidget(self._fields)
        inner = QVBoxLayout(self._fields)
        inner.setContentsMargins(10, 0, 0, 6)
        self._form = Form(inner, self._edit, voice.document.seal)
        add = self._form.add
        add("finding", translate("Evidence", "What was learnt"), TextField())
        add("level", translate("Evidence", "How strong"), ChoiceField(level_options(), required=True))
        add("verdict", translate("Evidence", "Verdict"), ChoiceField(options(EvidenceVerdict), required=True))
        add("kind", translate("Evidence", "Kind"), PickField(options(EvidenceKind)))
        add("sample_size", translate("Evidence", "How many"), NumberField(MOST_SAMPLES))
        add("date", translate("Evidence", "Date"), DateField())
        add("source", translate("Evidence", "Source"), LineField())

    def show_record(self, record: Evidence) -> None:
        """Show `record`."""
        names = value_names()
        levels = dict(level_options())
        said = translate(
            "Evidence",
            "{kind} · {level} · {verdict}",
            kind=names[record.kind],
            level=levels[record.level],
            verdict=names[record.verdict],
        )
        shown = one_line(record.finding, TITLE_LENGTH) or said
        self.title.say(shown, translate("Evidence", "Evidence: {what}", what=shown))
        self.title.setToolTip(said)
        fields = ("finding", "level", "verdict", "kind", "sample_size", "date", "source")
        self._form.show_values({name: getattr(record, name) for name in fields})
        self._form.enable(on=not self._voice.document.read_only)

    def _edit(self, name: str, value: object) -> None:
        self._voice.say(around.edit_evidence(self._voice.document, self._record_id, **{name: value}))


class EvidenceList:
    """The records about what is selected, with a way to add one or attach one that is there."""

    def __init__(self, column: QVBoxLayout, voice: Voice) -> None:
        self._voice = voice
        self._about: tuple[str, ...] = ()
        column.addWidget(heading(translate("Details", "Evidence")))
        self._rows = Rows(column, self._row)
        self._add = QPushButton(translate("Evidence", "Add evidence"))
        self._add.clicked.connect(self._add_record)
        self._attach = PickField([])
        self._attach.edited.connect(self._attach_record)
        self._attach.setPlaceholderText(translate("Evidence", "Use existing…"))
        self._attach.setAccessibleName(translate("Evidence", "Use existing evidence"))
        line = QHBoxLayout()
        line.addWidget(self._add)
        line.addWidget(self._attach, 1)
        column.addLayout(line)

    def show_about(self, ids: Sequence[str]) -> None:
        """Show the records about any of `ids`."""
        self._about = tuple(ids)
        wanted, records = set(ids), self._voice.document.workspace.evidence
        about = [record for record in records if wanted & set(record.about)]
        rows = self._rows.show_for([record.id for record in about])
        for record in about:
            rows[record.id].show_record(record)
        others = [record for record in records if not wanted & set(record.about)]
        self._attach.offer([(record.id, _name(record)) for record in others])
        self._attach.put(None)
        self._attach.setVisible(bool(others))
        editable = not self._voice.document.read_only
        self._add.setEnabled(editable)
        self._attach.setEnabled(editable)

    def _row(self, record_id: str) -> EvidenceRow:
        detach = small_button(
            "×", translate("Evidence", "Take this evidence away"), lambda: self._take_away(record_id)
        )
        return EvidenceRow(record_id, self._voice, detach)

    def _add_record(self) -> None:
        record = Evidence(kind=EvidenceKind.INTERVIEW, level=1, about=self._about)
        self._voice.say(around.add_evidence(self._voice.document, record))
        rows = self._rows.show_for([each.id for each in self._here()])
        if record.id in rows:
            rows[record.id].title.setChecked(True)

    def _attach_record(self, record_id: object) -> None:
        self._voice.say(around.attach_evidence(self._voice.document, str(record_id), self._about))

    def _take_away(self, record_id: str) -> None:
        """Detach the record from what is selected; one that is then about nothing goes."""
        (record,) = (each for each in self._here() if each.id == record_id)
        if set(record.about) <= set(self._about):
            self._voice.say(around.remove_evidence(self._voice.document, record_id))
        else:
            self._voice.say(around.detach_evidence(self._voice.document, record_id, self._about))

    def _here(self) -> list[Evidence]:
        wanted = set(self._about)
        return [each for each in self._voice.document.workspace.evidence if wanted & set(each.about)]


def _name(record: Evidence) -> str:
    return one_line(record.finding, TITLE_LENGTH) or value_names()[record.kind]
