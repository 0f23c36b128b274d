"""Stage: evaluate. Records against gold: precision, recall and F1 by kind of fact."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.evaluate.details import count_details
from kg.evaluate.events import count_slots, event_likeness
from kg.evaluate.likeness import (
    Json,
    byline_likeness,
    holder_likeness,
    measurement_likeness,
    name_likeness,
    plain,
    same,
    spellings,
    tenure_likeness,
    tie_likeness,
)
from kg.evaluate.segments import line_owners, score_segments
from kg.evaluate.tallies import Figures, Tally, count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

__all__ = ["Report", "evaluate"]

# Party-wide campaigns and national plans are programmes that count neither way.
PARTY_WIDE = frozenset(
    {
        "党史学习教育", "主题教育", "学习贯彻习近平新时代中国特色社会主义思想主题教育", "我为群众办实事",
        "我为群众办实事实践活动", "十三五规划", "十四五规划", "十五五规划", "乡村振兴战略", "一带一路",
        "两学一做学习教育",
        "党纪学习教育", "树立和践行正确政绩观学习教育", "深入贯彻中央八项规定精神学习教育",
    }
)  # fmt: skip
_OVERALL = ("tenure", "event slots", "programme", "measurement", "tie", "byline")
_LISTED = ("tenure", "event aligned", "event slots", "programme", "measurement", "tie", "byline", "details")


@dataclass(frozen=True, slots=True)
class Report:
    """What an evaluation found, by kind of fact."""

    tallies: Mapping[str, Tally]

    def figures(self) -> dict[str, Figures]:
        """Return the figures of each kind that occurs."""
        return {name: tally.figures() for name, tally in self.tallies.items() if tally.gold or tally.found}

    def table(self) -> str:
        """Return the figures as lines of text."""
        return "\n".join(
            f"{name:13} P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}"
            f"  ({row.hit}/{row.found} found, {row.gold} gold)"
            for name, row in self.figures().items()
        )

    def misses(self) -> list[str]:
        """Return each miss as one line."""
        return [f"{name}: {line}" for name in _LISTED if name in self.tallies for line in self.tallies[name].misses]


def evaluate(gold: Path, records: Path, *, root: Path | None = None) -> Report:
    """Return the report on a file of records against a file of gold: an array of records, or a page with articles.

    `root` is the folder that a page's path starts from; without it, the first folder above the gold file that has it.

    Raises:
        InputError: a file cannot be read, or is not of that form.
    """
    wanted = _read_json(gold)
    found = _read_lines(records)
    tallies: dict[str, Tally] = defaultdict(Tally)
    try:
        if isinstance(wanted, dict):
            _score_page(tallies, wanted, found, gold, root)
        else:
            _score_records(tallies, wanted, found)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{gold}: not of the form of gold or records ({error!r}): see the record's reference"
        ) from error
    overall = Tally()
    for name in _OVERALL:
        overall.hit += tallies[name].hit
        overall.found += tallies[name].found
        overall.gold += tallies[name].gold
    tallies["overall"] = overall
    return Report(tallies)


def _read_json(path: Path) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error
    except ValueError as error:
        raise InputError(f"{path}: is no JSON ({error}): give gold records") from error


def _read_lines(path: Path) -> list[Json]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error
    return [_parse_line(path, number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def _parse_line(path: Path, number: int, line: str) -> Json:
    try:
        record: Json = json.loads(line)
    except ValueError as error:
        raise InputError(f"{path}:{number}: is no JSON ({error}): give one record a line") from error
    return record


def _score_page(tallies: dict[str, Tally], gold: Json, found: Sequence[Json], path: Path, root: Path | None) -> None:
    """Score a page: its articles' facts are pooled, since their ids are the extractor's own."""
    page, articles = gold["page"], gold["articles"]
    _score_record(tallies, _pooled(articles) | {"place": page.get("place")}, _pooled(found), page["source"])
    text = _page_text(page["file"], path, root)
    score_segments(tallies["segments"], text, line_owners({one["id"]: one["lines"] for one in articles}), found)
    headline = tallies["headline"]
    for one in articles:
        if one["headline"]:
            headline.gold += 1
            headline.hit += any(same(one["headline"], record.get("headline")) for record in found)
    headline.found = sum(bool(record.get("headline")) for record in found)


def _page_text(file: str, gold: Path, root: Path | None) -> str:
    roots = [root] if root is not None else [*gold.resolve().parents]
    path = next((one / file for one in roots if (one / file).is_file()), None)
    if path is None:
        raise InputError(f"{gold}: its page {file} is not there: name its folder with --root")
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error


def _score_records(tallies: dict[str, Tally], gold: Sequence[Json], found: Sequence[Json]) -> None:
    by_id: dict[str, list[Json]] = defaultdict(list)
    for record in found:
        by_id[record["id"]].append(record)
    for record in gold:
        _score_record(tallies, record, _pooled(by_id.get(record["id"], [])), record["id"])


def _pooled(records: Iterable[Json]) -> Json:
    together = list(records)
    return {key: [one for record in together for one in record.get(key, [])] for key in ("facts", "bylines")}


def _score_record(tallies: dict[str, Tally], gold: Json, found: Json, label: str) -> None:
    def of(record: Json, kind: str) -> list[Json]:
        return [fact for fact in record.get("facts", []) if fact.get("type") == kind]

    details = tallies["details"]
    tenures = of(gold, "tenure"), of(found, "tenure")
    count_details(details, count(tallies["tenure"], *tenures, tenure_likeness, label), label)
    count(tallies["holder+post"], *tenures, holder_likeness, label)
    events = of(gold, "event"), of(found, "event")
    pairs = count(tallies["event aligned"], *events, event_likeness, label, together=True)
    count_slots(tallies["event slots"], pairs, *events, label, seat=gold.get("place"))
    count_details(details, pairs, label)
    programmes = _programmes(of(gold, "programme"), of(found, "programme"))
    count_details(details, count(tallies["programme"], *programmes, name_likeness, label), label)
    measurements = of(gold, "measurement"), of(found, "measurement")
    count_details(details, count(tallies["measurement"], *measurements, measurement_likeness, label), label)
    count(tallies["tie"], of(gold, "tie"), of(found, "tie"), tie_likeness, label)
    count(tallies["byline"], gold.get("bylines", []), found.get("bylines", []), byline_likeness, label)


def _programmes(gold: list[Json], found: list[Json]) -> tuple[list[Json], list[Json]]:
    """Return programmes to count: party-wide ones are optional where gold names them, and left out elsewhere."""
    wanted = [one | {"optional": True} if spellings(one["name"]) & PARTY_WIDE else one for one in gold]
    known: set[str] = set().union(*(spellings(one["name"]) for one in wanted))
    return wanted, [one for one in found if plain(one.get("name")) not in PARTY_WIDE - known]
