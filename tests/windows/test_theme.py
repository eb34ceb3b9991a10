from itertools import product

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.layout.style import CONTRAST, DARK, LIGHT, THEMES, Theme
from canvasdesk.session.settings import THEME, Settings
from canvasdesk.windows.icons import icon
from canvasdesk.windows.theme import Appearance, mixed, palette, style_sheet

ROLE = QPalette.ColorRole
EVERY = list(THEMES.values())


def luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", EVERY, ids=lambda theme: theme.name)
def test_a_button_for_enter_that_is_disabled_looks_like_any_other(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton("Save")
    qtbot.addWidget(button)
    button.setStyleSheet(style_sheet(theme))
    button.setDefault(True)
    button.show()
    lit = button.grab().toImage().pixelColor(8, button.height() // 2)
    button.setEnabled(False)
    unlit = button.grab().toImage().pixelColor(8, button.height() // 2)
    assert (lit, unlit) == (QColor(theme.accent), QColor(theme.panel))


@pytest.mark.parametrize("theme", EVERY, ids=lambda theme: theme.name)
def test_the_arrows_of_the_file_dialog_can_be_seen(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(theme))
    dialog = QFileDialog(window)  # it asks for its icons when it is made
    for name in ("backButton", "forwardButton", "toParentButton"):
        button = dialog.findChild(QToolButton, name)
        assert button
        picture = button.icon().pixmap(16, 16).toImage()
        drawn = [QColor.fromRgba(picture.pixel(x, y)) for x in range(16) for y in range(16)]
        lines = max(drawn, key=lambda colour: colour.alpha())
        assert contrast(lines, QColor(theme.panel)) > 4.5, name


@pytest.mark.parametrize("theme", EVERY, ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_its_ground(theme: Theme) -> None:
    colours = palette(theme)
    pairs = [
        *product(
            (ROLE.WindowText, ROLE.Text, ROLE.ButtonText, ROLE.PlaceholderText, ROLE.Link),
            (ROLE.Window, ROLE.Base),
        ),
        (ROLE.HighlightedText, ROLE.Highlight),
        (ROLE.ToolTipText, ROLE.ToolTipBase),
    ]
    least = 7.0 if theme is CONTRAST else 4.5
    for text, ground in pairs:
        assert contrast(colours.color(text), colours.color(ground)) >= least, (text, ground)
    assert contrast(QColor(theme.focus), QColor(theme.panel)) >= 3.0
    assert contrast(QColor(theme.straw.ink), QColor(theme.straw.fill)) >= least
    assert contrast(QColor(theme.ink), QColor(theme.blue.fill)) >= least, "a chosen row"


@pytest.mark.parametrize("theme", EVERY, ids=lambda theme: theme.name)
def test_the_style_sheet_is_one_that_qt_understands(theme: Theme, qtbot: QtBot) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(sheet)  # Qt warns of what it cannot parse, and a warning fails the test
    box = QCheckBox(widget)
    box.setChecked(True)
    widget.show()
    assert widget.grab().size() == widget.size()


def test_the_setting_decides_and_a_change_is_told(qapp: QApplication, settings: Settings) -> None:
    settings.set(THEME, "dark")
    appearance = Appearance(settings)
    assert appearance.theme is DARK
    told: list[str] = []
    appearance.changed.connect(lambda: told.append(appearance.theme.name))
    for name in ("contrast", "contrast", "light"):
        settings.set(THEME, name)
    assert told == ["contrast", "light"]
    assert qapp.palette().color(ROLE.Window).name().upper() == LIGHT.panel
    qapp.setPalette(QPalette())


def test_every_window_follows_and_the_one_that_somebody_works_in_at_once(
    qapp: QApplication, qtbot: QtBot, settings: Settings
) -> None:
    settings.set(THEME, "light")
    appearance = Appearance(settings)
    windows = [QWidget() for _ in range(3)]
    for window in windows:
        qtbot.addWidget(window)
        appearance.dress(window)
        window.show()
    with qtbot.waitActive(windows[1]):
        windows[1].activateWindow()
    settings.set(THEME, "dark")
    assert [window.styleSheet() == style_sheet(DARK) for window in windows] == [False, True, False]
    settings.set(THEME, "contrast")
    qtbot.waitUntil(lambda: all(window.styleSheet() == style_sheet(CONTRAST) for window in windows))
    qapp.setPalette(QPalette())


@pytest.mark.parametrize("theme", EVERY, ids=lambda theme: theme.name)
def test_icons_take_the_colours_of_the_theme(qapp: QApplication, theme: Theme) -> None:
    drawn = icon("panel-left", theme)

    def ink(mode: QIcon.Mode, state: QIcon.State) -> str:
        image = drawn.pixmap(QSize(48, 48), 1.0, mode, state).toImage()
        shades = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
        return max(shades, key=lambda shade: shade.alpha()).name().upper()

    assert ink(QIcon.Mode.Normal, QIcon.State.Off) == theme.ink
    assert ink(QIcon.Mode.Normal, QIcon.State.On) == theme.accent
    assert ink(QIcon.Mode.Disabled, QIcon.State.Off) == mixed(theme.ink, theme.panel, 0.55)


def test_an_icon_is_as_sharp_as_the_screen(qapp: QApplication) -> None:
    pixmap = icon("undo", LIGHT).pixmap(QSize(20, 20), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mixed("#FF0000", "#0000FF", 0.0) == "#0000FF"
    assert mixed("#FF0000", "#0000FF", 1.0) == "#FF0000"
    assert mixed("#FFFFFF", "#000000", 0.5) == "#808080"
