"""Changes that others make to the file are noticed by its content, and one's own saves are not among them."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session import watch as watching
from canvasdesk.session.document import Document
from canvasdesk.session.saving import Saver
from canvasdesk.session.watch import Watch
from canvasdesk.storage import mounts

Told = list[tuple[str, Path]]


@pytest.fixture
def document(qtbot: QtBot, tmp_path: Path) -> Document:
    document = Document(Workspace(title="Mine"), tmp_path / "recovery")
    (tmp_path / "work").mkdir()
    document.save(tmp_path / "work" / "plan.canvasdesk")
    return document


@pytest.fixture
def path(document: Document) -> Path:
    assert document.path
    return document.path


@pytest.fixture
def watch(qtbot: QtBot, document: Document, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    monkeypatch.setattr(watching, "SETTLE", 10)
    monkeypatch.setattr(watching, "PERIOD", 10)
    watch = Watch(document)
    qtbot.waitUntil(lambda: not watch._looking)
    yield watch
    watch.deleteLater()


@pytest.fixture
def told(watch: Watch) -> Told:
    told: Told = []
    watch.changed_on_disk.connect(lambda path: told.append(("changed", path)))
    watch.gone.connect(lambda path: told.append(("gone", path)))
    return told


def replace(path: Path, data: bytes) -> None:
    """Let another program save as most do: into a new file that takes the old one's place."""
    beside = path.with_name("beside")
    beside.write_bytes(data)
    beside.replace(path)


def test_a_file_that_another_program_replaces_is_told_each_time(
    qtbot: QtBot, watch: Watch, told: Told, path: Path
) -> None:
    for data in (b"one", b"two"):
        with qtbot.waitSignal(watch.changed_on_disk):
            replace(path, data)
    assert told == [("changed", path)] * 2


def test_after_a_replacement_the_new_file_is_watched(
    qtbot: QtBot, watch: Watch, told: Told, path: Path
) -> None:
    for write in (replace, Path.write_bytes, Path.write_bytes):
        with qtbot.waitSignal(watch.changed_on_disk):
            write(path, path.read_bytes() + b" ")
    assert told == [("changed", path)] * 3


def test_the_new_file_is_watched_even_if_the_old_one_lives_on_under_another_name(
    qtbot: QtBot, watch: Watch, path: Path
) -> None:
    os.link(path, path.with_name("backup"))
    for write in (replace, Path.write_bytes):
        with qtbot.waitSignal(watch.changed_on_disk):
            write(path, path.read_bytes() + b" ")


def test_a_change_that_keeps_size_and_time_is_told(qtbot: QtBot, watch: Watch, path: Path) -> None:
    before = path.stat()
    with qtbot.waitSignal(watch.changed_on_disk):
        path.write_bytes(path.read_bytes().replace(b"Mine", b"Hers"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_the_same_content_is_no_change_whatever_its_time_says(
    qtbot: QtBot, watch: Watch, told: Told, path: Path
) -> None:
    mine = path.read_bytes()
    with qtbot.waitSignal(watch.looked):
        replace(path, mine)
        os.utime(path, (0, 0))
    assert told == []
    for data in (b"hers", b"hers", mine, b"hers"):
        with qtbot.waitSignal(watch.looked):
            replace(path, data)
    assert told == [("changed", path)] * 2


def test_own_saves_are_not_told(
    qtbot: QtBot, watch: Watch, told: Told, document: Document, path: Path
) -> None:
    saver = Saver(document)
    for number in range(5):
        document.commit("Rename", evolve(document.workspace, title=f"Mine {number}"))
        with qtbot.waitSignal(watch.looked), qtbot.waitSignal(saver.saved):
            saver.save()
        with qtbot.waitSignal(watch.looked):
            document.save()
    with qtbot.waitSignal(watch.changed_on_disk):
        replace(path, b"hers")
    assert told == [("changed", path)]


def test_a_save_during_a_look_is_not_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, watch: Watch, told: Told, document: Document, path: Path
) -> None:
    reached, answers, real = Event(), Event(), watching.fingerprint

    def slowly(path: Path) -> str | None:
        reached.set()
        answers.wait(20)
        return real(path)

    monkeypatch.setattr(watching, "fingerprint", slowly)
    watch.set_active(True)
    assert reached.wait(10)
    document.commit("Rename", evolve(document.workspace, title="Next"))
    document.save()
    with qtbot.waitSignal(watch.looked):
        answers.set()
    assert told == []


def test_a_change_during_a_save_is_told_after_it(
    qtbot: QtBot, watch: Watch, told: Told, document: Document, path: Path
) -> None:
    saving = document.begin_save()
    digest = saving.write()
    replace(path, b"hers")
    watch.set_active(True)
    assert not watch._looking
    with qtbot.waitSignal(watch.changed_on_disk):
        document.end_save(saving, digest)
    assert told == [("changed", path)]


def test_a_file_that_goes_is_told_and_may_come_back(
    qtbot: QtBot, watch: Watch, told: Told, path: Path
) -> None:
    mine = path.read_bytes()
    with qtbot.waitSignal(watch.gone):
        path.unlink()
    with qtbot.waitSignal(watch.looked):
        path.write_bytes(mine)
    with qtbot.waitSignal(watch.gone):
        path.rename(path.with_name("moved"))
    with qtbot.waitSignal(watch.changed_on_disk):
        replace(path, b"hers")
    assert told == [("gone", path), ("gone", path), ("changed", path)]


def test_who_comes_back_to_the_window_learns_that_the_folder_went_and_came_back(
    qtbot: QtBot, watch: Watch, told: Told, path: Path
) -> None:
    path.parent.rename(path.parent.with_name("away"))  # of this the system tells nothing
    with qtbot.waitSignal(watch.gone):
        watch.set_active(True)
    path.parent.with_name("away").rename(path.parent)
    with qtbot.waitSignal(watch.looked):
        watch.set_active(True)
    with qtbot.waitSignal(watch.changed_on_disk):
        path.write_bytes(b"hers")
    assert told == [("gone", path), ("changed", path)]


def test_what_cannot_be_read_is_neither_changed_nor_gone(
    qtbot: QtBot, watch: Watch, told: Told, path: Path
) -> None:
    path.unlink()
    os.mkfifo(path)
    with qtbot.waitSignal(watch.looked):
        watch.set_active(True)
    assert told == []


def test_another_file_is_watched_after_save_as(
    qtbot: QtBot, watch: Watch, told: Told, document: Document, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.canvasdesk"
    with qtbot.waitSignal(watch.looked):
        document.save(other)
    replace(path, b"hers")
    with qtbot.waitSignal(watch.changed_on_disk):
        replace(other, b"hers")
    assert told == [("changed", other)]


def test_a_share_is_looked_at_only_while_somebody_works(
    qtbot: QtBot, document: Document, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = mounts.file_system(path, Path("/proc/self/mountinfo").read_text())
    monkeypatch.setattr(mounts, "REMOTE", {kind})
    monkeypatch.setattr(watching, "PERIOD", 10)
    watch = Watch(document)
    assert not watch._period.isActive()
    watch.set_active(True)
    for _ in range(3):
        with qtbot.waitSignal(watch.looked):
            pass
    with qtbot.waitSignal(watch.changed_on_disk):
        replace(path, b"hers")
    assert watch._signs.files() + watch._signs.directories() == []
    watch.set_active(False)
    assert not watch._period.isActive()


def test_a_document_without_a_file_is_not_watched(qtbot: QtBot, tmp_path: Path) -> None:
    watch = Watch(Document(Workspace(), tmp_path))
    watch.set_active(True)
    assert not watch._looking
