"""The timer: minutes that run down, can be paused and lengthened, and go on below zero."""

from collections.abc import Callable
from math import ceil
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from canvasdesk.model.sessions import MINUTES_MOST
from canvasdesk.words import translate

MINUTE = 60  # seconds
LAST = 10
"""The seconds that are marked at the end."""
LATE = 2  # milliseconds after a full second, so that it is surely over


class Countdown(QObject):
    """Runs down by `clock`, which gives seconds; it wakes up once a second, and never while nothing runs.

    `ticked` tells of every other second while it runs, `changed` of what somebody did: begun, paused,
    resumed, lengthened or ended. `rang` tells once that the time is over; it then counts below zero.
    """

    ticked = Signal()
    changed = Signal()
    rang = Signal()

    def __init__(self, clock: Callable[[], float] = monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._whole = 0.0
        self._left: float | None = None
        """The seconds that were left at `_since`; None while no timer is set."""
        self._since: float | None = None
        """When it began to run; None while it is paused."""
        self._told = 0
        self._rung = False
        self._wake = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._wake.timeout.connect(self.look)

    # What it says.

    @property
    def is_set(self) -> bool:
        """Whether there is a time to be seen."""
        return self._left is not None

    @property
    def runs(self) -> bool:
        """Whether the time runs at the moment."""
        return self._since is not None

    @property
    def paused(self) -> bool:
        """Whether there is a time that stands still."""
        return self.is_set and not self.runs

    @property
    def seconds(self) -> int:
        """The full seconds that are left; below zero, those that it is over."""
        return ceil(self._now_left())

    @property
    def share(self) -> float:
        """The share of the time that is left, between 0 and 1."""
        return min(1.0, max(0.0, self._now_left() / self._whole)) if self._whole else 0.0

    @property
    def last_seconds(self) -> bool:
        """Whether the last ten seconds have begun and the time is not yet over."""
        return self.is_set and 0 < self.seconds <= LAST

    @property
    def over(self) -> bool:
        """Whether the time is over."""
        return self.is_set and self.seconds <= 0

    # What people do with it.

    def start(self, minutes: int) -> None:
        """Begin anew with so many minutes."""
        self._left = self._whole = float(min(minutes, MINUTES_MOST) * MINUTE)
        self._since, self._rung = self._clock(), False
        self._go_on()

    def pause(self) -> None:
        """Let the time stand still."""
        if self.runs:
            self._left, self._since = self._now_left(), None
            self._go_on()

    def resume(self) -> None:
        """Let the time run on."""
        if self.paused:
            self._since = self._clock()
            self._go_on()

    def toggle(self) -> None:
        """Pause, or run on."""
        self.pause() if self.runs else self.resume()

    def add(self, minutes: int) -> None:
        """Give more minutes, counted from now where the time is over, or take some away: down to nothing."""
        if not self.is_set:
            return
        left, more = self._now_left(), minutes * MINUTE
        if more > 0:
            self._left = min(max(left, 0) + more, MINUTES_MOST * MINUTE)
        else:
            self._left = min(left, max(0, left + more))
        self._whole = max(self._whole, self._left)
        self._since = self._clock() if self.runs else None
        self._rung = self._rung and self._left <= 0
        self._go_on()

    def stop(self) -> None:
        """End it: there is no time to be seen any more."""
        if self.is_set:
            self._left = self._since = None
            self._go_on()

    def look(self) -> None:
        """Look at the clock, and tell what has happened since."""
        if not self.runs:
            return
        seconds = self.seconds
        if seconds != self._told:
            self._told = seconds
            self.ticked.emit()
        if seconds <= 0 and not self._rung:
            self._rung = True
            self.rang.emit()
        ahead = self._now_left() - (seconds - 1)  # until the next full second
        self._wake.start(ceil(ahead * 1000) + LATE)

    def _go_on(self) -> None:
        self._told = self.seconds
        self._wake.stop()
        self.changed.emit()
        self.look()

    def _now_left(self) -> float:
        if self._left is None:
            return 0.0
        return self._left if self._since is None else self._left - (self._clock() - self._since)


def clock_text(seconds: int) -> str:
    """Give a time as minutes and seconds, as 4:59, and –0:05 where it is over; every font has that stroke."""
    minutes, rest = divmod(abs(seconds), MINUTE)
    return f"{'–' if seconds < 0 else ''}{minutes}:{rest:02d}"


def timer_sentence(timer: Countdown) -> str:
    """Say how the timer stands, for ears: in minutes, so that it does not change with every second."""
    if not timer.is_set:
        return translate("Timer", "no timer is set")
    said = _over_sentence(timer) if timer.over else _left_sentence(timer)
    return translate("Timer", "{state}, paused", state=said) if timer.paused else said


def _left_sentence(timer: Countdown) -> str:
    if timer.last_seconds:
        return translate("Timer", "the last %n seconds", count=LAST)
    if timer.seconds < MINUTE:
        return translate("Timer", "less than a minute left")
    return translate("Timer", "%n minute(s) left", count=timer.seconds // MINUTE)


def _over_sentence(timer: Countdown) -> str:
    minutes = -timer.seconds // MINUTE
    if not minutes:
        return translate("Timer", "time is over")
    return translate("Timer", "over by %n minute(s)", count=minutes)
