"""The guard at the door: only sound JSON of the right format and size gets as far as the model."""

import codecs
import json
import math
from collections import Counter
from dataclasses import dataclass

from canvasdesk.storage.errors import ReadError, shown
from canvasdesk.storage.plain import Document
from canvasdesk.words import translate

FORMAT = "canvasdesk"
MAX_BYTES = 10_000_000
MAX_DEPTH = 64
MAX_PARTS = 100_000  # lists and objects; each takes time and memory to build
MAX_DIGITS = 300  # more than any float holds, fewer than make arithmetic slow


@dataclass(frozen=True)
class Guarded:
    """A sound document: its `text`, the same as a plain `document`, and the format version it claims."""

    text: str
    document: Document
    version: int


class _UnfitError(Exception):
    """A sentence with a place for the file's name, and the values for its other places."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.values = values


def guarded(data: bytes, name: str) -> Guarded:
    """Let `data` through, or raise `ReadError` with one sentence about the file shown as `name`."""
    try:
        text = _text(data)
        document = _document(text)
        return Guarded(text, document, _version(document))
    except _UnfitError as unfit:
        raise ReadError(str(unfit).format(name=name, **unfit.values)) from unfit.__cause__


def _text(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise _UnfitError(translate("Storage", "“{name}” cannot be opened: it is larger than 10 MB."))
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        raise _not_ours() from error
    if not text.strip():
        raise _UnfitError(translate("Storage", "“{name}” cannot be opened: it is empty."))
    return text


def _encoding(data: bytes) -> str:
    """Give the encoding by the byte order mark; without one, by the zeros beside the first character `{`."""
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return {b"{\0": "utf-16-le", b"\0{": "utf-16-be"}.get(data[:2], "utf-8")


def _document(text: str) -> Document:
    """Parse strictly: what two programs could read differently is refused."""
    try:
        document = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_float,
            parse_int=_int,
        )
    except json.JSONDecodeError as error:
        if not text.lstrip().startswith(("{", "[")):
            raise _not_ours() from error
        sentence = translate(
            "Storage", "“{name}” cannot be opened: it is damaged at line {line}, column {column}."
        )
        raise _UnfitError(sentence, line=error.lineno, column=error.colno) from error
    except RecursionError:
        raise _too_deep() from None
    if not isinstance(document, dict):
        raise _not_ours()
    _refuse_shape(document)
    if "\\u" in text:
        _refuse_half_characters(document)
    if document.get("format") != FORMAT:
        raise _not_ours()
    return document


def _object(pairs: list[tuple[str, object]]) -> Document:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise _UnfitError(
            translate("Storage", "“{name}” cannot be opened: it has the key “{key}” twice in one place."),
            key=shown(twice),
        )
    return found


def _constant(word: str) -> object:
    raise _UnfitError(
        translate("Storage", "“{name}” cannot be opened: {word} stands where a number belongs."), word=word
    )


def _float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _too_long(digits)
    return number


def _int(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise _too_long(digits)
    return int(digits)


def _refuse_shape(document: Document) -> None:
    """Refuse what is too deep or has too many parts, level by level, so that depth costs no stack."""
    level: list[Document | list[object]] = [document]
    depth, count = 0, 0
    while level:
        depth, count = depth + 1, count + len(level)
        if depth > MAX_DEPTH:
            raise _too_deep()
        if count > MAX_PARTS:
            raise _UnfitError(translate("Storage", "“{name}” cannot be opened: it has too many parts."))
        level = [
            part
            for whole in level
            for part in (whole.values() if isinstance(whole, dict) else whole)
            if type(part) is dict or type(part) is list  # twice as fast as isinstance, and JSON has no others
        ]


def _refuse_half_characters(document: object) -> None:
    """Refuse a lone surrogate: half of a character, which no other file could hold."""
    try:
        json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise _UnfitError(
            translate("Storage", "“{name}” cannot be opened: it contains half a character.")
        ) from error


def _version(document: Document) -> int:
    version = document.get("version")
    if type(version) is not int or version < 1:  # to Python, true is an integer as well
        raise _UnfitError(
            translate("Storage", "“{name}” cannot be opened: its version is no number from 1 up.")
        )
    return version


def _not_ours() -> _UnfitError:
    return _UnfitError(translate("Storage", "“{name}” cannot be opened: it is not a canvasdesk file."))


def _too_deep() -> _UnfitError:
    return _UnfitError(translate("Storage", "“{name}” cannot be opened: it is nested too deeply."))


def _too_long(digits: str) -> _UnfitError:
    return _UnfitError(
        translate("Storage", "“{name}” cannot be opened: the number {number} is out of range."),
        number=shown(digits, 20),
    )
