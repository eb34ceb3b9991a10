"""Timer, agenda and sessions in a whole window: by key, by menu, by palette."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasdesk.editing.agenda import running
from canvasdesk.model.sections import Section
from canvasdesk.model.sessions import AgendaStep, Covering, Frame
from canvasdesk.model.value import evolve
from canvasdesk.panels.session_panel import SessionPanel
from canvasdesk.session.document import Document
from canvasdesk.session.settings import TIMER_SOUND, Settings
from canvasdesk.windows.timer_chip import TimerChip
from canvasdesk.windows.workbench import Workbench

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
STEPS = (
    AgendaStep(id="write", title="Silence", frame=Frame.PAINS, minutes=8, covering=Covering.COVER),
    AgendaStep(id="read", title="Together", frame=Frame.PAINS, covering=Covering.UNCOVER),
)


@pytest.fixture
def document(document: Document) -> Document:
    document.commit("Plan", evolve(document.workspace, agenda=STEPS))
    return document


def key(
    bench: Workbench, pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or bench.window, pressed, modifiers)


def run(bench: Workbench, *ids: str) -> None:
    for each in ids:
        assert bench.bound[each].isEnabled(), each
        bench.bound[each].trigger()


def test_keys_walk_through_the_agenda(bench: Workbench) -> None:
    key(bench, Qt.Key.Key_PageDown, SHIFT)
    assert bench.room.facilitation.step_id == "write"
    assert bench.document.workspace.view.covering == (Section.PAINS,)
    assert bench.room.timer.seconds == 480
    key(bench, Qt.Key.Key_PageDown, SHIFT)
    assert bench.document.workspace.view.covering == ()
    assert not bench.room.timer.is_set
    key(bench, Qt.Key.Key_PageDown, SHIFT)
    assert bench.toast.label.text() == "This was the last step of the agenda."
    key(bench, Qt.Key.Key_PageUp, SHIFT)
    assert bench.room.facilitation.step_id == "write"
    run(bench, "agenda.end")
    assert bench.room.facilitation.step is None
    assert not bench.bound["agenda.end"].isEnabled()
    assert bench.bound["agenda.next"].isEnabled()


def test_keys_lengthen_shorten_pause_and_end_the_timer(bench: Workbench) -> None:
    assert not bench.bound["timer.more"].isEnabled()
    run(bench, "timer.start.5")
    timer = bench.room.timer
    key(bench, Qt.Key.Key_Plus, CTRL | ALT)
    assert timer.seconds == 360
    key(bench, Qt.Key.Key_Minus, CTRL | ALT)
    assert timer.seconds == 300
    key(bench, Qt.Key.Key_P, CTRL | ALT)
    assert timer.paused
    assert bench.bound["timer.toggle"].isChecked()
    key(bench, Qt.Key.Key_P, CTRL | ALT)
    assert timer.runs
    assert not bench.bound["timer.toggle"].isChecked()
    timer.pause()  # by a click on its face, for one
    assert bench.bound["timer.toggle"].isChecked()
    key(bench, Qt.Key.Key_0, CTRL | ALT)
    assert not timer.is_set
    assert not bench.bound["timer.stop"].isEnabled()
    assert bench.view.hasFocus()


@pytest.mark.parametrize("minutes", [1, 3, 5, 10, 15])
def test_the_menu_has_the_usual_times(bench: Workbench, minutes: int) -> None:
    run(bench, f"timer.start.{minutes}")
    assert bench.room.timer.seconds == 60 * minutes


def test_another_time_is_asked_for_without_a_dialog(bench: Workbench) -> None:
    run(bench, "timer.start.other")
    assert QApplication.activeModalWidget() is None
    QTest.keyClicks(QApplication.focusWidget(), "25")
    key(bench, Qt.Key.Key_Return)
    assert bench.room.timer.seconds == 25 * 60
    assert bench.view.hasFocus()
    run(bench, "timer.start.other")
    key(bench, Qt.Key.Key_Escape)
    assert bench.room.timer.seconds == 25 * 60
    assert bench.view.hasFocus()


def test_the_palette_starts_a_timer(bench: Workbench) -> None:
    key(bench, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "timer of 10 minutes")
    key(bench, Qt.Key.Key_Return)
    assert bench.room.timer.seconds == 600


def test_the_timer_never_takes_the_caret(bench: Workbench, qtbot: QtBot) -> None:
    key(bench, Qt.Key.Key_P)
    QTest.keyClicks(QApplication.focusWidget(), "Scrap ")
    editor = QApplication.focusWidget()
    for act in ("timer.start.1", "timer.more", "timer.toggle", "timer.toggle", "timer.less"):
        run(bench, act)
    bench.room.timer._since -= 55  # type: ignore[operator]  # as if so many seconds were over
    bench.room.timer.look()
    assert bench.room.timer.last_seconds
    bench.room.timer._since -= 10  # type: ignore[operator]
    bench.room.timer.look()
    assert bench.room.timer.over
    (chip,) = bench.window.findChildren(TimerChip)
    qtbot.waitUntil(chip.isVisible)
    qtbot.mouseClick(chip.face, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is editor
    QTest.keyClicks(editor, "piles up")
    key(bench, Qt.Key.Key_Escape)
    canvas = bench.document.workspace.canvas_by_id["first"]
    assert canvas.in_section(Section.PAINS)[-1].text == "Scrap piles up"


def test_the_agenda_goes_on_while_somebody_writes_a_note(bench: Workbench) -> None:
    key(bench, Qt.Key.Key_P)
    QTest.keyClicks(QApplication.focusWidget(), "Scrap ")
    editor = QApplication.focusWidget()
    key(bench, Qt.Key.Key_PageDown, SHIFT)
    assert bench.room.facilitation.step_id == "write"
    assert QApplication.focusWidget() is editor
    QTest.keyClicks(editor, "piles up")
    key(bench, Qt.Key.Key_Escape)
    canvas = bench.document.workspace.canvas_by_id["first"]
    assert canvas.in_section(Section.PAINS)[-1].text == "Scrap piles up"


def test_it_is_heard_only_where_somebody_wants_that(
    bench: Workbench, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    beeps: list[None] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(None))
    assert not settings.get(TIMER_SOUND)
    run(bench, "timer.start.1")
    bench.room.timer.rang.emit()
    assert beeps == []
    run(bench, "timer.sound")
    assert bench.bound["timer.sound"].isChecked()
    bench.room.timer.rang.emit()
    assert beeps == [None]


def test_a_session_is_begun_ended_and_shown_by_menu(bench: Workbench) -> None:
    assert not bench.bound["session.end"].isEnabled()
    run(bench, "session.begin")
    assert running(bench.document.workspace)
    assert not bench.bound["session.begin"].isEnabled()
    run(bench, "session.end")
    assert not running(bench.document.workspace)
    run(bench, "view.right")
    key(bench, Qt.Key.Key_S, CTRL | ALT)
    panel = bench.window.findChild(SessionPanel)
    assert panel
    assert panel.isVisible()
    assert panel.isAncestorOf(QApplication.focusWidget() or bench.window)
    key(bench, Qt.Key.Key_Escape)
    assert bench.view.hasFocus()


def test_our_agendas_are_in_the_menu_and_can_be_undone(bench: Workbench) -> None:
    run(bench, "agenda.short")
    assert sum(step.minutes for step in bench.document.workspace.agenda) == 45
    run(bench, "agenda.long")
    assert sum(step.minutes for step in bench.document.workspace.agenda) == 90
    key(bench, Qt.Key.Key_Z, CTRL)
    key(bench, Qt.Key.Key_Z, CTRL)
    assert bench.document.workspace.agenda == STEPS


def test_the_agenda_is_in_the_file(bench: Workbench, tmp_path: Path) -> None:
    run(bench, "agenda.long", "session.begin", "session.end")
    bench.document.save(tmp_path / "plan.canvasdesk")
    before = bench.document.workspace
    bench.document.open(tmp_path / "plan.canvasdesk")
    after = bench.document.workspace
    assert (after.agenda, after.sessions) == (before.agenda, before.sessions)


def test_a_screen_reader_finds_the_timer(bench: Workbench) -> None:
    run(bench, "timer.start.5")
    (chip,) = bench.window.findChildren(TimerChip)
    face = QAccessible.queryAccessibleInterface(chip.face)
    assert face.text(QAccessible.Text.Name) == "Timer: 5 minutes left"


def test_the_keyboard_comes_to_the_session_without_ending_it(bench: Workbench) -> None:
    run(bench, "session.begin")
    key(bench, Qt.Key.Key_S, CTRL | ALT)
    panel = bench.window.sides.right.tabs.currentWidget()
    assert isinstance(panel, SessionPanel)
    held = QApplication.focusWidget()
    assert held is not None
    assert panel.isAncestorOf(held)
    assert held is not panel.turn
    for pressed in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        key(bench, pressed)
    assert running(bench.document.workspace)
