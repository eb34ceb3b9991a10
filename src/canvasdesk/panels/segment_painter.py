"""How a row of the segments panel is painted and named: two lines with marks, and the fit at the end."""

from collections.abc import Sequence
from math import cos, pi, sin

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from canvasdesk.drawing.colour import standing_out
from canvasdesk.drawing.naming import share_name
from canvasdesk.layout.style import Theme
from canvasdesk.panels.segment_row import ROW, Row
from canvasdesk.words import translate

Index = QModelIndex | QPersistentModelIndex

INSET, ABOVE = 10, 7  # pixels to the words
INDENT = 14  # pixels of a role within its segment
BAR_WIDTH, BAR_HEIGHT, FIGURE_WIDTH, GAP = 36, 5, 42, 6  # pixels
COLOUR_WIDTH, MARK = 4, 6  # pixels: the segment's colour, and half of a mark behind the name
ARROW_ROOM = 28  # pixels at the end of a row that open and close it


class RowPainter(QStyledItemDelegate):
    """Paints rows in the colours of `theme`: the name with its marks, below it the facts and the fit."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.theme = theme

    # ruff: noqa: D102 - what the methods do is said in QStyledItemDelegate

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.lineSpacing() + 2 * ABOVE)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        row: Row = index.data(ROW)
        if isinstance(editor, QLineEdit):  # a row shows of a long name only as much as reads at a glance
            editor.setText(row.written)
        role, segment = (
            translate("Segments", "Name of the stakeholder"),
            translate("Segments", "Name of the segment"),
        )
        editor.setAccessibleName(role if row.role else segment)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        height = editor.sizeHint().height()
        place = QRect(option.rect.left(), option.rect.top(), option.rect.width(), height)
        place.moveCenter(option.rect.center())
        editor.setGeometry(place)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        whole.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, option.widget)
        row: Row = index.data(ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        _RowBrush(painter, option, self.theme, row, chosen=chosen).paint(
            opened=bool(option.state & QStyle.StateFlag.State_Open)
        )
        painter.restore()


class _RowBrush:
    """Paints one row once; places are measured from where lines begin, and mirrored where that is right."""

    def __init__(
        self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme, row: Row, *, chosen: bool
    ) -> None:
        self._painter, self._option, self._theme, self._row = painter, option, theme, row
        self._paper = theme.blue.fill if chosen else theme.panel
        self._line = option.fontMetrics.lineSpacing()
        self._left = INSET + (INDENT if row.role else 0)
        self._right = option.rect.width() - INSET

    def paint(self, *, opened: bool) -> None:
        """Paint everything above the background."""
        if self._row.colour:
            colour = standing_out(self._row.colour, self._paper, self._theme.ink)
            self._rounded(QRect(1, ABOVE, COLOUR_WIDTH, self._option.rect.height() - 2 * ABOVE), colour)
        if self._row.opens:
            self._arrow(opened=opened)
        self._name(self._right - (ARROW_ROOM - INSET if self._row.opens else 0))
        self._facts(self._fit() - GAP)

    def _name(self, end: int) -> None:
        painter, row = self._painter, self._row
        font = self._option.font
        font.setBold(True)
        painter.setFont(font)
        marked = row.primary or row.veto
        room = end - self._left - (2 * MARK + GAP if marked else 0)
        shown = self._words(row.name, QRect(self._left, ABOVE, room, self._line), self._theme.ink)
        if marked:
            top = ABOVE + self._line // 2 - MARK
            place = self._place(QRect(self._left + shown + GAP, top, 2 * MARK, 2 * MARK))
            self._star(place) if row.primary else self._stop_sign(place)

    def _facts(self, end: int) -> None:
        """Tell as many facts as there is room for."""
        font = self._option.font
        font.setBold(False)
        self._painter.setFont(font)
        facts, between = self._row.facts, translate("List", " · ", "between short facts")
        room, measure = end - self._left, self._painter.fontMetrics().horizontalAdvance
        lines = [between.join(facts[:most]) for most in range(len(facts), 0, -1)]
        line = next((each for each in lines if measure(each) <= room), lines[-1])
        self._words(line, QRect(self._left, ABOVE + self._line, room, self._line), self._theme.muted)

    def _fit(self) -> int:
        """Paint the fit, and give where it begins."""
        share, top = self._row.share, ABOVE + self._line
        if share is None:
            return self._right
        font = self._option.font
        font.setBold(True)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._theme.ink))
        figure = self._place(QRect(self._right - FIGURE_WIDTH, top, FIGURE_WIDTH, self._line))
        self._painter.drawText(
            figure, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter, share_name(share)
        )
        left = self._right - FIGURE_WIDTH - BAR_WIDTH
        track = QRect(left, top + (self._line - BAR_HEIGHT) // 2, BAR_WIDTH, BAR_HEIGHT)
        self._rounded(track, self._theme.meter_track, self._theme.hairline)
        if share:
            track.setWidth(max(BAR_HEIGHT, round(BAR_WIDTH * share)))
            self._rounded(track, self._theme.green.line)
        return left

    def _arrow(self, *, opened: bool) -> None:
        x, y = QRectF(self._place(QRect(self._right - MARK, ABOVE, MARK, self._line))).center().toTuple()
        points: Sequence[tuple[float, float]] = ((-4, -2), (0, 2), (4, -2))
        if not opened:
            aside = -1 if self._option.direction is Qt.LayoutDirection.RightToLeft else 1
            points = ((-2 * aside, -4), (2 * aside, 0), (-2 * aside, 4))
        self._painter.setPen(QPen(QColor(self._theme.muted), 1.6))
        self._painter.drawPolyline([QPointF(x + dx, y + dy) for dx, dy in points])

    def _star(self, place: QRect) -> None:
        """Paint the mark of the primary segment."""
        centre = QRectF(place).center()
        spikes = [(-pi / 2 + turn * pi / 5, MARK * (0.45 if turn % 2 else 1.0)) for turn in range(10)]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._theme.straw.line))
        points = [QPointF(centre.x() + r * cos(a), centre.y() + r * sin(a)) for a, r in spikes]
        self._painter.drawPolygon(QPolygonF(points))

    def _stop_sign(self, place: QRect) -> None:
        """Paint the mark of somebody with a veto."""
        sign = QRectF(place).adjusted(1, 1, -1, -1)
        self._painter.setPen(QPen(QColor(self._theme.vermilion.line), 1.6))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawEllipse(sign)
        self._painter.drawLine(
            QPointF(sign.left() + 3, sign.center().y()), QPointF(sign.right() - 3, sign.center().y())
        )

    def _words(self, text: str, place: QRect, colour: str) -> int:
        """Write as much of a text as there is room for, and give how wide it is."""
        painter = self._painter
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(self._place(place), flags, short)
        return painter.fontMetrics().horizontalAdvance(short)

    def _rounded(self, place: QRect, fill: str, line: str = "") -> None:
        self._painter.setPen(QColor(line) if line else Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(fill))
        radius = min(place.width(), place.height()) / 2
        self._painter.drawRoundedRect(self._place(place), radius, radius)

    def _place(self, place: QRect) -> QRect:
        rect = self._option.rect
        return QStyle.visualRect(self._option.direction, rect, place.translated(rect.topLeft()))
