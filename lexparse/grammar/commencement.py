"""Which of its own units an act puts into force at a time of their own.

Literal forms: ``Осы қаулы …, бұл ретте осы қаулының 1-тармағының 2) тармақшасы 2024 жылғы 1
қаңтардан бастап қолданысқа енгізіледі``, ``…, қол қойылған күнінен бастап қолданысқа енгізілетін
1-тармақтың 1) тармақшасын қоспағанда, …``, ``… 2-тармағын қоспағанда, … қолданысқа енгізіледі``,
``бұған 3-тармақ қоспағанда, ол … енгізіледі``.

A unit that is excepted and nowhere given a day of its own is in force at an unknown time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lexparse.grammar import force as forces
from lexparse.grammar.force import EXCEPTIONS
from lexparse.grammar.unit import STEP, Chain, read_chain
from lexparse.kazakh.letters import LOWER
from lexparse.records import Force, Record

EXCEPT = re.compile(r"қоспағанда|кірмейді|есептемегенде", re.IGNORECASE)
# What the exception says next is said of the units left out: `…, ол 1 қаңтардан бастап`.
HE = re.compile(rf"(?<![{LOWER}])ол(?:ар)?(?![{LOWER}])", re.IGNORECASE)
# `осы өзгерістердің 3-тармағы`: of the attachment that gathers the commands.
CHANGES = re.compile(r"(?:өзгеріс|толықтыру)\w*\s*\Z", re.IGNORECASE)
NAMED = frozenset({"", "н", "ны", "ні", "ды", "ді", "ты", "ті"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Commencement(Record):
    """``units`` (eIds of the act at hand) take effect by ``force``; ``None`` names no time."""

    text: str
    units: tuple[str, ...]
    force: Force | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule by the name that ``explain`` prints."""

    name: str


OWN = "<units> in force at a time of their own"
LEFT_OUT = "<units> left out of the act's force"


@dataclass(frozen=True, slots=True)
class CommencementGrammar:
    """Both rules; ``find`` reads one force clause."""

    name: str
    rules: tuple[Pattern, ...]

    def find(self, text: str, start: int = 0, stop: int | None = None) -> list[Commencement]:
        """Return the units of ``text[start:stop]`` that take effect apart from the act."""
        stop = len(text) if stop is None else stop
        if not STEP.search(text, start, stop):
            return []
        found = list(_read(text, start, stop))
        told = {unit for one in found if one.force for unit in one.units}
        return [one for one in found if one.force or not told.issuperset(one.units)]


def _read(text: str, start: int, stop: int) -> Iterator[Commencement]:
    at = start
    for force in forces.find(text, start, stop, exceptions=True):
        if force.rule in EXCEPTIONS:
            end = EXCEPT.search(text, force.stop, stop)
            last = end.start() if end else force.stop
            yield from _commencing(text, list(_chains(text, force.stop, last)), force, OWN)
            at = end.end() if end else force.stop
            continue
        before = EXCEPT.search(text, at, force.start)
        chains = list(_chains(text, at, force.start))
        if before is None or HE.search(text, before.end(), force.start):
            yield from _commencing(text, chains, force, OWN)
        else:
            out = [one for one in chains if one.stop <= before.start()]
            yield from _commencing(text, out, None, LEFT_OUT)
        at = force.stop
    end = EXCEPT.search(text, at, stop)
    if end:
        yield from _commencing(text, list(_chains(text, at, end.start())), None, LEFT_OUT)


def _commencing(
    text: str, chains: list[Chain], force: Force | None, rule: str
) -> Iterator[Commencement]:
    if chains:
        units = tuple(
            f"{_holder(text, one)}{'__'.join(path)}" for one in chains for path in one.paths
        )
        start, stop = chains[0].start, chains[-1].stop
        yield Commencement(
            start=start, stop=stop, text=text[start:stop], rule=rule, units=units, force=force
        )


def _holder(text: str, chain: Chain) -> str:
    return "att_1__" if CHANGES.search(text, max(0, chain.start - 60), chain.start) else ""


def _chains(text: str, start: int, stop: int) -> Iterator[Chain]:
    """Yield the units named as subjects or objects; what is only cited says nothing of force."""
    at = start
    while step := STEP.search(text, at, stop):
        chain = read_chain(text, step.start(), stop)
        at = chain.stop if chain else step.end()
        if chain and chain.case in NAMED:
            yield chain


COMMENCEMENT = CommencementGrammar("commencement", (Pattern(OWN), Pattern(LEFT_OUT)))
