"""What sections, blocks, notes, links and figures are called, in the words people read."""

from collections.abc import Iterable
from datetime import date

from canvasdesk.model.business import Block, Entry, Relationship
from canvasdesk.model.canvas import Stakeholder
from canvasdesk.model.fit import Stage, Verdict, percent
from canvasdesk.model.naming import block_name as block_name
from canvasdesk.model.naming import role_name as role_name
from canvasdesk.model.naming import section_name as section_name
from canvasdesk.model.notes import FitLink, Need, Note, OfferState
from canvasdesk.model.sections import Half, Section
from canvasdesk.model.segments import Basis, CustomerSegment, Market, Priority
from canvasdesk.words import translate


def field_name(field: Section | Block) -> str:
    """Give the name of a section or block."""
    return section_name(field) if isinstance(field, Section) else block_name(field)


def section_question(section: Section) -> str:
    """Give the question that gets an empty section going."""
    return {
        Section.JOBS: translate("Section", "What are they trying to get done?"),
        Section.PAINS: translate("Section", "What gets in their way?"),
        Section.GAINS: translate("Section", "What would make their day?"),
        Section.PRODUCTS: translate("Section", "What do we offer?"),
        Section.RELIEVERS: translate("Section", "How does it take a pain away?"),
        Section.CREATORS: translate("Section", "How does it bring a gain about?"),
    }[section]


def half_name(half: Half) -> str:
    """Give the name of the circle or the square."""
    if half is Half.CIRCLE:
        return translate("Section", "Customer profile")
    return translate("Section", "Value map")


def person_name(stakeholder: Stakeholder) -> str:
    """Give what a stakeholder is called: name and role, or the role alone."""
    role = role_name(stakeholder.role)
    if not stakeholder.name:
        return role
    return translate("Canvas", "{name} · {role}", name=stakeholder.name, role=role)


def verdict_name(verdict: Verdict | None) -> str:
    """Give the verdict on a fit; without one there is nothing to judge."""
    return {
        Verdict.WEAK: translate("Fit", "Weak fit"),
        Verdict.PARTIAL: translate("Fit", "Partial fit"),
        Verdict.GOOD: translate("Fit", "Good fit"),
        Verdict.STRONG: translate("Fit", "Strong fit"),
        None: translate("Fit", "No fit yet"),
    }[verdict]


def stage_name(stage: Stage) -> str:
    """Give how far a canvas has come."""
    return {
        Stage.NO_FIT: translate("Fit", "Stage: no fit yet"),
        Stage.PROBLEM_SOLUTION: translate("Fit", "Stage: problem–solution fit"),
        Stage.PRODUCT_MARKET: translate("Fit", "Stage: product–market fit"),
        Stage.BUSINESS_MODEL: translate("Fit", "Stage: business-model fit"),
    }[stage]


def share_name(share: float | None) -> str:
    """Give a share as whole percent, and a dash where there is none."""
    if share is None:
        return "–"
    return translate("Fit", "{number} %", number=percent(share))


def importance_name(note: Note) -> str:
    """Say how important a circle note is, in the word of its section."""
    if note.importance is None:
        return translate("Note", "unranked")
    said = {
        Section.JOBS: translate("Note", "importance {number} of 5", number=note.importance),
        Section.PAINS: translate("Note", "severity {number} of 5", number=note.importance),
        Section.GAINS: translate("Note", "relevance {number} of 5", number=note.importance),
    }
    return said[note.section]


def evidence_name(level: int) -> str:
    """Say how well something is proven."""
    return (
        translate("Evidence", "no evidence"),
        translate("Evidence", "evidence: said"),
        translate("Evidence", "evidence: shown by behaviour"),
        translate("Evidence", "evidence: committed"),
    )[level]


def describe_note(
    note: Note, answered: float | None, level: int, flows: int = 0, *, review: bool = False
) -> str:
    """Describe a note besides its text: section, importance, answered share, evidence, flows, as a list."""
    facts = note_facts(note, answered, level)
    return listed([section_name(note.section), *facts, *_flow_facts(flows, review=review)])


def note_facts(note: Note, answered: float | None, level: int) -> list[str]:
    """Say of a note how important, how real and how far answered it is, and how well it is proven."""
    facts = []
    if note.section.half is Half.CIRCLE:
        facts.append(importance_name(note))
    if note.need is Need.LATENT:
        facts.append(translate("Note", "latent need"))
    if note.state is OfferState.PLANNED:
        facts.append(translate("Note", "planned"))
    if note.state is OfferState.IDEA:
        facts.append(translate("Note", "only an idea"))
    if note.parked:
        facts.append(translate("Note", "parked"))
    if note.covered:
        facts.append(translate("Note", "covered"))
    if answered is not None:
        facts.append(translate("Note", "{share} answered", share=share_name(answered)))
    return [*facts, evidence_name(level)]


def covered_name() -> str:
    """Give what a note is called that nobody may read."""
    return translate("Note", "Covered note")


def describe_link(link: FitLink, answer: Note, need: Note) -> str:
    """Say in a sentence what a link claims."""
    source, target = (covered_name() if each.face_down else each.text for each in (answer, need))
    return {
        None: translate("Link", "“{source}” answers “{target}”, not rated", source=source, target=target),
        1: translate("Link", "“{source}” answers “{target}” slightly", source=source, target=target),
        2: translate("Link", "“{source}” answers “{target}” mostly", source=source, target=target),
        3: translate("Link", "“{source}” answers “{target}” fully", source=source, target=target),
    }[link.strength]


def listed(facts: list[str]) -> str:
    """Join facts to a list in the way of the language."""
    separator = translate("List", ", ", "between the parts of a list")
    return separator.join(facts)


def block_question(block: Block) -> str:
    """Give the question that gets an empty block going."""
    return {
        Block.SEGMENTS: translate("Block", "Whose day should get better?"),
        Block.PROPOSITIONS: translate("Block", "Why would they choose us?"),
        Block.CHANNELS: translate("Block", "How do they hear of us and get it?"),
        Block.RELATIONSHIPS: translate("Block", "How do we stay in touch?"),
        Block.REVENUE: translate("Block", "What are they glad to pay for?"),
        Block.RESOURCES: translate("Block", "What must we have at hand?"),
        Block.ACTIVITIES: translate("Block", "What must we do well every day?"),
        Block.PARTNERS: translate("Block", "Who does part of it better?"),
        Block.COSTS: translate("Block", "What does all this cost us?"),
    }[block]


def relationship_name(relationship: Relationship) -> str:
    """Give the name of a way to deal with a segment."""
    return {
        Relationship.SELF_SERVICE: translate("Relationship", "Self-service"),
        Relationship.AUTOMATED: translate("Relationship", "Automated"),
        Relationship.PERSONAL: translate("Relationship", "Personal"),
        Relationship.DEDICATED: translate("Relationship", "Dedicated"),
        Relationship.COMMUNITY: translate("Relationship", "Community"),
        Relationship.CO_CREATION: translate("Relationship", "Co-creation"),
    }[relationship]


def market_name(market: Market) -> str:
    """Give the name of a market."""
    return {
        Market.B2C: translate("Market", "B2C"),
        Market.B2B: translate("Market", "B2B"),
        Market.MULTI_SIDED: translate("Market", "Multi-sided"),
    }[market]


def priority_name(priority: Priority) -> str:
    """Say when a segment's turn comes."""
    return {
        Priority.PRIMARY: translate("Priority", "Primary"),
        Priority.SECONDARY: translate("Priority", "Secondary"),
        Priority.LATER: translate("Priority", "Later"),
    }[priority]


def basis_name(basis: Basis) -> str:
    """Give the name of what a segment is cut by."""
    return {
        Basis.DEMOGRAPHIC: translate("Basis", "Demographic"),
        Basis.BEHAVIOURAL: translate("Basis", "Behavioural"),
        Basis.JOB: translate("Basis", "Job"),
    }[basis]


def colour_names() -> dict[str, str]:
    """Give the colours that are offered for segments, each "#RRGGBB", with their names.

    They can be told apart on light and on dark paper; where one is too near to the paper, it is drawn as far
    mixed with ink as it takes (`drawing.colour.standing_out`).
    """
    return {
        "#3E7FD0": translate("Colour", "Blue"),
        "#1F7A8C": translate("Colour", "Teal"),
        "#4E8F2F": translate("Colour", "Green"),
        "#8A6D1B": translate("Colour", "Ochre"),
        "#C8702A": translate("Colour", "Orange"),
        "#C8474D": translate("Colour", "Red"),
        "#C45A9C": translate("Colour", "Pink"),
        "#7A4FA3": translate("Colour", "Violet"),
    }


def amount_name(amount: float) -> str:
    """Give an amount of money in the way of the language, to the cent where it is not whole."""
    from PySide6.QtCore import QLocale  # words alone need no Qt, and the command line no window

    cents = round(amount, 2) + 0.0  # no negative zero
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale.toString(cents, "f", 0 if cents.is_integer() else 2)


def day_name(day: date) -> str:
    """Give a day in the way of the language."""
    from PySide6.QtCore import QDate, QLocale  # as above

    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def credit() -> str:
    """Say who devised the canvases."""
    return translate(
        "About",
        "The canvases were devised by Alexander Osterwalder and colleagues; "
        "canvasdesk is independent of them.",
    )


def describe_segment(segment: CustomerSegment) -> list[str]:
    """Say of a segment when its turn comes, who buys in it, and how many have a say."""
    facts = []
    if segment.priority:
        facts.append(priority_name(segment.priority))
    if segment.market:
        facts.append(market_name(segment.market))
    if len(segment.canvases) > 1:
        facts.append(translate("Segment", "%n roles", count=len(segment.canvases)))
    return facts


def describe_entry(entry: Entry, segments: Iterable[str], flows: int, *, review: bool) -> str:
    """Describe an entry besides its text: block, segments by name, amount, relationship, flows, as a list."""
    facts = [block_name(entry.block), *segments, *entry_facts(entry)]
    return listed([*facts, *_flow_facts(flows, review=review)])


def entry_facts(entry: Entry) -> list[str]:
    """Say of an entry what it amounts to, and how it deals with people."""
    facts = []
    if entry.amount is not None:
        facts.append(translate("Entry", "{amount} a year", amount=amount_name(entry.amount)))
    if entry.relationship:
        facts.append(relationship_name(entry.relationship))
    return facts


def _flow_facts(flows: int, *, review: bool) -> list[str]:
    there = [translate("Entry", "%n flow(s)", count=flows)] if flows else []
    return [*there, translate("Entry", "to be reviewed")] if review else there
