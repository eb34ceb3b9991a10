"""Colours can be told apart: contrast by WCAG 2.2, for every pair that is drawn, in every theme."""

import re
from dataclasses import fields
from itertools import combinations

import pytest

from canvasdesk.layout import style
from canvasdesk.layout.style import THEMES, Hue, Theme, hue
from canvasdesk.model.sections import Section

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def luminance(colour: str) -> float:
    """Give the relative luminance of "#RRGGBB" (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def hues(theme: Theme) -> list[Hue]:
    return [theme.blue, theme.vermilion, theme.green, theme.straw]


def text_pairs(theme: Theme) -> list[tuple[str, str]]:
    grounds = [theme.board, theme.shape, theme.panel]
    coloured = [ground for each in hues(theme) for ground in (each.tint, each.fill)]
    pairs = [(ink, ground) for ink in (theme.ink, theme.muted) for ground in grounds + coloured]
    pairs += [(each.ink, ground) for each in hues(theme) for ground in [*grounds, each.tint, each.fill]]
    pairs += [(colour, ground) for colour in (theme.accent, theme.danger) for ground in grounds]
    return [
        *pairs,
        (theme.on_accent, theme.accent),
        (theme.on_toast, theme.toast),
        (theme.toast_accent, theme.toast),
    ]


def shape_pairs(theme: Theme) -> list[tuple[str, str]]:
    grounds = [theme.board, theme.shape, theme.panel]
    coloured = [ground for each in hues(theme) for ground in (each.tint, each.fill)]
    pairs = [(mark, ground) for mark in (theme.focus, theme.selection) for ground in grounds + coloured]
    return pairs + [
        (each.line, ground)
        for each in hues(theme)
        for ground in [*grounds, each.tint, each.fill, theme.meter_track]
    ]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=1e-3)


@themes
def test_text_can_be_read(theme: Theme) -> None:
    wanted = 7 if theme.name in ("contrast", "ink") else 4.5
    weak = {pair: round(contrast(*pair), 2) for pair in text_pairs(theme) if contrast(*pair) < wanted}
    assert weak == {}


def test_from_the_last_row_all_text_on_the_canvas_can_be_read() -> None:
    theme = style.ROOM
    inks = [theme.ink, theme.muted, *(each.ink for each in hues(theme))]
    grounds = [
        theme.board,
        theme.shape,
        *(ground for each in hues(theme) for ground in (each.tint, each.fill)),
    ]
    weak = {(ink, ground) for ink in inks for ground in grounds if contrast(ink, ground) < 7}
    own = {(each.ink, other.fill) for each in hues(theme) for other in hues(theme) if other is not each}
    assert weak <= own, "a section's ink stands on its own papers only"


@themes
def test_marks_can_be_seen(theme: Theme) -> None:
    weak = {pair: round(contrast(*pair), 2) for pair in shape_pairs(theme) if contrast(*pair) < 3}
    assert weak == {}


def test_in_high_contrast_every_border_can_be_seen() -> None:
    theme = style.CONTRAST
    assert all(contrast(theme.hairline, ground) >= 3 for ground in (theme.board, theme.shape, theme.panel))


@themes
def test_colours_are_spelled_alike(theme: Theme) -> None:
    values = [getattr(theme, field.name) for field in fields(theme)]
    colours = [value for value in values if isinstance(value, str) and value != theme.name]
    colours += [getattr(each, field.name) for each in hues(theme) for field in fields(each)]
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours)
    assert theme.dark == (luminance(theme.board) < luminance(theme.ink))
    assert THEMES[theme.name] is theme


def test_ink_is_black_and_grey_on_nothing_but_white() -> None:
    theme = style.INK
    grounds = [theme.board, theme.shape, theme.panel, *(hue.fill for hue in hues(theme))]
    assert {*grounds, *(hue.tint for hue in hues(theme))} == {"#FFFFFF"}
    values = [getattr(each, field.name) for each in (theme, *hues(theme)) for field in fields(each)]
    assert all(len({each[1:3], each[3:5], each[5:7]}) == 1 for each in values if str(each).startswith("#"))
    assert theme.hatching > style.LIGHT.hatching


def test_what_belongs_together_has_one_colour() -> None:
    for section in Section:
        assert hue(section) == hue(section.partner)
        for theme in THEMES.values():
            assert theme.hue(section) == getattr(theme, hue(section))
    apart = [Section.JOBS, Section.PAINS, Section.GAINS]
    assert all(hue(one) != hue(other) for one, other in combinations(apart, 2))


def test_no_text_on_the_board_is_smaller_than_the_floor() -> None:
    texts = [
        style.TEXT_SIZE,
        style.CANVAS_TITLE_SIZE,
        style.SUBTITLE_SIZE,
        style.SECTION_TITLE_SIZE,
        style.STATEMENT_SIZE,
        style.METER_SIZE,
        style.VERDICT_SIZE,
    ]
    assert min(texts) >= style.TEXT_FLOOR


def test_a_stronger_link_is_wider() -> None:
    widths = style.LINK_WIDTHS
    assert widths[1] < widths[2] < widths[3]
