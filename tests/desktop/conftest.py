"""A virtual screen, and the program on it; pictures where somebody wants to look."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import pytest

from tests.desktop.program import Program, Start, program
from tests.desktop.screen import Screen, missing, screen

SMALL, LARGE = (1366, 768), (1920, 1080)
PICTURES = os.environ.get("CANVASDESK_PICTURES")
"""The folder that takes pictures of the main steps; without it there are none."""


@pytest.fixture(
    scope="session", params=[SMALL, LARGE] if PICTURES else [SMALL], ids=lambda size: f"{size[0]}"
)
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    if absent := missing():
        pytest.skip(f"a virtual screen needs {', '.join(absent)}")
    with screen(request.param, tmp_path_factory.mktemp("screen")) as started:
        yield started


@pytest.fixture
def environment(shown: Screen, own_folders: Path) -> dict[str, str]:
    """Give the environment of somebody who never used the program."""
    private = {
        name: os.environ[name] for name in os.environ if name.startswith("XDG_") and name.endswith("_HOME")
    }
    return {
        **shown.environment,
        **private,
        "HOME": str(own_folders),
        "XDG_RUNTIME_DIR": os.environ["XDG_RUNTIME_DIR"],
        "QT_QPA_PLATFORM": "xcb",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",  # else a bus is started, which outlives the program
    }


@pytest.fixture
def start(shown: Screen, environment: dict[str, str]) -> Iterator[Start]:
    """Give the function that starts the program with files; at the end it must not have complained."""
    with ExitStack() as running:
        started: list[Program] = []

        def begin(*files: Path, under: Sequence[str] = ()) -> Program:
            ready: AbstractContextManager[Program] = program(shown, environment, *files, under=under)
            started.append(running.enter_context(ready))
            return started[-1]

        yield begin
    assert [each.complaints for each in started if each.complaints] == []


@pytest.fixture
def picture(shown: Screen, request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Give the function that keeps what is to be seen under a name, if somebody wants it."""
    test = request.node.originalname.removeprefix("test_")

    def keep(name: str) -> None:
        if PICTURES:
            shown.picture(Path(PICTURES) / f"{test}-{name}-{shown.size[0]}.png")

    return keep
