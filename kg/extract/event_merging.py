"""One happening, one event: what several sentences and the headline tell is put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.event_drafts import same_names

if TYPE_CHECKING:
    from kg.extract.event_drafts import Draft, When

_TRIPS = {"inspection", "visit"}
_KIN = (
    {"inspection", "visit"},
    {"ceremony", "establishment"},
    {"ceremony", "signing"},
    {"ceremony", "training"},
    {"lecture", "training"},
    {"meeting", "lecture"},
    {"activity", "meeting"},
    {"activity", "ceremony"},
    {"condolence", "inspection"},
    {"condolence", "visit"},
    {"meeting", "talks"},
)
_LIKE = 0.5
_LIKE_ACROSS = 0.62
_LIKE_SHARED = 0.3
_MEETINGS = {"meeting", "activity", "training", "investigation", "appointment"}
_LIKE_WORKS = 0.8
_BARE_PAPER = re.compile("(?:有关|相关|上述|该|战略|合作|框架)*(?:协议|合同|备忘录|文件|意向书|协议书|合作协议)")
_STARTING = re.compile("(?:开工|启动|奠基|动员|誓师|揭牌|开幕|竣工|通车)(?:动员|誓师)?大?会$")
_SOON = 2
_BARE = 4
_DAY = len("2021-04-08")


def alike(left: str, right: str) -> float:
    """Return how far two topics share their characters (Dice), in [0, 1]."""
    a, b = set(left), set(right)
    return 2 * len(a & b) / max(1, len(a) + len(b))


def akin(left: str, right: str) -> bool:
    """Say whether one happening may be called by both kinds."""
    return left == right or any(left in pair and right in pair for pair in _KIN)


def meets(left: When, right: When) -> bool:
    """Say whether two times may be one."""
    if not left.begin or not right.begin:
        return True
    if left.begin[: len(right.begin)] == right.begin or right.begin[: len(left.begin)] == left.begin:
        return True
    first, second = sorted((left, right), key=lambda when: when.begin or "")
    return bool(first.finish and second.begin and second.begin <= first.finish)


def find_earlier(draft: Draft, told: list[Draft], *, headline: bool = False) -> Draft | None:
    """Return the earlier draft that tells the same happening, or None."""
    for earlier in reversed(told):
        if (
            earlier.modality == draft.modality
            and meets(earlier.when, draft.when)
            and _same(earlier, draft, headline=headline)
        ):
            return earlier
    return None


def _same(earlier: Draft, draft: Draft, *, headline: bool) -> bool:
    if draft.kind == "investigation" and earlier.kind == "investigation":
        # …由市监委给予其开除公职处分: whom it names by a pronoun alone was named before.
        return not draft.persons() or bool(same_names(earlier.persons(), draft.persons()))
    started = earlier.kind == "ceremony" and _STARTING.search(draft.topic) and not draft.when.told
    if started or not akin(earlier.kind, draft.kind):  # 工程开工动员。P主持开工动员会
        return bool(started) and draft.sentence - earlier.sentence <= _SOON
    like = alike(earlier.topic, draft.topic)
    shared = same_names(earlier.persons(), draft.persons())
    if headline:
        return bool(shared) or like >= _LIKE or (draft.weak and earlier.kind == draft.kind)
    if draft.weak:  # who goes somewhere is told by name: another name, another trip
        return bool(shared) or not draft.acting() or earlier.kind not in _TRIPS | {"condolence"}
    if earlier.kind == draft.kind or {earlier.kind, draft.kind} <= _TRIPS | {"condolence"}:
        return _same_kind(earlier, draft, like, shared)
    # 会前，P接见与会代表 is no part of the meeting.
    apart = {earlier.kind, draft.kind} == {"meeting", "talks"} and earlier.sentence != draft.sentence
    return not apart and like >= _LIKE_ACROSS and (bool(shared) or not draft.persons() or not earlier.persons())


def _same_kind(earlier: Draft, draft: Draft, like: float, shared: set[str]) -> bool:
    new_day = draft.when.told and earlier.when.told and draft.sentence != earlier.sentence
    one_breath = earlier.sentence == draft.sentence
    actors = bool(same_names(earlier.acting(), draft.acting()))
    match earlier.kind:
        case _ if earlier.kind != draft.kind and "condolence" in {earlier.kind, draft.kind}:
            # Condolence within a trip is one with it in one breath, or where it goes on to a county told before.
            on_the_way = draft.kind == "inspection" and not new_day and bool(set(draft.places) & set(earlier.places))
            same = (one_breath and actors) or (
                on_the_way and bool(shared) and draft.sentence - earlier.sentence <= _SOON
            )
        case "inspection" | "visit" | "condolence":
            same = actors or not (draft.acting() or draft.bodies)
        case "lecture":
            same = bool(shared) and not new_day
        case "talks" | "signing":
            others = earlier.persons() > shared and draft.persons() > shared  # 会见A时…会见B时
            like_enough = like >= _LIKE and not (draft.kind == "talks" and others)
            within = draft.kind == "talks" and draft.persons() <= earlier.persons()  # 分别会见A、B。会见A时…
            same = bool(shared) and not new_day and (one_breath or len(shared) > 1 or like_enough or within)
            same = same or (draft.kind == "signing" and not new_day and _signed_before(earlier, draft))
        case "publication":
            same = (
                like >= _LIKE_WORKS
                or bool(_works(earlier) & _works(draft))
                or draft.topic.startswith(("该", "此", "本"))
            )
        case "recognition" if one_breath:  # 授予A甲称号，授予B乙称号: one giving of honours
            same = bool(shared) or not (draft.when.told and earlier.when.told and draft.when != earlier.when)
        case "campaign":
            same = like >= _LIKE or (like >= _LIKE_SHARED and not (earlier.roles and draft.roles))
        case _:
            bare = one_breath and earlier.kind == "activity" and len(draft.topic) <= _BARE  # 志愿服务，为居民义诊
            bare = bare or (len(draft.topic) <= _BARE and earlier.topic.endswith(draft.topic))  # …启动式。启动式在…
            same = (
                bare
                or like >= _LIKE
                or (earlier.kind in _MEETINGS and one_breath and bool(shared) and like >= _LIKE_SHARED)
            )
    return same


def _signed_before(earlier: Draft, draft: Draft) -> bool:
    """Say whether 协议 in a later sentence is the one that was just told to be signed, by whom it did not say."""
    bare = _BARE_PAPER.fullmatch(draft.topic) is not None
    return bare and (not earlier.persons() or not draft.persons()) and 0 < draft.sentence - earlier.sentence <= _SOON


def _works(draft: Draft) -> set[str]:
    return set(re.findall("《[^》]+》", draft.topic))


def same_day(when: When) -> bool:
    """Say whether the time is known to the day."""
    return when.begin is not None and len(when.begin) >= _DAY
