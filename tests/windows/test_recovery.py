"""The card that offers what dead programs left unsaved, worked by mouse and keyboard."""

import os
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk import words
from canvasdesk.editing.notes import rank
from canvasdesk.layout.style import LIGHT
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.recovered import Recovered
from canvasdesk.storage.files import save
from canvasdesk.storage.recovery import recoverable
from canvasdesk.windows.recovery import Recovery
from canvasdesk.windows.recovery_row import RecoveryRow
from tests.session.crashes import left_behind

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


@pytest.fixture
def recovery(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


@pytest.fixture
def leave(workspace: Workspace, recovery: Path, tmp_path: Path) -> Callable[..., Path]:
    """Give the function that lets a program die with changes of a named file, or of a new canvas."""
    moments = count(time.time())  # a second between one and the next: a disk's clock may be coarse

    def leave(name: str, *, in_file: bool = True) -> Path:
        saved = evolve(workspace, title=name)
        file = tmp_path / f"{name}.canvasdesk" if in_file else None
        folder = left_behind(recovery, saved, rank(saved, ["stop"], 5), file)
        for path in folder.iterdir():
            os.utime(path, (time.time(), next(moments)))
        return folder

    return leave


@pytest.fixture
def restored() -> list[str]:
    return []


@pytest.fixture
def offer(host: QWidget, recovery: Path, restored: list[str]) -> Callable[[], Recovery]:
    def offer() -> Recovery:
        card = Recovery(host, LIGHT, recoverable(recovery))
        card.restored.connect(lambda work: restored.append(work.loaded.workspace.title))
        card.ask()
        return card

    return offer


def named(card: Recovery, name: str) -> QPushButton:
    return next(
        each for each in card.findChildren(QPushButton) if name in (each.accessibleName(), each.text())
    )


def click(card: Recovery, name: str) -> None:
    QTest.mouseClick(named(card, name), Qt.MouseButton.LeftButton)


def press(*keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def focused() -> str:
    held = QApplication.focusWidget()
    return held.accessibleName() or held.text() if isinstance(held, QPushButton) else ""


def row(card: Recovery, name: str) -> RecoveryRow:
    return next(each for each in card.findChildren(RecoveryRow) if each.name == name)


def texts(card: Recovery) -> list[str]:
    return [each.text() for each in card.findChildren(QLabel) if each.isVisibleTo(card)]


def test_one_piece_is_restored_with_a_single_key(
    leave: Callable[..., Path], offer: Callable[[], Recovery], restored: list[str]
) -> None:
    folder = leave("Plan")
    card = offer()
    assert focused() == "Restore “Plan”"
    assert not named(card, "Restore &all").isVisible()
    press(ENTER)
    assert (restored, card.isVisible()) == (["Plan"], False)
    assert folder.exists(), "whoever restores it has to keep it first"


def test_a_row_says_what_it_is_and_what_came_after_the_last_save(
    leave: Callable[..., Path], offer: Callable[[], Recovery], qtbot: QtBot, tmp_path: Path
) -> None:
    leave("Plan")
    leave("Idea", in_file=False)
    card = offer()
    qtbot.waitUntil(lambda: "1 note ranked" in texts(card))
    assert {"Plan", "Idea", "Not in a file yet"} <= {*texts(card)}
    assert sum("today" in text and "1 change" in text for text in texts(card)) == 2
    said = QAccessible.queryAccessibleInterface(row(card, "Plan").restore)
    told = said.text(QAccessible.Text.Description)
    assert str(tmp_path / "Plan.canvasdesk") in told
    assert "1 note ranked" in told


def test_each_row_shows_a_picture(
    leave: Callable[..., Path], offer: Callable[[], Recovery], qtbot: QtBot
) -> None:
    leave("Plan")
    leave("Idea", in_file=False)
    card = offer()

    def pictures() -> int:
        return sum(not each.pixmap().isNull() for each in card.findChildren(QLabel))

    qtbot.waitUntil(lambda: pictures() == 2)


def test_a_changed_file_is_told(
    leave: Callable[..., Path],
    offer: Callable[[], Recovery],
    workspace: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    leave("Plan")
    save(tmp_path / "Plan.canvasdesk", evolve(workspace, title="Theirs"), recovery_dir=tmp_path)
    card = offer()
    qtbot.waitUntil(lambda: any("changed since" in text for text in texts(card)))


def test_several_are_restored_at_once_the_latest_last(
    leave: Callable[..., Path], offer: Callable[[], Recovery], restored: list[str]
) -> None:
    for name in ("One", "Two", "Three"):
        leave(name)
    card = offer()
    click(card, "Restore &all")
    assert (restored, card.isVisible()) == (["One", "Two", "Three"], False)


def test_after_one_of_several_the_keyboard_is_on_the_next(
    leave: Callable[..., Path], offer: Callable[[], Recovery], restored: list[str]
) -> None:
    leave("One")
    leave("Two")
    card = offer()
    press(ENTER)
    assert (restored, focused()) == (["Two"], "Restore “One”")
    assert card.isVisible()


def test_what_is_discarded_goes_when_the_button_says_so_and_can_be_kept_until_then(
    leave: Callable[..., Path], offer: Callable[[], Recovery], restored: list[str]
) -> None:
    wanted, unwanted = leave("Wanted"), leave("Unwanted")
    card = offer()
    click(card, "Discard “Unwanted”")
    click(card, "Discard “Wanted”")
    assert "To be deleted" in texts(card)
    assert not named(card, "Restore “Wanted”").isEnabled()
    click(card, "Keep “Wanted”")
    assert named(card, "Restore “Wanted”").isEnabled()
    assert wanted.exists()
    assert unwanted.exists()
    click(card, "&Delete 1 and close")
    assert (wanted.exists(), unwanted.exists()) == (True, False)
    assert (restored, card.isVisible()) == ([], False)


@pytest.mark.parametrize("leaving", ["Esc", "Later"])
def test_later_keeps_everything(
    leave: Callable[..., Path], offer: Callable[[], Recovery], leaving: str
) -> None:
    folder = leave("Plan")
    card = offer()
    if leaving == "Esc":
        click(card, "Discard “Plan”")
        press(ESC)
    else:
        click(card, "&Later")
    assert not card.isVisible()
    assert folder.exists()


def test_restore_all_leaves_what_is_to_be_discarded(
    leave: Callable[..., Path], offer: Callable[[], Recovery], restored: list[str]
) -> None:
    for name in ("One", "Two", "Three"):
        leave(name)
    card = offer()
    click(card, "Discard “Two”")
    click(card, "Restore &all")
    assert (restored, card.isVisible()) == (["One", "Three"], True)
    assert focused() == "Keep “Two”"


def test_a_damaged_journal_can_only_be_discarded(
    leave: Callable[..., Path], offer: Callable[[], Recovery]
) -> None:
    folder = leave("Plan")
    next(folder.glob("base-*")).write_bytes(b"{")
    card = offer()
    assert not named(card, "Restore “Plan”").isEnabled()
    assert any("“Plan” cannot be opened" in text for text in texts(card))
    assert focused() == "Discard “Plan”"
    press(ENTER, TAB, ENTER)
    assert not folder.exists()


def test_the_keyboard_begins_with_what_can_be_restored(
    leave: Callable[..., Path], offer: Callable[[], Recovery]
) -> None:
    leave("Plan")
    next(leave("Damaged").glob("base-*")).write_bytes(b"{")
    offer()
    assert focused() == "Restore “Plan”"


def test_tab_reaches_every_button_of_many(leave: Callable[..., Path], offer: Callable[[], Recovery]) -> None:
    for number in range(12):
        leave(f"Plan {number}")
    card = offer()
    reached = set()
    for _ in range(2 * 12 + 2):
        reached.add(focused())
        held = QApplication.focusWidget()
        assert not held.visibleRegion().isEmpty(), "what has the keyboard is in sight"
        press(TAB)
    assert len(reached) == 2 * 12 + 2
    assert card.parentWidget()


def test_long_names_and_those_from_right_to_left_keep_the_card_as_wide(
    leave: Callable[..., Path], offer: Callable[[], Recovery]
) -> None:
    leave("Plan")
    width = row(offer(), "Plan").sizeHint().width()
    leave("W" * 200)
    leave("خطة العمل", in_file=False)
    card = offer()
    assert {each.sizeHint().width() for each in card.findChildren(RecoveryRow)} == {width}
    assert row(card, "خطة العمل").restore.accessibleName() == "Restore “\u2068خطة العمل\u2069”"


def test_in_a_foreign_language_nothing_stays_english(
    leave: Callable[..., Path], offer: Callable[[], Recovery]
) -> None:
    leave("1234", in_file=False)
    leave("5678", in_file=False)
    words.use(lambda _context, text, _comment, _count: f"⟦{text}⟧")
    try:
        card = offer()
        click(card, "⟦Discard⟧")
        said = {*texts(card), *(each.text() for each in card.findChildren(QPushButton))}
        assert {
            text for text in said if any(letter.isalpha() for letter in text) and "⟦" not in text
        } == set()
    finally:
        words.use(None)


def test_what_is_recovered_carries_its_file(
    leave: Callable[..., Path], recovery: Path, host: QWidget, tmp_path: Path
) -> None:
    leave("Plan")
    card, given = Recovery(host, LIGHT, recoverable(recovery)), list[Recovered]()
    card.restored.connect(given.append)
    card.ask()
    press(ENTER)
    assert [work.path for work in given] == [tmp_path / "Plan.canvasdesk"]
