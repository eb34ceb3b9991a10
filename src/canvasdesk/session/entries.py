"""What the user does with the entries of the business model, as with notes on a canvas.

Each command makes at most one step and gives a sentence to say, or None; see `session.commands`.
"""

from collections.abc import Collection, Mapping, Sequence

from canvasdesk.drawing.business_model import board_of
from canvasdesk.drawing.entry import entry_size
from canvasdesk.drawing.naming import block_name
from canvasdesk.editing import business, deletion
from canvasdesk.editing.notes import GRAIN, Place
from canvasdesk.layout.blocks import USUAL_LEVEL, free_entry_places, tidy_entries
from canvasdesk.layout.geometry import Point, Rect
from canvasdesk.model.business import ENTRY_BLOCKS, MONEY_BLOCKS, Block, Entry
from canvasdesk.model.value import TEXT_LENGTH, evolve, new_id
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.attempt import attempt, merging, move_label, one_or_many
from canvasdesk.session.commands import COPY_OFFSET
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate


def held_entries(document: Document, selection: Selection) -> tuple[Entry, ...]:
    """Give the selected entries, in the file's order."""
    entries = document.workspace.business_model.entries if selection.canvas_id is None else ()
    return tuple(entry for entry in entries if entry.id in selection.ids)


def free_places(
    workspace: Workspace, block: Block, texts: Sequence[str], leaving: Collection[str] = ()
) -> list[Point]:
    """Give free places in a block for entries with these texts; the entries `leaving` make room."""
    there = (entry for entry in workspace.business_model.entries if entry.id not in leaving)
    taken = [Rect(entry.x, entry.y, *entry_size(entry.text)) for entry in there if entry.block is block]
    return free_entry_places(board_of(workspace).level, block, [entry_size(text) for text in texts], taken)


def within(workspace: Workspace, block: Block, corner: Point) -> Point:
    """Give a place of the board as a place in a block, as far inside as a note needs."""
    board = board_of(workspace)
    inside = board.inside(block)
    place = board.place(block, corner.x - inside.x, corner.y - inside.y, entry_size(""))
    return Point(round(place.x - inside.x, GRAIN), round(place.y - inside.y, GRAIN))


def add_entry(document: Document, selection: Selection, entry: Entry) -> str | None:
    """Add an entry and select it; what is typed into it with `edit_text(…, adding=True)` joins the step."""
    refusal = attempt(
        document,
        translate("Step", "Add note"),
        lambda workspace: business.add_entries(workspace, [entry]),
        merging("text", [entry.id]),
    )
    if refusal is None:
        selection.select([entry.id])
    return refusal


def edit_text(document: Document, entry_id: str, text: str, *, adding: bool = False) -> str | None:
    """Give an entry another text; strokes merge into one step, with its coming while it is `adding`."""
    label = translate("Step", "Add note") if adding else translate("Step", "Edit note")
    return attempt(
        document,
        label,
        lambda workspace: business.edit_entries(workspace, {entry_id: {"text": text}}),
        merging("text", [entry_id]),
    )


def end_text(document: Document, entry_id: str) -> str | None:
    """Close the run of strokes in an entry's text; one left without words vanishes."""
    entry, refusal = document.workspace.entry_by_id.get(entry_id), None
    if entry and not entry.text.strip() and not entry.detail.strip():
        refusal = attempt(
            document,
            translate("Step", "Delete note"),
            lambda workspace: deletion.delete(workspace, [entry_id]),
            merging("text", [entry_id]),
        )
    document.seal()
    return refusal


def settle(document: Document, entry_id: str) -> None:
    """Let an entry that was just added step aside where it has grown over another; in the same step."""
    workspace = document.workspace
    entry = workspace.entry_by_id.get(entry_id)
    if entry is None:
        return
    others = [each for each in workspace.business_model.entries if each.block is entry.block]
    places = {each.id: Rect(each.x, each.y, *entry_size(each.text)) for each in others}
    own = places.pop(entry_id)
    if any(own.intersects(place) for place in places.values()):
        (place,) = free_places(workspace, entry.block, [entry.text], [entry_id])
        attempt(
            document,
            translate("Step", "Add note"),
            lambda it: business.edit_entries(it, {entry_id: {"x": place.x, "y": place.y}}),
            merging("text", [entry_id]),
        )


def edit_entries(document: Document, entry_ids: Collection[str], **fields: object) -> str | None:
    """Give fields of entries another value; strokes in the same text or amount merge into one step."""
    is_text = fields.keys() == {"amount"} or all(type(value) is str for value in fields.values())
    return attempt(
        document,
        one_or_many(
            len(entry_ids),
            translate("Step", "Edit note"),
            translate("Step", "Edit %n notes", count=len(entry_ids)),
        ),
        lambda workspace: business.edit_entries(workspace, dict.fromkeys(entry_ids, fields)),
        merging(" ".join(fields), entry_ids) if is_text else None,
    )


def set_segment(
    document: Document, entry_ids: Collection[str], segment_id: str, *, meant: bool
) -> str | None:
    """Say that entries are for a segment too, or no longer for it."""
    return attempt(
        document,
        one_or_many(
            len(entry_ids),
            translate("Step", "Edit note"),
            translate("Step", "Edit %n notes", count=len(entry_ids)),
        ),
        lambda workspace: business.set_segment(workspace, entry_ids, segment_id, meant=meant),
    )


def move(document: Document, places: Mapping[str, Place], blocks: Mapping[str, Block]) -> str | None:
    """Put entries at new places of the board, by id, in the `blocks` they are dropped in.

    Beside all blocks an entry stays in its own. None becomes a segment.
    """
    workspace = document.workspace
    if Block.SEGMENTS in blocks.values():
        return translate("Refusal", "Customer segments are added there, other notes cannot become one.")
    before = workspace.entry_by_id
    targets = {each: blocks.get(each, before[each].block) for each in places}
    changes = _placed(workspace, places, targets)
    return attempt(
        document,
        move_label(
            len(places), {block_name(to) for each, to in targets.items() if before[each].block is not to}
        ),
        lambda it: business.place_entries(it, targets, changes),
    )


def _placed(
    workspace: Workspace, places: Mapping[str, Place], blocks: Mapping[str, Block]
) -> dict[str, Place]:
    """Give places of the board as places in the blocks, moved inside where they are not."""
    board, kept = board_of(workspace), {}
    for each, (x, y) in places.items():
        inside = board.inside(blocks[each])
        size = entry_size(workspace.entry_by_id[each].text)
        place = board.place(blocks[each], x - inside.x, y - inside.y, size)
        kept[each] = (round(place.x - inside.x, GRAIN), round(place.y - inside.y, GRAIN))
    return kept


def move_to_block(document: Document, selection: Selection, block: Block) -> str | None:
    """Move the selected entries to free places of another block."""
    coming = [entry for entry in held_entries(document, selection) if entry.block is not block]
    if not coming:
        return None
    places = free_places(document.workspace, block, [entry.text for entry in coming])
    there = {entry.id: (place.x, place.y) for entry, place in zip(coming, places, strict=True)}
    targets = dict.fromkeys(there, block)
    return attempt(
        document,
        move_label(len(there), {block_name(block)}),
        lambda workspace: business.place_entries(workspace, targets, there),
    )


def nudge(document: Document, selection: Selection, dx: float, dy: float) -> str | None:
    """Move the selected entries by canvas units within their blocks; nudges in a row are one step."""
    held = held_entries(document, selection)
    workspace, board = document.workspace, board_of(document.workspace)
    corners = {each.id: board.inside(each.block) for each in held}
    places = {each.id: (corners[each.id].x + each.x + dx, corners[each.id].y + each.y + dy) for each in held}
    own = {each.id: each.block for each in held}
    changes = _placed(workspace, places, own)
    return attempt(
        document,
        move_label(len(places)),
        lambda it: business.place_entries(it, own, changes),
        merging("nudge", places),
    )


def tidy(document: Document, blocks: Collection[Block] = ENTRY_BLOCKS) -> str | None:
    """Line up the entries of some blocks, the largest amounts first, others as they are read."""
    model, places = document.workspace.business_model, dict[str, Place]()
    for block in blocks:
        there = sorted(
            (entry for entry in model.entries if entry.block is block),
            key=lambda entry: (-(entry.amount or 0.0) if block in MONEY_BLOCKS else 0.0, entry.y, entry.x),
        )
        found = tidy_entries(USUAL_LEVEL, block, [(entry.id, entry_size(entry.text)) for entry in there])
        places |= {each: (place.x, place.y) for each, place in found.items()}
    own = {each: document.workspace.entry_by_id[each].block for each in places}
    return attempt(
        document,
        translate("Step", "Tidy"),
        lambda workspace: business.place_entries(workspace, own, places),
    )


def remove(document: Document, selection: Selection) -> str | None:
    """Delete the selected entries with their flows."""
    held = held_entries(document, selection)
    return attempt(
        document,
        one_or_many(
            len(held),
            translate("Step", "Delete note"),
            translate("Step", "Delete %n notes", count=len(held)),
        ),
        lambda workspace: deletion.delete(workspace, [entry.id for entry in held]),
    )


def duplicate(document: Document, selection: Selection) -> str | None:
    """Copy the selected entries a little aside, and select the copies."""
    held = held_entries(document, selection)
    dx, dy = COPY_OFFSET
    copies = [evolve(entry, id=new_id(), x=entry.x + dx, y=entry.y + dy) for entry in held]
    refusal = attempt(
        document,
        one_or_many(
            len(held),
            translate("Step", "Duplicate note"),
            translate("Step", "Duplicate %n notes", count=len(held)),
        ),
        lambda workspace: business.add_entries(workspace, copies),
    )
    if refusal is None:
        selection.select([copy.id for copy in copies])
    return refusal


def add_texts(
    document: Document, selection: Selection, texts: Sequence[str], block: Block, label: str
) -> str | None:
    """Add entries with these texts at free places, for the segment the view is narrowed to; select them."""
    places = free_places(document.workspace, block, texts)
    whom = (selection.only,) if selection.only else ()
    added = [
        Entry(block=block, text=text[:TEXT_LENGTH], x=place.x, y=place.y, segment_ids=whom)
        for text, place in zip(texts, places, strict=True)
    ]
    refusal = attempt(document, label, lambda workspace: business.add_entries(workspace, added))
    if refusal is None:
        selection.select([entry.id for entry in added])
    return refusal
