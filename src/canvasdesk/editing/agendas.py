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
            translate("Agenda", "What must they get done, with or without us?"),
        ),
        *_circle_in_short(),
        _step(
            Frame.PRODUCTS,
            3,
            translate("Agenda", "What we bring"),
            translate("Agenda", "What can we bring them now?"),
        ),
        _step(
            Frame.RELIEVERS,
            5,
            translate("Agenda", "What we take off them"),
            translate("Agenda", "Which pain is smaller the day after?"),
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
            translate("Agenda", "Which answers would the customer agree with?"),
        ),
        _step(
            Frame.FIT,
            3,
            translate("Agenda", "How well it fits"),
            translate("Agenda", "What matters most and has no answer yet?"),
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
            translate("Agenda", "What would they never want to be without?"),
            Covering.COVER,
        ),
        _step(
            Frame.GAINS,
            4,
            translate("Agenda", "Gains, together"),
            translate("Agenda", "Which of these decide, which are only nice?"),
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
            translate("Agenda", "Whom do we want to help, and who met them?"),
        ),
        *_circle_at_length(),
        *_square_at_length(),
        _step(
            Frame.LINKS,
            10,
            translate("Agenda", "What answers what"),
            translate("Agenda", "Would they agree that this answers that?"),
        ),
        _step(
            Frame.FIT,
            7,
            translate("Agenda", "How well it fits"),
            translate("Agenda", "What matters most and is still unanswered?"),
        ),
        _step(
            Frame.OVERVIEW,
            4,
            translate("Agenda", "What we do next"),
            translate("Agenda", "Which guess would hurt most if it is wrong?"),
        ),
    )


def _circle_at_length() -> tuple[AgendaStep, ...]:
    return (
        _step(
            Frame.JOBS,
            8,
            translate("Agenda", "Jobs, in silence"),
            translate("Agenda", "What must they do, even on the worst day?"),
            Covering.COVER,
        ),
        _step(
            Frame.JOBS,
            5,
            translate("Agenda", "Jobs, together"),
            translate("Agenda", "What would they do if nobody sold anything?"),
            Covering.UNCOVER,
        ),
        _step(
            Frame.PAINS,
            8,
            translate("Agenda", "Pains, in silence"),
            translate("Agenda", "Where do they lose time, money or sleep?"),
            Covering.COVER,
        ),
        _step(
            Frame.PAINS,
            7,
            translate("Agenda", "Pains, together"),
            translate("Agenda", "Which must go first, and would they pay?"),
            Covering.UNCOVER,
        ),
        _step(
            Frame.GAINS,
            7,
            translate("Agenda", "Gains, in silence"),
            translate("Agenda", "What do they expect, hope for, not dare ask?"),
            Covering.COVER,
        ),
        _step(
            Frame.GAINS,
            6,
            translate("Agenda", "Gains, together"),
            translate("Agenda", "Which would make them leave what they use?"),
            Covering.UNCOVER,
        ),
    )


def _square_at_length() -> tuple[AgendaStep, ...]:
    return (
        _step(
            Frame.PRODUCTS,
            6,
            translate("Agenda", "What we bring"),
            translate("Agenda", "What do we offer, now or soon?"),
        ),
        _step(
            Frame.RELIEVERS,
            9,
            translate("Agenda", "What we take off them"),
            translate("Agenda", "Which pain shrinks on day one? What is left?"),
        ),
        _step(
            Frame.CREATORS,
            8,
            translate("Agenda", "What we add"),
            translate("Agenda", "What goes better than they dared to ask for?"),
        ),
    )


def _step(
    frame: Frame, minutes: int, title: str, question: str, covering: Covering | None = None
) -> AgendaStep:
    return AgendaStep(title=title, frame=frame, question=question, minutes=minutes, covering=covering)
