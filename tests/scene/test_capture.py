"""Writing notes one after the other: Enter, Tab, Esc; places; pasted lines; what vanishes without a trace."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from canvasdesk.editing.notes import place_notes
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import NOTE_HEIGHT, NOTE_WIDTH
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from tests.scene.hands import CTRL, SHIFT, Hands

Key = Qt.Key
LONG = (
    "So much to say about this that the note has to grow until it would stand on the one below it, and more"
)


def corner(hands: Hands) -> tuple[float, float]:
    """Give the corner of the note that is being written."""
    assert hands.view.writing._look
    note = hands.view.writing._look.note
    return note.x, note.y


def paste(hands: Hands, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    hands.key(Key.Key_V, CTRL)


def test_a_new_note_opens_at_a_free_place_of_its_section_with_the_keyboard_in_it(hands: Hands) -> None:
    hands.view.capture(Section.PAINS)
    assert hands.open_editor().hasFocus()
    place = Rect(*corner(hands), NOTE_WIDTH, NOTE_HEIGHT)
    assert hands.scene.field_at(place.centre) is Section.PAINS
    assert not any(place.intersects(note.rect) for note in hands.scene.notes.values())


def test_an_empty_note_asks_the_question_of_its_section(hands: Hands) -> None:
    hands.view.capture(Section.PAINS)
    assert hands.open_editor().accessibleName() == "Pains"
    assert hands.open_editor().accessibleDescription() == "What gets in their way?"


def test_a_note_comes_with_its_first_letter(hands: Hands) -> None:
    before = hands.document.workspace
    hands.view.capture(Section.PAINS)
    hands.type("  ")
    assert hands.document.workspace is before
    hands.type("R")
    assert hands.texts(Section.PAINS)[-1] == "R"
    assert hands.selection.focus == hands.view.writing.note_id


def test_typing_a_new_note_is_one_step(hands: Hands) -> None:
    hands.view.capture(Section.PAINS)
    hands.type("Rework")
    hands.key(Key.Key_Escape)
    assert hands.labels == ["Add note"]
    hands.document.undo()
    assert len(hands.canvas.notes) == 7


def test_enter_keeps_the_note_and_opens_the_next_in_the_same_section(hands: Hands) -> None:
    hands.view.capture(Section.GAINS)
    places = []
    for text in ("One", "Two", "Three"):
        places.append(corner(hands))
        hands.type(text)
        hands.key(Key.Key_Return)
    hands.key(Key.Key_Escape)
    assert hands.texts(Section.GAINS) == ["No paperwork", "One", "Two", "Three"]
    assert len(set(places)) == 3
    assert hands.labels == ["Add note"] * 3


def test_enter_in_an_empty_note_waits_for_its_words(hands: Hands) -> None:
    hands.view.capture(Section.GAINS)
    hands.key(Key.Key_Return)
    hands.key(Key.Key_Return)
    hands.type("One")
    hands.key(Key.Key_Escape)
    assert hands.texts(Section.GAINS) == ["No paperwork", "One"]


def test_tab_goes_through_the_sections_and_shift_tab_back(hands: Hands) -> None:
    hands.view.capture(Section.JOBS)
    for text in "abcdef":
        hands.type(text)
        hands.key(Key.Key_Tab)
    hands.key(Key.Key_Backtab, SHIFT)
    hands.type("z")
    hands.key(Key.Key_Escape)
    assert [hands.texts(section)[-1] for section in Section] == ["a", "b", "c", "d", "e", "z"]
    assert hands.texts(Section.CREATORS) == ["One bill a month", "f", "z"]


def test_esc_ends_and_gives_the_keyboard_to_the_canvas(hands: Hands) -> None:
    hands.view.capture(Section.GAINS)
    hands.type("One")
    hands.key(Key.Key_Escape)
    assert hands.editor is None
    assert hands.view.hasFocus()
    assert hands.selection.ids == {hands.canvas.in_section(Section.GAINS)[-1].id}


@pytest.mark.parametrize("leave", [Key.Key_Escape, Key.Key_Tab])
def test_a_note_left_empty_was_never_there(hands: Hands, leave: Qt.Key) -> None:
    hands.drag("late", (10, 10))
    hands.document.undo()
    before = hands.document.workspace
    hands.view.capture(Section.GAINS)
    hands.type(" ")
    hands.key(leave)
    hands.view.step_back()
    assert hands.document.workspace is before
    assert hands.labels == []
    assert hands.document.history.undone  # what was undone can still be done again


def test_a_note_whose_words_are_taken_away_again_leaves_no_step(hands: Hands) -> None:
    before = hands.document.workspace
    hands.view.capture(Section.GAINS)
    hands.type("No")
    hands.key(Key.Key_Backspace)
    hands.key(Key.Key_Backspace)
    hands.key(Key.Key_Escape)
    assert hands.document.workspace is before
    assert hands.labels == []


def test_a_click_elsewhere_keeps_the_note(hands: Hands) -> None:
    hands.view.capture(Section.GAINS)
    hands.type("One")
    hands.click("late")
    assert hands.texts(Section.GAINS) == ["No paperwork", "One"]
    assert hands.selection.ids == {"late"}


def test_undo_in_an_empty_note_takes_the_one_before_back(hands: Hands) -> None:
    hands.view.capture(Section.GAINS)
    hands.type("One")
    hands.key(Key.Key_Return)
    hands.document.undo()
    assert hands.texts(Section.GAINS) == ["No paperwork"]
    assert hands.editor is not None
    hands.type("Two")
    assert hands.texts(Section.GAINS) == ["No paperwork", "Two"]


def test_several_lines_pasted_into_an_empty_note_become_several(hands: Hands) -> None:
    hands.view.capture(Section.GAINS)
    paste(hands, "- Calm\n- Quick\n\n- Cheap\n")
    assert hands.texts(Section.GAINS) == ["No paperwork", "Calm", "Quick", "Cheap"]
    assert hands.labels == ["Paste 3 notes"]
    assert hands.editor is not None
    hands.type("More")
    assert hands.texts(Section.GAINS)[-1] == "More"


def test_cells_of_a_spreadsheet_become_notes_and_breaks_inside_a_cell_stay(hands: Hands) -> None:
    hands.view.capture(Section.GAINS)
    paste(hands, '"two\nlines"\tother\n')
    assert hands.texts(Section.GAINS)[1:] == ["two\nlines", "other"]


def test_one_line_pasted_into_an_empty_note_stays_in_it(hands: Hands) -> None:
    hands.view.capture(Section.GAINS)
    paste(hands, "• Calm\n")
    hands.type("er")
    hands.key(Key.Key_Escape)
    assert hands.texts(Section.GAINS)[1:] == ["Calmer"]


def test_with_shift_all_lines_are_pasted_into_one_note(hands: Hands) -> None:
    data = QMimeData()
    data.setText("one\ntwo")
    QGuiApplication.clipboard().setMimeData(data)
    hands.view.capture(Section.GAINS)
    hands.key(Key.Key_V, CTRL | SHIFT)
    assert hands.texts(Section.GAINS)[1:] == ["one\ntwo"]


def test_lines_pasted_behind_words_stay_in_the_note(hands: Hands) -> None:
    hands.view.capture(Section.GAINS)
    hands.type("zero ")
    paste(hands, "one\ntwo")
    assert hands.texts(Section.GAINS)[1:] == ["zero one\ntwo"]


def test_a_new_note_that_grows_over_another_steps_aside_in_the_same_step(hands: Hands) -> None:
    hands.view.capture(Section.PAINS)
    x, y = corner(hands)
    hands.view.step_back()
    below = {"late": (x, y + NOTE_HEIGHT + 6)}
    hands.document.commit("Place", place_notes(hands.document.workspace, below))
    hands.view.capture(Section.PAINS)
    assert corner(hands) == (x, y)
    hands.type(LONG)
    hands.key(Key.Key_Escape)
    grown = hands.scene.place_of(hands.selection.focus or "")
    others = [note.rect for note_id, note in hands.scene.notes.items() if note_id != hands.selection.focus]
    assert grown.h > NOTE_HEIGHT
    assert not any(grown.inset(0.01).intersects(place) for place in others)
    assert hands.labels == ["Place", "Add note"]


def test_a_note_put_at_a_place_by_hand_stays_there(hands: Hands) -> None:
    hands.double_click((960.0, 280.0))
    hands.type(LONG)
    hands.key(Key.Key_Escape)
    note = hands.canvas.in_section(Section.GAINS)[-1]
    assert (note.x, note.y) == (960.0 - NOTE_WIDTH / 2, 280.0 - NOTE_HEIGHT / 2)


def test_the_view_moves_only_where_the_place_is_out_of_sight(hands: Hands) -> None:
    camera = hands.view.camera
    hands.view.capture(Section.GAINS)
    assert hands.view.camera == camera
    hands.view.step_back()
    hands.view.zoom_by(2.5, hands.view.camera.to_view(hands.point("fleet")))
    camera = hands.view.camera
    hands.view.capture(Section.GAINS)
    assert hands.view.camera.scale == camera.scale
    x, y = corner(hands)
    shown = hands.view.camera.shown(hands.view.room)
    assert shown.contains(Rect(x, y, NOTE_WIDTH, NOTE_HEIGHT))


def test_a_canvas_seen_from_far_comes_near_enough_to_be_read(hands: Hands) -> None:
    hands.view.zoom_by(0.3)
    hands.view.capture(Section.GAINS)
    assert hands.view.camera.scale == 1.0


def test_what_is_written_can_be_read_where_the_whole_board_is_small(hands: Hands) -> None:
    hands.view.resize(700, 400)
    hands.view.fit()
    camera = hands.view.camera
    assert camera.scale < 0.5
    hands.view.capture(Section.GAINS)
    hands.type(LONG)
    assert hands.view.camera == camera
    editor = hands.open_editor()
    assert editor.width() >= 0.9 * NOTE_WIDTH
    assert hands.view.rect().contains(editor.geometry().adjusted(2, 2, -2, -2))
    note = hands.canvas.in_section(Section.GAINS)[-1]
    middle = camera.rect_to_view(hands.scene.place_of(note.id)).centre
    assert abs(editor.geometry().center().x() - middle.x) <= 2
    hands.key(Key.Key_Escape)
    assert hands.scene.place_of(note.id).w == NOTE_WIDTH


def test_another_canvas_ends_the_writing_and_keeps_the_words(hands: Hands) -> None:
    hands.view.capture(Section.GAINS)
    hands.type("One")
    hands.selection.show_canvas("buyer")
    assert hands.editor is None
    manager = hands.document.workspace.canvas_by_id["manager"]
    assert [note.text for note in manager.in_section(Section.GAINS)] == ["No paperwork", "One"]
    assert hands.labels == ["Add note"]


def test_without_a_canvas_nothing_opens(hands: Hands) -> None:
    hands.document.reset(Workspace())
    hands.view.capture(Section.GAINS)
    assert hands.editor is None


def test_a_file_that_cannot_be_edited_says_so(hands: Hands) -> None:
    hands.document.read_only = True
    hands.view.capture(Section.GAINS)
    hands.view.edit("late")
    assert hands.editor is None
    assert hands.said == ["This file is open for reading only. Save a copy to change it."] * 2


words = st.text("abc é日", max_size=5)
leaving = st.sampled_from([Key.Key_Return, Key.Key_Tab, Key.Key_Backtab, Key.Key_Escape])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(st.tuples(words, leaving), max_size=6))
def test_each_note_with_words_is_one_step_and_undo_goes_back_to_the_start(
    hands: Hands, said: list[tuple[str, Qt.Key]]
) -> None:
    while hands.document.undo():
        pass
    before = hands.document.workspace
    for text, key in said:
        if hands.editor is None:
            hands.view.capture(Section.RELIEVERS)
        if text.strip() or not hands.open_editor().text:
            hands.open_editor().insertPlainText(text)
            hands.key(key)
    hands.view.step_back()
    spoken = [text.strip() for text, _ in said if text.strip()]
    assert sorted(note.text for note in hands.canvas.notes[7:]) == sorted(spoken)
    assert hands.labels == ["Add note"] * len(spoken)
    while hands.document.undo():
        pass
    assert hands.document.workspace is before
