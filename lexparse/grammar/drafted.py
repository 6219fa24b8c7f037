"""From a draft and the wording that follows to a modification, or to one left unresolved.

A wording that bears another number than its target, or none where one is due, is not taken.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lexparse.grammar.command import COMMAND
from lexparse.grammar.content import AMENDS, CLOSES, OPENS, Content, number_of, split_at
from lexparse.grammar.operation import Draft, NotUnderstoodError
from lexparse.grammar.scope import COUNTED, Steps, target_of
from lexparse.records import Modification, Provision, Step
from lexparse.structure.markers import marker
from lexparse.text.span import Span

ACTIONS = {
    "new_edition": "substitution",
    "words_replaced": "replacement",
    "words_added": "insertion",
    "words_deleted": "repeal",
    "unit_inserted": "insertion",
    "unit_deleted": "repeal",
    "unit_repealed": "repeal",
    "act_repealed": "repeal",
    "renamed": "rename",
    "renumbered": "renumbering",
    "suspended": "suspension",
    "member_added": "insertion",
    "member_removed": "repeal",
}
RULES = {
    "new_edition": "<unit> in a new edition",
    "words_replaced": "words replaced in <unit>",
    "words_added": "words added to <unit>",
    "words_deleted": "words deleted from <unit>",
    "unit_inserted": "<unit> inserted",
    "unit_deleted": "<unit> deleted",
    "unit_repealed": "<unit> repealed",
    "act_repealed": "<act> repealed",
    "renamed": "<unit> renamed",
    "renumbered": "<unit> renumbered",
    "suspended": "<unit> suspended",
    "member_added": "<member> put into <composition>",
    "member_removed": "<member> taken out of <composition>",
}
UNREAD = "a command that was not understood"
NUMBERED = frozenset({"paragraph", "subparagraph"})
WITH_WORD = {"article": "бап", "chapter": "тарау", "part": "бөлім", "section": "параграф"}


def kind_of_unit(draft: Draft) -> str:
    """Return the kind of the unit that a draft changes, or of that which it inserts."""
    unit = draft.units[0] if draft.units else draft.path[-1] if draft.path else None
    return unit.kind if unit else "act"


def family_of(draft: Draft, content: Content | None) -> str:
    """Return the family that a draft belongs to: operation and kind of target."""
    unit = draft.units[0] if draft.units else draft.path[-1] if draft.path else None
    place = "act" if unit is None else unit.kind
    if unit and unit.kind in {"paragraph", "subparagraph", "article"}:
        place = "numbered"
    elif unit and unit.kind in COUNTED:
        place = "counted"
    elif unit and unit.kind in {"row", "column"}:
        counted = "ordinal" if unit.strength == "weak" else "number"
        place = f"{unit.kind}_{counted if unit.num else 'name' if unit.name else 'new'}"
    if draft.operation.startswith("member"):
        place = "composition"
    if len(draft.path) > 1 and draft.path[-2].kind == "legend":
        place = "legend_line"
    name = f"{draft.operation}/{place}"
    if draft.source is not None:
        name += "/attachment"
    broken = content is not None and not content.sure
    broken = broken or any(one and not one.sure for one in (draft.old, draft.new))
    return f"{name}/marks" if broken else name


def completed(
    text: str, drafts: list[Draft], content: Content | None, attachments: list[Provision]
) -> list[Modification]:
    """Return the modifications of one command. Raises ``NotUnderstoodError``."""
    if content and not content.sure and _commands_in(content.text):
        raise NotUnderstoodError("the new wording is not closed and holds a command")
    if content and "\n" in content.text and _never_closed(text, content):
        raise NotUnderstoodError("the new wording is never closed and has several lines")
    if content and not any(draft.brings for draft in drafts):
        raise NotUnderstoodError("quoted wording that the command does not speak of")
    parts = _parts(text, drafts, content)
    return [
        _modification(text, draft, part, content, attachments)
        for draft, part in zip(drafts, parts, strict=True)
    ]


def _never_closed(text: str, content: Content) -> bool:
    opened = OPENS.match(text, content.start, content.stop)
    return bool(opened) and not CLOSES.search(text, content.start, content.stop)


def _commands_in(wording: str) -> bool:
    return any(one.kind in AMENDS for one in COMMAND.find(wording))


def _parts(
    text: str, drafts: list[Draft], content: Content | None
) -> list[tuple[str, Span] | None]:
    """Share the new wording out among the drafts that bring one."""
    bringing = [draft for draft in drafts if draft.brings]
    if not bringing:
        return [None] * len(drafts)
    if content is None or not content.text.strip():
        raise NotUnderstoodError("no new wording follows")
    if len(bringing) < len(drafts):
        last = [None if not draft.brings else _checked(text, draft, content) for draft in drafts]
        if len(bringing) > 1:
            raise NotUnderstoodError("one wording for several commands")
        return last
    if len(drafts) == 1 or drafts[0].operation != "new_edition":
        return [_checked(text, draft, content) for draft in drafts]
    lines = content.text.split("\n")
    if len(lines) == len(drafts) and all(_is_named_row(draft) for draft in drafts):
        return [(line, content.inner) for line in lines]
    numbers = [draft.path[-1].num or "" if draft.path else "" for draft in drafts]
    spans = split_at(text, content.inner, numbers) if all(numbers) else None
    if spans is None:
        raise NotUnderstoodError("the wording cannot be shared out among its units")
    return [(text[span.start : span.stop], span) for span in spans]


def _is_named_row(draft: Draft) -> bool:
    return bool(draft.path) and draft.path[-1].kind == "row" and draft.path[-1].name is not None


def _checked(text: str, draft: Draft, content: Content) -> tuple[str, Span]:
    if draft.operation == "new_edition" and draft.path:
        _bears_number(draft.path, content.text)
    if draft.operation == "unit_inserted":
        _brings_units(text, draft.units, content)
    return content.text, content.inner


def _bears_number(path: Steps, wording: str) -> None:
    last = path[-1]
    if not last.num or last.kind in COUNTED | {"column", "attachment", "table"}:
        return
    word = WITH_WORD.get(last.kind)
    if word and re.match(rf"\s*{re.escape(last.num)}\s?-?\s?{word}", wording, re.IGNORECASE):
        return
    number = number_of(wording)
    if number is None and (last.kind not in NUMBERED or word):
        return
    if number != last.num:
        raise NotUnderstoodError(f"the wording bears the number {number}, its unit {last.num}")
    if last.kind in NUMBERED and any(_goes_on(line, last) for line in wording.split("\n")[1:]):
        raise NotUnderstoodError("the wording goes on to a further unit of the same kind")


def _goes_on(line: str, last: Step) -> bool:
    """Tell whether a line of the wording opens the unit behind ``last``."""
    opening = marker(line, 0, len(line))
    if opening is None or opening.kind != last.kind or not (opening.num and last.num):
        return False
    first, second = (re.findall(r"\d+", number) for number in (last.num, opening.num))
    return [int(part) for part in second] > [int(part) for part in first]


def _brings_units(text: str, units: Steps, content: Content) -> None:
    numbers = [one.num or "" for one in units]
    if units[0].kind in NUMBERED | {"row"} and all(numbers):
        table_row = units[0].kind == "row" and number_of(content.text) is None and len(units) == 1
        if not table_row and split_at(text, content.inner, numbers) is None:
            raise NotUnderstoodError("the wording does not hold the units that are inserted")


def _modification(
    text: str,
    draft: Draft,
    part: tuple[str, Span] | None,
    content: Content | None,
    attachments: list[Provision],
) -> Modification:
    found = Modification(
        rule=RULES[draft.operation],
        action=ACTIONS[draft.operation],
        act=draft.act,
        target=target_of(text, draft.path),
        operation=draft.operation,
        kind=kind_of_unit(draft),
        family=family_of(draft, content),
        position=draft.position,
        units=tuple(one.eid or "" for one in draft.units if one.eid),
        everywhere=draft.everywhere,
        extent=draft.extent,
        since=draft.since,
        until=draft.until,
        state="pending" if draft.act else "unresolved",
        reason=None if draft.act else "the act that is amended is not named",
    )
    if draft.old:
        span = draft.old.inner_start, draft.old.inner_stop
        found = replace(found, old=draft.old.wording(text), old_start=span[0], old_stop=span[1])
    if draft.new:
        span = draft.new.inner_start, draft.new.inner_stop
        found = replace(found, new=draft.new.wording(text), new_start=span[0], new_stop=span[1])
    if part:
        found = replace(found, new=part[0], new_start=part[1].start, new_stop=part[1].stop)
    return _sourced(found, draft.source, attachments)


def _sourced(found: Modification, source: str | None, attachments: list[Provision]) -> Modification:
    if source is None:
        return found
    held = attachment_of(source, attachments)
    if held is None:
        raise NotUnderstoodError("the attachment with the new wording is not in the act")
    return replace(found, source=held.eid, new_start=held.start, new_stop=held.stop)


def attachment_of(num: str, attachments: list[Provision]) -> Provision | None:
    """Return the attachment that a number names; without one, the only one there is."""
    if not num:
        return attachments[0] if len(attachments) == 1 else None
    return next((one for one in attachments if (one.num or "1") == num), None)
