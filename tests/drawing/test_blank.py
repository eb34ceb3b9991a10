"""Blank canvases: every question inside its section or block, none over another, lines for what is asked."""

from itertools import combinations

import pytest

from canvasdesk.drawing.blank import BlankCanvas, BlankModel
from canvasdesk.drawing.naming import block_name, block_question, section_name, section_question
from canvasdesk.drawing.questions import block_questions, section_questions
from canvasdesk.layout.blocks import model_board
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.regions import board
from canvasdesk.layout.style import INK, LIGHT, NOTE_HEIGHT
from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section
from tests.drawing.recording import Recording, letters
from tests.drawing.test_contrast import extent

LOOKS = (BlankCanvas(), BlankCanvas(swapped=True), BlankModel(), BlankModel(swapped=True))


def drawn(look: BlankCanvas | BlankModel) -> dict[str, Rect]:
    surface = Recording()
    look.draw(surface, INK)
    return {letters(mark): extent(mark) for mark in surface.of("text") if letters(mark)}


def test_questions_are_our_own_several_and_each_asked_once() -> None:
    asked = [section_questions(section) for section in Section] + [block_questions(block) for block in Block]
    assert all(len(each) >= 3 for each in asked)
    every = [question for each in asked for question in each]
    assert len({*every}) == len(every)
    assert all(question.endswith("?") for question in every)
    assert all(section_questions(section)[0] == section_question(section) for section in Section)
    assert all(block_questions(block)[0] == block_question(block) for block in Block)


@pytest.mark.parametrize("swapped", [False, True])
def test_questions_of_the_canvas_stand_in_their_sections(swapped: bool) -> None:
    there, places = drawn(BlankCanvas(swapped)), board(swapped)
    for section in Section:
        region = places.region(section)
        assert section_name(section) in there
        asked = [there[question].inset(0.02) for question in section_questions(section)]
        assert all(region.holds(place) for place in asked)
        assert sum(place.h for place in asked) < region.bounds.h - 2 * NOTE_HEIGHT  # room for notes


@pytest.mark.parametrize("swapped", [False, True])
def test_questions_of_the_model_stand_in_their_blocks(swapped: bool) -> None:
    there, places = drawn(BlankModel(swapped)), model_board(swapped)
    for block in Block:
        assert block_name(block) in there
        asked = [there[question] for question in block_questions(block)]
        room = places.inside(block)
        assert all(room.contains(place) for place in asked)
        assert room.bottom - max(place.bottom for place in asked) > NOTE_HEIGHT


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_no_word_lies_outside_or_over_another(look: BlankCanvas | BlankModel) -> None:
    there = [place.inset(0.02) for place in drawn(look).values()]
    assert all(look.bounds.contains(place) for place in there)
    assert not any(one.intersects(other) for one, other in combinations(there, 2))


def test_there_are_lines_for_whom_it_is_and_gaps_for_the_proposition() -> None:
    surface = Recording()
    BlankCanvas().draw(surface, LIGHT)
    assert {"Customer segment", "Who", "Situation", "Need"} <= {*surface.texts()}
    title = board().title
    lines = [mark for mark in surface.of("line") if mark.y > title.y]
    assert len(lines) == 4
    assert all(title.contains(Rect(mark.x, mark.y, mark.about["end"][0] - mark.x, 0.0)) for mark in lines)  # type: ignore[index]
    (gaps,) = (text for text in surface.texts() if "____" in text)
    assert gaps.startswith("Our ____")
    assert gaps.count("_" * 18) == 6
