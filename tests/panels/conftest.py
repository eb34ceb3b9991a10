"""A document from a shipped example, with its selection."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.assets import resource
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.storage.files import load


@pytest.fixture
def document(qtbot: QtBot, tmp_path: Path) -> Document:
    workspace = load(resource("templates", "inspection-systems.canvasdesk")).workspace
    return Document(workspace, tmp_path / "recovery")


@pytest.fixture
def selection(document: Document) -> Selection:
    return Selection(document)
