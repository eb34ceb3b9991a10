"""A strip above the canvas that says what is unusual about the document."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from canvasdesk.session.claim import Claim, held_sentence, shown_stem
from canvasdesk.session.document import Document
from canvasdesk.windows.focus import holds_focus
from canvasdesk.words import translate


class Banner(QFrame):
    """Says that a document is read only or open elsewhere, and offers the ways out; or what was mended in it.

    `again` opens a file once more that somebody had open, `save_copy` goes on in another; `show_mended` shows
    what could not be used and stays in the file. The keyboard goes back to the `canvas`.
    """

    def __init__(
        self,
        document: Document,
        claim: Claim,
        canvas: QWidget,
        again: Callable[[], object],
        save_copy: Callable[[], object],
        show_mended: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAutoFillBackground(True)
        self._document, self._claim, self._canvas = document, claim, canvas
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.show_button = QPushButton(translate("Banner", "Sho&w…"))
        self.show_button.clicked.connect(show_mended)
        self.again = QPushButton()
        self.again.clicked.connect(again)
        self.copy = QPushButton(translate("Banner", "Save a co&py…"))
        self.copy.clicked.connect(save_copy)
        self.away = QPushButton(translate("Banner", "&Understood"))
        self.away.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.addWidget(self.said, 1)
        for button in (self.show_button, self.again, self.copy, self.away):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click one goes on where one was
            row.addWidget(button)
        document.replaced.connect(self.look)
        document.state_changed.connect(self._on_state)
        claim.changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Say what there is to say about the document, or vanish."""
        document, claim = self._document, self._claim
        said = [*document.notices, *self._about_others()]
        if document.read_only and not said:
            said.append(translate("Banner", "This file can be looked at, but not changed."))
        self.said.setText("\n".join(said))
        self.show_button.setVisible(bool(document.notices and document.workspace.quarantine))
        held = claim.holder is not None
        self.again.setText(translate("Banner", "&Try again") if held else translate("Banner", "E&dit it"))
        self.again.setVisible(document.read_only and (held or claim.free))
        self.copy.setVisible(document.read_only)
        if said:
            self.show()
        else:
            self._go()

    def _go(self) -> None:
        if holds_focus(self):
            self._canvas.setFocus()
        self.hide()

    def _about_others(self) -> list[str]:
        path, claim = self._document.path, self._claim
        if path and claim.free:
            return [translate("Banner", "Nobody else has “{name}” open any more.", name=shown_stem(path))]
        if path and claim.holder and self._document.read_only:
            held = held_sentence(path, claim.holder)
            return [translate("Banner", "{held} Here it can be looked at, but not changed.", held=held)]
        return [held_sentence(path, claim.holder)] if path and claim.holder else []

    def _on_state(self) -> None:
        if not self._document.read_only and self.copy.isVisibleTo(self):
            self._go()
