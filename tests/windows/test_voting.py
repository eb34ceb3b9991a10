"""Dot voting by real keys: private turns, one sum, proposals that can be changed, one step."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.editing.covering import cover
from canvasdesk.editing.notes import add_notes
from canvasdesk.folders import log_folder
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.sessions import Session
from canvasdesk.model.value import evolve
from canvasdesk.session.document import Document
from canvasdesk.windows.voting import VotingPage
from canvasdesk.windows.workbench import Workbench

CTRL, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ENTER, ESC, SPACE, BACK = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Backspace
CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
TEXTS = ("Lines stop without warning", "Nobody knows why", "Spare parts are far away")

pytestmark = pytest.mark.usefixtures("still")


@pytest.fixture
def document(document: Document, tmp_path: Path) -> Document:
    far = Note(id="parts", section=Section.PAINS, text=TEXTS[2], x=1240, y=540)
    document.reset(add_notes(document.workspace, "first", [far]))
    document.save(tmp_path / "plan.canvasdesk")
    return document


@pytest.fixture
def bench(bench: Workbench) -> Workbench:
    """Give the window with the first canvas shown."""
    bench.selection.show_canvas("first")
    return bench


@pytest.fixture
def page(bench: Workbench) -> VotingPage:
    """Give the page as the keys open it."""
    press(Qt.Key.Key_D, CTRL | SHIFT)
    return bench.room.voting


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def keys(text: str) -> None:
    for letter in text:
        QTest.keyClick(QApplication.focusWidget(), letter)


def choose(page: VotingPage, *, people: int, dots: int) -> None:
    page.setup.people.setFocus(Qt.FocusReason.TabFocusReason)
    for number in (people, dots):
        keys(str(number))
        press(Qt.Key.Key_Tab)
    assert (page.setup.voters, page.setup.dots_each) == (people, dots)


def begin(page: VotingPage, *, people: int = 2, dots: int = 3) -> None:
    """Let the first voter sit down."""
    choose(page, people=people, dots=dots)
    press(ENTER)
    assert page.between.headline.text() == f"Voter 1 of {people}"
    press(ENTER)
    assert page.ballot.choices.hasFocus()


def vote(ballots: Sequence[str]) -> None:
    """Let everybody vote by numbers, from the first open ballot to the one sealed last."""
    for number, ballot in enumerate(ballots):
        if number:
            press(ENTER)
        keys(ballot)
        press(ENTER)


def rows(page: VotingPage) -> list[str]:
    choices = page.ballot.choices
    return [choices.item(row).text() for row in range(choices.count())]


def steps(bench: Workbench) -> list[str]:
    return [step.label for step in bench.document.history.done]


def ranks(bench: Workbench) -> dict[str, int | None]:
    canvas = bench.document.workspace.canvas_by_id["first"]
    return {note.id: note.importance for note in canvas.in_section(Section.PAINS)}


def told(window: QWidget) -> list[str]:
    """Give all that can be read or heard in a window."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # type: ignore[call-overload]
    found = []
    for part in [window, *window.findChildren(QWidget)]:
        if not part.isVisible():
            continue
        found += [part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.statusTip()]
        if isinstance(part, QLabel | QAbstractButton):
            found.append(part.text())
        if isinstance(part, QListWidget):
            found += [part.item(row).text() for row in range(part.count())]
            found.append(str(part.currentRow()))
        face = QAccessible.queryAccessibleInterface(part)
        if face is not None:
            found += [face.text(QAccessible.Text.Name), face.text(QAccessible.Text.Value)]
            found += [
                child.text(QAccessible.Text.Name)
                for child in map(face.child, range(face.childCount()))
                if child is not None
            ]
    return sorted(found)


def written(bench: Workbench, folder: Path) -> list[bytes]:
    """Give every byte beside the file, in journal, state and log, but for the clock."""
    assert bench.document.path is not None
    folders = {folder, bench.document.path.parent, bench.document.recovery_dir, log_folder()}
    files = {each for one in folders for each in one.rglob("*") if each.is_file()}
    return [CLOCK.sub(b"", each.read_bytes()) for each in sorted(files)]


# A vote -----------------------------------------------------------------------------------------------------


def test_everybody_votes_in_turn_and_the_dots_propose_ranks(bench: Workbench, page: VotingPage) -> None:
    begin(page, people=3)
    assert rows(page) == [f"{number}   {text}" for number, text in enumerate(TEXTS, 1)]
    assert page.ballot.left.text() == "3 dots left"
    vote(["113", "11", "3"])
    assert page.between.headline.text() == "All 3 have voted"
    press(ENTER)
    assert page.result.headline.text() == "6 dots given"
    assert page.result.chosen == {"stop": 5, "parts": 3}
    press(ENTER)
    assert not page.isVisible()
    assert ranks(bench) == {"stop": 5, "blame": None, "parts": 3}
    assert steps(bench) == ["Rank 2 notes by votes"]
    assert bench.toast.label.text() == "2 notes ranked by votes."
    QTest.mouseClick(bench.toast.button, Qt.MouseButton.LeftButton)
    assert ranks(bench) == {"stop": None, "blame": None, "parts": None}


def test_dots_are_given_with_arrows_and_space_and_taken_back(page: VotingPage) -> None:
    begin(page, dots=2)
    press(Qt.Key.Key_Down)
    press(SPACE)
    assert page.ballot.left.text() == "1 dot left"
    press(SPACE)
    press(SPACE)
    assert page.ballot.left.text() == "0 dots left"
    press(BACK)
    assert page.ballot.left.text() == "1 dot left"
    keys("9")
    assert page.ballot.left.text() == "No note has this number."
    keys("x")
    press(BACK)
    assert page.ballot.left.text() == "2 dots left"


def test_the_mouse_alone_does_as_well(bench: Workbench, page: VotingPage) -> None:
    choose(page, people=2, dots=1)
    QTest.mouseClick(page.setup.start, Qt.MouseButton.LeftButton)
    for number in (0, 1):
        QTest.mouseClick(page.between.buttons[0], Qt.MouseButton.LeftButton)
        choices = page.ballot.choices
        place = choices.visualItemRect(choices.item(number)).center()
        QTest.mouseClick(choices.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseClick(page.ballot.give, Qt.MouseButton.LeftButton)
        assert page.ballot.left.text() == "0 dots left"
        QTest.mouseClick(page.ballot.seal, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.between.buttons[0], Qt.MouseButton.LeftButton)
    assert page.result.chosen == {"stop": 5, "blame": 5}
    QTest.mouseClick(page.result.apply, Qt.MouseButton.LeftButton)
    assert ranks(bench) == {"stop": 5, "blame": 5, "parts": None}


def test_with_more_than_nine_notes_two_digits_choose(bench: Workbench) -> None:
    more = [Note(section=Section.PAINS, text=f"Pain {n}", x=900, y=700 + 80 * n) for n in range(8)]
    bench.document.reset(add_notes(bench.document.workspace, "first", more))
    bench.selection.show_canvas("first")
    bench.view.setFocus()
    press(Qt.Key.Key_D, CTRL | SHIFT)
    page = bench.room.voting
    begin(page)
    assert rows(page)[0].startswith("01 ")
    assert rows(page)[10].startswith("11 ")
    keys("1")
    assert page.ballot.left.text() == "3 dots left; one more digit"
    press(BACK)
    assert page.ballot.left.text() == "3 dots left"
    keys("11")
    assert page.ballot.left.text() == "2 dots left"


def test_ties_are_told_in_words_and_a_proposal_can_be_changed(bench: Workbench, page: VotingPage) -> None:
    begin(page)
    vote(["12", "3"])
    press(ENTER)
    ties = [part.text() for part in page.result.findChildren(QLabel) if "tied" in part.text()]
    assert ties == ["tied with 2 others"] * 3
    field = page.result.ranks["blame"]
    assert field.accessibleName() == "Importance of “Nobody knows why”"
    field.setFocus()
    keys("4")
    field.activated.emit(field.currentIndex())
    lower = page.result.ranks["parts"]
    lower.setFocus()
    press(Qt.Key.Key_Home)
    assert page.result.chosen == {"stop": 5, "blame": 4}
    page.result.apply.setFocus()
    press(ENTER)
    assert ranks(bench) == {"stop": 5, "blame": 4, "parts": None}


def test_dots_are_shown_only_where_that_was_asked_for(page: VotingPage) -> None:
    page.setup.shown.setFocus()
    press(SPACE)
    begin(page)
    keys("113")
    assert rows(page)[0] == f"1   {TEXTS[0]}   ●●"
    press(BACK)
    assert rows(page)[2] == f"3   {TEXTS[2]}"
    press(ENTER)
    press(ENTER)
    assert not any("●" in row for row in rows(page))


# Sealed -----------------------------------------------------------------------------------------------------


def session(page: VotingPage, bench: Workbench, folder: Path, ballots: Sequence[str]) -> list[object]:
    """Give all that is told and written at each moment of a vote."""
    moments: list[object] = []

    def look() -> None:
        moments.append((page.progress_text, told(bench.window), written(bench, folder)))

    begin(page)
    for number, ballot in enumerate(ballots):
        if number:
            press(ENTER)
        for digit in ballot:
            keys(digit)
            look()
        press(ENTER)
        look()
    press(ENTER)
    look()
    press(ENTER)
    look()
    return moments


def test_nothing_tells_one_ballot_from_another(bench: Workbench, page: VotingPage, own_folders: Path) -> None:
    """The same dots by other people: on the screen, to a screen reader and on the disk all is the same."""
    running = Session(id="now", began=datetime(2026, 1, 1, tzinfo=UTC))
    present, path = evolve(bench.document.workspace, sessions=(running,)), bench.document.path
    told_then = []
    for ballots in (["1", "2"], ["113", "232"], ["232", "113"]):  # the first builds what is built once
        bench.document.reset(present, path)
        bench.selection.show_canvas("first")
        bench.view.setFocus()
        press(Qt.Key.Key_D, CTRL | SHIFT)
        moments = session(page, bench, own_folders, ballots)
        assert ranks(bench)["stop"] is not None
        told_then.append(moments)
        bench.toast.dismiss()
        bench.document.undo()
    _, one, other = told_then
    assert len(one) == len(other) == 10
    for before, after in zip(one, other, strict=True):
        assert before == after


def test_the_count_goes_into_the_session_that_runs_with_ranks_or_without(
    bench: Workbench, page: VotingPage
) -> None:
    running = Session(id="now", began=datetime(2026, 1, 1, tzinfo=UTC))
    bench.document.commit("Begin", evolve(bench.document.workspace, sessions=(running,)))
    begin(page)
    vote(["12", "1"])
    press(ENTER)
    assert page.result.keep.isVisible()
    QTest.mouseClick(page.result.keep, Qt.MouseButton.LeftButton)
    (record,) = bench.document.workspace.sessions
    (kept,) = record.votes
    assert [(count.text, count.dots) for count in kept.counts] == [
        (TEXTS[0], 2),
        (TEXTS[1], 1),
        (TEXTS[2], 0),
    ]
    assert steps(bench)[-1] == "Keep vote"
    assert set(ranks(bench).values()) == {None}


# Going back -------------------------------------------------------------------------------------------------


def test_esc_goes_back_a_stage_and_never_to_a_sealed_ballot(page: VotingPage) -> None:
    begin(page)
    keys("1")
    press(ESC)
    assert page.between.headline.text() == "Voter 1 of 2"
    press(ENTER)
    assert page.ballot.left.text() == "3 dots left"
    press(ESC)
    press(ESC)
    assert page.stages.currentWidget() is page.setup
    press(ENTER)
    press(ENTER)
    vote(["1"])
    press(ESC)
    assert page.between.headline.text() == "Leave the vote?"
    assert page.between.said.text() == "1 sealed ballot would be lost."
    press(ESC)
    assert page.between.headline.text() == "Voter 2 of 2"
    assert page.isVisible()


def test_the_last_voter_can_vote_again_until_the_next_one_begins(page: VotingPage) -> None:
    begin(page)
    vote(["111"])
    again = page.between.buttons[1]
    assert again.text() == "The last voter votes &again"
    press(Qt.Key.Key_Tab)
    assert again.hasFocus()
    press(ENTER)
    assert page.ballot.headline.text() == "Voter 1 of 2"
    assert page.ballot.left.text() == "3 dots left"
    vote(["22"])
    press(ENTER)
    press(ESC)
    assert [button.text() for button in page.between.buttons] == ["Be&gin"]
    press(ENTER)
    keys("3")
    press(ENTER)
    press(ENTER)
    assert page.result.chosen == {"blame": 5, "parts": 3}
    press(ESC)
    assert [button.text() for button in page.between.buttons] == ["Show the res&ult"]


def test_leaving_in_the_middle_is_asked_in_the_page_itself(bench: Workbench, page: VotingPage) -> None:
    begin(page)
    vote(["1"])
    QTest.mouseClick(page.close_button, Qt.MouseButton.LeftButton)
    assert QApplication.activeModalWidget() is None
    assert page.between.headline.text() == "Leave the vote?"
    press(ENTER)
    assert page.between.headline.text() == "Voter 2 of 2"
    QTest.mouseClick(page.close_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.between.buttons[1], Qt.MouseButton.LeftButton)
    assert not page.isVisible()
    assert steps(bench) == []
    press(Qt.Key.Key_D, CTRL | SHIFT)
    assert page.stages.currentWidget() is page.setup


def test_a_vote_waits_while_one_looks_at_the_canvas(bench: Workbench, page: VotingPage) -> None:
    begin(page)
    vote(["1"])
    press(ENTER)
    keys("2")
    press(Qt.Key.Key_D, CTRL | SHIFT)
    assert not page.isVisible()
    assert page.ballot.choices.count() == 0
    bench.view.setFocus()
    press(Qt.Key.Key_D, CTRL | SHIFT)
    assert page.between.headline.text() == "Voter 2 of 2"
    press(ENTER)
    assert page.ballot.left.text() == "3 dots left"


def test_those_who_are_there_can_end_the_vote(page: VotingPage) -> None:
    begin(page, people=9)
    vote(["1"])
    assert len(page.between.buttons) == 2  # of a single ballot there is no sum
    press(ENTER)
    vote(["1"])
    assert page.between.buttons[2].text() == "E&nd the vote here"
    page.between.buttons[2].setFocus()
    press(SPACE)
    assert page.between.headline.text() == "All 2 have voted"
    press(ENTER)
    assert page.result.chosen == {"stop": 5}


def test_an_enter_that_is_held_down_goes_no_further(page: VotingPage) -> None:
    begin(page)
    keys("1")
    press(ENTER)
    held = QKeyEvent(QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(QApplication.focusWidget(), held)
    assert page.between.headline.text() == "Voter 2 of 2"
    assert page.between.isVisible()


# What is voted on -------------------------------------------------------------------------------------------


def test_covered_notes_are_revealed_first(bench: Workbench) -> None:
    bench.document.commit("Cover", cover(bench.document.workspace, ["stop", "blame"], covered=True))
    press(Qt.Key.Key_D, CTRL | SHIFT)
    page = bench.room.voting
    assert page.setup.said.text() == "2 notes of this section cannot be read yet."
    assert not page.setup.start.isEnabled()
    press(ENTER)
    assert page.stages.currentWidget() is page.setup
    QTest.mouseClick(page.setup.reveal, Qt.MouseButton.LeftButton)
    assert page.setup.said.text() == "3 notes to choose from."
    assert steps(bench)[-1] == "Reveal 2 notes"
    press(ENTER)
    assert page.between.isVisible()


def test_a_single_note_leaves_nothing_to_choose(page: VotingPage) -> None:
    page.setup.sections.findChildren(QAbstractButton)[0].click()
    assert page.heading.text() == "Dot voting: Customer jobs"
    assert page.setup.said.text() == "1 note: nothing to choose from."
    assert not page.setup.start.isEnabled()


def test_a_note_covered_in_the_middle_of_a_vote_is_not_read_out(bench: Workbench, page: VotingPage) -> None:
    begin(page)
    bench.document.commit("Cover", cover(bench.document.workspace, ["stop"], covered=True))
    assert rows(page)[0] == "1   Covered note"


def test_another_document_ends_the_vote(bench: Workbench, page: VotingPage) -> None:
    begin(page)
    vote(["1"])
    bench.document.reset(bench.document.workspace)
    assert not page.isVisible()
    assert page.progress_text == ""


def test_others_are_told_only_how_many_have_voted(qtbot: QtBot, page: VotingPage) -> None:
    heard: list[str] = []
    page.progress.connect(heard.append)
    begin(page)
    vote(["12", "3"])
    press(ENTER)
    press(ENTER)
    assert heard == ["0 of 2 have voted", "1 of 2 have voted", "2 of 2 have voted", ""]


def test_every_control_has_a_name(page: VotingPage) -> None:
    def nameless() -> list[str]:
        return [
            type(part).__name__
            for part in page.findChildren(QWidget)
            if part.isVisible()
            and part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        ]

    assert nameless() == []
    begin(page)
    assert nameless() == []
    vote(["12", "3"])
    assert nameless() == []
    press(ENTER)
    assert nameless() == []


def test_tab_stays_on_the_page_with_a_ballot_that_is_being_filled_in(
    bench: Workbench, page: VotingPage
) -> None:
    bench.room.timer.start(5)
    for before_a_room in (False, True):
        if before_a_room:
            press(ESC)
            press(ESC)
            press(Qt.Key.Key_F5)
            press(Qt.Key.Key_D, CTRL | SHIFT)
        begin(page)
        keys("1")
        seen = set()
        for forward in [True] * 6 + [False] * 9:
            press(Qt.Key.Key_Tab) if forward else press(Qt.Key.Key_Backtab, SHIFT)
            seen.add(QApplication.focusWidget())
        ballot = page.ballot
        assert seen == {ballot.choices, ballot.give, ballot.back, ballot.seal, page.close_button}
        assert page.isVisible()
        assert ballot.left.text() == "2 dots left"
        bench.room.timer.add(1)
    press(ESC)
    press(ESC)
    press(Qt.Key.Key_F5)


def test_on_a_small_screen_the_questions_scroll_instead_of_lying_over_each_other(
    bench: Workbench, page: VotingPage
) -> None:
    bench.window.setMinimumSize(1, 1)
    bench.window.resize(683, 384)
    QApplication.processEvents()
    setup = page.setup
    asked = [setup.sections, setup.people, setup.dots, setup.shown, setup.start]
    for part in asked:
        assert part.height() >= part.minimumSizeHint().height()
    lows = [part.mapTo(setup, part.rect().bottomLeft()).y() for part in asked]
    tops = [part.mapTo(setup, part.rect().topLeft()).y() for part in asked]
    assert all(low < top for low, top in zip(lows, tops[1:], strict=False))


def test_the_number_of_people_is_the_one_that_was_typed(page: VotingPage) -> None:
    for typed, meant in (("2", 2), ("25", 25), ("1", 2), ("0", 2), ("7", 7)):
        page.setup.people.lineEdit().selectAll()
        keys(typed)
        assert page.setup.voters == meant
    press(Qt.Key.Key_Down)
    assert page.setup.voters == 8
    press(ENTER)
    assert page.between.headline.text() == "Voter 1 of 8"


def test_before_a_room_the_result_is_large(bench: Workbench, page: VotingPage) -> None:
    def letters() -> int:
        begin(page)
        vote(["1", "2"])
        press(ENTER)
        words = [part for part in page.result.findChildren(QLabel) if part.text() == TEXTS[0]]
        return words[-1].fontInfo().pixelSize()

    usual = letters()
    press(ENTER)
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_D, CTRL | SHIFT)
    assert letters() >= max(usual + 1, round(0.04 * bench.window.height()))
    press(ENTER)
    press(Qt.Key.Key_F5)


def test_before_a_room_the_timer_is_seen_on_the_page_and_never_takes_the_keyboard(bench: Workbench) -> None:
    press(Qt.Key.Key_F5)
    bench.bound["timer.start.5"].trigger()
    press(Qt.Key.Key_D, CTRL | SHIFT)
    page = bench.room.voting
    assert page.clock.isVisible()
    assert page.clock.accessibleName().startswith("Timer: ")
    begin(page)
    bench.room.timer.add(1)
    assert page.ballot.choices.hasFocus()
    bench.room.timer.stop()
    assert not page.clock.isVisible()
    bench.room.timer.start(5)
    bench.bound["room.present"].trigger()
    assert not page.clock.isVisible()  # the tool bar shows it
