"""A Chromium without a window, asked through pipes: what it shows, asks for and tells screen readers."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
    "--disable-dev-shm-usage", "--remote-debugging-pipe",
)  # fmt: skip


class Tab:
    """A tab of the browser; `events` are all that it told so far."""

    def __init__(self, asks: int, answers: int) -> None:
        self._asks, self._answers = asks, answers
        self._number, self._rest, self._session = 0, b"", ""
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime", "Accessibility"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **values: object) -> Any:
        """Ask for something in the words of the DevTools protocol, and give the answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": values}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._asks, json.dumps(message).encode() + b"\0")
        while (heard := self._hear()).get("id") != self._number:
            self.events.append(heard)
        assert "error" not in heard, heard
        return heard["result"]

    def open(self, page: Path) -> None:
        """Open a page and wait until it is there."""
        self.ask("Page.navigate", url=page.as_uri())
        while not self.told("Page.loadEventFired"):
            self.events.append(self._hear())

    def told(self, *methods: str) -> list[Any]:
        """Give what the browser told in these methods."""
        return [each["params"] for each in self.events if each.get("method") in methods]

    def evaluate(self, script: str) -> Any:
        """Give the value of an expression of JavaScript on the page."""
        return self.ask("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press a key."""
        text = {"Enter": "\r"}.get(key, "")
        for kind in ("keyDown", "keyUp"):
            self.ask(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, text=text
            )

    def spoken(self) -> list[tuple[str, str]]:
        """Give role and name of everything that a screen reader meets, in order."""
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        return [
            (each["role"]["value"], " ".join(str(each.get("name", {}).get("value", "")).split()))
            for each in nodes
            if not each["ignored"]
        ]

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            heard = os.read(self._answers, 1 << 20)
            assert heard, "the browser is gone"
            self._rest += heard
        message, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found


@contextmanager
def browsing(profile: Path) -> Iterator[Tab]:
    """Give a tab of a browser that keeps everything below `profile`, and end the browser afterwards."""
    assert CHROMIUM
    asked, asks = os.pipe()
    answers, answering = os.pipe()

    process = subprocess.Popen(
        [
            "bash",
            "-c",
            'exec "$@"' + f" 3<&{asked} 4>&{answering}",
            "-",
            CHROMIUM,
            *QUIET,
            f"--user-data-dir={profile}",
        ],
        pass_fds=(asked, answering),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(profile)},
    )
    os.close(asked)
    os.close(answering)
    try:
        yield Tab(asks, answers)
    finally:
        os.close(asks)
        os.close(answers)
        process.terminate()
        process.wait(30)
