"""Evidence levels: the best support that nothing newer refutes."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.model.evidence import Evidence, EvidenceKind, EvidenceVerdict, evidence_levels
from tests.scalars import days
from tests.strategies import evidence

IDS = ("a", "b", "c")
DAY = date(2026, 3, 1)
records = st.lists(evidence(IDS), max_size=6)


def record(level: int, day: int | None = None, *, refutes: bool = False) -> Evidence:
    verdict = EvidenceVerdict.REFUTES if refutes else EvidenceVerdict.SUPPORTS
    when = None if day is None else DAY + timedelta(days=day)
    return Evidence(kind=EvidenceKind.INTERVIEW, level=level, verdict=verdict, date=when, about=("a",))


@given(records)
def test_a_level_is_one_that_some_record_supports(known: list[Evidence]) -> None:
    supports = {
        (each, known_record.level)
        for known_record in known
        if known_record.verdict is EvidenceVerdict.SUPPORTS
        for each in known_record.about
    }
    assert set(evidence_levels(known).items()) <= supports


@given(records, evidence(IDS))
def test_support_never_lowers_a_level(known: list[Evidence], more: Evidence) -> None:
    support = more.model_copy(update={"verdict": EvidenceVerdict.SUPPORTS})
    before, after = evidence_levels(known), evidence_levels([*known, support])
    assert all(after.get(each, 0) >= level for each, level in before.items())


@given(records, days())
def test_a_refutation_newer_than_all_leaves_nothing(known: list[Evidence], day: date) -> None:
    last = max([day, *(each.date for each in known if each.date)])
    refuted = Evidence(
        kind=EvidenceKind.EXPERIMENT, level=1, verdict=EvidenceVerdict.REFUTES, date=last, about=("a",)
    )
    levels = evidence_levels([*known, refuted])
    assert levels.get("a", 0) == 0
    assert {each: level for each, level in levels.items() if each != "a"} == {
        each: level for each, level in evidence_levels(known).items() if each != "a"
    }


def test_days_decide_and_not_the_order_in_the_file() -> None:
    support, doubt = record(3, day=1), record(1, day=2, refutes=True)
    assert evidence_levels([support, doubt]) == evidence_levels([doubt, support]) == {}
    newer = record(2, day=3)
    assert evidence_levels([newer, doubt, support]) == {"a": 2}
    assert evidence_levels([record(1, day=1), record(2, day=2), record(1, day=3)]) == {"a": 2}


def test_records_without_a_day_come_first_and_the_file_decides_within_a_day() -> None:
    assert evidence_levels([record(1, day=0, refutes=True), record(3)]) == {}
    assert evidence_levels([record(3, refutes=True), record(3)]) == {"a": 3}
    assert evidence_levels([record(3), record(3, refutes=True)]) == {}
    assert evidence_levels([record(2, day=4, refutes=True), record(2, day=4)]) == {"a": 2}
    assert evidence_levels([]) == {}
