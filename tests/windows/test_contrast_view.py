"""Side by side on the screen: walked by keys and mouse, live, copied, and left for what it names."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from canvasdesk.drawing.contrast import NARROWEST
from canvasdesk.editing.business import add_entries
from canvasdesk.editing.deletion import delete
from canvasdesk.editing.notes import edit_notes
from canvasdesk.editing.segments import add_segment, edit_segment
from canvasdesk.layout.style import DARK
from canvasdesk.model.business import Block, Entry
from canvasdesk.model.contrast import Row
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.session.settings import THEME
from canvasdesk.windows.contrast_table import ROWS
from canvasdesk.windows.contrast_view import ContrastView
from canvasdesk.windows.export import ExportDialog
from canvasdesk.windows.workbench import Workbench

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DOWN, RIGHT, ENTER, ESC = Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def page(bench: Workbench) -> ContrastView:
    """Give the segments side by side, as the keys open them."""
    QTest.keyClick(bench.view, Qt.Key.Key_B, CTRL | SHIFT)
    assert bench.doors.contrast.table.hasFocus()
    return bench.doors.contrast


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[None]:
    """Let the application look afterwards as it did before."""
    palette = qapp.palette()
    yield
    qapp.setPalette(palette)


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def shown(page: ContrastView, row: int, column: int) -> object:
    return page.table.model().index(row, column).data()


def test_it_covers_the_sides_and_goes_back_to_where_one_was(bench: Workbench, page: ContrastView) -> None:
    assert page.size() == bench.window.sides.size()
    assert page.heading.text() == "Factory · side by side"
    press(ESC)
    assert page.isHidden()
    assert bench.view.hasFocus()
    QTest.keyClick(bench.view, Qt.Key.Key_B, CTRL | SHIFT)
    assert page.isVisible()
    QTest.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert page.isHidden()
    assert bench.view.hasFocus()


def test_the_same_keys_close_it(page: ContrastView) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_B, CTRL | SHIFT)
    assert page.isHidden()


def test_the_arrows_go_from_cell_to_cell_and_enter_to_the_note(bench: Workbench, page: ContrastView) -> None:
    press(DOWN, ENTER)
    assert page.isHidden()
    assert (bench.selection.canvas_id, bench.selection.ids) == ("first", {"stop"})
    assert bench.view.hasFocus()


def test_a_cell_that_names_nothing_leads_to_the_canvas_of_its_segment(
    bench: Workbench, page: ContrastView
) -> None:
    press(RIGHT, ENTER)
    assert bench.selection.canvas_id == "second"


def test_an_entry_is_shown_on_the_business_model(bench: Workbench, page: ContrastView) -> None:
    entry = Entry(id="fair", block=Block.CHANNELS, text="Fair")
    bench.document.commit("Add", add_entries(bench.document.workspace, [entry]))
    press(*[DOWN] * ROWS.index(Row.CHANNELS), ENTER)
    assert (bench.selection.canvas_id, bench.selection.ids) == (None, {"fair"})


def test_where_a_cell_names_several_one_chooses(bench: Workbench, page: ContrastView) -> None:
    entries = [Entry(id=each, block=Block.REVENUE, text=f"{each} & more") for each in ("toll", "lease")]
    bench.document.commit("Add", add_entries(bench.document.workspace, entries))
    press(*[DOWN] * ROWS.index(Row.REVENUE), ENTER)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["toll && more", "lease && more"]
    QTest.keyClick(menu, DOWN)
    QTest.keyClick(menu, ENTER)
    assert bench.selection.ids == {"lease"}
    assert page.isHidden()


def test_a_click_on_a_segment_and_a_double_click_on_a_cell_go_there(
    bench: Workbench, page: ContrastView
) -> None:
    header = page.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.selection.canvas_id == "second"
    assert page.isHidden()
    QTest.keyClick(bench.view, Qt.Key.Key_B, CTRL | SHIFT)
    cell = page.table.visualRect(page.table.model().index(0, 0)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert bench.selection.ids == {"lines"}


def test_it_follows_edits_and_undo_and_stays_where_one_is(bench: Workbench, page: ContrastView) -> None:
    press(DOWN, RIGHT)
    kept = page.table.cells.columns[1]
    workspace = bench.document.workspace
    bench.document.commit(
        "Edit", edit_notes(workspace, {"stop": {"text": "Lines stand still", "importance": 5}})
    )
    assert shown(page, 1, 0) == "Lines stand still"
    assert page.table.cells.columns[1] is kept
    QTest.keyClick(page.table, Qt.Key.Key_Z, CTRL)
    assert shown(page, 1, 0) == "Lines stop without warning"
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (1, 1)


def test_segments_come_and_go_under_the_focus(bench: Workbench, page: ContrastView) -> None:
    press(DOWN, RIGHT)
    more = add_segment(bench.document.workspace, CustomerSegment(id="labs", name="Labs"))
    bench.document.commit("Add", more)
    assert page.table.model().columnCount() == 3
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (1, 1)
    bench.selection.show_segment("labs")
    assert page.isHidden()
    QTest.keyClick(bench.view, Qt.Key.Key_B, CTRL | SHIFT)
    QTest.keyClick(page.table, Qt.Key.Key_Z, CTRL)
    assert page.isVisible()
    assert page.table.model().columnCount() == 2


def test_it_gives_way_to_what_somebody_wants_to_see(bench: Workbench, page: ContrastView) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_B, CTRL)
    assert bench.selection.canvas_id is None
    assert page.isHidden()
    QTest.keyClick(bench.view, Qt.Key.Key_B, CTRL | SHIFT)
    QTest.keyClick(page.table, Qt.Key.Key_F, CTRL)
    assert page.isHidden()


@pytest.mark.parametrize("by_button", [False, True])
def test_the_table_lands_on_the_clipboard_as_text_and_html(
    bench: Workbench, page: ContrastView, *, by_button: bool
) -> None:
    if by_button:
        QTest.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(page.table, Qt.Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    lines = mime.text().splitlines()
    assert lines[0] == "Segment\tMakers\tBakers"
    assert lines[1] == "Primary job\tKeep the lines running\t"
    assert len(lines) == 1 + len(ROWS)
    assert "<td>Keep the lines running</td>" in mime.html()
    assert page.toast.isVisible()
    assert page.toast.label.text() == "2 segments copied as a table."


def test_a_screen_reader_hears_row_segment_and_text(page: ContrastView) -> None:
    table = QAccessible.queryAccessibleInterface(page.table)
    names = [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]
    assert names[:6] == [
        "",
        "Makers",
        "Bakers",
        "Primary job",
        "Primary job, Makers: Keep the lines running",
        "Primary job, Bakers: –",
    ]


def test_tab_leaves_the_table_for_the_buttons(page: ContrastView) -> None:
    page.copy_button.setFocus()
    press(Qt.Key.Key_Tab)
    assert page.export_button.hasFocus()
    page.table.setFocus()
    press(Qt.Key.Key_Tab)
    assert not page.table.hasFocus()


def test_titles_stay_in_view_and_rows_are_as_high_as_their_words(
    bench: Workbench, page: ContrastView
) -> None:
    long = edit_segment(bench.document.workspace, bench.document.workspace.segments[0].id, name="word " * 40)
    bench.document.commit("Rename", long)
    look = page.table.cells.look
    assert look
    scale = page.table.scale
    assert scale > 1  # there is room
    assert page.table.horizontalHeader().height() == round(look.top * scale) > 60
    assert [page.table.rowHeight(n) for n in range(len(ROWS))] == [
        round(look.high[row] * scale) for row in ROWS
    ]
    assert page.table.columnWidth(0) == round(look.wide * scale)
    assert not page.table.horizontalScrollBar().isVisible()
    assert not page.table.verticalScrollBar().isVisible()
    bench.window.resize(900, 400)
    assert page.table.scale == 1
    assert NARROWEST <= page.table.columnWidth(0) < look.wide


def test_without_segments_there_is_nothing_to_show(bench: Workbench, page: ContrastView) -> None:
    ids = [segment.id for segment in bench.document.workspace.segments]
    bench.document.commit("Delete", delete(bench.document.workspace, ids))
    assert page.isHidden()
    assert not bench.bound["model.contrast"].isEnabled()


@pytest.mark.usefixtures("undressed")
def test_it_is_drawn_in_the_colours_of_the_theme(bench: Workbench, page: ContrastView) -> None:
    bench.settings.set(THEME, "dark")
    picture = page.table.viewport().grab().toImage()
    place = page.table.visualRect(page.table.model().index(3, 0)).center()
    assert picture.pixelColor(place).name().upper() == DARK.shape


def test_the_export_offers_what_is_shown(page: ContrastView) -> None:
    asked: list[str] = []

    def look_and_leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        asked.append(dialog.what.currentText())
        QTest.keyClick(dialog, ESC)

    QTimer.singleShot(0, look_and_leave)
    QTest.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    assert asked == ["Side by side"]
    assert page.isVisible()


def test_before_a_room_it_does_not_name_what_is_covered(bench: Workbench) -> None:
    def told() -> set[str]:
        QTest.keyClick(bench.view, Qt.Key.Key_B, CTRL | SHIFT)
        page = bench.doors.contrast
        rows, columns = page.table.model().rowCount(), page.table.model().columnCount()
        cells = {shown(page, row, column) for row in range(rows) for column in range(columns)}
        press(ESC)
        return {str(cell) for cell in cells}

    bench.selection.show_canvas("first")
    pains = {note.text for note in bench.document.workspace.canvas_by_id["first"].in_section(Section.PAINS)}
    assert told() & pains
    bench.bound["cover.section.pains"].trigger()
    assert told() & pains, "whoever leads may know"
    QTest.keyClick(bench.view, Qt.Key.Key_F5)
    assert not told() & pains
    QTest.keyClick(bench.view, Qt.Key.Key_F5)
