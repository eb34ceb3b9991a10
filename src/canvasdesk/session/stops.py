"""Stops on the walk through a canvas with a room: what is framed, which part of it, under which question."""

from dataclasses import dataclass

from canvasdesk.model.sessions import Frame


@dataclass(frozen=True, slots=True)
class Stop:
    """A frame; `part` is the page of a section's wall, or the number of a pain or gain among the needs.

    An empty `question` leaves the section's own.
    """

    frame: Frame
    part: int = 0
    question: str = ""

    @property
    def on_canvas(self) -> bool:
        """Whether the canvas itself is seen, and no frame made for the picture."""
        return self.frame in {Frame.OVERVIEW, Frame.BUSINESS_MODEL}


OVERVIEW = Stop(Frame.OVERVIEW)
