"""Ties: ordinary people and where they belong: 某村村民甲, 家住某社区的乙, 某校教师丙, 丁在某公司务工."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.extract.place_chains import LOCAL, place_chains
from kg.extract.tie_people import Called, People, is_word, plain_name
from kg.extract.tie_teams import find_members
from kg.fact import Tie, cite
from kg.language.words import cuts, longest
from kg.mention import Mention

if TYPE_CHECKING:
    from kg.mention import Annotated

_HOME = re.compile("(?:家住|现住|住在|居住在)(?P<where>[\u4e00-\u9fff]{2,30}?)的(?:[\u4e00-\u9fff]{0,8})$")
_WORK = re.compile(
    "^，?(?:[^，。；]{0,6})?(?:在|进入|进了?|到)(?P<where>[\u4e00-\u9fffA-Za-z]{2,24}?)"
    "(?:里)?(?:务工|上班|打工|就业|工作(?!站|室|队|组|坊|会)|任教|上学|就读|做工|当(?:上|起)?了?(?:工人|保安|保洁|护工|月嫂|厨师|司机|教师|老师))"
)
_HIRED = re.compile("被(?P<where>[\u4e00-\u9fff]{3,20}?)(?:录用|聘用|聘为|招录|录取)")
_SCENE = "(?P<where>[\u4e00-\u9fff]{3,24}?(?:车间|工厂|厂房|合作社|基地|公司|企业|工坊))"
_INSIDE = re.compile(
    f"(?:在|走进){_SCENE}里?，(?:[0-9]{{2}}岁的|正|一边|[\u4e00-\u9fff]{{0,6}}的|村民|居民|脱贫户|女工|工人|社员)*$"
)
_AT_WORK = re.compile("正|一边|熟练|忙|和工友|和同事")
_VILLAGER_OF = re.compile("^是(?:村里的?|本村|该村)(?:[\u4e00-\u9fff]{0,6})(?:贫困户|村民|脱贫户|低保户|致富能手)")
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔"
    "|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|汉"
)
_MODIFIERS = re.compile(
    f"(?:的|(?:{_PEOPLES})族|一名|一位|[0-9]+后|退休|离休|返聘|老年|老|困难|特困|普通|优秀|年轻|青年|一线|女|男|返乡|贫困|高龄"
    "|独居|空巢|残疾|特级|高级|资深|骨干|模范|下岗|留守)*$"
)
_LEFT = re.compile("退休|离休|下岗")
_BECAME = re.compile("(?:(?<![就还也都同])是|成为了?|成了|当上了?|当起了?)$")
_SUBJECT_GAP = re.compile("[。\n：“”]")
_AT_SCENE = re.compile("(?:在|来到|走进|深入|前往|到)(?:位于[^，。的]{2,10}的)?$")
_SHOP = re.compile("的?(?:生产|装配|加工|缝纫|数控|包装|总装)?(?:车间|厂房|一线|生产线)(?:里|内|上)?，")
_NEARBY = re.compile("^(?:村里|镇上|乡里|县里|当地|附近|家门口|本地|村内|村口|家附近)的?(?=..)")
_WORKING_AT = re.compile(
    "(?:^|[，。、；]|[在于])?在(?P<where>[\u4e00-\u9fffA-Za-z]{2,24}?)里?(?:务工|打工|上班|就业|做工|任教|就读)的[\u4e00-\u9fff]{0,4}$"
)
_WRITTEN = re.compile("(?:村|社区|小区|街道|嘎查|屯|寨)$")
_WRITTEN_REST = re.compile(
    "[\u4e00-\u9fff]{0,9}?(?<![的和与及在到是了有农])(?:村|社区|小区|街道|嘎查|屯|寨)(?:[0-9一二三四五六七八九十]+组)?"
)
_COUNTED = set("名位个户多余")
_LIVED_IN = re.compile("(?:村|社区|嘎查|屯|乡|镇|街道|苏木|县|(?<!自治)区|旗|市|小区)$")
_FIRM = ("村民", "居民", "社区居民", "贫困户", "脱贫户", "牧民", "渔民")
_EMPLOYER = re.compile(
    "(?:公司|厂|车间|企业|合作社|医院|卫生院|卫生室|学校|大学|中学|小学|幼儿园|学院|基地|[一二三四五六七八九十]中|支队|大队|局|所)$"
)
_INSTITUTE = re.compile("[\u4e00-\u9fff]{2,}(?:所|院|厂|站|分公司|支队)$")
_NEAR, _GAP, _SHORTEST = 46, 8, 3
_SURE, _LIKELY = 0.9, 0.75


def find_ties(annotated: Annotated) -> tuple[list[Tie], list[tuple[str, int, int]]]:
    """Find the ties of an article, and people called villagers of no place that the text tells."""
    finder = _Finder(annotated)
    people = People(annotated)
    found = {person.start: person for person in annotated.persons} | {p.start: p for p in people.aged()}
    for housed in people.housed():
        if housed.start >= annotated.article.body_start:
            found.setdefault(housed.start, housed)
            finder.living_in(housed)
    for called in people.called():
        if called.start >= annotated.article.body_start:
            found |= {p.start: p for p in called.people if p.start not in found}
            finder.by_calling(called)
    for start in sorted(found):
        if start >= annotated.article.body_start:
            finder.read(found[start])
    finder.at_home()
    for person, team, start, end in find_members(annotated, people):
        finder.add(person, "member_of", team, start, end)
    return finder.facts, finder.rejections


class _Finder:
    """Looks around callings and people for where they belong."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.text = annotated.article.full.text
        self.officials = {m.name for title in annotated.titles for m in title.persons}
        self.chains = place_chains(annotated.places)
        self.bodies = sorted(annotated.bodies, key=lambda body: body.end)
        self._body_ends = [body.end for body in self.bodies]
        self.facts: list[Tie] = []
        self.rejections: list[tuple[str, int, int]] = []
        self.seen: set[tuple[str, str, str]] = set()

    def by_calling(self, called: Called) -> None:
        """Add the ties of a calling, to the people it names or to the subject that it is said of."""
        text, at = self.text, called.start
        floor = self._sentence(at)
        modifiers = _MODIFIERS.search(text, max(floor, at - 12), at)
        at = modifiers.start() if modifiers else at
        if text[at - 1 : at] in _COUNTED and at > 0:
            return  # 5300名村民无一伤亡 counts them, it names nobody
        name_at = called.people[0].start if called.people else called.end
        if _HOME.search(text, max(floor, called.start - _NEAR), name_at):
            return  # told by where they live
        left = modifiers is not None and bool(_LEFT.search(modifiers.group()))
        if called.people:
            if called.role.of in {"place", "beside"}:
                self._living(called, at)
            elif not left:
                self._working(called, at)
        elif called.role.of == "body" and not left:
            self._said_of(called, at)

    def _living(self, called: Called, at: int) -> None:
        relation, word = called.role.relation, self.text[called.start : called.end]
        if word == "社区居民":
            at = called.start + 2  # 某某社区|居民
        name = self._place_before(at)
        if name is None and (called.role.of == "beside" or _WRITTEN.search(self.text, 0, at)):
            name = self._written(at)
            if name is None:
                return  # 某社区居民: of that community, which nobody knows, and of no other place
        if name is None and _INSIDE.search(self.text, self._sentence(called.start), called.start):
            return  # 在某厂，村民某某: told by where they work
        if name is None:
            name = self._last_local(at, within=None if word in _FIRM else self._sentence(at))
        if name is None and word in _FIRM:
            self.rejections.append(("resident of a place that the text does not name", called.start, called.end))
        for person in called.people:
            self.add(person, relation, name, self._chain_start(at))

    def _written(self, at: int) -> str | None:
        """Return the place written before a calling whose last part no table knows: 某区|某某社区."""
        chain = next((chain for chain in reversed(self.chains) if chain.end <= at), None)
        if chain is None or not _WRITTEN_REST.fullmatch(self.text, chain.end, at):
            return None
        return chain.name + self.text[chain.end : at]

    def living_in(self, person: Mention) -> None:
        """Add where somebody lives who is told by the place before: 某村的某某老人."""
        where = self._place_before(person.start - 1)
        self.add(person, "resident_of", where, self._chain_start(person.start - 1))

    def at_home(self) -> None:
        """Add where those live who are known by their work: 家住某镇的某某."""
        for name in sorted({fact.subject for fact in self.facts}):
            for found in re.finditer(f"(?:家住|住在|居住在)(?P<where>[\u4e00-\u9fff]{{2,20}}?)的{name}", self.text):
                person = Mention("person", found.end() - len(name), found.end(), name, name, "calling", _LIKELY)
                where = self._place_name(found.start("where"), found["where"])
                self.add(person, "resident_of", where, found.start())

    def _working(self, called: Called, at: int) -> None:
        body = self._body_before(at) or self._scene_before(called.start)
        if body is None:
            return
        within = self.text[body.end : at] if body.end <= at else ""
        # 某科学院甲虫所研究员 works at the institute, not at the academy as a whole.
        name = body.name + within if _INSTITUTE.search(within) else body.name
        for person in called.people:
            self.add(person, called.role.relation, name, body.start)

    def _said_of(self, called: Called, at: int) -> None:
        """Read 某某……现在是甲公司的师傅: the calling is said of the subject before."""
        body = self._body_before(at)
        if body is None or body.end > at or not _BECAME.search(self.text, 0, body.start):
            return
        before = [p for p in self.annotated.persons if p.end <= body.start]
        if not before:
            before = [p for p in People(self.annotated).aged() if p.end <= body.start]
        if before and not _SUBJECT_GAP.search(self.text, before[-1].end, body.start):
            self.add(before[-1], called.role.relation, body.name, before[-1].start, called.end)

    def read(self, person: Mention) -> None:
        """Add the ties that the words around a person tell."""
        if is_word(person.name) and person.how != "calling":
            return
        floor = max(self._sentence(person.start), person.start - _NEAR)
        before = self.text[floor : person.start]
        after = self.text[person.end : person.end + _NEAR].split("。")[0]
        if home := _HOME.search(before):
            where = self._place_name(floor + home.start("where"), home["where"])
            self.add(person, "resident_of", where, floor + home.start())
        elif _VILLAGER_OF.match(after):
            self.add(person, "resident_of", self._last_local(person.start), person.start)
        self._by_work(person, after)
        if worker := _WORKING_AT.search(before):
            start, end = floor + worker.start("where"), floor + worker.end("where")
            site = self._body_at(start, end) or self._place_at(start, end)
            self.add(person, "works_at", site, floor + worker.start())
        inside = _INSIDE.search(before)
        if inside and person.name not in self.officials and (before[-1:] != "，" or _AT_WORK.match(after)):
            self.add(person, "works_at", inside["where"].removeprefix("了"), floor + inside.start())

    def _by_work(self, person: Mention, after: str) -> None:
        if person.name in self.officials:
            return  # where somebody in office works, the office tells
        for shape in (_WORK, _HIRED):
            found = shape.search(after)
            if found and (after[:1] == "、" or after[found.end() : found.end() + 1] == "的"):
                continue  # 甲、在某厂打工的乙: told of the next
            if found and not re.search("[：“”]", after[: found.start("where")]):
                at = person.end + found.start("where")
                where = self._body_at(at, person.end + found.end("where")) or self._place_at(
                    at, person.end + found.end("where")
                )
                if where:
                    self.add(person, "works_at", where, person.start, person.end + found.end())

    def _sentence(self, at: int) -> int:
        return max(self.text.rfind("。", 0, at), self.text.rfind("\n", 0, at)) + 1

    def _body_before(self, at: int) -> Mention | None:
        """Return the body that ends where a calling begins, or a word before it: 某厂装配车间工人."""
        index = bisect_right(self._body_ends, at)
        body = self.bodies[index - 1] if index else None
        if body is None or at - body.end > _GAP or re.search("[，。；、：的和与]", self.text[body.end : at]):
            return None
        cut_short = len(longest(self.text, body.end - 1)[0]) > 1 and cuts(self.text, body.end)  # 某国环保部|门
        return None if cut_short or "前" in self.text[body.end : at] else body

    def _scene_before(self, at: int) -> Mention | None:
        """Return the body that the sentence is set in: 在某小学，……看望教师某某."""
        floor = self._sentence(at)
        for body in reversed(self.bodies[: bisect_right(self._body_ends, at)]):
            if body.start < floor:
                return None
            follows = self.text[body.end : body.end + 1] in set("，、里") or _SHOP.match(self.text, body.end)
            if _AT_SCENE.search(self.text, floor, body.start) and follows:
                return body if _EMPLOYER.search(body.text) else None
        return None

    def _body_at(self, start: int, end: int) -> str | None:
        """Return the body in a range: as written where it ends like one, else as completed."""
        if _EMPLOYER.search(self.text[start:end]):
            return _NEARBY.sub("", self.text[start:end])
        found = [body for body in self.annotated.bodies if start <= body.start and body.end <= end]
        return found[-1].name if found else None

    def _place_at(self, start: int, end: int) -> str | None:
        return next((chain.name for chain in self.chains if chain.start == start and chain.end >= end - 1), None)

    def _place_before(self, at: int) -> str | None:
        """Return the place that ends where 村民 begins, unless it is too wide to say where somebody lives."""
        return next((chain.name for chain in self.chains if chain.end == at and _LIVED_IN.search(chain.name)), None)

    def _chain_start(self, at: int) -> int:
        return next((chain.start for chain in self.chains if chain.end == at), at)

    def _last_local(self, at: int, within: int | None = None) -> str | None:
        floor = self.text.rfind("\n", 0, at) + 1 if within is None else within
        for chain in reversed(self.chains):
            if chain.end <= at and chain.name.endswith(LOCAL):
                return chain.name if chain.start >= floor else None
        return None

    def _place_name(self, start: int, where: str) -> str:
        end = start + len(where)
        chain = next((c for c in self.chains if c.start == start and c.end <= end), None)
        return chain.name + self.text[chain.end : end] if chain else where

    def add(self, person: Mention, relation: str, where: str | None, start: int, end: int | None = None) -> None:
        """Add a tie once."""
        name = plain_name(person.name)
        if not where or len(where) < _SHORTEST or (name, relation, where) in self.seen:
            return
        self.seen.add((name, relation, where))
        evidence = cite(self.annotated.article, min(start, person.start), max(end or person.end, person.end))
        sure = _SURE if person.confidence >= _LIKELY else _LIKELY
        self.facts.append(Tie(subject=name, relation=relation, object=where, evidence=evidence, confidence=sure))
