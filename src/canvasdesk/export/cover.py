"""The cover of a workbook: what it is about, of which day, and how well every segment and role fits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from canvasdesk.drawing.cells import stakeholder_name
from canvasdesk.drawing.fitting import fit, line
from canvasdesk.drawing.naming import day_name, describe_segment, listed, share_name, verdict_name
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.text import ShapedText
from canvasdesk.export.pieces import APART, BODY, SMALL, TITLE, Piece, heading, words
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import HAIRLINE, Theme
from canvasdesk.model.fit import Fit, deal_fit, points
from canvasdesk.model.fit import fit as fit_of
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

TITLE_SIZES = (TITLE, 0.7 * TITLE, 0.5 * TITLE)
WIDTHS = (94.0, 48.0, 58.0, 44.0, 84.0)
"""Of the columns of figures: fit with its bar, proven, wanted, lead, verdict."""
BAR, BAR_HEIGHT = 50.0, 5.0
INDENT = 12.0
ABOVE = 5.0
"""Between the line over a row and its words, and below them."""


def workbook_title(workspace: Workspace) -> str:
    """Give what a workbook is called."""
    return workspace.title.strip() or translate("Workbook", "Workbook")


def cover(workspace: Workspace, day: date, width: float) -> Iterator[Piece]:
    """Give title, day, description and figures; `width` in the units of a `Leaf`."""
    title = fit(workbook_title(workspace), width, 3 * TITLE, TITLE_SIZES, bold=True)

    def draw_title(surface: Surface, theme: Theme) -> None:
        surface.begin(Part.HEADING, lambda: (workbook_title(workspace), ""))
        surface.text(title, 0.0, 0.0, theme.ink)
        surface.end()

    yield Piece(title.height, draw_title, tied=True)
    yield from words(day_name(day), width, muted=True)
    yield from words(workspace.description, width, above=14.0)
    yield heading(translate("Workbook", "Fit of every segment and role"), width, above=22.0)
    if not workspace.segments:
        yield from words(translate("Workbook", "There is no segment yet."), width, muted=True)
        return
    head = _row(_titles(), width, small=True)
    yield replace(head, above=6.0, tied=True)
    for segment in workspace.segments:
        for row in _rows(workspace, segment, width):
            yield replace(row, head=head)
    yield from words(
        translate(
            "Workbook",
            "Proven counts only what evidence backs; wanted are the notes of the square that answer"
            " something; the lead over the best alternative is in points.",
        ),
        width,
        SMALL,
        muted=True,
        above=10.0,
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """What a row says: a name, facts below it, and what stands in the columns; a share fills the bar."""

    name: str
    facts: str = ""
    columns: tuple[str, ...] = ()
    share: float | None = None
    indent: float = 0.0
    bold: bool = False


def _titles() -> Figures:
    return Figures(
        translate("Workbook", "Segment and role"),
        columns=(
            translate("Workbook", "Fit"),
            translate("Workbook", "Proven"),
            translate("Workbook", "Wanted"),
            translate("Workbook", "Lead"),
            translate("Workbook", "Verdict"),
        ),
    )


def _rows(workspace: Workspace, segment: CustomerSegment, width: float) -> Iterator[Piece]:
    """Give the row of a segment and, where several have a say, one for each of them."""
    name = segment.name.strip() or translate("Canvas", "Unnamed segment")
    facts, levels = describe_segment(segment), workspace.levels
    between = translate("List", " · ", "between short facts")
    if len(segment.canvases) == 1:
        (canvas,) = segment.canvases
        if canvas.stakeholder:
            facts.append(stakeholder_name(canvas.stakeholder))
        figures = fit_of(canvas, levels)
        yield _row(Figures(name, between.join(facts), _said(figures), figures.on_paper, bold=True), width)
        return
    if decides := deal_fit(segment, levels):
        facts.append(translate("Workbook", "deal fit {share}", share=share_name(decides[1].on_paper)))
    yield replace(_row(Figures(name, between.join(facts), bold=True), width), tied=True)
    for canvas in segment.canvases:
        figures, role = fit_of(canvas, levels), stakeholder_name(canvas.stakeholder)
        row = Figures(role, columns=_said(figures), share=figures.on_paper, indent=INDENT)
        yield _row(row, width, ruled=False)


def _said(figures: Fit) -> tuple[str, ...]:
    wanted = translate("Meter", "{answered} of {total}", answered=figures.linked, total=figures.offered)
    if not figures.offered:
        wanted = "–"
    return (
        share_name(figures.on_paper),
        share_name(figures.proven),
        wanted,
        "–" if figures.lead is None else f"{points(figures.lead):+d}",
        verdict_name(figures.verdict),
    )


def _row(row: Figures, width: float, *, small: bool = False, ruled: bool = True) -> Piece:
    size = SMALL if small else BODY
    room = width - sum(WIDTHS) - row.indent - 2 * APART
    name = fit(row.name, room, 0.0, (size,), bold=row.bold)
    facts = fit(row.facts, room, 0.0, (SMALL,)) if row.facts else None
    texts = [line(said, size, w) for said, w in zip(row.columns, WIDTHS, strict=False)]
    above = ABOVE if ruled else 0.0
    height = above + name.height + (facts.height if facts else 0.0) + ABOVE

    def draw(surface: Surface, theme: Theme) -> None:
        surface.begin(Part.SENTENCE, lambda: (row.name, listed([row.facts, *row.columns])))
        if ruled:
            surface.line(0.0, 0.0, width, 0.0, theme.hairline, HAIRLINE / 2)
        surface.text(name, row.indent, above, theme.muted if small else theme.ink)
        if facts:
            surface.text(facts, row.indent, above + name.height, theme.muted)
        colour = theme.muted if small else theme.ink
        _draw_figures(surface, texts, width, above, colour)
        if row.share is not None:
            left = width - sum(WIDTHS)
            middle = above + texts[0].height / 2
            _draw_bar(surface, Rect(left, middle - BAR_HEIGHT / 2, BAR, BAR_HEIGHT), row.share, theme)
        surface.end()

    return Piece(height, draw, above=0.0)


def _draw_figures(surface: Surface, texts: Iterable[ShapedText], width: float, y: float, colour: str) -> None:
    """Draw what stands in the columns, figures at their right edge and words after a gap."""
    x = width - sum(WIDTHS)
    for text, wide in zip(texts, WIDTHS, strict=False):
        is_verdict = wide == WIDTHS[-1]
        surface.text(text, x + 4 * APART if is_verdict else x + wide - text.width, y, colour)
        x += wide


def _draw_bar(surface: Surface, bar: Rect, share: float, theme: Theme) -> None:
    surface.rect(bar, theme.meter_track, radius=bar.h / 2)
    if share:
        surface.rect(bar._replace(w=max(bar.h, bar.w * share)), theme.green.line, radius=bar.h / 2)
