"""Whatever is edited, undone and redone: tree, thumbnail and canvas show the same workspace."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule
from PySide6.QtCore import QCoreApplication, QEvent

from canvasdesk.drawing.business_model import model_look
from canvasdesk.drawing.sheet import Sheet
from canvasdesk.editing.history import Step
from canvasdesk.layout.style import LIGHT
from canvasdesk.model.fit import fit
from canvasdesk.model.workspace import Workspace
from canvasdesk.panels.segment_row import ROW, has_roles
from canvasdesk.panels.segment_tree import ID
from canvasdesk.panels.segments import SegmentsPanel
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.sheets import sheet_look
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from tests.editing.test_random_edits import RandomEdits
from tests.editing.workshop import workshop
from tests.strategies import workspaces


class Door:
    """The history of a document, through its door."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @property
    def present(self) -> Workspace:
        return self._document.workspace

    @property
    def done(self) -> tuple[Step, ...]:
        return self._document.history.done

    @property
    def undone(self) -> tuple[Step, ...]:
        return self._document.history.undone

    def record(self, label: str, after: Workspace) -> None:
        self._document.commit(label, after)

    def undo(self) -> bool:
        return self._document.undo()

    def redo(self) -> bool:
        return self._document.redo()


class SeenEdits(RandomEdits):
    """Random edits in front of everything that shows segments and business model."""

    @initialize(workspace=st.builds(workshop) | workspaces(max_notes=4))
    def begin(self, workspace: Workspace) -> None:
        super().begin(workspace)
        self.document = Document(workspace, Path(tempfile.gettempdir()) / "never")
        self.history = Door(self.document)  # type: ignore[assignment]
        self.selection = Selection(self.document)
        self.scene = CanvasScene(self.document, self.selection, LIGHT)
        self.panel = SegmentsPanel(self.document, self.selection, LIGHT)
        self.panel.show()

    @rule(data=st.data())
    def look_elsewhere(self, data: st.DataObject) -> None:
        canvas_id = data.draw(st.sampled_from([None, *self.now.canvas_by_id]))
        if canvas_id:
            self.selection.show_canvas(canvas_id)
        else:
            self.selection.show_business_model()

    @rule(data=st.data())
    def narrow_down(self, data: st.DataObject) -> None:
        self.selection.show_only(data.draw(st.sampled_from([None, *self.now.segment_by_id])))

    @invariant()
    def the_canvas_shows_the_workspace(self) -> None:
        assert told(self.scene.look) == told(sheet_look(self.now, self.selection, self.scene.projection))
        assert {each: item.rect for each, item in self.scene.notes.items()} == {
            each: card.rect for each, card in self.scene.look.notes.items()
        }
        assert self.scene.links.keys() == self.scene.look.links.keys()
        assert self.selection.ids <= self.scene.notes.keys() | self.scene.links.keys()

    @invariant()
    def the_thumbnail_shows_it_too(self) -> None:
        self.panel.thumbnail.grab()
        shown = self.panel.thumbnail._look
        assert shown
        assert cards(shown) == cards(model_look(self.now))
        assert shown.board is model_look(self.now).board

    @invariant()
    def the_tree_has_every_segment_and_role_with_its_fit(self) -> None:
        tops = self.panel.tree.below(None)
        assert [top.data(0, ID) for top in tops] == list(self.now.segment_by_id)
        for top, segment in zip(tops, self.now.segments, strict=True):
            shown = segment.canvases if has_roles(segment) else ()
            roles = self.panel.tree.below(top)
            assert [each.data(0, ID) for each in roles] == [canvas.id for canvas in shown]
            for each, canvas in zip(roles, shown, strict=True):
                assert each.data(0, ROW).share == fit(canvas, self.now.levels).on_paper

    def teardown(self) -> None:
        super().teardown()
        for each in (self.panel, self.scene, self.selection, self.document):
            each.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def told(sheet: Sheet) -> tuple[object, ...]:
    """Give all that a sheet shows, in words and places."""
    links = [(each, link.words(), link.path) for each, link in sheet.links.items()]
    return sheet.id, sheet.words(), cards(sheet), links, sheet.frame


def cards(sheet: Sheet) -> list[tuple[object, ...]]:
    return [(each, card.words(), card.rect, card.field) for each, card in sheet.notes.items()]


SeenEdits.TestCase.settings = settings(max_examples=25, stateful_step_count=40, deadline=None)


@pytest.mark.usefixtures("qapp")
class TestSeenEdits(SeenEdits.TestCase):  # type: ignore[misc, name-defined]
    pass
