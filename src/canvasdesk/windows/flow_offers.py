"""What the palette offers for flows: where a note can go, and which notes can be linked with an entry."""

from collections.abc import Callable, Sequence
from functools import partial

from canvasdesk.drawing.flow_words import canvas_name
from canvasdesk.drawing.naming import block_name, section_name
from canvasdesk.editing.flows import blocks_for
from canvasdesk.model.business import Block, Entry
from canvasdesk.model.flows import relation_between
from canvasdesk.model.notes import Note
from canvasdesk.model.workspace import Workspace
from canvasdesk.windows.offers import one_line
from canvasdesk.windows.palette import Offer
from canvasdesk.words import translate


def send_offers(
    workspace: Workspace,
    notes: Sequence[Note],
    make: Callable[[Block], object],
    link: Callable[[str], object],
) -> list[Offer]:
    """Give the blocks where an entry can be made of each of `notes`, then the entries that can be linked."""
    joint = [block for block in blocks_for(notes[0].section) if all(_sends(note, block) for note in notes)]
    hint = translate("Palette", "New")
    new = [
        Offer(
            translate("Palette", "New note in {block}", block=block_name(block)), partial(make, block), hint
        )
        for block in joint
    ]
    entries = workspace.business_model.entries
    there = [entry for entry in entries if all(_can_link(workspace, entry, note) for note in notes)]
    return [
        *new,
        *(Offer(one_line(each.text), partial(link, each.id), block_name(each.block)) for each in there),
    ]


def note_offers(workspace: Workspace, entry: Entry, link: Callable[[str], object]) -> list[Offer]:
    """Give the notes of all canvases that a flow can join with `entry`."""
    return [
        Offer(one_line(note.text), partial(link, note.id), _place(workspace, canvas.id, note))
        for canvas in workspace.canvas_by_id.values()
        for note in canvas.notes
        if _can_link(workspace, entry, note)
    ]


def _place(workspace: Workspace, canvas_id: str, note: Note) -> str:
    section, canvas = section_name(note.section), canvas_name(workspace, canvas_id)
    return translate("Palette", "{section} · {canvas}", section=section, canvas=canvas)


def _sends(note: Note, block: Block) -> bool:
    return block in blocks_for(note.section)


def _can_link(workspace: Workspace, entry: Entry, note: Note) -> bool:
    """Say whether a flow can join the two that is not there yet."""
    if relation_between(entry.block, note.section) is None:
        return False
    return all(flow.business_end != entry.id for flow in workspace.flows_of.get(note.id, ()))
