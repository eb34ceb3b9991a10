"""Documents that went through bad hands: sound ones damaged in their bytes, their shape and their values."""

import codecs
import json
import random
from functools import cache
from pathlib import Path
from typing import Any

from canvasdesk.model.business import Block
from canvasdesk.model.flows import Relation
from canvasdesk.model.sections import Section
from tests.fuzz.crowds import crowd
from tests.storage.documents import HOSTILE

ROOT = Path(__file__).parents[2]

TOKENS = (
    b"NaN", b"-Infinity", b"1e999", b"1e-999", b"-0.0", b"null", b"true", b"0x10", b"01", b".5", b"{", b"}",
    b"[", b"]", b",", b":", b'"', b"\\", b"\0", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
    b"\xef\xbb\xbf", b"\\ud800", b"\\udc00\\ud800", b"\\u0000", b"\r", b"\xe2\x80\xa8", b"\xe2\x80\xae",
    b"//no", b"9" * 400, b"[" * 70, b'{"a":' * 70, b"[" * 20_000,
)  # fmt: skip

TEXTS = (
    "", " ", "\0", "\ud800", "\udfff\ud83d", "\ufeff", "\ufffe", "\u2028\u2029\x85", "\u202eevil\u2066",
    "\r\n\t\x1b[31m", "👩‍👩‍👧‍👦", "e" + "\u0301" * 300, "<img src=file:///etc/passwd>", "=cmd|' /C calc'!A0",
    "{name} {0} %n %1", "__proto__", "x" * 65, "x" * 1_001, "x" * 20_000, "x" * 20_001, "\U0010ffff" * 999,
    "0001-01-01", "9999-12-31", "2026-02-30", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59",
    "2026-03-31T09:00:00.123456789Z", "2026-03-31T24:00:00Z", "2026-03-31T09:00:60Z", "2026-03-31 09:00Z",
    "2026-03-31T09:00:00", "2026-03-31T09:00:00+05:53:28", "1e3", "-1", "１２", "#1F6FB5", "#1F6FB5\n",
    "#1f6fb５", "primary", "do nothing", "canvasdesk", *Section, *Block, *Relation,
)  # fmt: skip

NUMBERS = (
    0, 1, -1, 3, 5, 6, 2, 1.0, 5.0, 0.1, -0.0, 1e6, -1e6, 1_000_000.0000001, 1e15, 1e308, -1e308, 5e-324,
    2**31, 2**53 + 1, 2**63, 2**64, -(2**64), 10**299, 10**300, 1_774_947_600, 253_402_300_800, 1e-320,
)  # fmt: skip

KEYS = (
    "id", "title", "created", "modified", "language", "business_model", "entries", "block", "amount",
    "relationship", "segments", "segment_ids", "canvases", "notes", "section", "text", "x", "y", "importance",
    "parked", "links", "source", "target", "strength", "alternatives", "kind", "ratings", "evidence", "level",
    "about", "hypotheses", "card", "learning", "flows", "relation", "business_end", "canvas_end",
    "business_seen", "iterations", "date", "figures", "view", "quarantine", "stakeholder", "role", "colour",
    "priority", "format", "version", "future", "", "\0", "model_extra", "__class__", "model_config", "ids",
    "note_by_id", "canvas_by_id", "self", "\ud800", "k" * 5_000,
)  # fmt: skip


MOST_PLACES = 20_000  # where a document is damaged no more: copying parts of it into others doubles it

ENCODINGS = (
    ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-16-le", b""), ("utf-16-be", b""), ("utf-32-le", codecs.BOM_UTF32_LE), ("latin-1", b""),
    ("utf-7", b""),
)  # fmt: skip


@cache
def sound() -> tuple[bytes, ...]:
    """Give the shipped templates and files of every version."""
    folders = ROOT / "resources" / "templates", ROOT / "tests" / "data"
    return tuple(path.read_bytes() for folder in folders for path in sorted(folder.iterdir()))


@cache
def hostile() -> tuple[bytes, ...]:
    """Give what is hostile already, as far as it is small."""
    return tuple(data for data, _ in HOSTILE.values() if len(data) < 10_000)


def damaged(chance: random.Random) -> bytes:
    """Give a document that somebody damaged in one way or several."""
    if chance.random() < 0.004:
        data = crowd(chance)
        return data if chance.random() < 0.7 else _in_bytes(data, chance)
    data = chance.choice(sound() if chance.random() < 0.9 else hostile())
    if chance.random() < 0.8:
        data = _in_shape(data, chance)
    if chance.random() < 0.3:
        for _ in range(chance.choice((1, 1, 2, 8))):
            data = _in_bytes(data, chance)
    return _encoded(data, chance) if chance.random() < 0.05 else data


# Bytes.


def _in_bytes(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.choice((0, 1, 2, 8, 100, 5_000)))
    before, taken, after = data[:start], data[start:end], data[end:]
    match chance.randrange(8):
        case 0:
            return before + after
        case 1:
            return before
        case 2:
            return before + taken + taken + after
        case 3:
            return before + chance.randbytes(len(taken) or 1) + after
        case 4:
            return before + chance.choice(TOKENS) + after
        case 5:
            other = chance.choice(sound())
            return before + other[chance.randrange(len(other) + 1) :]
        case 6:
            return _line_again(data, chance)
    return after + taken + before


def _line_again(data: bytes, chance: random.Random) -> bytes:
    """Repeat a line somewhere: a key twice, an object twice."""
    lines = data.splitlines(keepends=True) or [b""]
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))
    return b"".join(lines)


def _encoded(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    encoding, mark = chance.choice(ENCODINGS)
    return mark + text.encode(encoding, "replace")


# Shape and values.


def _in_shape(data: bytes, chance: random.Random) -> bytes:
    ascii_only, indent = chance.random() < 0.5, chance.choice((None, 1, 2))
    try:
        document = json.loads(data)
        for _ in range(chance.choice((1, 1, 1, 2, 3, 10, 40))):
            _damage(document, chance)
        text = json.dumps(document, ensure_ascii=ascii_only, indent=indent)
    except (ValueError, RecursionError):  # no JSON, or nested hundreds of times
        return data
    return text.encode("utf-8", "surrogatepass")


def _damage(document: object, chance: random.Random) -> None:
    """Damage one place of a document."""
    places = _places(document)
    if not 0 < len(places) < MOST_PLACES:
        return
    whole, key = chance.choice(places)
    alike = [place for place in places if place[1] == key]  # what fits better, and is refused less often
    other, other_key = chance.choice(alike if chance.random() < 0.7 else places)
    match chance.randrange(7):
        case 0:
            whole[key] = odd(chance)
        case 1 | 2:
            whole[key] = _copied(other[other_key])
        case 3:
            del whole[key]
        case 4:
            one, two = _copied(whole[key]), _copied(other[other_key])  # or one might end in itself
            whole[key], other[other_key] = two, one
        case 5:
            _grown(whole, key, chance)
        case 6:
            for _ in range(chance.choice((1, 2, 20, 70))):
                whole[key] = {"k": whole[key]} if chance.random() < 0.5 else [whole[key]]


def _grown(whole: Any, key: Any, chance: random.Random) -> None:
    """Repeat what is in a list; put another key into an object, or give one another name."""
    if isinstance(whole, list):
        whole.extend(_copied(whole[key:]) * chance.choice((1, 1, 3)))
    elif chance.random() < 0.7:
        whole[chance.choice(KEYS)] = odd(chance)
    else:
        whole[chance.choice(KEYS)] = whole.pop(key)


def _copied(value: object) -> Any:
    return json.loads(json.dumps(value))


def _places(document: object) -> list[tuple[Any, Any]]:
    """Give every place of a document: what it is in, and its key there."""
    places, wholes = list[tuple[Any, Any]](), [document]
    while wholes:
        whole = wholes.pop()
        if isinstance(whole, dict | list):
            keys = list(whole) if isinstance(whole, dict) else range(len(whole))
            places += [(whole, key) for key in keys]
            wholes += [whole[key] for key in keys]
    return places


def odd(chance: random.Random) -> object:
    """Give a value that nobody expects."""
    match chance.randrange(7):
        case 0 | 1:
            return chance.choice(TEXTS)
        case 2 | 3:
            return chance.choice(NUMBERS)
        case 4:
            return chance.choice((None, True, False))
        case 5:
            return [odd(chance) for _ in range(chance.randrange(3))]
    return {chance.choice(KEYS): odd(chance) for _ in range(chance.randrange(3))}
