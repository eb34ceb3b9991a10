"""The journal under real faults: no committed change is ever lost, no edit refused, its owner told once."""

import errno
import json
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from canvasdesk.storage import journal
from canvasdesk.storage.recovery import recover
from tests.storage.faults import fail, intercepted
from tests.storage.journals import Kept, left, random_edits, work

ROOT = Path(__file__).parents[2]
VALUES = list(islice(random_edits(13), 9))
LATER = next(random_edits(17))
CODES = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EXDEV, errno.EACCES)
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(autouse=True)
def _short_journals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin anew often, and sync only where the test says so."""
    monkeypatch.setattr(journal, "LARGEST", 2_500)
    monkeypatch.setattr(journal, "PATIENCE", 3600)


@forks
def test_death_at_any_call_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.storage.dying_journal", tmp_path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    results = json.loads(done.stdout)
    assert len(results) > 100
    assert {result["exit"] for result in results[:-1]} == {9}
    for number, result in enumerate(results):
        assert result["found"] is not None, (number, result)
        assert result["found"] >= result["committed"], (number, result)
    assert {result["committed"] for result in results} == set(range(19))


def calls_of_work(folder: Path) -> list[str]:
    kept = Kept(folder)
    with intercepted(lambda *_: None) as made:
        work(kept, folder / "plan.canvasdesk", VALUES, lambda _: None)
    kept.journal.close()
    return list(made)


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
def test_an_error_at_any_call_costs_nothing_and_is_told_at_most_once(tmp_path: Path, code: int) -> None:
    (tmp_path / "dry").mkdir()
    told = set()
    for number, name in enumerate(calls_of_work(tmp_path / "dry")):
        folder = tmp_path / str(number)
        folder.mkdir()
        kept = Kept(folder)
        with intercepted(fail(number, code)):
            work(kept, folder / "plan.canvasdesk", VALUES, lambda _: None)
        kept.journal.close()
        # A saved journal that could not be deleted is found as well.
        assert VALUES[-1] in left(kept.recovery, folder / "plan.canvasdesk"), (number, name)
        assert len(kept.told) <= 1, (number, name)
        assert all(fault.errno == code for fault in kept.told)
        told |= {name} if kept.told else set()
    assert {"write", "open", "fsync", "replace"} <= told


@pytest.mark.parametrize("name", ["write", "open", "fsync", "replace", "mkdir", "dup", "stat"])
@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
def test_a_disk_that_stays_broken_is_told_once_and_used_again_when_it_is_whole(
    tmp_path: Path, name: str, code: int
) -> None:
    target, kept = tmp_path / "plan.canvasdesk", Kept(tmp_path)
    number = calls_of_work_named(tmp_path, name)
    with intercepted(fail(number, code, again=True)):
        for value in VALUES:
            kept.journal.append(value)
            kept.journal.sync()
    assert len(kept.told) == 1
    kept.journal.append(LATER)
    assert kept.told == kept.told[:1]
    kept.journal.close()
    assert left(kept.recovery, target) == [LATER]


def calls_of_work_named(folder: Path, name: str) -> int:
    """Give the number of the first call `name` that appending and syncing make."""
    (folder / "dry").mkdir()
    kept = Kept(folder / "dry")
    with intercepted(lambda *_: None) as made:
        kept.journal.append(VALUES[0])
        kept.journal.sync()
    kept.journal.close()
    return made.index(name)


def test_what_was_kept_before_the_disk_broke_stays(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.journal.append(VALUES[0])
    with intercepted(fail(0, errno.ENOSPC, again=True)) as made:
        for value in VALUES[1:]:
            kept.journal.append(value)
    assert made[0] == "write"
    assert recover(kept.folders[0]).workspace == VALUES[0]
    kept.journal.close()


def test_after_a_discard_a_fault_is_told_again(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for _ in range(2):
        with intercepted(fail(0, errno.EIO)):
            kept.journal.append(VALUES[0])
        kept.journal.discard()
    assert len(kept.told) == 2


def test_a_failed_sync_begins_a_new_base_and_is_never_tried_again_on_the_old(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.journal.append(VALUES[0])
    kept.journal.append(VALUES[1])
    with intercepted(lambda *_: None) as dry:
        kept.journal.sync()
    kept.journal.append(VALUES[2])
    assert "fsync" in dry
    with intercepted(fail(1, errno.EIO)) as made:
        assert kept.journal.sync(), "durable after all, in another base"
    assert made[:2] == ["dup", "fsync"]
    assert made.index("replace") < made.index("fsync", 2)
    assert (kept.folders[0] / "base-3.canvasdesk").exists()
    assert kept.recovered == VALUES[2]
    assert not (kept.folders[0] / "base-1.canvasdesk").exists()
    kept.journal.close()


def test_whether_all_is_durable_is_said_honestly(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert kept.journal.sync(), "there is nothing to lose"
    with intercepted(full_disk):
        kept.journal.append(VALUES[0])
        assert not kept.journal.sync()
        assert kept.journal.folder is None
    assert kept.journal.sync(), "there is room again"
    assert kept.journal.folder == kept.folders[0]
    assert kept.recovered == VALUES[0]
    with intercepted(unsyncable):
        assert not kept.journal.sync()
    kept.journal.close()


def full_disk(_number: int, name: str, _arguments: object) -> None:
    if name == "write":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def unsyncable(_number: int, name: str, _arguments: object) -> None:
    if name == "fsync":
        raise OSError(errno.EIO, os.strerror(errno.EIO))


@forks
def test_a_program_killed_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz.kills", "--times", "25", "--seed", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "25 kills: 0 documents lost, 0 committed edits lost"
