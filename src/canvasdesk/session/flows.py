"""What the user does with flows: send notes to the business model, link, follow, remark, review.

As with the commands for notes, each makes at most one step and gives a sentence to say, or None.
"""

from collections.abc import Collection

from canvasdesk.drawing.naming import block_name
from canvasdesk.editing import deletion, flows
from canvasdesk.model.business import Block
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.attempt import attempt, merging, one_or_many
from canvasdesk.session.document import Document
from canvasdesk.session.entries import free_places
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate


def send(document: Document, note_ids: Collection[str], block: Block) -> tuple[str | None, tuple[str, ...]]:
    """Make an entry in `block` of each of these notes, with a flow between the two.

    Gives a refusal or None, and the ids of the new entries.
    """
    name, made = block_name(block), list[str]()
    label = one_or_many(
        len(note_ids),
        translate("Step", "Send note to {block}", block=name),
        translate("Step", "Send %n notes to {block}", count=len(note_ids), block=name),
    )

    def sent(workspace: Workspace) -> Workspace:
        for note_id in note_ids:
            (place,) = free_places(workspace, block, [workspace.note_by_id[note_id].text])
            workspace, entry_id = flows.make_entry_from(workspace, note_id, block, place)
            made.append(entry_id)
        return workspace

    refusal = attempt(document, label, sent)
    return refusal, () if refusal else tuple(made)


def link(document: Document, note_ids: Collection[str], entry_id: str) -> str | None:
    """Let flows join an entry with each of these notes."""

    def linked(workspace: Workspace) -> Workspace:
        for note_id in note_ids:
            workspace = flows.link_entry(workspace, note_id, entry_id)
        return workspace

    return attempt(document, translate("Step", "Link with the business model"), linked)


def edit_flow(document: Document, flow_id: str, **fields: object) -> str | None:
    """Give the remark on a flow another text; strokes merge into one step."""
    return attempt(
        document,
        translate("Step", "Edit flow"),
        lambda workspace: flows.edit_flow(workspace, flow_id, **fields),
        merging("remark", [flow_id]),
    )


def remove(document: Document, flow_id: str) -> str | None:
    """Take a flow away; both its ends stay."""
    return attempt(
        document,
        translate("Step", "Remove flow"),
        lambda workspace: deletion.delete(workspace, [flow_id]),
    )


def review(document: Document, flow_ids: Collection[str]) -> str | None:
    """Say that what the ends of flows say now is fine."""
    label = one_or_many(
        len(flow_ids),
        translate("Step", "Review flow"),
        translate("Step", "Review %n flows", count=len(flow_ids)),
    )
    return attempt(document, label, lambda workspace: flows.review(workspace, flow_ids))


def review_held(document: Document, selection: Selection) -> str | None:
    """Say that the flows of the note or entry with the focus are fine."""
    held = document.workspace.flows_of.get(selection.focus or "", ())
    return review(document, [flow.id for flow in held if flow in document.workspace.to_review])


def follow(document: Document, selection: Selection) -> None:
    """Go to the other end of a flow of what has the focus, and from there on along the next flow.

    Where the other end has no flow but this, going on leads back, and then to the end of the next.
    """
    focus = selection.focus or ""
    there = document.workspace.flows_of.get(focus, ())
    if there:
        ids = [flow.id for flow in there]
        flow = there[(ids.index(selection.followed) + 1) % len(ids) if selection.followed in ids else 0]
        selection.followed = flow.id
        selection.show_part(flow.canvas_end if flow.business_end == focus else flow.business_end)
