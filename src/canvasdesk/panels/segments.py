"""The segments panel: whom the offer is for, each canvas with its live fit; choosing one shows it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.drawing.naming import role_name, share_name, verdict_name
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import fit
from canvasdesk.model.quoting import one_line
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.panels.forms import heading, tip
from canvasdesk.session import around
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate

ID = Qt.ItemDataRole.UserRole
SHARE = Qt.ItemDataRole.UserRole + 1
BELOW = Qt.ItemDataRole.UserRole + 2
EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

MARGIN, FRAME = 8, 2  # pixels around the list, and of the line that shows its focus
INSET, BAR_HEIGHT, FIGURE_WIDTH = 6, 5, 46  # pixels
Index = QModelIndex | QPersistentModelIndex


class SegmentsPanel(QWidget):
    """Follows the document while it can be seen; `said` carries sentences for the user."""

    said = Signal(str)

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self._document = document
        self._selection = selection
        self._fits: dict[str, tuple[ValuePropositionCanvas, object, float | None]] = {}
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setItemDelegate(_Row(self.tree, self._whole_name))
        self.tree.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setAccessibleName(translate("Segments", "Customer segments"))
        self.setFocusProxy(self.tree)
        self._add = QPushButton(translate("Segments", "Add a segment"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        above = heading(translate("Segments", "Customer segments"))
        above.setContentsMargins(INSET + FRAME, 0, INSET + FRAME, 0)
        column.addWidget(above)
        column.addWidget(self.tree, 1)
        column.addWidget(self._add)
        self.tree.currentItemChanged.connect(self._show)
        self.tree.itemChanged.connect(self._rename)
        self._add.clicked.connect(self._add_segment)
        document.changed.connect(self._follow)
        document.replaced.connect(self._follow)
        document.state_changed.connect(self._on_state)
        selection.canvas_changed.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody could see it."""
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        if not self.isVisible():
            return
        workspace = self._document.workspace
        canvases = [(segment, canvas) for segment in workspace.segments for canvas in segment.canvases]
        with QSignalBlocker(self.tree):
            while self.tree.topLevelItemCount() > len(canvases):
                self.tree.takeTopLevelItem(self.tree.topLevelItemCount() - 1)
            while self.tree.topLevelItemCount() < len(canvases):
                QTreeWidgetItem(self.tree)
            for index, (segment, canvas) in enumerate(canvases):
                item = self.tree.topLevelItem(index)
                if item is not None:
                    self._fill(item, segment, canvas)
                    if canvas.id == self._selection.canvas_id:
                        self.tree.setCurrentItem(item)
        self._fits = {canvas.id: self._fits[canvas.id] for _, canvas in canvases}
        self._on_state()

    def _on_state(self) -> None:
        self._add.setEnabled(not self._document.read_only)

    def _fill(self, item: QTreeWidgetItem, segment: CustomerSegment, canvas: ValuePropositionCanvas) -> None:
        levels = self._document.workspace.levels
        known = self._fits.get(canvas.id)
        if known is None or known[0] is not canvas or known[1] is not levels:
            figures = fit(canvas, levels)
            self._fits[canvas.id] = (canvas, levels, figures.on_paper)
            said = translate(
                "Segments",
                "{share}, {verdict}",
                share=share_name(figures.on_paper),
                verdict=verdict_name(figures.verdict),
            )
            item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, said)
        _set(item, ID, canvas.id)
        _set(item, SHARE, self._fits[canvas.id][2])
        _set(item, BELOW, _below(canvas))
        _set(item, Qt.ItemDataRole.DisplayRole, _name(segment))
        said = item.data(0, Qt.ItemDataRole.AccessibleDescriptionRole)
        _set(item, Qt.ItemDataRole.ToolTipRole, tip(segment.name or _name(segment), _below(canvas), said))
        editable = EDITABLE if canvas is segment.canvases[0] else EDITABLE & ~Qt.ItemFlag.ItemIsEditable
        if item.flags() != editable:
            item.setFlags(editable)

    def _show(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._selection.show_canvas(str(item.data(0, ID)))

    def _rename(self, item: QTreeWidgetItem) -> None:
        segment = self._document.workspace.segment_of.get(str(item.data(0, ID)))
        if segment is not None and item.text(0) not in (_name(segment), segment.name):
            said = around.edit_segment(self._document, segment.id, name=item.text(0))
            self._document.seal()
            self._follow()
            if said:
                self.said.emit(said)

        elif segment is not None:
            _set(item, Qt.ItemDataRole.DisplayRole, _name(segment))

    def _whole_name(self, canvas_id: str) -> str:
        return self._document.workspace.segment_of[canvas_id].name

    def _add_segment(self) -> None:
        segment = CustomerSegment(name=translate("Segments", "New segment"))
        said = around.add_segment(self._document, segment)
        if said:
            self.said.emit(said)
            return
        self._selection.show_canvas(segment.canvases[0].id)
        item = self.tree.currentItem()
        if item is not None:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tree.editItem(item)


class _Row(QStyledItemDelegate):
    """Paints a canvas in two lines: the segment's name, its role or state below, the fit at the end."""

    def __init__(self, parent: QWidget, whole: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._whole = whole

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.lineSpacing() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        whole.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, option.widget)
        palette: QPalette = option.palette
        inside = option.rect.adjusted(INSET, 6, -INSET, -6)
        words = _mirrored(inside.adjusted(0, 0, -(FIGURE_WIDTH + INSET), 0), inside, option.direction)
        align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        painter.save()
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        self._line(painter, words, align, str(index.data()))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        lower = words.adjusted(0, option.fontMetrics.lineSpacing(), 0, 0)
        self._line(painter, lower, align, str(index.data(BELOW)))
        self._fit(painter, option, inside, index.data(SHARE))
        painter.restore()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):  # a row shows of a long name only as much as reads at a glance
            editor.setText(self._whole(str(index.data(ID))))
        editor.setAccessibleName(translate("Segments", "Name of the segment"))

    @staticmethod
    def _line(painter: QPainter, rect: QRect, align: Qt.AlignmentFlag, text: str) -> None:
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, short)

    @staticmethod
    def _fit(painter: QPainter, option: QStyleOptionViewItem, inside: QRect, share: float | None) -> None:
        palette: QPalette = option.palette
        figure = _mirrored(
            QRect(inside.right() - FIGURE_WIDTH, inside.top(), FIGURE_WIDTH, inside.height()),
            inside,
            option.direction,
        )
        font = painter.font()
        font.setBold(share is not None)
        painter.setFont(font)
        role = QPalette.ColorRole.PlaceholderText if share is None else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        painter.drawText(
            figure, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop, share_name(share)
        )
        if share is None:
            return
        top = inside.top() + option.fontMetrics.lineSpacing() + BAR_HEIGHT
        track = QRect(inside.right() - FIGURE_WIDTH, top, FIGURE_WIDTH, BAR_HEIGHT)
        full = QRect(track.left(), track.top(), round(track.width() * share), BAR_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
        _bar(painter, _mirrored(track, inside, option.direction))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Accent))
        _bar(painter, _mirrored(full, inside, option.direction))


def _bar(painter: QPainter, place: QRect) -> None:
    painter.drawRoundedRect(place, BAR_HEIGHT / 2, BAR_HEIGHT / 2)


def _mirrored(rect: QRect, inside: QRect, direction: Qt.LayoutDirection) -> QRect:
    return QStyle.visualRect(direction, inside, rect)


def _set(item: QTreeWidgetItem, role: int, value: object) -> None:
    if item.data(0, role) != value:
        item.setData(0, role, value)


def _name(segment: CustomerSegment) -> str:
    return one_line(segment.name) or translate("Segments", "Unnamed segment")


def _below(canvas: ValuePropositionCanvas) -> str:
    if canvas.stakeholder:
        role = role_name(canvas.stakeholder.role)
        name = one_line(canvas.stakeholder.name)
        return translate("Segments", "{name} · {role}", name=name, role=role) if name else role
    if not canvas.notes:
        return translate("Segments", "Not mapped yet")
    return translate("Segments", "%n note(s)", count=len(canvas.notes))
