"""Copy, cut and paste: between canvases, windows and other programs."""

from collections.abc import Callable, Collection, Mapping, Sequence

from canvasdesk.editing import business, deletion, notes
from canvasdesk.editing.covering import as_written
from canvasdesk.interchange.clipboard import MIME, Clip, clip, entry_clip, read_clip, write_clip
from canvasdesk.interchange.lines import notes_from_text, one_note_from_text, text_from_notes
from canvasdesk.model.business import Block
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.value import evolve, new_id
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.attempt import attempt, one_or_many
from canvasdesk.session.commands import COPY_OFFSET, held_notes, shown_canvas
from canvasdesk.session.document import Document
from canvasdesk.session.entries import add_texts, held_entries
from canvasdesk.session.placing import MIRROR, free_places
from canvasdesk.session.segments import add_names, held_segments
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate

TEXT = "text/plain"
MOST_NOTES = 300  # pasted from text at once: a wall of notes is a slip, not a wish
MOST_LETTERS = 1_000_000  # of a text that are looked at

_BLOCKS = {block: number for number, block in enumerate(Block)}
_ORDER = {section: number for number, section in enumerate(Section)}

MimeData = Mapping[str, bytes]
"""What the clipboard holds, by MIME type; text in UTF-8."""


def copy(document: Document, selection: Selection) -> MimeData:
    """Give what is selected for the clipboard: notes with their links, entries, names of segments."""
    canvas = shown_canvas(document, selection)
    if canvas is None:
        return _copy_cards(document, selection)
    held = held_notes(document, selection)
    if not held:
        return {}
    swapped = document.workspace.view.sides_swapped
    in_order = sorted(held, key=lambda note: (_ORDER[note.section], note.y, note.x))
    return {
        MIME: write_clip(clip(canvas, selection.ids, sides_swapped=swapped)),
        TEXT: text_from_notes(note.text for note in in_order).encode(),
    }


def cut(document: Document, selection: Selection) -> tuple[MimeData, str | None]:
    """Take the selected notes away; give them for the clipboard, and a sentence where they had to stay."""
    data = copy(document, selection)
    held = [note.id for note in held_notes(document, selection)]
    held += [entry.id for entry in held_entries(document, selection)]
    refusal = attempt(
        document,
        one_or_many(
            len(held), translate("Step", "Cut note"), translate("Step", "Cut %n notes", count=len(held))
        ),
        lambda workspace: deletion.delete(workspace, held),
    )
    return data, refusal


def paste(
    document: Document, selection: Selection, data: MimeData, section: Section | None = None
) -> str | None:
    """Paste notes as they were copied, or one for each line or cell of a text, and select them.

    Text goes into `section`, else into that of the note with the focus, else into the first.
    """
    canvas = shown_canvas(document, selection)
    if canvas is None:
        return None
    clipped = read_clip(data.get(MIME, b""))
    if clipped and clipped.notes:
        return _paste_clip(document, selection, canvas, clipped)
    return _each_line(data, lambda texts: _paste_texts(document, selection, canvas, texts, section))


def paste_entries(
    document: Document, selection: Selection, data: MimeData, block: Block | None = None
) -> str | None:
    """Paste entries as they were copied, or one for each line or cell of a text, and select them.

    Text goes into `block`, else into that of the card with the focus, else into the value propositions; in
    the block of the segments each line becomes a segment.
    """
    clipped = read_clip(data.get(MIME, b""))
    if clipped and clipped.entries:
        return _paste_entry_clip(document, selection, clipped)
    return _each_line(data, lambda texts: _paste_lines(document, selection, texts, block))


def paste_one_entry(document: Document, selection: Selection, data: MimeData) -> str | None:
    """Paste a text as a single entry or segment, with its line breaks, and select it."""
    text = _one_text(data)
    return _paste_lines(document, selection, [text] if text else [], None)


def _each_line(data: MimeData, paste_texts: Callable[[Sequence[str]], str | None]) -> str | None:
    """Paste the lines or cells of a text, and say so where there are too many of them."""
    text = data.get(TEXT, b"").decode("utf-8", "replace")
    texts = notes_from_text(text[:MOST_LETTERS])
    kept = texts[:MOST_NOTES]
    refusal = paste_texts(kept)
    if refusal or (len(texts) == len(kept) and len(text) <= MOST_LETTERS):
        return refusal
    return one_or_many(
        len(kept),
        translate("Toast", "Only the first line was pasted."),
        translate("Toast", "Only the first %n lines were pasted.", count=len(kept)),
    )


def _one_text(data: MimeData) -> str:
    return one_note_from_text(data.get(TEXT, b"").decode("utf-8", "replace")[:MOST_LETTERS])


def paste_one(
    document: Document, selection: Selection, data: MimeData, section: Section | None = None
) -> str | None:
    """Paste a text as a single note, with its line breaks, and select it."""
    canvas = shown_canvas(document, selection)
    if canvas is None:
        return None
    text = _one_text(data)
    return _paste_texts(document, selection, canvas, [text] if text else [], section)


def _copy_cards(document: Document, selection: Selection) -> MimeData:
    entries = held_entries(document, selection)
    names = [segment.name for segment in held_segments(document, selection)]
    in_order = sorted(entries, key=lambda entry: (_BLOCKS[entry.block], entry.y, entry.x))
    if not entries and not names:
        return {}
    text = {TEXT: text_from_notes([*names, *(entry.text for entry in in_order)]).encode()}
    clipped = entry_clip(document.workspace.business_model, selection.ids) if entries else None
    return text | ({MIME: write_clip(clipped)} if clipped else {})


def _paste_lines(
    document: Document, selection: Selection, texts: Sequence[str], block: Block | None
) -> str | None:
    if not texts:
        return translate("Refusal", "There is nothing to paste that could become a note.")
    focus = selection.focus or ""
    entry, segment = document.workspace.entry_by_id.get(focus), document.workspace.segment_by_id.get(focus)
    target = block or (entry.block if entry else Block.SEGMENTS if segment else Block.PROPOSITIONS)
    if target is Block.SEGMENTS:
        return add_names(document, selection, texts, _paste_label(len(texts)))
    return add_texts(document, selection, texts, target, _paste_label(len(texts)))


def _paste_entry_clip(document: Document, selection: Selection, clipped: Clip) -> str | None:
    """Paste copies of entries beside those that stand there, for the segments that this workspace has."""
    known = {segment.id for segment in document.workspace.segments}
    there = {(entry.block, entry.x, entry.y) for entry in document.workspace.business_model.entries}
    off = 0.0
    while any((entry.block, entry.x + off, entry.y + off) in there for entry in clipped.entries):
        off += COPY_OFFSET[0]
    copies = [
        evolve(
            entry,
            id=new_id(),
            x=notes.within_reach((entry.x + off, 0.0))[0],
            y=notes.within_reach((entry.y + off, 0.0))[0],
            segment_ids=tuple(each for each in entry.segment_ids if each in known),
        )
        for entry in clipped.entries
    ]
    after = business.add_entries(document.workspace, copies)
    return _commit(document, selection, after, [copy.id for copy in copies])


def _paste_clip(
    document: Document, selection: Selection, canvas: ValuePropositionCanvas, clipped: Clip
) -> str | None:
    copied = clipped.notes
    if clipped.sides_swapped is not document.workspace.view.sides_swapped:
        copied = tuple(evolve(note, x=notes.within_reach((MIRROR - note.x, note.y))[0]) for note in copied)
    copied = tuple(as_written(document.workspace, note) for note in copied)
    offset = _free_offset(canvas, copied)
    after, pasted = notes.add_copies(document.workspace, canvas.id, copied, clipped.links, offset)
    return _commit(document, selection, after, pasted)


def _free_offset(canvas: ValuePropositionCanvas, copied: Sequence[Note]) -> notes.Place:
    """Give how far aside copies have to go so that none hides exactly behind a note."""
    there = {(round(note.x), round(note.y)) for note in canvas.notes}
    dx, dy = 0.0, 0.0
    while any((round(note.x + dx), round(note.y + dy)) in there for note in copied):
        dx, dy = dx + COPY_OFFSET[0], dy + COPY_OFFSET[1]
    return dx, dy


def _paste_texts(
    document: Document,
    selection: Selection,
    canvas: ValuePropositionCanvas,
    texts: Sequence[str],
    section: Section | None,
) -> str | None:
    if not texts:
        return translate("Refusal", "There is nothing to paste that could become a note.")
    focused = canvas.note_by_id.get(selection.focus or "")
    target = section or (focused.section if focused else Section.JOBS)
    places = free_places(document.workspace, canvas, target, texts)
    pasted = [
        as_written(document.workspace, Note(section=target, text=text, x=place.x, y=place.y))
        for text, place in zip(texts, places, strict=True)
    ]
    after = notes.add_notes(document.workspace, canvas.id, pasted)
    return _commit(document, selection, after, [note.id for note in pasted])


def _commit(
    document: Document, selection: Selection, after: Workspace, pasted: Collection[str]
) -> str | None:
    refusal = attempt(document, _paste_label(len(pasted)), lambda _: after)
    if refusal is None:
        selection.select(pasted)
    return refusal


def _paste_label(count: int) -> str:
    return one_or_many(
        count, translate("Step", "Paste note"), translate("Step", "Paste %n notes", count=count)
    )
