"""Documents for tests: small sound ones, and one for every way in which a file can be hostile."""

import json

HEADER = {"format": "canvasdesk", "version": 1}
SMALL = json.dumps({**HEADER, "id": "workspace"})
NOT_OURS = b"<html><body>404</body></html>"


def small(**more: object) -> str:
    """Give the text of a document with little in it but `more`."""
    return json.dumps({**HEADER, "id": "workspace", **more}, ensure_ascii=False)


def nested(depth: int, brackets: str) -> object:
    """Give lists or objects, `depth` of them in each other."""
    value: object = [] if brackets == "[]" else {}
    for _ in range(depth - 1):
        value = [value] if brackets == "[]" else {"k": value}
    return value


def with_note(**fields: object) -> str:
    """Give the text of a document whose third segment has one note with these fields."""
    canvas = {"id": "canvas", "notes": [{"id": "n1", "section": "pains", **fields}]}
    others = [{"id": "s1"}, {"id": "s2"}]
    return small(segments=[*others, {"id": "s3", "canvases": [canvas]}])


_NOT_OURS = "it is not a canvasdesk file"
_DEEP = "it is nested too deeply"
_HALF = "it contains half a character"
_VERSION = "its version is no number from 1 up"
_PLACE = "segments › 3 › canvases › 1 › notes › 1"

_SECTIONS = "'customer jobs', 'pains', 'gains', 'products and services', 'pain relievers' or 'gain creators'"

UNSOUND = {
    "empty": (b"", "it is empty"),
    "blank": (b" \r\n\t ", "it is empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "it is empty"),
    "binary": (bytes(range(256)), _NOT_OURS),
    "zeros": (b"\0" * 4096, _NOT_OURS),
    "odd UTF-16": (b"\xff\xfe{", _NOT_OURS),
    "a web page": (NOT_OURS, _NOT_OURS),
    "a list": (b"[1, 2]", _NOT_OURS),
    "a number": (b"5", _NOT_OURS),
    "another format": (b'{"format": "drawing", "version": 1}', _NOT_OURS),
    "no format": (b'{"version": 1}', _NOT_OURS),
    "cut off": (small(title="x").encode()[:-5], "it is damaged at line 1, column 67"),
    "rubbish after it": (SMALL.encode() + b"\n}", "it is damaged at line 2, column 1"),
    "a zero inside": (SMALL.encode().replace(b"work", b"wo\0k"), "it is damaged at line 1, column 49"),
    "latin-1": (small(title="Größe").encode("latin-1"), _NOT_OURS),
    "huge": (SMALL.encode() + b" " * 10_000_000, "it is larger than 10 MB"),
    "deep lists": (b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", _DEEP),
    "deep objects": (b'{"a": ' + b'{"a": ' * 100_000 + b"1" + b"}" * 100_001, _DEEP),
    "deep and cut off": (b"[" * 1_000_000, _DEEP),
    "a crowd": (small(future=[[]] * 100_000).encode(), "it has too many parts"),
    "duplicate keys": (
        SMALL.replace("}", ', "view": {"a": 1, "a": 1}}').encode(),
        "it has the key “a” twice in one place",
    ),
    "not a number": (b'{"x": NaN}', "NaN stands where a number belongs"),
    "minus infinity": (b'{"x": -Infinity}', "-Infinity stands where a number belongs"),
    "too large a number": (b'{"x": 1e999}', "the number 1e999 is out of range"),
    "too many digits": (b'{"x": ' + b"1" * 5000 + b"}", f"the number {'1' * 19}… is out of range"),
    "half a character": (
        small(title="!").replace("!", "\\ud800").encode(),
        "it contains half a character",
    ),
    "half a character in a key": (b'{"\\uDFff": 1}', _HALF),
    "no version": (b'{"format": "canvasdesk"}', _VERSION),
    "a version that is true": (
        b'{"format": "canvasdesk", "version": true}',
        "its version is no number from 1 up",
    ),
    "version zero": (b'{"format": "canvasdesk", "version": 0}', _VERSION),
}
"""What is no sound document at all, with what is said about it."""

UNFIT = {
    "a newer one that does not fit": (
        b'{"format": "canvasdesk", "version": 2, "segments": {}}',
        "a newer canvasdesk wrote it",
    ),
    "a wrong list": (small(segments={}).encode(), "segments: a list belongs here"),
    "a wrong object": (small(segments=[1]).encode(), "segments › 1: an object with keys belongs here"),
    "no canvas": (
        small(segments=[{"canvases": []}]).encode(),
        "segments › 1 › canvases: this list is empty",
    ),
    "a wrong text": (with_note(text=5).encode(), f"{_PLACE} › text: text belongs here"),
    "a wrong number": (with_note(x="5").encode(), f"{_PLACE} › x: a number belongs here"),
    "a wrong whole number": (
        with_note(importance=True).encode(),
        f"{_PLACE} › importance: a whole number belongs here",
    ),
    "a wrong switch": (with_note(parked=1).encode(), f"{_PLACE} › parked: true or false belongs here"),
    "a wrong date": (
        small(created="yesterday").encode(),
        "created: a date or time such as 2026-03-31 or 2026-03-31T09:00:00Z belongs here",
    ),
    "a time without zone": (
        small(created="2026-03-31T09:00:00").encode(),
        "created: a time needs its zone",
    ),
    "an unknown section": (
        with_note(section="worries").encode(),
        f"{_PLACE} › section: this must be {_SECTIONS}",
    ),
    "a missing section": (
        small(segments=[{"canvases": [{"notes": [{}]}]}]).encode(),
        "segments › 1 › canvases › 1 › notes › 1 › section: this is missing",
    ),
    "too important": (with_note(importance=6).encode(), f"{_PLACE} › importance: this must be 5 or less"),
    "out of reach": (with_note(y=-1e7).encode(), f"{_PLACE} › y: this must be -1,000,000 or more"),
    "a long text": (
        with_note(text="x" * 20_001).encode(),
        f"{_PLACE} › text: this text is longer than 20,000 characters",
    ),
    "an empty id": (with_note(id="").encode(), f"{_PLACE} › id: this text is empty"),
    "a colour": (
        small(segments=[{"colour": "red"}]).encode(),
        "segments › 1 › colour: a colour such as #1F6FB5 belongs here",
    ),
    "a field of another section": (
        with_note(gain_level="required").encode(),
        f"{_PLACE}: a note in pains has no gain_level",
    ),
    "two primary segments": (
        small(segments=[{"priority": "primary"}, {"priority": "primary"}]).encode(),
        "at most one segment is primary",
    ),
    "faults without end": (small(segments=[1] * 100_000).encode(), "it has 100000 faults"),
}
"""What is sound but does not fit the model, with what is said about it."""

HOSTILE = UNSOUND | UNFIT
