"""Who is told to act by a sentence: the bodies at its head, those they act with, those charged.

Literal forms: ``Қазақстан Республикасының Ішкі істер министрлігі Қаржы министрлігінің …
комитетімен бірлесіп …``, ``Облыстық салық полициясы (Б.Ш. Жүнісбеков) …``, ``Облыстар мен Астана
және Алматы қалаларының әкімдері:``, ``… комитетіне … ұсынылсын``, ``… орындалуын бақылау …
орынбасары И.Н.Тасмағамбетовке жүктелсін``, ``… бақылауды өзіме қалдырамын``.

The subject is the first phrase that ends in a body's head noun in the nominative (the dative
where something is laid on it). A body in another case inside the sentence is not responsible,
and where the head of the sentence cannot be read nothing is returned.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from lexparse.grammar.charge import CONTROL, KEPT, LAID_ON, charged, laid_on
from lexparse.grammar.group import REACH, Search
from lexparse.grammar.organ import (
    BodyGrammar,
    Manner,
    RuleName,
    find_responsible,
    resolver_of,
)
from lexparse.grammar.wording import Token, tokens, word
from lexparse.organs.naming import COMMON, OUTSIDERS, head
from lexparse.organs.resolver import ABBREVIATION, Resolver
from lexparse.records import Responsible

SUBJECT_RULE = "the subject at the head of the sentence"
TOLD = "the dative that is told to act"
APPOINTED = "the one who is appointed"
PARTNER = "those with whom the subject acts"
ACTING = frozenset({"order", "present", "necessity", "duty"})
STANDING = frozenset({"present", "necessity", "duty"})


def find_subjects(
    text: str,
    start: int,
    stop: int,
    resolver: Resolver,
    predicate: str = "order",
    *,
    issuer: str | None = None,
) -> list[Responsible]:
    """Return who must act by the sentence or lead-in ``text[start:stop]``.

    ``predicate`` is the kind of its closing predicate: ``order`` (nominative subject, or a
    dative that is told to act), ``present`` and ``necessity`` (nominative only), ``assignment``
    (dative), ``control`` (the dative before the predicate; ``issuer`` is the post that keeps
    it to itself), ``passive_order`` (the dative of a lead-in that ends with a colon). Any other
    kind gives nothing. The first is the lead; those who act jointly follow.
    """
    if predicate == "control":
        return charged(text, start, stop, resolver, issuer)
    if predicate == "assignment":
        return _assigned(text, start, stop, resolver)
    if predicate in ACTING or predicate == "passive_order":
        return _acting(text, start, stop, resolver, predicate)
    return []


def find_partners(text: str, start: int, stop: int, resolver: Resolver) -> list[Responsible]:
    """Return those with whom the subject acts: ``Қаржы министрлігімен бірлесіп``."""
    if text.find("бірлес", start, stop) < 0:
        return []
    return [
        one
        for together in _TOGETHER.finditer(text, start, stop)
        for one in _with(text, start, together.start(), resolver)
    ]


def _acting(
    text: str, start: int, stop: int, resolver: Resolver, predicate: str
) -> list[Responsible]:
    objects = predicate in STANDING
    search = Search(text, start, min(stop, start + REACH), resolver, objects=objects)
    told = predicate == "passive_order" or _ends_in_dative(text, start, stop)
    span = search.group("Nom") if not told else None
    case = "Nom"
    if span is None and predicate in ("order", "passive_order"):
        span, case = search.group("Dat"), "Dat"
        if span and not _is_told(text, start, stop, span, predicate):
            return []
    if span is None:
        return []
    if objects and (_is_anyone(text, span, resolver) or _MUST_BE.search(text, start, stop)):
        return []
    found = _records(text, span, resolver, case)
    return found + find_partners(text, span[1], stop, resolver) if found else []


_LAST_WORD = re.compile(r"([^\W\d_]+)(?:\s*\([^()]*\))?\s*:\s*\Z")


def _ends_in_dative(text: str, start: int, stop: int) -> bool:
    """Tell whether a lead-in tells a dative to act: ``… оқу орындарының бастықтарына:``."""
    found = _LAST_WORD.search(text, max(start, stop - 200), stop)
    last = head(found[1]) if found else None
    return last is not None and last.case == "Dat"


# With these verbs a dative is who receives: `басқармаларға … карталарын берсін`.
_GIVES = re.compile(
    r"(?:бер|жібер|тапсыр|жолда|ұсын|хабарла|жеткіз|көрсет|жүкте|енгіз|қой|төле)\w*с[ыі]н\W*\Z"
)


def _is_told(text: str, start: int, stop: int, span: tuple[int, int], predicate: str) -> bool:
    """Tell whether a dative at the head of a sentence is told to act, not only given something.

    ``Облыстық білім департаментіне (Т.Е.Естеновке) … қамтамасыз етсін``, ``әкімдеріне:``
    """
    if text[start : span[0]].strip() or not text[span[0] : span[0] + 2].strip('«"')[:1].isupper():
        return False
    if text[span[1] : stop].rstrip().endswith(":"):
        return True
    if predicate == "passive_order":
        return False
    return not _GIVES.search(text, start, stop) or "қарауына" in text[span[1] : stop]


_OF_THE_STATE = re.compile(
    r"\b(?:мемлекеттік|республикалық|облыстық|аудандық|қалалық|аумақтық|жергілікті|уәкілетті"
    r"|ведомстволық)\b",
    re.IGNORECASE,
)


def _is_anyone(text: str, span: tuple[int, int], resolver: Resolver) -> bool:
    """Tell whether rules speak of any organisation: ``ұйымдар … жібереді`` is no state duty."""
    words = re.sub(r"\s*\(.*", "", text[slice(*span)], flags=re.DOTALL)
    last = head(words.rsplit(None, 1)[-1])
    if last is None or last.possessed:
        return False
    if last.plural and last.stem in OUTSIDERS:
        return True
    if last.stem not in COMMON | OUTSIDERS or _OF_THE_STATE.search(words):
        return False
    return not resolver.knows(words)


# `мекеме … болуы тиіс` says that there must be one, not what it does.
_MUST_BE = re.compile(r"\bболуы?\s+(?:тиіс|керек|қажет|міндетті)\W*\Z")


def _records(text: str, span: tuple[int, int], resolver: Resolver, case: str) -> list[Responsible]:
    rule = SUBJECT_RULE if case == "Nom" else TOLD
    found = find_responsible(text, *span, resolver, Manner(rule, dative=case == "Dat"))
    known = [one for one in found if one.settled != "unresolved" or _speaks(one.text)]
    if known and not known[0].lead:
        known[0] = replace(known[0], lead=True)
    return known


def _speaks(text: str) -> bool:
    """Tell whether an unresolved name is an abbreviation, which a person should see."""
    return bool(ABBREVIATION.match(text))


_TOGETHER = re.compile(r"\bбірлес(?:іп|е\s+отырып|кен\s+түрде)\b")


def _with(text: str, start: int, stop: int, resolver: Resolver) -> list[Responsible]:
    """Return the bodies in the instrumental that stand right before ``бірлесіп``."""
    read = list(tokens(text, max(start, stop - REACH), stop))
    last = len(read) - 1
    while last >= 0 and read[last].kind in ("bracket", "agreement"):
        last -= 1
    if last < 0 or read[last].kind != "word" or not _is_instrumental(read[last]):
        return []
    first = _phrase_start(read, last)
    found = find_responsible(text, read[first].start, stop, resolver, Manner(PARTNER, leads=False))
    return [one for one in found if one.name]


def _is_instrumental(token: Token) -> bool:
    seen = word(token.text)
    return seen.case == "Ins" and (
        seen.head is not None or bool(ABBREVIATION.fullmatch(token.text))
    )


def _phrase_start(read: Sequence[Token], last: int) -> int:
    """Walk left over the names that end at ``last`` and return the first token of them."""
    first = at = last
    governed = False
    while at >= 0:
        token = read[at]
        if token.kind == "person" or token.text in ":;":
            break
        if token.kind == "word":
            seen = word(token.text)
            if seen.part in ("breaks", "ends"):
                break
            if seen.part == "free" and not governed:
                break
            governed = seen.part == "governs" or (governed and seen.part == "free")
        if token.kind not in ("join", "mark", "bracket", "agreement"):
            first = at
        at -= 1
    return first


# The work that is laid on someone ends in one of these words.
_WORK = re.compile(
    r"\b(?:ұйымдастыру|жүргізу|үйлестіру|орындау|ж[ұү]мыс\w*|жауапкершілі[кг]\w*|міндет\w*"
    r"|басшылы[қғ]\w*|функция\w*|қамтамасыз\s+ету|іске\s+асыру|жүзеге\s+асыру)\b"
)
_OBLIGED = re.compile(r"міндеттелс[ыі]н\W*\Z")


def _assigned(text: str, start: int, stop: int, resolver: Resolver) -> list[Responsible]:
    """Return the dative at the head, else the one right before the predicate."""
    control = CONTROL.search(text, start, stop)
    if control and "бақыла" in text[start : start + 120]:
        return charged(text, start, stop, resolver, None)
    if (named := _APPOINTED.search(text, start, stop)) and (
        found := _appointed(text, start, named.start(), resolver)
    ):
        return found
    search = Search(text, start, min(stop, start + REACH), resolver)
    if _OBLIGED.search(text, start, stop) and (span := search.group("Nom")):
        return _records(text, span, resolver, "Nom")
    works = list(_WORK.finditer(text, start, stop))
    if works and (found := laid_on(text, works[-1].end(), stop, resolver)):
        return found
    span = search.group("Dat")
    found = _records(text, span, resolver, "Dat") if span else []
    return found + find_partners(text, span[1], stop, resolver) if span and found else []


_APPOINTED = re.compile(r"\s+тағайындалсын(?=\s+және\s)")
_AS = re.compile(r"\bболып,?\s+")


def _appointed(text: str, start: int, stop: int, resolver: Resolver) -> list[Responsible]:
    """Return who is appointed and told to act: ``басшысы болып X тағайындалсын және …``."""
    starts = [match.end() for match in _AS.finditer(text, start, stop)]
    found = find_responsible(text, starts[-1], stop, resolver, Manner(APPOINTED)) if starts else []
    return found if all(one.name and one.kind in ("post", "person") for one in found) else []


SUBJECT = BodyGrammar(
    "subject",
    tuple(map(RuleName, (SUBJECT_RULE, TOLD, APPOINTED, PARTNER, LAID_ON, KEPT))),
    find_subjects,
)


def read_example(text: str, given: Mapping[str, Any]) -> list[Responsible]:
    """Read an example sentence; ``given`` may name its predicate and the act's issuer."""
    predicate, issuer = given.get("predicate", "order"), given.get("issuer")
    return find_subjects(text, 0, len(text), resolver_of(given), predicate, issuer=issuer)
