"""Whatever a file or a disk does, the window says it in one sentence, and neither file nor work is harmed."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.model.value import evolve
from canvasdesk.session.document import Document
from canvasdesk.session.settings import RECENT, Settings
from canvasdesk.storage.errors import not_saved
from canvasdesk.windows.files import Files
from tests.storage.documents import HOSTILE
from tests.storage.faults import DISK_FAULTS, PERMISSION_FAULTS
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
    assert told == [(f"“plan.canvasdesk” cannot be opened: {sentence}.", ["&OK"])]
    assert document.workspace is before
    assert document.path is None
    assert path.read_bytes() == data
    assert settings.get(RECENT) == ()


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
