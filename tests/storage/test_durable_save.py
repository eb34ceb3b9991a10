"""The durable save under real faults: nothing is ever lost, and nothing is called saved that is not."""

import errno
import json
import os
import resource
import stat
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from canvasdesk.storage.errors import ChangedOnDisk, SaveCancelled, SaveError
from canvasdesk.storage.save import PIECE, STALE_AFTER, digest, rescued, save_bytes, sweep
from tests.storage.faults import DISK_FAULTS, PERMISSION_FAULTS, fail, intercepted

ROOT = Path(__file__).parents[2]
OLD, NEW = b"old " * 1000, b"new " * 3000
KINDS = ("alone", "linked", "missing")


@pytest.fixture
def recovery(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


def prepared(folder: Path, kind: str) -> Path:
    folder.mkdir(exist_ok=True)
    target = folder / "plan.canvasdesk"
    if kind != "missing":
        target.write_bytes(OLD)
        target.chmod(0o640)
    if kind == "linked":
        os.link(target, folder / "twin")
    return target


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def run(script: str, *args: object) -> str:
    command = [sys.executable, "-m", f"tests.storage.{script}", *map(str, args)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("kind", KINDS)
def test_saves_and_leaves_nothing_else(tmp_path: Path, recovery: Path, kind: str) -> None:
    target = prepared(tmp_path / "work", kind)
    before = names(target.parent)
    assert save_bytes(target, NEW, recovery_dir=recovery) == digest(NEW)
    assert target.read_bytes() == NEW
    assert names(target.parent) == (before or ["plan.canvasdesk"])
    assert not recovery.exists() or not names(recovery)


def test_an_empty_file_can_be_saved(tmp_path: Path, recovery: Path) -> None:
    target = prepared(tmp_path, "alone")
    assert save_bytes(target, b"", recovery_dir=recovery) == digest(b"")
    assert target.read_bytes() == b""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("kind", ["alone", "linked"])
def test_death_at_any_call_leaves_a_whole_file(tmp_path: Path, kind: str) -> None:
    results = json.loads(run("dying", tmp_path, kind))
    assert len(results) > 10
    assert {result["exit"] for result in results[:-1]} == {9}
    assert results[-1] == {"exit": 0, "file": "new", "copy": None}
    for number, result in enumerate(results):
        assert result["file"] in ("old", "new") or result["copy"] == "new", (number, result)
    assert {"old", "new"} <= {result["file"] for result in results}
    if kind == "alone":
        assert "torn" not in {result["file"] for result in results}


def calls_of_a_save(folder: Path, kind: str) -> list[str]:
    target = prepared(folder, kind)
    with intercepted(lambda *_: None) as made:
        save_bytes(target, NEW, recovery_dir=folder / "recovery", expected=digest(OLD))
    return list(made)


def tried(number: int, code: int, target: Path, recovery: Path) -> SaveError | None:
    """Save while system call `number` fails, and give what the save said."""
    try:
        with intercepted(fail(number, code)):
            save_bytes(target, NEW, recovery_dir=recovery, expected=digest(OLD))
    except SaveError as error:
        return error
    return None


@pytest.mark.parametrize("code", DISK_FAULTS + PERMISSION_FAULTS, ids=errno.errorcode.get)
@pytest.mark.parametrize("kind", KINDS)
def test_an_error_at_any_call_keeps_the_old_file(tmp_path: Path, kind: str, code: int) -> None:
    for number, name in enumerate(calls_of_a_save(tmp_path / "dry", kind)):
        target = prepared(tmp_path / str(number), kind)
        before = names(target.parent)
        error = tried(number, code, target, tmp_path / f"recovery {number}")
        found = target.read_bytes() if target.exists() else None
        if error is None:
            assert found == NEW, (number, name)
            assert name in ("stat", "close", "unlink") or code in PERMISSION_FAULTS, (number, name)
        elif error.digest:  # only the very last step may fail with the new bytes in place
            assert (name, error.digest, found) == ("fsync", digest(NEW), NEW)
        else:
            assert found == (None if kind == "missing" else OLD), (number, name)
        if error is not None:
            assert isinstance(error.__cause__, OSError)
            assert "plan.canvasdesk" in str(error)
        assert name == "unlink" or names(target.parent) == (before if found else []) or kind == "missing"
        assert kind == "missing" or stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EFBIG, "it is too large for this disk"),
        (errno.EIO, "the disk reported a fault"),
        (errno.ESTALE, "its folder cannot be reached"),
        (errno.EILSEQ, os.strerror(errno.EILSEQ).lower()),
    ],
)
def test_a_failed_write_is_one_sentence(tmp_path: Path, recovery: Path, code: int, cause: str) -> None:
    target = prepared(tmp_path, "alone")
    number = calls_of_a_save(tmp_path / "dry", "alone").index("write")
    with intercepted(fail(number, code)), pytest.raises(SaveError) as caught:
        save_bytes(target, NEW, recovery_dir=recovery)
    assert str(caught.value) == f"“plan.canvasdesk” was not saved: {cause}."
    assert caught.value.__cause__.errno == code


def test_a_disk_that_dies_while_overwriting_leaves_the_work_in_the_copy(
    tmp_path: Path, recovery: Path
) -> None:
    target = prepared(tmp_path, "linked")
    calls = calls_of_a_save(tmp_path / "dry", "linked")
    writes = [number for number, name in enumerate(calls) if name == "write"]
    truncate = calls.index("ftruncate")
    with intercepted(fail(truncate, errno.EIO, again=True)), pytest.raises(SaveError) as caught:
        save_bytes(target, NEW, recovery_dir=recovery)
    assert len(writes) == 2
    copy = rescued(target, recovery)
    assert copy is not None
    assert str(copy) in str(caught.value)
    assert copy.read_bytes() == NEW
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(recovery.stat().st_mode) == 0o700
    assert caught.value.digest == digest(target.read_bytes())
    save_bytes(target, NEW + b"!", recovery_dir=recovery, expected=caught.value.digest)
    assert rescued(target, recovery) is None
    assert names(recovery) == []


def test_bytes_are_durable_before_the_file_is_replaced_and_the_folder_after(tmp_path: Path) -> None:
    calls = [name for name in calls_of_a_save(tmp_path, "alone") if name in ("write", "fsync", "replace")]
    assert calls == ["write", "fsync", "replace", "fsync"]


def test_overwriting_waits_until_the_copy_is_durable(tmp_path: Path) -> None:
    calls = [name for name in calls_of_a_save(tmp_path, "linked") if name in ("write", "fsync", "replace")]
    made_folder, copy, file = ["fsync"], ["write", "fsync", "replace", "fsync"], ["write", "fsync"]
    assert calls == made_folder + copy + file


def test_a_failed_sync_is_never_tried_again(tmp_path: Path, recovery: Path) -> None:
    target = prepared(tmp_path, "alone")
    number = calls_of_a_save(tmp_path / "dry", "alone").index("fsync")
    with intercepted(fail(number, errno.EIO)) as made, pytest.raises(SaveError):
        save_bytes(target, NEW, recovery_dir=recovery)
    assert made.count("fsync") == 1
    assert "replace" not in made


def test_short_writes_are_continued(tmp_path: Path, recovery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, write = prepared(tmp_path, "alone"), os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:777]))
    save_bytes(target, NEW, recovery_dir=recovery)
    monkeypatch.undo()
    assert target.read_bytes() == NEW


def test_a_file_size_limit_is_told(tmp_path: Path, recovery: Path) -> None:
    target = prepared(tmp_path, "alone")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, limits[1]))
    try:
        with pytest.raises(SaveError, match="too large"):
            save_bytes(target, NEW, recovery_dir=recovery)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert target.read_bytes() == OLD
    assert names(tmp_path) == ["plan.canvasdesk"]


@pytest.mark.parametrize("kind", ["alone", "linked"])
def test_a_change_by_somebody_else_is_not_overwritten(tmp_path: Path, recovery: Path, kind: str) -> None:
    target = prepared(tmp_path / "work", kind)
    loaded = digest(OLD)
    times = target.stat()
    target.write_bytes(OLD[::-1])  # same length and times: only the content tells
    os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(ChangedOnDisk, match=r"“plan\.canvasdesk” was not saved: it has changed"):
        save_bytes(target, NEW, recovery_dir=recovery, expected=loaded)
    assert target.read_bytes() == OLD[::-1]
    assert rescued(target, recovery) is None
    assert save_bytes(target, NEW, recovery_dir=recovery, expected=None) == digest(NEW)


@pytest.mark.parametrize("kind", KINDS)
def test_a_save_that_is_cancelled_at_the_last_moment_leaves_the_old_file(
    tmp_path: Path, recovery: Path, kind: str
) -> None:
    target = prepared(tmp_path / "work", kind)
    before = names(target.parent)

    def cancel(_share: float) -> None:
        raise SaveCancelled("plan")

    with pytest.raises(SaveCancelled, match="“plan” was not saved: you cancelled it"):
        save_bytes(target, NEW, recovery_dir=recovery, pause=cancel)
    assert names(target.parent) == before
    assert kind == "missing" or target.read_bytes() == OLD
    assert rescued(target, recovery) is None


def test_a_large_file_reaches_the_disk_piece_by_piece_and_says_how_far_it_is(
    tmp_path: Path, recovery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, shares, synced, real = tmp_path / "plan.canvasdesk", list[float](), list[int](), os.fsync

    def fsync(file: int) -> None:
        if stat.S_ISREG((found := os.fstat(file)).st_mode):
            synced.append(found.st_size)
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    data = bytes(range(256)) * (5 * PIECE // 512)  # two pieces and a half
    save_bytes(target, data, recovery_dir=recovery, pause=shares.append)
    assert target.read_bytes() == data
    assert shares == [0.4, 0.8, 1]
    assert synced == [PIECE, 2 * PIECE, len(data)]


def test_a_large_save_cancelled_half_way_leaves_the_old_file(tmp_path: Path, recovery: Path) -> None:
    target = prepared(tmp_path / "work", "alone")

    def cancel(share: float) -> None:
        if share:
            raise SaveCancelled("plan")

    with pytest.raises(SaveCancelled):
        save_bytes(target, bytes(2 * PIECE), recovery_dir=recovery, pause=cancel)
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["plan.canvasdesk"]


def test_a_file_that_is_gone_is_written_again(tmp_path: Path, recovery: Path) -> None:
    target = tmp_path / "plan.canvasdesk"
    save_bytes(target, NEW, recovery_dir=recovery, expected=digest(OLD))
    assert target.read_bytes() == NEW


def test_a_symbolic_link_stays_one(tmp_path: Path, recovery: Path) -> None:
    target = prepared(tmp_path / "elsewhere", "alone")
    link = tmp_path / "link"
    link.symlink_to("elsewhere/plan.canvasdesk")
    save_bytes(link, NEW, recovery_dir=recovery, expected=digest(OLD))
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_links_in_a_circle_are_refused(tmp_path: Path, recovery: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    with pytest.raises(SaveError, match="“one” was not saved"):
        save_bytes(tmp_path / "one", NEW, recovery_dir=recovery)


def test_a_hard_link_is_not_split(tmp_path: Path, recovery: Path) -> None:
    target = prepared(tmp_path / "work", "linked")
    save_bytes(target, b"short", recovery_dir=recovery, expected=digest(OLD))
    twin = target.with_name("twin")
    assert twin.read_bytes() == b"short"
    assert twin.samefile(target)


@pytest.mark.parametrize(
    ("what", "sentence"),
    [("folder", "a folder has this name"), ("fifo", "it is not a file"), ("device", "it is not a file")],
)
def test_what_is_no_file_is_refused_without_touching_it(
    tmp_path: Path, recovery: Path, what: str, sentence: str
) -> None:
    path = tmp_path / "thing"
    if what == "folder":
        path.mkdir()
    elif what == "fifo":
        os.mkfifo(path)
    else:
        path = Path(os.devnull)
    kind = stat.S_IFMT(path.stat().st_mode)
    with pytest.raises(SaveError, match=sentence):
        save_bytes(path, NEW, recovery_dir=recovery)
    assert stat.S_IFMT(path.stat().st_mode) == kind


def test_a_read_only_file_is_left_alone_even_by_root(tmp_path: Path, recovery: Path) -> None:
    target = prepared(tmp_path, "alone")
    target.chmod(0o444)
    with pytest.raises(SaveError, match="it is read-only"):
        save_bytes(target, NEW, recovery_dir=recovery)
    assert target.read_bytes() == OLD


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs users")
def test_without_rights_the_file_is_overwritten_or_refused() -> None:
    with (
        tempfile.TemporaryDirectory() as folder
    ):  # not below the runner's own folder, which is closed to others
        Path(folder).chmod(0o755)
        results = json.loads(run("unprivileged", folder))
    assert results["folder"] == ["saved", "new", 1]
    assert results["file"] == ["“plan” was not saved: it is read-only.", "old", 1]
    assert results["both"] == ["“plan” was not saved: it is read-only.", "old", 1]
    assert results["left"] == []


def test_a_folder_that_is_gone_is_told(tmp_path: Path, recovery: Path) -> None:
    with pytest.raises(SaveError, match="“plan” was not saved: its folder is not there"):
        save_bytes(tmp_path / "gone" / "plan", NEW, recovery_dir=recovery)
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["n" * 255, "ä" * 127, "with space \N{HEAVY BLACK HEART}", "a{b}%n"])
def test_any_name_can_be_saved(tmp_path: Path, recovery: Path, name: str) -> None:
    (tmp_path / name).write_bytes(OLD)
    save_bytes(tmp_path / name, NEW, recovery_dir=recovery)
    assert (tmp_path / name).read_bytes() == NEW
    assert names(tmp_path) == [name]


def test_a_name_that_is_no_text_can_be_saved_and_shown(tmp_path: Path, recovery: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9")
    save_bytes(path, NEW, recovery_dir=recovery)
    assert path.read_bytes() == NEW
    path.chmod(0o400)
    with pytest.raises(SaveError) as caught:
        save_bytes(path, NEW, recovery_dir=recovery)
    assert str(caught.value) == "“caf\N{REPLACEMENT CHARACTER}” was not saved: it is read-only."


@pytest.mark.parametrize("name", ["n" * 256, "nul\0inside", ""])
def test_an_impossible_name_is_one_sentence(tmp_path: Path, recovery: Path, name: str) -> None:
    with pytest.raises(SaveError, match="was not saved"):
        save_bytes(f"{tmp_path}/{name}", NEW, recovery_dir=recovery)
    assert names(tmp_path) == []


def test_mode_owner_and_marks_are_kept(tmp_path: Path, recovery: Path) -> None:
    target, marks = prepared(tmp_path, "alone"), {}
    with suppress(OSError):  # some file systems keep none
        os.setxattr(target, "user.origin", b"a workshop")
        marks = {"user.origin": b"a workshop"}
    target.chmod(0o660)
    if os.geteuid() == 0:
        os.chown(target, 1234, 4321)
    before = target.stat()
    save_bytes(target, NEW, recovery_dir=recovery)
    after = target.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert {mark: os.getxattr(target, mark) for mark in marks} == marks
    assert after.st_ino != before.st_ino


def test_what_cannot_be_kept_means_overwriting(tmp_path: Path, recovery: Path) -> None:
    target = prepared(tmp_path, "alone")
    before = target.stat()
    number = calls_of_a_save(tmp_path / "dry", "alone").index("fchmod")
    with intercepted(fail(number, errno.EPERM)):
        save_bytes(target, NEW, recovery_dir=recovery)
    assert target.read_bytes() == NEW
    assert (target.stat().st_ino, target.stat().st_mode) == (before.st_ino, before.st_mode)


def test_a_new_file_has_the_usual_mode(tmp_path: Path, recovery: Path) -> None:
    (tmp_path / "usual").touch()
    save_bytes(tmp_path / "new", NEW, recovery_dir=recovery)
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_the_temporary_file_is_private(tmp_path: Path, recovery: Path) -> None:
    target, modes = prepared(tmp_path, "alone"), []
    target.chmod(0o666)

    def look(number: int, name: str, args: tuple[object, ...]) -> None:
        if name == "write":
            modes.extend(path.stat().st_mode & 0o777 for path in tmp_path.iterdir() if path != target)

    with intercepted(look):
        save_bytes(target, NEW, recovery_dir=recovery)
    assert modes == [0o600]


def test_sweeping_takes_only_old_temporary_files(tmp_path: Path) -> None:
    stale, fresh = tmp_path / f".canvasdesk-{'a' * 16}.tmp", tmp_path / f".canvasdesk-{'b' * 16}.tmp"
    others = [tmp_path / "plan.canvasdesk", tmp_path / ".canvasdesk-x.tmp", tmp_path / "x.tmp"]
    folder = tmp_path / f".canvasdesk-{'c' * 16}.tmp"
    folder.mkdir()
    for path in (stale, fresh, *others):
        path.touch()
    for path in (stale, folder, *others):
        os.utime(path, (0, path.stat().st_mtime - STALE_AFTER - 1))
    sweep(tmp_path)
    assert set(tmp_path.iterdir()) == {fresh, folder, *others}
    sweep(tmp_path / "gone")
