"""The colour profile of sRGB, written from its published figures (IEC 61966-2-1) as ICC.1:2004-10 has it."""

from functools import cache
from struct import pack

_D50 = (0.9642, 1.0, 0.8249)
_RED, _GREEN, _BLUE = (0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)
"""The primaries as seen in the light of D50."""
_FROM_D65 = (1.04791, 0.02293, -0.05019, 0.02960, 0.99046, -0.01707, -0.00925, 0.01508, 0.75168)
"""Bradford's way from the light of D65, in which sRGB is defined, to that of D50."""
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""Y = (aX + b)^γ from d on, cX before: γ, a, b, c, d."""
_HEADER = 128


@cache
def profile() -> bytes:
    """Give the profile as a file."""
    curve = b"para" + pack(">4x2H", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": _place(_D50),
        b"chad": b"sf32" + bytes(4) + _fixed(*_FROM_D65),
        b"rXYZ": _place(_RED),
        b"gXYZ": _place(_GREEN),
        b"bXYZ": _place(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = _HEADER + 4 + 12 * len(tags)
    table, data = pack(">I", len(tags)), b""
    for name, content in tags.items():
        at = data.find(content)
        if at < 0:
            at = len(data)
            data += content + bytes(-len(content) % 4)
        table += name + pack(">2I", start + at, len(content))
    return _header(start + len(data)) + table + data


def _header(size: int) -> bytes:
    return b"".join(
        (
            pack(">I4xI", size, 0x04200000),  # version 4.2
            b"mntrRGB XYZ ",
            pack(">6H", 2024, 1, 1, 0, 0, 0),
            b"acsp",
            bytes(28),  # no platform, flags, maker, model and attributes; perceptual
            _fixed(*_D50),
            bytes(48),
        )
    )


def _fixed(*values: float) -> bytes:
    return pack(f">{len(values)}i", *(round(value * 0x10000) for value in values))


def _place(colour: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*colour)


def _text(text: str) -> bytes:
    letters = text.encode("utf-16-be")
    return b"mluc" + pack(">4x2I", 1, 12) + b"enUS" + pack(">2I", len(letters), 28) + letters
