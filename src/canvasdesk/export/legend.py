"""The legend of a workbook: how the fit is counted, how everything is read, and how well it is proven."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache

from canvasdesk.drawing.canvas import CanvasLook, canvas_look
from canvasdesk.drawing.flow_marks import draw_arrow, draw_flag
from canvasdesk.drawing.icons import GRID, STROKE, field_icon
from canvasdesk.drawing.link import UNRATED
from canvasdesk.drawing.meter import RIM, draw_meter
from canvasdesk.drawing.naming import day_name, evidence_name, section_name
from canvasdesk.drawing.surface import SOLID, Surface
from canvasdesk.export.pieces import TITLE, Picture, Piece, beside, heading, words
from canvasdesk.layout.geometry import Path, Rect
from canvasdesk.layout.style import LINK_WIDTHS, NOTE_HEIGHT, NOTE_WIDTH, Theme
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, EvidenceKind
from canvasdesk.model.notes import FitLink, Need, Note, OfferState
from canvasdesk.model.sections import CIRCLE, Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

WIDE = 74.0
"""How wide the pictures beside the words are, in the units of a `Leaf`."""
SHRUNK = WIDE / NOTE_WIDTH
BAR_HEIGHT = 6.0


def legend(workspace: Workspace, day: date, width: float) -> Iterator[Piece]:
    """Give all that a reader has to know, for columns of a `width`, in the units of a `Leaf`."""
    yield from words(translate("Legend", "Legend"), width, 0.7 * TITLE, bold=True)
    yield from words(translate("Legend", "As of {day}", day=day_name(day)), width, muted=True)
    yield from _counting(width)
    yield from _notes(width)
    yield from _marks(width)
    yield from _evidence(workspace, width)


def _counting(width: float) -> Iterator[Piece]:
    yield heading(translate("Legend", "How the fit is counted"), width)
    for said in (
        translate(
            "Legend",
            "Every note of the circle is a tank, bigger if it matters more. Each link fills part of what is"
            " still empty; the fit is how full all tanks are together. Parked notes count nowhere.",
        ),
        translate("Legend", "F = Σ w·c ÷ Σ w – the fit on paper, of all notes of the circle"),
        translate("Legend", "c = 1 − Π (1 − s) – how far a note is answered, by all links into it"),
        translate("Legend", "s = ⅓ slightly, ⅔ mostly, 1 fully or not rated – the strength of a link"),
        translate("Legend", "w = importance 1 to 5, 3 where it is not ranked; half as much for jobs"),
        translate(
            "Legend",
            "E = the same as F with s · e ÷ 3 – the proven fit; e is the weaker of the evidence levels"
            " (0 to 3) of need and answer",
        ),
        translate("Legend", "Lead = F − what the best alternative reaches with its ratings (0 to 3), ÷ 3"),
        translate(
            "Legend",
            "Under 40 % the fit is weak, from 40 % partial, from 60 % good, from 80 % strong. It stays"
            " partial while a need of importance 5 or a required gain has no answer.",
        ),
    ):
        yield from words(said, width)


def _notes(width: float) -> Iterator[Piece]:
    yield heading(translate("Legend", "How to read a canvas"), width)
    for section in CIRCLE:
        said = translate(
            "Legend",
            "{answers} answer {needs}",
            answers=section_name(section.partner),
            needs=section_name(section),
        )
        yield beside(_pair(section), WIDE, 16.0, said, width)
    for note_id, said in (
        (
            "known",
            translate("Legend", "Dots: how much it matters, up to five. Disc: how far it is answered."),
        ),
        ("proven", translate("Legend", "Squares: its evidence – said, shown by behaviour, committed.")),
        ("assumed", translate("Legend", "Hatched, no square: nothing proves it yet.")),
        ("planned", translate("Legend", "Dashed edge: planned, not there yet.")),
        ("idea", translate("Legend", "Dotted edge: only an idea.")),
        ("latent", translate("Legend", "Iceberg: nobody says so, it has to be found out.")),
        ("parked", translate("Legend", "Parked: kept in sight, counts nowhere.")),
    ):
        yield beside(_note(note_id), WIDE, NOTE_HEIGHT * SHRUNK, said, width)


def _marks(width: float) -> Iterator[Piece]:
    yield beside(
        _draw_links,
        WIDE,
        44.0,
        translate(
            "Legend",
            "Links: the wider, the more is answered – slightly, mostly, fully; dashed where nobody has rated"
            " it; pale where one of the ends is not proven.",
        ),
        width,
    )
    yield beside(
        _draw_flows,
        WIDE,
        14.0,
        translate("Legend", "Arrow: it flows to or from the business model. Flag: a flow is to be reviewed."),
        width,
    )
    yield beside(
        _draw_meter,
        WIDE,
        _meter().h * WIDE / _meter().w,
        translate(
            "Legend",
            "Meter: the fit; the outer ring is for gains, the inner one for pains, and the stroke across them"
            " ends what is proven.",
        ),
        width,
    )


def _evidence(workspace: Workspace, width: float) -> Iterator[Piece]:
    """Give how many notes of all canvases have which level of evidence."""
    notes, levels = workspace.note_by_id, workspace.levels
    mix = Counter(levels.get(note_id, 0) for note_id in notes)
    yield heading(translate("Legend", "Evidence mix"), width)
    said = translate("Legend", "%n note(s) on all canvases", count=len(notes))
    yield from words(said, width, muted=True)
    for level in range(4):
        said = translate("Legend", "%n note(s) – {level}", count=mix[level], level=evidence_name(level))
        yield beside(_share(mix[level] / max(1, len(notes))), WIDE, BAR_HEIGHT, said, width)


def _pair(section: Section) -> Picture:
    def draw(surface: Surface, theme: Theme) -> None:
        for x, each in ((10.0, section.partner), (48.0, section)):
            surface.push(x, 0.0, 16.0 / GRID)
            surface.path(field_icon(each), None, theme.hue(each).ink, STROKE)
            surface.pop()
        surface.line(31.0, 8.0, 43.0, 8.0, theme.hue(section).line, 1.0)

    return draw


def _note(note_id: str) -> Picture:
    def draw(surface: Surface, theme: Theme) -> None:
        surface.push(0.0, 0.0, SHRUNK)
        _sample().notes[note_id].draw(surface, theme)
        surface.pop()

    return draw


def _draw_links(surface: Surface, theme: Theme) -> None:
    line = theme.vermilion.line
    for y, strength in ((6.0, 1), (16.0, 2), (27.0, 3), (38.0, None)):
        dash = SOLID if strength else UNRATED
        path: Path = (("M", 3.0, y), ("L", WIDE - 3.0, y))
        surface.path(path, None, line, LINK_WIDTHS[strength], dash)


def _draw_flows(surface: Surface, theme: Theme) -> None:
    draw_arrow(surface, 16.0, 7.0, theme.ink)
    draw_flag(surface, 46.0, 7.0, theme)


def _meter() -> Rect:
    """Give the place of the meter and its words on the board."""
    board = _sample().board
    return board.meter.inset(-RIM).united(board.legend)


def _draw_meter(surface: Surface, theme: Theme) -> None:
    look, place = _sample(), _meter()
    scale = WIDE / place.w
    surface.push(-place.x * scale, -place.y * scale, scale)
    draw_meter(surface, look.board, look.fit, theme)
    surface.pop()


def _share(share: float) -> Picture:
    def draw(surface: Surface, theme: Theme) -> None:
        bar = Rect(0.0, 0.0, WIDE, BAR_HEIGHT)
        surface.rect(bar, theme.meter_track, radius=BAR_HEIGHT / 2)
        if share:
            full = bar._replace(w=max(BAR_HEIGHT, WIDE * share))
            surface.rect(full, theme.blue.line, radius=BAR_HEIGHT / 2)

    return draw


@cache
def _sample() -> CanvasLook:
    """Give a canvas with a note for each mark, and something for the meter to show."""
    need, answer = translate("Legend", "A need"), translate("Legend", "An answer")
    pains, relievers = Section.PAINS, Section.RELIEVERS
    notes = (
        Note(id="known", section=pains, text=need, importance=4),
        Note(id="proven", section=pains, text=need, importance=3),
        Note(id="latent", section=Section.GAINS, text=need, importance=2, need=Need.LATENT),
        Note(id="assumed", section=relievers, text=answer, state=OfferState.EXISTS),
        Note(id="planned", section=relievers, text=answer, state=OfferState.PLANNED),
        Note(id="idea", section=Section.CREATORS, text=answer, state=OfferState.IDEA),
        Note(id="parked", section=relievers, text=answer, parked=True),
    )
    links = (
        FitLink(id="first", source="planned", target="known", strength=2),
        FitLink(id="second", source="assumed", target="proven", strength=3),
        FitLink(id="third", source="idea", target="latent", strength=1),
    )
    canvas = ValuePropositionCanvas(id="canvas", notes=notes, links=links)
    levels = {"known": 1, "proven": 2, "latent": 1, "planned": 1, "idea": 1}
    evidence = tuple(
        Evidence(kind=EvidenceKind.INTERVIEW, level=level, about=(each,)) for each, level in levels.items()
    )
    segment = CustomerSegment(canvases=(canvas,))
    return canvas_look(Workspace(segments=(segment,), evidence=evidence), canvas.id)
