"""Making a picture or page of what is shown: what, how large, in which colours, and where to."""

from collections.abc import Mapping
from dataclasses import replace
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

from canvasdesk.drawing.business_model import ModelLook, still_look
from canvasdesk.drawing.contrast import contrast_look
from canvasdesk.drawing.sheet import SheetLook
from canvasdesk.export.choice import What, sheets
from canvasdesk.export.errors import ExportError
from canvasdesk.export.html.page import page
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
        found: dict[str, SheetLook] = {model: replace(shown, inviting=False)}
    else:
        found = {translate("Export", "This canvas"): shown, model: still_look(workspace)}
    if workspace.segments:
        found[translate("Export", "Side by side")] = contrast_look(workspace)
    return found


class ExportDialog(QDialog):
    """Asks for sheet, format, size and colours; `accept` asks for the place and writes the file.

    `looks` are what a picture can be of, by what people call it; a page is of all of `workspace`.
    """

    def __init__(
        self, parent: QWidget, looks: Mapping[str, SheetLook], workspace: Workspace, folder: Path, name: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Export", "Export picture or page"))
        self._looks, self._workspace = looks, workspace
        self._folder, self._name = folder, name
        self.written: Path | None = None
        self.what = _choice({what: what for what in looks})
        self.format = _choice(
            {
                "png": translate("Export", "PNG – for slides and messages"),
                "svg": translate("Export", "SVG – for further drawing"),
                "paths": translate("Export", "SVG with letters as paths – where fonts are missing"),
                "html": translate("Export", "HTML page of everything – for any browser"),
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
        self.format.currentIndexChanged.connect(self._ask_for_what_counts)
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
        return self._looks[str(self.what.currentData())]

    def _offer_sizes(self) -> None:
        """Offer the sizes that a picture of the sheet can have, as sharp as before where that is possible."""
        before = self.size_of.currentIndex()
        self.size_of.clear()
        for frame in frames(self._look.bounds, SCALES):
            width, height = frame.pixels
            said = translate("Export", "{width} × {height} pixels", width=width, height=height)
            self.size_of.addItem(said, frame.scale)
        self.size_of.setCurrentIndex(min(USUAL if before < 0 else before, self.size_of.count() - 1))

    def _ask_for_what_counts(self) -> None:
        """Ask for sheet, size and colours only where a picture is made: a page has them all."""
        for field in (self.what, self.size_of, self.colours):
            field.setEnabled(self.format.currentData() != "html")

    def accept(self) -> None:
        """Ask for the place and write; stay open, with the reason, where that fails."""
        path = self._ask_for_place()
        if path is None:
            return
        try:
            save_bytes(path, self.made(), recovery_dir=recovery_folder())
        except (ExportError, SaveError) as error:
            self.problem.setText(str(error))
            self.problem.show()
            return
        self.written = path
        super().accept()

    def made(self) -> bytes:
        """Give the file as it is asked for."""
        form = self.format.currentData()
        if form == "html":
            return page(self._workspace, sheets(self._workspace, What.WORKBOOK))
        theme = THEMES[str(self.colours.currentData())]
        frame = Frame(self._look.bounds, float(self.size_of.currentData()))
        if form == "png":
            return png(self._look, theme, frame)
        return svg(self._look, theme, frame, self._workspace.language_tag, text_as_paths=form == "paths")

    def _ask_for_place(self) -> Path | None:
        form = str(self.format.currentData())
        ending = "svg" if form == "paths" else form
        kinds = translate("Export", "Pictures ({patterns})", patterns=f"*.{ending}")
        if ending == "html":
            kinds = translate("Export", "Pages ({patterns})", patterns="*.html")
        return ask_for_place(self, self._folder / f"{self._name}.{ending}", kinds)


def ask_for_place(parent: QWidget, proposed: Path, kinds: str) -> Path | None:
    """Ask where to write a file of one of `kinds`, with the ending of the one proposed."""
    dialog = QFileDialog(parent, parent.windowTitle(), str(proposed.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    dialog.selectFile(proposed.name)
    chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    return chosen


def _choice(texts: dict[str, str]) -> QComboBox:
    box = QComboBox()
    for value, text in texts.items():
        box.addItem(text, value)
    return box


def written_sentence(path: Path) -> str:
    """Say where a picture or page is."""
    if path.suffix.lower() == ".html":
        return translate("Export", "The page is in “{name}”.", name=shown_name(path))
    return translate("Export", "The picture is in “{name}”.", name=shown_name(path))
