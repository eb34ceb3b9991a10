"""Sizes in canvas units and colours by theme: one place that says how big and in which colour."""

from dataclasses import dataclass, replace
from typing import Literal

from canvasdesk.model.sections import Section

NOTE_WIDTH = 124.0
NOTE_HEIGHT = 62.0
"""The least height; a note grows when its text does not fit at the floor."""
ENTRY_MORE = 4.0
"""How much higher than a note an entry of the business model is: its footer holds words."""
NOTE_RADIUS = 5.0
NOTE_PADDING = 7.0
NOTE_FOOTER = 14.0
"""The strip at the lower edge of a note for pips and evidence squares."""
BAR_WIDTH = 4.0
PIP_SIZE = 5.0
PIP_GAP = 3.0
EVIDENCE_SIZE = 6.0
ANSWERED_SIZE = 9.0
HANDLE_SIZE = 12.0
GAP = 6.0
"""Between two notes side by side."""

TEXT_SIZE = 14.0
TEXT_FLOOR = 12.7
"""No text on the board is smaller; at it, the fitted board can be read on a small laptop."""
LINE_SPACING = 1.18
CANVAS_TITLE_SIZE = 25.0
SUBTITLE_SIZE = 14.5
SECTION_TITLE_SIZE = 14.0
STATEMENT_SIZE = 16.0
METER_SIZE = 34.0
VERDICT_SIZE = 14.0
TITLE_HEIGHT = 18.0
"""One line of a section's title."""
ICON_SIZE = 16.0

HAIRLINE = 1.0
OUTLINE_WIDTH = 1.5
SELECTION_WIDTH = 2.5
FOCUS_WIDTH = 3.0
GUIDE_WIDTH = 1.0
LINK_WIDTHS = {None: 2.0, 1: 1.5, 2: 3.0, 3: 5.0}
"""By strength; None is a link nobody has rated."""
RING_WIDTH = 10.0
RING_GAP = 4.0
NEEDLE_WIDTH = 2.0

HueName = Literal["blue", "vermilion", "green", "straw"]


@dataclass(frozen=True, slots=True)
class Hue:
    """One colour in the four strengths it is used in, each "#RRGGBB"."""

    ink: str
    """Text, on every background of the theme."""
    line: str
    """Bars, links, rings and pips."""
    fill: str
    """A note."""
    tint: str
    """A section."""


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one appearance, each "#RRGGBB"."""

    name: str
    dark: bool
    board: str
    shape: str
    panel: str
    ink: str
    muted: str
    hairline: str
    accent: str
    on_accent: str
    selection: str
    focus: str
    danger: str
    meter_track: str
    toast: str
    on_toast: str
    toast_accent: str
    blue: Hue
    vermilion: Hue
    green: Hue
    straw: Hue
    hatching: float = 0.13
    """How far hatching goes from the fill of a note to its line."""

    def hue(self, section: Section) -> Hue:
        """Give the colours of a section."""
        return {"blue": self.blue, "vermilion": self.vermilion, "green": self.green}[HUES[section]]


HUES: dict[Section, Literal["blue", "vermilion", "green"]] = {
    Section.JOBS: "blue",
    Section.PAINS: "vermilion",
    Section.GAINS: "green",
    Section.PRODUCTS: "blue",
    Section.RELIEVERS: "vermilion",
    Section.CREATORS: "green",
}


def hue(section: Section) -> HueName:
    """Give the name of a section's colour, the same for the two sections that belong together."""
    return HUES[section]


LIGHT = Theme(
    name="light",
    dark=False,
    board="#F7F5F0",
    shape="#FFFFFF",
    panel="#FFFFFF",
    ink="#1F2430",
    muted="#5C6370",
    hairline="#D9D5CC",
    accent="#1B66A8",
    on_accent="#FFFFFF",
    selection="#1F2430",
    focus="#6D3BD1",
    danger="#B3261E",
    meter_track="#E7E3DA",
    toast="#1F2430",
    on_toast="#FFFFFF",
    toast_accent="#8CC2F5",
    blue=Hue(ink="#1B63A3", line="#1F6FB5", fill="#DCEBFA", tint="#F2F7FD"),
    vermilion=Hue(ink="#AC4113", line="#C4501B", fill="#FCE3D6", tint="#FEF5F0"),
    green=Hue(ink="#0A6E4D", line="#0B7A55", fill="#D8F0E3", tint="#F1FAF5"),
    straw=Hue(ink="#735500", line="#9A7400", fill="#FBF1CF", tint="#FDF9EA"),
)

ROOM = replace(
    LIGHT,
    name="room",
    muted="#3F4551",
    blue=replace(LIGHT.blue, ink="#134A7C"),
    vermilion=replace(LIGHT.vermilion, ink="#7F2D09"),
    green=replace(LIGHT.green, ink="#075238"),
    straw=replace(LIGHT.straw, ink="#574000"),
)
"""The light theme for the last row, with all text at 7:1."""

DARK = Theme(
    name="dark",
    dark=True,
    board="#14171D",
    shape="#1B1F27",
    panel="#1B1F27",
    ink="#ECEEF2",
    muted="#AAB2BF",
    hairline="#363D49",
    accent="#8CC2F5",
    on_accent="#0F1319",
    selection="#ECEEF2",
    focus="#C3A6FF",
    danger="#FF9A8F",
    meter_track="#2C323D",
    toast="#ECEEF2",
    on_toast="#14171D",
    toast_accent="#1B63A3",
    blue=Hue(ink="#94C8F8", line="#62A9EA", fill="#1F3A54", tint="#1A2430"),
    vermilion=Hue(ink="#FBB294", line="#F0845A", fill="#53301F", tint="#2A201D"),
    green=Hue(ink="#86DAB5", line="#45C294", fill="#1A4434", tint="#17261F"),
    straw=Hue(ink="#EAD388", line="#D8B850", fill="#463B1A", tint="#262318"),
)

CONTRAST = Theme(
    name="contrast",
    dark=False,
    board="#FFFFFF",
    shape="#FFFFFF",
    panel="#FFFFFF",
    ink="#000000",
    muted="#333333",
    hairline="#5A5A5A",
    accent="#003B73",
    on_accent="#FFFFFF",
    selection="#000000",
    focus="#5B00B5",
    danger="#8C0009",
    meter_track="#E2E2E2",
    toast="#000000",
    on_toast="#FFFFFF",
    toast_accent="#A8D4FF",
    blue=Hue(ink="#003B73", line="#003B73", fill="#E3F0FF", tint="#FFFFFF"),
    vermilion=Hue(ink="#7A2400", line="#7A2400", fill="#FFEBE1", tint="#FFFFFF"),
    green=Hue(ink="#00452E", line="#00452E", fill="#E2F7EC", tint="#FFFFFF"),
    straw=Hue(ink="#4D3900", line="#4D3900", fill="#FFF6D6", tint="#FFFFFF"),
)

INK = Theme(
    name="ink",
    dark=False,
    board="#FFFFFF",
    shape="#FFFFFF",
    panel="#FFFFFF",
    ink="#000000",
    muted="#333333",
    hairline="#5A5A5A",
    accent="#000000",
    on_accent="#FFFFFF",
    selection="#000000",
    focus="#000000",
    danger="#000000",
    meter_track="#D6D6D6",
    toast="#000000",
    on_toast="#FFFFFF",
    toast_accent="#FFFFFF",
    blue=Hue(ink="#000000", line="#000000", fill="#FFFFFF", tint="#FFFFFF"),
    vermilion=Hue(ink="#000000", line="#000000", fill="#FFFFFF", tint="#FFFFFF"),
    green=Hue(ink="#000000", line="#000000", fill="#FFFFFF", tint="#FFFFFF"),
    straw=Hue(ink="#000000", line="#000000", fill="#FFFFFF", tint="#FFFFFF"),
    hatching=0.35,  # a printer makes pale lines of dots
)
"""Black on white, for printers: nothing but marks takes ink."""

THEMES = {theme.name: theme for theme in (LIGHT, ROOM, DARK, CONTRAST, INK)}
