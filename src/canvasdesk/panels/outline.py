"""The outline: business model and canvases as a tree of their notes, the accessible twin of the drawing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidgetItem, QVBoxLayout, QWidget

from canvasdesk.drawing.canvas import flow_counts
from canvasdesk.drawing.card import Field
from canvasdesk.drawing.flow_words import canvas_name
from canvasdesk.drawing.naming import describe_entry, describe_note, describe_segment, field_name, listed
from canvasdesk.editing.diff import differing
from canvasdesk.model.business import Block
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import fit
from canvasdesk.model.quoting import one_line
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.panels.outline_tree import ID, OutlineTree, TextRow
from canvasdesk.session import hands
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate

MODEL = "business model"
"""Stands for the id of the business model, which no canvas has."""
LABEL_LENGTH = 200  # characters
EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the tree tells of a canvas: its notes, how far each is answered, and the evidence levels."""

    canvas: ValuePropositionCanvas
    answered: Mapping[str, float]
    levels: Mapping[str, int]
    flows: Mapping[str, tuple[int, bool]]


@dataclass(frozen=True, slots=True)
class _Part:
    """A note, entry or segment as the tree tells it."""

    text: str
    field: Field


class OutlinePanel(QWidget):
    """A tree that follows the document while it can be seen; selecting and renaming work both ways."""

    said = Signal(str)

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self._document = document
        self._selection = selection
        self._shown: dict[str, _Shown] = {}
        self._model: Mapping[str, tuple[_Part, str]] = {}
        """What is told of the entries and segments."""
        self._parts: dict[str, _Part] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._leads = False  # while the tree tells the selection where its user went
        self.tree = OutlineTree()
        self.tree.setItemDelegate(TextRow(self.tree, self._whole_text))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.tree.setAccessibleName(translate("Outline", "Outline of the canvases"))
        self.setFocusProxy(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.tree)
        self.tree.itemSelectionChanged.connect(self._select)
        self.tree.itemChanged.connect(self._rename)
        document.changed.connect(self._follow)
        document.replaced.connect(self._follow)
        selection.changed.connect(self._show_selection)
        selection.canvas_changed.connect(self._show_selection)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody could see it."""
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        if not self.isVisible():
            return
        workspace = self._document.workspace
        with QSignalBlocker(self.tree):
            if MODEL not in self._items or list(self._shown) != list(workspace.canvas_by_id):
                self._start_over(workspace.canvas_by_id)
            self._update_model(workspace)
            for canvas_id, canvas in workspace.canvas_by_id.items():
                self._items[canvas_id].setText(0, canvas_name(workspace, canvas_id))
                shown, flows = self._shown[canvas_id], flow_counts(workspace, canvas)
                if shown.canvas is not canvas or shown.levels != workspace.levels or shown.flows != flows:
                    self._update(canvas, workspace.levels, flows)
        self._show_selection()

    def _start_over(self, canvases: Mapping[str, ValuePropositionCanvas]) -> None:
        self.tree.clear()
        self._items.clear()
        self._parts.clear()
        self._model = {}
        self._shown = {each: _Shown(ValuePropositionCanvas(id=each), {}, {}, {}) for each in canvases}
        self._add_sheet(MODEL, Block).setText(0, translate("Outline", "Business model"))
        for canvas_id in canvases:
            self._add_sheet(canvas_id, Section)

    def _add_sheet(self, sheet_id: str, fields: Iterable[Field]) -> QTreeWidgetItem:
        """Add the business model or a canvas with its blocks or sections."""
        top = QTreeWidgetItem(self.tree)
        top.setData(0, ID, sheet_id)
        self._items[sheet_id] = top
        for field in fields:
            branch = QTreeWidgetItem(top)
            branch.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._items[_branch(sheet_id, field)] = branch
        top.setExpanded(sheet_id == (self._selection.canvas_id or MODEL))
        return top

    def _update_model(self, workspace: Workspace) -> None:
        """Tell of the entries and segments of which something differs."""
        there = dict(_told(workspace))
        for gone in self._model.keys() - there.keys():
            self._take(gone)
        for part_id, (part, said) in there.items():
            if self._model.get(part_id) != (part, said):
                self._tell(MODEL, part_id, part, said)
        self._model = there
        self._count(MODEL, Block)

    def _update(
        self,
        canvas: ValuePropositionCanvas,
        levels: Mapping[str, int],
        flows: Mapping[str, tuple[int, bool]],
    ) -> None:
        shown, answered = self._shown[canvas.id], fit(canvas, levels).answered
        known, there = shown.canvas.note_by_id, canvas.note_by_id
        for gone in known.keys() - there.keys():
            self._take(gone)
        stale = {note_id for note_id, note in there.items() if known.get(note_id) is not note}
        stale |= differing(shown.answered, answered) | differing(shown.levels, levels)
        stale |= differing(shown.flows, flows)
        for note in [note for note_id, note in there.items() if note_id in stale]:
            count, review = flows.get(note.id, (0, False))
            share, level = answered.get(note.id), levels.get(note.id, 0)
            said = describe_note(note, share, level, count, review=review)
            self._tell(canvas.id, note.id, _Part(note.text, note.section), said)
        self._shown[canvas.id] = _Shown(canvas, answered, levels, flows)
        self._count(canvas.id, Section)

    def _count(self, sheet_id: str, fields: Iterable[Field]) -> None:
        for field in fields:
            branch = self._items[_branch(sheet_id, field)]
            count, name = branch.childCount(), field_name(field)
            branch.setText(0, translate("Outline", "{section} (%n)", count=count, section=name))

    def _tell(self, sheet_id: str, part_id: str, part: _Part, said: str) -> None:
        known = self._parts.get(part_id)
        if known is None or known.field is not part.field:
            self._place(sheet_id, part_id, part.field)
        item, self._parts[part_id] = self._items[part_id], part
        item.setText(0, _label(part))
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, said)

    def _place(self, sheet_id: str, part_id: str, field: Field) -> None:
        """Put a part at the end of its section or block."""
        self._take(part_id)
        branch = self._items[_branch(sheet_id, field)]
        item = QTreeWidgetItem(branch)
        item.setFlags(EDITABLE)
        item.setData(0, ID, part_id)
        self._items[part_id] = item
        if branch.childCount() == 1:
            branch.setExpanded(True)

    def _take(self, part_id: str) -> None:
        item = self._items.pop(part_id, None)
        self._parts.pop(part_id, None)
        if item is not None and (branch := item.parent()):
            branch.removeChild(item)

    def _show_selection(self) -> None:
        if not self.isVisible():
            return
        with QSignalBlocker(self.tree):
            wanted = self._selection.ids
            for item in self.tree.selectedItems():
                if item.data(0, ID) not in wanted:
                    item.setSelected(False)
            for each in wanted & self._items.keys():
                self._items[each].setSelected(True)
        focus = self._items.get(self._selection.focus or self._selection.canvas_id or MODEL)
        if focus is not None and focus is not self.tree.currentItem() and not self._leads:
            self.tree.scrollToItem(focus)
            # With its signals on, so that a text being written in another row is taken.
            self.tree.setCurrentItem(focus, 0, self.tree.selectionModel().SelectionFlag.NoUpdate)

    def _select(self) -> None:
        self._leads = True
        chosen = [str(item.data(0, ID)) for item in self.tree.selectedItems()]
        current = self.tree.currentItem()
        latest = str(current.data(0, ID)) if current else ""
        canvas = self._document.workspace.canvas_of(latest) if latest else None
        if latest in self._shown:
            self._selection.show_canvas(latest)
            self._selection.clear()
        elif latest == MODEL or latest in self._model:
            self._selection.show_business_model()
            self._selection.select(
                [each for each in chosen if each in self._model], latest if latest in self._model else None
            )
        elif canvas is not None:
            self._selection.show_canvas(canvas.id)
            self._selection.select([each for each in chosen if each in canvas.note_by_id], latest)
        elif not chosen:
            self._selection.clear()
        self._leads = False

    def _rename(self, item: QTreeWidgetItem) -> None:
        part_id = str(item.data(0, ID))
        part = self._parts.get(part_id)
        there = self._document.workspace
        if part is None or item.text(0) == _label(part):
            return
        if not (there.note(part_id) or part_id in there.entry_by_id or part_id in there.segment_by_id):
            return  # it went while its text was being written
        if item.text(0) != part.text:
            said = hands.edit_text(self._document, part_id, item.text(0))
            self._document.seal()
            if said:
                self.said.emit(said)
        with QSignalBlocker(self.tree):
            item.setText(0, _label(self._parts[part_id]))

    def _whole_text(self, part_id: str) -> str:
        return self._parts[part_id].text


def _told(workspace: Workspace) -> Iterator[tuple[str, tuple[_Part, str]]]:
    """Give how each segment and entry is told, with its description, by its id."""
    for segment in workspace.segments:
        said = listed([field_name(Block.SEGMENTS), *describe_segment(segment)])
        yield segment.id, (_Part(segment.name, Block.SEGMENTS), said)
    names, review = workspace.segment_by_id, {flow.business_end for flow in workspace.to_review}
    for entry in workspace.business_model.entries:
        whom, flows = [names[each].name for each in entry.segment_ids], workspace.flows_of.get(entry.id, ())
        said = describe_entry(entry, whom, len(flows), review=entry.id in review)
        yield entry.id, (_Part(entry.text, entry.block), said)


def _label(part: _Part) -> str:
    if text := one_line(part.text, LABEL_LENGTH):
        return text
    if part.field is Block.SEGMENTS:
        return translate("Canvas", "Unnamed segment")
    return translate("Outline", "Empty note")


def _branch(sheet_id: str, field: Field) -> str:
    return f"{sheet_id}/{field.value}"
