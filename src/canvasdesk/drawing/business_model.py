"""The whole business model canvas: what it looks like, and in which order it is drawn."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum
from types import MappingProxyType

from canvasdesk.drawing.blocks import block_outline, draw_blocks
from canvasdesk.drawing.card import CardLook, Field
from canvasdesk.drawing.entry import EntryLook, entry_size
from canvasdesk.drawing.fitting import line
from canvasdesk.drawing.link import LinkLook
from canvasdesk.drawing.room import note_room
from canvasdesk.drawing.segment_card import SegmentLook, segment_height
from canvasdesk.drawing.sheet import BoardPart, Sheet, draw_sheet
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.layout.blocks import (
    SEGMENT_WIDE,
    ModelBoard,
    level_for,
    model_board,
    segment_places,
    segments_stand_wide,
)
from canvasdesk.layout.geometry import Path, Rect, Size
from canvasdesk.layout.style import CANVAS_TITLE_SIZE, NOTE_WIDTH, SUBTITLE_SIZE, Theme
from canvasdesk.model.business import ENTRY_BLOCKS, MONEY_BLOCKS, Block, BusinessModelCanvas, Entry
from canvasdesk.model.fit import deal_fit, fit
from canvasdesk.model.quoting import one_line
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

NO_LINKS: Mapping[str, LinkLook] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class ModelLook:
    """All that is needed to draw a business model; `notes` are entries and segments by id, as they are drawn.

    `sums` are what the amounts in a block add up to, None where there are none; `only` is the segment that it
    is narrowed down to. A look that is `inviting` says where one goes from here where nothing is described.
    """

    work: str
    description: str
    model: BusinessModelCanvas
    board: ModelBoard
    notes: Mapping[str, CardLook]
    counts: Mapping[Block, int]
    sums: Mapping[Block, float | None]
    only: CustomerSegment | None = None
    inviting: bool = True

    @property
    def links(self) -> Mapping[str, LinkLook]:
        """The links, of which a business model has none."""
        return NO_LINKS

    @property
    def id(self) -> str:
        """The id of the business model."""
        return self.model.id

    @property
    def frame(self) -> Rect:
        """The board, a small margin included."""
        return self.board.bounds

    @property
    def bounds(self) -> Rect:
        """The rectangle around everything: nothing stands outside the board."""
        return self.board.bounds

    @property
    def parts(self) -> Mapping[BoardPart, Rect]:
        """The places on the board that answer a click."""
        return {BoardPart.TITLE: self.board.title}

    @property
    def swapped(self) -> bool:
        """Whether the customer's side is on the left."""
        return self.board.swapped

    @property
    def arranged(self) -> bool:
        """Entries lie where people put them."""
        return False

    def field_at(self, x: float, y: float) -> Block | None:
        """Give the block at a point; None outside all of them."""
        return self.board.block_at(x, y)

    def outline(self, field: Field) -> Path:
        """Give the line around a block."""
        return block_outline(self.board, Block(field))

    def words(self) -> tuple[str, str]:
        """Give the business model's name and description."""
        return _title(self), self.description

    def changed(self, before: Sheet) -> list[Rect] | None:
        """Give the rectangles of the words on the board that differ from `before`; None for another board."""
        if not isinstance(before, ModelLook) or before.board is not self.board:
            return None
        places = [
            self.board.blocks[block]
            for block in Block
            if (before.counts.get(block), before.sums.get(block))
            != (self.counts.get(block), self.sums.get(block))
        ]
        if (_title(before), _subtitle(before)) != (_title(self), _subtitle(self)):
            places.append(self.board.title)
        return places

    def draw_template(self, surface: Surface, theme: Theme) -> None:
        """Draw the nine blocks with their titles, counts and sums."""
        draw_blocks(surface, self.board, self.counts, self.sums, theme)

    def draw_beneath(self, surface: Surface, rect: Rect, theme: Theme) -> Iterator[None]:
        """Draw blocks and words as far as they reach into `rect`, and pause after each."""
        if self.frame.intersects(rect):
            self.draw_template(surface, theme)
            yield
        if self.board.title.intersects(rect):
            draw_model_heading(surface, self, theme)
            yield

    def draw_meter(self, surface: Surface, theme: Theme) -> None:
        """Draw nothing: a business model has no meter."""

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw the business model."""
        draw_sheet(surface, self, theme)


def model_look(workspace: Workspace, before: ModelLook | None = None, only: str | None = None) -> ModelLook:
    """Give the look of the business model; cards that are as `before` are the same objects as there.

    With `only`, the id of a segment, entries for other segments and those segments are faded.
    """
    model, segments = workspace.business_model, workspace.segments
    cards, board = _segment_sizes(segments), board_of(workspace)
    known = before.notes if before else {}
    notes: dict[str, CardLook] = {}
    to_review = {flow.business_end for flow in workspace.to_review}
    names = _names(segments)
    for entry in model.entries:
        anew = replace(
            _entry_look(board, names, entry),
            flows=len(workspace.flows_of.get(entry.id, ())),
            review=entry.id in to_review,
            faded=bool(only and entry.segment_ids and only not in entry.segment_ids),
        )
        notes[entry.id] = _kept(known.get(entry.id), anew)
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
        only=workspace.segment_by_id.get(only or ""),
    )


def still_look(workspace: Workspace) -> ModelLook:
    """Give the look of the business model where nothing answers a click: in pictures and on pages."""
    return replace(model_look(workspace), inviting=False)


def board_of(workspace: Workspace) -> ModelBoard:
    """Give the board with room for the entries and segments of a workspace."""
    level = level_for(_needs(workspace.business_model.entries), _segment_sizes(workspace.segments))
    return model_board(workspace.view.sides_swapped, level)


def segment_cards(workspace: Workspace) -> dict[str, Rect]:
    """Give the places of the segments' cards, by segment id."""
    places = segment_places(board_of(workspace), _segment_sizes(workspace.segments))
    return {segment.id: place for segment, place in zip(workspace.segments, places, strict=True)}


def blank_entry(workspace: Workspace, entry: Entry) -> EntryLook:
    """Give the look of an entry that is not in the workspace yet."""
    return _entry_look(board_of(workspace), _names(workspace.segments), entry)


def blank_segment(workspace: Workspace, segment: CustomerSegment) -> SegmentLook:
    """Give the look of a segment that is not in the workspace yet, after those that are."""
    board, sizes = board_of(workspace), _segment_sizes((*workspace.segments, segment))
    return _segment_look(workspace, segment, segment_places(board, sizes)[-1], None, faded=False)


def draw_model_heading(surface: Surface, look: ModelLook, theme: Theme) -> None:
    """Draw whose business model it is and, below it, what it is about or where one goes from here."""
    title, subtitle = _title(look), _subtitle(look)
    (x, y, w, h), larger = look.board.title, look.board.lettering
    surface.begin(Part.HEADING, lambda: (title, subtitle))
    surface.push(x, y, larger)
    name = line(title, CANVAS_TITLE_SIZE, w / larger, bold=True)
    below = line(subtitle, SUBTITLE_SIZE, w / larger)
    surface.text(name, 0.0, 0.0, theme.ink)
    surface.text(below, 0.0, h / larger - below.height, theme.muted)
    surface.pop()
    surface.end()


def _subtitle(look: ModelLook) -> str:
    if look.only:
        return translate("Business model", "Only “{name}”", name=one_line(look.only.name))
    if said := _first_sentence(look.description):
        return said
    if look.inviting and look.counts[Block.SEGMENTS]:
        return translate("Business model", "Double-click a segment to zoom into its value proposition canvas")
    return ""


def _first_sentence(text: str) -> str:
    """Give what a text begins with, up to the end of a sentence or paragraph, on one line."""
    paragraph = " ".join(text.strip().split("\n\n", 1)[0].split())
    return re.split(r"(?<=[.!?。])\s", paragraph, maxsplit=1)[0]


def _title(look: ModelLook) -> str:
    if name := look.model.name.strip() or look.work.strip():
        return translate("Business model", "{name} · business model", name=name)
    return translate("Business model", "Business model")


def _names(segments: Sequence[CustomerSegment]) -> Mapping[str, tuple[str, str | None]]:
    return {segment.id: (segment.name, segment.colour) for segment in segments}


def _entry_look(board: ModelBoard, names: Mapping[str, tuple[str, str | None]], entry: Entry) -> EntryLook:
    room = note_room(entry.text)
    place = board.place(entry.block, entry.x, entry.y, entry_size(entry.text))
    return EntryLook(entry, room, place, tuple(names[each] for each in entry.segment_ids))


def _needs(entries: Sequence[Entry]) -> Mapping[Block, list[Rect]]:
    needs: dict[Block, list[Rect]] = {block: [] for block in ENTRY_BLOCKS}
    for entry in entries:
        needs[entry.block].append(Rect(entry.x, entry.y, *entry_size(entry.text)))
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


def _sum(entries: Sequence[Entry], block: Block) -> float | None:
    amounts = [entry.amount for entry in entries if entry.block is block and entry.amount is not None]
    return fsum(amounts) if amounts else None
