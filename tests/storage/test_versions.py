"""The last saves are kept, for their user alone, and no failure of that touches the save."""

import errno
import logging
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.folders import versions_folder
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.errors import ReadError
from canvasdesk.storage.files import save
from canvasdesk.storage.save import digest
from canvasdesk.storage.versions import MOST, OLDEST, keep, read, versions
from tests.storage.faults import DISK_FAULTS, PERMISSION_FAULTS, fail, intercepted

DAY = timedelta(days=1)
START = datetime.now(UTC)
PLAN = Path("/somewhere/plan.canvasdesk")


def contents(path: Path = PLAN) -> list[bytes]:
    return [read(each) for each in versions(path)]


def test_versions_come_back_with_time_and_size_the_newest_first() -> None:
    for number in range(3):
        keep(PLAN, b"x" * number, START + number * DAY)
    found = versions(PLAN)
    assert contents() == [b"xx", b"x", b""]
    assert [each.time for each in found] == [START + number * DAY for number in (2, 1, 0)]
    assert [each.size for each in found] == [2, 1, 0]
    assert found[0].digest == digest(b"xx")


def test_the_same_content_is_kept_once_as_of_its_last_save() -> None:
    for number, data in enumerate((b"a", b"b", b"a")):
        keep(PLAN, data, START + number * DAY)
    assert contents() == [b"a", b"b"]
    assert versions(PLAN)[0].time == START + 2 * DAY


def test_the_last_twenty_are_kept() -> None:
    for number in range(MOST + 5):
        keep(PLAN, str(number).encode(), START + timedelta(minutes=number))
    assert contents() == [str(number).encode() for number in reversed(range(5, MOST + 5))]


def test_what_is_older_than_a_month_goes_with_the_next_save() -> None:
    for number in range(3):
        keep(PLAN, str(number).encode(), START + number * DAY)
    keep(PLAN, b"new", START + OLDEST + DAY)
    assert contents() == [b"new", b"2", b"1"]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(-40, 40)), min_size=1, max_size=40))
def test_what_was_saved_last_is_always_there(saves: list[tuple[int, int]]) -> None:
    """Clocks go wrong, and the same content comes again."""
    path = Path("/any") / str(saves).replace("/", "")
    for content, day in saves:
        keep(path, str(content).encode(), START + day * DAY)
        found = versions(path)
        assert str(content).encode() in [read(each) for each in found]
        assert len(found) == len({each.digest for each in found}) <= MOST
        assert [each.time for each in found] == sorted((each.time for each in found), reverse=True)


def test_each_document_has_its_own_and_a_renamed_one_starts_anew(tmp_path: Path) -> None:
    keep(tmp_path / "a", b"a", START)
    keep(tmp_path / "b", b"b", START)
    keep(tmp_path / os.fsdecode(b"caf\xe9"), b"c", START)
    assert [contents(tmp_path / name) for name in ("a", "b", os.fsdecode(b"caf\xe9"), "d")] == [
        [b"a"],
        [b"b"],
        [b"c"],
        [],
    ]
    assert len(list(versions_folder().iterdir())) == 3


def test_windows_that_save_the_same_document_at_once_do_not_get_in_each_others_way(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with ThreadPoolExecutor(4) as windows:
        for number in range(6 * MOST):
            windows.submit(keep, PLAN, str(number % 50).encode(), START + timedelta(minutes=number))
    assert caplog.text == ""
    keep(PLAN, b"last", START + DAY)
    assert contents()[0] == b"last"
    assert len(versions(PLAN)) == MOST


def test_nobody_else_may_look() -> None:
    keep(PLAN, b"private", START)
    (version,) = versions(PLAN)
    assert stat.S_IMODE(version.file.stat().st_mode) == 0o600
    for folder in (version.file.parent, versions_folder()):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_documents_that_are_saved_no_more_leave_nothing_behind() -> None:
    keep(Path("/old"), b"old", START)
    keep(Path("/young"), b"young", START)
    old = versions(Path("/old"))[0].file.parent
    os.utime(old, (0, START.timestamp() - OLDEST.total_seconds() - 60))
    keep(PLAN, b"new", START)
    assert not old.exists()
    assert contents(Path("/young")) == [b"young"]


def test_a_damaged_version_is_told_and_the_others_are_there() -> None:
    keep(PLAN, b"first", START)
    keep(PLAN, b"second", START + DAY)
    second, first = versions(PLAN)
    second.file.write_bytes(b"rotten")
    with pytest.raises(ReadError, match="it is damaged"):
        read(second)
    second.file.unlink()
    with pytest.raises(ReadError, match="it is damaged"):
        read(second)
    assert read(first) == b"first"


def test_what_is_no_version_is_left_alone() -> None:
    keep(PLAN, b"first", START)
    folder = versions(PLAN)[0].file.parent
    odd = [f"99999999T999999.999999+0000-{'0' * 64}.canvasdesk", "notes.txt", ".hidden"]
    for name in odd:
        (folder / name).touch()
    keep(PLAN, b"second", START + DAY)
    assert contents() == [b"second", b"first"]
    assert {*odd} <= {each.name for each in folder.iterdir()}


def test_a_save_keeps_a_version_only_where_it_is_asked_to_and_succeeds(tmp_path: Path) -> None:
    path, recovery = tmp_path / "plan", tmp_path / "recovery"
    save(path, Workspace(), recovery_dir=recovery)
    assert versions(path) == ()
    save(path, Workspace(title="kept"), recovery_dir=recovery, as_version=True)
    assert contents(path) == [path.read_bytes()]


@pytest.mark.parametrize("code", DISK_FAULTS + PERMISSION_FAULTS, ids=errno.errorcode.get)
def test_a_failure_is_logged_and_the_save_succeeds(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, code: int
) -> None:
    data = b"new"
    keep(tmp_path / "dry", data, START)
    with intercepted(lambda *_: None) as made:
        keep(tmp_path / "dry again", data, START)
    for number in range(len(made)):
        path = tmp_path / f"plan {number}"
        caplog.clear()
        with intercepted(fail(number, code)), caplog.at_level(logging.WARNING):
            keep(path, data, START)
        assert contents(path) == [data] or "was not kept" in caplog.text, made[number]
