"""Page records: what `kg extract` writes and a graph keeps, one JSON object per article, and back again.

The form is the public interchange form. Absent slots of a fact are left out; an absent headline, source, day or place
of the article is null. Keys have a fixed order, so equal articles give equal bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import InputError
from kg.fact import (
    Delegation,
    Event,
    Evidence,
    Extraction,
    Fact,
    Group,
    Measurement,
    Participant,
    Programme,
    Rejection,
    Tenure,
    Tie,
)
from kg.ids import text_sha256
from kg.page import Byline, Metadata, Part, Span
from kg.printed import boxes_of
from kg.repair import same_but_for_space

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.page import Article, Box

FACT_TYPES: dict[str, type[Fact]] = {
    "tenure": Tenure,
    "event": Event,
    "programme": Programme,
    "measurement": Measurement,
    "tie": Tie,
}
TEXT_OF_PART: dict[Part, str] = {"body": "page", "headline": "headline_page", "continued": "continued_page"}
"""The field that names, by its SHA-256, the text that offsets of a part count in."""
_OF_PAGE = ("issue", "page_label")
"""Metadata of the printed page, which most articles lack."""
_Cited = TypeVar("_Cited", Evidence, Rejection)
_TYPE_NAMES = {kind: name for name, kind in FACT_TYPES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One article's record, typed: the facts it states and where their characters are.

    `page` is the SHA-256 of the text that offsets count in; `headline_page` that of an object's headline, which is a
    text of its own; `continued_page` that of the page on which the article goes on. `inferred` says which of
    source, published and place nobody gave and the page proves.
    """

    id: str
    meta: Metadata
    headline: str | None
    bylines: tuple[Byline, ...]
    facts: tuple[Fact, ...]
    file: str
    text: str
    spans: tuple[Span, ...]
    rejections: tuple[Rejection, ...]
    page: str
    headline_page: str | None = None
    continued_page: str | None = None
    continued_spans: tuple[Span, ...] = ()
    inferred: tuple[str, ...] = ()


def to_record(article: Article, extraction: Extraction) -> dict[str, Any]:
    """Return the record of an article as JSON values."""
    page = article.page
    record: dict[str, Any] = {
        "id": article.id,
        "source": article.meta.source,
        "published": article.meta.published,
        "place": article.meta.place,
        "headline": article.headline.text if article.headline else None,
        "bylines": [{"name": one.name, "role": one.role} for one in article.bylines],
        "facts": [fact_to_json(_placed(article, fact)) for fact in extraction.facts],
        "file": page.file,
        "text": article.body.text,
        "spans": [[span.start, span.end] for span in article.spans],
        "rejections": [_rejection_to_json(_on_page(article, one)) for one in (*_seen(article), *extraction.rejections)],
        "page": page.sha256,
    }
    if page.kind == "object" and page.headline is not None:
        record["headline_page"] = text_sha256(page.headline)
    if article.continuation is not None:
        record["continued_page"] = article.continuation.page.sha256
        record["continued_spans"] = [[span.start, span.end] for span in article.continuation.spans]
    if page.inferred:
        record["inferred"] = list(page.inferred)
    for name in _OF_PAGE:
        if (value := getattr(article.meta, name)) is not None:
            record[name] = value
    return record


def _seen(article: Article) -> Iterator[Rejection]:
    """Yield what segmenting saw and could not use, on the article's page and where it goes on."""
    for reason, start, end in article.rejected:
        yield Rejection(reason, start, end, article.page.raw[start:end])
    if article.continuation is not None:
        for reason, start, end in article.continuation.rejected:
            yield Rejection(reason, start, end, article.continuation.page.raw[start:end], "continued")


def _placed(article: Article, fact: Fact) -> Fact:
    """Return a fact whose evidence says where on a printed page it stands."""
    if article.page.layout is None:
        return fact
    return replace(fact, evidence=tuple(_on_page(article, one) for one in fact.evidence))


def _on_page(article: Article, one: _Cited) -> _Cited:
    page = article.page
    if one.part == "continued" and article.continuation is not None:
        page = article.continuation.page
    if page.layout is None or one.part == "headline":
        return one
    return replace(one, number=page.number, boxes=boxes_of(page.layout, one.start, one.end))


def fact_to_json(fact: Fact) -> dict[str, Any]:
    """Return one fact as JSON values: its type, the slots it has, its evidence, its confidence."""
    out: dict[str, Any] = {"type": _TYPE_NAMES[type(fact)]}
    for field in fields(fact):
        value = getattr(fact, field.name)
        if value not in (None, ()):
            out[field.name] = _value_to_json(value)
    out["evidence"] = [_evidence_to_json(one) for one in fact.evidence]
    out["confidence"] = out.pop("confidence")
    return out


def _value_to_json(value: object) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, tuple):
        return [_value_to_json(one) for one in value]
    if isinstance(value, Participant | Group | Delegation):
        slots = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: _value_to_json(one) for name, one in slots.items() if one not in (None, ())}
    return value


def _evidence_to_json(one: Evidence) -> dict[str, Any]:
    out: dict[str, Any] = {"start": one.start, "end": one.end, "quote": one.quote}
    return out | _place_to_json(one)


def _place_to_json(one: Evidence | Rejection) -> dict[str, Any]:
    out: dict[str, Any] = {} if one.part == "body" else {"in": one.part}
    if one.number is not None:
        out["number"] = one.number
    if one.boxes:
        out["boxes"] = [list(box) for box in one.boxes]
    return out


def _rejection_to_json(one: Rejection) -> dict[str, Any]:
    out: dict[str, Any] = {"reason": one.reason, "start": one.start, "end": one.end, "quote": one.quote}
    return out | _place_to_json(one)


def from_record(record: Mapping[str, Any]) -> Record:
    """Return a record read from JSON.

    Raises:
        InputError: it lacks a field, or one is of another kind than it must be.
    """
    try:
        return Record(
            id=record["id"],
            meta=Metadata(**{field.name: record.get(field.name) for field in fields(Metadata)}),
            headline=record.get("headline"),
            bylines=tuple(Byline(one["name"], one["role"]) for one in record["bylines"]),
            facts=tuple(fact_from_json(one) for one in record["facts"]),
            file=record["file"],
            text=record["text"],
            spans=tuple(Span(start, end) for start, end in record["spans"]),
            rejections=tuple(_rejection_from_json(one) for one in record["rejections"]),
            page=record["page"],
            headline_page=record.get("headline_page"),
            continued_page=record.get("continued_page"),
            continued_spans=tuple(Span(start, end) for start, end in record.get("continued_spans", ())),
            inferred=tuple(record.get("inferred", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        name = record.get("id", "without id") if hasattr(record, "get") else "that is no object"
        raise InputError(f"record {name}: {error!r} is missing or of the wrong kind: extract it again") from error


def fact_from_json(fact: Mapping[str, Any]) -> Fact:
    """Return one fact read from JSON; a type that is none of the five raises `KeyError`."""
    kind = FACT_TYPES[fact["type"]]
    names = {field.name for field in fields(kind)}
    return kind(**{name: _slot_from_json(name, value) for name, value in fact.items() if name in names})


def _slot_from_json(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON
    match name:
        case "evidence":
            return tuple(Evidence(one["start"], one["end"], one["quote"], *_place_from_json(one)) for one in value)
        case "participants":
            return tuple(Participant(one["name"], one["role"]) for one in value)
        case "delegation":
            members = tuple(value.get("members", ()))
            return Delegation(value.get("name"), value.get("sent_by"), value.get("led_by"), members)
        case "groups":
            return tuple(_group_from_json(one) for one in value)
        case "value" | "confidence":
            return float(value)
    return tuple(value) if isinstance(value, list) else value


def _group_from_json(one: Mapping[str, Any]) -> Group:
    value = one.get("value")
    return Group(
        one["name"], one["relation"], None if value is None else float(value), one.get("unit"), one.get("date")
    )


def _rejection_from_json(one: Mapping[str, Any]) -> Rejection:
    return Rejection(one["reason"], one["start"], one["end"], one["quote"], *_place_from_json(one))


def _place_from_json(one: Mapping[str, Any]) -> tuple[Part, int | None, tuple[Box, ...]]:
    boxes = (
        (float(left), float(top), float(right), float(bottom)) for left, top, right, bottom in one.get("boxes", ())
    )
    return _part(one), one.get("number"), tuple(boxes)


def _part(one: Mapping[str, Any]) -> Part:
    match one.get("in"):
        case "headline":
            return "headline"
        case "continued":
            return "continued"
    return "body"


def check_evidence(record: Mapping[str, Any], texts: Mapping[str, str]) -> list[str]:
    """Return what is wrong with a record's evidence and spans, one line each; nothing, if all holds.

    `texts` gives page texts by SHA-256. What must hold: `source[start:end]`, repaired and without white space, is the
    quote without white space; spans are in order, within the text, and do not overlap.
    """
    name = record["id"]
    wrong: list[str] = []
    for fact in record["facts"]:
        if not fact["evidence"]:
            wrong.append(f"{name}: a {fact['type']} has no evidence")
        wrong += [f"{name}: {fact['type']}: {why}" for why in _check_cited(record, fact["evidence"], texts)]
    wrong += [f"{name}: rejection: {why}" for why in _check_cited(record, record["rejections"], texts)]
    for spans, page in (("spans", "page"), ("continued_spans", "continued_page")):
        at = 0
        for start, end in record.get(spans, ()):
            if not at <= start < end <= len(texts.get(record[page], "")):
                wrong.append(f"{name}: span [{start}, {end}) overlaps its neighbour or leaves the text")
            at = end
    return wrong


def _check_cited(record: Mapping[str, Any], cited: list[dict[str, Any]], texts: Mapping[str, str]) -> list[str]:
    wrong = []
    for one in cited:
        sha256 = record[TEXT_OF_PART[_part(one)]]
        source = texts.get(sha256)
        start, end = one["start"], one["end"]
        if source is None:
            wrong.append(f"no text {sha256}")
        elif not (0 <= start < end <= len(source) and same_but_for_space(source[start:end], one["quote"])):
            wrong.append(f"[{start}, {end}) reads {source[max(start, 0) : end]!r}, not {one['quote']!r}")
    return wrong
