"""Commands in whole acts: each is read, or stays unresolved with its text, and none is a task."""

from pathlib import Path

import pytest

import lexparse
from lexparse.records import Modification

CORPORA = Path(__file__).parents[1] / "corpora"
AMENDING = CORPORA / "constructed" / "amending-resolution-two-tasks-2023" / "act.md"
OTHER_EDITION = CORPORA / "seeds" / "001" / "act.txt"
HEADER = """ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ҮКІМЕТІНІҢ ҚАУЛЫСЫ
2020 жылғы 3 наурыз № 101
Жер кадастры туралы
Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:
"""


def target(one: Modification) -> tuple[str, ...]:
    return one.target.path if one.target else ()


def test_an_amending_act_gives_one_modification_for_each_target() -> None:
    parse = lexparse.parse(AMENDING)
    assert [(one.operation, target(one)) for one in parse.modifications] == [
        ("new_edition", ("att_1", "para_4")),
        ("words_replaced", ("att_1", "para_7")),
        ("unit_inserted", ("att_1",)),
        ("unit_deleted", ("att_1", "para_12", "subpara_3")),
        ("unit_deleted", ("att_1", "para_12", "subpara_4")),
        ("new_edition", ("para_2",)),
        ("new_edition", ("att_1", "row_7")),
        ("unit_inserted", ("att_1",)),
        ("unit_deleted", ("att_1",)),
        ("act_repealed", ()),
    ]


def test_the_new_wording_of_a_modification_is_a_span_of_the_text() -> None:
    text = lexparse.read(AMENDING).text
    for one in lexparse.parse(AMENDING).modifications:
        if one.new and "row" not in (one.family or ""):
            assert text[one.new_start : one.new_stop] == one.new


def test_a_whole_attachment_in_a_new_edition_names_the_attachment_that_holds_it() -> None:
    (one,) = lexparse.parse(OTHER_EDITION).modifications
    assert (one.operation, target(one), one.source) == ("new_edition", ("att_1",), "att_1")


@pytest.mark.parametrize(
    "command",
    [
        "1. Қазақстан Республикасы Үкіметінің кейбір шешімдерінің күші жойылды деп танылсын.",
        "1. Бұрын қабылданған қаулыға өзгерістер енгізілсін.",
    ],
)
def test_a_command_that_is_not_read_stays_with_its_text(tmp_path: Path, command: str) -> None:
    act = tmp_path / "act.txt"
    act.write_text(HEADER + command + "\n", "utf-8")
    parse = lexparse.parse(act)
    assert not parse.tasks
    assert [one.state for one in parse.modifications] == ["unresolved"]
    (one,) = parse.modifications
    assert act.read_text("utf-8")[one.start : one.stop].strip(" .") in command
