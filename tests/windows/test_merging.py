"""Conflicts beside each other on the screen: decided by keys and mouse, and merged as one step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from canvasdesk.editing.business import edit_entries
from canvasdesk.editing.deletion import delete
from canvasdesk.editing.notes import add_notes, edit_notes
from canvasdesk.layout.style import DARK
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.meeting import Theirs, read_theirs
from canvasdesk.storage.files import save
from canvasdesk.windows.merging import Merging

UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
M, T, ESC = Qt.Key.Key_M, Qt.Key.Key_T, Qt.Key.Key_Escape


@pytest.fixture
def page(host: QWidget, document: Document) -> Merging:
    page = Merging(host, host, document)
    page.use(DARK)
    return page


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def show(page: Merging, document: Document, tmp_path: Path, done: list[str]) -> Callable[..., None]:
    """Let the document, changed by us, meet what others made of the same start."""

    def show(mine: Workspace, theirs: Workspace, *, known: bool = True) -> None:
        base = document.workspace
        document.commit("Edit", mine)
        save(tmp_path / "plan.canvasdesk", theirs, recovery_dir=tmp_path)
        found = read_theirs(tmp_path / "plan.canvasdesk")
        assert isinstance(found, Theirs)
        page.ask(found, base if known else None, lambda: done.append("merged"), lambda: done.append("left"))

    return show


def texts(workspace: Workspace, **said: str) -> Workspace:
    return edit_notes(workspace, {each: {"text": text} for each, text in said.items()})


def press(page: Merging, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.table, key)


def shown(page: Merging, row: int, column: int) -> str:
    return str(page.table.model().index(row, column).data())


def text(document: Document, note_id: str) -> str:
    return document.workspace.note_by_id[note_id].text


@pytest.fixture
def two(show: Callable[..., None], workspace: Workspace) -> None:
    """Give two notes that both reworded."""
    mine = texts(workspace, stop="My stop", blame="My blame")
    show(mine, texts(workspace, stop="Their stop", blame="Their blame", lines="Their lines"))


@pytest.mark.usefixtures("two")
def test_each_conflict_says_what_where_before_and_both_sides(page: Merging) -> None:
    assert page.heading.text() == "Merge with “plan”"
    assert page.came.text() == "Comes from there: “Keep the lines running” reworded"
    assert shown(page, 0, 0) == "Note “My stop”\nPains · Makers · text\nBefore: “Lines stop without warning”"
    assert (shown(page, 0, 1), shown(page, 0, 2)) == ("“My stop”", "“Their stop”")
    assert page.count.text() == "Both changed 2 things differently. Mine: 2 · Theirs: 0"
    assert page.table.hasFocus()


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("keys", "stop", "blame"),
    [
        ((), "My stop", "My blame"),
        ((T,), "Their stop", "My blame"),
        ((RIGHT, DOWN, DOWN, RIGHT), "Their stop", "Their blame"),
        ((T, LEFT, DOWN, T), "My stop", "Their blame"),
        ((DOWN, T, UP, T, M), "My stop", "Their blame"),
    ],
)
def test_keys_decide(
    page: Merging, document: Document, done: list[str], keys: tuple[Qt.Key, ...], stop: str, blame: str
) -> None:
    press(page, *keys)
    QTest.mouseClick(page.merge_button, Qt.MouseButton.LeftButton)
    assert (text(document, "stop"), text(document, "blame")) == (stop, blame)
    assert text(document, "lines") == "Their lines"
    assert document.history.done[-1].label == "Merge with “plan”"
    assert len(document.history.done) == 2
    assert done == ["merged"]
    assert page.isHidden()


@pytest.mark.usefixtures("two")
def test_clicks_decide_and_buttons_decide_all(page: Merging, document: Document) -> None:
    place = page.table.visualRect(page.table.model().index(1, 2)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.count.text().endswith("Mine: 1 · Theirs: 1")
    QTest.mouseClick(
        page.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.table.visualRect(page.table.model().index(0, 0)).topLeft() + QPoint(4, 4),
    )
    assert page.count.text().endswith("Mine: 1 · Theirs: 1"), "what it is about chooses nothing"
    QTest.mouseClick(page.all_theirs, Qt.MouseButton.LeftButton)
    assert page.count.text().endswith("Mine: 0 · Theirs: 2")
    QTest.mouseClick(page.all_mine, Qt.MouseButton.LeftButton)
    assert page.count.text().endswith("Mine: 2 · Theirs: 0")


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("way", ["Esc", "button"])
def test_leaving_changes_nothing(page: Merging, document: Document, done: list[str], way: str) -> None:
    before = document.workspace
    press(page, T)
    if way == "Esc":
        press(page, ESC)
    else:
        QTest.mouseClick(page.cancel_button, Qt.MouseButton.LeftButton)
    assert page.isHidden()
    assert document.workspace is before
    assert done == ["left"]


@pytest.mark.usefixtures("two")
def test_it_follows_the_document_and_choices_stay(page: Merging, document: Document) -> None:
    press(page, DOWN, T)
    document.commit("Edit note", texts(document.workspace, stop="My other stop"))
    assert shown(page, 0, 1) == "“My other stop”"
    assert page.count.text().endswith("Mine: 1 · Theirs: 1")
    document.reset(Workspace())
    assert page.isHidden()


def test_what_is_deleted_here_and_changed_there_comes_back_unless_mine_is_chosen(
    page: Merging, show: Callable[..., None], workspace: Workspace, document: Document
) -> None:
    show(delete(workspace, ["stop"]), texts(workspace, stop="Their stop"))
    assert (shown(page, 0, 1), shown(page, 0, 2)) == ("deleted", "stays")
    assert page.count.text().endswith("Mine: 0 · Theirs: 1")
    assert page.table.currentIndex().column() == 2
    QTest.mouseClick(page.merge_button, Qt.MouseButton.LeftButton)
    assert text(document, "stop") == "Their stop"


def test_mine_can_stay_deleted(
    page: Merging, show: Callable[..., None], workspace: Workspace, document: Document
) -> None:
    show(delete(workspace, ["stop"]), texts(workspace, stop="Their stop"))
    press(page, M)
    QTest.mouseClick(page.merge_button, Qt.MouseButton.LeftButton)
    assert "stop" not in document.workspace.note_by_id


def test_entries_are_named_by_their_block(
    page: Merging, show: Callable[..., None], workspace: Workspace
) -> None:
    show(
        edit_entries(workspace, {"rent": {"text": "My rent"}}),
        edit_entries(workspace, {"rent": {"text": "Their rent"}}),
    )
    assert shown(page, 0, 0).startswith("Entry “My rent”\nCost structure · text\n")


def test_without_a_common_version_nothing_stands_before(
    page: Merging, show: Callable[..., None], workspace: Workspace
) -> None:
    show(workspace, texts(workspace, stop="Their stop"), known=False)
    assert "Before" not in shown(page, 0, 0)


def test_notes_that_both_wrote_are_offered_as_one(
    page: Merging, show: Callable[..., None], workspace: Workspace, document: Document
) -> None:
    dust = Note(id="hers", section=Section.PAINS, text="Dust everywhere")
    show(
        add_notes(workspace, "first", [evolve(dust, id="mine")]),
        add_notes(workspace, "first", [evolve(dust, text="dust, everywhere")]),
    )
    assert page.one_of_doubles.isVisible()
    assert page.table.isHidden()
    QTest.keyClick(page.one_of_doubles, Qt.Key.Key_Space)
    QTest.mouseClick(page.merge_button, Qt.MouseButton.LeftButton)
    assert len(document.workspace.note_by_id.keys() & {"mine", "hers"}) == 1


def test_a_hundred_conflicts_are_walked_and_scrolled(
    page: Merging, show: Callable[..., None], workspace: Workspace, document: Document
) -> None:
    notes = [Note(id=f"n{number}", section=Section.PAINS, text=f"Pain {number}") for number in range(100)]
    more = add_notes(workspace, "first", notes)
    document.commit("Add notes", more)
    show(
        texts(more, **{note.id: f"My {note.text}" for note in notes}),
        texts(more, **{note.id: f"Their {note.text}" for note in notes}),
    )
    assert page.table.model().rowCount() == 100
    press(page, *[DOWN] * 99, T)
    last = page.table.visualRect(page.table.currentIndex())
    assert page.table.currentIndex().row() == 99
    assert page.table.viewport().rect().contains(last.center())
    assert page.count.text().endswith("Mine: 99 · Theirs: 1")


def test_texts_of_any_length_are_shown_whole(
    page: Merging, show: Callable[..., None], workspace: Workspace
) -> None:
    show(texts(workspace, stop="Mine " * 80), texts(workspace, stop="Theirs"))
    assert page.table.rowHeight(0) > 6 * page.table.fontMetrics().height()
    page.grab()


@pytest.mark.usefixtures("two")
def test_a_screen_reader_hears_both_sides_and_what_was_chosen(page: Merging) -> None:
    press(page, T)
    model, role = page.table.model(), Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 2).data(role).endswith(": Theirs “Their stop”, chosen")
    assert model.index(0, 1).data(role).endswith(": Mine “My stop”")
    assert QAccessible.queryAccessibleInterface(page.table).text(QAccessible.Text.Name)
