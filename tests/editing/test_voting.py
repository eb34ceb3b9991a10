"""Dot voting: sums that nobody can take apart, proposals that are fair, one record a session."""

from datetime import UTC, datetime
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.agenda import running
from canvasdesk.editing.voting import (
    Ballot,
    Poll,
    give,
    proposed,
    ranked_by,
    recorded,
    sealed,
    standings,
    take_back,
    voted_on,
)
from canvasdesk.model.sections import Section
from canvasdesk.model.sessions import Session, VoteCount
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import workshop

IDS = ("late", "lost")
TALLIES = st.dictionaries(st.sampled_from([f"n{number}" for number in range(12)]), st.integers(0, 60))
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def poll(voters: int = 4, dots: int = 3) -> Poll:
    return Poll("manager", Section.PAINS, IDS, voters, dots)


def in_session(workspace: Workspace) -> Workspace:
    over = Session(id="d1", began=BEGAN, ended=BEGAN)
    return evolve(workspace, sessions=(over, Session(id="d2", began=BEGAN)))


@given(st.lists(st.sampled_from([*IDS, None]), max_size=20), st.integers(1, 10))
def test_a_ballot_never_holds_more_dots_than_there_are(moves: list[str | None], dots: int) -> None:
    ballot, given_so_far = Ballot(dots), list[str]()
    for move in moves:
        ballot = take_back(ballot) if move is None else give(ballot, move)
        if move is None:
            given_so_far = given_so_far[:-1]
        elif len(given_so_far) < dots:
            given_so_far.append(move)
        assert ballot.given == tuple(given_so_far)
        assert ballot.left == dots - len(given_so_far) >= 0


@given(st.lists(st.lists(st.sampled_from(IDS), max_size=3), min_size=1, max_size=4))
def test_of_sealed_ballots_only_the_sum_is_left(ballots: list[list[str]]) -> None:
    outcomes = []
    for order in permutations(ballots):
        present = poll()
        for dots in order:
            present = sealed(present, Ballot(3, tuple(dots)))
        outcomes.append(present)
        assert list(present.tally) == [each for each in IDS if present.tally.get(each)]
    assert all(each == outcomes[0] and str(each) == str(outcomes[0]) for each in outcomes)
    assert outcomes[0].voted == len(ballots)
    assert sum(outcomes[0].tally.values()) == sum(map(len, ballots))
    assert outcomes[0].complete is (len(ballots) == 4)


@given(TALLIES)
def test_more_dots_never_propose_less_and_equal_dots_the_same(tally: dict[str, int]) -> None:
    ranks = proposed(tally)
    assert ranks.keys() == {note_id for note_id, dots in tally.items() if dots}
    assert all(1 <= rank <= 5 for rank in ranks.values())
    for one, rank in ranks.items():
        for other, theirs in ranks.items():
            if tally[one] == tally[other]:
                assert rank == theirs
            elif tally[one] > tally[other]:
                assert rank >= theirs
        if tally[one] == max(tally.values()):
            assert rank == 5


def test_ties_are_counted_and_notes_without_dots_are_none() -> None:
    workspace = workshop()
    even = sealed(poll(), Ballot(3, ("late", "lost")))
    assert [(each.note.id, each.dots, each.tied) for each in standings(workspace, even)] == [
        ("late", 1, 1),
        ("lost", 1, 1),
    ]
    none = standings(workspace, poll())
    assert [(each.dots, each.tied) for each in none] == [(0, 0), (0, 0)]
    ahead = sealed(even, Ballot(3, ("lost",)))
    assert [(each.note.id, each.dots, each.tied) for each in standings(workspace, ahead)] == [
        ("lost", 2, 0),
        ("late", 1, 0),
    ]


def test_what_is_parked_or_gone_takes_no_part() -> None:
    workspace = workshop()
    assert [note.id for note in voted_on(workspace, "manager", Section.PAINS)] == ["late", "lost"]
    assert voted_on(workspace, "nowhere", Section.PAINS) == ()
    ghost = sealed(Poll("manager", Section.PAINS, ("late", "ghost"), 2, 3), Ballot(3, ("ghost", "late")))
    assert [each.note.id for each in standings(workspace, ghost)] == ["late"]


def test_ranks_are_taken_over_and_the_count_goes_into_the_session_that_runs() -> None:
    workspace = in_session(workshop())
    counted = sealed(sealed(poll(), Ballot(3, ("late", "late"))), Ballot(3, ("lost",)))
    after = ranked_by(workspace, counted, {"late": 5})
    assert after.note_by_id["late"].importance == 5
    assert after.note_by_id["lost"] is workspace.note_by_id["lost"]
    session = running(after)
    assert session is not None
    assert session.id == "d2"
    (vote,) = session.votes
    assert (vote.section, vote.voters, vote.dots_each) == (Section.PAINS, 2, 3)
    assert vote.counts == (
        VoteCount(text="Tools arrive late", dots=2),
        VoteCount(text="Tools get lost", dots=1),
    )
    assert after.sessions[0] is workspace.sessions[0]


def test_without_a_session_nothing_is_recorded() -> None:
    workspace = workshop()
    assert running(workspace) is None
    assert recorded(workspace, poll()) is workspace
