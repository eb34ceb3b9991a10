"""The segments panel: the business model in small, below it segments and roles, each with its live fit."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout, QWidget

from canvasdesk.layout.style import Theme
from canvasdesk.model.fit import deal_fit, fit
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.panels.forms import heading, quiet, row, small_button, tip
from canvasdesk.panels.segment_row import ROW, Row, has_roles, role_row, segment_row
from canvasdesk.panels.segment_tree import ID, SegmentTree
from canvasdesk.panels.thumbnail import Thumbnail
from canvasdesk.session import roles, segments
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate

MARGIN, INSET = 8, 12  # pixels around the tree, and to the words above it
EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


class SegmentsPanel(QWidget):
    """Follows the document while it can be seen; `said` carries sentences for the user.

    `menu_asked` carries a place on the screen for the menu of the current row, and whether that is a role.
    """

    said = Signal(str)
    menu_asked = Signal(QPoint, bool)

    def __init__(self, document: Document, selection: Selection, theme: Theme) -> None:
        super().__init__()
        self._document, self._selection = document, selection
        self._known: dict[str, CustomerSegment] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._added: str | None = None
        """The segment that was just added, while its first name is written."""
        self._leads = False  # while the tree tells the selection where its user went
        self.thumbnail, self.tree = Thumbnail(document, selection, theme), SegmentTree(theme)
        self.setFocusProxy(self.tree)
        self._empty = quiet(
            translate("Segments", "Nobody is here yet. Add the first customer segment with +.")
        )
        self._add = small_button("+", translate("Segments", "Add a segment"), self.add)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        column.setSpacing(6)
        model, here = (
            heading(translate("Segments", "Business model")),
            heading(translate("Segments", "Customer segments")),
        )
        for words in (model, here, self._empty):
            words.setContentsMargins(INSET, 0, INSET, 0)
        column.addWidget(model)
        around = QVBoxLayout()
        around.setContentsMargins(INSET, 0, INSET, 10)
        around.addWidget(self.thumbnail)
        column.addLayout(around)
        column.addLayout(row(here, self._add))
        column.addWidget(self._empty)
        column.addWidget(self.tree, 1)

    def _connect(self) -> None:
        tree = self.tree
        tree.chosen.connect(self._show)
        tree.itemChanged.connect(self._rename)
        tree.itemDelegate().closeEditor.connect(self._on_named)
        tree.added.connect(self.add)
        tree.removed.connect(self._remove)
        tree.stepped.connect(self._step)
        tree.moved.connect(self._move)
        tree.menu_asked.connect(self._ask_for_menu)
        self._document.changed.connect(self._follow)
        self._document.replaced.connect(self._follow)
        self._document.state_changed.connect(self._on_state)
        self._selection.changed.connect(self._mark)
        self._selection.canvas_changed.connect(self._mark)

    def use(self, theme: Theme) -> None:
        """Show everything in the colours of `theme`."""
        self.thumbnail.use(theme)
        self.tree.use(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody could see it."""
        super().showEvent(event)
        self._follow()

    # Following.

    def _follow(self) -> None:
        if not self.isVisible():
            return
        there, before = self._document.workspace, self._current
        with QSignalBlocker(self.tree):
            self._stand(None, list(there.segment_by_id))
            for segment in there.segments:
                if self._known.get(segment.id) is not segment:
                    self._tell(segment)
        self._known = dict(there.segment_by_id)
        writing = self.tree.renames(self.tree.currentItem())  # which no change ends, its own neither
        if not writing and self._stands_for_shown(before):
            self.tree.mark(self._items[before])
        elif not writing:
            self._mark()
        self._empty.setVisible(not there.segments)
        self._on_state()

    def _on_state(self) -> None:
        self._add.setEnabled(not self._document.read_only)

    def _tell(self, segment: CustomerSegment) -> None:
        """Bring the rows of a segment up to it; it opens with its first roles.

        What they tell of the fit is on paper, so that nothing of it changes with the evidence alone.
        """
        levels = self._document.workspace.levels
        item, figures = self._items[segment.id], [fit(canvas, levels) for canvas in segment.canvases]
        deal = deal_fit(segment, levels) if len(segment.canvases) > 1 else None
        _fill(item, segment_row(segment, figures[0], deal[1] if deal else None))
        if not has_roles(segment):
            self._stand(item, [])
            return
        first = not item.childCount()
        self._stand(item, [canvas.id for canvas in segment.canvases])
        for canvas, its in zip(segment.canvases, figures, strict=True):
            _fill(self._items[canvas.id], role_row(canvas, its), editable=canvas.stakeholder is not None)
        if first:
            item.setExpanded(True)

    def _stand(self, above: QTreeWidgetItem | None, ids: Sequence[str]) -> None:
        """Have a row for each of `ids` below another, or on top, in their order; some stand already."""
        for gone in [each for each in self.tree.below(above) if each.data(0, ID) not in ids]:
            for each in (gone, *self.tree.below(gone)):
                del self._items[each.data(0, ID)]
            self.tree.take(gone)
        there = self.tree.below(above)
        for index, part_id in enumerate(ids):
            item = self._items.get(part_id)
            if item is None:
                item = self._items[part_id] = QTreeWidgetItem()
                item.setData(0, ID, part_id)
                self.tree.put(item, above, index)
            elif there[index] is item:
                continue
            else:
                opened = item.isExpanded()
                self.tree.take(item)
                self.tree.put(item, above, index)
                item.setExpanded(opened)
                there.remove(item)
            there.insert(index, item)

    # What is shown.

    def _mark(self) -> None:
        """Make the row of what is shown the current one; on the business model that of the selected card."""
        if self._leads or not self.isVisible():
            return
        meant = segments.meant_segment(self._document, self._selection)
        item = self._items.get(meant.id) if meant else None
        if item and item.isExpanded():
            item = self._items.get(self._selection.canvas_id or "", item)
        self.tree.mark(item)

    @property
    def _current(self) -> str:
        """The id of what the current row stands for; rows themselves go with what they stand for."""
        item = self.tree.currentItem()
        return str(item.data(0, ID)) if item else ""

    def _stands_for_shown(self, part_id: str) -> bool:
        """Say whether something has a row, and is what is shown or the segment that is in."""
        meant = segments.meant_segment(self._document, self._selection)
        there = part_id in self._items
        return there and part_id in (self._selection.canvas_id, meant.id if meant else None)

    def _show(self, item: QTreeWidgetItem) -> None:
        self._leads = True
        part_id = str(item.data(0, ID))
        if item.data(0, ROW).role:
            self._selection.show_canvas(part_id)
        else:
            self._selection.show_segment(part_id)
        self._leads = False

    def _ask_for_menu(self, item: QTreeWidgetItem, place: QPoint) -> None:
        """Have the row meant, which on the business model needs no dive, and ask for its menu."""
        is_role: bool = item.data(0, ROW).role
        self.tree.mark(item)
        if self._selection.canvas_id is None and not is_role:
            self._selection.select([item.data(0, ID)])
        else:
            self._show(item)
        self.menu_asked.emit(place, is_role)

    # What people do with the rows.

    def add(self) -> None:
        """Add a segment and ask for its name."""
        segment = CustomerSegment(name=translate("Segments", "New segment"))
        said = segments.add_segment(self._document, self._selection, segment)
        self._say(said)
        if said is None:
            self._added = segment.id
            self.rename(segment.id)

    def rename(self, part_id: str) -> None:
        """Ask for the name of a segment, or of the stakeholder whose canvas `part_id` is, in its row."""
        item = self._items.get(part_id)
        if item is None or self.tree.renames(item):
            return
        if above := item.parent():
            above.setExpanded(True)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)  # which takes what is written in another row
        self.tree.mark(item)
        self.tree.editItem(item)

    def _rename(self, item: QTreeWidgetItem) -> None:
        shown: Row = item.data(0, ROW)
        part_id, name = item.data(0, ID), item.text(0)
        there = self._document.workspace
        if part_id not in (there.canvas_by_id if shown.role else there.segment_by_id):
            return  # it went while its name was being written
        if name not in (shown.name, shown.written):
            if shown.role:
                self._say(roles.edit_role(self._document, part_id, name=name))
            else:
                adding = part_id == self._added
                self._say(segments.rename(self._document, part_id, name, adding=adding))
        with QSignalBlocker(self.tree):
            item.setText(0, item.data(0, ROW).name)

    def _on_named(self) -> None:
        self._added = None
        self._document.seal()

    def _remove(self) -> None:
        """Delete the current row's segment or role; where it was shown, what is next to it is shown then."""
        item = self.tree.currentItem()
        if item is None:
            return
        part_id, shown = item.data(0, ID), self._selection.canvas_id
        above = item.parent()
        beside = self.tree.below(above)
        at = beside.index(item)
        near = (*beside[at + 1 : at + 2], *beside[max(at - 1, 0) : at], *([above] if above else []))
        ids = [str(each.data(0, ID)) for each in near]  # the rows may go too
        if item.data(0, ROW).role:
            self._say(roles.remove(self._document, part_id))
        else:
            self._say(segments.remove(self._document, [part_id]))
        next_to_it = [self._items[each] for each in ids if each in self._items]
        if next_to_it and shown and shown not in self._document.workspace.canvas_by_id:
            self._show(next_to_it[0])
            self._mark()

    def _step(self, steps: int) -> None:
        item = self.tree.currentItem()
        if item is not None:
            move = roles.step if item.data(0, ROW).role else segments.step
            self._say(move(self._document, item.data(0, ID), steps))

    def _move(self, part_id: str, index: int) -> None:
        move = roles.move if self._items[part_id].data(0, ROW).role else segments.move
        self._say(move(self._document, part_id, index))
        self._mark()

    def _say(self, sentence: str | None) -> None:
        if sentence:
            self.said.emit(sentence)


def _fill(item: QTreeWidgetItem, new: Row, *, editable: bool = True) -> None:
    """Let a row tell something else."""
    if item.data(0, ROW) == new:
        return
    item.setData(0, ROW, new)
    item.setText(0, new.name)
    item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, new.said)
    item.setToolTip(0, tip(new.written or new.name, new.said))
    item.setFlags(EDITABLE if editable else EDITABLE & ~Qt.ItemFlag.ItemIsEditable)
