"""Actions of the menu View."""

from canvasdesk.session.settings import REDUCE_MOTION, SNAP, THEME
from canvasdesk.windows.actions.action import Action, plain
from canvasdesk.words import translate

STEP = 1.25  # of one zoom by key


def view_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return (*_zoom(), *_sides(), *_parts(), *_ways(), *_themes(), *_habits())


def _zoom() -> tuple[Action, ...]:
    return (
        Action(
            "view.zoom_in",
            translate("Actions", "Zoom &in"),
            "view",
            lambda desk: desk.view.zoom_by(STEP),
            keys=("Ctrl++", "Ctrl+="),
            icon="zoom-in",
            tip=translate("Actions", "Make everything larger"),
        ),
        Action(
            "view.zoom_out",
            translate("Actions", "Zoom &out"),
            "view",
            lambda desk: desk.view.zoom_by(1 / STEP),
            keys=("Ctrl+-",),
            icon="zoom-out",
            tip=translate("Actions", "Make everything smaller"),
        ),
        Action(
            "view.actual",
            translate("Actions", "&100 %"),
            "view",
            lambda desk: desk.view.zoom_actual(),
            keys=("Ctrl+0",),
            name=translate("Actions", "Zoom to 100 %"),
            tip=translate("Actions", "Show everything in its own size"),
        ),
        Action(
            "view.fit",
            translate("Actions", "&Whole canvas"),
            "view",
            lambda desk: desk.view.fit(),
            keys=("Shift+1",),
            icon="fit-view",
            name=translate("Actions", "Show the whole canvas"),
            tip=translate("Actions", "Show the whole canvas"),
        ),
        Action(
            "view.selection",
            translate("Actions", "&Selection"),
            "view",
            lambda desk: desk.view.zoom_to_selection(),
            keys=("Shift+2",),
            name=translate("Actions", "Zoom to the selection"),
            tip=translate("Actions", "Zoom to what is selected"),
            enabled=lambda now: now.cards + now.links > 0,
        ),
    )


def _sides() -> tuple[Action, ...]:
    return (
        Action(
            "view.left",
            translate("Actions", "&Left side"),
            "view",
            lambda desk: desk.sides.fold_left(away=not desk.sides.left_folded),
            keys=("Ctrl+F9",),
            icon="panel-left",
            name=translate("Actions", "Fold the left side"),
            tip=translate("Actions", "Show or fold away segments and outline"),
            checked=lambda now: not now.window.left_folded,
            begins=True,
        ),
        Action(
            "view.right",
            translate("Actions", "&Right side"),
            "view",
            lambda desk: desk.sides.fold_right(away=not desk.sides.right_folded),
            keys=("Shift+F9",),
            icon="panel-right",
            name=translate("Actions", "Fold the right side"),
            tip=translate("Actions", "Show or fold away details and fit"),
            checked=lambda now: not now.window.right_folded,
        ),
        Action(
            "view.both",
            translate("Actions", "&Both sides"),
            "view",
            lambda desk: desk.sides.fold_both(),
            keys=("F9",),
            name=translate("Actions", "Fold both sides"),
            tip=translate("Actions", "Fold both sides away, or bring both back"),
        ),
    )


def _parts() -> tuple[Action, ...]:
    return (
        Action(
            "view.outline",
            translate("Actions", "Outlin&e"),
            "view",
            lambda desk: desk.sides.show_outline(),
            keys=("Ctrl+Shift+O",),
            icon="outline",
            name=translate("Actions", "Show the outline"),
            tip=translate("Actions", "All sections and notes as a list"),
        ),
        Action(
            "view.details",
            translate("Actions", "&Details"),
            "view",
            lambda desk: desk.sides.show_details(),
            keys=("Ctrl+I",),
            icon="info",
            name=translate("Actions", "Show the details"),
            tip=translate("Actions", "Everything about what is selected"),
        ),
        Action(
            "view.explain",
            translate("Actions", "Explain the &fit"),
            "view",
            lambda desk: desk.sides.show_fit(),
            keys=("Ctrl+Shift+E",),
            icon="fit",
            tip=translate("Actions", "One sentence a note: what is answered and what is missing"),
            enabled=lambda now: now.has_canvas,
        ),
    )


def _ways() -> tuple[Action, ...]:
    return (
        Action(
            "view.next_part",
            translate("Actions", "&Next part of the window"),
            "view",
            lambda desk: desk.doors.next_part(),
            keys=("Ctrl+Tab",),
            tip=translate("Actions", "Take the keyboard from the canvas to the panels and back"),
        ),
        Action(
            "view.commands",
            translate("Actions", "&Commands and notes…"),
            "view",
            lambda desk: desk.doors.commands(),
            keys=("Ctrl+K",),
            icon="search",
            tip=translate("Actions", "Run any command or find a note by a few letters"),
            begins=True,
        ),
    )


def _themes() -> tuple[Action, ...]:
    shown = {
        "system": translate("Actions", "As the &system"),
        "light": translate("Actions", "&Light"),
        "dark": translate("Actions", "&Dark"),
        "contrast": translate("Actions", "High &contrast"),
    }
    return tuple(_theme(name, text) for name, text in shown.items())


def _theme(name: str, text: str) -> Action:
    return Action(
        f"view.theme.{name}",
        text,
        "view/theme",
        lambda desk: desk.settings.set(THEME, name),
        name=translate("Actions", "Theme: {theme}", theme=plain(text)),
        tip=translate("Actions", "Colours of the window and the canvas"),
        checked=lambda now: now.window.theme == name,
    )


def _habits() -> tuple[Action, ...]:
    return (
        Action(
            "view.snap",
            translate("Actions", "Sna&p to neighbours"),
            "view",
            lambda desk: desk.settings.set(SNAP, not desk.settings.get(SNAP)),
            tip=translate("Actions", "Let dragged notes line up; Alt suspends it"),
            checked=lambda now: now.window.snap,
            begins=True,
        ),
        Action(
            "view.motion",
            translate("Actions", "Reduce &motion"),
            "view",
            lambda desk: desk.settings.set(REDUCE_MOTION, not desk.settings.get(REDUCE_MOTION)),
            tip=translate("Actions", "Change at once, without moving pictures"),
            checked=lambda now: now.window.reduce_motion,
        ),
        Action(
            "view.full_screen",
            translate("Actions", "F&ull screen"),
            "view",
            lambda desk: desk.doors.full_screen(),
            keys=("F11",),
            tip=translate("Actions", "Use the whole screen"),
            enabled=lambda now: not now.window.shown.presenting,
            checked=lambda now: now.window.full_screen,
        ),
    )
