"""The page: our frame around the network, closed against everything that is not in it.

A strict content security policy names each script and style sheet by its hash and forbids the rest; every name, quote
and number comes as JSON data and reaches the page as text, never as markup.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.draw.networks import make_network
from kg.draw.styles import STYLES
from kg.draw.words import NODE_WORDS, reason_words, word

if TYPE_CHECKING:
    from kg.draw.captions import Captions
    from kg.draw.panels import Json
    from kg.draw.pictures import Picture
    from kg.draw.rows import Rows
    from kg.draw.views import View

SOURCES_SHOWN = 8


def make_page(rows: Rows, picture: Picture, captions: Captions, view: View, panels: dict[str, Json]) -> str:
    """Return the whole page."""
    drawn = make_network(picture, captions, view)
    data: dict[str, Json] = {**panels, "order": list(view.shown), "centre": view.centre}
    scripts = [drawn.engine, drawn.script, _part("page.js")]
    styles = [drawn.style, _part("page.css")]
    parts = {
        "CSP": _policy(scripts, styles),
        "TITLE": html.escape(_title(picture, view)),
        "COUNTS": html.escape(view.counts),
        "KINDS": html.escape(_kinds(picture, view)),
        "LEGEND": _legend(picture, view),
        "FOOT": _foot(rows),
        "STYLES": "\n".join(f"<style>{style}</style>" for style in styles),
        "DATA": to_json(data),
        "SCRIPTS": "\n".join(f"<script>{script}</script>" for script in scripts),
    }
    # One pass over the template: what is filled in is never searched for slots.
    pieces = _part("page.html").split("@@")
    return "".join(parts[piece] if at % 2 else piece for at, piece in enumerate(pieces))


def to_json(data: Json) -> str:
    """Return JSON that can stand in a script element: nothing in it closes the element or ends a line."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _part(name: str) -> str:
    return files("kg.draw").joinpath(name).read_text(encoding="utf-8")


def _policy(scripts: list[str], styles: list[str]) -> str:
    def hashes(parts: list[str]) -> str:
        return " ".join(
            f"'sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}'" for part in parts
        )

    return (
        f"default-src 'none'; script-src {hashes(scripts)}; style-src {hashes(styles)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _title(picture: Picture, view: View) -> str:
    if view.centre is None:
        return "官报知识图谱"
    return f"{picture.vertices[view.centre].props.get('name')} · 关系图谱"


def _kinds(picture: Picture, view: View) -> str:
    counts = Counter(picture.vertices[vertex].label for vertex in view.shown)
    return " · ".join(f"{name} {counts[label]}" for label, name in NODE_WORDS.items() if counts[label])


def _legend(picture: Picture, view: View) -> str:
    counts = Counter(picture.vertices[vertex].label for vertex in view.shown)
    items = [
        f'<li><button type="button" aria-pressed="true" data-kind="{NODE_WORDS[label]}" title="点击隐藏或显示">'
        f'<svg width="16" height="16" viewBox="0 0 20 20" aria-hidden="true"><path d="{style.path}" '
        f'fill="{style.fill}" stroke="{style.line}" stroke-width="1.2"/></svg>{NODE_WORDS[label]}</button></li>'
        for label, style in STYLES.items()
        if counts[label]
    ]
    return "".join(items)


def _foot(rows: Rows) -> str:
    named = [f"{name}（{count} 篇）" for name, count in rows.sources[:SOURCES_SHOWN]]
    if len(rows.sources) > SOURCES_SHOWN:
        named.append(f"等 {len(rows.sources)} 种")
    span = f"{rows.first} 至 {rows.last}" if rows.first != rows.last else rows.first or "未知"
    rejected = "；".join(f"{word(reason_words(), reason)} {count}" for reason, count in rows.rejections) or "无"
    total = sum(count for _, count in rows.rejections)
    entries = [
        ("来源", f"{rows.articles} 篇文章：{'、'.join(named)}" if named else f"{rows.articles} 篇文章"),
        ("日期", span),
        (f"未采用（{total}）", rejected),
    ]
    return "".join(f"<div><dt>{html.escape(key)}</dt><dd>{html.escape(value)}</dd></div>" for key, value in entries)
