"""Blank canvases as pages, for pen and paper."""

from dataclasses import replace

from canvasdesk.drawing.blank import BlankCanvas, BlankModel
from canvasdesk.drawing.sheet import SheetLook
from canvasdesk.export.pages import Page
from canvasdesk.export.papers import Leaf, Paper
from canvasdesk.export.posters import Options, footer, sheet_page


def blank_pages(paper: Paper, options: Options, *, swapped: bool = False) -> tuple[Page, ...]:
    """Give a blank value proposition canvas and business model, the customer's side left if `swapped`.

    Needs a `QGuiApplication`. Raises `ExportError` for a margin that leaves too little.
    """
    looks: tuple[SheetLook, ...] = (BlankCanvas(swapped), BlankModel(swapped))
    found = []
    for number, look in enumerate(looks, 1):
        title, said = look.words()
        page = sheet_page(look, title, paper, options)
        below = footer(Leaf(page.width, page.height, options.margin), title, said, options.theme)
        found.append(replace(page, placed=(*page.placed, below), label=str(number)))
    return tuple(found)
