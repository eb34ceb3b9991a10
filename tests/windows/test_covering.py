"""Covered notes by real keys: written, revealed while somebody types, by author, with a way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvasdesk.editing.covering import cover
from canvasdesk.editing.deletion import delete
from canvasdesk.editing.notes import edit_notes
from canvasdesk.model.sections import Section
from canvasdesk.scene.editor import NoteEditor
from canvasdesk.windows.workbench import Workbench

CTRL, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)

pytestmark = pytest.mark.usefixtures("still")


@pytest.fixture
def bench(bench: Workbench) -> Workbench:
    """Give the window with the first canvas shown."""
    bench.selection.show_canvas("first")
    return bench


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def covered(bench: Workbench) -> set[str]:
    notes = bench.document.workspace.canvas_by_id["first"].notes
    return {note.id for note in notes if note.covered}


def steps(bench: Workbench) -> list[str]:
    return [step.label for step in bench.document.history.done]


def test_the_selected_notes_are_covered_and_revealed_by_the_same_keys(bench: Workbench) -> None:
    bench.selection.select(["stop", "blame"])
    press(Qt.Key.Key_K, CTRL | SHIFT)
    assert covered(bench) == {"stop", "blame"}
    assert bench.bound["cover.notes"].isChecked()
    press(Qt.Key.Key_K, CTRL | SHIFT)
    assert covered(bench) == set()
    assert steps(bench) == ["Cover 2 notes", "Reveal 2 notes"]


def test_a_section_is_written_covered_from_the_first_letter(bench: Workbench) -> None:
    bench.selection.select(["stop"])
    press(Qt.Key.Key_C, CTRL | SHIFT)
    assert covered(bench) == {"stop", "blame"}
    assert bench.bound["cover.section.pains"].isChecked()
    bench.view.setFocus()
    press(Qt.Key.Key_P)
    QTest.keyClick(QApplication.focusWidget(), "R")
    (new,) = bench.selection.ids
    assert covered(bench) == {"stop", "blame", new}
    press(Qt.Key.Key_Escape)
    bench.bound["cover.section.pains"].trigger()
    assert covered(bench) == set()
    assert not bench.bound["cover.section.pains"].isChecked()


def test_the_caret_stays_where_somebody_types_while_notes_are_revealed(bench: Workbench) -> None:
    bench.selection.select(["stop"])
    press(Qt.Key.Key_C, CTRL | SHIFT)
    bench.view.setFocus()
    press(Qt.Key.Key_P)
    editor = QApplication.focusWidget()
    assert isinstance(editor, NoteEditor)
    QTest.keyClicks(editor, "Rusty gears")
    for _ in range(5):
        press(Qt.Key.Key_Left)
    (new,) = bench.selection.ids
    press(Qt.Key.Key_R, CTRL)
    assert covered(bench) == {"blame", new}
    assert QApplication.focusWidget() is editor
    assert editor.isVisible()
    QTest.keyClicks(editor, "old ")
    press(Qt.Key.Key_L, CTRL | SHIFT)
    assert covered(bench) == set()
    assert QApplication.focusWidget() is editor
    QTest.keyClicks(editor, "iron ")
    press(Qt.Key.Key_Escape)
    note = bench.document.workspace.note(new)
    assert note is not None
    assert note.text == "Rusty old iron gears"


def test_each_reveal_is_told_and_can_be_taken_back(bench: Workbench) -> None:
    bench.bound["cover.section.pains"].trigger()
    press(Qt.Key.Key_R, CTRL)
    assert bench.toast.label.text() == "“Lines stop without warning”: 1 more covered in Pains."
    assert covered(bench) == {"blame"}
    QTest.mouseClick(bench.toast.button, Qt.MouseButton.LeftButton)
    assert covered(bench) == {"stop", "blame"}
    press(Qt.Key.Key_R, CTRL)
    press(Qt.Key.Key_R, CTRL)
    assert bench.toast.label.text() == "“Nobody knows why”: the last covered one of Pains."
    assert not bench.bound["cover.next"].isEnabled()


def test_those_of_an_author_are_chosen_from_a_list(bench: Workbench) -> None:
    named = edit_notes(bench.document.workspace, {"stop": {"author": "Ann"}, "lines": {"author": "Bo"}})
    bench.document.commit("Name authors", named)
    for section in (Section.PAINS, Section.JOBS):
        bench.bound[f"cover.section.{section.name.lower()}"].trigger()
    press(Qt.Key.Key_A, CTRL | SHIFT)
    palette = bench.doors.palette
    assert palette.field.hasFocus()
    shown = [palette.list.topLevelItem(row).text(0) for row in range(palette.list.topLevelItemCount())]
    assert shown == ["Ann", "Bo", "Nobody named"]
    QTest.keyClicks(palette.field, "bo")
    press(Qt.Key.Key_Return)
    assert covered(bench) == {"stop", "blame"}
    assert bench.toast.label.text() == "1 note revealed."
    assert steps(bench)[-1] == "Reveal note"


def test_where_a_room_looks_on_no_list_names_a_covered_note(bench: Workbench) -> None:
    bench.document.commit("Cover", cover(bench.document.workspace, ["stop", "lines"], covered=True))
    palette = bench.doors.palette

    def offered(letters: str) -> list[str]:
        press(Qt.Key.Key_K, CTRL)
        QTest.keyClicks(palette.field, letters)
        shown = [palette.list.topLevelItem(row).text(0) for row in range(palette.list.topLevelItemCount())]
        press(Qt.Key.Key_Escape)
        return shown

    assert "Lines stop without warning" in offered("lines stop")
    bench.scene.set_veiled(on=True)
    assert "Lines stop without warning" not in offered("lines stop")
    assert "Nobody knows why" in offered("nobody knows")
    bench.document.commit("Cut", delete(bench.document.workspace, ["answer"]))
    bench.selection.select(["camera"])
    bench.view.setFocus()
    press(Qt.Key.Key_L, CTRL)
    assert [palette.list.topLevelItem(row).text(0) for row in range(palette.list.topLevelItemCount())] == [
        "Covered note"
    ]


def test_where_a_room_looks_on_no_covered_note_is_found_by_its_words(bench: Workbench) -> None:
    bench.document.commit("Cover", cover(bench.document.workspace, ["stop"], covered=True))
    press(Qt.Key.Key_F, CTRL)
    bar = bench.doors.find_bar
    QTest.keyClicks(bar.field, "line")
    assert bar.count.text() == "1 of 4"
    bench.scene.set_veiled(on=True)
    found = []
    for _ in range(3):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        found.append((bench.selection.focus, bar.count.text()))
    assert found == [("camera", "2 of 3"), ("far", "3 of 3"), ("lines", "1 of 3")]
    bar.field.clear()
    QTest.keyClicks(bar.field, "without warning")
    assert bar.count.text() == "not found"
