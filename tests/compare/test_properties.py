from __future__ import annotations

from collections import Counter
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from lexparse.compare import compare, replay
from lexparse.compare.alignment import align
from lexparse.compare.units import Units, laid
from lexparse.compare.words import rewritten, word_changes
from lexparse.records import Parse
from tests.compare.drafts import ACTS, TEXTS, act

MIRRORED = {"inserted": "deleted", "deleted": "inserted"}
LETTERS = st.text("abcd", max_size=70)


def common(old: str, new: str) -> int:
    return (len(old) + len(new) - Indel.distance(old, new)) // 2


@given(ACTS)
def test_an_act_does_not_differ_from_itself(one: Parse) -> None:
    assert not compare(one, one)


@given(ACTS, ACTS)
def test_changes_carried_out_on_the_old_act_give_the_new_one(old: Parse, new: Parse) -> None:
    assert replay(old, compare(old, new).changes) == Units.of(new).texts


@given(ACTS, ACTS)
def test_the_other_way_round_the_same_units_differ(old: Parse, new: Parse) -> None:
    there, back = compare(old, new), compare(new, old)
    turned = Counter((MIRRORED.get(one.kind, one.kind), one.new, one.old) for one in there.changes)
    assert turned == Counter((one.kind, one.old, one.new) for one in back.changes)


@given(ACTS, ACTS)
def test_every_unit_that_is_not_kept_is_in_one_change(old: Parse, new: Parse) -> None:
    changes = compare(old, new).changes
    for units, sides in (
        (Units.of(old), [one.old for one in changes]),
        (Units.of(new), [one.new for one in changes]),
    ):
        positions = [side.position for side in sides if side]
        assert len(positions) == len(set(positions))
        assert all(side.text == units.texts[side.position or 0] for side in sides if side)


@given(ACTS, ACTS)
def test_no_unit_is_touched_beyond_the_least_number(old: Parse, new: Parse) -> None:
    weights = {"inserted": 1, "deleted": 1, "changed": 2, "moved": 2}
    made = sum(weights.get(one.kind, 0) for one in compare(old, new).changes)
    assert made == Indel.distance(Units.of(old).texts, Units.of(new).texts)


@given(ACTS, ACTS)
def test_laid_into_one_both_acts_can_be_read_off(old: Parse, new: Parse) -> None:
    shown = list(laid(Units.of(old), Units.of(new), compare(old, new).changes))
    assert [one.old.text for one in shown if one.old] == Units.of(old).texts
    assert [one.new.text for one in shown if one.new] == Units.of(new).texts


@given(TEXTS, TEXTS)
@example("а  б", "а б")
@example(" ә", "ә")
@example("2-тармақ  жаңа", "2-тармақ жаңа")
def test_words_carried_out_give_the_new_wording(old: str, new: str) -> None:
    words = word_changes(old, new, 7, 11)
    assert rewritten(old, words, 7) == new
    assert all(new[one.new_start - 11 : one.new_stop - 11] == one.new for one in words)
    assert all(old[one.old_start - 7 : one.old_stop - 7] == one.old for one in words)


@given(LETTERS, LETTERS)
@example("bbbu" * 20, "ubbb" * 20)
def test_an_alignment_keeps_as_much_as_can_be_kept(old: str, new: str) -> None:
    runs = align(old, new)
    assert sum(size for _, _, size in runs) == common(old, new)
    assert all(old[at : at + size] == new[to : to + size] for at, to, size in runs)
    ends = [(at + size, to + size) for at, to, size in runs]
    starts = [(at, to) for at, to, _ in runs[1:]]
    assert all(e[0] <= s[0] and e[1] <= s[1] for e, s in zip(ends, starts, strict=False))


def test_anchors_do_not_cost_a_match_where_a_unit_crossed_repeated_ones() -> None:
    body = [f"мәтін {number}" for number in range(40)]
    old = [*body, "үлгі", "үлгі", "үлгі", "жалғыз"]
    new = [*body, "жалғыз", "үлгі", "үлгі", "үлгі"]
    for one, two in product((old, new), repeat=2):
        assert sum(size for _, _, size in align(one, two)) == (44 if one is two else 43)


def test_ten_thousand_equal_units_are_compared_at_once() -> None:
    assert not compare(act(*["үлгі"] * 10_000), act(*["үлгі"] * 10_000))
