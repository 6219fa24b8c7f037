"""Whether the Kazakh and the Russian edition of one amending act command the same.

Both are authentic (Constitution, art. 7; Law № 480-V of 6 April 2016, art. 24). Only the Kazakh
one is read to commands; of the Russian one the verbs are counted, paragraph by paragraph:
``изложить``, ``заменить``, ``дополнить``, ``исключить``, ``признать утратившим силу``,
``приостановить``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from lexparse.amend.reconciliation import Disagreement
from lexparse.amend.version import Version
from lexparse.grammar.command import COMMAND
from lexparse.records import Provision
from lexparse.structure.walk import units

RUSSIAN = {
    "substitute": re.compile(r"\bизложить\b", re.IGNORECASE),
    "replace": re.compile(r"\bзамени(?:ть|в)\b", re.IGNORECASE),
    "supplement": re.compile(r"\bдополни(?:ть|в)\b", re.IGNORECASE),
    "delete": re.compile(r"\bисключи(?:ть|в)\b", re.IGNORECASE),
    "repeal": re.compile(r"\b(?:утративш\w+\s+силу|отменить)\b", re.IGNORECASE),
    "suspend": re.compile(r"\bприостанови(?:ть|в)\b", re.IGNORECASE),
}
SAME = {"add": "supplement"}
NAMES = {
    "substitute": "new editions",
    "replace": "replacements",
    "supplement": "additions",
    "delete": "deletions",
    "repeal": "repeals",
    "suspend": "suspensions",
}


def disagreeing(kazakh: Version, russian: Version) -> list[Disagreement]:
    """Return the paragraphs of an amending act whose two editions command different things."""
    ours = {one.eid: one for one, _ in units(kazakh.provisions)}
    theirs = {one.eid: one for one, _ in units(russian.provisions)}
    found = []
    for eid in ours.keys() & theirs.keys():
        kk = _kazakh(kazakh.document.text, ours[eid])
        ru = _russian(russian.document.text, theirs[eid])
        if (kk or ru) and kk != ru:
            found.append(
                Disagreement(
                    "editions_disagree",
                    eid,
                    f"the Kazakh edition has {_told(kk)}, the Russian {_told(ru)}",
                )
            )
    return sorted(found, key=lambda one: one.eid or "")


def _own(unit: Provision) -> Iterable[tuple[int, int]]:
    return ((one.text_start, one.text_stop) for one in unit.walk() if one.kind != "quoted")


def _kazakh(text: str, unit: Provision) -> Counter[str]:
    kinds: Counter[str] = Counter()
    for span in _own(unit):
        kinds.update(SAME.get(one.kind, one.kind) for one in COMMAND.find(text, *span))
    return Counter({kind: kinds[kind] for kind in RUSSIAN if kinds[kind]})


def _russian(text: str, unit: Provision) -> Counter[str]:
    kinds: Counter[str] = Counter()
    for span in _own(unit):
        kinds.update({kind: len(verb.findall(text, *span)) for kind, verb in RUSSIAN.items()})
    return +kinds


def _told(kinds: Counter[str]) -> str:
    return ", ".join(f"{number} {NAMES[kind]}" for kind, number in sorted(kinds.items())) or "none"
