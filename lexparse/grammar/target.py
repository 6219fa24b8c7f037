"""What a command speaks of: its mentions of units, names, words, carriers and acts, with case.

The case names the role: genitive and ``-дағы`` lead down the path, locative sets the scope,
nominative is the target, instrumental what is put in, ablative what new wording stands beside.

Literal forms: ``15-тармақтың 34) тармақшасы``, ``реттік нөмірі 400-жолдың 5-бағанындағы``,
``бірінші бөлігінің екінші сөйлемі``, ``«X» деген кіші бөлімдегі``, ``осы қаулыға 2-қосымшаға
сәйкес``, ``көрсетілген қаулымен бекітілген … ережеде``, ``тақырыбындағы``, ``жаңа абзацпен``,
``бүкіл мәтін бойынша``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from lexparse.grammar.named import MASK, WORD_HEADS, Group, Quote, groups, masked
from lexparse.grammar.unit import CASE, NUMBER, NUMBERS, ORDINALS, RANGE_LIMIT
from lexparse.grammar.unit import UNIT as CITED_UNIT
from lexparse.kazakh.letters import LOWER
from lexparse.kazakh.morphology import analyse
from lexparse.kazakh.numerals import ordinal
from lexparse.records import Reference, Step

UNIT = rf"к[іи]ші\s+бөлім(?!ше)|сөйлем|{CITED_UNIT}"
CHAIN = re.compile(
    r"(?:(?:реттік\s+)?нөмір(?:і|лері)\s+)?"
    rf"(?:(?P<numbers>{NUMBERS})\s?-?\s*|(?P<ordinals>{ORDINALS})\s+)"
    rf"(?:жаңа\s+)?(?P<unit>{UNIT})(?P<plural>[лдт][ае]р)?(?P<possessed>с?[ыі])?(?P<case>{CASE})"
    rf"(?![{LOWER}])",
    re.IGNORECASE,
)
KIND_OF_WORD = (
    ("кіші", "subpart", "subpart"),
    ("киші", "subpart", "subpart"),
    ("тармақша", "subparagraph", "subpara"),
    ("тармағша", "subparagraph", "subpara"),
    ("тармақ", "paragraph", "para"),
    ("тармағ", "paragraph", "para"),
    ("бап", "article", "art"),
    ("баб", "article", "art"),
    ("баға", "column", "col"),
    ("абзац", "indent", "indent"),
    ("бөлім", "part", "part"),
    ("бөлі", "alinea", "al"),
    ("қосымша", "attachment", "att"),
    ("тарау", "chapter", "chp"),
    ("параграф", "section", "sec"),
    ("сөйлем", "sentence", "sent"),
    ("жол", "row", "row"),
)
# Words that name a unit without a number: `жаңа абзацпен`, `тақырыбы`, `кіріспесінде`.
BARE = {
    "тақырып": "title",
    "атау": "title",
    "кіріспе": "preamble",
    "преамбула": "preamble",
    "қосымша": "attachment",
    "кесте": "table",
    "жол": "row",
    "позиция": "row",
    "абзац": "indent",
    "азатжол": "indent",
    "сөйлем": "sentence",
    "бөлік": "alinea",
    "бөлім": "part",
    "кіші бөлім": "subpart",
    "тарау": "chapter",
    "параграф": "section",
    "бап": "article",
    "тармақ": "paragraph",
    "тармақша": "subparagraph",
    "баған": "column",
    "мәтін": "text",
    "ескертпе": "legend",
    "ескерту": "legend",
    "бұрыш": "stamp",
}
# Depth of nesting; carriers lie between the act and its units.
DEPTH = {
    "attachment": 0.0,
    "carrier": 1.0,
    "title": 2.0,
    "preamble": 2.0,
    "stamp": 2.0,
    "text": 2.0,
    "part": 2.0,
    "legend": 2.0,
    "subpart": 3.0,
    "chapter": 3.0,
    "section": 4.0,
    "article": 5.0,
    "paragraph": 6.0,
    "group": 6.1,
    "table": 6.2,
    "row": 6.4,
    "column": 7.0,
    "alinea": 7.5,
    "subparagraph": 8.0,
    "indent": 9.0,
    "sentence": 10.0,
}
CARRIERS = frozenset(
    "ереже қағида тізбе жоспар құрам құрылым лимит нұсқаулық нұсқама тәртіп стандарт регламент "
    "бағдарлама тұжырымдама әдістеме талап үлгі нысан жарғы тізілім тізім кодекс заң схема "
    "карта норматив норма шкала кесте жіктеуіш номенклатура сынып стратегия шара келісім шарт "
    "мөлшерлеме бөлініс хаттама іс-шара сипаттама бөлу форма".split()
)
ACT_WORDS = frozenset("қаулы бұйрық жарлық шешім өкім заң кодекс".split())
THIS = r"(?:жоғарыда\s+)?(?:көрсетілген|аталған|аталмыш|сол|осы)"
APPROVED = re.compile(
    rf"(?:(?:{THIS})\s+)?(?:бірлескен\s+)?(?:[қк]аулы|бұйры[қк]|жарлы[қк]|шешім|өкім)(?:сы|ы|і)?[мпбн]+ен\s*"
    rf"[\s{MASK}]*(?:бек[іи]тілген|мақұлданған)(?![{LOWER}])",
    re.IGNORECASE,
)
APPROVED_BY_REF = re.compile(rf"[\s{MASK}]*(?:бек[іи]тілген|мақұлданған)(?![{LOWER}])", re.I)
THIS_ACT = re.compile(
    rf"(?<![{LOWER}])(?:(?:жоғарыда\s+)?(?:көрсетілген|аталған|аталмыш|сол)\s+)?(?:бірлескен\s+)?"
    r"(?:[қк]аулы|бұйры|жарлы|шешім(?!де[рн])|өкім(?!ет|дік))(?!\w*[пмб]ен(?!\w))\w*",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"(?:осы\s+(?:бірлескен\s+)?(?:[қк]аулы|бұйры|жарлы|шешім|өкім|өзгеріс|толықтыру)\w*\s+"
    rf"(?:(?:мен|және)\s+толықтыру\w*\s+)?)?(?:№\s*)?(?P<num>{NUMBER})?\s?-?\s?"
    rf"[қк]осымша(?:сы)?(?:ларына|ларға|ға|на)\s*(?:сәйкес|сай)(?![{LOWER}])",
    re.IGNORECASE,
)
CONTENT = re.compile(
    r"(?:мынадай|келесі|төмендегі(?:дей)?|мына|осындай)\s+мазмұн\w+(?:\s+жаңа)?", re.IGNORECASE
)
SIDE = re.compile(
    rf"(?P<after>кейін|соң)(?![{LOWER}])|(?P<before>бұрын|алдын(?:да|ан)?)(?![{LOWER}])"
)
EVERYWHERE = re.compile(
    r"(?:бүкіл|барлық|б[үу]кіл)\s+мәтін\w*(?:\s+бойынша)?|мәтін\w*\s+бойынша", re.IGNORECASE
)
WORD_HEAD = re.compile(rf"(?:{WORD_HEADS})[{LOWER}]*(?:\s+тіркес[{LOWER}]*)?", re.IGNORECASE)
HEAD = re.compile(rf"(?:к[іи]ші\s+бөлім|[{LOWER}]+)[{LOWER}]*", re.IGNORECASE)
LEGEND_NAME = re.compile(r"аббревиатур|толық\s+жазыл|ескерт(?:пе|у)\s*:", re.IGNORECASE)

Strength = Literal["strong", "medium", "weak"]
ENDINGS = (
    (("ғы", "гі"), "attr"),
    (("ың", "ің"), "gen"),
    (("мен", "пен", "бен"), "ins"),
    (("ға", "ге", "қа", "ке", "на", "не"), "dat"),
    (("ан", "ен"), "abl"),
    (("а", "е"), "loc"),
)
CASES = {"Nom": "nom", "Gen": "gen", "Dat": "dat", "Acc": "acc", "Loc": "loc", "Abl": "abl"}


@dataclass(frozen=True, slots=True)
class Mention:
    """One constituent of a command ``text[start:stop]``.

    ``kind``: ``step``, ``words``, ``carrier``, ``act``, ``source``, ``content``, ``side``,
    ``everywhere``, ``odd`` (not understood). ``case``: nom, gen, attr, loc, dat, acc, abl, ins.
    """

    kind: str
    start: int
    stop: int
    case: str = ""
    steps: tuple[Step, ...] = ()
    quotes: tuple[Quote, ...] = ()
    reference: Reference | None = None
    num: str | None = None
    approved: bool = False
    numbered: bool = True


@dataclass(slots=True)
class Line:
    """A line being read: its span, the citations in it, and its text with names blanked."""

    text: str
    start: int
    stop: int
    references: list[Reference] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    blank: str = ""


def line_of(text: str, start: int, stop: int, references: Sequence[Reference]) -> Line:
    """Return ``text[start:stop]`` ready to be read."""
    # A title may speak of `«X» деген` itself: what lies in a citation is no name of a unit.
    held = [one for one in references if start <= one.start and one.stop <= stop]
    titled = [one for one in held if _is_titled(text, one, held)]
    cited = _jointly(text, [one for one in held if one not in titled])
    inside = [one for one in cited if not _is_named(text, start, one)]
    everything = groups(text, start, stop)
    quoted = [quote for group in everything for quote in group.quotes]
    cited = [one for one in cited if not any(_lies_in(one, quote) for quote in quoted)]
    inside = [one for one in inside if one in cited]
    named = [
        group
        for group in everything
        if not any(one.start < group.stop and group.start < one.stop for one in cited)
    ]
    spans = [(one.start, one.stop) for one in (*cited, *titled)]
    spans += [(quote.start, quote.stop) for group in named for quote in group.quotes]
    return Line(text, start, stop, inside, named, masked(text, start, stop, spans))


JOINT = re.compile(r"\s*(?:және|мен|пен)\s*")


def _jointly(text: str, cited: list[Reference]) -> list[Reference]:
    """``X министрінің № 203 және Y министрінің № 77 бірлескен бұйрығына`` is one act."""
    whole: list[Reference] = []
    for one in cited:
        last = whole[-1] if whole else None
        joined = last and JOINT.fullmatch(text, last.stop, one.start)
        if last and joined and "бірлескен" in text[one.start : one.stop].lower():
            whole[-1] = replace(last, stop=one.stop, kind=one.kind, title=last.title or one.title)
        else:
            whole.append(one)
    return whole


TO_AMEND = re.compile(
    r"\s*(?:өзгер(?:іс|ту)|толықтыру)[\w\s,]{0,60}?енгізу(?=\s+(?:туралы|және|мен))", re.IGNORECASE
)


def _is_titled(text: str, one: Reference, cited: list[Reference]) -> bool:
    """``«… № 63 шешіміне өзгерістер енгізу туралы» № 147 шешімі`` is № 147, whose title cites."""
    if TO_AMEND.match(text, one.stop):
        return True
    if case_of(text[one.start : one.stop].rsplit(maxsplit=1)[-1]) in {"gen", "nom"}:
        return False
    return bool(one.number) and any(
        other is not one and f"№ {one.number}" in (other.title or "") for other in cited
    )


def _lies_in(one: Reference, quote: Quote) -> bool:
    """An act cited inside quoted words is part of them: ``«, Салық кодексіне» деген сөздермен``."""
    return quote.start < one.start and one.stop < quote.stop


def _is_named(text: str, start: int, one: Reference) -> bool:
    """Tell whether a citation is part of the name of what an act approved.

    ``көрсетілген қаулымен бекітілген … № 872 Жарлығын іске асыру жөніндегі іс-қимыл жоспарында``.
    """
    if case_of(text[one.start : one.stop].rsplit(maxsplit=1)[-1]) != "acc":
        return False
    return bool(re.search(r"(?:бек[іи]тілген|мақұлданған)(?!\w)", text[start : one.start]))


def mentions(line: Line, start: int, stop: int) -> list[Mention]:
    """Return what ``[start, stop)`` of ``line`` mentions, in order."""
    found = [_act(line, one) for one in line.references if start <= one.start < stop]
    found += [m for g in line.groups if start <= g.start < stop for m in _named(line, g)]
    taken = [(one.start, one.stop) for one in found]
    for pattern, kind in PATTERNS:
        for match in pattern.finditer(line.blank, start - line.start, stop - line.start):
            first, last = match.start() + line.start, match.end() + line.start
            if any(first < b and a < last for a, b in taken):
                continue
            read = _chain(line, match) if kind == "step" else _plain(kind, match, line.start)
            if kind == "source" and APPROVED_BY_REF.match(line.blank, match.end()):
                read = _held_by(read)
            if read:
                found.append(read)
                taken.append((first, last))
    return sorted(found, key=lambda one: one.start)


PATTERNS = (
    (SOURCE, "source"),
    (CONTENT, "content"),
    (EVERYWHERE, "everywhere"),
    (CHAIN, "step"),
    (SIDE, "side"),
)


def _held_by(source: Mention | None) -> Mention | None:
    """``2-қосымшаға сәйкес бекітілген … тәртібі``: the rules are the act's own attachment."""
    if source is None:
        return None
    step = Step(
        kind="attachment",
        num=source.num,
        eid=f"att_{source.num or 1}",
        strength="strong",
        start=source.start,
        stop=source.stop,
    )
    return replace(source, kind="step", case="gen", steps=(step,))


def _plain(kind: str, match: re.Match[str], offset: int) -> Mention:
    start, stop = match.start() + offset, match.end() + offset
    if kind == "source":
        return Mention(kind, start, stop, num=(match["num"] or "").replace(" ", "") or None)
    if kind == "side":
        return Mention(kind, start, stop, case="after" if match["after"] else "before")
    return Mention(kind, start, stop)


def _act(line: Line, one: Reference) -> Mention:
    case = case_of(line.text[one.start : one.stop].split()[-1])
    tail = APPROVED_BY_REF.match(line.blank, one.stop - line.start)
    approved = case == "ins" and tail is not None
    stop = line.start + tail.end() if approved and tail else one.stop
    return Mention("act", one.start, stop, case, reference=one, approved=approved)


def case_of(word: str) -> str:
    """Return the case of a noun as a role: ``attr`` for ``-дағы``, ``nom`` where none is read."""
    read = analyse(word.strip('-.,:;()»"”'))
    if read.attributive:
        return "attr"
    return "ins" if read.case == "Ins" else CASES.get(read.case or "Nom", "nom")


def _chain(line: Line, match: re.Match[str], name: str | None = None) -> Mention | None:
    kind, part = kind_of(match["unit"])
    numbers, ordinals = _numbers(match), bool(match["ordinals"])
    if not numbers:
        return None
    start, stop = match.start() + line.start, match.end() + line.start
    text = line.text[start:stop]
    strength = strength_of(kind, ordinals)
    steps = tuple(
        Step(
            kind=kind,
            num=number,
            name=name,
            eid=f"{part}_{number}",
            text=text,
            strength=strength,
            start=start,
            stop=stop,
        )
        for number in numbers
    )
    return Mention("step", start, stop, _case(match["case"].lower()), steps)


def strength_of(kind: str, ordinals: bool) -> Strength:
    """Return how surely a printed number finds its unit.

    Indents, alineas and sentences are cited by count alone, as the drafting rules have it; a
    row that is only counted may be another one in the next edition.
    """
    return "weak" if ordinals and kind in {"row", "column"} else "strong"


def kind_of(unit: str) -> tuple[str, str]:
    """Return the kind and the eId part that a printed unit word stands for."""
    word = unit.lower()
    word = word.replace("к", "қ").replace("г", "ғ") if word[0] == "т" else word
    word = word.replace("бага", "баға")
    return next(
        ((kind, part) for stem, kind, part in KIND_OF_WORD if word.startswith(stem)),
        ("row", "row"),
    )


def _case(ending: str) -> str:
    if not ending:
        return "nom"
    return next((case for tails, case in ENDINGS if ending.endswith(tails)), "acc")


def _numbers(match: re.Match[str]) -> list[str]:
    if match["ordinals"]:
        words = re.split(r"\s*(?:,|;|\bжәне\b|\bмен\b|\bпен\b)\s*", match["ordinals"])
        return [str(number) for number in map(ordinal, words) if number]
    numbers = [re.sub(r"\s", "", one) for one in re.findall(NUMBER, match["numbers"])]
    if len(numbers) == 1 and match["plural"]:
        first, _, last = numbers[0].partition("-")
        if last.isdigit() and 0 < int(last) - int(first) < RANGE_LIMIT:
            return [str(number) for number in range(int(first), int(last) + 1)]
    return numbers


def _named(line: Line, group: Group) -> list[Mention]:
    """Read the head word behind quotations: a unit known by its name, or words."""
    text, blank = line.text, line.blank
    if group.link in {"деп", "болып"}:
        end = group.stop - len(group.link)
        return [Mention("words", group.start, end, "ins", quotes=group.quotes)]
    words = WORD_HEAD.match(blank, group.stop - line.start)
    if words:
        case = case_of(words.group().split()[-1])
        last = words.end() + line.start
        return [Mention("words", group.start, last, case, quotes=group.quotes)]
    chain = CHAIN.match(blank, group.stop - line.start)
    if chain:
        name = group.quotes[0].wording(text) if len(group.quotes) == 1 else None
        return _named_chain(line, group, chain, name)
    head = HEAD.match(blank, group.stop - line.start)
    kind = head and bare_kind(head.group())
    if not head or not kind or not group.link:
        return []
    last = head.end() + line.start
    steps = tuple(_named_step(text, kind, quote, last) for quote in group.quotes)
    case = case_of(head.group().split()[-1])
    return [Mention("step", group.start, last, case, steps, group.quotes)]


def _named_chain(line: Line, group: Group, match: re.Match[str], name: str | None) -> list[Mention]:
    """``«X» деген 3-бөлімде``: number and name agree, or they are no one unit."""
    read = _chain(line, match, name)
    if read is None or name is None or len(read.steps) != 1:
        return [Mention("odd", group.start, match.end() + line.start)]
    return [Mention("step", group.start, read.stop, read.case, read.steps)]


def _named_step(text: str, kind: str, quote: Quote, stop: int) -> Step:
    name = " ".join(quote.wording(text).split())
    if kind == "part" and LEGEND_NAME.search(name):
        kind = "legend"
    return Step(
        kind=kind,
        name=quote.wording(text),
        text=text[quote.start : stop],
        strength="medium",
        start=quote.start,
        stop=stop,
    )


def bare_kind(word: str) -> str | None:
    """Return the kind of unit that a word names without a number, or ``None``."""
    small = " ".join(word.lower().split())
    if small.startswith(("кіші бөлім", "киші бөлім")):
        return "subpart"
    if small.startswith("кіріспе бөлі"):
        return "preamble"
    return BARE.get(analyse(small).lemma.lower())
