"""Wraps articles into web pages of many systems, seeded, with what sites put around an article; the truth is known.

The templates are `tests/webpages/NAME.html`, in our own words: their furniture is that of portals, papers, governments,
broadcasters and e-papers of twenty years.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from html import escape
from pathlib import Path
from random import Random

FOLDER = Path(__file__).parent / "webpages"
_SLOT = re.compile(r"\{\{(\w+)\}\}")
_WEEKDAYS = "一二三四五六日"
_PEOPLE = ("贺清禾", "方远山", "苗秋实", "甄学勤", "卫长林", "齐月明", "祝小满", "乔木生")
_PLACES = ("松岭县", "青峦市", "白石县", "云溪区", "栗川县")
_MATTERS = (
    "调研春耕生产工作",
    "召开安全生产会议",
    "走访慰问困难群众",
    "集中开工重点项目",
    "举办春季招聘会",
    "部署森林防火工作",
)
_SITES = ("青峦网", "松岭新闻网", "云溪在线", "栗川网")


@dataclass(frozen=True)
class Wrapped:
    """A web page and what is true of it."""

    template: str
    html: str
    encoding: str
    headline: str
    text: str
    published: str
    source: str
    editor: str | None

    @property
    def data(self) -> bytes:
        """Return the page's bytes."""
        return self.html.encode(self.encoding, "xmlcharrefreplace")


@cache
def templates() -> dict[str, str]:
    """Return the templates by name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.html"))}


def wrap(template: str, headline: str, text: str, published: str, source: str, seed: int) -> Wrapped:
    """Return the article in a page of the template; text's paragraphs are its lines."""
    written = templates()[template]
    slots = _Slots(headline, [line for line in text.split("\n") if line.strip()], published, source, Random(seed))  # noqa: S311 - a seeded generator
    html = _SLOT.sub(lambda found: slots.fill(found[1]), written)
    declared = re.search(r"charset=[\"']?([\w-]+)", html)
    encoding = {"gb2312": "gb18030", "gbk": "gb18030"}.get(declared[1] if declared else "utf-8", "utf-8")
    editor = slots.editor if "{{editor}}" in written else None
    return Wrapped(template, html, encoding, headline, text, published, source, editor)


class _Slots:
    def __init__(self, headline: str, paragraphs: list[str], published: str, source: str, random: Random) -> None:
        self._random = random
        self._paragraphs = [escape(one, quote=False) for one in paragraphs]
        self._headline = headline
        self._day = date.fromisoformat(published)
        self._source = source
        self.editor, self._editor2, self._reporter = random.sample(_PEOPLE, 3)
        self._site = random.choice(_SITES)
        self._place = random.choice(_PLACES)

    def fill(self, name: str) -> str:
        """Return the value of a slot."""
        return str(getattr(self, f"_slot_{name}")())

    def _other(self) -> str:
        return f"{self._random.choice(_PLACES)}{self._random.choice(_MATTERS)}"

    def _slot_title(self) -> str:
        return escape(self._headline, quote=False)

    def _slot_title_br(self) -> str:
        return escape(self._headline, quote=False).replace(" ", "<br/>", 1)

    def _slot_charset(self) -> str:
        return self._random.choice(("utf-8", "gb2312", "gbk", "UTF-8"))

    def _slot_site(self) -> str:
        return self._site

    def _slot_place(self) -> str:
        return self._place

    def _slot_source(self) -> str:
        return self._source

    def _slot_editor(self) -> str:
        return self.editor

    def _slot_editor2(self) -> str:
        return self._editor2

    def _slot_reporter(self) -> str:
        return self._reporter

    def _slot_reporters(self) -> str:
        return self._random.choice(("", f"本报记者　{self._reporter}"))

    def _slot_keywords(self) -> str:
        return self._random.choice(_MATTERS)[-4:]

    def _slot_lead(self) -> str:
        return self._paragraphs[0][:60].replace('"', "")

    def _slot_other(self) -> str:
        return self._other()

    _slot_other2 = _slot_other

    def _slot_day(self) -> str:
        return self._day.isoformat()

    def _slot_ymd(self) -> str:
        return self._day.strftime("%Y%m%d")

    def _slot_year(self) -> str:
        return f"{self._day.year}"

    def _slot_month(self) -> str:
        return f"{self._day.month:02d}"

    def _slot_dom(self) -> str:
        return f"{self._day.day:02d}"

    def _slot_cn_day(self) -> str:
        day = self._day
        return self._random.choice(
            (f"{day.year}年{day.month:02d}月{day.day:02d}日", f"{day.year}年{day.month}月{day.day}日")
        )

    def _slot_weekday(self) -> str:
        return f"星期{_WEEKDAYS[self._day.weekday()]}"

    def _slot_clock(self) -> str:
        return f"{self._random.randint(6, 22):02d}:{self._random.randint(0, 59):02d}"

    def _slot_epoch(self) -> str:
        china = timezone(timedelta(hours=8))
        return str(int(datetime(self._day.year, self._day.month, self._day.day, 0, 20, tzinfo=china).timestamp()))

    def _slot_wechat_time(self) -> str:
        return self._random.choice(
            ("", f"{self._day.isoformat()} 09:30", f"{self._day.year}年{self._day.month}月{self._day.day}日 09:30")
        )

    def _slot_links(self) -> str:
        return "".join(f'<li><a href="/{n}.html">{self._other()}</a></li>' for n in range(self._random.randint(4, 12)))

    def _slot_link_rows(self) -> str:
        return "".join(f'<tr><td>·<a href="{n}.asp">{self._other()}</a></td></tr>' for n in range(8))

    def _slot_dots(self) -> str:
        return "<BR>".join(f'·<A href="{n}.htm">{self._other()}</A>({n + 1}月{n + 2}日)' for n in range(6))

    def _slot_teasers(self) -> str:
        return "".join(
            f'<li><a href="/t{n}.html"><strong>{self._other()}</strong></a><p>{self._other()}，要求各级各部门提高认识，'
            f'压实责任，确保各项工作落到实处…<a href="/t{n}.html">[详细]</a></p></li>'
            for n in range(self._random.randint(2, 5))
        )

    def _joined(self, before: str, after: str, between: str = "\n") -> str:
        return between.join(f"{before}{one}{after}" for one in self._paragraphs)

    def _slot_ps(self) -> str:
        return self._joined(
            self._random.choice(("<p>", "<p>　　", '<p style="text-indent:2em">', "<p>&emsp;&emsp;")), "</p>"
        )

    def _slot_ps_indent(self) -> str:
        return self._joined('<p style="text-indent: 2em;">\n\t', "</p>")

    def _slot_ps_justify(self) -> str:
        return self._joined('<p style="text-align: justify;">　　<span style="font-family:宋体">', "</span></p>")

    def _slot_ps_ideographic(self) -> str:
        return self._joined("<P align=justify>　　", "</P>", "\r\n")

    def _slot_ps_font(self) -> str:
        return self._joined("<P><FONT face=宋体 size=3>&nbsp;&nbsp;&nbsp; ", "</FONT></P>")

    def _slot_ps_span(self) -> str:
        return self._joined('<p class="MsoNormal"><span lang="EN-US"></span><span>', "</span></p>", "<p><br/></p>")

    def _slot_ps_short_class(self) -> str:
        return self._joined('<p class="art_p" cms-style="font-L">　　', "</p>", "")

    def _slot_p_upper(self) -> str:
        return self._joined("<P>　　", "</P>", "")

    def _slot_brs(self) -> str:
        return self._joined("　　", "", self._random.choice(("<BR>\n", "<BR><BR>")))

    def _slot_brs_nbsp(self) -> str:
        return self._joined("&nbsp;&nbsp;&nbsp;&nbsp;", "", "<BR/>")

    def _slot_sections(self) -> str:
        return self._joined(
            '<section style="line-height: 1.75em;"><span style="font-size:16px;"><span leaf="">',
            "</span></span></section>",
            "<section><br></section>",
        )

    def _slot_divs(self) -> str:
        return self._joined("<div>&nbsp;&nbsp;&nbsp; ", "</div>")

    def _slot_lines(self) -> str:
        return self._joined("    ", "", "\n")
