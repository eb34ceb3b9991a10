"""The program under test as a process of its own, with somebody to ask where things are."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import read
from tests.desktop.screen import PATIENCE, Place, Screen, until

DRIVEN = Path(__file__).with_name("driven.py")

Start = Callable[..., "Program"]
"""What starts the program with some files."""


class Program:
    """A running program, started by the command `under`; see `driven.py` for what it can be asked."""

    def __init__(
        self, shown: Screen, environment: Mapping[str, str], *files: Path, under: Sequence[str] = ()
    ) -> None:
        self.screen = shown
        complaints, name = mkstemp(dir=environment["HOME"])
        self._complaints = Path(name)
        self._rest = b""
        self._process = subprocess.Popen(
            [*under, sys.executable, str(DRIVEN), *map(str, files)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            process_group=0,
        )
        os.close(complaints)

    def ask(self, *question: str) -> object:
        """Give the answer to a question, None where what it asks for is not there."""
        process = self._process
        assert process.stdin
        try:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            raise AssertionError(self._epitaph()) from None
        return json.loads(self._line())

    def _line(self) -> bytes:
        out, end = self._process.stdout, time.monotonic() + PATIENCE
        assert out
        while b"\n" not in self._rest:
            answered, _, _ = select.select([out], [], [], max(0.0, end - time.monotonic()))
            assert answered, "the program does not answer"
            more = os.read(out.fileno(), 65536)
            assert more, self._epitaph()
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        return line

    def _epitaph(self) -> str:
        return f"the program ended with {self._process.wait(PATIENCE)}\n{self.complaints}"

    @property
    def complaints(self) -> str:
        """What the program wrote where nobody looks: warnings of Qt, traces of faults."""
        return self._complaints.read_text(errors="replace")

    def place(self, *question: str) -> Place:
        """Give a place on the screen, as soon as what is there to be found stands still."""
        before: list[object] = [None]

        def at_rest() -> Place | None:
            now = self.ask(*question)
            same, before[0] = now == before[0], now
            return (now[0], now[1]) if same and isinstance(now, list) else None

        return until(at_rest, " ".join(question))

    @property
    def workspace(self) -> Workspace:
        """The value of the document in the window in use."""
        return read(str(self.ask("workspace")).encode(), "workspace").workspace

    @property
    def keyboard(self) -> list[str]:
        """The kind and the name of what has the keyboard."""
        held = self.ask("keyboard")
        return held if isinstance(held, list) else []

    def shows(self, condition: Callable[[Workspace], bool], meant: str) -> Workspace:
        """Wait until the workspace is as it should be, and give it."""

        def looked() -> Workspace | None:
            now = self.workspace
            return now if condition(now) else None

        return until(looked, meant, lambda: self.ask("workspace"))

    def comes_to(self, sheet_id: str) -> None:
        """Wait until a canvas, or the business model, is shown."""
        until(lambda: self.ask("shown") == sheet_id, sheet_id, lambda: self.ask("shown"))

    def settles(self) -> None:
        """Wait until nothing on the canvas moves or is still to be drawn."""
        until(lambda: self.ask("settled"), "a canvas at rest")

    def says(self, words: str) -> str:
        """Wait until some visible text has `words` in it, and give the whole text."""

        def heard() -> str | None:
            said = self.ask("texts")
            assert isinstance(said, list)
            return next((text for text in said if words in text), None)

        return until(heard, words, lambda: self.ask("texts"))

    def ended(self) -> int:
        """Wait for the end of the program and give its exit code."""
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """End the program, whatever it is doing."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)  # with what it was started under
        self._process.communicate()


@contextmanager
def program(
    shown: Screen, environment: Mapping[str, str], *files: Path, under: Sequence[str] = ()
) -> Iterator[Program]:
    """Give a program with its window ready to be worked with."""
    started = Program(shown, environment, *files, under=under)
    try:
        until(lambda: started.ask("is_ready"), "a window")
        yield started
    finally:
        started.kill()
