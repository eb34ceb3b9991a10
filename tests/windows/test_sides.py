from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.session.settings import LEFT_FOLDED, OUTLINE_SHOWN, RIGHT_FOLDED, Settings
from canvasdesk.windows.sides import LEFT_WIDTH, OUTLINE, RIGHT_WIDTH, Side, Sides


def build(settings: Settings, qtbot: QtBot) -> Sides:
    sides = Sides(settings, Side("Left"), QLabel("canvas"), Side("Right"))
    qtbot.addWidget(sides)
    sides.furnish(
        left=(("Overview", QLabel("segments")), ("Outline", QLineEdit())),
        right=(("Details", QLineEdit()), ("Fit", QLabel("67 %"))),
    )
    sides.resize(1400, 700)
    sides.show()
    return sides


@pytest.fixture
def sides(settings: Settings, qtbot: QtBot) -> Sides:
    settings.set(LEFT_FOLDED, value=False)
    return build(settings, qtbot)


def widths(sides: Sides) -> tuple[int, int]:
    return sides.left.width(), sides.right.width()


def test_the_canvas_gets_the_room_that_the_sides_leave(sides: Sides) -> None:
    assert widths(sides) == (LEFT_WIDTH, RIGHT_WIDTH)
    sides.resize(1800, 700)
    assert widths(sides) == (LEFT_WIDTH, RIGHT_WIDTH)
    assert sides.centre.width() == 1800 - LEFT_WIDTH - RIGHT_WIDTH - 2


def test_each_side_folds_and_one_key_folds_both(sides: Sides, settings: Settings, qtbot: QtBot) -> None:
    sides.fold_left(away=True)
    assert (sides.left.isVisible(), sides.right.isVisible()) == (False, True)
    sides.fold_both()
    assert (sides.left_folded, sides.right_folded) == (True, True)
    qtbot.waitUntil(lambda: sides.centre.width() == 1400)
    sides.fold_both()
    assert (sides.left.isVisible(), sides.right.isVisible()) == (True, True)
    assert (settings.get(LEFT_FOLDED), settings.get(RIGHT_FOLDED)) == (False, False)


def test_folds_widths_and_the_page_in_front_are_remembered(
    sides: Sides, settings: Settings, qtbot: QtBot
) -> None:
    sides.setSizes([300, 800, 300])
    wide = widths(sides)
    sides.left.tabs.setCurrentIndex(OUTLINE)
    sides.fold_right(away=True)
    sides.fold_right(away=False)
    sides.remember()
    again = build(settings, qtbot)
    assert widths(again) == wide
    assert again.left.tabs.currentIndex() == OUTLINE
    assert settings.get(OUTLINE_SHOWN) is True


def test_asking_for_a_panel_unfolds_its_side_and_takes_the_keyboard_there(sides: Sides, qtbot: QtBot) -> None:
    with qtbot.waitActive(sides):
        sides.activateWindow()
    sides.fold_both()
    sides.show_outline()
    assert sides.left.isVisible()
    assert sides.left.tabs.currentWidget().hasFocus()
    sides.show_details()
    assert sides.right.tabs.currentWidget().hasFocus()


def test_without_a_choice_a_small_screen_starts_with_the_left_side_folded(
    settings: Settings, qtbot: QtBot
) -> None:
    sides = build(settings, qtbot)
    small = sides.screen().availableGeometry().width() < 1600
    assert sides.left_folded is small
    assert sides.right_folded is False


def test_nonsense_in_the_settings_is_no_harm(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "settings.json").write_text('{"panel_sizes": "ä%%%", "left_folded": false}')
    sides = build(Settings(tmp_path / "settings.json"), qtbot)
    assert isinstance(sides.centre, QWidget)
    assert widths(sides) == (LEFT_WIDTH, RIGHT_WIDTH)
