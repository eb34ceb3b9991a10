"""What happens to the entries of the business model."""

from collections.abc import Collection, Iterable, Mapping

from canvasdesk.editing.deletion import delete
from canvasdesk.editing.notes import Place, within_reach
from canvasdesk.editing.whole import Changes, altered, check_known, edited, keep_out, same
from canvasdesk.model.business import MONEY_BLOCKS, Block, Entry
from canvasdesk.model.flows import FLOW_ENDS, Relation
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace


def edit_model(workspace: Workspace, **fields: object) -> Workspace:
    """Give `workspace` with name or purpose of the business model changed."""
    keep_out(fields, "id", "entries")
    return evolve(workspace, business_model=altered(workspace.business_model, fields))


def add_entries(workspace: Workspace, entries: Iterable[Entry]) -> Workspace:
    """Give `workspace` with entries at the end of the business model."""
    return _with_entries(workspace, (*workspace.business_model.entries, *entries))


def edit_entries(workspace: Workspace, changes: Changes) -> Workspace:
    """Give `workspace` with fields of entries changed, their places too.

    Raises `TypeError` for `id` and `block` (see `move_to_block`), `KeyError` for an entry that is nowhere.
    """
    for fields in changes.values():
        keep_out(fields, "id", "block")
    check_known(changes, workspace.entry_by_id)
    return _with_entries(workspace, edited(workspace.business_model.entries, changes))


def set_segment(
    workspace: Workspace, entry_ids: Collection[str], segment_id: str, *, meant: bool
) -> Workspace:
    """Give `workspace` with entries that are for a segment too, or no longer for it."""
    changes = {}
    for entry_id in entry_ids:
        others = [each for each in workspace.entry_by_id[entry_id].segment_ids if each != segment_id]
        wanted = {*others, segment_id} if meant else others
        changes[entry_id] = {"segment_ids": tuple(each for each in workspace.segment_by_id if each in wanted)}
    return edit_entries(workspace, changes)


def move_to_block(workspace: Workspace, entry_ids: Collection[str], block: Block) -> Workspace:
    """Give `workspace` with entries in another block.

    What makes no sense there goes in the same step: amount, relationship, flows that join other blocks.
    """
    check_known(entry_ids, workspace.entry_by_id)
    lost = [
        flow.id
        for flow in workspace.flows
        if flow.relation is not Relation.TARGETS
        and flow.business_end in entry_ids
        and block not in FLOW_ENDS[flow.relation][0]
    ]
    fields: dict[str, object] = {"block": block}
    if block not in MONEY_BLOCKS:
        fields["amount"] = None
    if block is not Block.RELATIONSHIPS:
        fields["relationship"] = None
    entries = edited(workspace.business_model.entries, dict.fromkeys(entry_ids, fields))
    return _with_entries(delete(workspace, lost), entries)


def place_entries(
    workspace: Workspace, blocks: Mapping[str, Block], places: Mapping[str, Place]
) -> Workspace:
    """Give `workspace` with entries in these blocks and at these places in them, both by entry id."""
    for block in dict.fromkeys(blocks.values()):
        workspace = move_to_block(workspace, [each for each, to in blocks.items() if to is block], block)
    kept = {entry_id: within_reach(place) for entry_id, place in places.items()}
    return edit_entries(workspace, {entry_id: {"x": x, "y": y} for entry_id, (x, y) in kept.items()})


def _with_entries(workspace: Workspace, entries: tuple[Entry, ...]) -> Workspace:
    old = workspace.business_model
    return (
        workspace
        if same(entries, old.entries)
        else evolve(workspace, business_model=evolve(old, entries=entries))
    )
