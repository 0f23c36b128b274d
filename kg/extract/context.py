"""Context: names completed from the paper's seat and from what the article named before (我市, 市委, 该县)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg import division
from kg.body import LEVELS, PARTIES, in_zone, longest_form, split_level
from kg.country import HOME, countries
from kg.values import replace, value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.division import Division
    from kg.mention import Annotated, Mention, Title

_LEAGUE = re.compile("^(.*?)团(省|市|县|区|州|旗|盟|地|自治区)?委(.*)$")
_DOUBLED = re.compile(
    "(?<=[\u4e00-\u9fff])(村)村(?=委会|民委员会)|(?<=[\u4e00-\u9fff])([省市县区州旗])\\2(?=委|政府|人民政府|人大|政协|纪委|监委)"
)
_IN_FULL = re.compile("^(?:中国共产党|中共)(.+?[省市县区州旗])(?:第.+?届)?委员会(?:常务委员会)?$")
_CONSULTATIVE = re.compile("^(?:中国人民政治协商会议|政协)(.+?[省市县区州旗盟])(?:第.+?届)?委员会(?:常务委员会)?$")
_SESSION = re.compile("(?<=[省市县区州旗盟])第[一二三四五六七八九十]+届(?=人大|人民代表大会|政协)")
_UPPER = re.compile("^(.{2,8}?(?:省|自治区|自治州|市|州|盟|地区))(.{1,8}?[市县旗州])(.+)$")
_GONE = re.compile("^([\u4e00-\u9fff]{2,8}?)(前|原|看守|新一届|候任|临时)政府$")
_PAST = {"前", "原"}
_CONGRESS = re.compile(
    "^(?:宪法和法律委|宪法法律委|监察和司法委|监察司法委|财政经济委|财经委|教科文卫委|教育科学文化卫生委|外事委|华侨委"
    "|环境与资源保护委|环资委|农业与农村委|农委|社会建设委|民委|民族委)(?:员会)?$"
)
_TERM = re.compile(
    "^(?:第?[一二三四五六七八九十]+届)(?=全国)|^第[一二三四五六七八九十]+[届任](?=[省市县区州旗][\u4e00-\u9fff]{2})"
)
_NAMELESS = {
    "委员会",
    "党支部",
    "党总支",
    "实验室",
    "急诊科",
    "医务科",
    "执行局",
    "代表团",
    "常委会",
    "主席团",
    "书记处",
    "二大队大队",
    "领导小组",
    "公司",
    "集团",
    "中心",
    "协会",
    "研究所",
    "学校",
    "医院",
    "支队",
    "大队",
}
_LISTS = {"、", "和", "与", "及", "以及", "会同", "联合"}
_HEADS = re.compile("[ \u3000]{1,4}(?=[^ \u3000])|[：:|｜]")
_PRONOUN = re.compile("^(?:我|本|全|该|此)(.+)$")
_DIVISIONS = {"province", "prefecture", "county", "township", "village"}
_LEVEL_OF = {
    "省": ("province",),
    "自治区": ("province",),
    "市": ("prefecture", "county", "province"),
    "州": ("prefecture",),
    "自治州": ("prefecture",),
    "盟": ("prefecture",),
    "地": ("prefecture",),
    "地区": ("prefecture",),
    "县": ("county",),
    "自治县": ("county",),
    "旗": ("county",),
    "区": ("county", "province"),
    "乡": ("township",),
    "镇": ("township",),
    "街道": ("township",),
    "村": ("village",),
}


@value
class _Context:
    """The seat with what lies above it, and the places named in the article, in order."""

    seat: tuple[str, ...]
    places: tuple[Mention, ...]
    year: int | None
    briefs: tuple[tuple[int, int, str], ...] = ()
    """Paragraphs headed by a place (凭祥市　7月22日，…): start, end, the place."""
    listed: frozenset[int] = frozenset()
    """Where places begin that are named in a list (来自永仁、大姚、元谋等地)."""

    def place_of(self, level: str, at: int) -> str | None:
        """Return the place that a bare level means at a character: the paper's own, else the one named last."""
        headed = next((name for start, end, name in self.briefs if start <= at < end and _is(name, level)), None)
        own = next((name for name in self.seat if _is(name, level)), None)
        return headed or own or self.nearest(level, at)

    def nearest(self, level: str, at: int) -> str | None:
        """Return the last place of a level named before a character, else what lies above one, else the next (该市)."""
        before = [p for p in self.places if p.start < at and p.how in _DIVISIONS]
        named = [p.name for p in before]
        of_level = [p for p in before if _is(p.name, level)]
        if of_level:
            alone = [p for p in of_level if p.start not in self.listed] if of_level[-1].start in self.listed else []
            return _short((alone or of_level)[-1].name)
        above = (_above(name, level, self.year) for name in reversed(named))
        later = (p.name for p in self.places if p.start >= at and p.how in _DIVISIONS and _is(p.name, level))
        found = next(filter(None, above), None) or next(later, None)
        return _short(found) if found else None


@value
class _Written:
    """A body's name as written, and what in it wants a place."""

    name: str
    league: tuple[str, str | None, str] | None = None
    """What stands around the level of a committee of the youth league, and the level."""
    zone: bool = False
    party: str = ""
    this: bool = False
    split: tuple[str, str] | None = None
    """The bare level that the name begins with, and the rest."""


def _above(name: str, level: str, year: int | None) -> str | None:
    """Return the place of a level that a named one lies in, None if its name could be of several."""
    rows = [d for d in division.named(name) if division.valid(d, year) and d.name == name]
    found = {p.name for d in rows for p in division.parents(d, year) if _is(p.name, level)}
    return next(iter(found)) if len(found) == 1 else None


def _is(name: str, level: str) -> bool:
    if level == "村":
        return name.endswith("村")
    if level in {"镇", "乡", "街道"}:
        return name.endswith(level)
    if not name.endswith("地区" if level == "地" else level):
        return False
    rows = division.named(name)
    return not rows or any(d.level in _LEVEL_OF[level] for d in rows)  # a seat that no table holds: by its name


def _short(name: str) -> str:
    """Return 凉山州 for 凉山彝族自治州: the form that bodies are named by."""
    if name.endswith("自治州"):
        forms = [f for f in division.short_forms(name) if f.endswith("州")]
        return forms[0] if forms else name
    return name


def complete(annotated: Annotated) -> Annotated:
    """Return the article with the names of places, bodies and titles completed."""
    year = _year(annotated.article.meta.published)
    seat = _seat(annotated.article.meta.place, year)
    beside = zip((None, *annotated.places), annotated.places, strict=False)
    places = tuple(_completed_place(p, _over(before, p, year) or seat, year) for before, p in beside)
    context = _Context(tuple(_short(name) for name in seat), places, year)
    places = tuple(_pronoun(p, context) for p in places)
    text = annotated.article.full.text
    context = replace(context, places=places, briefs=_briefs(text, places), listed=_in_lists(text, places))
    national = "全国人大" in text or "全国政协" in text
    bodies = tuple(_listed(_completed_bodies(annotated.bodies, context), text, places))
    titles = tuple(_title(t, context) for t in annotated.titles)
    titles = tuple(_of_congress(t) for t in titles) if national else titles
    homeless = [t for t in titles if _homeless(t.body)]
    return replace(
        annotated,
        places=places,
        bodies=bodies,
        titles=tuple(t for t in titles if not _homeless(t.body)),
        rejected=(*annotated.rejected, *(("whose body is not known", t.start, t.end) for t in homeless)),
    )


def _completed_bodies(bodies: Sequence[Mention], context: _Context) -> list[Mention]:
    named = ((body, completed(body.text, body.start, context)) for body in bodies)
    return [body if name == body.name else replace(body, name=name) for body, name in named]


def _listed(bodies: list[Mention], text: str, places: Sequence[Mention]) -> Iterator[Mention]:
    """Yield bodies; one right behind another in a list is of that one's place (某市委、市政府; 某县教育局、人社局)."""
    begins = {p.start: p for p in places if p.how in _DIVISIONS}
    before: Mention | None = None
    place = ""
    for body in bodies:
        behind = before is not None and text[before.end : body.start] in _LISTS
        if body.how == "place" or not behind:
            own = begins.get(body.start)
            place = _short(own.name) if own is not None and body.how == "place" else ""
        elif place and (rest := _of_place(body, place)) is not None:
            body = replace(body, name=place + rest)  # noqa: PLW2901
        before = body
        yield body


def _of_place(body: Mention, place: str) -> str | None:
    """Return what a body without a place of its own is called behind `place`'s name, None where it is of another."""
    if body.text.startswith("市场"):
        return body.text
    if body.how == "level":
        split = split_level(body.text)
        return split[1] if split is not None and place.endswith(split[0]) else None
    return body.text if body.how == "bare" and body.text.endswith("局") else None


def _briefs(text: str, places: tuple[Mention, ...]) -> tuple[tuple[int, int, str], ...]:
    """Return the paragraphs that a place alone heads: it stands at the start, and a gap or colon behind it."""
    found = []
    for place in places:
        opens = place.how in _DIVISIONS and (place.start == 0 or text[place.start - 1] == "\n")
        if opens and _HEADS.match(text, place.end):
            end = text.find("\n", place.end)
            found.append((place.start, end if end >= 0 else len(text), place.name))
    return tuple(found)


def _in_lists(text: str, places: tuple[Mention, ...]) -> frozenset[int]:
    """Return where the places begin that stand in a list with others."""
    divisions = [p for p in places if p.how in _DIVISIONS]
    joined = [(a, b) for a, b in pairwise(divisions) if text[a.end : b.start] in _LISTS]
    return frozenset(place.start for pair in joined for place in pair)


def _of_congress(title: Title) -> Title:
    """宪法和法律委员会 alone, where the national congress is told of, is the congress's; so is 常委会法工委."""
    if title.post.startswith("驻会") and not title.body.startswith("全国"):
        return replace(title, body="全国政协" + title.body)
    if _CONGRESS.match(title.body) and title.post.endswith("主任委员"):
        return replace(title, body="全国人大" + title.body)
    if title.body.startswith("常委会"):
        return replace(title, body="全国人大" + title.body)
    if title.body == "代表资格审查委员会":
        return replace(title, body="全国人大常委会" + title.body)
    return title


@lru_cache(maxsize=16384)
def _homeless(body: str) -> bool:
    """Say whether a body still lacks its place."""
    league = _LEAGUE.fullmatch(body)
    if body in _NAMELESS or body[:1] in set("兼暨"):
        return True
    return split_level(body) is not None or body in LEVELS or (league is not None and not league[1])


def _year(published: str | None) -> int | None:
    return int(published[:4]) if published and published[:4].isdigit() else None


@lru_cache(maxsize=1024)
def _seat(place: str | None, year: int | None) -> tuple[str, ...]:
    """Return the seat's full name and those above it."""
    if place is None:
        return ()
    rows = [d for d in division.named(place) if division.valid(d, year)] or list(division.named(place))
    if not rows:
        return (place,)
    return (rows[0].name, *(d.name for d in division.parents(rows[0], year)))


def _over(before: Mention | None, place: Mention, year: int | None) -> tuple[str, ...]:
    """Return the names of the province or city that stands right before a place (海南|昌江), if it is one."""
    if before is None or before.end != place.start:
        return ()
    rows = [d for d in division.named(before.text) if division.valid(d, year)]
    return tuple(d.name for d in rows if d.level in {"province", "prefecture"})


def _completed_place(place: Mention, seat: tuple[str, ...], year: int | None) -> Mention:
    """成都 is 成都市, by the level that lives in the year and the area of the paper."""
    if place.how in {"pronoun", "country", "village", "township"}:
        return place
    name = _full_name(place.text, seat, year)
    return place if name is None else replace(place, name=name)


@lru_cache(maxsize=16384)
def _full_name(form: str, seat: tuple[str, ...], year: int | None) -> str | None:
    """Return the name that a form is short for, None for one in full and for one that no table holds."""
    rows = [d for d in division.named(form) if division.valid(d, year)] or list(division.named(form))
    if not rows or any(d.name == form for d in rows):
        return None
    near = [d for d in rows if {d.province, d.prefecture} & set(seat)]
    return _best(near or rows).name


def _best(rows: list[Division]) -> Division:
    return rows[0]


def _pronoun(place: Mention, context: _Context) -> Mention:
    found = _PRONOUN.match(place.text)
    if place.how != "pronoun" or found is None:
        return place
    level = found[1]
    name = context.nearest(level, place.start) if place.text[0] in "该此" else context.place_of(level, place.start)
    return replace(place, name=name) if name else place


def completed(body: str, at: int, context: _Context) -> str:
    """Return a body's name with its place (市委: 吕梁市委, 团省委: 共青团山西省委)."""
    read = _read(body)
    body = read.name
    if read.league is not None:
        return _league(body, read.league, at, context)
    if read.zone and context.seat:
        return next(iter(division.short_forms(context.seat[0])), context.seat[0]) + body
    if read.split is None:
        return body
    level, rest = read.split
    place = context.nearest(level, at) if read.this else context.place_of(level, at)
    if place is None:
        return body
    return place.removesuffix("地区") + level + rest if level == "地" else read.party + place + rest


@lru_cache(maxsize=16384)
def _read(body: str) -> _Written:
    """Read a body's name for what it leaves to its context, which is the same wherever it is written so."""
    body = _SESSION.sub("", _TERM.sub("", _CONSULTATIVE.sub(r"\1政协", body)))
    body = _DOUBLED.sub(lambda m: m[1] or m[2], _IN_FULL.sub(r"\1委", body))
    if body in countries() and body not in HOME:
        return _Written(countries()[body])
    body = _nearest_place(body)
    league = _LEAGUE.match(body)
    if league is not None:
        return _Written(body, league=(league[1], league[2], league[3]))
    party = next((p for p in PARTIES if body.startswith(p)), "")
    this = body[0] in "该此"
    split = split_level(body[1:] if this else body.removeprefix(party))
    return _Written(body, zone=in_zone(body), party=party, this=this, split=split)


def _nearest_place(body: str) -> str:
    """Return 晋中市委 for 山西省晋中市委; a district keeps its city, for its name alone may be of several."""
    found = _UPPER.match(body)
    if found is None or not (division.named(found[1]) and division.named(found[2])):
        return body
    form = longest_form(found[2][-1] + found[3])
    return found[2] + found[3] if form is not None and form[1].type == "level" else body


def _league(body: str, parts: tuple[str, str | None, str], at: int, context: _Context) -> str:
    head, level, rest = parts
    if not level:
        return body
    place = head if len(head) > 1 else context.place_of(level, at)
    if place is None:
        return body
    place = place if place.endswith(level) else place + level
    return f"共青团{place}委{rest}"


def _title(title: Title, context: _Context) -> Title:
    standing = title.body.endswith("委员会常务委员会") and title.post == "委员"
    body = completed(title.body, title.start, context)
    gone = _GONE.match(body)
    if gone:  # 法国前政府
        body = gone[1] + "政府"
    former = gone is not None and gone[2] in _PAST and title.status == "holds"
    status = "former" if former else title.status
    return replace(title, body=body, post="常委" if standing else title.post, status=status)
