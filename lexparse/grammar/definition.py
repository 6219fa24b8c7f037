"""Terms and their meanings, and the short names that an act gives.

Literal forms: ``мынадай негізгі ұғымдар пайдаланылады:``; ``3) термин (бұдан әрі - қысқаша) -
мағынасы;``; ``(бұдан әрі - Қағидалар)``, ``(бұдан әрі-қағидалар)``, ``(әрі қарай - Кеңес)``,
``(бұдан әрі - «Заң»)``, ``(бұдан әрі - орталық; басқа)``, ``(бұдан әрі - X; бұдан әрі - Y)``.
"""

from __future__ import annotations

import re
from typing import Any

from lexparse.grammar.antecedent import phrase_before
from lexparse.grammar.rule import Grammar, Reading, Rule
from lexparse.kazakh.letters import LETTER, LOWER
from lexparse.records import Definition

NOTION = r"(?:[ұу][ғг]ым|термин|түсінік|анықтама|[қк]ыс[қк]арт|аббревиатура)"
DEFINITIONS_LEAD = re.compile(
    rf"(?:(?:мынадай|мына|келесі|төмендегі(?:дей)?|негізгі|пайдаланылатын|қолданылатын)\s+)+(?:{NOTION}[{LOWER}]*)"
    rf"(?:\s+(?:мен|пен|және)\s+[{LOWER}\s]{{3,60}}?)?"
    rf"(?:[^.;:\n]{{0,120}}?(?:пайдалан|[қк]олдан|беріл|ашыл)[{LOWER}]*)?\s*:",
    re.IGNORECASE,
)

ITEM_NUMBER = re.compile(rf"\s*(?:\d+(?:-\d+)*\s?[.)]+|[{LOWER}]\)|[-•])?\s*")
DASH = re.compile(r"\s-(?=[\s«\"“\w(])")
GLUED_DASH = re.compile(rf"(?<=[{LOWER})»\"])-\s")
OPAQUE = re.compile(
    r"\([^()]*(?:\([^()]*\)[^()]*)*\)|«[^«»\n]*(?:«[^«»\n]*»[^«»\n]*)*»|\"[^\"\n]*\""
)
ALIAS_BRACKET = re.compile(r"\s*\((?:[^()]|\([^()]*\))*?\bәрі\b(?:[^()]|\([^()]*\))*\)")
LONGEST_TERM = 300
CLOSED_QUOTE = re.compile(r"[«\"“]([^«»\"“”]*)[»\"”]")


def _unquoted(term: str) -> str:
    whole = CLOSED_QUOTE.fullmatch(term)
    return whole.group(1).strip() if whole else term


def _folded(text: str) -> str:
    return " ".join(text.split())


def _split(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """Return the dash between term and meaning: the first outside quotes and brackets."""
    hidden = [match.span() for match in OPAQUE.finditer(text, start, stop)]
    for dash in (DASH, GLUED_DASH):
        for match in dash.finditer(text, start, stop):
            if not any(left <= match.start() < right for left, right in hidden):
                return match.span()
    return None


def _term(match: re.Match[str]) -> Reading | None:
    text, stop = match.string, match.endpos
    number = ITEM_NUMBER.match(text, match.start(), stop)
    start = number.end() if number else match.start()
    dash = _split(text, start, stop)
    if dash is None:
        return None
    term = _unquoted(_folded(ALIAS_BRACKET.sub("", text[start : dash[0]])).strip(" ,"))
    meaning = text[dash[1] : stop].strip().rstrip(" ;.,")
    if not meaning or len(term) > LONGEST_TERM or not re.search(f"[{LETTER}]{{2}}", term):
        return None
    if re.search(r"[:;]|\.\s", term):
        return None
    return {"start": start, "term": term, "meaning": _folded(meaning), "kind": "definition"}


ALIAS_WORD = re.compile(r"(?:бұдан|мұнан|будан|одан)\s+\Z|\(\s*\Z", re.IGNORECASE)
SAID = re.compile(r"\s+деп\s+аталад[ыі]\Z|\s+деп\s+аталатын\Z")
LONGEST_ALIAS = 160


def _alias(match: re.Match[str]) -> Reading | None:
    """``phrase (бұдан әрі - X)``; what else the bracket holds is passed over."""
    text, floor, word = match.string, match.pos, match.start() - 1
    opening = text.rfind("(", max(floor, word - 200), word)
    lead = ALIAS_WORD.search(text, max(floor, word - 12), word)
    if opening < 0 or lead is None or not _is_inside(text, opening, word):
        return None
    term = _unquoted(SAID.sub("", _folded(match["term"])).strip(" ,.-"))
    if not term or len(term) > LONGEST_ALIAS:
        return None
    phrase = phrase_before(text, floor, opening)
    first = "әрі" not in text[opening : lead.start()]
    return {
        "start": phrase[0] if phrase and first else lead.start(),
        "stop": match.end() + 1,
        "term": term,
        "meaning": _folded(text[phrase[0] : phrase[1]]) if phrase else None,
        "kind": "alias",
    }


def _is_inside(text: str, opening: int, position: int) -> bool:
    between = text[opening + 1 : position]
    return between.count(")") <= between.count("(")


def _definition(**fields: Any) -> Definition:
    """A definition quotes its term and meaning, not the whole match."""
    del fields["text"]
    return Definition(**fields)


TERM_RULE = Rule("<term> - <meaning>", re.compile(r"\S.*", re.DOTALL), _term)
ALIAS_RULE = Rule(
    "<phrase> (hereafter <alias>)",
    re.compile(
        r"рі(?<=[әӘ]рі)(?:\s+қарай)?\s*(?:мәтін\s+бойынша\s*)?(?:тиісінше\s*)?[-:]{0,2}\s*"
        r"(?P<term>(?:[^();\n]|\([^()\n]*\)){1,200}?)\s*(?=[;)])"
    ),
    _alias,
)

TERM = Grammar("term", _definition, (TERM_RULE,))
ALIAS = Grammar("alias", _definition, (ALIAS_RULE,), re.compile("әрі"))
DEFINITION = Grammar("definition", _definition, (TERM_RULE, ALIAS_RULE))


def find_terms(text: str, start: int = 0, stop: int | None = None) -> list[Definition]:
    """Return the term of one item of a definitions paragraph, or nothing.

    ``start, stop`` are the item's span, its own number and the lines under it included; which
    paragraphs define terms, ``DEFINITIONS_LEAD`` tells.
    """
    return TERM.find(text, start, stop)


def find_aliases(text: str, start: int = 0, stop: int | None = None) -> list[Definition]:
    """Return the short names given anywhere in the text, each with the phrase it shortens."""
    return ALIAS.find(text, start, stop)
