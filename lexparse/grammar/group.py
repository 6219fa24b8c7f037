"""The group of bodies at the head of a sentence, found by its head nouns and their case.

Literal forms: ``Қазақстан Республикасы Қаржы министрлігінің Салық комитеті …``, ``Облыстар мен
Астана және Алматы қалаларының әкімдері:``, ``министрлігі Ішкі әскерлерінің … командирлері``,
``«КЭТК» ААҚ және «АЭТК» ААҚ-дары``; not: ``Үкіметі белгілеген тәртіп``, ``Комиссия отырысы``.
"""

from __future__ import annotations

import re

from lexparse.grammar.wording import BEHIND_A_BODY, BELONGINGS, LEGAL_FORM, Token, tokens, word
from lexparse.organs.naming import OUTSIDERS
from lexparse.organs.resolver import ABBREVIATION, Resolver

# No subject begins later than this many characters into a sentence.
REACH = 900
# No owner stands farther from the head of its name than this many tokens.
FARTHEST_HEAD = 60
_RANK = re.compile(
    r"ішкі|қызмет|полиция|әділет|медицина|генерал|полковник|подполковник|майор|капитан|лейтенант"
)


class Search:
    """Looks for the group of bodies in one case at the head of a sentence."""

    def __init__(self, text: str, start: int, stop: int, resolver: Resolver) -> None:
        self.text = text
        self.tokens = list(tokens(text, start, stop))
        self.resolver = resolver

    def group(self, case: str) -> tuple[int, int] | None:
        """Return the span of the first such group, brackets and persons included."""
        found = self._phrase(0, case)
        if found is None:
            return None
        first, last = found
        behind = self._attached(last + 1)
        while (next_at := self._separated(behind)) is not None:
            more = self._phrase(next_at, case, joined=True)
            if more is None:
                if self._suspended(next_at, behind, case):
                    return None
                break
            behind = self._attached(more[1] + 1)
        return self.tokens[first].start, self.tokens[behind - 1].stop

    def _phrase(self, at: int, case: str, *, joined: bool = False) -> tuple[int, int] | None:
        """Return first and last token of the next phrase whose head is in ``case``."""
        first = at
        ungoverned = False
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.kind in ("bracket", "person", "agreement") or token.text in ":;":
                return None
            if token.kind == "word":
                step = self._word(at, case, ungoverned)
                if step == "found":
                    return first, self._last(at) if case == "Nom" else at
                if step == "ends" or (step == "breaks" and joined):
                    return None
                if step == "breaks":
                    first, ungoverned = self._behind_comma(at + 1), False
                    at = first
                    continue
                ungoverned = step == "free" or (ungoverned and step != "governs")
            at += 1
        return None

    def _word(self, at: int, case: str, ungoverned: bool) -> str:
        """Tell what the word at ``at`` does to the phrase being read."""
        text = self.tokens[at].text
        seen = word(text)
        if (seen.head is None and not self._is_body(at)) or self._is_central(at):
            return seen.part
        if self._qualifies(at):
            return "plain"
        found = seen.head.case if seen.head else seen.case
        if found == "Gen":
            return "plain"
        if found == "Nom":
            return self._nominative(at, case, ungoverned)
        if found != case:
            return "free"
        return "ends" if ungoverned else "found"

    def _nominative(self, at: int, case: str, ungoverned: bool) -> str:
        if case != "Nom":
            return "plain" if self._leads_to(at, case) else "ends"
        if self._goes_on(at):
            return "plain"
        if ungoverned or self._is_owner(self._last(at)):
            return "ends"
        return "found"

    def _leads_to(self, at: int, case: str) -> bool:
        """Tell whether an owner without its ending leads to a head in ``case``."""
        for token in self.tokens[at + 1 : at + 10]:
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
        return self.resolver.knows(text)

    def _qualifies(self, at: int) -> bool:
        """Tell whether a bare noun only qualifies the next: ``Сот актілерін орындау …``."""
        noun = word(self.tokens[at].text).head
        nearest = self._next(at + 1)
        if noun is None or noun.possessed or noun.plural or noun.case != "Nom":
            return False
        if nearest is None or nearest.kind != "word":
            return False
        follows = word(nearest.text)
        return follows.read.possessive == "3" and not follows.read.attributive

    def _is_central(self, at: int) -> bool:
        """Tell ``орталық органдар`` (central bodies) from ``облыстық орталық`` (a centre)."""
        if self.tokens[at].text.lower() != "орталық":
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
        return self._acts_in_a_clause(at + 1)

    def _shares_head(self, at: int) -> bool:
        """Tell whether ``мен`` ties this noun to an owner: ``кәсіпорындар мен ұйымдардың …``."""
        for token in self.tokens[at + 1 : at + 8]:
            if token.kind != "word":
                return False
            noun = word(token.text).head
            if noun:
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
        for next_at in range(at + 1, min(at + reach + 1, len(self.tokens))):
            token = self.tokens[next_at]
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
        return self.tokens[at] if at < len(self.tokens) else None

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
