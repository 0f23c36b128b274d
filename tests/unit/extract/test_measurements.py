"""A number tells what it counts, whom it describes, when it holds and what it is compared with."""

from __future__ import annotations

import pytest
from numbers_of_articles import measurements, refusals

Row = tuple[float, str, str]


def rows(text: str) -> list[Row]:
    """Return value, unit and indicator."""
    return [(m.value, m.unit, m.indicator) for m in measurements(text)]


CASES: list[tuple[str, list[Row]]] = [
    ("全县新建桥梁14座。", [(14, "座", "新建桥梁")]),
    ("全县建成标准化车间的村有57个。", [(57, "个", "建成标准化车间的村")]),
    ("截至目前，累计带动2318人外出务工。", [(2318, "人", "累计带动外出务工")]),
    ("共设桥梁39座、隧道6座。", [(39, "座", "设桥梁"), (6, "座", "隧道")]),
    ("其中农村劳动力14.2万人、大学生812人。", [(142_000, "人", "农村劳动力"), (812, "人", "大学生")]),
    ("全村有脱贫户96户431人。", [(96, "户", "脱贫户"), (431, "人", "脱贫户")]),
    ("来自沪苏浙的37家企业参会。", [(37, "家", "企业参会")]),
    ("用电量达3200万千瓦时，同比增长6.5%。", [(32_000_000, "千瓦时", "用电量"), (6.5, "%", "用电量同比增长")]),
    ("玉米单产达到每亩612公斤，提高8.4公斤。", [(612, "公斤", "玉米单产达到每亩"), (8.4, "公斤", "玉米单产提高")]),
    ("目前已探明天然气储量2000亿立方米。", [(200_000_000_000, "立方米", "探明天然气储量")]),
    ("覆盖率达到41.2%，高于全省平均水平（36.5%）。", [(41.2, "%", "覆盖率"), (36.5, "%", "全省平均水平")]),
    ("出口总额达1.8亿元人民币。", [(180_000_000, "元", "出口总额")]),
    ("出台近300项家政领域的地方标准。", [(300, "项", "出台地方标准")]),
    ("全县213处小微水体纳入流域治理。", [(213, "处", "小微水体")]),
    ("912人在太原、临汾等地稳定就业。", [(912, "人", "稳定就业")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_indicator_is_the_texts_own_words(text: str, expected: list[Row]) -> None:
    """What was counted stands before the number, after it, or with the number before."""
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("工业产值同比增长7.8%。", "growth"),
        ("固定资产投资下降3.1%。", "decline"),
        ("民营企业占全县企业总数的八成以上。", "share"),
        ("列养率提高到100%。", None),
        ("新增就业岗位800个。", None),
    ],
)
def test_a_change_is_told_from_a_level(text: str, change: str | None) -> None:
    """增长 7% is growth, 提高到 100% is a level, 新增 is a count."""
    assert [m.change for m in measurements(text)] == [change]


def test_a_period_dates_the_number_and_what_it_is_compared_with() -> None:
    """1至5月 has start, end and, under 同比, the same months a year before."""
    (found,) = measurements("1至5月，全县原煤产量同比增长4.2%。")
    assert (found.start, found.end, found.date, found.base) == ("2022-01", "2022-05", "2022-05", "2021-05")


def test_a_sentence_that_opens_with_a_month_dates_the_numbers_after_it() -> None:
    """The month that opens a paragraph's first sentence is that of the figures in the next."""
    (found,) = measurements("5月，全县工业稳中有进。规模以上工业增加值同比增长4.5%。")
    assert (found.date, found.base) == ("2022-05", "2021-05")


def test_a_place_that_is_only_pointed_at_is_not_taken_for_the_papers_seat() -> None:
    """全县 in a city's paper, with no county named, is nobody's: what it is about stays open."""
    assert [m.about for m in measurements("全县新修道路86公里，建成桥梁12座。", place="临汾市")] == [None, None]


def test_the_hour_of_beijing_is_no_place() -> None:
    """北京时间 tells the hour; the number is not about 北京市."""
    (found,) = measurements("北京时间14日15时，全镇受灾人数升至96人。", place="临汾市")
    assert found.about != "北京市"


def test_a_month_is_compared_with_the_month_before() -> None:
    """环比 of May looks at April."""
    (found,) = measurements("5月，全县原煤产量环比下降1.5%。")
    assert found.base == "2022-04"


def test_a_year_that_only_qualifies_one_number_does_not_date_the_next() -> None:
    """由2015年的82.1%提高到100%: only the first is of 2015."""
    text = "“十三五”期间，全县农村公路列养率由2015年的82.1%提高到100%。"
    assert [m.date for m in measurements(text)] == ["2015", "2020"]


def test_a_number_is_about_the_subject_of_its_clause() -> None:
    """A county named at the head of the clause owns its number, 全县 is the paper's own."""
    found = measurements("安泽县新增就业186人，全县新增就业5213人。")
    assert [(m.about, m.value) for m in found] == [("安泽县", 186), ("沁源县", 5213)]


def test_shares_are_given_back_to_those_they_belong_to() -> None:
    """A、B分别新增 gives each place its own number."""
    found = measurements(
        "安泽县、古县分别新增就业1120人和905人。",
    )
    assert [(m.about, m.value) for m in found] == [("安泽县", 1120), ("古县", 905)]


def test_a_number_of_a_named_project_is_about_the_project() -> None:
    """总投资1.2亿元的某项目: the project stands behind the number."""
    found = measurements("县城至灵空山公路改建工程竣工，该工程全长21.3公里，总投资1.2亿元。")
    assert {m.about for m in found} == {"县城至灵空山公路改建工程"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("培训为期15天。", "duration"),
        ("要力争全年增收5000万元。", "goal, not a measurement"),
        ("会议明确了12个方面。", "numeral of a slogan"),
        ("每天能卖三千多。", "number without unit"),
    ],
)
def test_what_looked_like_a_measurement_is_refused_with_its_reason(text: str, reason: str) -> None:
    """Durations, goals, slogans and numbers without a unit are none, and say so."""
    assert not measurements(text)
    assert reason in refusals(text)


def test_a_headline_does_not_repeat_the_body() -> None:
    """The body's number is the measurement; the headline's is told as not used."""
    text, headline = "全县建成车间57个。", "我县建成车间57个"
    assert len(measurements(text, headline)) == 1
    assert refusals(text, headline) == ["number in a headline"]


def test_evidence_holds_the_number() -> None:
    """Every measurement cites characters that contain its numerals."""
    (found,) = measurements("全县建成标准化车间57个。")
    assert "57个" in found.evidence[0].quote


def test_a_number_of_the_year_so_far_has_the_day_it_was_counted_on() -> None:
    """截至5月末，某镇今年新增 is dated by 5月末."""
    (one,) = measurements("截至5月末，灵空山镇今年新增市场主体130户。")
    assert (one.value, one.date) == (130, "2022-05")


def told(text: str) -> list[tuple[float, str, str | None]]:
    """Return value, indicator and change of each measurement."""
    return [(one.value, one.indicator, one.change) for one in measurements(text)]


def test_shares_behind_apart_go_back_to_what_was_counted() -> None:
    """与上年相比分别下降 gives each number before its own decline."""
    text = "去年，全县发生山火12起，过火面积30公顷，与上年相比分别下降40%和25%。"
    assert told(text)[2:] == [(40, "山火下降", "decline"), (25, "过火面积下降", "decline")]


def test_numbers_behind_apart_are_of_the_places_before() -> None:
    """甲镇、乙镇产量分别为 gives each place its own."""
    found = measurements("去年，郭道镇、王和镇粮食产量分别为5000吨和3200吨。")
    assert [(one.value, one.indicator, one.about) for one in found] == [
        (5000, "粮食产量", "郭道镇"),
        (3200, "粮食产量", "王和镇"),
    ]


def test_a_share_that_points_reach_is_a_share() -> None:
    """占比提升1.5个百分点至30.2% is a growth and the share it led to."""
    assert told("一季度，药材出口占比提升1.5个百分点至30.2%。") == [
        (1.5, "药材出口占比提升", "growth"),
        (30.2, "药材出口占比", "share"),
    ]


def test_no_indicator_begins_or_ends_in_the_middle_of_a_word() -> None:
    """内 is no 里 in 内地, 角 no part of 角逐, 部 no body in 部门."""
    assert told("内地对台湾出口15亿元。") == [(15e8, "内地对台湾出口", None)]
    assert told("60部短片角逐大奖。") == [(60, "短片", None)]
    assert [one.about for one in measurements("农业部门培训农民80人。")] == ["沁源县"]


def test_a_list_of_places_is_not_what_is_counted() -> None:
    """在甲镇、乙镇等7个乡镇 counts townships."""
    assert told("在王陶镇、郭道镇等7个乡镇开展试点。") == [(7, "乡镇", None)]


@pytest.mark.parametrize(
    "text",
    [
        "获得38.5%的选票。",
        "首次超过8万亿元。",
        "两人得票率都没有超过45%。",
        "甲集团以30亿元收购乙公司。",
        "距离开幕还有15天。",
        "他们来到了位于90米的塔顶。",
        "热线24小时开通。",
        "牢牢守住6亿亩红线。",
        "关系14亿多人的吃饭问题。",
    ],
)
def test_a_number_in_a_story_is_refused(text: str) -> None:
    """What names nothing that is counted is no measurement, and is told as refused."""
    assert measurements(text) == []
    assert refusals(text)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("灵空山抽水蓄能电站总投资60亿元，总装机容量90万千瓦。", "灵空山抽水蓄能电站"),
        ("县里与太岳公司签约年产5万吨药材项目。项目总投资3亿元。", "年产5万吨药材项目"),
        ("灵空山镇村民陶德顺说，药材好卖。去年他收入3.2万元。", "陶德顺"),
        ("第三届太岳冰雪节开幕。上届冰雪节接待游客5万人次。", "第三届太岳冰雪节"),
    ],
)
def test_a_number_is_about_its_own_subject(text: str, about: str) -> None:
    """The clause's own subject stands before a place named earlier."""
    assert {one.about for one in measurements(text) if one.indicator} == {about}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("造成2人死亡、6人受伤、1人下落不明。", [(2, "造成死亡"), (6, "受伤"), (1, "下落不明")]),
        ("调查员人数从最初的9名发展为120名。", [(9, "调查员人数"), (120, "调查员人数")]),
        ("林地面积从原有的3万亩扩大到了现在的8万亩。", [(30000, "林地面积"), (80000, "林地面积")]),
        ("招募12至14名预备队员。", [(12, "招募预备队员"), (14, "招募预备队员")]),
        ("举办20场春季招聘会，开展活动。", [(20, "举办春季招聘会")]),
        ("与9个省份合作开行20条线路。", [(9, "省份合作开行"), (20, "线路")]),
        ("通胀率进一步上升，达到8.0%。", [(8, "通胀率")]),
        ("狭义货币（M1）余额60亿元，同比增长2%。", [(60e8, "狭义货币余额"), (2, "狭义货币余额同比增长")]),
        ("贸易额较十年前增长116%。", [(116, "贸易额增长")]),
        ("路程由5个多小时缩短至2小时。", [(5, "路程"), (2, "路程")]),
        ("28节车厢装载了药材。", [(28, "车厢")]),
        ("12项指标中9项上升。", [(12, "指标"), (9, "上升")]),
        ("小麦收获已过七成。", [(70, "小麦收获")]),
        ("重点城市PM2.5浓度29微克/立方米。", [(29, "重点城市PM2.5浓度")]),
        ("陶德顺以9秒87的成绩夺冠。", [(9.87, "成绩")]),
        ("储气量较去年同期多2亿立方米。", [(2e8, "储气量较去年同期多")]),
    ],
)
def test_what_a_number_counts(text: str, expected: list[tuple[float, str]]) -> None:
    """An indicator is what stands before the verb, behind the number, or what the number before counted."""
    assert [(one.value, one.indicator) for one in measurements(text)] == expected


@pytest.mark.parametrize("text", ["快递3天之内送达。", "它是国家130项重大工程之一。"])
def test_reaches_and_names_hold_no_measurement(text: str) -> None:
    """之内 tells a reach, 之一 a number in a name."""
    assert measurements(text) == []


def test_what_a_number_counts_is_no_subject_of_the_next() -> None:
    """形成2个国家创新中心 counts centres: later figures are not about them."""
    found = measurements("全县形成2个国家产业创新中心、8家国家企业技术中心。去年，地区生产总值达到55亿元。")
    assert {one.about for one in found} == {"沁源县"}


def test_a_long_phrase_before_a_number_is_not_cut_in_a_word() -> None:
    """Of a long phrase the last whole words go to the noun."""
    (one,) = measurements("加快建设先进装备制造、石油化工、冶金新材料3个产业基地。")
    assert not one.indicator.startswith("金")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "城镇居民、农村居民人均可支配收入分别为21950元和12078元。",
            [(21950, "元", "城镇居民人均可支配收入"), (12078, "元", "农村居民人均可支配收入")],
        ),
        (
            "水稻、玉米播种面积分别达到5万亩和3万亩。",
            [(50_000, "亩", "水稻播种面积"), (30_000, "亩", "玉米播种面积")],
        ),
        ("出口额、进口额分别达到5万元和3万元。", [(50_000, "元", "出口额"), (30_000, "元", "进口额")]),
        (
            "该站安装4台单机容量30万千瓦的可逆式机组。",
            [(4, "台", "该站安装单机容量"), (300_000, "千瓦", "单机容量")],
        ),
        (
            "累计完成投资9.7亿元，其中今年完成6.3亿元。",
            [(970_000_000, "元", "累计完成投资"), (630_000_000, "元", "累计完成投资")],
        ),
        ("授予石青山等20人“首席工匠”称号。", [(20, "人", "首席工匠称号")]),
        ("青石近海发生6.1级地震。", [(6.1, "级", "发生地震")]),
        ("春耕备肥已到位7成。", [(70, "%", "春耕备肥已到位")]),
        ("冬小麦一二类苗比例达91.4%。", [(91.4, "%", "冬小麦一二类苗比例")]),
        ("他们三五人一组巡查。", []),
    ],
)
def test_more_that_numbers_count(text: str, expected: list[Row]) -> None:
    """分别, 其中, a nominal dimension, an honour, 发生, tenths in digits; 一二类 and 三五人 count nothing."""
    assert rows(text) == expected


def test_a_report_goes_on_with_its_period() -> None:
    """Figures of a later paragraph are of the period that the report opened with; other paragraphs are not."""
    text = "上半年，全县生产总值12亿元，同比增长4.1%。\n固定资产投资同比下降2.8%。\n县里建成桥梁14座。"
    assert [m.date for m in measurements(text)] == ["2022-06", "2022-06", "2022-06", None]


def test_the_year_so_far_ends_where_the_sentence_says() -> None:
    """截至10月底，19个省市今年实施…: up to October, though a count of who did it stands between."""
    found = measurements("截至4月底，19个援建省市今年实施援建项目1870个。")
    assert (1870, "2022-04") in [(m.value, m.date) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全县接待游客56万人次，恢复至2019年同期的83.2%。",
            [(560_000, "接待游客", None), (83.2, "接待游客恢复至2019年同期", None)],
        ),
        (
            "公共预算收入完成4.1亿元，为预算的101.2%，剔除退税因素后增长3.5%。",
            [
                (4.1e8, "公共预算收入完成", None),
                (101.2, "公共预算收入完成为预算", None),
                (3.5, "公共预算收入完成剔除退税因素后增长", "growth"),
            ],
        ),
        (
            "出游人数8万人次，按可比口径同比增长7.1%，较2019年增长4.1%。",
            [
                (80_000, "出游人数", None),
                (7.1, "出游人数按可比口径同比增长", "growth"),
                (4.1, "出游人数较2019年增长", "growth"),
            ],
        ),
        (
            "研发经费占生产总值的比重达到2.8%，比上年提高0.1个百分点。",
            [(2.8, "研发经费占生产总值的比重", "share"), (0.1, "研发经费占生产总值的比重比上年提高", "growth")],
        ),
        (
            "玉米平均亩产506.8公斤，增加4.2公斤；大豆产量3万吨，比上年增产0.4万吨。",
            [
                (506.8, "玉米平均亩产", None),
                (4.2, "玉米平均亩产增加", "growth"),
                (30_000, "大豆产量", None),
                (4_000, "大豆产量比上年增产", "growth"),
            ],
        ),
        (
            "全县快递业务量完成360万件，日均1万件，同比增长18.3%。",
            [
                (3.6e6, "快递业务量完成", None),
                (1e4, "快递业务量完成日均", None),
                (18.3, "快递业务量完成同比增长", "growth"),
            ],
        ),
        (
            "固定资产投资（不含农户）12亿元，同比增长3.2%。",
            [(12e8, "固定资产投资", None), (3.2, "固定资产投资同比增长", "growth")],
        ),
        (
            "贸易顺差3亿元，扩大10.3%；指数为53.2%，低于上月1.3个百分点。",
            [
                (3e8, "贸易顺差", None),
                (10.3, "贸易顺差扩大", "growth"),
                (53.2, "指数", None),
                (1.3, "指数低于上月", None),
            ],
        ),
        ("大班额占比由2019年的18.6%下降到0.4%。", [(18.6, "大班额占比", "share"), (0.4, "大班额占比", "share")]),
        ("全镇9.8万亩水稻已收割7成。", [(98_000, "水稻", None), (70, "水稻已收割", None)]),
        ("8亩樱桃园卖了11万多元。", [(8, "樱桃园", None), (110_000, "樱桃园卖", None)]),
        ("全县投入1280万元新建学校26所。", [(12_800_000, "投入", None), (26, "新建学校", None)]),
        ("惠及6100余户群众。", [(6100, "惠及群众", None)]),
        ("日工资80元到120元不等。", [(80, "日工资", None), (120, "日工资", None)]),
        ("3000多户养殖户户均增收2万元。", [(3000, "养殖户", None), (20_000, "户均增收", None)]),
        (
            "一季度，石油期货价格下跌3.28%，收于每桶102美元。",
            [(3.28, "石油期货价格下跌", "decline"), (102, "石油期货价格收于每桶", None)],
        ),
        ("发放“爱心礼包”1200份。", [(1200, "发放爱心礼包", None)]),
        ("开展“沁源月嫂”“太岳瓦工”等特色培训46期。", [(46, "开展特色培训", None)]),
        (
            "存栏牲畜8万头（只），其中牛2万头、羊6万只。",
            [(80_000, "存栏牲畜", None), (20_000, "牛", None), (60_000, "羊", None)],
        ),
        ("最低气温降至零下31.5℃。", [(-31.5, "最低气温", None)]),
        ("总投资超千万元项目17个。", [(17, "总投资超千万元项目", None)]),
        ("石青山等10人获评“太岳好人”。", [(10, "获评太岳好人", None)]),
    ],
)
def test_a_number_leans_on_what_was_counted_before(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    """Changes, shares and parts are of the number before; what only sorts, fills or bounds is no indicator."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "9月，全县汽车产销分别完成2850辆和2858辆，同比分别增长6.6%和9.5%。",
            [
                (2850, "汽车产量", None),
                (2858, "汽车销量", None),
                (6.6, "汽车产量增长", "growth"),
                (9.5, "汽车销量增长", "growth"),
            ],
        ),
        (
            "全县小麦单产、总产、面积分别达到492公斤、196吨和398亩。",
            [(492, "小麦单产", None), (196, "总产", None), (398, "面积", None)],
        ),
        (
            "签约项目108个、总投资56亿元，较上届分别增长12%和23%。",
            [
                (108, "签约项目", None),
                (56e8, "总投资", None),
                (12, "签约项目增长", "growth"),
                (23, "总投资增长", "growth"),
            ],
        ),
    ],
)
def test_apart_tells_the_numbers_of_a_list_from_each_other(
    text: str, expected: list[tuple[float, str, str | None]]
) -> None:
    """产销分别, a list of what is measured, and 较上届分别 give each number its own."""
    assert told(text) == expected
    assert {one.about for one in measurements(text)} == {"沁源县"}


def test_a_bound_before_a_list_is_that_of_every_number_in_it() -> None:
    """分别突破3500亿元、800亿元: both are passed."""
    found = measurements("鞋服、食品两大产业产值分别突破3500亿元、800亿元。")
    assert [one.comparator for one in found] == [">=", ">="]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("该村流转土地1260亩，建成果园3个。", None),
        ("安泽县、古县、浮山县等地部分水库降温8℃。", None),
        ("本次招聘会共有246家企业参加。", None),
        ("全县义务教育学校新增学位2400个。", "沁源县"),
        ("丹沁高速公路全长58公里，项目概算总投资98亿元。目前，路基工程完成87%。", "丹沁高速公路"),
        ("世界银行预计，全球经济增长2.9%。", "沁源县"),
        ("柏子镇柏子村果农陶延生家的苹果喜获丰收，套袋4.6万个。", "陶延生"),
        ("新能源项目17个。", "沁源县"),
    ],
)
def test_what_is_only_pointed_at_lends_no_number_its_name(text: str, about: str | None) -> None:
    """Nobody is made the subject whom the text does not name as one; who is, keeps the number."""
    assert {one.about for one in measurements(text) if one.unit not in {"公里", "元"}} == {about}


@pytest.mark.parametrize(
    "text", ["春节7天假期。", "要围绕7个方面28项任务。", "甲旗200万吨煤制烯烃项目。", "进入四分之一决赛。"]
)
def test_more_numbers_that_measure_nothing(text: str) -> None:
    """Holidays, slogans that go on, names that hold a capacity, rounds of a match."""
    assert measurements(text) == []


def test_a_number_of_now_has_the_day_of_publication() -> None:
    """从最初的5户发展到现在的236户: the former is of no known day, though a year stands in the sentence."""
    found = measurements("他2016年返乡，入社农户从最初的5户发展到现在的236户。")
    assert [(one.value, one.date) for one in found] == [(5, None), (236, "2022-06-15")]
