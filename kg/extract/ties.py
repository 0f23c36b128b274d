"""Ties: ordinary people and where they belong: 某村村民甲, 家住某社区的乙, 某校教师丙, 丁在某公司务工."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.place_chains import LOCAL, place_chains
from kg.extract.tie_people import find_people, plain_name
from kg.fact import Tie, cite
from ontology import read_table

if TYPE_CHECKING:
    from kg.mention import Annotated, Mention

_HOME = re.compile("(?:家住|现住|住在|居住在)(?P<where>[\u4e00-\u9fff]{2,30}?)的(?:[\u4e00-\u9fff]{0,8})$")
_WORK = re.compile(
    "^，?(?:[^，。；]{0,6})?(?:在|进入|进了?|到)(?P<where>[\u4e00-\u9fffA-Za-z]{2,24}?)"
    "(?:里)?(?:务工|上班|打工|就业|工作(?!站|室|队|组|坊|会)|任教|上学|就读|做工)"
)
_HIRED = re.compile("被(?P<where>[\u4e00-\u9fff]{3,20}?)(?:录用|聘用|聘为|招录|录取)")
_INSIDE = re.compile(
    "(?:在|走进)(?P<where>[\u4e00-\u9fff]{3,24}?(?:车间|工厂|厂房|合作社|基地|公司|企业))里?，(?:[0-9]{2}岁的|正|一边|[\u4e00-\u9fff]{0,6}的)*$"
)
_VILLAGER_OF = re.compile("^是(?:村里的?|本村|该村)(?:[\u4e00-\u9fff]{0,6})(?:贫困户|村民|脱贫户|低保户|致富能手)")
_HELD = re.compile("(?:、|和|等)?(?:[0-9]+岁的)?$")
_LIVED_IN = re.compile("(?:村|社区|嘎查|屯|乡|镇|街道|苏木|县|区|旗|小区)$")
_NO_NAME = re.compile("[们用在的和是]")
_EMPLOYER = re.compile("(?:公司|厂|车间|企业|合作社|医院|学校|大学|中学|小学|学院|基地)$")
_NEAR, _GAP = 46, 8
_SURE, _LIKELY = 0.9, 0.75


@cache
def _roles() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    rows = read_table("tie_words")
    words = sorted((row["role"] for row in rows), key=lambda word: (-len(word), word))
    table = {row["role"]: (row["relation"], row["of"]) for row in rows}
    return re.compile("(?P<role>" + "|".join(words) + ")(?:代表)?(?:、[^，。；、]{2,16}?)?(?:[0-9]{2}岁的)?$"), table


def find_ties(annotated: Annotated) -> tuple[list[Tie], list[tuple[str, int, int]]]:
    """Find the ties of an article, and people called villagers of no place that the text tells."""
    finder = _Finder(annotated)
    for person in (*annotated.persons, *find_people(annotated)):
        if person.start >= annotated.article.body_start and not _NO_NAME.match(person.text):
            finder.read(person)
    return finder.facts, finder.rejections


class _Finder:
    """Looks around each person for where they belong."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.text = annotated.article.full.text
        self.holders = {(m.start, m.end) for title in annotated.titles for m in title.persons}
        self.chains = place_chains(annotated.places)
        self.facts: list[Tie] = []
        self.rejections: list[tuple[str, int, int]] = []
        self.seen: set[tuple[str, str, str]] = set()

    def read(self, person: Mention) -> None:
        """Add the ties of one mention of a person."""
        text = self.text
        start = max(text.rfind("。", 0, person.start), text.rfind("\n", 0, person.start), person.start - _NEAR) + 1
        before = text[start : person.start]
        after = text[person.end : person.end + _NEAR].split("。")[0]
        if home := _HOME.search(before):
            self._add(
                person,
                "resident_of",
                self._place_name(start + home.start("where"), home["where"]),
                start + home.start(),
            )
        elif role := _roles()[0].search(before):
            self._by_role(person, role, start)
        elif _VILLAGER_OF.match(after):
            self._add(person, "resident_of", self._last_local(person.start), person.start)
        self._by_work(person, after)
        if (inside := _INSIDE.search(before)) and (person.start, person.end) not in self.holders:
            self._add(person, "works_at", inside["where"].removeprefix("了"), start + inside.start())

    def _by_role(self, person: Mention, role: re.Match[str], start: int) -> None:
        relation, kind = _roles()[1][role["role"]]
        at = start + role.start("role")
        if self.text[at - 1] in set("名位个户多余"):
            return  # 5300名村民无一伤亡 counts them, it names nobody
        if kind == "place":
            name = self._place_before(at) or (self._last_local(at) if relation == "resident_of" else None)
            if name is None and role["role"] in {"村民", "居民", "牧民"}:
                self.rejections.append(("resident of a place that the text does not name", at, person.end))
            self._add(person, relation, name, self._chain_start(at))
            return
        for body in self.annotated.bodies:
            gap = self.text[body.end : at]
            if body.end <= at <= body.end + _GAP and not re.search("[，。；]", gap):
                self._add(person, relation, body.name, body.start)
                return

    def _by_work(self, person: Mention, after: str) -> None:
        role = (person.start, person.end) in self.holders
        for shape in (_WORK, _HIRED):
            found = shape.search(after)
            if found and not role and not re.search("[：“”]", after[: found.start("where")]):
                at = person.end + found.start("where")
                where = self._body_at(at, person.end + found.end("where")) or self._place_at(at)
                if where:
                    self._add(person, "works_at", where, person.start, person.end + found.end())

    def _body_at(self, start: int, end: int) -> str | None:
        """Return the body in a range: as written where it ends like one, else as completed."""
        if _EMPLOYER.search(self.text[start:end]):
            return self.text[start:end]
        found = [body for body in self.annotated.bodies if start <= body.start and body.end <= end]
        return found[-1].name if found else None

    def _place_at(self, start: int) -> str | None:
        return next((chain.name for chain in self.chains if chain.start == start), None)

    def _place_before(self, at: int) -> str | None:
        """Return the place that ends where 村民 begins, unless it is too wide to say where somebody lives."""
        return next((chain.name for chain in self.chains if chain.end == at and _LIVED_IN.search(chain.name)), None)

    def _chain_start(self, at: int) -> int:
        return next((chain.start for chain in self.chains if chain.end == at), at)

    def _last_local(self, at: int) -> str | None:
        floor = self.text.rfind("\n", 0, at)
        for chain in reversed(self.chains):
            if chain.end <= at and LOCAL.search(chain.name):
                return chain.name if chain.start >= floor else None
        return None

    def _place_name(self, start: int, where: str) -> str:
        end = start + len(where)
        chain = next((c for c in self.chains if c.start == start and c.end <= end), None)
        return chain.name + self.text[chain.end : end] if chain else where

    def _add(self, person: Mention, relation: str, where: str | None, start: int, end: int | None = None) -> None:
        name = plain_name(person.name)
        if not where or (name, relation, where) in self.seen:
            return
        self.seen.add((name, relation, where))
        evidence = cite(self.annotated.article, min(start, person.start), max(end or person.end, person.end))
        sure = _SURE if person.confidence >= _LIKELY else _LIKELY
        self.facts.append(Tie(subject=name, relation=relation, object=where, evidence=evidence, confidence=sure))
