"""Posters and pages to print: choices beside a preview of every page, saved as PDF or printed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMargins, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.export.cover import workbook_title
from canvasdesk.export.errors import ExportError
from canvasdesk.export.pages import Page
from canvasdesk.folders import recovery_folder
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.settings import Settings
from canvasdesk.storage.errors import SaveError, shown_name
from canvasdesk.storage.save import save_bytes
from canvasdesk.windows.export import ask_for_place
from canvasdesk.windows.page_views import Caption, PageList, PageView, sentence
from canvasdesk.windows.poster_form import PosterForm
from canvasdesk.words import translate

SIZE = 1080, 640  # pixels
FRAME = 48  # pixels that the title bar and the edges of a window take, at most
FORM, APART = 256, 14  # pixels
NAME = 160  # pixels of a file's name, at most


class _StoppedError(Exception):
    """Nobody waits for the pages any more."""


class PosterDialog(QDialog):
    """Shows the pages that the choices make; what is shown is saved beside `folder`/`name` or printed.

    `canvas_id` is the canvas that is shown in the window, None for the business model.
    """

    def __init__(
        self,
        parent: QWidget,
        workspace: Workspace,
        canvas_id: str | None,
        settings: Settings,
        folder: Path,
        name: str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Posters", "Poster"))
        self._workspace, self._proposed = workspace, folder / f"{name}.pdf"
        self._day = datetime.now().astimezone().date()
        self._pages: tuple[Page, ...] = ()
        self._working = self._stopped = False
        self.written: Path | None = None
        self.form = PosterForm(workspace, canvas_id, settings)
        self.list, self.view = PageList(), PageView()
        self.caption = Caption()
        self.caption.setObjectName("quiet")
        self.problem = _plain_label()
        self.problem.setObjectName("alarm")
        self.problem.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(translate("Posters", "Progress"))
        self.progress.setTextVisible(False)  # it is too flat for letters
        self.result_label = _plain_label()
        self.open_button = _button(translate("Posters", "Op&en"), self.open_file)
        self.folder_button = _button(translate("Posters", "Show in &folder"), self.open_folder)
        self.print_button = _button(translate("Posters", "Pri&nt…"), self.print_out)
        self.save_button = _button(translate("Posters", "&Save PDF…"), self.save)
        self.leave_button = _button(translate("Posters", "&Close"), self.reject)
        self.save_button.setDefault(True)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._show_page)
        self.form.changed.connect(self.show_pages)
        self.show_pages()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(FORM)
        choices = QVBoxLayout(left)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.addWidget(self.form)
        choices.addWidget(self.problem)
        choices.addStretch()
        choices.addWidget(self.result_label)
        choices.addWidget(self.progress)
        choices.addLayout(self._lay_out_ways_on())
        shown = QVBoxLayout()
        shown.addWidget(self.view, 1)
        shown.addWidget(self.caption)
        above = QHBoxLayout()
        above.setSpacing(APART)
        above.addWidget(left)
        above.addWidget(self.list)
        above.addLayout(shown, 1)
        below = QHBoxLayout()
        below.addStretch()
        for button in (self.print_button, self.save_button, self.leave_button):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(APART)
        column.addLayout(above, 1)
        column.addLayout(below)
        room = self.screen().availableGeometry().size()
        self.resize(QSize(*SIZE).boundedTo(room.shrunkBy(QMargins(0, 0, APART, FRAME))))

    def _lay_out_ways_on(self) -> QHBoxLayout:
        """Put what is seen only for a while where nothing makes room for it."""
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.folder_button)
        row.addStretch()
        for part in (self.progress, self.result_label, self.open_button, self.folder_button):
            part.hide()
        return row

    # What is seen.

    def show_pages(self) -> None:
        """Show the pages that are chosen, or say why there are none."""
        try:
            self._pages = self.form.pages(self._day)
        except ExportError as error:
            self._pages = ()
            self._say_problem(str(error))
        else:
            self._say_problem("")
        self._show_written(None)
        self.list.show_pages(self._pages)
        self._show_page()
        self._offer_what_can_be_done()

    def _show_page(self) -> None:
        row = self.list.currentIndex().row()
        page = self._pages[row] if 0 <= row < len(self._pages) else None
        said = sentence(self._pages, row) if page else ""
        self.caption.say(said)
        self.view.show_page(page, said)

    def _say_problem(self, said: str) -> None:
        self.problem.setText(said)
        self.problem.setVisible(bool(said))

    def _show_written(self, path: Path | None) -> None:
        self.written = path
        if path:
            letters = self.result_label.fontMetrics()
            name = letters.elidedText(shown_name(path), Qt.TextElideMode.ElideMiddle, NAME)
            self.result_label.setText(translate("Posters", "“{name}” is saved.", name=name))
        for part in (self.result_label, self.open_button, self.folder_button):
            part.setVisible(path is not None)

    def _offer_what_can_be_done(self) -> None:
        for button in (self.save_button, self.print_button):
            button.setEnabled(bool(self._pages) and not self._working)
        self.form.setEnabled(not self._working)
        self.progress.setVisible(self._working)
        self.result_label.setVisible(self._working or self.written is not None)
        close, cancel = translate("Posters", "&Close"), translate("Posters", "&Cancel")
        self.leave_button.setText(cancel if self._working else close)

    # What is done.

    def save(self) -> None:
        """Ask for the place and write the pages there; where that fails, the file there stays."""
        if path := ask_for_place(
            self, self._proposed, translate("Posters", "PDF ({patterns})", patterns="*.pdf")
        ):
            self._work(lambda: self._write(path))
            (self.open_button if self.written else self.save_button).setFocus()

    def _write(self, path: Path) -> None:
        from canvasdesk.export.pdf.document import write_pdf  # only here: it takes ten frames to load
        from canvasdesk.export.pdf.metadata import About, about

        now = datetime.now().astimezone()
        if self.form.blank:
            its = About(self._pages[0].title, "", self._workspace.language_tag, "", now)
        else:
            its = about(self._workspace, workbook_title(self._workspace), now)
        save_bytes(path, write_pdf(self._pages, its, self._pause), recovery_dir=recovery_folder())
        self._show_written(path)

    def print_out(self) -> None:
        """Ask for a printer and print the pages on it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        from canvasdesk.windows.printing import print_pages

        if not QPrinterInfo.availablePrinterNames():
            self._say_problem(translate("Posters", "There is no printer; save a PDF instead."))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(workbook_title(self._workspace))
        asking = QPrintDialog(printer, self)
        asking.setMinMax(1, len(self._pages))
        if asking.exec() and self._work(lambda: print_pages(printer, self._pages, self._pause)):
            self.result_label.setText(translate("Posters", "The printer has the pages."))
            self.result_label.show()
        asking.deleteLater()

    def _work(self, work: Callable[[], object]) -> bool:
        """Do long work that calls `_pause` after each page; say whether it is done, show why where not."""
        self.form.remember()
        self._working, self._stopped = True, False
        self._show_written(None)
        self._say_problem("")
        self.progress.setRange(0, len(self._pages))
        self._offer_what_can_be_done()
        self.leave_button.setFocus()
        try:
            self._pause(0)
            work()
        except (ExportError, SaveError) as error:
            self._say_problem(str(error))
        except _StoppedError:
            pass
        else:
            return True
        finally:
            self._working = False
            self._offer_what_can_be_done()
        return False

    def _pause(self, count: int) -> None:
        """Show how many pages there are, and let Cancel be heard; all else of the dialog is disabled."""
        said = translate("Posters", "{number} of {all} pages", number=count, all=len(self._pages))
        self.result_label.setText(said)
        self.progress.setValue(count)
        QApplication.processEvents()
        if self._stopped:
            raise _StoppedError

    def reject(self) -> None:
        """Stop the work, or close."""
        if self._working:
            self._stopped = True
        else:
            if self._pages:
                self.form.remember()
            super().reject()

    # Once it is written.

    def open_file(self) -> None:
        """Open the file in the program that the system has for it."""
        if self.written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written)))

    def open_folder(self) -> None:
        """Show the folder of the file in the system's file manager."""
        if self.written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written.parent)))


def _plain_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _button(text: str, pressed: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(pressed)
    return button
