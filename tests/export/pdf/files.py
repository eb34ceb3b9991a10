"""Small PDF files to look into, and what other programs find in them."""

import subprocess
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pypdfium2
from PIL import Image
from PySide6.QtGui import QColor, QImage, QPainter

from canvasdesk.drawing.note import note_look
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.sheet import SheetLook
from canvasdesk.drawing.surface import Surface
from canvasdesk.export.pages import Drawing, Page, Placed
from canvasdesk.export.pdf.document import write_pdf
from canvasdesk.export.pdf.metadata import About
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import LIGHT, NOTE_WIDTH
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section

ABOUT = About("Inspection systems", "Ann", "en-GB", "Canvases", datetime(2026, 11, 28, 12, tzinfo=UTC))
INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u00ad"
GAP = 10.0


def page_of(draw: Callable[[Surface], None], width: float, height: float, title: str = "") -> Page:
    """Give a page that is exactly a drawing."""
    whole = Rect(0.0, 0.0, width, height)
    return Page(width, height, (Placed(Drawing(whole, draw), 0.0, 0.0, 1.0, whole),), title=title)


def sheet_page(look: SheetLook, scale: float = 1.0, title: str = "") -> Page:
    """Give a page that is exactly a sheet, `scale` points a unit."""
    x, y, w, h = (value * scale for value in look.bounds)
    drawing = Drawing(look.bounds, lambda surface: look.draw(surface, LIGHT))
    return Page(w, h, (Placed(drawing, -x, -y, scale, Rect(0.0, 0.0, w, h)),), title=title)


def column(texts: Sequence[str]) -> Page:
    """Give a page with notes one below the other, where no reader can mix up their lines."""
    looks = [note_look(Note(section=Section.JOBS, text=text)) for text in texts]

    def draw(surface: Surface) -> None:
        y = GAP
        for look in looks:
            surface.push(GAP, y)
            look.draw(surface, LIGHT)
            surface.pop()
            y += look.height + GAP

    return page_of(draw, NOTE_WIDTH + 2 * GAP, sum(look.height + GAP for look in looks) + GAP)


def written(*pages: Page) -> bytes:
    """Give the file of pages."""
    return write_pdf(pages, ABOUT)


@lru_cache(maxsize=4)
def opened(content: bytes) -> pikepdf.Pdf:
    """Give the objects of a file; they live as long as it is kept."""
    return pikepdf.open(BytesIO(content))


def faults(content: bytes) -> list[str]:
    """Give what an independent checker says against a file as PDF/A-2u and PDF/UA-1."""
    return [
        f"{profile}: {failure.message}"
        for profile in ("2u", "ua1")
        for failure in page.validate_pdf_bytes(content, profile=profile).failures
    ]


def pdfium_text(content: bytes) -> str:
    """Give the letters of a file as pdfium reads them."""
    return "\n".join(each.get_textpage().get_text_range() for each in pypdfium2.PdfDocument(content))


def poppler_text(path: Path) -> str:
    """Give the letters of a file as poppler reads them."""
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout


def squeezed(text: str) -> str:
    """Give a text without blanks and signs of direction, in one normal form."""
    return "".join(
        each for each in unicodedata.normalize("NFC", text) if not each.isspace() and each not in INVISIBLE
    )


@dataclass(frozen=True)
class Tagged:
    """A tag, how deep it stands, and what it says instead of its letters."""

    name: str
    depth: int
    alt: str
    actual: str


def tags(content: bytes) -> list[Tagged]:
    """Give the tags of a file in the order in which they are read."""
    return list(_tags(opened(content).Root.StructTreeRoot.K, 0))


def _tags(element: pikepdf.Object, depth: int) -> Iterator[Tagged]:
    yield Tagged(str(element.S)[1:], depth, str(element.get("/Alt", "")), str(element.get("/ActualText", "")))
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary):
            yield from _tags(kid, depth + 1)


def rendered(content: bytes, scale: float) -> Image.Image:
    """Give the first page as pdfium draws it."""
    return pypdfium2.PdfDocument(content)[0].render(scale=scale).to_pil().convert("RGB")


def painted(draw: Callable[[Surface], None], width: float, height: float, scale: float) -> Image.Image:
    """Give a drawing as the screen shows it."""
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB888)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    draw(PainterSurface(painter))
    painter.end()
    size = image.width(), image.height()
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine(), 1)
