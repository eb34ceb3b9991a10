"""A journal gives back the very value that was kept last, whatever was done before."""

import os
import stat
import threading
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis.stateful import invariant

from canvasdesk.model.value import evolve
from canvasdesk.storage import journal as journal_module
from canvasdesk.storage.recovery import recover, recoverable
from tests.editing.test_random_edits import RandomEdits
from tests.editing.workshop import workshop
from tests.storage.faults import intercepted
from tests.storage.journals import ORIGIN, Kept, random_edits


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = Kept(tmp_path)
    yield kept
    kept.journal.close()


class JournalledEdits(RandomEdits):
    """The user who does anything, with a journal that follows."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.kept = Kept(Path(self.folder.name))
        self.last: object = None

    @invariant()
    def can_be_recovered(self) -> None:
        if self.now is not self.last:
            self.kept.journal.append(self.now)
            self.last = self.now
            assert self.kept.recovered == self.now

    def teardown(self) -> None:
        self.kept.journal.discard()
        assert self.kept.folders == []
        assert self.kept.told == []
        self.folder.cleanup()


JournalledEdits.TestCase.settings = settings(max_examples=15, stateful_step_count=30, deadline=None)
TestJournalledEdits = JournalledEdits.TestCase


@pytest.mark.parametrize("largest", [0, 3_000, 4_000_000])
def test_long_journals_are_begun_anew(kept: Kept, monkeypatch: pytest.MonkeyPatch, largest: int) -> None:
    monkeypatch.setattr(journal_module, "LARGEST", largest)
    bases: set[str] = set()
    for number, workspace in enumerate(islice(random_edits(1), 120), 1):
        kept.journal.append(workspace)
        bases |= {path.name for path in kept.folders[0].glob("base-*")}
        assert kept.recovered == workspace
        if number % 20 == 0:
            kept.journal.sync()
            assert len(list(kept.folders[0].iterdir())) == 4, "older bases went when the new one was durable"
    assert len(bases) == {0: 120, 4_000_000: 1}.get(largest, len(bases))
    assert largest != 3_000 or 5 < len(bases) < 60
    kept.journal.close()
    (found,) = recoverable(kept.recovery)
    assert (found.changes, found.origin) == (120, ORIGIN)


def test_only_the_user_may_read_a_journal(kept: Kept) -> None:
    kept.journal.append(workshop())
    (folder,) = kept.folders
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(kept.recovery.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_nothing_is_made_before_the_first_change_and_nothing_stays_after_the_last(kept: Kept) -> None:
    kept.journal.sync()
    kept.journal.discard()
    assert not kept.recovery.exists()
    kept.journal.append(workshop())
    kept.journal.discard()
    assert list(kept.recovery.iterdir()) == []
    kept.journal.append(workshop())
    assert kept.recovered == workshop(), "it goes on with the next change"


def test_changes_are_synced_in_another_thread_soon_and_together(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, threads, real = threading.Event(), [], os.fsync

    def fsync(file: int) -> None:
        threads.append(threading.current_thread())
        real(file)
        synced.set()

    for value in islice(random_edits(2), 2):
        kept.journal.append(value)
    kept.journal.sync()
    monkeypatch.setattr(os, "fsync", fsync)
    with intercepted(lambda *_: None) as made:
        for value in islice(random_edits(3), 30):
            kept.journal.append(value)
    assert set(made) == {"write"}, "nothing here waits for the disk"
    assert synced.wait(30)
    assert threading.current_thread() not in threads
    assert len(threads) < 30


def test_a_journal_that_lost_its_folder_makes_another(kept: Kept) -> None:
    kept.journal.append(workshop())
    for path in kept.folders[0].iterdir():
        path.unlink()
    kept.folders[0].rmdir()
    kept.journal.append(evolve(workshop(), title="Lost"))
    kept.journal.sync()  # which finds out
    assert kept.recovered.title == "Lost"
    assert len(kept.told) == 1


def test_a_closed_journal_can_be_recovered(kept: Kept) -> None:
    kept.journal.append(workshop())
    assert recoverable(kept.recovery) == (), "its owner lives"
    kept.journal.close()
    (found,) = recoverable(kept.recovery)
    assert recover(found.folder).workspace == workshop()
