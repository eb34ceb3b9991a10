"""The session panel, worked with a real mouse and real keys."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from canvasdesk.editing import agenda
from canvasdesk.editing.agendas import short_agenda
from canvasdesk.layout.style import LIGHT
from canvasdesk.model.sessions import AgendaStep, Attendee, Covering, Frame
from canvasdesk.model.value import evolve, now
from canvasdesk.panels.agenda_list import INSET, NUMBER
from canvasdesk.panels.attendance_part import AttendeeRow
from canvasdesk.panels.session_panel import AGENDA, ATTENDANCE, RECORDS, SessionPanel
from canvasdesk.panels.session_records import MOST, RecordCard
from canvasdesk.session.document import Document
from canvasdesk.session.facilitation import Facilitation
from canvasdesk.session.selection import Selection
from canvasdesk.session.timer import Countdown
from canvasdesk.windows.theme import style_sheet

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
STEPS = (
    AgendaStep(id="jobs", title="Jobs", frame=Frame.JOBS, minutes=8, question="What do they do?"),
    AgendaStep(id="pains", title="Pains", frame=Frame.PAINS, minutes=10, covering=Covering.COVER),
    AgendaStep(id="fit", frame=Frame.FIT),
)


@pytest.fixture
def lead(document: Document, selection: Selection) -> Facilitation:
    return Facilitation(document, selection, Countdown(lambda: 0.0))


@pytest.fixture
def panel(qtbot: QtBot, document: Document, lead: Facilitation) -> SessionPanel:
    panel = SessionPanel(document, lead)
    qtbot.addWidget(panel)
    panel.setStyleSheet(style_sheet(LIGHT))
    panel.resize(284, 900)
    with qtbot.waitActive(panel):
        panel.show()
    return panel


def put(document: Document, **fields: object) -> None:
    document.commit("Put", evolve(document.workspace, **fields))


def rows(panel: SessionPanel) -> list[str]:
    """Give what a screen reader hears of the steps."""
    roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)
    steps = panel.agenda.list
    return [": ".join(steps.item(n).data(role) for role in roles) for n in range(steps.count())]


def held() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(held(), pressed, modifiers)


def ids(document: Document) -> list[str]:
    return [step.id for step in document.workspace.agenda]


def words(panel: QWidget) -> list[str]:
    return [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]


# The agenda.


def test_without_a_step_it_offers_ours_and_takes_them_in_one_step(
    qtbot: QtBot, panel: SessionPanel, document: Document
) -> None:
    assert not panel.agenda.list.isVisible()
    assert any(text.startswith("No agenda yet.") for text in words(panel))
    qtbot.mouseClick(panel.agenda.short, LEFT)
    assert [step.title for step in document.workspace.agenda] == [step.title for step in short_agenda()]
    assert panel.agenda.list.count() == len(short_agenda())
    assert not panel.agenda.short.isVisible()
    assert "11 steps · 45 min" in words(panel)
    document.undo()
    assert panel.agenda.long.isVisible()
    qtbot.mouseClick(panel.agenda.long, LEFT)
    assert "13 steps · 90 min" in words(panel)
    panel.agenda.menu.menu().actions()[0].trigger()
    assert "11 steps · 45 min" in words(panel)


def test_steps_are_listed_with_what_they_show_and_the_one_that_is_on(
    panel: SessionPanel, document: Document, lead: Facilitation
) -> None:
    put(document, agenda=STEPS)
    assert rows(panel) == [
        "Step 1: Jobs: Customer jobs, 8 min",
        "Step 2: Pains: Pains, 10 min, covers",
        "Step 3: Fit: Fit",
    ]
    assert "Not begun. Next begins with the first step." in words(panel)
    lead.begin_step("pains")
    assert rows(panel)[1] == "Step 2: Pains: the room is here, Pains, 10 min, covers"
    assert "At step 2 of 3: Pains" in words(panel)


def test_the_mark_of_the_step_that_is_on_can_be_seen(
    panel: SessionPanel, document: Document, lead: Facilitation
) -> None:
    put(document, agenda=STEPS)
    steps = panel.agenda.list
    steps.setCurrentRow(2)
    place = steps.visualItemRect(steps.item(0))
    place.setWidth(INSET + NUMBER)
    before = drawn(steps, place)
    lead.begin_step("jobs")
    steps.setCurrentRow(2)
    after = drawn(steps, place)
    assert after
    assert after != before


def drawn(steps: QListWidget, place: QRect) -> set[tuple[int, int]]:
    """Give the pixels of a place that are not as its corner is."""
    image = steps.viewport().grab(place).toImage()
    paper = image.pixel(0, 0)
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel for pixel in pixels if image.pixel(*pixel) != paper}


def test_buttons_and_enter_begin_steps(
    qtbot: QtBot, panel: SessionPanel, document: Document, lead: Facilitation
) -> None:
    put(document, agenda=STEPS)
    qtbot.mouseClick(panel.agenda.next, LEFT)
    assert lead.step_id == "jobs"
    qtbot.mouseClick(panel.agenda.next, LEFT)
    assert (lead.step_id, panel.agenda.list.step_id) == ("pains", "pains")
    qtbot.mouseClick(panel.agenda.previous, LEFT)
    assert lead.step_id == "jobs"
    with qtbot.waitSignal(panel.said) as said:
        qtbot.mouseClick(panel.agenda.previous, LEFT)
    assert said.args == ["This is the first step of the agenda."]
    panel.agenda.list.setFocus()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert lead.step_id == "pains"
    key(Qt.Key.Key_Down)
    qtbot.mouseClick(panel.agenda.begin, LEFT)
    assert lead.step_id == "fit"


def test_steps_are_shifted_added_copied_and_deleted_by_key_and_by_mouse(
    qtbot: QtBot, panel: SessionPanel, document: Document
) -> None:
    put(document, agenda=STEPS)
    part = panel.agenda
    part.list.setFocus()
    key(Qt.Key.Key_Down, CTRL)
    assert (ids(document), part.list.step_id) == (["pains", "jobs", "fit"], "jobs")
    qtbot.mouseClick(part.up, LEFT)
    qtbot.mouseClick(part.down, LEFT)
    assert ids(document) == ["pains", "jobs", "fit"]
    qtbot.mouseClick(part.copy, LEFT)
    assert [step.title for step in document.workspace.agenda] == ["Pains", "Jobs", "Jobs", ""]
    assert part.list.currentRow() == 2
    qtbot.mouseClick(part.remove, LEFT)
    assert (ids(document), part.list.step_id) == (["pains", "jobs", "fit"], "fit")
    part.list.setFocus()
    key(Qt.Key.Key_Delete)
    assert (ids(document), part.list.step_id) == (["pains", "jobs"], "jobs")
    key(Qt.Key.Key_Insert)
    QTest.keyClicks(held(), "Break")
    assert [step.title for step in document.workspace.agenda] == ["Pains", "Jobs", "Break"]
    qtbot.mouseClick(part.add, LEFT)
    assert len(ids(document)) == 4


def test_the_fields_of_the_step_that_is_chosen_change_it(
    qtbot: QtBot, panel: SessionPanel, document: Document
) -> None:
    put(document, agenda=STEPS)
    part = panel.agenda
    part.list.choose("pains")
    part.title.setFocus()
    part.title.selectAll()
    QTest.keyClicks(held(), "Aches")
    key(Qt.Key.Key_Tab)
    frame = held()
    assert isinstance(frame, QComboBox)
    assert frame.currentText() == "Pains"
    for choice in part.findChildren(QToolButton):
        if choice.accessibleName() == "Its notes: Reveal":
            qtbot.mouseClick(choice, LEFT)
    (minutes,) = part.findChildren(QAbstractSpinBox)
    minutes.setFocus()
    minutes.selectAll()
    QTest.keyClicks(minutes, "25")
    (question,) = part.findChildren(QPlainTextEdit)
    question.setFocus()
    QTest.keyClicks(question, "Where?")
    step = document.workspace.agenda[1]
    assert (step.title, step.covering, step.minutes, step.question) == (
        "Aches",
        Covering.UNCOVER,
        25,
        "Where?",
    )
    frame.setFocus()
    QTest.keyClicks(frame, "Li")
    QTest.keyClick(frame, Qt.Key.Key_Return)
    frame.activated.emit(frame.currentIndex())
    assert document.workspace.agenda[1].frame is Frame.LINKS
    assert document.workspace.agenda[1].covering is None
    labels = [each.label for each in document.history.done[1:]]
    assert set(labels) == {"Edit step of the agenda"}


def test_a_step_without_minutes_shows_none_and_keeps_none(panel: SessionPanel, document: Document) -> None:
    put(document, agenda=STEPS)
    panel.agenda.list.choose("fit")
    (minutes,) = panel.agenda.findChildren(QAbstractSpinBox)
    assert minutes.text() == "–"
    minutes.setFocus()
    key(Qt.Key.Key_Up)
    key(Qt.Key.Key_Up)
    assert document.workspace.agenda[2].minutes == 1
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    assert document.workspace.agenda[2].minutes == 0


def test_figures_have_room_in_their_field(panel: SessionPanel, document: Document) -> None:
    put(document, agenda=STEPS)
    (minutes,) = panel.agenda.findChildren(QAbstractSpinBox)
    (line,) = minutes.findChildren(QLineEdit)
    assert line.width() > minutes.width() / 2


def test_the_caret_stays_where_somebody_writes_when_a_step_begins(
    panel: SessionPanel, document: Document, lead: Facilitation
) -> None:
    put(document, agenda=STEPS)
    panel.agenda.list.choose("jobs")
    panel.agenda.title.setFocus()
    QTest.keyClick(held(), Qt.Key.Key_End)
    QTest.keyClicks(held(), " fi")
    lead.begin_step("pains")
    QTest.keyClicks(held(), "rst")
    assert [step.title for step in document.workspace.agenda] == ["Jobs first", "Pains", ""]
    assert panel.agenda.list.step_id == "jobs"
    panel.agenda.list.setFocus()
    lead.begin_step("fit")
    assert panel.agenda.list.step_id == "fit"


def test_many_steps_scroll_in_their_list(panel: SessionPanel, document: Document) -> None:
    put(document, agenda=tuple(AgendaStep(title="W" * 500) for _ in range(30)))
    steps = panel.agenda.list
    assert steps.count() == 30
    assert steps.height() < panel.height() / 2
    assert steps.width() <= panel.width()
    assert steps.horizontalScrollBar().maximum() == 0
    steps.setFocus()
    for _ in range(29):
        key(Qt.Key.Key_Down)
    assert steps.viewport().rect().contains(steps.visualItemRect(steps.item(29)))


# Who is there.


def attend(panel: SessionPanel) -> list[tuple[str, str]]:
    shown = panel.attendance.findChildren(AttendeeRow)
    return [(each.name.text(), each.function.text()) for each in shown if each.isVisible()]


def test_enter_adds_one_after_the_other(panel: SessionPanel, document: Document) -> None:
    panel.show_part(ATTENDANCE)
    panel.attendance.name.setFocus()
    for name, function in (("Ann", "Sales"), ("Bo", "Law")):
        QTest.keyClicks(held(), name)
        key(Qt.Key.Key_Tab)
        QTest.keyClicks(held(), function)
        key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return)
    there = document.workspace.attendees
    assert [(each.name, each.function) for each in there] == [("Ann", "Sales"), ("Bo", "Law")]
    assert attend(panel) == [("Ann", "Sales"), ("Bo", "Law")]
    assert "2 attendees" in words(panel)
    assert panel.attendance.name.hasFocus()
    assert [step.label for step in document.history.done] == ["Add attendee"] * 2


def test_people_are_renamed_in_place_and_taken_off_the_list(
    qtbot: QtBot, panel: SessionPanel, document: Document
) -> None:
    put(document, attendees=(Attendee(id="ann", name="Ann"), Attendee(id="bo", name="Bo")))
    panel.show_part(ATTENDANCE)
    ann, bo = panel.attendance.findChildren(AttendeeRow)
    ann.name.setFocus()
    QTest.keyClick(held(), Qt.Key.Key_End)
    QTest.keyClicks(held(), "a")
    key(Qt.Key.Key_Tab)
    QTest.keyClicks(held(), "Sales")
    key(Qt.Key.Key_Return)
    assert panel.attendance.name.hasFocus()
    assert document.workspace.attendees[0] == Attendee(id="ann", name="Anna", function="Sales")
    assert [step.label for step in document.history.done[1:]] == ["Edit attendee"] * 2
    assert ann.remove.accessibleName() == "Take Anna (Sales) off the list"
    ann.remove.setFocus()
    key(Qt.Key.Key_Space)
    assert bo.remove.hasFocus()
    key(Qt.Key.Key_Space)
    assert document.workspace.attendees == ()
    assert panel.attendance.name.hasFocus()


def test_forty_people_fit_into_the_panel(panel: SessionPanel, document: Document) -> None:
    panel.show_part(ATTENDANCE)
    put(document, attendees=tuple(Attendee(name="W" * 90, function="W" * 90) for _ in range(40)))
    shown = panel.attendance.findChildren(AttendeeRow)
    assert len(shown) == 40
    assert all(each.mapTo(panel, each.rect().bottomRight()).x() < panel.width() for each in shown)


# Sessions.


def test_a_session_begins_and_ends_here_and_leaves_a_record(
    qtbot: QtBot, panel: SessionPanel, document: Document
) -> None:
    put(document, agenda=STEPS, attendees=(Attendee(name="Ann", function="Sales"),))
    assert "No session is running" in words(panel)
    qtbot.mouseClick(panel.turn, LEFT)
    assert panel.turn.text() == "End session"
    assert agenda.running(document.workspace)
    qtbot.mouseClick(panel.turn, LEFT)
    assert panel.turn.text() == "Begin session"
    panel.show_part(RECORDS)
    qtbot.waitUntil(lambda: "Ann (Sales)" in words(panel.records))
    shown = words(panel.records)
    assert any("Plant manager" in text and "from 67 % to 67 %" in text for text in shown)
    assert "Jobs · Customer jobs · 8 min\nPains · Pains · 10 min · covers\nFit · Fit" in shown
    (card,) = panel.records.findChildren(RecordCard)
    qtbot.mouseClick(card.remove, LEFT)
    assert document.workspace.sessions == ()
    assert any(text.startswith("No session has ended yet.") for text in words(panel.records))
    assert [step.label for step in document.history.done[1:]] == [
        "Begin session",
        "End session",
        "Delete session record",
    ]


def test_a_session_that_nobody_ended_says_of_which_day_it_is(panel: SessionPanel, document: Document) -> None:
    long_ago = datetime(2026, 1, 2, 9, tzinfo=UTC)
    document.commit("Forget", agenda.begin_session(document.workspace, long_ago))
    assert "Friday, 2 January 2026, since 09:00" in words(panel)


def test_of_many_records_the_newest_are_shown(panel: SessionPanel, document: Document) -> None:
    whole = document.workspace
    for _ in range(MOST + 3):
        whole = agenda.end_session(agenda.begin_session(whole, now()), now())
    document.commit("Meet often", whole)
    panel.show_part(RECORDS)
    assert len(panel.records.findChildren(RecordCard)) == MOST
    assert "and 3 more" in words(panel.records)


def test_a_record_that_stays_is_not_built_again(panel: SessionPanel, document: Document) -> None:
    document.commit("Meet", agenda.end_session(agenda.begin_session(document.workspace, now()), now()))
    panel.show_part(RECORDS)
    before = panel.records.findChildren(QLabel)
    put(document, title="Other")
    assert panel.records.findChildren(QLabel) == before


# All of it.


def test_a_file_for_reading_only_can_be_led_through_and_not_changed(
    panel: SessionPanel, document: Document, lead: Facilitation
) -> None:
    whole = evolve(document.workspace, agenda=STEPS, attendees=(Attendee(name="Ann"),))
    whole = agenda.end_session(agenda.begin_session(whole, now()), now())
    document.commit("Put", whole)
    document.read_only = True
    document.state_changed.emit()
    for part in (AGENDA, ATTENDANCE, RECORDS):
        panel.show_part(part)
        for button in panel.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled() and button.objectName() != "choice":
                assert button in (panel.agenda.begin, panel.agenda.previous, panel.agenda.next)
        fields = [*panel.findChildren(QLineEdit), *panel.findChildren(QPlainTextEdit)]
        for field in fields:
            assert not (field.isVisible() and field.isEnabled()) or field.isReadOnly(), field.accessibleName()
    panel.show_part(AGENDA)
    panel.agenda.list.setFocus()
    key(Qt.Key.Key_Return)
    assert lead.step_id == "jobs"
    key(Qt.Key.Key_Delete)
    assert document.workspace is whole


def test_all_controls_have_names_and_room_and_no_label_takes_markup(
    panel: SessionPanel, document: Document
) -> None:
    whole = evolve(document.workspace, agenda=STEPS, attendees=(Attendee(name="<b>Ann</b>"),))
    whole = agenda.end_session(agenda.begin_session(whole, now()), now())
    document.commit("Put", whole)
    kinds = (QPushButton, QToolButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QListWidget)
    for part in (AGENDA, ATTENDANCE, RECORDS):
        panel.show_part(part)
        for kind in kinds:
            for each in panel.findChildren(kind):
                own = each.objectName() != "qt_spinbox_lineedit"
                if own and each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    text = each.text() if isinstance(each, QPushButton) else ""
                    assert each.accessibleName() or text, each
                    assert min(each.width(), each.height()) >= 24, each.accessibleName()
                    right = each.mapTo(panel, each.rect().topRight()).x()
                    assert right <= panel.width(), each.accessibleName()
        assert {label.textFormat() for label in panel.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_everything_is_reached_with_tab(panel: SessionPanel, document: Document) -> None:
    put(document, agenda=STEPS)
    panel.turn.setFocus()
    reached = []
    for _ in range(30):
        reached.append(held())
        key(Qt.Key.Key_Tab)
    part = panel.agenda
    for each in (part.add, part.begin, part.next, part.list, part.up, part.copy, part.title):
        assert each in reached


def test_undo_in_a_field_is_that_of_the_document(panel: SessionPanel, document: Document) -> None:
    put(document, agenda=STEPS)
    panel.agenda.title.setFocus()
    QTest.keyClicks(held(), "x")
    QTest.keySequence(held(), QKeySequence(QKeySequence.StandardKey.Undo))
    assert "x" in panel.agenda.title.text()
    document.undo()
    assert "x" not in panel.agenda.title.text()


def test_from_right_to_left_everything_is_mirrored(
    qtbot: QtBot, panel: SessionPanel, document: Document
) -> None:
    put(document, agenda=STEPS, attendees=(Attendee(name="נועה"),))
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    panel.show_part(ATTENDANCE)
    (row,) = panel.attendance.findChildren(AttendeeRow)
    qtbot.waitUntil(lambda: row.name.x() > row.function.x() > row.remove.x())


def test_hidden_it_follows_nothing_and_catches_up(panel: SessionPanel, document: Document) -> None:
    panel.hide()
    put(document, agenda=STEPS)
    assert panel.agenda.list.count() == 0
    panel.show()
    assert panel.agenda.list.count() == 3
