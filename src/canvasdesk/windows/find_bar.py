"""Finding notes, entries and segments by their words: a bar that jumps from hit to hit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from canvasdesk.editing.find import Hit, find
from canvasdesk.layout.style import Theme
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.windows.icons import icon
from canvasdesk.windows.overlay import Overlay
from canvasdesk.windows.toast import announce
from canvasdesk.words import translate

WIDTH = 420  # pixels


class FindBar(Overlay):
    """Shows which hit of how many; Enter and Shift+Enter walk, Esc leaves with the hit selected.

    What is looked through is what `seen` gives: before a room, no covered note is found by its words.
    """

    def __init__(
        self,
        host: QWidget,
        area: QWidget,
        document: Document,
        selection: Selection,
        seen: Callable[[], Workspace],
    ) -> None:
        super().__init__(host, area)
        self._seen, self._selection = seen, selection
        self._hits: Sequence[Hit] = ()
        self._at = -1
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("Find", "Find a note"))
        self.field.setAccessibleName(translate("Find", "Find a note"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self.before = self._button("↑", translate("Find", "Previous (Shift+Enter)"), lambda: self.walk(-1))
        self.after = self._button("↓", translate("Find", "Next (Enter)"), lambda: self.walk(1))
        self.close_button = self._button("", translate("Find", "Close (Esc)"), self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 6, 6)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        for part in (self.count, self.before, self.after, self.close_button):
            row.addWidget(part)
        document.changed.connect(self._refresh)
        document.replaced.connect(self.dismiss)

    def ask(self) -> None:
        """Open with the last words selected, so that typing replaces them."""
        self.open()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()
        self._refresh()

    def use(self, theme: Theme) -> None:
        """Draw the icon in the colours of `theme`."""
        self.close_button.setIcon(icon("close", theme))

    def walk(self, steps: int) -> None:
        """Go on to the next hit, or back; after the last comes the first."""
        self._look_again()
        if self._hits:
            self._jump((self._at + steps) % len(self._hits))

    def placed(self, room: QRect) -> QRect:
        """Give the place at the upper edge, where the text of the window ends."""
        place = QRect(room.topLeft(), self.sizeHint().boundedTo(room.size()))
        place.setWidth(min(WIDTH, room.width()))
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            place.moveRight(room.right())
        return place

    def _button(self, text: str, name: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setMinimumSize(28, 28)
        button.clicked.connect(act)
        return button

    def _search(self) -> None:
        """Look for what is typed; jump to the hit with the focus, else to the first on what is shown."""
        self._hits = find(self._seen(), self.field.text())
        focus, shown = self._selection.focus, self._selection.canvas_id
        first = next((n for n, hit in enumerate(self._hits) if hit.canvas_id == shown), 0)
        here = next((n for n, hit in enumerate(self._hits) if hit.part_id == focus), first)
        self._at = -1
        if self._hits:
            self._jump(here)
        else:
            self._tell()

    def _refresh(self) -> None:
        """Keep the count true when the document changes, without jumping."""
        if self.isVisible():
            self._look_again()
            self._tell()

    def _look_again(self) -> None:
        present = self._hits[self._at].part_id if 0 <= self._at < len(self._hits) else None
        self._hits = find(self._seen(), self.field.text())
        self._at = next((n for n, hit in enumerate(self._hits) if hit.part_id == present), -1)

    def _jump(self, to: int) -> None:
        self._at = to
        self._selection.show_part(self._hits[to].part_id)
        self._tell()

    def _tell(self) -> None:
        self.count.setText(self._said())
        for button in (self.before, self.after):
            button.setEnabled(bool(self._hits))
        announce(self, self.count.text())

    def _said(self) -> str:
        if not self.field.text().strip():
            return ""
        if not self._hits:
            return translate("Find", "not found")
        if self._at < 0:
            return translate("Find", "%n hit(s)", count=len(self._hits))
        return translate("Find", "{number} of {total}", number=self._at + 1, total=len(self._hits))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk with Enter and the arrows from within the field."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self.walk(-1 if shifted else 1)
                    return True
                case Qt.Key.Key_Up:
                    self.walk(-1)
                    return True
                case Qt.Key.Key_Down:
                    self.walk(1)
                    return True
        return super().eventFilter(watched, event)
