"""How an act names its own units: printed chains of numbers and unit words to eId steps.

Literal forms: ``4-тармақ``, ``15-тармақтың 34) тармақшасы``, ``7-бабы 2-тармағының 3) тармақшасы``,
``6-бабының 2-9 тармағы``, ``2), 3) 4) тармақшаларында``, ``1-3-тармақтардың`` (a range, since the
word is plural), ``80-1 және 80-2-тармақтар`` (two inserted units), ``он бірінші абзацы``,
``№ 3 қосымшасының``, ``17-ші бабына``, ``реттік нөмірі 22-жолы``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lexparse.kazakh.numerals import ORDINAL_WORDS, ordinal

NUMBER = r"\d{1,4}(?:\s?-\s?\d{1,4})*"
ORDINAL_TAIL = r"(?:\s?-\s?(?:[іи]?нш[іи]|ынш[ыі]|ш[іы]))?"
BETWEEN = r"\s*(?:,|;|және|мен|пен)?\s*"
ONE_NUMBER = rf"(?:№\s*)?{NUMBER}{ORDINAL_TAIL}\)?"
NUMBERS = rf"{ONE_NUMBER}(?:{BETWEEN}{ONE_NUMBER}){{0,40}}"
ORDINALS = rf"{ORDINAL_WORDS}(?:{BETWEEN}{ORDINAL_WORDS}){{0,20}}"
# `тармақша` before `тармақ`; `бөлім` is no `бөлімше` (a department).
UNIT = (
    r"тарма[қғкг]ша|тарма[қғкг]|бап(?=\W|[тқк]|пен|$)|баб(?=ы)|абзац|бөл[іи][кг]|бөлім(?!ше)"
    r"|қосымша|тарау|параграф|жол(?=\W|ы|ды|да|дан|ға|мен|дар|$)|ба[ғг]ан"
)
PART_OF_WORD = (
    ("тармақша", "subpara"),
    ("тармағша", "subpara"),
    ("тармақ", "para"),
    ("тармағ", "para"),
    ("ба", "art"),
    ("абзац", "indent"),
    ("бөлім", "part"),
    ("бөлі", "al"),
    ("қосымша", "att"),
    ("тарау", "chp"),
    ("параграф", "sec"),
    ("жол", "row"),
)
CASE = (
    r"[нт][ыі]ң|д[ыі]ң|нд[ае](?:ғы|гі)?|[дт][ае](?:ғы|гі)|н[ае]н|[дт][ае]н|[мпб]ен"
    r"|[ғгқкн][ае]|[дт][ае]|[ндт][ыі]|н|"
)
STEP = re.compile(
    rf"(?:реттік\s+нөмір(?:і|лері)\s+)?(?:(?P<numbers>{NUMBERS})\s?-?\s*|(?P<ordinals>{ORDINALS})\s+)"
    rf"(?P<unit>{UNIT})(?P<plural>[лдт][ае]р)?(?P<possessed>с?[ыі])?(?P<case>{CASE})",
    re.IGNORECASE,
)
# Divisions are no step of the eId of what stands in them: paragraphs count through the act.
DIVISIONS = {"part", "chp", "sec"}
RANGE_LIMIT = 60

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A printed chain ``text[start:stop]`` and the paths it names, more than one for a list.

    ``case`` is the last word's ending after number and possession: ``gen`` or ``""`` or other.
    """

    start: int
    stop: int
    paths: tuple[Path, ...]
    case: str
    insertion: bool = False

    @property
    def path(self) -> Path:
        """The first path named."""
        return self.paths[0]

    @property
    def eid(self) -> str:
        """The first path as an eId."""
        return "__".join(self.path)


def read_chain(text: str, position: int, stop: int | None = None) -> Chain | None:
    """Return the chain that begins at ``position``, or ``None``."""
    stop = len(text) if stop is None else stop
    match = STEP.match(text, position, stop)
    if match is None:
        return None
    steps = [match]
    while _leads_on(steps[-1]):
        following = STEP.match(text, _behind(text, steps[-1].end()), stop)
        if following is None or not _is_inside(steps[-1], following):
            break
        steps.append(following)
    return _chain(steps)


MORE = re.compile(r"\s*(?:,|және|мен|пен|немесе|не)\s*")


def read_chains(text: str, position: int, stop: int | None = None) -> list[Chain]:
    """Return the chain at ``position`` and those joined to it: ``5-тармағы мен 7-тармағының``."""
    stop = len(text) if stop is None else stop
    chains: list[Chain] = []
    chain = read_chain(text, position, stop)
    while chain is not None:
        chains.append(chain)
        more = MORE.match(text, chain.stop, stop)
        chain = read_chain(text, more.end(), stop) if more else None
    return chains


def _behind(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \n":
        position += 1
    return position


def _leads_on(step: re.Match[str]) -> bool:
    """``7-бабының``, ``7-бабы`` and ``7-бабындағы`` lead to a smaller unit."""
    case = step["case"].lower()
    return case in {"", *GENITIVES} or case.endswith(("ғы", "гі"))


GENITIVES = {"ның", "нің", "дың", "дің", "тың", "тің"}
DEPTH = {
    "att": 0,
    "part": 1,
    "chp": 2,
    "sec": 3,
    "art": 4,
    "row": 4,
    "para": 5,
    "col": 5.5,
    "al": 5.5,
    "subpara": 6,
    "indent": 7,
}


def _is_inside(outer: re.Match[str], inner: re.Match[str]) -> bool:
    # `48-бабы және 50-бабының` are two units; only a smaller one goes down the chain.
    return DEPTH[_part(outer["unit"])] < DEPTH[_part(inner["unit"])]


def _chain(steps: list[re.Match[str]]) -> Chain | None:
    path: list[str] = []
    for step in steps[:-1]:
        numbers = _numbers(step)
        if not numbers:
            return None
        if _part(step["unit"]) not in DIVISIONS:
            path.append(f"{_part(step['unit'])}_{numbers[0]}")
    last = steps[-1]
    part = _part(last["unit"])
    paths = tuple((*path, f"{part}_{number}") for number in _numbers(last))
    case = last["case"].lower()
    insertion = case.endswith(("мен", "пен", "бен"))
    case = "gen" if case in GENITIVES else case
    return Chain(steps[0].start(), last.end(), paths, case, insertion) if paths else None


def _part(unit: str) -> str:
    word = unit.lower().replace("к", "қ") if unit[:1] in "тТ" else unit.lower()
    if word[:4] in {"баға", "бага"}:
        return "col"
    return next((part for stem, part in PART_OF_WORD if word.startswith(stem)), "col")


def _numbers(step: re.Match[str]) -> list[str]:
    if step["ordinals"]:
        words = re.split(r"\s*(?:,|;|\bжәне\b|\bмен\b|\bпен\b)\s*", step["ordinals"])
        return [str(n) for n in (ordinal(word) for word in words) if n]
    printed = re.findall(NUMBER, step["numbers"])
    numbers = [re.sub(r"\s", "", number) for number in printed]
    if len(numbers) == 1 and step["plural"]:
        return _range(numbers[0])
    return numbers


def _range(number: str) -> list[str]:
    """``1-3-тармақтар`` are 1 to 3; ``1-3-тармақ`` is one inserted unit."""
    ends = number.split("-")
    if len(ends) != 2 or not 0 < int(ends[1]) - int(ends[0]) < RANGE_LIMIT:
        return [number]
    return [str(n) for n in range(int(ends[0]), int(ends[1]) + 1)]
