import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from canvasdesk.app import single
from canvasdesk.app.single import Instance, claim, own_address

FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from canvasdesk.app.single import claim

instance = claim([])
app = QCoreApplication([])
instance.listen()
print("alone" if instance.alone else "listening", flush=True)
instance.files_arrived.connect(lambda paths: (print(*paths, flush=True), app.quit()))
app.exec()
instance.close()
"""
SECOND = """
import sys
from pathlib import Path
from canvasdesk.app.single import claim

sys.exit(0 if claim([Path(each) for each in sys.argv[1:]], patience=30) is None else 3)
"""

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Start:
    running: list[subprocess.Popen[str]] = []

    def start(program: str, *arguments: str, cwd: Path | None = None) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", program, *arguments]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=cwd))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.communicate()


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_a_second_start_hands_its_files_over_and_ends_well(start: Start, tmp_path: Path) -> None:
    first = start(FIRST)
    assert said(first) == "listening"
    second = start(SECOND, "plan.canvasdesk", "/elsewhere/b c.json", cwd=tmp_path)
    assert second.wait(60) == 0
    assert said(first) == f"{tmp_path / 'plan.canvasdesk'} /elsewhere/b c.json"
    assert first.wait(60) == 0


def test_the_next_start_after_a_crash_takes_over(start: Start) -> None:
    first = start(FIRST)
    assert said(first) == "listening"
    first.send_signal(signal.SIGKILL)
    first.wait(60)
    assert Path(own_address() or "").exists(), "a killed program leaves its socket behind"
    assert said(start(FIRST)) == "listening"


def test_a_hung_program_is_left_alone(start: Start) -> None:
    first = start(FIRST)
    assert said(first) == "listening"
    first.send_signal(signal.SIGSTOP)
    instance = claim([Path("a")], patience=0.05)
    assert instance is not None
    instance.listen()
    assert instance.alone


def test_the_socket_is_the_users_own(qapp: object) -> None:
    instance = claim([])
    assert instance
    instance.listen()
    address = Path(own_address() or "")
    assert address.is_socket()
    assert address.stat().st_mode & 0o077 == 0
    instance.close()
    assert not address.exists()


def test_where_no_private_place_is_the_program_runs_alone(
    monkeypatch: pytest.MonkeyPatch, own_folders: Path, tmp_path: Path
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert own_address() == str(own_folders / "state" / "canvasdesk" / "canvasdesk.socket")
    deep = tmp_path / ("d" * 100)
    deep.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert own_address() is None
    instance = claim([])
    assert instance is not None
    instance.listen()
    assert instance.alone


@pytest.fixture
def listening(qapp: object) -> Instance:
    instance = claim([])
    assert instance is not None
    instance.listen()
    yield instance
    instance.close()


def send(qtbot: QtBot, message: bytes) -> QLocalSocket:
    caller = QLocalSocket()
    caller.connectToServer(own_address() or "")
    caller.write(message)
    qtbot.waitUntil(lambda: caller.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    return caller


@pytest.mark.parametrize(
    "message", [b"\n", b"[]\n", b'{"files": 3, "token": ""}\n', b"[" * 10_000 + b"\n", b"x" * 1_100_000]
)
def test_nonsense_is_dropped_and_the_next_call_heard(
    listening: Instance, qtbot: QtBot, message: bytes
) -> None:
    arrived: list[object] = []
    listening.files_arrived.connect(arrived.append)
    send(qtbot, message)
    assert not arrived
    caller = QLocalSocket()
    caller.connectToServer(own_address() or "")
    with qtbot.waitSignal(listening.files_arrived) as heard:
        caller.write(b'{"files": ["/a"], "token": ""}\n')
    assert heard.args == [[Path("/a")]]
    qtbot.waitUntil(lambda: caller.readLine().data() == single.THANKS)


def test_the_desktops_token_lets_the_window_come_forward(
    listening: Instance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(single.TOKEN, "before")
    caller = QLocalSocket()
    caller.connectToServer(own_address() or "")
    with qtbot.waitSignal(listening.files_arrived) as heard:
        caller.write(b'{"files": [], "token": "click-7"}\n')
    assert heard.args == [[]]
    assert os.environ[single.TOKEN] == "click-7"


def test_a_name_that_is_no_utf8_arrives_to_the_byte(listening: Instance, qtbot: QtBot, start: Start) -> None:
    odd = os.fsdecode(b"/caf\xe9.canvasdesk")
    with qtbot.waitSignal(listening.files_arrived, timeout=60_000) as heard:
        second = start(SECOND, odd)
    assert heard.args == [[Path(odd)]]
    assert second.wait(60) == 0


def test_a_socket_left_behind_is_replaced(qapp: object) -> None:
    dead = QLocalServer()
    assert dead.listen(own_address() or "")
    instance = claim([])
    assert instance is not None
    instance.listen()
    assert not instance.alone
    instance.close()
