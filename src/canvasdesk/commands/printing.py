"""What the command line prints: on which papers, in which colours, and what the file says of itself."""

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from canvasdesk.commands.command import Failed
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.export.choice import What
    from canvasdesk.export.pages import Page
    from canvasdesk.export.papers import Orientation, Paper
    from canvasdesk.export.pdf.metadata import About
    from canvasdesk.model.workspace import Workspace

USUAL_PAPER = "A4"


def papers_asked_for(options: Namespace) -> "tuple[Paper, Paper | None]":
    """Give the paper of the pages, and that of their tiles where they are parted.

    Raises `ExportError` for what is no paper, and `Failed` for tiles that make no sense.
    """
    from canvasdesk.export.papers import SMALL_PAPERS, paper

    whole = paper(USUAL_PAPER if options.paper is None else options.paper)
    if options.tile is None:
        if options.overlap is not None:
            raise Failed(translate("Command line", "--overlap is for tiles: --tile says of which paper."))
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

    It bears the day of the last change, so that the same file gives the same bytes; only the hours of
    sessions are those of the time zone one is in. Needs a `QGuiApplication`. Raises `ExportError`, and
    `Failed` as `papers_asked_for` does.
    """
    from canvasdesk.export.papers import near
    from canvasdesk.export.pdf.metadata import about
    from canvasdesk.export.posters import Options, pages
    from canvasdesk.layout.style import INK, LIGHT, THEMES

    paper, tile = papers_asked_for(options)
    theme = THEMES[options.theme] if options.theme else LIGHT
    made = pages(
        workspace,
        what,
        paper,
        Options(
            workspace.modified.date(),
            orientation(options),
            theme=INK if options.ink else theme,
            near=near(paper, tile),
        ),
        segment=options.segment,
        canvas=options.canvas,
        every=options.all,
    )
    return bound(made, about(workspace, workspace.title.strip() or name, workspace.modified), options)


def orientation(options: Namespace) -> "Orientation":
    """Give which way round the paper is asked for."""
    from canvasdesk.export.papers import Orientation

    if options.portrait:
        return Orientation.PORTRAIT
    return Orientation.LANDSCAPE if options.landscape else Orientation.AUTOMATIC


def bound(pages: "Sequence[Page]", about: "About", options: Namespace) -> bytes:
    """Give pages as a PDF, in tiles where that is asked for; raises as `printed` does."""
    from canvasdesk.export.grid import OVERLAP
    from canvasdesk.export.papers import MM
    from canvasdesk.export.pdf.document import write_pdf
    from canvasdesk.export.tiles import parted

    _, tile = papers_asked_for(options)
    if tile is not None:
        overlap = OVERLAP if options.overlap is None else options.overlap * MM
        pages = parted(pages, tile, overlap)
    return write_pdf(pages, about)
