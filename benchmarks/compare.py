"""``python -m benchmarks.compare``: two acts of 10,000 paragraphs against a bare alignment.

The anchor is ``rapidfuzz.distance.Indel.opcodes`` on the paragraphs' numbers, in the same run;
each figure is the median of the rounds' ratios, both sides warm and timed in turn.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from rapidfuzz.distance import Indel

from benchmarks.__main__ import ratio, seconds
from lexparse.compare import compare
from lexparse.compare.units import Units
from lexparse.records import Act, Deadline, Milestone, Parse, Provision, Responsible, Task

PARAGRAPHS = 10_000
EDITS = PARAGRAPHS // 20
BOILERPLATE = [f"Осы баптың {number}-тармағы күшін жояды деп танылсын." for number in range(1, 6)]
WORDS = (
    "әкімдік бюджет есеп жоспар заң қаулы бұйрық тізбе мерзім орган министрлік өтініш қызмет "
    "жүйе талап сапа тәртіп ереже қағида стандарт мемлекет азамат бекітілсін енгізілсін"
).split()
Paragraphs = list[tuple[str, str]]  # printed number and wording


def ordinary(draw: random.Random) -> Paragraphs:
    """Return paragraphs of about 115 characters that do not repeat."""
    return [
        (str(number), f"{' '.join(draw.choices(WORDS, k=14))} {number}")
        for number in range(1, PARAGRAPHS + 1)
    ]


def boilerplate(draw: random.Random) -> Paragraphs:
    """Return paragraphs of which 60 % are one of five texts, as cells of tables are."""
    return [
        (num, draw.choice(BOILERPLATE) if draw.random() < 0.6 else text)
        for num, text in ordinary(draw)
    ]


def edited(old: Paragraphs, draw: random.Random, moves: bool = False) -> Paragraphs:
    """Return ``old`` with 5 % of the paragraphs reworded, inserted, deleted, or moved too.

    As an amending act does it: what stays keeps its number, what comes is ``12-1``.
    """
    kinds = ["reword", "reword", "insert", "delete", *(["move"] if moves else [])]
    new = list(old)
    for edit in range(EDITS):
        at = draw.randrange(len(new))
        what = draw.choice(kinds)
        num, text = new[at]
        if what == "insert":
            new.insert(at + 1, (f"{num}-1", f"{' '.join(draw.choices(WORDS, k=14))} жаңа {edit}"))
        elif what == "reword":
            words = text.split()
            words[draw.randrange(len(words) - 1)] = draw.choice(WORDS)
            new[at] = num, " ".join(words)
        else:
            del new[at]
            if what == "move":
                new.insert(draw.randrange(len(new)), (num, text))
    return new


def counted(paragraphs: Paragraphs) -> Paragraphs:
    """Return ``paragraphs`` numbered through, as in a text that is issued anew."""
    return [(str(number), text) for number, (_, text) in enumerate(paragraphs, 1)]


def act(paragraphs: Paragraphs, tasks: bool = False) -> Parse:
    """Return an act of numbered paragraphs, each of them a task where ``tasks`` says so."""
    provisions, at = [], 0
    for num, text in paragraphs:
        start, stop = at + len(f"{num}. "), at + len(f"{num}. {text}")
        provisions.append(
            Provision(
                eid=f"para_{num}", kind="paragraph", num=num, text=text,
                start=at, stop=stop, text_start=start, text_stop=stop,
            )
        )  # fmt: skip
        at = stop + 1
    duties = tuple(map(duty, provisions)) if tasks else ()
    return Parse(act=Act(), provisions=tuple(provisions), tasks=duties)


def duty(unit: Provision) -> Task:
    """Return a task with one deadline and one body."""
    due = f"2026-{len(unit.text or '') % 12 + 1:02}-15"
    deadline = Deadline(text="15", kind="date", due=due, bound="by", eid=unit.eid)
    body = Responsible(text="Қаржымині", kind="organ", organ="kz.gov.finance", eid=unit.eid)
    return Task(
        num=unit.num, kind="instruction", text=unit.text or "", eid=unit.eid, start=unit.start,
        stop=unit.stop, milestones=(Milestone(deadline=deadline),), responsible=(body,),
    )  # fmt: skip


def pair(
    texts: Callable[[random.Random], Paragraphs],
    tasks: bool = False,
    again: bool = False,
    moves: bool = False,
) -> tuple[Parse, Parse]:
    """Return an act and its next version, the same in every run."""
    draw = random.Random(3)  # noqa: S311 (an act to measure, not a secret)
    old = texts(draw)
    new = edited(old, draw, moves)
    return act(old, tasks), act(counted(new) if again else new, tasks)


def numbers(old: Parse, new: Parse) -> tuple[list[int], list[int]]:
    """Return both sequences of paragraphs with equal wordings given the same number."""
    given: dict[str, int] = {}
    one, two = (
        [given.setdefault(text, len(given)) for text in Units.of(side).texts] for side in (old, new)
    )
    return one, two


def against_opcodes(old: Parse, new: Parse) -> float:
    """Whole comparison over ``Indel.opcodes`` on the numbers of the paragraphs."""
    one, two = numbers(old, new)
    return ratio(lambda: compare(old, new), lambda: list(Indel.opcodes(one, two)))


def against_ordinary() -> float:
    """Boilerplate over ordinary input, both compared whole."""
    plain, repeated = pair(ordinary), pair(boilerplate)
    return ratio(lambda: compare(*repeated), lambda: compare(*plain))


def excess() -> int:
    """Units inserted and deleted beyond the least that there can be; 0 is minimal."""
    more = 0
    for old, new in (pair(ordinary, moves=True), pair(boilerplate, moves=True)):
        one, two = numbers(old, new)
        sides = {"inserted": 1, "deleted": 1, "changed": 2, "moved": 2}
        made = sum(sides.get(change.kind, 0) for change in compare(old, new).changes)
        more += made - Indel.distance(one, two)
    return more


def main() -> None:
    """Print every figure with what it is asked to be."""
    plain = pair(ordinary)
    print(
        f"one comparison: {min(seconds(lambda: compare(*plain)) for _ in range(5)) * 1000:.0f} ms"
    )
    for words, asked, figure in (
        ("compare / Indel.opcodes, 10,000 paragraphs", "<= 2", lambda: against_opcodes(*plain)),
        ("  a fifth of the edits moves", "-", lambda: against_opcodes(*pair(ordinary, moves=True))),
        ("  with a task in each", "-", lambda: against_opcodes(*pair(ordinary, tasks=True))),
        ("  numbered anew throughout", "-", lambda: against_opcodes(*pair(ordinary, again=True))),
        ("60 % boilerplate / ordinary", "<= 3", against_ordinary),
        ("edits beyond the least", "0", excess),
    ):
        print(f"{words:<48} {figure():6.2f}   asked {asked}")


if __name__ == "__main__":
    main()
