"""Acts and units that lose force, or are without effect for a time.

Literal forms: ``… № 1177 қаулысының 2-тармағының күші жойылды``, ``қағидалары 10-тармағының,
6-тармағының 5) тармақшасының``, ``қолданысы 2024 жылғы 2 қыркүйектен бастап 2025 жылғы 1
қыркүйекке дейін тоқтатыла тұрсын``, ``1 қыркүйек - 31 мамыр аралығында``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from lexparse.grammar.date import DATE
from lexparse.grammar.operation import Draft, NotUnderstoodError
from lexparse.grammar.scope import Chain, Scope, Steps, chained
from lexparse.grammar.target import Mention
from lexparse.records import Reference

CLOCK = re.compile(r"\s*(?:дағы|дегі)?\s*сағат\s+\d{1,2}[:.]\d{2}(?:-?[гғқк][ае]|-?[дт][ае]н)?")


def repealed(text: str, found: list[Mention], scope: Scope) -> list[Draft]:
    """Return the acts and units that lose force: each act alone or with the units behind it."""
    read: list[Draft] = []
    act, paths = scope.act, [scope.path]
    base: list[Steps] = paths
    alone: Mention | None = None
    for part in chained(text, found):
        if isinstance(part, Chain):
            alone = None
            paths, base = _repealed_paths(part, paths, base)
            if part.case in {"loc", "attr"}:
                base = paths
            else:
                read += [Draft("unit_repealed", path, act=act) for path in paths]
        elif part.kind in {"act", "base"}:
            read += _whole(act, alone)
            act = part.reference or act
            alone, paths, base = part, [()], [()]
        elif part.kind != "source":
            raise NotUnderstoodError(
                f"words that no rule reads: «{text[part.start : part.stop][:80]}»"
            )
    return read + _whole(act, alone)


def _whole(act: Reference | None, alone: Mention | None) -> list[Draft]:
    """Return the repeal of an act with no unit behind it; a dative leads to its attachment."""
    if alone is None:
        return []
    if alone.case in {"dat", "loc", "abl", "acc"}:
        raise NotUnderstoodError("an act in a case that no repeal has")
    return [Draft("act_repealed", (), act=act)]


def _repealed_paths(
    part: Chain, paths: list[Steps], base: list[Steps]
) -> tuple[list[Steps], list[Steps]]:
    """Return the units that a chain names, and what those that follow are looked for in."""
    if part.case not in {"gen", "nom", "loc", "attr"}:
        raise NotUnderstoodError("a unit in a case that no repeal has")
    paths = part.on(base if part.case in {"gen", "nom"} else paths)
    if part.mentions[0].kind == "carrier" or part.mentions[0].steps[0].kind == "attachment":
        # `қағидалары 10-тармағының, 6-тармағының`: the rules hold for all that follow.
        base = Chain(part.mentions[:1]).on(base)
    return paths, base


def suspended(text: str, found: list[Mention], scope: Scope, span: tuple[int, int]) -> list[Draft]:
    """``6-тармағының қолданысы 2024 жылғы 2 қыркүйектен бастап … дейін тоқтатыла тұрсын``."""
    since = until = None
    for day in DATE.find(text, *span):
        behind = CLOCK.sub("", text[day.stop : day.stop + 40]).lstrip(" ,.")
        behind = behind.removeprefix("-") if behind.startswith(("-дейін", "-бастап")) else behind
        if behind.startswith("бастап") and not since:
            since = day.date
        elif behind.startswith(("дейін", "дейінгі")):
            until = day.date
        elif behind.startswith("аралығында") and day.date:
            until = (dt.date.fromisoformat(day.date) + dt.timedelta(days=1)).isoformat()
        elif behind.startswith(("-", "пен", "мен", "және")) and not since:
            since = day.date
    units = repealed(text, found, scope)
    return [replace(one, operation="suspended", since=since, until=until) for one in units]
