"""One running canvasdesk a user: a second start hands its files to the first and ends."""

import json
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal

from canvasdesk.folders import state_folder

if TYPE_CHECKING:  # QtNetwork is needed by a second start only, and by the first after it is painted
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 3.0  # seconds that a running program has to answer before it counts as hung
RETRY = 20  # milliseconds
LONGEST = 1_000_000  # bytes of one message
LONGEST_ADDRESS = 100  # bytes that a Unix socket's path may have everywhere
THANKS = b"ok\n"
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - what a desktop gives so that a window may come to the front

log = logging.getLogger(__name__)


class Instance(QObject):
    """This process as the one that opens files; `files_arrived` carries the paths of a later start.

    No paths mean that somebody started the program again and wants to see it. Without a `lock` another one is
    that, or nobody, and this one stays alone.
    """

    files_arrived = Signal(list)

    def __init__(self, lock: QLockFile | None = None, address: str = "") -> None:
        super().__init__()
        self._lock, self._address = lock, address
        self._server: QLocalServer | None = None

    def listen(self) -> None:
        """Take the calls of later starts; needs a `QCoreApplication`."""
        from PySide6.QtNetwork import QLocalServer

        if self._lock is None:
            return
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._address)  # we hold the lock, so whoever left it is dead
        if not server.listen(self._address):
            log.warning("Later starts will not find this one: %s", server.errorString())
            return
        server.newConnection.connect(self._accept)
        self._server = server

    @property
    def alone(self) -> bool:
        """Whether later starts do not reach this process."""
        return self._server is None

    def close(self) -> None:
        """Let the next start be the running program."""
        if self._server:
            self._server.close()
        if self._lock:
            self._lock.unlock()

    def _accept(self) -> None:
        while self._server and (caller := self._server.nextPendingConnection()):
            caller.readyRead.connect(self._read)
            caller.disconnected.connect(caller.deleteLater)

    def _read(self) -> None:
        caller = cast("QLocalSocket", self.sender())
        if caller.bytesAvailable() > LONGEST:
            caller.abort()
        elif caller.canReadLine():
            message = _parse(bytes(caller.readLine().data()))
            if message is None:
                caller.abort()
                return
            caller.write(THANKS)
            caller.flush()
            paths, token = message
            if token:
                os.environ[TOKEN] = token
            self.files_arrived.emit(paths)


def claim(files: Sequence[Path], address: str | None = None, patience: float = PATIENCE) -> Instance | None:
    """Give this process' `Instance`, or None where a running one has taken `files`.

    `address` is the socket's path (a pipe's name on Windows). A running program that does not answer within
    `patience` seconds is left alone, and so is this one.
    """
    address = address or own_address()
    if not address:
        return Instance()
    lock = QLockFile(f"{address}.lock")
    lock.setStaleLockTime(0)  # held as long as the program runs; one that died is known by its process id
    if lock.tryLock(0):
        return Instance(lock, address)
    if lock.error() is not QLockFile.LockError.LockFailedError:
        log.warning("Later starts will not find this one: no lock beside %s", address)
        return Instance()
    if hand_over(files, address, patience):
        return None
    log.warning("A running canvasdesk did not answer at %s", address)
    return Instance()


def hand_over(files: Sequence[Path], address: str, patience: float = PATIENCE) -> bool:
    """Send `files` to the program listening at `address`; say whether it took them."""
    from PySide6.QtNetwork import QLocalSocket

    deadline = QDeadlineTimer(int(patience * 1000))
    caller = QLocalSocket()
    caller.connectToServer(address)
    while not caller.waitForConnected(max(1, deadline.remainingTime())):
        if deadline.hasExpired():
            return False
        QThread.msleep(RETRY)  # it holds the lock but does not listen yet
        caller.connectToServer(address)
    message = {"files": [str(path.absolute()) for path in files], "token": os.environ.get(TOKEN, "")}
    caller.write(json.dumps(message).encode() + b"\n")
    return caller.waitForReadyRead(max(1, deadline.remainingTime())) and caller.readLine().data() == THANKS


def own_address() -> str | None:
    """Give the place where this user's program listens; None where there is none that is private."""
    if sys.platform == "win32":
        return f"canvasdesk-{os.environ.get('USERNAME', '')}"
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(runtime) if runtime and Path(runtime).is_dir() else state_folder()
    address = folder / "canvasdesk.socket"
    if len(os.fsencode(address)) > LONGEST_ADDRESS:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return str(address)


def _parse(line: bytes) -> tuple[list[Path], str] | None:
    try:
        message = json.loads(line)
        return [Path(str(each)) for each in message["files"]], str(message["token"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
