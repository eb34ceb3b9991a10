"""The strip above the canvas while a red-team round runs: what the fit was, what it is, and the end."""

from PySide6.QtWidgets import QWidget

from canvasdesk.session.document import Document
from canvasdesk.session.red_team import outcome, toggle
from canvasdesk.session.selection import Selection
from canvasdesk.windows.strip import Strip
from canvasdesk.windows.toast import Toast, announce
from canvasdesk.words import translate


class RedTeamStrip(Strip):
    """Follows document and selection; whatever begins or ends a round shows it or puts it away."""

    def __init__(self, canvas: QWidget, document: Document, selection: Selection, toast: Toast) -> None:
        super().__init__(canvas)
        self._document, self._selection, self._toast = document, selection, toast
        bold = self.said.font()
        bold.setBold(True)
        self.said.setFont(bold)
        document.changed.connect(self.follow)
        document.replaced.connect(self.follow)
        selection.canvas_changed.connect(self.follow)

    def follow(self) -> None:
        """Say how it stands, or vanish."""
        if self._document.workspace.view.red_team is None:
            self.away()
            return
        sentence = outcome(self._document, self._selection)
        if self.isHidden():
            rule = translate("RedTeam", "Links can only get weaker: weaken or delete those that do not hold.")
            self.ask(sentence, [(translate("RedTeam", "End the rou&nd"), self._end)], rule)
            self.buttons[0].setDisabled(self._document.read_only)
        elif sentence != self.said.text():
            self.said.setText(sentence)
            announce(self, sentence)

    def _end(self) -> None:
        if said := toggle(self._document, self._selection):
            self._toast.offer_undo(said, self._document.undo)
