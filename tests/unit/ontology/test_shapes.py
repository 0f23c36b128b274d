"""Each constraint of each shape holds of the small graph, and is broken by what it forbids.

`kg check` finds much of it before RDF is made; the shapes must find all of it by themselves, in exports that others
have changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyshacl
import pytest
from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef

from loaders.exports import export
from ontology.terms import read_terms
from tests.unit.fixture_rows import write_rows

if TYPE_CHECKING:
    from rdflib.term import Node as Term

SHAPES = read_terms(files=("shapes",))
TARGETS = dict(SHAPES.subject_objects(SH.targetClass))
SAID = {SH.path, SH.message, SH.severity, RDF.type, SH.qualifiedValueShape}
ODD = URIRef("https://odd.example/thing")
# What breaks a constraint by being added; the others are broken by taking all values out.
ADDED: dict[Term, list[Term]] = {
    SH.maxCount: [ODD, URIRef(f"{ODD}/2"), URIRef(f"{ODD}/3")],
    SH.datatype: [ODD],
    SH["class"]: [ODD],
    SH.node: [ODD],
    SH["or"]: [ODD],
    SH["in"]: [ODD],
    SH.nodeKind: [Literal("odd")],
    SH.pattern: [Literal("§")],
    SH.minLength: [Literal("")],
}
TAKEN = {SH.minCount, SH.hasValue, SH.qualifiedMinCount}
BEYOND = {
    SH.minInclusive: {XSD.double: Literal("-1", datatype=XSD.double), XSD.integer: Literal(-1)},
    SH.maxInclusive: {XSD.double: Literal("2", datatype=XSD.double)},
    SH.lessThan: {XSD.integer: Literal(10**9)},
    SH.lessThanOrEquals: {XSD.integer: Literal(10**9), XSD.date: Literal("2999-01-01", datatype=XSD.date)},
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Return the small graph, all its graphs together."""
    folder = write_rows(tmp_path_factory.mktemp("rows"))
    export(folder, None, "turtle", folder / "all.ttl")
    return Graph().parse(folder / "all.ttl", format="turtle")


def _around(data: Graph, subject: Term) -> Graph:
    """Return what the shapes look at: a subject, what it leads to and what points to it."""
    found = Graph()
    for triple in [*data.triples((subject, None, None)), *data.triples((None, None, subject))]:
        found.add(triple)
        for end in (triple[0], triple[2]):
            if end != subject:
                found += data.triples((end, RDF.type, None))
                found += data.triples((end, URIRef("http://www.w3.org/2004/02/skos/core#inScheme"), None))
    return found


def _values(data: Graph, subject: Term, path: Term) -> list[tuple[Term, Term, Term]]:
    if isinstance(path, BNode):
        return list(data.triples((None, SHAPES.value(path, SH.inversePath), subject)))
    return list(data.triples((subject, path, None)))


def _constraints(part: Term) -> set[Term]:
    return set(SHAPES.predicates(part, None)) - SAID


def _subject(data: Graph, shape: Term, parts: list[Term]) -> Term:
    """Return an instance that has both of what the shape compares."""
    compared = [
        (SHAPES.value(part, SH.path), SHAPES.value(part, constraint))
        for part in parts
        for constraint in _constraints(part) & {SH.lessThan, SH.lessThanOrEquals}
    ]
    return next(
        subject
        for subject in sorted(data.subjects(RDF.type, TARGETS[shape]))
        if all(data.value(subject, path) is not None for pair in compared for path in pair)
    )


def _broken(around: Graph, subject: Term, part: Term, constraints: set[Term]) -> Graph:
    """Return the graph with what the constraints forbid: values taken out, or others put in."""
    path = SHAPES.value(part, SH.path)
    if constraints & TAKEN:
        for triple in _values(around, subject, path):
            around.remove(triple)
    for constraint in sorted(constraints - TAKEN):
        for value in ADDED.get(constraint) or [BEYOND[constraint][SHAPES.value(part, SH.datatype) or XSD.date]]:
            inverse = SHAPES.value(path, SH.inversePath) if isinstance(path, BNode) else None
            around.add((value, inverse, subject) if inverse else (subject, path, value))
    return around


def _results(graph: Graph, shape: URIRef, subject: Term) -> set[tuple[str, str]]:
    shapes = Graph()
    shapes += SHAPES
    shapes.remove((None, SH.targetClass, None))
    shapes.add((shape, SH.targetClass, TARGETS[shape]))
    report = pyshacl.validate(graph, shacl_graph=shapes, inference="none")[1]
    return {
        (str(report.value(found, SH.resultMessage)), str(report.value(found, SH.sourceConstraintComponent)))
        for found in report.objects(None, SH.result)
        if report.value(found, SH.focusNode) == subject
    }


def _component(constraint: Term) -> str:
    name = str(constraint).rsplit("#", 1)[1]
    return f"{SH}{name[0].upper()}{name[1:]}ConstraintComponent"


@pytest.mark.parametrize("shape", sorted(TARGETS), ids=lambda shape: shape.rsplit("#", 1)[1])
def test_each_constraint_of_a_shape_holds_until_it_is_broken(data: Graph, shape: Term) -> None:
    """Positive and negative: no result about a good instance, and one by each constraint about a broken one."""
    parts = list(SHAPES.objects(shape, SH.property))
    subject = _subject(data, shape, parts)
    assert _results(_around(data, subject), shape, subject) == set()
    for kinds in (TAKEN, set(ADDED) | set(BEYOND)):
        around, expected = _around(data, subject), set()
        for part in parts:
            some = _constraints(part) & kinds
            around = _broken(around, subject, part, some)
            expected |= {(str(SHAPES.value(part, SH.message)), _component(constraint)) for constraint in some}
        assert expected <= _results(around, shape, subject)


def test_the_cases_know_every_constraint() -> None:
    """A constraint that no case breaks is not tested."""
    parts = {part for shape in TARGETS for part in SHAPES.objects(shape, SH.property)}
    assert all(_constraints(part) <= TAKEN | set(ADDED) | set(BEYOND) for part in parts)
    assert all(_constraints(part) for part in parts)


def test_every_property_shape_has_a_message() -> None:
    """A finding says in words what should be, not in SHACL."""
    parts = {part for shape in TARGETS for part in SHAPES.objects(shape, SH.property)}
    assert parts
    assert all(len(list(SHAPES.objects(part, SH.message))) == 1 for part in parts)


def test_the_whole_export_passes(data: Graph) -> None:
    """All shapes at once, on all of the graph, as another tool would run them."""
    conforms, _report, text = pyshacl.validate(data, shacl_graph=SHAPES, inference="none")
    assert conforms, text
