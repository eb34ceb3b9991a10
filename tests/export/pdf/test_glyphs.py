"""What Qt tells of its glyphs: all of them, each for its letters, however it is asked."""

import pytest
from hypothesis import given

from canvasdesk.drawing.fitting import fit_note
from canvasdesk.export.pdf import glyphs
from canvasdesk.export.pdf.glyphs import lines_of
from tests.export.pdf.files import squeezed
from tests.export.pdf.test_lettering import SCRIPTS
from tests.scalars import texts


def clusters(text: str) -> list[glyphs.Cluster]:
    return [each for line in lines_of(fit_note(text).layout) for each in line]


def placed(found: glyphs.Found) -> list[tuple[int, float, float]]:
    return [glyph[1:] for start in sorted(found) for glyph in found[start][1]]


@pytest.mark.parametrize("script", SCRIPTS)
def test_all_letters_are_there_in_their_order(script: str) -> None:
    found = sorted(clusters(SCRIPTS[script]), key=lambda cluster: cluster.start)
    assert squeezed("".join(each.text for each in found)) == squeezed(SCRIPTS[script])


@pytest.mark.parametrize("script", SCRIPTS)
def test_asking_for_all_and_asking_step_by_step_find_the_same(script: str) -> None:
    layout = fit_note(SCRIPTS[script]).layout
    at_once, stepwise = glyphs._by_index(layout), {}
    for number in range(layout.lineCount()):
        stepwise |= glyphs._by_cursor(layout, layout.lineAt(number))
    if script == "emoji":
        assert at_once is None
    elif at_once is not None:
        assert placed(at_once) == placed(stepwise)


@given(texts())
def test_lines_run_from_left_to_right(text: str) -> None:
    for line in lines_of(fit_note(text).layout):
        places = [min(glyph.x for glyph in cluster.glyphs) for cluster in line if cluster.glyphs]
        assert places == sorted(places)


def test_ligatures_stand_for_several_letters() -> None:
    assert "ffi" in [cluster.text for cluster in clusters("office")]


def test_leftward_letters_are_told_from_rightward_ones() -> None:
    assert [cluster.leftward for cluster in clusters("a של")] == [False, False, True, True]
    assert [cluster.text for cluster in clusters("a של")] == ["a", " ", "ל", "ש"]
