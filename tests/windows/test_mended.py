"""What was mended when a file was read is told in the banner and listed in plain words."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvasdesk.storage.files import load
from canvasdesk.windows.banner import Banner
from canvasdesk.windows.mended import Mended
from canvasdesk.windows.workbench import Workbench
from tests.storage.documents import small

NOTES = [
    {"id": "stop", "section": "pains", "text": "Lines stop"},
    {
        "id": "camera",
        "section": "products and services",
        "text": "Camera",
    },
]
LINKS = [{"id": "one", "source": "camera", "target": "stop"}, {"source": "gone", "target": "stop"}]
MENDED = small(segments=[{"id": "makers", "canvases": [{"id": "first", "notes": NOTES, "links": LINKS}]}])


@pytest.fixture
def banner(bench: Workbench) -> Banner:
    banner = bench.window.findChild(Banner)
    assert banner
    return banner


def opened(bench: Workbench, path: Path, text: str) -> Path:
    path.write_text(text)
    assert bench.files.load(path)
    return path


def test_links_that_could_not_be_kept_are_told_listed_and_stay_in_the_file(
    bench: Workbench, banner: Banner, tmp_path: Path
) -> None:
    path = opened(bench, tmp_path / "plan.canvasdesk", MENDED)
    assert banner.said.text() == "2 links could not be shown; nothing is lost from the file."
    assert not banner.copy.isVisible()
    QTest.mouseClick(banner.show_button, Qt.MouseButton.LeftButton)
    mended = bench.window.findChild(Mended)
    assert mended
    assert mended.notices.text() == banner.said.text()
    assert mended.kept.toPlainText().splitlines() == [
        "Link from “Camera” to “Lines stop”",
        "Link from something that is not there to “Lines stop”",
    ]
    assert mended.kept.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert mended.isHidden()
    bench.document.save()
    assert len(load(path).workspace.quarantine) == 2
    QTest.mouseClick(banner.away, Qt.MouseButton.LeftButton)
    assert banner.isHidden()


def test_another_document_takes_the_list_away(bench: Workbench, banner: Banner, tmp_path: Path) -> None:
    opened(bench, tmp_path / "plan.canvasdesk", MENDED)
    QTest.mouseClick(banner.show_button, Qt.MouseButton.LeftButton)
    opened(bench, tmp_path / "other.canvasdesk", small())
    mended = bench.window.findChild(Mended)
    assert mended is None or mended.isHidden()
    assert banner.isHidden()


def test_ids_made_anew_are_told_and_leave_nothing_to_show(
    bench: Workbench, banner: Banner, tmp_path: Path
) -> None:
    twice = [NOTES[0], {**NOTES[0], "text": "Again"}]
    opened(bench, tmp_path / "plan.canvasdesk", small(segments=[{"canvases": [{"notes": twice}]}]))
    assert banner.said.text() == "1 id stood twice and had to be made anew."
    assert not banner.show_button.isVisible()


def test_a_newer_file_is_only_shown_with_its_message_and_a_way_to_a_copy(
    bench: Workbench, banner: Banner, tmp_path: Path
) -> None:
    newer = json.dumps({**json.loads(small(title="Later")), "version": 99})
    path = opened(bench, tmp_path / "plan.canvasdesk", newer)
    assert banner.said.text() == "A newer canvasdesk wrote this file, so it is only shown."
    assert banner.copy.isVisible()
    assert bench.document.read_only
    assert bench.status.saved.text() == "Read only · plan.canvasdesk"
    QTest.keyClick(bench.view, Qt.Key.Key_P)
    assert not bench.document.dirty
    assert path.read_text() == newer
