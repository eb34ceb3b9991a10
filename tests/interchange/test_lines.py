"""Text from other programs becomes notes: lines, lists, cells; and notes become text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.interchange.lines import notes_from_text, one_note_from_text, text_from_notes
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.value import TEXT_LENGTH


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("", ()),
        (" \r\n\t\n", ()),
        ("one", ("one",)),
        ("one\ntwo", ("one", "two")),
        ("one\r\ntwo\rthree\n\n", ("one", "two", "three")),
        ("  one  \n\u00a0two", ("one", "two")),
        ("one\u2029two\x85three\x0cfour", ("one", "two", "three", "four")),
        ("soft\u2028break\nand\x0banother", ("soft\nbreak", "and\nanother")),
        ("\ufeffone", ("one",)),
        ("o\x00n\x07e", ("one",)),
        ("half \ud83d of a sign", ("half  of a sign",)),
    ],
)
def test_lines(text: str, notes: tuple[str, ...]) -> None:
    assert notes_from_text(text) == notes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("- one\n* two\n• three\n– four\n— five\n  - six", ("one", "two", "three", "four", "five", "six")),
        ("- [ ] open\n- [x] done\n☐ box", ("open", "done", "box")),
        ("1. one\n2) two\n(3) three\n10. ten", ("one", "two", "three", "ten")),
        ("- 1. one\n- 2. two", ("one", "two")),
        ("1.\tone\r\n2.\ttwo\r\n", ("one", "two")),
        ("•\tone\r\no\ttwo\r\n\uf0b7\tthree\r\n§\tfour", ("one", "two", "three", "four")),
        ("-\n•", ()),
        ("3. Quartal", ("3. Quartal",)),
        ("24/7 line\n-5 °C\n3.5 hours\n*bold*", ("24/7 line", "-5 °C", "3.5 hours", "*bold*")),
        ("+ 20 % sales\no", ("+ 20 % sales", "o")),
    ],
)
def test_bullets_and_numbers_go(text: str, notes: tuple[str, ...]) -> None:
    assert notes_from_text(text) == notes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("a\tb\r\nc\td\r\n", ("a", "b", "c", "d")),
        ("a\t\tb\n\t\nc", ("a", "b", "c")),
        ('"two\nlines"\r\nnext\r\n', ("two\nlines", "next")),
        ('"two\nlines"\tbeside\n', ("two\nlines", "beside")),
        ('"said ""no""\nand left"', ('said "no"\nand left',)),
        ('"with\ttab"\tnext', ("with\ttab", "next")),
        ('"""quoted"" at the start"', ('"quoted" at the start',)),
        ('"- not a list\n- but a cell"', ("not a list\n- but a cell",)),
        ('"cell\n"\n', ("cell",)),
    ],
)
def test_spreadsheet_cells(text: str, notes: tuple[str, ...]) -> None:
    assert notes_from_text(text) == notes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ('"Too slow"\n"Too dear"', ('"Too slow"', '"Too dear"')),
        ('"Too slow", they say\n"Too dear"', ('"Too slow", they say', '"Too dear"')),
        ('"Never closed\nnext', ('"Never closed', "next")),
        ('an 8" pipe\na 6" pipe', ('an 8" pipe', 'a 6" pipe')),
        ('"', ('"',)),
    ],
)
def test_quotes_of_the_writer_stay(text: str, notes: tuple[str, ...]) -> None:
    assert notes_from_text(text) == notes


def test_no_text_gets_longer_than_a_note_may_be() -> None:
    (text,) = notes_from_text("x" * (TEXT_LENGTH + 1))
    assert len(text) == TEXT_LENGTH
    assert len(one_note_from_text("y\n" * TEXT_LENGTH)) == TEXT_LENGTH


def test_one_note_keeps_its_line_breaks() -> None:
    assert one_note_from_text("\r\n- one\r\n\t- two\r\n\r\n") == "- one\n\t- two"
    assert one_note_from_text("  \n") == ""


@given(st.text(st.characters(codec=None), max_size=80))
def test_whatever_is_pasted_can_be_notes(text: str) -> None:
    for each in (*notes_from_text(text), one_note_from_text(text)):
        assert Note(section=Section.PAINS, text=each).model_dump_json()
    assert all(each.strip() for each in notes_from_text(text))


WORDS = st.from_regex(r'[a-z"]{1,6}( [a-z"\n\t]{1,6}){0,3}[a-z]', fullmatch=True)


@given(st.lists(WORDS.filter(lambda text: text == text.strip()), max_size=4))
def test_notes_come_back_from_the_text_made_of_them(texts: list[str]) -> None:
    assert notes_from_text(text_from_notes(texts)) == tuple(texts)


def test_text_made_of_notes_is_plain_where_it_can_be() -> None:
    assert text_from_notes(["one", 'say "no"', "two\nlines"]) == 'one\nsay "no"\n"two\nlines"'


def test_a_long_text_of_quotes_is_read() -> None:
    assert notes_from_text('"' * 200_001) == ('"' * TEXT_LENGTH,)
    assert notes_from_text('"a\n' * 50_001)[-1] == '"a'
