"""Actions for stakeholder roles, in two submenus of the menu Segment: new ones, and that of the canvas."""

from collections.abc import Callable

from canvasdesk.drawing.naming import role_name
from canvasdesk.model.canvas import Role
from canvasdesk.session import roles
from canvasdesk.windows.actions.action import Action
from canvasdesk.windows.desk import Desk
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate


def add_role_actions() -> tuple[Action, ...]:
    """Give the rows that add a role to the segment meant."""
    return tuple(_add(role) for role in Role)


def role_actions() -> tuple[Action, ...]:
    """Give the rows for the role that the canvas shown belongs to."""
    return (*(_be(role) for role in Role), *_who(), *_place(), *_whole())


def _add(role: Role) -> Action:
    return Action(
        f"segment.role.{role.name.lower()}",
        role_name(role),
        "segment/role",
        lambda desk: desk.add_role(role),
        name=translate("Actions", "Add role: {role}", role=role_name(role)),
        tip=translate("Actions", "Add a canvas for somebody who has a say in this segment"),
        enabled=lambda now: now.writable and now.segment,
    )


def _be(role: Role) -> Action:
    return Action(
        f"role.is.{role.name.lower()}",
        role_name(role),
        "segment/own",
        _with_canvas(lambda desk, canvas_id: roles.edit_role(desk.document, canvas_id, role=role)),
        name=translate("Actions", "This canvas is for: {role}", role=role_name(role)),
        tip=translate("Actions", "Say which part the customer of this canvas plays"),
        enabled=lambda now: now.editable,
        checked=lambda now: now.role is role,
    )


def _who() -> tuple[Action, ...]:
    return (
        Action(
            "role.veto",
            translate("Actions", "Can stop the &sale"),
            "segment/own",
            _with_canvas(_toggle_veto),
            name=translate("Actions", "Role: can stop the sale"),
            tip=translate("Actions", "The sale needs them: the lowest of these canvases is the deal fit"),
            enabled=_has_role,
            checked=lambda now: now.veto,
            begins=True,
        ),
        Action(
            "role.rename",
            translate("Actions", "Rena&me"),
            "segment/own",
            lambda desk: desk.doors.rename(desk.selection.canvas_id or ""),
            name=translate("Actions", "Role: rename"),
            tip=translate("Actions", "Give this stakeholder another name"),
            enabled=_has_role,
        ),
    )


def _place() -> tuple[Action, ...]:
    return (
        Action(
            "role.up",
            translate("Actions", "Move u&p"),
            "segment/own",
            _with_canvas(lambda desk, canvas_id: roles.step(desk.document, canvas_id, -1)),
            name=translate("Actions", "Role: move up"),
            tip=translate("Actions", "Put this role before the one above"),
            enabled=_among_others,
        ),
        Action(
            "role.down",
            translate("Actions", "Move d&own"),
            "segment/own",
            _with_canvas(lambda desk, canvas_id: roles.step(desk.document, canvas_id, 1)),
            name=translate("Actions", "Role: move down"),
            tip=translate("Actions", "Put this role behind the one below"),
            enabled=_among_others,
        ),
    )


def _whole() -> tuple[Action, ...]:
    return (
        Action(
            "role.duplicate",
            translate("Actions", "D&uplicate role"),
            "segment/own",
            _with_canvas(lambda desk, canvas_id: roles.duplicate(desk.document, desk.selection, canvas_id)),
            icon="duplicate",
            tip=translate("Actions", "Copy this canvas within its segment"),
            enabled=_has_role,
            begins=True,
        ),
        Action(
            "role.delete",
            translate("Actions", "&Delete role"),
            "segment/own",
            _with_canvas(lambda desk, canvas_id: roles.remove(desk.document, canvas_id)),
            icon="delete",
            tip=translate("Actions", "Delete this role with its canvas; the segment keeps one"),
            enabled=_among_others,
        ),
    )


def _with_canvas(command: Callable[[Desk, str], str | None]) -> Callable[[Desk], None]:
    """Give what runs a command for the canvas shown and shows what it says."""

    def run(desk: Desk) -> None:
        if canvas_id := desk.selection.canvas_id:
            desk.do(lambda _document, _selection: command(desk, canvas_id))

    return run


def _toggle_veto(desk: Desk, canvas_id: str) -> str | None:
    who = desk.document.workspace.canvas_by_id[canvas_id].stakeholder
    return roles.edit_role(desk.document, canvas_id, veto=not who.veto) if who else None


def _has_role(now: Situation) -> bool:
    return now.editable and now.role is not None


def _among_others(now: Situation) -> bool:
    return now.editable and now.roles > 1
