"""Evidence, and the hypotheses that ask for it."""

import datetime
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from canvasdesk.model.value import Id, Line, Text, Value, new_id


class EvidenceKind(StrEnum):
    """Where a piece of evidence comes from."""

    INTERVIEW = "interview"
    SURVEY = "survey"
    OBSERVATION = "observation"
    USAGE_DATA = "usage data"
    EXPERIMENT = "experiment"
    SALE = "sale"
    DESK_RESEARCH = "desk research"


class EvidenceVerdict(StrEnum):
    """Which way a piece of evidence speaks."""

    SUPPORTS = "supports"
    REFUTES = "refutes"


EvidenceLevel = Annotated[int, Field(ge=1, le=3)]


class Evidence(Value):
    """What was learnt about some notes, links or entries; level 1 said, 2 shown by behaviour, 3 committed."""

    id: Id = Field(default_factory=new_id)
    kind: EvidenceKind
    level: EvidenceLevel
    verdict: EvidenceVerdict = EvidenceVerdict.SUPPORTS
    finding: Text = ""
    sample_size: Annotated[int, Field(ge=0, le=1_000_000_000)] | None = None
    date: datetime.date | None = None
    source: Line = ""
    about: tuple[Id, ...] = ()


class HypothesisState(StrEnum):
    """How far a hypothesis is tested."""

    UNTESTED = "untested"
    TESTING = "testing"
    SUPPORTED = "supported"
    REFUTED = "refuted"
    INCONCLUSIVE = "inconclusive"


class Decision(StrEnum):
    """What one does after learning."""

    PERSEVERE = "persevere"
    PIVOT = "pivot"
    RETEST = "retest"
    STOP = "stop"


class TestCard(Value):
    """How a hypothesis will be tested."""

    __test__ = False  # not a test case for pytest to collect

    method: Text = ""
    metric: Text = ""
    threshold: Text = ""
    cost: Line = ""
    time: Line = ""
    due: datetime.date | None = None
    owner: Line = ""


class LearningCard(Value):
    """What the test taught."""

    observation: Text = ""
    insight: Text = ""
    decision: Decision | None = None
    action: Text = ""


class Hypothesis(Value):
    """A guess that matters, about some notes."""

    id: Id = Field(default_factory=new_id)
    statement: Text = ""
    about: tuple[Id, ...] = ()
    criticality: Annotated[int, Field(ge=1, le=3)] = 1
    state: HypothesisState = HypothesisState.UNTESTED
    test_card: TestCard = Field(default_factory=TestCard)
    learning_card: LearningCard = Field(default_factory=LearningCard)


def evidence_levels(evidence: Iterable[Evidence]) -> Mapping[str, int]:
    """Give the evidence level 1–3 of everything that has one, by id; what is missing stands at 0.

    It is the best supporting level that no newer record refutes. Records are ordered by date, undated ones
    first, and by their place in the file on the same day.
    """
    levels: dict[str, int] = {}
    for record in sorted(evidence, key=lambda record: record.date or datetime.date.min):
        for each in record.about:
            if record.verdict is EvidenceVerdict.REFUTES:
                levels.pop(each, None)
            else:
                levels[each] = max(levels.get(each, 0), record.level)
    return levels
