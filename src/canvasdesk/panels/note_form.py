"""The details of notes: what a note of each section carries, for one note or several at once."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from canvasdesk.drawing.naming import section_name
from canvasdesk.model.notes import (
    FIELDS,
    GainLevel,
    JobType,
    Need,
    Note,
    OfferState,
    PainType,
    ProductForm,
    SupportingRole,
)
from canvasdesk.model.sections import Section
from canvasdesk.panels.evidence import EvidenceList
from canvasdesk.panels.fields import ChoiceField, FlagField, LineField, Option, PickField, TextField
from canvasdesk.panels.flow_list import FlowList
from canvasdesk.panels.forms import MIXED, Form, common, heading, page, quiet
from canvasdesk.panels.link_list import LinkList
from canvasdesk.panels.ratings import RatingList
from canvasdesk.panels.voice import Voice
from canvasdesk.panels.wording import options
from canvasdesk.session import commands
from canvasdesk.words import translate

OF_ONE = ("text", "detail", "measure", "quote", "author")
"""Fields that are each note's own words: shown for a single note only."""
RANKS: list[Option] = [(number, str(number)) for number in range(1, 6)]


class NoteForm(QWidget):
    """A page with all fields of the selected notes."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._notes: tuple[Note, ...] = ()
        area, column = page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._heading = heading("")
        column.addWidget(self._heading)
        self._form = Form(column, self._edit, voice.document.seal)
        self._add_words()
        self._add_kinds()
        self._links = LinkList(column, voice)
        sends = translate("Flow", "None yet: “Send to business model…” makes one.")
        self._flows = FlowList(column, voice, sends)
        self._evidence = EvidenceList(column, voice)
        self._ratings = RatingList(column, voice)
        self._hint = quiet(translate("Details", "Several notes: what you choose here holds for all of them."))
        column.addWidget(self._hint)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show the fields of `notes`, at least one; what differs among them stays open."""
        self._notes = tuple(notes)
        sections = {note.section for note in notes}
        names = {"section", "parked", "covered"} | set.intersection(*(set(FIELDS[each]) for each in sections))
        names = names | set(OF_ONE[:2]) | {"author"} if len(notes) == 1 else names - set(OF_ONE)
        if any(note.job_type is not JobType.SUPPORTING for note in notes):
            names.discard("job_role")
        values = {name: common([getattr(note, name) for note in notes]) for name in names}
        self._form.show_values({name: None if value is MIXED else value for name, value in values.items()})
        self._form.enable(on=not self._voice.document.read_only)
        self._heading.setText(_title(self._notes, sections))
        one = notes[0] if len(notes) == 1 else None
        self._links.show_note(one)
        self._flows.show_end(one.id if one else None)
        self._evidence.show_about([note.id for note in notes])
        self._ratings.show_note(one)
        self._hint.setVisible(one is None)

    def _add_words(self) -> None:
        add = self._form.add
        add("text", translate("Details", "Text"), TextField(translate("Details", "One idea in a few words")))
        add("importance", translate("Details", "How much it matters"), ChoiceField(RANKS))
        add("detail", translate("Details", "Detail"), TextField(translate("Details", "What else is known")))
        add("quote", translate("Details", "In the customer’s words"), TextField(lines=1))
        measure = translate("Details", "How they would measure it")
        add("measure", measure, LineField(translate("Details", "For example: minutes a week")))

    def _add_kinds(self) -> None:
        add = self._form.add
        add("need", translate("Details", "Need"), ChoiceField(options(Need)))
        add("job_type", translate("Details", "Kind of job"), PickField(options(JobType, none=True)))
        add("job_role", translate("Details", "Their role"), PickField(options(SupportingRole, none=True)))
        add("pain_type", translate("Details", "Kind of pain"), PickField(options(PainType, none=True)))
        add("is_cost", "", FlagField(translate("Details", "It costs them money or time")))
        add("gain_level", translate("Details", "Level"), PickField(options(GainLevel, none=True)))
        add("state", translate("Details", "State"), ChoiceField(options(OfferState)))
        add("form", translate("Details", "Form"), PickField(options(ProductForm, none=True)))
        sections: list[Option] = [(section, section_name(section)) for section in Section]
        add("section", translate("Details", "Section"), PickField(sections))
        add("author", translate("Details", "Author"), LineField())
        add("parked", "", FlagField(translate("Details", "Parked: shown, but it counts nowhere")))
        add("covered", "", FlagField(translate("Details", "Covered: the audience sees only its back")))

    def _edit(self, name: str, value: object) -> None:
        document, selection = self._voice.document, self._voice.selection
        if isinstance(value, Section):
            said = commands.move_to_section(document, selection, value)
        else:
            said = commands.edit_notes(document, [note.id for note in self._notes], **{name: value})
        self._voice.say(said)


def _title(notes: Sequence[Note], sections: set[Section]) -> str:
    if len(notes) == 1:
        return section_name(notes[0].section)
    if len(sections) == 1:
        name = section_name(notes[0].section)
        return translate("Details", "{section}: %n notes", count=len(notes), section=name)
    return translate("Details", "%n note(s)", count=len(notes))
