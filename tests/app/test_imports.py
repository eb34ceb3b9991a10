"""Imports after Qt, in a process of its own: here, PySide has looked at all modules already."""

import subprocess
import sys

LOOK = """
import linecache
from canvasdesk.app import imports
imports.unwatched()
import canvasdesk.session.document
print(*[name for name in linecache.cache if "canvasdesk" in name or "pydantic" in name])
"""


def test_sources_are_not_read_when_modules_are_imported() -> None:
    program = [sys.executable, "-c", LOOK]
    done = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")
