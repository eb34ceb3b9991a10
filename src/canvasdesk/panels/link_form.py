"""The details of links: strength, remark and evidence."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from canvasdesk.drawing.naming import describe_link
from canvasdesk.model.notes import FitLink
from canvasdesk.panels.evidence import EvidenceList
from canvasdesk.panels.fields import ChoiceField, TextField
from canvasdesk.panels.forms import MIXED, Form, common, heading, page, plain
from canvasdesk.panels.voice import Voice
from canvasdesk.panels.wording import strength_options
from canvasdesk.session import commands
from canvasdesk.words import translate


class LinkForm(QWidget):
    """A page with all fields of the selected links."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._ids: tuple[str, ...] = ()
        area, column = page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._heading, self._sentence = heading(""), plain("")
        column.addWidget(self._heading)
        column.addWidget(self._sentence)
        self._form = Form(column, self._edit, voice.document.seal)
        self._form.add("strength", translate("Details", "It answers"), ChoiceField(strength_options()))
        self._form.add("remark", translate("Details", "Remark"), TextField())
        self._evidence = EvidenceList(column, voice)

    def show_links(self, links: Sequence[FitLink]) -> None:
        """Show the fields of `links`, at least one; what differs among them stays open."""
        self._ids = tuple(link.id for link in links)
        self._heading.setText(translate("Details", "%n link(s)", count=len(links)))
        canvas = self._voice.canvas
        self._sentence.setVisible(len(links) == 1)
        if len(links) == 1 and canvas:
            (link,) = links
            ends = canvas.note_by_id
            self._sentence.setText(describe_link(link, ends[link.source], ends[link.target]))
        names = ("strength", "remark") if len(links) == 1 else ("strength",)
        values = {name: common([getattr(link, name) for link in links]) for name in names}
        self._form.show_values({name: None if value is MIXED else value for name, value in values.items()})
        self._form.enable(on=not self._voice.document.read_only)
        self._evidence.show_about(self._ids)

    def _edit(self, name: str, value: object) -> None:
        self._voice.say(commands.edit_links(self._voice.document, self._ids, **{name: value}))
