"""What a window has for a session with a room: everything beyond the canvas that carries the room along."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from canvasdesk.scene.view import CanvasView
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import Settings
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.theme import Appearance
from canvasdesk.windows.toast import Toast

if TYPE_CHECKING:
    from canvasdesk.windows.red_team import RedTeamStrip
    from canvasdesk.windows.voting import VotingPage
    from canvasdesk.windows.what_if import WhatIf


class Room:
    """Belongs to one window; its parts come into being when they are first asked for."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        selection: Selection,
        settings: Settings,
        appearance: Appearance,
        view: CanvasView,
        toast: Toast,
    ) -> None:
        self._window, self._document, self._selection = window, document, selection
        self._settings, self._appearance = settings, appearance
        self._view, self._toast = view, toast
        for signal in (document.changed, document.replaced):
            signal.connect(self._look_for_round)
        QTimer.singleShot(0, window, self._look_for_round)  # the file may have been left in the middle of one

    # Votes and challenges.

    @cached_property
    def voting(self) -> "VotingPage":
        """Dot voting; its `progress` is all that others may see of a vote."""
        from canvasdesk.windows.voting import VotingPage

        host = self._window.centralWidget() or self._window
        page = VotingPage(host, self._window.sides, self._document, self._selection)
        page.ranked.connect(lambda said: self._toast.offer_undo(said, self._document.undo))
        page.refused.connect(self._toast.say)
        return page

    def vote(self) -> None:
        """Show the vote, or go back to the canvas while it waits."""
        if "voting" in self.__dict__ and self.voting.isVisible():
            self.voting.dismiss()
        else:
            self.voting.ask()

    @cached_property
    def red_team(self) -> "RedTeamStrip":
        """What is said above the canvas while a red-team round runs."""
        from canvasdesk.windows.red_team import RedTeamStrip

        strip = RedTeamStrip(self._view, self._document, self._selection, self._toast)
        self._window.board.insertWidget(self._window.board.indexOf(self._view), strip)
        strip.follow()
        return strip

    @cached_property
    def what_if(self) -> "WhatIf":
        """What is said beside the meter while one looks at the fit without a note."""
        from canvasdesk.windows.what_if import WhatIf

        return WhatIf(self._window.centre, self._view)

    @property
    def what_if_on(self) -> bool:
        """Whether that is told at the moment."""
        return "what_if" in self.__dict__ and self.what_if.on

    def _look_for_round(self) -> None:
        if self._document.workspace.view.red_team is not None:
            self.red_team.follow()
