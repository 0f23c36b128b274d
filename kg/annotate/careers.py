"""Careers: offices had one after another (历任A县副县长，B县委书记等职), all of whoever the paragraph is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.appointments import STOP, Before
from kg.language.name_evidence import surname_of
from kg.language.name_form import form_of
from kg.mention import Mention

if TYPE_CHECKING:
    from kg.annotate.office_units import Chain

_OPENS = re.compile("(?:历任|先后任|先后担任|曾先后任|曾先后担任|曾任|曾历任)")
_ABOUT = re.compile(
    "[ \u3000]*([\u4e00-\u9fff·]{2,12}?|[\u4e00-\u9fff][ \u3000]{1,4}[\u4e00-\u9fff])"
    "(?:同志(?!们)|(?=[，,](?:男|女)[，,]))"
)
_FORMS = {"han", "dotted", "people", "long"}
_ENDS = re.compile("[，、；](?:现任|现为)|等职")


def read_career(text: str, chain: Chain) -> Before | None:
    """Return whom an office in a list of former ones is of, None where the chain stands in no such list."""
    sentence = max((m.end() for m in STOP.finditer(text, max(0, chain.start - 400), chain.start)), default=0)
    opened = max(_OPENS.finditer(text, sentence, chain.start), key=lambda m: m.start(), default=None)
    if chain.persons or opened is None or _ENDS.search(text, opened.end(), chain.start):
        return None
    paragraph = text.rfind("\n", 0, sentence) + 1
    about = _ABOUT.match(text, paragraph, sentence) or _ABOUT.match(text, sentence, opened.start())
    if about is None:
        return None
    name = re.sub("[ \u3000]", "", about[1])
    if form_of(name) not in _FORMS or not (surname_of(name) or "·" in name or len(name) > 2):  # noqa: PLR2004
        return None
    person = Mention("person", about.start(1), about.end(1), about[1], name, "title", 0.93)
    return Before((person,), "former", dated=False)
