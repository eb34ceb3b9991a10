"""What the tests of the windows share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from canvasdesk.app.start import build_window
from canvasdesk.model.business import Block, BusinessModelCanvas, Entry
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import REDUCE_MOTION, Settings
from canvasdesk.windows.workbench import Workbench


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """Give a shown widget with a field that has the focus, to put things over."""
    host = QWidget()
    host.resize(800, 600)
    field = QLineEdit()
    QVBoxLayout(host).addWidget(field)
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()
    field.setFocus()
    return host


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give settings of their own."""
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def still(settings: Settings) -> None:
    """Have nothing move by itself."""
    settings.set(REDUCE_MOTION, value=True)


@pytest.fixture
def workspace() -> Workspace:
    """Give two segments; the first with a job, two pains and a product that answers the job."""
    notes = (
        Note(id="lines", section=Section.JOBS, text="Keep the lines running", x=1100, y=300, importance=5),
        Note(id="stop", section=Section.PAINS, text="Lines stop without warning", x=980, y=500),
        Note(id="blame", section=Section.PAINS, text="Nobody knows why", x=1110, y=520),
        Note(id="camera", section=Section.PRODUCTS, text="Camera on every line", x=60, y=300),
    )
    link = FitLink(id="answer", source="camera", target="lines", strength=2)
    first = ValuePropositionCanvas(id="first", notes=notes, links=(link,))
    second = ValuePropositionCanvas(
        id="second", notes=(Note(id="far", section=Section.GAINS, text="Calm lines"),)
    )
    return Workspace(
        title="Factory",
        business_model=BusinessModelCanvas(entries=(Entry(id="rent", block=Block.COSTS, text="Rent"),)),
        segments=(
            CustomerSegment(name="Makers", canvases=(first,)),
            CustomerSegment(name="Bakers", canvases=(second,)),
        ),
    )


@pytest.fixture
def document(qapp: object, workspace: Workspace, tmp_path: Path) -> Document:
    """Give the workspace in a document without a file."""
    return Document(workspace, tmp_path / "recovery")


@pytest.fixture
def selection(document: Document) -> Selection:
    """Give the selection of the document."""
    return Selection(document)


@pytest.fixture
def bench(qtbot: QtBot, document: Document, settings: Settings) -> Iterator[Workbench]:
    """Give a window with the document, complete, with the keyboard on its canvas."""
    bench = build_window(document, settings)
    bench.window.resize(1366, 768)
    with qtbot.waitSignal(bench.furnished), qtbot.waitActive(bench.window):
        bench.window.show()
    bench.view.setFocus()
    yield bench
    if isValid(bench.window) and bench.window.isVisible():
        bench.window.may_close = lambda: True
        bench.window.close()
