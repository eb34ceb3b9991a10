"""Records in a file come back whole or not at all, wherever the file ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.storage.frames import framed, frames

RECORDS = [b"one", b"\0" * 20, b"{}"]
DATA = b"".join(map(framed, RECORDS))


@pytest.mark.parametrize("length", range(len(DATA) + 1))
def test_a_torn_tail_costs_only_what_is_torn(length: int) -> None:
    whole = [number for number in range(4) if sum(map(len, map(framed, RECORDS[:number]))) <= length]
    assert list(frames(DATA[:length])) == RECORDS[: whole[-1]]


@pytest.mark.parametrize("at", range(len(DATA)))
def test_a_wrong_byte_ends_the_file(at: int) -> None:
    damaged = DATA[:at] + bytes([DATA[at] ^ 1]) + DATA[at + 1 :]
    found = list(frames(damaged))
    assert found == RECORDS[: len(found)]
    assert sum(map(len, map(framed, found))) <= at


def test_zeros_after_a_power_cut_are_no_records() -> None:
    assert list(frames(DATA + b"\0" * 4096)) == RECORDS


@given(st.binary(max_size=200))
def test_anything_can_be_read(data: bytes) -> None:
    assert len(b"".join(frames(data))) <= len(data)
