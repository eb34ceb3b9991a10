"""The explanation: sentences that read well, heaviest first, and what one more link is worth."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.model.canvas import Alternative, AlternativeKind, ValuePropositionCanvas
from canvasdesk.model.explain import explain
from canvasdesk.model.fit import fit
from canvasdesk.model.notes import FitLink, Note, OfferState
from canvasdesk.model.sections import Section
from canvasdesk.model.value import evolve
from canvasdesk.words import translate, use
from tests.strategies import canvases

DOWNTIME = Note(id="pain", section=Section.PAINS, text="Unplanned downtime", importance=4)
PARTS = Note(id="parts", section=Section.RELIEVERS, text="Same-day parts", state=OfferState.EXISTS)
WARNING = Note(id="warning", section=Section.RELIEVERS, text="Early drift warning")
ADVICE = Note(id="advice", section=Section.RELIEVERS, text="Advice by phone")


def canvas_with(*notes: Note, strengths: dict[str, int | None] | None = None) -> ValuePropositionCanvas:
    """Give a canvas on which relievers answer `pain` with these strengths."""
    links = tuple(
        FitLink(id=f"to {each}", source=each, target="pain", strength=strength)
        for each, strength in (strengths or {}).items()
    )
    return ValuePropositionCanvas(notes=notes, links=links)


ANSWERED = canvas_with(DOWNTIME, PARTS, WARNING, strengths={"warning": 1, "parts": 2})
FULLY = canvas_with(DOWNTIME, PARTS, strengths={"parts": 3})
BY = "“Same-day parts” and “Early drift warning”"


@pytest.mark.parametrize(
    ("canvas", "levels", "sentence"),
    [
        (canvas_with(DOWNTIME), {}, "Nothing answers “Unplanned downtime” yet."),
        (
            canvas_with(evolve(DOWNTIME, importance=5)),
            {},
            "Nothing answers “Unplanned downtime” yet, and it is a deal-breaker.",
        ),
        (
            ANSWERED,
            {"parts": 3},
            f"“Unplanned downtime” is 78 % answered by {BY}, but no customer has confirmed that it matters.",
        ),
        (
            ANSWERED,
            {"pain": 1},
            f"“Unplanned downtime” is 78 % answered by {BY}, but nothing shows yet that this works.",
        ),
        (
            ANSWERED,
            {"pain": 1, "parts": 2},
            f"“Unplanned downtime” is 78 % answered by {BY}; 22 % is proven.",
        ),
        (
            ANSWERED,
            {"pain": 3, "parts": 3, "warning": 3},
            f"“Unplanned downtime” is 78 % answered by {BY}, and all of that is proven.",
        ),
        (
            FULLY,
            {},
            (
                "“Unplanned downtime” is fully answered by “Same-day parts”,"
                " but no customer has confirmed that it matters."
            ),
        ),
        (
            FULLY,
            {"pain": 2},
            (
                "“Unplanned downtime” is fully answered by “Same-day parts”,"
                " but nothing shows yet that this works."
            ),
        ),
        (
            FULLY,
            {"pain": 2, "to parts": 3},
            "“Unplanned downtime” is fully answered by “Same-day parts”; 67 % is proven.",
        ),
        (
            FULLY,
            {"pain": 3, "parts": 3},
            "“Unplanned downtime” is fully answered by “Same-day parts”, and proven.",
        ),
    ],
)
def test_a_note_is_explained_in_one_sentence(
    canvas: ValuePropositionCanvas, levels: dict[str, int], sentence: str
) -> None:
    assert [each.text for each in explain(canvas, levels).notes] == [sentence]


def test_of_many_answers_the_strongest_two_are_named() -> None:
    extra = Note(id="extra", section=Section.RELIEVERS, text="Extra")
    three = canvas_with(
        DOWNTIME, ADVICE, WARNING, PARTS, strengths={"advice": 1, "warning": 2, "parts": None}
    )
    assert "“Same-day parts”, “Early drift warning” and 1 other note," in explain(three).notes[0].text
    four = evolve(
        three,
        notes=(*three.notes, extra),
        links=(*three.links, FitLink(source="extra", target="pain", strength=1)),
    )
    assert "and 2 other notes," in explain(four).notes[0].text
    parked = evolve(three, notes=tuple(evolve(each, parked=each is ADVICE) for each in three.notes))
    assert BY in explain(parked).notes[0].text


@pytest.mark.parametrize(
    ("canvas", "levels", "headline"),
    [
        (ValuePropositionCanvas(), {}, "There is no job, pain or gain to answer yet."),
        (canvas_with(DOWNTIME), {}, "The square is still empty, so nothing is answered."),
        (canvas_with(DOWNTIME, PARTS), {}, "Nothing that matters to this customer is answered yet."),
        (
            ANSWERED,
            {},
            "The offer answers 78 % of what matters to this customer, but none of it is proven.",
        ),
        (
            ANSWERED,
            {"pain": 1, "parts": 2},
            "The offer answers 78 % of what matters to this customer, and 22 % is proven.",
        ),
        (
            canvas_with(
                DOWNTIME,
                PARTS,
                Note(id="g", section=Section.GAINS, text="Data", importance=5),
                strengths={"parts": 3},
            ),
            {},
            (
                "The offer answers 44 % of what matters to this customer,"
                " but the deal-breaker “Data” has no answer."
            ),
        ),
        (
            canvas_with(
                DOWNTIME,
                PARTS,
                *(Note(id=f"g{i}", section=Section.GAINS, importance=5) for i in range(2)),
                strengths={"parts": 3},
            ),
            {},
            "The offer answers 29 % of what matters to this customer, but 2 deal-breakers have no answer.",
        ),
    ],
)
def test_the_headline_says_where_the_canvas_stands(
    canvas: ValuePropositionCanvas, levels: dict[str, int], headline: str
) -> None:
    assert explain(canvas, levels).headline == headline


def test_remarks_say_what_else_a_room_should_know() -> None:
    nothing = Alternative(kind=AlternativeKind.DO_NOTHING, ratings={"pain": 1})
    rival = Alternative(kind=AlternativeKind.COMPETITOR, name="Acme Vision", ratings={"pain": 3})
    spare = evolve(ANSWERED, notes=(*ANSWERED.notes, ADVICE), alternatives=(nothing,))
    assert explain(spare).remarks == (
        "With what exists today, it answers 67 %.",
        "Unasked for so far: 1 note of the square.",
        "It is 44 points ahead of “doing nothing”.",
    )
    assert explain(evolve(ANSWERED, alternatives=(rival, nothing))).remarks[-1] == (
        "It is 22 points behind “Acme Vision”."
    )
    assert explain(evolve(FULLY, alternatives=(rival,))).remarks == ("It is level with “Acme Vision”.",)
    unranked = canvas_with(evolve(DOWNTIME, importance=None), PARTS, strengths={"parts": 3})
    assert explain(unranked).remarks == ("Nothing is ranked yet, so no note leads.",)
    partly = evolve(unranked, notes=(*unranked.notes, Note(section=Section.GAINS, importance=1)))
    assert explain(partly).remarks == ("Provisional: 1 note still to be ranked.",)
    assert explain(ValuePropositionCanvas(alternatives=(nothing_rated(),))).remarks == ()


def nothing_rated() -> Alternative:
    return Alternative(kind=AlternativeKind.DO_NOTHING)


def test_the_heaviest_note_comes_first_and_of_equals_the_emptier() -> None:
    light = Note(id="light", section=Section.JOBS, importance=5)
    heavy = Note(id="heavy", section=Section.GAINS, importance=5)
    empty = Note(id="empty", section=Section.PAINS, importance=4)
    canvas = evolve(ANSWERED, notes=(light, *ANSWERED.notes, empty, heavy))
    assert [each.note_id for each in explain(canvas).notes] == ["heavy", "empty", "pain", "light"]


def test_the_next_link_says_what_it_would_add() -> None:
    gains = tuple(
        Note(id=f"g{i}", section=Section.GAINS, text=f"Gain {i}", importance=i) for i in range(1, 6)
    )
    canvas = evolve(ANSWERED, notes=(*ANSWERED.notes, *gains))
    found = explain(canvas).next_links
    assert [each.note_id for each in found] == ["g5", "g4", "g3", "g2", "g1", "pain"]
    assert found[0].text == "A full answer to “Gain 5” would add 26 points."
    assert found[-1].text == "A full answer to “Unplanned downtime” would add 5 points."
    assert found[-1].worth == pytest.approx(4 * (2 / 9) / 19)
    many = evolve(
        ANSWERED, notes=(*ANSWERED.notes, *(Note(section=Section.GAINS, importance=5) for _ in range(50)))
    )
    assert explain(many).next_links[-1].text == (
        "A full answer to “Unplanned downtime” would add less than a point."
    )
    assert explain(FULLY).next_links == ()


@given(canvases(max_notes=12), st.data())
def test_a_next_link_adds_what_it_promises(canvas: ValuePropositionCanvas, data: st.DataObject) -> None:
    explained = explain(canvas)
    figures = fit(canvas)
    assert {each.note_id for each in explained.notes} == figures.answered.keys()
    assert {each.note_id for each in explained.next_links} == {
        note_id for note_id, full in figures.answered.items() if full < 1
    }
    assert [each.worth for each in explained.next_links] == sorted(
        (each.worth for each in explained.next_links), reverse=True
    )
    if not explained.next_links:
        return
    chosen = data.draw(st.sampled_from(explained.next_links))
    target = canvas.note_by_id[chosen.note_id]
    more = evolve(
        canvas,
        notes=(*canvas.notes, Note(id="answer", section=target.section.partner)),
        links=(*canvas.links, FitLink(source="answer", target=target.id, strength=3)),
    )
    assert isclose((fit(more).on_paper or 0) - (figures.on_paper or 0), chosen.worth, abs_tol=1e-12)


def test_every_sentence_goes_through_translation() -> None:
    said: list[str] = []

    def overheard(_context: str, text: str, _comment: str | None, _count: int) -> str:
        said.append(text)
        return text.replace("Nothing answers", "Nichts beantwortet")

    use(overheard)
    try:
        assert explain(canvas_with(DOWNTIME)).notes[0].text == "Nichts beantwortet “Unplanned downtime” yet."
    finally:
        use(None)
    assert "Nothing answers “{note}” yet." in said
    assert translate("Explanation", "Nothing") == "Nothing"


@given(canvases(), st.integers(0, 5))
def test_with_little_room_the_first_sentences_of_each_kind_are_said(
    canvas: ValuePropositionCanvas, most: int
) -> None:
    whole, little = explain(canvas), explain(canvas, most=most)
    assert (little.notes, little.next_links) == (whole.notes[:most], whole.next_links[:most])
    assert (little.headline, little.remarks) == (whole.headline, whole.remarks)
    assert (whole.left_out, little.left_out) == (0, max(0, len(whole.notes) - most))
