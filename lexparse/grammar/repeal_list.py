"""Lists of acts that lose force: a lead, then an act a line, below it or in an attachment.

Literal forms: ``Мыналардың күші жойылды деп танылсын:``, ``қосымшаға сәйкес … кейбір бұйрықтарының
күші жойылды``, ``мәслихаттың мынадай шешімдерінің күші жойылды: 1) 2016 жылғы 22 желтоқсандағы №
10-42 «T»;`` (the kind of act stands in the lead alone).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lexparse.grammar.carrier import LISTED_ACTS, filled
from lexparse.grammar.cessation import repealed
from lexparse.grammar.command import Command
from lexparse.grammar.identity import DATE_START, KIND_WORD, NUMBER, date_at, kind_of, number_of
from lexparse.grammar.named import CLOSERS, OPENERS
from lexparse.grammar.operation import Draft
from lexparse.grammar.quotation import title_after
from lexparse.grammar.scope import Scope
from lexparse.grammar.target import Line, mentions
from lexparse.records import Reference

DATE = re.compile(rf"\W*(?={DATE_START})")


def lists_acts(line: Line, verbs: Sequence[Command]) -> bool:
    """Tell whether the acts that lose force are listed below or in an attachment."""
    if len(verbs) > 1:
        return False
    found = mentions(line, line.start, line.stop)
    named = any(one.kind in {"act", "step"} for one in found)
    before = line.blank[: verbs[0].stop - len(verbs[0].text)]
    return not named and bool(LISTED_ACTS.search(before))


def kind_listed(blank: str) -> str | None:
    """Return the kind of the acts that a lead speaks of: ``шешімдерінің`` is ``decision``."""
    found = KIND_WORD.search(blank)
    return kind_of(found) if found else None


def repeals(
    text: str, line: Line, kind: str | None = None, named: Reference | None = None
) -> list[Draft]:
    """Return the acts and units that a line names, all of which lose force.

    ``kind`` is what the lead of the list says; an item may give date, number and title alone.
    ``named`` is the act of the item above: ``көрсетілген бұйрықпен бекітілген`` means it.
    """
    bare = _bare_act(text, line, kind) if kind else None
    if bare and not any(one.start < bare.stop for one in line.references):
        return [Draft("act_repealed", (), act=bare)]
    found = mentions(line, line.start, line.stop)
    found = filled(line, line.start, line.stop, found, context=False)
    return repealed(text, found, Scope(named))


def _bare_act(text: str, line: Line, kind: str) -> Reference | None:
    start = DATE.match(text, line.start, line.stop)
    date = date_at(text, start.end()) if start else None
    gap = re.compile(r"[\w\s.-]{0,8}?(?=№)").match(text, date.stop) if date else None
    number = NUMBER.match(text, gap.end(), line.stop) if gap else None
    if not (start and date and number):
        return None
    at = number.end() + (text[number.end() : line.stop][:1] == " ")
    title = title_after(text, at, line.stop)
    # The title of an amending act quotes that of the act it amended: its marks do not balance.
    rest = text[number.end() : line.stop].strip(" .;,")
    if rest and not (rest[0] in OPENERS + '"' and rest[-1] in CLOSERS + '"'):
        return None
    return Reference(
        start=start.end(),
        stop=number.end(),
        text=text[start.end() : number.end()],
        rule="<date> № <number> of a list",
        kind=kind,
        date=date.date,
        number=number_of(number),
        title=title.text if title else None,
    )
