"""Earlier versions: walked by keys and mouse, seen as pictures, brought back as one step."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasdesk.editing.deletion import delete
from canvasdesk.editing.notes import edit_notes
from canvasdesk.layout.style import DARK, LIGHT
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.storage.codec import write
from canvasdesk.storage.versions import keep, versions
from canvasdesk.windows.versions import VersionsPage
from canvasdesk.windows.workbench import Workbench

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
HOUR = timedelta(hours=1)


@pytest.fixture
def path(document: Document, tmp_path: Path) -> Path:
    """Give the file of the document, which was saved three times: as it is, reworded, without a note."""
    path = tmp_path / "plan.canvasdesk"
    reworded = edit_notes(document.workspace, {"stop": {"text": "Lines stand still"}})
    shorter = delete(reworded, ["blame"])
    for hours, workspace in ((3, document.workspace), (2, reworded), (1, shorter)):
        keep(path, write(workspace), datetime.now(UTC) - hours * HOUR)
    path.write_bytes(write(shorter))
    document.open(path)
    return path


@pytest.fixture
def page(qtbot: QtBot, path: Path, bench: Workbench) -> VersionsPage:
    """Give the versions, as the keys open them, with the newest one read."""
    bench.selection.show_canvas("first")
    QTest.keyClick(bench.view, Qt.Key.Key_H, CTRL | ALT)
    page = bench.doors.versions
    assert page.list.hasFocus()
    qtbot.waitUntil(page.pages.picture.isVisible)
    return page


def test_that_there_is_none_yet_is_said_in_the_middle(bench: Workbench) -> None:
    QTest.keyClick(bench.view, Qt.Key.Key_H, CTRL | ALT)
    page = bench.doors.versions
    assert page.back_button.hasFocus()
    QApplication.sendPostedEvents()
    assert page.pages.width() > 0.95 * page.width()


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def rows(page: VersionsPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def text(document: Document, note_id: str) -> str | None:
    note = document.workspace.note(note_id)
    return note.text if note else None


def test_the_newest_comes_first_with_time_size_and_what_is_in_the_file(page: VersionsPage) -> None:
    first, *others = rows(page)
    assert "today" in first or "yesterday" in first
    assert first.endswith("kB · in the file now")
    assert len(others) == 2
    assert all(row.endswith("kB") for row in others)
    assert page.heading.text() == "Versions of plan"


def test_walking_says_what_changed_since_the_version_before(qtbot: QtBot, page: VersionsPage) -> None:
    assert page.since.text().startswith("Changed since ")
    assert page.changes.text() == "1 note deleted in Pains"
    press(DOWN)
    qtbot.waitUntil(lambda: page.changes.text() == "“Lines stop without warning” reworded")
    press(DOWN)
    qtbot.waitUntil(lambda: page.since.text() == "The oldest version that is kept")
    assert page.changes.text() == ""


def test_the_picture_is_of_the_sheet_one_was_looking_at_and_the_arrows_turn_to_others(
    page: VersionsPage,
) -> None:
    assert page.pages.name.text() == "Makers (2 of 3)"
    press(RIGHT)
    assert page.pages.name.text() == "Bakers (3 of 3)"
    press(RIGHT)
    assert page.pages.name.text() == "Business model (1 of 3)"
    press(LEFT, LEFT)
    assert page.pages.name.text() == "Makers (2 of 3)"
    QTest.mouseClick(page.pages.after, Qt.MouseButton.LeftButton)
    assert page.pages.name.text() == "Bakers (3 of 3)"


def test_the_picture_shows_the_version_in_the_colours_of_the_theme(qtbot: QtBot, page: VersionsPage) -> None:
    newest = page.pages.picture.grab().toImage()
    press(DOWN)
    qtbot.waitUntil(lambda: "reworded" in page.changes.text())
    older = page.pages.picture.grab().toImage()
    assert newest.size() == older.size()
    assert newest != older
    assert older.pixelColor(0, 0).name() == LIGHT.board.lower()
    page.use(DARK)
    assert page.pages.picture.grab().toImage().pixelColor(0, 0).name() == DARK.board.lower()


def test_enter_restores_as_one_step_that_can_be_taken_back(
    bench: Workbench, document: Document, page: VersionsPage
) -> None:
    before = document.workspace
    press(DOWN, DOWN, ENTER)
    assert page.isHidden()
    assert text(document, "stop") == "Lines stop without warning"
    assert text(document, "blame") == "Nobody knows why"
    assert document.history.done[-1].label.startswith("Restore version of ")
    assert document.dirty
    assert bench.toast.label.text().startswith("The version of ")
    QTest.mouseClick(bench.toast.button, Qt.MouseButton.LeftButton)
    assert document.workspace is before
    assert not document.dirty


def test_what_is_there_already_is_no_step(bench: Workbench, document: Document, page: VersionsPage) -> None:
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)  # a save puts the present time into the file alone
    document.commit("Rename", evolve(document.workspace, title="Works", modified=long_ago))
    document.save()
    press(UP)
    QTest.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    assert [step.label for step in document.history.done] == ["Rename"]
    assert bench.toast.label.text() == "The document is the same as this version."


def test_a_document_that_is_only_read_is_not_changed(
    bench: Workbench, document: Document, page: VersionsPage
) -> None:
    document.read_only = True
    press(DOWN, ENTER)
    assert text(document, "stop") == "Lines stand still"
    assert bench.toast.label.text().startswith("This file is open for reading only.")


def test_a_copy_opens_in_a_window_of_its_own(document: Document, page: VersionsPage) -> None:
    before = document.workspace
    press(DOWN, DOWN)
    QTest.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)
    assert page.isHidden()
    assert document.workspace is before
    there = [each.findChild(Workbench) for each in QApplication.topLevelWidgets()]
    (other,) = (found for found in there if found and found.document is not document)
    assert text(other.document, "stop") == "Lines stop without warning"
    assert other.document.path is None
    other.window.close()


def test_a_damaged_version_says_so_and_cannot_be_restored(
    qtbot: QtBot, document: Document, path: Path, page: VersionsPage
) -> None:
    versions(path)[2].file.write_bytes(b"{")
    press(DOWN, DOWN)
    qtbot.waitUntil(page.pages.said.isVisible)
    assert page.pages.said.text() == "This version cannot be opened: it is damaged."
    assert not page.restore_button.isEnabled()
    assert not page.copy_button.isEnabled()
    press(ENTER)
    assert page.isVisible()
    assert not document.history.done
    press(UP, ENTER)
    assert text(document, "stop") == "Lines stand still"


def test_without_the_version_before_nothing_is_said_of_changes(
    qtbot: QtBot, path: Path, page: VersionsPage
) -> None:
    versions(path)[2].file.unlink()
    press(DOWN)
    qtbot.waitUntil(lambda: page.changes.text() == "That version is damaged.")


def test_only_what_is_looked_at_is_read(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path, page: VersionsPage
) -> None:
    opened: list[Path] = []
    read = Path.read_bytes

    def counted(file: Path) -> bytes:
        opened.append(file)
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", counted)
    press(DOWN)
    qtbot.waitUntil(lambda: "reworded" in page.changes.text())
    assert opened == [versions(path)[2].file], "the other one was the older one a moment ago"


def test_a_save_adds_a_version_and_one_stays_on_the_same(
    qtbot: QtBot, document: Document, page: VersionsPage
) -> None:
    press(DOWN)
    document.commit("Rename", evolve(document.workspace, title="Works"))
    document.save()
    assert len(rows(page)) == 4
    assert page.list.currentRow() == 2
    assert [row.endswith("in the file now") for row in rows(page)] == [True, False, False, False]


def test_without_versions_it_says_when_they_are_made_and_where_they_are(
    bench: Workbench, document: Document, tmp_path: Path
) -> None:
    QTest.keyClick(bench.view, Qt.Key.Key_H, CTRL | ALT)
    page = bench.doors.versions
    assert page.list.isHidden()
    said = page.pages.said.text()
    assert "the last 20, for 30 days" in said
    assert "canvasdesk/versions" in said
    assert page.back_button.hasFocus()
    document.save(tmp_path / "new.canvasdesk")
    assert len(rows(page)) == 1
    press(ESC)
    assert page.isHidden()
    assert bench.view.hasFocus()


def test_the_same_keys_and_other_documents_close_it(
    bench: Workbench, document: Document, page: VersionsPage
) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_H, CTRL | ALT)
    assert page.isHidden()
    QTest.keyClick(bench.view, Qt.Key.Key_H, CTRL | ALT)
    assert page.isVisible()
    document.reset(Workspace())
    assert page.isHidden()


def test_everything_has_a_name_for_those_who_do_not_see_it(page: VersionsPage) -> None:
    for part in (page, page.list, page.pages.before, page.pages.after, page.pages.picture):
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    assert page.pages.picture.accessibleName() == "Picture of Makers"
    assert page.pages.before.height() >= 24
