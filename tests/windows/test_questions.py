import pytest

from canvasdesk.model.business import Block, Purpose
from canvasdesk.model.sections import Section
from canvasdesk.windows.questions import button, words
from canvasdesk.windows.steps import Place, Step

STEPS: tuple[Step, ...] = (*Block, *Section, *Place)
FIRST: dict[Purpose, Step] = {
    Purpose.REDESIGN: Block.SEGMENTS,
    Purpose.PORTFOLIO: Block.SEGMENTS,
    Purpose.IMPROVE_PROPOSITION: Place.SEGMENT,
    Purpose.NEW_SEGMENT: Place.SEGMENT,
    Purpose.AFTER_RESEARCH: Place.SEGMENT,
}


@pytest.mark.parametrize("purpose", [None, *Purpose])
def test_every_step_is_a_question_of_its_own_with_a_hint(purpose: Purpose | None) -> None:
    asked = [words(step, purpose) for step in STEPS]
    assert all(each.question.endswith("?") and each.hint.endswith((".", "?")) for each in asked)
    assert len({each.question for each in asked}) == len({each.hint for each in asked}) == len(STEPS)


@pytest.mark.parametrize("purpose", FIRST)
def test_the_first_step_is_asked_as_the_purpose_needs_it(purpose: Purpose) -> None:
    questions = {words(FIRST[purpose], each).question for each in (None, Purpose.NEW_IDEA, purpose)}
    assert len(questions) == 2


def test_only_a_name_is_asked_for_without_a_button() -> None:
    assert [step for step in STEPS if not button(step)] == [Place.SEGMENT]
