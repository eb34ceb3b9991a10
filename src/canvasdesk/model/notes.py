"""Sticky notes of all six sections, and the links that say which note answers which."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from canvasdesk.model.sections import CIRCLE, SQUARE, Section
from canvasdesk.model.value import Coordinate, Id, Line, Text, Value, evolve, new_id

Importance = Annotated[int, Field(ge=1, le=5)]
Strength = Annotated[int, Field(ge=1, le=3)]


class Need(StrEnum):
    """Whether the customer says it or one has to find it."""

    EXPLICIT = "explicit"
    LATENT = "latent"


class JobType(StrEnum):
    """What kind of work a job is to the customer."""

    FUNCTIONAL = "functional"
    SOCIAL = "social"
    EMOTIONAL = "emotional"
    SUPPORTING = "supporting"


class SupportingRole(StrEnum):
    """The role in which a customer does a supporting job."""

    BUYER = "buyer"
    CO_CREATOR = "co-creator"
    TRANSFERRER = "transferrer"


class PainType(StrEnum):
    """What kind of trouble a pain is."""

    UNDESIRED_OUTCOME = "undesired outcome"
    OBSTACLE = "obstacle"
    RISK = "risk"


class GainLevel(StrEnum):
    """How far a gain is taken for granted."""

    REQUIRED = "required"
    EXPECTED = "expected"
    DESIRED = "desired"
    UNEXPECTED = "unexpected"


class OfferState(StrEnum):
    """How real a note of the square is."""

    EXISTS = "exists"
    PLANNED = "planned"
    IDEA = "idea"


class ProductForm(StrEnum):
    """What a product or service is made of."""

    TANGIBLE = "tangible"
    INTANGIBLE = "intangible"
    DIGITAL = "digital"
    FINANCIAL = "financial"


_CIRCLE_FIELDS = frozenset({"importance", "need", "measure", "quote"})
_OWN_FIELDS = {
    Section.JOBS: frozenset({"job_type", "job_role"}),
    Section.PAINS: frozenset({"pain_type", "is_cost"}),
    Section.GAINS: frozenset({"gain_level"}),
    Section.PRODUCTS: frozenset({"form"}),
}
FIELDS = {section: _CIRCLE_FIELDS | _OWN_FIELDS[section] for section in CIRCLE} | {
    section: frozenset({"state"}) | _OWN_FIELDS.get(section, frozenset()) for section in SQUARE
}
"""The fields beyond those of every note that a note of a section may fill."""

SPECIAL_FIELDS = frozenset().union(*FIELDS.values())


class Note(Value):
    """A sticky note; `x`, `y` is its top left corner in canvas units. No room sees what is `covered`."""

    id: Id = Field(default_factory=new_id)
    section: Section
    text: Text = ""
    detail: Text = ""
    x: Coordinate = 0.0
    y: Coordinate = 0.0
    parked: bool = False
    covered: bool = False
    author: Line = ""
    importance: Importance | None = None
    need: Need | None = None
    measure: Line = ""
    quote: Text = ""
    job_type: JobType | None = None
    job_role: SupportingRole | None = None
    pain_type: PainType | None = None
    is_cost: bool = False
    gain_level: GainLevel | None = None
    state: OfferState | None = None
    form: ProductForm | None = None

    def model_post_init(self, _context: object, /) -> None:
        """Check that the fields belong to the section; raises `ValueError`."""
        for name in SPECIAL_FIELDS - FIELDS[self.section]:
            if getattr(self, name):
                raise ValueError(f"a note in {self.section.value} has no {name}")
        if self.job_role and self.job_type is not JobType.SUPPORTING:
            raise ValueError("only a supporting job has a role")

    @property
    def face_down(self) -> bool:
        """Whether it is covered and nothing is left to be read on it, as a room has it."""
        return self.covered and not (self.text or self.detail)


class FitLink(Value):
    """The claim that a note of the square (`source`) answers a note of the circle (`target`)."""

    id: Id = Field(default_factory=new_id)
    source: Id
    target: Id
    strength: Strength | None = None
    remark: Text = ""


def in_section(note: Note, section: Section) -> Note:
    """Give `note` in `section`, without the fields that do not belong there."""
    if note.section is section:
        return note
    fields = type(note).model_fields
    cleared = {name: fields[name].default for name in SPECIAL_FIELDS - FIELDS[section]}
    return evolve(note, section=section, **cleared)


def why_not_linked(one: Note, other: Note) -> str | None:
    """Say why two notes cannot be linked, in English for logs and files; None where they can."""
    if one.section.half is other.section.half:
        return f"{one.section.value} and {other.section.value} lie in the same half"
    if one.section.partner is not other.section:
        return f"{one.section.value} answer {one.section.partner.value}, not {other.section.value}"
    return None
