"""Questions that get a section or block going on paper, in our own words; the first is that of the screen."""

from canvasdesk.drawing.naming import block_question, section_question
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section
from canvasdesk.words import translate


def section_questions(section: Section) -> tuple[str, ...]:
    """Give the questions of a section of the canvas."""
    more = {
        Section.JOBS: (
            translate("Questions", "Which problem should go away?"),
            translate("Questions", "How do they want to feel, and to be seen?"),
            translate("Questions", "What comes before it, and after?"),
        ),
        Section.PAINS: (
            translate("Questions", "What takes too long, costs too much or goes wrong?"),
            translate("Questions", "What do they put up with today?"),
            translate("Questions", "What are they afraid might happen?"),
        ),
        Section.GAINS: (
            translate("Questions", "How do they know it went well?"),
            translate("Questions", "Which saving would they notice at once?"),
            translate("Questions", "What do they not even dare to ask for?"),
        ),
        Section.PRODUCTS: (
            translate("Questions", "What do they hold, use or sign?"),
            translate("Questions", "What comes with it?"),
        ),
        Section.RELIEVERS: (
            translate("Questions", "Which worry does it end for good?"),
            translate("Questions", "What becomes cheaper, quicker or safer?"),
            translate("Questions", "Which detour does it save?"),
        ),
        Section.CREATORS: (
            translate("Questions", "What goes better than they expect?"),
            translate("Questions", "What can they show to others?"),
            translate("Questions", "Which wish does nobody else grant?"),
        ),
    }[section]
    return section_question(section), *more


def block_questions(block: Block) -> tuple[str, ...]:
    """Give the questions of a block of the business model."""
    return block_question(block), *_of_customers(block), *_of_means(block)


def _of_customers(block: Block) -> tuple[str, ...]:
    return {
        Block.SEGMENTS: (
            translate("Questions", "Who would miss us most?"),
            translate("Questions", "Who uses it, who decides, who pays?"),
        ),
        Block.PROPOSITIONS: (
            translate("Questions", "Which need do we meet better than others?"),
            translate("Questions", "What is that worth to them?"),
        ),
        Block.CHANNELS: (
            translate("Questions", "Where do they look for it already?"),
            translate("Questions", "Who helps when something goes wrong?"),
        ),
        Block.RELATIONSHIPS: (
            translate("Questions", "What do they expect of us, and how often?"),
            translate("Questions", "What makes them stay?"),
        ),
        Block.REVENUE: (
            translate("Questions", "What do they pay for it today?"),
            translate("Questions", "Once, every time or every month?"),
        ),
    }.get(block, ())


def _of_means(block: Block) -> tuple[str, ...]:
    return {
        Block.RESOURCES: (
            translate("Questions", "Which of it is hard to copy?"),
            translate("Questions", "Who has to know what?"),
        ),
        Block.ACTIVITIES: (
            translate("Questions", "What must never go wrong?"),
            translate("Questions", "What do we do ourselves, and why?"),
        ),
        Block.PARTNERS: (
            translate("Questions", "Who gains when we do well?"),
            translate("Questions", "Whom could we not replace in a week?"),
        ),
        Block.COSTS: (
            translate("Questions", "What costs most, and what grows with every customer?"),
            translate("Questions", "What could we do without?"),
        ),
    }.get(block, ())
