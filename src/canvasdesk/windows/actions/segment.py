"""Actions of the menu Segment."""

from canvasdesk.drawing.naming import role_name
from canvasdesk.model.canvas import Role
from canvasdesk.windows.actions.action import Action
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate


def segment_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return (
        Action(
            "segment.add",
            translate("Actions", "&Add segment"),
            "segment",
            lambda desk: desk.add_segment(),
            keys=("Ctrl+Shift+N",),
            icon="segment",
            tip=translate("Actions", "Add a customer segment with a canvas of its own"),
            enabled=lambda now: not now.read_only,
        ),
        *(_add_role(role) for role in Role),
        Action(
            "segment.details",
            translate("Actions", "&Name and details"),
            "segment",
            lambda desk: desk.show_canvas_details(),
            name=translate("Actions", "Segment: name and details"),
            tip=translate("Actions", "Who the customer is, and everything else about this canvas"),
            enabled=lambda now: now.has_canvas,
        ),
        Action(
            "segment.statement",
            translate("Actions", "&Value proposition"),
            "segment",
            lambda desk: desk.edit_statement(),
            name=translate("Actions", "Edit the value proposition"),
            tip=translate(
                "Actions", "Write the sentence below the canvas, or leave it to the heaviest notes"
            ),
            enabled=lambda now: now.editable,
        ),
        Action(
            "segment.delete",
            translate("Actions", "&Delete segment"),
            "segment",
            lambda desk: desk.delete_segment(),
            tip=translate("Actions", "Delete this segment with all its canvases"),
            enabled=_segment_meant,
            begins=True,
        ),
    )


def _add_role(role: Role) -> Action:
    return Action(
        f"segment.role.{role.name.lower()}",
        role_name(role),
        "segment/role",
        lambda desk: desk.add_role(role),
        name=translate("Actions", "Add role: {role}", role=role_name(role)),
        tip=translate("Actions", "Add a canvas for somebody who has a say in this segment"),
        enabled=_segment_meant,
    )


def _segment_meant(now: Situation) -> bool:
    return now.writable and now.segment
