"""The workspaces that ship with the program, to start from and to look at."""

from pathlib import Path

from canvasdesk.assets import resource
from canvasdesk.model.value import evolve, new_id, now
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load

BLANK = "blank"


def names() -> tuple[str, ...]:
    """Give the names of the templates, the blank one first."""
    found = sorted(path.stem for path in resource("templates").glob("*.canvasdesk"))
    return tuple(sorted(found, key=lambda name: name != BLANK))


def template(name: str) -> Path | None:
    """Give the file of a template; None where there is none of that name."""
    return resource("templates", f"{name}.canvasdesk") if name in names() else None


def started(path: Path) -> Workspace:
    """Give a new workspace that begins as the template in the file `path`; raises `ReadError`."""
    moment = now()
    return evolve(load(path).workspace, id=new_id(), created=moment, modified=moment)
