"""Judgements: what was decided about two ids, by whom and why; a log that can be replayed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kg.errors import GraphFolderError

if TYPE_CHECKING:
    from pathlib import Path

RULES = "rules"


class Verdict(StrEnum):
    """Whether two ids mean one thing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """One decision about two ids; the smaller id stands first, so that it can be said in one way only."""

    first: str
    second: str
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    by: str = RULES
    confidence: float = 1.0

    @staticmethod
    def about(
        one: str,
        other: str,
        verdict: Verdict,
        reasons: tuple[str, ...] = (),
        *,
        by: str = RULES,
        confidence: float = 1.0,
    ) -> Judgement:
        """Return the judgement with its ids in order."""
        return Judgement(min(one, other), max(one, other), verdict, reasons, by, confidence)


def to_json(judgement: Judgement) -> dict[str, Any]:
    """Return a judgement as JSON values."""
    return {
        "first": judgement.first,
        "second": judgement.second,
        "verdict": judgement.verdict.value,
        "reasons": list(judgement.reasons),
        "by": judgement.by,
        "confidence": judgement.confidence,
    }


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """Return what people decided, in order; where two lines are about the same ids, the later one counts.

    A line is `{"first": ID, "second": ID, "verdict": "same" | "different", "by": WHO, "reasons": [...]}`.

    Raises:
        GraphFolderError: a line cannot be understood.
    """
    if not path.is_file():
        return ()
    found: dict[tuple[str, str], Judgement] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            one = _parse(line, path, number)
            found.pop((one.first, one.second), None)
            found[one.first, one.second] = one
    return tuple(found.values())


def _parse(line: str, path: Path, number: int) -> Judgement:
    try:
        raw = json.loads(line)
        return Judgement.about(
            str(raw["first"]),
            str(raw["second"]),
            Verdict(raw["verdict"]),
            tuple(str(one) for one in raw.get("reasons", ())),
            by=str(raw.get("by") or "somebody"),
            confidence=float(raw.get("confidence", 1.0)),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        need = '{"first": ID, "second": ID, "verdict": "same" or "different"}'
        raise GraphFolderError(f"{path}, line {number} is no judgement: write {need}") from error


def append_judgement(path: Path, judgement: Judgement) -> None:
    """Add what somebody decided to the log; nothing in it is ever changed."""
    line = json.dumps(to_json(judgement), ensure_ascii=False)
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(line + "\n")
    except OSError as error:
        raise GraphFolderError(f"cannot write {path}: {error.strerror or error}") from error
