"""A service for companies drawn from nothing: business model, roles, their canvases, flows between them."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from canvasdesk.model.business import Block
from canvasdesk.model.canvas import Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.flows import Relation
from canvasdesk.model.sections import Section
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load
from tests.desktop.program import Program, Start
from tests.desktop.screen import Screen, until
from tests.desktop.test_alone import save_as

Picture = Callable[[str], None]
Notes = Mapping[Section, list[str]]

SEGMENT = "Building contractors"
ENTRIES = {
    Block.PROPOSITIONS: ["A working tool within a day", "One fee in place of an investment"],
    Block.CHANNELS: ["Sales engineers on site"],
    Block.RELATIONSHIPS: ["Fleet adviser"],
    Block.REVENUE: ["Monthly fee for each tool"],
    Block.RESOURCES: ["Repair centres", "Pool of loan tools"],
    Block.ACTIVITIES: ["Repair and swap tools"],
    Block.PARTNERS: ["Leasing bank"],
    Block.COSTS: ["Spare parts"],
}
"""In the order in which Tab walks through the blocks."""
IDLE, LOAN = "Paid workers standing idle", "Loan tool within a day"
UNKNOWN, OVERVIEW = "Number, place and state of tools unknown", "Shows number, place and state"
FINANCING, FEE = "Financing off their hands", "Monthly fee for all tools"
SITE: Notes = {
    Section.JOBS: ["Keep crews working"],
    Section.PAINS: [IDLE, "Repair route is unclear"],
    Section.GAINS: ["Maintenance off their hands"],
    Section.PRODUCTS: ["Fleet contract"],
    Section.CREATORS: ["Tools serviced before they fail"],
    Section.RELIEVERS: [LOAN],
}
FLEET: Notes = {
    Section.PAINS: [UNKNOWN, "Quote and invoice every time"],
    Section.GAINS: ["Administration off their hands"],
    Section.RELIEVERS: [OVERVIEW],
}
FINANCE: Notes = {Section.GAINS: [FINANCING], Section.CREATORS: [FEE]}
ROLES = {
    Role.END_USER: ("Site manager", SITE, IDLE),
    Role.INFLUENCER: ("Fleet administrator", FLEET, UNKNOWN),
    Role.ECONOMIC_BUYER: ("Finance director", FINANCE, FINANCING),
}
"""Each with the name of the stakeholder, the notes in the order of writing, and what the last one answers."""
VETO = Role.ECONOMIC_BUYER
FLOWS = {
    (LOAN, "A working tool within a day"): Relation.SUMMARISED_FROM,
    (IDLE, "Repair and swap tools"): Relation.DRIVES,
    (FINANCING, "Monthly fee for each tool"): Relation.DRIVES,
    ("Pool of loan tools", LOAN): Relation.ENABLES,
    ("Spare parts", LOAN): Relation.LIMITS,
}
"""By where one stands, on a canvas or on the business model, and what is chosen on the other side."""
AMOUNTS = {"Monthly fee for each tool": 2_700_000, "Spare parts": 880_000}
MOST_TABS = 40
KEYS = {
    Section.JOBS: "j",
    Section.PAINS: "p",
    Section.GAINS: "g",
    Section.PRODUCTS: "s",
    Section.RELIEVERS: "r",
    Section.CREATORS: "c",
}


def test_a_service_for_companies_from_nothing(
    start: Start, shown: Screen, tmp_path: Path, picture: Picture
) -> None:
    program = start()
    until(lambda: "The idea is still open" in program.keyboard, "the chooser")
    shown.press("Return")
    until(lambda: "Who is the customer?" in program.keyboard, "the guide's first question")

    empty = program.workspace
    name_segment(program, shown)
    draw_business_model(program, shown)
    picture("1-business-model")
    shown.click(program.place("note", SEGMENT), times=2)
    until(lambda: program.ask("shown") in empty.canvas_by_id, "the segment's canvas")
    for role in ROLES:
        add_role(program, shown, role)
        picture(f"2-{role.name.lower()}")
    add_flows(program, shown)
    picture("3-flow")
    add_amounts(program, shown)
    program.settles()
    picture("4-map")

    built = program.workspace
    steps = program.ask("steps_done")
    assert isinstance(steps, int)
    shown.press(*["ctrl+z"] * steps)
    program.shows(lambda now: now == empty, "nothing")
    shown.press(*["ctrl+shift+z"] * steps)
    program.shows(lambda now: now == built, "everything again")

    shown.press("ctrl+s")
    save_as(program, shown, tmp_path / "Tools")
    saved = load(tmp_path / "Tools.canvasdesk").workspace
    assert evolve(saved, modified=built.modified, title=built.title) == built


def name_segment(program: Program, shown: Screen) -> None:
    """Answer the guide, which goes on to ask for one more segment."""
    shown.write(SEGMENT)
    shown.press("Return")
    until(lambda: "NoteEditor" in program.keyboard, "an editor")
    program.shows(lambda now: [each.name for each in now.segments] == [SEGMENT], "the segment's name")


def draw_business_model(program: Program, shown: Screen) -> None:
    """Write the entries in one go, block after block."""
    for texts in ENTRIES.values():
        shown.press("Tab")
        write(shown, texts)
    shown.press("Escape")
    program.shows(lambda now: entries(now) == ENTRIES, "all entries")


def add_role(program: Program, shown: Screen, role: Role) -> None:
    """Add a role, say who it is, write what matters to them and link one answer."""
    name, notes, answered = ROLES[role]
    command(program, shown, f"add role {role.value}")
    program.shows(lambda now: role in roles(now), "another role")
    command(program, shown, "segment name and details")
    tab_to(program, shown, "Name of the stakeholder")
    shown.write(name)
    if role is VETO:
        tab_to(program, shown, "Can stop the sale")
        shown.press("space")
    expected = Stakeholder(role=role, name=name, veto=role is VETO)
    program.shows(lambda now: roles(now)[role].stakeholder == expected, "the stakeholder")
    shown.press("Escape")
    until(lambda: "CanvasView" in program.keyboard, "the canvas")
    for section, texts in notes.items():
        shown.press(KEYS[section])
        write(shown, texts)
        shown.press("Escape")
    program.shows(lambda now: written(roles(now)[role]) == notes, "the notes")
    shown.press("l", "Tab")
    until(lambda: program.ask("aim") == answered, "the note that the last one answers")
    shown.press("Return", "2")
    program.shows(lambda now: [each.strength for each in roles(now)[role].links] == [2], "a link")


def add_flows(program: Program, shown: Screen) -> None:
    """Send notes to the business model, and tell what of it serves or limits an answer."""
    for start, end in FLOWS:
        go_to(program, shown, start)
        shown.press("ctrl+shift+m")
        choose(program, shown, end)
        program.shows(partial(joined, {start, end}), f"a flow between {start} and {end}")
    assert [flow.relation for flow in program.workspace.flows] == list(FLOWS.values())


def add_amounts(program: Program, shown: Screen) -> None:
    """Say what a year brings and costs, and that each flow still holds with that."""
    for text, amount in AMOUNTS.items():
        go_to(program, shown, text)
        shown.press("ctrl+i")
        tab_to(program, shown, "Amount a year")
        shown.write(str(amount))
        shown.press("Escape")
        until(lambda: "CanvasView" in program.keyboard, "the business model")
        program.shows(lambda now: len(now.to_review) == 1, "a flow to review")
        shown.press("y")
        program.shows(lambda now: now.to_review == (), "the flow reviewed")
    program.shows(
        lambda now: {each.text: each.amount for each in now.business_model.entries if each.amount} == AMOUNTS,
        "the amounts",
    )


def go_to(program: Program, shown: Screen, text: str) -> None:
    """Select a note or an entry, wherever it lies."""
    command(program, shown, text)
    until(lambda: program.ask("focus") == text and "CanvasView" in program.keyboard, text)


def joined(texts: set[str], workspace: Workspace) -> bool:
    """Say whether the last flow joins what has these texts."""
    if not workspace.flows:
        return False
    flow = workspace.flows[-1]
    return {
        workspace.entry_by_id[flow.business_end].text,
        workspace.note_by_id[flow.canvas_end].text,
    } == texts


def command(program: Program, shown: Screen, words: str) -> None:
    """Run the command that fits some words best, or go to the note that says them."""
    shown.press("ctrl+k")
    choose(program, shown, words)


def choose(program: Program, shown: Screen, words: str) -> None:
    """Take what fits some words best from the list that has opened."""
    until(lambda: "QLineEdit" in program.keyboard, "the palette")
    shown.write(words)
    program.says(words)
    shown.press("Return")


def tab_to(program: Program, shown: Screen, name: str) -> None:
    """Take the keyboard on to a field of the details."""
    for _ in range(MOST_TABS):
        until(lambda: "CanvasView" not in program.keyboard, "a field")
        before = program.keyboard
        if name in before:
            return
        shown.press("Tab")
        until(partial(moved, program, before), "another field")
    raise AssertionError(f"no Tab leads to {name}")


def moved(program: Program, before: list[str]) -> bool:
    return program.keyboard != before


def write(shown: Screen, texts: Iterable[str]) -> None:
    """Write some notes, with Enter between them."""
    first, *others = texts
    shown.write(first)
    for text in others:
        shown.press("Return")
        shown.write(text)


def entries(workspace: Workspace) -> dict[Block, list[str]]:
    """Give the texts of the entries, block by block."""
    there = workspace.business_model.entries
    blocks = dict.fromkeys(entry.block for entry in there)
    return {block: [entry.text for entry in there if entry.block is block] for block in blocks}


def roles(workspace: Workspace) -> dict[Role, ValuePropositionCanvas]:
    """Give the canvases of the one segment by the role they are for."""
    (segment,) = workspace.segments
    return {canvas.stakeholder.role: canvas for canvas in segment.canvases if canvas.stakeholder}


def written(canvas: ValuePropositionCanvas) -> dict[Section, list[str]]:
    """Give the texts of the notes, section by section."""
    there = canvas.by_section
    return {section: [note.text for note in notes] for section, notes in there.items() if notes}
