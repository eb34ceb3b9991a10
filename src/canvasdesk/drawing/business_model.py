"""The whole business model canvas: what it looks like, and in which order it is drawn."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from types import MappingProxyType

from canvasdesk.drawing.blocks import draw_blocks
from canvasdesk.drawing.card import CardLook
from canvasdesk.drawing.entry import EntryLook
from canvasdesk.drawing.fitting import line
from canvasdesk.drawing.link import LinkLook
from canvasdesk.drawing.room import note_room
from canvasdesk.drawing.segment_card import SegmentLook, segment_height
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.layout.blocks import (
    SEGMENT_WIDE,
    ModelBoard,
    level_for,
    model_board,
    segment_places,
    segments_stand_wide,
)
from canvasdesk.layout.geometry import Rect, Size
from canvasdesk.layout.style import CANVAS_TITLE_SIZE, NOTE_WIDTH, SUBTITLE_SIZE, Theme
from canvasdesk.model.business import ENTRY_BLOCKS, MONEY_BLOCKS, Block, BusinessModelCanvas, Entry
from canvasdesk.model.fit import deal_fit, fit
from canvasdesk.model.flows import Flow, Relation, Seen
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

NO_LINKS: Mapping[str, LinkLook] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class ModelLook:
    """All that is needed to draw a business model; `notes` are entries and segments by id, as they are drawn.

    `sums` are what the amounts in a block add up to, None where there are none.
    """

    work: str
    description: str
    model: BusinessModelCanvas
    board: ModelBoard
    notes: Mapping[str, CardLook]
    counts: Mapping[Block, int]
    sums: Mapping[Block, float | None]

    @property
    def links(self) -> Mapping[str, LinkLook]:
        """The links, of which a business model has none."""
        return NO_LINKS

    @property
    def bounds(self) -> Rect:
        """The rectangle around everything: nothing stands outside the board."""
        return self.board.bounds

    def words(self) -> tuple[str, str]:
        """Give the business model's name and description."""
        return _title(self), self.description

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw the business model in canvas units."""
        draw_business_model(surface, self, theme)


def model_look(workspace: Workspace, before: ModelLook | None = None, only: str | None = None) -> ModelLook:
    """Give the look of the business model; cards that are as `before` are the same objects as there.

    With `only`, the id of a segment, entries for other segments and those segments are faded.
    """
    model, segments = workspace.business_model, workspace.segments
    cards = _segment_sizes(segments)
    level = level_for(_needs(model.entries), cards)
    board = model_board(workspace.view.sides_swapped, level)
    known = before.notes if before else {}
    notes: dict[str, CardLook] = {}
    flows, to_review = _flows(workspace)
    names = {segment.id: (segment.name, segment.colour) for segment in segments}
    for entry in model.entries:
        room = note_room(entry.text)
        notes[entry.id] = _kept(
            known.get(entry.id),
            EntryLook(
                entry,
                room,
                board.place(entry.block, entry.x, entry.y, Size(NOTE_WIDTH, room.height)),
                tuple(names[each] for each in entry.segment_ids),
                flows[entry.id],
                entry.id in to_review,
                faded=bool(only and entry.segment_ids and only not in entry.segment_ids),
            ),
        )
    for segment, rect in zip(segments, segment_places(board, cards), strict=True):
        faded = bool(only and only != segment.id)
        notes[segment.id] = _segment_look(workspace, segment, rect, known.get(segment.id), faded=faded)
    return ModelLook(
        work=workspace.title,
        description=workspace.description,
        model=model,
        board=board,
        notes=notes,
        counts={Block.SEGMENTS: len(segments), **Counter(entry.block for entry in model.entries)},
        sums={block: _sum(model.entries, block) for block in MONEY_BLOCKS},
    )


def draw_business_model(surface: Surface, look: ModelLook, theme: Theme) -> None:
    """Draw a business model in canvas units, from below to above: template, words, entries, segments."""
    surface.begin(Part.CANVAS, look.words)
    draw_model_template(surface, look, theme)
    draw_model_heading(surface, look, theme)
    for card in look.notes.values():
        surface.push(card.rect.x, card.rect.y)
        card.draw(surface, theme)
        surface.pop()
    surface.end()


def draw_model_template(surface: Surface, look: ModelLook, theme: Theme) -> None:
    """Draw the nine blocks with their titles, counts and sums."""
    draw_blocks(surface, look.board, look.counts, look.sums, theme)


def draw_model_heading(surface: Surface, look: ModelLook, theme: Theme) -> None:
    """Draw whose business model it is and, below it, what it is about or where one goes from here."""
    title = _title(look)
    subtitle = " ".join(look.description.split())
    if not subtitle and look.counts[Block.SEGMENTS]:
        subtitle = translate(
            "Business model", "Double-click a segment to zoom into its value proposition canvas"
        )
    place = look.board.title
    surface.begin(Part.HEADING, lambda: (title, subtitle))
    name = line(title, CANVAS_TITLE_SIZE, place.w, bold=True)
    below = line(subtitle, SUBTITLE_SIZE, place.w)
    surface.text(name, place.x, place.y, theme.ink)
    surface.text(below, place.x, place.bottom - below.height, theme.muted)
    surface.end()


def _title(look: ModelLook) -> str:
    if name := look.model.name.strip() or look.work.strip():
        return translate("Business model", "{name} · business model", name=name)
    return translate("Business model", "Business model")


def _needs(entries: Sequence[Entry]) -> Mapping[Block, list[Rect]]:
    needs: dict[Block, list[Rect]] = {block: [] for block in ENTRY_BLOCKS}
    for entry in entries:
        needs[entry.block].append(Rect(entry.x, entry.y, NOTE_WIDTH, note_room(entry.text).height))
    return needs


def _segment_sizes(segments: Sequence[CustomerSegment]) -> list[Size]:
    heights = [segment_height(segment, SEGMENT_WIDE) for segment in segments]
    if segments_stand_wide(heights):
        return [Size(SEGMENT_WIDE, height) for height in heights]
    return [Size(NOTE_WIDTH, segment_height(segment, NOTE_WIDTH)) for segment in segments]


def _segment_look(
    workspace: Workspace, segment: CustomerSegment, rect: Rect, known: CardLook | None, *, faded: bool
) -> SegmentLook:
    """Give the look of a segment; its fit, which takes long, is found anew only where the segment is."""
    if isinstance(known, SegmentLook) and known.segment is segment:
        if (known.rect, known.faded) == (rect, faded):
            return known
        return SegmentLook(segment, rect, known.figures, known.deal, faded)
    deal = deal_fit(segment, workspace.levels) if len(segment.canvases) > 1 else None
    figures = fit(segment.canvases[0], workspace.levels)
    return SegmentLook(segment, rect, figures, deal[1] if deal else None, faded)


def _kept(known: CardLook | None, anew: EntryLook) -> EntryLook:
    """Give the known look of an entry where it is as good as the new one."""
    if isinstance(known, EntryLook) and known.entry is anew.entry and _facts(known) == _facts(anew):
        return known
    return anew


def _facts(look: EntryLook) -> tuple[object, ...]:
    return look.rect, look.segments, look.flows, look.review, look.faded


def _flows(workspace: Workspace) -> tuple[Counter[str], set[str]]:
    """Give how many flows each entry has, and the entries one of whose flows is to be reviewed."""
    there = [flow for flow in workspace.flows if flow.relation is not Relation.TARGETS]
    to_review = {flow.business_end for flow in there if _needs_review(workspace, flow)}
    return Counter(flow.business_end for flow in there), to_review


def _needs_review(workspace: Workspace, flow: Flow) -> bool:
    entry, note = workspace.entry_by_id[flow.business_end], workspace.note_by_id[flow.canvas_end]
    ends = (
        (flow.business_seen, Seen(text=entry.text, figure=entry.amount)),
        (flow.canvas_seen, Seen(text=note.text, figure=note.importance)),
    )
    return any(seen is not None and seen != now for seen, now in ends)


def _sum(entries: Sequence[Entry], block: Block) -> float | None:
    amounts = [entry.amount for entry in entries if entry.block is block and entry.amount is not None]
    return fsum(amounts) if amounts else None
