"""The sentences of an article: which there are, which of them are headlines, and which are worth reading for events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.outlines import BODY, PERSON, PLACE, TIME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.extract.outlines import Outline
    from kg.page import Article

_SENTENCE = re.compile("[^。！？!?\n]+[。！？!?]?[”’」』）)]*")
_STOPS = "。！？：；，”）)"
_NAMES_ONE = re.compile("会|论坛|学习|班")
_TELLS = re.compile(
    f"[^，。]{{0,12}}(?:[{PERSON}{BODY}{PLACE}]|[俄乌美英法德日韩以伊土][^，。]{{0,6}}称|称|宣布|批评|表示|升级|持续|致|调查)"
)
# What a sentence without any word of the grammar may still add to what was told: people, times, stops, scenes.
_ADDS = re.compile(f"[{PERSON}{TIME}]|走进|来到|前往|参观|登上|(?:(?<=\n)|{TIME}，){BODY}|的{PLACE}")
_DEMANDS = ("会议强调", "会议指出", "会议要求", "会议认为", "会议号召", "会议提出", "要", "必须")
_LONGEST_HEAD = 60


class Passages:
    """The sentences of one article; all positions are those of its outline."""

    def __init__(self, outline: Outline, article: Article, evokes: Callable[[int, int], bool]) -> None:
        """Take the article, its outline, and what says whether a stretch has any word of the grammar."""
        self.outline = outline
        self.article = article
        self.evokes = evokes
        self.repeated = _repeated_headline(article.full.text, article.body_start)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield where each sentence stands; a headline that the body repeats is one of its own."""
        for match in _SENTENCE.finditer(self.outline.text):
            start, end = match.start(), match.end()
            if self.repeated and self.outline.start_of(start) < self.repeated < self.outline.end_of(end):
                cut = next(at for at in range(start, end) if self.outline.start_of(at) >= self.repeated)
                yield start, cut
                start = cut
            if end - start > 1 or self.outline.text[start] == BODY:
                yield start, end

    def is_headline(self, start: int, end: int) -> bool:
        """Say whether a line is the headline of the next brief."""
        text = self.outline.text
        line = text.find("\n", start) == end and text[end - 1] not in _STOPS and end - start <= _LONGEST_HEAD
        return line and self.starts_paragraph(start) and self._names_one(start, end)

    def _names_one(self, start: int, end: int) -> bool:
        text = self.outline.text
        # A national programme strings short news together; in a local paper such a line heads a part of one article.
        brief = self.article.meta.place is None and self._ends_paragraph(start)
        if brief and _TELLS.match(text, start, end):
            return True
        return self.evokes(start, end) or _NAMES_ONE.search(text, start, end) is not None

    def _ends_paragraph(self, start: int) -> bool:
        """Say whether a finished paragraph stands before."""
        return start > 1 and self.outline.text[start - 2] in _STOPS

    def starts_paragraph(self, start: int) -> bool:
        """Say whether a line begins there."""
        return start == 0 or self.outline.text[start - 1] == "\n"

    def is_worth_reading(self, start: int, end: int, *, told: bool) -> bool:
        """Say whether a sentence may tell of an event, or add to one `told` before."""
        text = self.outline.text
        if text.startswith(_DEMANDS, start, end):
            return False
        if told and _ADDS.search(text, start, end):
            return True
        return self.evokes(start, end)


def _repeated_headline(full: str, body: int) -> int:
    """Return where a headline that the body repeats without a stop ends in the full text, or 0."""
    wanted = "".join(full[:body].split())
    if not wanted:
        return 0
    matched = 0
    for at in range(body, len(full)):
        if full[at].isspace():
            continue
        if full[at] != wanted[matched]:
            return 0
        matched += 1
        if matched == len(wanted):
            return at + 1
    return 0
