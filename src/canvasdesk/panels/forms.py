"""Forms of the side panels: labelled fields in a column, scrolled as one page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.panels.fields import ChoiceField, DateField, Field, FlagField, LineField, TextField

MARGIN, GAP = 14, 10
MIXED = object()
"""Shown by a field when the things selected differ in it."""

Edit = Callable[[str, object], None]


def page() -> tuple[QScrollArea, QVBoxLayout]:
    """Give a scrolled page and its column."""
    area = _Area()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard, and scroll it
    inner = _Inner()
    column = QVBoxLayout(inner)
    column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    column.setSpacing(GAP)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    area.setWidget(inner)
    return area, column


class _Area(QScrollArea):
    """Looks once whether it has to scroll when its page changes its size.

    Lines that break anew as the bar comes and goes change that size again. Qt would look inside of that look,
    and at some sizes go on until the stack is full; it looks once more anyhow when the page lays itself out.
    """

    def __init__(self) -> None:
        super().__init__()
        self._looks = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._looks:
            return False
        self._looks = True
        try:
            return super().eventFilter(watched, event)
        finally:
            self._looks = False


class _Inner(QWidget):
    """As high as its lines are at its width; Qt would keep room for them at the least width as well."""

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least


def heading(text: str) -> QLabel:
    """Give the heading of a part of a page."""
    return _label(text, "heading")


def quiet(text: str) -> QLabel:
    """Give a sentence that stays in the background."""
    return _label(text, "quiet")


def plain(text: str) -> QLabel:
    """Give a sentence; whatever looks like markup in it is only text."""
    return _label(text, "")


def tip(*lines: str) -> str:
    """Give a tool tip of plain lines, the long ones broken; Qt would take for markup what looks like it."""
    return f"<p>{'<br>'.join(map(escape, lines))}</p>"


def unbroken(text: str) -> str:
    """Give a text in which figures stay on one line with their percent sign."""
    return text.replace(" %", "\N{NO-BREAK SPACE}%")


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def small_button(text: str, name: str, act: Callable[[], object]) -> QToolButton:
    """Give a small button with a short `text`, called `name` by screen reader and tool tip."""
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setMinimumSize(26, 26)
    button.clicked.connect(lambda _checked: act())
    return button


def row(*parts: QWidget, stretch: int = 0) -> QHBoxLayout:
    """Give widgets side by side; the one at index `stretch` takes the room that is left."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for index, part in enumerate(parts):
        line.addWidget(part, 1 if index == stretch else 0)
    return line


class Form:
    """Named fields below their labels; `edit` hears the name and the value when the user changes one."""

    def __init__(self, column: QVBoxLayout, edit: Edit, seal: Callable[[], None]) -> None:
        self._column = column
        self._edit = edit
        self._seal = seal
        self._fields: dict[str, Field] = {}
        self._rows: dict[str, tuple[QWidget, ...]] = {}

    def add(self, name: str, label: str, field: QWidget) -> None:
        """Put a field at the end of the column; a flag says its label itself."""
        parts: tuple[QWidget, ...] = (field,)
        if isinstance(field, FlagField):
            label = field.text()
        else:
            above = _label(label, "quiet")
            above.setBuddy(field)
            parts = (above, field)
        if isinstance(field, ChoiceField | DateField):
            field.name_by(label)
        field.setAccessibleName(label)
        field.setObjectName(name)
        box = QVBoxLayout()
        box.setSpacing(3)
        for part in parts:
            box.addWidget(part)
        self._column.addLayout(box)
        self._rows[name] = parts
        known: Field = field  # type: ignore[assignment]  # fields are widgets that keep the protocol
        self._fields[name] = known
        known.edited.connect(lambda value: self._edit(name, value))
        known.left.connect(self._seal)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show values by the fields' names; a field without one is put away."""
        for name, field in self._fields.items():
            for part in self._rows[name]:
                part.setVisible(name in values)
            if name in values:
                field.put(values[name])

    def enable(self, *, on: bool) -> None:
        """Let the fields be edited, or only be read."""
        for parts in self._rows.values():
            for part in parts:
                if isinstance(part, LineField | TextField):
                    part.setReadOnly(not on)  # it can still be reached, scrolled and copied from
                    part.style().polish(part)  # else a text of several lines would keep its colour
                else:
                    part.setEnabled(on)


def common(values: Sequence[object]) -> object:
    """Give the value that all `values` are, or `MIXED`."""
    first = values[0]
    return first if all(value == first for value in values) else MIXED


W = TypeVar("W", bound=QWidget)


class Rows(Generic[W]):
    """Widgets in a column, one for each id; one that stays keeps its focus and its caret."""

    def __init__(self, column: QVBoxLayout, make: Callable[[str], W]) -> None:
        self._make = make
        self._there: dict[str, W] = {}
        self._box = QVBoxLayout()
        self._box.setSpacing(GAP)
        column.addLayout(self._box)
        self._page = column.parentWidget()

    def show_for(self, ids: Sequence[str]) -> Mapping[str, W]:
        """Have one row for each of `ids`, in their order, and give them."""
        for gone in self._there.keys() - set(ids):
            widget = self._there.pop(gone)
            self._box.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        before = [*self._there]
        for index, each in enumerate(ids):
            if each not in self._there:
                self._there[each] = self._make(each)
                self._box.insertWidget(index, self._there[each])
                self._there[each].show()
            elif self._box.indexOf(self._there[each]) != index:
                self._box.removeWidget(self._there[each])
                self._box.insertWidget(index, self._there[each])
        if self._page and ids and [*ids] != before:
            _let_tab_follow(self._page)
        return self._there


def _let_tab_follow(page: QWidget) -> None:
    """Let Tab go through what is on `page` from top to bottom; by itself it goes by age, window-wide."""
    policy = page.focusPolicy()
    page.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # else Qt refuses to put anything behind it
    last = page
    for each in _from_top_to_bottom(page.layout()):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(last, each)
            last = each
    page.setFocusPolicy(policy)


def _from_top_to_bottom(layout: QLayout | None) -> Iterator[QWidget]:
    """Give the widgets in a layout, and those in them."""
    for index in range(layout.count() if layout else 0):
        item = layout.itemAt(index) if layout else None
        if item is None:
            continue
        widget = item.widget()
        if widget:
            yield widget
        yield from _from_top_to_bottom(widget.layout() if widget else item.layout())
