"""Colours mixed beforehand, so that no output needs translucency."""

from dataclasses import fields
from functools import cache
from typing import cast

from canvasdesk.layout.style import Hue, Theme


@cache
def mix(one: str, other: str, share: float) -> str:
    """Give the colour that lies `share` (0 to 1) of the way from `one` to `other`, all "#RRGGBB"."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)


@cache
def dimmed(theme: Theme, share: float = 0.65) -> Theme:
    """Give `theme` with every colour moved `share` of the way to the board's, for what steps back."""
    return cast(Theme, _moved(theme, theme.board, share))


def _moved(value: object, goal: str, share: float) -> object:
    if isinstance(value, Theme | Hue):
        parts = {part.name: _moved(getattr(value, part.name), goal, share) for part in fields(value)}
        return type(value)(**parts)  # type: ignore[arg-type]  # each part keeps its type
    return mix(value, goal, share) if isinstance(value, str) and value.startswith("#") else value


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
