"""Whether confidence means what it says: of facts at 0.9, are nine in ten right? Measured on every gold set at hand.

Usage: python benchmarks/calibration.py [WORD]; reads tests/golden and, where they lie beside the project, the shared
gold sets; with a word only the sets that have it in their path (unseen: those that no rule was written for).
A fact is right if `kg.evaluate` pairs it with a gold fact; what pairs with an optional one counts neither way.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from kg.evaluate import PARTY_WIDE
from kg.evaluate.events import event_likeness
from kg.evaluate.likeness import measurement_likeness, name_likeness, plain, tenure_likeness, tie_likeness
from kg.evaluate.tallies import Likeness, Tally, count
from kg.extraction import iter_records

if TYPE_CHECKING:
    from collections.abc import Iterator

Json: TypeAlias = dict[str, Any]

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
GOLDEN = ROOT / "tests" / "golden"
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
WIDTH = 40
LIKENESS: dict[str, Likeness] = {
    "tenure": tenure_likeness,
    "event": event_likeness,
    "programme": name_likeness,
    "measurement": measurement_likeness,
    "tie": tie_likeness,
}


class Judged(NamedTuple):
    """A fact's confidence and whether gold bears it out."""

    kind: str
    confidence: float
    right: bool


def sets() -> Iterator[tuple[Path, Path]]:
    """Yield every gold file that has its text, with it."""
    yield GOLDEN / "examples" / "articles.json", ROOT / "examples" / "articles.jsonl"
    yield GOLDEN / "unseen" / "gold.json", GOLDEN / "unseen" / "articles.json"
    for name in ("press", "provincial", "broadcast"):
        yield SHARED / "gold" / "dev" / f"{name}.json", SHARED / "data" / f"{name}.json"
    pages = [*GOLDEN.glob("examples/*page*.json"), *GOLDEN.glob("unseen/pages/*.json")]
    pages += (SHARED / "gold" / "dev").glob("*page*.json")
    for gold in sorted(pages):
        file = json.loads(gold.read_text(encoding="utf-8"))["page"]["file"]
        yield gold, next((root / file for root in (ROOT, SHARED) if (root / file).is_file()), ROOT / file)


def pairs_of_facts(gold: Path, source: Path) -> Iterator[tuple[list[Json], list[Json]]]:
    """Yield gold facts and found facts, article by article; a page's articles are pooled, as in the evaluation."""

    def fail(problem: object) -> None:
        raise SystemExit(str(problem))

    wanted = json.loads(gold.read_text(encoding="utf-8"))
    if isinstance(wanted, dict):
        page = {key: wanted["page"].get(key) for key in ("source", "published", "place")}
        found = list(iter_records([source], **page, on_problem=fail))
        yield facts(wanted["articles"]), facts(found)
        return
    by_id: dict[str, list[Json]] = {}
    for record in iter_records([source], on_problem=fail):
        by_id.setdefault(record["id"], []).append(record)
    for record in wanted:
        yield record["facts"], facts(by_id.get(record["id"], []))


def facts(records: list[Json]) -> list[Json]:
    """Return the facts of all records."""
    return [fact for record in records for fact in record["facts"]]


def judge(gold: list[Json], found: list[Json]) -> Iterator[Judged]:
    """Yield every found fact that counts, judged."""
    for kind, likeness in LIKENESS.items():
        ours = [fact for fact in found if fact["type"] == kind and plain(fact.get("name")) not in PARTY_WIDE]
        theirs = [fact for fact in gold if fact["type"] == kind]
        pairs = count(Tally(), theirs, ours, likeness, "", together=kind == "event")
        excused = {id(fact) for wanted, fact in pairs if wanted.get("optional")}
        right = {id(fact) for _, fact in pairs}
        yield from (Judged(kind, fact["confidence"], id(fact) in right) for fact in ours if id(fact) not in excused)


def curve(judged: list[Judged]) -> Iterator[str]:
    """Yield the reliability of facts as lines: a bin each, its share of right facts drawn, `|` where it should end."""
    error = 0.0
    for low, high in pairwise(EDGES):
        within = [one for one in judged if low <= one.confidence < high or one.confidence == high == 1]
        if not within:
            continue
        mean = sum(one.confidence for one in within) / len(within)
        share = sum(one.right for one in within) / len(within)
        error += len(within) / len(judged) * abs(share - mean)
        bar = list("#" * round(share * WIDTH) + "." * (WIDTH - round(share * WIDTH)))
        bar[min(WIDTH - 1, round(mean * WIDTH))] = "|"
        yield f"  {low:.2f}-{high:.2f}  {len(within):5} facts, said {mean:.3f}, right {share:.3f}  {''.join(bar)}"
    sure = [one.right for one in judged if one.confidence >= EDGES[-3]]
    yield f"  expected calibration error {error:.3f}; at 0.90 or more: {len(sure)} facts, {sum(sure)} right"


def main() -> None:
    """Print the curve of each kind of fact and of all."""
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    known = [pair for pair in sets() if word in str(pair[0]) and pair[0].is_file() and pair[1].is_file()]
    if not known:
        raise SystemExit(f"no gold set with its text has {word!r} in its path: give another word, or none")
    print(f"{len(known)} gold sets: {', '.join(gold.relative_to(gold.parents[1]).as_posix() for gold, _ in known)}")
    judged = [one for pair in known for both in pairs_of_facts(*pair) for one in judge(*both)]
    for kind in (*LIKENESS, "all"):
        of_kind = [one for one in judged if kind in (one.kind, "all")]
        print(f"{kind}: {len(of_kind)} facts, {sum(one.right for one in of_kind)} right")
        print("\n".join(curve(of_kind)))


if __name__ == "__main__":
    main()
