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

from lexparse.grammar.charge import CONTROL, DEMANDED, KEPT, LAID_ON, charged, laid_on
from lexparse.grammar.group import REACH, Search
from lexparse.grammar.organ import (
    BodyGrammar,
    Manner,
    RuleName,
    find_responsible,
    resolver_of,
)
from lexparse.grammar.wording import Token, Word, tokens, word
from lexparse.organs.naming import COMMON, OUTSIDERS, QUOTES, head
from lexparse.organs.resolver import ABBREVIATION, Resolver
from lexparse.records import Responsible
from lexparse.text.span import trimmed

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
        for one in _with(text, start, together.start(), resolver, "Ins", _PARTNERS)
        if one.name
    ]


def _acting(
    text: str, start: int, stop: int, resolver: Resolver, predicate: str
) -> list[Responsible]:
    if predicate == "passive_order" and (demand := DEMANDED.search(text, start, stop)):
        return _with(text, start, demand.start(), resolver, "Abl", Manner(LAID_ON))
    objects, orders = predicate in STANDING, predicate == "order"
    reach = min(stop, start + REACH)
    search = Search(text, start, reach, resolver, objects=objects, orders=orders)
    told = predicate == "passive_order" or _ends_in_dative(text, start, stop)
    span = search.group("Nom") if not told else None
    case = "Nom"
    if span is None and predicate in ("order", "passive_order"):
        span, case = search.group("Dat"), "Dat"
        if span and not _is_told(text, start, stop, span, predicate):
            return _addressed(text, start, stop)
    if span is None:
        return _addressed(text, start, stop)
    if objects and (_is_anyone(text, span, resolver) or _MUST_BE.search(text, start, stop)):
        return []
    found = _records(text, span, resolver, case)
    return found + find_partners(text, span[1], stop, resolver) if found else []


_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)(?:\s*\([^()]*\))?\s*:\s*\Z")


def _ends_in_dative(text: str, start: int, stop: int) -> bool:
    """Tell whether a lead-in tells a dative to act: ``… оқу орындарының бастықтарына:``."""
    found = _LAST_WORD.search(text, max(start, stop - 200), stop)
    if found is None:
        return False
    last = word(found[1])
    named = last.head is not None or bool(ABBREVIATION.fullmatch(found[1]))
    return named and last.case == "Dat"


def _addressed(text: str, start: int, stop: int) -> list[Responsible]:
    """Return a lead-in's dative that cannot be told apart as one entry for a person to see.

    ``… облыстық және көліктегі ІІБ, … 8 басқармасымен оқу орындарының бастықтарына:``
    """
    if not _ends_in_dative(text, start, stop):
        return []
    first, last = trimmed(text, start, text.rindex(":", start, stop))
    if not text[first].isupper() and text[first] not in QUOTES:
        return []
    several = any(token.kind == "join" or token.text == "," for token in tokens(text, first, last))
    return [
        Responsible(
            start=first,
            stop=last,
            rule=TOLD,
            text=text[first:last],
            kind="group" if several else "organ",
            lead=True,
            settled="unresolved",
        )
    ]


# With these verbs a dative is who receives: `басқармаларға … карталарын берсін`.
_GIVES = re.compile(
    r"(?:бер|жібер|тапсыр|жолда|ұсын|хабарла|жеткіз|көрсет|жүкте|енгіз|қой|төле)\w*с[ыі]н\W*\Z"
)


def _is_told(text: str, start: int, stop: int, span: tuple[int, int], predicate: str) -> bool:
    """Tell whether a dative at the head of a sentence is told to act, not only given something.

    ``Облыстық білім департаментіне (Т.Е.Естеновке) … қамтамасыз етсін``, ``әкімдеріне:``
    """
    before = text[start : span[0]].strip()
    if before:
        # `Осы қаулыны орындау үшін Қаржы министрлігіне:`
        clause = word(before.rstrip(",").rsplit(None, 1)[-1]).part == "breaks"
        return clause and _ends_in_dative(text, span[0], stop)
    if not text[span[0] : span[0] + 2].strip('«"')[:1].isupper():
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
    if len(found) == 1 and found[0].settled == "unresolved" and _is_generic(text, found[0]):
        return [replace(found[0], name=found[0].text, settled="exact")]
    known = [one for one in found if one.settled != "unresolved" or _speaks(one.text)]
    if known and not known[0].lead:
        known[0] = replace(known[0], lead=True)
    return known


def _is_generic(text: str, one: Responsible) -> bool:
    """Tell whether the act's one body of a kind acts: ``… мерзімде комиссия акт жасасын``."""
    noun = head(one.text)
    if noun is None or noun.sort != "body" or noun.plural or noun.possessed or noun.case != "Nom":
        return False
    return noun.stem in _ONE_OF_A_KIND and not _OR.match(text, one.stop)


_ONE_OF_A_KIND = frozenset(
    {"комиссия", "комитет", "кеңес", "алқа", "министрлік", "агенттік", "департамент", "басқарма"}
    | {"инспекция", "прокуратура", "сот"}
)
_OR = re.compile(r"\s*(?:,|немесе|не|яки)(?!\w)")


def _speaks(text: str) -> bool:
    """Tell whether an unresolved name is one that a person should see.

    It is an abbreviation, or it begins with a letter that belongs to another word.
    """
    return bool(ABBREVIATION.match(text) or _LONE_LETTER.match(text))


_LONE_LETTER = re.compile(r"[^\W\d_]\s")
_TOGETHER = re.compile(r"\bбірлес(?:іп|е\s+отырып|кен\s+түрде)\b")


_PARTNERS = Manner(PARTNER, leads=False)


def _with(
    text: str, start: int, stop: int, resolver: Resolver, case: str, manner: Manner
) -> list[Responsible]:
    """Return the bodies in ``case`` that stand right before ``бірлесіп`` or ``талап етілсін``."""
    read = list(tokens(text, max(start, stop - REACH), stop))
    last = len(read) - 1
    while last >= 0 and read[last].kind in ("bracket", "agreement"):
        last -= 1
    if last < 0 or read[last].kind != "word" or not _is_body(read[last], case):
        return []
    first = _phrase_start(read, last, case)
    return find_responsible(text, read[first].start, stop, resolver, manner)


def _is_body(token: Token, case: str) -> bool:
    seen = word(token.text)
    return seen.case == case and (seen.head is not None or bool(ABBREVIATION.fullmatch(token.text)))


def _phrase_start(read: Sequence[Token], last: int, case: str) -> int:
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
            if case == "Abl" and _is_work(seen, token.text, read[at + 1 : at + 2]):
                break
            if seen.part == "free" and not governed:
                break
            governed = seen.part == "governs" or (governed and seen.part == "free")
        if token.kind not in ("join", "mark", "bracket", "agreement"):
            first = at
        at -= 1
    return first


def _is_work(seen: Word, text: str, behind: Sequence[Token]) -> bool:
    """Tell what is asked from whom: ``тәртіпті сақтау бастықтардан``, ``… бұзылмауы ӘҚБ-дан``.

    A verbal noun right before a body's head noun is a part of the name.
    """
    if seen.head is not None or seen.read.case not in (None, "Nom") or "-" in text:
        return False  # `қабылдау-бөлу орындары` is a name
    names = any(word(token.text).head or token.text in _OF_A_NAME for token in behind)
    return bool(_ASKED.match(text)) or (seen.read.verb_form == "Inf" and not names)


_OF_A_NAME = frozenset({"жөніндегі", "бойынша"})


_ASKED = re.compile(r"жауап(?:кершілі[кг]|\Z)|есеп\Z|түсінік(?:теме)?\Z")
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
