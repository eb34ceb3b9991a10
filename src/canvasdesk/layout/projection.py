"""The picture that a room looks at, and how large letters must be in it to be read from the last row.

The rule is that of AVIXA's standard for display sizes (V202.01, "basic decision making"): picture height =
distance ÷ (200 × element height as a share of the picture's). The element is a capital letter here.
"""

from dataclasses import dataclass

from canvasdesk.layout.geometry import Size
from canvasdesk.layout.style import TEXT_FLOOR

VIEWERS = 200.0
CAPITAL = 0.714  # ems that a capital letter of Noto Sans is high
LETTERS_MOST = 0.1  # of the picture's height; larger ones would leave no room for a sentence
HEIGHTS_AWAY = 6.0  # picture heights from the screen to the last row, where nobody measured
LARGEST = 2.2  # times the least letters: a single note must not fill the wall
HEADING = 17.0
"""The strip at the top for section and question, in canvas units at the least scale."""


def least_letters(distance: float, picture_height: float) -> float:
    """Give the least height of a capital letter as a share of the picture's height; both in one unit."""
    return distance / (VIEWERS * picture_height)


@dataclass(frozen=True, slots=True)
class Projection:
    """A picture of `size` pixels of which the lowest `foot` stay free; `letters` is the least share."""

    size: Size
    foot: float = 0.0
    letters: float = HEIGHTS_AWAY / VIEWERS

    @property
    def least(self) -> float:
        """The pixels a canvas unit at which the smallest text can be read from the last row.

        In a room that is too deep for the picture, letters are as large as it can show.
        """
        return min(self.letters, LETTERS_MOST) * self.size.h / (CAPITAL * TEXT_FLOOR)

    @property
    def most(self) -> float:
        """The pixels a canvas unit beyond which nothing is enlarged."""
        return self.least * LARGEST

    @property
    def room(self) -> Size:
        """The pixels below the heading."""
        return Size(self.size.w, max(1.0, self.size.h - self.foot - HEADING * self.least))
