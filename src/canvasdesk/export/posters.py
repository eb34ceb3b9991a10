"""Posters: every sheet that is meant as a page, alone or bound as a workbook, with a footer on each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from canvasdesk.drawing.business_model import still_look
from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.drawing.fitting import line
from canvasdesk.drawing.naming import credit, day_name
from canvasdesk.drawing.sheet import SheetLook
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.export.choice import Sheet as Chosen
from canvasdesk.export.choice import What, sheets
from canvasdesk.export.cover import cover, workbook_title
from canvasdesk.export.in_full import full_title, in_full
from canvasdesk.export.legend import legend
from canvasdesk.export.pages import Drawing, Page, Placed
from canvasdesk.export.papers import FOOTER, MARGIN, Leaf, Orientation, Paper, fitted, leaf
from canvasdesk.export.pieces import BETWEEN, Piece, drawings
from canvasdesk.export.sessions import sessions, sessions_name
from canvasdesk.export.table import table_drawings
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.regions import board
from canvasdesk.layout.style import INK, LIGHT, Theme
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

FOOTER_SIZE, CREDIT_SIZE = 7.5, 6.0


@dataclass(frozen=True, slots=True)
class Options:
    """How pages are made: the day they bear, which way round the paper is, its margins in points, colours.

    What has no room on a sheet stands on a paper of its own, to be read from `near`, where one is given.
    """

    day: date
    orientation: Orientation = Orientation.AUTOMATIC
    margin: float = MARGIN
    theme: Theme = LIGHT
    near: Paper | None = None


def pages(
    workspace: Workspace,
    what: What,
    paper: Paper,
    options: Options,
    *,
    segment: str | None = None,
    canvas: str | None = None,
    every: bool = False,
) -> tuple[Page, ...]:
    """Give the pages of what is meant, as `choice.sheets` has it; a workbook has cover, sessions and legend.

    Needs a `QGuiApplication`. Raises `ExportError` where a name means nothing, or more than one canvas
    without `every`, and where the margins leave too little of the paper.
    """
    chosen = sheets(workspace, what, segment=segment, canvas=canvas, every=every)
    shown = _colourless(workspace) if options.theme is INK else workspace
    bare = [page for sheet in chosen for page in _pages(shown, sheet, paper, options)]
    if what is What.WORKBOOK:
        bare = [
            *_cover(shown, paper, options),
            *(replace(page, level=page.level + 1) for page in bare),
            *_sessions(shown, paper, options),
            *_legend(shown, paper, options),
        ]
    work, day = workspace.title.strip(), day_name(options.day)
    titles = accumulate((page.title for page in bare), _going_on)
    return tuple(
        _numbered(page, number, len(bare), (work, title, day), options)
        for number, (page, title) in enumerate(zip(bare, titles, strict=True), 1)
    )


def _going_on(before: str, title: str) -> str:
    """Give what a page is part of: a page without a title goes on with the one before."""
    return title or before


def ground(width: float, height: float, theme: Theme) -> Placed:
    """Give the colour of a page of `width` × `height` points."""
    whole = Rect(0.0, 0.0, width, height)
    return Placed(Drawing(whole, lambda surface: surface.rect(whole, theme.board)), 0.0, 0.0, 1.0, whole)


def footer(leaf: Leaf, left: str, right: str, theme: Theme) -> Placed:
    """Give the footer of a page: what it is of, where it belongs, and who devised the canvases."""
    wide = leaf.footer.w / leaf.unit
    number = line(right, FOOTER_SIZE, wide / 2)
    title = line(left, FOOTER_SIZE, wide - number.width - 2 * FOOTER_SIZE)
    thanks = line(credit(), CREDIT_SIZE, wide)

    def draw(surface: Surface) -> None:
        surface.begin(Part.SENTENCE, lambda: (left, right))
        y = FOOTER - title.height - thanks.height
        surface.text(title, -title.left, y, theme.muted)
        surface.text(number, wide - number.width - number.left, y, theme.muted)
        surface.text(thanks, 0.0, FOOTER - thanks.height, theme.muted)
        surface.end()

    return fitted(Drawing(Rect(0.0, 0.0, wide, FOOTER), draw), leaf.footer)


def _colourless(workspace: Workspace) -> Workspace:
    """Give the workspace without colours of its own, for black ink."""
    segments = tuple(evolve(segment, colour=None) for segment in workspace.segments)
    return evolve(workspace, segments=segments)


def _pages(workspace: Workspace, sheet: Chosen, paper: Paper, options: Options) -> Iterator[Page]:
    match sheet.what:
        case What.CONTRAST:
            yield from _table(workspace, sheet.name, paper, options)
        case What.BUSINESS_MODEL:
            yield from _sheet(still_look(workspace), workspace.title, sheet.name, paper, options)
        case _:
            look = canvas_look(workspace, sheet.canvas_id)
            yield from _sheet(look, workspace.title, sheet.name, paper, options)


def _sheet(look: SheetLook, work: str, title: str, paper: Paper, options: Options) -> Iterator[Page]:
    """Give the page with a sheet, and after it those with what is cut there."""
    yield sheet_page(look, title, paper, options)
    room = _words_room(turned := _leaf(options.near or paper, options))
    wide = (room.w - BETWEEN) / 2
    if pieces := list(in_full(look, work, wide)):
        yield from _words(iter(pieces), turned, wide, full_title(title), 1, options)


def sheet_page(look: SheetLook, title: str, paper: Paper, options: Options) -> Page:
    """Give a page with a sheet, without a footer."""
    drawing = Drawing(look.bounds, lambda surface: look.draw(surface, options.theme))
    return _page(_leaf(paper, options, look.bounds), drawing, title, options.theme)


def _table(workspace: Workspace, title: str, paper: Paper, options: Options) -> Iterator[Page]:
    turned = _leaf(paper, options)
    for number, drawing in enumerate(table_drawings(workspace, turned.room, options.theme)):
        yield _page(turned, drawing, "" if number else title, options.theme)


def _cover(workspace: Workspace, paper: Paper, options: Options) -> Iterator[Page]:
    room = _words_room(turned := _leaf(paper, options))
    pieces = cover(workspace, options.day, room.w)
    return _words(pieces, turned, room.w, workbook_title(workspace), 0, options)


def _sessions(workspace: Workspace, paper: Paper, options: Options) -> Iterator[Page]:
    room = _words_room(turned := _leaf(paper, options))
    wide = (room.w - BETWEEN) / 2
    if pieces := list(sessions(workspace, wide)):
        yield from _words(pieces, turned, wide, sessions_name(), 1, options)


def _legend(workspace: Workspace, paper: Paper, options: Options) -> Iterator[Page]:
    room = _words_room(turned := _leaf(paper, options))
    wide = (room.w - BETWEEN) / 2
    pieces = legend(workspace, options.day, wide)
    return _words(pieces, turned, wide, translate("Legend", "Legend"), 1, options)


def _words(
    pieces: Iterable[Piece], turned: Leaf, wide: float, title: str, level: int, options: Options
) -> Iterator[Page]:
    there = drawings(pieces, _words_room(turned), wide, options.theme)
    for number, drawing in enumerate(there):
        yield replace(_page(turned, drawing, "" if number else title, options.theme), level=level)


def _leaf(paper: Paper, options: Options, bounds: Rect | None = None) -> Leaf:
    """Give the paper turned for something; words and tables lie like a canvas."""
    return leaf(paper, options.orientation, options.margin, bounds or board().bounds)


def _words_room(leaf: Leaf) -> Rect:
    """Give the room of a page in the units of its words."""
    return Rect(0.0, 0.0, leaf.room.w / leaf.unit, leaf.room.h / leaf.unit)


def _page(leaf: Leaf, drawing: Drawing, title: str, theme: Theme) -> Page:
    placed = (ground(leaf.width, leaf.height, theme), fitted(drawing, leaf.room))
    return Page(leaf.width, leaf.height, placed, title)


def _numbered(page: Page, number: int, of: int, said: Sequence[str], options: Options) -> Page:
    turned = Leaf(page.width, page.height, options.margin)
    work, title, day = said
    titles = [each for each in dict.fromkeys((work, title)) if each]
    where = translate("Page", "{day} · page {number} of {all}", day=day, number=number, all=of)
    below = footer(turned, translate("List", " · ", "between short facts").join(titles), where, options.theme)
    return replace(page, placed=(*page.placed, below), label=str(number))
