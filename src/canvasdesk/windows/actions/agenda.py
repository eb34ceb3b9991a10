"""Actions of the menu Room: agenda, timer and session records."""

from canvasdesk.editing.agendas import long_agenda, short_agenda
from canvasdesk.session import agenda
from canvasdesk.session.settings import TIMER_SOUND
from canvasdesk.windows.actions.action import Action
from canvasdesk.windows.desk import Desk
from canvasdesk.words import translate

TIMES = (1, 3, 5, 10, 15)  # minutes


def agenda_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    times = (_time(each) for each in TIMES)
    return (*_steps(), *_ours(), *times, *_timer(), *_length(), *_end(), *_session())


def _steps() -> tuple[Action, ...]:
    return (
        Action(
            "agenda.next",
            translate("Actions", "&Next step"),
            "room/agenda",
            lambda desk: desk.say(desk.room.facilitation.next_step()),
            keys=("Shift+PgDown",),
            name=translate("Actions", "Next step of the agenda"),
            tip=translate("Actions", "Go on in the agenda: show the sheet, cover or reveal, start the timer"),
            enabled=lambda now: now.steps > 0,
        ),
        Action(
            "agenda.previous",
            translate("Actions", "&Previous step"),
            "room/agenda",
            lambda desk: desk.say(desk.room.facilitation.previous_step()),
            keys=("Shift+PgUp",),
            name=translate("Actions", "Previous step of the agenda"),
            tip=translate("Actions", "Go back in the agenda, and begin that step anew"),
            enabled=lambda now: now.steps > 0,
        ),
        Action(
            "agenda.end",
            translate("Actions", "&Leave the agenda"),
            "room/agenda",
            lambda desk: desk.room.facilitation.end(),
            tip=translate("Actions", "Be at no step any more, and end the timer"),
            enabled=lambda now: now.window.pace.step,
        ),
    )


def _ours() -> tuple[Action, ...]:
    return (
        Action(
            "agenda.short",
            translate("Actions", "Start from &45 minutes"),
            "room/agenda",
            lambda desk: desk.say(agenda.use_agenda(desk.document, short_agenda())),
            name=translate("Actions", "Start from an agenda of 45 minutes"),
            tip=translate("Actions", "Put our agenda of 45 minutes in the place of this one"),
            enabled=lambda now: now.writable,
            begins=True,
        ),
        Action(
            "agenda.long",
            translate("Actions", "Start from &90 minutes"),
            "room/agenda",
            lambda desk: desk.say(agenda.use_agenda(desk.document, long_agenda())),
            name=translate("Actions", "Start from an agenda of 90 minutes"),
            tip=translate("Actions", "Put our agenda of 90 minutes in the place of this one"),
            enabled=lambda now: now.writable,
        ),
    )


def _time(minutes: int) -> Action:
    return Action(
        f"timer.start.{minutes}",
        translate("Actions", "%n minute(s)", count=minutes),
        "room/timer",
        lambda desk: desk.room.timer.start(minutes),
        name=translate("Actions", "Start a timer of %n minute(s)", count=minutes),
        tip=translate("Actions", "Let so many minutes run down"),
    )


def _timer() -> tuple[Action, ...]:
    return (
        Action(
            "timer.start.other",
            translate("Actions", "&Other time…"),
            "room/timer",
            lambda desk: desk.room.timer_prompt.ask(),
            name=translate("Actions", "Start a timer of another length"),
            tip=translate("Actions", "Ask for the minutes of the timer"),
        ),
        Action(
            "timer.toggle",
            translate("Actions", "&Pause or go on"),
            "room/timer",
            lambda desk: desk.room.timer.toggle(),
            keys=("Ctrl+Alt+P",),
            name=translate("Actions", "Pause the timer, or let it go on"),
            tip=translate("Actions", "Let the timer stand still, or run on"),
            enabled=lambda now: now.window.pace.timer,
            checked=lambda now: now.window.pace.timer and not now.window.pace.runs,
            begins=True,
        ),
    )


def _length() -> tuple[Action, ...]:
    return (
        Action(
            "timer.more",
            translate("Actions", "One minute &more"),
            "room/timer",
            lambda desk: desk.room.timer.add(1),
            keys=("Ctrl+Alt++", "Ctrl+Alt+="),
            tip=translate("Actions", "Give the timer another minute"),
            enabled=lambda now: now.window.pace.timer,
        ),
        Action(
            "timer.less",
            translate("Actions", "One minute &less"),
            "room/timer",
            lambda desk: desk.room.timer.add(-1),
            keys=("Ctrl+Alt+-",),
            tip=translate("Actions", "Take a minute off the timer"),
            enabled=lambda now: now.window.pace.timer,
        ),
    )


def _end() -> tuple[Action, ...]:
    return (
        Action(
            "timer.stop",
            translate("Actions", "&End"),
            "room/timer",
            lambda desk: desk.room.timer.stop(),
            keys=("Ctrl+Alt+0",),
            name=translate("Actions", "End the timer"),
            tip=translate("Actions", "Put the timer away"),
            enabled=lambda now: now.window.pace.timer,
        ),
        Action(
            "timer.sound",
            translate("Actions", "&Sound at the end"),
            "room/timer",
            _switch_sound,
            name=translate("Actions", "Sound at the end of the timer"),
            tip=translate("Actions", "Let the timer be heard when its time is over"),
            checked=lambda now: now.window.pace.sound,
            begins=True,
        ),
    )


def _session() -> tuple[Action, ...]:
    return (
        Action(
            "session.begin",
            translate("Actions", "Beg&in session"),
            "room",
            lambda desk: desk.say(agenda.begin_session(desk.document)),
            tip=translate("Actions", "Begin a record: the fit as it is now, and later who was there"),
            enabled=lambda now: now.writable and not now.session,
            begins=True,
        ),
        Action(
            "session.end",
            translate("Actions", "En&d session"),
            "room",
            lambda desk: desk.say(agenda.end_session(desk.document)),
            tip=translate("Actions", "End the record: who was there, the agenda and the fit by now"),
            enabled=lambda now: now.writable and now.session,
        ),
        Action(
            "session.show",
            translate("Actions", "S&ession"),
            "room",
            lambda desk: desk.sides.show_session(),
            keys=("Ctrl+Alt+S",),
            name=translate("Actions", "Show the session"),
            tip=translate("Actions", "Agenda, attendance and records of sessions"),
        ),
    )


def _switch_sound(desk: Desk) -> None:
    desk.settings.set(TIMER_SOUND, not desk.settings.get(TIMER_SOUND))
