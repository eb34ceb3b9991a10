"""People who open the same document learn of each other, and nothing they do with it can hang or get lost."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from canvasdesk.storage import lock as locks
from canvasdesk.storage.lock import STALE_AFTER, Holder, Lock, release, take

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from canvasdesk.storage.lock import take
print(type(take(Path(sys.argv[1]))).__name__, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.canvasdesk"
    path.touch()
    return path


def lock_file(path: Path) -> Path:
    return path.with_name(f".~{path.name}.lock")


@contextmanager
def another_program(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the lock of `path`."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "Lock\n"
        yield other
        other.kill()


def record(**changes: object) -> str:
    known: dict[str, object] = {
        "user": "ann",
        "host": "elsewhere",
        "process": 1,
        "began": "1",
        "since": datetime.now(UTC).isoformat(),
        "mark": "x",
    }
    return json.dumps({**known, **changes})


def test_the_second_is_told_who_has_it_and_since_when(path: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    with another_program(path):
        holder = take(path)
    assert isinstance(holder, Holder)
    assert holder.user
    assert holder.host == socket.gethostname()
    assert holder.since is not None
    assert before <= holder.since <= datetime.now(UTC)


def test_a_lock_goes_when_it_is_released(path: Path) -> None:
    lock = take(path)
    assert isinstance(lock, Lock)
    assert lock_file(path).exists()
    release(lock)
    assert not lock_file(path).exists()
    release(lock)


def test_the_lock_of_a_program_that_died_counts_for_nothing(path: Path) -> None:
    with another_program(path):
        pass
    assert lock_file(path).exists()
    assert isinstance(take(path), Lock)


def test_another_process_with_the_same_number_is_not_the_holder(path: Path) -> None:
    if not locks._began(os.getppid()):
        pytest.skip("the system does not say when a process began")
    here = socket.gethostname()
    lock_file(path).write_text(record(host=here, process=os.getppid(), began="7"))
    assert isinstance(take(path), Lock)
    lock_file(path).write_text(record(host=here, process=os.getppid(), began=locks._began(os.getppid())))
    assert take(path) == Holder(
        "ann", here, datetime.fromisoformat(json.loads(lock_file(path).read_text())["since"])
    )


def test_a_lock_of_this_very_process_is_taken_anew(path: Path) -> None:
    first, second = take(path), take(path)
    assert isinstance(first, Lock)
    assert isinstance(second, Lock)
    release(first)
    assert lock_file(path).exists(), "it is the second's by now"
    release(second)
    assert not lock_file(path).exists()


def test_opening_anyway_takes_the_lock_over(path: Path) -> None:
    with another_program(path):
        lock = take(path, over=True)
        assert isinstance(lock, Lock)
        assert json.loads(lock_file(path).read_text())["mark"] == lock.mark


@pytest.mark.parametrize(
    ("age", "held"), [(timedelta(0), True), (STALE_AFTER * 1.1, False), (-STALE_AFTER, True)]
)
def test_locks_of_other_machines_hold_for_a_while(path: Path, age: timedelta, held: bool) -> None:
    lock_file(path).write_text(record(since=(datetime.now(UTC) - age).isoformat()))
    assert isinstance(take(path), Holder if held else Lock)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe\0", b"[]", b"5", b"{}", b"[" * 4000, record(since="yesterday").encode(),
        record(since="2026-01-01T00:00:00").encode(), record(user=["x"] * 3000).encode(),
        record(host=socket.gethostname(), process="1").encode(),
        record(host=socket.gethostname(), process=-1).encode(),
    ],
)  # fmt: skip
def test_odd_content_is_somebody(path: Path, content: bytes) -> None:
    lock_file(path).write_bytes(content)
    assert take(path) == Holder("somebody")
    assert lock_file(path).read_bytes() == content
    assert isinstance(take(path, over=True), Lock)


def test_names_are_fit_to_be_shown(path: Path) -> None:
    lock_file(path).write_text(record(user="a\u202eb\n", host="h" * 100))
    holder = take(path)
    assert isinstance(holder, Holder)
    assert (holder.user, holder.host) == (
        "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}",
        "h" * 59 + "…",
    )
    lock_file(path).write_text(record(user=""))
    holder = take(path)
    assert isinstance(holder, Holder)
    assert holder.user == "somebody"


@pytest.mark.parametrize("kind", ["fifo", "folder", "link"])
def test_what_is_no_file_is_somebody_and_does_not_hang(path: Path, kind: str) -> None:
    if kind == "fifo":
        os.mkfifo(lock_file(path))
    elif kind == "folder":
        lock_file(path).mkdir()
    else:
        lock_file(path).symlink_to(path)
    assert take(path) == Holder("somebody")
    assert isinstance(take(path, over=True), Lock) or kind == "folder"
    assert path.read_bytes() == b""


def test_two_names_of_one_document_have_one_lock(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link"
    link.symlink_to(path)
    with another_program(link):
        assert isinstance(take(path), Holder)


@pytest.mark.parametrize("name", ["gone/plan", "n" * 255, "zero\0"])
def test_where_no_lock_can_be_written_there_is_none(tmp_path: Path, name: str) -> None:
    assert take(tmp_path / name) is None
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_room_has_no_lock_and_keeps_no_half_of_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int, data: bytes) -> None:
        os.write(file, data[:10])
        raise OSError

    monkeypatch.setattr(locks, "fill", full)
    assert take(path) is None
    assert not lock_file(path).exists()


def test_a_share_that_does_not_answer_is_not_waited_for_and_gets_no_lock_later(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, done = Event(), Event()
    fill, unlink = locks.fill, os.unlink

    def slowly(file: int, data: bytes) -> None:
        answer.wait()
        fill(file, data)

    def unlinked(name: str) -> None:
        unlink(name)
        done.set()

    monkeypatch.setattr(locks, "fill", slowly)
    monkeypatch.setattr(os, "unlink", unlinked)
    assert take(path, patience=0.01) is None
    answer.set()
    assert done.wait(10)
    assert not lock_file(path).exists()
