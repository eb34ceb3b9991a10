from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.editing.notes import rank
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.claim import Claim
from canvasdesk.session.document import Document
from canvasdesk.storage.templates import started, templates
from canvasdesk.windows.banner import Banner
from canvasdesk.windows.status import figures_sentence, saved_sentence
from tests.second import open_elsewhere


def test_the_file_and_its_state_in_words(document: Document, tmp_path: Path) -> None:
    assert saved_sentence(document) == "Not in a file yet"
    document.save(tmp_path / "plan.canvasdesk")
    document.saved_at = datetime(2026, 5, 4, 14, 2).astimezone()
    time = QLocale().toString(document.saved_at.time(), QLocale.FormatType.ShortFormat)
    assert "14:02" in time
    assert saved_sentence(document) == f"Saved {time} · plan.canvasdesk"
    document.commit("Rank note", rank(document.workspace, ["stop"], 5))
    assert saved_sentence(document) == "Changed · plan.canvasdesk"
    document.open(tmp_path / "plan.canvasdesk")
    assert saved_sentence(document) == "Opened · plan.canvasdesk"
    document.read_only = True
    assert saved_sentence(document) == "Read only · plan.canvasdesk"


def test_figures_of_the_canvas_shown(document: Document) -> None:
    example = started(templates()["inspection-systems"])
    first = next(iter(example.canvas_by_id))
    assert figures_sentence(example, first) == "11 notes · 5 links · fit 67 %"
    assert figures_sentence(document.workspace, "second") == "1 note · 0 links · fit 0 %"
    blank = started(templates()["blank"])
    assert figures_sentence(blank, next(iter(blank.canvas_by_id))) == "0 notes · 0 links · fit –"
    assert figures_sentence(example, None) == "20 notes · 3 segments"
    assert figures_sentence(Workspace(), None) == "0 notes · 0 segments"


@pytest.fixture
def banner(host: QWidget, document: Document) -> Banner:
    field = host.findChild(QLineEdit)
    assert field
    banner = Banner(document, Claim(document), field, lambda: None, lambda: None, lambda: None)
    layout = host.layout()
    assert layout
    layout.addWidget(banner)
    return banner


def test_the_banner_is_away_as_long_as_nothing_is_unusual(banner: Banner, document: Document) -> None:
    assert banner.isHidden()
    document.reset(document.workspace)
    assert banner.isHidden()


def test_the_banner_says_read_only_until_a_copy_is_saved(
    banner: Banner, document: Document, tmp_path: Path
) -> None:
    document.read_only = True
    document.replaced.emit()
    assert banner.isVisible()
    assert banner.copy.isVisible()
    document.save(tmp_path / "copy.canvasdesk")
    assert banner.isHidden()


def test_what_was_mended_is_told_and_can_be_put_away(
    banner: Banner, document: Document, qtbot: QtBot
) -> None:
    document.notices = ("Two notes had the same id.", "A link led nowhere.")
    document.replaced.emit()
    assert banner.said.text() == "Two notes had the same id.\nA link led nowhere."
    assert not banner.copy.isVisible()
    banner.away.setFocus()
    QTest.keyClick(banner.away, " ")
    assert banner.isHidden()


def test_the_banner_takes_no_keyboard_and_gives_it_back(
    host: QWidget, banner: Banner, document: Document
) -> None:
    other, layout, field = QPushButton(), host.layout(), host.findChild(QLineEdit)
    assert layout
    assert field
    layout.addWidget(other)
    other.show()
    document.read_only = True
    document.replaced.emit()
    other.setFocus()
    QTest.mouseClick(banner.copy, Qt.MouseButton.LeftButton)
    assert other.hasFocus()
    banner.away.setFocus()
    QTest.keyClick(banner.away, " ")
    assert field.hasFocus()


def test_the_banner_says_who_has_the_file_and_when_it_is_free(
    host: QWidget, document: Document, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "plan.canvasdesk"
    document.save(path)
    claim, asked = Claim(document), list[str]()
    banner = Banner(
        document, claim, host, lambda: asked.append("again"), lambda: asked.append("copy"), lambda: None
    )
    layout = host.layout()
    assert layout
    layout.addWidget(banner)
    claim.release()
    with open_elsewhere(path):
        claim.take(path)
        document.open(path, read_only=True)
        assert "has had “plan” open since" in banner.said.text()
        assert "not changed" in banner.said.text()
        QTest.mouseClick(banner.again, Qt.MouseButton.LeftButton)
        QTest.mouseClick(banner.copy, Qt.MouseButton.LeftButton)
        assert asked == ["again", "copy"]
    with qtbot.waitSignal(claim.changed):
        claim.look()
    assert banner.said.text() == "Nobody else has “plan” open any more."
    assert banner.again.text() == "E&dit it"
    document.open(path)
    claim.take(path)
    banner.look()
    assert banner.isHidden()
