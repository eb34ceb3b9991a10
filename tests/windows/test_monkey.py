"""A monkey in the window for some hundred steps; by hand it works for half an hour."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.seen import Seen, in_use, told

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")
def test_a_monkey_finds_nothing() -> None:
    command = [sys.executable, "-m", "tests.fuzz.monkey", "--steps", "500", "--seed", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    last = (done.stdout.splitlines() or [""])[-1]
    assert re.match(r"500 steps, .* begun anew: 0 faults, ", last), done.stdout + done.stderr


def test_memory_that_is_kept_is_in_use() -> None:
    before = in_use()
    kept = bytearray(50_000_000)
    assert in_use() - before == pytest.approx(len(kept), rel=0.01)


def test_growth_is_told_once_all_is_warm() -> None:
    warm = [(minute / 10, 100.0) for minute in range(20, 60)]
    assert Seen(memory=[(0.0, 20.0), (1.0, 90.0), *warm]).growth == pytest.approx(0)
    assert Seen(memory=[(minutes, 2 * minutes) for minutes, _ in warm]).growth == pytest.approx(2)


def test_what_took_too_long_is_no_success(capsys: pytest.CaptureFixture[str]) -> None:
    seen = Seen()
    seen.took("click at 1, 2 of MainWindow", 0.1)
    assert told(seen)
    seen.took("click at 3, 4 of MainWindow", 0.3)
    assert not told(seen)
    assert "300 ms  click at 3, 4 of MainWindow" in capsys.readouterr().out
