"""The links of a note, or a link by itself: how strongly, with what remark, and to what else."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from canvasdesk.editing.links import targets
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.quoting import one_line, quoted_note
from canvasdesk.model.sections import Half
from canvasdesk.panels.fields import ChoiceField, PickField, TextField
from canvasdesk.panels.forms import Form, Rows, heading, row, small_button
from canvasdesk.panels.text_button import TextButton
from canvasdesk.panels.voice import Voice
from canvasdesk.panels.wording import strength_options
from canvasdesk.session import commands
from canvasdesk.words import translate


class LinkRow(QWidget):
    """One link: the note at its other end, its strength, and with `remark` what was remarked on it."""

    def __init__(self, link_id: str, voice: Voice, *, remark: bool = False) -> None:
        super().__init__()
        self._link_id = link_id
        self._other_id = ""
        self._voice = voice
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._other = TextButton("otherEnd")
        self._other.setToolTip(translate("Details", "Go to this note"))
        self._other.clicked.connect(self._go)
        remove = small_button(
            "×", translate("Details", "Remove this link"), lambda: commands.remove(voice.document, [link_id])
        )
        column.addLayout(row(self._other, remove))
        self._form = Form(column, self._edit, voice.document.seal)
        self._form.add("strength", translate("Details", "It answers"), ChoiceField(strength_options()))
        if remark:
            self._form.add("remark", translate("Details", "Remark"), TextField())

    def show_link(self, link: FitLink, other: Note) -> None:
        """Show `link` and the note at its other end."""
        name = quoted_note(other)
        self._other.say(other.text or name, translate("Details", "Go to “{note}”", note=name))
        self._other_id = other.id
        self._form.show_values({"strength": link.strength, "remark": link.remark})
        self._form.enable(on=not self._voice.document.read_only)

    def _go(self) -> None:
        self._voice.selection.select([self._other_id])

    def _edit(self, name: str, value: object) -> None:
        self._voice.say(commands.edit_links(self._voice.document, [self._link_id], **{name: value}))


class LinkList:
    """The links of the note shown, and the notes it could still be linked with."""

    def __init__(self, column: QVBoxLayout, voice: Voice) -> None:
        self._voice = voice
        self._note_id = ""
        self._heading = heading("")
        column.addWidget(self._heading)
        self._rows = Rows(column, lambda link_id: LinkRow(link_id, voice))
        self._more = PickField([])
        self._more.edited.connect(self._link)
        column.addWidget(self._more)

    def show_note(self, note: Note | None) -> None:
        """Show the links of `note`; nothing without one."""
        canvas = self._voice.canvas
        shown = note is not None and canvas is not None
        self._heading.setVisible(shown)
        self._more.setVisible(shown)
        if note is None or canvas is None:
            self._rows.show_for([])
            return
        self._note_id = note.id
        in_circle = note.section.half is Half.CIRCLE
        self._heading.setText(
            translate("Details", "Answered by") if in_circle else translate("Details", "Answers")
        )
        links = canvas.links_of.get(note.id, ())
        rows = self._rows.show_for([link.id for link in links])
        for link in links:
            other = canvas.note_by_id[link.source if in_circle else link.target]
            rows[link.id].show_link(link, other)
        free = [(each, one_line(canvas.note_by_id[each].text)) for each in targets(canvas, note.id)]
        self._more.offer(free)
        self._more.setPlaceholderText(
            translate("Details", "Link to…") if free else translate("Details", "Nothing left to link to")
        )
        self._more.setAccessibleName(translate("Details", "Link to…"))
        self._more.put(None)
        self._more.setEnabled(bool(free) and not self._voice.document.read_only)

    def _link(self, other_id: object) -> None:
        document, selection = self._voice.document, self._voice.selection
        self._voice.say(commands.link(document, selection, self._note_id, str(other_id)))
