"""Only what was right on ten unseen examples is carried out unasked; the rest is proposed."""

from __future__ import annotations

from pathlib import Path

import pytest

from lexparse.amend.application import Application
from lexparse.amend.families import LEAST_EXAMPLES, families, family_name, is_trusted
from lexparse.evaluation.amending import evaluate_pairs
from lexparse.evaluation.pairs import Pair, judge, pairs_in

HELD_OUT = list(pairs_in(Path("corpora/held-out")))
ALL = [*HELD_OUT, *pairs_in(Path("corpora/amendments"))]


def test_a_trusted_family_was_right_on_ten_unseen_examples() -> None:
    for one in families().values():
        assert one.trusted == (one.right >= LEAST_EXAMPLES and one.wrong == 0)
    assert sum(one.trusted for one in families().values()) >= 15


def test_an_unknown_family_is_not_trusted() -> None:
    assert not is_trusted("unit_split/numbered")
    assert not is_trusted(None)


def test_fine_families_are_measured_together() -> None:
    assert family_name("unit_deleted/legend_line") == "unit_deleted/row"
    assert family_name("words_added/column_number") == "words_added"
    assert family_name("new_edition/numbered/marks") == "quotation marks that do not balance"


@pytest.mark.parametrize("pair", ALL, ids=lambda pair: pair.name)
def test_with_the_gate_nothing_is_misapplied(pair: Pair) -> None:
    """What is only proposed changes nothing, and lets nothing else be done wrongly."""
    found = pair.applied()
    assert not [one.wanted.says for one in judge(pair, found) if one.misapplied]
    _proposals_change_nothing(found)


def _proposals_change_nothing(found: Application) -> None:
    for one in found.outcomes:
        if one.reason == "proposed":
            assert one.state == "unresolved"
            assert not is_trusted(one.effect.modification.family)


@pytest.mark.parametrize("pair", HELD_OUT, ids=lambda pair: pair.name)
def test_held_out_pairs_come_out_as_expected_or_say_why_not(pair: Pair) -> None:
    """Every command is as annotated or refused; where all are, the text is to the character."""
    found = pair.applied(proposed=True)
    judged = judge(pair, found)
    assert not [one.wanted.says for one in judged if one.misapplied]
    answered = {id(one.outcome) for one in judged}
    assert not [one for one in found.outcomes if one.state == "applied" and id(one) not in answered]
    if not [one for one in judged if one.fault]:
        assert found.version.text == pair.expected
    if "repealed" in pair.about:
        assert (found.version.repealed_by is not None) == pair.about["repealed"]


def test_enough_commands_are_annotated() -> None:
    """A thousand commands, none misapplied, nearly all read as a reader read them."""
    found = evaluate_pairs(ALL, proposed=True)
    assert found.commands >= 1000
    assert found.misapplied == 0
    assert found.parsed >= 0.985
