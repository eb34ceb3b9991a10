"""What the tests of journals share: values that follow each other, kept and saved, and what is left."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from canvasdesk.editing import business, deletion, links, notes, segments
from canvasdesk.editing.whole import EditError
from canvasdesk.model.business import ENTRY_BLOCKS, Entry
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.errors import SaveError
from canvasdesk.storage.files import load, save
from canvasdesk.storage.journal import Journal
from canvasdesk.storage.recovery import Origin, recover, recoverable
from tests.editing.workshop import workshop

ORIGIN = Origin("/plans/tools.canvasdesk", "digest", "Tools")


class Kept:
    """A journal in `folder` with the faults it told of."""

    def __init__(self, folder: Path) -> None:
        self.recovery, self.told = folder / "state" / "recovery", list[OSError]()
        self.journal = Journal(self.recovery, lambda: ORIGIN, self.told.append)

    @property
    def folders(self) -> list[Path]:
        return sorted(self.recovery.glob("journal-*")) if self.recovery.exists() else []

    @property
    def recovered(self) -> Workspace:
        (folder,) = self.folders
        return recover(folder).workspace


def work(kept: Kept, target: Path, values: Sequence[Workspace], report: Callable[[int], object]) -> None:
    """Commit `values`, with a sync after each third and a save after each seventh, and report each."""
    for number, value in enumerate(values):
        kept.journal.append(value)
        report(number)
        if number % 3 == 2:
            kept.journal.sync()
        if number % 7 == 6:
            with suppress(SaveError):
                save(target, value, recovery_dir=kept.recovery)
                kept.journal.discard()


def left(recovery: Path, target: Path) -> list[Workspace]:
    """Give what somebody finds who starts again: the unsaved work, else the file, else nothing."""
    unsaved = [recover(found.folder).workspace for found in recoverable(recovery)]
    return unsaved or ([load(target).workspace] if target.exists() else [])


def random_edits(seed: int, first: Workspace | None = None) -> Iterator[Workspace]:
    """Give values as somebody makes them who writes, moves, deletes and takes back, without end."""
    chance = random.Random(seed)  # noqa: S311
    past = [first or workshop()]
    while True:
        before = past[-1]
        if chance.random() < 0.15:
            past.append(chance.choice(past[-10:]))  # undone, or done again
        else:
            try:
                past.append(_edited(before, chance))
            except EditError:
                continue
        if past[-1] is not before:
            yield past[-1]


def _edited(now: Workspace, chance: random.Random) -> Workspace:
    canvas = chance.choice(list(now.canvas_by_id.values()))
    note = chance.choice(canvas.notes or (None,))
    wanted = chance.randrange(9)
    if note is None or wanted == 0:
        new = Note(section=chance.choice(tuple(Section)), text="New " * chance.randrange(5))
        return notes.add_notes(now, canvas.id, [new])
    if wanted == 1:
        return deletion.delete(now, [note.id])
    if wanted == 2:
        return _linked(now, canvas, note, chance)
    if wanted == 3:
        return notes.move_to_section(now, [note.id], chance.choice(tuple(Section)))
    if wanted == 4:
        return _regrouped(now, chance)
    if wanted == 5:
        return business.add_entries(now, [Entry(block=chance.choice(ENTRY_BLOCKS), text="Entry")])
    if wanted == 6:
        return evolve(now, title=f"Title {chance.random()}")
    if wanted == 7:
        return notes.place_notes(now, {note.id: (chance.uniform(-9, 9), chance.uniform(-9, 9))})
    return notes.edit_notes(now, {note.id: {"text": f"Words {chance.random()}"}})


def _linked(now: Workspace, canvas: ValuePropositionCanvas, note: Note, chance: random.Random) -> Workspace:
    legal = links.targets(canvas, note.id)
    return links.link(now, canvas.id, note.id, chance.choice(sorted(legal)), None) if legal else now


def _regrouped(now: Workspace, chance: random.Random) -> Workspace:
    segment = chance.choice(now.segments)
    if len(now.segments) < 4:
        return segments.add_segment(now, CustomerSegment(name="Another"))
    if chance.random() < 0.5:
        return segments.move_segment(now, segment.id, chance.randrange(4))
    return deletion.delete(now, [segment.id])
