"""Whatever a file or a disk does, the window says it in one sentence, and neither file nor work is harmed."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.settings import RECENT, Settings
from canvasdesk.storage.codec import Loaded, Unfit, read
from canvasdesk.storage.errors import ReadError, not_saved
from canvasdesk.storage.files import load, load_unfinished
from canvasdesk.windows.files import Files
from tests.storage.documents import HOSTILE, with_note
from tests.storage.faults import DISK_FAULTS, PERMISSION_FAULTS
from tests.storage.torn import tear
from tests.windows.test_files import Beside

Told = list[tuple[str, list[str]]]


@pytest.fixture
def files(host: QWidget, document: Document, settings: Settings) -> Files:
    return Files(host, document, settings, Beside())


@pytest.fixture
def told(qtbot: QtBot) -> Iterator[Told]:
    """Give what message boxes say, with their buttons; each is left with Esc."""
    told: Told = []
    timer = QTimer(interval=1)

    def leave() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box.isVisible():
            told.append(
                (
                    f"{box.text()} {box.informativeText()}".rstrip(),
                    [button.text() for button in box.buttons()],
                )
            )
            box.reject()

    timer.timeout.connect(leave)
    timer.start()
    yield told
    timer.stop()


def _in_part(data: bytes) -> Loaded | None:
    """Give what can be read of a file that is refused."""
    try:
        read(data, "plan")
    except Unfit as unfit:
        return unfit.rest
    except ReadError:
        return None
    raise AssertionError("it is not refused")


@pytest.mark.parametrize(("data", "sentence"), [*HOSTILE.values()], ids=[*HOSTILE])
def test_a_hostile_file_is_told_in_one_sentence_and_left_alone(
    files: Files,
    document: Document,
    settings: Settings,
    told: Told,
    tmp_path: Path,
    data: bytes,
    sentence: str,
) -> None:
    path, before = tmp_path / "plan.canvasdesk", document.workspace
    path.write_bytes(data)
    files.show(path)
    rest, said = _in_part(data), f"“plan.canvasdesk” cannot be opened: {sentence}."
    if rest:
        said = " ".join((said, *rest.notices))
    assert told == [(said, ["Open &what can be read", "&Cancel"] if rest else ["&OK"])]
    assert document.workspace is before
    assert document.path is None
    assert path.read_bytes() == data
    assert settings.get(RECENT) == ()


@pytest.fixture
def agreeing() -> Iterator[None]:
    """Answer each question with Enter."""

    def agree() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box.isVisible():
            QTest.keyClick(box, Qt.Key.Key_Return)

    timer = QTimer(interval=1)
    timer.timeout.connect(agree)
    timer.start()
    yield
    timer.stop()


@pytest.mark.usefixtures("agreeing")
def test_what_can_be_read_of_a_file_is_opened_where_its_user_wants_that(
    files: Files, document: Document, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "plan.canvasdesk"
    data = with_note(text="Lines stop", importance=6).encode()
    path.write_bytes(data)

    files.show(path)
    assert document.path == path
    assert document.notices == ("1 value could not be read; nothing is lost from the file.",)
    assert document.workspace.note("n1").text == "Lines stop"  # type: ignore[union-attr]
    assert settings.get(RECENT) == (str(path),)
    assert path.read_bytes() == data
    document.save(path)
    assert b'"importance": 6' in path.read_bytes()


def test_of_a_file_whose_last_save_was_cut_short_what_was_saved_is_offered(
    files: Files, document: Document, told: Told, tmp_path: Path
) -> None:
    path, before = tmp_path / "plan.canvasdesk", document.workspace
    tear(path, before, Workspace(title="Short"), document.recovery_dir)
    data = path.read_bytes()
    files.show(path)
    ((said, buttons),) = told
    assert said.startswith("“plan.canvasdesk” cannot be opened: it is damaged at line")
    assert said.endswith("The last save was cut short, but what it was to write is kept.")
    assert buttons == ["Open what was &saved last", "&Cancel"]
    assert document.path is None
    assert path.read_bytes() == data


@pytest.mark.usefixtures("agreeing")
def test_what_was_saved_last_is_opened_unsaved_and_saving_it_mends_the_file(
    files: Files, document: Document, tmp_path: Path
) -> None:
    path = tmp_path / "plan.canvasdesk"
    tear(path, document.workspace, Workspace(title="Short"), document.recovery_dir)
    files.show(path)
    assert (document.path, document.workspace.title, document.dirty) == (path, "Short", True)
    assert files.save()
    assert load(path).workspace.title == "Short"
    assert path.samefile(path.with_suffix(".twin"))
    assert load_unfinished(path, document.recovery_dir) is None


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (Path.mkdir, "“plan” cannot be opened: it is a folder."),
        (_fifo, "“plan” cannot be opened: it is not a file."),
        (_loop, "“plan” cannot be opened: its links lead round in a circle."),
        (lambda path: path.symlink_to("gone"), "“plan” cannot be opened: there is no such file."),
        (lambda _: None, "“plan” cannot be opened: there is no such file."),
    ],
)
def test_what_is_no_file_is_told_in_one_sentence(
    files: Files, told: Told, tmp_path: Path, make: Callable[[Path], object], sentence: str
) -> None:
    make(tmp_path / "plan")
    files.show(tmp_path / "plan")
    assert told == [(sentence, ["&OK"])]


FAULTS = [*DISK_FAULTS, *PERMISSION_FAULTS, errno.ENOENT, errno.ESTALE, errno.ETIMEDOUT, errno.ENAMETOOLONG]


@pytest.mark.parametrize("code", FAULTS, ids=[errno.errorcode[code] for code in FAULTS])
def test_a_failed_save_says_why_and_offers_another_place(
    monkeypatch: pytest.MonkeyPatch,
    files: Files,
    document: Document,
    told: Told,
    tmp_path: Path,
    code: int,
) -> None:
    path = tmp_path / "plan.canvasdesk"
    document.save(path)
    old = path.read_bytes()
    document.commit("Rename", evolve(document.workspace, title="Works"))
    real = os.fsync

    def fsync(file: int) -> None:
        if threading.current_thread() is not threading.main_thread():
            raise OSError(code, os.strerror(code))
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    assert not files.save()
    reason = not_saved("plan.canvasdesk", OSError(code, os.strerror(code)))
    assert told == [(f"{reason} Your work is still here.", ["Save &as…", "&Cancel"])]
    assert path.read_bytes() == old
    assert document.dirty
