"""Agendas of ours to start from: a workshop in 45 minutes and one in 90, with questions for every step."""

from canvasdesk.model.sessions import AgendaStep, Covering, Frame
from canvasdesk.words import translate


def short_agenda() -> tuple[AgendaStep, ...]:
    """Give an agenda of 45 minutes: one section after the other, the circle written in silence."""
    return (
        _step(
            Frame.OVERVIEW,
            3,
            translate("Agenda", "Why we are here"),
            translate("Agenda", "Whose day should be better when we are done?"),
        ),
        _step(
            Frame.JOBS,
            5,
            translate("Agenda", "What they have to get done"),
            translate("Agenda", "What is on their list before anybody sells them anything?"),
        ),
        *_circle_in_short(),
        _step(
            Frame.PRODUCTS,
            3,
            translate("Agenda", "What we bring"),
            translate("Agenda", "What can we put on their table, today or within a season?"),
        ),
        _step(
            Frame.RELIEVERS,
            5,
            translate("Agenda", "What we take off them"),
            translate("Agenda", "Which pain is smaller the day after they start with us, and why?"),
        ),
        _step(
            Frame.CREATORS,
            4,
            translate("Agenda", "What we add"),
            translate("Agenda", "What would they show around with a smile?"),
        ),
        _step(
            Frame.LINKS,
            4,
            translate("Agenda", "What answers what"),
            translate("Agenda", "Which of our answers would the customer agree with?"),
        ),
        _step(
            Frame.FIT,
            3,
            translate("Agenda", "How well it fits"),
            translate("Agenda", "What matters most and has no answer, and who finds out more?"),
        ),
    )


def _circle_in_short() -> tuple[AgendaStep, ...]:
    return (
        _step(
            Frame.PAINS,
            5,
            translate("Agenda", "Pains, in silence"),
            translate("Agenda", "Where do they lose time, money or sleep?"),
            Covering.COVER,
        ),
        _step(
            Frame.PAINS,
            5,
            translate("Agenda", "Pains, together"),
            translate("Agenda", "Which of these would they pay to be rid of?"),
            Covering.UNCOVER,
        ),
        _step(
            Frame.GAINS,
            4,
            translate("Agenda", "Gains, in silence"),
            translate("Agenda", "What would make them say: I never want to be without it?"),
            Covering.COVER,
        ),
        _step(
            Frame.GAINS,
            4,
            translate("Agenda", "Gains, together"),
            translate("Agenda", "Which of these decide, and which are merely nice?"),
            Covering.UNCOVER,
        ),
    )


def long_agenda() -> tuple[AgendaStep, ...]:
    """Give an agenda of 90 minutes: the circle in silence and then together, the square, and what follows."""
    return (
        _step(
            Frame.OVERVIEW,
            5,
            translate("Agenda", "Why we are here"),
            translate("Agenda", "Whose day should be better when we are done, and who of us has met them?"),
        ),
        *_circle_at_length(),
        *_square_at_length(),
        _step(
            Frame.LINKS,
            10,
            translate("Agenda", "What answers what"),
            translate("Agenda", "Would the customer agree that this answers that, and how far?"),
        ),
        _step(
            Frame.FIT,
            7,
            translate("Agenda", "How well it fits"),
            translate("Agenda", "What matters most and has no answer? What answers nothing?"),
        ),
        _step(
            Frame.OVERVIEW,
            4,
            translate("Agenda", "What we do next"),
            translate("Agenda", "Which guess would hurt most if it is wrong, and who asks about it first?"),
        ),
    )


def _circle_at_length() -> tuple[AgendaStep, ...]:
    return (
        _step(
            Frame.JOBS,
            8,
            translate("Agenda", "Jobs, in silence"),
            translate("Agenda", "What do they have to get done, on a usual day and on the worst one?"),
            Covering.COVER,
        ),
        _step(
            Frame.JOBS,
            5,
            translate("Agenda", "Jobs, together"),
            translate("Agenda", "What of this would they do even if nobody offered anything for it?"),
            Covering.UNCOVER,
        ),
        _step(
            Frame.PAINS,
            8,
            translate("Agenda", "Pains, in silence"),
            translate("Agenda", "Where do they lose time, money or sleep, and what have they given up on?"),
            Covering.COVER,
        ),
        _step(
            Frame.PAINS,
            7,
            translate("Agenda", "Pains, together"),
            translate("Agenda", "Which of these would they pay to be rid of this month?"),
            Covering.UNCOVER,
        ),
        _step(
            Frame.GAINS,
            7,
            translate("Agenda", "Gains, in silence"),
            translate("Agenda", "What do they expect, what do they hope for, and what would surprise them?"),
            Covering.COVER,
        ),
        _step(
            Frame.GAINS,
            6,
            translate("Agenda", "Gains, together"),
            translate("Agenda", "Which of these would make them leave what they use today?"),
            Covering.UNCOVER,
        ),
    )


def _square_at_length() -> tuple[AgendaStep, ...]:
    return (
        _step(
            Frame.PRODUCTS,
            6,
            translate("Agenda", "What we bring"),
            translate("Agenda", "What do we offer already, and what could we within a season?"),
        ),
        _step(
            Frame.RELIEVERS,
            9,
            translate("Agenda", "What we take off them"),
            translate("Agenda", "Which pain is smaller the day after they start with us, and what is left?"),
        ),
        _step(
            Frame.CREATORS,
            8,
            translate("Agenda", "What we add"),
            translate("Agenda", "What goes better than they dared to ask for, and how do they notice?"),
        ),
    )


def _step(
    frame: Frame, minutes: int, title: str, question: str, covering: Covering | None = None
) -> AgendaStep:
    return AgendaStep(title=title, frame=frame, question=question, minutes=minutes, covering=covering)
