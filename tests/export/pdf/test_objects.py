"""Numbers, texts and colours as a file writes them."""

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.export.pdf.objects import BYTES, LETTERS_MOST, colour, number, text_string
from tests.scalars import texts


@given(texts())
def test_texts_come_back(text: str) -> None:
    read = pikepdf.Object.parse(text_string(text).encode(BYTES))
    assert str(read) == text


@pytest.mark.parametrize("letter", ["x", "価", "😀"])
def test_what_is_too_long_for_archives_is_cut(letter: str) -> None:
    read = str(pikepdf.Object.parse(text_string(letter * 40_000).encode(BYTES)))
    assert read.rstrip("…") == letter * (LETTERS_MOST - 1)
    assert len(read.encode("utf-16-le")) <= 32_767


@given(st.floats(-1e6, 1e6))
def test_numbers_are_short_and_near(value: float) -> None:
    written = number(value)
    assert float(written) == pytest.approx(value, abs=0.0005001)
    assert len(written.partition(".")[2]) <= 3
    assert written != "-0"
    assert not written.endswith((".", ".0"))


def test_colours_are_shares() -> None:
    assert colour("#FF8000") == "1 0.502 0"
