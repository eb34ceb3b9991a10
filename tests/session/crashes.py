"""What programs leave behind that die with unsaved work."""

from pathlib import Path

from shiboken6 import delete

from canvasdesk.model.workspace import Workspace
from canvasdesk.session.autosave import Autosave
from canvasdesk.session.document import Document


def left_behind(recovery: Path, saved: Workspace, unsaved: Workspace, path: Path | None = None) -> Path:
    """Let a program die that changed once what it had `saved` in `path`, or in no file; give its journal."""
    document = Document(saved, recovery)
    autosave = Autosave(document)
    if path:
        document.save(path)
    document.commit("Change", unsaved)
    folder = autosave.folder
    delete(document)  # without a word
    assert folder
    return folder
