"""The outline: every canvas with its sections and notes as a tree, the accessible twin of the drawing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHelpEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QToolTip,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.drawing.naming import describe_note, role_name, section_name
from canvasdesk.editing.diff import differing
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import fit
from canvasdesk.model.notes import Note
from canvasdesk.model.quoting import one_line
from canvasdesk.model.sections import Section
from canvasdesk.panels.forms import tip
from canvasdesk.session import commands
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate

ID = Qt.ItemDataRole.UserRole
LABEL_LENGTH = 200  # characters
EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the tree tells of a canvas: its notes, how far each is answered, and the evidence levels."""

    canvas: ValuePropositionCanvas
    answered: Mapping[str, float]
    levels: Mapping[str, int]


class OutlinePanel(QWidget):
    """A tree that follows the document while it can be seen; selecting and renaming work both ways."""

    said = Signal(str)

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self._document = document
        self._selection = selection
        self._shown: dict[str, _Shown] = {}
        self._notes: dict[str, Note] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._leads = False  # while the tree tells the selection where its user went
        self.tree = _Tree()
        self.tree.setItemDelegate(_Row(self.tree, self._whole_text))
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
            if list(self._shown) != list(workspace.canvas_by_id):
                self._start_over(workspace.canvas_by_id)
            for canvas_id, canvas in workspace.canvas_by_id.items():
                self._items[canvas_id].setText(0, self._canvas_name(canvas_id))
                shown = self._shown[canvas_id]
                if shown.canvas is not canvas or shown.levels != workspace.levels:
                    self._update(canvas, workspace.levels)
        self._show_selection()

    def _start_over(self, canvases: Mapping[str, ValuePropositionCanvas]) -> None:
        self.tree.clear()
        self._items.clear()
        self._notes.clear()
        self._shown = {each: _Shown(ValuePropositionCanvas(id=each), {}, {}) for each in canvases}
        for canvas_id in canvases:
            top = QTreeWidgetItem(self.tree)
            top.setData(0, ID, canvas_id)
            self._items[canvas_id] = top
            for section in Section:
                branch = QTreeWidgetItem(top)
                branch.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self._items[_branch(canvas_id, section)] = branch
            top.setExpanded(canvas_id == self._selection.canvas_id)

    def _update(self, canvas: ValuePropositionCanvas, levels: Mapping[str, int]) -> None:
        shown, answered = self._shown[canvas.id], fit(canvas, levels).answered
        known, there = shown.canvas.note_by_id, canvas.note_by_id
        for gone in known.keys() - there.keys():
            self._take(gone)
        stale = {note_id for note_id, note in there.items() if known.get(note_id) is not note}
        stale |= differing(shown.answered, answered) | differing(shown.levels, levels)
        for note in [note for note_id, note in there.items() if note_id in stale]:
            self._tell(canvas, note, describe_note(note, answered.get(note.id), levels.get(note.id, 0)))
        self._shown[canvas.id] = _Shown(canvas, answered, levels)
        for section in Section:
            branch = self._items[_branch(canvas.id, section)]
            count, name = branch.childCount(), section_name(section)
            branch.setText(0, translate("Outline", "{section} (%n)", count=count, section=name))

    def _tell(self, canvas: ValuePropositionCanvas, note: Note, said: str) -> None:
        known = self._notes.get(note.id)
        if known is None or known.section is not note.section:
            self._place(canvas, note)
        item, self._notes[note.id] = self._items[note.id], note
        item.setText(0, _label(note))
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, said)

    def _place(self, canvas: ValuePropositionCanvas, note: Note) -> None:
        """Put a note at the end of its section."""
        self._take(note.id)
        branch = self._items[_branch(canvas.id, note.section)]
        item = QTreeWidgetItem(branch)
        item.setFlags(EDITABLE)
        item.setData(0, ID, note.id)
        self._items[note.id] = item
        if branch.childCount() == 1:
            branch.setExpanded(True)

    def _take(self, note_id: str) -> None:
        item = self._items.pop(note_id, None)
        self._notes.pop(note_id, None)
        if item is not None and (branch := item.parent()):
            branch.removeChild(item)

    def _canvas_name(self, canvas_id: str) -> str:
        workspace = self._document.workspace
        segment = workspace.segment_of[canvas_id]
        name = one_line(segment.name) or translate("Outline", "Unnamed segment")
        stakeholder = workspace.canvas_by_id[canvas_id].stakeholder
        if stakeholder is None:
            return name
        return translate("Outline", "{segment} · {role}", segment=name, role=role_name(stakeholder.role))

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
            focus = self._items.get(self._selection.focus or self._selection.canvas_id or "")
            if focus is not None and focus is not self.tree.currentItem() and not self._leads:
                self.tree.setCurrentItem(focus, 0, self.tree.selectionModel().SelectionFlag.NoUpdate)
                self.tree.scrollToItem(focus)

    def _select(self) -> None:
        self._leads = True
        chosen = [str(item.data(0, ID)) for item in self.tree.selectedItems()]
        current = self.tree.currentItem()
        latest = str(current.data(0, ID)) if current else ""
        workspace = self._document.workspace
        canvas = workspace.canvas_of(latest) if latest else None
        if latest in workspace.canvas_by_id:
            self._selection.show_canvas(latest)
            self._selection.clear()
        elif canvas is not None:
            self._selection.show_canvas(canvas.id)
            self._selection.select([each for each in chosen if each in canvas.note_by_id], latest)
        elif not chosen:
            self._selection.clear()
        self._leads = False

    def _rename(self, item: QTreeWidgetItem) -> None:
        note = self._notes.get(str(item.data(0, ID)))
        if note is None or item.text(0) == _label(note):
            return
        if item.text(0) != note.text:
            said = commands.edit_text(self._document, note.id, item.text(0))
            self._document.seal()
            if said:
                self.said.emit(said)
        with QSignalBlocker(self.tree):
            item.setText(0, _label(self._notes[note.id]))

    def _whole_text(self, note_id: str) -> str:
        return self._notes[note_id].text


class _Tree(QTreeWidget):
    """Shows as a tool tip what its width cuts off."""

    def viewportEvent(self, event: QEvent) -> bool:
        """Answer the question for a tool tip."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        item = self.itemAt(event.pos())
        said = tip(item.text(0)) if item is not None and self._cuts(item) else ""
        QToolTip.showText(event.globalPos(), said, self.viewport())
        return True

    def _cuts(self, item: QTreeWidgetItem) -> bool:
        wanted = self.sizeHintForIndex(self.indexFromItem(item)).width()
        return self.visualItemRect(item).width() < wanted


class _Row(QStyledItemDelegate):
    """Lets the whole text of a note be edited, of which a row shows only a line."""

    def __init__(self, parent: QWidget, whole: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._whole = whole

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Begin with the text as it is."""
        if isinstance(editor, QLineEdit):
            editor.setText(self._whole(str(index.data(ID))))
            editor.setAccessibleName(translate("Outline", "Text of the note"))


def _label(note: Note) -> str:
    return one_line(note.text, LABEL_LENGTH) or translate("Outline", "Empty note")


def _branch(canvas_id: str, section: Section) -> str:
    return f"{canvas_id}/{section.value}"
