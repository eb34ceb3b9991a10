"""Workspaces in real files: what cannot be opened is told and left alone, what is saved opens again."""

import errno
import os
from pathlib import Path

import pytest

from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.errors import ChangedOnDisk, ReadError, SaveError
from canvasdesk.storage.files import load, save
from tests.storage.documents import HOSTILE, small
from tests.storage.faults import fail, intercepted


def test_loading_and_saving_take_turns(tmp_path: Path) -> None:
    path, recovery = tmp_path / "plan.canvasdesk", tmp_path / "recovery"
    expected = save(path, Workspace(title="one"), recovery_dir=recovery)
    for title in ("two", "three"):
        loaded = load(path)
        assert loaded.digest == expected
        changed = evolve(loaded.workspace, title=title)
        expected = save(path, changed, recovery_dir=recovery, expected=expected)
        assert load(path).workspace == changed
    with pytest.raises(ChangedOnDisk):
        save(path, Workspace(), recovery_dir=recovery, expected=loaded.digest)
    assert load(path).workspace.title == "three"


@pytest.mark.parametrize(("data", "sentence"), [*HOSTILE.values()], ids=[*HOSTILE])
def test_a_hostile_file_stays_as_it_is(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "plan.canvasdesk"
    path.write_bytes(data)
    before = path.stat()
    with pytest.raises(ReadError) as caught:
        load(path)
    assert sentence in str(caught.value)
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino, path.read_bytes()) == (before.st_mtime_ns, before.st_ino, data)


def test_a_mended_file_stays_as_it_is_until_it_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "plan.canvasdesk"
    path.write_text(small(flows=[{"relation": "targets"}]))
    loaded = load(path)
    assert loaded.notices
    assert path.read_text() == small(flows=[{"relation": "targets"}])
    save(path, loaded.workspace, recovery_dir=tmp_path / "recovery", expected=loaded.digest)
    assert load(path).workspace.quarantine == loaded.workspace.quarantine != ()


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("folder", "it is a folder"),
        ("fifo", "it is not a file"),
        ("device", "it is not a file"),
        ("missing", "there is no such file"),
        ("below a file", "there is no such file"),
        ("circle", "its links lead round in a circle"),
        ("long", "its name is too long"),
        ("zero", "its name cannot be used"),
    ],
)
def test_what_is_no_file_is_told_at_once(tmp_path: Path, kind: str, sentence: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "circle").symlink_to("circle")
    odd = {"device": os.devnull, "below a file": "file/x", "long": "n" * 256, "zero": "a\0b"}
    with pytest.raises(ReadError) as caught:
        load(tmp_path / odd.get(kind, kind))
    assert str(caught.value).endswith(f"” cannot be opened: {sentence}.")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.EACCES, "you may not read it"),
        (errno.EIO, "the disk reported a fault"),
        (errno.ESTALE, "its folder cannot be reached"),
    ],
)
def test_an_error_of_the_disk_is_told(tmp_path: Path, code: int, sentence: str) -> None:
    path = tmp_path / "plan"
    path.write_text(small())
    with intercepted(lambda *_: None) as made:
        load(path)
    for number in range(len(made)):
        with intercepted(fail(number, code)), pytest.raises(ReadError) as caught:
            load(path)
        assert str(caught.value) == f"“plan” cannot be opened: {sentence}."
        assert isinstance(caught.value.__cause__, OSError)


def test_a_file_that_turns_into_a_pipe_while_it_is_opened_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan"
    path.write_text(small())

    def turn(number: int, name: str, args: tuple[object, ...]) -> None:
        if name == "open" and path.is_file():
            path.unlink()
            os.mkfifo(path)

    with intercepted(turn), pytest.raises(ReadError, match="it is not a file"):
        load(path)


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "plan"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # a file with a hole of a terabyte
    with pytest.raises(ReadError, match="larger than 10 MB"):
        load(path)


def test_what_could_not_be_opened_again_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "plan"
    path.write_text(small())
    huge = Workspace(quarantine=tuple("x" * 20_000 for _ in range(500)))
    crowd = Workspace(quarantine=tuple([] for _ in range(100_000)))
    for workspace, reason in ((huge, "be larger than 10 MB"), (crowd, "have too many parts")):
        with pytest.raises(SaveError, match=f"“plan” was not saved: it would {reason}"):
            save(path, workspace, recovery_dir=tmp_path / "recovery")
    assert path.read_text() == small()


def test_brackets_in_texts_are_no_parts(tmp_path: Path) -> None:
    texts = Workspace(quarantine=("[{" * 100_000,))
    save(tmp_path / "plan", texts, recovery_dir=tmp_path / "recovery")
    assert load(tmp_path / "plan").workspace == texts
