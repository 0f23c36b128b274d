"""The Turtle files are the only list of what exists; what is generated from them is fresh."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode

from kg import vocabulary
from ontology import HERE, default_base
from ontology.generate import get_files, get_mapping, get_page
from ontology.terms import FILES, read_terms

if TYPE_CHECKING:
    from enum import StrEnum

SCHEMES = {
    vocabulary.EventKind: "event-kind",
    vocabulary.Role: "role",
    vocabulary.Status: "status",
    vocabulary.Modality: "modality",
    vocabulary.ProgrammeKind: "programme-kind",
    vocabulary.GroupRelation: "group-relation",
    vocabulary.TieRelation: "tie-relation",
    vocabulary.Comparator: "comparator",
    vocabulary.Change: "change",
    vocabulary.Precision: "precision",
    vocabulary.PlaceLevel: "place-level",
}


@pytest.mark.parametrize("name", ["schema.json", "mapping.json", "context.jsonld"])
def test_a_generated_file_is_what_the_turtle_says(name: str) -> None:
    """Where this fails: `python -m ontology.generate`, and read what changed."""
    assert (HERE / name).read_text(encoding="utf-8") == get_files()[name]


def test_the_page_of_the_reference_is_fresh() -> None:
    """Where this fails: `python -m ontology.generate`."""
    assert (HERE.parent / "docs" / "reference" / "rdf.md").read_text(encoding="utf-8") == get_page()


@pytest.mark.parametrize("kind", SCHEMES, ids=lambda kind: kind.__name__)
def test_an_enum_is_its_scheme(kind: type[StrEnum]) -> None:
    """A closed set that code matches on holds the notations of its scheme, no more and no fewer."""
    assert set(get_mapping()["schemes"][SCHEMES[kind]]["concepts"]) == {str(member) for member in kind}


def test_places_stand_in_an_event_as_the_ontology_says() -> None:
    """The two ways in which a place stands in an event are the two properties below sem:hasPlace."""
    terms = read_terms()
    kinds = {str(o) for s, o in terms.subject_objects(SKOS.notation) if str(s).startswith(f"{default_base()}ns#")}
    assert kinds == {str(use) for use in vocabulary.PlaceUse}


def test_every_term_of_ours_has_labels_and_definitions_in_both_languages() -> None:
    """Each class, property and annotation says in Chinese and in English what it is called and what it means."""
    terms = read_terms()
    own = {
        subject
        for kind in (OWL.Class, OWL.DatatypeProperty, OWL.ObjectProperty, OWL.AnnotationProperty, OWL.SymmetricProperty)
        for subject in terms.subjects(RDF.type, kind)
    }
    assert own
    for term in own:
        for predicate in (RDFS.label, SKOS.definition):
            assert sorted(o.language for o in terms.objects(term, predicate)) == ["en", "zh"], (term, predicate)


def test_every_property_of_ours_says_what_its_values_are() -> None:
    """A property has a range, unless its links may end at things of several classes."""
    terms, own = read_terms(), f"{default_base()}ns#"
    properties = {p for kind in (OWL.DatatypeProperty, OWL.ObjectProperty) for p in terms.subjects(RDF.type, kind)}
    without = {str(p).removeprefix(own) for p in properties if terms.value(p, RDFS.range) is None}
    assert without == {"runBy", "tiedTo"}


def test_every_concept_has_labels_and_definitions_in_both_languages() -> None:
    """Each concept has one notation, a label and a definition in each language, and its notation is unique."""
    terms = read_terms()
    for scheme in terms.subjects(RDF.type, SKOS.ConceptScheme):
        concepts = list(terms.subjects(SKOS.inScheme, scheme))
        notations = [str(notation) for concept in concepts for notation in terms.objects(concept, SKOS.notation)]
        assert len(set(notations)) == len(concepts) == len(notations) > 0
        for concept in concepts:
            for predicate in (SKOS.prefLabel, SKOS.definition):
                assert sorted(o.language for o in terms.objects(concept, predicate)) == ["en", "zh"], concept


def test_the_base_iri_is_named_in_one_place() -> None:
    """No Turtle file but core.ttl, and no module, holds the base IRI."""
    base = default_base()
    holders = [
        path.name
        for top in ("ontology", "loaders", "kg", "queries")
        for path in sorted((HERE.parent / top).rglob("*"))
        if path.suffix in {".ttl", ".py", ".rq", ".cypher"} and base in path.read_text(encoding="utf-8")
    ]
    assert holders == ["core.ttl"]


def test_another_base_moves_every_term_of_ours() -> None:
    """Read under another base, no IRI of the default base is left, and as much is said."""
    moved = read_terms("https://news.example/kg/")
    assert len(moved) == len(read_terms())
    assert not [term for triple in moved for term in triple if str(term).startswith(default_base())]


def test_names_point_to_terms_that_are_declared() -> None:
    """Each `kg:` name in the Turtle files, shapes included, is one that they declare."""
    declared = {str(s).rsplit("#", 1)[1] for s in read_terms(files=(*FILES, "shapes")).subjects() if "#" in str(s)}
    for path in HERE.glob("*.ttl"):
        text = re.sub(r"(?m)^\s*#.*$|\"[^\"]*\"", "", path.read_text(encoding="utf-8"))
        assert set(re.findall(r"(?<![\w:])kg:(\w+)", text)) <= declared, path.name


def test_shapes_have_no_targets_but_classes_that_are_said() -> None:
    """A shape whose class nothing is an instance of would pass everything."""
    said = {name for label in get_mapping()["labels"].values() for name in (label["class"], *label["types"])}
    said |= {link["node"]["class"] for link in get_mapping()["links"] if link["node"]}
    said |= {"oa:TextQuoteSelector", "oa:TextPositionSelector", "oa:FragmentSelector"}
    text = (HERE / "shapes.ttl").read_text(encoding="utf-8")
    targets = re.findall(r"sh:targetClass (\S+)", text)
    assert set(targets) <= said
    assert {label["class"] for label in get_mapping()["labels"].values()} <= set(targets)
    assert not [node for node in read_terms().subjects(RDF.type, OWL.Class) if isinstance(node, BNode)]
