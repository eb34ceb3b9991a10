"""A second program that works with the same file."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOLD = """
import sys
from pathlib import Path
from canvasdesk.storage.lock import release, take
lock = take(Path(sys.argv[1]))
print(type(lock).__name__, flush=True)
sys.stdin.read()
release(lock)
"""
EDIT = """
import json, sys
from pathlib import Path
from canvasdesk.editing.notes import edit_notes
from canvasdesk.storage.files import load, save
path, target, texts = Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3])
edited = edit_notes(load(path).workspace, {each: {"text": text} for each, text in texts.items()})
save(target, edited, recovery_dir=target.parent)
"""


def edit_elsewhere(path: Path, texts: Mapping[str, str], target: Path | None = None) -> None:
    """Let another program give notes other texts, by their ids, and save that to the same file or another."""
    command = [sys.executable, "-c", EDIT, str(path), str(target or path), json.dumps(texts)]
    subprocess.run(command, cwd=ROOT, check=True)


@contextmanager
def open_elsewhere(path: Path) -> Iterator[None]:
    """Let another program have `path` open."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin
        assert other.stdout
        assert other.stdout.readline() == "Lock\n"
        yield
        other.stdin.close()
        other.wait()
