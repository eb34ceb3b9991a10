"""The window's colours: one theme for widgets and canvas, as chosen or as the system has it."""

from collections.abc import Callable
from string import Template

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from canvasdesk import assets
from canvasdesk.layout.style import CONTRAST, DARK, LIGHT, THEMES, Theme
from canvasdesk.session.settings import THEME, Settings

MIDDLE = 128  # of 255, between dark and light
FRAME = 17  # milliseconds
FADED = 0.55  # how much of the ink what is disabled keeps


class Appearance(QObject):
    """Follows the setting and the system's colour scheme; `changed` carries the `theme` that is another."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.theme = self._wanted(first_sight)
        settings.changed.connect(self._on_setting)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow)

    def dress(self, window: QWidget) -> None:
        """Give a window the theme from now on, with whatever lies in it and the dialogs that belong to it.

        A sheet for the whole application would dress all windows at once, which is long to wait for.
        """
        QApplication.setPalette(palette(self.theme))
        # Over another sheet, Qt dresses every widget once more for each that it lies in: five times as long.
        window.setStyleSheet("")
        window.setStyleSheet(style_sheet(self.theme))

    def follow(self) -> None:
        """Take the theme that is wanted by now; a window that nobody works in follows a frame later."""
        wanted = self._wanted(system_theme)
        if wanted is self.theme:
            return
        self.theme = wanted
        QApplication.setPalette(palette(wanted))
        dressed = [window for window in QApplication.topLevelWidgets() if window.styleSheet()]
        active = QApplication.activeWindow()
        for number, window in enumerate(sorted(dressed, key=lambda window: window is not active)):
            if number:
                QTimer.singleShot(number * FRAME, window, lambda window=window: self.dress(window))
            else:
                self.dress(window)
        self.changed.emit(self.theme)

    def _wanted(self, of_the_system: Callable[[], Theme]) -> Theme:
        chosen = self._settings.get(THEME)
        return THEMES[chosen] if chosen in THEMES else of_the_system()

    def _on_setting(self, name: str) -> None:
        if name == THEME.name:
            self.follow()


def first_sight() -> Theme:
    """Give the light theme or the dark one by the colours that windows have before they are dressed.

    Asking for the style or the colour scheme would load much of Qt's enumerations, a tenth of the time to the
    first paint.
    """
    return _suited_to(QGuiApplication.palette())


def brightness() -> Theme:
    """Give the light theme or the dark one, as the system has it."""
    return _suited_to(QApplication.style().standardPalette())


def _suited_to(colours: QPalette) -> Theme:
    return DARK if colours.color(QPalette.ColorRole.Window).lightness() < MIDDLE else LIGHT


def system_theme() -> Theme:
    """Give the theme that suits what the user told the system: more contrast, dark, or neither."""
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()
    access = hints.accessibility() if hasattr(hints, "accessibility") else None  # since Qt 6.10
    if access and access.contrastPreference() is Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return brightness()


def palette(theme: Theme) -> QPalette:
    """Give the colours of `theme` by their roles in widgets."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.panel,
        role.WindowText: theme.ink,
        role.Base: theme.shape,
        role.AlternateBase: theme.board,
        role.Text: theme.ink,
        role.Button: theme.panel,
        role.ButtonText: theme.ink,
        role.BrightText: theme.danger,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.PlaceholderText: theme.muted,
        role.ToolTipBase: theme.toast,
        role.ToolTipText: theme.on_toast,
        role.Light: theme.shape,
        role.Midlight: theme.board,
        role.Mid: theme.hairline,
        role.Dark: theme.muted,
        role.Shadow: theme.ink,
    }
    given = QPalette()
    for each, colour in colours.items():
        given.setColor(each, QColor(colour))
    faded = QColor(mixed(theme.ink, theme.panel, FADED))
    for each in (role.WindowText, role.Text, role.ButtonText):
        given.setColor(QPalette.ColorGroup.Disabled, each, faded)
    return given


def mixed(colour: str, ground: str, share: float) -> str:
    """Give `colour` ("#RRGGBB") laid over `ground` with the opacity `share`."""
    over, under = (bytes.fromhex(each[1:]) for each in (colour, ground))
    return "#" + "".join(
        f"{round(a * share + b * (1 - share)):02X}" for a, b in zip(over, under, strict=True)
    )


def style_sheet(theme: Theme) -> str:
    """Give what the palette cannot say: hairlines, round corners, and a focus that can be seen."""
    return _SHEET.substitute(
        panel=theme.panel,
        board=theme.board,
        shape=theme.shape,
        ink=theme.ink,
        muted=theme.muted,
        hairline=theme.hairline,
        accent=theme.accent,
        on_accent=theme.on_accent,
        focus=theme.focus,
        danger=theme.danger,
        chosen=theme.blue.fill,
        hover=mixed(theme.ink, theme.panel, 0.07),
        faded=mixed(theme.ink, theme.panel, FADED),
        notice=theme.straw.fill,
        on_notice=theme.straw.ink,
        check=assets.icon("check" if theme.dark else "check-white").as_posix(),
        menu_check=assets.icon("check-white" if theme.dark else "check").as_posix(),
        **{
            arrow: assets.icon(f"{arrow}-white" if theme.dark else arrow).as_posix()
            for arrow in ("down", "back", "forward", "up")
        },
        toast=theme.toast,
        on_toast=theme.on_toast,
        toast_accent=theme.toast_accent,
    )


# Names with # are those that widgets of the window carry; sides are never named, so that it all mirrors.
_SHEET = Template("""
QMenuBar { background: $panel; padding: 2px 6px; }
QMenuBar::item { padding: 5px 10px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $chosen; color: $ink; }
QMenu { background: $panel; border: 1px solid $hairline; padding: 5px; }
QMenu::item { padding: 6px 14px; border-radius: 5px; }
QMenu::item:selected { background: $chosen; color: $ink; }
QMenu::item:disabled { color: $faded; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 8px; }
QToolBar { background: $panel; border: none; border-top: 1px solid $hairline;
  border-bottom: 1px solid $hairline; spacing: 3px; padding: 3px 10px; }
QToolBar::separator { background: $hairline; width: 1px; margin: 5px 8px; }
QToolButton { border: 2px solid transparent; border-radius: 7px; padding: 4px 9px; color: $ink; }
QToolButton:hover { background: $hover; }
QToolButton:checked, QToolButton:pressed { background: $chosen; color: $accent; }
QToolButton:disabled { color: $faded; }
QToolButton:focus { border-color: $focus; }
QToolButton::menu-indicator { image: none; }
QFileDialog QToolButton { padding: 2px; border-width: 1px; }
QFileDialog { backward-icon: url("$back"); forward-icon: url("$forward");
  filedialog-parent-directory-icon: url("$up"); }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
#choice { border: 1px solid $hairline; border-radius: 6px; background: $shape; padding: 4px 5px; }
#choice:hover { background: $hover; }
#choice:checked { border-color: $accent; background: $chosen; }
#choice:focus { border: 2px solid $focus; padding: 3px 4px; }
#otherEnd, #record, #sentence { border: 1px solid $hairline; border-radius: 7px; background: $shape; }
#otherEnd:hover, #record:hover, #sentence:hover { background: $hover; }
#otherEnd:focus, #record:focus, #sentence:focus { border: 2px solid $focus; }
QPushButton { background: $panel; border: 1px solid $hairline; border-radius: 7px; padding: 6px 14px;
  min-height: 16px; }
QPushButton:hover { background: $hover; }
QPushButton:default { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton:disabled { background: $panel; border-color: $hairline; color: $faded; }
QPushButton:focus { border: 2px solid $focus; padding: 5px 13px; outline: none; }
QLineEdit, QPlainTextEdit, QTextEdit { background: $shape; color: $ink; border: 1px solid $hairline;
  border-radius: 6px; padding: 4px 7px; min-height: 16px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 3px 6px; }
QComboBox, QAbstractSpinBox { background: $shape; border: 1px solid $hairline; border-radius: 6px;
  padding: 4px 7px; min-height: 16px; selection-background-color: $accent; selection-color: $on_accent; }
QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $focus; padding: 3px 6px; }
QComboBox:disabled, QAbstractSpinBox:disabled { color: $faded; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  width: 0; border: none; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $board; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$down"); width: 14px; height: 14px; }
QComboBox QListView, QComboBox QListView:focus { border: 1px solid $hairline; border-radius: 0; }
QTabBar::tab { padding: 9px 4px 7px 4px; margin: 0 10px; border: none; border-bottom: 2px solid transparent;
  color: $muted; font-weight: bold; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { color: $focus; border-bottom-color: $focus; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $hairline; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTreeView, QListView { background: $panel; border: 2px solid transparent; border-radius: 6px; outline: none; }
QTreeView::item, QListView::item { padding: 5px 6px; }
QTreeView::item:selected, QListView::item:selected { background: $chosen; color: $ink; }
QTreeView:focus, QListView:focus { border-color: $focus; }
QTreeView::item:focus:!selected { border: 2px solid $focus; border-radius: 4px; padding: 3px 4px; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator, QTreeView::indicator, QMenu::indicator { width: 16px; height: 16px;
  border: 1px solid $muted; border-radius: 4px; background: $shape; }
QMenu::indicator { border: none; background: transparent; margin: 0 5px; }
QCheckBox::indicator:checked, QTreeView::indicator:checked { background: $accent; border-color: $accent;
  image: url("$check"); }
QMenu::indicator:checked { image: url("$menu_check"); }
QCheckBox:focus, QRadioButton:focus { color: $focus; }
QCheckBox::indicator:focus { border: 2px solid $focus; }
QCheckBox::indicator:disabled { border-color: $hairline; }
QRadioButton { spacing: 8px; min-height: 24px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 8px;
  background: $shape; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; }
QRadioButton::indicator:focus { border-color: $focus; }
QSplitter::handle { background: $hairline; }
QStatusBar { background: $panel; border-top: 1px solid $hairline; color: $muted; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 0 8px; }
QToolTip { background: $toast; color: $on_toast; border: none; padding: 4px 7px; }
QScrollArea { border: none; }
#command { color: $muted; background: $board; text-align: left; padding: 6px 12px; }
#floating { background: $panel; border: 1px solid $hairline; border-radius: 10px; }
#versions, #voting { background: $board; }
#voting QListView { background: $shape; border-color: $hairline; }
#voting QListView:focus { border-color: $focus; }
#voting QProgressBar { max-height: 14px; }
#contrast, #contrast QTableView, #contrast QHeaderView,
#merging, #merging QTableView, #merging QHeaderView { background: $board; border: none; outline: none; }
#merging QHeaderView::section { background: $board; border: none; color: $muted; padding: 4px 0; }
#contrast QTableCornerButton::section { background: $board; border: none; }
#banner { background: $notice; border-bottom: 1px solid $hairline; }
#banner QLabel { color: $on_notice; }
#reviews { color: $danger; border: 1px solid transparent; padding: 1px 8px; font-weight: bold; }
#roomSees { font-weight: bold; }
#reviews:focus { border-color: $focus; }
#reviewed, #unsaved, #session { border: 1px solid $hairline; border-radius: 8px; }
#reviewed:focus { border: 2px solid $focus; }
#notice { background: $notice; border: 1px solid $hairline; border-radius: 7px; }
#notice QLabel { color: $on_notice; }
#toast { background: $toast; border-radius: 10px; }
#toast QLabel { color: $on_toast; }
#toast QPushButton { background: transparent; border: 1px solid transparent; color: $toast_accent;
  font-weight: bold; }
#toast QPushButton:focus { border: 2px solid $toast_accent; }
QProgressBar { background: $board; border: 1px solid $hairline; border-radius: 4px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
#toast QProgressBar { background: transparent; border-color: $on_toast; }
#toast QProgressBar::chunk { background: $toast_accent; }
#heading { color: $muted; font-weight: bold; }
#headline { font-size: 11pt; font-weight: bold; }
#quiet { color: $muted; }
#alarm { color: $danger; }
#unsaved #picture { background: $board; }
#tile { text-align: left; padding: 12px; outline: none; }
""")
