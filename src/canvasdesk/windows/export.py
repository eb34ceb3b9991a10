"""Making a picture of what is shown: what, how large, in which colours, and where to."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.drawing.business_model import ModelLook, model_look
from canvasdesk.drawing.contrast import contrast_look
from canvasdesk.drawing.sheet import SheetLook
from canvasdesk.export.errors import ExportError
from canvasdesk.export.picture import Frame, frames, png, svg
from canvasdesk.folders import recovery_folder
from canvasdesk.layout.style import THEMES
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.errors import SaveError, shown_name
from canvasdesk.storage.save import save_bytes
from canvasdesk.words import translate

SCALES = (1.0, 2.0, 4.0)  # pixels a canvas unit
USUAL = 1  # of them


def looks(workspace: Workspace, shown: SheetLook) -> dict[str, SheetLook]:
    """Give what a picture can be of, by what people call it: what is `shown` first, side by side last."""
    model = translate("Export", "Business model")
    if isinstance(shown, ModelLook):
        found: dict[str, SheetLook] = {model: shown}
    else:
        found = {translate("Export", "This canvas"): shown, model: model_look(workspace)}
    if workspace.segments:
        found[translate("Export", "Side by side")] = contrast_look(workspace)
    return found


class ExportDialog(QDialog):
    """Asks for sheet, format, size and colours; `accept` asks for the place and writes the picture.

    `sheets` are what a picture can be of, by what people call it.
    """

    def __init__(
        self, parent: QWidget, sheets: Mapping[str, SheetLook], language: str, folder: Path, name: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Export", "Export picture"))
        self._sheets, self._language = sheets, language
        self._folder, self._name = folder, name
        self.written: Path | None = None
        self.what = _choice({what: what for what in sheets})
        self.format = _choice(
            {
                "png": translate("Export", "PNG – for slides and messages"),
                "svg": translate("Export", "SVG – for further drawing"),
            }
        )
        self.size_of = QComboBox()
        self.colours = _choice(
            {
                "light": translate("Export", "Light"),
                "dark": translate("Export", "Dark"),
                "contrast": translate("Export", "High contrast"),
            }
        )
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.hide()
        form = QFormLayout()
        form.addRow(translate("Export", "&What"), self.what)
        form.addRow(translate("Export", "&Format"), self.format)
        form.addRow(translate("Export", "&Size"), self.size_of)
        form.addRow(translate("Export", "&Colours"), self.colours)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(self._buttons())
        self.setMinimumWidth(400)
        self.what.currentIndexChanged.connect(self._offer_sizes)
        self._offer_sizes()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        export = buttons.addButton(translate("Export", "&Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(translate("Export", "C&ancel"), QDialogButtonBox.ButtonRole.RejectRole)
        export.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def _look(self) -> SheetLook:
        return self._sheets[str(self.what.currentData())]

    def _offer_sizes(self) -> None:
        """Offer the sizes that a picture of the sheet can have, as sharp as before where that is possible."""
        before = self.size_of.currentIndex()
        self.size_of.clear()
        for frame in frames(self._look.bounds, SCALES):
            width, height = frame.pixels
            said = translate("Export", "{width} × {height} pixels", width=width, height=height)
            self.size_of.addItem(said, frame.scale)
        self.size_of.setCurrentIndex(min(USUAL if before < 0 else before, self.size_of.count() - 1))

    def accept(self) -> None:
        """Ask for the place and write; stay open, with the reason, where that fails."""
        ending = str(self.format.currentData())
        path = self._ask_for_place(ending)
        if path is None:
            return
        try:
            save_bytes(path, self.picture(ending), recovery_dir=recovery_folder())
        except (ExportError, SaveError) as error:
            self.problem.setText(str(error))
            self.problem.show()
            return
        self.written = path
        super().accept()

    def picture(self, ending: str) -> bytes:
        """Give the picture as it is asked for."""
        theme = THEMES[str(self.colours.currentData())]
        frame = Frame(self._look.bounds, float(self.size_of.currentData()))
        if ending == "svg":
            return svg(self._look, theme, frame, self._language)
        return png(self._look, theme, frame)

    def _ask_for_place(self, ending: str) -> Path | None:
        kinds = translate("Export", "Pictures ({patterns})", patterns=f"*.{ending}")
        dialog = QFileDialog(self, translate("Export", "Export picture"), str(self._folder), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{self._name}.{ending}")
        chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
        dialog.deleteLater()
        return chosen


def _choice(texts: dict[str, str]) -> QComboBox:
    box = QComboBox()
    for value, text in texts.items():
        box.addItem(text, value)
    return box


def written_sentence(path: Path) -> str:
    """Say where a picture is."""
    return translate("Export", "The picture is in “{name}”.", name=shown_name(path))
