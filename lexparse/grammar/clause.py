"""How a body stands to the verb of its sentence: what may stand before it, between, and behind.

Literal forms: ``Ережені … дейін Қаржы министрлігі бекітсін`` (the object first, then nothing but
adverbials), ``Қызметтік жазбаларға … бастықтары қол қояды``, ``Бір айдың ішінде ӘҚБ … жұмысты``;
not ``… ішінде АЭС құрылысын`` (the plant's), ``БСН беруді`` (what is given).
"""

from __future__ import annotations

from lexparse.grammar.wording import BEHIND_A_BODY, BELONGS, LIGHT, TIMES, Token, Tokens, word

FARTHEST_VERB = 14
FARTHEST_OWNED = 8


def stands_at_a_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether the finite verb is the next word."""
    nearest = tokens.at(at + 1)
    return nearest is not None and nearest.kind == "word" and word(nearest.text).part == "ends"


def has_object(tokens: Tokens, at: int) -> bool:
    """Tell whether an accusative before ``at`` waits for the verb: ``Ережені … дейін ҚМ``."""
    for place in range(at - 1, -1, -1):
        token = tokens[place]
        if token.kind in ("join", "bracket") or token.text in ":;":
            return False
        seen = word(token.text)
        if token.kind == "word" and (seen.part == "governs" or seen.read.verb_form):
            return False
        if token.kind == "word" and seen.case == "Acc":
            return True
    return False


def reaches_the_verb(tokens: Tokens, at: int, case: str) -> bool:
    """Tell whether only adverbials stand from ``at`` to the verb; ``case`` is the object's."""
    for place, token in tokens.behind(at - 1, FARTHEST_VERB):
        if token.kind in ("bracket", "person", "agreement") or token.text in ",-":
            continue
        if token.kind != "word":
            return False
        seen = word(token.text)
        if seen.part == "ends":
            return case == "Acc" or seen.read.lemma not in BELONGS
        if not (_is_adverbial(token) or (case == "Dat" and _completes_a_verb(tokens, place))):
            return False
    return False


def _is_adverbial(token: Token) -> bool:
    seen, small = word(token.text), token.text.lower()
    if seen.part == "breaks" or small in LIGHT or not small.isalpha():
        return True
    return seen.read.pos in ("ADV", "NUM") or seen.read.lemma in TIMES


def _completes_a_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether a bare noun makes one sense with its verb: ``қол қояды``, ``жауап береді``."""
    seen = word(tokens[at].text)
    bare = seen.case == "Nom" and seen.head is None and seen.read.possessive is None
    return bare and stands_at_a_verb(tokens, at)


def may_act(tokens: Tokens, at: int) -> bool:
    """Tell whether an abbreviation that nobody explains acts: ``Бір айдың ішінде ӘҚБ …``.

    It opens the sentence or stands behind a deadline or an object, and owns no noun behind it.
    """
    text = tokens[at].text
    if not (text.isalpha() and text.isupper()) or text == "ҚР":
        return False
    if at:
        before = tokens[at - 1]
        seen = word(before.text)
        if before.kind != "word" or not (seen.part == "breaks" or seen.case == "Acc"):
            return False
    return _owns_nothing(tokens, at)


def _owns_nothing(tokens: Tokens, at: int) -> bool:
    for place, token in tokens.behind(at, FARTHEST_OWNED):
        if token.kind in ("bracket", "person"):
            return place == at + 1
        if token.kind != "word" or token.text.lower() in BEHIND_A_BODY:
            return False
        seen = word(token.text)
        if seen.part == "ends":
            return has_object(tokens, at)
        if (free := _tells(token)) is not None:
            return free
    return False


def _tells(token: Token) -> bool | None:
    """Tell by one word whether the abbreviation before it is free; ``None`` where it is silent."""
    seen = word(token.text)
    if seen.part == "breaks" or seen.read.verb_form or seen.read.possessive == "3":
        return False  # `БСН беруді`: what is given
    if seen.read.lemma in TIMES or token.text.isdigit():
        return True
    return True if seen.case in ("Gen", "Acc", "Dat", "Ins", "Abl") else None
