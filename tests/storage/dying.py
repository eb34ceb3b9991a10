"""Saves in child processes that die at one system call after the other; prints what each left behind."""

import json
import os
import sys
from pathlib import Path

from canvasdesk.storage.save import digest, rescued, save_bytes
from tests.storage.faults import die, intercepted

OLD, NEW = b"old " * 1000, b"new " * 3000


def after_dying_at(number: int, folder: Path, *, linked: bool) -> dict[str, object]:
    """Save in a child that dies at call `number` and give what is found afterwards."""
    folder.mkdir()
    target, recovery = folder / "plan.canvasdesk", folder / "state" / "recovery"
    target.write_bytes(OLD)
    if linked:
        os.link(target, folder / "twin")
    child = os.fork()
    if child == 0:
        with intercepted(die(number)):
            save_bytes(target, NEW, recovery_dir=recovery, expected=digest(OLD))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    copy = rescued(target, recovery)
    found = target.read_bytes()
    return {
        "exit": os.waitstatus_to_exitcode(status),
        "file": {OLD: "old", NEW: "new"}.get(found, "torn"),
        "copy": None if copy is None else {NEW: "new"}.get(copy.read_bytes(), "torn"),
    }


def main(folder: Path, *, linked: bool) -> None:
    """Die at every call in turn until a child lives to the end."""
    results = []
    while not results or results[-1]["exit"] != 0:
        results.append(after_dying_at(len(results), folder / str(len(results)), linked=linked))
    print(json.dumps(results))


if __name__ == "__main__":
    main(Path(sys.argv[1]), linked=sys.argv[2] == "linked")
