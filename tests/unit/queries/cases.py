"""Ways to ask each question of the fixture graph, with how many rows they give."""

from __future__ import annotations

CASES: tuple[tuple[str, dict[str, str], int], ...] = (
    ("holder", {}, 6),
    ("holder", {"place": "青峦市", "post": "市长", "on": "2021-04-12"}, 2),
    ("holder", {"body": "青峦市政府", "on": "2022-01-01"}, 3),
    ("holder", {"on": "2020-04-12", "from": "2021", "to": "2021-12"}, 4),
    ("roster", {}, 6),
    ("roster", {"body": "青峦市政府", "on": "2021-06-01"}, 1),
    ("roster", {"place": "青峦市", "on": "2023-03-01"}, 4),
    ("career", {}, 6),
    ("career", {"person": "方既白"}, 2),
    ("visits", {}, 3),
    ("visits", {"person": "白若溪"}, 1),
    ("visits", {"body": "青峦市政府"}, 2),
    ("visits", {"place": "沧宁市", "from": "2021-04"}, 3),
    ("together", {}, 3),
    ("together", {"person": "陶景行"}, 1),
    ("together", {"kinds": "visit,talks"}, 2),
    ("together", {"min_times": "2"}, 0),
    ("outcomes", {}, 5),
    ("outcomes", {"programme": "青峦护工", "indicator": "培训"}, 3),
    ("outcomes", {"place": "白石县"}, 5),
    ("evidence", {}, 21),
    ("evidence", {"about": "白若溪"}, 4),
    ("evidence", {"about": "沧宁市"}, 4),
    ("evidence", {"about": "青峦日报", "min_confidence": "0.85"}, 17),
    ("doubts", {}, 7),
    ("doubts", {"reason": "contradictory"}, 2),
    ("doubts", {"reason": "rejected", "limit": "1"}, 1),
    ("doubts", {"from": "2023"}, 2),
)
