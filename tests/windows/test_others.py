"""Two programs, one file: what the other does is told above the canvas, and every way on keeps the work."""

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from canvasdesk.editing.notes import edit_notes
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.storage.files import load
from canvasdesk.storage.versions import versions
from canvasdesk.windows.others import Others
from canvasdesk.windows.workbench import Workbench
from tests.second import edit_elsewhere

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return tmp_path / "work" / "plan.canvasdesk"


@pytest.fixture
def document(document: Document, path: Path) -> Document:
    document.save(path)
    return document


@pytest.fixture
def others(bench: Workbench, qtbot: QtBot) -> Others:
    """Give what watches the file, once it has had its first look."""
    qtbot.waitUntil(lambda: bench.files.others is not None)
    assert isinstance(bench.files.others, Others)
    return bench.files.others


@pytest.fixture
def mine(document: Document) -> Workspace:
    """Give what is not saved yet: another text of a note."""
    document.commit("Edit note", reworded(document.workspace, "stop", "Mine"))
    return document.workspace


def reworded(workspace: Workspace, note_id: str, text: str) -> Workspace:
    return edit_notes(workspace, {note_id: {"text": text}})


def text(document: Document | Path, note_id: str) -> str:
    workspace = document.workspace if isinstance(document, Document) else load(document).workspace
    return workspace.note_by_id[note_id].text


def read_to_the_end() -> None:
    """Wait for what is read in a thread, without letting the window hear of it."""
    for thread in threading.enumerate():
        if thread is not threading.main_thread():
            thread.join(20)


def asides(others: Others) -> list[QSocketNotifier]:
    """Give the lines on which something that is read in a thread has still to come."""
    return others.findChildren(QSocketNotifier, options=Qt.FindChildOption.FindDirectChildrenOnly)


def asked(qtbot: QtBot, others: Others) -> str:
    """Wait until something has to be decided, and give what is said of it."""
    qtbot.waitUntil(others.strip.isVisible)
    return others.strip.said.text()


def press(others: Others, words: str) -> None:
    button = next(each for each in others.strip.buttons if each.text().replace("&", "") == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def unwatched(others: Others) -> None:
    """Let nothing be told of the file until somebody asks, as on a share."""
    others.watch.changed_on_disk.disconnect()
    others.watch.gone.disconnect()


def settled(qtbot: QtBot, bench: Workbench, said: str) -> None:
    qtbot.waitUntil(lambda: bench.toast.isVisible() and said in bench.toast.label.text())


def test_what_others_save_is_shown_and_can_be_undone(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, path: Path
) -> None:
    edit_elsewhere(path, {"stop": "Theirs"})
    settled(qtbot, bench, "Somebody else changed “plan”: “Lines stop without warning” reworded")
    assert text(document, "stop") == "Theirs"
    assert not document.dirty
    assert others.strip.isHidden()
    QTest.mouseClick(bench.toast.button, Qt.MouseButton.LeftButton)
    assert text(document, "stop") == "Lines stop without warning"
    QTest.keyClick(bench.view, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: text(path, "stop") == "Lines stop without warning")
    assert others.strip.isHidden()


def test_the_same_in_other_bytes_disturbs_nobody(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, mine: Workspace, path: Path
) -> None:
    edit_elsewhere(path, {})
    path.write_bytes(path.read_bytes() + b"\n")
    before = document.digest
    qtbot.waitUntil(lambda: document.digest != before)
    assert others.strip.isHidden()
    assert document.workspace is mine
    QTest.keyClick(bench.view, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not document.dirty)
    assert text(path, "stop") == "Mine"


def test_where_both_changed_it_nothing_happens_until_somebody_decides(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, mine: Workspace, path: Path
) -> None:
    edit_elsewhere(path, {"blame": "Theirs"})
    assert asked(qtbot, others) == "“plan” was changed by somebody else, and by you too."
    assert others.strip.details.text() == "Theirs: “Nobody knows why” reworded"
    assert [each.text() for each in others.strip.buttons] == [
        "&Keep both",
        "&Take theirs",
        "Keep &mine",
        "Mer&ge…",
    ]
    assert bench.view.hasFocus()
    assert QApplication.activeModalWidget() is None
    assert document.workspace is mine
    assert text(path, "blame") == "Theirs"


def test_keep_both_goes_on_in_a_file_beside(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, mine: Workspace, path: Path
) -> None:
    edit_elsewhere(path, {"stop": "Theirs"})
    asked(qtbot, others)
    press(others, "Keep both")
    settled(qtbot, bench, "“plan” stays as others have it.")
    assert document.path
    assert document.path.name.startswith("plan (mine ")
    assert (text(document.path, "stop"), text(path, "stop")) == ("Mine", "Theirs")
    assert others.strip.isHidden()
    assert not document.dirty


def test_take_theirs_is_a_step(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, mine: Workspace, path: Path
) -> None:
    edit_elsewhere(path, {"stop": "Theirs"})
    asked(qtbot, others)
    press(others, "Take theirs")
    assert text(document, "stop") == "Theirs"
    assert not document.dirty
    QTest.keyClick(bench.view, Qt.Key.Key_Z, CTRL)
    assert document.workspace is mine
    assert document.dirty


def test_keep_mine_lets_the_next_save_replace_theirs_and_keeps_that(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, mine: Workspace, path: Path
) -> None:
    edit_elsewhere(path, {"stop": "Theirs"})
    theirs = load(path).digest
    asked(qtbot, others)
    press(others, "Keep mine")
    assert text(path, "stop") == "Theirs"
    QTest.mouseClick(bench.toast.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not document.dirty)
    assert text(path, "stop") == "Mine"
    qtbot.waitUntil(lambda: theirs in [each.digest for each in versions(path)])


def test_merge_is_done_at_once_where_nothing_contradicts(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, mine: Workspace, path: Path
) -> None:
    edit_elsewhere(path, {"blame": "Theirs"})
    asked(qtbot, others)
    press(others, "Merge…")
    settled(qtbot, bench, "Merged with “plan”; nothing contradicted.")
    assert (text(document, "stop"), text(document, "blame")) == ("Mine", "Theirs")
    assert document.history.done[-1].label == "Merge with “plan”"
    QTest.keyClick(bench.view, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not document.dirty)
    assert (text(path, "stop"), text(path, "blame")) == ("Mine", "Theirs")


def test_a_save_that_meets_others_work_asks_instead(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, mine: Workspace, path: Path
) -> None:
    unwatched(others)
    edit_elsewhere(path, {"stop": "Theirs"})
    QTest.keyClick(bench.view, Qt.Key.Key_S, CTRL)
    assert "changed by somebody else" in asked(qtbot, others)
    assert document.workspace is mine
    assert text(path, "stop") == "Theirs"


def test_a_save_that_meets_the_same_in_other_bytes_is_done(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, mine: Workspace, path: Path
) -> None:
    unwatched(others)
    path.write_bytes(path.read_bytes() + b"\n")
    QTest.keyClick(bench.view, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not document.dirty)
    assert text(path, "stop") == "Mine"


def test_going_on_in_another_file_answers_it_too(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, mine: Workspace, path: Path
) -> None:
    edit_elsewhere(path, {"stop": "Theirs"})
    asked(qtbot, others)
    assert bench.files.save_to(path.with_name("mine.canvasdesk"))
    assert others.strip.isHidden()


def test_a_file_that_is_gone_can_be_saved_again(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, path: Path
) -> None:
    path.unlink()
    assert "not in its folder any more" in asked(qtbot, others)
    assert document.dirty
    press(others, "Save again")
    qtbot.waitUntil(lambda: not document.dirty)
    assert load(path).workspace.note_by_id.keys() == document.workspace.note_by_id.keys()
    assert others.strip.isHidden()


def test_a_file_that_comes_back_changed_is_shown(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, path: Path
) -> None:
    path.rename(path.with_name("away"))
    asked(qtbot, others)
    edit_elsewhere(path.with_name("away"), {"stop": "Theirs"}, path)
    settled(qtbot, bench, "Somebody else changed")
    assert others.strip.isHidden()
    assert not document.dirty


def test_what_cannot_be_read_is_told_and_replaces_nothing(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, path: Path
) -> None:
    before, good = document.workspace, path.read_bytes()
    path.write_text("{")
    assert "Your work is still here." in asked(qtbot, others)
    assert "plan.canvasdesk" in others.strip.details.text()
    assert document.workspace is before
    unwatched(others)
    path.write_bytes(good)
    press(others, "Try again")
    qtbot.wait_until(others.strip.isHidden)


def test_who_only_reads_sees_what_others_save(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, path: Path
) -> None:
    document.open(path, read_only=True)
    edit_elsewhere(path, {"stop": "Theirs"})
    settled(qtbot, bench, "Somebody else changed “plan”")
    assert text(document, "stop") == "Theirs"
    assert document.read_only
    assert not document.dirty
    assert not bench.toast.button.isVisible()


def test_a_newer_program_wrote_it(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, mine: Workspace, path: Path
) -> None:
    edit_elsewhere(path, {"stop": "Theirs"})
    path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 99', 1))
    qtbot.waitUntil(lambda: [each.text() for each in others.strip.buttons] == ["&Keep both"])
    assert "by a newer canvasdesk, so this one cannot merge" in others.strip.said.text()
    assert others.strip.details.isHidden()


def test_reload_takes_what_is_on_disk_and_undo_brings_mine_back(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, mine: Workspace, path: Path
) -> None:
    bench.bound["file.reload"].trigger()
    settled(qtbot, bench, "Loaded from disk: “Mine” reworded")
    assert text(document, "stop") == "Lines stop without warning"
    assert not document.dirty
    QTest.mouseClick(bench.toast.button, Qt.MouseButton.LeftButton)
    assert document.workspace is mine
    document.undo()
    bench.bound["file.reload"].trigger()
    settled(qtbot, bench, "“plan” is shown as it is on disk.")


@pytest.mark.usefixtures("mine")
def test_what_was_read_before_a_save_is_read_again_after_it(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, path: Path
) -> None:
    bench.bound["file.reload"].trigger()
    read_to_the_end()
    document.save(path)
    qtbot.waitUntil(lambda: not asides(others))
    assert text(document, "stop") == text(path, "stop") == "Mine"
    document.commit("Edit note", reworded(document.workspace, "stop", "Later"))
    others.look(path)
    read_to_the_end()
    document.save(path)
    qtbot.waitUntil(lambda: not asides(others))
    assert text(document, "stop") == "Later"
    assert others.strip.isHidden()


def test_reload_of_nothing_says_why(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, path: Path
) -> None:
    unwatched(others)
    path.unlink()
    bench.bound["file.reload"].trigger()
    settled(qtbot, bench, "“plan.canvasdesk” cannot be opened: there is no such file.")


def test_merging_with_another_file_asks_for_it(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.canvasdesk"
    edit_elsewhere(path, {"blame": "Theirs"}, other)
    asking = QTimer(bench)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        field = dialog.findChild(QLineEdit, "fileNameEdit") if dialog else None
        if field:
            asking.stop()
            field.setText(str(other))
            QTest.keyClick(field, Qt.Key.Key_Return)

    asking.timeout.connect(answer)
    asking.start(5)
    bench.bound["file.merge"].trigger()
    qtbot.waitUntil(others.merger.page.isVisible)
    assert others.merger.page.heading.text() == "Merge with “other”"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "“other.canvasdesk” cannot be opened"),
        (b'{"format": "canvasdesk", "version": 99}', "“other” was not merged: a newer canvasdesk wrote it."),
    ],
)
def test_what_cannot_be_merged_is_told(
    qtbot: QtBot, bench: Workbench, others: Others, tmp_path: Path, content: bytes, said: str
) -> None:
    other = tmp_path / "other.canvasdesk"
    other.write_bytes(content)
    others.merge_with(other)
    settled(qtbot, bench, said)


def test_a_merge_with_the_same_says_so(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, path: Path
) -> None:
    others.merge_with(path)
    settled(qtbot, bench, "“plan” has nothing that is not here.")
    assert not document.history.done


# Conflicted copies ------------------------------------------------------------------------------------------


@pytest.fixture
def copy(path: Path, document: Document, others: Others) -> Path:
    """Give a conflicted copy that somebody's folder put beside the file."""
    copy = path.with_name("plan (Ann's conflicted copy 2026-01-01).canvasdesk")
    edit_elsewhere(path, {"blame": "Theirs"}, copy)
    return copy


def test_a_conflicted_copy_is_offered_merged_and_thrown_away(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, path: Path, copy: Path
) -> None:
    document.open(path)
    assert "“plan (Ann's conflicted copy 2026-01-01)”" in asked(qtbot, others)
    assert others.strip.details.text() == "There: “Nobody knows why” reworded"
    press(others, "Merge…")
    page = others.merger.page
    assert page.isVisible()
    QTest.keyClick(page.table, Qt.Key.Key_T)
    QTest.mouseClick(page.merge_button, Qt.MouseButton.LeftButton)
    assert text(document, "blame") == "Theirs"
    assert "is merged" in asked(qtbot, others)
    assert copy.exists()
    press(others, "Save and move it to the trash")
    qtbot.waitUntil(lambda: not copy.exists())
    assert text(path, "blame") == "Theirs"
    assert [*Path(os.environ["XDG_DATA_HOME"]).rglob(copy.name)] != []
    assert others.strip.isHidden()


def test_a_conflicted_copy_can_be_left_where_it_is(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, path: Path, copy: Path
) -> None:
    document.open(path)
    asked(qtbot, others)
    press(others, "Leave it")
    assert others.strip.isHidden()
    assert copy.exists()
    assert not document.dirty


def test_the_strip_gives_the_keyboard_back(
    qtbot: QtBot, bench: Workbench, others: Others, document: Document, path: Path, copy: Path
) -> None:
    document.open(path)
    asked(qtbot, others)
    leave = others.strip.buttons[-1]
    assert isinstance(leave, QPushButton)
    leave.setFocus()
    QTest.keyClick(leave, Qt.Key.Key_Space)
    assert others.strip.isHidden()
    assert bench.view.hasFocus()
