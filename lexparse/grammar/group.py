"""The group of bodies at the head of a sentence, found by its head nouns and their case.

Literal forms: ``Қазақстан Республикасы Қаржы министрлігінің Салық комитеті …``, ``Облыстар мен
Астана және Алматы қалаларының әкімдері:``, ``министрлігі Ішкі әскерлерінің … командирлері``,
``«КЭТК» ААҚ және «АЭТК» ААҚ-дары``; not: ``Үкіметі белгілеген тәртіп``, ``Комиссия отырысы``.
"""

from __future__ import annotations

import re

from lexparse.grammar.clause import has_object, may_act, reaches_the_verb, stands_at_a_verb
from lexparse.grammar.wording import (
    AMONG,
    BEHIND_A_BODY,
    BELONGINGS,
    CLASS,
    LEGAL_FORM,
    NAMED_BY_MATTER,
    OCCASIONS,
    OF_A_CLAUSE,
    Token,
    Tokens,
    word,
)
from lexparse.organs.naming import OUTSIDERS
from lexparse.organs.resolver import ABBREVIATION, Resolver

# No subject begins later than this many characters into a sentence.
REACH = 900
# No owner stands farther from the head of its name than this many tokens.
FARTHEST_HEAD = 60
FARTHEST_CLAUSE = 24
_RANK = re.compile(
    r"ішкі|қызмет|полиция|әділет|медицина|генерал|полковник|подполковник|майор|капитан|лейтенант"
)
# `ПД бастықтары, ал олар болмаған кезде оларды алмастыратын адамдар қол қояды`
_REPLACED = re.compile(r"\s*,?\s*ал\s+ол(?:ар)?\s+болмаған\b")


class Search:
    """Looks for the group of bodies in one case at the head of a sentence.

    Where ``objects`` may stand first (``Есепті уәкілетті орган жібереді``), the group begins
    behind the object; in ``orders`` such a noun is more likely a part of what is ordered, so
    nothing but adverbials may stand between it and the verb.
    """

    def __init__(
        self,
        text: str,
        start: int,
        stop: int,
        resolver: Resolver,
        *,
        objects: bool = False,
        orders: bool = False,
    ) -> None:
        self.text = text
        self.objects = objects
        self.orders = orders
        # The case of the object that stands before the group.
        self.object: str | None = None
        self.tokens = Tokens(text, start, stop)
        self.resolver = resolver

    def group(self, case: str) -> tuple[int, int] | None:
        """Return the span of the first such group, brackets and persons included."""
        self.object = None
        found = self._phrase(0, case) or (self._behind_clause() if case == "Nom" else None)
        if found is None:
            return None
        first, last = found
        behind = self._attached(last + 1)
        while (next_at := self._separated(behind)) is not None:
            more = self._phrase(next_at, case, joined=True)
            if more is None:
                if self._suspended(next_at, behind, case) or self._holds_a_clause(next_at):
                    return None
                break
            behind = self._attached(more[1] + 1)
        end = self.tokens[behind - 1].stop
        return (self.tokens[first].start, end) if self._acts(behind, end) else None

    def _acts(self, behind: int, end: int) -> bool:
        """Tell whether a group behind an object acts, and is no part of what is spoken of."""
        case = self.object
        if case is None or (case == "Acc" and not self.orders):
            return True
        nearest = reaches_the_verb(self.tokens, behind, case)
        return nearest or _REPLACED.match(self.text, end) is not None

    def _behind_clause(self) -> tuple[int, int] | None:
        """Return the body behind a clause that names others: ``… ішінен … ашу бойынша X``."""
        opened = False
        for at, token in self.tokens.behind(-1, FARTHEST_HEAD):
            if token.kind != "word":
                continue
            opened = opened or token.text.lower() in AMONG
            if word(token.text).part == "ends" or (not opened and self._is_body(at)):
                return None
            if opened and self._on_work(at):
                found = self._phrase(at + 1, "Nom", joined=True)
                return found if found and found[0] == at + 1 else None
        return None

    def _phrase(self, at: int, case: str, *, joined: bool = False) -> tuple[int, int] | None:
        """Return first and last token of the next phrase whose head is in ``case``."""
        first = at
        behind_object = at
        ungoverned: str | None = None
        while (token := self.tokens.at(at)) is not None:
            if token.kind in ("bracket", "person", "agreement") or token.text in ":;":
                return None
            if token.kind == "word":
                step = self._word(at, case, ungoverned)
                if step == "found":
                    return self._named(first, at, case, joined=joined)
                if step == "behind an object":
                    if joined and self.orders:
                        return None
                    self.object = ungoverned
                    return self._behind_object(behind_object, at)
                if step == "ends" or (step == "breaks" and joined):
                    return None
                if step == "breaks":
                    first, ungoverned = self._behind_comma(at + 1), None
                    at = first
                    continue
                ungoverned = self._pending(token, step, ungoverned)
                behind_object = at + 1 if step == "free" else behind_object
            at += 1
        return None

    def _named(self, first: int, at: int, case: str, *, joined: bool) -> tuple[int, int] | None:
        """Return the name that the head at ``at`` ends, without a clause before it."""
        last = self._last(at) if case == "Nom" else at
        if any(self.tokens[place].text.lower() in OF_A_CLAUSE for place in range(first, last)):
            return None
        noun = word(self.tokens[last].text).head
        if noun is None or noun.stem in NAMED_BY_MATTER:
            return first, last
        matter = max((place for place in range(first + 1, at) if self._on_work(place)), default=-1)
        if matter < 0:
            return first, last
        return None if joined else (matter + 1, last)

    def _on_work(self, at: int) -> bool:
        """Tell ``қаулысын орындау бойынша органдар`` from ``облыс бойынша басқарма``."""
        if self.tokens[at].text != "бойынша":
            return False
        before = word(self.tokens[at - 1].text)
        return before.part == "governs"

    def _holds_a_clause(self, at: int) -> bool:
        """Tell whether the next member of a group speaks of work: then it is no list of bodies."""
        return any(
            self._on_work(place)
            for place, token in self.tokens.behind(at, FARTHEST_CLAUSE)
            if token.kind == "word"
        )

    def _behind_object(self, first: int, at: int) -> tuple[int, int] | None:
        last = self._last(at)
        nearest = self._next(last + 1)
        if nearest is None or nearest.kind != "word":
            return first, last
        # `ақпаратты Қаржы министрлігі сайтына`: an owner without its ending.
        return None if word(nearest.text).read.possessive == "3" else (first, last)

    def _pending(self, token: Token, step: str, before: str | None) -> str | None:
        """Return the case of the oblique word that nothing governs yet."""
        if step == "free":
            return word(token.text).case or "other"
        return None if step in ("governs", before) else before

    def _word(self, at: int, case: str, ungoverned: str | None) -> str:
        """Tell what the word at ``at`` does to the phrase being read."""
        text = self.tokens[at].text
        seen = word(text)
        if self._is_occasion(at):
            return "breaks"
        if (seen.head is None and not self._is_body(at)) or self._is_central(at):
            return "plain" if self._is_place(at) else seen.part
        if not self._acts_at_a_verb(at, ungoverned) and self._qualifies(at):
            return "plain"
        found = seen.head.case if seen.head else seen.case
        found = "Nom" if text.isupper() else found  # `АҚ`, which looks like an adjective
        return "plain" if found == "Gen" else self._headed(at, found, case, ungoverned)

    def _headed(self, at: int, found: str | None, case: str, ungoverned: str | None) -> str:
        """Tell what a body in the case ``found`` does where one in ``case`` is looked for."""
        if found == "Nom":
            return self._nominative(at, case, ungoverned)
        if found != case:
            return "free"
        return "ends" if ungoverned else "found"

    def _nominative(self, at: int, case: str, ungoverned: str | None) -> str:
        if case != "Nom":
            return "plain" if self._leads_to(at, case) else "ends"
        if self._goes_on(at):
            return "plain"
        if self._is_owner(self._last(at)):
            return "ends"
        if ungoverned:
            return "behind an object" if self._may_precede(ungoverned) else "ends"
        return "found"

    def _may_precede(self, case: str) -> bool:
        """Tell whether an object in ``case`` may stand before the subject."""
        return (case == "Acc" and (self.objects or self.orders)) or (case == "Dat" and self.objects)

    def _acts_at_a_verb(self, at: int, ungoverned: str | None) -> bool:
        """Tell ``Есепті комиссия қарайды`` (the object is said before) from ``комиссия құрсын``."""
        if not stands_at_a_verb(self.tokens, at):
            return False
        if self.orders:
            return has_object(self.tokens, at) and not self.tokens[at + 1].text.startswith("құр")
        return self.objects and ungoverned == "Acc"

    def _is_occasion(self, at: int) -> bool:
        """Tell whether a clause ends here: ``қарау нәтижелері бойынша``."""
        if self.tokens[at].text != "бойынша" or not at:
            return False
        return word(self.tokens[at - 1].text).read.lemma in OCCASIONS

    def _is_place(self, at: int) -> bool:
        """Tell whether a name of a place only looks inflected: ``Мойылды ауылының``."""
        if not at or not self.tokens[at].text[0].isupper():
            return False
        nearest = self._next(at + 1)
        return nearest is not None and CLASS.match(nearest.text) is not None

    def _leads_to(self, at: int, case: str) -> bool:
        """Tell whether an owner without its ending leads to a head in ``case``."""
        for _, token in self.tokens.behind(at, 9):
            if token.kind not in ("word", "join", "quoted") and token.text != ",":
                return False
            seen = word(token.text)
            if seen.head and seen.case == case:
                return True
            if token.kind == "word" and seen.part in ("free", "breaks", "ends"):
                return False
        return False

    def _is_body(self, at: int) -> bool:
        """Tell whether a word that is no head noun names a body: ``ІІМ``, ``«КЭТК» ААҚ``."""
        text = self.tokens[at].text
        if not text[:2].isupper() or not ABBREVIATION.fullmatch(text):
            return False
        before = self.tokens[at - 1] if at else None
        if before and before.kind == "quoted" and LEGAL_FORM.fullmatch(text):
            return True
        return self.resolver.knows(text) or (self.orders and may_act(self.tokens, at))

    def _qualifies(self, at: int) -> bool:
        """Tell whether a bare noun only qualifies the next: ``Сот актілерін орындау …``."""
        noun = word(self.tokens[at].text).head
        nearest = self._next(at + 1)
        if noun and noun.plural and nearest and nearest.text.startswith("құр"):
            return True  # `комиссиялар құрсын`
        if noun and not noun.possessed and nearest and word(nearest.text).read.lemma == "құру":
            return True  # `комиссия құрып, тексерсін`
        if noun and (noun.possessed or noun.plural or noun.case != "Nom"):
            return False
        if nearest is None or nearest.kind != "word":
            return False
        follows = word(nearest.text)
        # `Комиссия құрсын`: what is made, not who acts; `ІІМ ӘПК`: one body of another.
        if follows.part == "ends" or (noun is None and ABBREVIATION.fullmatch(nearest.text)):
            return True
        return follows.read.possessive == "3" and not follows.read.attributive

    def _is_central(self, at: int) -> bool:
        """Tell ``орталық органдар`` (central) from ``облыстық орталық`` (a centre)."""
        if self.tokens[at].text.lower() not in ("орталық", "әкімшілік"):
            return False
        nearest = self._next(at + 1)
        return nearest is not None and nearest.kind in ("word", "join")

    def _goes_on(self, at: int) -> bool:
        """Tell whether the body stands inside a longer name: ``Соты жанындағы … комитет``."""
        nearest = self._next(at + 1)
        if nearest is None or nearest.kind != "word":
            return nearest is not None and nearest.kind == "join" and self._shares_head(at + 1)
        if nearest.text.lower() in ("жанындағы", "жөніндегі", "арасындағы", "құрамындағы"):
            return True
        if nearest.text.startswith("құрам"):
            return True  # `орта басшы құрам лауазымдары`
        return self._acts_in_a_clause(at + 1)

    def _shares_head(self, at: int) -> bool:
        """Tell whether ``мен`` ties this noun to an owner: ``кәсіпорындар мен ұйымдардың …``."""
        for place, token in self.tokens.behind(at, 9):
            if token.kind != "word":
                return False
            noun = word(token.text).head
            if noun and not self._is_central(place):
                return noun.case == "Gen"
        return False

    def _acts_in_a_clause(self, at: int) -> bool:
        """Tell whether the body is the subject of a clause alone: ``Үкіметі белгілеген тәртіп``."""
        nearest = self._next(at)
        if nearest is None or nearest.kind != "word" or nearest.text == "өткен":
            return False
        read = word(nearest.text).read
        return read.verb_form == "Part" and read.voice == "Act"

    def _last(self, at: int) -> int:
        """Return the last head of the unbroken name that the head at ``at`` opens.

        ``министрлігі департаменттерінің, басқармаларының … бастықтары``: commas part owners.
        """
        last = at
        noun = word(self.tokens[at].text).head
        reach = FARTHEST_HEAD
        if noun is None or not noun.possessed:
            reach = 4 if noun and noun.stem in OUTSIDERS else 2
        owner = False
        for next_at, token in self.tokens.behind(at, reach):
            if token.kind != "word":
                if token.kind in ("join", "quoted") or (owner and token.text in ",-"):
                    continue
                break
            seen = word(token.text)
            if token.text == "Қазақстан":
                break
            owner = seen.case == "Gen" or seen.read.attributive
            if seen.head and seen.case == "Nom" and seen.head.possessed:
                if not self._is_governed(next_at) and not self._acts_in_a_clause(next_at + 1):
                    last = next_at
            elif seen.head and seen.case == "Nom" and not seen.head.plural:
                continue  # `әкімшілік қызмет Бас басқармасы`: a noun that qualifies the next
            elif (seen.head and seen.case != "Gen") or seen.part in ("free", "breaks", "ends"):
                break
        return last

    def _is_governed(self, at: int) -> bool:
        nearest = self._next(at + 1)
        return nearest is not None and nearest.text.lower() in BEHIND_A_BODY

    def _is_owner(self, at: int) -> bool:
        """Tell whether the body only owns or governs what follows: ``Комиссия отырысы``."""
        nearest = self._next(at + 1)
        if nearest is None or nearest.kind != "word":
            return False
        if nearest.text.lower() in BEHIND_A_BODY:
            return True
        read = word(nearest.text).read
        owned = read.possessive == "3" and read.lemma in BELONGINGS
        return owned and read.case in ("Nom", "Gen")

    def _next(self, at: int) -> Token | None:
        return self.tokens.at(at)

    def _behind_comma(self, at: int) -> int:
        token = self._next(at)
        return at + 1 if token and token.text in ",-" else at

    def _attached(self, at: int) -> int:
        """Return the first token behind the brackets and persons that belong to a body."""
        named = at
        while (token := self._next(named)) is not None:
            if token.kind in ("bracket", "person", "agreement"):
                at = named = named + 1
            elif token.kind == "word" and _RANK.match(token.text) and named - at < 3:
                named += 1
            else:
                break
        return at

    def _separated(self, at: int) -> int | None:
        """Return where the next member of a group begins, or ``None`` where the group ends."""
        first = at
        while (token := self._next(at)) is not None and self._parts(at, token):
            at += 1
        return at if at > first else None

    def _parts(self, at: int, token: Token) -> bool:
        """Tell whether a token parts members; a dash does so between plurals only."""
        if token.kind == "join" or token.text == ",":
            return True
        before = word(self.tokens[at - 1].text).head if at else None
        return token.text == "-" and before is not None and before.plural

    def _suspended(self, at: int, behind: int, case: str) -> bool:
        """Tell whether the ending that counts stands later: ``кәсіпорындар мен ұйымдарды``."""
        if self.tokens[at - 1].kind != "join" or self.tokens[behind - 1].kind != "word":
            return False
        token = self._next(at)
        noun = word(token.text).head if token and token.kind == "word" else None
        return noun is not None and noun.case not in (case, "Gen")
