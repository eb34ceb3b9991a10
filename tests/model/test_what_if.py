"""What if: leaving a note of the square out is the same as deleting it, and never raises the fit."""

from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.deletion import delete
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import fit
from canvasdesk.model.sections import Half
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.what_if import without
from canvasdesk.model.workspace import Workspace
from tests.strategies import canvases


@given(canvases(min_notes=1, with_stakeholder=False), st.data())
def test_without_a_note_all_is_as_if_it_were_deleted(
    canvas: ValuePropositionCanvas, data: st.DataObject
) -> None:
    square = [note.id for note in canvas.notes if note.section.half is Half.SQUARE]
    if not square:
        return
    note_id = data.draw(st.sampled_from(square))
    left = without(canvas, note_id)
    whole = Workspace(segments=(CustomerSegment(canvases=(canvas,)),))
    assert left == delete(whole, [note_id]).canvas_by_id[canvas.id]
    before, after = fit(canvas).on_paper, fit(left).on_paper
    assert (before is None) is (after is None)
    assert before is None or after is None or after <= before
