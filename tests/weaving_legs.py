"""A second weaver: articles set in legs of a column, headlines on any side, tables, captions, a staff of few reporters.

Its conventions are not those of `weaving`: a page keeps to one way of ending lines and of indenting, an article runs
over up to three legs which another's may part, lines may begin with a mark, ASCII may be as wide as Han characters.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from weaving import GIVEN, SURNAMES, Material, Woven

_ENDS = ("\n", "\n\n", "\n\n", "\n \n", "\r\n")
_INDENTS = ("", "", "　　", "  ")
_LEADS = (
    "本报讯（记者 {}）",
    "本报讯 （记者 {}） ",
    "本报讯（记者{} 通讯员 {}）",
    "本报6月3日讯（记者 {}）",
    "本报讯 记者{}报道：",
)
_OWN_LINES = ("□ 本报记者 {}", "本报记者 {} 通讯员 {}", "□记者 {}", "■ 本报首席记者 {}", "□ 本报见习记者 {} 文/图")
_TAILS = ("（记者 {}）", "（{} 摄影报道）", "（通讯员 {}）", "（记者 {} 通讯员 {}）")
_TABLES = (
    (
        "指标 单位 数值 增长",
        (
            "粮食产量 万吨 {} {}%",
            "城镇新增就业 人 {} {}%",
            "社会消费品零售总额 亿元 {} {}%",
            "固定资产投资 亿元 {} {}%",
        ),
    ),
    ("县区 数量 比例", ("甲县 {} {}%", "乙县 {} {}%", "丙区 {} {}%", "合计 {} {}%")),
)
_MASTHEADS = (
    ("汾阳新报", "2022年9月6日 星期二 壬寅年八月十一 第5127期 今日8版"),
    ("2023年3月16日 星期四", "国内统一连续出版物号：CN14-0099 代号21-99"),
    ("中共滨海市委机关报 滨海日报社出版 2021年11月2日 星期二",),
)  # fmt: skip
_IMPRINTS = (
    "社址：迎宾大道18号 邮编：033000 电话：0358-8230000 零售每份1.00元",
    "责编：石清扬 版式：孟一鸣 电话：8230011",
)


@dataclass(frozen=True)
class _Row:
    text: str
    owner: str | None
    heads: bool = False


class _Setting:
    """One page's conventions, and the dice."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - a test's dice
        self.end = self.rng.choice(_ENDS)
        self.indent = self.rng.choice(_INDENTS)
        self.marks_may_begin = self.rng.random() < 0.3
        self.ascii_width = self.rng.choice([0.5, 0.5, 1.0])
        self.stretched = self.rng.choice([0.0, 0.0, 0.05])
        self.around_digits = self.rng.random() < 0.4
        self.staff = [self.rng.choice(SURNAMES) + self.rng.choice(GIVEN) for _ in range(4)]

    def one_in(self, chance: float) -> bool:
        return self.rng.random() < chance

    def lines(self, paragraph: str, width: int) -> list[str]:
        out, line, room = [], self.indent, width - (2.0 if self.indent else 0.0)
        for char in paragraph:
            size = self.ascii_width if char.isascii() else 1.0
            if size > room and (self.marks_may_begin or char not in "，。、；：！？”）》"):
                out.append(line)
                line, room = "", float(width)
            line += char
            room -= size
        return [self.damaged(one) for one in [*out, line]]

    def damaged(self, line: str) -> str:
        if self.around_digits:
            line = re.sub(r"(?<=[\u4e00-\u9fff])(\d+)(?=[\u4e00-\u9fff])", r" \1 ", line)
        return " ".join(line.replace(" ", "")) if self.one_in(self.stretched) else line

    def credit(self, form: str) -> tuple[str, list[str]]:
        names = self.rng.sample(self.staff, form.count("{}"))
        return form.format(*names), names


def weave_legs(material: list[Material], seed: int) -> Woven:
    """Return a page of 3 to 8 of the articles; equal seeds give equal pages."""
    setting = _Setting(seed)
    rng = setting.rng
    page = Woven()
    chosen = rng.sample(material, min(len(material), rng.randint(3, 8)))
    feature = rng.choice([None, *chosen])
    top: list[_Row] = []
    foot: list[_Row] = []
    flows: list[list[list[_Row]]] = []
    for one in chosen:
        head, legs = _article(setting, page, one, feature=one is feature)
        side = rng.choice(["before", "before", "after", "after", "top", "foot"])
        if side == "before":
            legs[0] = head + legs[0]
        elif side == "after":
            legs[-1] = legs[-1] + head
        elif side == "top":
            top += head
        else:
            foot += head
        flows.append(legs)
    _print(setting, page, _masthead(setting) + top + _in_order(setting, flows) + foot + _imprint(setting))
    return page


def _in_order(setting: _Setting, flows: list[list[list[_Row]]]) -> list[_Row]:
    """Return the legs one after another; the legs of two neighbours may alternate."""
    order: list[list[_Row]] = []
    waiting = list(flows)
    while waiting:
        legs = waiting.pop(0)
        if len(legs) > 1 and waiting and setting.one_in(0.25):
            other = waiting.pop(0)
            for at in range(max(len(legs), len(other))):
                order += legs[at : at + 1] + other[at : at + 1]
        else:
            order += legs
    return [row for leg in order for row in leg]


def _article(setting: _Setting, page: Woven, one: Material, *, feature: bool) -> tuple[list[_Row], list[list[_Row]]]:
    rng, owner = setting.rng, one.name
    bare = setting.one_in(0.1)
    page.headlines[owner] = None if bare else re.sub(r"\s", "", one.headline)
    names = page.bylines.setdefault(owner, list(one.bylines))
    head = [] if bare else [_Row(line, owner, heads=True) for line in _headline(setting, one.headline)]
    paragraphs = list(one.paragraphs)
    if not one.bylines and not re.match("本报讯|□", paragraphs[0]):
        kind = rng.choice(["lead", "lead", "own", "tail", "none"])
        forms = {"lead": _LEADS, "own": _OWN_LINES, "tail": _TAILS, "none": ("",)}[kind]
        text, credited = setting.credit(rng.choice(forms))
        names += credited
        if kind == "lead":
            paragraphs[0] = text + paragraphs[0]
        elif kind == "own" and not bare:
            head.append(_Row(text, owner))
        elif kind == "own":
            del names[len(names) - len(credited) :]
        elif kind == "tail":
            paragraphs[-1] += text
    return head, _legs(setting, _body(setting, one, paragraphs, names, feature=feature))


def _body(setting: _Setting, one: Material, paragraphs: list[str], names: list[str], *, feature: bool) -> list[_Row]:
    rng, owner = setting.rng, one.name
    width = rng.randint(12, 30)
    rows: list[_Row] = []
    for number, paragraph in enumerate(paragraphs):
        if feature and number:
            clauses = [
                text for text in re.split(r"[，。；：、“”（）《》]", paragraph) if 4 <= len(text) <= min(9, width - 3)
            ]
            rows += [_Row(text, owner, heads=True) for text in clauses[: rng.randint(1, 2)]]
        rows += [_Row(line, owner) for line in setting.lines(paragraph, width)]
    if setting.one_in(0.12):
        title, forms = rng.choice(_TABLES)
        rows += [_Row(title, owner)]
        rows += [_Row(form.format(rng.randint(11, 9999), round(rng.uniform(1, 20), 1)), owner) for form in forms]
    if setting.one_in(0.15):
        who = rng.choice(setting.staff)
        names.append(who)
        caption = f"图为{rng.choice(['活动现场', '会议现场', '工人正在作业', '记者采访时的情景'])}。 记者 {who} 摄"
        jump = rng.choice(["", "（下转第3版）", "（下转2版）"])
        if setting.one_in(0.6):
            rows[-1] = _Row(f"{rows[-1].text} {jump}{caption}", owner)
        else:
            rows.append(_Row(jump + caption, owner))
    return rows


def _headline(setting: _Setting, headline: str) -> list[str]:
    rng = setting.rng
    parts = headline.split()
    if len(parts) > 1 and setting.one_in(0.3):
        lines = [headline] if len(headline) < 34 else parts
    else:
        lines = [line for part in parts for line in _broken(setting, part)]
    how = rng.random()
    if how < 0.1:
        return ["".join(run + run for run in re.split(r"([“”《》—]|\d+)", line) if run) for line in lines]
    if how < 0.16:
        return [line + line for line in lines]
    if how < 0.24:
        return [" ".join(line.replace(" ", "")) for line in lines]
    return lines


def _broken(setting: _Setting, part: str) -> list[str]:
    most = setting.rng.choice([12, 16, 22])
    if len(part) <= most:
        return [part]
    cut = min(most, (len(part) + 1) // 2)
    return [part[:cut], *_broken(setting, part[cut:])]


def _legs(setting: _Setting, rows: list[_Row]) -> list[list[_Row]]:
    count = setting.rng.randint(1, 3) if len(rows) > 24 else 1
    size = -(-len(rows) // count)
    return [rows[at : at + size] for at in range(0, len(rows), size)]


def _masthead(setting: _Setting) -> list[_Row]:
    return [_Row(text, None) for text in setting.rng.choice(_MASTHEADS)] if setting.one_in(0.4) else []


def _imprint(setting: _Setting) -> list[_Row]:
    return [_Row(_IMPRINTS[0], None)] if setting.one_in(0.3) else []


def _print(setting: _Setting, page: Woven, rows: list[_Row]) -> None:
    for row in rows:
        if page.raw:
            page.add(setting.end, None)
        if row.heads:
            page.headings.add(len(page.raw))
        page.add(row.text, row.owner)
    page.add("\n", None)
