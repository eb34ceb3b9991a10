"""Dot voting on one laptop: everybody takes a turn at the keyboard, and nobody learns who voted for what."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from canvasdesk.drawing.naming import section_name
from canvasdesk.editing.agenda import running
from canvasdesk.editing.voting import PEOPLE, Ballot, Poll, proposed, sealed, standings, there, voted_on
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import CIRCLE
from canvasdesk.session.covering import reveal_all
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.session.timer import Countdown
from canvasdesk.session.voting import keep_count, rank_by_votes
from canvasdesk.windows.focus import enter, tab_within
from canvasdesk.windows.overlay import Page
from canvasdesk.windows.timer_face import TimerFace
from canvasdesk.windows.voting_ballot import BallotView
from canvasdesk.windows.voting_result import ResultView
from canvasdesk.windows.voting_stages import Between, Button, Setup, Way
from canvasdesk.words import translate

LEAST = 2  # notes: fewer leave nothing to choose
MARGIN, APART = 18, 12  # pixels
CLOCK = 36  # pixels


class VotingPage(Page):
    """Goes from the question over the ballots to the result; a vote waits here while it is not shown.

    Sealed ballots are kept as one sum, in memory alone. Until the next voter begins, the sum before the last
    ballot is kept too, so that whoever just voted can vote again.

    `progress` carries all that others may be told meanwhile: how many have voted, "" outside of a vote.
    `ranked` carries a sentence about a step that was done, `refused` one that says why nothing was.
    """

    progress = Signal(str)
    ranked = Signal(str)
    refused = Signal(str)

    def __init__(
        self, host: QWidget, area: QWidget, document: Document, selection: Selection, timer: Countdown
    ) -> None:
        super().__init__(host, area)
        self.setObjectName("voting")
        self.setAccessibleName(translate("Voting", "Dot voting"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._document, self._selection = document, selection
        self._poll: Poll | None = None
        self._last: Poll | None = None
        """The poll without the ballot sealed last, until the next voter begins."""
        self._canvas_id = self._told = ""
        self._leaving = False
        self.heading = QLabel()
        self.heading.setObjectName("headline")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.clock = TimerFace(timer, CLOCK)
        """The timer, where nothing else shows it."""
        self.clock.hide()
        self.close_button = Button(translate("Voting", "C&lose"))
        self.close_button.clicked.connect(self._leave)
        self.setup, self.between = Setup(), Between()
        self.ballot, self.result = BallotView(), ResultView()
        self.stages = QStackedWidget()
        for stage in (self.setup, self.between, self.ballot, self.result):
            self.stages.addWidget(stage)
        self._lay_out()
        self.setup.started.connect(self._start)
        self.setup.changed.connect(self._look)
        self.setup.reveal_wanted.connect(self._reveal)
        self.ballot.sealed.connect(self._seal)
        self.result.applied.connect(self._apply)
        self.result.kept.connect(self._keep)
        self.dismissed.connect(self._put_by)
        document.changed.connect(self._follow)
        document.replaced.connect(self._give_up)
        selection.canvas_changed.connect(self._turn_to_canvas)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.heading, 1)
        above.addWidget(self.clock)
        above.addSpacing(APART)
        above.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        column.setSpacing(APART)
        column.addLayout(above)
        column.addWidget(self.stages, 1)

    @property
    def progress_text(self) -> str:
        """How many have voted, in words; "" outside of a vote."""
        poll = self._poll
        if poll is None:
            return ""
        return translate("Voting", "{voted} of {all} have voted", voted=poll.voted, all=poll.voters)

    # Going from stage to stage.

    def ask(self) -> None:
        """Open where the vote stands, or with the question what is to be voted on."""
        self.open()
        if self._poll is None:
            self._turn_to_canvas()
            note = self._document.workspace.note(self._selection.focus or "")
            self.setup.choose(note.section if note and note.section in CIRCLE else self.setup.section)
            self._show(self.setup)
        else:
            self._hand_over()

    def _turn_to_canvas(self) -> None:
        """Mean the canvas shown, as long as no vote is under way on another."""
        if self._poll is None:
            self._canvas_id = self._selection.canvas_id or ""
            self._look()

    def _show(self, stage: QWidget) -> None:
        self._hold_keyboard()
        self.stages.setCurrentWidget(stage)
        self._name()
        if stage is self.between:
            self.between.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif stage is self.ballot:
            self.ballot.choices.setFocus(Qt.FocusReason.OtherFocusReason)
        elif stage is self.result:
            self.result.apply.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            enter(self.setup.people)
        if self.progress_text != self._told:
            self._told = self.progress_text
            self.progress.emit(self._told)

    def _hold_keyboard(self) -> None:
        """Take the focus from what is about to vanish: that would give it to the canvas behind."""
        if self.isVisible():
            self.setFocus()

    def _pose(self, headline: str, said: str, ways: Sequence[Way], quiet: str = "") -> None:
        """Show a few words and the ways on from there."""
        self._hold_keyboard()
        self.between.ask(headline, said, ways, quiet)
        self._show(self.between)

    def _name(self) -> None:
        section = self._poll.section if self._poll else self.setup.section
        self.heading.setText(translate("Voting", "Dot voting: {section}", section=section_name(section)))

    def _notes(self) -> tuple[Note, ...]:
        return voted_on(self._document.workspace, self._canvas_id, self.setup.section)

    def _look(self) -> None:
        """Say what the section chosen has to vote on."""
        self._name()
        notes = self._notes()
        covered = sum(note.covered for note in notes)
        if covered:
            said = translate("Voting", "%n note(s) of this section cannot be read yet.", count=covered)
        elif len(notes) < LEAST:
            said = translate("Voting", "%n note(s): nothing to choose from.", count=len(notes))
        else:
            said = translate("Voting", "%n note(s) to choose from.", count=len(notes))
        self.setup.say(said, ready=len(notes) >= LEAST and not covered, covered=covered > 0)

    def _reveal(self) -> None:
        reveal_all(self._document, self._selection, self.setup.section)
        self.setup.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self) -> None:
        ids = tuple(note.id for note in self._notes())
        setup = self.setup
        self._poll = Poll(self._canvas_id, setup.section, ids, setup.voters, setup.dots_each)
        self._last = None
        self._hand_over()

    def _hand_over(self) -> None:
        """Wait for the next voter, or for the moment to show the result."""
        poll = self._poll
        if poll is None:
            return
        self._leaving = False
        again: list[Way] = []
        if self._last is not None:
            again.append((translate("Voting", "The last voter votes &again"), self._vote_again))
        if poll.complete:
            ways: list[Way] = [(translate("Voting", "Show the res&ult"), self._show_result), *again]
            self._pose(translate("Voting", "All %n have voted", count=poll.voted), "", ways)
        else:
            ways = [(translate("Voting", "Be&gin"), self._begin), *again]
            if poll.voted in PEOPLE:  # the sum of a single ballot would be that ballot
                ways.append((translate("Voting", "E&nd the vote here"), self._end_here))
            self._pose(
                self._turn(poll),
                translate("Voting", "Press Enter when you sit at the keyboard."),
                ways,
                self.progress_text,
            )

    def _turn(self, poll: Poll) -> str:
        return translate("Voting", "Voter {number} of {all}", number=poll.voted + 1, all=poll.voters)

    def _begin(self) -> None:
        poll = self._poll
        if poll is not None:
            self._last = None
            notes = there(self._document.workspace, poll)
            self.ballot.open(self._turn(poll), notes, poll.dots_each, shown=self.setup.shown.isChecked())
            self._show(self.ballot)

    def _vote_again(self) -> None:
        self._poll, self._last = self._last, None
        self._begin()

    def _seal(self, ballot: Ballot) -> None:
        poll = self._poll
        if poll is not None:
            self._poll, self._last = sealed(poll, ballot), poll
            self._hand_over()

    def _end_here(self) -> None:
        """Go on as if those who have voted were all."""
        if self._poll is not None:
            self._poll, self._last = replace(self._poll, voters=self._poll.voted), None
            self._hand_over()

    # The result.

    def _show_result(self) -> None:
        poll = self._poll
        if poll is None:
            return
        self._last = None
        found = standings(self._document.workspace, poll)
        said = translate(
            "Voting",
            "The importance is a proposal from each note’s share of the most dots. Change what you like.",
        )
        headline = translate("Voting", "%n dot(s) given", count=sum(poll.tally.values()))
        self.result.show_standings(headline, said, found, proposed(poll.tally))
        self.result.keep.setVisible(running(self._document.workspace) is not None)
        self._show(self.result)

    def _apply(self) -> None:
        poll, ranks = self._poll, dict(self.result.chosen)
        if poll is not None:
            said = translate("Voting", "%n note(s) ranked by votes.", count=len(ranks))
            self._finish(rank_by_votes(self._document, poll, ranks), said)

    def _keep(self) -> None:
        if self._poll is not None:
            said = translate("Voting", "The vote is kept with the session.")
            self._finish(keep_count(self._document, self._poll), said)

    def _finish(self, refusal: str | None, said: str) -> None:
        if refusal:
            self.refused.emit(refusal)
            return
        self._give_up()
        self.ranked.emit(said)

    # Leaving.

    def _leave(self) -> None:
        """Close at once where nothing is lost by it, else say what would be."""
        poll = self._poll
        if poll is None or not poll.voted:
            self._give_up()
            return
        self.ballot.forget()
        self._leaving = True
        ways: Sequence[Way] = (
            (translate("Voting", "&Go on voting"), self._hand_over),
            (translate("Voting", "&Discard the votes"), self._give_up),
        )
        lost = translate("Voting", "%n sealed ballot(s) would be lost.", count=poll.voted)
        self._pose(translate("Voting", "Leave the vote?"), lost, ways)

    def _put_by(self) -> None:
        """Let a vote wait while the page is not shown; a ballot that was not sealed is void."""
        self.ballot.forget()

    def _give_up(self) -> None:
        """Forget the vote and close."""
        self._poll = self._last = None
        self._leaving = False
        self.ballot.forget()
        self.result.show_standings("", "", (), {})
        self._show(self.setup)
        self.dismiss()

    def _follow(self) -> None:
        poll = self._poll
        if poll is not None and poll.canvas_id not in self._document.workspace.canvas_by_id:
            self._give_up()
        elif not self.isVisible():
            return
        elif poll is None:
            self._look()
        elif self.stages.currentWidget() is self.ballot:
            self.ballot.follow(there(self._document.workspace, poll))
        elif self.stages.currentWidget() is self.result and self._others_shown:
            self._show_result()

    @property
    def _others_shown(self) -> bool:
        """Whether notes of the result came or went since it was shown."""
        poll = self._poll
        return (
            poll is not None
            and {note.id for note in there(self._document.workspace, poll)} != self.result.ranks.keys()
        )

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Stay on the page: Tab would go to what is behind, and void a ballot that is being filled in."""
        return tab_within(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with Enter what the button with the focus does, else what the stage is for; go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        held = self.window().focusWidget()
        if isinstance(held, Button) and self.isAncestorOf(held):
            held.click()
        elif self.stages.currentWidget() is self.setup and self.setup.start.isEnabled():
            self.setup.start.click()

    def _step_back(self) -> None:
        """Go back a stage; a sealed ballot is none of them."""
        if self.stages.currentWidget() in (self.ballot, self.result):
            self.ballot.forget()
            self._hand_over()
        elif self._poll is not None and not self._poll.voted:
            self._poll = None
            self._show(self.setup)
        elif self._leaving:
            self._hand_over()
        else:
            self._leave()
