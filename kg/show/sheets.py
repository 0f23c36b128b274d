"""All that was read as one page of HTML: each article in its own colour, and a list that jumps to them.

Nothing comes from outside. It works without scripts; a strict content security policy names its one style sheet by its
hash and forbids everything else. Text of the pages reaches it escaped, never as markup.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.show.paint import Shown, runs_of
from kg.show.printed import HATCH, printed_sheet
from kg.show.reasons import gloss, inert, one_line, seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.page import Page
    from kg.reading import Reading
    from kg.show.paint import Run
    from kg.show.totals import Totals

COLOURS = 12
_WORDS = {"source": "媒体", "published": "日期", "place": "地点"}
_HEADLINE = 60


def to_page(readings: Sequence[Reading], totals: Totals) -> Iterator[str]:
    """Yield the pieces of the HTML page that shows what was read."""
    sheets = list(_sheets(readings))
    style = files("kg.show").joinpath("sheets.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    yield (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>版面识读</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'{HATCH}<a class="skip" href="#pages">跳到版面</a>\n'
    )
    yield f"<header><h1>版面识读</h1><p>{_totals(totals)}</p></header>\n"
    yield '<nav aria-label="篇目">\n'
    for sheet in sheets:
        yield sheet.legend()
    yield '</nav>\n<main id="pages">\n'
    for sheet in sheets:
        yield from sheet.section()
    yield f"</main>\n{_foot(totals)}</body>\n</html>\n"


def _sheets(readings: Sequence[Reading]) -> Iterator[_Sheet]:
    """Yield a sheet for each page, with the articles that go on there from another."""
    keys: dict[int, str] = {}
    for at, reading in enumerate(readings, 1):
        begun = [
            Shown(keys.get(id(one), f"p{at}b{number}"), number, one, continued=True)
            for number, one in enumerate(reading.continued, 1)
        ]
        fresh = [Shown(f"p{at}a{n}", n, one, continued=False) for n, one in enumerate(reading.articles, len(begun) + 1)]
        keys.update((id(one.article), one.key) for one in fresh if one.article.continuation is not None)
        yield _Sheet(at, reading, [*begun, *fresh])


class _Sheet:
    """One page in the picture."""

    def __init__(self, at: int, reading: Reading, articles: list[Shown]) -> None:
        self._at = at
        self._reading = reading
        self._page: Page = reading.page
        self._articles = articles
        self._datelines = {id(one): line for one, line in zip(reading.articles, reading.datelines, strict=True)}

    def legend(self) -> str:
        """Return the list of the page's articles."""
        items = "".join(self._item(one) for one in self._articles) or "<li>没有文章</li>"
        return f'<section><h2><a href="#p{self._at}">{_text(_name(self._page))}</a></h2>\n<ol>{items}</ol></section>\n'

    def _item(self, one: Shown) -> str:
        headline = _headline(one)
        told = [f"{by.role} {by.name}" for by in one.article.bylines]
        dateline = self._datelines.get(id(one.article))
        names = "接前版" if one.continued else "，".join((*told, *([dateline] if dateline else ())))
        details = f"<small>{_text(names)}</small>" if names else ""
        return (
            f'<li><a class="c{_colour(one)}" href="#{_anchor(self._at, one)}"><b>{one.number}</b> '
            f"{_text(headline)}</a>{details}</li>\n"
        )

    def section(self) -> Iterator[str]:
        """Yield the page itself: what is known of it, its text or its picture, and what was not used."""
        yield f'<section class="sheet" id="p{self._at}">\n<h2>{_text(_name(self._page))}</h2>\n'
        yield f'<p class="facts">{"　".join(_facts(self._page))}</p>\n'
        if self._page.kind == "object" and self._page.headline:
            yield f'<p class="own headline">{_text(self._page.headline)}</p>\n'
        runs = list(runs_of(self._page, self._articles, self._reading.rejected))
        if self._page.layout is not None:
            yield printed_sheet(self._page, self._page.layout, runs, lambda one: (_anchor(self._at, one), _colour(one)))
        else:
            yield f'<div class="text">{"".join(self._runs(runs))}</div>\n'
        yield self._unused()
        yield "</section>\n"

    def _runs(self, runs: Iterable[Run]) -> Iterator[str]:
        opened: set[str] = set()
        for run in runs:
            text = _text(self._page.raw[run.start : run.end])
            if run.reason is not None:
                text = f'<span class="unused" title="{_text(_reason(run.reason))}">{text}</span>'
            if run.headline:
                text = f"<strong>{text}</strong>"
            if run.shown is None:
                yield text
                continue
            first = run.shown.key not in opened
            opened.add(run.shown.key)
            mark = self._mark(run.shown) if first else ""
            yield f'{mark}<span class="c{_colour(run.shown)}">{text}</span>'

    def _mark(self, one: Shown) -> str:
        """Return the article's number where it begins on the page; it is where the list jumps to."""
        name = _text(f"第{one.number}篇：{_headline(one)}")
        return (
            f'<a class="mark c{_colour(one)}" id="{_anchor(self._at, one)}" href="#p{self._at}" title="{name}">'
            f"{one.number}</a>"
        )

    def _unused(self) -> str:
        own = [one for shown in self._articles for one in shown.rejected]
        found = list(seen(self._page, (*own, *self._reading.rejected)))
        if not found:
            return ""
        rows = "".join(
            f"<tr><td>{_text(one.gloss)}</td><td>{_text(one.reason)}</td><td>{one.start}–{one.end}</td>"
            f"<td>{_text(one_line(one.quote))}</td></tr>\n"
            for one in found
        )
        return (
            f"<details><summary>未采用的文字 {len(found)} 处</summary><table><thead><tr><th>理由</th><th>reason</th>"
            f"<th>位置</th><th>文字</th></tr></thead><tbody>\n{rows}</tbody></table></details>\n"
        )


def _anchor(at: int, one: Shown) -> str:
    return f"p{at}-{one.key}" if one.continued else one.key


def _colour(one: Shown) -> int:
    return (one.number - 1) % COLOURS + 1


def _headline(one: Shown) -> str:
    text = one_line(one.article.headline.text) if one.article.headline is not None else ""
    text = text or f"（无标题）{one_line(one.article.body.text[:24])}"
    return text if len(text) <= _HEADLINE else f"{text[: _HEADLINE - 1]}…"


def _name(page: Page) -> str:
    return page.file if page.number is None or page.volume != page.file else f"{page.file} 第{page.number}页"


def _facts(page: Page) -> Iterator[str]:
    for name, word in _WORDS.items():
        value = getattr(page.meta, name)
        mark = "<i>（推断）</i>" if name in page.inferred else ""
        yield f"{word} {_text(value)}{mark}" if value is not None else f"{word} 未知"
    if page.meta.issue is not None:
        yield f"期号 {_text(page.meta.issue)}"
    if page.meta.page_label is not None:
        yield f"版次 {_text(page.meta.page_label)}"
    yield f"{len(page.raw)} 字符"
    if page.encoding is not None:
        yield f"编码 {_text(page.encoding)}"


def _totals(totals: Totals) -> str:
    joined = f"（{totals.joined} 篇跨版）" if totals.joined else ""
    return f"{totals.pages} 版 · {totals.articles} 篇{joined} · 有标题 {totals.headed} · 有署名 {totals.credited}"


def _foot(totals: Totals) -> str:
    ranked = sorted(totals.reasons.items(), key=lambda one: (-one[1], one[0]))
    told = "；".join(f"{_text(gloss(reason))} {count}" for reason, count in ranked) or "无"
    return f"<footer><p>未采用的文字（{totals.reasons.total()}）：{told}</p></footer>\n"


def _reason(reason: str) -> str:
    word = gloss(reason)
    return reason if word == reason else f"{word}（{reason}）"


def _text(text: str) -> str:
    return escape(inert(text.replace("\r\n", "\n").replace("\r", "\n")))
