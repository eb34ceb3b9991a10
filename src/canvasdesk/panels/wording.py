"""What the values of fields are called in forms."""

from enum import Enum

from canvasdesk.drawing.naming import relationship_name
from canvasdesk.model.business import Purpose, Relationship
from canvasdesk.model.canvas import AlternativeKind, CanvasStatus
from canvasdesk.model.evidence import EvidenceKind, EvidenceVerdict
from canvasdesk.model.notes import (
    GainLevel,
    JobType,
    Need,
    OfferState,
    PainType,
    ProductForm,
    SupportingRole,
)
from canvasdesk.panels.fields import Option
from canvasdesk.words import translate


def value_names() -> dict[Enum, str]:
    """Give the name of every value that is chosen from a list."""
    return {
        Need.EXPLICIT: translate("Value", "They say it"),
        Need.LATENT: translate("Value", "Latent"),
        JobType.FUNCTIONAL: translate("Value", "Functional"),
        JobType.SOCIAL: translate("Value", "Social"),
        JobType.EMOTIONAL: translate("Value", "Emotional"),
        JobType.SUPPORTING: translate("Value", "Supporting"),
        SupportingRole.BUYER: translate("Value", "Buyer"),
        SupportingRole.CO_CREATOR: translate("Value", "Co-creator"),
        SupportingRole.TRANSFERRER: translate("Value", "Transferrer"),
        PainType.UNDESIRED_OUTCOME: translate("Value", "Undesired outcome"),
        PainType.OBSTACLE: translate("Value", "Obstacle"),
        PainType.RISK: translate("Value", "Risk"),
        GainLevel.REQUIRED: translate("Value", "Required"),
        GainLevel.EXPECTED: translate("Value", "Expected"),
        GainLevel.DESIRED: translate("Value", "Desired"),
        GainLevel.UNEXPECTED: translate("Value", "Unexpected"),
        OfferState.EXISTS: translate("Value", "Exists"),
        OfferState.PLANNED: translate("Value", "Planned"),
        OfferState.IDEA: translate("Value", "Idea"),
        ProductForm.TANGIBLE: translate("Value", "Tangible"),
        ProductForm.INTANGIBLE: translate("Value", "Intangible"),
        ProductForm.DIGITAL: translate("Value", "Digital"),
        ProductForm.FINANCIAL: translate("Value", "Financial"),
        AlternativeKind.COMPETITOR: translate("Value", "Competitor"),
        AlternativeKind.SUBSTITUTE: translate("Value", "Substitute"),
        AlternativeKind.WORKAROUND: translate("Value", "Workaround"),
        AlternativeKind.DO_NOTHING: translate("Value", "Do nothing"),
        CanvasStatus.DRAFT: translate("Value", "Draft"),
        CanvasStatus.IN_TEST: translate("Value", "In test"),
        CanvasStatus.VALIDATED: translate("Value", "Validated"),
        CanvasStatus.RETIRED: translate("Value", "Retired"),
        EvidenceKind.INTERVIEW: translate("Value", "Interview"),
        EvidenceKind.SURVEY: translate("Value", "Survey"),
        EvidenceKind.OBSERVATION: translate("Value", "Observation"),
        EvidenceKind.USAGE_DATA: translate("Value", "Usage data"),
        EvidenceKind.EXPERIMENT: translate("Value", "Experiment"),
        EvidenceKind.SALE: translate("Value", "Sale"),
        EvidenceKind.DESK_RESEARCH: translate("Value", "Desk research"),
        EvidenceVerdict.SUPPORTS: translate("Value", "Supports"),
        EvidenceVerdict.REFUTES: translate("Value", "Refutes"),
        **_business_names(),
    }


def _business_names() -> dict[Enum, str]:
    purposes: dict[Enum, str] = {
        Purpose.NEW_IDEA: translate("Value", "The idea is still open"),
        Purpose.REDESIGN: translate("Value", "Redesign a business model"),
        Purpose.PORTFOLIO: translate("Value", "Sort a portfolio"),
        Purpose.IMPROVE_PROPOSITION: translate("Value", "Improve a value proposition"),
        Purpose.NEW_SEGMENT: translate("Value", "Reach a new segment"),
        Purpose.AFTER_RESEARCH: translate("Value", "Sort what research found"),
    }
    return purposes | {each: relationship_name(each) for each in Relationship}


def options(kind: type[Enum], *, none: bool = False) -> list[Option]:
    """Give the options of a field whose value is one of `kind`; with `none`, no value is one too."""
    names = value_names()
    listed: list[Option] = [(value, names[value]) for value in kind]
    return [(None, "–"), *listed] if none else listed


def level_options() -> list[Option]:
    """Give the evidence levels, from words to deeds."""
    return [
        (1, translate("Evidence", "Said")),
        (2, translate("Evidence", "Shown")),
        (3, translate("Evidence", "Committed")),
    ]


def strength_options() -> list[Option]:
    """Give how well a square note answers a circle note."""
    return [
        (1, translate("Strength", "Slightly")),
        (2, translate("Strength", "Mostly")),
        (3, translate("Strength", "Fully")),
    ]
