"""Amendment pairs: what is commanded is done to the character, and nothing else is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import lexparse
from lexparse.amend.application import Application
from lexparse.evaluation.pairs import Judged, Pair, judge, pairs_in
from lexparse.records import Task

CORPORA = Path("corpora")
PAIRS = list(pairs_in(CORPORA / "amendments"))
NAMES = [pair.name for pair in PAIRS]
RECONSTRUCTED = next(pair for pair in PAIRS if pair.name == "reconstruction-274-236")


@cache
def applied(name: str) -> Application:
    return PAIRS[NAMES.index(name)].applied(proposed=True)


def judged(pair: Pair) -> list[Judged]:
    return judge(pair, applied(pair.name))


@pytest.mark.parametrize("pair", PAIRS, ids=NAMES)
def test_the_result_is_the_expected_text(pair: Pair) -> None:
    """Every character of the expected wording stands there, and no other."""
    assert applied(pair.name).version.text == pair.expected


@pytest.mark.parametrize("pair", PAIRS, ids=NAMES)
def test_every_command_comes_out_as_annotated(pair: Pair) -> None:
    """Applied, pending or refused: as a reader decided it, with the operation that he read."""
    faults = [(one.wanted.says, one.fault) for one in judged(pair) if one.fault]
    assert not faults


@pytest.mark.parametrize("pair", PAIRS, ids=NAMES)
def test_nothing_is_applied_that_nobody_commanded(pair: Pair) -> None:
    """Each change answers a command that the annotation has."""
    answered = {id(one.outcome) for one in judged(pair)}
    done = [one for one in applied(pair.name).outcomes if one.state == "applied"]
    assert not [one for one in done if id(one) not in answered]


@pytest.mark.parametrize("pair", PAIRS, ids=NAMES)
def test_the_inverse_restores_the_base(pair: Pair) -> None:
    """The edits kept with a version lead back to the base, to the character."""
    base = pair.version(str(pair.about["base"]))
    assert applied(pair.name).version.reverted().text == base.text


def test_there_are_enough_pairs() -> None:
    """The corpus holds more than the twenty-five pairs that it was asked for."""
    assert len(PAIRS) >= 25


def test_the_plan_of_274_is_updated_by_236() -> None:
    """The seed's paragraph 4, rows 22-26 and legend lines come of № 236, as its note says."""
    seed = lexparse.read(CORPORA / "seeds" / "000" / "act.txt")
    wanted = [line for line in seed.text.split("\n") if not line.startswith("Ескерту. ")]
    version = applied(RECONSTRUCTED.name).version
    assert version.text.split("\n") == wanted
    assert RECONSTRUCTED.about["reconstruction"]


def test_the_records_of_the_plan_change_with_its_rows() -> None:
    """A row's milestones and bodies are read from the new wording."""
    base = RECONSTRUCTED.version("base.txt").parse
    parse = applied(RECONSTRUCTED.name).version.parse
    before = {task.num: task for task in base.tasks if task.kind == "plan_row"}
    after = {task.num: task for task in parse.tasks if task.kind == "plan_row"}
    changed = {num for num, task in after.items() if _duty(task) != _duty(before[num])}
    assert changed == {"22", "23", "24", "25", "26"}
    seed = lexparse.parse(CORPORA / "seeds" / "000" / "act.txt")
    assert [_duty(task) for task in parse.tasks] == [_duty(task) for task in seed.tasks]


def _duty(task: Task) -> tuple[object, ...]:
    deadlines = [one.deadline and (one.deadline.due, one.deadline.rrule) for one in task.milestones]
    bodies = [(one.name, one.lead, one.persons, one.settled) for one in task.responsible]
    return task.num, task.text, deadlines, bodies
