"""What this program is, who thought of its canvases, and the words of its licence in short."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from canvasdesk import __version__, assets
from canvasdesk.drawing.naming import credit
from canvasdesk.words import translate

ICON = 72  # pixels


class About(QDialog):
    """The about box."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("About", "About canvasdesk"))
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(_picture(), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        name = _line("canvasdesk")
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setBold(True)
        name.setFont(font)
        words.addWidget(name)
        for sentence in sentences():
            words.addWidget(_line(sentence))
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.addLayout(row)
        buttons = QDialogButtonBox()
        close = buttons.addButton(translate("About", "&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column.addSpacing(12)
        column.addWidget(buttons)
        self.setFixedWidth(520)


def sentences() -> tuple[str, ...]:
    """Give what the box says below the name."""
    return (
        translate("About", "Version {version}, on Qt {qt}", version=__version__, qt=qVersion()),
        translate(
            "About", "A desktop editor for the value proposition canvas and the business model around it."
        ),
        credit(),
        translate("About", "Free software under the MIT licence; its fonts under their own licences."),
    )


def _picture() -> QLabel:
    picture = QLabel()
    picture.setPixmap(QIcon(str(assets.icon("canvasdesk"))).pixmap(ICON, ICON))
    return picture


def _line(sentence: str) -> QLabel:
    line = QLabel(sentence)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setWordWrap(True)
    line.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return line
