"""Tells a small graph row by row, with the ids that a build would give, for tests that need a graph of their own."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.entity import Link, Node, Value
from kg.ids import article_node_id, digest, entity_id, passage_id, text_sha256

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

BOUNDS = ("first_seen", "last_seen", "earliest_begin", "latest_begin", "earliest_end", "latest_end")
DAY = len("2021-04-08")


class Story:
    """Nodes and links as they are told; each method that tells something returns its id."""

    def __init__(self, nodes: Iterable[Node] = (), links: Iterable[Link] = ()) -> None:
        """Begin with what is told already."""
        self.nodes: list[Node] = list(nodes)
        self.links: list[Link] = list(links)
        self.texts: dict[str, str] = {}
        self.page_numbers: dict[str, int | None] = {}

    def name_of(self, node_id: str) -> str:
        """Return the name of a node."""
        return str(next(node.props["name"] for node in self.nodes if node.id == node_id))

    def node(self, label: str, name: str, *, key: str = "", node_id: str = "", **props: Value) -> str:
        """Tell a node; `key` tells it from another of its name."""
        found = node_id or entity_id(label, name, key)
        self.nodes.append(Node(label, found, {"id": found, "name": name, "names": [name], "former_ids": [], **props}))
        return found

    def link(self, kind: str, source: str, target: str, **props: Value) -> str:
        """Tell a link between two nodes."""
        labels = {node.id: node.label for node in self.nodes}
        link_id = digest(kind, source, target, *sorted(props.items(), key=str))
        self.links.append(Link(kind, link_id, source, target, labels[source], labels[target], {"id": link_id, **props}))
        return link_id

    def fact(self, label: str, name: str, *, confidence: float = 0.9, articles: int = 1, **props: Value) -> str:
        """Tell a fact, actual unless `modality` says otherwise."""
        return self.node(label, name, confidence=confidence, articles=articles, **{"modality": "actual", **props})

    def article(
        self,
        record_id: str,
        headline: str,
        day: str,
        source: str,
        *bylines: str,
        text: str = "",
        page_number: int | None = None,
        **props: Value,
    ) -> str:
        """Tell an article of a day (ISO) in a source; `text` is what its passages are cut from.

        `page_number` says on which page of a PDF it is printed, if on one.
        """
        found = self.node(
            "Article",
            headline,
            node_id=article_node_id(record_id),
            headline=headline,
            earliest=day,
            latest=day,
            date_text=day,
            precision="day",
            bylines=list(bylines),
            captures=[f"{record_id}.txt"],
            **props,
        )
        self.link("PUBLISHED_BY", found, source)
        if text:
            self.texts[found] = text
        self.page_numbers[found] = page_number
        return found

    def passage(self, article: str, quote: str, part: str = "body") -> str:
        """Tell a passage of an article; the same characters are one passage."""
        text = self.texts[article] if part == "body" else self.name_of(article)
        start = text.index(quote)
        sha = text_sha256(text)
        found = passage_id(sha, start, start + len(quote))
        if all(node.id != found for node in self.nodes):
            self.node(
                "Passage",
                quote,
                node_id=found,
                quote=quote,
                char_start=start,
                char_end=start + len(quote),
                text_sha256=sha,
                part=part,
                **self._printed(article, start, start + len(quote)),
            )
            self.link("IN", found, article)
        return found

    def _printed(self, article: str, start: int, end: int) -> dict[str, Value]:
        """Return where a passage is printed: its text is one line of type of ten points."""
        number = self.page_numbers.get(article)
        return {} if number is None else {"page_number": number, "boxes": [f"{start * 10},72.5,{end * 10},82.5"]}

    def cite(
        self, fact: str, article: str, quote: str, *, confidence: float = 0.9, part: str = "body", **props: Value
    ) -> str:
        """Tell which passage says a fact; `status`, `on` and `on_text` say what of a tenure on which day."""
        given: dict[str, Value] = {"status": None, "on": None, "on_text": None, **props}
        return self.link("EVIDENCED_BY", fact, self.passage(article, quote, part), confidence=confidence, **given)

    def reject(self, article: str, reason: str, quote: str) -> str:
        """Tell what an article says that was not used."""
        start = self.texts[article].index(quote)
        found = self.node(
            "Rejection",
            f"{reason}: {quote}",
            key=article,
            reason=reason,
            quote=quote,
            char_start=start,
            char_end=start + len(quote),
            part="body",
            **self._printed(article, start, start + len(quote)),
        )
        self.link("IN", found, article)
        return found

    def place(self, name: str, code: str | None, level: str, since: int | None, until: int | None = None) -> str:
        """Tell a division of a code and a time, or a venue without either."""
        given = f"place/{code}-{since}" if code else ""
        return self.node("Place", name, node_id=given, code=code, level=level, valid_from=since, valid_to=until)

    def body(self, name: str, kind: str, place: str | None) -> str:
        """Tell an organisation and where it is."""
        found = self.node("Organization", name, kind=kind)
        if place:
            self.link("IN_PLACE", found, place)
        return found

    def office(self, body: str, post: str, *, single_seat: bool) -> str:
        """Tell a post in an organisation."""
        found = self.node("Office", f"{self.name_of(body)}{post}", post=post, single_seat=single_seat)
        self.link("POST_IN", found, body)
        return found

    def tenure(self, person: str, office: str, statuses: list[str], *, confidence: float = 0.9, **props: Value) -> str:
        """Tell a person in an office; the bounds that are not given are unknown."""
        bounds: dict[str, Value] = dict.fromkeys(BOUNDS)
        found = self.fact(
            "Tenure",
            f"{self.name_of(person)} {self.name_of(office)}",
            confidence=confidence,
            **{**bounds, "statuses": list(statuses), **props},
        )
        self.link("HAS_TENURE", person, found)
        self.link("IN_OFFICE", found, office)
        return found

    def derive(self, kind: str, source: str, target: str, fact: str, **props: Value) -> str:
        """Tell a short link that follows from a fact."""
        given: dict[str, Value] = {
            "derived": True,
            "fact_id": fact,
            "earliest": None,
            "latest": None,
            "confidence": 0.9,
        }
        return self.link(kind, source, target, **{**given, **props})

    def event(self, name: str, kind: str, start: str | None, end: str | None, topic: str, **props: Value) -> str:
        """Tell an event from a day to a day; a month or year as text leaves the days to `props`."""
        day = start is not None and len(start) == DAY
        given: dict[str, Value] = {
            "kind": kind,
            "topic": topic,
            "earliest": start if day else None,
            "latest": (end or start) if day else None,
            "date_text": start,
            "end_text": end,
            "precision": "day" if day else None,
        }
        return self.fact("Event", name, **{**given, **props})

    def take_part(self, event: str, *actors: tuple[str, str, str]) -> None:
        """Tell who took part, as (id, role, as written), in the order of the text."""
        for position, (actor, role, as_written) in enumerate(actors, 1):
            self.link("PARTICIPATED", actor, event, role=role, position=position, as_written=as_written)

    def number(self, value: float, unit: str, indicator: str, about: str, year: str, **props: Value) -> str:
        """Tell a measurement of a year about something."""
        about_text = self.name_of(about)
        given: dict[str, Value] = {
            "value": value,
            "unit": unit,
            "indicator": indicator,
            "comparator": None,
            "change": None,
            "base": None,
            "about_text": about_text,
            "earliest": f"{year}-01-01",
            "latest": f"{year}-12-31",
            "date_text": year,
            "end_text": year,
            "precision": "year",
        }
        found = self.fact("Measurement", f"{about_text} {indicator} {value:g}{unit}", **{**given, **props})
        self.link("ABOUT", found, about)
        return found

    def write(self, folder: Path) -> Path:
        """Write the rows, sorted, as a generation folder holds them: `nodes.jsonl` and `links.jsonl`."""
        self.nodes.sort(key=lambda node: (node.label, node.id))
        self.links.sort(key=lambda link: (link.type, link.id))
        for name, rows in (("nodes", self.nodes), ("links", self.links)):
            lines = (json.dumps(asdict(row), ensure_ascii=False, sort_keys=True) + "\n" for row in rows)
            (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        return folder
