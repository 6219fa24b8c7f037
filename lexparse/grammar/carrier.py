"""What holds the units of a command: rules, lists and plans called by their names, and the rest.

Literal forms: ``көрсетілген қаулымен бекітілген … туралы ережеде:``, ``Кеңестің құрамында:``,
``Агенттіктің аумақтық органдарының тізбесі``, ``көрсетілген қаулыға 1-қосымшада:``, ``16-тармақтағы
орталық аппарат функцияларында:``, ``ереженің тақырыбындағы``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lexparse.grammar.named import MASK
from lexparse.grammar.target import (
    ACT_WORDS,
    APPROVED,
    CARRIERS,
    LEGEND_NAME,
    THIS,
    THIS_ACT,
    Line,
    Mention,
    bare_kind,
    case_of,
)
from lexparse.kazakh.morphology import analyse
from lexparse.records import Step

WORD = re.compile(rf"[\w{MASK}№.-]*\w[\w{MASK}№-]*|{MASK}+")
FILLERS = frozenset(
    "және мен пен бен сондай-ақ да де жаңа мынадай төмендегідей тиісінше тиісті осы оның мына "
    "келесі деген атты онда сөз бұрынғы бойынша қолданысы қолданылуы қолданысын қолданылуын "
    "қолданысының оған уақытша аралығында болып реттік нөмірі нөмірлері бастап дейін мерзімге "
    "дейінгі қоса".split()
)
# Unnumbered lists inside a paragraph that commands call by their heads (acts/110109).
GROUP_HEADS = frozenset("функция міндет өкілеттік құқық мәселе негіз тапсырма".split())
LISTED_ACTS = re.compile(
    r"(?:\bкейбір\b|\bкелесі\b|\bмынадай\b|\bмына\b|\bмыналар)[^;:]*\Z", re.IGNORECASE
)
ENDINGS = (
    ("attr", r"(?<=[ыі])н[дт][ае][ғг][ыі]\Z|[дт][ае][ғг][ыі]\Z"),
    ("loc", r"(?<=[ыі])н[дт][ае]\Z|[дт][ае]\Z"),
    ("gen", r"(?<=[ыі])н[ыі]ң\Z|[нтд][ыі]ң\Z"),
    ("abl", r"(?<=[ыі])н[ае]н\Z|[нтд][ае]н\Z"),
    ("dat", r"(?<=[ыі])н[ае]\Z|[ғгқк][ае]\Z"),
    ("acc", r"(?<=[ыі])н\Z|[нтд][ыі]\Z"),
    ("ins", r"[мпб]ен\Z"),
)
# `көрсетілген тізбенің`, `жоғарыда аталған Қағидаларда`: the one that was named above.
THIS_ONE = re.compile(rf"{THIS}\s+(?=\S)", re.IGNORECASE)
STRIPPED = {case: re.compile(pattern) for case, pattern in ENDINGS}


def nominative(phrase: str, case: str) -> str:
    """Return ``phrase`` with its last word put back into the nominative."""
    pattern = STRIPPED.get(case)
    return pattern.sub("", phrase.rstrip()) if pattern else phrase.rstrip()


def filled(line: Line, start: int, stop: int, found: list[Mention], context: bool) -> list[Mention]:
    """Return ``found`` with what the gaps between hold: carriers, bare units, words not read.

    ``context``: the line only sets the scope, so any noun phrase may name a group of units.
    """
    whole: list[Mention] = []
    at, approved = start, False
    for mention in [*found, Mention("end", stop, stop)]:
        if at < mention.start:
            whole += _gap(line, at, mention.start, approved, context)
        at = max(at, mention.stop)
        approved = mention.approved
        if mention.kind != "end":
            whole.append(mention)
    return whole


def _gap(line: Line, start: int, stop: int, approved: bool, context: bool) -> list[Mention]:
    piece = line.blank[start - line.start : stop - line.start]
    found: list[Mention] = []
    said = APPROVED.search(piece)
    own = THIS_ACT.search(piece) if not said else None
    if own:
        case = case_of(own.group().split()[-1])
        found.append(Mention("base", start + own.start(), start + own.end(), case))
    first = said.end() if said else own.end() if own else 0
    before = piece[: said.start() if said else own.start() if own else 0]
    if odd := _odd(before, start):
        found.insert(0, odd)
    return found + _phrase(line, start + first, stop, approved or said is not None, context)


def _odd(piece: str, offset: int) -> Mention | None:
    """Return the words of ``piece`` that say something no rule reads."""
    words = [one for one in WORD.finditer(piece) if not _is_filler(one.group())]
    if not words:
        return None
    return Mention("odd", offset + words[0].start(), offset + words[-1].end())


def _is_filler(word: str) -> bool:
    return word.strip(MASK + ".-").lower() in FILLERS or not word.strip(MASK + ".-")


def _phrase(line: Line, start: int, stop: int, approved: bool, context: bool) -> list[Mention]:
    piece = line.blank[start - line.start : stop - line.start]
    words = list(WORD.finditer(piece))
    heads = [n for n, one in enumerate(words) if _is_head(one.group(), approved)]
    unit = _bare(line, words, start)
    if unit and heads and heads[-1] >= len(words) - 1 - unit[1]:
        heads = [n for n in heads if n < len(words) - unit[1]] if not approved else heads
    if not heads and (context or approved or _is_group(words)):
        bare_only = unit and len(words) - unit[1] == _fillers(words)
        heads = [] if bare_only or not words else [_last_content(words)]
        heads = [n for n in heads if n >= 0]
    found: list[Mention] = []
    behind = 0
    if heads:
        found.append(_carrier(line, words, heads[-1], start, approved))
        behind = heads[-1] + 1
    rest = words[behind:]
    while rest and rest[-1].group().lower() in {"және", "мен", "пен"}:
        rest = rest[:-1]
    if unit and len(rest) >= unit[1]:
        found.append(unit[0])
        rest = rest[: len(rest) - unit[1]]
        # `қосымшаның атауы`: the title of a unit that has no number either.
        holder = _bare(line, rest, start) if rest else None
        if holder and holder[0].case == "gen":
            found.append(holder[0])
            rest = rest[: len(rest) - holder[1]]
    strange = [one for one in rest if not _is_filler(one.group())]
    if strange:
        found.append(Mention("odd", start + strange[0].start(), start + strange[-1].end()))
    return sorted(found, key=lambda one: one.start)


def _fillers(words: list[re.Match[str]]) -> int:
    count = 0
    while count < len(words) and _is_filler(words[count].group()):
        count += 1
    return count


def _last_content(words: list[re.Match[str]]) -> int:
    return next((n for n in range(len(words) - 1, -1, -1) if not _is_filler(words[n].group())), -1)


def _is_head(word: str, approved: bool) -> bool:
    read = analyse(word.strip(MASK + ".-"))
    if word.lower().startswith("жазылу"):  # `аббревиатуралардың толық жазылуы`
        return True
    return read.lemma.lower() in CARRIERS and (approved or read.case is not None)


def _is_group(words: list[re.Match[str]]) -> bool:
    last = _last_content(words)
    return last >= 0 and analyse(words[last].group()).lemma.lower() in GROUP_HEADS


def _bare(line: Line, words: list[re.Match[str]], start: int) -> tuple[Mention, int] | None:
    """Read a unit word without a number at the end of the phrase, and how many words it takes."""
    last = _last_content(words)
    behind = words[last + 1 :]
    if last < 0 or any(one.group().lower() not in {"және", "мен", "пен"} for one in behind):
        return None
    words = words[: last + 1]
    word, count = words[last].group(), 1
    if last and words[last - 1].group().lower() in {"кіші", "киші", "кіріспе"}:
        word, count = f"{words[last - 1].group()} {word}", 2
    kind = bare_kind(word)
    if kind is None:
        return None
    first, end = start + words[last - count + 1].start(), start + words[last].end()
    text = line.text[first:end]
    eid = {"title": "title_1", "preamble": "preamble_1"}.get(kind)
    step = Step(kind=kind, eid=eid, text=text, strength="strong" if eid else "weak")
    step = replace(step, start=first, stop=end)
    return Mention("step", first, end, case_of(word.split()[-1]), (step,), numbered=False), count


def _carrier(
    line: Line, words: list[re.Match[str]], head: int, start: int, approved: bool
) -> Mention:
    opening = min(_fillers(words), head) if not approved else 0
    first, behind = start + words[opening].start(), start + words[head].end()
    read = analyse(words[head].group().strip(MASK + ".-"))
    lemma, case = read.lemma.lower(), case_of(words[head].group())
    if lemma in ACT_WORDS - {"кодекс"} and not approved:
        return Mention("odd", first, behind)
    printed = line.text[first:behind]
    pointed = THIS_ONE.match(printed) if not approved else None
    name = printed[pointed.end() :] if pointed else printed
    name = re.sub(r"\A(?:бек[іи]тілген|мақұлданған)\s+", "", name)
    # An unknown head may be a list of its own: nothing below it may fall back to the rules above.
    kind = "group" if lemma in GROUP_HEADS else "carrier"
    kind = "legend" if LEGEND_NAME.search(printed) else kind
    step = Step(
        kind="attachment" if approved else kind,
        name=" ".join(nominative(name, case).split()),
        eid="att_1" if approved else None,
        text=printed,
        strength="medium",
        start=first,
        stop=behind,
    )
    return Mention("carrier", first, behind, case, (step,), approved=approved)
