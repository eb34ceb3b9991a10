"""The value proposition canvas: notes, links and what the customer uses today."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field

from canvasdesk.model.notes import FitLink, Note, why_not_linked
from canvasdesk.model.sections import ANSWERS, Half, Section
from canvasdesk.model.value import Id, Line, Text, Value, new_id

Rating = Annotated[int, Field(ge=0, le=3)]


class Role(StrEnum):
    """The part somebody plays when a company buys."""

    END_USER = "end user"
    INFLUENCER = "influencer"
    RECOMMENDER = "recommender"
    ECONOMIC_BUYER = "economic buyer"
    DECISION_MAKER = "decision maker"
    PROCUREMENT = "procurement"
    SABOTEUR = "saboteur"


class Stakeholder(Value):
    """Somebody with a say inside a segment; with a `veto` the sale needs them."""

    role: Role
    name: Line = ""
    veto: bool = False


class AlternativeKind(StrEnum):
    """What sort of thing the customer uses today."""

    COMPETITOR = "competitor"
    SUBSTITUTE = "substitute"
    WORKAROUND = "workaround"
    DO_NOTHING = "do nothing"


class Alternative(Value):
    """What the customer uses today; `ratings` says how well (0–3) it answers each circle note, by note id."""

    id: Id = Field(default_factory=new_id)
    kind: AlternativeKind
    name: Line = ""
    ratings: Mapping[Id, Rating] = Field(default_factory=dict)


class CanvasStatus(StrEnum):
    """How far the work on a canvas is."""

    DRAFT = "draft"
    IN_TEST = "in test"
    VALIDATED = "validated"
    RETIRED = "retired"


class ValuePropositionCanvas(Value):
    """Circle and square for one segment, or for one stakeholder role in it."""

    id: Id = Field(default_factory=new_id)
    stakeholder: Stakeholder | None = None
    statement: Text = ""
    why_now: Text = ""
    worse_without_us: Text = ""
    status: CanvasStatus = CanvasStatus.DRAFT
    review_by: date | None = None
    notes: tuple[Note, ...] = ()
    links: tuple[FitLink, ...] = ()
    alternatives: tuple[Alternative, ...] = ()

    @cached_property
    def note_by_id(self) -> Mapping[str, Note]:
        """The notes by their ids."""
        return {note.id: note for note in self.notes}

    @cached_property
    def link_by_id(self) -> Mapping[str, FitLink]:
        """The links by their ids."""
        return {link.id: link for link in self.links}

    @cached_property
    def links_of(self) -> Mapping[str, tuple[FitLink, ...]]:
        """The links at either end of each linked note, by note id."""
        found: dict[str, list[FitLink]] = {}
        for link in self.links:
            found.setdefault(link.source, []).append(link)
            found.setdefault(link.target, []).append(link)
        return {note_id: tuple(links) for note_id, links in found.items()}

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id in this canvas, its own included."""
        others = (other.id for other in self.alternatives)
        return frozenset((self.id, *self.note_by_id, *self.link_by_id, *others))

    @cached_property
    def by_section(self) -> Mapping[Section, tuple[Note, ...]]:
        """The notes of each section, in the file's order."""
        found: dict[Section, list[Note]] = {section: [] for section in Section}
        for note in self.notes:
            found[note.section].append(note)
        return {section: tuple(notes) for section, notes in found.items()}

    def in_section(self, section: Section) -> tuple[Note, ...]:
        """Give the notes of one section, in the file's order."""
        return self.by_section[section]

    def model_post_init(self, _context: object, /) -> None:
        """Check ids, links and ratings; raises `ValueError`."""
        if len(self.ids) != 1 + len(self.notes) + len(self.links) + len(self.alternatives):
            raise ValueError("two things in one canvas share an id")
        note_of = self.note_by_id.get
        for link in self.links:  # thousands at each edit, so nothing more is called where all is well
            source, target = note_of(link.source), note_of(link.target)
            if source is None or target is None or ANSWERS.get(source.section) is not target.section:
                raise ValueError(_why_wrong(link, source, target))
        if len({(link.source, link.target) for link in self.links}) != len(self.links):
            raise ValueError("two links join the same notes")
        if sum(other.kind is AlternativeKind.DO_NOTHING for other in self.alternatives) > 1:
            raise ValueError("a canvas has at most one alternative of the kind do nothing")
        for other in self.alternatives:
            for note_id in other.ratings:
                note = self.note_by_id.get(note_id)
                if note is None or note.section.half is not Half.CIRCLE:
                    raise ValueError(
                        f"a rating of {other.name or other.kind.value} is for no note of the circle"
                    )


def _why_wrong(link: FitLink, source: Note | None, target: Note | None) -> str:
    if source is None or target is None:
        return f"link {link.id} has an end that is not on its canvas"
    return f"link {link.id}: {why_not_linked(source, target) or 'it starts in the circle'}"
