"""From a name to the one thing it means, or to the several that share it, told apart by office and place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.schema import get_schema
from queries.engine import ask_store
from queries.question import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.engine import AnyStore

_SHOWN = 20
_FEW = 5
_UNTYPED = frozenset({"Article", "Measurement"})
"""Labels of many long captions, which nobody types."""
_KINDS = {"name": Kind.TEXT}
_IS_NAMED = "n.id = $name OR n.name = $name OR $name IN n.names OR $name IN n.former_ids"
_CONTEXT_CYPHER = {
    "Person": (
        "OPTIONAL MATCH (n)-[:HAS_TENURE]->(:Tenure)-[:IN_OFFICE]->(o:Office)-[:POST_IN]->(b:Organization) "
        "OPTIONAL MATCH (b)-[:IN_PLACE]->(q:Place) OPTIONAL MATCH (n)-[:SUBJECT_OF]->(:Tie)-[:TIED_TO]->(w) "
        "RETURN n.id AS id, n.name AS called, o.name AS office, coalesce(q.name, w.name) AS place"
    ),
    # Two bodies of one name sit in two places, which may be namesakes too: what those lie in tells them apart.
    "Organization": "OPTIONAL MATCH (n)-[:IN_PLACE]->(p:Place) OPTIONAL MATCH (p)-[:PART_OF]->(q:Place) "
    "UNWIND [p.name, q.name] AS place RETURN n.id AS id, n.name AS called, null AS office, place",
    "Office": "OPTIONAL MATCH (n)-[:POST_IN]->(:Organization)-[:IN_PLACE]->(q:Place) "
    "RETURN n.id AS id, n.name AS called, n.post AS office, q.name AS place",
    "Place": "OPTIONAL MATCH (n)-[:PART_OF]->(q:Place) "
    "RETURN n.id AS id, n.name AS called, null AS office, q.name AS place",
    "Programme": "OPTIONAL MATCH (n)-[:SET_IN|RUN_BY]->(q) "
    "RETURN n.id AS id, n.name AS called, null AS office, q.name AS place",
    "Event": "OPTIONAL MATCH (n)-[:HAPPENED_AT]->(q:Place) "
    "RETURN n.id AS id, n.name AS called, n.date_text AS office, q.name AS place",
}
_CONTEXT_SPARQL = {
    "Person": (
        "OPTIONAL { ?n org:hasMembership/kg:inOffice ?o . ?o rdfs:label ?office "
        "OPTIONAL { ?o org:postIn/schema:location/rdfs:label ?seat } } "
        "OPTIONAL { ?n kg:subjectOf/kg:tiedTo/rdfs:label ?home } BIND(COALESCE(?seat, ?home) AS ?place)"
    ),
    "Organization": "OPTIONAL { ?n schema:location/schema:containedInPlace?/rdfs:label ?place }",
    "Office": "OPTIONAL { ?n kg:post ?office } OPTIONAL { ?n org:postIn/schema:location/rdfs:label ?place }",
    "Place": "OPTIONAL { ?n schema:containedInPlace/rdfs:label ?place }",
    "Programme": "OPTIONAL { ?n (kg:setIn|kg:runBy)/rdfs:label ?place }",
    "Event": "OPTIONAL { ?n kg:dateText ?office } OPTIONAL { ?n sem:hasPlace/rdfs:label ?place }",
}
# An alternative for each way to bear a name begins at the name; a path of them all would begin at every thing.
_BEARS_SPARQL = " UNION ".join(
    f"{{ VALUES ?name {{ UNDEF }} # $name\n?n {way} ?name }}"
    for way in ("kg:id", "rdfs:label", "skos:altLabel", "kg:formerId")
)
_PLAIN_CYPHER = "RETURN n.id AS id, n.name AS called, null AS office, null AS place"
_NEAR = {
    "cypher": "MATCH (n:`{label}`) WHERE n.name CONTAINS $name OR $name CONTAINS n.name "
    "RETURN DISTINCT n.name AS called ORDER BY called LIMIT 5",
    "sparql": "SELECT DISTINCT ?called WHERE {{ VALUES ?name {{ UNDEF }} # $name\n"
    "?n a kg:{label} ; rdfs:label ?called . FILTER(CONTAINS(?called, ?name) || CONTAINS(?name, ?called)) }} "
    "ORDER BY ?called LIMIT 5",
}
_NAMES = {
    "cypher": "MATCH (n:`{label}`) RETURN DISTINCT n.name AS called ORDER BY called",
    "sparql": "SELECT DISTINCT ?called WHERE {{ ?n a kg:{label} ; rdfs:label ?called }} ORDER BY ?called",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that a name may mean."""

    id: str
    label: str
    name: str
    offices: tuple[str, ...]
    places: tuple[str, ...]

    def __str__(self) -> str:
        """Say what tells it from the others."""
        known = "，".join(("、".join(self.offices), "、".join(self.places))).strip("，")
        return f"{self.id} ({self.name}{'：' if known else ''}{known})"


class AmbiguousNameError(UsageError):
    """A name that several share; `candidates` tells them apart."""

    def __init__(self, name: str, candidates: Iterable[Candidate]) -> None:
        """Say who shares the name."""
        self.candidates = tuple(candidates)
        shown = "; ".join(str(one) for one in self.candidates[:_SHOWN])
        more = f"; and {len(self.candidates) - _SHOWN} more" if len(self.candidates) > _SHOWN else ""
        super().__init__(f"{name} is the name of {len(self.candidates)}: give the id of one instead: {shown}{more}")


def candidates(store: AnyStore, name: str, labels: Iterable[str]) -> list[Candidate]:
    """Return what bears the name or the id, of the given labels; one that has this very id stands alone."""
    found = [one for label in labels for one in _of_label(store, name, label)]
    exact = [one for one in found if one.id == name]
    return exact or found


def find_one(store: AnyStore, name: str, labels: Iterable[str], what: str = "name") -> list[str]:
    """Return the ids of the one thing that a name or id means; a place has one for each time it was another division.

    Raises:
        AmbiguousNameError: several share the name.
        UsageError: nothing bears it.
    """
    known = tuple(labels)
    found = candidates(store, name, known)
    if not found:
        near = [str(row["called"]) for label in known for row in _near(store, name, label)]
        near = near or [one for label in known for one in _alike(store, name, label)]
        hint = f"near it: {'、'.join(near[:_FEW])}" if near else "look names up with kg query evidence"
        raise UsageError(f"{what} {name!r} is not in this graph; {hint}")
    if len({_identity(one) for one in found}) > 1:
        raise AmbiguousNameError(name, found)
    return [one.id for one in found]


def _identity(one: Candidate) -> tuple[str, ...]:
    # A division that became another keeps its name and what it lies in: both are the place that is asked about.
    return ("Place", one.name, *one.places) if one.label == "Place" and one.places else (one.id,)


def _of_label(store: AnyStore, name: str, label: str) -> list[Candidate]:
    _check(label)
    texts = {
        "cypher": f"MATCH (n:`{label}`) WHERE {_IS_NAMED} {_CONTEXT_CYPHER.get(label, _PLAIN_CYPHER)}",
        "sparql": f"SELECT DISTINCT ?id ?called ?office ?place WHERE {{ {{ {_BEARS_SPARQL} }} "
        f"?n a kg:{label} ; kg:id ?id ; rdfs:label ?called . {_CONTEXT_SPARQL.get(label, '')} }}",
    }
    merged: dict[str, Candidate] = {}
    for row in ask_store(store, texts, {"name": name}, _KINDS):
        key = str(row["id"])
        one = merged.get(key, Candidate(key, label, str(row["called"]), (), ()))
        merged[key] = replace(
            one, offices=_with(one.offices, row.get("office")), places=_with(one.places, row.get("place"))
        )
    return [merged[key] for key in sorted(merged)]


def _with(known: tuple[str, ...], value: object) -> tuple[str, ...]:
    return known if value is None else tuple(sorted({*known, str(value)}))


def _near(store: AnyStore, name: str, label: str) -> list[dict[str, object]]:
    _check(label)
    texts = {language: text.format(label=label) for language, text in _NEAR.items()}
    return ask_store(store, texts, {"name": name}, _KINDS)


def _alike(store: AnyStore, name: str, label: str) -> list[str]:
    """Return names that differ from this one by few characters: a slip of the pen."""
    if label in _UNTYPED or not name:
        return []
    texts = {language: text.format(label=label) for language, text in _NAMES.items()}
    known = [str(row["called"]) for row in ask_store(store, texts, {}, {})]
    return get_close_matches(name, [one for one in known if not set(name).isdisjoint(one)], n=_FEW)


def _check(label: str) -> None:
    if label not in get_schema().nodes:
        raise UsageError(f"no label {label!r}: kg schema lists them")
