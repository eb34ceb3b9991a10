"""What the back row can read: how large letters must be in this room, and which notes are too small now."""

from collections.abc import Callable, Mapping
from itertools import islice

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.drawing.fitting import fit_note
from canvasdesk.layout.projection import CAPITAL, HEIGHTS_AWAY, LETTERS_MOST
from canvasdesk.model.quoting import one_line
from canvasdesk.panels.fields import ASIDE
from canvasdesk.scene.camera_view import CameraView
from canvasdesk.scene.view import CanvasView
from canvasdesk.session.settings import METRES_MOST, PICTURE_HEIGHT, ROOM_DEPTH, Field, Settings
from canvasdesk.windows.overlay import Overlay
from canvasdesk.windows.present import letters_for
from canvasdesk.words import translate

WIDTH, LIST_HEIGHT = 380, 168  # pixels
MOST = 200  # notes listed; a room with more of them is helped by the first ones already
SLACK = 0.5  # pixels by which letters may miss the size


def too_small(view: CameraView, letters: float) -> dict[str, str]:
    """Give the notes that are shown with capital letters below a share of the view's height: texts by ids.

    Where only the back of a note is seen, there is nothing to read.
    """
    least = letters * view.room.h - SLACK
    scale = view.camera.scale * CAPITAL
    notes = view.scene.seen.note_by_id
    shown = (note for each in view.scene.notes if (note := notes.get(each)) and not note.face_down)
    return {note.id: note.text for note in shown if fit_note(note.text).size * scale < least}


class BackRow(Overlay):
    """A card that stays while one works; `make_readable` shows a note where all can read it.

    It stands over `view`, and tells of the one that the room sees.
    """

    def __init__(
        self,
        host: QWidget,
        view: CanvasView,
        seen: Callable[[], CameraView],
        settings: Settings,
        show_note: Callable[[str], object],
        make_readable: Callable[[str | None], object],
    ) -> None:
        super().__init__(host, view)
        self._view, self._seen, self._settings = view, seen, settings
        self._make_readable = make_readable
        self.setAccessibleName(translate("BackRow", "What the back row can read"))
        self.depth_field = self._metres(ROOM_DEPTH, translate("BackRow", "Room depth"))
        self.height_field = self._metres(PICTURE_HEIGHT, translate("BackRow", "Picture height"))
        self.said, self.found = _label(), _label()
        self.list = QListWidget()
        self.list.setFixedHeight(LIST_HEIGHT)
        self.list.setAccessibleName(translate("BackRow", "Notes that are too small"))
        self.list.itemActivated.connect(lambda item: show_note(item.data(Qt.ItemDataRole.UserRole)))
        self.list.itemClicked.connect(lambda item: show_note(item.data(Qt.ItemDataRole.UserRole)))
        self.grow = QPushButton(translate("BackRow", "&Make them readable"))
        self.grow.setDefault(True)
        self.grow.clicked.connect(self._on_grow)
        self.away = QPushButton(translate("BackRow", "&Close"))
        self.away.clicked.connect(self.dismiss)
        self._lay_out()
        view.camera_changed.connect(self.look_again)
        view.scene.document.changed.connect(self.look_again)
        view.scene.canvas_shown.connect(self.look_again)
        self.dismissed.connect(lambda: view.mark(frozenset()))

    def _lay_out(self) -> None:
        title = _label()
        title.setObjectName("headline")
        title.setText(translate("BackRow", "Can the back row read it?"))
        form = QFormLayout()
        form.addRow(translate("BackRow", "Room &depth, screen to last row"), self.depth_field)
        form.addRow(translate("BackRow", "Picture &height on the wall"), self.height_field)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.away)
        buttons.addWidget(self.grow)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(title)
        column.addLayout(form)
        for part in (self.said, self.found, self.list):
            column.addWidget(part)
        column.addLayout(buttons)

    def _metres(self, setting: Field[float], name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.lineEdit().setTextMargins(ASIDE, 0, ASIDE, 0)
        box.setRange(0.0, METRES_MOST)
        box.setDecimals(1)
        box.setSingleStep(0.5)
        box.setSuffix(translate("BackRow", " m", "metres, after a number"))
        box.setSpecialValueText(translate("BackRow", "not measured"))
        box.setAccessibleName(name)
        box.setValue(self._settings.get(setting))
        box.valueChanged.connect(lambda metres: self._on_metres(setting, metres))
        return box

    def _on_metres(self, setting: Field[float], metres: float) -> None:
        self._settings.set(setting, metres)
        self.look_again()

    def ask(self) -> None:
        """Open, with the keyboard on the depth of the room."""
        self._look()
        self.open()
        self.depth_field.setFocus(Qt.FocusReason.PopupFocusReason)

    def placed(self, room: QRect) -> QRect:
        """Give the place at the upper right."""
        height = min(self.sizeHint().height(), room.height())
        return QRect(room.right() - WIDTH + 1, room.top(), min(WIDTH, room.width()), height)

    def look_again(self) -> None:
        """Look whether it is still so, while the card is open."""
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        """Say how large letters must be, list what is smaller, and mark it on the canvas."""
        letters, room = letters_for(self._settings), self._seen()
        self.said.setText(self._rule(letters, round(letters * room.room.h)))
        small = too_small(room, letters)
        self.found.setText(
            translate("BackRow", "%n note(s) are too small as they are shown now.", count=len(small))
            if small
            else translate("BackRow", "Every note can be read from there.")
        )
        self._fill(dict(islice(small.items(), MOST)))
        self._view.mark(frozenset(small))

    def _rule(self, letters: float, pixels: int) -> str:
        """Say how large letters must be."""
        share = f"{100 * letters:.1f}"
        if letters > LETTERS_MOST:
            return translate(
                "BackRow",
                "Capital letters would have to be {share} % of the picture's height, more than it can show:"
                " come closer, or make the picture larger.",
                share=share,
            )
        if self._settings.get(ROOM_DEPTH) and self._settings.get(PICTURE_HEIGHT):
            return translate(
                "BackRow",
                "Capital letters must be {share} % of the picture's height: {pixels} pixels here.",
                share=share, pixels=pixels,
            )  # fmt: skip
        return translate(
            "BackRow",
            "For a last row {heights} picture heights away, capital letters must be {share} % of the"
            " picture's height: {pixels} pixels here.",
            heights=round(HEIGHTS_AWAY), share=share, pixels=pixels,
        )  # fmt: skip

    def _fill(self, small: Mapping[str, str]) -> None:
        self.list.clear()
        for each, text in small.items():
            item = QListWidgetItem(one_line(text) or translate("Quotation", "without a name"))
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.list.addItem(item)
        self.list.setVisible(bool(small))
        self.grow.setVisible(bool(small))
        self.take_place()

    def _on_grow(self) -> None:
        chosen = self.list.currentItem() or self.list.item(0)
        self.dismiss()
        self._make_readable(chosen.data(Qt.ItemDataRole.UserRole) if chosen else None)


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
