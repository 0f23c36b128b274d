"""Rows as quads: what one article attests in its graph, things in another, short links in a third.

No blank nodes and no clock: the same rows give the same quads. A link with properties is a node of its own
(sem:Role, kg:Attestation, …); docs/reference/rdf.md has the table.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from kg.dates import bounds
from kg.errors import KgError, StoreError
from loaders.mapping import LinkSaid, Mapping, Said, get_mapping
from loaders.pdf_fragments import PDF_FRAGMENTS, fragment
from loaders.rows import Rows, RowStream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.entity import Link, Node, Value

ENTITIES, DERIVED, ONTOLOGY = "graph/entities", "graph/derived", "graph/ontology"
DATED = ("Event", "Programme", "Measurement")
XSD_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")


def iter_quads(rows_folder: Path, base: str | None = None) -> Iterator[Quad]:
    """Stream the quads of a generation's rows; each is given once, but for terms that a scheme lacks."""
    return quads_of(Rows(rows_folder), get_mapping(base))


def quads_of(rows: RowStream, mapping: Mapping) -> Iterator[Quad]:
    """Stream the quads of rows."""
    yield from _schemes(mapping)
    speaker = _Speaker(mapping, rows.links("IN", "POST_IN"))
    for node in rows.nodes():
        yield from speaker.say_node(node)
    for link in rows.links():
        yield from speaker.say_link(link)


def _schemes(mapping: Mapping) -> Iterator[Quad]:
    graph = mapping.graph(ONTOLOGY)
    kind, label = mapping.term("rdf:type"), mapping.term("skos:prefLabel")
    yield Quad(NamedNode(f"{mapping.base}ns"), kind, mapping.term("owl:Ontology"), graph)
    for slug, scheme in mapping.schemes.items():
        name = NamedNode(f"{mapping.base}scheme/{slug}")
        yield Quad(name, kind, mapping.term("skos:ConceptScheme"), graph)
        for language, text in scheme["labels"].items():
            yield Quad(name, label, Literal(text, language=language), graph)
        for notation, said in scheme["concepts"].items():
            concept = mapping.concept(slug, notation)
            yield Quad(concept, kind, mapping.term("skos:Concept"), graph)
            yield Quad(concept, kind, mapping.term(scheme["class"]), graph)
            yield Quad(concept, mapping.term("skos:inScheme"), name, graph)
            yield Quad(concept, mapping.term("skos:notation"), Literal(notation), graph)
            for language, text in said["labels"].items():
                yield Quad(concept, label, Literal(text, language=language), graph)


class _Speaker:
    """Says nodes and links in RDF; knows in which article each passage stands and whose each office is."""

    def __init__(self, mapping: Mapping, links: Iterable[Link]) -> None:
        self.mapping = mapping
        self.type = mapping.term("rdf:type")
        self.notation = mapping.term("skos:notation")
        self.entities = mapping.graph(ENTITIES)
        self.derived = mapping.graph(DERIVED)
        self.articles: dict[str, tuple[str, ...]] = {}
        self.bodies: dict[str, str] = {}
        self.coined: set[NamedNode] = set()
        for link in links:
            if link.type == "POST_IN":
                self.bodies[link.source] = link.target
            else:
                self.articles[link.source] = (*self.articles.get(link.source, ()), link.target)

    def say_node(self, node: Node) -> Iterator[Quad]:
        """Say a node in the graph, or graphs, where it belongs."""
        said = self.mapping.labels.get(node.label)
        if said is None:
            raise StoreError(f"node {node.id}: the ontology has no label {node.label}: run kg build again")
        subject = self.mapping.thing(node.id)
        for graph in self.graphs_of(node):
            for cls in said.classes:
                yield Quad(subject, self.type, cls, graph)
            if node.label == "Passage":
                yield from self.say_passage(subject, node, graph)
                continue
            yield from self.say_values(subject, node.props, said.keys, graph, node.id)
            if node.label in DATED:
                yield from self.say_times(subject, _timestamps(node), graph)
            elif node.label == "Tenure":
                yield from self.say_interval(subject, *_exact(node), graph)

    def graphs_of(self, node: Node) -> tuple[NamedNode, ...]:
        """Return the graphs in which a node is said."""
        if node.label == "Article":
            return (self.mapping.graph(node.id),)
        return self.graphs_at(node.id) if node.label in {"Passage", "Rejection"} else (self.entities,)

    def graphs_at(self, passage: str) -> tuple[NamedNode, ...]:
        """Return the graphs of the articles in which a passage stands."""
        return tuple(self.mapping.graph(article) for article in self.articles.get(passage, ())) or (self.entities,)

    def say_values(
        self, subject: NamedNode, props: dict[str, Value], keys: dict[str, Said], graph: NamedNode, where: str
    ) -> Iterator[Quad]:
        """Say the properties that have a value."""
        for key, value in props.items():
            if value is None:
                continue
            said = keys.get(key)
            if said is None:
                raise StoreError(f"{where}: the ontology has no property {key} here: run kg build again")
            for one in dict.fromkeys(value) if isinstance(value, list) else (value,):
                term = self.term(one, said, key, where)
                yield Quad(subject, said.predicate, term, graph)
                if said.scheme:
                    yield from self.coin(term, said.scheme, str(one))

    def term(self, value: Value, said: Said, key: str, where: str) -> NamedNode | Literal:
        """Return the term of one value."""
        if said.scheme:
            return self.mapping.concept(said.scheme, str(value))
        match said.type:
            case "DATE":
                return Literal(_day(value, key, where), datatype=XSD_DATE)
            case "INTEGER" | "FLOAT" if isinstance(value, int | float):
                return Literal(int(value) if said.type == "INTEGER" else float(value))
            case "BOOLEAN" if isinstance(value, bool):
                return Literal(value)
            case "STRING" | "STRING[]" if isinstance(value, str):
                return self.mapping.thing(value) if key == "fact_id" else Literal(value)
            case _:
                raise StoreError(f"{where}: {key} is {value!r}, not of type {said.type}: run kg build again")

    def coin(self, concept: NamedNode | Literal, scheme: str, notation: str) -> Iterator[Quad]:
        """Give a concept that its scheme lacks its notation, so that no value is lost."""
        known = notation in self.mapping.schemes[scheme]["concepts"]
        if known or concept in self.coined or isinstance(concept, Literal):
            return
        self.coined.add(concept)
        yield Quad(concept, self.notation, Literal(notation), self.entities)

    def say_passage(self, subject: NamedNode, node: Node, graph: NamedNode) -> Iterator[Quad]:
        """Say a passage as the Web Annotation model does: a source, and selectors of the quote and of its place."""
        term, keys = self.mapping.term, self.mapping.labels["Passage"].keys
        props = dict(node.props)
        sha = props.pop("text_sha256", None)
        part = node.id.removeprefix("text/").replace("#char=", "-").replace(",", "-")
        quote = self.mapping.thing(f"quote/{part}")
        position = self.mapping.thing(f"position/{part}")
        if isinstance(sha, str):
            text = NamedNode(f"{self.mapping.base}text/{sha}")
            yield Quad(subject, term("oa:hasSource"), text, graph)
            yield Quad(text, keys["text_sha256"].predicate, Literal(sha), graph)
        for selector, kind, names in (
            (quote, "oa:TextQuoteSelector", ("quote",)),
            (position, "oa:TextPositionSelector", ("char_start", "char_end")),
        ):
            yield Quad(subject, term("oa:hasSelector"), selector, graph)
            yield Quad(selector, self.type, term(kind), graph)
            yield from self.say_values(selector, {name: props.pop(name, None) for name in names}, keys, graph, node.id)
        place = fragment(props)
        if place is not None:
            selector = self.mapping.thing(f"place-on-page/{part}")
            yield Quad(subject, term("oa:hasSelector"), selector, graph)
            yield Quad(selector, self.type, term("oa:FragmentSelector"), graph)
            yield Quad(selector, term("rdf:value"), Literal(place), graph)
            yield Quad(selector, term("dcterms:conformsTo"), PDF_FRAGMENTS, graph)
        yield from self.say_values(subject, props, keys, graph, node.id)

    def say_times(self, subject: NamedNode, stamps: dict[str, str], graph: NamedNode) -> Iterator[Quad]:
        """Say between which days a happening began and ended, as far as its dates tell."""
        for name, day in stamps.items():
            predicate = self.mapping.labels["Tenure"].keys[name].predicate
            yield Quad(subject, predicate, Literal(day, datatype=XSD_DATE), graph)
        begin = stamps.get("earliest_begin") if stamps.get("earliest_begin") == stamps.get("latest_begin") else None
        end = stamps.get("earliest_end") if stamps.get("earliest_end") == stamps.get("latest_end") else None
        yield from self.say_interval(subject, begin, end, graph)

    def say_interval(self, subject: NamedNode, begin: str | None, end: str | None, graph: NamedNode) -> Iterator[Quad]:
        """Say an OWL-Time interval, where both days are known."""
        if not begin or not end:
            return
        term = self.mapping.term
        interval = NamedNode(f"{subject.value}#interval")
        yield Quad(subject, term("time:hasTime"), interval, graph)
        yield Quad(interval, self.type, term("time:Interval"), graph)
        for edge, day in (("Beginning", begin), ("End", end)):
            instant = NamedNode(f"{subject.value}#{edge.lower()}")
            yield Quad(interval, term(f"time:has{edge}"), instant, graph)
            yield Quad(instant, self.type, term("time:Instant"), graph)
            yield Quad(instant, term("time:inXSDDate"), Literal(day, datatype=XSD_DATE), graph)

    def say_link(self, link: Link) -> Iterator[Quad]:
        """Say a link: by a triple, and by a node where it has properties."""
        said = self.mapping.links.get((link.type, link.source_label))
        if said is None:
            raise StoreError(f"link {link.id}: the ontology has no {link.type} from {link.source_label}")
        start, end = self.mapping.thing(link.source), self.mapping.thing(link.target)
        for graph in self.graphs_of_link(link, said):
            # An attestation alone tells in which article it stands.
            if link.type != "EVIDENCED_BY":
                yield Quad(start, said.predicate, end, graph)
            yield from self.say_other_names(link, start, end, graph)
            if said.node:
                yield from self.say_link_node(link, said, start, end, graph)

    def graphs_of_link(self, link: Link, said: LinkSaid) -> tuple[NamedNode, ...]:
        """Return the graphs in which a link is said."""
        if said.derived:
            return (self.derived,)
        match link.type:
            case "EVIDENCED_BY":
                return self.graphs_at(link.target)
            case "IN":
                return (self.mapping.graph(link.target),)
            case "PUBLISHED_BY":
                return (self.mapping.graph(link.source),)
            case _:
                return (self.entities,)

    def say_other_names(self, link: Link, start: NamedNode, end: NamedNode, graph: NamedNode) -> Iterator[Quad]:
        """Say the triples that other vocabularies expect beside our own."""
        term = self.mapping.term
        match link.type:
            case "HAS_TENURE":
                yield Quad(end, term("org:member"), start, graph)
            case "MEMBER_OF":
                yield Quad(end, term("foaf:member"), start, graph)
            case "IN_OFFICE" if link.target in self.bodies:
                body = self.mapping.thing(self.bodies[link.target])
                yield Quad(start, term("org:organization"), body, graph)
            case "PARTICIPATED":
                yield Quad(end, term("sem:hasActor"), self.mapping.link(link.id), graph)
            case "HAPPENED_AT" if link.props.get("as") in {"area", "site"}:
                yield Quad(start, term(f"kg:{link.props['as']}"), end, graph)
            case _:
                return

    def say_link_node(
        self, link: Link, said: LinkSaid, start: NamedNode, end: NamedNode, graph: NamedNode
    ) -> Iterator[Quad]:
        """Say a link as a node of its own."""
        if said.node is None:
            return
        node = self.mapping.link(link.id)
        yield Quad(node, self.type, said.node.cls, graph)
        yield Quad(node, said.node.start, start, graph)
        yield Quad(node, said.node.end, end, graph)
        if said.derived:
            yield Quad(node, self.mapping.term("rdf:predicate"), said.predicate, graph)
        yield from self.say_values(node, link.props, said.keys, graph, link.id)


def _day(value: Value, key: str, where: str) -> str:
    try:
        return dt.date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise StoreError(f"{where}: {key} is {value!r}, which is no day: run kg check, then kg build") from None


def _timestamps(node: Node) -> dict[str, str]:
    """Return the bounds of begin and end that the dates as written allow; an end that is not said has none."""
    found: dict[str, str] = {}
    for key, names in (("date_text", ("earliest_begin", "latest_begin")), ("end_text", ("earliest_end", "latest_end"))):
        text = node.props.get(key)
        if isinstance(text, str):
            try:
                found |= dict(zip(names, (day.isoformat() for day in bounds(text)), strict=True))
            except KgError as error:
                raise StoreError(f"{node.id}: {key}: {error}") from error
    return found


def _exact(node: Node) -> tuple[str | None, str | None]:
    """Return the days on which a tenure began and ended, where its bounds leave one day each."""
    found = []
    for edge in ("begin", "end"):
        first, last = node.props.get(f"earliest_{edge}"), node.props.get(f"latest_{edge}")
        found.append(first if isinstance(first, str) and first == last else None)
    return found[0], found[1]
