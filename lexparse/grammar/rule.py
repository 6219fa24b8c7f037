"""What a grammar is: named rules over text, the longest reading winning where two overlap.

A rule's name is written to be read aloud (``"<n> working days from <event>"``): ``explain``
prints it and every record stores it. A grammar's examples live in its TOML twin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

R = TypeVar("R")
Reading = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and how its match is read; ``read`` returns ``None`` for a false hit.

    ``read`` gives the record's own fields; ``start``, ``stop``, ``text`` and ``rule`` are added
    by the grammar. It may give ``start`` and ``stop`` itself to narrow the span.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Reading | None]


@dataclass(frozen=True, slots=True)
class Grammar(Generic[R]):
    """All rules for one kind of thing.

    ``anchor`` is a cheap pattern that any text with a match must contain; where it is absent
    no rule is tried.
    """

    name: str
    record: Callable[..., R]
    rules: Sequence[Rule]
    anchor: re.Pattern[str] | None = None

    def find(self, text: str, start: int = 0, stop: int | None = None) -> list[R]:
        """Return the records read in ``text[start:stop]``, in order, none overlapping."""
        stop = len(text) if stop is None else stop
        if self.anchor and not self.anchor.search(text, start, stop):
            return []
        hits: list[tuple[int, int, int, re.Match[str], Rule]] = []
        for order, rule in enumerate(self.rules):
            hits.extend(
                (match.start(), -match.end(), order, match, rule)
                for match in rule.pattern.finditer(text, start, stop)
            )
        hits.sort(key=lambda hit: hit[:3])
        found: list[R] = []
        behind = start
        for first, _, _, match, rule in hits:
            if first < behind:
                continue
            reading = rule.read(match)
            if reading is None:
                continue
            fields = {
                "start": match.start(),
                "stop": match.end(),
                "text": match.group(),
                **reading,
            }
            if "start" in reading or "stop" in reading:
                fields["text"] = text[fields["start"] : fields["stop"]]
            found.append(self.record(rule=rule.name, **fields))
            behind = fields["stop"]
        return found
