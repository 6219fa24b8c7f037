"""On whom control or a task is laid: the datives before ``жүктелсін``, ``ұсынылсын``.

Literal forms: ``… орындалуын бақылау … орынбасары И.Н.Тасмағамбетовке жүктелсін``, ``… бақылау
жасау ТЖ жөніндегі басқармаға (Е.В. Батов) жүктелсін``, ``… бақылауды өзіме қалдырамын``,
``… жөніндегі жұмыс облыстық комиссияға жүктелсін``, ``… бастықтарынан талап етілсін``.
"""

from __future__ import annotations

import re

from lexparse.grammar.organ import Manner, find_responsible
from lexparse.grammar.person import surname
from lexparse.grammar.wording import Token, tokens, word
from lexparse.organs.resolver import ABBREVIATION, Resolver
from lexparse.records import Responsible
from lexparse.text.span import trimmed

LAID_ON = "those on whom it is laid"
KEPT = "the issuer keeps it to himself"

_PREDICATE = re.compile(r"\b(?:жүктел|тапсырыл|міндеттел|ұсыныл|қалдыр|жүктейм|алам)\w*")
CONTROL = re.compile(
    r"(?:\b|(?<=ын)|(?<=ін))бақыла\w+(?:\s+(?:жасау|жүргізу|қою|орнату)\w*)?(?!\s*(?:департамент|басқарма|комитет))",
    re.IGNORECASE,
)
DEMANDED = re.compile(r"\bталап\s+етілс[іы]н\b")
_TO_MYSELF = re.compile(r"\bөз(?:іме|імде|\s+мойныма|\s+бақылауыма)\b")


def charged(
    text: str, start: int, stop: int, resolver: Resolver, issuer: str | None
) -> list[Responsible]:
    """Return on whom the control is laid: the datives between ``бақылау`` and the predicate."""
    own = _TO_MYSELF.search(text, start, stop)
    if own:
        return [
            Responsible(
                start=own.start(),
                stop=own.end(),
                rule=KEPT,
                text=own.group(),
                kind="post",
                name=_short(issuer),
                lead=True,
                settled="exact" if issuer else "unresolved",
            )
        ]
    control = CONTROL.search(text, start, stop)
    return laid_on(text, control.end(), stop, resolver) if control else []


# `Павлодар облысы Павлодар қаласының әкімі`: the city says enough.
_REGION = re.compile(r"[\w -]+\sоблысы(?:ның)?\s+(?=[\w-]+\s+қаласының\s+әкімі\Z)")


def _short(issuer: str | None) -> str | None:
    return _REGION.sub("", issuer) if issuer else None


def laid_on(text: str, start: int, stop: int, resolver: Resolver) -> list[Responsible]:
    """Return the datives that fill ``text[start:stop]`` up to its predicate."""
    predicate = _PREDICATE.search(text, start, stop)
    if predicate is None:
        return []
    first, last = trimmed(text, start, predicate.start())
    read = list(tokens(text, first, last))
    if not read or not any(_is_dative(token) for token in read[-3:]):
        return []
    return find_responsible(text, first, last, resolver, Manner(LAID_ON, dative=True))


def _is_dative(token: Token) -> bool:
    if token.kind == "person":
        last = re.split(r"[.\s]", token.text)[-1]
        return surname(last, oblique=True) != last
    seen = word(token.text)
    return seen.case == "Dat" and (seen.head is not None or bool(ABBREVIATION.match(token.text)))
