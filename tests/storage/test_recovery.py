"""Journals of the dead are found by name, time and number of changes; damage costs a sentence, never more."""

import json
import os
import time
from contextlib import suppress
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.storage.errors import ReadError
from canvasdesk.storage.frames import framed, frames
from canvasdesk.storage.recovery import Origin, discard, recover, recoverable
from canvasdesk.storage.save import STALE_AFTER
from tests.storage.documents import HOSTILE
from tests.storage.journals import Kept, random_edits

VALUES = list(islice(random_edits(7), 6))


@pytest.fixture
def dead(tmp_path: Path) -> Path:
    """Give the journal of somebody who made six changes and died."""
    kept = Kept(tmp_path)
    for value in VALUES:
        kept.journal.append(value)
    kept.journal.close()
    return kept.folders[0]


def changes_of(folder: Path) -> Path:
    return folder / "changes-1.records"


def test_what_can_be_recovered_has_a_name_a_time_and_a_count(dead: Path) -> None:
    moment = datetime(2026, 3, 31, 9, tzinfo=UTC)
    for path in dead.iterdir():
        os.utime(path, (moment.timestamp() - 60,) * 2)
    os.utime(changes_of(dead), (moment.timestamp(),) * 2)
    (found,) = recoverable(dead.parent)
    assert (found.folder, found.origin.name, found.changes) == (dead, "tools", 6)
    assert found.changed == moment


def test_the_latest_comes_first(dead: Path, tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.journal.append(VALUES[0])
    kept.journal.close()
    for path in dead.iterdir():
        os.utime(path, (0, 0))
    assert [found.changes for found in recoverable(dead.parent)] == [1, 6]


@pytest.mark.parametrize(
    ("origin", "name"),
    [(Origin("/a/plan.canvasdesk", title="Old"), "plan"), (Origin(title="Old\n"), "Old�"), (Origin(), "")],
)
def test_a_document_is_named_as_its_window_is(origin: Origin, name: str) -> None:
    assert origin.name == name


def test_every_length_of_a_torn_tail_gives_a_value_that_was_committed(dead: Path) -> None:
    data = changes_of(dead).read_bytes()
    for length in range(len(data) + 1):
        changes_of(dead).write_bytes(data[:length])
        whole = len(list(frames(data[:length])))
        (found,) = recoverable(dead.parent)
        assert found.changes == 1 + whole
        assert recover(dead).workspace == VALUES[whole]
    assert whole == 5


def test_without_changes_the_base_counts(dead: Path) -> None:
    changes_of(dead).unlink()
    assert recover(dead).workspace == VALUES[0]
    assert [found.changes for found in recoverable(dead.parent)] == [1]


def test_where_the_newest_base_is_torn_an_older_one_counts(dead: Path) -> None:
    (dead / "base-7.canvasdesk").write_bytes(b"")
    assert recover(dead).workspace == VALUES[-1]


@pytest.mark.parametrize("data", [data for data, _ in HOSTILE.values()], ids=HOSTILE)
def test_a_hostile_base_is_one_sentence(dead: Path, data: bytes) -> None:
    (dead / "base-1.canvasdesk").write_bytes(data)
    changes_of(dead).unlink()
    with pytest.raises(ReadError, match=r"^“tools” cannot be opened: .*\.$"):
        recover(dead)
    assert len(recoverable(dead.parent)) == 1


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["", "segments", "builders", "canvases", "manager", "notes", "evidence", "id"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)


@given(st.lists(json_values.map(json.dumps).map(str.encode) | st.binary(min_size=1), min_size=1, max_size=3))
def test_hostile_changes_are_one_sentence_at_most(records: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        kept = Kept(Path(folder))
        kept.journal.append(VALUES[0])
        kept.journal.close()
        changes_of(kept.folders[0]).write_bytes(b"".join(map(framed, records)))
        with suppress(ReadError):
            recover(kept.folders[0])


@pytest.mark.parametrize(
    "record",
    [
        b"[" * 100_000,
        b"\xff",
        b'{"": {"title": "\\ud800"}}',
        b'{"": {"x": 1e999}}',
        b'{"": ' + b"1" * 5000 + b"}",
    ],
    ids=["deep", "no text", "half a character", "infinity", "digits"],
)
def test_changes_that_only_look_whole_are_one_sentence(dead: Path, record: bytes) -> None:
    changes_of(dead).write_bytes(framed(record))
    with pytest.raises(ReadError, match="“tools”"):
        recover(dead)


@pytest.mark.parametrize("said", ["", "[]", "{", "[" * 50_000, '{"path": 5, "title": null}'])
def test_work_is_recovered_even_if_nobody_knows_whose_it_was(dead: Path, said: str) -> None:
    (dead / "origin.json").write_text(said)
    assert len(recoverable(dead.parent)) == 1
    assert recover(dead).workspace == VALUES[-1]


def test_other_files_in_the_folder_are_left_alone(dead: Path) -> None:
    copy = dead.parent / "overwriting-1.canvasdesk"
    copy.write_bytes(b"a copy")
    (dead.parent / "journal-0123456789abcdef").symlink_to(dead)
    (dead / "notes.txt").touch()
    assert [found.folder for found in recoverable(dead.parent)] == [dead]
    discard(dead)
    assert copy.exists()
    assert [path.name for path in dead.iterdir()] == ["notes.txt"]
    assert recoverable(dead.parent) == ()


def test_what_was_begun_and_never_written_goes_after_an_hour(tmp_path: Path) -> None:
    folder = tmp_path / "journal-0123456789abcdef"
    folder.mkdir()
    (folder / "lock").touch()
    assert recoverable(tmp_path) == ()
    assert folder.exists(), "somebody may just be beginning"
    os.utime(folder, (time.time() - STALE_AFTER - 60,) * 2)
    assert recoverable(tmp_path) == ()
    assert not folder.exists()


def test_where_nothing_is_nothing_can_be_recovered(tmp_path: Path) -> None:
    assert recoverable(tmp_path / "missing") == ()
    with pytest.raises(ReadError, match="is damaged"):
        recover(tmp_path / "missing")
