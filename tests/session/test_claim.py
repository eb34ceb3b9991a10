"""The lock goes where the document goes, and who waits for a file learns when it is free."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, QLocale
from pytestqt.qtbot import QtBot

from canvasdesk.model.workspace import Workspace
from canvasdesk.session.claim import Claim, held_sentence
from canvasdesk.session.document import Document
from canvasdesk.storage.lock import Holder
from tests.second import open_elsewhere


@pytest.fixture
def document(qtbot: QtBot, tmp_path: Path) -> Document:
    return Document(Workspace(title="Mine"), tmp_path / "recovery")


@pytest.fixture
def claim(document: Document) -> Claim:
    return Claim(document)


def locks(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob(".~*.lock"))


def test_the_lock_follows_the_document_from_file_to_file(
    document: Document, claim: Claim, tmp_path: Path
) -> None:
    assert locks(tmp_path) == []
    for name in ("one", "two"):
        document.save(tmp_path / f"{name}.canvasdesk")
        assert locks(tmp_path) == [f".~{name}.canvasdesk.lock"]
    document.reset(Workspace())
    assert locks(tmp_path) == []


def test_closing_gives_the_lock_back(document: Document, claim: Claim, tmp_path: Path) -> None:
    document.save(tmp_path / "plan.canvasdesk")
    claim.release()
    assert locks(tmp_path) == []


def test_what_was_locked_for_nothing_is_given_back(document: Document, claim: Claim, tmp_path: Path) -> None:
    document.save(tmp_path / "plan.canvasdesk")
    assert claim.take(tmp_path / "other.canvasdesk") is None
    assert locks(tmp_path) == [".~other.canvasdesk.lock"]
    claim.follow()
    assert locks(tmp_path) == [".~plan.canvasdesk.lock"]


def test_who_has_it_is_told_and_can_be_taken_from(document: Document, claim: Claim, tmp_path: Path) -> None:
    path = tmp_path / "plan.canvasdesk"
    with open_elsewhere(path):
        holder = claim.take(path)
        assert isinstance(holder, Holder)
        assert claim.holder == holder
        assert claim.take(path, over=True) is None
        assert claim.holder is None


def test_a_save_to_what_somebody_has_tells_who(
    qtbot: QtBot, document: Document, claim: Claim, tmp_path: Path
) -> None:
    path = tmp_path / "plan.canvasdesk"
    with open_elsewhere(path), qtbot.waitSignal(claim.changed):
        document.save(path)
    assert claim.holder


def test_who_reads_gets_the_file_when_it_is_left(
    qtbot: QtBot, document: Document, claim: Claim, tmp_path: Path
) -> None:
    path = tmp_path / "plan.canvasdesk"
    document.save(path)
    claim.release()
    with open_elsewhere(path):
        claim.take(path)
        document.open(path, read_only=True)
        with qtbot.waitSignal(claim.changed):
            claim.look()
        assert not claim.free
    with qtbot.waitSignal(claim.changed):
        claim.look()
    assert claim.free
    assert claim.holder is None
    assert locks(tmp_path) == [".~plan.canvasdesk.lock"]
    assert claim.take(path) is None
    assert not claim.free, "it is used now"


def test_who_has_it_in_words() -> None:
    path, now = Path("/shared/plan.canvasdesk"), datetime.now(UTC)
    short = QLocale.FormatType.ShortFormat
    time = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(now.timestamp())).time(), short)
    assert (
        held_sentence(path, Holder("ann", "laptop", now))
        == f"ann on “laptop” has had “plan” open since {time}."
    )
    earlier = now - timedelta(days=2)
    moment = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(earlier.timestamp())), short)
    assert held_sentence(path, Holder("ann", "laptop", earlier)).endswith(f" since {moment}.")
    assert held_sentence(path, Holder("somebody")) == "“plan” is open elsewhere, nobody knows where."
