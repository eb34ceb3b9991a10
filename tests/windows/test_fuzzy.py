import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.windows.fuzzy import ranked, score

COMMANDS = [
    "Save",
    "Save as…",
    "Select all",
    "Swap sides",
    "Undo",
    "Zoom to selection",
    "Zoom in",
    "Export picture…",
    "Move to Pain relievers",
    "Move to Pains",
    "New gain",
    "Next canvas",
]
TEXTS = st.text("abcdé -ABC", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sa", "Save"),
        ("sas", "Save as…"),
        ("zts", "Zoom to selection"),
        ("mtp", "Move to Pains"),
        ("mpr", "Move to Pain relievers"),
        ("nc", "Next canvas"),
        ("pic", "Export picture…"),
        ("SWAP", "Swap sides"),
        ("zoom in", "Zoom in"),
        ("un", "Undo"),
    ],
)
def test_a_few_letters_find_the_command(typed: str, first: str) -> None:
    assert ranked(typed, COMMANDS, str)[0] == first


def test_letters_that_are_not_all_there_in_order_find_nothing() -> None:
    assert ranked("zq", COMMANDS, str) == []
    assert score("as", "sa") is None


def test_without_letters_all_match_in_their_order() -> None:
    assert ranked(" ", COMMANDS, str) == COMMANDS


def test_accents_and_case_do_not_matter() -> None:
    assert score("ubersicht", "Übersicht") == score("übersicht", "uebersicht".replace("ue", "u"))


@given(text=TEXTS, data=st.data())
def test_letters_taken_from_a_text_in_order_always_match(text: str, data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
    query = "".join(letter for letter, keep in zip(text, kept, strict=True) if keep)
    assert score(query, text) is not None


@given(text=st.text("abc -", min_size=1, max_size=9), other=st.text("abc -", max_size=12))
def test_no_other_text_matches_better_than_the_text_itself(text: str, other: str) -> None:
    asked = text.replace(" ", "")
    mine, others = score(asked, asked), score(asked, other)
    assert mine is not None
    assert others is None or others <= mine


@given(query=st.text("abc", min_size=1, max_size=4), text=st.text("abc ", min_size=1, max_size=9))
def test_the_score_is_that_of_the_best_way_to_lay_the_letters(query: str, text: str) -> None:
    from itertools import combinations

    from canvasdesk.windows import fuzzy

    def worth(places: tuple[int, ...]) -> float:
        total = fuzzy.BEGINNING * (places[0] == 0) - fuzzy.SKIPPED * (len(text) - len(query))
        for number, place in enumerate(places):
            total += fuzzy.LETTER + fuzzy.WORD_START * (place == 0 or text[place - 1] == " ")
            total += fuzzy.TOGETHER * (number > 0 and places[number - 1] == place - 1)
        return total

    ways = [
        worth(places)
        for places in combinations(range(len(text)), len(query))
        if all(text[place] == letter for place, letter in zip(places, query, strict=True))
    ]
    found = score(query, text)
    assert found == (pytest.approx(max(ways)) if ways else None)
