"""Sessions with a room: the agenda, who was there, what was voted, and how the fit went meanwhile."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from canvasdesk.model.flows import FitFigures
from canvasdesk.model.sections import Section
from canvasdesk.model.value import Id, Line, Moment, Text, Value, new_id

MINUTES_MOST = 480
Minutes = Annotated[int, Field(ge=0, le=MINUTES_MOST)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class Frame(StrEnum):
    """What a room looks at, in the order in which one walks through a canvas; each section has one."""

    OVERVIEW = "overview"
    JOBS = "customer jobs"
    PAINS = "pains"
    GAINS = "gains"
    PRODUCTS = "products and services"
    RELIEVERS = "pain relievers"
    CREATORS = "gain creators"
    LINKS = "links"
    FIT = "fit"
    BUSINESS_MODEL = "business model"

    @property
    def section(self) -> Section | None:
        """The section that fills the frame; None where it is something else."""
        return SECTION_IN.get(self)


SECTION_IN: Mapping[Frame, Section] = {Frame(section.value): section for section in Section}


class Covering(StrEnum):
    """What happens to the notes of its section when a step of the agenda begins."""

    COVER = "cover"
    UNCOVER = "uncover"


class AgendaStep(Value):
    """A step of the agenda; its `minutes` are for the timer, 0 for none."""

    id: Id = Field(default_factory=new_id)
    title: Line = ""
    frame: Frame = Frame.OVERVIEW
    question: Line = ""
    minutes: Minutes = 0
    covering: Covering | None = None


class Attendee(Value):
    """Somebody in the room, and the function in which they came."""

    id: Id = Field(default_factory=new_id)
    name: Line = ""
    function: Line = ""


class VoteCount(Value):
    """How many dots a note got, under the words that it had then."""

    text: Text = ""
    dots: Count = 0


class Vote(Value):
    """A round of dot voting in a section, counted; nobody's own votes are ever kept."""

    section: Section
    voters: Count = 0
    dots_each: Count = 0
    counts: tuple[VoteCount, ...] = ()


class Session(Value):
    """The record of one session; `ended` is None while it runs."""

    id: Id = Field(default_factory=new_id)
    began: Moment
    ended: Moment | None = None
    attendees: tuple[Attendee, ...] = ()
    agenda: tuple[AgendaStep, ...] = ()
    votes: tuple[Vote, ...] = ()
    before: tuple[FitFigures, ...] = ()
    after: tuple[FitFigures, ...] = ()
