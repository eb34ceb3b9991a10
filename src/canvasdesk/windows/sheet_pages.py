"""All sheets of a workspace as pictures, one at a time: the business model, then every canvas."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from canvasdesk.drawing.business_model import model_look
from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.drawing.flow_words import canvas_name
from canvasdesk.drawing.sheet import SheetLook
from canvasdesk.layout.style import Theme
from canvasdesk.model.quoting import one_line
from canvasdesk.model.workspace import Workspace
from canvasdesk.windows.tile import sheet_picture
from canvasdesk.words import translate

SMALLEST = 240, 140  # pixels
LONGEST = 50  # letters of a name


class SheetPages(QWidget):
    """Shows one sheet of a workspace and the way to the others; or says why there is nothing to be seen.

    `canvas_id` is the canvas shown, None for the business model; it is shown of the next workspace too.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.canvas_id: str | None = None
        self._workspace: Workspace | None = None
        self.picture = _Picture()
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before = _button("‹", translate("Sheets", "Previous sheet"))
        self.after = _button("›", translate("Sheets", "Next sheet"))
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self._way = QWidget()
        row = QHBoxLayout(self._way)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        for part in (self.before, self.name, self.after):
            row.addWidget(part)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture, 1)
        column.addWidget(self.said, 1)
        column.addWidget(self._way)
        self.say("")

    def say(self, sentence: str) -> None:
        """Show no sheet, but a sentence."""
        self._workspace = None
        self.said.setText(sentence)
        self._show_parts()

    def show_workspace(self, workspace: Workspace) -> None:
        """Show the sheet that was shown before, as this workspace has it; without it, the business model."""
        self._workspace = workspace
        self._show_parts()
        self._draw()

    def use(self, theme: Theme) -> None:
        """Draw in other colours from now on."""
        self._theme = theme
        self._draw()

    def turn(self, steps: int) -> None:
        """Go on to another sheet; after the last comes the first."""
        if self._workspace:
            there = _sheets(self._workspace)
            self.canvas_id = there[(there.index(self._shown(self._workspace)) + steps) % len(there)]
            self._draw()

    def _draw(self) -> None:
        if self._workspace is None:
            return
        workspace, shown = self._workspace, self._shown(self._workspace)
        look: SheetLook = model_look(workspace) if shown is None else canvas_look(workspace, shown)
        there = _sheets(workspace)
        name = translate("Sheets", "Business model") if shown is None else canvas_name(workspace, shown)
        self.name.setText(
            translate(
                "Sheets",
                "{name} ({number} of {all})",
                name=one_line(name, LONGEST),
                number=there.index(shown) + 1,
                all=len(there),
            )
        )
        self.picture.show_look(look, self._theme)

    def _shown(self, workspace: Workspace) -> str | None:
        return self.canvas_id if self.canvas_id in workspace.canvas_by_id else None

    def _show_parts(self) -> None:
        there = self._workspace is not None
        self.picture.setVisible(there)
        self._way.setVisible(there)
        self.said.setVisible(not there)


class _Picture(QWidget):
    """Draws a sheet as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._look: SheetLook | None = None
        self._theme: Theme | None = None
        self._drawn = QPixmap()
        self.setMinimumSize(*SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_look(self, look: SheetLook, theme: Theme) -> None:
        """Show a sheet from now on."""
        self._look, self._theme, self._drawn = look, theme, QPixmap()
        name, description = look.words()
        self.setAccessibleName(translate("Sheets", "Picture of {name}", name=name))
        self.setAccessibleDescription(description)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, drawn anew for another size."""
        if self._look is None or self._theme is None:
            return
        ratio = self.devicePixelRatioF()
        if self._drawn.size() != self.size() * ratio:
            self._drawn = sheet_picture(self._look, self._theme, self.size(), ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()


def _button(text: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("choice")
    button.setText(text)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setMinimumSize(32, 28)
    return button


def _sheets(workspace: Workspace) -> list[str | None]:
    return [None, *workspace.canvas_by_id]
