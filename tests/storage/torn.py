"""A file as a program leaves it that dies while it overwrites it: some of the new, some of the old."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.errors import ReadError, SaveError
from canvasdesk.storage.files import load, save
from tests.storage.faults import intercepted


def tear(path: Path, longer: Workspace, shorter: Workspace, recovery: Path) -> None:
    """Save `longer` in a file with two names, and die while it is overwritten with `shorter`."""
    save(path, longer, recovery_dir=recovery)
    os.link(path, path.with_suffix(".twin"))

    written: list[str] = []

    def die(_number: int, name: str, _args: tuple[Any, ...]) -> None:
        if name == "ftruncate" or (written and name == "write"):
            written.append(name)
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with intercepted(die), pytest.raises(SaveError):
        save(path, shorter, recovery_dir=recovery)
    with pytest.raises(ReadError):
        load(path)
