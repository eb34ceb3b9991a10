"""What happens to flows: what a note sends to the business model, what serves or limits it, and reviews."""

from collections.abc import Collection

from canvasdesk.editing.business import add_entries
from canvasdesk.editing.notes import Place, within_reach
from canvasdesk.editing.whole import EditError, check_known, edited, keep_out, same
from canvasdesk.model.business import Block, Entry
from canvasdesk.model.flows import Flow, Relation, Seen, relation_between
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Half, Section
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

_BLOCKS = {
    Section.JOBS: (Block.ACTIVITIES, Block.RESOURCES, Block.CHANNELS, Block.RELATIONSHIPS, Block.REVENUE),
    Section.PAINS: (Block.RELATIONSHIPS, Block.CHANNELS, Block.REVENUE, Block.ACTIVITIES, Block.RESOURCES),
    Section.GAINS: (Block.REVENUE, Block.CHANNELS, Block.RELATIONSHIPS, Block.ACTIVITIES, Block.RESOURCES),
}


def blocks_for(section: Section) -> tuple[Block, ...]:
    """Give the blocks to which a note of `section` can be sent, the one that fits best first."""
    return _BLOCKS.get(section, (Block.PROPOSITIONS,))


def add_flow(workspace: Workspace, flow: Flow) -> Workspace:
    """Give `workspace` with one more flow, reviewed as it is made.

    Where the same ends are joined that way already, all stays as it is. Raises `KeyError` for an end that is
    nowhere.
    """
    known = {(each.relation, each.business_end, each.canvas_end) for each in workspace.flows}
    if (flow.relation, flow.business_end, flow.canvas_end) in known:
        return workspace
    return evolve(workspace, flows=(*workspace.flows, evolve(flow, **_both_seen(workspace, flow))))


def make_entry_from(workspace: Workspace, note_id: str, block: Block, place: Place) -> tuple[Workspace, str]:
    """Give `workspace` with an entry that says what a note says, for its segment, and the entry's id.

    A flow joins the two. `place` is in canvas units, from where the notes of the block begin. Raises
    `EditError` where no flow joins that block with the note.
    """
    note = workspace.note_by_id[note_id]
    relation = _relation(block, note)
    (segment,) = (each for each in workspace.segments if note_id in each.ids)
    x, y = within_reach(place)
    entry = Entry(block=block, text=note.text, x=x, y=y, segment_ids=(segment.id,))
    flow = Flow(relation=relation, business_end=entry.id, canvas_end=note_id)
    return add_flow(add_entries(workspace, [entry]), flow), entry.id


def link_entry(workspace: Workspace, note_id: str, entry_id: str) -> Workspace:
    """Give `workspace` with a flow between an entry and a note; their block and section decide what it says.

    Raises `EditError` where none can join them.
    """
    note, entry = workspace.note_by_id[note_id], workspace.entry_by_id[entry_id]
    relation = _relation(entry.block, note)
    return add_flow(workspace, Flow(relation=relation, business_end=entry_id, canvas_end=note_id))


def edit_flow(workspace: Workspace, flow_id: str, **fields: object) -> Workspace:
    """Give `workspace` with the remark on a flow changed; `KeyError` for a flow that is nowhere."""
    keep_out(fields, "id", "relation", "business_end", "canvas_end", "business_seen", "canvas_seen")
    check_known([flow_id], {flow.id for flow in workspace.flows})
    return _with_flows(workspace, edited(workspace.flows, {flow_id: fields}))


def review(workspace: Workspace, flow_ids: Collection[str]) -> Workspace:
    """Give `workspace` with flows reviewed: what their ends say now is fine."""
    check_known(flow_ids, {flow.id for flow in workspace.flows})
    wanted = set(flow_ids)
    changes = {flow.id: _both_seen(workspace, flow) for flow in workspace.flows if flow.id in wanted}
    return _with_flows(workspace, edited(workspace.flows, changes))


def _with_flows(workspace: Workspace, flows: tuple[Flow, ...]) -> Workspace:
    return workspace if same(flows, workspace.flows) else evolve(workspace, flows=flows)


def _seen(workspace: Workspace, end_id: str) -> Seen:
    text, figure = workspace.says(end_id)
    return Seen(text=text, figure=figure)


def _both_seen(workspace: Workspace, flow: Flow) -> dict[str, object]:
    return {
        "business_seen": _seen(workspace, flow.business_end),
        "canvas_seen": _seen(workspace, flow.canvas_end),
    }


def _relation(block: Block, note: Note) -> Relation:
    if relation := relation_between(block, note.section):
        return relation
    if note.section.half is Half.CIRCLE:
        raise EditError(
            translate(
                "Flow",
                "Jobs, pains and gains drive only activities, resources, channels, relationships and"
                " revenue.",
            )
        )
    raise EditError(
        translate(
            "Flow",
            "What is in the square is summarised in value propositions, enabled by resources, activities and"
            " partners, and limited by costs.",
        )
    )
