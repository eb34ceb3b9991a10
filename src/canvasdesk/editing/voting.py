"""Dot voting: ballots that are summed as soon as they are sealed, and the importance that they propose."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from canvasdesk.editing.agenda import running
from canvasdesk.editing.notes import edit_notes
from canvasdesk.model.fit import TOP_IMPORTANCE
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.sessions import Vote, VoteCount
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace

PEOPLE = range(2, 100)
DOTS = range(1, 11)

Tally = Mapping[str, int]
"""How many dots each note got, by its id; nobody knows from whom."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one voter gave so far: the ids of notes, one a dot, in the order given."""

    dots: int
    given: tuple[str, ...] = ()

    @property
    def left(self) -> int:
        """How many dots are still to be given."""
        return self.dots - len(self.given)


@dataclass(frozen=True, slots=True)
class Poll:
    """A round of voting on the notes of a section; of those who have `voted` only the sum is known."""

    canvas_id: str
    section: Section
    note_ids: tuple[str, ...]
    voters: int
    dots_each: int
    voted: int = 0
    tally: Tally = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Whether everybody has voted."""
        return self.voted >= self.voters


@dataclass(frozen=True, slots=True)
class Standing:
    """How a note came out: its dots, and how many others got just as many, where it got any."""

    note: Note
    dots: int
    tied: int


def give(ballot: Ballot, note_id: str) -> Ballot:
    """Give a ballot with one more dot for a note; the same one where none is left."""
    return replace(ballot, given=(*ballot.given, note_id)) if ballot.left else ballot


def take_back(ballot: Ballot) -> Ballot:
    """Give a ballot without its last dot."""
    return replace(ballot, given=ballot.given[:-1])


def sealed(poll: Poll, ballot: Ballot) -> Poll:
    """Give a poll with the dots of one more voter in its sum."""
    tally = dict(poll.tally)
    for note_id in ballot.given:
        tally[note_id] = tally.get(note_id, 0) + 1
    in_order = {note_id: tally[note_id] for note_id in poll.note_ids if note_id in tally}
    return replace(poll, voted=poll.voted + 1, tally=in_order)


def voted_on(workspace: Workspace, canvas_id: str, section: Section) -> tuple[Note, ...]:
    """Give the notes of a section that can be voted on, in the file's order: those that count."""
    canvas = workspace.canvas_by_id.get(canvas_id)
    return tuple(note for note in canvas.in_section(section) if not note.parked) if canvas else ()


def there(workspace: Workspace, poll: Poll) -> tuple[Note, ...]:
    """Give the notes of a poll that are still there, in its order."""
    canvas = workspace.canvas_by_id.get(poll.canvas_id)
    known = canvas.note_by_id if canvas else {}
    return tuple(known[each] for each in poll.note_ids if each in known)


def standings(workspace: Workspace, poll: Poll) -> tuple[Standing, ...]:
    """Give how the notes of a poll came out, the most dots first; of equals the first in the poll."""
    notes = there(workspace, poll)
    dots = [poll.tally.get(note.id, 0) for note in notes]
    found = [
        Standing(note, count, dots.count(count) - 1 if count else 0)
        for note, count in zip(notes, dots, strict=True)
    ]
    return tuple(sorted(found, key=lambda each: -each.dots))


def proposed(tally: Tally) -> dict[str, int]:
    """Give the importance that votes propose, by note id: its share of the most dots, in fifths, rounded up.

    Notes without a dot are left out: nothing is proposed for them.
    """
    most = max(tally.values(), default=0)
    return {note_id: -(-TOP_IMPORTANCE * dots // most) for note_id, dots in tally.items() if dots > 0}


def recorded(workspace: Workspace, poll: Poll) -> Workspace:
    """Give `workspace` with the counted vote in the record of the session that runs, if one does."""
    session = running(workspace)
    if session is None:
        return workspace
    vote = Vote(
        section=poll.section,
        voters=poll.voted,
        dots_each=poll.dots_each,
        counts=tuple(VoteCount(text=each.note.text, dots=each.dots) for each in standings(workspace, poll)),
    )
    with_vote = evolve(session, votes=(*session.votes, vote))
    return evolve(
        workspace, sessions=tuple(with_vote if each is session else each for each in workspace.sessions)
    )


def ranked_by(workspace: Workspace, poll: Poll, ranks: Mapping[str, int]) -> Workspace:
    """Give `workspace` with notes ranked, by their ids, and the vote recorded."""
    return edit_notes(
        recorded(workspace, poll), {note_id: {"importance": rank} for note_id, rank in ranks.items()}
    )
