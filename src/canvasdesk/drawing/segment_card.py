"""A customer segment in the business model: its name, what sort of segment it is, and its fit."""

from dataclasses import dataclass, replace
from math import ceil

from canvasdesk.drawing.colour import mix, standing_out
from canvasdesk.drawing.entry import FADED, MARK_GAP
from canvasdesk.drawing.fitting import NOTE_SIZES, NOTE_TEXT, fit, line
from canvasdesk.drawing.naming import block_name, block_question, describe_segment, listed, share_name
from canvasdesk.drawing.note import draw_bars, edge_bar
from canvasdesk.drawing.room import room_of
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.text import LEADING, ShapedText
from canvasdesk.layout.blocks import SEGMENT_WIDE
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import (
    HAIRLINE,
    NOTE_HEIGHT,
    NOTE_RADIUS,
    NOTE_WIDTH,
    TEXT_FLOOR,
    Hue,
    Theme,
)
from canvasdesk.model.business import Block
from canvasdesk.model.fit import Fit
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.words import translate

LINE = LEADING * TEXT_FLOOR
FOOTER = 20.0
"""The strip at the lower edge for the fit."""
FIT_HEIGHT = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class SegmentLook:
    """All that is needed to draw a segment; `figures` are those of its first canvas.

    `deal` are those of the veto that fits worst, where several roles have a say; `faded` says that a filter
    leaves the segment out, `written_over` that an editor shows the name.
    """

    segment: CustomerSegment
    rect: Rect
    figures: Fit
    deal: Fit | None = None
    faded: bool = False
    written_over: bool = False

    @property
    def id(self) -> str:
        """The id of the segment."""
        return self.segment.id

    @property
    def field(self) -> Block:
        """The block of all segments."""
        return Block.SEGMENTS

    @property
    def written(self) -> str:
        """The name of the segment."""
        return self.segment.name

    @property
    def text_width(self) -> float:
        """How wide the name may be."""
        return _room(self.rect.w)

    @property
    def question(self) -> str:
        """The question of the block of all segments."""
        return block_question(Block.SEGMENTS)

    @property
    def bold(self) -> bool:
        """The name is set in bold."""
        return True

    def bare(self, text: ShapedText) -> "SegmentLook":
        """Give the look of the segment without its name, but with room for another."""
        height = _height(self.segment, self.rect.w, text)
        return replace(self, rect=self.rect._replace(h=height), written_over=True)

    def hue(self, theme: Theme) -> Hue:
        """Give the colours of every segment."""
        return theme.blue

    def words(self) -> tuple[str, str]:
        """Give the segment's name and description."""
        facts = [block_name(Block.SEGMENTS), *describe_segment(self.segment), _fit_name(self.figures)]
        if self.deal:
            facts.append(_deal_name(self.deal))
        return _name(self.segment), listed(facts)

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw the segment with its top left corner at the origin."""
        draw_segment(surface, self, theme)


def segment_height(segment: CustomerSegment, width: float) -> float:
    """Give the height of a segment's card of a width; a whole number, for a sharp edge."""
    return _height(segment, width, _shaped_name(segment, width))


def _height(segment: CustomerSegment, width: float, name: ShapedText) -> float:
    lines = 1 if width >= SEGMENT_WIDE or len(segment.canvases) == 1 else 2
    return max(NOTE_HEIGHT, ceil(NOTE_TEXT.y + name.height + lines * LINE + FOOTER))


def draw_segment(surface: Surface, look: SegmentLook, theme: Theme) -> None:
    """Draw a segment with its top left corner at the origin."""
    surface.begin(Part.SEGMENT, look.words, look.field)
    hue, (_, _, width, height) = theme.blue, look.rect
    paper = mix(hue.fill, theme.shape, FADED) if look.faded else hue.fill
    surface.rect(Rect(0.0, 0.0, width, height), paper, mix(paper, hue.line, 0.4), HAIRLINE, NOTE_RADIUS)
    colour = look.segment.colour or hue.line
    colour = mix(colour, paper, FADED) if look.faded else standing_out(colour, paper, theme.ink)
    surface.path(edge_bar(height), colour)
    ink = theme.muted if look.faded or not look.segment.name.strip() else theme.ink
    name = _shaped_name(look.segment, width)
    if look.written_over:
        _draw_fit(surface, look, paper, theme)
    elif surface.detail:
        surface.text(name, NOTE_TEXT.x, NOTE_TEXT.y, ink)
        _draw_facts(surface, look, NOTE_TEXT.y + name.height, theme)
        _draw_fit(surface, look, paper, theme)
    else:
        draw_bars(surface, room_of(name), mix(paper, ink, 0.45))
    surface.end()


def _draw_facts(surface: Surface, look: SegmentLook, y: float, theme: Theme) -> None:
    """Draw as many facts as one line holds, and the deal fit beside them or, where it is narrow, below."""
    facts, room = describe_segment(look.segment), _room(look.rect.w)
    if look.deal:
        deal = line(_deal_name(look.deal), TEXT_FLOOR, room)
        if look.rect.w >= SEGMENT_WIDE:
            room -= deal.width + MARK_GAP
            surface.text(deal, NOTE_TEXT.x + room + MARK_GAP, y, theme.muted)
        else:
            surface.text(deal, NOTE_TEXT.x, y + LINE, theme.muted)
    between = translate("List", " · ", "between short facts")
    said = [line(between.join(facts[:most]), TEXT_FLOOR, room) for most in range(len(facts), 0, -1)]
    if said:
        surface.text(next((each for each in said if each.whole), said[-1]), NOTE_TEXT.x, y, theme.muted)


def _draw_fit(surface: Surface, look: SegmentLook, paper: str, theme: Theme) -> None:
    x, room, middle = NOTE_TEXT.x, _room(look.rect.w), look.rect.h - FOOTER / 2
    ink = theme.muted if look.faded else theme.ink
    share = look.figures.on_paper
    if share is None:
        said = line(_fit_name(look.figures), TEXT_FLOOR, room)
        surface.text(said, x, middle - said.height / 2, theme.muted)
        return
    figure = line(share_name(share), TEXT_FLOOR, room, bold=True)
    surface.text(figure, x + room - figure.width, middle - figure.height / 2, ink)
    room -= figure.width + 2 * MARK_GAP
    bar = Rect(x, middle - FIT_HEIGHT / 2, room, FIT_HEIGHT)
    surface.rect(bar, mix(paper, theme.ink, 0.14), radius=FIT_HEIGHT / 2)
    if share:
        full = mix(theme.green.line, paper, FADED) if look.faded else theme.green.line
        surface.rect(bar._replace(w=max(FIT_HEIGHT, bar.w * share)), full, radius=FIT_HEIGHT / 2)


def _shaped_name(segment: CustomerSegment, width: float) -> ShapedText:
    return fit(_name(segment), _room(width), NOTE_SIZES[0] * LEADING, NOTE_SIZES, bold=True)


def _room(width: float) -> float:
    return NOTE_TEXT.w + width - NOTE_WIDTH


def _name(segment: CustomerSegment) -> str:
    return segment.name if segment.name.strip() else translate("Canvas", "Unnamed segment")


def _fit_name(figures: Fit) -> str:
    if figures.on_paper is None:
        return translate("Segment", "not mapped yet")
    return translate("Segment", "{share} fit", share=share_name(figures.on_paper))


def _deal_name(deal: Fit) -> str:
    return translate("Segment", "deal {share}", share=share_name(deal.on_paper))
