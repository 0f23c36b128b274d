"""Rows whose texts would do harm wherever a value is taken for code: quotes of every language, formulas, markup."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.entity import Link, Node
from kg.ids import article_node_id, digest, entity_id
from kg.schema import get_schema

if TYPE_CHECKING:
    from pathlib import Path

    from kg.entity import Value

TEXTS = (
    "'}) DETACH DELETE n //",
    '"}) MATCH (m) DETACH DELETE m RETURN "',
    "x' OR '1'='1",
    "`}) SET n.name = 1 //",
    "$name",
    "\\",
    "\\'",
    '\\"',
    "\\u0027}) DETACH DELETE n //",
    '" } ; DROP ALL #',
    "> . } INSERT DATA { <urn:a> <urn:b> <urn:c> } #",
    '"""',
    "'''",
    "{{name}}",
    "?name } UNION { ?s ?p ?o",
    "# 注释",
    "// 注释",
    "/* 注释 */",
    "=1+1",
    "@SUM(A1)",
    "+86",
    "-1",
    "＝1+1",
    "<script>alert(1)</script>",
    "]]></data><data key='n_name'>x",
    "&lt;&amp;&#0;",
    "a,b;c\td",
    "第一行\n第二行\r\n第三行\r第四行",
    " 前后空格 ",
    "“引号”、『书名』，；。",
    "../../etc/passwd",
    "null",
    "true",
    "𠮷野家 𝒳 e\u0301",
    "\u202e倒写\u2066",
    "半;分；号\x1f单元",
    "",
)
"""Names that a page might hold; each is the name of a person."""


def hostile_rows() -> tuple[list[Node], list[Link]]:
    """Return a graph of one article and a person for each text, who held an office of that name."""
    article, source = article_node_id("'x\" OR 1=1/中"), entity_id("Source", "报")
    nodes = [_node("Source", source, "报"), _node("Article", article, TEXTS[0], headline=TEXTS[1], bylines=[*TEXTS])]
    links = [_link("PUBLISHED_BY", nodes[1], nodes[0])]
    body = _node("Organization", entity_id("Organization", "b"), TEXTS[1])
    nodes.append(body)
    for number, text in enumerate(TEXTS):
        person = _node("Person", entity_id("Person", number), text, names=[text, f"{text};{text}", "、"])
        office = _node("Office", entity_id("Office", number), text, post=text)
        nodes += [person, office]
        links += [_link("HOLDS", person, office, earliest="2021-04-12"), _link("POST_IN", office, body)]
    return sorted(nodes, key=lambda node: (node.label, node.id)), sorted(links, key=lambda link: (link.type, link.id))


def write_hostile_rows(folder: Path) -> Path:
    """Write the rows as a generation folder holds them and return the folder."""
    for name, rows in zip(("nodes", "links"), hostile_rows(), strict=True):
        text = "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8", newline="")
    return folder


def write_together(folder: Path, *parts: Path) -> Path:
    """Write the rows of several generation folders as one, sorted as a build sorts, and return the folder."""
    for name, kind in (("nodes", "label"), ("links", "type")):
        rows = [json.loads(line) for part in parts for line in _lines(part / f"{name}.jsonl")]
        rows.sort(key=lambda row: (row[kind], row["id"]))
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8", newline="")
    return folder


def _lines(path: Path) -> list[str]:
    # Texts hold other ends of lines than this one.
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line]


def _node(label: str, node_id: str, name: str, **props: Value) -> Node:
    given: dict[str, Value] = dict.fromkeys(get_schema().nodes[label])
    given |= {"id": node_id, "name": name, "names": [name] if name else [], "former_ids": [], **props}
    return Node(label, node_id, given)


def _link(kind: str, source: Node, target: Node, **props: Value) -> Link:
    link_id = digest(kind, source.id, target.id)
    given: dict[str, Value] = dict.fromkeys(get_schema().links[kind].props)
    given |= {"id": link_id, **props}
    return Link(kind, link_id, source.id, target.id, source.label, target.label, given)
