"""Every grammar and its twin: each example yields exactly its rule and value, both ways."""

from __future__ import annotations

import pytest

from tests.twins import Example, Twin, find, matches, twins

TWINS = twins()


@pytest.mark.parametrize(
    "example", [e for twin in TWINS for e in twin.found], ids=lambda example: example.id
)
def test_example_is_found(example: Example) -> None:
    """A phrase yields the record that its twin names, and nothing else."""
    records = find(example.twin, example.text, example.given)
    assert [record.rule for record in records] == example.rules
    for record, value in zip(records, example.values, strict=True):
        assert matches(record, value) == {}


@pytest.mark.parametrize(
    "example", [e for twin in TWINS for e in twin.left], ids=lambda example: example.id
)
def test_counter_example_is_left(example: Example) -> None:
    """A phrase that only looks like the thing yields nothing."""
    assert find(example.twin, example.text, example.given) == []


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.name)
def test_every_rule_has_an_example(twin: Twin) -> None:
    """No rule stands without a phrase that shows what it reads."""
    shown = {rule for example in twin.found for rule in example.rules}
    assert {rule.name for rule in twin.grammar.rules} - shown == set()


def test_every_grammar_has_a_twin() -> None:
    """A grammar file without examples would be unreadable for a lawyer."""
    assert {twin.name for twin in TWINS} >= {"date", "deadline", "force", "reference", "note"}
