"""What hands do on whatever is shown: the same keys, drags and words for a canvas and for the business model.

On a canvas they work on notes and links (`session.commands`), on the business model on entries
(`session.entries`) and segments (`session.segments`).
"""

from collections.abc import Mapping

from canvasdesk.drawing.business_model import blank_entry, blank_segment
from canvasdesk.drawing.card import CardLook, Field
from canvasdesk.drawing.entry import EntryLook
from canvasdesk.drawing.note import NoteLook, note_look
from canvasdesk.drawing.segment_card import SegmentLook
from canvasdesk.editing.covering import as_written
from canvasdesk.editing.notes import Place
from canvasdesk.layout.geometry import Point
from canvasdesk.model.business import ENTRY_BLOCKS, Block, Entry
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.session import commands, entries, pasting, segments
from canvasdesk.session.document import Document
from canvasdesk.session.placing import free_places
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate


def blank(document: Document, selection: Selection, field: Field, place: Point | None) -> CardLook | None:
    """Give the look of a card that is not there yet, at `place` or a free place; None where it cannot be."""
    workspace = document.workspace
    if isinstance(field, Section):
        canvas = commands.shown_canvas(document, selection)
        if canvas is None:
            return None
        x, y = place or free_places(workspace, canvas, field, [""])[0]
        return note_look(as_written(workspace, Note(section=field, x=x, y=y)))
    if selection.canvas_id is not None:
        return None
    if field is Block.SEGMENTS:
        return blank_segment(workspace, CustomerSegment())
    x, y = (
        entries.within(workspace, field, place) if place else entries.free_places(workspace, field, [""])[0]
    )
    whom = (selection.only,) if selection.only else ()
    return blank_entry(workspace, Entry(block=field, x=x, y=y, segment_ids=whom))


def add(document: Document, selection: Selection, look: CardLook, words: str) -> str | None:
    """Add the card of a `blank` look with its first words, and select it."""
    if isinstance(look, NoteLook):
        place = look.note.x, look.note.y
        return commands.add_note(document, selection, look.note.section, words, place)
    if isinstance(look, EntryLook):
        return entries.add_entry(document, selection, evolve(look.entry, text=words))
    if isinstance(look, SegmentLook):
        return segments.add_segment(document, selection, evolve(look.segment, name=words))
    raise TypeError(f"no card can be added for {type(look).__name__}")


def edit_text(document: Document, card_id: str, text: str, *, adding: bool = False) -> str | None:
    """Give a card other words; strokes merge into one step, with its coming while it is just `adding`."""
    if card_id in document.workspace.entry_by_id:
        return entries.edit_text(document, card_id, text, adding=adding)
    if document.workspace.segment_by_id.get(card_id):
        return segments.rename(document, card_id, text, adding=adding)
    return commands.edit_text(document, card_id, text, adding=adding)


def is_empty(document: Document, card_id: str) -> bool:
    """Say whether nothing would be lost with a card."""
    workspace = document.workspace
    if segment := workspace.segment_by_id.get(card_id):
        return segments.is_blank(segment)
    card = workspace.entry_by_id.get(card_id) or workspace.note(card_id)
    return card is None or not (card.text.strip() or card.detail.strip())


def settle(document: Document, selection: Selection, card_id: str) -> None:
    """Let a card that was just added step aside where it has grown over another; still in the same step."""
    if selection.canvas_id is None:
        entries.settle(document, card_id)
    else:
        commands.settle(document, selection, card_id)


def end_text(document: Document, card_id: str) -> str | None:
    """Close the run of strokes in a card's words; one left without any vanishes."""
    if card_id in document.workspace.entry_by_id:
        return entries.end_text(document, card_id)
    if document.workspace.segment_by_id.get(card_id):
        return segments.end_name(document, card_id)
    return commands.end_text(document, card_id)


def move(
    document: Document, selection: Selection, places: Mapping[str, Place], fields: Mapping[str, Field]
) -> str | None:
    """Put cards at new places, by id, and into the sections or blocks in which they are dropped."""
    if selection.canvas_id is not None:
        sections = {each: field for each, field in fields.items() if isinstance(field, Section)}
        return commands.move(document, places, sections)
    if moved := [each for each in places if each in document.workspace.segment_by_id]:
        if fields.get(moved[0]) is not Block.SEGMENTS:
            return translate("Refusal", "A customer segment stays in its block.")
        return segments.drop(document, moved[0], places[moved[0]])
    blocks = {each: field for each, field in fields.items() if isinstance(field, Block)}
    return entries.move(document, places, blocks)


def move_to(document: Document, selection: Selection, field: Field) -> str | None:
    """Move the selected cards to free places of another section or block."""
    if isinstance(field, Section):
        return commands.move_to_section(document, selection, field)
    return entries.move_to_block(document, selection, field)


def nudge(document: Document, selection: Selection, dx: float, dy: float) -> str | None:
    """Move the selected cards by canvas units; what stands in an order goes up or down in it."""
    if selection.canvas_id is not None and not selection.stop.on_canvas:
        return commands.step(document, selection, 1 if dx + dy > 0 else -1)
    if selection.canvas_id is not None:
        return commands.nudge(document, selection, dx, dy)
    if held := segments.held_segments(document, selection):
        return segments.step(document, held[0].id, 1 if dx + dy > 0 else -1)
    return entries.nudge(document, selection, dx, dy)


def tidy(document: Document, selection: Selection) -> str | None:
    """Line up the section or block of the card with the focus, or all of them."""
    focus = selection.focus or ""
    if selection.canvas_id is None:
        entry = document.workspace.entry_by_id.get(focus)
        return entries.tidy(document, (entry.block,) if entry else ENTRY_BLOCKS)
    note, framed = document.workspace.note(focus), selection.stop.frame.section
    section = note.section if note else framed
    return commands.tidy(document, selection, (section,) if section else tuple(Section))


def delete(document: Document, selection: Selection) -> str | None:
    """Delete what is selected, and say what went with segments."""
    if selection.canvas_id is not None:
        return commands.delete(document, selection)
    others = [entry.id for entry in entries.held_entries(document, selection)]
    if held := segments.held_segments(document, selection):
        return segments.remove(document, [segment.id for segment in held], others)
    return entries.remove(document, selection)


def duplicate(document: Document, selection: Selection) -> str | None:
    """Copy what is selected, and select the copies."""
    if selection.canvas_id is not None:
        return commands.duplicate(document, selection)
    if entries.held_entries(document, selection):
        return entries.duplicate(document, selection)
    return segments.duplicate(document, selection)


def select_all(document: Document, selection: Selection) -> None:
    """Select every card of what is shown; the focus stays."""
    if selection.canvas_id is None:
        there = [*document.workspace.entry_by_id, *(each.id for each in document.workspace.segments)]
        selection.select(there, selection.focus)
    else:
        commands.select_all(document, selection)


def paste(
    document: Document, selection: Selection, data: pasting.MimeData, field: Field | None = None
) -> str | None:
    """Paste cards as they were copied, or one for each line or cell of a text, and select them."""
    if selection.canvas_id is None:
        return pasting.paste_entries(document, selection, data, field if isinstance(field, Block) else None)
    section = field if isinstance(field, Section) else selection.stop.frame.section
    return pasting.paste(document, selection, data, section)


def paste_one(document: Document, selection: Selection, data: pasting.MimeData) -> str | None:
    """Paste a text as a single card, with its line breaks, and select it."""
    if selection.canvas_id is None:
        return pasting.paste_one_entry(document, selection, data)
    return pasting.paste_one(document, selection, data)
