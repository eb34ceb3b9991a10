"""The details of the business model: name and purpose, what is left of the money, and the work as a whole."""

from math import fsum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from canvasdesk.drawing.naming import amount_name
from canvasdesk.model.business import Block, BusinessModelCanvas, Purpose
from canvasdesk.model.workspace import Workspace
from canvasdesk.panels.fields import LineField, PickField, TextField
from canvasdesk.panels.forms import Form, heading, page, plain, quiet
from canvasdesk.panels.voice import Voice
from canvasdesk.panels.wording import options
from canvasdesk.session import around
from canvasdesk.words import translate

MONEY = (Block.REVENUE, Block.COSTS)


class ModelForm(QWidget):
    """A page with the fields of the business model and of the work."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        area, column = page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        column.addWidget(quiet(translate("Details", "Select a note or a segment to see what it carries.")))
        column.addWidget(heading(translate("Details", "Business model")))
        self._model = Form(column, self._edit_model, voice.document.seal)
        self._model.add("name", translate("Details", "Name"), LineField())
        purposes = options(Purpose, none=True)
        self._model.add("purpose", translate("Details", "What it is drawn for"), PickField(purposes))
        self._money_heading, self._money = heading(translate("Details", "Money a year")), plain("")
        column.addWidget(self._money_heading)
        column.addWidget(self._money)
        column.addWidget(heading(translate("Details", "The whole work")))
        self._work = Form(column, self._edit_work, voice.document.seal)
        self._work.add("title", translate("Details", "Title"), LineField())
        self._work.add("description", translate("Details", "What it is about"), TextField(lines=3))

    def show_model(self, workspace: Workspace) -> None:
        """Show the business model of `workspace`."""
        model = workspace.business_model
        self._model.show_values({"name": model.name, "purpose": model.purpose})
        self._work.show_values({"title": workspace.title, "description": workspace.description})
        for form in (self._model, self._work):
            form.enable(on=not self._voice.document.read_only)
        said = _money(model)
        self._money.setText("\n".join(said))
        for part in (self._money_heading, self._money):
            part.setVisible(bool(said))

    def _edit_model(self, name: str, value: object) -> None:
        self._voice.say(around.edit_model(self._voice.document, **{name: value}))

    def _edit_work(self, name: str, value: object) -> None:
        self._voice.say(around.edit_workspace(self._voice.document, **{name: value}))


def _money(model: BusinessModelCanvas) -> list[str]:
    """Say what comes in, what it costs and what is left; nothing where no amount is known."""
    known = [entry for entry in model.entries if entry.amount is not None]
    if not known:
        return []
    revenue, costs = (fsum(entry.amount or 0.0 for entry in known if entry.block is block) for block in MONEY)
    return [
        translate("Details", "Revenue: {amount}", amount=amount_name(revenue)),
        translate("Details", "Costs: {amount}", amount=amount_name(costs)),
        translate("Details", "Left: {amount}", amount=amount_name(revenue - costs)),
    ]
