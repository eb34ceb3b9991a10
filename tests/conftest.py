"""What every test stands on: no display, no network, folders of its own, the same language everywhere."""

import itertools
import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # numbers and dates as the tests spell them, whatever the machine speaks
os.environ.pop("LANGUAGE", None)
os.environ["WAKEPY_FAKE_SUCCESS"] = "1"  # no test keeps a display on

settings.register_profile("local", deadline=None, max_examples=30)  # others every time: many runs add up
settings.register_profile(
    "ci", deadline=None, max_examples=60, derandomize=True, database=None, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "local"))

PRIVATE_FOLDERS = {
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
}
_numbers = itertools.count(1)


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event != "socket.connect" or not isinstance(arguments[0], socket.socket):
        return
    if arguments[0].family in (socket.AF_INET, socket.AF_INET6):
        raise PermissionError("a test reached for the network")


sys.addaudithook(_refuse_network)


@pytest.fixture(scope="session")
def session_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that holds the home of all tests in this process."""
    return tmp_path_factory.mktemp("all")


@pytest.fixture(autouse=True)
def own_folders(session_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder that holds this test's settings, state, data and runtime folders and its home.

    They are not made in advance: a program that starts for the first time does not find them either.
    """
    home = session_folder / str(next(_numbers))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(session_folder / "cache"))  # fontconfig's, dear to build
    for variable, name in PRIVATE_FOLDERS.items():
        monkeypatch.setenv(variable, str(home / name))
    (home / "runtime").mkdir(mode=0o700, parents=True)  # Qt warns where it is missing
    return home
