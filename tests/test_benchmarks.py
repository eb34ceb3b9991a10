"""The benchmarks run and print their rows; what the figures are is for people to read."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
ROWS = {
    "start": ["start to the painted window", "start to the painted canvas", "`--version`", "`check`"],
    "files": ["start to the first frame", "reading", "saving", "journal", "resident memory", "idle"],
    "frames": ["60"],
    "map": [
        "dive into",
        "dive back",
        "write an entry",
        "rename a segment",
        "rank a note of a canvas, side by side",
    ],
    "posters": ["time of a page", "bytes of a page", "bytes of A0 in"],
    "edits": [
        "move a note",
        "rank a note",
        "undo",
        "redo",
        "the edit alone",
        "fit alone",
        "fit without a note",
    ],
}
SMALLEST = {
    "start": (),
    "files": ("--notes", "60"),
    "map": (),
    "posters": (),
    "edits": ("--notes", "60"),
    "frames": ("--notes", "60", "--no-stock"),
}
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")


def printed(name: str, *arguments: str) -> list[list[str]]:
    """Give the cells of the rows that a benchmark prints."""
    done = subprocess.run(
        [sys.executable, BENCHMARKS / f"{name}.py", "--quick", *arguments], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@linux
@pytest.mark.parametrize("name", ROWS)
def test_a_benchmark_prints_its_figures(name: str) -> None:
    rows = printed(name, *SMALLEST[name])
    for beginning in ROWS[name]:
        found = [row for row in rows if row[0].startswith(beginning)]
        assert found, beginning
        for row in found:
            assert re.search(r"\d", f"{row[2]} {row[3]}"), row  # something was measured
            if name in ("edits", "map"):
                told = float(row[2].split(" ms")[0].replace(",", ""))
                assert float(row[4].removesuffix(" ×")) == pytest.approx(told / 16.7, abs=0.02)
