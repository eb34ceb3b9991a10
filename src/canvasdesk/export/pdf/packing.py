"""Small objects packed together, and the table that says where every object is: streams of PDF 1.5."""

from collections.abc import Sequence
from struct import pack
from typing import NamedTuple

TOGETHER = 100
"""Objects in a pack, at most: whoever wants one of them unpacks all."""
WIDTHS = "[1 4 2]"
"""Bytes of the three numbers of a `Spot`."""


class Spot(NamedTuple):
    """Where an object is: at a byte of the file (1), or at a place within a pack (2); 0 is for none."""

    kind: int
    where: int
    place: int = 0


NOWHERE = Spot(0, 0, 0xFFFF)
"""The spot of the object without a number, with which every table begins."""


def packed(objects: Sequence[tuple[int, bytes]]) -> tuple[bytes, int]:
    """Give numbered objects as the content of a pack, and at which of its bytes the first one begins."""
    head, at = [], 0
    for number, body in objects:
        head.append(b"%d %d" % (number, at))
        at += len(body) + 1
    begin = b" ".join(head) + b"\n"
    return begin + b"\n".join(body for _, body in objects), len(begin)


def table(spots: Sequence[Spot]) -> bytes:
    """Give the table of all objects, those with the smallest numbers first."""
    return b"".join(pack(">BIH", *spot) for spot in (NOWHERE, *spots))
