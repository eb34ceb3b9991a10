"""What flows claim, where their ends lie and what changed there, in the words people read."""

from canvasdesk.drawing.naming import amount_name, block_name, role_name, section_name
from canvasdesk.model.flows import Flow, Relation
from canvasdesk.model.quoting import isolated, one_line
from canvasdesk.model.reviews import ChangedEnd, changed_ends
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate


def other_end(flow: Flow, end_id: str) -> str:
    """Give the end of a flow that is not `end_id`."""
    return flow.canvas_end if flow.business_end == end_id else flow.business_end


def describe_flow(workspace: Workspace, flow: Flow, end_id: str) -> str:
    """Say what a flow between entry and note claims, seen from its end `end_id`."""
    other = other_end(flow, end_id)
    end, place = end_quoted(workspace, other), end_place(workspace, other)
    if flow.business_end == end_id:
        return {
            Relation.ENABLES: translate("Flow", "enables “{end}” · {place}", end=end, place=place),
            Relation.LIMITS: translate("Flow", "limits “{end}” · {place}", end=end, place=place),
            Relation.SUMMARISED_FROM: translate(
                "Flow", "summarised from “{end}” · {place}", end=end, place=place
            ),
            Relation.DRIVES: translate("Flow", "driven by “{end}” · {place}", end=end, place=place),
        }[flow.relation]
    return {
        Relation.ENABLES: translate("Flow", "enabled by “{end}” · {place}", end=end, place=place),
        Relation.LIMITS: translate("Flow", "limited by “{end}” · {place}", end=end, place=place),
        Relation.SUMMARISED_FROM: translate("Flow", "summarised in “{end}” · {place}", end=end, place=place),
        Relation.DRIVES: translate("Flow", "drives “{end}” · {place}", end=end, place=place),
    }[flow.relation]


def describe_note_end(workspace: Workspace, note_id: str) -> str:
    """Give what a note says, and for whom its canvas is."""
    end, place = end_quoted(workspace, note_id), end_place(workspace, note_id)
    return translate("Flow", "“{end}” · {place}", end=end, place=place)


def end_quoted(workspace: Workspace, end_id: str) -> str:
    """Give what an entry or note says, for quotation marks around it."""
    return _quoted((workspace.entry_by_id.get(end_id) or workspace.note_by_id[end_id]).text)


def end_place(workspace: Workspace, end_id: str) -> str:
    """Give the block of an entry, or for whom the canvas of a note is."""
    if entry := workspace.entry_by_id.get(end_id):
        return block_name(entry.block)
    canvas = workspace.canvas_of(end_id)
    return canvas_name(workspace, canvas.id) if canvas else ""


def canvas_name(workspace: Workspace, canvas_id: str) -> str:
    """Give the name of the segment a canvas is for, with the role where it has one."""
    segment, stakeholder = workspace.segment_of[canvas_id], workspace.canvas_by_id[canvas_id].stakeholder
    name = one_line(segment.name) or translate("Canvas", "Unnamed segment")
    if stakeholder is None:
        return name
    return translate("Canvas", "{segment} · {role}", segment=name, role=role_name(stakeholder.role))


def describe_changes(workspace: Workspace, flow: Flow) -> list[str]:
    """Say of the ends of `flow` what they said at its last review and what they say now, where it differs."""
    return [said for change in changed_ends(flow, workspace.says) for said in _changes(workspace, change)]


def _changes(workspace: Workspace, change: ChangedEnd) -> list[str]:
    entry, before, now = workspace.entry_by_id.get(change.end_id), change.before, change.now
    name = block_name(entry.block) if entry else section_name(workspace.note_by_id[change.end_id].section)
    said = []
    if before.text != now.text:
        was, new = _quoted(before.text), _quoted(now.text)
        said.append(translate("Flow", "{name}: was “{was}”, now “{new}”", name=name, was=was, new=new))
    if before.figure != now.figure and entry:
        was, new = _amount(before.figure), _amount(now.figure)
        said.append(translate("Flow", "{name}: was {was}, now {new}", name=name, was=was, new=new))
    elif before.figure != now.figure:
        was, new = _rank(before.figure), _rank(now.figure)
        said.append(translate("Flow", "{name}: was {was}, now {new}", name=name, was=was, new=new))
    return said


def _quoted(text: str) -> str:
    return isolated(one_line(text)) or translate("Quotation", "empty note")


def _amount(figure: float | None) -> str:
    if figure is None:
        return translate("Flow", "without an amount")
    return translate("Entry", "{amount} a year", amount=amount_name(figure))


def _rank(figure: float | None) -> str:
    if figure is None:
        return translate("Note", "unranked")
    return translate("Flow", "{number} of 5", number=round(figure))
