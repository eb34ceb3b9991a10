"""Journals in child processes that die at one system call after the other; prints what each left behind."""

import json
import os
import sys
from itertools import islice
from pathlib import Path

from canvasdesk.model.workspace import Workspace
from canvasdesk.storage import journal
from tests.storage.faults import die, intercepted
from tests.storage.journals import Kept, left, random_edits, work

VALUES = list(islice(random_edits(11), 18))


def after_dying_at(number: int, folder: Path) -> dict[str, object]:
    """Work in a child that dies at call `number`; give how many values were committed and which was found."""
    folder.mkdir()
    kept, target, write = Kept(folder), folder / "plan.canvasdesk", os.write
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with intercepted(die(number)):
            work(kept, target, VALUES, lambda _: write(writing, b"."))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        committed = len(pipe.read())
    _, status = os.waitpid(child, 0)
    return {
        "exit": os.waitstatus_to_exitcode(status),
        "committed": committed,
        "found": _number(left(kept.recovery, target), committed),
    }


def _number(found: list[Workspace], committed: int) -> int | None:
    """Give how many values had been committed when `found` was there; the one under way may be it, too."""
    if not found:
        return 0
    near = range(max(1, committed), min(committed + 1, len(VALUES)) + 1)
    return next((number for number in near if [VALUES[number - 1]] == found), None)


def main(folder: Path) -> None:
    """Die at every call in turn until a child lives to the end."""
    journal.PATIENCE, journal.LARGEST = 3600, 2_500
    results = []
    while not results or results[-1]["exit"] != 0:
        results.append(after_dying_at(len(results), folder / str(len(results))))
    print(json.dumps(results))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
