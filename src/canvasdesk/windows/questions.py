"""What the guide asks at each step, in words that fit the purpose."""

from dataclasses import dataclass

from canvasdesk.model.business import Block, Purpose
from canvasdesk.model.sections import Section
from canvasdesk.windows.steps import Place, Step
from canvasdesk.words import translate


@dataclass(frozen=True, slots=True)
class Words:
    """What a step asks, and a hint for whoever hesitates."""

    question: str
    hint: str


def words(step: Step, purpose: Purpose | None = None) -> Words:
    """Give what a step says."""
    fitting = _fitting().get((purpose, step)) if purpose else None
    if fitting:
        return fitting
    match step:
        case Block():
            return _of_blocks()[step]
        case Section():
            return _of_sections()[step]
    return _of_places()[step]


def button(step: Step) -> str:
    """Give what the button of a step says; empty where it has none."""
    match step:
        case Block.SEGMENTS:
            return translate("Guide", "Add a segment")
        case Block():
            return translate("Guide", "Write entries")
        case Place.LINKS:
            return translate("Guide", "Start linking")
        case Place.DIVE:
            return translate("Guide", "Zoom in")
        case Section():
            return translate("Guide", "Write notes")
    return ""


def _of_places() -> dict[Place, Words]:
    return {
        Place.SEGMENT: Words(
            translate("Guide", "Who is the customer?"),
            translate(
                "Guide", "People with the same jobs: “plant managers in food factories”, not “everyone”."
            ),
        ),
        Place.LINKS: Words(
            translate("Guide", "Which answer meets which need?"),
            translate("Guide", "Drag from the edge of an answer to the need it meets, and watch the fit."),
        ),
        Place.DIVE: Words(
            translate("Guide", "Does it fit the first segment?"),
            translate("Guide", "Its own canvas asks what these people need and how each need is answered."),
        ),
    }


def _of_sections() -> dict[Section, Words]:
    return {
        Section.JOBS: Words(
            translate("Guide", "What are they trying to get done?"),
            translate(
                "Guide", "At work or in life: tasks, problems, also how they want to feel and be seen."
            ),
        ),
        Section.PAINS: Words(
            translate("Guide", "What gets in their way?"),
            translate("Guide", "What costs them, annoys them, goes wrong or keeps them awake?"),
        ),
        Section.GAINS: Words(
            translate("Guide", "What would make their day?"),
            translate("Guide", "What do they need, expect, wish for, or not even dare to hope?"),
        ),
        Section.PRODUCTS: Words(
            translate("Guide", "What do you offer?"),
            translate("Guide", "Products and services, each on a note of its own."),
        ),
        Section.RELIEVERS: Words(
            translate("Guide", "How does it take a pain away?"),
            translate("Guide", "Not what it is, but what it ends, lessens or makes safe."),
        ),
        Section.CREATORS: Words(
            translate("Guide", "How does it bring a gain about?"),
            translate("Guide", "Savings, results, delight: what the customer gets out of it."),
        ),
    }


def _of_blocks() -> dict[Block, Words]:
    return {
        Block.SEGMENTS: Words(
            translate("Guide", "Who are the customers?"),
            translate("Guide", "One name for each group of people with the same jobs."),
        ),
        Block.PROPOSITIONS: Words(
            translate("Guide", "What do you promise them?"),
            translate("Guide", "The one or two reasons why they would choose this."),
        ),
        Block.CHANNELS: Words(
            translate("Guide", "How does it reach them?"),
            translate("Guide", "From the first they hear of it to delivery and help afterwards."),
        ),
        Block.RELATIONSHIPS: Words(
            translate("Guide", "How do you deal with each other?"),
            translate("Guide", "Alone, with somebody they know, among others: and can you keep it up?"),
        ),
        Block.REVENUE: Words(
            translate("Guide", "What do they pay for, and how?"),
            translate("Guide", "A price, a fee, a subscription, a share; a rough amount a year will do."),
        ),
        Block.RESOURCES: Words(
            translate("Guide", "What must you have?"),
            translate("Guide", "People, knowledge, machines, money, rights: what the promise rests on."),
        ),
        Block.ACTIVITIES: Words(
            translate("Guide", "What must you do well?"),
            translate("Guide", "The work that keeps the promise, week after week."),
        ),
        Block.PARTNERS: Words(
            translate("Guide", "Who does the rest?"),
            translate("Guide", "Suppliers and allies, and what each of them brings."),
        ),
        Block.COSTS: Words(
            translate("Guide", "What does it all cost?"),
            translate("Guide", "The largest first; a rough amount a year will do."),
        ),
    }


def _fitting() -> dict[tuple[Purpose, Step], Words]:
    """Give the words of the steps that a purpose asks in its own way."""
    return {
        (Purpose.REDESIGN, Block.SEGMENTS): Words(
            translate("Guide", "Whom do you serve today?"),
            translate("Guide", "Draw the business as it runs now; what has to change shows by itself."),
        ),
        (Purpose.PORTFOLIO, Block.SEGMENTS): Words(
            translate("Guide", "Whom do your offers serve?"),
            translate("Guide", "Name every group, even where two offers share it."),
        ),
        (Purpose.PORTFOLIO, Block.PROPOSITIONS): Words(
            translate("Guide", "Which offers are there?"),
            translate(
                "Guide", "One entry for each, so that it shows who is served twice and who not at all."
            ),
        ),
        **_fitting_customers(),
    }


def _fitting_customers() -> dict[tuple[Purpose, Step], Words]:
    return {
        (Purpose.IMPROVE_PROPOSITION, Place.SEGMENT): Words(
            translate("Guide", "Who chooses it today?"),
            translate("Guide", "Start from what is there: the people who buy or use it already."),
        ),
        (Purpose.IMPROVE_PROPOSITION, Section.PAINS): Words(
            translate("Guide", "What still gets in their way?"),
            translate("Guide", "Also with what you offer now: complaints, detours, reasons to leave."),
        ),
        (Purpose.IMPROVE_PROPOSITION, Section.PRODUCTS): Words(
            translate("Guide", "What do you offer already?"),
            translate("Guide", "As it is today, each product and service on a note of its own."),
        ),
        (Purpose.NEW_SEGMENT, Place.SEGMENT): Words(
            translate("Guide", "Who are the new customers?"),
            translate("Guide", "Name them first, as narrowly as you can: “hospital kitchens”, not “health”."),
        ),
        (Purpose.NEW_SEGMENT, Section.PRODUCTS): Words(
            translate("Guide", "What could you offer them?"),
            translate("Guide", "What exists and may suit them; what is missing comes later."),
        ),
        (Purpose.AFTER_RESEARCH, Place.SEGMENT): Words(
            translate("Guide", "Whom did you talk to?"),
            translate("Guide", "The people you listened to or watched, in the words they use of themselves."),
        ),
        (Purpose.AFTER_RESEARCH, Section.PAINS): Words(
            translate("Guide", "Which pains did you hear or see?"),
            translate("Guide", "Only what somebody said or did; note the evidence with it in the details."),
        ),
    }
