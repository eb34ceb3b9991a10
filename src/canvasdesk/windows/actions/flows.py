"""Actions of the menu Flows inside Business model: sending, linking, following and reviewing."""

from canvasdesk.session import flows
from canvasdesk.windows.actions.action import Action, Where
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate


def flow_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return (*_making(), *_following(), *_reviewing())


def _making() -> tuple[Action, ...]:
    return (
        Action(
            "flow.send",
            translate("Actions", "&Send to business model…"),
            "model/flow",
            lambda desk: desk.doors.send_to_model(),
            keys=("Ctrl+Shift+M",),
            tip=translate(
                "Actions", "Make notes of the business model from the selected ones, or link them there"
            ),
            enabled=lambda now: now.editable and now.notes > 0,
            where=Where.CANVAS,
        ),
        Action(
            "flow.link",
            translate("Actions", "&Link to a note…"),
            "model/flow",
            lambda desk: desk.doors.link_entry(),
            keys=("Ctrl+Shift+M",),
            name=translate("Actions", "Link a note of the business model to one on a canvas"),
            tip=translate(
                "Actions", "Choose what on the canvases this enables, limits, sums up or is driven by"
            ),
            enabled=lambda now: now.on_model and now.writable and now.entries == 1,
            where=Where.CANVAS,
        ),
    )


def _following() -> tuple[Action, ...]:
    return (
        Action(
            "flow.follow",
            translate("Actions", "&Go to the other end"),
            "model/flow",
            lambda desk: flows.follow(desk.document, desk.selection),
            keys=("Ctrl+G",),
            name=translate("Actions", "Go to the other end of a flow"),
            tip=translate("Actions", "Follow the flows of the note with the focus, one after the other"),
            enabled=lambda now: now.flows > 0,
            begins=True,
        ),
        Action(
            "flow.back",
            translate("Actions", "Go &back"),
            "model/flow",
            lambda desk: desk.selection.go_back(),
            keys=("Alt+Left",),
            name=translate("Actions", "Go back to where you came from"),
            tip=translate("Actions", "Return from where a flow, a search or the review led"),
            enabled=lambda now: now.back,
        ),
    )


def _reviewing() -> tuple[Action, ...]:
    return (
        Action(
            "flow.fine",
            translate("Actions", "Looks &fine"),
            "model/flow",
            lambda desk: desk.do(flows.review_held),
            keys=("Y",),
            name=translate("Actions", "Flows of this note: looks fine"),
            tip=translate("Actions", "Say that the flows of this note still hold after what changed"),
            enabled=_reviewable,
            where=Where.CANVAS,
            begins=True,
        ),
        Action(
            "flow.review",
            translate("Actions", "&Review queue"),
            "model/flow",
            lambda desk: desk.sides.show_review(),
            keys=("Ctrl+Shift+R",),
            name=translate("Actions", "Show the review queue"),
            tip=translate("Actions", "All flows of which one end changed since somebody looked at both"),
        ),
    )


def _reviewable(now: Situation) -> bool:
    return now.writable and now.reviews > 0
