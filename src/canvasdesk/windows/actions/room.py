"""Actions of the menu Room: looking at the canvas together."""

from canvasdesk.drawing.naming import section_name
from canvasdesk.model.sessions import Frame
from canvasdesk.session.settings import POINTER_SIZE, POINTER_SIZES
from canvasdesk.session.stops import Stop
from canvasdesk.windows.actions.action import Action, plain
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate


def room_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return (*_windows(), *_walk(), *map(_frame, Frame), *_sent(), *_lights(), *_pointers(), *_reading())


def _before_a_room(now: Situation) -> bool:
    return now.window.shown.presenting or now.window.shown.audience


def _windows() -> tuple[Action, ...]:
    return (
        Action(
            "room.present",
            translate("Actions", "&Present"),
            "room",
            lambda desk: desk.room.stage.present.toggle(),
            keys=("F5",),
            icon="present",
            tip=translate("Actions", "Fill the screen with the canvas, still to be worked on; Esc leaves"),
            checked=lambda now: now.window.shown.presenting,
        ),
        Action(
            "room.audience",
            translate("Actions", "&Audience window"),
            "room",
            lambda desk: desk.room.stage.toggle_audience(),
            keys=("F6",),
            tip=translate("Actions", "A window for the projector that shows only what you send it"),
            checked=lambda now: now.window.shown.audience,
        ),
        Action(
            "room.screen",
            translate("Actions", "To the ne&xt screen"),
            "room",
            lambda desk: desk.room.stage.next_screen(),
            keys=("Shift+F6",),
            name=translate("Actions", "Show the room’s window on the next screen"),
            tip=translate("Actions", "Take the audience window, or the present view, to the next screen"),
            enabled=_before_a_room,
        ),
    )


def _walk() -> tuple[Action, ...]:
    return (
        Action(
            "room.next",
            translate("Actions", "&Next frame"),
            "room",
            lambda desk: desk.room.stage.walk(1),
            keys=("PgDown",),
            tip=translate("Actions", "Overview, sections, links one by one, fit"),
            enabled=_before_a_room,
            begins=True,
        ),
        Action(
            "room.previous",
            translate("Actions", "P&revious frame"),
            "room",
            lambda desk: desk.room.stage.walk(-1),
            keys=("PgUp",),
            tip=translate("Actions", "Overview, sections, links one by one, fit"),
            enabled=_before_a_room,
        ),
    )


def frame_name(frame: Frame) -> str:
    """Give the name of what a room looks at."""
    if section := frame.section:
        return section_name(section)
    return {
        Frame.OVERVIEW: translate("Frame", "Whole canvas"),
        Frame.LINKS: translate("Frame", "Links, one by one"),
        Frame.FIT: translate("Frame", "Fit"),
        Frame.BUSINESS_MODEL: translate("Frame", "Business model"),
    }[frame]


def _frame(frame: Frame) -> Action:
    return Action(
        f"room.show.{frame.name.lower()}",
        frame_name(frame),
        "room/show",
        lambda desk: desk.room.stage.show(Stop(frame)),
        name=translate("Actions", "Show the room: {frame}", frame=frame_name(frame)),
        tip=translate("Actions", "Take the room there"),
        enabled=_before_a_room,
        checked=lambda now: _before_a_room(now) and now.window.shown.frame is frame,
    )


def _sent() -> tuple[Action, ...]:
    return (
        Action(
            "room.send.view",
            translate("Actions", "&Follow my view"),
            "room/send",
            lambda desk: desk.room.stage.send_view(),
            keys=("Ctrl+F6",),
            name=translate("Actions", "Send the room: follow my view"),
            tip=translate("Actions", "The audience window shows what you see"),
            enabled=lambda now: now.window.shown.audience,
        ),
        Action(
            "room.send.held",
            translate("Actions", "&What I have selected"),
            "room/send",
            lambda desk: desk.room.stage.send_held(),
            keys=("Alt+F6",),
            name=translate("Actions", "Send the room: what I have selected"),
            tip=translate("Actions", "A pain or gain with its answers, or the section of the note"),
            enabled=lambda now: now.window.shown.audience and now.focus,
        ),
        Action(
            "room.send.nothing",
            translate("Actions", "&Nothing"),
            "room/send",
            lambda desk: desk.room.stage.send_nothing(),
            keys=("Ctrl+Shift+F6",),
            name=translate("Actions", "Send the room: nothing"),
            tip=translate("Actions", "An empty picture, for the time when all should look at each other"),
            enabled=lambda now: now.window.shown.audience,
        ),
    )


def _lights() -> tuple[Action, ...]:
    return (
        Action(
            "room.spot",
            translate("Actions", "&Spotlight"),
            "room",
            lambda desk: desk.room.stage.toggle_spot(),
            keys=("F7",),
            tip=translate("Actions", "Dim all but what is selected or under the pointer"),
            checked=lambda now: now.window.shown.spot,
            begins=True,
        ),
        Action(
            "room.laser",
            translate("Actions", "&Laser pointer"),
            "room",
            lambda desk: desk.room.stage.toggle_laser(),
            keys=("F8",),
            tip=translate("Actions", "A red dot with a trail follows the pointer, for the room too"),
            checked=lambda now: now.window.shown.laser,
        ),
    )


def _pointer(size: str, text: str) -> Action:
    return Action(
        f"room.pointer.{size}",
        text,
        "room/pointer",
        lambda desk: desk.settings.set(POINTER_SIZE, size),
        name=translate("Actions", "Pointer size: {size}", size=plain(text)),
        tip=translate("Actions", "How large pointer and laser are before a room"),
        checked=lambda now: now.window.shown.pointer == size,
    )


def _pointers() -> tuple[Action, ...]:
    names = (
        translate("Actions", "&Usual"),
        translate("Actions", "&Double"),
        translate("Actions", "&Triple"),
    )
    return tuple(_pointer(size, name) for size, name in zip(POINTER_SIZES, names, strict=True))


def _reading() -> tuple[Action, ...]:
    return (
        Action(
            "room.back_row",
            translate("Actions", "Check the &back row…"),
            "room",
            lambda desk: desk.room.stage.check_back_row(),
            keys=("F4",),
            name=translate("Actions", "Check what the back row can read"),
            tip=translate("Actions", "Which notes are too small for the last row, and the way out"),
        ),
    )
