"""Actions of the menu Help."""

from canvasdesk.windows.actions.action import Action
from canvasdesk.words import translate


def help_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return (
        Action(
            "help.shortcuts",
            translate("Actions", "&Keyboard shortcuts"),
            "help",
            lambda desk: desk.doors.show_shortcuts(),
            keys=("F1",),
            icon="help",
            tip=translate("Actions", "Every action and its keys"),
        ),
        Action(
            "help.guide",
            translate("Actions", "&Guide me"),
            "help",
            lambda desk: desk.doors.toggle_guide(),
            tip=translate("Actions", "Show the next step above what you see"),
            enabled=lambda now: not now.read_only,
            checked=lambda now: now.window.guided,
        ),
        Action(
            "help.about",
            translate("Actions", "&About canvasdesk"),
            "help",
            lambda desk: desk.doors.show_about(),
            icon="canvasdesk",
            tip=translate("Actions", "Version, credits and licence"),
            begins=True,
        ),
    )
