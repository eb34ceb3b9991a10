"""Actions of the menu Room: covered notes, votes and challenges."""

from collections.abc import Callable

from canvasdesk.drawing.naming import section_name
from canvasdesk.model.sections import Section
from canvasdesk.session import covering, red_team
from canvasdesk.windows.actions.action import Action, Where
from canvasdesk.windows.desk import Desk
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate


def votes_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return (*_covering(), *(_write_covered(section) for section in Section), *_revealing(), *_challenges())


def _covering() -> tuple[Action, ...]:
    return (
        Action(
            "cover.notes",
            translate("Actions", "&Cover the notes"),
            "room/cover",
            lambda desk: desk.do(covering.cover),
            keys=("Ctrl+Shift+K",),
            icon="covered",
            name=translate("Actions", "Cover the selected notes"),
            tip=translate("Actions", "Let the audience see only the backs of the selected notes"),
            enabled=lambda now: now.editable and now.notes > 0,
            checked=lambda now: now.covered,
            begins=True,
        ),
        Action(
            "cover.section",
            translate("Actions", "Write this &section covered"),
            "room/cover",
            lambda desk: desk.do(covering.toggle_section),
            keys=("Ctrl+Shift+C",),
            tip=translate("Actions", "Cover the section of the note with the focus, new notes too"),
            enabled=_with_section,
        ),
    )


def _with_section(now: Situation) -> bool:
    """Whether one section is meant: that of the note with the focus, or the one that fills the picture."""
    shown = now.window.shown
    return now.editable and (now.focus or (shown.presenting and shown.frame.section is not None))


def _write_covered(section: Section) -> Action:
    return Action(
        f"cover.section.{section.name.lower()}",
        section_name(section),
        "room/cover/section",
        lambda desk: desk.do(covering.toggle_section, section),
        icon=section.name.lower(),
        name=translate("Actions", "Write covered: {section}", section=section_name(section)),
        tip=translate("Actions", "Cover the notes of this section, and those written in it from now on"),
        enabled=lambda now: now.editable,
        checked=lambda now: section in now.covering,
    )


def _revealing() -> tuple[Action, ...]:
    return (
        _reveal(
            "cover.next",
            translate("Actions", "&Reveal the next note"),
            lambda desk: desk.do(covering.reveal_next, desk.view.writing.note_id),
            "Ctrl+R",
            translate("Actions", "In reading order, in the section of the note with the focus"),
        ),
        _reveal(
            "cover.author",
            translate("Actions", "Reveal &by author…"),
            lambda desk: desk.doors.reveal_by_author(),
            "Ctrl+Shift+A",
            translate("Actions", "Choose whose covered notes are revealed"),
        ),
        _reveal(
            "cover.all",
            translate("Actions", "Reveal &all notes"),
            lambda desk: desk.do(covering.reveal_all),
            "Ctrl+Shift+L",
            translate("Actions", "Let everybody see all notes of this canvas"),
        ),
    )


def _reveal(row_id: str, text: str, run: Callable[[Desk], object], keys: str, tip: str) -> Action:
    return Action(
        row_id,
        text,
        "room/cover",
        run,
        keys=(keys,),
        tip=tip,
        enabled=_has_covered,
        begins=row_id == "cover.next",
    )


def _has_covered(now: Situation) -> bool:
    return now.editable and now.hidden > 0


def _challenges() -> tuple[Action, ...]:
    return (
        Action(
            "room.vote",
            translate("Actions", "Dot &voting…"),
            "room",
            lambda desk: desk.room.vote(),
            keys=("Ctrl+Shift+D",),
            icon="vote",
            tip=translate("Actions", "Let everybody put dots on notes, one after the other, unseen"),
            enabled=lambda now: now.editable,
            begins=True,
        ),
        Action(
            "room.red_team",
            translate("Actions", "Red-tea&m round"),
            "room",
            lambda desk: desk.do(red_team.toggle),
            tip=translate("Actions", "Let links only get weaker for a while, and compare the fit"),
            enabled=lambda now: now.writable and now.canvases > 0,
            checked=lambda now: now.red_team,
        ),
        Action(
            "room.what_if",
            translate("Actions", "&What if"),
            "room",
            lambda desk: desk.room.what_if.toggle(),
            keys=("W",),
            name=translate("Actions", "What if a note were not there?"),
            tip=translate("Actions", "See the fit without the note of the value map at the mouse or focus"),
            enabled=lambda now: now.has_canvas,
            checked=lambda now: now.window.what_if,
            where=Where.CANVAS,
        ),
    )
