"""Colours: what people choose can be told from what it is drawn on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.drawing.colour import LEAST_CONTRAST, contrast, standing_out
from canvasdesk.layout.style import THEMES, Theme

colours = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#1B63A3", "#1B63A3") == 1


@given(colours, st.sampled_from([*THEMES.values()]))
def test_any_colour_stands_out_from_every_paper(colour: str, theme: Theme) -> None:
    for paper in (theme.straw.fill, theme.blue.fill):
        assert contrast(standing_out(colour, paper, theme.ink), paper) >= LEAST_CONTRAST


def test_a_colour_that_stands_out_stays_as_it_is() -> None:
    assert standing_out("#7A4FA3", "#FBF1CF", "#1F2430") == "#7A4FA3"
