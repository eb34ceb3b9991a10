"""Presenting with real keys and the mouse: one walks, writes and ranks before a room, and gets back."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from canvasdesk.drawing.colour import contrast
from canvasdesk.drawing.fitting import NOTE_TEXT, fit_note
from canvasdesk.drawing.frame import FrameLook
from canvasdesk.editing.notes import edit_notes
from canvasdesk.layout.projection import CAPITAL, HEADING, least_letters
from canvasdesk.layout.style import ROOM
from canvasdesk.layout.wall import AIR
from canvasdesk.model.sections import Section
from canvasdesk.model.sessions import Frame
from canvasdesk.session.settings import PICTURE_HEIGHT, ROOM_DEPTH, Settings
from canvasdesk.session.stops import Stop
from canvasdesk.windows.corner_timer import CornerTimer
from canvasdesk.windows.workbench import Workbench

LINES = "Parts come\ntoo late and\nnobody\nknows why"
KEYS = Qt.Key

pytestmark = pytest.mark.usefixtures("still")


@pytest.fixture
def bench(bench: Workbench) -> Workbench:
    """Give the window with the first canvas shown."""
    bench.selection.show_canvas("first")
    return bench


@pytest.fixture
def before_a_room(bench: Workbench) -> Workbench:
    press(KEYS.Key_F5)
    bench.window.resize(1920, 1080)
    QApplication.processEvents()
    return bench


def press(*keys: Qt.Key, shift: bool = False, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    held |= Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, held)


def write(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def texts(bench: Workbench, section: Section) -> list[str]:
    canvas = bench.document.workspace.canvas_by_id["first"]
    return [note.text for note in canvas.in_section(section)]


def frame(bench: Workbench) -> FrameLook:
    look = bench.scene.look
    assert isinstance(look, FrameLook)
    return look


def test_only_the_canvas_is_left_and_everything_comes_back(bench: Workbench) -> None:
    around = bench.window.menuBar(), bench.window.tool_bar, bench.window.statusBar(), bench.window.sides.right
    assert all(part.isVisible() for part in around)
    press(KEYS.Key_F5)
    assert bench.window.isFullScreen()
    assert not any(part.isVisible() for part in around)
    QApplication.processEvents()
    assert bench.view.size() == bench.window.size()
    assert bench.scene.theme is ROOM
    assert bench.room.stage.present.line.isVisible()
    assert bench.bound["room.present"].isChecked()
    press(KEYS.Key_F5)
    assert not bench.window.isFullScreen()
    assert all(part.isVisible() for part in around)
    assert bench.scene.theme is bench.appearance.theme
    assert bench.room.stage.present.line.isHidden()
    assert bench.view.hasFocus()


def test_a_panel_comes_where_it_is_asked_for(before_a_room: Workbench) -> None:
    sides = before_a_room.window.sides
    press(KEYS.Key_I, ctrl=True)
    assert sides.right.isVisible()
    assert not sides.left.isVisible()
    press(KEYS.Key_F9, shift=True)
    assert not sides.right.isVisible()
    before_a_room.bound["segment.rename"].trigger()
    assert sides.left.isVisible()
    press(KEYS.Key_Escape)
    before_a_room.view.setFocus()
    press(KEYS.Key_F5)
    assert sides.left.isVisible()


def test_escape_goes_out_step_by_step(before_a_room: Workbench) -> None:
    bench = before_a_room
    press(KEYS.Key_PageDown, KEYS.Key_PageDown)
    bench.selection.select(["stop"])
    press(KEYS.Key_Escape)
    assert bench.selection.ids == frozenset()
    assert bench.selection.stop.frame is Frame.PAINS
    press(KEYS.Key_Escape)
    assert bench.selection.stop.frame is Frame.OVERVIEW
    assert bench.room.stage.presenting
    press(KEYS.Key_Escape)
    assert not bench.room.stage.presenting


def test_the_walk_leads_through_everything_and_back(before_a_room: Workbench) -> None:
    seen = [before_a_room.selection.stop.frame]
    for _ in range(40):
        press(KEYS.Key_PageDown)
        if before_a_room.selection.stop.frame is not seen[-1]:
            seen.append(before_a_room.selection.stop.frame)
    assert seen == [each for each in Frame if each is not Frame.BUSINESS_MODEL]
    for _ in range(40):
        press(KEYS.Key_PageUp)
    assert before_a_room.selection.stop.frame is Frame.OVERVIEW


def test_the_walk_goes_on_while_the_caret_is_in_the_line(before_a_room: Workbench) -> None:
    press(KEYS.Key_P)
    write("Half a no")
    press(KEYS.Key_PageDown)
    line = before_a_room.room.stage.present.line
    assert before_a_room.selection.stop.frame is Frame.JOBS
    assert line.field.hasFocus()
    assert line.field.text() == "Half a no"


def test_notes_are_captured_with_one_key_beyond_their_text(before_a_room: Workbench) -> None:
    bench, steps = before_a_room, len(before_a_room.document.history.done)
    press(KEYS.Key_J)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    for said in ("First", "Second"):
        write(said)
        press(KEYS.Key_Return)
    press(KEYS.Key_Tab)
    write("Third")
    press(KEYS.Key_Return, KEYS.Key_Return)
    assert texts(bench, Section.JOBS)[-2:] == ["First", "Second"]
    assert texts(bench, Section.PAINS)[-1] == "Third"
    assert len(bench.document.history.done) == steps + 3
    press(KEYS.Key_Tab, shift=True)
    assert bench.room.stage.present.line.section is Section.JOBS


def test_several_lines_become_several_notes_in_one_step(before_a_room: Workbench) -> None:
    steps = len(before_a_room.document.history.done)
    QGuiApplication.clipboard().setText("One\nTwo\nThree")
    press(KEYS.Key_G)
    press(KEYS.Key_V, ctrl=True)
    assert texts(before_a_room, Section.GAINS)[-3:] == ["One", "Two", "Three"]
    assert len(before_a_room.document.history.done) == steps + 1


def test_initials_go_with_every_note_until_they_are_changed(before_a_room: Workbench) -> None:
    press(KEYS.Key_P, KEYS.Key_Down)
    write("AB")
    press(KEYS.Key_Up)
    for said in ("First", "Second"):
        write(said)
        press(KEYS.Key_Return)
    notes = before_a_room.document.workspace.canvas_by_id["first"].in_section(Section.PAINS)
    assert [(note.text, note.author) for note in notes[-2:]] == [("First", "AB"), ("Second", "AB")]


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768)])
def test_twenty_notes_of_four_lines_can_be_read_from_six_picture_heights(
    before_a_room: Workbench, size: tuple[int, int]
) -> None:
    bench = before_a_room
    bench.window.resize(*size)
    press(KEYS.Key_PageDown, KEYS.Key_PageDown, KEYS.Key_P)
    there = len(texts(bench, Section.PAINS))
    bench.room.stage.present.line.take((LINES,) * (20 - there))
    pages = []
    press(KEYS.Key_PageUp, KEYS.Key_PageUp, KEYS.Key_PageUp)
    while (bench.selection.stop.frame is not Frame.GAINS) and len(pages) < 9:
        press(KEYS.Key_PageDown)
        if bench.selection.stop.frame is Frame.PAINS:
            pages.append(frame(bench))
    assert sum(len(page.notes) for page in pages) == 20
    assert len(pages) == (1 if size[0] > 1100 else 2)
    for page in pages:
        for card in page.notes.values():
            assert card.text.whole
            capital = card.text.size * CAPITAL * page.scale / bench.view.height()
            assert capital >= least_letters(6, 1) - 1e-9


def test_a_longer_room_has_larger_letters(before_a_room: Workbench, settings: Settings) -> None:
    press(KEYS.Key_PageDown, KEYS.Key_PageDown)
    least = frame(before_a_room).projection.least
    settings.set(ROOM_DEPTH, 18.0)
    settings.set(PICTURE_HEIGHT, 1.5)
    assert frame(before_a_room).projection.least == pytest.approx(2 * least)


def test_notes_of_a_frame_are_ranked_edited_and_deleted_like_any(before_a_room: Workbench) -> None:
    bench = before_a_room
    press(KEYS.Key_PageDown, KEYS.Key_PageDown)
    before = texts(bench, Section.PAINS)
    first = next(iter(frame(bench).notes.values()))
    QTest.mouseClick(
        bench.view, Qt.MouseButton.LeftButton, pos=bench.view.to_view(first.rect.centre).toPoint()
    )
    press(KEYS.Key_4)
    note = bench.document.workspace.note_by_id[first.id]
    assert note.importance == 4
    press(KEYS.Key_F2)
    write(" again")
    press(KEYS.Key_Return)
    assert texts(bench, Section.PAINS)[0] == before[0] + " again"
    press(KEYS.Key_Delete)
    assert texts(bench, Section.PAINS) == before[1:]
    press(KEYS.Key_Z, ctrl=True)
    assert len(frame(bench).notes) == len(before)


def test_dragging_in_a_frame_changes_the_order_and_no_place(before_a_room: Workbench) -> None:
    bench = before_a_room
    press(KEYS.Key_PageDown, KEYS.Key_PageDown)
    bench.room.stage.present.line.take(("One", "Two", "Three"))
    places = {note.id: (note.x, note.y) for note in bench.document.workspace.note_by_id.values()}
    before = list(frame(bench).notes)
    start, end = (
        bench.view.to_view(frame(bench).notes[each].rect.centre).toPoint() for each in (before[0], before[-1])
    )
    QTest.mousePress(bench.view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(bench.view, (start + end) / 2)
    QTest.mouseMove(bench.view, end)
    QTest.mouseRelease(bench.view, Qt.MouseButton.LeftButton, pos=end)
    assert list(frame(bench).notes) == [*before[1:], before[0]]
    assert {note.id: (note.x, note.y) for note in bench.document.workspace.note_by_id.values()} == places
    press(KEYS.Key_Up, ctrl=True)
    assert list(frame(bench).notes) == [*before[1:-1], before[0], before[-1]]
    press(KEYS.Key_Z, ctrl=True)
    press(KEYS.Key_Z, ctrl=True)
    assert list(frame(bench).notes) == before


def test_a_note_that_is_looked_for_is_shown_on_its_page(before_a_room: Workbench) -> None:
    bench = before_a_room
    press(KEYS.Key_PageDown, KEYS.Key_PageDown, KEYS.Key_P)
    bench.room.stage.present.line.take([f"{LINES} {number}" for number in range(40)])
    assert bench.selection.stop.part > 0, "the last page, where the last note is"
    bench.selection.show_part("stop")
    assert (bench.selection.stop.part, bench.selection.focus) == (0, "stop")
    last = bench.document.workspace.canvas_by_id["first"].in_section(Section.PAINS)[-1].id
    bench.selection.show_part(last)
    assert last in frame(bench).notes
    assert bench.selection.focus == last
    bench.selection.show_part("lines")
    assert "lines" in frame(bench).notes


def test_a_link_needs_the_whole_canvas_or_the_list(before_a_room: Workbench, qtbot: QtBot) -> None:
    bench = before_a_room
    press(KEYS.Key_PageDown)
    bench.selection.select(["lines"])
    press(KEYS.Key_L)
    qtbot.waitUntil(bench.toast.isVisible)
    assert bench.toast.label.text().startswith("Links are drawn on the whole canvas")
    assert bench.scene.kept is None


def test_a_need_is_shown_with_all_that_answers_it(before_a_room: Workbench) -> None:
    bench = before_a_room
    bench.bound["room.show.links"].trigger()
    look, canvas = frame(bench), bench.document.workspace.canvas_by_id["first"]
    need = next(iter(look.notes))
    answers = {link.source for link in canvas.links if link.target == need}
    assert set(look.notes) == {need} | answers
    assert set(look.links) == {link.id for link in canvas.links if link.target == need}


def test_on_the_wall_all_words_have_a_contrast_of_seven_to_one(
    before_a_room: Workbench, qtbot: QtBot
) -> None:
    bench = before_a_room
    press(KEYS.Key_PageDown, KEYS.Key_PageDown)
    qtbot.waitUntil(lambda: bench.view.settled)
    picture = bench.view.grab().toImage()
    for card in frame(bench).notes.values():
        words = NOTE_TEXT.moved(card.rect.x, card.rect.y)._replace(w=card.text.width, h=card.text.height)
        x, y, w, h = bench.view.camera.rect_to_view(words)
        colours = Counter(
            picture.pixelColor(round(x + dx), round(y + dy)).name().upper()
            for dx in range(0, int(w), 2)
            for dy in range(0, int(h), 2)
        )
        (paper, _), *_ = colours.most_common(1)
        ink = max(colours, key=lambda each: contrast(each, paper))
        assert contrast(ink, paper) >= 7
        assert colours[ink] > 50, "not the edge of a letter"


def test_a_section_that_is_covered_is_written_in_dots_and_seen_from_behind(before_a_room: Workbench) -> None:
    bench = before_a_room
    press(KEYS.Key_PageDown, KEYS.Key_PageDown, KEYS.Key_P)
    press(KEYS.Key_C, ctrl=True, shift=True)
    line = bench.room.stage.present.line
    assert line.field.echoMode() is QLineEdit.EchoMode.Password
    assert line.field.hasFocus()
    write("Nobody may know")
    press(KEYS.Key_Return)
    assert [card.written for card in frame(bench).notes.values()] == [""] * len(texts(bench, Section.PAINS))
    assert texts(bench, Section.PAINS)[-1] == "Nobody may know"
    steps = len(bench.document.history.done)
    press(KEYS.Key_Escape)
    bench.selection.select([list(frame(bench).notes)[-1]])
    press(KEYS.Key_F2)
    assert len(bench.document.history.done) == steps, "what is covered is not opened before a room"
    press(KEYS.Key_F5)
    assert bench.scene.notes[list(bench.scene.notes)[-1]].look.written == "Nobody may know"


def test_whoever_writes_covered_does_so_until_they_change_it(before_a_room: Workbench) -> None:
    bench, line = before_a_room, before_a_room.room.stage.present.line
    press(KEYS.Key_G, KEYS.Key_Down)
    write("AB")
    press(KEYS.Key_Down, KEYS.Key_Space, KEYS.Key_Up, KEYS.Key_Up)
    assert line.field.hasFocus()
    assert line.field.echoMode() is QLineEdit.EchoMode.Password
    write("Secret")
    press(KEYS.Key_Return, KEYS.Key_Down)
    line.author.clear()
    write("CD")
    press(KEYS.Key_Up)
    assert line.field.echoMode() is QLineEdit.EchoMode.Normal
    write("Open")
    press(KEYS.Key_Return, KEYS.Key_Down)
    line.author.clear()
    write("AB")
    assert line.covered.isChecked()
    notes = bench.document.workspace.canvas_by_id["first"].in_section(Section.GAINS)
    assert [(note.text, note.author, note.covered) for note in notes] == [
        ("Secret", "AB", True),
        ("Open", "CD", False),
    ]


def test_before_the_window_closes_it_is_itself_again(before_a_room: Workbench, settings: Settings) -> None:
    bench = before_a_room
    bench.document.reset(bench.document.workspace)
    bench.window.close()
    assert bench.window.isHidden()
    assert not bench.room.stage.presenting
    assert not bench.window.isFullScreen()


def test_the_timer_stands_large_before_the_room_and_takes_no_keys(before_a_room: Workbench) -> None:
    bench = before_a_room
    press(KEYS.Key_PageDown, KEYS.Key_J)
    write("Half a ")
    bench.room.timer.start(5)
    (face,) = (each for each in bench.window.findChildren(CornerTimer) if each.isVisible())
    assert face.height() > 0.04 * bench.view.height()
    assert face.geometry().right() <= bench.view.geometry().right()
    bench.room.timer.add(1)
    bench.room.timer.stop()
    write("thought")
    assert not face.isVisible()
    assert bench.room.stage.present.line.field.text() == "Half a thought"
    bench.room.timer.start(5)
    press(KEYS.Key_F5)
    assert not face.isVisible()


def test_the_display_stays_on_while_a_room_looks(bench: Workbench) -> None:
    press(KEYS.Key_F5)
    assert bench.room.stage.present._awake.held
    press(KEYS.Key_F5)
    assert not bench.room.stage.present._awake.held


def test_the_back_row_is_told_and_helped(before_a_room: Workbench) -> None:
    bench = before_a_room
    press(KEYS.Key_F4)
    card = bench.room.stage.back_row
    least = least_letters(6, 1) * bench.view.height() - 0.5
    small = {
        each
        for each, item in bench.scene.notes.items()
        if fit_note(item.look.written).size * CAPITAL * bench.view.camera.scale < least
    }
    assert small
    assert bench.view.marked == small
    assert card.list.count() == len(small)
    QTest.mouseClick(card.grow, Qt.MouseButton.LeftButton)
    assert card.isHidden()
    assert bench.view.marked == frozenset()
    assert bench.selection.stop.frame.section is not None
    press(KEYS.Key_F4)
    assert card.list.isHidden()
    assert card.found.text() == "Every note can be read from there."


def test_the_back_row_is_not_told_what_is_covered(before_a_room: Workbench) -> None:
    bench = before_a_room
    secret = texts(bench, Section.PAINS)
    bench.bound["cover.section.pains"].trigger()
    press(KEYS.Key_F4)
    card = bench.room.stage.back_row
    said = [card.list.item(row).text() for row in range(card.list.count())]
    assert said
    assert not set(said) & set(secret)
    press(KEYS.Key_Escape, KEYS.Key_PageDown, KEYS.Key_PageDown, KEYS.Key_F4)
    assert card.found.text() == "Every note can be read from there.", "there is nothing on the backs"


def test_in_a_room_that_is_too_deep_something_is_still_to_be_read(
    before_a_room: Workbench, settings: Settings
) -> None:
    bench = before_a_room
    press(KEYS.Key_PageDown, KEYS.Key_PageDown, KEYS.Key_F4)
    card = bench.room.stage.back_row
    for field, metres in ((card.depth_field, "99"), (card.height_field, "0.3")):
        field.selectAll()
        QTest.keyClicks(field, metres)
        QTest.keyClick(field, KEYS.Key_Tab)
    look = frame(bench)
    assert look.notes
    for each in look.notes.values():
        assert each.text.height <= each.rect.h <= look.room.h
    assert card.said.text().startswith("Capital letters would have to be 165.0 %")
    assert card.list.count() == len(look.notes), "it is not said to be readable"


def test_a_frame_stays_whole_whatever_is_walked_to_or_scrolled(before_a_room: Workbench) -> None:
    bench = before_a_room
    press(KEYS.Key_PageDown, KEYS.Key_PageDown)
    bench.room.stage.present.line.take(["One", "Two", "Three", "Four", "Five", "Six"])
    stands = bench.view.camera
    for _ in range(len(frame(bench).notes)):
        press(KEYS.Key_Tab)
        assert bench.view.camera == stands
    turn(bench, Qt.KeyboardModifier.NoModifier)
    assert bench.view.camera == stands
    press(KEYS.Key_P)
    write("Seven words that make all the others smaller than they were before")
    press(KEYS.Key_Return, KEYS.Key_Escape)
    assert bench.view.camera.shown(bench.view.room) == pytest.approx(frame(bench).frame), "all of it is seen"
    turn(bench, Qt.KeyboardModifier.ControlModifier)
    assert bench.view.camera.scale > frame(bench).scale
    press(KEYS.Key_PageDown, KEYS.Key_PageUp)
    assert bench.view.camera.scale == pytest.approx(frame(bench).scale), "whole again when one comes back"


def turn(bench: Workbench, held: Qt.KeyboardModifier) -> None:
    """Turn the wheel by a notch over the middle of the picture."""
    middle = QPointF(bench.view.rect().center())
    event = QWheelEvent(
        middle, bench.view.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
    )  # fmt: skip
    QApplication.sendEvent(bench.view, event)


def test_marks_around_a_note_leave_the_heading_readable(before_a_room: Workbench, qtbot: QtBot) -> None:
    bench = before_a_room
    bench.window.resize(1920, 1080)
    press(KEYS.Key_PageDown, KEYS.Key_PageDown)
    bench.room.stage.present.line.take([LINES] * (4 - len(frame(bench).notes)))
    bench.selection.select([])

    def heading() -> QImage:
        qtbot.waitUntil(lambda: bench.view.settled)
        height = round(HEADING * frame(bench).projection.least * 0.85)  # where its letters end
        return bench.view.grab().toImage().copy(0, 0, bench.view.width(), height)

    before = heading()
    press(KEYS.Key_Tab)
    assert bench.selection.focus == next(iter(frame(bench).notes))
    assert heading() == before
    press(KEYS.Key_F2)
    assert heading() == before
    press(KEYS.Key_Escape)


def test_a_question_stays_on_all_pages_of_its_section(before_a_room: Workbench) -> None:
    bench = before_a_room
    bench.room.stage.present.line.turn(Section.PAINS)
    bench.room.stage.present.line.take([LINES] * 60)
    bench.room.stage.show(Stop(Frame.PAINS, question="Which hurts?"))
    assert frame(bench).heading.question == "Which hurts?"
    press(KEYS.Key_PageDown)
    assert bench.selection.stop.part == 1
    assert frame(bench).heading.question == "Which hurts?"
    press(KEYS.Key_PageUp, KEYS.Key_PageUp)
    assert frame(bench).heading.question != "Which hurts?", "that is another section"


@pytest.mark.parametrize("on_canvas", [True, False])
def test_what_is_said_to_the_room_covers_nothing(
    before_a_room: Workbench, qtbot: QtBot, on_canvas: bool
) -> None:
    bench = before_a_room
    bench.window.resize(1920, 860 if on_canvas else 1080)
    if not on_canvas:
        press(KEYS.Key_PageDown, KEYS.Key_PageDown)
        bench.room.stage.present.line.take([LINES] * (20 - len(frame(bench).notes)))
    QApplication.processEvents()
    stands = bench.view.camera
    pictures = []
    for said in ("3 of 5 have voted", "Nearly everybody has voted by now"):
        bench.room.stage.say(said)
        qtbot.waitUntil(lambda: bench.view.settled)
        pictures.append(bench.view.grab().toImage())
    cards = (bench.view.camera.rect_to_view(item.rect) for item in bench.scene.notes.values())
    whole = bench.view.camera.rect_to_view(bench.scene.look.bounds)
    lowest = whole.bottom if on_canvas else max(card.bottom for card in cards)
    one, other = pictures
    pill = [
        y
        for y in range(one.height())
        if any(one.pixel(x, y) != other.pixel(x, y) for x in range(one.width()))
    ]
    assert lowest <= min(pill)
    assert max(pill) < bench.room.stage.present.line.y()
    bench.room.stage.say("")
    assert bench.view.camera == stands


def test_what_is_written_below_a_need_answers_it(before_a_room: Workbench) -> None:
    bench = before_a_room
    line = bench.room.stage.present.line
    bench.bound["room.show.links"].trigger()
    need = next(iter(frame(bench).notes))
    section = bench.document.workspace.note_by_id[need].section
    assert {Section.PAINS: Section.RELIEVERS, Section.GAINS: Section.CREATORS}[section] is line.section
    before, steps = set(frame(bench).notes), len(bench.document.history.done)
    press({Section.PAINS: KEYS.Key_R, Section.GAINS: KEYS.Key_C}[section])
    write("A new answer")
    press(KEYS.Key_Return)
    assert {card.written for each, card in frame(bench).notes.items() if each not in before} == {
        "A new answer"
    }
    assert len(bench.document.history.done) == steps + 1
    press(KEYS.Key_Tab)
    there = set(frame(bench).notes)
    write("Something else")
    press(KEYS.Key_Return)
    assert set(frame(bench).notes) == there, "what belongs to another section answers nothing here"
    press(KEYS.Key_Escape)
    bench.bound["room.red_team"].trigger()
    bench.bound["room.show.links"].trigger()
    press({Section.PAINS: KEYS.Key_R, Section.GAINS: KEYS.Key_C}[section])
    write("Not yet")
    press(KEYS.Key_Return)
    assert "Not yet" in texts(bench, line.section)
    assert set(frame(bench).notes) == there, "links do not get stronger in such a round"


def test_wherever_the_line_is_turned_to_covered_writing_is_dots(before_a_room: Workbench) -> None:
    bench = before_a_room
    line = bench.room.stage.present.line
    bench.bound["cover.section.pains"].trigger()
    hidden = []
    for _ in range(3):
        press(KEYS.Key_PageDown)
        QTest.mouseClick(line.field, Qt.MouseButton.LeftButton)
        hidden.append((line.section, line.field.echoMode() is QLineEdit.EchoMode.Password))
    assert hidden == [(Section.JOBS, False), (Section.PAINS, True), (Section.GAINS, False)]
    press(KEYS.Key_PageUp, KEYS.Key_F5, KEYS.Key_F5)
    QTest.mouseClick(line.field, Qt.MouseButton.LeftButton)
    assert line.section is Section.PAINS
    assert line.field.echoMode() is QLineEdit.EchoMode.Password


def test_by_mouse_alone_one_walks_and_leaves(before_a_room: Workbench) -> None:
    bench = before_a_room

    def menu() -> QMenu:
        corner = QPoint(3, 3)
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, corner, bench.view.mapToGlobal(corner))
        QApplication.sendEvent(bench.view, asked)
        opened = QApplication.activePopupWidget()
        assert isinstance(opened, QMenu)
        return opened

    def choose(name: str) -> None:
        opened = menu()
        place = opened.actionGeometry(bench.bound[name]).center()
        QTest.mouseClick(opened, Qt.MouseButton.LeftButton, pos=place)

    choose("room.next")
    assert bench.selection.stop.frame is Frame.JOBS
    choose("room.next")
    choose("room.previous")
    assert bench.selection.stop.frame is Frame.JOBS
    choose("room.present")
    assert not bench.room.stage.presenting
    opened = menu()
    assert bench.bound["room.next"] not in opened.actions(), "that is in the menu bar then"
    opened.close()


def test_what_cannot_be_kept_stays_in_the_line(before_a_room: Workbench) -> None:
    bench = before_a_room
    field = bench.room.stage.present.line.field
    bench.document.read_only = True
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    write("Words of the room")
    press(KEYS.Key_Return)
    assert field.text() == "Words of the room"
    bench.document.read_only = False
    press(KEYS.Key_Return)
    assert field.text() == ""
    assert "Words of the room" in texts(bench, Section.JOBS)


def test_panels_do_not_tell_the_room_what_is_covered(before_a_room: Workbench) -> None:
    bench = before_a_room
    sides = bench.window.sides
    bench.bound["session.show"].trigger()
    assert sides.right.isVisible(), "nothing is covered yet"
    bench.bound["cover.section.pains"].trigger()
    assert sides.right.isHidden()
    for asked in ("session.show", "view.outline", "view.left", "view.right"):
        bench.bound[asked].trigger()
        assert sides.left.isHidden()
        assert sides.right.isHidden()
        assert bench.toast.label.text().startswith("Panels stay away")
    assert bench.view.isVisible()
    bench.bound["cover.all"].trigger()
    bench.bound["view.outline"].trigger()
    assert sides.left.isVisible()
    press(KEYS.Key_F5)


def test_the_guide_is_not_for_the_room(bench: Workbench) -> None:
    guide = bench.doors.guide
    bench.bound["help.guide"].trigger()
    assert guide.isVisible()
    press(KEYS.Key_Escape, KEYS.Key_F5)
    assert not guide.isVisible()
    assert bench.view.mapTo(bench.window, QPoint(0, 0)) == QPoint(0, 0)
    press(KEYS.Key_F5)
    assert guide.isVisible()


def test_a_need_and_its_answers_have_air_below_their_words(before_a_room: Workbench) -> None:
    bench = before_a_room
    bench.bound["room.show.links"].trigger()
    need = next(iter(frame(bench).notes))
    bench.document.commit("Reword", edit_notes(bench.document.workspace, {need: {"text": LINES}}))
    for card in frame(bench).notes.values():
        assert card.rect.h >= NOTE_TEXT.y + card.text.height + AIR
