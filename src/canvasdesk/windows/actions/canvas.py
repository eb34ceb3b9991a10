"""Actions of the menu Canvas: tools, notes by section, ranks, links and sides."""

from collections.abc import Callable, Mapping

from canvasdesk.drawing.naming import section_name
from canvasdesk.model.sections import Section
from canvasdesk.session import around, commands
from canvasdesk.windows.actions.action import Action, Keys, Where, always, plain
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate

SECTION_KEYS = {
    Section.JOBS: "J",
    Section.PAINS: "P",
    Section.GAINS: "G",
    Section.PRODUCTS: "S",
    Section.RELIEVERS: "R",
    Section.CREATORS: "C",
}


def canvas_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return (
        *_tools(),
        *(_new_note(section) for section in Section),
        *_note(),
        *_ranks(),
        *_strengths(),
        *(_move_to(section) for section in Section),
        *_board(),
    )


def _tools() -> tuple[Action, ...]:
    return (
        _tool(
            "select", translate("Actions", "&Select"), ("V",), translate("Actions", "Select and move notes")
        ),
        _tool("note", translate("Actions", "&Note"), ("N",), translate("Actions", "Click to put a new note")),
        _tool(
            "link", translate("Actions", "&Link"), (), translate("Actions", "Drag from an answer to a need")
        ),
        _tool("pan", translate("Actions", "P&an"), ("H",), translate("Actions", "Drag the canvas")),
    )


def _tool(name: str, text: str, keys: Keys, tip: str) -> Action:
    return Action(
        f"tool.{name}",
        text,
        "canvas/tool",
        lambda desk: desk.view.set_tool(name),
        keys=keys,
        icon=name,
        name=translate("Actions", "Tool: {tool}", tool=plain(text)),
        tip=tip,
        checked=lambda now: now.window.tool == name,
        enabled=_usable[name],
        where=Where.CANVAS,
    )


def _new_note(section: Section) -> Action:
    texts = {
        Section.JOBS: translate("Actions", "New customer &job"),
        Section.PAINS: translate("Actions", "New &pain"),
        Section.GAINS: translate("Actions", "New &gain"),
        Section.PRODUCTS: translate("Actions", "New product or &service"),
        Section.RELIEVERS: translate("Actions", "New pain &reliever"),
        Section.CREATORS: translate("Actions", "New gain &creator"),
    }
    return Action(
        f"note.new.{section.name.lower()}",
        texts[section],
        "canvas/new",
        lambda desk: desk.view.capture(section),
        keys=(SECTION_KEYS[section],),
        icon=section.name.lower(),
        tip=translate("Actions", "Write notes: Enter for the next one, Tab for the next section, Esc to end"),
        enabled=_editable,
        where=Where.CANVAS,
    )


def _note() -> tuple[Action, ...]:
    return (
        Action(
            "note.edit",
            translate("Actions", "&Edit text"),
            "canvas",
            lambda desk: desk.view.edit(desk.selection.focus or ""),
            keys=("Return", "Enter", "F2"),
            icon="edit",
            tip=translate("Actions", "Change the text of the note with the focus"),
            enabled=lambda now: now.writable and now.focus,
            where=Where.CANVAS,
            begins=True,
        ),
        Action(
            "note.park",
            translate("Actions", "Par&k"),
            "canvas",
            lambda desk: desk.do(commands.park),
            keys=("K",),
            tip=translate("Actions", "Keep the selected notes in sight without counting them"),
            enabled=_notes_held,
            checked=lambda now: now.parked,
            where=Where.CANVAS,
        ),
        Action(
            "link.start",
            translate("Actions", "&Link"),
            "canvas",
            lambda desk: desk.link(),
            keys=("L",),
            icon="link",
            tip=translate("Actions", "Click or walk to what the note is linked with; Enter links"),
            enabled=_editable,
            where=Where.CANVAS,
            begins=True,
        ),
        Action(
            "link.to",
            translate("Actions", "Link &to…"),
            "canvas",
            lambda desk: desk.doors.link_to(),
            keys=("Ctrl+L",),
            tip=translate("Actions", "Choose from a list what the note is linked with"),
            enabled=_one_note,
            where=Where.CANVAS,
        ),
    )


def _ranks() -> tuple[Action, ...]:
    texts = (
        translate("Actions", "&Unranked"),
        translate("Actions", "&1 – hardly matters"),
        translate("Actions", "&2"),
        translate("Actions", "&3"),
        translate("Actions", "&4"),
        translate("Actions", "&5 – matters most"),
    )
    return tuple(_rank(number, texts[number]) for number in (5, 4, 3, 2, 1, 0))


def _rank(number: int, text: str) -> Action:
    return Action(
        f"note.rank.{number}",
        text,
        "canvas/rank",
        lambda desk: desk.do(commands.rank, number),
        keys=(str(number),),
        name=translate("Actions", "Importance: {rank}", rank=plain(text)),
        tip=translate("Actions", "How much the selected notes matter to the customer"),
        enabled=_notes_held,
        where=Where.CANVAS,
        begins=number == 0,
    )


def _strengths() -> tuple[Action, ...]:
    texts = (
        translate("Actions", "&Unrated"),
        translate("Actions", "&Slightly"),
        translate("Actions", "&Mostly"),
        translate("Actions", "&Fully"),
    )
    return tuple(_strength(number, texts[number]) for number in (3, 2, 1, 0))


def _strength(number: int, text: str) -> Action:
    return Action(
        f"link.strength.{number}",
        text,
        "canvas/strength",
        lambda desk: desk.do(commands.set_strength, number),
        keys=(str(number),),
        name=translate("Actions", "Link strength: {strength}", strength=plain(text)),
        tip=translate("Actions", "How far the selected link answers"),
        enabled=_links_only,
        where=Where.CANVAS,
        begins=number == 0,
    )


def _move_to(section: Section) -> Action:
    return Action(
        f"note.move.{section.name.lower()}",
        translate("Actions", "To {section}", section=section_name(section)),
        "canvas/move",
        lambda desk: desk.do(commands.move_to_section, section),
        keys=(f"Shift+{SECTION_KEYS[section]}",),
        icon=section.name.lower(),
        name=translate("Actions", "Move to {section}", section=section_name(section)),
        tip=translate("Actions", "Put the selected notes into another section"),
        enabled=_notes_held,
        where=Where.CANVAS,
    )


def _board() -> tuple[Action, ...]:
    return (
        Action(
            "canvas.tidy",
            translate("Actions", "Ti&dy"),
            "canvas",
            lambda desk: desk.tidy(),
            keys=("T",),
            icon="tidy",
            tip=translate(
                "Actions", "Line up the section of the focused note by importance, or all sections"
            ),
            enabled=lambda now: now.writable and now.cards_there > 0,
            where=Where.CANVAS,
            begins=True,
        ),
        Action(
            "canvas.swap",
            translate("Actions", "S&wap sides"),
            "canvas",
            lambda desk: desk.say(around.swap_sides(desk.document)),
            tip=translate("Actions", "Put the customer on the left and the offer on the right, or back"),
            enabled=lambda now: now.writable,
            checked=lambda now: now.swapped,
        ),
        Action(
            "canvas.next",
            translate("Actions", "Ne&xt canvas"),
            "canvas",
            lambda desk: desk.next_canvas(1),
            keys=("Ctrl+PgDown",),
            tip=translate("Actions", "Go to the next segment or role"),
            enabled=_other_canvas,
            begins=True,
        ),
        Action(
            "canvas.previous",
            translate("Actions", "Pre&vious canvas"),
            "canvas",
            lambda desk: desk.next_canvas(-1),
            keys=("Ctrl+PgUp",),
            tip=translate("Actions", "Go to the segment or role before"),
            enabled=_other_canvas,
        ),
    )


def _other_canvas(now: Situation) -> bool:
    return now.canvases > now.has_canvas


def _editable(now: Situation) -> bool:
    return now.editable


def _notes_held(now: Situation) -> bool:
    return now.editable and now.notes > 0


def _one_note(now: Situation) -> bool:
    return now.editable and now.notes == 1


def _links_only(now: Situation) -> bool:
    return now.editable and now.links > 0 and now.notes == 0


_usable: Mapping[str, Callable[[Situation], bool]] = {
    "select": always,
    "note": lambda now: now.writable,
    "link": _editable,
    "pan": always,
}
