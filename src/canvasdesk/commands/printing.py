"""What the command line prints: on which papers, in which colours, and what the file says of itself."""

from argparse import Namespace
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from canvasdesk.commands.command import Failed
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.export.choice import What
    from canvasdesk.export.pages import Page
    from canvasdesk.export.papers import Paper
    from canvasdesk.export.posters import Options
    from canvasdesk.model.workspace import Workspace

USUAL_PAPER = "A4"


def papers_asked_for(options: Namespace) -> "tuple[Paper, Paper | None]":
    """Give the paper of the pages, and that of their tiles where they are parted.

    Raises `ExportError` for what is no paper, and `Failed` for tiles that make no sense.
    """
    from canvasdesk.export.papers import SMALL_PAPERS, paper

    whole = paper(options.paper or USUAL_PAPER)
    if options.tile is None:
        return whole, None
    tile = paper(options.tile)
    if tile not in SMALL_PAPERS:
        said = translate(
            "Command line",
            "“{name}” is no paper for tiles; there are {names}.",
            name=options.tile,
            names=", ".join(each.name for each in SMALL_PAPERS),
        )
        raise Failed(said)
    if whole.short * whole.long <= tile.short * tile.long:
        said = translate(
            "Command line",
            "{paper} is not parted into tiles of {tile}: --paper says how large the whole is, such as A0.",
            paper=whole.name,
            tile=tile.name,
        )
        raise Failed(said)
    return whole, tile


def printed(workspace: "Workspace", what: "What", name: str, options: Namespace) -> bytes:
    """Give what is meant of a workspace as a PDF, called `name` where the workspace has no title.

    It bears the day of the last change, so that the same file gives the same bytes. Needs a
    `QGuiApplication`. Raises `ExportError`, and `Failed` as `papers_asked_for` does.
    """
    from canvasdesk.export.pdf.document import write_pdf
    from canvasdesk.export.pdf.metadata import About
    from canvasdesk.export.posters import pages

    paper, tile = papers_asked_for(options)
    made: Iterable[Page] = pages(
        workspace,
        what,
        paper,
        _look_of_pages(options, workspace.modified.date()),
        segment=options.segment,
        canvas=options.canvas,
        every=options.all,
    )
    if tile is not None:
        made = _in_tiles(made, tile, options.overlap)
    title, language = workspace.title.strip() or name, workspace.language.replace("_", "-")
    return write_pdf(tuple(made), About(title, "", language, workspace.description, workspace.modified))


def _look_of_pages(options: Namespace, day: date) -> "Options":
    from canvasdesk.export.papers import Orientation
    from canvasdesk.export.posters import Options
    from canvasdesk.layout.style import INK, LIGHT, THEMES

    orientation = Orientation.AUTOMATIC
    if options.portrait or options.landscape:
        orientation = Orientation.PORTRAIT if options.portrait else Orientation.LANDSCAPE
    theme = THEMES[options.theme] if options.theme else LIGHT
    return Options(day, orientation, theme=INK if options.ink else theme)


def _in_tiles(pages: "Iterable[Page]", tile: "Paper", overlap: float | None) -> "Iterable[Page]":
    from canvasdesk.export.grid import OVERLAP
    from canvasdesk.export.papers import MM
    from canvasdesk.export.tiles import tiles

    shared = OVERLAP if overlap is None else overlap * MM
    return [each for page in pages for each in tiles(page, tile, shared)]
