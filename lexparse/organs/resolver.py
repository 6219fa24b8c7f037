"""Which body a printed name means: the act's own words first, then the registry, never a guess.

The order of trust: the legend's abbreviation (``ЦДИАӨМ``), the same inflected (``ЦДИАӨМ-ге``,
``ПӘ-геақпарат``), the legend's full name, a short name (``бұдан әрі - Комитет``), the registry,
a repair of the spelling that leaves no other choice, and last the name itself where it speaks
for itself (``Заңнама департаменті``). An abbreviation that nobody explains is unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from lexparse.kazakh.letters import UPPER
from lexparse.kazakh.morphology import analyse
from lexparse.organs.mending import mended_words, uncut
from lexparse.organs.naming import (
    COUNTRY,
    QUOTES,
    clean,
    glued,
    head,
    key,
    nominative,
)
from lexparse.organs.registry import Registry, registry
from lexparse.organs.spelling import Spelling
from lexparse.records import Candidate, Definition, LegendEntry, Settled

Kind = Literal["organ", "group", "akimat", "post", "person"]

# A case ending after an abbreviation, the next word perhaps glued to it: `ПӘ-геақпарат`.
_ENDING = (
    "(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|ны|ні|ды|ді|ты|ті|да|де|та|те|дан|ден|тан|тен"
    "|нан|нен|мен|бен|пен|сы|сі|сына|сіне|сының|сінің|дары|дері|лары|лері)"
)
_INFLECTED = re.compile(rf"(?P<abbreviation>[{UPPER}]{{2,}})(?:-{_ENDING}\w*|{_ENDING})")
ABBREVIATION = re.compile(rf"[{UPPER}A-Z][{UPPER}A-Z\d]+(?:-\w+)?")
_COMPANY = re.compile(rf'.{{3,}}" ?(?:[{UPPER}]{{2,7}} ?)+(?:-\w+)?')
# `«КЭТК» ААҚ-дары`, `«Астана-Су» РМК-ға`
_FORM_ENDING = re.compile(rf"(?<=[{UPPER}]{{2}})-{_ENDING}\Z")
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a printed name means: see ``Responsible`` for the fields."""

    organ: str | None
    name: str | None
    settled: Settled
    candidates: tuple[Candidate, ...] = ()
    kind: Kind = "organ"


class Resolver:
    """Resolves the names of one act.

    ``legend`` is the act's list of abbreviations, ``aliases`` its short names (``бұдан әрі``),
    ``used`` the abbreviations that occur in the act outside the legend: an entry that is not
    among them is the likelier original of an unknown abbreviation.
    """

    def __init__(
        self,
        legend: Iterable[LegendEntry] = (),
        aliases: Iterable[Definition] = (),
        *,
        used: Collection[str] = (),
        known: Registry | None = None,
    ) -> None:
        self.registry = known or registry()
        self.legend = [self._identified(entry) for entry in legend]
        self.used = frozenset(used)
        self._spelling = Spelling(self.legend)
        self._abbreviations = {clean(entry.abbreviation): entry for entry in self.legend}
        self._names: dict[str, LegendEntry] = {}
        self._glued: dict[str, LegendEntry] = {}
        for entry in self.legend:
            self._names.setdefault(key(entry.name), entry)
            self._glued.setdefault(glued(entry.abbreviation), entry)
            self._glued.setdefault(glued(entry.name), entry)
        self._aliases: dict[str, Definition] = {}
        for alias in aliases:
            self._aliases.setdefault(key(alias.term), alias)
            if alias.meaning and alias.kind == "alias":
                self._aliases.setdefault(key(alias.meaning), alias)
        self._settled: dict[str, Resolution] = {}
        self._known: dict[str, bool] = {}
        # Lists of bodies already read: a plan repeats them from row to row.
        self.read: dict[str, Any] = {}

    def _identified(self, entry: LegendEntry) -> LegendEntry:
        organ = None if entry.organ else self.registry.named(entry.name)
        return replace(entry, organ=organ.id) if organ else entry

    def knows(self, printed: str) -> bool:
        """Tell whether the act or the registry explains ``printed``."""
        known = self._known.get(printed)
        if known is None:
            known = self._known[printed] = self._explained(printed)
        return known

    def _explained(self, printed: str) -> bool:
        settled = self.resolve(printed).settled
        return settled in ("legend", "spelling", "suspected") or bool(
            self.registry.abbreviated(printed) or self.registry.named(printed)
        )

    def resolve(self, printed: str) -> Resolution:
        """Return what ``printed`` means; ``organ`` stays null unless that is certain."""
        settled = self._settled.get(printed)
        if settled is None:
            settled = self._settled[printed] = self._resolve(printed)
        return settled

    def _resolve(self, printed: str) -> Resolution:
        name = clean(uncut(printed))
        return (
            self._by_legend(name)
            or self._by_alias(name)
            or self._by_registry(name)
            or self._by_spelling(name)
            or self._by_itself(name, printed)
        )

    def _by_legend(self, name: str) -> Resolution | None:
        if entry := self._abbreviations.get(name) or self._glued.get(glued(name)):
            return _of_legend(entry, "legend", name)
        if (bare := _bare(name)) and (entry := self._abbreviations.get(bare)):
            return _of_legend(entry, "inflected")
        if entry := self._names.get(key(name)):
            return _of_legend(entry, "legend")
        for word in self._abbreviations:
            if name.startswith(word) and _clipped(word, name[len(word) :]):
                return _of_legend(self._abbreviations[word], "inflected")
        return None

    def _by_alias(self, name: str) -> Resolution | None:
        alias = self._aliases.get(key(_bare(name) or name))
        if alias is None:
            return None
        meaning = nominative(alias.meaning or alias.term)
        if not (_is_name(clean(meaning)) or _is_name(alias.term)):
            # `ФАП` is a post of medical help, `НҚА` are acts: short names of no body.
            return None
        organ = self.registry.named(meaning)
        settled: Settled = "legend" if alias.kind == "alias" else "exact"
        kind = kind_of(meaning if head(meaning.split()[-1]) else alias.term)
        if kind == "organ" and (_is_plural(name) or _is_plural(alias.term)):
            kind, organ = "group", None
        return Resolution(organ.id if organ else None, alias.term, settled, kind=kind)

    def _by_registry(self, name: str) -> Resolution | None:
        if organ := self.registry.abbreviated(name):
            if len(name) < 3:
                # Two letters mean many bodies: ЕК is also a code, БП a programme.
                why = f"«{name}» is that body's abbreviation in other acts"
                offered = Candidate(name=organ.name, why=why, organ=organ.id)
                return Resolution(None, None, "suspected", (offered,))
            return Resolution(organ.id, organ.name, "exact")
        if (bare := _bare(name)) and len(bare) > 2 and (organ := self.registry.abbreviated(bare)):
            return Resolution(organ.id, organ.name, "inflected")
        if organ := self.registry.named(name):
            return Resolution(organ.id, *_plain(name))
        return None

    def _by_spelling(self, name: str) -> Resolution | None:
        if not self.legend or not _may_be_damaged(name):
            return None
        found = self._spelling.repaired(_bare(name) or name)
        if found is None:
            return None
        entry, why = found
        return replace(
            _of_legend(entry, "spelling"),
            candidates=(Candidate(name=entry.abbreviation, why=why, organ=entry.organ),),
        )

    def _by_itself(self, name: str, printed: str) -> Resolution:
        if _is_name(name):
            return Resolution(None, *_plain(printed), kind=kind_of(name))
        likely: tuple[Candidate, ...] = ()
        if self.legend and ABBREVIATION.fullmatch(name):
            likely = self._spelling.candidates(_bare(name) or name, self.used)
        return Resolution(None, None, "unresolved", likely)


def _may_be_damaged(name: str) -> bool:
    """Tell whether a name is of a legend's kind: an abbreviation, a clipped or a quoted name."""
    return (" " not in name and (name[:2].isupper() or "мин" in name)) or '"' in name


def _plain(printed: str) -> tuple[str, Settled]:
    """Return a name that speaks for itself, and what had to be done to its printed form."""
    whole = _FORM_ENDING.sub("", printed)
    name = nominative(mended(whole))
    repaired = mended_words(name)
    if repaired != name or mended_words(printed) != printed:
        return repaired, "spelling"
    return name, "exact" if _letters(name) == _letters(printed) else "inflected"


def _letters(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())


def _is_plural(name: str) -> bool:
    last = head(name.rsplit(maxsplit=1)[-1])
    return last is not None and last.plural and last.sort == "body"


def kind_of(name: str) -> Kind:
    """Tell by its head noun whether a name is a body, a group of bodies, a post or an akimat."""
    words = name.split()
    last = head(words[-1].strip(' .,;:"»”')) if words else None
    if not words or '"' in words[-1]:
        return "organ"
    if last is None:
        several = words[-1].islower() and analyse(words[-1]).number == "Plur"
        return "group" if several else "organ"
    if last.sort == "akimat":
        return "akimat"
    if last.sort == "post" and last.plural:
        return "group"  # `командирлері`, `бастықтары`: nobody by name
    if last.plural:
        words = COUNTRY.sub("", name).split()
        places = any(word.lower() in _PLACES for word in words)
        named = last.stem != "орган" and any(word[0].isupper() for word in words[1:])
        return "organ" if named and not places and last.possessed else "group"
    return "post" if last.sort == "post" else "organ"


# `Облыстардың, Астана және Алматы қалаларының … басқармалары` are many bodies.
_PLACES = frozenset({"облыстардың", "облыстарының", "қалалардың", "қалаларының", "аудандардың"})


def _of_legend(entry: LegendEntry, settled: Settled, printed: str = "") -> Resolution:
    """Return what a legend entry says; a post that stands in a legend acts as a body.

    Where a narrow column has glued the legend's own words (``үкіметтіқолдау``), the act's other
    spelling of the same letters is the name.
    """
    kind = kind_of(entry.name)
    name = printed if printed.count(" ") > entry.abbreviation.count(" ") else entry.abbreviation
    same = glued(name) == glued(entry.abbreviation)
    return Resolution(
        entry.organ,
        name if same else entry.abbreviation,
        settled,
        kind="organ" if kind == "post" else kind,
    )


_WHOLE_QUOTES = re.compile(rf'[^{QUOTES}]*(?:"[^{QUOTES}]+"|«[^{QUOTES}]+»)[^{QUOTES}]*')
_ANY_QUOTE = re.compile(rf"\s*[{QUOTES}]+\s*")
_TIDY = re.compile(rf"([\"«])\s*([^\"«»]+?)\s*([\"»])\s*(?=[{UPPER}])")


def mended(printed: str) -> str:
    """Return a company's name with both its quotes: ``Қазақавтожол'' РМКК``, ``"Х"АҚ``."""
    if not _ANY_QUOTE.search(printed):
        return printed
    if _WHOLE_QUOTES.fullmatch(printed):
        return _TIDY.sub(r"\1\2\3 ", printed) if _COMPANY.fullmatch(clean(printed)) else printed
    inner = [part for part in _ANY_QUOTE.split(printed) if part]
    if not inner or len(inner) % 2 or not all(_FORM.fullmatch(form) for form in inner[1::2]):
        return printed
    first, last = "«»" if set("«»") & set(printed) else '""'
    pairs = zip(inner[::2], inner[1::2], strict=True)
    return " ".join(f"{first}{name}{last} {form}" for name, form in pairs)


_FORM = re.compile(rf"(?:[{UPPER}]{{2,7}}\s?)+(?:-\w+)?")


def _bare(name: str) -> str | None:
    """Return an abbreviation without its case ending, or ``None`` where there is none."""
    inflected = _INFLECTED.fullmatch(name)
    return inflected["abbreviation"] if inflected else None


def _clipped(word: str, rest: str) -> bool:
    """Tell whether ``rest`` is a case ending of a clipped name: ``Әділетмині`` + ``нің``."""
    return word[-1].islower() and rest in ("нің", "не", "н", "нде", "нен", "мен")


def _is_nominative(name: str) -> bool:
    last = head(name.rsplit(maxsplit=1)[-1])
    return last is None or last.case == "Nom"


def _is_name(name: str) -> bool:
    """Tell whether a name speaks for itself: it ends in a head noun or is a quoted company."""
    words = name.split()
    if not words or len(words) > LONGEST_NAME:
        return False
    if len(words) > 1 and len(words[0]) == 1 and words[0].isalpha():
        return False  # `ы ПИК-тердің төрағалары`: a letter of another word, or a lost one
    last = head(words[-1])
    if last and last.sort == "body" and len(words) == 1 and not last.plural:
        # `комитет` is any; with a capital it is the one that the act speaks of.
        return name[0].isupper() or name in ("үкімет", "парламент", "мәслихат")
    if last is not None or _COMPANY.fullmatch(name):
        return True
    if len(words) == 2 and re.fullmatch(rf"[{UPPER}]{{3,7}}", words[1]):
        # `Қостанай АМЕАК`: what an abbreviation does not say, its place does.
        return analyse(words[0]).pos == "PROPN"
    return len(words) > 1 and _is_also(words[-1])


# Heads that are common nouns too: they end a name, but no sentence is searched for them.
_ALSO = frozenset(
    """қызмет қор ұлан гвардия одақ федерация оператор мердігер инвестор зауыт аурухана мектеп
    колледж кітапхана мұражай театр әуежай биржа""".split()
)


def _is_also(word: str) -> bool:
    read = analyse(word)
    owned = read.possessive == "3" or read.number == "Plur"
    return owned and read.case == "Nom" and read.lemma in _ALSO
