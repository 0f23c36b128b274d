"""SHACL over a whole graph, class by class in batches that fit memory."""

from __future__ import annotations

import json
import tempfile
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

import pyshacl
from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import SH, XSD, Graph, URIRef
from rdflib import Literal as RdfLiteral

from kg.errors import StoreError
from loaders.mapping import Mapping, get_mapping
from loaders.quads import quads_of
from loaders.row_checks import CheckedRows, Finding
from loaders.rows import Rows
from ontology import HERE
from ontology.terms import read_terms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rdflib.term import Node as Term

__all__ = ["Finding", "check"]

BATCH = 1_000
LOADED = 100_000
IN_MEMORY = 50_000_000
"""Bytes of rows that are checked in memory; larger graphs are checked from a temporary store on disk."""
SEVERITIES = {str(SH.Warning): "warning", str(SH.Info): "info"}
_LABEL = 30


def check(rows_folder: Path, base: str | None = None) -> list[Finding]:
    """Return all that a generation's rows do not hold to, sorted.

    Raises:
        KgError: the rows cannot be read, or there is no room for a temporary store.
    """
    mapping = get_mapping(base)
    rows = CheckedRows(Rows(rows_folder))
    with _stored(rows, mapping, rows_folder) as store:
        found = set(_Checker(store, mapping, read_terms(mapping.base, ("shapes",))).findings())
    # What was left out of the rows, because it was wrong, is missing in the quads: it has been reported already.
    said = {(finding.focus, finding.path) for finding in rows.findings}
    names = _keys_by_path()
    found = {one for one in found if not said & {(one.focus, key) for key in names.get(one.path, ())}}
    return sorted(rows.findings | found)


@contextmanager
def _stored(rows: CheckedRows, mapping: Mapping, rows_folder: Path) -> Iterator[Store]:
    """Open a temporary store of the rows' quads."""
    with ExitStack() as stack:
        try:
            # In memory a quad is looked up ten times as fast, but a megabyte of rows takes fourteen.
            small = sum(path.stat().st_size for path in rows_folder.glob("*.jsonl")) <= IN_MEMORY
            folder = None if small else stack.enter_context(tempfile.TemporaryDirectory(prefix="kg-check-"))
            store = Store(folder) if folder else Store()
            quads = quads_of(rows, mapping)
            while batch := list(islice(quads, LOADED)):
                store.bulk_extend(batch)
        except OSError as error:
            raise StoreError(f"cannot make a temporary store ({_line(error)}): make room or set TMPDIR") from error
        yield store
        # The store lets go of its files before they are removed.
        del store


def _keys_by_path() -> dict[str, set[str]]:
    raw = json.loads((HERE / "mapping.json").read_text(encoding="utf-8"))
    names: dict[str, set[str]] = {}
    for part in [*raw["labels"].values(), *raw["links"]]:
        for key, said in part["keys"].items():
            names.setdefault(said["predicate"], set()).add(key)
    return names


class _Checker:
    """Validates the subjects of each class against the shapes that target it."""

    def __init__(self, store: Store, mapping: Mapping, shapes: Graph) -> None:
        self.store = store
        self.mapping = mapping
        self.shapes = shapes
        self.type = mapping.term("rdf:type")
        self.incoming = (mapping.term("kg:fact"), mapping.term("kg:subjectOf"))

    def findings(self) -> Iterator[Finding]:
        """Yield the findings of every class."""
        targets = sorted(self.shapes.subject_objects(SH.targetClass))
        # One target at a time, by hand: the engine's own choice of shapes or nodes also leaves out what they refer to.
        self.shapes.remove((None, SH.targetClass, None))
        for shape, target in targets:
            # The engine takes a node shape's parts to each node alone, but a part with a target to all nodes at once.
            for part in list(self.shapes.objects(shape, SH.property)):
                self.shapes.add((part, SH.targetClass, target))
            subjects = self.subjects(NamedNode(str(target)))
            while batch := list(islice(subjects, BATCH)):
                yield from self.validate(batch, str(shape))
            self.shapes.remove((None, SH.targetClass, None))

    def subjects(self, cls: NamedNode) -> Iterator[NamedNode]:
        """Yield the instances of a class, each once, in no order: findings are sorted at the end."""
        seen: set[NamedNode] = set()
        for quad in self.store.quads_for_pattern(None, self.type, cls):
            if isinstance(quad.subject, NamedNode) and quad.subject not in seen:
                seen.add(quad.subject)
                yield quad.subject

    def validate(self, batch: list[NamedNode], shape: str) -> Iterator[Finding]:
        """Validate a batch against one shape."""
        graph = Graph()
        for subject in batch:
            for quad in self.around(subject):
                graph.add((_term(quad.subject), _uri(quad.predicate.value), _term(quad.object)))
        try:
            _conforms, report, _text = pyshacl.validate(
                graph,
                shacl_graph=self.shapes,
                inference="none",
                inplace=True,
            )
        except Exception as error:  # noqa: BLE001  # whatever stops the engine, the graph has not been found valid
            yield Finding("violation", self.short(shape), "", f"could not be checked: {_line(error)}")
            return
        if isinstance(report, Graph):
            yield from self.results(report, {subject.value for subject in batch})
        else:
            yield Finding("violation", self.short(shape), "", f"could not be checked: {_line(report)}")

    def around(self, subject: NamedNode) -> Iterator[Quad]:
        """Yield what a shape looks at: the subject, the types and schemes of what it leads to, what points to it."""
        for quad in self.store.quads_for_pattern(subject, None, None):
            yield quad
            if isinstance(quad.object, NamedNode) and quad.predicate != self.type:
                yield from self.store.quads_for_pattern(quad.object, self.type, None)
        for predicate in self.incoming:
            for quad in self.store.quads_for_pattern(None, predicate, subject):
                yield quad
                yield from self.store.quads_for_pattern(quad.subject, self.type, None)

    def results(self, report: Graph, batch: set[str]) -> Iterator[Finding]:
        """Yield the results about the subjects of a batch: of what they lead to, the graph held no more than types."""
        for result in report.objects(None, SH.result):
            if str(report.value(result, SH.focusNode)) not in batch:
                continue
            severity = report.value(result, SH.resultSeverity)
            value = report.value(result, SH.value)
            message = _line(report.value(result, SH.resultMessage))
            yield Finding(
                SEVERITIES.get(str(severity), "violation"),
                self.short(report.value(result, SH.focusNode)),
                self.short(report.value(result, SH.resultPath)),
                f"{message}: {self.short(value)}" if value is not None else message,
            )

    def short(self, term: Term | str | None) -> str:
        """Return a term as a reader of the graph knows it: an id, a CURIE, or the text of a literal."""
        if term is None:
            return ""
        text = str(term)
        if isinstance(term, RdfLiteral):
            return text if len(text) <= _LABEL else f"{text[:_LABEL]}…"
        for space in (f"{self.mapping.base}id/link/", f"{self.mapping.base}id/"):
            if text.startswith(space):
                return text.removeprefix(space)
        for prefix, space in self.mapping.prefixes.items():
            if text.startswith(space):
                return f"{prefix}:{text.removeprefix(space)}"
        # The path of an inverse property is a node without a name: the message says what it is about.
        return text.removeprefix(self.mapping.base) if ":" in text else ""


@lru_cache(maxsize=100_000)
def _uri(iri: str) -> URIRef:
    # Making one is costly: rdflib looks at every character.
    return URIRef(iri)


def _term(term: object) -> URIRef | RdfLiteral:
    if isinstance(term, NamedNode):
        return _uri(term.value)
    if isinstance(term, Literal):
        # rdflib tells "body" from "body"^^xsd:string, RDF does not.
        plain = term.language or term.datatype.value == str(XSD.string)
        return RdfLiteral(term.value, lang=term.language, datatype=None if plain else _uri(term.datatype.value))
    raise TypeError(f"no blank nodes or triples among our terms: {term}")


def _line(text: object) -> str:
    return " ".join(str(text).split())
