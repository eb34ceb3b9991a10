"""A workshop of 45 minutes on a laptop and a projector, played with real keys from note to record."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from canvasdesk.layout.projection import least_letters
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load
from tests.desktop.conftest import PICTURES
from tests.desktop.content import canvas, links, note, put, written
from tests.desktop.program import Program, Start
from tests.desktop.screen import Screen, missing, screen, until

LAPTOP = (1366, 768)
PROJECTORS = {"1920": (1920, 1080), "1024": (1024, 768)}
Picture = Callable[[str], None]

SAID = {
    Section.JOBS: [
        "Keep the line running", "Report quality to the board", "Train new inspectors", "Plan the next audit",
        "Release each batch", "Answer complaints", "Look reliable to customers", "Go home on time",
    ],
    Section.PAINS: [
        "Scrap is found too late", "Operators ignore alarms", "Audits eat a week", "Nobody knows the cause",
        "Cameras need cleaning", "Parts arrive too late", "Recalls cost customers", "Reports are typed twice",
        "Inspectors are hard to hire", "The night shift is blind",
    ],
    Section.GAINS: [
        "Defects under 0.1 percent", "Payback within a year", "Proof for every part", "Quiet nights",
        "Praise from the board", "Fewer meetings", "Warnings before drift", "One screen for all lines",
    ],
    Section.PRODUCTS: ["Inline cameras", "Service contract", "Training days", "Data feed"],
    Section.RELIEVERS: [
        "Alarms before a line drifts", "Self-check before each shift", "Audit report on a button",
        "Same-day parts", "Cause shown with each defect", "Cleaning that warns in time",
    ],
    Section.CREATORS: [
        "Live map of all defects", "Weekly report of savings", "Certificate for each part", "Night watch",
    ],
}  # fmt: skip
"""Forty notes that the room says, section by section."""


@pytest.fixture(scope="module", params=PROJECTORS if PICTURES else ["1920"])
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """Give a laptop's screen with a projector beside it."""
    absent = missing() + ([] if shutil.which("xrandr") else ["xrandr"])
    if absent:
        pytest.skip(f"two virtual screens need {', '.join(absent)}")
    wide, high = PROJECTORS[request.param]
    whole = LAPTOP[0] + wide, max(LAPTOP[1], high)
    with screen(whole, tmp_path_factory.mktemp("screens")) as started:
        started.split(Laptop=f"{LAPTOP[0]}x{LAPTOP[1]}+0+0", Projector=projector(wide, high))
        yield started


def projector(wide: int, high: int) -> str:
    return f"{wide}x{high}+{LAPTOP[0]}+0"


@pytest.fixture
def environment(environment: dict[str, str]) -> dict[str, str]:
    return {**environment, "WAKEPY_FAKE_SUCCESS": os.environ["WAKEPY_FAKE_SUCCESS"]}


def sees(program: Program, condition: Callable[[dict[str, object]], object], meant: str) -> dict[str, object]:
    """Wait until the room sees what it should, and give all that it sees."""

    def looked() -> dict[str, object] | None:
        now = program.ask("audience")
        return now if isinstance(now, dict) and condition(now) else None

    return until(looked, meant, lambda: program.ask("audience"))


def capture(program: Program, shown: Screen, key: str, texts: list[str]) -> None:
    """Write notes as they are said: one key for the section, Enter after each."""
    before = shown.presses
    shown.press(key)
    for text in texts:
        shown.write(text)
        shown.press("Return")
    shown.press("Escape")
    section = next(each for each, there in SAID.items() if there is texts)
    program.shows(lambda now: written(now)[section] == texts, f"{len(texts)} notes")
    assert shown.presses - before <= len(texts) + 2


def command(shown: Screen, words: str) -> None:
    """Run what the palette finds first."""
    shown.press("ctrl+k")
    shown.write(words)
    shown.press("Return")


def test_a_workshop_of_45_minutes(start: Start, shown: Screen, tmp_path: Path, picture: Picture) -> None:
    file = put(tmp_path / "Workshop.canvasdesk")
    program = start(file)
    wide, high = shown.size[0] - LAPTOP[0], shown.size[1]

    shown.press("F6")
    there = sees(program, lambda now: now["visible"], "the audience window")
    until(lambda: sees(program, bool, "it")["place"] == [LAPTOP[0], 0, wide, high], "the projector filled")
    assert there["frame"] == "overview"
    command(shown, "Start from an agenda of 45")
    program.shows(lambda now: sum(step.minutes for step in now.agenda) == 45, "an agenda")
    command(shown, "Begin session")
    program.shows(lambda now: len(now.sessions) == 1, "a session that runs")
    picture("01-before")

    step(program, shown, "overview")
    picture("02-why")
    step(program, shown, "customer jobs")
    capture(program, shown, "j", SAID[Section.JOBS])
    readable(program, len(SAID[Section.JOBS]))
    picture("03-jobs")

    in_silence_then_together(program, shown, "p", Section.PAINS, picture, "04-pains")
    vote(program, shown, picture)
    in_silence_then_together(program, shown, "g", Section.GAINS, picture, "06-gains")

    for key, section in (("s", Section.PRODUCTS), ("r", Section.RELIEVERS), ("c", Section.CREATORS)):
        step(program, shown, section.value)
        capture(program, shown, key, SAID[section])
        readable(program, len(SAID[section]))
    picture("07-square")
    assert sum(map(len, written(program.workspace).values())) == 40

    connect(program, shown, picture)
    the_projector_is_pulled_out(program, shown, projector(wide, high))
    step(program, shown, "fit")
    program.settles()
    picture("09-fit")
    command(shown, "End session")
    now = program.shows(lambda now: now.sessions[0].ended is not None, "the end of the session")
    shown.press("ctrl+s")
    until(lambda: load(file).workspace.sessions, "a file that holds the session")
    record = load(file).workspace.sessions[0]
    assert sum(each.minutes for each in record.agenda) == 45
    assert record.votes[0].voters == 3
    assert (record.before[0].on_paper, record.after[0].on_paper) == (None, figures(now))


def figures(now: Workspace) -> float | None:
    from canvasdesk.model.fit import fit

    return fit(canvas(now), now.levels).on_paper


def step(program: Program, shown: Screen, frame: str) -> None:
    """Go on in the agenda; the room is taken along and the timer runs."""
    shown.press("shift+Next")
    sees(program, lambda now: now["frame"] == frame, f"the step {frame}")
    clock = program.ask("timer")
    assert isinstance(clock, list)
    assert clock[1], "the timer runs"


def readable(program: Program, count: int) -> None:
    """Check that the back row can read all notes that the room sees."""
    seen = sees(program, lambda now: len(now["texts"]) == count, f"{count} notes before the room")  # type: ignore[arg-type]
    letters = seen["letters"]
    assert isinstance(letters, float)
    assert letters >= least_letters(6, 1) - 1e-6


def in_silence_then_together(
    program: Program, shown: Screen, key: str, section: Section, picture: Picture, name: str
) -> None:
    """Write a section covered, then uncover it."""
    step(program, shown, section.value)
    capture(program, shown, key, SAID[section])
    assert all(each.covered for each in canvas(program.workspace).in_section(section))
    backs = [""] * len(SAID[section])
    sees(program, lambda now: now["texts"] == backs and now["settled"], "backs of notes only")
    picture(f"{name}-covered")
    shown.press("shift+Next")
    program.shows(lambda now: not any(each.covered for each in canvas(now).notes), "everything revealed")
    sees(program, lambda now: now["texts"] == SAID[section], "all that was written")
    readable(program, len(SAID[section]))
    picture(f"{name}-revealed")


def vote(program: Program, shown: Screen, picture: Picture) -> None:
    """Let three people vote with two dots each, and take the ranks that follow."""
    shown.click(program.place("note", SAID[Section.PAINS][0]))
    shown.press("ctrl+shift+d")
    program.says("Dot voting")
    shown.press("3", "Tab", "2")
    picture("05-vote-setup")
    shown.press("Return")
    for number, ballot in enumerate(("0203", "0203", "0202")):
        said = f"{number} of 3 have voted"
        sees(program, lambda now, said=said: now["caption"] == said, said)  # type: ignore[misc]
        shown.press("Return")
        program.says(f"Voter {number + 1} of 3")
        shown.press(*ballot)
        picture(f"05-vote-{number + 1}")
        shown.press("Return")
    program.says("All 3 have voted")
    shown.press("Return")
    program.says("Apply")
    picture("05-vote-result")
    shown.press("Return")
    none, first, second, *_ = SAID[Section.PAINS]
    now = program.shows(lambda now: note(now, first).importance == 5, "ranks by votes")
    assert 5 > (note(now, second).importance or 0) > 0
    assert note(now, none).importance is None
    sees(program, lambda now: now["caption"] == "", "nothing of the vote any more")


def connect(program: Program, shown: Screen, picture: Picture) -> None:
    """Link an answer to a pain before the room, and say how far it goes."""
    step(program, shown, "links")
    reliever, pain = SAID[Section.RELIEVERS][0], SAID[Section.PAINS][0]
    shown.click(program.place("note", reliever))
    shown.press("l", "Tab", "Return", "3")
    now = program.shows(lambda now: 3 in links(now).values(), "a full answer")
    ((_, target),) = links(now)
    shown.click(program.place("note", target))
    shown.press("alt+F6")
    sees(program, lambda now: now["texts"] == [target, reliever], "the need with its answer")
    picture("08-link")
    assert note(now, pain).section is Section.PAINS


def the_projector_is_pulled_out(program: Program, shown: Screen, place: str) -> None:
    """Lose the projector in the middle of a word, and get it back; the caret stays where it is."""
    shown.press("c")
    shown.write("Half a ")
    shown.unplug("Projector")
    sees(program, lambda now: not now["visible"], "no audience window on the laptop")
    program.says("The room’s screen is gone")
    shown.write("thought")
    shown.split(Projector=place)
    sees(program, lambda now: now["visible"], "the audience window again")
    program.says("The room sees: Links")
    shown.press("Return", "Escape")
    program.shows(lambda now: "Half a thought" in written(now)[Section.CREATORS], "the whole note")
    shown.press("ctrl+z")
    program.shows(lambda now: len(written(now)[Section.CREATORS]) == 4, "the note taken back")
