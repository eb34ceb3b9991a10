"""Sections that are covered while everybody writes."""

from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.covering import cover_section, uncover_section
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import workshop
from tests.strategies import workspaces


def covered(workspace: Workspace) -> set[str]:
    return {note.id for note in workspace.note_by_id.values() if note.covered}


def test_a_section_is_covered_on_one_canvas_and_revealed_again() -> None:
    before = workshop()
    after = cover_section(before, "manager", Section.PAINS)
    assert after.view.covering == (Section.PAINS,)
    assert covered(after) == {"late", "lost"}
    assert cover_section(after, "manager", Section.PAINS) is after
    assert uncover_section(after, "manager", Section.PAINS) == before


@given(workspaces(), st.sampled_from(Section), st.data())
def test_other_sections_and_canvases_stay_as_they_are(
    workspace: Workspace, section: Section, data: st.DataObject
) -> None:
    if not workspace.canvas_by_id:
        return
    canvas_id = data.draw(st.sampled_from([*workspace.canvas_by_id]))
    its = {note.id for note in workspace.canvas_by_id[canvas_id].in_section(section)}
    after = cover_section(workspace, canvas_id, section)
    assert set(after.view.covering) == {*workspace.view.covering, section}
    assert covered(after) == covered(workspace) | its
    after = uncover_section(after, canvas_id, section)
    assert after.view.covering == tuple(each for each in workspace.view.covering if each is not section)
    assert covered(after) == covered(workspace) - its
