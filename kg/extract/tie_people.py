"""Ordinary people by their callings: 村民甲, 牧民乙、丙, 35岁的丁.

The recogniser of names looks for offices and honorifics; here a calling leads to a name or to a list of names, and an
age leads to one that stands in the text again.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.language.lexicon import Lexicon
from kg.language.name_evidence import element_at, follower_at, is_transliterated, surname_of
from kg.language.names import read_name
from kg.language.words import cut, cuts_word, longest, tag
from kg.mention import Mention
from kg.values import value
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.mention import Annotated

_TWICE = 2
_SHORT, _LONG = 2, 3
_THRESHOLD = 0.75
_LISTED_SCORE = 0.6
_TAIL = re.compile("(?<=..)(?:家中|家里|家|老人)$|(?<=...)[以对]$")
_CLOSED = re.compile("[\u4e00-\u9fff]{2,3}?(?=获|夺|说|介绍|告诉|表示|，|一边|正在)")
_OLD = re.compile("[\u4e00-\u9fff]{2,3}(?=老人|大爷|大妈|大娘|夫妇|夫妻|一家)")
_BEFORE_NAME = re.compile("(?:代表)?(?:[（(][^（）()\n]{1,12}[）)])?(?:[0-9]{2}岁的)?")
_APPOSITION = re.compile("(?:代表)?、[^，。；、\n]{2,16}?(?:[0-9]{2}岁的)?")
_JOINT = re.compile("、|和|与|以及")
_ITEM = re.compile("[\u4e00-\u9fff]{2,4}(?=[、和与及，。；等（(\n]|$)|[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})+")
_ITEM_WHOLE = re.compile("[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})+")
_CONFIDENCE = 0.75
_NEVER_IN = re.compile("^们|[在的第是于之此各每]|..[对向]$|族$")
_FUNCTION = set("dpcru")
_SPEAKS = re.compile("说|表示|告诉|介绍|坦言|、|获|夺")
_REACH = 15
_LISTED = set("、等获夺说")


@value
class Role:
    """What a calling says: the relation, and where the object is looked for (place or body)."""

    relation: str
    of: str


@value
class Called:
    """A calling at `[start, end)` and the people it names."""

    start: int
    end: int
    role: Role
    people: tuple[Mention, ...]


@cache
def _roles() -> Lexicon[Role]:
    return Lexicon({row["role"]: Role(row["relation"], row["of"]) for row in read_table("tie_words")})


@cache
def _aged() -> re.Pattern[str]:
    surnames = sorted({row["surname"] for row in read_table("surnames")}, key=lambda name: (-len(name), name))
    return re.compile(f"[0-9]{{2}}岁的(?=(?:{'|'.join(surnames)})[\u4e00-\u9fff])")


@cache
def _housed() -> re.Pattern[str]:
    surnames = sorted({row["surname"] for row in read_table("surnames")}, key=lambda name: (-len(name), name))
    return re.compile(
        f"(?<=[村镇乡区道寨屯查])的(?P<name>(?:{'|'.join(surnames)})[\u4e00-\u9fff]{{1,2}}?)"
        "(?=，?(?:今年|现年)[0-9]{2}岁|，[0-9]{2}岁|老人|大爷|大妈)"
    )


def plain_name(name: str) -> str:
    """Return a name without what the sentence hangs on it: 某某家中, 某某老人."""
    return _TAIL.sub("", name)


class People:
    """Reads the people of an article."""

    def __init__(self, annotated: Annotated) -> None:
        """Begin with those already found."""
        self.text = annotated.article.full.text
        self.known = {person.start: person for person in annotated.persons}
        self._taken = {at for person in annotated.persons for at in range(person.start, person.end)}

    def called(self) -> Iterator[Called]:
        """Find the callings of the article, each with the people it names (or none)."""
        for start, end, role in _roles().find(self.text):
            if len(longest(self.text, start)[0]) > end - start:
                continue  # 居民楼, 学生会
            people = self._named_after(end)
            # 汽车工程 holds no 车工.
            yield Called(start, end, role, () if people and cuts_word(self.text, start, end) else people)

    def aged(self) -> Iterator[Mention]:
        """Find the people told by an age whom the text names again."""
        for aged in _aged().finditer(self.text):
            for size in (_LONG, _SHORT):
                name = self.text[aged.end() : aged.end() + size]
                if self.text.count(name) >= _TWICE and not is_word(name):
                    again = (m.start() for m in re.finditer(name, self.text))
                    yield from (_mention(name, at) for at in again if at not in self._taken)
                    break

    def housed(self) -> Iterator[Mention]:
        """Find the people told by a place and an age: 某村的某某今年48岁, 某村的某某老人."""
        for found in _housed().finditer(self.text):
            if not is_word(found["name"]):
                yield self.known.get(found.start("name")) or _mention(found["name"], found.start("name"))

    def _named_after(self, end: int) -> tuple[Mention, ...]:
        lead = _BEFORE_NAME.match(self.text, end)
        names = self.list_at(lead.end() if lead else end)
        if names or not (apposition := _APPOSITION.match(self.text, end)):
            return names
        # 村民、致富带头人某某: who stands behind the second calling is known already.
        reach = range(apposition.end(), apposition.end() + _REACH)
        person = next((self.known[at] for at in reach if at in self.known), None)
        between = self.text[end : person.start] if person else "。"
        return () if person is None or re.search("[，。；\n]", between) else (person,)

    def list_at(self, at: int) -> tuple[Mention, ...]:
        """Return the people whose names begin at `at`: one, or several that are listed."""
        first = self._one_at(at)
        if first is None:
            return ()
        out = [first]
        while joint := _JOINT.match(self.text, out[-1].end):
            following = self.item_at(joint.end())
            if following is None:
                break
            out.append(following)
        return tuple(out)

    def item_at(self, at: int) -> Mention | None:
        """Return the person who stands in a list at `at`."""
        if at in self.known:
            return None if _NEVER_IN.search(self.known[at].text) else self.known[at]
        item = _ITEM.match(self.text, at)
        if item is None and element_at(self.text, at):
            found = read_name(self.text, at)
            return _mention(found.name, at) if found and found.score >= _LISTED_SCORE else None
        return self._one_at(at) if item is None else self._item(at, item)

    def _item(self, at: int, item: re.Match[str] | None) -> Mention | None:
        if item is None:
            return None
        name = re.split("[和与及等]", item.group())[0]
        known = surname_of(name) or "·" in name or element_at(self.text, at)
        named = len(name) >= _SHORT and known and not is_word(name) and not _NEVER_IN.search(name)
        return _mention(name, at) if named else None

    def whole(self, start: int, end: int) -> Mention | None:
        """Return the person whose name fills a range of a list."""
        person = self.known.get(start)
        if person is not None and person.end == end:
            return person
        name = self.text[start:end]
        return _mention(name, start) if _ITEM_WHOLE.fullmatch(name) else None

    def _one_at(self, at: int) -> Mention | None:
        known = self.known.get(at)
        person = known or self._read(at)
        if person is None or _NEVER_IN.search(person.text):
            return None
        name = person.text
        named = surname_of(name) or "·" in name or element_at(self.text, at) or is_transliterated(name)
        # 游客迎春接福 is all words.
        strange = known is not None and any(len(word) == 1 for word in cut(name))
        if not named and not strange and not (len(name) <= _SHORT and _SPEAKS.match(self.text, person.end)):
            return None
        # 群众路线, 教师周转房 name nobody: a word wants behind it what follows names.
        told = bool(follower_at(self.text, person.end)) or self.text[person.end : person.end + 1] in _LISTED
        word, kind = longest(self.text, at)
        if word != name and kind[:1] in _FUNCTION:
            return None  # 村民曾经靠
        common = bool(word) and not kind.startswith(("nr", "ns", "nz")) and not element_at(self.text, at)
        begins = common and len(word) < len(name)
        if is_word(name) and self.text[person.end : person.end + 1] == "、":
            # 群众安置、救助 names nobody; in a list of people a word is a name.
            told = person.end + 1 in self.known
        told = told and (not (begins or is_word(name)) or bool(_SPEAKS.match(self.text, person.end)))
        return person if told or not (begins or is_word(name)) else None

    def _read(self, at: int) -> Mention | None:
        """Read a name that the recogniser of names left aside."""
        old = _OLD.match(self.text, at)
        if old and surname_of(old.group()) and not is_word(old.group()):
            return _mention(old.group(), at)
        found = read_name(self.text, at, least=_THRESHOLD)
        if found is None or found.score < _THRESHOLD or found.end in self._taken:
            closed = _CLOSED.match(self.text, at)
            return _mention(closed.group(), at) if closed else None
        return Mention("person", at, found.end, self.text[at : found.end], found.name, "calling", _CONFIDENCE)


def is_word(name: str) -> bool:
    """Say whether a name is an ordinary word as well (路线, 党员)."""
    kind = tag(name)
    return kind != "" and not kind.startswith("nr")


def _mention(name: str, start: int) -> Mention:
    return Mention("person", start, start + len(name), name, name, "calling", _CONFIDENCE)
