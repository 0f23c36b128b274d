"""What a web page says of itself outside its text: its meta elements, e-paper comments, scripts of known systems."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kg.read.web_lines import plain
from kg.read.web_linked import linked_data
from ontology import read_table

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from kg.read.web_lines import Lines

_PROPERTY = re.compile(
    r"<(articleid|date|author|title|keyword|subtitle|introtitle|source|nodename)>([^<]{1,300})</\1>", re.IGNORECASE
)
_EPOCH = re.compile(r"\bvar\s+(?:ct|publish_time|create_time|oriCreateTime)\s*=\s*[\"'](\d{10})[\"']")
_WRITTEN = re.compile(r"\bvar\s+(?:publish_time|createTime)\s*=\s*[\"'](\d{4}-\d{1,2}-\d{1,2})")
_LINKED_DATA = re.compile(r"\"(?:datePublished|pubDate)\"\s*:\s*\"(\d{4}-\d{1,2}-\d{1,2})")
_SAVED = re.compile(r"saved from url=\(\d+\)\s*(\S+)")
_LONGEST = 300
_SCRIPTS = 400
_FOUNDER = {"founder-title": "title", "founder-author": "reporter", "founder-date": "published",
            "founder-subtitle": "subtitle", "founder-introtitle": "kicker"}  # fmt: skip
_PROPERTIES = {"date": "published", "author": "reporter", "title": "title", "subtitle": "subtitle",
               "introtitle": "kicker", "source": "source"}  # fmt: skip


@dataclass(slots=True)
class Said:
    """What a page's hidden parts say: by field, values in order of their worth; its title element; its addresses."""

    values: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    epoch: int | None = None

    def add(self, name: str, value: str) -> None:
        """Add a value, unless it is blank or far too long for one."""
        text = plain(value)
        if text and len(text) <= _LONGEST:
            self.values.setdefault(name, []).append(text)

    def of(self, name: str) -> list[str]:
        """Return the values of a field."""
        return self.values.get(name, [])


@cache
def _meta_names() -> dict[str, tuple[str, int]]:
    return {row["name"].lower(): (row["field"], at) for at, row in enumerate(read_table("web_meta"))}


def said(root: HtmlElement, lines: Lines) -> Said:
    """Return what a page's hidden parts say."""
    out = Said()
    for name, values in _metas(root).items():
        for value in values:
            out.add(name, value)
    for at, text in lines.comments:
        if "enpproperty" in text.lower():
            for key, value in _PROPERTY.findall(text):
                if key.lower() in _PROPERTIES:
                    out.values.setdefault(_PROPERTIES[key.lower()], []).insert(0, plain(value))
            del at
    for element in root.iterdescendants(*_FOUNDER):
        out.add(_FOUNDER[element.tag], " ".join(element.itertext()))
    title = next(root.iterdescendants("title"), None)
    out.title = plain(title.text_content()) if title is not None else ""
    _addresses(root, out)
    for name, value in linked_data(root):
        out.add(name, value)
    _scripts(root, out)
    return out


def _metas(root: HtmlElement) -> dict[str, list[str]]:
    found: list[tuple[int, str, str]] = []
    for element in root.iterdescendants("meta"):
        content = element.get("content") or ""
        for attribute in ("name", "property", "itemprop"):
            known = _meta_names().get((element.get(attribute) or "").strip().lower())
            if known and content.strip():
                found.append((known[1], known[0], content))
                break
    values: dict[str, list[str]] = {}
    for _, name, content in sorted(found, key=lambda one: one[0]):
        values.setdefault(name, []).append(content)
    return values


def _addresses(root: HtmlElement, out: Said) -> None:
    for element in root.iterdescendants("link", "base"):
        if element.tag == "base" or "canonical" in (element.get("rel") or "").lower().split():
            out.add("url", element.get("href") or "")
    for comment in root.getroottree().xpath("/comment() | /html/comment() | /html/head/comment()"):
        saved = _SAVED.search(comment.text or "")
        if saved:
            out.values.setdefault("url", []).insert(0, saved[1])


def _scripts(root: HtmlElement, out: Said) -> None:
    for element in list(root.iterdescendants("script"))[:_SCRIPTS]:
        text = element.text or ""
        for pattern in (_LINKED_DATA, _WRITTEN):
            found = pattern.search(text)
            if found:
                out.add("published", found[1])
        epoch = _EPOCH.search(text)
        if epoch and out.epoch is None:
            out.epoch = int(epoch[1])
