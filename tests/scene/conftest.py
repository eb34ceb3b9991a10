"""What the tests of the scene share."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.editing.notes import place_notes
from tests.editing.workshop import workshop
from tests.scene.hands import Hands


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path) -> Hands:
    """Give mouse and keyboard on a canvas with seven notes and four links, which has the focus."""
    hands = Hands(place_notes(workshop(), {"job": (1280.0, 360.0)}), tmp_path)
    qtbot.addWidget(hands.view)
    with qtbot.waitActive(hands.view):
        hands.view.show()
        hands.view.activateWindow()
    hands.view.setFocus()
    return hands
