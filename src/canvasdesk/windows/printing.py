"""Pages on a printer: each with its own paper, drawn as in the preview."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from canvasdesk.export.errors import ExportError
from canvasdesk.export.pages import Page
from canvasdesk.export.painting import paint
from canvasdesk.export.papers import INCH
from canvasdesk.export.pdf.document import Pause, go_on
from canvasdesk.words import translate


def print_pages(printer: QPrinter, pages: Sequence[Page], pause: Pause = go_on) -> None:
    """Print those of `pages` that `printer` was asked for; all of them where nothing else was said.

    Raises `ExportError` where the printer takes nothing. What `pause` raises ends the printing.
    """
    wanted = pages[max(printer.fromPage() - 1, 0) : printer.toPage() or None]
    printer.setFullPage(True)  # the pages have their own margins
    painter = QPainter()
    try:
        for number, page in enumerate(wanted):
            printer.setPageLayout(_layout(page))
            if not (printer.newPage() if number else painter.begin(printer)):
                raise ExportError(translate("Posters", "The printer does not take the pages."))
            painter.save()
            painter.scale(printer.resolution() / INCH, printer.resolution() / INCH)
            paint(painter, page)
            painter.restore()
            pause(number + 1)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _layout(page: Page) -> QPageLayout:
    """Give the paper of a page as printers know it: by its name if it has one, upright, and turned."""
    short, long = sorted((page.width, page.height))
    way = QPageLayout.Orientation.Portrait if page.width == short else QPageLayout.Orientation.Landscape
    return QPageLayout(QPageSize(QSizeF(short, long), QPageSize.Unit.Point), way, QMarginsF())
