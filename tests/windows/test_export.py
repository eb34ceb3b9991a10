from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from canvasdesk.drawing.business_model import ModelLook, model_look
from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.layout.style import CONTRAST, DARK, LIGHT
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.windows.export import ExportDialog, looks, written_sentence


@pytest.fixture
def dialog(host: QWidget, workspace: Workspace, tmp_path: Path) -> ExportDialog:
    return ExportDialog(host, looks(workspace, canvas_look(workspace, "first")), workspace, tmp_path, "plan")


def answer(path: Path) -> None:
    """Type `path` into the file dialog as soon as it is there."""

    def type_it() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QFileDialog)
        field = asked.findChild(QLineEdit, "fileNameEdit")
        assert field
        field.setText(str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)

    QTimer.singleShot(0, type_it)


@pytest.mark.parametrize(("row", "theme"), [(0, LIGHT), (1, DARK), (2, CONTRAST)])
def test_a_png_in_the_size_and_colours_asked_for(
    dialog: ExportDialog, tmp_path: Path, row: int, theme: object
) -> None:
    dialog.size_of.setCurrentIndex(0)
    dialog.colours.setCurrentIndex(row)
    width, height = (int(each) for each in dialog.size_of.currentText().removesuffix(" pixels").split(" × "))
    answer(tmp_path / "plan")
    dialog.accept()
    assert dialog.written == tmp_path / "plan.png"
    image = QImage(str(dialog.written))
    assert (image.width(), image.height()) == (width, height)
    assert image.pixelColor(2, 2).name().upper() == theme.board  # type: ignore[attr-defined]


def test_an_svg_holds_the_words(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.format.setCurrentIndex(1)
    answer(tmp_path / "plan.svg")
    dialog.accept()
    assert dialog.written == tmp_path / "plan.svg"
    assert "Makers" in dialog.written.read_text(encoding="utf-8")


def test_an_svg_with_letters_as_paths_asks_for_no_font(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.format.setCurrentIndex(2)
    answer(tmp_path / "plan")
    dialog.accept()
    assert dialog.written == tmp_path / "plan.svg"
    drawn = dialog.written.read_text(encoding="utf-8")
    assert "<text" not in drawn
    assert "font-" not in drawn


def test_a_page_is_of_everything_and_asks_for_nothing_else(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.show()
    QTest.keyClick(dialog.format, Qt.Key.Key_End)
    fields = (dialog.what, dialog.size_of, dialog.colours)
    assert not any(field.isEnabled() for field in fields)
    answer(tmp_path / "plan")
    dialog.accept()
    assert dialog.written == tmp_path / "plan.html"
    assert written_sentence(dialog.written).startswith("The page is in")
    shown = dialog.written.read_text(encoding="utf-8")
    assert all(name in shown for name in ("Makers", "Bakers", "Rent", "Side by side"))
    QTest.keyClick(dialog.format, Qt.Key.Key_Home)
    assert all(field.isEnabled() for field in fields)


def test_business_model_and_contrast_are_exported_the_same_way(dialog: ExportDialog) -> None:
    assert dialog.what.currentText() == "This canvas"
    QTest.keyClick(dialog.what, Qt.Key.Key_Down)
    assert dialog.what.currentText() == "Business model"
    assert dialog.size_of.itemText(0) == "1436 × 744 pixels"
    dialog.format.setCurrentIndex(1)
    assert "Customer segments" in dialog.made().decode()
    QTest.keyClick(dialog.what, Qt.Key.Key_Down)
    assert dialog.what.currentText() == "Side by side"
    assert "Biggest pain" in dialog.made().decode()


def test_on_the_business_model_that_comes_first(workspace: Workspace) -> None:
    found = looks(workspace, model_look(workspace))
    assert list(found) == ["Business model", "Side by side"]
    shown = found["Business model"]
    assert isinstance(shown, ModelLook)
    assert not shown.inviting  # nothing in a picture answers a click
    assert list(looks(Workspace(), model_look(Workspace()))) == ["Business model"]


def test_only_sizes_are_offered_that_a_picture_can_have(host: QWidget, tmp_path: Path) -> None:
    segments = tuple(CustomerSegment(name=str(n)) for n in range(100))
    many = Workspace(segments=segments)
    dialog = ExportDialog(host, looks(many, model_look(many)), many, tmp_path, "plan")
    assert (dialog.size_of.count(), dialog.size_of.currentIndex()) == (3, 1)
    QTest.keyClick(dialog.what, Qt.Key.Key_Down)
    assert (dialog.size_of.count(), dialog.size_of.currentIndex()) == (1, 0)


def test_a_place_that_cannot_be_written_is_said_and_the_dialog_stays(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.show()
    (tmp_path / "file").write_text("")
    dialog._ask_for_place = lambda: tmp_path / "file" / "plan.png"  # type: ignore[method-assign]
    dialog.accept()
    assert dialog.written is None
    assert dialog.isVisible()
    assert "was not saved" in dialog.problem.text()
