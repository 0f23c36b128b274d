"""Who is who: places valid on the day, bodies in one form, persons never by name alone."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.judgement import Judgement, Verdict
from kg.resolve import resolve
from kg.resolve.persons import own_id
from tests.unit.invented import event, record, tenure

if TYPE_CHECKING:
    from kg.record import Record
    from kg.resolution import Resolution

CITY, COUNTY = "吕梁市", "交城县"


def place_of(name: str, *others: str, **meta: str | None) -> tuple[str, dict[str, object]]:
    """Return what a place's name denotes in an article that names others beside it."""
    found = resolve([record("a", event("visit", None, "张三", places=(name, *others)), **meta)])
    entity = found.entities[found.denoted["a"].places[name]]
    return entity.name, dict(entity.props)


def body_of(name: str, **meta: str | None) -> tuple[Resolution, str]:
    """Return what a body's name denotes."""
    found = resolve([record("a", tenure("张三", name, "主任"), **meta)])
    return found, found.denoted["a"].bodies[name]


def persons(found: Resolution) -> dict[tuple[str, str], str]:
    """Return person ids by article and name."""
    return {(article, name): one for article, names in found.denoted.items() for name, one in names.persons.items()}


# --- places -----------------------------------------------------------------------------------------------------------
def test_a_division_is_the_one_valid_on_the_day() -> None:
    """The same name in another year is another division: before 2018 长治市 had a 城区, not a 潞州区."""
    assert place_of("长治市城区", published="2016-04-12")[1]["code"] == "140402"
    assert place_of("长治市潞州区", published="2021-04-12")[1]["code"] == "140403"


def test_a_shared_name_is_settled_by_what_surrounds_it() -> None:
    """朝阳区 in a paper of 长春市 is that city's; with 北京市 in the text it is the capital's; alone it is nobody's."""
    assert place_of("朝阳区", place="长春市")[1]["code"] == "220104"
    assert place_of("朝阳区", "北京市")[1]["code"] == "110105"
    assert place_of("朝阳区")[1] == {"code": None, "level": "county", "valid_from": None, "valid_to": None}


def test_a_short_name_of_a_province_is_the_province() -> None:
    """吉林 alone is the province, 吉林市 the city in it."""
    assert place_of("吉林")[0] == "吉林省"
    assert place_of("吉林市")[0] == "吉林市"


def test_a_village_lies_in_its_township_and_county() -> None:
    """离石区吴城镇九里湾村 is a village in a township in a district in a city in a province."""
    found = resolve([record("a", event("visit", None, "张三", places=("离石区吴城镇九里湾村",)))])
    around = {bond.source: bond.target for bond in found.bonds if bond.type == "PART_OF"}
    node, chain = found.denoted["a"].places["离石区吴城镇九里湾村"], []
    while node:
        chain.append(found.entities[node].name)
        node = around.get(node, "")
    assert chain[-4:] == ["吴城镇", "离石区", "吕梁市", "山西省"]
    assert chain[0].endswith("九里湾村")


def test_a_venue_lies_where_the_event_does() -> None:
    """A park without a place in its name lies in the event's one area, else in the paper's seat."""
    one = record("a", event("visit", None, "张三", places=("长治市",), sites=("湖心公园",)), place=CITY)
    two = record("b", event("visit", None, "张三", sites=("湖心公园",)), place=CITY)
    found = resolve([one, two])
    around = {bond.source: found.entities[bond.target].name for bond in found.bonds if bond.type == "PART_OF"}
    assert around[found.denoted["a"].places["湖心公园"]] == "长治市"
    assert around[found.denoted["b"].places["湖心公园"]] == CITY


def test_a_name_that_begins_with_a_short_form_keeps_it() -> None:
    """北京大学 is no 大学 of the city, and 山西大学 no body of the province."""
    assert place_of("北京大学")[0] == "北京大学"
    found, node = body_of("山西大学")
    assert found.entities[node].name == "山西大学"


def test_the_short_and_the_long_name_of_a_place_in_one_article_are_one() -> None:
    """香溪社区 after 离石区香溪社区 is that one."""
    found = resolve([record("a", event("visit", None, "张三", places=("离石区香溪社区", "香溪社区")))])
    assert len(set(found.denoted["a"].places.values())) == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [("河南周口郸城县", "411625"), ("芜湖繁昌区", "340212"), ("景德镇", "360200"), ("内蒙古", "150000")],
)
def test_short_forms_lead_to_what_lies_in_them(name: str, code: str) -> None:
    """A short form before a division that lies in it is that one above it."""
    assert place_of(name)[1]["code"] == code


@pytest.mark.parametrize("name", ["和平医院", "吕梁山", "南京路"])
def test_a_short_form_does_not_break_a_name(name: str) -> None:
    """What only begins like a division is a name of its own."""
    assert place_of(name)[0] == name


@pytest.mark.parametrize("name", ["两地", "当地", "该县", "现场"])
def test_a_word_that_points_is_no_place(name: str) -> None:
    """Nothing in the graph is called 当地."""
    found = resolve([record("a", event("visit", None, "张三", places=(name,)))])
    assert found.denoted["a"].places == {}


# --- bodies -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "forms",
    [
        ("中共吕梁市委", "吕梁市委", "中国共产党吕梁市委员会", "山西省吕梁市委"),
        ("吕梁市人民政府", "吕梁市政府"),
        ("吕梁市人力资源和社会保障局", "吕梁市人社局", "吕梁人社局"),
        ("吕梁市发展和改革委员会", "吕梁市发改委", "吕梁市发展改革委"),
        ("吕梁市人民代表大会常务委员会", "吕梁市人大常委会"),
        ("中国人民政治协商会议吕梁市委员会", "政协吕梁市委员会", "吕梁市政协"),
        ("中共吕梁市纪律检查委员会", "吕梁市纪委"),
        ("共青团吕梁市委员会", "共青团吕梁市委"),
    ],
)
def test_the_forms_of_a_body_are_one_body(forms: tuple[str, ...]) -> None:
    """Long, short and party forms denote one body, in one article and in several."""
    found = resolve([record(str(n), tenure("张三", form, "主任"), place=CITY) for n, form in enumerate(forms)])
    assert len({node for names in found.denoted.values() for node in names.bodies.values()}) == 1


def test_the_same_body_elsewhere_is_another() -> None:
    """Every place has its own 教育局; without a place it is that of the paper's seat."""
    found = resolve(
        [
            record("a", tenure("张三", "教育局", "局长"), place=CITY),
            record("b", tenure("张三", "教育局", "局长"), place="长治市"),
            record("c", tenure("张三", "教育局", "局长"), place=CITY),
        ]
    )
    ids = [found.denoted[article].bodies["教育局"] for article in "abc"]
    assert ids[0] == ids[2] != ids[1]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("吕梁市委", "party_committee"),
        ("吕梁市委组织部", "department"),
        ("吕梁市政府", "government"),
        ("吕梁市人大常委会", "congress"),
        ("吕梁市政协", "conference"),
        ("吕梁市纪委监委", "discipline"),
        ("吕梁市发改委", "department"),
        ("外交部", "department"),
        ("共青团山西省委", "mass_organization"),
        ("吕梁市妇联", "mass_organization"),
        ("清源大学", "school"),
        ("青峦科技有限公司", "enterprise"),
        ("俄罗斯", "state"),
        ("吕梁军分区", "military"),
        ("吕梁市中级人民法院", "court"),
        ("联合国安理会", "international"),
    ],
)
def test_a_body_has_the_kind_that_its_name_ends_in(name: str, kind: str) -> None:
    """Kinds come from the table of endings."""
    found, node = body_of(name, place=CITY)
    assert found.entities[node].props["kind"] == kind


def test_a_department_is_part_of_its_committee_or_government() -> None:
    """市委组织部 is part of 市委 by its name, 市教育局 of 市政府 where that is known; 税务局 is not."""
    names = ("吕梁市委组织部", "吕梁市教育局", "吕梁市税务局", "吕梁市政府")
    found = resolve([record("a", *(tenure("张三", name, "主任") for name in names))])
    called = {one.id: one.name for one in found.entities.values()}
    parts = {called[bond.source]: called[bond.target] for bond in found.bonds if bond.type == "PART_OF"}
    assert parts["吕梁市委组织部"] == "吕梁市委"
    assert parts["吕梁市教育局"] == "吕梁市政府"
    assert "吕梁市税务局" not in parts


# --- persons ----------------------------------------------------------------------------------------------------------
def test_a_name_alone_is_nobody() -> None:
    """Two people of one name in different places, bodies and company stay two, and the doubt is written down."""
    found = resolve(
        [
            record("a", tenure("张伟", "吕梁市教育局", "局长"), place=CITY),
            record("b", tenure("张伟", "长治市教育局", "局长"), place="长治市", source="沧宁晚报"),
        ]
    )
    assert len(set(persons(found).values())) == 2
    assert [one.verdict for one in found.decisions] == [Verdict.UNSURE]


def test_an_office_a_body_or_the_lead_of_a_place_make_one_person() -> None:
    """市长, then 市委书记 of the same city: one person, and the decision says why."""
    found = resolve(
        [
            record("a", tenure("张伟", "吕梁市政府", "副市长")),
            record("b", tenure("张伟", "吕梁市人民政府", "市长"), source="沧宁晚报", published="2022-01-01"),
            record("c", tenure("张伟", "中共吕梁市委", "书记"), source="沧宁晚报", published="2023-01-01"),
        ]
    )
    assert len(set(persons(found).values())) == 1
    assert all(one.reasons[0] == "name 张伟" for one in found.decisions)


def test_a_deputy_of_a_great_body_is_not_told_by_it() -> None:
    """Two 全国人大代表 of one name in papers of two places are not one person for that."""
    found = resolve(
        [
            record("a", tenure("张伟", "全国人大", "代表"), place=CITY),
            record("b", tenure("张伟", "全国人大", "代表"), place="长治市"),
        ]
    )
    assert len(set(persons(found).values())) == 2


def test_a_name_without_office_joins_whom_the_paper_s_place_fits() -> None:
    """Named without a title in the city's paper, he is the city's one official of that name; of two, neither."""
    known = record("a", tenure("张伟", "吕梁市政府", "市长"), place=CITY)
    bare = record("b", event("meeting", None, "张伟"), place=CITY)
    assert len(set(persons(resolve([known, bare])).values())) == 1
    other = record("c", tenure("张伟", "吕梁市第一中学", "校长"), place=CITY)
    assert len(set(persons(resolve([known, bare, other])).values())) == 3


def test_company_settles_who_is_meant() -> None:
    """Where two of the same people are named beside him again, it is he."""
    found = resolve(
        [
            record(
                "a", tenure("张伟", "长治市政府", "市长"), event("meeting", None, "张伟", "李明", "王芳"), place=None
            ),
            record("b", event("meeting", None, "张伟", "李明", "王芳"), place=CITY),
        ]
    )
    assert len({one for (_, name), one in persons(found).items() if name == "张伟"}) == 1


def test_people_s_judgements_come_first() -> None:
    """Same joins what the rules leave apart, different parts what they join; both by any id that was ever given."""
    apart = [
        record("a", tenure("张伟", "吕梁市教育局", "局长")),
        record("b", tenure("张伟", "长治市教育局", "局长")),
    ]
    ids = sorted(set(persons(resolve(apart)).values()))
    same = Judgement.about(*ids, Verdict.SAME, by="读者")
    joined = resolve(apart, [same])
    assert len(set(persons(joined).values())) == 1

    together = [record(name, tenure("张伟", "吕梁市政府", "市长")) for name in "ab"]
    keys = [("a", 0, "张伟"), ("b", 0, "张伟")]
    different = Judgement.about(own_id(keys[0]), own_id(keys[1]), Verdict.DIFFERENT, by="读者")
    assert len(set(persons(resolve(together)).values())) == 1
    assert len(set(persons(resolve(together, [different])).values())) == 2


def test_a_superseded_id_lives_on() -> None:
    """When a smaller mention comes in, the person's id changes, and the one before is kept as a former one."""
    late = record("b", tenure("张伟", "吕梁市政府", "市长"))
    first = resolve([late])
    (old,) = set(persons(first).values())
    second = resolve([record("a", tenure("张伟", "吕梁市政府", "市长")), late], before=first.mentions)
    (new,) = set(persons(second).values())
    assert new != old
    assert second.entities[new].former_ids == (old,)


NAMES = ("张伟", "李明", "王芳")
BODIES = ("吕梁市政府", "吕梁市教育局", "长治市委", "清源大学", "全国人大")
POSTS = ("市长", "局长", "书记", "代表")
FACTS = st.one_of(
    st.builds(tenure, st.sampled_from(NAMES), st.sampled_from(BODIES), st.sampled_from(POSTS)),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(lambda who: event("meeting", None, *who)),
)


@st.composite
def corpora(draw: st.DrawFn) -> list[Record]:
    """Return a few articles about people whose names come again."""
    count = draw(st.integers(1, 6))
    places = st.sampled_from((None, CITY, "长治市"))
    return [
        record(f"r{n}", *draw(st.lists(FACTS, max_size=3)), place=draw(places), source=draw(st.sampled_from("甲乙")))
        for n in range(count)
    ]


@settings(max_examples=60, deadline=None)
@given(corpora(), st.randoms())
def test_the_order_of_records_does_not_matter(records: list[Record], random: object) -> None:
    """Entities, bonds, who denotes whom and every decision are the same in any order."""
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = resolve(records), resolve(shuffled)
    assert one.entities == other.entities
    assert one.bonds == other.bonds
    assert one.denoted == other.denoted
    assert one.decisions == other.decisions


@settings(max_examples=40, deadline=None)
@given(corpora(), st.data())
def test_what_people_part_stays_parted(records: list[Record], data: st.DataObject) -> None:
    """Two mentions judged different are never one person, whatever the rules would say."""
    keys = sorted(key for those in resolve(records).mentions.values() for key in those)
    pairs = [pair for pair in itertools.combinations(keys, 2) if pair[0][2] == pair[1][2]]
    if not pairs:
        return
    one, other = data.draw(st.sampled_from(pairs))
    found = resolve(records, [Judgement.about(own_id(one), own_id(other), Verdict.DIFFERENT)])
    holder = {key: person for person, those in found.mentions.items() for key in those}
    assert holder[one] != holder[other]
