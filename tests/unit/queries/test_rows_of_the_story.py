"""Rows that follow from the story as it is told, written down by hand: both languages could be wrong alike."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

import queries

if TYPE_CHECKING:
    from queries.engine import AnyStore

D = dt.date
ROWS: tuple[tuple[str, dict[str, str], list[dict[str, Any]]], ...] = (
    (
        "signings",
        {"topic": "冷链"},
        [
            {
                "date": "2022-11-09",
                "signed": "冷链物流合作协议",
                "bodies": ["沧宁市政府", "青峦市商务局"],
                "persons": ["陶景行"],
                "places": ["沧宁市"],
            }
        ],
    ),
    (
        "events",
        {"place": "沧宁市", "kinds": "signing"},
        [{"kind": "signing", "event": "青沧冷链签约", "modality": "actual", "persons": ["陶景行"]}],
    ),
    (
        "career",
        {"person": "顾长汀"},
        [
            {
                "office": "沧宁市财政局局长",
                "places": ["沧宁市"],
                "first_seen": D(2020, 1, 15),
                "latest_end": D(2021, 6, 3),
            },
            {"office": "青峦市政府副市长", "first_seen": D(2022, 3, 1), "last_seen": D(2023, 5, 6), "latest_end": None},
        ],
    ),
    (
        "succession",
        {"body": "沧宁市财政局"},
        [
            {
                "predecessor": "顾长汀",
                "last_seen": D(2020, 1, 15),
                "successor": "叶疏影",
                "first_seen": D(2021, 6, 3),
                "latest_end": D(2021, 6, 3),
                "earliest_begin": D(2020, 1, 16),
            }
        ],
    ),
    (
        "time_in_office",
        {"person": "顾长汀"},
        [
            {"office": "青峦市政府副市长", "proven_days": 432, "most_days": None},
            {"office": "沧宁市财政局局长", "proven_days": 1, "most_days": None},
        ],
    ),
    ("moves", {"person": "顾长汀"}, [{"place": "沧宁市", "next_place": "青峦市", "next_office": "青峦市政府副市长"}]),
    ("subordinates", {"body": "沧宁市政府"}, [{"subordinate": "沧宁市财政局", "parent": "沧宁市政府"}]),
    ("renamings", {"body": "青峦市商业局"}, [{"former": "青峦市商业局", "successor": "青峦市商务局"}]),
    ("chairs", {"person": "林知远", "from": "2022"}, [{"date": "2022-11-02", "bodies": ["青峦市委", "青峦市政府"]}]),
    ("bodies_together", {"body": "青峦市委", "kinds": "meeting"}, [{"times": 1, "since": "2022-11-02"}]),
    ("articles_on", {"on": "2022-11-10"}, [{"headline": "十一月的两个会", "source": "青峦日报", "rejections": 0}]),
    ("rejections", {"reason": "without unit"}, [{"times": 1, "example": "数字未详的一项", "articles": 1}]),
    (
        "inferred_metadata",
        {"what": "published", "to": "2022-10"},
        [{"headline": "秋日青峦", "inferred": ["published", "source"]}],
    ),
    ("two_holders", {"from": "2022-09", "to": "2022-09"}, [{"reason": "one name twice", "person": "段知微"}]),
    ("namesakes", {"name": "段知微"}, [{"persons": 2, "offices": ["青峦市供销社主任"]}] * 2),
)


@pytest.mark.parametrize(("name", "params", "wanted"), ROWS, ids=[name for name, _, _ in ROWS])
def test_the_rows_are_those_of_the_story(
    told: AnyStore, name: str, params: dict[str, str], wanted: list[dict[str, Any]]
) -> None:
    """As many rows as the story has, with the values it tells."""
    rows = queries.run(name, told, params).to_dicts()
    assert [{key: row[key] for key in told_of} for row, told_of in zip(rows, wanted, strict=True)] == wanted
