"""What a row of the segments panel tells of a segment or a role."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from canvasdesk.drawing.naming import describe_segment, listed, role_name, share_name, verdict_name
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import Fit
from canvasdesk.model.quoting import one_line
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.session.roles import stakeholder_name
from canvasdesk.words import translate

ROW = Qt.ItemDataRole.UserRole + 1
"""Where a tree keeps the `Row` of an item."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a row tells; `written` is the name as it can be edited, `facts` stand below it.

    `said` is the whole of it in a sentence; `opens` says that there are roles in it, `role` that it is one.
    """

    name: str
    written: str
    facts: tuple[str, ...]
    share: float | None
    said: str
    colour: str | None = None
    primary: bool = False
    veto: bool = False
    opens: bool = False
    role: bool = False


def has_roles(segment: CustomerSegment) -> bool:
    """Say whether the canvases of a segment belong to stakeholders."""
    return len(segment.canvases) > 1 or segment.canvases[0].stakeholder is not None


def segment_row(segment: CustomerSegment, figures: Fit, deal: Fit | None) -> Row:
    """Give the row of a segment; `figures` are those of its first canvas, `deal` those of the worst veto."""
    roles = has_roles(segment)
    facts = [translate("Segment", "%n role(s)", count=len(segment.canvases))] if roles else []
    told = [*describe_segment(segment), *_fit_facts(segment.canvases[0], figures)]
    if deal is not None:
        said = translate("Segments", "deal fit {share}", share=share_name(deal.on_paper))
        facts.append(said)
        told.append(said)
    else:
        facts.append(_verdict(segment.canvases[0], figures))
        if not roles and segment.canvases[0].notes:
            facts.append(translate("Segments", "%n note(s)", count=len(segment.canvases[0].notes)))
    return Row(
        name=one_line(segment.name) or translate("Segments", "Unnamed segment"),
        written=segment.name,
        facts=tuple(facts),
        share=figures.on_paper,
        said=listed(told),
        colour=segment.colour,
        primary=segment.priority is Priority.PRIMARY,
        opens=roles,
    )


def role_row(canvas: ValuePropositionCanvas, figures: Fit) -> Row:
    """Give the row of a role."""
    who = canvas.stakeholder
    facts = [role_name(who.role)] if who and who.name.strip() else []
    told = [role_name(who.role)] if who else []
    if who and who.veto:
        facts.append(translate("Segments", "veto"))
        told.append(translate("Segments", "can stop the sale"))
    facts.append(_verdict(canvas, figures))
    return Row(
        name=stakeholder_name(canvas),
        written=who.name if who else "",
        facts=tuple(facts),
        share=figures.on_paper,
        said=listed([*told, *_fit_facts(canvas, figures)]),
        veto=who is not None and who.veto,
        role=True,
    )


def _verdict(canvas: ValuePropositionCanvas, figures: Fit) -> str:
    return verdict_name(figures.verdict) if canvas.notes else translate("Segments", "Not mapped yet")


def _fit_facts(canvas: ValuePropositionCanvas, figures: Fit) -> list[str]:
    verdict = _verdict(canvas, figures)
    return [verdict] if figures.on_paper is None else [share_name(figures.on_paper), verdict]
