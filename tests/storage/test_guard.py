"""Every kind of unsound file gets one plain sentence, and sound ones in other encodings get through."""

import json

import pytest

from canvasdesk.storage.codec import read, write
from canvasdesk.storage.errors import ReadError
from canvasdesk.storage.guard import MAX_BYTES, MAX_DEPTH
from tests.storage.documents import HOSTILE, NOT_OURS, SMALL, nested, small


@pytest.mark.parametrize(("data", "sentence"), [*HOSTILE.values()], ids=[*HOSTILE])
def test_a_hostile_file_is_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "plan.canvasdesk")
    assert str(caught.value) == f"“plan.canvasdesk” cannot be opened: {sentence}."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_encodings_of_unicode_are_read(encoding: str) -> None:
    text = small(title="Größe – 品質 👩‍🏭")
    assert read(text.encode(encoding), "plan").workspace.title == "Größe – 品質 👩‍🏭"


@pytest.mark.parametrize("brackets", ["[]", "{}"])
def test_the_deepest_allowed_nesting_is_read_and_one_more_refused(brackets: str) -> None:
    assert read(small(future=nested(MAX_DEPTH - 1, brackets)).encode(), "plan").workspace.model_extra
    with pytest.raises(ReadError, match="nested too deeply"):
        read(small(future=nested(MAX_DEPTH, brackets)).encode(), "plan")


def test_the_largest_allowed_file_is_read_and_one_byte_more_refused() -> None:
    text = small(title="x")
    most = text + " " * (MAX_BYTES - len(text))
    assert read(most.encode(), "plan").workspace.title == "x"
    with pytest.raises(ReadError, match="larger than 10 MB"):
        read(most.encode() + b" ", "plan")


def test_whole_surrogate_pairs_are_characters() -> None:
    assert read(small(title="!").replace("!", "\\ud83d\\ude00").encode(), "plan").workspace.title == "😀"


@pytest.mark.parametrize("number", [0, -1, 1e300, 2**53 + 1, int("9" * 300), -0.0, 1e-320])
def test_numbers_in_unknown_keys_survive(number: float) -> None:
    loaded = read(small(future=number).encode(), "plan").workspace
    assert loaded.model_extra == {"future": number}
    again = json.loads(write(loaded))["future"]
    assert (again, type(again)) == (number, type(number))


def test_the_key_named_in_a_sentence_is_cut_and_shown_safely() -> None:
    key = "\u202e\n" + "k" * 100
    text = SMALL.replace("{", "{" + f"{json.dumps(key)}: 1, {json.dumps(key)}: 2, ", 1)
    with pytest.raises(ReadError) as caught:
        read(text.encode(), "plan")
    assert "“\ufffd\ufffd" + "k" * 57 + "…”" in str(caught.value)


def test_a_name_with_braces_stays_as_it_is() -> None:
    with pytest.raises(ReadError, match=r"^“\{0\}%n\{key\}” cannot be opened: "):
        read(NOT_OURS, "{0}%n{key}")
