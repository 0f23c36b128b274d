"""What each stack of a printed page is: heading, byline, caption, furniture, or running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.segment.furniture import furniture_kind
from kg.segment.layout_stacks import HAN, across

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Box
    from kg.segment.layout_stacks import Kind, Stack

_LARGER, _MUCH_LARGER = 1.13, 1.5
_PROSE_LINES, _PROSE_WIDTH = 6, 10.0
_TITLE = re.compile(r".{0,8}(?:日报|晚报|晨报|早报|时报|新报|商报|周报|导报|快报|都市报|农民报|青年报|电讯|新闻报|报)")
_TOP = 0.25
_SUBTITLE = re.compile(r"^[—－\-–―]{1,4}(?=\S)")
_CAPTION = re.compile(
    r"^(?:[▲▼△▽↑↓←→◀▶]|[（(]?[上下左右本小大]?图\s?(?:片?[为：:]|[①-⑩]))"
    r"|(?:摄影?|供图|图/文|[（(](?:资料|效果|档案|视频)(?:图片?|照片?|截图)[）)])[）)]?$"
)
_BELOW_PICTURE = 1.6
_CAPTION_LINES = 5
_SMALLER = 0.96
_NEAR, _SUBTITLE_SIZE, _SUBTITLE_LINES = 1.9, 1.03, 3
_KICKER_GAP, _CLEARLY_LARGER, _CENTRED, _SAME, _KICKER_LINES = 1.2, 1.2, 0.8, 0.04, 2
_INDENT, _EVEN, _HALF = (1.6, 2.4), 0.5, 0.5
_GOES_ON = ("，", "、", "；")


def name_kinds(stacks: Sequence[Stack], size: float, height: float, pictures: Sequence[Box]) -> None:
    """Set the kind of each stack; `size` is the running text's."""
    for stack in stacks:
        stack.kind = _kind_of(stack, size)
        if stack.kind == "heading" and _is_title(stack, size, height):
            stack.kind, stack.reason = "furniture", "masthead"
    for stack in stacks:
        if stack.kind == "body" and _is_caption(stack, size, pictures):
            stack.kind, stack.reason = "caption", "caption"
    for stack in stacks:
        if stack.kind == "heading" and _is_within_text(stack, stacks):
            stack.kind = "body"
    headings = [stack for stack in stacks if stack.kind in ("heading", "down")]
    for stack in sorted(stacks, key=lambda one: one.box[1]):
        if stack.kind == "body" and _is_subtitle(stack, headings, size) and not _opens_column(stack, stacks):
            stack.kind = "heading"
            headings.append(stack)


def _kind_of(stack: Stack, size: float) -> Kind:  # noqa: PLR0911 - one answer for each kind
    setting = stack.printed[0].setting
    if setting == "turned":
        stack.reason = "turned text"
        return "turned"
    larger = stack.size > _LARGER * size
    if setting == "down":
        if larger and not _is_prose(stack, size):
            return "down"
        stack.reason = "vertical text"
        return "turned"
    if all(line.furniture or not line.text for line in stack.read):
        stack.reason = next(str(line.furniture) for line in stack.read if line.furniture)
        return "caption" if stack.reason in ("caption", "photo credit") else "furniture"
    if all(line.boxed for line in stack.read):
        return "byline"
    if larger and HAN.search(stack.text) and not _is_prose(stack, size):
        return "heading"
    if furniture_kind(stack.text) is not None:
        stack.reason = str(furniture_kind(stack.text))
        return "furniture"
    return "body"


def _is_prose(stack: Stack, size: float) -> bool:
    """Say whether a stack is running text, however large: it has full stops, or many long lines."""
    if "。" in stack.text:
        return True
    long = len(stack.lines) >= _PROSE_LINES and stack.width > _PROSE_WIDTH * stack.size
    return long and stack.size < _MUCH_LARGER * size


def _is_title(stack: Stack, size: float, height: float) -> bool:
    """Say whether a stack is the paper's own name at the top of its first page."""
    large = stack.size > 2 * size and stack.box[1] < _TOP * height
    return large and len(stack.lines) == 1 and _TITLE.fullmatch(stack.text) is not None


def _is_caption(stack: Stack, size: float, pictures: Sequence[Box]) -> bool:
    if len(stack.lines) > _CAPTION_LINES:
        return False
    is_open = not stack.stops(len(stack.lines) - 1) and not stack.is_short(len(stack.lines) - 1, 3.0)
    below = not stack.is_indented(0) and any(
        -0.5 * size <= stack.box[1] - picture[3] <= _BELOW_PICTURE * size
        and stack.box[0] >= picture[0] - size
        and stack.box[2] <= picture[2] + size
        for picture in pictures
    )
    written = "".join(stack.written)
    worded = _CAPTION.search(written) is not None or (below and written.endswith("摄影报道"))
    return worded or (below and (stack.size < _SMALLER * size or (len(stack.lines) == 1 and not is_open)))


def _is_subtitle(stack: Stack, headings: Sequence[Stack], size: float) -> bool:
    """Say whether a stack is a line of a headline that is set no larger than the text: below it, short, centred."""
    prose = "，" in stack.text or stack.is_indented(0) or any(stack.stops(at) for at in range(len(stack.lines)))
    if len(stack.lines) > _SUBTITLE_LINES or (prose and not _SUBTITLE.match(stack.text)):
        return False
    for heading in headings:
        near = -0.5 * stack.size <= stack.box[1] - heading.box[3] <= _NEAR * stack.size
        if near and across(stack.box, heading.box) > 0.5:  # noqa: PLR2004 - more than half
            small = stack.size <= _SUBTITLE_SIZE * size and not _stands_under(stack, heading)
            centred = abs(stack.middle - heading.middle) < stack.size and not small
            if _SUBTITLE.match(stack.text) or (centred and not stack.text.endswith(_GOES_ON)):
                return True
    return any(_is_kicker(stack, heading) for heading in headings)


def _opens_column(stack: Stack, stacks: Sequence[Stack]) -> bool:
    """Say whether a line is set in as a paragraph of the text right below it, and does not stand in its middle."""
    if len(stack.lines) > 1 or _SUBTITLE.match(stack.text):
        return False
    for one in stacks:
        below = one.kind == "body" and 0 <= one.box[1] - stack.box[3] <= _NEAR * stack.size and len(one.lines) > 1
        if below and abs(one.size - stack.size) < _SAME * stack.size and across(one.box, stack.box) > _HALF:
            left, right = stack.box[0] - one.box[0], one.box[2] - stack.box[2]
            if _INDENT[0] * stack.size <= left <= _INDENT[1] * stack.size and abs(left - right) > _EVEN * stack.size:
                return True
    return False


def _is_within_text(heading: Stack, stacks: Sequence[Stack]) -> bool:
    """Say whether a line stands between two texts of one column that are set as large as it is."""
    if len(heading.lines) > 1:
        return False
    near = [
        one for one in stacks
        if one.kind == "body" and one.inside == heading.inside and abs(one.size - heading.size) < _SAME * heading.size
        and one.box[0] <= heading.box[0] and one.box[2] >= heading.box[2]
    ]  # fmt: skip
    reach = _NEAR * heading.size
    above = any(-1 <= heading.box[1] - one.box[3] <= reach for one in near)
    return above and any(-1 <= one.box[1] - heading.box[3] <= reach for one in near)


def _is_kicker(stack: Stack, heading: Stack) -> bool:
    """Say whether a stack is a line over a headline that is set no larger than the text: right above it, centred."""
    gap = heading.box[1] - stack.box[3]
    near = -0.5 * stack.size <= gap <= _KICKER_GAP * stack.size
    return near and _stands_under(stack, heading) and not stack.text.endswith(_GOES_ON)


def _stands_under(stack: Stack, heading: Stack) -> bool:
    """Say whether a line or two are clearly smaller than a headline and in its middle."""
    smaller = heading.kind == "heading" and heading.size > _CLEARLY_LARGER * stack.size
    return smaller and len(stack.lines) <= _KICKER_LINES and abs(stack.middle - heading.middle) < _CENTRED * stack.size
