"""What happens to links: which notes may be joined, and how strongly one answers the other."""

from collections.abc import Collection

from canvasdesk.editing.red_team import refuse_stronger
from canvasdesk.editing.whole import (
    Changes,
    EditError,
    altered,
    canvases_with,
    check_known,
    edited,
    keep_out,
    replace_canvases,
    replace_parts,
)
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import FitLink, Note, why_not_linked
from canvasdesk.model.sections import ANSWERS, Half, Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate


def link(
    workspace: Workspace, canvas_id: str, one_id: str, other_id: str, strength: int | None = None
) -> Workspace:
    """Give `workspace` with two notes linked, whichever of them is named first.

    Raises `EditError` with the sentence of `why_not` where they cannot be, and in a red-team round.
    """
    canvas = workspace.canvas_by_id[canvas_id]
    if reason := why_not(canvas, one_id, other_id):
        raise EditError(reason)
    refuse_stronger(workspace, 0, strength)
    source, target = _ends(canvas.note_by_id[one_id], canvas.note_by_id[other_id])
    added = FitLink(source=source.id, target=target.id, strength=strength)
    return replace_canvases(workspace, [replace_parts(canvas, links=(*canvas.links, added))])


def edit_links(workspace: Workspace, changes: Changes) -> Workspace:
    """Give `workspace` with strength or remark of links changed; `KeyError` for a link that is nowhere.

    Raises `EditError` where one would get stronger in a red-team round.
    """
    for fields in changes.values():
        keep_out(fields, "id", "source", "target")
    holding = canvases_with(workspace, changes)
    check_known(changes, frozenset().union(*(canvas.link_by_id for canvas in holding)))
    for canvas in holding:
        for link_id in changes.keys() & canvas.link_by_id.keys():
            old, new = canvas.link_by_id[link_id], altered(canvas.link_by_id[link_id], changes[link_id])
            refuse_stronger(workspace, old.strength, new.strength)
    return replace_canvases(
        workspace, [replace_parts(canvas, links=edited(canvas.links, changes)) for canvas in holding]
    )


def set_strength(workspace: Workspace, link_ids: Collection[str], strength: int | None) -> Workspace:
    """Give `workspace` with links rated 1 slightly, 2 mostly, 3 fully, or unrated."""
    return edit_links(workspace, {link_id: {"strength": strength} for link_id in link_ids})


def link_between(canvas: ValuePropositionCanvas, one_id: str, other_id: str) -> FitLink | None:
    """Give the link that joins two notes, whichever of them is named first."""
    ends = {one_id, other_id}
    joined = canvas.links_of.get(one_id, ())
    return next((each for each in joined if {each.source, each.target} == ends), None)


def targets(canvas: ValuePropositionCanvas, note_id: str) -> tuple[str, ...]:
    """Give the notes that could still be linked with a note, in the file's order."""
    partner = canvas.note_by_id[note_id].section.partner
    taken = {end for each in canvas.links_of.get(note_id, ()) for end in (each.source, each.target)}
    return tuple(note.id for note in canvas.in_section(partner) if note.id not in taken)


def why_not(canvas: ValuePropositionCanvas, one_id: str, other_id: str) -> str | None:
    """Say to the user why two notes cannot be linked; None where they can."""
    one, other = canvas.note_by_id.get(one_id), canvas.note_by_id.get(other_id)
    if one is None or other is None:
        return translate("Link", "Only notes on the same canvas can be linked.")
    if one_id == other_id:
        return translate("Link", "A note cannot be linked with itself.")
    if link_between(canvas, one_id, other_id):
        return translate("Link", "These two notes are already linked.")
    if why_not_linked(one, other):
        return _illegal(one, other)
    return None


def _illegal(one: Note, other: Note) -> str:
    if one.section.half is other.section.half:
        if one.section.half is Half.CIRCLE:
            return translate("Link", "Both notes lie in the circle. A link starts in the square.")
        return translate("Link", "Both notes lie in the square. A link ends in the circle.")
    source, _ = _ends(one, other)
    return partners_only(source.section)


def partners_only(section: Section) -> str:
    """Say to the user which other section's notes those of `section` can be linked with."""
    return {
        Section.JOBS: translate("Link", "Customer jobs are answered only by products and services."),
        Section.PAINS: translate("Link", "Pains are answered only by pain relievers."),
        Section.GAINS: translate("Link", "Gains are answered only by gain creators."),
        Section.PRODUCTS: translate("Link", "Products and services answer only customer jobs."),
        Section.RELIEVERS: translate("Link", "Pain relievers answer only pains."),
        Section.CREATORS: translate("Link", "Gain creators answer only gains."),
    }[section]


def _ends(one: Note, other: Note) -> tuple[Note, Note]:
    return (one, other) if one.section in ANSWERS else (other, one)
