import logging
import subprocess
import sys
from pathlib import Path

WRITES = """
import sys
from pathlib import Path
from PySide6.QtCore import qWarning
from canvasdesk.app import log

print(log.start(Path(sys.argv[1])))
log.log.info("a note for later")
qWarning("Qt is not amused")
if sys.argv[2:] == ["crash"]:
    import ctypes
    ctypes.string_at(0)
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WRITES, *arguments], capture_output=True, text=True, timeout=60
    )


def test_our_words_and_qts_are_in_the_users_own_folder(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    ran = run(str(folder))
    assert ran.stdout.strip() == str(folder / "canvasdesk.log")
    assert folder.stat().st_mode & 0o077 == 0
    lines = (folder / "canvasdesk.log").read_text().splitlines()
    assert "INFO canvasdesk: a note for later" in lines[0]
    assert "WARNING canvasdesk.qt: Qt is not amused" in lines[1]
    assert ran.stderr == "Qt is not amused (default)\n"


def test_a_hard_crash_leaves_the_stack(tmp_path: Path) -> None:
    assert run(str(tmp_path), "crash").returncode < 0
    assert "string_at" in (tmp_path / "hard-crash.log").read_text()


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = run(str(tmp_path / "file" / "logs"))
    assert ran.returncode == 0
    assert ran.stdout.strip() == "None"
    assert "There will be no log file" in ran.stderr


def test_importing_it_logs_nothing() -> None:
    assert not logging.getLogger("canvasdesk").handlers
