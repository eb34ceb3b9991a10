"""The details panel: all that is selected carries, and what is shown as a whole where nothing is selected."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from canvasdesk.panels.canvas_form import CanvasForm
from canvasdesk.panels.entry_form import EntryForm
from canvasdesk.panels.link_form import LinkForm
from canvasdesk.panels.model_form import ModelForm
from canvasdesk.panels.note_form import NoteForm
from canvasdesk.panels.voice import Voice
from canvasdesk.session.commands import held_links, held_notes
from canvasdesk.session.document import Document
from canvasdesk.session.entries import held_entries
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate


class DetailsPanel(QWidget):
    """Follows document and selection while it can be seen; `said` carries sentences for the user."""

    said = Signal(str)

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self._document = document
        self._selection = selection
        self._read_only = document.read_only
        voice = Voice(document, selection, self.said.emit)
        self._voice = voice
        self._notes, self._links, self._canvas = NoteForm(voice), LinkForm(voice), CanvasForm(voice)
        self._entries, self._model = EntryForm(voice), ModelForm(voice)
        self._pages = QStackedLayout(self)
        for form in (self._notes, self._links, self._canvas, self._entries, self._model):
            self._pages.addWidget(form)
        self.setAccessibleName(translate("Details", "Details"))
        document.changed.connect(self._refresh)
        document.replaced.connect(self._refresh)
        document.state_changed.connect(self._on_state)
        selection.changed.connect(self._refresh)
        selection.canvas_changed.connect(self._refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody could see it."""
        super().showEvent(event)
        self._refresh()

    def _on_state(self) -> None:
        if self._document.read_only is not self._read_only:  # a copy of it was saved
            self._read_only = self._document.read_only
            self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        notes = held_notes(self._document, self._selection)
        links = held_links(self._document, self._selection)
        entries = held_entries(self._document, self._selection)
        workspace, canvas = self._document.workspace, self._voice.canvas
        if notes:
            self._notes.show_notes(notes)
            self._pages.setCurrentWidget(self._notes)
        elif links:
            self._links.show_links(links)
            self._pages.setCurrentWidget(self._links)
        elif entries:
            self._entries.show_entries(entries)
            self._pages.setCurrentWidget(self._entries)
        elif canvas:
            self._canvas.show_canvas(canvas, workspace.segment_of[canvas.id])
            self._pages.setCurrentWidget(self._canvas)
        else:
            self._model.show_model(workspace)
            self._pages.setCurrentWidget(self._model)
