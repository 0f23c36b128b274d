"""Running a named question on a store."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Protocol

from kg.errors import UsageError
from queries.catalogue import catalogue
from queries.engine import ask_store
from queries.names import find_one
from queries.question import Answer, Kind, Question, read_text
from queries.values import SEPARATOR, parse_params, to_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from loaders.arcadedb import ArcadeStore
    from loaders.port import Row
    from loaders.rdf import QuadStore
    from queries.engine import AnyStore

FACTS = "fact_ids"
EVIDENCE_COLUMNS = ("quote", "source", "published")
_BATCH = 1000
_FEW = 5
"""Questions that are told where a name is none, but its words are in theirs."""


class HasStores(Protocol):
    """A graph that can open both of its stores."""

    def cypher_store(self) -> ArcadeStore:
        """Return the store that answers Cypher."""
        ...

    def quad_store(self) -> QuadStore:
        """Return the store that answers SPARQL."""
        ...


def get(name: str) -> Question:
    """Return a question by its name.

    Raises:
        UsageError: there is none; the nearest name is told.
    """
    known = {question.name: question for question in catalogue()}
    if name in known:
        return known[name]
    near = get_close_matches(name.lower(), known, n=3) or _about(name)
    hint = f"did you mean {' or '.join(near)}?" if near else f"kg query lists all {len(known)}"
    raise UsageError(f"no question {name!r}: {hint}")


def _about(words: str) -> list[str]:
    """Return the names of a few questions that have these words, in either language, in title, question or topic."""
    wanted = words.strip().lower()
    return [
        question.name
        for question in catalogue()
        if wanted
        and any(
            wanted in text.lower()
            for text in (
                question.title_zh,
                question.title_en,
                question.question_zh,
                question.question_en,
                question.topic.title_zh,
                question.topic.title_en,
            )
        )
    ][:_FEW]


def ask(
    graph: HasStores,
    question: Question | str,
    params: Mapping[str, Any] | None = None,
    *,
    engine: str = "cypher",
    evidence: bool = False,
) -> Answer:
    """Answer a question about a graph from the store that `engine` names, cypher or sparql.

    Raises:
        UsageError: the question, the engine or a parameter is unknown, or a name is shared by several.
    """
    asked = get(question) if isinstance(question, str) else question
    if engine not in {"cypher", "sparql"}:
        raise UsageError(f"no engine {engine!r}: use cypher or sparql")
    store: AnyStore = graph.quad_store() if engine == "sparql" else graph.cypher_store()
    return run(asked, store, params, evidence=evidence)


def run(
    question: Question | str, store: AnyStore, params: Mapping[str, Any] | None = None, *, evidence: bool = False
) -> Answer:
    """Answer a question from a store; with `evidence` each row is given once for each passage that says it.

    Raises:
        UsageError: the question or a parameter is unknown, a value is none of its type, a name is shared by several.
        StoreError: the store does not answer.
    """
    asked = get(question) if isinstance(question, str) else question
    values = parse_params(asked, params or {})
    for parameter in asked.parameters:
        if parameter.kind is Kind.THING:
            names = values[parameter.name]
            what = f"{asked.name}: {parameter.name}"
            values[parameter.name] = [one for name in names for one in find_one(store, name, parameter.labels, what)]
    kinds = {parameter.name: parameter.kind for parameter in asked.parameters}
    texts = {"cypher": asked.cypher, "sparql": asked.sparql}
    found = ask_store(store, texts, values, kinds)
    names = tuple(column.name for column in asked.columns)
    rows = [tuple(to_column(column, row.get(column.name)) for column in asked.columns) for row in found]
    types = tuple(column.kind for column in asked.columns)
    if not evidence or "quote" in names:
        return Answer(names, tuple(rows), types)
    more = (Kind.TEXT,) * len(EVIDENCE_COLUMNS)
    return Answer((*names, *EVIDENCE_COLUMNS), tuple(_with_passages(store, rows, found)), (*types, *more))


def _with_passages(store: AnyStore, rows: Iterable[tuple[Any, ...]], found: list[Row]) -> Iterator[tuple[Any, ...]]:
    facts = [_facts_of(row) for row in found]
    passages = _passages(store, sorted({one for several in facts for one in several}))
    for row, several in zip(rows, facts, strict=True):
        said = dict.fromkeys(passage for one in several for passage in passages.get(one, ()))
        for passage in said or (("", None, None),):
            yield (*row, *passage)


def _facts_of(row: Row) -> list[str]:
    value = row.get(FACTS)
    if isinstance(value, str):
        return sorted(part for part in value.split(SEPARATOR) if part)
    return sorted(str(part) for part in value) if isinstance(value, (list, tuple)) else []


def _passages(store: AnyStore, facts: list[str]) -> dict[str, list[tuple[object, object, object]]]:
    texts = {"cypher": read_text("sources/passages.cypher"), "sparql": read_text("sources/passages.rq")}
    out: dict[str, list[tuple[object, object, object]]] = {}
    for start in range(0, len(facts), _BATCH):
        batch = facts[start : start + _BATCH]
        for row in ask_store(store, texts, {"facts": batch}, {"facts": Kind.LIST}):
            out.setdefault(str(row["fact_id"]), []).append((row["quote"], row.get("source"), row.get("date")))
    return out
