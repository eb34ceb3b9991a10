"""The way to a file and back, with the dialogs answered as a person does."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.editing.notes import rank
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.recent import remember
from canvasdesk.session.recovered import Recovered
from canvasdesk.session.settings import RECENT, Settings
from canvasdesk.storage.files import load, save
from canvasdesk.windows.files import Files, file_stem
from canvasdesk.windows.messages import Answer, ask_to_save
from canvasdesk.windows.steps import Order
from tests.second import open_elsewhere


class Beside:
    """The other windows: they remember what they are asked for."""

    def __init__(self) -> None:
        self.shown: list[Path] = []
        self.begun: list[Workspace] = []

    def open(self, path: Path) -> None:
        self.shown.append(path)

    def restore(self, work: Recovered) -> None:
        self.begun.append(work.loaded.workspace)

    def new(self, workspace: Workspace, order: Order | None = None) -> None:
        del order
        self.begun.append(workspace)

    def quit(self) -> None:
        self.shown.clear()

    def has(self, path: Path) -> bool:
        return path in self.shown


@pytest.fixture
def beside() -> Beside:
    return Beside()


@pytest.fixture
def files(host: QWidget, document: Document, settings: Settings, beside: Beside) -> Files:
    return Files(host, document, settings, beside)


@pytest.fixture
def changed(document: Document) -> Document:
    document.commit("Rank note", rank(document.workspace, ["stop"], 5))
    return document


Said = list[str]


@pytest.fixture
def answering(qtbot: QtBot) -> Iterator[Callable[..., Said]]:
    """Let dialogs be answered one after the other: by a button's text, a path to type, or Esc for None."""
    timer = QTimer()
    said: Said = []

    def answering(*answers: str | Path | None) -> Said:
        waiting = list(answers)

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.isVisible() and waiting:
                said.append(dialog.text() if isinstance(dialog, QMessageBox) else dialog.windowTitle())
                _answer(dialog, waiting.pop(0))

        timer.timeout.connect(answer)
        timer.start(1)
        return said

    yield answering
    timer.stop()


def _answer(dialog: QDialog, wanted: str | Path | None) -> None:
    if wanted is None:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    elif isinstance(wanted, Path):
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field
        field.setText(str(wanted))
        QTest.keyClick(field, Qt.Key.Key_Return)
    else:
        button = next(each for each in dialog.findChildren(QPushButton) if each.text() == wanted)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_closing_saved_work_asks_nothing(files: Files) -> None:
    assert files.may_close()


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("&Save", Answer.SAVE),
        ("&Don’t save", Answer.DISCARD),
        ("&Cancel", Answer.CANCEL),
        (None, Answer.CANCEL),
    ],
)
def test_the_question_names_the_file_and_esc_means_cancel(
    host: QWidget, answering: Callable[..., Said], button: str | None, answer: Answer
) -> None:
    said = answering(button)
    assert ask_to_save(host, "<b>plan</b>") is answer
    assert said == ["Save the changes to “<b>plan</b>”?"]


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("plan \u202eexe", "plan \N{REPLACEMENT CHARACTER}exe"),
        ("p" * 200, "p" * 59 + "…"),
        ("תוכנית", "\u2068תוכנית\u2069"),
    ],
)
def test_no_name_disturbs_the_question(
    files: Files, changed: Document, answering: Callable[..., Said], tmp_path: Path, name: str, called: str
) -> None:
    changed.path = tmp_path / f"{name}.canvasdesk"
    said = answering(None)
    assert not files.may_close()
    assert said == [f"Save the changes to “{called}”?"]


def test_cancel_keeps_the_window_and_the_work(
    files: Files, changed: Document, answering: Callable[..., Said]
) -> None:
    answering("&Cancel")
    assert not files.may_close()
    assert changed.dirty


def test_dont_save_lets_it_go(files: Files, changed: Document, answering: Callable[..., Said]) -> None:
    answering("&Don’t save")
    assert files.may_close()


def test_save_asks_for_a_place_and_adds_the_ending(
    files: Files, changed: Document, answering: Callable[..., Said], tmp_path: Path, settings: Settings
) -> None:
    answering("&Save", tmp_path / "plan")
    assert files.may_close()
    path = tmp_path / "plan.canvasdesk"
    assert changed.path == path
    assert load(path).workspace.note("stop") == changed.workspace.note("stop")
    assert settings.get(RECENT) == (str(path),)


def test_leaving_the_file_dialog_keeps_the_window(
    files: Files, changed: Document, answering: Callable[..., Said]
) -> None:
    answering("&Save", None)
    assert not files.may_close()
    assert changed.dirty


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_offers_another_place(
    files: Files, changed: Document, answering: Callable[..., Said], tmp_path: Path
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    answering(closed / "plan.canvasdesk", "Save &as…", tmp_path / "open.canvasdesk")
    assert files.save()


def test_a_failed_save_says_why_keeps_the_work_and_offers_another_place(
    files: Files, changed: Document, answering: Callable[..., Said], tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    changed.save(gone / "plan.canvasdesk")
    changed.commit("Rank note", rank(changed.workspace, ["blame"], 4))
    rmtree(gone)  # the lock too
    said = answering("Save &as…", tmp_path / "here.canvasdesk")
    assert files.save()
    assert said[0] == "“plan.canvasdesk” was not saved: its folder is not there."
    assert load(tmp_path / "here.canvasdesk").workspace.note("blame") == changed.workspace.note("blame")
    assert not changed.dirty


def test_a_failed_save_can_be_left_with_the_work_unsaved(
    files: Files, changed: Document, answering: Callable[..., Said], tmp_path: Path
) -> None:
    (tmp_path / "folder.canvasdesk").mkdir()
    changed.path = tmp_path / "folder.canvasdesk"
    answering("&Cancel")
    assert not files.save()
    assert changed.dirty


def test_closing_during_a_save_waits_for_it_and_asks_nothing(
    files: Files, changed: Document, answering: Callable[..., Said], tmp_path: Path
) -> None:
    said = answering("&Cancel")
    files.saver.save(tmp_path / "plan.canvasdesk")
    assert changed.dirty
    assert files.may_close()
    assert load(tmp_path / "plan.canvasdesk").workspace.note("stop") == changed.workspace.note("stop")
    assert said == []


@pytest.fixture
def failing_disk(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Give what lets the disk go, which fails then and not before."""
    answers = Event()

    def fail(file: int) -> None:
        answers.wait(20)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    return answers


def test_a_save_that_fails_is_told_once_however_often_it_was_asked_for(
    files: Files, changed: Document, answering: Callable[..., Said], tmp_path: Path, failing_disk: Event
) -> None:
    changed.path = tmp_path / "plan.canvasdesk"
    again: list[bool] = []

    def ask_again() -> None:
        failing_disk.set()
        again.append(files.save())

    QTimer.singleShot(0, ask_again)
    said = answering("&Cancel")
    assert not files.save()
    assert again == [False]
    assert said == ["“plan.canvasdesk” was not saved: the disk reported a fault."]


def test_a_cancelled_save_is_not_told(
    files: Files, changed: Document, answering: Callable[..., Said], tmp_path: Path, failing_disk: Event
) -> None:
    changed.path = tmp_path / "plan.canvasdesk"
    said = answering("&Cancel")
    QTimer.singleShot(0, files.saver.cancel)
    assert not files.save()
    failing_disk.set()
    assert said == []
    assert changed.dirty
    assert not changed.path.exists()


def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(
    files: Files, document: Document, answering: Callable[..., Said], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.canvasdesk"
    broken.write_text("{")
    before = document.workspace
    said = answering("&OK")
    assert not files.load(broken)
    assert "broken.canvasdesk" in said[0]
    assert document.workspace is before
    assert broken.read_text() == "{"


def test_a_recent_file_that_is_gone_is_forgotten(
    files: Files, settings: Settings, answering: Callable[..., Said], tmp_path: Path
) -> None:
    remember(settings, tmp_path / "gone.canvasdesk")
    answering("&OK")
    files.show(tmp_path / "gone.canvasdesk")
    assert settings.get(RECENT) == ()


def test_an_untouched_window_takes_the_file_and_a_touched_one_leaves_it_to_others(
    files: Files, document: Document, beside: Beside, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        save(tmp_path / f"{name}.canvasdesk", Workspace(title=name), recovery_dir=tmp_path)
    assert files.untouched
    files.show(tmp_path / "one.canvasdesk")
    assert document.path == tmp_path / "one.canvasdesk"
    assert not files.untouched
    files.show(tmp_path / "two.canvasdesk")
    assert document.path == tmp_path / "one.canvasdesk"
    assert beside.shown == [tmp_path / "two.canvasdesk"]


def test_work_that_was_undone_still_counts_because_it_can_be_redone(files: Files, changed: Document) -> None:
    assert not files.untouched
    changed.undo()
    assert not files.untouched


def test_open_asks_for_a_file(
    files: Files, document: Document, answering: Callable[..., Said], tmp_path: Path
) -> None:
    save(tmp_path / "asked.canvasdesk", Workspace(title="Asked"), recovery_dir=tmp_path)
    answering(tmp_path / "asked.canvasdesk")
    files.open()
    assert document.workspace.title == "Asked"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Plan", "Plan"),
        ("Idea / draft: 1?", "Idea - draft- 1-"),
        ("..", "canvas"),
        ("", "canvas"),
        ("line\nbreak", "line-break"),
        ("\u202ereversed", "-reversed"),
        ("x" * 300, "x" * 60),
        (".hidden. ", "hidden"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(name: str, stem: str) -> None:
    assert file_stem(name) == stem


# Who has it open --------------------------------------------------------------------------------------------


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """Give a file that another program has open."""
    path = tmp_path / "held.canvasdesk"
    save(path, Workspace(title="Held"), recovery_dir=tmp_path)
    with open_elsewhere(path):
        yield path


def test_what_somebody_has_open_is_opened_for_reading(
    files: Files, document: Document, answering: Callable[..., Said], held: Path
) -> None:
    said = answering("&Read only")
    assert files.load(held)
    assert "has had “held” open since" in said[0]
    assert document.read_only
    assert document.path == held
    assert files.claim.holder


def test_a_copy_of_what_is_read_only_gets_another_name(
    files: Files, document: Document, answering: Callable[..., Said], held: Path
) -> None:
    answering("&Read only", "&Save")
    assert files.load(held)
    before = held.read_bytes()
    assert files.save()
    assert document.path == held.with_name("held copy.canvasdesk")
    assert (held.read_bytes(), document.read_only) == (before, False)


def test_a_copy_of_it_has_no_file_and_wants_to_be_saved(
    files: Files, document: Document, answering: Callable[..., Said], held: Path
) -> None:
    answering("Open a &copy")
    assert files.load(held)
    assert document.workspace.title == "Held"
    assert document.path is None
    assert document.dirty
    assert not document.read_only
    assert files.claim.holder is None


def test_opened_anyway_it_is_ours(
    files: Files, document: Document, answering: Callable[..., Said], held: Path
) -> None:
    answering("Open &anyway")
    assert files.load(held)
    assert not document.read_only
    assert files.claim.holder is None


@pytest.mark.parametrize("answer", ["Ca&ncel", None])
def test_leaving_the_question_changes_nothing(
    files: Files, document: Document, answering: Callable[..., Said], held: Path, answer: str | None
) -> None:
    before = document.workspace
    answering(answer)
    assert not files.load(held)
    assert document.workspace is before
    assert document.path is None
    assert files.claim.holder is None


def test_when_it_is_free_it_can_be_edited(
    files: Files, document: Document, answering: Callable[..., Said], tmp_path: Path
) -> None:
    path = tmp_path / "held.canvasdesk"
    save(path, Workspace(title="Held"), recovery_dir=tmp_path)
    answering("&Read only", "&Read only")
    with open_elsewhere(path):
        files.load(path)
        files.load_again()
        assert document.read_only
    files.load_again()
    assert not document.read_only
