"""Places of vertices: whole, the same each time, none on another."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.draw.layouts import Box, place

if TYPE_CHECKING:
    import random

NAMES = [f"n{at:02d}" for at in range(24)]
pairs = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=50)


def overlapping(places: dict[str, tuple[int, int]], boxes: dict[str, Box], slack: float = 2.0) -> list[tuple[str, str]]:
    """Return the pairs of boxes that cover each other."""
    return [
        (one, two)
        for one, two in combinations(places, 2)
        if abs(places[one][0] - places[two][0]) < boxes[one].x + boxes[two].x - slack
        and abs(places[one][1] - places[two][1]) < boxes[one].y + boxes[two].y - slack
    ]


@settings(max_examples=12, deadline=None)
@given(pairs)
def test_no_vertex_covers_another(links: list[tuple[str, str]]) -> None:
    """Whatever is linked, every caption has room."""
    boxes = {name: Box(30.0 + 3 * at, 20.0) for at, name in enumerate(NAMES)}
    assert overlapping(place(boxes, links), boxes) == []


@settings(max_examples=6, deadline=None)
@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_does_not_matter(links: list[tuple[str, str]], chance: random.Random) -> None:
    """Places depend on what is linked, not on who says it first."""
    boxes = {name: Box(40.0, 20.0) for name in NAMES}
    mixed, order = list(links), list(boxes)
    chance.shuffle(mixed)
    chance.shuffle(order)
    assert place({name: boxes[name] for name in order}, mixed) == place(boxes, links)


def test_communities_stand_apart() -> None:
    """Two cliques joined by one link: each keeps together, so the way between their middles is longer than either."""
    one, two = NAMES[:12], NAMES[12:]
    links = [*combinations(one, 2), *combinations(two, 2), (one[0], two[0])]
    places = place(dict.fromkeys(NAMES, Box(20.0, 15.0)), links)

    def middle(names: list[str]) -> complex:
        return sum(complex(*places[name]) for name in names) / len(names)

    def reach(names: list[str]) -> float:
        return sum(abs(complex(*places[name]) - middle(names)) for name in names) / len(names)

    assert abs(middle(one) - middle(two)) > reach(one) + reach(two)


def test_nothing_and_one_have_places() -> None:
    """The smallest graphs are laid out too."""
    assert place({}, []) == {}
    assert len(place({"a": Box(10.0, 10.0)}, [("a", "a")])) == 1
