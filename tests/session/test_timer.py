"""The timer, with a clock that the tests turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from canvasdesk.session.timer import Countdown, clock_text, timer_sentence


class Clock:
    """Stands where it is put."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Bench:
    """A timer with its clock, and what it told."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.timer = Countdown(self.clock)
        self.ticks: list[int] = []
        self.rings = self.changes = 0
        self.timer.ticked.connect(self._on_tick)
        self.timer.rang.connect(self._on_ring)
        self.timer.changed.connect(self._on_change)

    def _on_tick(self) -> None:
        self.ticks.append(self.timer.seconds)

    def _on_ring(self) -> None:
        self.rings += 1

    def _on_change(self) -> None:
        self.changes += 1

    def wait(self, seconds: float) -> None:
        self.clock.now += seconds
        self.timer.look()

    @property
    def asleep(self) -> bool:
        (wake,) = self.timer.findChildren(QTimer)
        return not wake.isActive()


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench()


def test_it_runs_down_and_tells_of_each_second_once(bench: Bench) -> None:
    bench.timer.start(1)
    assert (bench.timer.seconds, bench.timer.runs, bench.timer.share) == (60, True, 1)
    bench.wait(0.5)
    assert bench.ticks == []
    bench.wait(0.5)
    bench.wait(0.2)
    bench.wait(1)
    assert bench.ticks == [59, 58]
    assert bench.changes == 1


def test_it_wakes_up_only_while_it_runs_and_at_full_seconds(bench: Bench) -> None:
    assert bench.asleep
    bench.timer.start(1)
    bench.wait(0.25)
    (wake,) = bench.timer.findChildren(QTimer)
    assert 750 < wake.interval() <= 760
    bench.timer.pause()
    assert bench.asleep
    bench.timer.resume()
    assert not bench.asleep
    bench.timer.stop()
    assert bench.asleep


def test_a_pause_costs_no_time(bench: Bench) -> None:
    bench.timer.start(1)
    bench.wait(20)
    bench.timer.toggle()
    bench.wait(500)
    assert (bench.timer.seconds, bench.timer.paused) == (40, True)
    bench.timer.toggle()
    bench.wait(1)
    assert (bench.timer.seconds, bench.timer.runs) == (39, True)


def test_minutes_are_added_and_taken_while_it_runs_and_while_it_is_paused(bench: Bench) -> None:
    bench.timer.start(2)
    bench.wait(10)
    bench.timer.add(1)
    assert (bench.timer.seconds, bench.timer.runs) == (170, True)
    bench.timer.pause()
    bench.timer.add(-1)
    assert (bench.timer.seconds, bench.timer.paused) == (110, True)
    bench.timer.add(-1)
    bench.timer.add(-1)
    assert bench.timer.seconds == 0


def test_without_a_timer_there_is_nothing_to_lengthen_or_resume(bench: Bench) -> None:
    bench.timer.add(1)
    bench.timer.toggle()
    bench.timer.stop()
    assert not bench.timer.is_set
    assert bench.changes == 0


def test_the_last_ten_seconds_are_marked_and_it_rings_once_and_goes_on(bench: Bench) -> None:
    bench.timer.start(1)
    bench.wait(49)
    assert not bench.timer.last_seconds
    bench.wait(1)
    assert bench.timer.last_seconds
    bench.wait(10)
    assert (bench.rings, bench.timer.over, bench.timer.last_seconds) == (1, True, False)
    bench.wait(5)
    assert (bench.rings, bench.timer.seconds, bench.timer.share) == (1, -5, 0)
    assert not bench.asleep


def test_another_minute_after_the_end_counts_from_now_and_rings_again(bench: Bench) -> None:
    bench.timer.start(1)
    bench.wait(100)
    bench.timer.add(1)
    assert (bench.timer.seconds, bench.timer.over) == (60, False)
    bench.wait(60)
    assert bench.rings == 2
    bench.timer.add(-1)
    assert (bench.timer.seconds, bench.rings) == (0, 2)


def test_it_rings_when_a_laptop_wakes_up_after_the_end(bench: Bench) -> None:
    bench.timer.start(1)
    bench.wait(3600)
    assert (bench.rings, bench.ticks) == (1, [-3540])


@given(
    st.lists(st.tuples(st.floats(0, 200), st.sampled_from(["wait", "pause", "resume", "more", "less"]))),
)
def test_what_is_left_is_what_was_given_less_what_ran(qapp: object, moves: list[tuple[float, str]]) -> None:
    bench = Bench()
    bench.timer.start(3)
    left = 180.0
    for seconds, move in moves:
        if bench.timer.runs:
            left -= seconds
        bench.wait(seconds)
        if move == "more":
            left = max(left, 0) + 60
            bench.timer.add(1)
        elif move == "less":
            left = min(left, max(0, left - 60))
            bench.timer.add(-1)
        elif move != "wait":
            bench.timer.pause() if move == "pause" else bench.timer.resume()
        assert abs(bench.timer.seconds - left) < 1.001
        assert bench.asleep is not bench.timer.runs
        assert 0 <= bench.timer.share <= 1


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (9, "0:09"), (60, "1:00"), (299, "4:59"), (5400, "90:00"), (-5, "–0:05"), (-61, "–1:01")],
)
def test_times_are_written_in_minutes_and_seconds(seconds: int, text: str) -> None:
    assert clock_text(seconds) == text


def test_it_says_how_it_stands(bench: Bench) -> None:
    said = [timer_sentence(bench.timer)]
    bench.timer.start(2)
    for seconds in (0, 1, 60, 50, 9, 60):
        bench.wait(seconds)
        said.append(timer_sentence(bench.timer))
    bench.timer.pause()
    assert [*said, timer_sentence(bench.timer)] == [
        "no timer is set",
        "2 minutes left",
        "1 minute left",
        "less than a minute left",
        "the last 10 seconds",
        "time is over",
        "over by 1 minute",
        "over by 1 minute, paused",
    ]
