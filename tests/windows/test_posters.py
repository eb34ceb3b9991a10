"""The dialog for posters, worked with keys and clicks: what it shows is what it saves and prints."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QObject, QSize, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.drawing.surface import Surface
from canvasdesk.editing.segments import add_role
from canvasdesk.export.pages import Drawing, Page, Placed
from canvasdesk.export.papers import MM
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import LIGHT
from canvasdesk.model.canvas import Role, Stakeholder
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import View, Workspace
from canvasdesk.session.settings import POSTER_PAPER, Settings
from canvasdesk.windows.page_views import SMALL, Caption, PageList, page_picture
from canvasdesk.windows.posters import PosterDialog
from canvasdesk.windows.printing import print_pages

DOWN, UP, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return
WHAT = [
    "This canvas", "Canvases of this segment", "Business model", "Side by side", "Workbook of everything",
    "Blank canvases",
]  # fmt: skip


@pytest.fixture
def two_roles(workspace: Workspace) -> Workspace:
    for role in (Role.END_USER, Role.PROCUREMENT):
        workspace, _ = add_role(workspace, workspace.segments[0].id, Stakeholder(role=role))
    return workspace


@pytest.fixture
def dialog(host: QWidget, two_roles: Workspace, settings: Settings, tmp_path: Path) -> PosterDialog:
    dialog = PosterDialog(host, two_roles, "first", settings, tmp_path, "plan")
    dialog.show()
    return dialog


@pytest.fixture
def opened() -> Iterator[list[Path]]:
    """Give what would be opened with the programs of the system."""

    class Opener(QObject):
        @Slot(QUrl)
        def open(self, url: QUrl) -> None:
            found.append(Path(url.toLocalFile()))

    found: list[Path] = []
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[call-overload]
    yield found
    QDesktopServices.unsetUrlHandler("file")


def titles(dialog: PosterDialog) -> list[str]:
    """Give what the pages of the preview are told as."""
    model = dialog.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def size(dialog: PosterDialog) -> tuple[int, int]:
    """Give the size of the page shown, in mm."""
    page = dialog.view._page
    assert page
    return round(page.width / MM), round(page.height / MM)


def choose(dialog: PosterDialog, text: str) -> None:
    """Go down to what is to be printed."""
    box = dialog.form.what
    for _ in range(box.findText(text) - box.currentIndex()):
        QTest.keyClick(box, DOWN)
    assert box.currentText() == text


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def place(path: Path) -> None:
    """Type `path` into the file dialog as soon as it is there, and agree to all that it asks."""

    def type_it() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QFileDialog)
        field = asked.findChild(QLineEdit, "fileNameEdit")
        assert field
        if path.exists():
            QTimer.singleShot(0, agree)
        field.setText(str(path))
        QTest.keyClick(field, ENTER)

    def agree() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QMessageBox)
        QTest.mouseClick(asked.button(QMessageBox.StandardButton.Yes), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, type_it)


# What is shown.


def test_what_is_on_the_screen_comes_first(dialog: PosterDialog) -> None:
    box = dialog.form.what
    assert [box.itemText(row) for row in range(box.count())] == WHAT
    assert titles(dialog) == ["1 of 1 · 297 × 210 mm · Makers – end user"]


def test_from_the_business_model_that_comes_first(host: QWidget, settings: Settings, tmp_path: Path) -> None:
    box = PosterDialog(host, Workspace(), None, settings, tmp_path, "plan").form.what
    assert [box.itemText(row) for row in range(box.count())] == [WHAT[2], WHAT[4], WHAT[5]]


@pytest.mark.parametrize(("what", "count"), [*zip(WHAT, (1, 2, 1, 1, 7, 2), strict=True)])
def test_every_choice_of_what_has_its_pages(dialog: PosterDialog, what: str, count: int) -> None:
    choose(dialog, what)
    assert len(titles(dialog)) == count
    assert titles(dialog)[0] == dialog.caption.text() == dialog.view.accessibleDescription()


def test_paper_and_turning_change_the_pages(dialog: PosterDialog) -> None:
    QTest.keyClick(dialog.form.paper, DOWN)
    assert size(dialog) == (420, 297)
    QTest.keyClick(dialog.form.orientation, DOWN)
    assert size(dialog) == (297, 420)
    QTest.keyClick(dialog.form.orientation, DOWN)
    assert size(dialog) == (420, 297)


def test_a_paper_can_have_any_sides(dialog: PosterDialog) -> None:
    field = dialog.form.paper.lineEdit()
    assert field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "500x700mm")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert size(dialog) == (700, 500)


def test_enter_after_a_paper_shows_its_pages_and_saves_nothing(dialog: PosterDialog) -> None:
    asked: list[QFileDialog] = []

    def look() -> None:
        if isinstance(found := QApplication.activeModalWidget(), QFileDialog):
            asked.append(found)
            found.reject()

    field = dialog.form.paper.lineEdit()
    assert field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "300x400mm")
    QTimer.singleShot(0, look)
    QTest.keyClick(dialog.form.paper, ENTER)
    QApplication.processEvents()
    assert size(dialog) == (400, 300)
    assert asked == []


def test_what_is_no_paper_is_said_and_nothing_can_be_saved(dialog: PosterDialog) -> None:
    field = dialog.form.paper.lineEdit()
    assert field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "napkin")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert "“napkin” is no paper" in dialog.problem.text()
    assert titles(dialog) == []
    assert not dialog.save_button.isEnabled()
    assert not dialog.print_button.isEnabled()
    dialog.form.paper.setFocus()
    QTest.keyClick(dialog.form.paper, DOWN)
    assert dialog.problem.isHidden()
    assert dialog.save_button.isEnabled()


def test_tiles_are_shown_one_by_one_and_overlap_as_is_said(dialog: PosterDialog) -> None:
    form = dialog.form
    assert not form.overlap.isEnabled()
    for _ in range(4):
        QTest.keyClick(form.paper, DOWN)
    QTest.keyClick(form.tiles, DOWN)
    assert form.overlap.isEnabled()
    model = dialog.list.model()
    labels = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert labels[:4] == ["1", "A1", "B1", "C1"]
    before = [placed.x for placed in dialog._pages[2].placed]
    QTest.keyClick(form.overlap, UP)
    assert [placed.x for placed in dialog._pages[2].placed] != before


def test_ink_is_saved(dialog: PosterDialog) -> None:
    def colourful() -> bool:
        image = page_picture(dialog._pages[0], QSize(600, 400), 1.0).toImage()
        pixels = (image.pixelColor(x, y) for x in range(2, 598, 3) for y in range(2, 398, 3))
        return any(max(rgb) - min(rgb) > 8 for rgb in (each.getRgb()[:3] for each in pixels))

    assert colourful()
    QTest.keyClick(dialog.form.ink, Qt.Key.Key_Space)
    assert not colourful()


def test_blank_canvases_have_the_sides_of_the_view(
    host: QWidget, workspace: Workspace, settings: Settings, tmp_path: Path
) -> None:
    pictures = []
    for swapped in (False, True):
        turned = evolve(workspace, view=View(sides_swapped=swapped))
        dialog = PosterDialog(host, turned, None, settings, tmp_path, "plan")
        choose(dialog, "Blank canvases")
        pictures.append(page_picture(dialog._pages[0], QSize(300, 200), 1.0).toImage())
    assert pictures[0] != pictures[1]


def test_the_page_chosen_in_the_list_is_shown_large_and_stays_chosen(dialog: PosterDialog) -> None:
    choose(dialog, "Workbook of everything")
    QTest.keyClick(dialog.list, DOWN)
    QTest.keyClick(dialog.list, DOWN)
    assert dialog.view._page is dialog._pages[2]
    assert dialog.caption.text().startswith("3 of 7")
    QTest.keyClick(dialog.form.paper, DOWN)
    assert dialog.view._page is dialog._pages[2]
    choose(dialog, "Blank canvases")
    assert dialog.view._page is dialog._pages[1]


def test_the_preview_is_the_page(dialog: PosterDialog) -> None:
    shown = dialog.view.grab().toImage()
    expected = page_picture(dialog._pages[0], dialog.view.size(), dialog.view.devicePixelRatioF()).toImage()
    middle = shown.rect().center()
    assert shown.pixelColor(middle) == expected.pixelColor(middle)
    seen = {shown.pixel(x, middle.y()) for x in range(shown.width())}
    assert len(seen) > 5


def test_what_a_page_is_called_ends_in_an_ellipsis_where_it_is_too_long(qtbot: QtBot) -> None:
    caption = Caption()
    qtbot.addWidget(caption)
    caption.resize(200, 20)
    caption.say("1 of 1 · " + "Makers " * 30)
    assert caption.text().startswith("1 of 1 · Makers")
    assert caption.text().endswith("…")
    caption.show()
    caption.resize(4000, 20)
    assert caption.text() == caption.accessibleName() == "1 of 1 · " + "Makers " * 30


def test_only_pages_in_sight_are_drawn(qtbot: QtBot) -> None:
    drawn: list[int] = []

    def page(number: int) -> Page:
        def draw(surface: Surface) -> None:
            drawn.append(number)
            surface.rect(whole, LIGHT.ink)

        whole = Rect(0.0, 0.0, 200.0, 100.0)
        return Page(200.0, 100.0, (Placed(Drawing(whole, draw), 0.0, 0.0, 1.0, whole),), label=str(number))

    shown = PageList()
    qtbot.addWidget(shown)
    shown.resize(shown.width(), 3 * SMALL.height())
    shown.show_pages([page(number) for number in range(400)])
    shown.show()
    qtbot.waitExposed(shown)
    shown.grab()
    assert 0 in drawn
    assert len(drawn) < 6
    QTest.keyClick(shown, Qt.Key.Key_End)
    shown.grab()
    assert 398 in drawn
    assert len(drawn) < 12


# What is saved.


def test_the_file_has_the_pages_that_are_shown(dialog: PosterDialog, tmp_path: Path) -> None:
    choose(dialog, "Workbook of everything")
    QTest.keyClick(dialog.form.tiles, DOWN)
    place(tmp_path / "wall")
    click(dialog.save_button)
    assert dialog.written == tmp_path / "wall.pdf"
    assert dialog.result_label.text() == "“wall.pdf” is saved."
    with pikepdf.open(dialog.written) as file:
        sizes = [tuple(round(float(each)) for each in page.mediabox[2:]) for page in file.pages]
        assert sizes == [(round(page.width), round(page.height)) for page in dialog._pages]
        assert str(file.docinfo["/Title"]) == "Factory"
    assert dialog.progress.isHidden()
    assert dialog.progress.value() == len(dialog._pages)


def test_what_was_written_is_opened_only_by_a_click(
    dialog: PosterDialog, tmp_path: Path, opened: list[Path]
) -> None:
    assert dialog.open_button.isHidden()
    place(tmp_path / "plan")
    click(dialog.save_button)
    assert opened == []
    click(dialog.open_button)
    click(dialog.folder_button)
    assert opened == [tmp_path / "plan.pdf", tmp_path]
    QTest.keyClick(dialog.form.what, DOWN)
    assert dialog.open_button.isHidden()


def test_the_dialog_fits_a_small_screen_and_begins_inside_any(dialog: PosterDialog) -> None:
    smallest, frame = dialog.minimumSizeHint(), QSize(14, 48)
    assert (smallest + frame).boundedTo(QSize(683, 384)) == smallest + frame  # 1366 × 768, twice as large
    room = dialog.screen().availableGeometry().size()
    assert dialog.size().boundedTo(room) == dialog.size()


def test_a_long_name_leaves_the_dialog_as_it_is(dialog: PosterDialog, tmp_path: Path) -> None:
    wide = dialog.width()
    assert dialog._work(lambda: dialog._write(tmp_path / f"{'w' * 240}.pdf"))
    QApplication.processEvents()
    assert dialog.width() == wide
    assert "…" in dialog.result_label.text()
    assert dialog.result_label.text().endswith("w.pdf” is saved.")


def test_cancel_leaves_the_old_file(dialog: PosterDialog, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"old")
    choose(dialog, "Workbook of everything")
    place(tmp_path / "plan.pdf")
    heard: list[str] = []

    def cancel(value: int) -> None:
        if value == 2:
            heard.append(dialog.leave_button.text())
            heard.append(dialog.result_label.text())
            assert dialog.result_label.isVisible()
            assert not dialog.progress.isTextVisible()  # where it would be cut
            assert not dialog.form.isEnabled()
            assert not dialog.save_button.isEnabled()
            QTest.keyClick(dialog.leave_button, Qt.Key.Key_Escape)

    dialog.progress.valueChanged.connect(cancel)
    click(dialog.save_button)
    assert heard == ["&Cancel", f"2 of {len(dialog._pages)} pages"]
    assert dialog.result_label.isHidden()
    assert dialog.isVisible()
    assert dialog.written is None
    assert (tmp_path / "plan.pdf").read_bytes() == b"old"
    assert (dialog.leave_button.text(), dialog.form.isEnabled()) == ("&Close", True)


def test_a_place_that_cannot_be_written_is_said(dialog: PosterDialog, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    dialog._work(lambda: dialog._write(tmp_path / "file" / "plan.pdf"))
    assert dialog.written is None
    assert "was not saved" in dialog.problem.text()
    assert dialog.save_button.isEnabled()


def test_blank_canvases_are_called_so(dialog: PosterDialog, tmp_path: Path) -> None:
    choose(dialog, "Blank canvases")
    place(tmp_path / "blank")
    click(dialog.save_button)
    with pikepdf.open(BytesIO((tmp_path / "blank.pdf").read_bytes())) as file:
        assert str(file.docinfo["/Title"]) == dialog._pages[0].title


# What is printed.


def test_printed_pages_have_their_own_paper(dialog: PosterDialog, tmp_path: Path) -> None:
    choose(dialog, "Workbook of everything")
    QTest.keyClick(dialog.form.orientation, DOWN)
    portrait = dialog._pages[:1]
    QTest.keyClick(dialog.form.orientation, DOWN)
    printed = (*portrait, *dialog._pages[1:3])
    heard: list[int] = []
    print_pages(_to_file(tmp_path / "out.pdf"), printed, heard.append)
    assert heard == [1, 2, 3]
    with pikepdf.open(tmp_path / "out.pdf") as file:
        boxes = [tuple(round(float(each)) for each in page.mediabox[2:]) for page in file.pages]
    assert boxes == [(595, 842), (842, 595), (842, 595)]


def test_a_range_of_pages_is_printed(dialog: PosterDialog, tmp_path: Path) -> None:
    choose(dialog, "Workbook of everything")
    printer = _to_file(tmp_path / "out.pdf")
    printer.setFromTo(2, 4)
    print_pages(printer, dialog._pages)
    with pikepdf.open(tmp_path / "out.pdf") as file:
        assert len(file.pages) == 3


def test_without_a_printer_that_is_said(dialog: PosterDialog) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("there is a printer")
    click(dialog.print_button)
    assert dialog.problem.text() == "There is no printer; save a PDF instead."


def _to_file(path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


# How it is worked.


def test_choices_are_remembered(
    dialog: PosterDialog, host: QWidget, two_roles: Workspace, settings: Settings, tmp_path: Path
) -> None:
    form = dialog.form
    QTest.keyClick(form.paper, DOWN)
    QTest.keyClick(form.orientation, DOWN)
    QTest.keyClick(form.tiles, DOWN)
    QTest.keyClick(form.overlap, UP)
    QTest.keyClick(form.ink, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = PosterDialog(host, two_roles, "first", Settings(tmp_path / "settings.json"), tmp_path, "plan")
    assert (again.form.paper.currentText(), again.form.orientation.currentText()) == ("A3", "Portrait")
    assert (again.form.tiles.currentText(), again.form.overlap.currentText()) == ("A4", "5 mm")
    assert again.form.ink.isChecked()
    assert len(again._pages) == len(dialog._pages) > 1


def test_what_is_no_paper_is_not_remembered(dialog: PosterDialog, settings: Settings) -> None:
    dialog.form.paper.setFocus()
    QTest.keyClicks(dialog.form.paper.lineEdit(), "!")
    QTest.keyClick(dialog.form.paper.lineEdit(), Qt.Key.Key_Tab)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert settings.get(POSTER_PAPER) == "A4"


def test_the_keyboard_reaches_everything(dialog: PosterDialog, tmp_path: Path) -> None:
    form = dialog.form
    form.what.setFocus()
    reached = []
    for _ in range(20):
        reached.append(QApplication.focusWidget())
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
    wanted = (form.what, form.paper, form.orientation, form.tiles, form.ink, dialog.list)
    buttons = (dialog.print_button, dialog.save_button, dialog.leave_button)
    assert {*wanted, *buttons} <= set(reached)
    place(tmp_path / "plan")
    QTest.keyClick(form.what, ENTER)
    assert dialog.written == tmp_path / "plan.pdf"


def test_a_screen_reader_finds_a_name_for_everything(dialog: PosterDialog) -> None:
    form = dialog.form
    names = [box.accessibleName() for box in (dialog.list, dialog.view, dialog.progress)]
    assert names == ["Pages", "Preview", "Progress"]
    layout = form.layout()
    for field in (form.what, form.paper, form.orientation, form.tiles, form.overlap):
        label = layout.labelForField(field)  # type: ignore[union-attr]
        assert label.buddy() is field
        assert "&" in label.text()
    assert "500x700mm" in form.paper.accessibleDescription()
