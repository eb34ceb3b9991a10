"""Programs that edit, journal and save, killed at a random moment; says what was lost, which is nothing.

    python tests/fuzz/kills.py [--times 1000] [--seed 0]

Each one is a process that does random edits and is killed for good (SIGKILL) after a random number of them
and a random moment more. What somebody would find who starts again has to be the value that was committed
last, or the one that was under way.
"""

import argparse
import os
import random
import signal
import sys
import time
from contextlib import suppress
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from canvasdesk.model.workspace import Workspace
from canvasdesk.storage import journal
from canvasdesk.storage.errors import ReadError
from tests.storage.journals import Kept, left, random_edits, work

MOST = 150  # edits of one process
MOMENT = 0.004  # seconds at most from a commit to the kill


def main() -> int:
    """Kill and count."""
    parser = argparse.ArgumentParser(description="Kill programs that edit.")
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    journal.LARGEST, journal.PATIENCE = 20_000, 0.01
    documents = edits = 0
    for number in range(options.times):
        seed = options.seed * 1_000_000 + number
        with TemporaryDirectory() as folder:
            lost = killed(Path(folder), seed)
        if lost:
            print(f"seed {seed}: {lost} of the committed edits lost", flush=True)
        documents += lost < 0
        edits += max(lost, 0)
    print(f"{options.times} kills: {documents} documents lost, {edits} committed edits lost")
    return int(documents + edits > 0)


def killed(folder: Path, seed: int) -> int:
    """Give how many committed edits were lost with a program killed at a random moment; -1 for everything."""
    chance = random.Random(seed)  # noqa: S311
    values = list(islice(random_edits(seed), MOST))
    kept, target = Kept(folder), folder / "plan.canvasdesk"
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            work(kept, target, values, lambda _: os.write(writing, b"."))
            signal.pause()  # done, and killed as all the others
        os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        committed = 0
        for _ in range(chance.randrange(MOST)):
            committed += len(pipe.read(1))
        time.sleep(chance.uniform(0, MOMENT))
        os.kill(child, signal.SIGKILL)
        committed += len(pipe.read())
    os.waitpid(child, 0)
    return _lost(kept, target, values, committed)


def _lost(kept: Kept, target: Path, values: list[Workspace], committed: int) -> int:
    try:
        found = left(kept.recovery, target)
    except ReadError:
        return -1
    if not found:
        return -1 if committed else 0
    under_way = min(committed + 1, len(values))
    at = next((number for number in range(under_way, 0, -1) if [values[number - 1]] == found), None)
    return -1 if at is None else max(committed - at, 0)


if __name__ == "__main__":
    sys.exit(main())
