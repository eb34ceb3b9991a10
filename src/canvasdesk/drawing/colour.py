"""Colours mixed beforehand, so that no output needs translucency."""

from functools import cache


@cache
def mix(one: str, other: str, share: float) -> str:
    """Give the colour that lies `share` (0 to 1) of the way from `one` to `other`, all "#RRGGBB"."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
