"""Colours mixed beforehand, so that no output needs translucency."""

from functools import cache


@cache
def mix(one: str, other: str, share: float) -> str:
    """Give the colour that lies `share` (0 to 1) of the way from `one` to `other`, all "#RRGGBB"."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


LEAST_CONTRAST = 3.0  # of marks that are no text, WCAG 2.2, 1.4.11


@cache
def standing_out(colour: str, paper: str, ink: str) -> str:
    """Give `colour`, as far mixed with `ink` as it takes to be told from `paper`, all "#RRGGBB"."""
    mixed = (mix(colour, ink, step / 10) for step in range(10))
    return next((each for each in mixed if contrast(each, paper) >= LEAST_CONTRAST), ink)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21, as WCAG defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
