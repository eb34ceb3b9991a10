"""The six sections of a value proposition canvas and how they pair."""

from enum import StrEnum


class Half(StrEnum):
    """The two shapes of the canvas."""

    CIRCLE = "circle"
    SQUARE = "square"


class Section(StrEnum):
    """A section of the canvas, in reading order: circle first, then square."""

    JOBS = "customer jobs"
    PAINS = "pains"
    GAINS = "gains"
    PRODUCTS = "products and services"
    RELIEVERS = "pain relievers"
    CREATORS = "gain creators"

    @property
    def half(self) -> Half:
        """The shape the section belongs to."""
        return HALF[self]

    @property
    def partner(self) -> "Section":
        """The one section whose notes this section's notes may be linked with."""
        return PARTNER[self]


CIRCLE = (Section.JOBS, Section.PAINS, Section.GAINS)
SQUARE = (Section.PRODUCTS, Section.RELIEVERS, Section.CREATORS)
PARTNER = dict(zip(CIRCLE + SQUARE, SQUARE + CIRCLE, strict=True))
HALF = dict.fromkeys(CIRCLE, Half.CIRCLE) | dict.fromkeys(SQUARE, Half.SQUARE)
ANSWERS = dict(zip(SQUARE, CIRCLE, strict=True))
"""The section of the circle that each section of the square answers."""
