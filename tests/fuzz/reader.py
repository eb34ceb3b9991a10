"""Damaged documents, read: each opens or is refused with one sentence, and nothing of it is lost.

    python tests/fuzz/reader.py [--documents 100000] [--seed 1] [--processes 2] [--keep FOLDER]

What fails is made as small as it can be and kept in a file, with the seed that makes it again.
"""

import argparse
import json
import random
import re
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from canvasdesk.model.value import Value
from canvasdesk.storage.codec import Loaded, Unfit, read, write
from canvasdesk.storage.errors import ReadError, SaveError, shown_name
from canvasdesk.storage.files import load, refuse_unreadable
from canvasdesk.storage.guard import guarded
from tests.fuzz.crowds import LARGE
from tests.fuzz.damage import damaged

NAMES = ("plan.canvasdesk", "a {name} %n <b>.json", "\u202eplan\n\x1b.canvasdesk", "\udcff.canvasdesk")
SECOND = 1.0  # of computing, the most for reading or writing `LARGE` bytes
HANG = 60  # seconds
MEMORY = 2_000_000_000  # bytes
LONGEST = 700  # characters of a sentence: a file's name, a place and a reason
CHUNK = 250  # documents one process reads at a time
OUTCOMES = ("opened", "repaired", "readable in part", "refused")
TRIES, USUAL = 3_000, 20_000  # to make a document of so many bytes smaller; a larger one gets fewer


@dataclass(frozen=True)
class Verdict:
    """How the reading of one document ended, how long it took, and what was wrong with that, if anything."""

    outcome: str
    seconds: float = 0.0
    fault: str = ""


class Fault(Exception):  # noqa: N818 - named for what it tells
    """Something that must not happen to any document."""


def main() -> int:
    """Read and count."""
    parser = argparse.ArgumentParser(description="Read damaged documents.")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    options = parser.parse_args()
    seeds = range(options.seed * 1_000_000_000, options.seed * 1_000_000_000 + options.documents)
    chunks = [seeds[start : start + CHUNK] for start in range(0, len(seeds), CHUNK)]
    counts, slowest = Counter[str](), (0.0, 0)
    with ProcessPoolExecutor(options.processes, initializer=_bounded) as pool:
        for verdicts in pool.map(partial(_chunk, keep=options.keep), chunks):
            for seed, verdict in verdicts:
                counts[verdict.outcome] += 1
                slowest = max(slowest, (verdict.seconds, seed))
                if verdict.fault:
                    print(f"seed {seed}: {verdict.fault}", flush=True)
    said = ", ".join(f"{counts[each]} {each}" for each in OUTCOMES)
    print(f"slowest: {slowest[0]:.2f} s (seed {slowest[1]})")
    print(f"{len(seeds)} documents: {said}, {counts['failed']} failures")
    return int(counts["failed"] > 0)


def _bounded() -> None:
    """Let no process take more memory than there is for it, so that asking for more is a fault."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _chunk(seeds: range, keep: Path) -> list[tuple[int, Verdict]]:
    with TemporaryDirectory() as folder:
        return [(seed, _one(seed, Path(folder), keep)) for seed in seeds]


def _one(seed: int, folder: Path, keep: Path) -> Verdict:
    chance = random.Random(seed)  # noqa: S311
    data, path = damaged(chance), folder / chance.choice(NAMES)
    verdict = judged(path, data)
    if verdict.fault:
        _keep(data, path, verdict, keep / f"{seed}.canvasdesk")
    return verdict


def judged(path: Path, data: bytes) -> Verdict:
    """Give how the reading of `data` from the file `path` ends."""
    path.write_bytes(data)
    try:
        with _alarm():
            verdict = _read(path, data)
        if [*path.parent.iterdir()] != [path] or path.read_bytes() != data:
            raise Fault("reading changed the file or left another")
    except Exception as fault:  # noqa: BLE001 - any other kind is what is looked for
        return Verdict("failed", fault=f"{type(fault).__name__}: {str(fault)[:300]!r}")
    finally:
        for left in path.parent.iterdir():
            left.unlink()
    return verdict


def _read(path: Path, data: bytes) -> Verdict:
    name, started = shown_name(path), time.process_time()
    try:
        loaded = load(path)
    except ReadError as error:
        taken = time.process_time() - started
        _check_time(data, taken)
        _check_sentence(str(error), f"“{name}” cannot be opened: ")
        if isinstance(error, Unfit) and error.rest:
            _check_read(data, error.rest)
            return Verdict("readable in part", taken)
        return Verdict("refused", taken)
    taken = time.process_time() - started
    _check_time(data, taken)
    _check_read(data, loaded)
    return Verdict("repaired" if loaded.notices else "opened", taken)


def _check_read(data: bytes, loaded: Loaded) -> None:
    started = time.process_time()
    written = write(loaded.workspace)
    _check_time(data, time.process_time() - started)
    for notice in loaded.notices:
        _check_sentence(notice)
    _check_fixed_point(loaded, written)
    if len(data) <= LARGE:
        _check_nothing_lost(data, written)


def _check_time(data: bytes, taken: float) -> None:
    if len(data) <= LARGE and taken > SECOND:
        raise Fault(f"{len(data)} bytes took {taken:.2f} s")


def _check_sentence(said: str, beginning: str = "") -> None:
    sound = said.startswith(beginning) and said.endswith(".") and said.isprintable() and len(said) <= LONGEST
    if not sound or "Traceback" in said:
        raise Fault(f"no sentence: {said!r}")


def _check_fixed_point(loaded: Loaded, written: bytes) -> None:
    try:
        refuse_unreadable(written, "plan")
    except SaveError as error:
        _check_sentence(str(error), "“plan” was not saved: ")
        return
    again = read(written, "plan")
    if again.notices or again.newer:
        raise Fault(f"what was mended is not sound: {again.notices}")
    if again.workspace != loaded.workspace:
        raise Fault("what was saved reads as something else")
    if write(again.workspace) != written:
        raise Fault("saving again gives other bytes")


def _check_nothing_lost(data: bytes, written: bytes) -> None:
    """Check that every word, number and unknown key of a document is somewhere in what is saved of it."""
    before, after = guarded(data, "plan").document, json.loads(written)
    del before["format"], before["version"]
    (keys, values), (kept_keys, kept) = _content(before), _content(after)
    lost = {each for each in values - kept - _defaults() if _as_double(each) not in kept}
    lost |= keys - kept_keys - kept - _fields()
    if lost:
        raise Fault(f"lost: {sorted(map(repr, lost))[:5]}")


def _as_double(value: object) -> object:
    """Give a number without its fraction as the fraction that it becomes where one is wanted."""
    try:
        return float(value) if isinstance(value, int) else value
    except OverflowError:
        return value


def _content(document: object) -> tuple[set[object], set[object]]:
    """Give the keys and the values of a document, but no moments: they have many spellings."""
    keys, values = set[object](), set[object]()
    parts = [document]
    while parts:
        part = parts.pop()
        if isinstance(part, dict):
            filled = {key: value for key, value in part.items() if value not in (None, False, "", [], {})}
            keys |= filled.keys()
            parts += [value for key, value in filled.items() if key not in _moments()]
        elif isinstance(part, list):
            parts += part
        elif part:
            values.add(part)
    return keys, values


@cache
def _models() -> tuple[type[Value], ...]:
    return tuple(Value.__subclasses__())


@cache
def _fields() -> frozenset[str]:
    return frozenset(name for model in _models() for name in model.model_fields)


@cache
def _moments() -> frozenset[str]:
    return frozenset(
        name
        for model in _models()
        for name, field in model.model_fields.items()
        if re.search(r"\bdate", repr(field.annotation))
    )


@cache
def _defaults() -> frozenset[object]:
    usual = [field.default for model in _models() for field in model.model_fields.values()]
    return frozenset({"canvasdesk", 1, *(each for each in usual if isinstance(each, str | float))})


# What fails.


def _keep(data: bytes, path: Path, verdict: Verdict, target: Path) -> None:
    """Keep a document that failed, as small as it can be and still fail alike."""
    kind = verdict.fault.partition(" ")[0], verdict.fault[:25]

    def fails(smaller: bytes) -> bool:
        fault = judged(path, smaller).fault
        return (fault.partition(" ")[0], fault[:25]) == kind

    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    target.write_bytes(minimised(data, fails))


def minimised(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """Give what is left of `data` when everything that can be taken out of it, while it `fails`, is."""
    size, tries, most = len(data) // 2, 0, TRIES * USUAL // max(USUAL, len(data))
    while size:
        at, shorter = 0, False
        while at < len(data) and tries < most:
            tries += 1
            smaller = data[:at] + data[at + size :]
            if fails(smaller):
                data, shorter = smaller, True
            else:
                at += size
        size = size if shorter and size < len(data) and tries < most else size // 2
    return data


@contextmanager
def _alarm() -> Iterator[None]:
    """Make a fault of what never ends."""

    def ring(*_: object) -> None:
        raise Fault(f"no end after {HANG} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(HANG)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


if __name__ == "__main__":
    sys.exit(main())
