"""Texts named inside sentences: readable, on one line, and unable to disturb the sentence."""

import unicodedata

import pytest
from hypothesis import given

from canvasdesk.model.canvas import Alternative, AlternativeKind
from canvasdesk.model.notes import Note
from canvasdesk.model.quoting import alternative_name, isolated, one_line, quoted_note
from canvasdesk.model.sections import Section
from tests.scalars import texts


@pytest.mark.parametrize(
    ("text", "most", "line"),
    [
        ("Short", 10, "Short"),
        ("  two\n lines\t", 20, "two lines"),
        ("exactly ten", 11, "exactly ten"),
        ("one two three four", 12, "one two…"),
        ("one, two, three, four", 11, "one, two…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
        ("品質の不具合による停止", 6, "品質の不具…"),
        ("abcd\u0301efgh", 5, "abc…"),
        ("evil \u202egnp.exe\u202c", 20, "evil gnp.exe"),
        ("bell\x07 and nul\x00", 20, "bell and nul"),
        ("", 10, ""),
    ],
)
def test_a_text_is_cut_between_words(text: str, most: int, line: str) -> None:
    assert one_line(text, most) == line


@given(texts(200))
def test_a_line_is_short_and_quiet(text: str) -> None:
    line = one_line(text, 40)
    assert len(line) <= 40
    assert line == line.strip()
    assert not any(
        unicodedata.category(character) == "Cc"
        or unicodedata.bidirectional(character)
        in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        for character in line
    )


def test_only_what_runs_from_right_to_left_is_isolated() -> None:
    assert isolated("plain 24/7") == "plain 24/7"
    assert isolated("כאב ראש") == "\u2068כאב ראש\u2069"
    assert quoted_note(Note(section=Section.PAINS, text="الأعطال 24/7")) == "\u2068الأعطال 24/7\u2069"
    assert quoted_note(Note(section=Section.PAINS, text=" \n")) == "empty note"


def test_an_alternative_without_a_name_goes_by_its_kind() -> None:
    assert alternative_name(Alternative(kind=AlternativeKind.COMPETITOR, name=" Acme ")) == "Acme"
    assert [alternative_name(Alternative(kind=kind)) for kind in AlternativeKind] == [
        "a competitor", "a substitute", "a workaround", "doing nothing",
    ]  # fmt: skip
