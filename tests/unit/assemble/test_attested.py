"""Attested tenure: bounds that follow from passages, and no others."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kg.assemble.attested import Attestation, Bounds, bound, stints, succeed
from kg.assemble.tenure_on import Answer, Basis, status_on
from kg.vocabulary import Status


def on(day: str, status: Status = Status.HOLDS, *, dated: bool = False) -> Attestation:
    """Return an attestation about one day."""
    return Attestation(day, day, status, dated)


def props(bounds: Bounds) -> dict[str, object]:
    """Return bounds as a Tenure node has them."""
    return {name: getattr(bounds, name) for name in Bounds.__slots__}


def test_being_named_proves_that_day_and_what_lies_between() -> None:
    """A title on two days: the office was held between them; before and after nobody knows."""
    found = bound([on("2021-06-01"), on("2021-04-12")])
    assert (found.first_seen, found.last_seen) == ("2021-04-12", "2021-06-01")
    assert (found.latest_begin, found.earliest_end) == ("2021-04-12", "2021-06-01")
    assert (found.earliest_begin, found.latest_end) == (None, None)
    assert status_on(props(found), "2021-04-12") == (Answer.YES, Basis.ATTESTED)
    assert status_on(props(found), "2021-05-01") == (Answer.YES, Basis.BETWEEN)
    assert status_on(props(found), "2021-06-02") == (Answer.UNKNOWN, None)
    assert status_on(props(found), "2021-04-11") == (Answer.UNKNOWN, None)


def test_an_appointment_sets_both_begins() -> None:
    """Appointed on a day: not before it, and from it on as long as something attests it."""
    found = bound([on("2021-02-08", Status.APPOINTED, dated=True), on("2021-04-12")])
    assert (found.earliest_begin, found.latest_begin) == ("2021-02-08", "2021-02-08")
    assert status_on(props(found), "2021-02-07") == (Answer.NO, Basis.BOUNDED)
    assert status_on(props(found), "2021-03-01") == (Answer.YES, Basis.BETWEEN)


def test_an_appointment_without_a_day_only_ends_the_waiting() -> None:
    """A report of an appointment proves that it has begun by the day of the paper."""
    found = bound([on("2021-02-09", Status.APPOINTED)])
    assert (found.earliest_begin, found.latest_begin, found.first_seen) == (None, "2021-02-09", None)


def test_a_removal_sets_both_ends() -> None:
    """Removed on a day: held until then, not after it."""
    found = bound([on("2021-02-08", Status.REMOVED, dated=True), on("2020-04-12")])
    assert (found.earliest_end, found.latest_end) == ("2021-02-08", "2021-02-08")
    assert status_on(props(found), "2021-01-01") == (Answer.YES, Basis.BOUNDED)
    assert status_on(props(found), "2021-02-09") == (Answer.NO, Basis.BOUNDED)


def test_former_bounds_the_end_by_the_day_of_the_paper() -> None:
    """原市长 on a day: over by then, since when is not said."""
    found = bound([on("2021-02-08", Status.FORMER)])
    assert found == Bounds(latest_end="2021-02-08")


def test_a_nomination_bounds_nothing() -> None:
    """Who is nominated holds nothing yet."""
    assert bound([on("2021-02-08", Status.NOMINATED, dated=False)]) == Bounds()


def test_acting_counts_as_holding() -> None:
    """代市长 runs the office."""
    assert bound([on("2021-02-08", Status.ACTING)]).latest_begin == "2021-02-08"


def test_a_month_is_never_its_first_day() -> None:
    """Named in a paper of some day in April: begun by its end, ended not before its start, seen on no known day."""
    found = bound([Attestation("2021-04-01", "2021-04-30", Status.HOLDS)])
    assert found == Bounds(latest_begin="2021-04-30", earliest_end="2021-04-01")
    assert status_on(props(found), "2021-04-15") == (Answer.UNKNOWN, None)


def test_reelection_begins_nothing() -> None:
    """Who is elected having held the office before has not begun on that day."""
    found = bound([on("2020-04-12"), on("2021-02-08", Status.ELECTED, dated=True)])
    assert found.earliest_begin is None
    assert found.latest_begin == "2020-04-12"


def test_contradictions_stay_visible() -> None:
    """A paper that calls somebody mayor after the removal does not move the removal: the bounds cross what is seen."""
    found = bound([on("2023-02-18", Status.REMOVED, dated=True), on("2021-04-12"), on("2023-02-20")])
    assert found.latest_end == "2023-02-18"
    assert found.last_seen == "2023-02-20"
    early = bound([on("2021-02-08", Status.APPOINTED, dated=True), on("2020-04-12")])
    assert early.earliest_begin == "2021-02-08"
    assert early.latest_begin == "2020-04-12"
    assert not early.consistent


def test_who_leaves_and_comes_back_has_two_stints() -> None:
    """An appointment after a removal begins another tenure."""
    said = [
        on("2019-01-10", Status.APPOINTED, dated=True),
        on("2020-01-10", Status.REMOVED, dated=True),
        on("2022-01-10", Status.APPOINTED, dated=True),
        on("2022-03-01"),
    ]
    assert [len(one) for one in stints(said)] == [2, 2]


def test_a_successor_bounds_both() -> None:
    """Where one seat is held by one at a time, the first left and the second came between the two attestations."""
    before, after = succeed(bound([on("2020-04-12")]), bound([on("2021-03-01")]))
    assert before.latest_end == "2021-03-01"
    assert after.earliest_begin == "2020-04-12"


def test_holders_who_overlap_bound_nothing() -> None:
    """Two at once in one seat: something is wrong, and no end is made up for it."""
    first, second = bound([on("2020-04-12"), on("2021-05-01")]), bound([on("2021-03-01")])
    assert succeed(first, second) == (first, second)


DAYS = st.dates(date(2015, 1, 1), date(2025, 12, 31)).map(date.isoformat)
SAID = st.builds(on, DAYS, st.sampled_from(Status), dated=st.booleans())


@given(st.lists(SAID, min_size=1, max_size=6), st.randoms())
def test_the_order_of_passages_does_not_matter(said: list[Attestation], random: object) -> None:
    """Bounds and stints are functions of what is said, not of when it is read."""
    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert stints(shuffled) == stints(said)
    assert bound(shuffled) == bound(said)


@given(DAYS, st.integers(1, 900), st.integers(1, 900))
def test_what_is_true_is_never_denied(begin: str, length: int, step: int) -> None:
    """Passages that tell of a real tenure give bounds that contain it: no day of it is answered with no."""
    first = date.fromisoformat(begin)
    days = [first + timedelta(days=n) for n in range(0, length, step)]
    said = [on(day.isoformat()) for day in days]
    said.append(on(begin, Status.APPOINTED, dated=True))
    said.append(on((first + timedelta(days=length)).isoformat(), Status.REMOVED, dated=True))
    found = props(bound(said))
    for day in days:
        assert status_on(found, day.isoformat())[0] is Answer.YES
    assert status_on(found, (first - timedelta(days=1)).isoformat())[0] is Answer.NO
    assert status_on(found, (first + timedelta(days=length + 1)).isoformat())[0] is Answer.NO
