"""Amending units read whole: context that persists, wording that ends, nothing left unsaid."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lexparse
from lexparse.evaluation.annotation import acts_folder
from lexparse.grammar.amending import Amendment
from lexparse.grammar.amendment import read_amendment, read_commands
from lexparse.grammar.modification import MODIFICATION
from lexparse.grammar.reference import REFERENCE
from lexparse.records import Modification, Provision
from lexparse.structure.walk import units
from lexparse.text.span import Span

BASE = (
    "«А туралы» Қазақстан Республикасы Үкіметінің 2014 жылғы 24 қыркүйектегі № 1011 қаулысында:\n"
)
ACTS = acts_folder()
# How many modifications each act commands, counted by reading.
COUNTED = {
    "10174/kaz.md": 2,
    "110109/kaz.md": 7,
    "219049/kaz.md": 1,
    "146181/kaz.md": 1,
    "72409/kaz.2013-04-29.md": 8,
    "141594/kaz.md": 1,
    "19020/kaz.md": 2,
    "5829/kaz.md": 1,
    "82805/kaz.md": 4,
    "82201/kaz.md": 3,
    "124955/kaz.md": 3,
    "145832/kaz.md": 2,
    "21758/kaz.md": 1,
    "139119/kaz.md": 1,
    "3014/kaz.md": 0,
    "8638/kaz.md": 0,
}


def brief(text: str) -> list[tuple[str, str]]:
    """Return operation and path of every modification of ``text``."""
    return [(one.operation or one.action, _path(one)) for one in MODIFICATION.find(text)]


def _path(one: Modification) -> str:
    return "__".join(one.target.path) if one.target else ""


def test_a_context_persists_until_it_is_replaced() -> None:
    """A line that ends in a colon holds for every command below it, and a carrier clears it."""
    text = BASE + (
        "2-тармақта:\n1) тармақша алып тасталсын;\n3) тармақша алып тасталсын;\n"
        "көрсетілген қаулымен бекітілген ережеде:\n9-тармақ алып тасталсын;\n"
        "9-1-тармақ алып тасталсын."
    )
    assert brief(text) == [
        ("unit_deleted", "para_2__subpara_1"),
        ("unit_deleted", "para_2__subpara_3"),
        ("unit_deleted", "att_1__para_9"),
        ("unit_deleted", "att_1__para_9-1"),
    ]


def test_a_number_sets_the_context_back() -> None:
    """What ``1)`` has set is over at ``2)``."""
    text = BASE + (
        "1) көрсетілген қаулымен бекітілген ережеде:\n9-тармақ алып тасталсын;\n"
        "2) 4-тармақ алып тасталсын."
    )
    assert brief(text) == [("unit_deleted", "att_1__para_9"), ("unit_deleted", "para_4")]


def test_numbering_that_goes_on_past_a_carrier_is_doubted() -> None:
    """Whether ``2)`` speaks of the rules or of the act itself is not said, so nothing is done."""
    text = BASE + (
        "1) 2-тармақ алып тасталсын;\nкөрсетілген қаулымен бекітілген ережеде:\n"
        "5-тармақ алып тасталсын;\n2) 4-тармақ алып тасталсын."
    )
    assert [name for name, _ in brief(text)] == ["unit_deleted", "unit_deleted", "unresolved"]


def test_every_act_of_a_paragraph_has_its_own_commands() -> None:
    """The second act's commands do not fall on the first, nor into its rules."""
    text = (
        "Үкіметтің мына қаулыларына өзгерістер енгізілсін:\n1) "
        + BASE
        + "көрсетілген қаулымен бекітілген ережеде:\n2-тармақ алып тасталсын;\n2) "
        + BASE.replace("1011", "12")
        + "2-тармақ алып тасталсын."
    )
    read = MODIFICATION.find(text)
    assert [one.act and one.act.number for one in read] == ["1011", "12"]
    assert [_path(one) for one in read] == ["att_1__para_2", "para_2"]


def test_an_act_that_was_not_read_takes_its_commands_with_it() -> None:
    """Commands below a citation that no rule reads never fall on the act before."""
    text = BASE + (
        "2-тармақ алып тасталсын;\nҮкіметтің сол күнгі қаулысында:\n3-тармақ алып тасталсын."
    )
    assert [name for name, _ in brief(text)] == ["unit_deleted", "unresolved"]


def test_an_unknown_heading_does_not_fall_back_to_the_rules_above() -> None:
    """Below a heading of unknown kind the target is looked for there, not in the rules before."""
    text = BASE + (
        "көрсетілген қаулымен бекітілген ережеде:\n2-тармақта:\n1) тармақша алып тасталсын;\n"
        "Қызметтердің рейтингінде:\n3-тармақ алып тасталсын."
    )
    last = MODIFICATION.find(text)[-1]
    assert last.target is not None
    assert last.target.carrier == "Қызметтердің рейтингі"


def test_one_clause_not_understood_leaves_the_whole_line() -> None:
    """A chain is carried out whole or not at all."""
    text = BASE + (
        "2-тармақта «жер» деген сөз «су» деген сөзбен ауыстырылып, егер қажет болса, 3) тармақша "
        "алып тасталсын."
    )
    assert [name for name, _ in brief(text)] == ["unresolved"]


def test_wording_keeps_its_lines_and_loses_its_marks() -> None:
    """``new`` is the wording between the outer marks, and the span shows it in the text."""
    text = BASE + "2-тармақ мынадай редакцияда жазылсын:\n«2. Мыналар:\n1) «А» АҚ;\n2) «Б» АҚ.»;"
    (one,) = MODIFICATION.find(text)
    assert one.new == "2. Мыналар:\n1) «А» АҚ;\n2) «Б» АҚ."
    assert text[one.new_start : one.new_stop] == one.new


def test_quoted_commands_are_wording_and_not_commands() -> None:
    """An act that amends an amending act quotes commands; they change nothing themselves."""
    text = BASE + (
        "2-тармақ мынадай редакцияда жазылсын:\n«2. Мынаған өзгеріс енгізілсін:\n"
        "3-тармақ алып тасталсын;\n4-тармақ алып тасталсын.»;\n5-тармақ алып тасталсын."
    )
    assert brief(text) == [("new_edition", "para_2"), ("unit_deleted", "para_5")]


def test_the_new_edition_may_stand_in_an_attachment() -> None:
    """The source is the attachment's eId; without the attachment the command is unresolved."""
    text = BASE + (
        "көрсетілген қаулымен бекітілген қағидалар осы қаулыға 2-қосымшаға сәйкес жаңа редакцияда "
        "жазылсын."
    )
    unit = Provision(eid="para_1", kind="paragraph", start=0, stop=len(text))
    held = [
        Provision(eid=f"att_{n}", kind="attachment", num=str(n), start=len(text), stop=len(text))
        for n in (1, 2)
    ]
    (one,) = read_commands(text, unit, REFERENCE.find(text), held)
    assert (one.operation, one.source, one.action) == ("new_edition", "att_2", "substitution")
    (other,) = read_commands(text, unit, REFERENCE.find(text), held[:1])
    assert other.action == "unresolved"


@pytest.mark.skipif(not ACTS.is_dir(), reason="the outside acts are not here")
@pytest.mark.parametrize("name", COUNTED)
def test_outside_acts_are_read_to_the_last_line(name: str) -> None:
    """Each act gives its commands, and every line of an amending unit is accounted for."""
    document = lexparse.read((ACTS / name).read_bytes())
    outline = lexparse.outline(document)
    cited = lexparse.extract(outline).references
    attachments = [one for one in outline.provisions if one.kind == "attachment"]
    body = [one for one in outline.provisions if one.kind != "attachment"]
    read = [
        (unit, read_amendment(document.text, unit, cited, attachments)) for unit, _ in units(body)
    ]
    assert sum(len(found.modifications) for _, found in read) == COUNTED[name]
    for unit, found in read:
        if found.modifications:
            assert _accounted(document.text, unit, found)


def _accounted(text: str, unit: Provision, found: Amendment) -> bool:
    """Tell whether every line of ``unit`` lies in a modification, a context or what is left."""
    covered = [Span(one.start, one.stop) for one in found.modifications]
    covered += [Span(one.start, one.stop) for one in found.leftovers]
    covered += [*found.contexts]
    covered += [Span(one.start, one.stop) for one in unit.walk() if one.kind == "note"]
    at = unit.start
    for line in text[unit.start : unit.stop].split("\n"):
        inside = Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
        at += len(line) + 1
        if line.strip() and not any(one.overlaps(inside) for one in covered):
            return False
    return True


PIECES = st.sampled_from(
    [
        BASE,
        "көрсетілген қаулымен бекітілген ережеде:\n",
        "2-тармақта:\n",
        "1) тармақша алып тасталсын;\n",
        "3-тармақ мынадай редакцияда жазылсын:\n",
        "«3. Жаңа.»;\n",
        "«жабылмаған мәтін;\n",
        "мына:\n",
        "деген жол алып тасталсын;\n",
        "«А» деген сөз «Б» деген сөзбен ауыстырылып, ",
        "мынадай мазмұндағы 4-тармақпен толықтырылсын:\n",
        "Мыналардың күші жойылды деп танылсын:\n",
        "шараларды қабылдасын.\n",
        "»",
        "\n",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=9).map("".join))
def test_any_text_is_read_without_error_and_within_its_bounds(text: str) -> None:
    """Whatever the order of the lines, spans lie in the text and an unresolved one says why."""
    for one in MODIFICATION.find(text):
        assert 0 <= one.start < one.stop <= len(text)
        assert (one.state == "unresolved") == bool(one.reason)
        assert one.action != "unresolved" or one.target is None
