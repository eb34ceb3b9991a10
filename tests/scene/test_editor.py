"""The editor: it lies exactly over the note and shows what the note will show; text, caret, input methods."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from canvasdesk.drawing.fitting import NOTE_TEXT, fit_note
from canvasdesk.drawing.room import note_room
from canvasdesk.layout.geometry import Point
from canvasdesk.layout.style import NOTE_HEIGHT, NOTE_WIDTH
from canvasdesk.model.value import TEXT_LENGTH
from canvasdesk.scene.editor import RIM
from canvasdesk.session import commands
from tests.scalars import texts
from tests.scene.hands import CTRL, SHIFT, Hands

LONG = "A pain that takes so many words that its note has to grow a little, and then a little more again"
Key = Qt.Key


def compose(hands: Hands, composing: str, committed: str = "") -> None:
    """Do what an input method does."""
    event = QInputMethodEvent(composing, [])
    event.setCommitString(committed)
    QApplication.sendEvent(hands.open_editor(), event)


def on_note(hands: Hands, note_id: str) -> None:
    """Check that the editor covers a note, and nothing but its frame beside it."""
    x, y, w, h = hands.view.camera.rect_to_view(hands.scene.place_of(note_id).inset(-RIM))
    place = hands.open_editor().geometry()
    assert (place.x(), place.y()) == pytest.approx((x, y), abs=1.0)
    assert (place.right() + 1, place.bottom() + 1) == pytest.approx((x + w, y + h), abs=1.0)


# What it looks like.


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def letters(image: QImage, ink: str) -> set[tuple[int, int]]:
    """Give the pixels that are about as dark as letters."""
    most = QColor(ink).lightness() + 60
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < most
    }


@pytest.mark.parametrize("factor", [1.0, 1.37])
def test_it_shows_the_letters_where_the_note_has_them(hands: Hands, factor: float) -> None:
    hands.view.zoom_by(factor)
    place = hands.view.camera.rect_to_view(NOTE_TEXT.moved(hands.note("late").x, hands.note("late").y))
    spot = (int(place.x), int(place.y), int(place.w), int(place.h))
    drawn = letters(picture(hands.view).copy(*spot), hands.scene.theme.ink)
    hands.view.edit("late")
    hands.open_editor()._caret_lit = False
    edited = letters(picture(hands.view).copy(*spot), hands.scene.theme.ink)
    assert len(drawn) > 50
    assert (
        len(drawn ^ edited) <= len(drawn) * 0.15
    )  # a fraction of a pixel, where the view stands between two


def test_it_lies_over_the_note_and_stays_there_while_the_view_moves(hands: Hands) -> None:
    hands.view.edit("late")
    on_note(hands, "late")
    hands.view.zoom_by(1.3)
    on_note(hands, "late")
    hands.view.pan(33, -21)
    on_note(hands, "late")
    hands.view.resize(900, 600)
    on_note(hands, "late")


def test_it_grows_with_the_note(hands: Hands) -> None:
    hands.view.edit("late")
    hands.type(LONG)
    assert hands.scene.place_of("late").h > NOTE_HEIGHT
    on_note(hands, "late")
    hands.key(Key.Key_A, CTRL)
    hands.key(Key.Key_Backspace)
    hands.type("a")
    assert hands.scene.place_of("late").h == NOTE_HEIGHT
    on_note(hands, "late")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(texts(80))
def test_the_note_is_as_high_as_the_editor_whatever_was_written(hands: Hands, text: str) -> None:
    while hands.document.undo():
        pass
    commands.edit_notes(hands.document, ["late"], text=text)
    hands.view.edit("late")
    assert hands.open_editor().note_height == pytest.approx(note_room(hands.open_editor().text).height)
    hands.view.step_back()


def test_a_panel_that_changes_the_note_shows_in_the_editor(hands: Hands) -> None:
    hands.view.edit("late")
    commands.edit_notes(hands.document, ["late"], text="Something else")
    assert hands.open_editor().text == "Something else"


def test_the_caret_stands_behind_the_last_letter_and_takes_part_in_lines(hands: Hands) -> None:
    hands.view.edit("late")
    editor = hands.open_editor()
    text = fit_note("Tools arrive late")
    end = editor._caret
    assert end.x == pytest.approx(
        NOTE_TEXT.x + text.layout.lineAt(text.lines - 1).naturalTextWidth() * text.scale, abs=1.5
    )
    hands.key(Key.Key_Return, SHIFT)
    assert editor._caret.y > end.y
    assert editor._caret.x < end.x


def test_the_caret_goes_up_and_down_the_lines_that_are_shown(hands: Hands) -> None:
    commands.edit_notes(hands.document, ["late"], text=LONG)
    hands.view.edit("late")
    editor = hands.open_editor()
    lines = []
    for _ in range(editor._shown.lines):
        lines.append(editor._shown.layout.lineForTextPosition(editor.textCursor().position()).lineNumber())
        hands.key(Key.Key_Up)
    assert lines == list(reversed(range(editor._shown.lines)))


def test_text_from_the_right_starts_at_the_right(hands: Hands) -> None:
    hands.view.edit("late")
    editor = hands.open_editor()
    editor.selectAll()
    hands.key(Key.Key_Backspace)
    compose(hands, "", "שלום")
    assert editor._caret.x > NOTE_TEXT.x + 10
    assert editor._caret.x < NOTE_TEXT.right - 10
    assert editor._shown.layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft
    assert editor.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft


# What it takes.


def test_what_is_typed_is_one_step_that_one_undo_takes_back(hands: Hands) -> None:
    hands.view.edit("late")
    hands.type(" again")
    assert hands.note("late").text == "Tools arrive late again"
    hands.key(Key.Key_Escape)
    assert hands.labels == ["Edit note"]
    hands.document.undo()
    assert hands.note("late").text == "Tools arrive late"


def test_opening_and_leaving_changes_nothing(hands: Hands) -> None:
    before = hands.document.workspace
    hands.view.edit("late")
    hands.key(Key.Key_Escape)
    assert hands.document.workspace is before
    assert hands.view.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Escape])
def test_an_older_note_is_kept_and_closed(hands: Hands, key: Qt.Key) -> None:
    hands.view.edit("late")
    hands.type("!")
    hands.key(key)
    assert hands.editor is None
    assert hands.note("late").text == "Tools arrive late!"
    assert len(hands.canvas.notes) == 7
    assert hands.view.hasFocus()


def test_shift_and_enter_begin_a_new_line(hands: Hands) -> None:
    hands.view.edit("late")
    hands.key(Key.Key_Return, SHIFT)
    hands.type("often")
    assert hands.note("late").text == "Tools arrive late\noften"


def test_a_note_left_without_words_vanishes_with_its_links(hands: Hands) -> None:
    hands.view.edit("late")
    hands.key(Key.Key_A, CTRL)
    hands.key(Key.Key_Delete)
    hands.type("  ")
    hands.key(Key.Key_Escape)
    assert "late" not in hands.canvas.note_by_id
    assert hands.labels == ["Delete note"]
    hands.document.undo()
    assert hands.note("late").text == "Tools arrive late"


def test_a_click_elsewhere_keeps_what_was_written(hands: Hands) -> None:
    hands.view.edit("late")
    hands.type("!")
    hands.click("calm")
    assert hands.editor is None
    assert hands.note("late").text == "Tools arrive late!"
    assert hands.selection.ids == {"calm"}


def test_going_to_another_part_of_the_window_keeps_what_was_written(hands: Hands) -> None:
    button = QPushButton("Elsewhere", hands.view)
    button.show()
    hands.view.edit("late")
    hands.type("!")
    button.setFocus()
    assert hands.editor is None
    assert button.hasFocus()
    assert hands.note("late").text == "Tools arrive late!"


def test_a_menu_or_another_window_gives_the_keyboard_back(hands: Hands) -> None:
    hands.view.edit("late")
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        hands.open_editor().clearFocus()
        hands.view.edit("late")
        hands.view.setFocus(reason)
        assert hands.editor is not None
        hands.open_editor().setFocus()


def test_the_mouse_puts_the_caret_and_selects(hands: Hands) -> None:
    hands.view.edit("late")
    editor = hands.open_editor()
    note = hands.note("late")
    start = (note.x + NOTE_TEXT.x + 1, note.y + NOTE_TEXT.y + 8)
    hands.click(start)
    assert editor.textCursor().position() == 0
    hands.press(start)
    hands.carry((40, 0))
    hands.release()
    assert editor.textCursor().selectedText() == "Tools arrive late"[: editor.textCursor().position()]
    assert editor.textCursor().hasSelection()
    hands.double_click(start)
    assert editor.textCursor().selectedText() == "Tools"


def test_the_wheel_still_belongs_to_the_canvas(hands: Hands) -> None:
    hands.view.edit("late")
    before = hands.view.camera.scale
    at = hands.view.to_view(hands.point("late"))
    QTest.wheelEvent(hands.view.windowHandle(), at, QPoint(0, 120), QPoint(), CTRL)
    assert hands.view.camera.scale > before
    on_note(hands, "late")


# The clipboard.


def paste(hands: Hands, text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    hands.key(Key.Key_V, CTRL)


def test_only_plain_text_is_pasted(hands: Hands) -> None:
    hands.view.edit("late")
    paste(hands, " twice", "<b> twice</b>")
    assert hands.note("late").text == "Tools arrive late twice"
    assert "<span" not in hands.open_editor().toHtml()


def test_several_lines_pasted_into_an_older_note_stay_in_it(hands: Hands) -> None:
    hands.view.edit("late")
    hands.key(Key.Key_A, CTRL)
    paste(hands, "one\r\ntwo\x07")
    assert hands.note("late").text == "one\ntwo"
    assert len(hands.canvas.notes) == 7


def test_only_plain_text_is_copied(hands: Hands) -> None:
    hands.view.edit("late")
    hands.key(Key.Key_A, CTRL)
    hands.key(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]
    assert QGuiApplication.clipboard().text() == "Tools arrive late"


def test_a_text_that_is_too_long_is_cut_where_a_note_ends(hands: Hands) -> None:
    hands.view.edit("late")
    hands.key(Key.Key_A, CTRL)
    paste(hands, "long " * TEXT_LENGTH)
    assert len(hands.open_editor().text) == TEXT_LENGTH
    hands.type("x")
    assert len(hands.open_editor().text.strip()) <= TEXT_LENGTH
    assert hands.open_editor().text.strip() == hands.note("late").text


# Undo.


def test_undo_takes_back_what_was_typed_and_then_what_was_done_before(hands: Hands) -> None:
    hands.drag("calm", (10, 10))
    hands.view.edit("late")
    hands.type("!")
    hands.key(Key.Key_Z, CTRL)
    assert hands.note("late").text == "Tools arrive late"
    assert hands.labels == ["Move note"]
    assert hands.editor is not None


def test_a_note_that_an_undo_takes_away_closes_its_editor(hands: Hands) -> None:
    commands.add_note(hands.document, hands.selection, hands.note("late").section, "New")
    hands.document.seal()
    hands.view.edit(hands.selection.focus or "")
    hands.document.undo()
    assert hands.editor is None


# Input methods.


def test_what_is_composed_shows_but_is_no_text_yet(hands: Hands) -> None:
    hands.view.edit("late")
    before = hands.document.workspace
    compose(hands, "にほ")
    assert hands.document.workspace is before
    assert hands.open_editor()._shown.layout.text() == "Tools arrive lateにほ"
    compose(hands, "", "日本")
    assert hands.note("late").text == "Tools arrive late日本"
    assert hands.open_editor()._shown.layout.text() == "Tools arrive late日本"


def test_an_input_method_learns_where_the_caret_is_seen(hands: Hands) -> None:
    hands.view.edit("late")
    editor = hands.open_editor()
    place = editor.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    at = hands.view.to_canvas(QPointF(editor.mapTo(hands.view, place.center())))
    note = hands.scene.place_of("late")
    assert note.contains(Point(at.x, at.y))
    assert at.x < note.x + NOTE_WIDTH
    assert editor.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText) == "Tools arrive late"
    assert editor.inputMethodQuery(Qt.InputMethodQuery.ImCursorPosition) == len("Tools arrive late")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.text("aé日😀\u0301ש ", max_size=8), st.text("ñ本😀", min_size=1, max_size=4))
def test_composing_anywhere_keeps_every_sign(hands: Hands, text: str, composed: str) -> None:
    hands.view.edit("late")
    editor = hands.open_editor()
    editor.write(text)
    cursor = editor.textCursor()
    cursor.setPosition(0)
    editor.setTextCursor(cursor)
    compose(hands, composed)
    assert editor._shown.layout.text() == composed + editor.text
    compose(hands, "")
    assert editor._shown.layout.text() == editor.text
    hands.view.step_back()
    hands.document.undo()


# Fields of text in the look of the window.


def test_a_style_of_the_window_leaves_the_editor_alone(hands: Hands) -> None:
    hands.view.setStyleSheet(
        "QTextEdit { border: 2px solid red; padding: 9px; min-height: 200px; font-size: 30px }"
    )
    hands.view.edit("late")
    on_note(hands, "late")
    editor = hands.open_editor()
    assert editor.viewport().geometry() == editor.rect()
    assert editor.document().defaultFont().pixelSize() == 100
