"""The value proposition sentence: suggested from the heaviest answers, or written and searched for quotes."""

import pytest
from hypothesis import given

from canvasdesk.model.canvas import Alternative, AlternativeKind, ValuePropositionCanvas
from canvasdesk.model.fit import fit
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.statement import Part, sentence, suggest
from canvasdesk.model.value import evolve
from canvasdesk.words import use
from tests.scalars import texts
from tests.strategies import canvases, segments

SEGMENT = CustomerSegment(name="Industrial manufacturers")
NOTES = (
    Note(id="job", section=Section.JOBS, text="Keep defects below 0.1 %", importance=5),
    Note(id="small job", section=Section.JOBS, text="Write reports", importance=1),
    Note(id="pain", section=Section.PAINS, text="Unplanned downtime.", importance=5),
    Note(id="gain", section=Section.GAINS, text="Predictive quality data", importance=4),
    Note(id="big gain", section=Section.GAINS, text="Integration", importance=5),
    Note(id="camera", section=Section.PRODUCTS, text="Cameras"),
    Note(id="system", section=Section.PRODUCTS, text="AI inspection system"),
    Note(id="parts", section=Section.RELIEVERS, text="Same-day parts"),
    Note(id="feed", section=Section.CREATORS, text="Data feed"),
)
LINKS = (
    FitLink(source="camera", target="job", strength=1),
    FitLink(source="system", target="job", strength=2),
    FitLink(source="camera", target="small job", strength=3),
    FitLink(source="parts", target="pain"),
    FitLink(source="feed", target="gain", strength=1),
)
CANVAS = ValuePropositionCanvas(
    notes=NOTES, links=LINKS, alternatives=(Alternative(kind=AlternativeKind.DO_NOTHING, ratings={"job": 1}),)
)


def test_the_suggestion_names_the_heaviest_answered_notes() -> None:
    parts = suggest(CANVAS, SEGMENT)
    assert sentence(parts) == (
        "Our AI inspection system helps industrial manufacturers who want to keep defects below 0.1 %"
        " by ending unplanned downtime and giving predictive quality data, unlike doing nothing."
    )
    assert [(part.section, part.note_id) for part in parts if part.slot] == [
        (Section.PRODUCTS, "system"),
        (None, None),
        (Section.JOBS, "job"),
        (Section.PAINS, "pain"),
        (Section.GAINS, "gain"),
        (None, None),
    ]
    assert suggest(CANVAS, SEGMENT, fit(CANVAS)) == parts


def test_what_is_missing_is_named() -> None:
    parts = suggest(ValuePropositionCanvas(), CustomerSegment())
    assert sentence(parts) == (
        "Our ⟨product or service⟩ helps ⟨customers⟩ who want to ⟨answered job⟩ by ending ⟨answered pain⟩"
        " and giving ⟨answered gain⟩, unlike ⟨alternative⟩."
    )
    assert all(part.missing == part.slot for part in parts)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"links": LINKS[3:]}, "Our cameras helps"),  # no job answered: the first product
        ({"links": ()}, "who want to ⟨answered job⟩ by ending ⟨answered pain⟩"),
        ({"alternatives": ()}, "unlike ⟨alternative⟩."),
        ({"notes": (evolve(NOTES[0], parked=True), *NOTES[1:])}, "Our cameras helps industrial"),
        ({"notes": (evolve(NOTES[0], text=" "), *NOTES[1:])}, "who want to write reports"),
    ],
)
def test_the_suggestion_follows_the_canvas(change: dict[str, object], expected: str) -> None:
    assert expected in sentence(suggest(evolve(CANVAS, **change), SEGMENT))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Unplanned downtime.", "unplanned downtime"),
        ("A slow line", "a slow line"),
        ("I never know why", "I never know why"),
        ("AI that explains", "AI that explains"),
        ("ISO audits;", "ISO audits"),
        ("24/7 stops", "24/7 stops"),
        ("I’m never told why", "I’m never told why"),
        ("Q3 closes late", "Q3 closes late"),
        ("Azure Cloud Costs", "Azure Cloud Costs"),
        ("A French supplier", "a French supplier"),
        ("Lisbon is far away", "Lisbon is far away"),  # named so in another note
        ("Lis pendens", "lis pendens"),
        ("Trips to Lisbon", "trips to Lisbon"),  # also the first word of a later sentence
        ("...", "⟨answered pain⟩"),
    ],
)
def test_a_note_reads_on_inside_the_sentence(text: str, inside: str) -> None:
    assert f" by ending {inside} and giving " in sentence(suggest(with_pain(text), SEGMENT))


def with_pain(text: str) -> ValuePropositionCanvas:
    named = Note(section=Section.CREATORS, text="An office in Lisbon. Trips are short")
    return evolve(
        CANVAS, notes=(*(evolve(each, text=text) if each.id == "pain" else each for each in NOTES), named)
    )


@pytest.mark.parametrize(
    ("language", "inside"),
    [("en", "stillstand"), ("en-GB", "stillstand"), ("en_US", "stillstand"), ("EN", "stillstand")]
    + [(other, "Stillstand") for other in ("de", "enm", "", "x-en")],
)
def test_only_english_notes_lose_their_capital(language: str, inside: str) -> None:
    said = sentence(suggest(with_pain("Stillstand"), SEGMENT, language=language))
    assert f" by ending {inside} and giving " in said


def test_who_stands_in_for_a_segment_without_a_name() -> None:
    unnamed = CustomerSegment(who="Plant managers of mid-sized makers.")
    assert "helps plant managers of mid-sized makers who want" in sentence(suggest(CANVAS, unnamed))


def test_a_written_statement_is_kept_and_its_quotes_are_found() -> None:
    words = "For industrial manufacturers: UNPLANNED DOWNTIME ends with same-day parts, not “doing nothing”."
    parts = suggest(evolve(CANVAS, statement=f"  {words}\n"), SEGMENT)
    assert sentence(parts) == words
    assert [part for part in parts if part.slot] == [
        Part("industrial manufacturers", slot=True),
        Part("UNPLANNED DOWNTIME", Section.PAINS, "pain", slot=True),
        Part("same-day parts", Section.RELIEVERS, "parts", slot=True),
    ]


def test_a_longer_quote_wins_and_words_are_never_cut() -> None:
    notes = (
        Note(id="short", section=Section.GAINS, text="Parts"),
        Note(id="start", section=Section.GAINS, text="Same-day"),
        Note(id="parked", section=Section.PAINS, text="all", parked=True),
        Note(id="long", section=Section.RELIEVERS, text="Same-day parts"),
        Note(id="tiny", section=Section.PAINS, text="by"),
    )
    canvas = ValuePropositionCanvas(
        notes=notes, statement="Same-day parts by partsmen, counterparts, parts (all)."
    )
    found = [(part.text, part.note_id) for part in suggest(canvas, CustomerSegment()) if part.slot]
    assert found == [("Same-day parts", "long"), ("parts", "short")]


@given(canvases(max_notes=12), segments(max_canvases=1), texts())
def test_a_written_statement_is_never_altered(
    canvas: ValuePropositionCanvas, segment: CustomerSegment, statement: str
) -> None:
    quoting = " ".join([statement, *(note.text for note in canvas.notes), segment.name]).strip()
    written = evolve(canvas, statement=quoting)
    if quoting:
        assert "".join(part.text for part in suggest(written, segment)) == quoting
    suggested = suggest(evolve(canvas, statement=" "), segment)
    assert sum(part.slot for part in suggested) == 6
    assert all(part.text for part in suggested)
    for part in suggested:
        if part.note_id:
            assert canvas.note_by_id[part.note_id].section is part.section


def test_the_sentence_is_one_translatable_template() -> None:
    use(lambda _context, text, _comment, _count: (
        "Mit {product} hat {customers} {gain} statt {pain}; {job}, anders als {alternative}!"
        if "{product}" in text else text
    ))  # fmt: skip
    try:
        parts = suggest(CANVAS, SEGMENT)
    finally:
        use(None)
    assert sentence(parts).startswith("Mit AI inspection system hat industrial manufacturers predictive")
    assert [part.note_id for part in parts if part.note_id] == ["system", "gain", "pain", "job"]
