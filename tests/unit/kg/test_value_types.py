"""Values are made fast, compared and hashed by their fields, and copied with other fields."""

from __future__ import annotations

import dataclasses
import pickle

import pytest

from kg.values import replace, value


@value
class Named:
    """Somebody and where they stand."""

    name: str
    at: int = 0


@value(order=True)
class Alone:
    """One field only."""

    at: int


def test_values_with_the_same_fields_are_the_same() -> None:
    """A set keeps one of them."""
    assert {Named("甲", 1), Named("甲", 1)} == {Named("甲", at=1)}


def test_a_copy_has_other_fields_and_leaves_the_value_as_it_was() -> None:
    """As `dataclasses.replace` does it."""
    one = Named("甲")
    assert replace(one, at=2) == dataclasses.replace(one, at=2) == Named("甲", 2)
    assert one == Named("甲")


def test_a_copy_of_a_value_with_one_field_is_no_tuple() -> None:
    """What gets one field gets it bare."""
    assert replace(Alone(1), at=2) == Alone(2)
    assert replace(Alone(1)) == Alone(1)


def test_a_copy_has_no_field_that_the_class_lacks() -> None:
    """A slip is told."""
    with pytest.raises(TypeError):
        replace(Named("甲"), nome="乙")  # type: ignore[call-arg]


def test_values_are_in_order_where_the_class_says_so() -> None:
    """The fields decide, first to last."""
    assert sorted([Alone(2), Alone(1)]) == [Alone(1), Alone(2)]


def test_values_travel_between_processes() -> None:
    """Slots and all."""
    assert pickle.loads(pickle.dumps(Named("甲", 3))) == Named("甲", 3)  # noqa: S301 - our own
